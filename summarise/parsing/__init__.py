"""Draft → Article: language, title, sentences and boilerplate come together here."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from summarise.article import UNKNOWN_LANGUAGE, Article, Kind, Paragraph, Sentence, moved
from summarise.draft import Aside, Block, Draft
from summarise.errors import LanguageError
from summarise.limits import MOST_SENTENCES, MOST_WORDS
from summarise.parsing.boilerplate import mark_page
from summarise.parsing.boilerplate.apparatus import find_colophons, find_references
from summarise.parsing.boilerplate.below_title import find_facts
from summarise.parsing.boilerplate.enclosed import outside_of_enclosed
from summarise.parsing.boilerplate.mail import is_manual
from summarise.parsing.boilerplate.reasons import Reason
from summarise.parsing.calls import with_calls_apart
from summarise.parsing.title import find_title
from summarise.sources.stopping import stop_if_unwanted
from summarise.text.language import detect_language, language_code
from summarise.text.sanitise import sanitise_line
from summarise.text.sentences import split_sentences
from summarise.text.struck import is_struck, struck_parts
from summarise.text.words import count_words, count_words_in

#: The form of a plain text with other parts of a web page still in it: so many blocks of them.
COPIED_PAGE = "copied page"
_JUNK_OF_A_PAGE = 3
#: The form of a man page as a pager shows it; that of its source is the same.
MANUAL = "man page"
#: Blocks after which it is asked whether the article is still wanted: to ask takes 3 µs, a book has
#: 17,000, and so many take 2 ms.
_BLOCKS_AT_ONCE = 50
_NOT_OF_A_PAGE = frozenset(
    {
        Reason.MAIL_HEADER,
        Reason.FEED_HEADER,
        Reason.GREETING,
        Reason.SIGNATURE,
        Reason.PAGE_BREAK,
        Reason.LINKS,
        Reason.REFERENCES,
        Reason.CONTENTS,
        Reason.NAMES,
        Reason.COLOPHON,
        Aside.CONTENTS,
        Aside.PICTURE,
        Aside.STRUCK,
    }
)


def parse_draft(
    draft: Draft, *, title: str | None = None, language: str | None = None, name: str = ""
) -> Article:
    """Make an article of a draft.

    Args:
        draft: What a source handed over.
        title: The title if the caller knows better than the draft.
        language: Code or English name if the caller knows better than the draft.
        name: What the user called the source.

    Raises:
        LanguageError: The language is not known.
    """
    code = language_code(language) if language else _language_of(draft)
    known_title = sanitise_line(title) if title is not None else draft.title
    reasons: list[str | None] = [block.aside for block in draft.blocks]
    place = None
    if not draft.clean:
        marked = mark_page(draft.blocks, title=known_title, language=code)
        reasons = [said or found for said, found in zip(reasons, marked.reasons, strict=True)]
        place = marked.title
    else:
        for at in find_references(draft.blocks):
            reasons[at] = reasons[at] or Aside.REFERENCES
    colophons = find_colophons(draft.blocks)
    for at in colophons:
        reasons[at] = reasons[at] or Reason.COLOPHON
    for at in _struck_out(draft.blocks):
        reasons[at] = reasons[at] or Aside.STRUCK
    form = _form_of(draft, reasons)
    for at, reason in outside_of_enclosed(draft.blocks).items():
        reasons[at] = reason
    found_title = known_title or find_title(draft.blocks, reasons, place)
    own = bool(colophons)
    for at in find_facts(draft.blocks, reasons, title=found_title, language=code, own=own):
        reasons[at] = reasons[at] or Aside.FRONT_MATTER
    draft = _with_title_as_heading(draft, reasons, found_title)
    draft, reasons = with_calls_apart(draft, reasons)
    laid = _lay_out(draft, reasons, code)
    return Article(
        title=found_title,
        text=laid.text,
        paragraphs=laid.paragraphs,
        sentences=laid.sentences,
        language=code,
        name=name,
        form=form,
        author=draft.author,
        date=draft.date,
        site=draft.site,
        address=draft.address,
        chapters=tuple(c for c in draft.chapters if c.first < len(laid.paragraphs)),
        feeds=tuple(draft.feeds),
        note=draft.note,
        share=draft.share * laid.share,
    )


def _language_of(draft: Draft) -> str:
    """The language of the text; what the source says of it only if the text does not tell."""
    detected = detect_language(block.text for block in draft.blocks)
    if detected != UNKNOWN_LANGUAGE or not draft.language:
        return detected  # many a page says "en" whatever it is written in
    with suppress(LanguageError):
        return language_code(draft.language)
    return UNKNOWN_LANGUAGE


def _struck_out(blocks: Sequence[Block]) -> list[int]:
    """The blocks that are struck out as a whole; none where little else would be left."""
    found = [
        at
        for at, block in enumerate(blocks)
        if block.spans and block.kind.pickable and is_struck(block.text, struck_parts(block.spans))
    ]
    struck = sum(len(blocks[at].text) for at in found)
    whole = sum(len(block.text) for block in blocks if block.kind.pickable) if found else 0
    return found if 2 * struck <= whole else []  # a mark that nobody ended, or a page of old plans


def _form_of(draft: Draft, reasons: Sequence[str | None]) -> str:
    if draft.form != "text":
        return draft.form
    return MANUAL if is_manual(draft.blocks) else COPIED_PAGE if _is_copied(reasons) else "text"


def _is_copied(reasons: Sequence[str | None]) -> bool:
    return sum(r is not None and r not in _NOT_OF_A_PAGE for r in reasons) >= _JUNK_OF_A_PAGE


def _with_title_as_heading(draft: Draft, reasons: list[str | None], title: str) -> Draft:
    """Plain text opens with its title: a heading above the article, not its first sentence."""
    kept = (i for i, reason in enumerate(reasons) if reason is None)
    first = next((i for i in kept if draft.blocks[i].kind is not Kind.TABLE), None)
    if first is None or len(draft.blocks) == 1:
        return draft
    block = draft.blocks[first]
    if not block.kind.pickable or " ".join(block.text.split()) != title:
        return draft
    blocks = list(draft.blocks)
    blocks[first] = replace(block, kind=Kind.HEADING, level=1)
    return replace(draft, blocks=blocks)


class _Laid(NamedTuple):
    """The text of an article, and what points into it."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    #: How much of the blocks it is: they may have more than can be ranked.
    share: float


def _lay_out(draft: Draft, reasons: list[str | None], language: str) -> _Laid:
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    at = 0
    words_left = MOST_WORDS
    for index, (block, reason) in enumerate(zip(draft.blocks, reasons, strict=True)):
        if not index % _BLOCKS_AT_ONCE:
            stop_if_unwanted()
        if words_left <= 0 or len(sentences) >= MOST_SENTENCES:
            break
        gap = "" if not index else "\n" if block.tight else "\n\n"
        at += len(gap)
        first = len(sentences)
        length = 0
        text = block.text
        places = _spans_of(block, language, MOST_SENTENCES - first + 1)
        for (start, end), words in zip(places, count_words_in(text, places), strict=True):
            if words_left <= 0 or len(sentences) >= MOST_SENTENCES:
                break
            piece = text[start:end]
            if words > words_left:
                piece = _beginning(piece, words, words_left)
                words = count_words(piece)
            words_left -= words
            length = start + len(piece)
            sentences.append(
                Sentence(len(sentences), index, at + start, at + length, piece, words, reason)
            )
            if length < end:
                break
        else:
            length = len(text)
        stop = at + length
        spans = block.spans if length == len(text) else moved(block.spans, 0, length)
        paragraphs.append(
            Paragraph(
                index,
                block.kind,
                at,
                stop,
                first,
                len(sentences),
                block.level,
                block.tight,
                reason,
                spans,
            )
        )
        pieces += [gap, text[:length]]
        at = stop
    said = sum(paragraph.end - paragraph.start for paragraph in paragraphs)
    whole = sum(len(block.text) for block in draft.blocks)
    return _Laid(
        "".join(pieces), tuple(paragraphs), tuple(sentences), said / whole if whole else 1.0
    )


def _spans_of(block: Block, language: str, most: int) -> Sequence[tuple[int, int]]:
    """Where the sentences of a block are, as many of them as an article may still have."""
    if block.kind.pickable:
        return split_sentences(block.text, language, most)
    return [(0, len(block.text))]


def _beginning(sentence: str, words: int, most: int) -> str:
    """The beginning of a sentence that has more words than an article may have."""
    start = sentence[: len(sentence) * most // words]
    return start[: start.rfind(" ")].rstrip() or start
