"""Short forms that one sentence spells out and later ones use: "end of life (EOL)", "EOL".

No list is needed: a run of capitals is a short form if its letters begin the words before its
bracket, or those in the bracket behind it, or the words of a name: "Hill Farmers' Union", "HFU".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import accumulate

from summarise.text.patterns import compile_later

_CAPITAL = "[A-ZÀ-ÞА-Я]"
_REST = rf"[A-ZÀ-ÞА-Яa-z]{{0,2}}{_CAPITAL}{{1,5}}"
_SHORT = _CAPITAL + _REST
_SPELT_BEFORE = compile_later(rf"[(（]({_SHORT})s?[)）]")
_SPELT_BEHIND = compile_later(rf"\b({_SHORT})\s?[(（]([^)）]{{8,80}})[)）]")
#: Both begin with their capital, and look for the edge of the word behind that: capitals are rare,
#: and the edges of words are not.
_FORM = compile_later(rf"({_CAPITAL}(?<!\w\w){_REST})(?:s|['’]s)?\b")
_INITIAL = compile_later(r"\b(\w)")
#: A name of three words or more, with small words between them: shorter ones say little.
_LONG_NAME = compile_later(
    rf"{_CAPITAL}(?<!\w\w)[\w’'-]{{0,40}}+"
    rf"(?:[ \u00a0](?:(?:of|and|for|the|in|on|de|des|du|la|del|der|und|für)[ \u00a0]){{0,2}}"
    rf"{_CAPITAL}[\w’'-]{{0,40}}+){{2,6}}"
)
_NAME_INITIAL = compile_later(rf"(?<!\S)({_CAPITAL})")
_LEAST_OF_NAME = 3
#: Characters before a bracket in which the words of a short form stand.
_REACH = 90


def find_short_forms(texts: Sequence[str], title: str) -> Mapping[int, int]:
    """The rows that use a short form which only an earlier row spells out, each with that row.

    A short form of the title, or one that the text uses before it spells it out, is known.

    Args:
        texts: The sentences as written.
        title: The title.
    """
    forms = tuple(_forms(texts))
    spelt = (
        {row: found for row, text in enumerate(texts) if (found := _spelt(text))} if forms else {}
    )
    wanted = frozenset[str]().union(*spelt.values())
    first = _named(texts, {form for _, form in forms} - wanted)
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


def _forms(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The row of each short form, and the form, in text order: found in all texts as one."""
    ends = list(accumulate(len(text) + 1 for text in texts))
    for match in _FORM.finditer("\n".join(texts)):
        yield bisect_right(ends, match.start()), match[1]


def _named(texts: Sequence[str], forms: Set[str]) -> dict[str, int]:
    """The row that first writes the name whose words begin with the letters of each form."""
    missing: dict[str, list[str]] = {}
    for form in sorted(forms):
        if len(form) >= _LEAST_OF_NAME:
            missing.setdefault(form.upper(), []).append(form)
    found: dict[str, int] = {}
    if not missing:
        return found
    ends = list(accumulate(len(text) + 1 for text in texts))
    for name in _LONG_NAME.finditer("\n".join(texts)):
        initials = "".join(_NAME_INITIAL.findall(name[0]))
        for start in range(len(initials) - _LEAST_OF_NAME + 1):
            for form in missing.pop(initials[start:], ()):
                found[form] = bisect_right(ends, name.start())
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
