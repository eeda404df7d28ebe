"""Which sentences are fit to be picked: what every method leaves for the end, and why.

:func:`find_unfit` is the conservative part: lead-ins, bare questions, fragments, labels, captions,
credits, calls, pointers, and what repeats an earlier sentence. Such a sentence is picked only when
nothing else is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarise.index.fitness.interviews import find_asking
from summarise.index.fitness.lines import Line, lines_of, signs_of
from summarise.index.fitness.phrases import REASONS, UnfitPhrases
from summarise.index.fitness.repeats import find_repeats, find_templates
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

__all__ = ["PASSED_OVER", "find_unfit"]

TEMPLATE = "template"
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
    lines = lines_of(terms.article)
    signs = signs_of(lines, terms.article.title)
    phrases = UnfitPhrases(terms.article.language, terms.pieces)
    with_marks: Sequence[bool] = terms.pieces.rows_matching(CODE_MARK).tolist()
    asking = find_asking(terms.article, lines)
    templates = find_templates(lines) if signs.end_mark else frozenset()
    found: dict[int, str] = {}
    fit: list[Line] = []
    for line in lines:
        reason = phrases.find(line) or find_shape(line, signs, may_be_code=with_marks[line.row])
        if reason is None and line.sentence in templates:
            reason = TEMPLATE
        if reason is None and line.sentence in asking:
            reason = QUESTION
        if reason is None:
            fit.append(line)
        else:
            found[line.sentence] = reason
    for sentence, first in find_repeats(fit, terms).items():
        found[sentence] = REPEAT.format(terms.article.place_of(first) or "an earlier sentence")
    return found
