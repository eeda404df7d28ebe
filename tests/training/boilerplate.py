"""Fit the weights of the boilerplate marker, or cross-validate them by host.

    python -m tests.training.boilerplate fit PAGES.jsonl [MORE.jsonl …] > weights.py
    python -m tests.training.boilerplate validate PAGES.jsonl [MORE.jsonl …]

The first file holds the pages that are validated on; all are trained on. Variants of the pages
(shorter articles, a line a sentence, lines of nine words, lists) are trained on, too, so that short
articles, lists and verse are no strangers.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from summarise.parsing.boilerplate import weights
from summarise.parsing.boilerplate.features import Surroundings, end_row, inside_row, start_row
from summarise.parsing.boilerplate.marking import mark_blocks
from summarise.parsing.boilerplate.page import read_page
from tests.benchmarks.boilerplate import Tally
from tests.benchmarks.pages import (
    LabelledPage,
    as_short_lines,
    labelled,
    read_records,
    sentence_by_sentence,
    shortened,
    with_lists,
)

Matrix = npt.NDArray[np.float64]
PRIOR = 4.0
STEPS = 200
VARIANTS = (
    (shortened, 0.5),
    (sentence_by_sentence, 0.3),
    (as_short_lines, 0.3),
    (with_lists, 0.5),
)


@dataclass(frozen=True)
class Example:
    """A page as matrices: a row of features for each block, start and end."""

    page: LabelledPage
    inside: Matrix
    start: Matrix
    end: Matrix
    first: int
    stop: int
    weight: float


@dataclass(frozen=True)
class Names:
    """The names of the features, in the order of the columns."""

    inside: list[str]
    start: list[str]
    end: list[str]


def example(page: LabelledPage, weight: float) -> tuple[Example, Names] | None:
    """The matrices of a page, or None if it holds no article."""
    places = [i for i, label in enumerate(page.labels) if label]
    if not places:
        return None
    around = Surroundings(read_page(page.blocks, page.language))
    inside = [inside_row(around, i) for i in range(around.count)]
    start = [start_row(around, i) for i in range(around.count)]
    end = [end_row(around, i) for i in range(around.count + 1)]
    names = Names(list(inside[0]), list(start[0]), list(end[0]))
    tables = [np.array([list(row.values()) for row in rows]) for rows in (inside, start, end)]
    return Example(page, *tables, places[0], places[-1] + 1, weight), names


def chances(page: Example, theta: Matrix) -> tuple[Matrix, Matrix, Matrix]:
    """Probabilities of each block being inside, of each start and of each end."""
    a, b = page.inside.shape[1], page.start.shape[1]
    totals = np.concatenate([[0.0], np.cumsum(page.inside @ theta[:a])])
    starts = page.start @ theta[a : a + b] - totals[:-1]
    ends = page.end @ theta[a + b :] + totals
    started = np.logaddexp.accumulate(starts)
    ending = np.logaddexp.accumulate(ends[::-1])[::-1]
    whole = np.logaddexp.reduce(started + ends[1:])
    return (
        np.exp(started + ending[1:] - whole),
        np.exp(starts + ending[1:] - whole),
        np.concatenate([[0.0], np.exp(started + ends[1:] - whole)]),
    )


def fit(pages: Sequence[Example]) -> Matrix:
    """Weights by gradient descent (Adam) on the likelihood of the true stretches."""
    first = pages[0]
    theta = np.zeros(first.inside.shape[1] + first.start.shape[1] + first.end.shape[1])
    mean, square = np.zeros_like(theta), np.zeros_like(theta)
    for step in range(1, STEPS + 1):
        slope = PRIOR * theta
        for page in pages:
            inside, start, end = chances(page, theta)
            inside[page.first : page.stop] -= 1
            start[page.first] -= 1
            end[page.stop] -= 1
            found = [inside @ page.inside, start @ page.start, end @ page.end]
            slope += page.weight * np.concatenate(found)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        theta -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return theta


def hosts_in_groups(hosts: Sequence[str], count: int, seed: int) -> list[set[str]]:
    """Hosts in so many groups."""
    names = sorted(set(hosts))
    random.Random(seed).shuffle(names)
    return [set(names[i::count]) for i in range(count)]


def use(theta: Matrix, names: Names) -> None:
    """Let the marker work with these weights."""
    a, b = len(names.inside), len(names.start)
    for table, keys, values in (
        (weights.INSIDE, names.inside, theta[:a]),
        (weights.START, names.start, theta[a : a + b]),
        (weights.END, names.end, theta[a + b :]),
    ):
        table.clear()
        table.update(zip(keys, values.round(2).tolist(), strict=True))


def validate(main: Sequence[Example], more: Sequence[Example], names: Names) -> None:
    """Print what the marker does on pages of hosts that it was not fitted to."""
    for seed in (0, 1, 2):
        tally = Tally()
        for hosts in hosts_in_groups([page.page.host for page in main], 8, seed):
            use(fit([p for p in (*main, *more) if p.page.host not in hosts]), names)
            for page in main:
                if page.page.host in hosts:
                    marked = mark_blocks(page.page.blocks, title="", language=page.page.language)
                    tally.add(page.page, marked.reasons)
        print(f"split {seed}: {tally}")
        print("   ", "; ".join(tally.losing))


def written(theta: Matrix, names: Names) -> str:
    """The source of :mod:`summarise.parsing.boilerplate.weights`."""
    use(theta, names)
    out = [
        '"""Weights of the features that find the article on a page.',
        "",
        "Fitted by tests/training/boilerplate.py on labelled web pages; do not edit.",
        '"""',
    ]
    for name in ("INSIDE", "START", "END", "TITLE"):
        out += ["", f"{name}: dict[str, float] = {{"]
        out += [f'    "{key}": {value},' for key, value in getattr(weights, name).items()]
        out += ["}"]
    return "\n".join(out)


def main(command: str, paths: Sequence[Path]) -> None:
    """Fit or validate."""
    dice = random.Random(5)
    main_pages: list[Example] = []
    more_pages: list[Example] = []
    names = None
    for number, path in enumerate(paths):
        for record in read_records(path):
            kinds = [(record, 1.0 if number == 0 else 0.5)]
            if number == 0:
                kinds += [(vary(record, dice), weight) for vary, weight in VARIANTS]
            for variant, (found, weight) in enumerate(kinds):
                made = example(labelled(found), weight)
                if made is not None:
                    names = made[1]
                    (more_pages if number or variant else main_pages).append(made[0])
    assert names is not None, "no pages"
    if command == "validate":
        validate(main_pages, more_pages, names)
    else:
        print(written(fit([*main_pages, *more_pages]), names))


if __name__ == "__main__":
    main(sys.argv[1], [Path(name) for name in sys.argv[2:]])
