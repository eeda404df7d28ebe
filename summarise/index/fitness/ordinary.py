"""Candidates that nothing about them can make unfit, told by a few looks at all of them at once.

Most sentences of most texts begin with a word, end in a full stop, and have nothing odd between.
To judge each of 60,000 by itself took three times as long. What is not sure here is judged there.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarise.article import Kind
from summarise.index.arrays import Bools, np
from summarise.index.fitness.lines import Lines
from summarise.index.fitness.phrases import UnfitPhrases
from summarise.index.fitness.shapes import (
    ADDRESS_STARTS,
    BYS,
    CODE_MARK,
    FIGURE_WORDS,
    FILE,
    FRAGMENT_WORDS,
    QUESTION_WORDS,
    SPOKEN_WORDS,
)
from summarise.index.pieces import Pieces
from summarise.text.patterns import compile_later
from summarise.text.phrases.openings import KEY

#: All that :meth:`str.isdigit` takes for digits, and a few signs between them.
DIGIT = compile_later(
    "[\\d\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070-\u2089\u2460-\u24ff\u2776-\u2792"
    "\U00010a40-\U0001f10a]"
)
_COLON = compile_later(r"[:：﹕︰︓]")


def ordinary_rows(
    lines: Lines, texts: Sequence[str], pieces: Pieces, phrases: UnfitPhrases, with_digit: Bools
) -> Bools:
    """Which candidates surely have no phrase and no shape that makes unfit, shape (rows,).

    Args:
        lines: The candidates.
        texts: Their characters.
        pieces: The pieces between their spaces.
        phrases: Those that no summary wants.
        with_digit: Which candidates have a digit.
    """
    words = lines.words
    ends, asks = _ends(texts)
    ordinary = (ends & (words >= SPOKEN_WORDS)) | (asks & (words >= QUESTION_WORDS))
    ordinary &= ~with_digit | (words >= max(FIGURE_WORDS, FRAGMENT_WORDS))
    ordinary &= ~np.fromiter(map(str.isupper, texts), np.bool_, len(texts))
    for odd in (CODE_MARK, FILE, _COLON):
        ordinary &= ~pieces.rows_matching(odd)
    captions = np.array([p.kind is Kind.CAPTION for p in lines.article.paragraphs], np.bool_)
    ordinary &= _open(texts, phrases) & ~captions[lines.paragraphs]
    ordinary[[*phrases.held, *lines.broken_rows]] = False
    return ordinary


def _open(texts: Sequence[str], phrases: UnfitPhrases) -> Bools:
    """Which texts begin with a plain word that opens no phrase; each beginning is judged once."""
    beginnings = [text[:KEY] for text in texts]
    plain = {
        beginning: beginning.isascii()  # so that small letters stand where the capitals did
        and beginning[:1].isalnum()
        and not beginning.startswith(BYS)
        and not beginning.lower().startswith(ADDRESS_STARTS)
        and not phrases.may_open(beginning.lower())
        for beginning in set(beginnings)
    }
    return np.fromiter(map(plain.__getitem__, beginnings), np.bool_, len(beginnings))


def _ends(texts: Sequence[str]) -> tuple[Bools, Bools]:
    """Which texts end in one full stop behind a word, and which in a mark that asks or exclaims."""
    endings = [text[-2:] for text in texts]
    stops = {ending: ending[-1:] == "." and ending[0].isalnum() for ending in set(endings)}
    asks = {ending: ending[-1:] in ("?", "!") for ending in set(endings)}
    size = len(endings)
    return (
        np.fromiter(map(stops.__getitem__, endings), np.bool_, size),
        np.fromiter(map(asks.__getitem__, endings), np.bool_, size),
    )
