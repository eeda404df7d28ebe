"""Phrases that give away what is not the article: the files in ``phrases/``, a file a language.

English phrases and the names of services count on every page, whatever its language: so many
pages mix them in.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from summarise.boilerplate.reasons import Reason

_LONGEST_TEXT = 400
_SERVICES = "|".join(
    (
        r"facebook|twitter|linked ?in|whats ?app|pinterest|reddit|telegram|instagram|youtube",
        r"tumblr|flipboard|google ?\+|google plus|messenger|xing|vkontakte|viber|weibo|line",
        r"e-?mail|mail|print|rss|sms|copy link|pocket|mastodon|bluesky|threads|snapchat|tiktok",
        r"kakao(?:talk|story)?",
    )
)
_BREADCRUMB = r"^home\b.{0,20} \S|(?:\s[»>›|/•·→]\s.{1,60}){2}|^\s*[»›>|•·]\s*\S"


def find_cues(text: str, language: str) -> tuple[Reason, ...]:
    """The reasons that some phrase in a block speaks for, the most telling first.

    Args:
        text: The block without its list marker, with single spaces.
        language: Code of the language of the page.
    """
    text = text[:_LONGEST_TEXT].lower()
    return tuple(reason for reason, pattern in _patterns(language) if pattern.search(text))


@cache
def _patterns(language: str) -> tuple[tuple[Reason, re.Pattern[str]], ...]:
    """One pattern a reason; the order of the English file is the order of the reasons."""
    other = _phrases(language) if language != "en" else {}
    patterns = [
        (Reason(reason), re.compile("|".join((*phrases, *other.get(reason, ())))))
        for reason, phrases in _phrases("en").items()
    ]
    return (*patterns, (Reason.BREADCRUMB, re.compile(_BREADCRUMB)))


def _phrases(language: str) -> dict[str, list[str]]:
    file = files("summarise.boilerplate").joinpath("phrases", f"{language}.toml")
    if not language.isalpha() or not file.is_file():
        return {}
    table: dict[str, list[str]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        reason: [phrase.replace("SERVICES", _SERVICES) for phrase in phrases]
        for reason, phrases in table.items()
    }
