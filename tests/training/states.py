"""States of a choice as equations: what each row looks like there, and what it would add."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarise.methods.salience.choice import Choosing, Leaning, Worth
from summarise.methods.salience.features import LEADING, static_features
from summarise.methods.salience.form import charged
from summarise.methods.salience.frame import Frame
from summarise.methods.salience.inputs import (
    GOES_ON_INSIDE,
    Bonus,
    bonus_of,
    leanings,
    opening_costs,
)
from summarise.methods.salience.risk import risk_of
from summarise.methods.salience.state import NAMES
from tests.training.evidence import Evidence

Floats = NDArray[np.float64]

#: The numbers of picks after which the rows of an article are looked at.
MOMENTS = (0, 1, 2, 3, 4, 6, 8, 11, 14, 18)
#: Rows that are about to be picked count most: how fast that falls with the place among the rows
#: left, and what the last of them count. All alike 43.3/69.0 % of the points at 120 and 250 words,
#: at a steepness of 4 43.6/69.7, of 8 44.0/69.4 with 0.5 of 100 picks more bad (three deals).
STEEP, LEAST = 3.0, 0.1


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
        bonus: What rows get on top for leading.
        opening: What opening the summary takes off.
        unfit: Which rows are never picked.
        leans: What rows lean on.
        dear: The words that a row is charged for.
    """

    evidence: Evidence
    names: Names = field(init=False)
    static: Floats = field(init=False)
    leading: Floats = field(init=False)
    bonus: Bonus = field(init=False)
    opening: Floats = field(init=False)
    unfit: NDArray[np.bool_] = field(init=False)
    leans: list[Leaning] = field(init=False)
    dear: Floats = field(init=False)

    def __post_init__(self) -> None:
        frame = self.frame
        groups = static_features(frame)
        self.names = Names(tuple((g, name) for g, found in groups.items() for name in found))
        self.static = np.column_stack([groups[g][name] for g, name in self.names.static])
        self.leading = np.column_stack(
            [groups[g][name] for g, of in LEADING.items() for name in of]
        )
        self.bonus = bonus_of(groups)
        self.opening = opening_costs(groups)
        self.risk = risk_of(frame, groups)
        self.unfit = frame.index.row_mask(frame.index.unfit)
        self.leans = leanings(frame, groups)
        self.dear = charged(frame)

    @property
    def frame(self) -> Frame:
        """The candidates."""
        return self.evidence.frame

    def choosing(self, weights: Floats, price: Price, *, leading: bool = True) -> Choosing:
        """A choice by some weights, less a price for each word.

        Args:
            weights: One for each feature.
            price: What a word costs.
            leading: Whether what leads gets its bonus. Learned from states with it the weights are
                worse: half a point at 250 words, and 0.7 of 100 picks more are bad.
        """
        bonus = self.bonus if leading else Bonus(*np.zeros((4, self.frame.n)))
        static, changing = self.static.shape[1], len(NAMES)
        own, moving, early, first = np.split(
            weights, (static, static + changing, static + changing + self.leading.shape[1])
        )
        worth = Worth(
            values=self.static @ own - price.always * self.dear + bonus.always + bonus.figures,
            early=self.leading @ early + bonus.early,
            first=self.leading @ first + bonus.first,
            price=price.early * self.dear,
            opening=self.opening,
            risk=self.risk,
            changing=dict(zip(NAMES, moving.tolist(), strict=True)),
            inside=GOES_ON_INSIDE,
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
    choosing = seen.choosing(weights, price, leading=False)
    wanted = frozenset(moments)
    found: list[tuple[Floats, Floats, Floats, Floats]] = []
    words = seen.frame.words
    for moment in range(max(wanted) + 1):
        left = np.flatnonzero(~choosing.state.picked & ~seen.unfit)
        if len(left) < 3:
            break
        if moment in wanted:
            rows = seen.rows_at(choosing)[left]
            gains = seen.evidence.gains(choosing.order)[left]
            found.append(_measured(rows, gains, words[left], choosing.values()[left]))
        choosing.pick()
    return _equations(found) if found else None


def _attention(values: Floats) -> Floats:
    """How much each row counts: those that may be picked next most."""
    places = np.empty(len(values))
    places[np.argsort(-values, kind="stable")] = np.arange(len(values))
    attention: Floats = LEAST + (1 - LEAST) * np.exp(-STEEP * places / len(values))
    return attention


def _measured(
    rows: Floats, gains: Floats, words: Floats, values: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    """The rows of one state from their means, and the roots of what each row weighs.

    A long article has more rows, but no more to say.
    """
    attention = _attention(values)
    share = attention / attention.sum()
    roots = np.sqrt(attention / np.sqrt(len(gains)))
    return (
        (rows - share @ rows) * roots[:, None],
        (gains - share @ gains) * roots,
        (words - share @ words) * roots,
        roots,
    )


def _equations(states: Sequence[tuple[Floats, Floats, Floats, Floats]]) -> Equations:
    """The equations of some states together: one product, in single precision for its speed."""
    rows = np.vstack([state[0] for state in states]).astype(np.float32)
    gains, words, roots = (np.concatenate([state[i] for state in states]) for i in (1, 2, 3))
    return Equations(
        (rows.T @ rows).astype(np.float64),
        (rows.T @ gains.astype(np.float32)).astype(np.float64),
        (rows.T @ words.astype(np.float32)).astype(np.float64),
        float(gains @ gains),
        float(roots @ roots),
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
    wide = len(mixed["points"].gains)
    inner, gains, total = np.zeros((wide, wide)), np.zeros(wide), 0.0
    for kind, found in mixed.items():
        share = shares[kind] / found.count
        own = found.gains
        if kind != "points":
            own = own * scale / np.sqrt(found.spread / found.count) + price * found.words
        inner, gains, total = inner + share * found.inner, gains + share * own, total + shares[kind]
    inner, gains = inner / total, gains / total
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
