"""What a reader should be told about an article before relying on its summary."""

from __future__ import annotations

from summarise.article import UNKNOWN_LANGUAGE, Article
from summarise.draft import Aside

#: Characters from which on it says something that the language was not recognised.
_TELLING = 200
#: The share of the words from which on it is said that boilerplate was left out.
_MUCH = 0.25
#: What nobody takes for the article, however much of it there is.
_BESIDE = (Aside.PICTURE, Aside.FOOTNOTE, Aside.REFERENCES, Aside.FRONT_MATTER)


def notices_of(article: Article) -> tuple[str, ...]:
    """All notices, one line each: how it was read, its language, and what is left out of it."""
    found = (
        length_notice(article),
        article.note,
        language_notice(article),
        boilerplate_notice(article),
    )
    return tuple(notice for notice in found if notice)


def length_notice(article: Article) -> str | None:
    """A line that says how much of its source an article is, if that was too long for all of it."""
    if article.share >= 1:
        return None
    percent = int(100 * article.share)
    how_much = f"the first {percent} %" if percent else "less than the first 1 %"
    return f"too long to be read as a whole: this is {how_much}, the rest is left out"


def language_notice(article: Article) -> str | None:
    """A line if the language of a text of some length was not recognised."""
    if (
        article.language != UNKNOWN_LANGUAGE
        or len(article.text) < _TELLING
        or not article.candidates
    ):
        return None
    return "the language was not recognised: sentences are split by general rules"


def boilerplate_notice(article: Article) -> str | None:
    """A line that says how much is marked as boilerplate, if it is more than a quarter.

    The words of pictures, notes and lists of what was read do not count.
    """
    if all(paragraph.boilerplate is None for paragraph in article.paragraphs):
        return None
    counted = [s for s in article.sentences if s.boilerplate not in _BESIDE]
    flagged = sum(s.words for s in counted if s.boilerplate is not None)
    total = sum(s.words for s in counted)
    if flagged <= _MUCH * total:
        return None
    share = round(100 * flagged / total)
    return f"{share} % of the words are marked as not part of the article, and left out"
