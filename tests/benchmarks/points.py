"""Measure methods against the main points that careful readers marked.

    python -m tests.benchmarks.points points/dev.jsonl --methods salience,pacsum,lead

Each line of the file is an article: ``file`` (beside it), ``language``, ``points`` (each with a
``weight`` and the ``sentences`` that convey it; a list among them counts only as a whole) and
``bad`` (sentences that embarrass a summary). Sentences are compared by their letters and digits.
Figures are means over articles, in per cent, of real selections (``ranking.select``): the weighted
share of the points that are conveyed, at each length; at 120 words the share of the picks that are
bad, the share that dangles by the library's own check, and the words used; at 250 words the thirds
of the article that are touched.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import summarise
from summarise import Ranking, Summary
from summarise.article import Article

METHODS = "salience,pacsum,lexrank,textrank,lead,random"
LENGTHS = ("60w", "120w", "250w", "20%", "30%")
#: What stands above the figures of :func:`line_of`.
HEAD = " ".join(f"{length:>6}" for length in LENGTHS) + "   bad bad 250 dangling  words  thirds"
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Point:
    """Something that an article says.

    Attributes:
        weight: 3 if a summary fails without it, 2 if it is important, 1 if it is good to have.
        ways: The sets of sentences that convey it, each as a whole, by their letters.
    """

    weight: float
    ways: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with the points that a careful reader found in it."""

    article: Article
    points: tuple[Point, ...]
    bad: frozenset[str]
    origin: str


def letters(text: str) -> str:
    """A sentence as its letters and digits."""
    return _NO_LETTER.sub("", text.lower())


def read_marked(path: Path) -> Iterator[Marked]:
    """Read the articles of a JSONL file; those with fewer than four candidates are left out."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            article = summarise.load(str(path.parent / record["file"]))
            if len(article.candidates) >= 4:
                yield Marked(
                    article,
                    tuple(map(_point, record["points"])),
                    frozenset(map(letters, record["bad"])),
                    record.get("origin", ""),
                )


def _point(record: Mapping[str, Any]) -> Point:
    ways = ([way] if isinstance(way, str) else way for way in record["sentences"])
    return Point(record["weight"], tuple(frozenset(map(letters, way)) for way in ways))


def conveyed(points: Sequence[Point], said: Set[str]) -> float:
    """The share of the points, by weight, that some sentences convey."""
    total = sum(point.weight for point in points)
    found = sum(point.weight for point in points if any(way <= said for way in point.ways))
    return found / total if total else 0.0


def thirds(summary: Summary) -> float:
    """The share of the thirds of the article's candidates, by words, that a summary touches."""
    article = summary.ranking.article
    total = max(1, article.words)
    before = 0
    touched = set()
    for sentence in article.candidates:
        count = article.sentences[sentence].words
        if sentence in summary.kept:
            touched.add(min(2, int(3 * (before + count / 2) / total)))
        before += count
    return len(touched) / 3


def measure(marked: Sequence[Marked], method: str) -> list[dict[str, float]]:
    """The figures of each article, from 0 to 1."""
    return [figures_of(item, summarise.rank(item.article, method)) for item in marked]


def figures_of(item: Marked, ranking: Ranking) -> dict[str, float]:
    """The figures of one article under one ranking, from 0 to 1."""
    figures: dict[str, float] = {}
    for length in LENGTHS:
        summary = ranking.select(length)
        said = [letters(sentence.text) for sentence in summary.sentences]
        figures[length] = conveyed(item.points, set(said))
        figures[f"bad {length}"] = float(sum(text in item.bad for text in said))
        figures[f"picks {length}"] = float(len(said))
        figures[f"words {length}"] = float(summary.words)
        figures[f"dangling {length}"] = float(len(summary.dangling))
        figures[f"thirds {length}"] = thirds(summary)
    return figures


def line_of(found: Sequence[Mapping[str, float]]) -> str:
    """The figures of some articles as a line of the table."""
    count = max(1, len(found))

    def mean(name: str) -> float:
        return sum(figures[name] for figures in found) / count

    def share(name: str, length: str) -> float:
        picks = max(1.0, sum(figures[f"picks {length}"] for figures in found))
        return 100 * sum(figures[f"{name} {length}"] for figures in found) / picks

    points = " ".join(f"{100 * mean(length):6.1f}" for length in LENGTHS)
    bad, dangling = share("bad", "120w"), share("dangling", "120w")
    return (
        f"{points} {bad:6.1f} {share('bad', '250w'):7.1f} {dangling:8.1f} "
        f"{mean('words 120w'):6.0f} {100 * mean('thirds 250w'):7.1f}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table: each method over all articles, the English ones and the others."""
    parser = argparse.ArgumentParser(description="the share of marked points that methods convey")
    parser.add_argument("path", type=Path, help="a JSONL file of marked articles")
    parser.add_argument("--methods", default=METHODS, help="names with commas between them")
    chosen = parser.parse_args(arguments)
    marked = list(read_marked(chosen.path))
    english = [item.article.language == "en" for item in marked]
    print(f"{len(marked)} articles, {sum(english)} of them English")
    print(f"{'method':18} {'articles':8} {HEAD}")
    for method in chosen.methods.split(","):
        found = measure(marked, method)
        for group, wanted in (("all", {True, False}), ("English", {True}), ("others", {False})):
            chosen_few = [
                f for f, is_english in zip(found, english, strict=True) if is_english in wanted
            ]
            print(f"{method:18} {group:8} {line_of(chosen_few)}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
