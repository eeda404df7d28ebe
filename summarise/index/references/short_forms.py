"""Short forms that one sentence spells out and later ones use: "end of life (EOL)", "EOL".

No list is needed: a run of capitals is a short form if its letters begin the words before its
bracket, or those in the bracket behind it, or the words of a name: "Hill Farmers' Union", "HFU".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import accumulate

from summarise.index.arrays import np
from summarise.index.pieces import Pieces
from summarise.text.patterns import compile_later

_CAPITAL = "[A-ZÀ-ÞА-Я]"
_REST = rf"[A-ZÀ-ÞА-Яa-z]{{0,2}}{_CAPITAL}{{1,5}}"
_SHORT = _CAPITAL + _REST
_SPELT_BEFORE = compile_later(rf"[(（]({_SHORT})s?[)）]")
_SPELT_BEHIND = compile_later(rf"\b({_SHORT})\s?[(（]([^)）]{{8,80}})[)）]")
#: Both begin with their capital, and look for the edge of the word behind that: capitals are rare,
#: and the edges of words are not.
_FORM = compile_later(rf"({_CAPITAL}(?<!\w\w){_REST})(?:s|['’]s)?\b")
#: What any piece with a short form has.
_CAPITALS, _ONE_CAPITAL = compile_later(_SHORT), compile_later(_CAPITAL)
_INITIAL = compile_later(r"\b(\w)")
#: A name has so many words or more, for shorter ones say little, with so many small ones between
#: two of them.
_LEAST_OF_NAME, _SMALL = 3, 2
_LONG_NAME = compile_later(
    rf"{_CAPITAL}(?<!\w\w)[\w’'-]{{0,40}}+"
    rf"(?:[ \u00a0](?:(?:of|and|for|the|in|on|de|des|du|la|del|der|und|für)[ \u00a0]){{0,{_SMALL}}}"
    rf"{_CAPITAL}[\w’'-]{{0,40}}+){{{_LEAST_OF_NAME - 1},6}}"
)
_NAME_INITIAL = compile_later(rf"(?<!\S)({_CAPITAL})")
#: Characters before a bracket in which the words of a short form stand.
_REACH = 90


def find_short_forms(texts: Sequence[str], title: str, pieces: Pieces) -> Mapping[int, int]:
    """The rows that use a short form which only an earlier row spells out, each with that row.

    A short form of the title, or one that the text uses before it spells it out, is known.

    Args:
        texts: The sentences as written, without what stands before their first words.
        title: The title.
        pieces: The pieces of the sentences: few sentences have several capitals in one of them.
    """
    rows: list[int] = np.flatnonzero(pieces.rows_as_written(_CAPITALS)).tolist()
    forms = [(row, form[1]) for row, form in _found(_FORM, texts, rows)]
    spelt = {row: found for row in rows if (found := _spelt(texts[row]))} if forms else {}
    wanted = frozenset[str]().union(*spelt.values())
    first = _named(texts, {form for _, form in forms} - wanted, pieces)
    wanted = wanted.union(first)
    known = set(_FORM.findall(title))
    leans: dict[int, int] = {}
    for row, form in forms:
        if form not in wanted:
            continue
        if form in spelt.get(row, ()):
            first.setdefault(form, row)
        elif first.get(form, row) >= row:
            known.add(form)
        elif form not in known:
            leans.setdefault(row, first[form])
    return leans


def _found(
    pattern: re.Pattern[str], texts: Sequence[str], rows: Sequence[int]
) -> Iterator[tuple[int, re.Match[str]]]:
    """What a pattern, which crosses no line, finds in some texts as one, each with its row."""
    some = [texts[row] for row in rows]
    ends = list(accumulate(len(text) + 1 for text in some))
    for match in pattern.finditer("\n".join(some)):
        yield rows[bisect_right(ends, match.start())], match


def _named(texts: Sequence[str], forms: Set[str], pieces: Pieces) -> dict[str, int]:
    """The row that first writes the name whose words begin with the letters of each form."""
    missing: dict[str, list[str]] = {}
    for form in sorted(forms):
        if len(form) >= _LEAST_OF_NAME:
            missing.setdefault(form.upper(), []).append(form)
    found: dict[str, int] = {}
    if not missing:
        return found
    may_name = pieces.rows_as_written(
        _ONE_CAPITAL, several=_LEAST_OF_NAME, within=(_LEAST_OF_NAME - 1) * (_SMALL + 1) + 1
    )
    for row, name in _found(_LONG_NAME, texts, np.flatnonzero(may_name).tolist()):
        initials = "".join(_NAME_INITIAL.findall(name[0]))
        for start in range(len(initials) - _LEAST_OF_NAME + 1):
            for form in missing.pop(initials[start:], ()):
                found[form] = row
    return found


def _spelt(text: str) -> frozenset[str]:
    """The short forms that a sentence spells out."""
    if "(" not in text and "（" not in text:
        return frozenset()
    before = {
        found[1]
        for found in _SPELT_BEFORE.finditer(text)
        if _begins(found[1], text[max(0, found.start() - _REACH) : found.start()])
    }
    behind = {found[1] for found in _SPELT_BEHIND.finditer(text) if _begins(found[1], found[2])}
    return frozenset(before | behind)


def _begins(form: str, words: str) -> bool:
    """Whether letters of a short form begin words, in their order; the first of them must."""
    initials = "".join(_INITIAL.findall(words)).lower()
    letters = [letter.lower() for letter in form if letter.isupper()]
    at = initials.rfind(letters[0]) if len(letters) == 1 else 0
    held = 0
    for letter in letters:
        place = initials.find(letter, at)
        if place >= 0:
            held, at = held + 1, place + 1
    return held >= max(2, len(letters) - 1) and letters[0] in initials
