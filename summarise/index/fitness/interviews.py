"""Who asks in an interview: paragraphs that end in a question and are answered by the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from summarise.article import Article
from summarise.index.fitness.lines import Line

#: So many paragraphs, and such a share of all, make an interview. Of 205 marked articles 6 are: of
#: the 14 sentences that this leaves for the end and nothing else does 4 are bad and 1 expresses a
#: point. At half of that share 4 essays with questions of their own would be among them.
LEAST, SHARE = 4, 0.2


def find_asking(article: Article, lines: Sequence[Line]) -> frozenset[int]:
    """The sentences of those who ask: what leads to a question says nothing without its answer.

    Args:
        article: The article.
        lines: Its candidates, in document order.
    """
    paragraphs = [
        list(own)
        for _, own in groupby(lines, lambda line: article.sentences[line.sentence].paragraph)
    ]
    asking = [own for own, answer in pairwise(paragraphs) if own[-1].asks and not answer[-1].asks]
    if len(asking) < max(LEAST, SHARE * len(paragraphs)):
        return frozenset()
    return frozenset(line.sentence for own in asking for line in own)
