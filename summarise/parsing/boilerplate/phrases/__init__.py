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
from summarise.text.phrases import sections_of

_LONGEST_TEXT = 400
#: What the Turkish "İ" becomes in lower case: an i with one more dot.
_DOTTED_I = "i\u0307"
_SERVICES = "|".join(
    (
        r"facebook|twitter|linked ?in|whats ?app|pinterest|reddit|telegram|instagram|youtube",
        r"tumblr|flipboard|google ?\+|google plus|messenger|xing|vkontakte|viber|weibo|line",
        r"e-?mail|mail|print|rss|sms|copy link|pocket|mastodon|bluesky|threads|snapchat|tiktok",
        r"kakao(?:talk|story)?",
    )
)
_BREADCRUMB = (r"^home\b.{0,20} \S", r"(?:\s[»>›|/•·→]\s.{1,60}){2}", r"^\s*[»›>|•·]\s*\S")


class _Cue(NamedTuple):
    """The phrases of one reason: those tied to the start of a block are tried there only."""

    reason: Reason
    opening: re.Pattern[str]
    anywhere: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        return self.opening.match(text) is not None or self.anywhere.search(text) is not None

    def phrase(self, text: str) -> str:
        """The words that speak for the reason."""
        found = self.opening.match(text) or self.anywhere.search(text)
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
            _any_of([phrase for phrase in phrases if phrase.startswith("^")]),
            _any_of([phrase for phrase in phrases if not phrase.startswith("^")]),
        )
        for reason, phrases in table.items()
    )


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(phrases).replace("SERVICES", _SERVICES) if phrases else r"(?!)")


def _phrases(language: str) -> Mapping[str, tuple[str, ...]]:
    return sections_of(Path(__file__).parent / f"{language}.txt") if language.isalpha() else {}
