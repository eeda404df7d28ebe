"""Words as the full-text index sees them, and as a reader types them into a search."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from summarise.text.characters import UNSPACED
from summarise.text.folding import folded
from summarise.text.patterns import compile_later

#: Hangul, too: its words have endings that nobody types into a search.
_UNSPACED = f"{UNSPACED}\uac00-\ud7a3"
_WORD = compile_later(r"\w")
#: Words of a query that count; what is pasted by mistake may have thousands.
_MOST_WORDS = 32


# These classes are long: an article that is opened need not wait until they are compiled (4 ms).


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]+")


@cache
def _run_at_end() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]+$")


@cache
def _one_letter() -> re.Pattern[str]:
    """One letter, alone.

    As the beginning of a word it finds nearly everything, and takes 33 ms in 5,000 articles (two
    letters take 2 ms): behind other words it waits for a second one.
    """
    return re.compile(rf"[^\W\d_{_UNSPACED}]")


def indexed(text: str) -> str:
    """A text as it is given to the index: folded, scripts without spaces in pairs of characters.

    The last character of a run stands once more alone, so that every character begins a token.
    """
    lines = folded(text).split("\n")  # most lines of most texts are plain
    return "\n".join(line if line.isascii() else _run().sub(_pairs, line) for line in lines)


def _pairs(run: re.Match[str]) -> str:
    found = run[0]
    pairs = (found[at : at + 2] for at in range(len(found)))
    return f" {' '.join(pairs)} "


def query_of(typed: str) -> str:
    """What a reader typed as a query of FTS5: all words, each quoted, the last one maybe begun.

    Nothing that is typed is an operator. The query is empty if there is no word in it.
    """
    words = words_of(typed)
    if not words:
        return ""
    *before, last = words
    quoted = [_quoted(word) for word in before]
    if len(last) > 1:
        quoted.append(f"{_quoted(last).removesuffix('*')}*")
    elif not (before and _one_letter().fullmatch(last)):
        quoted.append(_quoted(last))
    return " ".join(quoted)


def tokens_of(terms: Iterable[str], letters: int) -> dict[str, str]:
    """Terms as they stand in the index, each with the word it comes from.

    Args:
        terms: Lower-case words, long ones cut to their first letters.
        letters: How many letters are left of a long one.

    Returns:
        For each term that the index can have, its token; with a star behind it for those that are
        the beginning of a word.
    """
    found = {}
    for term in terms:
        pieces = indexed(term).split()
        unspaced = _run().search(term) is not None
        if pieces and _WORD.search(pieces[0]) and (unspaced or len(pieces) == 1):
            found[term] = pieces[0] + "*" * (len(term) >= letters and not unspaced)
    return found


def query_of_any(tokens: Iterable[str]) -> str:
    """A query for the texts that hold any of some tokens, as :func:`tokens_of` gives them."""
    return " OR ".join(f'"{token.rstrip("*")}"{"*" * token.endswith("*")}' for token in tokens)


def words_of(typed: str) -> list[str]:
    """The words of what a reader typed, folded; SQLite takes a null character for the end."""
    words = folded(typed.replace("\0", " ")).split()[:_MOST_WORDS]
    return [word for word in words if _WORD.search(word)]


def _quoted(word: str) -> str:
    pieces = indexed(word).split()
    run = _run_at_end().search(word)
    if run is not None and len(run[0]) > 1:  # where the run goes on, this character is in a pair
        pieces.pop()
    is_begun = run is not None and len(run[0]) == 1
    return '"' + " ".join(pieces).replace('"', '""') + '"' + "*" * is_begun


def matcher(typed: str) -> tuple[re.Pattern[str], ...]:
    """What finds each word of a query in a folded text: where a word begins with it."""
    return tuple(
        re.compile(re.escape(word) if _run().search(word) else rf"(?<!\w){re.escape(word)}")
        for word in words_of(typed)
    )
