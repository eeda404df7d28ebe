"""The lines right below a title that only say who wrote, when, where, and how long it takes.

They stand in texts of every format, and above all in what this program itself writes: a sentence of
the article they are not, though nothing marks them.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarise.article import Kind
from summarise.draft import Block
from summarise.parsing.boilerplate.phrases import find_phrases
from summarise.parsing.boilerplate.reasons import Reason
from summarise.text.patterns import compile_later
from summarise.text.sentences.marks import ends_sentence
from summarise.text.spaces import single_spaced

#: So many such lines stand below each other at most, each of so many words: more are a chronicle,
#: as is a text with another such line in the blocks below.
_MOST_LINES, _MOST_WORDS, _LOOKED_THROUGH = 3, 16, 12
_LONGEST = 300
#: Words in small letters, and letters of scripts without, that are no part of a name or a date.
_MOST_SMALL, _MOST_UNCASED = 1, 12
_WORD = compile_later(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = compile_later(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b(?:\w+\.)+[a-z]{2,}\b")
_DATE = compile_later(
    r"\d{1,2}(?:er|st|nd|rd|th|[.º])?(?: de)? [^\W\d_]{3,10}\.?,?(?: de)? \d{4}"
    r"|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
)
#: So many words at its beginning say of what it is the date: "Posted on", "Mis à jour".
_LABEL = 2
_PARTICLES_LISTED = """
    a à am an and at au av by d da das de del den der des di die do dos du e el en et for för h
    heures i il in la le les min minutes o och og om on op par por read the til to u uhr um und
    van vom von y za
"""
_PARTICLES = frozenset(_PARTICLES_LISTED.split())


def find_facts(
    blocks: Sequence[Block],
    reasons: Sequence[str | None],
    *,
    title: str,
    language: str,
    own: bool,
) -> range:
    """The lines right below the title that are nothing but facts of the article.

    Args:
        blocks: The blocks of the article.
        reasons: For each block why it is not part of the article, or None.
        title: The title; where no block says it, it stands above them all.
        language: The code of the language, for the phrases of its bylines.
        own: Whether this program wrote the text: then names alone are a byline, too.
    """
    start = _below_title(blocks, reasons, title)
    stop = start
    while stop < len(blocks) and _is_of_facts(blocks[stop], language, own=own):
        stop += 1
    below = blocks[stop : stop + _LOOKED_THROUGH]
    if stop == start or stop - start > _MOST_LINES or not below:
        return range(0)
    if any(_is_of_facts(block, language, own=False) for block in below):
        return range(0)
    return range(start, stop)


def _below_title(blocks: Sequence[Block], reasons: Sequence[str | None], title: str) -> int:
    for at, (block, reason) in enumerate(zip(blocks, reasons, strict=True)):
        if block.kind is Kind.HEADING or (reason is None and single_spaced(block.text) == title):
            return at + 1
        if reason is None:
            break
    return 0 if title else len(blocks)


def _is_of_facts(block: Block, language: str, *, own: bool) -> bool:
    """Whether a line says nothing but who, when and where."""
    if block.kind is not Kind.TEXT or len(block.text) > _LONGEST:
        return False
    text = single_spaced(block.text)
    if len(text.split()) > _MOST_WORDS or ends_sentence(text):
        return False
    said = [words for reason, words in find_phrases(text, language) if reason is Reason.BYLINE]
    if not said and not own:
        return False
    rest = _DATE.sub(" ", _ADDRESS.sub(" ", text))
    dated = rest != text or any(map(str.isdigit, text))
    words = _WORD.findall(rest)
    label = _LABEL if said and text.lower().startswith(said[0]) else 0
    small = [word for word in words[label:] if word[0].islower() and word not in _PARTICLES]
    uncased = sum(not (c.isupper() or c.islower()) for word in words for c in word)
    return len(small) <= (_MOST_SMALL if dated and said else 0) and uncased <= _MOST_UNCASED
