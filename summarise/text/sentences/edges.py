"""Where a sentence may end: the possible edges of a line, with the rule that proposes each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarise.text.characters import NUMBER_MARKER
from summarise.text.patterns import compile_later
from summarise.text.sentences.edge import Edge, edge_at
from summarise.text.sentences.glued import find_glued
from summarise.text.sentences.languages import ENDING, NAME_ENDS, UNITS, Language
from summarise.text.sentences.marks import (
    ALWAYS_END,
    BELOW_EMOJI,
    CITATION,
    LEADING_DOTS,
    LONE_QUOTE,
    OPENERS,
    PLAIN,
    SPACE,
    TAIL,
    first_token,
    last_token,
)
from summarise.text.sentences.measures import find_measure

#: The parts of an abbreviation that is written with spaces: how long, and how many before the last.
_LONGEST_PART = 5
_MOST_PARTS = 3
_PART_BEHIND = compile_later(rf"(?:^|(?<=[\W_]))([^\W\d_]{{1,{_LONGEST_PART}}})\.[ \u00a0\u202f]?$")
#: What is no sentence before an emoji, or the box of a task: a bullet, the number of an item.
_NOTHING_SAID = compile_later(rf"\s*(?:{NUMBER_MARKER}\s)?\W*")
#: The marks of most sentences.
_MARKS = (".", "?", "!")
#: Words whose capital says nothing about a start.
_ALWAYS_CAPITAL = frozenset({"I"})


def find_edges(text: str, language: Language) -> Iterator[Edge]:
    """The possible edges of a line of text, in order."""
    size = len(text)
    passed = 0
    always = ALWAYS_END + language.local_ends
    quotes = _Quotes(text)
    for run in language.runs.finditer(text):
        mark, stop = run.span()
        if mark < passed:
            continue
        if stop - mark > 1:
            stop = _end_of_marks(text, run[0], mark, stop)
        if stop == size:
            return
        if text[stop] == " " and text[stop + 1 : stop + 2].isalnum():
            if run[0] in _MARKS and (plain := _plain_edge(text, mark, language)):
                yield plain
                continue
            end, following = stop, stop + 1
        else:
            end = _end_of_tail(text, stop, quotes)
            following = SPACE.match(text, end).end()  # type: ignore[union-attr]
            if following >= size:
                return
        passed = end
        if end == following and text[stop - 1] not in always:
            if (glued := find_glued(text, mark, stop, end, language)) is not None:
                yield glued
            continue
        edge = edge_at(text, mark, end, following)
        edge.closed = end > stop
        if text[stop - 1] in always:
            edge.rule = "mark"
        elif text[following] in ".…":
            dots = _leading_dots(text, mark, stop, following)
            if not dots:
                continue
            edge.rule = "dots"
            edge.token = last_token(text, 0, mark)
            passed = dots
        else:
            edge.rule = _proposal(text, text[mark:stop], edge, language)
        if edge.rule and not (text[end - 1] > BELOW_EMOJI and _opens(text, end)):
            yield edge


def _plain_edge(text: str, mark: int, language: Language) -> Edge | None:
    """The edge behind a mark as most are: an ordinary word before it, a space and a name behind it.

    What it says is what the rules below would say. None for any other, and where Punkt sees no end.
    """
    token = text[max(0, mark - 60) : mark].rpartition(" ")[2]
    word, space, _ = text[mark + 2 : mark + 60].partition(" ")
    if not (token.isalpha() and token[-1].islower() and word[0].isupper() and word.isalpha()):
        return None
    lower = token.lower()
    if not space or len(token) < 2 or lower in language.short or word in NAME_ENDS:
        return None
    if _goes_on(text, token, mark) or (
        text[mark] == "." and (lower, word.lower()) in language.punkt.collocations
    ):
        return None
    return Edge(mark + 1, mark + 2, "punkt", mark, token, False, word, mark + 2, True)


def _goes_on(text: str, token: str, mark: int) -> bool:
    """Whether a token is short and stands behind a full stop, as parts of abbreviations do."""
    at = mark - len(token)
    return len(token) <= _LONGEST_PART and "." in text[max(0, at - 2) : at]


def _opens(text: str, end: int) -> bool:
    """Whether an emoji stands before the first word of a line, so that it ends nothing."""
    return _NOTHING_SAID.fullmatch(text, 0, end) is not None


def _end_of_marks(text: str, run: str, mark: int, stop: int) -> int:
    """Where the marks of a run end that belong together: emoji behind them are a tail."""
    if run == ". . . ." and mark and not text[mark - 1].isspace():
        # A full stop, then three dots that open what follows.
        return mark + 1
    if run[-1] > BELOW_EMOJI and (plain := PLAIN.match(text, mark)):
        return plain.end()
    return stop


@dataclass(slots=True)
class _Quotes:
    """Counts straight quotes up to places that only move ahead."""

    text: str
    counted: int = 0
    count: int = 0

    def open_at(self, at: int) -> bool:
        """Whether a straight quote is open at a place."""
        self.count += self.text.count('"', self.counted, at)
        self.counted = at
        return self.count % 2 == 1


def _end_of_tail(text: str, stop: int, quotes: _Quotes) -> int:
    """Where the sentence ends whose marks end at ``stop``: behind its quotes, brackets, notes."""
    tail = TAIL.match(text, stop)
    end = tail.end() if tail else stop
    lone = LONE_QUOTE.match(text, end)
    if lone is not None and (lone[1] == "''" or quotes.open_at(end)):
        end = lone.end()
    if text[end - 1] in '"”»“' and (citation := CITATION.match(text, end)):
        end = citation.end()
    return end


def _leading_dots(text: str, mark: int, stop: int, following: int) -> int:
    """The end of dots that open what follows a single mark at the end of a word; 0 for none."""
    if stop - mark > 1 or text[mark] == "…" or not mark or text[mark - 1].isspace():
        return 0
    dots = LEADING_DOTS.match(text, following)
    return dots.end() if dots else 0


def _proposal(text: str, run: str, edge: Edge, language: Language) -> str:
    """The rule that makes an edge of a run of marks before white space; "" if none does."""
    word = edge.word
    if run[0] in ":;=" or (run[-1] > BELOW_EMOJI and run[-1] not in ALWAYS_END):
        return "emoji" if word[:1].isupper() else ""
    if run[-1] not in "?!‽" and (len(run) > 1 or run == "…"):
        if not word[:1].isupper() or word.rstrip("'’") in _ALWAYS_CAPITAL:
            return ""
        plain = not language.capital_nouns or text[edge.next] in OPENERS
        if plain or language.opens(word):
            return "ellipsis"
        return "punkt" if language.punkt.ends_ellipsis(first_token(text, edge.next)) else ""
    edge.token = token = last_token(text, 0, edge.mark)
    if _goes_on(text, token, edge.mark):
        edge.token = token = _abbreviation(text, token, edge.mark, language)
    if run[-1] != ".":
        return "punkt"
    if not token:
        return "punkt"
    if (token in UNITS or "." in token) and (measure := find_measure(text, edge, language)):
        return measure
    behind = text[edge.mark + 1] if edge.closed else _first_token(text, edge)
    if language.punkt.ends(token, behind):
        return "punkt"
    return "starter" if _starter(token.lower(), word, language) else ""


def _first_token(text: str, edge: Edge) -> str:
    """The token behind an edge: mostly the word that is known already."""
    word, at = edge.word, edge.word_at
    if at == edge.next and word and text.startswith(" ", at + len(word)):
        return word
    return first_token(text, edge.next)


def _abbreviation(text: str, token: str, mark: int, language: Language) -> str:
    """A token, or with the parts before it the abbreviation that is written "z. B." for "z.B."."""
    whole = found = token
    at = mark - len(token)
    for _ in range(_MOST_PARTS):
        part = _PART_BEHIND.search(text, max(0, at - _LONGEST_PART - 3), at)
        if part is None:
            break
        at = part.start(1)
        whole = f"{part[1]}.{whole}"
        if whole.lower() in language.spaced:
            found = whole
    return found


def _starter(token: str, word: str, language: Language) -> bool:
    """Whether what follows an abbreviation that may end a sentence opens the next."""
    if token in language.joining or (language.ordinals and token.isdigit()):
        return False
    if token in ENDING and word[:1].isupper() and not language.capital_nouns:
        return True
    abbreviated = len(token) == 1 or "." in token or token in language.punkt.abbreviations
    return abbreviated and language.opens(word)
