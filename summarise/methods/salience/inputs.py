"""What the choice is told of sense: which sentences lean on others, and which open well."""

from __future__ import annotations

from collections.abc import Mapping

from summarise.index.arrays import Floats
from summarise.index.references.kinds import Leaning as Kind
from summarise.methods.salience.choice import Leaning
from summarise.methods.salience.frame import Frame

#: What leaning on a sentence that is left out takes off.
COSTS = {
    Kind.OPENER: 0.5,
    Kind.PRONOUN: 0.5,
    Kind.ORDINAL: 0.5,
    Kind.ANSWER: 0.5,
    Kind.CONNECTIVE: 0.25,
    Kind.LIGHT: 0.0,
    Kind.DEFINITE: 0.25,
    Kind.NAME: 0.25,
    Kind.QUOTATION: 0.25,
}
#: What opening the summary takes off a sentence that leans on another; half for one that stands by
#: itself and does not name the subject.
OPENING = 0.4


def opening_costs(features: Mapping[str, Mapping[str, Floats]]) -> Floats:
    """What opening the summary takes off each row: who and what come first."""
    costs: Floats = OPENING * (1 - features["standing"]["stands alone and names the subject"])
    return costs


def leanings(frame: Frame) -> list[Leaning]:
    """What the rows lean on."""
    row_of = frame.vectors.row_of
    return [
        Leaning(row_of[sentence], row_of[found.sentence], COSTS[found.kind])
        for sentence, several in frame.index.antecedents.items()
        for found in several
    ]
