"""JSON: one object on one line, with the place, score and rank of every sentence.

``{"title", "author", "date", "site", "address", "language", "method", "length", "notices",
"sentences": [{"index", "paragraph", "start", "end", "text", "score", "rank"}], "text"}``: what the
source does not say is an empty string, ``notices`` are lines on how it was read and what is left
out, ``start`` and ``end`` are offsets in characters into the text of the article, ``rank`` counts
from 1, and the last ``text`` is that of the summary. Where a language model chose, its name is
``model``, and each sentence has its ``reason``, which may be empty.
"""

from __future__ import annotations

import json
import math

from summarise.article import Sentence
from summarise.notices import notices_of
from summarise.ranking.ranking import Summary

#: Characters that JSON allows in a line and some readers of lines break at.
_LINE_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}


def write(summary: Summary, *, titled: bool) -> str:  # noqa: ARG001
    """One object on one line; its title is always there."""
    article = summary.ranking.article
    whole = {
        "title": article.title,
        "author": article.author,
        "date": article.date,
        "site": article.site,
        "address": article.address,
        "language": article.language,
        "method": summary.ranking.method,
        "length": str(summary.length),
        "notices": notices_of(article),
        "sentences": [_sentence(summary, sentence) for sentence in summary.sentences],
        "text": summary.text,
    }
    if judgement := summary.ranking.judgement:
        whole["model"] = judgement.name
    line = json.dumps(whole, ensure_ascii=False, allow_nan=False)
    return line.translate(_LINE_BREAKS) + "\n"


def _sentence(summary: Summary, sentence: Sentence) -> dict[str, object]:
    judgement = summary.ranking.judgement
    reason = {"reason": judgement.reasons.get(sentence.index, "")} if judgement else {}
    score = summary.ranking.score_of(sentence.index)
    return {
        "index": sentence.index,
        "paragraph": sentence.paragraph,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "score": score if score is not None and math.isfinite(score) else None,
        "rank": summary.ranking.rank_of(sentence.index),
        **reason,
    }
