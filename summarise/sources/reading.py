"""Bytes → Draft: the one door, which limits, decodes and sanitises, so that no reader has to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import accumulate
from pathlib import PurePath

from summarise.article import Chapter, Kind
from summarise.draft import Block, Draft, Part, Parts
from summarise.errors import SourceError
from summarise.sources.encoding import NotTextError, decode
from summarise.sources.files import LARGEST, TOO_LARGE, shown
from summarise.sources.formats import (
    PLAIN,
    Format,
    format_of,
    format_of_text,
    refused_kind,
)
from summarise.sources.refused import RefusedError
from summarise.text.sanitise import sanitise, sanitise_line

#: The most characters of what a source says of itself: names of twenty authors, say.
_LONGEST_FACT = 300
_LONGEST_ADDRESS = 2_000


def read_draft(
    data: bytes,
    name: str,
    *,
    suffix: str | None = None,
    charset: str | None = None,
    address: str = "",
) -> Draft | Parts:
    """Make a draft of the bytes of a file or a page; or tell its articles apart.

    Args:
        data: All of it.
        name: What the user called it: its suffix decides where the content does not.
        suffix: The suffix to go by instead, in lower case with the dot.
        charset: The encoding that was said to be that of the bytes, if it came with them.
        address: Where they were fetched from, if they were.

    Returns:
        The draft; of a source that holds several articles, their list.

    Raises:
        SourceError: The bytes are empty, too many, not text, or a document that cannot be read.
    """
    suffix, name = PurePath(name).suffix.lower() if suffix is None else suffix, shown(name)
    if len(data) > LARGEST:
        raise SourceError(name, TOO_LARGE)
    if not data:
        raise SourceError(name, "is empty")
    if kind := refused_kind(data):
        raise SourceError(name, f"is {kind}, which is not read yet: save it as text or HTML")
    with _errors_of(name):
        form = format_of(data, suffix)
        if form is not None and form.several:
            return _apart(form.load_divider()(data), address)
        draft = _read(data, form, charset, has_name=bool(suffix))
    return _with_text(draft, name)


def read_part(part: Part, name: str) -> Draft:
    """Make the draft of one article of a source that holds several.

    Args:
        part: The article.
        name: How it is called in an error.

    Raises:
        SourceError: It cannot be read, or has no text.
    """
    if part.read is None:
        raise SourceError(name, "has no text in it")
    with _errors_of(name):
        draft = sanitised(part.read())
    return _with_text(draft, name)


@contextmanager
def _errors_of(name: str) -> Iterator[None]:
    """What the reader of a format complains of, told under the name of the source."""
    try:
        yield
    except NotTextError as error:
        raise SourceError(name, f"{error}: save it as text or HTML and open that") from None
    except RefusedError as error:
        raise SourceError(name, str(error)) from None


def _with_text(draft: Draft, name: str) -> Draft:
    if not draft.blocks:
        raise SourceError(name, draft.note or "has no text in it")
    return draft


def _apart(parts: Parts, base: str) -> Parts:
    """A list of articles made safe to be shown, their addresses whole or empty."""
    safe = [
        replace(
            part,
            title=sanitise_line(part.title, _LONGEST_FACT) or "without a title",
            address=_whole_address(part.address, base),
            group=sanitise_line(part.group, _LONGEST_FACT),
        )
        for part in parts.parts
    ]
    return Parts(sanitise_line(parts.title, _LONGEST_FACT), safe)


def _whole_address(address: str, base: str) -> str:
    from urllib.parse import urljoin  # only for feeds

    try:
        address = urljoin(base, address) if address else ""
    except ValueError:
        return ""
    usable = address.lower().startswith(("http://", "https://"))
    safe = sanitise_line(address, _LONGEST_ADDRESS) == address
    return address if usable and safe else ""


def read_text(text: str, form: Format = PLAIN) -> Draft:
    """Make a draft of a text, which may never have been sanitised."""
    return sanitised(form.load_reader()(sanitise(text)))


def _read(data: bytes, form: Format | None, charset: str | None, *, has_name: bool) -> Draft:
    if form is not None and form.encoded:
        told = charset is not None and form.decodable
        return sanitised(form.load_reader()(decode(data, charset) if told else data))
    text = sanitise(decode(data, charset))
    if form is None or form == PLAIN:
        form = format_of_text(text, named=has_name)
    return sanitised(form.load_reader()(text))


def sanitised(draft: Draft) -> Draft:
    """The draft with its texts made safe, whatever its reader let through (``&Tab;`` in HTML)."""
    safe = [_safe(block) for block in draft.blocks]
    kept = list(accumulate((bool(block.text) for block in safe), initial=0))
    return replace(
        draft,
        blocks=tuple(block for block in safe if block.text),
        title=sanitise_line(draft.title),
        author=sanitise_line(draft.author, _LONGEST_FACT),
        date=sanitise_line(draft.date, _LONGEST_FACT),
        site=sanitise_line(draft.site, _LONGEST_FACT),
        address=sanitise_line(draft.address, _LONGEST_ADDRESS),
        chapters=tuple(_chapters(draft.chapters, kept)),
        note=sanitise_line(draft.note),
    )


def _chapters(chapters: Iterable[Chapter], kept: Sequence[int]) -> Iterator[Chapter]:
    """The chapters that have text in them.

    Args:
        chapters: The chapters of a draft in their order.
        kept: Of how many blocks before each block something is left, and of all at the end.
    """
    found = [Chapter(sanitise_line(c.title), kept[c.first]) for c in chapters]
    stops = (*(chapter.first for chapter in found[1:]), kept[-1])
    return (chapter for chapter, stop in zip(found, stops, strict=False) if chapter.first < stop)


def _safe(block: Block) -> Block:
    text = sanitise(block.text)
    # Code keeps what its first line is indented by.
    text = text.rstrip().lstrip("\n") if block.kind is Kind.CODE else text.strip()
    return block if text == block.text else replace(block, text=text)
