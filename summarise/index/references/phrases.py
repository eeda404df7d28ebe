"""The phrases of ``text/phrases/references`` of one language, ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarise.index.pieces import Pieces
from summarise.text.characters import UNSPACED_LANGUAGES
from summarise.text.openers import opener_of
from summarise.text.patterns import compile_later
from summarise.text.phrases import read_sections
from summarise.text.phrases.openings import Openings, label_of, plain_lower

#: Words before a pronoun that the pronoun is still looked for behind: "In the autumn of 2019, he…"
_LONGEST_OPENING = 60
#: The same for a demonstrative with its noun.
_LONGEST_CLAUSE = 200
#: Marks before the first letter, and the number of an item: "3. In conjunction with this, …".
_LEADING = compile_later(r"[\W_]*(?:\d{1,2}[.)]\s+[\W_]*)?")
#: What stands behind the first of a row that is counted: "First, …", "The first is …".
_BEHIND_FIRST = (",", " is ", " was ", ":")
_BEHIND_ANSWER = compile_later(r"\s*(?:[,.!;:–—…、。，！]|$)")
_WORD = compile_later(r"\w[\w'-]*")
#: The words behind the first one that small ones may stand before, if the first stands first.
_FIRST_WORDS = compile_later(r"\W*+\w[\w'-]*+" + r"(?:\W++(\w[\w'-]*+)" * 4 + ")?" * 4)
#: "It" that stands for nothing: "it is late", "it takes time".
_EXPLETIVE = compile_later(
    r"it(?:'s|'ll|'d| (?:is|was|ha[sd] (?:been|to)|will|would|may|might|can|could|should|must|takes"
    r"|took|seems|seemed|turns|turned|comes|came|makes|appears|looks|rains|does not matter"
    r"|doesn't matter)\b)"
)
#: Behind a demonstrative that stands for a thing itself.
_BARE_OBJECT = compile_later(
    r"\s*(?:[,.;:]|(?:for|in|on|at|by|to|with|because|when|and|but|is|was|are|were|will|can)\b|$)"
)
#: An English demonstrative that something is said of: "As a developer, this could be…".
_BARE_SUBJECT = compile_later(
    r"(?<!all )\b(?:this|these) (?:is|was|are|were|has|have|had|will|would|can|could|may|might"
    r"|should|must|means|makes|made)\b"
)
#: What such a text surely has, which costs less to look for.
BARE_SUBJECTS = ("this ", "these ")
#: Behind a clause that opens with these, and its comma, "that" is a demonstrative: "Since…, that
#: plan…".
_CLAUSE = compile_later(r"(?:after|although|as|because|before|if|once|since|unless|when|while) ")
_THAT = " that "
#: So many small words may stand before the pronoun.
_SMALL_WORDS = 4
#: Among so many first words a word tells of the whole sentence. Of 1,289 picks that were read five
#: had "also" there, and all five dangle.
_EARLY = 5
_ADVERB, _ADVERB_END = compile_later(r"[a-z]{3,}ly,"), compile_later(r"ly,")
#: What stands behind a demonstrative that has a noun.
_NOUN_BEHIND = r"\s+[\"“‘'«„]?(\w[\w'-]*)"
#: What a word is joined to behind it: "before-this".
_JOINED = compile_later(r"\w['-]+$")
#: A shorter noun is none, most often.
_NOUN_LETTERS = 4
#: Characters at the beginning that a comparison is looked for in, and words behind it in which its
#: other side may stand.
_COMPARED_IN = 120
_SIDE_WORDS = 4
#: It has no other side.
_ABOVE = "the above"
#: Who has spoken, behind the words: "…," she said.
_SPOKEN_BY = compile_later(r"[,.!?][\"”“»']\s*(\w+)\s+(\w+)\W*$")
#: The same where it goes on: "…, he said: “…"; and where nothing is quoted: "…, she said."
_SPEAKS = compile_later(r"[,\"”»] (\w+) (\w+)(?:[:,]|(\.$))")
_TAIL = 40
_QUOTES = frozenset("\"”“»'")


class Phrases(NamedTuple):
    """Phrases by what they do, in lower case.

    Attributes:
        language: Their language.
        before: What a clause opens with before its pronoun: prepositions, conjunctions.
        subject: Pronouns for somebody who was named before.
        person: Those for one person.
        object: Pronouns for a thing that may stand behind small words.
        negation: What makes a light connective an answer: "but not…".
        before_that: What stands before "that" where it is a demonstrative.
        demonstrative: Demonstratives that stand before a noun.
        pointing: A pattern of one of those with the word behind it.
        somebody: Words for people that a pronoun behind them may stand for.
        light: Connectives that only add or turn.
        inside: Words inside a sentence that set it beside or against what came before.
        early: Words among its first ones that do.
        answer: Answers that say nothing without what was asked.
        ordinal: Openings of the second of a row and later ones.
        first: Openings of the first of a row.
        singled: Adjectives that single one out of what was told of: "the main benefit".
        of: What makes an ordinal stand by itself: "the result *of* the vote".
        the: Definite articles.
        the_words: The same as a set.
        articles: All articles.
        a: Indefinite articles.
        noun: Nouns that with a definite article mean something named before.
        said: Verbs behind the name of somebody who speaks or acts.
        compared: What is like or other than something else: "a similar", "the same".
        side: What the other side of a comparison stands behind: "the same *as*…".
        until: Openings that tell how it was before what the next sentence tells.
        time: Nouns for times, which a sentence that holds one does not tell apart: "that year".
    """

    language: str
    before: Openings
    subject: frozenset[str]
    person: frozenset[str]
    object: frozenset[str]
    negation: Openings
    before_that: frozenset[str]
    demonstrative: frozenset[str]
    pointing: re.Pattern[str]
    somebody: frozenset[str]
    light: Openings
    inside: tuple[str, ...]
    early: frozenset[str]
    answer: Openings
    ordinal: Openings
    first: Openings
    singled: frozenset[str]
    of: Openings
    the: Openings
    the_words: frozenset[str]
    articles: frozenset[str]
    a: frozenset[str]
    noun: frozenset[str]
    said: frozenset[str]
    compared: tuple[str, ...]
    side: frozenset[str]
    until: Openings
    time: frozenset[str]

    def answers(self, bare: str) -> bool:
        """Whether a text begins with a bare answer."""
        phrase = self.answer.find(bare)
        return phrase is not None and _BEHIND_ANSWER.match(bare, len(phrase)) is not None

    def continues_row(self, bare: str, original: str) -> bool:
        """Whether a text begins with the second of a row, or a later one, that is not a name."""
        phrase = self.ordinal.find(bare)
        if phrase is None:
            return False
        if phrase.rpartition(" ")[2] in self.said:  # "the goal is to…"
            return True
        if any(map(str.isupper, original[1 : len(phrase)])):
            return False
        return self.of.find(bare[len(phrase) :].lstrip()) is None

    def opens_row(self, bare: str) -> bool:
        """Whether a text begins with the first of a row, which is announced before: "First, …"."""
        phrase = self.first.find(bare)
        return phrase is not None and bare.startswith(_BEHIND_FIRST, len(phrase))

    def turns_only(self, bare: str) -> bool:
        """Whether a text begins with a connective that only adds or turns, without a pronoun."""
        phrase = self.light.find(bare)
        if phrase is None:
            return False
        rest = bare[len(phrase) :].lstrip(" ,，、")
        if self.negation.find(rest) is not None:
            return False
        points = self._points(rest) or (rest.startswith("it ") and not _EXPLETIVE.match(rest))
        return not (opener_of(rest, self.language) == "pronoun" and points)

    def behind_light(self, bare: str) -> int:
        """Where a text goes on behind its light connective."""
        phrase = self.light.find(bare) or ""
        return len(phrase) + len(bare[len(phrase) :]) - len(bare[len(phrase) :].lstrip(" ,，、"))

    def turns_early(self, bare: str) -> bool:
        """Whether one of its first words does: "Norwick also wants…"."""
        return not self.early.isdisjoint(_WORD.findall(bare[:_LONGEST_OPENING])[1:_EARLY])

    def compares(self, bare: str) -> bool:
        """Whether something is like or other than what the text does not say: "a similar way"."""
        for phrase in self.compared:
            at = bare.find(phrase, 0, _COMPARED_IN)
            if at < 0 or (at and bare[at - 1].isalnum()):
                continue
            behind = at + len(phrase)
            following = _WORD.findall(bare[behind : behind + _LONGEST_OPENING])[:_SIDE_WORDS]
            if bare[behind : behind + 1].isalnum():
                continue
            if phrase == _ABOVE or self.side.isdisjoint(following):
                return True
        return False

    def spoken_by(self, bare: str, original: str) -> bool:
        """Whether somebody speaks that a pronoun stands for: "…," she said; "…, he said: …".

        Args:
            bare: The text in lower case.
            original: The same characters as written.
        """
        for goes_on in _SPEAKS.finditer(bare):
            speaks = goes_on[1] in self.person and goes_on[2] in self.said
            if speaks and (goes_on[3] or original[1 : goes_on.start()].islower()):
                return True
        tail = bare[-_TAIL:]
        if not self.person or _QUOTES.isdisjoint(tail):
            return False
        found = _SPOKEN_BY.search(tail)
        return found is not None and any(
            person in self.person and said in self.said
            for person, said in (found.groups(), found.groups()[::-1])
        )

    def one_person(self, bare: str) -> bool:
        """Whether the first pronoun among the first words stands for one person."""
        words = _WORD.findall(bare[:_LONGEST_OPENING])
        return any(word in self.person for word in words)

    def pronoun_behind(self, bare: str, original: str, *, opens: bool = True) -> bool:
        """Whether the first clause has a pronoun behind its opening, and no name before it.

        Args:
            bare: The text in lower case from its first letter on.
            original: The same characters as written.
            opens: Whether a preposition or conjunction may open it.
        """
        phrase = (self.before.find(bare) if opens else None) or self._adverb(bare)
        if phrase is None:
            return False
        rest = bare[len(phrase) :].lstrip(" ,")
        if opener_of(rest, self.language) == "pronoun" and self._points(rest):
            return True
        return self._behind_comma(bare, original, len(phrase))

    def object_near(self, bare: str) -> bool:
        """Whether a pronoun for a thing is among the words that small ones may stand before."""
        found = _FIRST_WORDS.match(bare, 0, _LONGEST_OPENING)
        return found is not None and not self.object.isdisjoint(found.groups())

    def object_inside(self, bare: str, stops: Container[str], *, near: bool, subject: bool) -> bool:
        """Whether only small words stand before a pronoun: "even if it works", "we did this".

        Args:
            bare: The text in lower case.
            stops: Stop words of the language.
            near: What :meth:`object_near` says.
            subject: Whether it may have one of :data:`BARE_SUBJECTS`.
        """
        for at, match in enumerate(_WORD.finditer(bare, 0, _LONGEST_OPENING) if near else ()):
            word = match[0]
            if word in self.object and at:
                return not _EXPLETIVE.match(bare, match.start()) and (
                    word in ("it", "them") or _BARE_OBJECT.match(bare, match.end()) is not None
                )
            if at >= _SMALL_WORDS or word not in stops:
                break
        if self.language != "en" or not subject:
            return False
        return _BARE_SUBJECT.search(bare, 0, _LONGEST_OPENING) is not None

    def points_inside(self, bare: str, original: str) -> bool:
        """Whether a pronoun stands among the first words, and nothing that it may stand for.

        Less sure than :meth:`object_inside`: "you can include it", "we do so by". It is asked
        where :meth:`object_near` says that there may be one.

        Args:
            bare: The text in lower case.
            original: The same characters as written.
        """
        for at, match in enumerate(_WORD.finditer(bare, 0, _LONGEST_OPENING)):
            word = match[0]
            if at > _SMALL_WORDS:
                break
            if word in self.object and at:
                return not _EXPLETIVE.match(bare, match.start()) and (
                    word in ("it", "them") or _BARE_OBJECT.match(bare, match.end()) is not None
                )
            named = at and original[match.start()].isupper() and word != "i"
            if named or word in self.articles or word in self.somebody:
                break
        return False

    def demonstrated(self, bare: str) -> str | None:
        """The noun behind a demonstrative, if nothing before it says it: "at *this threshold*"."""
        for match in self.pointing.finditer(bare, 0, _LONGEST_CLAUSE):
            at, noun = match.start(), match[1]
            if len(noun) < _NOUN_LETTERS or bare.find(noun) < at or _JOINED.search(bare, 0, at):
                continue
            if self.language in UNSPACED_LANGUAGES or opener_of(bare[at:], self.language):
                return noun
        return None

    def that_noun(self, bare: str) -> str | None:
        """The noun behind an English "that" which joins no clause: "in *that channel*"."""
        at = bare.find(_THAT, 0, _LONGEST_CLAUSE)
        while at >= 0:
            word = bare[:at].rpartition(" ")[2]
            behind_clause = word.endswith(",") and _CLAUSE.match(bare) is not None
            noun = _WORD.match(bare, at + len(_THAT))
            if (
                (behind_clause or word in self.before_that)
                and noun is not None
                and len(noun[0]) >= _NOUN_LETTERS
                and bare.find(noun[0]) > at
            ):
                return noun[0]
            at = bare.find(_THAT, at + 1, _LONGEST_CLAUSE)
        return None

    def person_inside(self, bare: str, original: str, common: Container[str]) -> bool:
        """Whether a pronoun for one person stands among the first words, and nobody before it.

        Args:
            bare: The text in lower case.
            original: The same characters as written.
            common: Words that are no names though a sentence begins with them.
        """
        for match in _WORD.finditer(bare, 0, _LONGEST_OPENING):
            if match[0] in self.person:
                return True
            name = original[match.start()].isupper() and (match.start() or match[0] not in common)
            if name or match[0] in self.articles or match[0] in self.somebody:
                return False
        return False

    def rows_with_adverb(self, pieces: Pieces) -> Sequence[bool]:
        """Which rows may open with an adverb and a comma; the others surely do not."""
        if self.language != "en":
            return [False] * pieces.n
        found: list[bool] = pieces.rows_matching(_ADVERB_END).tolist()
        return found

    def _adverb(self, bare: str) -> str | None:
        """The adverb and comma that an English sentence opens with: "Significantly, they…"."""
        may_be = self.language == "en" and "ly," in bare
        found = _ADVERB.match(bare) if may_be else None
        return found[0] if found else None

    def _points(self, rest: str) -> bool:
        """Whether a pronoun behind a preposition points back: "in it", not "when it rains"."""
        first = _WORD.match(rest)
        return first is not None and first[0] not in _EMPTY

    def _behind_comma(self, bare: str, original: str, start: int) -> bool:
        """Whether a pronoun follows the first comma, or one for a person a later one.

        No name may stand before it: "In 1961, having written a program, he…". What "they" stands
        for behind a later comma was named in between, most often.
        """
        wanted = self.subject
        comma = bare.find(", ", start, _LONGEST_OPENING)
        while comma >= 0:
            if any(map(str.isupper, original[start:comma])):
                return False
            first = _WORD.match(bare, comma + 2)
            if first is not None and first[0] in wanted:
                return True
            wanted, start = self.person, comma
            comma = bare.find(", ", start + 2, _LONGEST_CLAUSE)
        return False


#: Pronouns that often stand for nothing: "when it rains", "as there are", "in such a way".
_EMPTY = frozenset(
    [
        "it",
        "it's",
        "there",
        "here",
        "such",
        "es",
        "il",
        "c'est",
        "ce",
        "that",
        "another",
        "both",
        "her",
        "his",
        "their",
        "its",
        "ihr",
        "ihre",
        "sein",
        "seine",
        "so",
        "lo",
        "le",
        "det",
        "der",
    ]
)


def bare_text(text: str) -> tuple[str, str]:
    """A text in lower case from its first letter or digit on, and the same as written.

    The number of an item and a label before the first words are left out: "Moderator: So it…".
    """
    match = None if text[:1].isalpha() else _LEADING.match(text)
    original = text[match.end() :] if match else text
    if label := label_of(original):
        original = original[label.end() :]
    lower = plain_lower(original)
    return lower, original if len(lower) == len(original) else lower


def _whole_words(words: Sequence[str]) -> str:
    """A pattern of one of some words with no letter before it; it matches nothing without words.

    What stands before a word is looked at behind it: so only places where one may begin are.
    """
    return "|".join(f"{word}(?<!\\w{word})" for word in map(re.escape, words)) or "(?!)"


@lru_cache(maxsize=64)
def phrases_of(language: str) -> Phrases:
    """The phrases of a language; all empty if it has no list."""
    found = read_sections("references", language)

    def openings(name: str) -> Openings:
        return Openings(found.get(name, ()), language)

    demonstrative = found.get("demonstrative", ())
    return Phrases(
        language,
        before=openings("before"),
        subject=frozenset(found.get("subject", ())),
        person=frozenset(found.get("person", ())),
        object=frozenset(found.get("object", ())),
        negation=openings("negation"),
        before_that=frozenset(found.get("that", ())),
        demonstrative=frozenset(demonstrative),
        pointing=compile_later(rf"(?:{_whole_words(demonstrative)})(?={_NOUN_BEHIND})"),
        somebody=frozenset(found.get("somebody", ())),
        light=openings("light"),
        inside=tuple(found.get("inside", ())),
        early=frozenset(found.get("early", ())),
        answer=openings("answer"),
        ordinal=openings("ordinal"),
        first=openings("first"),
        singled=frozenset(found.get("singled", ())),
        of=openings("of"),
        the=openings("the"),
        the_words=frozenset(found.get("the", ())),
        articles=frozenset((*found.get("the", ()), *found.get("a", ()))),
        a=frozenset(found.get("a", ())),
        noun=frozenset(found.get("noun", ())),
        said=frozenset(found.get("said", ())),
        compared=tuple(found.get("compared", ())),
        side=frozenset(found.get("side", ())),
        until=openings("until"),
        time=frozenset(found.get("time", ())),
    )
