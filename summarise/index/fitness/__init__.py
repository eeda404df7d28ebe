"""Which sentences are fit to be picked: what every method leaves for the end, and why.

:func:`find_unfit` is the conservative part: lead-ins, bare questions, fragments, labels, captions,
credits, calls, pointers, what is struck out, and what repeats an earlier sentence. Such a sentence
is picked only when nothing else is left.
"""

from __future__ import annotations

from collections.abc import Mapping

from summarise.article import Article
from summarise.index.arrays import np
from summarise.index.fitness.interviews import find_asking
from summarise.index.fitness.lines import Lines, signs_of
from summarise.index.fitness.ordinary import DIGIT, ordinary_rows
from summarise.index.fitness.phrases import REASONS, UnfitPhrases
from summarise.index.fitness.repeats import TEMPLATE_WORDS, find_repeats, find_templates
from summarise.index.fitness.shapes import (
    BYLINE,
    CAPTION,
    CODE,
    CODE_MARK,
    FRAGMENT,
    LABEL,
    QUESTION,
    TEASER,
    find_shape,
)
from summarise.index.terms import Terms
from summarise.text.struck import is_struck, struck_parts

__all__ = ["PASSED_OVER", "find_unfit"]

TEMPLATE = "template"
STRUCK = "struck out"
_BESIDES = ("call", "credit", "pointer")
#: Reasons of lines that stand between sentences and say nothing that a sentence could mean.
PASSED_OVER = frozenset(
    (FRAGMENT, LABEL, CAPTION, BYLINE, CODE, TEASER, TEMPLATE, *(REASONS[n] for n in _BESIDES))
)
REPEAT = "repeats {}"


def find_unfit(terms: Terms) -> Mapping[int, str]:
    """The candidates that no summary wants, each with the reason, in a word or two.

    Of an equal or nearly equal pair the first stays fit.

    Args:
        terms: The words of the article.
    """
    pieces = terms.pieces
    lines = Lines(terms.article, pieces)
    signs = signs_of(lines, terms.article.title)
    phrases = UnfitPhrases(terms.article.language, terms.texts, pieces)
    with_digit = pieces.rows_matching(DIGIT)
    ordinary = ordinary_rows(lines, terms.texts, pieces, phrases, with_digit)
    asking = find_asking(lines, pieces)
    struck = _struck_rows(terms.article)
    ordinary[[*asking, *struck]] = False
    with_marks = pieces.rows_matching(CODE_MARK)
    templates: frozenset[int] = frozenset()
    if signs.end_mark:
        short = np.flatnonzero(with_digit & (lines.words <= TEMPLATE_WORDS))
        templates = find_templates(lines[row] for row in short.tolist())
    found: dict[int, str] = {}
    fit = ordinary.copy()
    for row in np.flatnonzero(~ordinary).tolist():
        line = lines[row]
        reason = STRUCK if row in struck else phrases.find(line)
        reason = reason or find_shape(line, signs, may_be_code=bool(with_marks[row]))
        if reason is None and line.sentence in templates:
            reason = TEMPLATE
        if reason is None and row in asking:
            reason = QUESTION
        if reason is None:
            fit[row] = True
        else:
            found[line.sentence] = reason
    sentences = terms.article.candidates
    for row, first in find_repeats(np.flatnonzero(fit), terms).items():
        place = terms.article.place_of(sentences[first])
        found[sentences[row]] = REPEAT.format(place or "an earlier sentence")
    return found


def _struck_rows(article: Article) -> frozenset[int]:
    """The candidates that their source has struck out as a whole."""
    struck = {
        p.index: parts for p in article.paragraphs if p.spans and (parts := struck_parts(p.spans))
    }
    if not struck:
        return frozenset()
    found = []
    for row, index in enumerate(article.candidates):
        sentence = article.sentences[index]
        start = sentence.start - article.paragraphs[sentence.paragraph].start
        if is_struck(sentence.text, struck.get(sentence.paragraph, ()), start):
            found.append(row)
    return frozenset(found)
