"""What an article is about, in words: its key terms, single words and short phrases, ranked.

A word counts by how many sentences hold it, more if it is a name or in the title; a phrase counts
when the article uses it again and again, and takes the place of the words it is made of. Words that
say nothing of a subject are none (:mod:`summarise.index.empty_words`). Scripts
without spaces have no words here, and their terms are the longest runs of characters that recur
(:mod:`summarise.index.character_terms`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from summarise.index.arrays import Bools, Ints, np
from summarise.index.character_terms import character_terms, is_unspaced
from summarise.index.empty_words import (
    CALENDAR,
    GENERAL,
    INTERJECTIONS,
    empty_occurrences,
    empty_words,
    is_adverb,
    is_number,
)
from summarise.index.vectors import Vectors
from summarise.text.words import CAPITAL_NOUNS, lower_case, tokenise

#: What being a name, and being in the title, counts against a plain word.
NAME = 1.5
TITLE = 1.5
#: A phrase replaces a word if it makes up this share of the word's sentences.
_ABSORBS = 0.5
_MOST_WORDS = 3
#: What a form inside a sentence counts against one at its beginning, where all are capitals.
_INSIDE = 1000
#: Only this many words are looked at, so a book takes no longer than it must.
_POOL = 200
#: Scores that differ by less are equal.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class KeyTerm:
    """A word or phrase that an article is about."""

    text: str
    """The term, in the form the article uses most."""
    weight: float
    """How much it matters: 1 for the first term, less for the others."""
    sentences: tuple[int, ...]
    """Indices of the candidate sentences that hold it, in document order."""


def key_terms(vectors: Vectors, limit: int) -> tuple[KeyTerm, ...]:
    """The key terms of an article, the most important first.

    Args:
        vectors: Those of the article; headings and boilerplate do not count.
        limit: How many terms at most.
    """
    article = vectors.terms.article
    if is_unspaced(article.language):
        found = [(text, float(len(rows)), rows) for text, rows in character_terms(article)]
    else:
        found = _word_terms(vectors, limit)
    found.sort(key=lambda term: (-round(term[1], 9), -len(term[0]), term[2][:1], term[0]))
    best = found[: max(0, limit)]
    top = best[0][1] if best else 1.0
    candidates = article.candidates
    return tuple(
        KeyTerm(text, score / top, tuple(map(candidates.__getitem__, rows)))
        for text, score, rows in best
    )


def _word_terms(vectors: Vectors, limit: int) -> list[tuple[str, float, list[int]]]:
    """Words and phrases with their scores and rows, in no order: all that may be among the best.

    Args:
        vectors: Those of the article.
        limit: How many the best are.
    """
    forms = WrittenForms(vectors)
    pool = np.lexsort((np.arange(len(vectors.names)), -vectors.frequencies))[:_POOL]
    full = ~forms.empty[pool] & (vectors.frequencies[pool] > 0)
    words = {int(t): vectors.holders(int(t)).tolist() for t in pool[full]}
    weights = {t: _weight(vectors, forms, t) for t in words}
    phrases = _phrases(vectors, forms, weights, limit)
    absorbed: set[int] = set()
    found: list[tuple[str, float, list[int]]] = []
    for terms, text, rows in phrases:
        if absorbed.intersection(terms):
            continue
        absorbed.update(t for t in terms if len(rows) >= _ABSORBS * len(words[t]))
        best = max(weights[t] for t in terms)
        found.append((text, len(rows) * best * _for_words(len(terms)), rows))
    for term, rows in words.items():
        if term not in absorbed and (text := forms.as_term(term)):
            found.append((text, len(rows) * weights[term], rows))
    return found


def _for_words(count: int) -> float:
    """Said once more by each further word, a phrase outranks a word that is held as often."""
    return 1 + 0.25 * (count - 1)


def _weight(vectors: Vectors, forms: WrittenForms, term: int) -> float:
    name = NAME if forms.is_name(term) else 1.0
    return name * (TITLE if vectors.title[term] else 1.0)


class WrittenForms:
    """How an article writes its terms: "Lukashenko" for the term ``lukash``."""

    def __init__(self, vectors: Vectors) -> None:
        terms = vectors.terms
        self.language = terms.article.language
        self.written = [written_word(word, self.language) for word in terms.types]
        numbers = dict(zip(terms.vocabulary, vectors.term_of.tolist(), strict=True))
        self.term_of_type = np.fromiter(
            (numbers.get(lower_case(word, self.language), -1) for word in self.written),
            np.int64,
            len(terms.types),
        )
        times = np.bincount(terms.tokens, minlength=len(terms.types))
        #: Which terms stand mostly where they say nothing, shape (terms,).
        self.empty = self._mostly_empty(vectors, times)
        self._titled = vectors.title
        first = np.flatnonzero(np.diff(terms.rows, prepend=-1))
        opening = np.bincount(terms.tokens[first], minlength=len(terms.types))
        said = (_INSIDE * (times - opening) + opening).tolist()
        self._forms: dict[int, dict[str, int]] = {}
        for word, term, often in zip(self.written, self.term_of_type.tolist(), said, strict=True):
            if term >= 0 and often:
                forms = self._forms.setdefault(term, {})
                forms[word] = forms.get(word, 0) + often

    def _mostly_empty(self, vectors: Vectors, times: Ints) -> Bools:
        size = len(vectors.names)
        has_term = self.term_of_type >= 0
        among = self.term_of_type[has_term]
        empty = np.bincount(among, empty_occurrences(vectors.terms)[has_term], size)
        return 2 * empty > np.bincount(among, times[has_term], size)

    def is_content(self, term: int) -> bool:
        """Whether a term may stand alone: what it says is no word of every text.

        The title makes a subject of the calendar and of interjections, a capital of any other.
        """
        text = self.best(term)
        word = lower_case(text, self.language)
        if is_number(word) or is_adverb(text, self.language):
            return False
        if self._is_interjection(text) or word in empty_words(self.language, CALENDAR):
            return bool(self._titled[term])
        named = self.language not in CAPITAL_NOUNS and self.is_name(term)
        return named or word not in empty_words(self.language, GENERAL)

    def is_content_phrase(self, terms: Sequence[int], text: str) -> bool:
        """Whether a phrase says something: it has a word that does so alone, and no interjection.

        Capitals make a name of any words: "Good Day", "Black Friday". What begins with a date or a
        number otherwise only says when, or how many.
        """
        words = text.split()
        if any(map(self._is_interjection, words)) or not any(map(_has_letters, words)):
            return False
        if self.language not in CAPITAL_NOUNS and all(word[:1].isupper() for word in words):
            return True
        counts = is_number(words[0]) or (
            lower_case(words[0], self.language) in empty_words(self.language, CALENDAR)
        )
        return not counts and any(map(self.is_content, terms))

    def _is_interjection(self, text: str) -> bool:
        # In capitals it is another word: PS, MS, ER. "OK" is listed as it is written.
        word = text if text.isupper() else lower_case(text, self.language)
        return word in empty_words(self.language, INTERJECTIONS)

    def best(self, term: int) -> str:
        """The form that is used most, at the beginning of a sentence only if nowhere else."""
        forms = self._forms.get(term)
        return min(forms, key=lambda form: (-forms[form], form)) if forms else ""

    def as_term(self, term: int) -> str:
        """How it is shown as a term by itself; "" for what tells nothing alone."""
        text = self.best(term)
        return text if text and self.is_content(term) else ""

    def is_name(self, term: int) -> bool:
        """Whether it has a capital inside sentences: a name, and in German any noun."""
        best = self.best(term)
        return best[:1].isupper() and self._forms[term][best] >= _INSIDE


class _Runs(NamedTuple):
    """Runs of as many known terms each that stand in several rows."""

    terms: Ints
    """The terms of each, shape (runs, length)."""
    rows: Ints
    """In how many rows each stands, shape (runs,)."""
    all_places: Ints
    """Where all of them begin among the tokens, those of one run behind those of the other."""
    starts: Ints
    """Where the places of each run begin, shape (runs,)."""
    stops: Ints
    """Where they end, shape (runs,)."""

    def places(self, run: int) -> Ints:
        """Where one of them begins among the tokens."""
        return self.all_places[self.starts[run] : self.stops[run]]


def _phrases(
    vectors: Vectors, forms: WrittenForms, weights: Mapping[int, float], limit: int
) -> list[tuple[tuple[int, ...], str, list[int]]]:
    """Runs of two or three terms that recur: their terms, how they are written, their rows.

    Those are left out that are said too rarely to take the place of a word or to be among the best.

    Args:
        vectors: Those of the article.
        forms: How its terms are written.
        weights: The terms that are looked at, with their weights.
        limit: How many the best are.
    """
    terms = vectors.terms
    known = np.zeros(len(vectors.names) + 1, np.bool_)  # the last stands for no term: -1
    known[list(weights)] = True
    numbers = forms.term_of_type[terms.tokens]
    looked_at = known[numbers]
    several = [
        _recurring(numbers, terms.rows, looked_at, n, len(known)) for n in range(2, _MOST_WORDS + 1)
    ]
    kept = []
    for runs, telling in zip(
        several, _telling(vectors, forms, weights, several, limit), strict=True
    ):
        for run in np.flatnonzero(telling).tolist():
            key, places = tuple(runs.terms[run].tolist()), runs.places(run)
            if len(set(key)) < len(key):
                continue
            text = _usual(forms.written, terms.tokens, places, len(key))
            if _runs_into_name(text) or not forms.is_content_phrase(key, text):
                continue
            # Words may have had a comma between them: the phrase must stand in the text as it is.
            rows = sorted(set(terms.rows[places].tolist()))
            held = [row for row in rows if text in terms.texts[row]]
            if len(held) >= 2:
                kept.append((key, text, held))
    kept.sort(key=lambda phrase: (-len(phrase[2]) * len(phrase[0]), phrase[2], phrase[1]))
    return kept


def _telling(
    vectors: Vectors,
    forms: WrittenForms,
    weights: Mapping[int, float],
    several: Sequence[_Runs],
    limit: int,
) -> list[Bools]:
    """Which of some runs may take the place of a word, or be among the best themselves.

    The best of all score no less than the best of those words whose place no run takes. Of 20,000
    runs in 60,000 made sentences none is left, and key terms are found in an eighth of the time.
    """
    frequencies = vectors.frequencies
    weight_of = np.zeros(len(vectors.names))
    weight_of[list(weights)] = list(weights.values())
    taken = np.zeros(len(vectors.names), np.bool_)
    absorbing = []
    for runs in several:
        absorbs = runs.rows[:, None] >= _ABSORBS * frequencies[runs.terms]
        taken[runs.terms[absorbs]] = True
        absorbing.append(absorbs.any(axis=1))
    stay = (t for t in weights if not taken[t] and forms.as_term(t))
    scores = sorted((float(frequencies[t]) * weights[t] for t in stay), reverse=True)
    least = scores[limit - 1] - _ROUNDING if 0 < limit <= len(scores) else 0.0
    return [
        absorbs
        | (runs.rows * weight_of[runs.terms].max(axis=1) * _for_words(runs.terms.shape[1]) >= least)
        for runs, absorbs in zip(several, absorbing, strict=True)
    ]


def _recurring(numbers: Ints, rows: Ints, known: Bools, length: int, limit: int) -> _Runs:
    """The runs of known terms that stand in several rows.

    Args:
        numbers: The term of each token, -1 for none.
        rows: Its row.
        known: Whether its term is looked at.
        length: How many terms a run has.
        limit: The number that all terms are below.
    """
    count = max(0, len(numbers) - length + 1)
    fits = rows[:count] == rows[length - 1 :]
    for step in range(length):
        fits &= known[step : step + count]
    places = np.flatnonzero(fits)
    codes = _codes(numbers, places, length, limit)
    order = np.argsort(codes, kind="stable")
    codes, places = codes[order], places[order]
    starts = np.flatnonzero(np.diff(codes, prepend=-1))
    # The places of a run are in text order, so each row is counted where it comes first.
    first = np.diff(rows[places], prepend=-1) != 0
    first[starts] = True
    times = np.add.reduceat(first.astype(np.int64), starts) if len(starts) else starts
    stops = np.append(starts[1:], len(codes))[: len(starts)]
    again = times >= 2
    starts, stops = starts[again], stops[again]
    terms = numbers[places[starts][:, None] + np.arange(length)]
    return _Runs(terms, times[again], places, starts, stops)


def _usual(written: Sequence[str], tokens: Ints, places: Ints, length: int) -> str:
    """How a run of terms is written most often.

    Args:
        written: How each type of token is written.
        tokens: The type of each token.
        places: Where the run begins.
        length: How many tokens it has.
    """
    codes = _codes(tokens, places, length, len(written)).tolist()
    place_of = dict(zip(codes, places.tolist(), strict=True))
    counts: Counter[str] = Counter()
    for code, count in Counter(codes).items():
        at = place_of[code]
        # Types may be written alike: "Ada" and "Ada's" are.
        counts[" ".join(written[token] for token in tokens[at : at + length].tolist())] += count
    return min(counts, key=lambda form: (-counts[form], form))


def _codes(values: Ints, places: Ints, length: int, limit: int) -> Ints:
    """One number for each run of values; equal numbers for equal runs.

    Args:
        values: What is there at each place, each below ``limit``.
        places: Where the runs begin.
        length: How many values a run has.
        limit: At most two million, since three values must fit.
    """
    codes = values[places]
    for step in range(1, length):
        codes = codes * limit + values[places + step]
    return codes


def _runs_into_name(phrase: str) -> bool:
    """Whether a plain word goes before a name, as in "told Reuters": two things, not one.

    Short ones belong to the name ("al Qaeda", "de Gaulle").
    """
    return any(
        len(word) > 3 and word.islower() and after[:1].isupper()
        for word, after in pairwise(phrase.split())
    )


def _has_letters(word: str) -> bool:
    """Whether a word has two letters at the least: "1a" and "x" are numbers or their names."""
    return sum(map(str.isalpha, word)) > 1


def written_word(token: str, language: str) -> str:
    """The one word in a token as it is written there, without an elided article or possessive.

    Empty for a token of no word or of several ("and/or").
    """
    if token.isalpha():
        return token
    words = tokenise(token, language)
    if len(words) == 2 and words[1] == "s":
        del words[1]
    if len(words) != 1:
        return ""
    word = words[0].removesuffix("'s").removesuffix("’s")
    at = lower_case(token, language).find(word)
    return token[at : at + len(word)] if at >= 0 else word
