"""Which earlier sentence each one leans on: what has to be kept for it to be understood.

Taken out of its place a sentence dangles when it opens with a pronoun or connective, answers what
was asked before, goes on with a row, or calls by last name or "the company" what only an earlier
sentence names. Phrases come from ``text/phrases/openers`` and ``wordlists/references``; names are
found by their capitals and by coming again, in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice

from summarise.article import Article
from summarise.index.arrays import np
from summarise.index.fitness import PASSED_OVER
from summarise.index.pieces import Pieces
from summarise.index.references.kinds import Antecedent, Leaning
from summarise.index.references.mentions import find_mentioned
from summarise.index.references.names import Names, find_names
from summarise.index.references.nouns import REACH as NOUN_WITHIN
from summarise.index.references.nouns import find_definite
from summarise.index.references.phrases import BARE_SUBJECTS, Phrases, bare_text, phrases_of
from summarise.index.references.short_forms import find_short_forms
from summarise.index.terms import Terms
from summarise.index.vectors import Vectors
from summarise.text.characters import UNSPACED_LANGUAGES
from summarise.text.openers import bare_opener_of, opener_phrases
from summarise.text.patterns import compile_later
from summarise.text.phrases.openings import openable
from summarise.text.stop_words import all_stop_words
from summarise.text.words import ELIDING

__all__ = ["Antecedent", "Leaning", "find_antecedents"]

#: How far back the first of a row is looked for.
_ROW_REACH = 12
#: How far back the one is looked for whom "he" or "she" stands for.
_PERSON_REACH = 6
#: The same for what "this release" stands for, and the least letters of such a noun.
_NOUN_REACH = 12
_NOUN_LETTERS = 4
#: "These models" are those that were told of last.
_SEVERAL = frozenset(("these", "those"))
#: How far back the one is looked for who speaks.
_SPEAKER_REACH = 4
#: From this share on a sentence is nothing but somebody's words.
_QUOTED = 0.9
_PART = compile_later(r"[^\W_]+")
#: What a sentence says next to nothing without.
_CERTAIN = frozenset({Leaning.OPENER, Leaning.PRONOUN, Leaning.ANSWER, Leaning.ORDINAL})

#: Made once: most sentences lean on one other.
_NONE = frozenset[int]()


def find_antecedents(
    vectors: Vectors, unfit: Mapping[int, str], quoted: Sequence[float]
) -> Mapping[int, tuple[Antecedent, ...]]:
    """The candidates that lean on an earlier one, each with what it leans on, the surest first.

    The keys are indices of sentences. The first candidate has nothing before it to lean on,
    but it may announce what comes.

    Args:
        vectors: The terms of the article's candidates.
        unfit: Its candidates that no summary wants; nothing leans on what says nothing.
        quoted: The share of each candidate that is quoted speech.
    """
    return _Finder(vectors, unfit, quoted).find()


class _Finder:
    """The work of :func:`find_antecedents`; a *row* is a place among the candidates."""

    def __init__(self, vectors: Vectors, unfit: Mapping[int, str], quoted: Sequence[float]) -> None:
        self.vectors = vectors
        terms = vectors.terms
        self.article = article = terms.article
        self.quoted = quoted
        self.candidates = article.candidates
        self.paragraphs: Sequence[int] = terms.paragraph_of.tolist()
        #: The sentences in lower case from their first words on, and the same as written.
        self.bare: list[str] = []
        self.written: list[str] = []
        for text in terms.texts:
            bare, original = bare_text(text)
            self.bare.append(bare)
            self.written.append(original)
        self.phrases: Phrases = phrases_of(article.language)
        # Most sentences have none of these words, which the whole text is asked for at once.
        phrases = self.phrases
        (
            self.with_person,
            self.with_object,
            self.with_demonstrative,
            self.with_that,
            self.with_comparison,
            self.with_early,
            with_noun,
            with_article,
        ) = self._rows_with_each(
            terms,
            (
                phrases.person,
                phrases.object,
                phrases.demonstrative,
                frozenset(("that",)) if phrases.before_that else frozenset(),
                frozenset(phrase.split()[-1] for phrase in phrases.compared),
                phrases.early,
                phrases.noun,
                phrases.a,
            ),
        )
        self.turning = self._turning(terms.pieces)
        self.with_bare_subject: Sequence[bool] = terms.pieces.rows_with(BARE_SUBJECTS).tolist()
        # The same of what they begin with.
        (
            self.with_opener,
            self.with_answer,
            self.with_ordinal,
            self.with_first,
            self.with_until,
            self.with_clause,
            self.with_the,
        ) = openable(
            self.bare,
            (
                opener_phrases(article.language),
                phrases.answer,
                phrases.ordinal,
                phrases.first,
                phrases.until,
                phrases.before,
                phrases.the,
            ),
        )
        self.with_adverb = self.phrases.rows_with_adverb(terms.pieces)
        self.introducing = self._introducing(terms, with_noun, with_article)
        self.before = _rows_before(article, unfit)
        self.stops = all_stop_words(article.language)
        self.common = self._common_words(terms)
        self.names: Names = find_names(
            ["" if i in unfit else s for i, s in zip(self.candidates, terms.texts, strict=True)],
            article.title,
            self.common,
            self.phrases,
            terms.pieces,
        )

    def _rows_with_each(
        self, terms: Terms, several: Sequence[frozenset[str]]
    ) -> Sequence[Sequence[bool]]:
        """For each of several sets of words which rows may have one; surely not where it says so.

        Words are divided at an apostrophe: where "he's" is, "he" is.
        """
        several = [frozenset(word.partition("'")[0] for word in words) for words in several]
        unspaced = self.article.language in UNSPACED_LANGUAGES
        return [
            [bool(words)] * terms.n
            if unspaced or not all(map(str.isalpha, words))
            else found.tolist()
            for words, found in zip(several, terms.rows_with_each(several), strict=True)
        ]

    def _turning(self, pieces: Pieces) -> Set[int]:
        """The rows that set themselves beside or against another one by a word inside."""
        may_turn = pieces.rows_by_phrase(self.phrases.inside)
        return {
            row
            for phrase, rows in may_turn.items()
            for row in rows.tolist()
            if phrase in self.bare[row]
        }

    def _introducing(
        self, terms: Terms, with_noun: Sequence[bool], with_article: Sequence[bool]
    ) -> Sequence[bool]:
        """For each row whether it may have a noun of the lists shortly behind an article."""
        both = np.array(with_noun, np.bool_) & np.array(with_article, np.bool_)
        if self.article.language not in UNSPACED_LANGUAGES | ELIDING:
            # The articles of those are not among the words, or not always.
            articles, nouns = (
                _with_parts(words, terms) for words in (self.phrases.a, self.phrases.noun)
            )
            both &= terms.rows_with_behind(articles, nouns, NOUN_WITHIN)
        found: list[bool] = both.tolist()
        return found

    def find(self) -> Mapping[int, tuple[Antecedent, ...]]:
        """What each candidate leans on."""
        nouns = find_definite(
            self.bare,
            self.written,
            self.article.title,
            self.phrases,
            [a or b for a, b in zip(self.with_clause, self.with_the, strict=True)],
            self.with_demonstrative,
            self.introducing,
        )
        short = find_short_forms(self.written, self.article.title, self.vectors.terms.pieces)
        mentioned = find_mentioned(self.vectors, self.phrases)
        found: dict[int, tuple[Antecedent, ...]] = {}
        if self.bare and (ahead := tuple(self._ahead(0))):
            found[self.candidates[0]] = ahead
        inside = self._signs_inside()
        for row in self._rows_that_may_lean(inside, nouns.keys() | short.keys() | mentioned.keys()):
            leans = list(self._beginning(row))
            if inside[row]:
                leans += self._by_the_way(row)
            if row in nouns:
                leans.append(self._on(nouns[row], Leaning.DEFINITE))
            if row in short:
                leans.append(self._on((short[row],), Leaning.SHORT))
            if row in self.names.bare:
                naming = self.names.naming(self.names.bare[row], row)
                leans.append(self._on(naming, Leaning.NAME))
            if self.quoted[row] >= _QUOTED and not any(lean.needed for lean in leans):
                leans += self._spoken(row)
            if row in mentioned and not any(lean.needed for lean in leans):
                leans.append(self._on(mentioned[row], Leaning.MENTIONED))
            if leans:
                found[self.candidates[row]] = tuple(leans)
        return found

    def _signs_inside(self) -> Sequence[bool]:
        """Which rows may lean by what stands further inside them, or on what comes behind."""
        behind = [*self.with_first[1:], False]
        signs = zip(self.with_person, self.with_comparison, self.with_until, behind, strict=False)
        return list(map(any, signs))

    def _rows_that_may_lean(self, inside: Sequence[bool], others: Set[int]) -> Iterable[int]:
        """All rows but the first that have a sign of leaning, and some others, in their order."""
        begin = (
            self.with_opener,
            self.with_answer,
            self.with_ordinal,
            self.with_clause,
            self.with_adverb,
            self.with_object,
            self.with_demonstrative,
            self.with_that,
            self.with_early,
        )
        may_lean = np.array((inside, *begin), np.bool_).any(axis=0)
        may_lean |= np.array(self.quoted) >= _QUOTED
        may_lean[[*others, *self.turning, *self.names.bare]] = True
        may_lean[:1] = False
        rows: list[int] = np.flatnonzero(may_lean).tolist()
        return rows

    def _beginning(self, row: int) -> Sequence[Antecedent]:
        """What the beginning of a sentence leans on: one antecedent at most."""
        bare, original = self.bare[row], self.written[row]
        has_opener = self.with_opener[row]
        opener = bare_opener_of(bare, self.article.language) if has_opener else None
        if opener is not None and not bare.endswith("?"):
            kind = Leaning.CONNECTIVE if opener == "connective" else Leaning.OPENER
            if kind is Leaning.CONNECTIVE and self.phrases.turns_only(bare):
                kind = Leaning.LIGHT
            if kind is not Leaning.LIGHT:
                return (self._on(self._referent(row), kind),)
            light = self.phrases.behind_light(bare)
            inside = self._pronoun(row, light)
            return (self._on((self.before[row],), kind), *(inside or self._demonstrated(row)))
        if self.with_answer[row] and self.phrases.answers(bare):
            return (self._on((row - 1,), Leaning.ANSWER),)
        if self.with_ordinal[row] and self.phrases.continues_row(bare, original):
            return (self._on((self._first_of_row(row),), Leaning.ORDINAL),)
        demonstrates = self.with_demonstrative[row] or self.with_that[row]
        found = self._pronoun(row) or (self._demonstrated(row) if demonstrates else ())
        if not found and (
            row in self.turning or (self.with_early[row] and self.phrases.turns_early(bare))
        ):
            return (self._on((self.before[row],), Leaning.LIGHT),)
        return found

    def _pronoun(self, row: int, start: int = 0) -> Sequence[Antecedent]:
        """What a pronoun among the first words from a place on stands for: one at most."""
        bare, original = self.bare[row], self.written[row]
        if start:
            bare, original = bare[start:], original[start:]
        person, thing = self.with_person[row], self.with_object[row]
        opens = bool(start) or self.with_clause[row]
        near, subject = thing and self.phrases.object_near(bare), self.with_bare_subject[row]
        if (
            (
                (opens or self.with_adverb[row])
                and self.phrases.pronoun_behind(bare, original, opens=opens)
            )
            or (person and self.phrases.person_inside(bare, original, self.common))
            or (
                (near or (thing and subject))
                and self.phrases.object_inside(bare, self.stops, near=near, subject=subject)
            )
        ):
            return (self._on(self._referent(row), Leaning.PRONOUN),)
        if near and self.phrases.points_inside(bare, original):
            return (self._on((self.before[row],), Leaning.POINTED),)
        return ()

    def _by_the_way(self, row: int) -> Iterator[Antecedent]:
        """What a sentence leans on by what stands further inside it."""
        bare, original = self.bare[row], self.written[row]
        if self.with_person[row] and self.phrases.spoken_by(bare, original):
            yield self._on(self._named(row), Leaning.PRONOUN)
        elif self.with_comparison[row] and self.phrases.compares(bare):
            yield self._on((self.before[row],), Leaning.COMPARISON)
        yield from self._ahead(row)

    def _ahead(self, row: int) -> Iterator[Antecedent]:
        """What a sentence leans on that comes right behind it."""
        behind = row + 1
        if behind == len(self.bare):
            return
        until = self.with_until[row] and self.paragraphs[behind] == self.paragraphs[row]
        if (until and self.phrases.until.find(self.bare[row]) is not None) or (
            self.with_first[behind] and self.phrases.opens_row(self.bare[behind])
        ):
            yield self._on((behind,), Leaning.HALF)

    def _demonstrated(self, row: int) -> Sequence[Antecedent]:
        """The sentences that hold the noun behind a demonstrative inside a sentence."""
        bare = self.bare[row]
        noun = self.phrases.demonstrated(bare) if self.with_demonstrative[row] else None
        if noun is None and self.with_that[row]:
            noun = self.phrases.that_noun(bare)
        if noun is None or noun in self.stops:
            return ()
        rows = () if noun in self.phrases.time else tuple(self._holding(noun, row))
        if rows:
            return (self._on(rows, Leaning.PRONOUN),)
        return (self._on((self.before[row],), Leaning.POINTED),)

    def _referent(self, row: int) -> tuple[int, ...]:
        """The row before, or where somebody is named, if a pronoun stands for one person."""
        if not self.with_person[row] or not self.phrases.one_person(self.bare[row]):
            before = self.before[row]
            return (before, *self._same_noun(row, before))
        return self._named(row)

    def _named(self, row: int) -> tuple[int, ...]:
        """Where the person is named that "he" or "she" stands for; else the row before."""
        before = self.before[row]
        for earlier in range(before, max(-1, before - _PERSON_REACH), -1):
            last = self.names.first[earlier]
            if last is not None:
                return (earlier, *self._with_nobody_between(last, row))
        return (before,)

    def _with_nobody_between(self, last: str, row: int) -> Iterator[int]:
        """The rows that name somebody in full, up to where another person was spoken of since.

        "He" behind a sentence about somebody else would be taken for that one.
        """
        first = self.names.first
        since = next((i for i in range(row - 1, -1, -1) if first[i] not in (None, last)), -1)
        return (named for named in self.names.naming(last, row) if named > since)

    def _same_noun(self, row: int, before: int) -> Iterator[int]:
        """Rows shortly before one that hold the noun behind its pronoun: "this release"."""
        words = self.bare[row].split(None, 2)
        noun = words[1].strip(".,;:") if len(words) > 1 else ""
        if len(noun) < _NOUN_LETTERS or noun in self.stops or noun in self.phrases.time:
            return
        nearest = 1 if words[0] in _SEVERAL else None
        yield from islice(self._holding(noun, before), nearest)

    def _holding(self, noun: str, row: int) -> Iterator[int]:
        """The rows shortly before one that hold a noun, the nearest first."""
        for earlier in range(row - 1, max(-1, row - _NOUN_REACH), -1):
            if noun in self.bare[earlier]:
                yield earlier

    def _on(self, rows: Sequence[int], kind: Leaning) -> Antecedent:
        first, *others = [self.candidates[row] for row in rows]
        return Antecedent(first, kind, kind in _CERTAIN, frozenset(others) if others else _NONE)

    def _first_of_row(self, row: int) -> int:
        for earlier in range(row - 1, max(-1, row - 1 - _ROW_REACH), -1):
            if self.phrases.first.find(self.bare[earlier]):
                return earlier
        return self.before[row]

    def _spoken(self, row: int) -> Iterator[Antecedent]:
        """Who says it, of a sentence that is nothing but a quotation: the nearest that tells.

        First before it, then right behind it, in its paragraph; else in the paragraph before.
        """
        shares, paragraphs = self.quoted, self.paragraphs
        paragraph = paragraphs[row]
        before = range(row - 1, max(-1, row - 1 - _SPEAKER_REACH), -1)
        tells = [near for near in before if 0 < shares[near] < _QUOTED]
        own = [near for near in tells if paragraphs[near] == paragraph]
        behind = row + 1
        if not own and behind < len(shares) and paragraphs[behind] == paragraph:
            own = [behind] if 0 < shares[behind] < _QUOTED else []
        for speaker in (own or tells)[:1]:
            yield self._on((speaker,), Leaning.QUOTATION)

    def _common_words(self, terms: Terms) -> frozenset[str]:
        """Words that the text also writes small, and stop words: capitals say nothing of them."""
        marks = ".,;:!?\"'”’)(“"
        begins = zip(terms.texts, self.written, strict=True)
        cut = ((text, original) for text, original in begins if original is not text)
        marked = (original for text, original in cut if not text[:1].isalnum())
        first = (word for text in marked for word in text.split(None, 1)[:1] if word.islower())
        return terms.pieces.small_words(marks).union(
            self.stops, (word.strip(marks) for word in first)
        )


def _with_parts(words: frozenset[str], terms: Terms) -> frozenset[str]:
    """Some words, and those of an article that are joined of one of them and others."""
    joined = (word for word in terms.vocabulary if not word.isalpha())
    return words.union(word for word in joined if not words.isdisjoint(_PART.findall(word)))


def _rows_before(article: Article, unfit: Mapping[int, str]) -> Sequence[int]:
    """For each row the nearest one before it that says something, fit or not.

    Labels, captions, calls and the like are passed over; a question or a lead-in is not, for what
    comes behind it is about it. The first row has itself.
    """
    rows: list[int] = []
    last = -1
    for row, sentence in enumerate(article.candidates):
        rows.append(last if last >= 0 else max(0, row - 1))
        if unfit.get(sentence, "") not in PASSED_OVER:
            last = row
    return rows
