"""Where people are named in full, and sentences that call them by their last name alone.

No list of names is needed: a run of capitalised words is a name, and its last word is one if it
stands alone later on, as somebody who speaks or acts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from summarise.index.arrays import Bools, np, starts_of
from summarise.index.pieces import Pieces
from summarise.index.references.phrases import Phrases
from summarise.text.patterns import compile_later

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΑ-ΩА-ЯЁЄІЇҐ"
#: A name or an initial. It begins with the capital alone, which is what is looked for then.
_WORD = rf"[{_UPPER}](?:[\w’'-]*\w|\.)"
_PARTICLE = r"(?:de|van|von|der|den|la|le|da|di|bin|al|el|ter|ten|del|dos|du|af|zu)"
_NAME = compile_later(_WORD)
_RUN = compile_later(rf"{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])*{_WORD})*")
_POSSESSIVE = compile_later(r"[’']s?$")
_NEXT_WORD = compile_later(r"(?:[’']s)?,?\s+(\w+)")
#: Characters before a name that the word before it is looked for in.
_REACH_BACK = 12
#: Forms of address before a last name: they do not say who it is.
_ADDRESS = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Dr",
        "Prof",
        "Sir",
        "Lt",
        "Sgt",
        "Capt",
        "Col",
        "Gen",
        "Insp",
        "Supt",
        "Herr",
        "Frau",
        "Mme",
        "Sr",
        "Sra",
    ]
)
_LEAST_LETTERS = 3
#: A name that opens a sentence, behind at most so many characters.
_AT_START = 2


#: One name in a sentence: its row, the last word of the name, the first one if it has several (then
#: somebody is named in full), and where it begins and ends in the sentence.
Mention = tuple[int, str, str, int, int]


class Names(NamedTuple):
    """Who is named where.

    Attributes:
        bare: The rows with a bare last name that acts, each with that name.
        full: Each last name with the rows that name its bearer in full.
        first: For each row the first name in it that is named in full somewhere, or None.
    """

    bare: Mapping[int, str]
    full: Mapping[str, tuple[int, ...]]
    first: tuple[str | None, ...]

    def naming(self, last: str, row: int) -> tuple[int, ...]:
        """The rows before a row that name somebody in full."""
        rows = self.full.get(last, ())
        return rows[: bisect_left(rows, row)]


def find_names(
    texts: Sequence[str], title: str, common: frozenset[str], phrases: Phrases, pieces: Pieces
) -> Names:
    """Find the names of an article.

    Args:
        texts: The sentences; "" for one that names nobody.
        title: The title: names in it are known to the reader.
        common: Lower-case words of the text and stop words: what looks like a name at the
            beginning of a sentence and is none.
        phrases: Of the language of the text.
        pieces: The pieces of the sentences.
    """
    may_name = pieces.rows_as_written(_NAME, lambda word: _is_last_name(_bare(word), common))
    known = {_bare(word) for run in _RUN.findall(title) for word in run.split()}
    full: dict[str, list[int]] = {}
    last_of: dict[str, str] = {}
    bare: dict[int, str] = {}
    first: list[str | None] = [None] * len(texts)
    for row, last, forename, start, end in _mentions(texts, may_name, common, phrases):
        if forename:
            full.setdefault(last, []).append(row)
            if last_of.setdefault(forename, last) != last:
                known.add(forename)  # the first word of several names: a place, a firm
        elif last in last_of and last not in full:
            called = last_of[last]
            if not _acts(texts[row], start, end, phrases):
                known.add(last)
            elif known.isdisjoint((last, called)) and full[called][0] != row:
                bare.setdefault(row, called)
        elif last not in full:
            known.add(last)  # the article itself takes the name for known
        elif last not in known and full[last][0] != row:
            bare.setdefault(row, last)
        first[row] = first[row] or last
    return Names(bare, {last: tuple(rows) for last, rows in full.items()}, tuple(first))


def _mentions(
    texts: Sequence[str], may_name: Bools, common: frozenset[str], phrases: Phrases
) -> Iterator[Mention]:
    """The names of all sentences in text order: found in all of them as one, in half the time."""
    texts = [text if may else "" for text, may in zip(texts, may_name.tolist(), strict=True)]
    starts = starts_of(np.fromiter(map(len, texts), np.int64, len(texts)) + 1)
    joined = "\n".join(texts)
    bearers = _Bearers(common, phrases)
    begins: list[int] = []
    ends: list[int] = []
    named: list[tuple[str, str]] = []
    for run in _RUN.finditer(joined):
        if bearer := bearers[run[0]]:
            begins.append(run.start())
            ends.append(run.end())
            named.append(bearer)
    rows = np.searchsorted(starts, begins, "right") - 1
    articles = tuple(phrases.articles)
    ends_of_articles = frozenset(article[-1] for article in articles)
    several = zip(rows.tolist(), starts[rows].tolist(), begins, ends, named, strict=True)
    for row, begin, start, end, (first, last) in several:
        # Few names have anything before them that ends as an article does.
        before = joined[max(begin, start - _REACH_BACK) : start].rstrip()
        if (
            before[-1:].lower() in ends_of_articles
            and before.lower().endswith(articles)
            and _word_before(texts[row], start - begin).lower() in phrases.articles
        ):
            continue
        yield row, last, first, start - begin, end - begin


class _Bearers(dict[str, tuple[str, str] | None]):
    """The first and the last word of each name, found once; the first is empty for a bare one.

    None stands for what is no name.

    Args:
        common: Words that are no names though a sentence begins with them.
        phrases: Of the language of the text.
    """

    def __init__(self, common: frozenset[str], phrases: Phrases) -> None:
        super().__init__()
        self._common, self._articles = common, phrases.articles

    def __missing__(self, name: str) -> tuple[str, str] | None:
        found = self[name] = self._find(name)
        return found

    def _find(self, name: str) -> tuple[str, str] | None:
        common = self._common
        if name.lower() in common:  # most are a single word that opens a sentence
            return None
        words = name.split()
        article = False
        while words and (words[0].lower() in common or words[0].rstrip(".") in _ADDRESS):
            article = article or words[0].lower() in self._articles
            words = words[1:]
        if not words or article:
            return None
        last = _bare(words[-1])
        if not _is_last_name(last, common):
            return None
        return (words[0] if len(words) > 1 else "", last)


def _bare(word: str) -> str:
    """A word of a name without the ending that says whose something is."""
    return _POSSESSIVE.sub("", word)


def _is_last_name(word: str, common: frozenset[str]) -> bool:
    """Whether a word with a capital may be the last of a name."""
    return len(word) >= _LEAST_LETTERS and not word.isupper() and word.lower() not in common


def _word_before(text: str, at: int) -> str:
    """The word right before a place, or the end of a long one; "" where none stands there."""
    if not at:
        return ""
    before = text[max(0, at - _REACH_BACK) : at].rstrip()
    start = before.rfind(" ") + 1
    if before[start:].isalpha():  # as most are; a letter at a time takes three times as long
        return before[start:]
    start = len(before)
    while start and (before[start - 1].isalnum() or before[start - 1] in "_'"):
        start -= 1
    return before[start:]


def _acts(text: str, start: int, end: int, phrases: Phrases) -> bool:
    """Whether the one of a name in a sentence opens it as its subject, or speaks in it."""
    behind = _NEXT_WORD.match(text, end)
    speaks = behind is not None and behind[1].lower() in phrases.said
    if start <= _AT_START:
        several = text[end:].startswith((", ", " & "))
        return several or (behind is not None and (speaks or behind[1].islower()))
    return speaks or _word_before(text, start).lower() in phrases.said
