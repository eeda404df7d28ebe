"""Measure a language model, as the settings name it, against the points of careful readers.

    python -m tests.benchmarks.model points/dev.jsonl --articles 20

The file is that of :mod:`tests.benchmarks.points`, and so are the figures; ``salience`` on the
same articles stands beside them. What it costs is told, and asked about before anything is sent
(``--yes`` answers). Articles that fail are left out of both lines, and said; what was chosen is
kept as in the program, so that a second run asks only for what is missing.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import summarise
from summarise import DEFAULT_METHOD, Cost, Index, ModelError, Ranking
from summarise.model.server import Server
from tests.benchmarks.points import HEAD, figures_of, line_of, read_marked
from tui.state.choices import ChoiceMemory
from tui.state.memory import Memory
from tui.state.settings import read_settings


class _NotSentError(Exception):
    """The cost was told, and nothing was sent."""


def cost_of(index: Index, server: Server, kept: ChoiceMemory) -> Cost:
    """What it would cost to ask about an article; nothing is sent."""
    told: list[Cost] = []

    def tell(cost: Cost) -> None:
        told.append(cost)
        raise _NotSentError

    try:
        summarise.rank_by_model(index, server, kept=kept.of(index.article), tell_cost=tell)
    except _NotSentError:
        return told[0]
    return Cost(len(index.article.candidates), 0, 0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for the model and one for the default method, over the same articles."""
    parser = argparse.ArgumentParser(description="the points that a model's choice conveys")
    parser.add_argument("path", type=Path, help="a JSONL file of marked articles")
    parser.add_argument("--articles", type=int, default=20, help="how many, from the first")
    parser.add_argument("--yes", action="store_true", help="do not ask before anything is sent")
    chosen = parser.parse_args(arguments)
    settings = read_settings()
    server, memory = settings.server, Memory(on=settings.history)
    kept = ChoiceMemory(memory, in_store=settings.cache)
    marked = list(read_marked(chosen.path))[: chosen.articles]
    indices = [Index(item.article) for item in marked]
    try:
        costs = [cost_of(index, server, kept) for index in indices]
    except ModelError as error:
        print(error)
        return 1
    requests, tokens = sum(c.requests for c in costs), sum(c.tokens for c in costs)
    print(f"{len(marked)} articles, {requests:,} requests, about {tokens:,} tokens, {server.name}")
    if requests and not chosen.yes and input("send them? [y/N] ").strip().lower() != "y":
        return 1
    pairs: list[tuple[Ranking, Ranking]] = []
    points = []
    begin = time.perf_counter()
    for item, index in zip(marked, indices, strict=True):
        try:
            ranking = summarise.rank_by_model(index, server, kept=kept.of(index.article))
        except ModelError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        if ranking.judgement and ranking.judgement.note:
            print(f"in part: {ranking.judgement.note}", file=sys.stderr)
        pairs.append((ranking, summarise.rank(index)))
        points.append(item)
    memory.close()
    print(f"{len(pairs)} articles ranked, {time.perf_counter() - begin:.0f} s")
    print(f"{'method':18} {HEAD}")
    for name, place in ((server.name, 0), (DEFAULT_METHOD, 1)):
        found = [figures_of(item, pair[place]) for item, pair in zip(points, pairs, strict=True)]
        print(f"{name[:18]:18} {line_of(found)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
