"""Phrases that give away what is not the article: a file a language, in this folder.

English phrases and the names of services count on every page, whatever its language: so many
pages mix them in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from summarise.parsing.boilerplate.reasons import Reason
from summarise.text.patterns import compile_later
from summarise.text.phrases import sections_of

_LONGEST_TEXT = 400
#: What the Turkish "İ" becomes in lower case: an i with one more dot.
_DOTTED_I = "i\u0307"
_SERVICES = "|".join(
    (
        r"facebook|twitter|linked ?in|whats ?app|pinterest|reddit|telegram|instagram|youtube",
        r"tumblr|flipboard|google ?\+|google plus|messenger|xing|vkontakte|viber|weibo|line",
        r"e-?mail|mail|print|rss|sms|copy link|pocket|mastodon|bluesky|threads|snapchat|tiktok",
        r"kakao|kakaotalk|kakaostory",
    )
)
#: What may stand before that with which a phrase begins.
_BEFORE = compile_later(r"\^?(?:\\W\*)?(?:\\b)?")
#: A group within another one.
_INNER = compile_later(r"\(\?:[^()]*\)")
#: Letters, and what else stands for itself, as far as it may not be left out.
_LETTERS = compile_later(r"[^\\.^$*+?{}\[\]|()]+(?![*?{])")
_BREADCRUMB = (r"^home\b.{0,20} \S", r"(?:\s[»>›|/•·→]\s.{1,60}){2}", r"^\s*[»›>|•·]\s*\S")


class Phrase(NamedTuple):
    """An expression, and with what its matches begin: most blocks have nothing of it.

    There it need not be looked for, nor be compiled: those of one language take 10 ms of 500 from
    the start of the program to the first summary.
    """

    expression: str
    beginnings: tuple[str, ...]
    pattern: re.Pattern[str]

    def find(self, text: str) -> re.Match[str] | None:
        """Where it stands in a block, if it does."""
        if self.expression.startswith("^") and not self.expression.startswith(r"^\W"):
            return self.pattern.match(text) if text.startswith(self.beginnings) else None
        for beginning in self.beginnings:
            if beginning in text:
                return self.pattern.search(text)
        return None


class _Cue(NamedTuple):
    """The phrases of one reason: those tied to the start of a block are tried there only."""

    reason: Reason
    opening: tuple[Phrase, ...]
    anywhere: tuple[Phrase, ...]

    def is_in(self, text: str) -> bool:
        return any(phrase.find(text) for phrases in self[1:] for phrase in phrases)

    def phrase(self, text: str) -> str:
        """The words that speak for the reason: at the start, or else the first."""
        found = next(filter(None, (phrase.find(text) for phrase in self.opening)), None)
        later = filter(None, (phrase.find(text) for phrase in self.anywhere))
        found = found or min(later, key=re.Match.start, default=None)
        return found[0] if found else ""


@lru_cache(maxsize=4096)
def find_cues(text: str, language: str) -> tuple[Reason, ...]:
    """The reasons that some phrase in a block speaks for, the most telling first.

    Args:
        text: The block without its list marker, with single spaces.
        language: Code of the language of the page.
    """
    text = text[:_LONGEST_TEXT].lower().replace(_DOTTED_I, "i")
    return tuple(cue.reason for cue in _cues(language) if cue.is_in(text))


def find_phrases(text: str, language: str) -> list[tuple[Reason, str]]:
    """The reasons that a block speaks for, each with the words that do."""
    text = text[:_LONGEST_TEXT].lower().replace(_DOTTED_I, "i")
    return [(cue.reason, cue.phrase(text)) for cue in _cues(language) if cue.is_in(text)]


@cache
def _cues(language: str) -> tuple[_Cue, ...]:
    """The cues of a page in some language, in the order of the English file."""
    other = _phrases(language) if language != "en" else {}
    table = {
        reason: (*phrases, *other.get(reason, ())) for reason, phrases in _phrases("en").items()
    }
    table[Reason.BREADCRUMB] = _BREADCRUMB
    return tuple(
        _Cue(
            Reason(reason),
            tuple(phrase_of(phrase) for phrase in phrases if phrase.startswith("^")),
            tuple(phrase_of(phrase) for phrase in phrases if not phrase.startswith("^")),
        )
        for reason, phrases in table.items()
    )


def phrase_of(written: str) -> Phrase:
    """The phrase that a line of a file stands for."""
    expression = written.replace("SERVICES", _SERVICES)
    return Phrase(expression, beginnings_of(expression), compile_later(expression))


def beginnings_of(phrase: str) -> tuple[str, ...]:
    """With what a match of a phrase begins, but for signs: one of these.

    They are the letters that stand first in it, or those of each alternative where a group does.
    ``("",)`` says that it is not plain to see.
    """
    first = _BEFORE.sub("", phrase, count=1)
    alternatives = [first]
    if first.startswith("(?:"):
        group, _, behind = _INNER.sub("(", first[3:]).partition(")")
        is_plain = behind[:1] not in ("?", "*", "{") and not group.endswith("\\")
        alternatives = group.split("|") if is_plain else [""]
    letters = [_LETTERS.match(each) for each in alternatives]
    return tuple(found[0] for found in letters if found) if all(letters) else ("",)


def _phrases(language: str) -> Mapping[str, tuple[str, ...]]:
    return sections_of(Path(__file__).parent / f"{language}.txt") if language.isalpha() else {}
