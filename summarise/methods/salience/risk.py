"""How likely a reader stumbles over a sentence that is shown without what stands before it.

What a sentence leans on by its words is known from its antecedents. Most of what dangles has no
such sign: "the laptop", "the previous section's lamp", an item of a procedure. How likely that is
can be told from how a sentence is worded, how much it has of the subject, and a little from where
it stands. Of 1,929 picks in English that were read one by one, as readers of a summary see them,
146 of 1,000 dangle, and 45 cannot be understood because of it. A logistic model of these signs
tells them from the others (area under its curve .83 and .88, on articles that it has not seen;
without marks, demonstratives and the last tenth .80 and .86): of the safest half 4 of 100 dangle,
of the fifth with the highest risk 43. That more dangles further down (.834 instead of .831) is left
out: summaries would keep to the beginning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summarise.index.arrays import Floats, np
from summarise.index.references.phrases import phrases_of
from summarise.methods.salience.features import Features
from summarise.methods.salience.frame import Frame

#: What each sign adds to the logarithm of the odds.
SIGNS = {
    "opens a section": -1.0,
    "share of the title": -1.1,
    "key terms": -0.7,
    "like the lead": -1.3,
    "before it: quoted share": 2.6,
    "speaks of I": 0.5,
    "speaks of we": 0.4,
    "opens with a definite noun": 0.3,
    "has a number in a list": 1.7,
    "has a label": 0.8,
    "last tenth": -2.0,
    "ends in a colon": 2.5,
    "question": -1.7,
    "demonstratives": 0.35,
    "demonstrative in the beginning": 0.4,
}
BASE = -1.2
#: A demonstrative among so many words stands in the beginning; more than so many count as so many.
BEGINNING, DEMONSTRATIVES = 5, 3.0
#: In others than English it tells less (.70 on 83 picks) and costs points.
LANGUAGES = frozenset(("en",))
#: The same for a sentence inside a paragraph, and for one right behind a pick.
INSIDE, BEHIND = 0.6, -1.6
#: The first row and the second, if that begins a paragraph, have nothing before them that could be
#: missing (of 265 that were read 4 dangle; of 21 that go on inside the first paragraph 6), and what
#: leads is what readers miss first.
OPENING_ROWS = 2
#: What a leaning adds that is not met, by how surely it is one.
SLIGHT, SURE = 1.6, 2.4
#: The odds of what cannot dangle.
NEVER = -30.0


@dataclass(frozen=True)
class Risk:
    """How likely each row dangles: the logarithm of the odds, shape (n,) each.

    Attributes:
        alone: Without the row before it.
        behind: Right behind the row before it.
    """

    alone: Floats
    behind: Floats


def risk_of(frame: Frame, features: Mapping[str, Features]) -> Risk:
    """How likely each row dangles; nothing is told of languages whose picks were not read."""
    never = np.full(frame.n, NEVER)
    if frame.article.language not in LANGUAGES:
        return Risk(never, never)
    found = signs(frame, features)
    odds: Floats = BASE + np.sum([weight * found[name] for name, weight in SIGNS.items()], axis=0)
    opening = np.arange(frame.n) < np.where(frame.starts, OPENING_ROWS, 1)
    told = features["subject"]["leads"] + opening > 0
    return Risk(
        np.where(told, never, odds + INSIDE * ~frame.starts),
        np.where(told, never, odds + BEHIND),
    )


def signs(frame: Frame, features: Mapping[str, Features]) -> Features:
    """The signs of :data:`SIGNS`, shape (n,) each."""
    known = {name: values for group in features.values() for name, values in group.items()}
    known["opens a section"] = frame.section_starts.astype(np.float64)
    known["demonstratives"], known["demonstrative in the beginning"] = _demonstratives(frame)
    return {name: known[name] for name in SIGNS}


def _demonstratives(frame: Frame) -> tuple[Floats, Floats]:
    """How many demonstratives each row has, and 1 where one is among its first words."""
    terms = frame.vectors.terms
    wanted = phrases_of(frame.article.language).demonstrative
    numbers = [terms.lower_numbers[word] for word in wanted if word in terms.lower_numbers]
    at = np.flatnonzero(np.isin(terms.lower_of[terms.tokens], numbers))
    rows = terms.rows[at]
    early = at - np.searchsorted(terms.rows, rows) < BEGINNING
    count = np.minimum(DEMONSTRATIVES, np.bincount(rows, minlength=frame.n))
    return count, np.minimum(1.0, np.bincount(rows[early], minlength=frame.n))


def share_of(odds: Floats) -> Floats:
    """The probability, from 0 to 1, of which odds are told by their logarithm."""
    share: Floats = 1 / (1 + np.exp(-odds))
    return share
