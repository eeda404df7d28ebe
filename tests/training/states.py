"""States of a choice as equations: what each row looks like there, and what it would add."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarise.methods.salience.choice import Choosing, Leaning, Worth
from summarise.methods.salience.features import LEADING, static_features
from summarise.methods.salience.frame import Frame
from summarise.methods.salience.inputs import leanings, opening_costs
from summarise.methods.salience.state import NAMES
from tests.training.evidence import Evidence

Floats = NDArray[np.float64]

#: The numbers of picks after which the rows of an article are looked at.
MOMENTS = (0, 1, 2, 3, 4, 6, 8, 11, 14, 18)


@dataclass(frozen=True)
class Price:
    """What a word costs at the pick: always, and on top at the first pick."""

    always: float
    early: float


@dataclass(frozen=True)
class Names:
    """The names of all features, in the order of the weights: ``kind, group, name``."""

    static: tuple[tuple[str, str], ...]

    @cached_property
    def all(self) -> tuple[tuple[str, str, str], ...]:
        """Static ones, those that change, and those of the first picks."""
        leading = [(group, name) for group, names in LEADING.items() for name in names]
        return (
            *(("static", group, name) for group, name in self.static),
            *(("changing", "", name) for name in NAMES),
            *(("early", group, name) for group, name in leading),
            *(("first", group, name) for group, name in leading),
        )


@dataclass
class Seen:
    """An article as the training sees it.

    Attributes:
        evidence: The article and what is known of it.
        names: The names of the features.
        static: The features that do not change, shape (n, static).
        leading: Those that count more among the first picks, shape (n, leading).
        opening: What opening the summary takes off.
        unfit: Which rows are never picked.
        leans: What rows lean on.
    """

    evidence: Evidence
    names: Names = field(init=False)
    static: Floats = field(init=False)
    leading: Floats = field(init=False)
    opening: Floats = field(init=False)
    unfit: NDArray[np.bool_] = field(init=False)
    leans: list[Leaning] = field(init=False)

    def __post_init__(self) -> None:
        frame = self.frame
        groups = static_features(frame)
        self.names = Names(tuple((g, name) for g, found in groups.items() for name in found))
        self.static = np.column_stack([groups[g][name] for g, name in self.names.static])
        self.leading = np.column_stack(
            [groups[g][name] for g, of in LEADING.items() for name in of]
        )
        self.opening = opening_costs(groups)
        self.unfit = frame.index.row_mask(frame.index.unfit)
        self.leans = leanings(frame)

    @property
    def frame(self) -> Frame:
        """The candidates."""
        return self.evidence.frame

    def choosing(self, weights: Floats, price: Price) -> Choosing:
        """A choice by some weights, less a price for each word."""
        static, changing = self.static.shape[1], len(NAMES)
        own, moving, early, first = np.split(
            weights, (static, static + changing, static + changing + self.leading.shape[1])
        )
        worth = Worth(
            values=self.static @ own - price.always * self.frame.words,
            early=self.leading @ early,
            first=self.leading @ first,
            price=price.early * self.frame.words,
            opening=self.opening,
            changing=dict(zip(NAMES, moving.tolist(), strict=True)),
        )
        return Choosing(self.frame, worth, self.unfit, self.leans)

    def picks(self, weights: Floats, price: Price, words: float, most: int = 1000) -> list[int]:
        """The picks, until the next does not fit: a prefix of the one order."""
        choosing = self.choosing(weights, price)
        used = 0.0
        while len(choosing.order) < min(self.frame.n, most):
            used += float(self.frame.words[choosing.pick()])
            if used > words and len(choosing.order) > 1:
                return choosing.order[:-1]
        return choosing.order

    def rows_at(self, choosing: Choosing) -> Floats:
        """The features of all rows at one moment, shape (n, features)."""
        picked = len(choosing.order)
        moving = np.column_stack(choosing.state.features())
        first = self.leading * float(not picked)
        return np.hstack([self.static, moving, self.leading / (1 + picked), first])


@dataclass
class Equations:
    """Sums over states, each row measured from the mean of its state.

    Attributes:
        inner: Features times features.
        gains: Features times what rows would add.
        words: Features times the words of the rows.
        spread: The sum of the squares of what rows would add.
        count: How many rows that are, by their weight.
    """

    inner: Floats
    gains: Floats
    words: Floats
    spread: float
    count: float

    def __add__(self, other: Equations) -> Equations:
        """Both together."""
        return Equations(
            self.inner + other.inner,
            self.gains + other.gains,
            self.words + other.words,
            self.spread + other.spread,
            self.count + other.count,
        )


def equations_of(
    seen: Seen, weights: Floats, price: Price, moments: Iterable[int]
) -> Equations | None:
    """The equations of the states that a choice by some weights goes through."""
    choosing = seen.choosing(weights, price)
    wanted = frozenset(moments)
    found: Equations | None = None
    words = seen.frame.words
    for moment in range(max(wanted) + 1):
        left = np.flatnonzero(~choosing.state.picked & ~seen.unfit)
        if len(left) < 3:
            break
        if moment in wanted:
            rows = seen.rows_at(choosing)[left]
            gains = seen.evidence.gains(choosing.order)[left]
            new = _equations(rows, gains, words[left])
            found = new if found is None else found + new
        choosing.pick()
    return found


def _equations(rows: Floats, gains: Floats, words: Floats) -> Equations:
    rows = rows - rows.mean(axis=0)
    gains, words = gains - gains.mean(), words - words.mean()
    weight = 1 / float(np.sqrt(len(gains)))  # a long article has more rows, but no more to say
    return Equations(
        weight * rows.T @ rows,
        weight * rows.T @ gains,
        weight * rows.T @ words,
        weight * float(gains @ gains),
        weight * len(gains),
    )


def solve(
    mixed: Mapping[str, Equations], shares: Mapping[str, float], strength: float, price: float
) -> Floats:
    """Ridge regression on a mix of several kinds of evidence.

    What summaries of reference add is brought to the scale of the points. ROUGE counts words by
    itself already: what ``price`` takes off for them at the pick is given back beforehand.

    Args:
        mixed: The equations of each kind; ``points`` gives the scale.
        shares: How much each kind weighs.
        strength: How much large weights cost, with features at a standard deviation of one.
        price: What a word costs among the kinds other than ``points``.
    """
    scale = np.sqrt(mixed["points"].spread / mixed["points"].count)
    inner, gains, total = 0.0, 0.0, 0.0
    for kind, found in mixed.items():
        share = shares[kind] / found.count
        own = found.gains
        if kind != "points":
            own = own * scale / np.sqrt(found.spread / found.count) + price * found.words
        inner, gains, total = inner + share * found.inner, gains + share * own, total + shares[kind]
    inner, gains = np.asarray(inner) / total, np.asarray(gains) / total
    deviation = np.sqrt(np.maximum(np.diag(inner), 0))
    used = np.flatnonzero(deviation > 1e-6)
    size = deviation[used]
    left = inner[np.ix_(used, used)] / np.outer(size, size) + strength * np.eye(len(used))
    weights = np.zeros(len(gains))
    weights[used] = np.linalg.solve(left, gains[used] / size) / size
    return weights


def total_of(found: Sequence[Equations | None]) -> Equations:
    """The sum of some equations."""
    first, *rest = [equations for equations in found if equations is not None]
    for more in rest:
        first = first + more
    return first
