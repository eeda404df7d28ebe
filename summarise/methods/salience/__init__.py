"""Salience: what a sentence is worth, learned from articles that careful readers marked.

A linear model of named features (:mod:`summarise.methods.salience.features`), its weights in
:mod:`summarise.methods.salience.weights`, learned by ``tests/training/salience.py``. The choice
(:mod:`summarise.methods.salience.choice`) adds what depends on the picks so far. The score is the
sum of one part for each group of features, each measured from the mean of the article; time and
memory grow with the words of the article, not with pairs of sentences.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from summarise.index import Index
from summarise.index.arrays import Bools, Floats, np
from summarise.methods.salience.choice import Worth, choose
from summarise.methods.salience.features import Features, static_features
from summarise.methods.salience.form import charged
from summarise.methods.salience.frame import Frame
from summarise.methods.salience.inputs import (
    GOES_ON_INSIDE,
    bonus_of,
    leanings,
    opening_costs,
)
from summarise.methods.salience.risk import risk_of
from summarise.methods.salience.weights import CHANGING, EARLY, FIRST, PRICE, STATIC
from summarise.methods.scores import Scores


def score(index: Index) -> Scores:
    """Score each candidate sentence, with parts that add up to the score."""
    frame = Frame(index)
    if not frame.n:
        return Scores(np.zeros(0), np.zeros(0, np.intp))
    features = static_features(frame)
    static = {group: _centred(weighed(features[group], STATIC[group])) for group in STATIC}
    bonus = bonus_of(features)
    static["subject"] = static["subject"] + _centred(bonus.always)
    static["wording"] = static["wording"] + _centred(bonus.figures)
    worth = Worth(
        values=_sum(static.values()),
        early=_centred(_weighed_by_group(features, EARLY) + bonus.early),
        first=_centred(_weighed_by_group(features, FIRST) + bonus.first),
        price=_centred(PRICE * charged(frame)),
        opening=opening_costs(features),
        risk=risk_of(frame, features),
        changing=CHANGING,
        inside=GOES_ON_INSIDE,
    )
    unfit = index.row_mask(index.unfit)
    choice = choose(frame, worth, unfit, leanings(frame, features))
    parts = dict(choice.parts)
    for group, own in static.items():
        parts[group] = parts[group] + own if group in parts else own
    values = _sum(parts.values())
    parts["unfit"] = np.where(unfit, _behind(values, unfit), 0.0)
    return Scores(values + parts["unfit"], choice.order, parts)


def weighed(features: Features, weights: dict[str, float]) -> Floats:
    """The sum of the features of one group, each times its weight."""
    return _sum(weight * features[name] for name, weight in weights.items())


def _weighed_by_group(
    features: dict[str, Features], weights: dict[str, dict[str, float]]
) -> Floats:
    return _sum(weighed(features[group], found) for group, found in weights.items() if found)


def _sum(arrays: Iterable[Floats]) -> Floats:
    """The sum of one array or more of one shape."""
    total: Floats = reduce(np.add, arrays)
    return total


def _centred(values: Floats) -> Floats:
    centred: Floats = values - values.mean()
    return centred


def _behind(values: Floats, unfit: Bools) -> float:
    """What has to be taken off the unfit so that the best of them is no better than the others."""
    if not unfit.any() or unfit.all():
        return 0.0
    return min(0.0, float(values[~unfit].min() - values[unfit].max()))
