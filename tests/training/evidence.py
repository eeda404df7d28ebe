"""What the weights are learned from: articles with marked points, articles with human summaries.

Both kinds answer the same question: what would one sentence more add to those that are picked?
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from summarise import parse
from summarise.article import Article
from summarise.index import Index
from summarise.methods.salience.frame import Frame
from tests.benchmarks.points import Marked, letters, read_marked
from tests.benchmarks.quality import build_article

Floats = NDArray[np.float64]

#: What half of a pair counts, and what a bad sentence takes off, of the weight of a point.
#: For a bad one 1.5, 2, 2.5 and 3.5 give 3.8, 3.5, 2.4 and 2.0 % bad picks, and 44.6, 44.0, 44.0
#: and 43.1 % of the points at 120 words.
HALF, BAD = 0.35, 2.5
#: Longer texts of the human-summary sets are left out: they take most of the time.
LONGEST = 450
_HOST = re.compile(r"(?:[a-z0-9-]+\.)*([a-z0-9-]+)\.(?:com|org|net|gov|io|dev|eu|[a-z]{2})\b")
_COLLECTIONS = ("adbar/", "codelucas/", "mozilla/", "postlight/", "scrapinghub/", "LCTT/",
                "OpenLMLab/", "AndyTheFactory/")  # fmt: skip


class Evidence(Protocol):
    """An article and what is known of how to summarise it."""

    frame: Frame
    group: str

    def gains(self, picks: Sequence[int]) -> Floats:
        """What each row would add to some picks."""
        ...


class Points:
    """An article with marked points: a row adds the weight of the points it newly conveys."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.frame = Frame(Index(marked.article))
        self.group = host_of(marked.origin)
        self.keys = [letters(text) for text in self.frame.texts]
        self.bad = np.array([key in marked.bad for key in self.keys], np.float64)

    def gains(self, picks: Sequence[int]) -> Floats:
        """What each row would add; less for a bad one."""
        said = {self.keys[row] for row in picks}
        gains = -BAD * self.bad
        for point in self.marked.points:
            now = max((_worth(len(way & said), len(way)) for way in point.ways), default=0.0)
            best: dict[str, float] = {}
            for way in point.ways:
                worth = _worth(len(way & said) + 1, len(way))
                for key in way - said:
                    best[key] = max(best.get(key, now), worth)
            gains += [point.weight * (best.get(key, now) - now) for key in self.keys]
        return gains


class Reference:
    """An article with human summaries: a row adds to ROUGE-1 and ROUGE-2 against them."""

    def __init__(self, article: Article, references: Sequence[str], group: str) -> None:
        from rouge_score.tokenizers import DefaultTokenizer

        tokenise = DefaultTokenizer(use_stemmer=True).tokenize
        self.frame = Frame(Index(article))
        self.group = group
        self.tokens = [tokenise(text) for text in self.frame.texts]
        self.wanted = [_grams(tokenise(text)) for text in references]
        self.grams = [_grams(tokens) for tokens in self.tokens]

    def gains(self, picks: Sequence[int]) -> Floats:
        """What each row would add to the sum of both F1 scores, mean over the references."""
        gains = np.zeros(self.frame.n)
        for wanted in self.wanted:
            for kind in (0, 1):
                said: Counter[Any] = Counter()
                for row in picks:
                    said += self.grams[row][kind]
                gains += _f1_gains([grams[kind] for grams in self.grams], said, wanted[kind])
        return gains / max(1, len(self.wanted))

    def rouge(self, picks: Sequence[int]) -> tuple[float, float]:
        """ROUGE-1 and ROUGE-2 F1 of some picks, mean over the references."""
        said = _grams([token for row in sorted(picks) for token in self.tokens[row]])
        both = [[_f1(said[kind], wanted[kind]) for kind in (0, 1)] for wanted in self.wanted]
        first, second = np.mean(both, axis=0).tolist()
        return first, second


def read_points(path: Path) -> list[Points]:
    """The articles with marked points."""
    return [Points(marked) for marked in read_marked(path)]


def read_references(path: Path) -> list[Reference]:
    """The articles of a file with human summaries, their sentences given or found."""
    found = []
    for number, record in enumerate(_records(path)):
        references = record.get("references") or [record.get("reference", "")]
        references = [text for text in references if text]
        article = build_article(record) if "sentences" in record else parse(record["text"])
        if references and 4 <= len(article.candidates) <= LONGEST:
            found.append(Reference(article, references, str(number)))
    return found


def host_of(origin: str) -> str:
    """Whom an article comes from: articles of one host share their habits."""
    first = origin.split(" ")[0]
    if "/" in first and not first.startswith(_COLLECTIONS):
        return first
    if corpus := re.search(r"GUM_([a-z]+)_", origin):
        return corpus[1]
    host = _HOST.search(origin.lower().replace("github.com", ""))
    return host[1] if host else origin[:25]


def _records(path: Path) -> Iterator[Mapping[str, Any]]:
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    yield from map(json.loads, text.strip().split("\n"))


def _worth(said: int, of: int) -> float:
    return 1.0 if said >= of else HALF * said / of


def _grams(tokens: Sequence[str]) -> tuple[Counter[Any], Counter[Any]]:
    return Counter(tokens), Counter(pairwise(tokens))


def _f1(said: Counter[Any], wanted: Counter[Any]) -> float:
    return 2 * (said & wanted).total() / max(1, said.total() + wanted.total())


def _f1_gains(rows: Sequence[Counter[Any]], said: Counter[Any], wanted: Counter[Any]) -> Floats:
    left = wanted - said
    overlap, size = (said & wanted).total(), said.total() + wanted.total()
    now = 2 * overlap / max(1, size)
    more = [sum(min(c, left[k]) for k, c in row.items() if k in left) for row in rows]
    sizes = [row.total() for row in rows]
    return 2 * (overlap + np.array(more)) / np.maximum(1, size + np.array(sizes)) - now
