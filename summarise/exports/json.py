"""JSON: one object on one line, with the place, score and rank of every sentence.

``{"title", "author", "date", "site", "address", "language", "method", "length", "notices",
"sentences": [{"index", "paragraph", "start", "end", "text", "score", "rank"}], "text"}``: what the
source does not say is an empty string, several names of an ``author`` have commas between them, a
``date`` is in ISO 8601, a day or a day and a time ("2021-03-16", "2018-10-03T09:00:00-04:00"),
where that is sure and as the source has it where not ("03/04/2021"), ``notices`` are lines on how
it was read and what is left out, ``start`` and ``end`` are offsets in characters into the text of
the article, ``rank`` counts from 1, and the last ``text`` is that of the summary. Where a language
model chose, its name is ``model``, and each sentence has its ``reason``, which may be empty.

A digest is one object, too: ``{"articles", "method", "length", "stories": [{"title", "articles",
"sentences": [{"text", "rank", "worth", "source", "others"}]}], "text"}``. ``articles`` has
``{"name", "title", "author", "date", "site", "address", "language", "notices"}`` for each one read,
the ``articles`` of a story are numbers of these from 0; a ``source``, as each of the ``others``, is
``{"article", "index", "paragraph", "start", "end", "text"}``.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from summarise.article import Article, Sentence
from summarise.notices import notices_of
from summarise.ranking.ranking import Summary

if TYPE_CHECKING:
    from summarise.digests.digest import Digest, DigestLine, Place

#: Characters that JSON allows in a line and some readers of lines break at.
_LINE_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}


def write(summary: Summary, *, titled: bool) -> str:  # noqa: ARG001
    """One object on one line; its title is always there."""
    article = summary.ranking.article
    facts = _facts(article)
    notices = facts.pop("notices")
    whole: dict[str, object] = {
        **facts,
        "method": summary.ranking.method,
        "length": str(summary.length),
        "notices": notices,
        "sentences": [_sentence(summary, sentence) for sentence in summary.sentences],
        "text": summary.text,
    }
    if judgement := summary.ranking.judgement:
        whole["model"] = judgement.name
    return _line(whole)


def write_digest(digest: Digest) -> str:
    """One object on one line."""
    numbers = {id(article): number for number, article in enumerate(digest.articles)}
    whole: dict[str, object] = {
        "articles": [{"name": article.name, **_facts(article)} for article in digest.articles],
        "method": digest.method,
        "length": str(digest.length),
        "stories": [
            {
                "title": story.title,
                "articles": [numbers[id(article)] for article in story.articles],
                "sentences": [_digest_line(line, numbers) for line in story.lines],
            }
            for story in digest.stories
        ],
        "text": digest.text,
    }
    return _line(whole)


def _digest_line(line: DigestLine, numbers: dict[int, int]) -> dict[str, object]:
    def place(found: Place) -> dict[str, object]:
        return {"article": numbers[id(found.article)], **_place(found.sentence)}

    return {
        "text": line.text,
        "rank": line.rank,
        "worth": line.worth,
        "source": place(line.source),
        "others": [place(other) for other in line.others],
    }


def _line(whole: dict[str, object]) -> str:
    line = json.dumps(whole, ensure_ascii=False, allow_nan=False)
    return line.translate(_LINE_BREAKS) + "\n"


def _facts(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "author": article.author,
        "date": article.date,
        "site": article.site,
        "address": article.address,
        "language": article.language,
        "notices": notices_of(article),
    }


def _place(sentence: Sentence) -> dict[str, object]:
    return {
        "index": sentence.index,
        "paragraph": sentence.paragraph,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
    }


def _sentence(summary: Summary, sentence: Sentence) -> dict[str, object]:
    judgement = summary.ranking.judgement
    reason = {"reason": judgement.reasons.get(sentence.index, "")} if judgement else {}
    score = summary.ranking.score_of(sentence.index)
    return {
        **_place(sentence),
        "score": score if score is not None and math.isfinite(score) else None,
        "rank": summary.ranking.rank_of(sentence.index),
        **reason,
    }
