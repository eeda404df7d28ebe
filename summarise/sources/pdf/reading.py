"""The bytes of a PDF → a draft, page by page, in the process that reads them."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from summarise.draft import Draft
from summarise.sources.contents import with_contents_aside
from summarise.sources.pdf.chapters import chapters_of
from summarise.sources.pdf.layout import Sheet, lay_out, sheet_of
from summarise.sources.pdf.legible import is_legible
from summarise.sources.pdf.metadata import author_of, date_of, title_of
from summarise.sources.pdf.pdfium import DAMAGED, Document
from summarise.sources.refused import RefusedError

SCAN = "is a scan, pictures of pages with no text in them: have a program for OCR read it first"
EMPTY = "is a PDF with no text in it"
NAMELESS = (
    "is a PDF whose fonts do not say which letters they hold: look for another version of it, "
    "or have a program for OCR read it"
)
#: More pages than any book that is read in one go.
MOST_PAGES = 2_000
#: Seconds after which no more pages are begun: 2,000 usual ones take 40.
_LONGEST = 120.0
#: Seconds of reading after which there is enough to show: some 25 pages, laid out in 30 ms.
_A_MOMENT = 0.3
#: A scan may have so many characters on a page: stamps, page numbers.
_FEWEST_ON_PAGE = 15
#: So many pages tell whether it is text, and the reader is told of this share that is none.
_MOST_SAMPLED, _WORTH_TELLING = 60, 0.1
#: Of the pages of a scan, so many are looked at.
_LOOKED_AT = 10
#: The blocks that the title is looked for in.
_OPENING = 40


def read(
    data: bytes,
    tell: Callable[[int, int], None],
    begin: Callable[[Draft], None] | None = None,
) -> Draft:
    """Make a draft of a PDF.

    Args:
        data: The whole file.
        tell: Is told how many pages were read of how many, after each.
        begin: Is given a draft of the first pages once they have taken a moment, if more follow.

    Raises:
        RefusedError: It wants a password, is a scan, has fonts that name no letters, or is damaged.
    """
    document = Document(data)
    if not document.pages:
        raise RefusedError(DAMAGED)
    sheets: list[Sheet] = []
    wanted = min(document.pages, MOST_PAGES)
    begun = time.monotonic()
    for number in range(wanted):
        taken = time.monotonic() - begun
        if taken > _LONGEST:
            break
        if begin is not None and taken > _A_MOMENT and any(sheet.leaf.lines for sheet in sheets):
            with suppress(RefusedError):  # all of it together may be something else
                begin(_draft(document, sheets))
            begin = None
        sheets.append(sheet_of(document.page(number)))
        tell(number + 1, wanted)
    return _draft(document, sheets)


def _draft(document: Document, sheets: Sequence[Sheet]) -> Draft:
    """The draft of the pages that were read."""
    notes = [_look(document, sheets)]
    layout = lay_out(sheets)
    if not layout.blocks:
        raise RefusedError(EMPTY)
    opening = " ".join(block.text for block in layout.blocks[:_OPENING])
    draft = Draft(
        tuple(with_contents_aside(layout.blocks)),
        title=title_of(document.properties, opening, layout.title),
        form="PDF",
        author=author_of(document.properties),
        date=date_of(document.properties),
        chapters=chapters_of(document.bookmarks(), layout.blocks, layout.pages),
    )
    if document.damaged:
        notes.append(f"{document.damaged:,} of its {document.pages:,} pages are damaged")
    if len(sheets) < document.pages:
        notes.append(f"only the first {len(sheets):,} of its {document.pages:,} pages were read")
    return replace(draft, note="; ".join(filter(None, notes)))


def _look(document: Document, sheets: Sequence[Sheet]) -> str:
    """Find out whether there is any text, and whether its letters have names.

    Returns:
        What the reader should be told, if some pages have such letters and most do not.
    """
    texts = ["\n".join(line.text for line in sheet.leaf.lines) for sheet in sheets]
    count = sum(map(len, texts))
    if count < _FEWEST_ON_PAGE * len(sheets):
        if any(document.has_pictures(number) for number in range(min(len(sheets), _LOOKED_AT))):
            raise RefusedError(SCAN)
        if not count:
            raise RefusedError(DAMAGED if document.damaged else EMPTY)
    sample = [text for text in texts if text][:: len(texts) // _MOST_SAMPLED + 1]
    nameless = [text for text in sample if not is_legible(text)]
    if 2 * sum(map(len, nameless)) > sum(map(len, sample)):
        raise RefusedError(NAMELESS)
    if len(nameless) < _WORTH_TELLING * len(sample):
        return ""
    return "the fonts of some of its pages do not say which letters they hold"
