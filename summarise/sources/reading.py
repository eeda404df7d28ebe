"""Bytes → Draft: the one door, which limits, decodes and sanitises, so that no reader has to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import accumulate
from pathlib import PurePath

from summarise.article import Chapter, Feed, Kind
from summarise.draft import Block, Draft, Part, Parts
from summarise.errors import SourceError
from summarise.limits import MOST_CHARACTERS, MOST_SENTENCES, MOST_SPANS, beginning
from summarise.sources.beside import Beside
from summarise.sources.encoding import NotTextError, decode
from summarise.sources.files import LARGEST, TOO_LARGE, shown
from summarise.sources.formats import (
    FEED,
    GZIP,
    HTML,
    PLAIN,
    Format,
    format_of,
    format_of_text,
    refused_kind,
)
from summarise.sources.refused import RefusedError
from summarise.sources.spans import Allowance, safe_spans
from summarise.text.sanitise import sanitise, sanitise_line

#: The most characters of what a source says of itself: names of twenty authors, say.
_LONGEST_FACT = 300
_LONGEST_ADDRESS = 2_000
#: So many feeds are named in a line.
_NAMED = 3


def read_draft(
    data: bytes,
    name: str,
    *,
    suffix: str | None = None,
    charset: str | None = None,
    address: str = "",
    feed: bool = False,
    beside: Beside | None = None,
) -> Draft | Parts:
    """Make a draft of the bytes of a file or a page; or tell its articles apart.

    Args:
        data: All of it.
        name: What the user called it: its suffix decides where the content does not.
        suffix: The suffix to go by instead, in lower case with the dot.
        charset: The encoding that was said to be that of the bytes, if it came with them.
        address: Where they were fetched from, if they were.
        feed: Whether a feed was asked for: a page in its place says so.
        beside: The folder of a file, from which it may take in others.

    Returns:
        The draft; of a source that holds several articles, their list.

    Raises:
        SourceError: The bytes are empty, too many, not text, or a document that cannot be read.
    """
    suffix, name = PurePath(name).suffix.lower() if suffix is None else suffix, shown(name)
    if data.startswith(GZIP):
        from summarise.sources.gzipped import gunzipped  # few files are packed

        with _errors_of(name):
            data = gunzipped(data)
        suffix = PurePath(name.removesuffix(".gz")).suffix.lower() if suffix == ".gz" else suffix
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
        draft = _read(data, form, charset, has_name=bool(suffix), beside=beside)
    feeds = [replace(feed, address=_whole_address(feed.address, address)) for feed in draft.feeds]
    draft = replace(draft, feeds=tuple(feed for feed in feeds if feed.address))
    if form == HTML and (feed or suffix in FEED.suffixes):
        draft = replace(draft, note="; ".join(filter(None, (_no_feed(draft), draft.note))))
    return _with_text(draft, name)


def _no_feed(page: Draft) -> str:
    """What is told of a page that stands where a feed was asked for: which feeds it names."""
    named = ", ".join(feed.address for feed in page.feeds[:_NAMED])
    many = "feeds" if len(page.feeds) > 1 else "feed"
    return f"this is a page, not a feed, and names {f'the {many} {named}' if named else 'none'}"


def read_beginning(data: bytes) -> Draft | None:
    """Make a draft of the first bytes of what is still coming in, and may be a text.

    Args:
        data: What is there so far: its last line may still be written.

    Returns:
        The draft of its whole lines; None of what cannot be read before all of it is there.
    """
    data = data[: data.rfind(b"\n") + 1]
    if not data.strip() or refused_kind(data):
        return None
    try:
        form = format_of(data, "")
        if form is not None and form.encoded:
            return None
        return _read(data, form, None, has_name=False)
    except (NotTextError, RefusedError):
        return None


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
        part._replace(
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
    return _read_within(sanitise(text), form)


def _read_within(text: str, form: Format, beside: Beside | None = None) -> Draft:
    """Make a draft of as much of a text as an article may have."""
    text, share = beginning(text, form.marks) if form.divisible else (text, 1.0)
    read = form.load_reader()
    draft = sanitised(read(text, beside) if form.beside else read(text))
    return replace(draft, share=share * draft.share) if share < 1 else draft


def _read(
    data: bytes,
    form: Format | None,
    charset: str | None,
    *,
    has_name: bool,
    beside: Beside | None = None,
) -> Draft:
    if form is not None and form.encoded and not form.decodable:
        return sanitised(form.load_reader()(data))
    text = decode(data, charset)
    if form is not None and form.encoded:
        return _read_within(text, form)
    text = sanitise(text)
    if form is None or form == PLAIN:
        form = format_of_text(text, named=has_name)
    return _read_within(text, form, beside)


def sanitised(draft: Draft) -> Draft:
    """The draft with its texts made safe, whatever its reader let through (``&Tab;`` in HTML)."""
    blocks, share = _within_limits(draft.blocks)
    spans = Allowance(MOST_SPANS)
    safe = [_safe(block, spans) for block in blocks]
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
        feeds=tuple(
            Feed(
                sanitise_line(feed.title, _LONGEST_FACT),
                sanitise_line(feed.address, _LONGEST_ADDRESS),
            )
            for feed in draft.feeds
        ),
        note=sanitise_line(draft.note),
        share=draft.share * share,
    )


def _within_limits(blocks: Sequence[Block]) -> tuple[Sequence[Block], float]:
    """As many blocks of a document as an article may have, and how much of it they are."""
    ends = list(accumulate(len(block.text) for block in blocks))
    stop = min(bisect_right(ends, MOST_CHARACTERS), MOST_SENTENCES)
    if stop >= len(blocks):
        return blocks, 1.0
    if not stop:  # the first alone is longer
        first = replace(blocks[0], text=blocks[0].text[:MOST_CHARACTERS])
        return [first], MOST_CHARACTERS / ends[-1]
    return blocks[:stop], ends[stop - 1] / ends[-1]


def _chapters(chapters: Iterable[Chapter], kept: Sequence[int]) -> Iterator[Chapter]:
    """The chapters that have text in them.

    Args:
        chapters: The chapters of a draft in their order.
        kept: Of how many blocks before each block something is left, and of all at the end.
    """
    last = len(kept) - 1
    found = [Chapter(sanitise_line(c.title), kept[min(c.first, last)]) for c in chapters]
    stops = (*(chapter.first for chapter in found[1:]), kept[-1])
    return (chapter for chapter, stop in zip(found, stops, strict=False) if chapter.first < stop)


def _safe(block: Block, allowance: Allowance) -> Block:
    text = sanitise(block.text)
    same = text == block.text
    # Code keeps what its first line is indented by.
    text = text.rstrip().lstrip("\n") if block.kind is Kind.CODE else text.strip()
    spans = block.spans
    if spans:
        # Where characters left, nobody knows where the others went.
        cut = block.text.find(text) if same else 0
        spans = safe_spans(spans if same else (), cut, len(text), allowance)
    if text == block.text and spans == block.spans:
        return block
    return replace(block, text=text, spans=spans)
