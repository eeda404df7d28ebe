"""Definite nouns that mean something named before: "The company…", "The group's founder…"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarise.index.references.phrases import Phrases
from summarise.text.openers import bare_opener_of
from summarise.text.patterns import compile_later
from summarise.text.phrases.openings import Openings

_WORD = compile_later(r"[^\W_]+")
#: Words between the article and its noun that are looked at: "the badly damaged storm".
REACH = 4
#: How far back a name may stand that a noun without an introduction of its own stands for.
_NEAR = 6
#: How far back any other noun is looked for behind an indefinite article, and its least letters.
_INTRODUCED_WITHIN = 8
_LEAST_LETTERS = 4
_LONGEST_DEMONSTRATIVE = 10
#: Characters in which the words between an article and its noun stand.
_REACH_BACK = 48
_CAPITALISED_INSIDE = compile_later(r"(?<=[\w,;] )[^\W\d_a-z][\w’'-]+")


def find_definite(
    texts: Sequence[str],
    written: Sequence[str],
    title: str,
    phrases: Phrases,
    opening: Sequence[bool],
    demonstrating: Sequence[bool],
    introducing: Sequence[bool],
) -> Mapping[int, tuple[int, ...]]:
    """The rows that open with a definite noun that needs an earlier row, each with such rows.

    The first of them is the one that introduces the noun ("a storm"), or the nearest one before it
    with a name that it may stand for ("the company"). A noun of the title is known to the reader.

    Args:
        texts: The sentences in lower case.
        written: The same as written.
        title: The title.
        phrases: Of the language of the text.
        opening: Which sentences may open with a definite article, or with one behind the opening of
            a clause; the others surely do not.
        demonstrating: Which sentences may have a demonstrative.
        introducing: Which sentences may introduce a noun: the others have no noun of the lists
            shortly behind an article.
    """
    if not phrases.noun:
        return {}
    titled = set(_WORD.findall(title.lower()))
    introduced: dict[str, list[int]] = {}
    leans: dict[int, tuple[int, ...]] = {}
    several = zip(opening, demonstrating, introducing, strict=True)
    for row in [row for row, signs in enumerate(several) if any(signs)]:
        bare = texts[row]
        noun, one_of_several = _opening_noun(bare, phrases) if opening[row] else (None, False)
        demonstrates = noun is None and demonstrating[row]
        known = _demonstrated_noun(bare, phrases) if demonstrates else None
        if noun is not None and noun not in titled:
            if one_of_several:
                leans[row] = (max(0, row - 1),)
            elif noun not in phrases.noun:
                if rows := _introduced_near(noun, row, texts, phrases):
                    leans[row] = rows
            elif noun in introduced:
                leans[row] = tuple(introduced[noun])
            elif (named := _named_near(row, written)) is not None:
                leans[row] = (named,)
        if known and (rows := _introduced_near(known, row, texts, phrases)):
            leans[row] = rows
        for found in _introductions(bare, phrases) if introducing[row] else ():
            introduced.setdefault(found, []).append(row)
    return leans


def _named_near(row: int, written: Sequence[str]) -> int | None:
    """The row shortly before one that has a name."""
    for earlier in range(row - 1, max(-1, row - 1 - _NEAR), -1):
        if _CAPITALISED_INSIDE.search(written[earlier]):
            return earlier
    return None


def _opening_noun(bare: str, phrases: Phrases) -> tuple[str | None, bool]:
    """The noun right behind a definite article at the beginning, if nothing tells which it is.

    And whether it is singled out of several that were told of: "the main benefit".
    """
    before = phrases.before.find(bare)
    start = len(before) + 1 if before and bare[len(before) : len(before) + 1] == " " else 0
    article = phrases.the.find(bare, start)
    if article is None:
        return None, False
    start += len(article)
    word = _WORD.match(bare, start + (bare[start : start + 1] == " "))
    singled = False
    while before is None and word is not None and word[0] in phrases.singled:
        if bare[word.end() : word.end() + 1] != " ":  # "the four-door model"
            return None, False
        singled = True
        word = _WORD.match(bare, word.end() + 1)
    if word is None or not (word[0] in phrases.noun or len(word[0]) >= _LEAST_LETTERS):
        return None, False
    behind = bare[word.end() :].lstrip()
    told_apart = phrases.of.find(behind) or _RELATIVE.find(behind)
    return (None, False) if told_apart else (word[0], singled)


def _demonstrated_noun(bare: str, phrases: Phrases) -> str | None:
    """The noun of an opening that is held to stand alone, like "this report"."""
    article = bare[:_LONGEST_DEMONSTRATIVE].partition(" ")[0]
    if article not in phrases.demonstrative or bare_opener_of(bare, phrases.language):
        return None
    word = _WORD.match(bare, len(article) + 1)
    return word[0] if word is not None and len(word[0]) >= _LEAST_LETTERS else None


def _introduced_near(
    noun: str, row: int, texts: Sequence[str], phrases: Phrases
) -> tuple[int, ...]:
    """The rows shortly before one that have a noun shortly behind an indefinite article."""
    found = []
    for earlier in range(row - 1, max(-1, row - 1 - _INTRODUCED_WITHIN), -1):
        bare = texts[earlier]
        at = bare.find(noun)
        if at >= 0 and not phrases.a.isdisjoint(
            _WORD.findall(bare, max(0, at - _REACH_BACK), at)[-REACH:]
        ):
            found.append(earlier)
    return tuple(found)


#: What says at once which one is meant: "the company that made it".
_RELATIVE = Openings(
    [
        "that",
        "who",
        "which",
        "where",
        "whose",
        "in",
        "at",
        "on",
        "with",
        "from",
        "die",
        "que",
        "qui",
    ],
    "en",
)


def _introductions(bare: str, phrases: Phrases) -> Sequence[str]:
    """The nouns that a sentence introduces: those shortly behind an indefinite article."""
    words = _WORD.findall(bare)
    found: list[str] = []
    for at, word in enumerate(words):
        if word in phrases.a:
            found += [w for w in words[at + 1 : at + 1 + REACH] if w in phrases.noun]
    return found
