"""The table of weights as a module of the library."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.training.states import Names, Price

_HEAD = '''"""Weights of the features of a sentence, and of what changes as sentences are picked.

Learned by tests/training/salience.py; do not edit.

{note}
"""

'''
#: Digits that are kept: fewer change the order of near ties only.
DIGITS = 4


def write_table(
    path: Path, names: Names, weights: NDArray[np.float64], price: Price, note: str = ""
) -> None:
    """Write the weights, what a word costs taken off the weight of the words."""
    tables: dict[str, dict[str, dict[str, float]]] = {}
    for (kind, group, name), weight in zip(names.all, weights.tolist(), strict=True):
        if (kind, group, name) == ("static", "length", "words, a dozen at least"):
            weight -= price.always
        if rounded := round(weight, DIGITS):
            tables.setdefault(kind, {}).setdefault(group, {})[name] = rounded
        else:
            tables.setdefault(kind, {}).setdefault(group, {})
    pieces = [_HEAD.format(note=note)]
    for constant, kind in (("STATIC", "static"), ("EARLY", "early"), ("FIRST", "first")):
        pieces.append(f"{constant}: dict[str, dict[str, float]] = {{\n")
        for group, found in tables[kind].items():
            pieces.append(f'    "{group}": {{\n')
            pieces += [f'        "{name}": {weight},\n' for name, weight in found.items()]
            pieces.append("    },\n")
        pieces.append("}\n")
    pieces.append("CHANGING: dict[str, float] = {\n")
    pieces += [f'    "{name}": {weight},\n' for name, weight in tables["changing"][""].items()]
    pieces.append("}\n")
    pieces.append(f"#: What a word costs on top at the first pick.\nPRICE = {price.early}\n")
    path.write_text("".join(pieces), encoding="utf-8")
