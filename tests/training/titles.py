"""Fit the weights by which the title of a page is found, or cross-validate them by host.

    python -m tests.training.titles fit|validate PAGES.jsonl [MORE.jsonl …]

Each page is learned as it is, with no blank lines and with blank lines everywhere, since programs
copy pages in all these ways. ``fit`` prints the table TITLE of
:mod:`summarise.parsing.boilerplate.weights`. The lines whose ``role`` is ``title`` are the title.
Each page is a choice among its lines; the likelihood of the right ones is raised (a softmax).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from summarise.parsing.boilerplate.marking import find_opening
from summarise.parsing.boilerplate.page import key_of, read_page
from summarise.parsing.boilerplate.title_lines import title_rows
from tests.benchmarks.pages import labelled, read_records
from tests.training.boilerplate import hosts_in_groups

Choice = tuple[list[str], "Matrix", npt.NDArray[np.bool_]]
Matrix = npt.NDArray[np.float64]
PRIOR = 1.0
STEPS = 400


def choice(record: dict[str, Any]) -> Choice | None:
    """Names of the features, a row a line, and which lines are the title; None if none is."""
    page = labelled(record)
    wanted = {key_of(line["text"]) for line in record["lines"] if line.get("role") == "title"}
    wanted.add(key_of(record["title"]))
    measured = read_page(page.blocks, page.language)
    rows = title_rows(measured, find_opening(measured))
    right = np.array([measured.blocks[i].key in wanted for i in rows], dtype=bool)
    if not right.any():
        return None
    names = list(next(iter(rows.values())))
    return names, np.array([list(row.values()) for row in rows.values()]), right


def spaced(record: dict[str, Any], blank: int) -> dict[str, Any]:
    """The same page with so many blank lines above each line."""
    return {**record, "lines": [{**line, "blank_before": blank} for line in record["lines"]]}


def fit(choices: Sequence[tuple[Matrix, npt.NDArray[np.bool_]]]) -> Matrix:
    """Weights by gradient descent (Adam)."""
    theta = np.zeros(choices[0][0].shape[1])
    mean, square = np.zeros_like(theta), np.zeros_like(theta)
    for step in range(1, STEPS + 1):
        slope = PRIOR * theta
        for rows, right in choices:
            score = np.exp(rows @ theta - (rows @ theta).max())
            expected = (score / score.sum()) @ rows
            told = score * right
            slope += expected - (told / told.sum()) @ rows
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        theta -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return theta


def main(command: str, paths: Sequence[Path]) -> None:
    """Fit or validate."""
    plain: list[tuple[str, Choice]] = []
    more: list[tuple[str, Choice]] = []
    for path in paths:
        for record in read_records(path):
            for number, variant in enumerate((record, spaced(record, 0), spaced(record, 1))):
                made = choice(variant)
                if made is not None:
                    (more if number else plain).append((record["host"], made))
    names = plain[0][1][0]
    if command == "fit":
        theta = fit([(rows, right) for _, (_, rows, right) in (*plain, *more)])
        print("TITLE: dict[str, float] = {")
        for name, weight in zip(names, theta, strict=True):
            print(f'    "{name}": {weight:.2f},')
        print("}")
        return
    right_ones = 0
    for hosts in hosts_in_groups([host for host, _ in plain], 8, 0):
        shown = [(rows, right) for host, (_, rows, right) in (*plain, *more) if host not in hosts]
        theta = fit(shown)
        for host, (_, rows, right) in plain:
            if host in hosts:
                right_ones += bool(right[int((rows @ theta).argmax())])
    print(f"{right_ones} of {len(plain)} titles right on hosts held out")


if __name__ == "__main__":
    main(sys.argv[1], [Path(name) for name in sys.argv[2:]])
