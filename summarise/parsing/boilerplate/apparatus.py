"""What surrounds a text and shows itself by its form alone, on a page and off it.

Terminal programs write the header of a feed above an article, and its links and images below it;
papers end in references, pages carry archives, contents and lists of those who signed. Each list
is known by the form of its lines, one after the other, and by nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from summarise.article import Kind
from summarise.draft import Block
from summarise.parsing.boilerplate.page import strong_cue
from summarise.parsing.boilerplate.reasons import Reason
from summarise.text.patterns import compile_later
from summarise.text.sentences.marks import ends_sentence
from summarise.text.spaces import single_spaced

_LINK = compile_later(
    r"(?:(?:\[\d{1,4}\]|\d{1,4})[.:)]?\s+|[•*-]\s+)?"
    r"(?:https?://|ftp://|file://|mailto:|gopher://|gemini://|LYNXIMGMAP:|www\.)\S+"
    r"(?:\s+\([\w ]{2,20}\))?"
)
_LINK_HEADINGS = compile_later(
    r"\[USEMAP\]|(?:(?:visible |hidden )?links|references|verweise|liens|enlaces|riferimenti"
    r"|collegamenti|referenties|odnośniki|ссылки|referências|链接|リンク)\W*",
    re.IGNORECASE,
)
_IMAGE = compile_later(
    r"\[(?:image|img|inline|bild|picture|photo)(?:[ :][^\[\]]{0,80})?\]", re.IGNORECASE
)
_NUMBERED_LINK = compile_later(r"[•*+o□-]\s+\[\d{1,4}\]\S.{0,60}")
_MENU_WORDS = 4

_REFERENCES = compile_later(
    r"(?:\d{1,2}\.?\s+)?(?:references|bibliography|works cited|literature cited|citations|notes"
    r"|footnotes|references and notes|notes and references|literatur(?:verzeichnis)?"
    r"|einzelnachweise|quellen|références|bibliographie|notes et références|referencias"
    r"|bibliografía|notas|referências|riferimenti|bibliografia|note|referenties|bronnen|voetnoten|przypisy|литература"
    r"|примечания|источники|参考文献|參考文獻|脚注|kaynakça|referenser|kilder|lähteet)\W{0,2}",
    re.IGNORECASE,
)
#: What a reference has and a sentence has not: a year in brackets or behind the publisher, pages,
#: a mark in front, a number of a book or a paper, the day it was read.
_REFERENCE_SIGNS = compile_later(
    r"\(\d{4}[a-z]?\)|\bpp?\. ?\d|\bdoi\b|\bISBN\b|\bISSN\b|\barXiv\b|https?://|\bVol\. ?\d"
    r"|\bRetrieved\b|\bArchived\b|\bAccessed\b|\babgerufen\b|\bconsulté\b|\bet al\.|\beds?\.\B"
    r"|^\W{0,2}\[?\d{1,3}[\].)]|^\^|^↑|,? (?:19|20)\d{2}[a-z]?\.$|: \d{1,4}[-–]\d{1,4}|\bibid\b"
)
#: "May 2019", "Mai 2019 (12)", "2019 48 articles": one of many in an archive.
_PERIOD = compile_later(
    r"(?:[•*+□-]\s*|o\s+)?(?:[^\W\d_]{3,12}\.?\s+)?(?:19|20)\d{2}(?:\W{1,3}\d{1,5}\W?(?:\s*[^\W\d_]{3,12})?)?",
)
#: "Gardening (12)": one of many categories with the number of their articles.
_COUNTED = compile_later(r"(?:[•*+□-]\s*|o\s+)?[^\W\d_][^\d()]{1,40}\s?\(\d{1,5}\)")
_LEADERS = compile_later(r".{2,100}?(?:\s?\.){4,}\s*\d{1,4}|.{2,100}?\s?(?:…){2,}\s*\d{1,4}")
#: "Ann Example, University of Nowhere": one of those who signed.
_SIGNED = compile_later(
    r"(?:[^\W\d_a-z][\w.’'-]{0,20}\s+){1,4}[^\W\d_a-z][\w.’'-]{1,25}, [^\W\d_][^.!?;:]{2,90}"
)
#: "Holm, A., & Rask, B. J. (1994). Where the tide goes.": an entry of a list of what was read.
_ENTRY = compile_later(
    r"(?:[•\[(]?\d{0,3}[\]).]? ?)[^\W\d_a-z][\w’'-]{1,30},? (?:[^\W\d_a-z]\.[ -]?){1,4}"
    r"[^\d]{0,200}?\(?(?:1[89]|20)\d\d[a-z]?\)?[.,:] .+"
)
_LEAST_ENTRIES = 3
#: Enough of a block to know its form.
_MOST_READ = 300


def _with(*signs: str) -> Callable[[str], bool]:
    return lambda text: any(map(text.__contains__, signs))


_has_address = _with("://", "mailto:", "LYNXIMGMAP:", "www.")

#: So many lines of one form, one after the other, are a list of that form; no line of it is longer
#: than that, and each passes a test that costs less.
_RUNS = (
    (_PERIOD, 60, _with("19", "20"), 6, Reason.NAVIGATION),
    (_COUNTED, 60, _with("("), 5, Reason.NAVIGATION),
    (_LEADERS, _MOST_READ, lambda text: text[-1:].isdigit(), 3, Reason.CONTENTS),
    (_SIGNED, 220, _with(", "), 12, Reason.NAMES),
)

#: What this program writes below a summary or a digest: what :mod:`summarise.exports.prose` makes.
_COLOPHON = compile_later(
    r"[\d,]+ of [\d,]+ sentences( of [^\n]{1,300})?, chosen by \S{1,40}( \([^\n]{1,80}\))?"
    r" \(length [^\s()]{1,20}\)(; the reader pinned [\d,]+ of them)?\."
)
_LONGEST_COLOPHON = 500


def find_colophons(blocks: Sequence[Block]) -> list[int]:
    """The lines below a summary of this program that say how it was made: nobody wrote them."""
    return [
        at
        for at, block in enumerate(blocks)
        if len(block.text) <= _LONGEST_COLOPHON
        and ", chosen by " in block.text
        and _COLOPHON.fullmatch(single_spaced(block.text))
    ]


def find_references(blocks: Sequence[Block]) -> list[int]:
    """What an article names as read: below a heading that says so, or several entries in a row.

    Whoever marked up a text took such a list for a part of it, but nobody wants it in a summary.
    """
    return _references(blocks, _beginnings(blocks))


def _references(blocks: Sequence[Block], texts: Sequence[str]) -> list[int]:
    entries = [at for at, text in enumerate(texts) if _ENTRY.fullmatch(text) is not None]
    return sorted({*_below_headings(blocks, texts), *_in_rows(entries, _LEAST_ENTRIES)})


def _beginnings(blocks: Sequence[Block]) -> list[str]:
    return [single_spaced(block.text[:_MOST_READ]) for block in blocks]


def mark_apparatus(blocks: Sequence[Block], language: str) -> dict[int, Reason]:
    """The blocks that are such a list, by what they are."""
    texts = _beginnings(blocks)
    marks: dict[int, Reason] = {}
    marks.update(dict.fromkeys(_menu(blocks, texts, language), Reason.NAVIGATION))
    marks.update(dict.fromkeys(_links(texts), Reason.LINKS))
    marks.update(dict.fromkeys(_references(blocks, texts), Reason.REFERENCES))
    for at, text in enumerate(texts):
        if text.startswith("[") and _IMAGE.fullmatch(text):
            marks[at] = Reason.CREDIT
    for form, longest, may_be, least, reason in _RUNS:
        likely = [at for at, text in enumerate(texts) if len(text) <= longest and may_be(text)]
        if len(likely) >= least:
            matching = [at for at in likely if form.fullmatch(texts[at]) is not None]
            marks.update(dict.fromkeys(_in_rows(matching, least), reason))
    return marks


def _menu(blocks: Sequence[Block], texts: Sequence[str], language: str) -> range:
    """The list of a few words each that the text opens with, if its items are a menu's."""
    stop = 0
    for block, text in zip(blocks, texts, strict=True):
        words = len(text.split()) - 1
        if block.kind is not Kind.LIST_ITEM or words > _MENU_WORDS or ends_sentence(text):
            break
        stop += 1
    items = texts[:stop]
    linked = all(_NUMBERED_LINK.fullmatch(text) for text in items)
    cued = any(strong_cue(text, language) for text in items)
    return range(stop if stop >= 2 and (linked or cued) and stop < len(texts) else 0)


def _links(texts: Sequence[str]) -> range:
    """The list of addresses that a text browser writes below a page, with its heading."""
    start = len(texts)
    addresses = 0
    while start and (
        (is_link := _is_link(texts[start - 1])) or _LINK_HEADINGS.fullmatch(texts[start - 1])
    ):
        start -= 1
        addresses += is_link
    headed = start < len(texts) and _LINK_HEADINGS.fullmatch(texts[start]) is not None
    return range(start, len(texts)) if addresses >= (1 if headed else 3) else range(0)


def _is_link(text: str) -> bool:
    return _has_address(text) and _LINK.fullmatch(text) is not None


def _below_headings(blocks: Sequence[Block], texts: Sequence[str]) -> list[int]:
    """The references below a heading that says so, as far as they look like references."""
    found: list[int] = []
    at = 0
    while at < len(texts):
        if not (_is_heading(blocks, at) and _REFERENCES.fullmatch(texts[at])):
            at += 1
            continue
        run = at + 1
        signs = 0
        while run < len(texts) and blocks[run].kind is not Kind.HEADING:
            is_one = _REFERENCE_SIGNS.search(texts[run]) is not None
            if not is_one and (signs < run - at - 1 or not _goes_on(texts[run])):
                break
            signs += is_one
            run += 1
        if signs >= 3:
            found += range(at, run)
        at = run
    return found


def _is_heading(blocks: Sequence[Block], at: int) -> bool:
    return blocks[at].kind in (Kind.HEADING, Kind.TEXT) and len(blocks[at].text) < 40


def _goes_on(text: str) -> bool:
    """Whether a line is the rest of the reference above it."""
    return text[:1].islower() or len(text.split()) <= 4


def _in_rows(matching: Sequence[int], least: int) -> Iterator[int]:
    """Those of some lines that stand in a row of at least so many."""
    for _, run in groupby(enumerate(matching), lambda found: found[1] - found[0]):
        lines = [line for _, line in run]
        if len(lines) >= least:
            yield from lines
