"""Edmundson: cue words, words of the title and headings, and the place in the text.

H. P. Edmundson, *New Methods in Automatic Extracting*, Journal of the ACM 16(2), 1969.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from summarise.index import Index
from summarise.index.arrays import Bools, Floats, np, sum_by
from summarise.index.terms import Stems, Terms
from summarise.methods.edmundson_words import bonus_words, stigma_words
from summarise.methods.scores import Scores
from summarise.text.stems import stemmer
from summarise.text.stop_words import stop_words


def score(index: Index) -> Scores:
    """Add up three parts, each with weight 1 as in sumy: cue, title and location.

    Edmundson's fourth part, key words, has weight 0 in sumy and is left out. Differs from sumy only
    for sentences that occur twice: sumy keys them by their text, so both get the cue and the place
    of the last one; here each has its own.
    """
    terms = index.terms
    stems = terms.stems
    title = _title_words(stems, index.article.language)
    parts = {
        "cue": _cue_words(stems, index.article.language),
        "title": title,
        # Sumy's location method counts the words of the headings once more.
        "location": title + _location(terms),
    }
    return Scores(parts["cue"] + parts["title"] + parts["location"], parts=parts)


def _cue_words(stems: Stems, language: str) -> Floats:
    bonus = _mask(stems, _stems_of(bonus_words, language))
    stigma = _mask(stems, _stems_of(stigma_words, language))
    return _words_per_sentence(stems, bonus) - _words_per_sentence(stems, stigma)


def _title_words(stems: Stems, language: str) -> Floats:
    significant = np.zeros(stems.size, np.bool_)
    significant[stems.heading_stems] = True
    significant &= ~_mask(stems, _stems_of(stop_words, language))
    return _words_per_sentence(stems, significant)


def _location(terms: Terms) -> Floats:
    """One for the first or last paragraph, one for the first or last sentence of a paragraph."""
    paragraph = terms.paragraph_of
    if not len(paragraph):
        return np.zeros(0)
    starts = np.ones(terms.n, np.bool_)
    starts[1:] = paragraph[1:] != paragraph[:-1]
    ends = np.append(starts[1:], True)
    outer = (paragraph == paragraph[0]) | (paragraph == paragraph[-1])
    inner = starts | ends
    place: Floats = outer.astype(np.float64) + inner
    return place


@lru_cache(maxsize=64)
def _stems_of(words_of: Callable[[str], Iterable[str]], language: str) -> frozenset[str]:
    """The stems of a language's list of words."""
    stem = stemmer(language)
    return frozenset(stem(word.lower()) for word in words_of(language))


def _mask(stems: Stems, wanted: frozenset[str]) -> Bools:
    """Which stems are among the wanted ones, shape (stems,)."""
    return np.fromiter((name in wanted for name in stems.names), np.bool_, stems.size)


def _words_per_sentence(stems: Stems, mask: Bools) -> Floats:
    """How many words of each sentence have a stem in the mask, stop words among them."""
    return sum_by(stems.rows, mask[stems.stems], stems.n)
