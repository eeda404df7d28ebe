r"""Learn the weights of ``salience`` from marked points and human summaries, together.

    python -m tests.training.salience points/dev.jsonl --news news.jsonl --papers papers.jsonl \
        --genres genres.jsonl.gz --write summarise/methods/salience/weights.py

What is learned is what one more sentence *adds* to those that are picked: points newly conveyed,
less something for a bad sentence; or ROUGE against a human summary. The states it is learned from
are those that the choice itself goes through, by the weights of the round before. Articles of one
host are in one fold; each fold is judged, and its states are made, by weights that have not seen
it. Everything is deterministic. It prints each fold, their mean and spread.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold

from summarise.methods.salience.state import GROUPS
from tests.benchmarks.points import conveyed
from tests.training.evidence import Evidence, Points, Reference, read_points, read_references
from tests.training.states import (
    MOMENTS,
    Equations,
    Names,
    Price,
    Seen,
    equations_of,
    solve,
    total_of,
)
from tests.training.table import write_table

Floats = NDArray[np.float64]

#: How much each kind of evidence weighs.
SHARES = {"points": 1.0, "news": 0.3, "papers": 0.15, "genres": 0.15}
#: After how many picks summaries of reference are looked at: they are short.
SHORT = {"news": (0, 1, 2), "papers": (0, 1, 3, 6), "genres": (0, 1, 3, 6)}
#: Words of the summaries that the states come from.
LONGEST = 330
#: What was learned for single picks is told louder for the set: at 120 and 250 words 42.0 and
#: 68.2 % of the points by 8 folds, 41.7 and 67.7 as learned.
LOUDER = {"spread": 1.3, "repeats": 1.2}
#: The weights of the first round, before anything is learned.
BEGINNING = {
    ("static", "centrality", "like all"): 0.2,
    ("static", "place", "first of several"): 0.1,
    ("changing", "", "says the same"): -0.6,
    ("changing", "", "paragraph picked"): -0.2,
}


class Training:
    """The evidence, dealt to folds, and the equations of each article.

    Args:
        evidence: The articles of each kind; ``points`` must be among them.
        folds: How many folds.
        price: What a word costs at the pick.
    """

    def __init__(
        self, evidence: Mapping[str, Sequence[Evidence]], folds: int, price: Price
    ) -> None:
        self.seen = {kind: [Seen(e) for e in found] for kind, found in evidence.items()}
        self.folds = folds
        self.price = price
        self.fold_of = {kind: _deal(found, folds) for kind, found in evidence.items()}
        self.names: Names = self.seen["points"][0].names
        self.equations: dict[str, list[Equations | None]] = {}

    def beginning(self) -> list[Floats]:
        """The weights of the first round, for each fold and for all."""
        weights = np.array([BEGINNING.get(name, 0.0) for name in self.names.all])
        return [weights] * (self.folds + 1)

    def look(self, weights: Sequence[Floats]) -> None:
        """Go through all articles by some weights, and add the equations of their states."""
        for kind, found in self.seen.items():
            new = [
                equations_of(seen, weights[fold], self.price, SHORT.get(kind, MOMENTS))
                for seen, fold in zip(found, self.fold_of[kind], strict=True)
            ]
            known = self.equations.get(kind)
            self.equations[kind] = (
                new if known is None else [_both(a, b) for a, b in zip(known, new, strict=True)]
            )

    def fit(self, shares: Mapping[str, float], strength: float, give_back: float) -> list[Floats]:
        """The weights without each fold, and last those of all articles."""
        parts = {
            kind: [
                total_of([e for e, f in zip(found, self.fold_of[kind], strict=True) if f == fold])
                for fold in range(self.folds)
            ]
            for kind, found in self.equations.items()
            if shares.get(kind)
        }
        louder = np.array(
            [
                LOUDER.get(GROUPS[name], 1.0) if kind == "changing" else 1.0
                for kind, _, name in self.names.all
            ]
        )
        return [
            louder
            * solve(
                {
                    kind: total_of([e for f, e in enumerate(found) if f != fold])
                    for kind, found in parts.items()
                },
                shares,
                strength,
                give_back,
            )
            for fold in range(self.folds + 1)
        ]

    def judge(self, weights: Sequence[Floats]) -> list[dict[str, float]]:
        """The figures of each marked article, by the weights that have not seen it."""
        return [
            figures_of(seen, weights[fold], self.price)
            for seen, fold in zip(self.seen["points"], self.fold_of["points"], strict=True)
        ]

    def rouge(self, kind: str, weights: Sequence[Floats]) -> tuple[float, float]:
        """ROUGE-1 and ROUGE-2 of three sentences, mean over the articles of a kind."""
        both = []
        for seen, fold in zip(self.seen[kind], self.fold_of[kind], strict=True):
            picks = seen.picks(weights[fold], self.price, np.inf, most=3)
            assert isinstance(seen.evidence, Reference)
            both.append(seen.evidence.rouge(picks))
        first, second = np.mean(both, axis=0).tolist()
        return 100 * first, 100 * second


def figures_of(seen: Seen, weights: Floats, price: Price) -> dict[str, float]:
    """What a choice by some weights conveys of the points of an article, and how badly."""
    evidence = seen.evidence
    assert isinstance(evidence, Points)
    figures: dict[str, float] = {"english": float(evidence.marked.article.language == "en")}
    for words in (60, 120, 250):
        picks = seen.picks(weights, price, words)
        said = {evidence.keys[row] for row in picks}
        figures[f"points {words}"] = 100 * conveyed(evidence.marked.points, said)
        figures[f"bad {words}"] = float(evidence.bad[picks].sum())
        figures[f"picks {words}"] = float(len(picks))
        figures[f"words {words}"] = float(seen.frame.words[picks].sum())
        thirds = np.minimum(2, seen.frame.place[picks] * 3).astype(int)
        figures[f"thirds {words}"] = 100 * len(set(thirds.tolist())) / 3
        figures[f"dangling {words}"] = float(_dangling(seen, picks))
    return figures


def _dangling(seen: Seen, picks: Sequence[int]) -> int:
    """How many picks lean on a sentence that is needed and not picked."""
    index = seen.frame.index
    kept = {seen.frame.article.candidates[row] for row in picks}
    return sum(
        any(found.needed and not found.is_met(kept) for found in index.antecedents.get(i, ()))
        for i in kept
    )


def line_of(found: Sequence[Mapping[str, float]]) -> str:
    """The figures of some articles in one line."""

    def mean(name: str) -> float:
        return float(np.mean([figures[name] for figures in found]))

    def share(name: str, words: int) -> float:
        return 100 * mean(f"{name} {words}") / max(1e-9, mean(f"picks {words}"))

    points = " ".join(f"{mean(f'points {words}'):5.1f}" for words in (60, 120, 250))
    return (
        f"points {points}   bad {share('bad', 120):4.1f} {share('bad', 250):4.1f}   "
        f"dangling {share('dangling', 120):4.1f}   words {mean('words 120'):5.1f} "
        f"{mean('words 250'):5.1f}   thirds {mean('thirds 250'):5.1f}"
    )


def report(training: Training, weights: Sequence[Floats]) -> None:
    """Print each fold, all of them with their spread, both language groups, and ROUGE."""
    found = training.judge(weights)
    folds = training.fold_of["points"]
    by_fold = [[f for f, k in zip(found, folds, strict=True) if k == fold] for fold in set(folds)]
    for number, some in enumerate(by_fold, 1):
        print(f"fold {number} ({len(some):3})  {line_of(some)}")
    for words in (120, 250):
        means = [np.mean([f[f"points {words}"] for f in some]) for some in by_fold]
        print(f"spread of the folds at {words} words: {np.std(means, ddof=1):.1f}")
    print(f"all folds    {line_of(found)}")
    print(f"English      {line_of([f for f in found if f['english']])}")
    print(f"others       {line_of([f for f in found if not f['english']])}", flush=True)
    for kind in ("news", "papers", "genres"):
        if kind in training.seen:
            print("{:7} R1 {:.1f} R2 {:.1f}".format(kind, *training.rouge(kind, weights)))


def note_of(training: Training, weights: Sequence[Floats]) -> str:
    """When and from what the weights were learned, and their figures by folds."""
    sizes = ", ".join(f"{len(found)} of {kind}" for kind, found in training.seen.items())
    lines = [
        f"{date.today():%Y-%m-%d}, from articles with marked points and with human summaries:",
        f"{sizes}.",
        f"By {training.folds} folds of hosts, in per cent (after 60, 120 and 250 words; bad picks,",
        "dangling ones, words and thirds touched, at 120 and 250 words):",
        line_of(training.judge(weights)),
    ]
    for kind in ("news", "papers"):
        if kind in training.seen:
            first, second = training.rouge(kind, weights)
            lines.append(f"ROUGE-1 and 2 of three sentences, {kind}: {first:.1f}, {second:.1f}.")
    return "\n".join(lines)


def _both(one: Equations | None, other: Equations | None) -> Equations | None:
    return one + other if one and other else one or other


def _deal(found: Sequence[Evidence], folds: int) -> list[int]:
    """The fold of each article, those of one host together."""
    fold_of = np.zeros(len(found), int)
    groups = [evidence.group for evidence in found]
    for number, (_, held) in enumerate(GroupKFold(folds).split(groups, groups=groups)):
        fold_of[held] = number
    return [int(fold) for fold in fold_of]


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, judge by folds, and write the table of weights learned from everything."""
    parser = argparse.ArgumentParser(description="learn the weights of the default method")
    parser.add_argument("points", type=Path, help="a JSONL file of marked articles")
    for kind in ("news", "papers", "genres"):
        parser.add_argument(f"--{kind}", type=Path, help=f"{kind} with human summaries")
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--strength", type=float, default=0.3)
    parser.add_argument("--price", type=float, default=0.02, help="what a word costs at any pick")
    parser.add_argument("--early", type=float, default=0.02, help="and on top at the first")
    parser.add_argument("--give-back", type=float, default=0.015, help="of it, for summaries")
    parser.add_argument("--write", type=Path, help="where to write the table")
    chosen = parser.parse_args(arguments)
    evidence: dict[str, Sequence[Evidence]] = {"points": read_points(chosen.points)}
    for kind in ("news", "papers", "genres"):
        if path := getattr(chosen, kind):
            evidence[kind] = read_references(path)
    price = Price(chosen.price, chosen.early)
    training = Training(evidence, chosen.folds, price)
    shares = {kind: SHARES[kind] for kind in evidence}
    weights = training.beginning()
    for _ in range(chosen.rounds):
        training.look(weights)
        weights = training.fit(shares, chosen.strength, chosen.give_back)
    report(training, weights)
    if chosen.write:
        write_table(chosen.write, training.names, weights[-1], price, note_of(training, weights))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
