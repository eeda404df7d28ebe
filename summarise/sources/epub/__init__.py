"""EPUB books → Draft: the whole book as one article, with its chapters in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from summarise.article import Chapter, Kind
from summarise.draft import Block, Draft
from summarise.sources.archives import Archive
from summarise.sources.encoding import NotTextError, decode
from summarise.sources.epub.contents import Entry, entries_of
from summarise.sources.epub.package import NOT_SOUND, Package, Part
from summarise.sources.epub.pages import Piece, pieces_of
from summarise.sources.html.texts import letters
from summarise.sources.progress import Unit, tell
from summarise.sources.refused import RefusedError
from summarise.sources.stopping import STOPPED, is_stopped
from summarise.sources.xml import marks_in

#: Bytes of all pages of a book, and marks in them. A course of algebra with all its formulas has
#: 25 million and 730,000; a long novel 1.3 million and 11,000. So many marks, all of paragraphs,
#: take 20 seconds and 430 MB.
_LARGEST_BOOK = 64 * 1024 * 1024
_MOST_MARKS = 1_200_000
#: So many blocks at the beginning of a chapter may show its title.
_NEAR_START = 3
#: A table of contents with fewer entries does not tell the chapters of a book.
_FEWEST_ENTRIES = 2


def read_epub(data: bytes) -> Draft:
    """Make blocks of a book: a clean draft with its notes, contents and front matter set aside.

    A chapter begins where the table of contents says so, with a heading; parts that the book says
    are beside its order (``linear="no"``) are left out.

    Raises:
        RefusedError: It is damaged, locked by its seller, or larger than it may be.
    """
    archive = Archive(data)
    package = Package(archive)
    entries: dict[str, list[Entry]] = {}
    for entry in entries_of(archive, package):
        entries.setdefault(entry.path, []).append(entry)
    pages = list(_pages_of(archive, package))
    book = _Book()
    missing = 0
    for number, (part, page) in enumerate(zip(package.spine, pages, strict=True)):
        if is_stopped():
            raise RefusedError(STOPPED)
        tell(number, Unit.PARTS, len(pages))
        try:
            text = decode(page) if page else ""
        except NotTextError:
            page = None
        if page is None:
            missing += 1
        else:
            book.add(part, text, entries.get(part.path, []))
    if pages and missing == len(pages):
        raise RefusedError(NOT_SOUND)
    chapters = book.chapters if len(book.chapters) >= _FEWEST_ENTRIES else book.by_headings
    blocks, headed = _with_headings(book.blocks, chapters)
    lost = f"{missing} of the {len(pages)} parts of this book are missing in its file"
    return Draft(
        blocks,
        package.title,
        package.language,
        "EPUB book",
        clean=True,
        author=package.author,
        date=package.date,
        site=package.publisher,
        address=package.address,
        chapters=headed,
        note=lost if missing else "",
    )


def _pages_of(archive: Archive, package: Package) -> Iterator[bytes | None]:
    """The pages of a book in their order, None for one that is not there.

    All are measured before the first one is parsed.
    """
    size = marks = 0
    for part in package.spine:
        page = archive.read(part.path, _LARGEST_BOOK)
        size += len(page or b"")
        marks += marks_in(page or b"")
        if size > _LARGEST_BOOK or marks > _MOST_MARKS:
            raise RefusedError("is larger than a book can be: it may be made to do harm")
        yield page


@dataclass
class _Book:
    """The blocks of the parts that were read, and where chapters begin."""

    blocks: list[Block] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)
    """By the table of contents."""
    by_headings: list[Chapter] = field(default_factory=list)
    """By the parts that open with a heading, for books without such a table."""

    def add(self, part: Part, page: str, entries: Sequence[Entry]) -> None:
        """Add a part of the book, in which these entries of its contents point somewhere."""
        chosen = [e for at, e in enumerate(entries) if at == 0 or e.depth == 1]
        first = len(self.blocks)
        for piece in pieces_of(page, [entry.fragment for entry in chosen]):
            if isinstance(piece, Piece):
                self.chapters.append(Chapter(chosen[piece.number].title, len(self.blocks)))
            else:
                self.blocks.append(replace(piece, aside=piece.aside or part.aside))
        opening = self.blocks[first : first + _NEAR_START]
        heading = next((b for b in opening if b.kind is Kind.HEADING and not b.aside), None)
        if heading is not None:
            self.by_headings.append(Chapter(heading.text, first))


def _with_headings(
    blocks: Sequence[Block], chapters: Sequence[Chapter]
) -> tuple[tuple[Block, ...], tuple[Chapter, ...]]:
    """The blocks of a book with a heading for each chapter, and the chapters among them."""
    found: list[Block] = list(blocks[: chapters[0].first] if chapters else blocks)
    kept: list[Chapter] = []
    stops = [*(chapter.first for chapter in chapters[1:]), len(blocks)]
    for chapter, stop in zip(chapters, stops, strict=False):
        if chapter.first < stop:
            kept.append(Chapter(chapter.title, len(found)))
            found += _headed(blocks[chapter.first : stop], chapter.title)
    return tuple(found), tuple(kept)


def _headed(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    """The blocks of a chapter, which begin with a heading or get one."""
    near = blocks[:_NEAR_START]
    name = letters(title)
    shown = next((at for at, b in enumerate(near) if letters(b.text) == name), None)
    if shown is not None and near[shown].kind in (Kind.TEXT, Kind.QUOTATION):
        yield from blocks[:shown]
        yield Block(near[shown].text, Kind.HEADING, 1, aside=near[shown].aside)
        yield from blocks[shown + 1 :]
        return
    if shown is None and name and not any(b.kind is Kind.HEADING for b in near):
        yield Block(title, Kind.HEADING, 1, aside=blocks[0].aside)
    yield from blocks
