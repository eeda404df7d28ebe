"""What the choice is told of sense: which sentences lean on others, and which open well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from summarise.index.arrays import Floats, np
from summarise.index.references.kinds import Leaning as Kind
from summarise.methods.salience.choice import Leaning
from summarise.methods.salience.features import Features
from summarise.methods.salience.frame import Frame

#: What leaning on a sentence that is left out takes off. By folds at 120 words (points, sentences
#: that open a summary badly): light connectives for nothing 44.6 and 2.3 %, at 0.25 44.8 and 0.7 %,
#: at 0.4 44.4; the certain ones at twice as much 0.5 % fewer dangle, the others at twice as much
#: cost half a point.
COSTS = {
    Kind.OPENER: 0.75,
    Kind.PRONOUN: 0.75,
    Kind.ORDINAL: 0.75,
    Kind.ANSWER: 0.75,
    Kind.CONNECTIVE: 0.25,
    Kind.LIGHT: 0.25,
    Kind.DEFINITE: 0.25,
    Kind.NAME: 0.25,
    Kind.QUOTATION: 0.25,
    Kind.COMPARISON: 0.25,
    Kind.HALF: 0.25,
    Kind.SHORT: 0.25,
}
#: What a sentence that ends in a colon costs until what it leads to is picked, and an item that
#: begins in lower case until that is which leads to it. The marked articles do not tell what is
#: best: hardly one is picked, with it or without; readers mind each.
LEADS_ON = 0.5
_FIRST_LETTER = re.compile(r"[^\W\d_]")
#: What opening the summary takes off a sentence that leans on another; half for one that stands by
#: itself and does not name the subject.
OPENING = 0.4

#: What is added to the sentence that leads, for the first pick, and for each pick divided by its
#: number. The points hardly mind (by folds at 120 and 250 words, on weights that were learned once:
#: nothing 44.2/69.1, 0.3 and 0.3 43.8/69.0, 0.6 and 0.15 43.6/68.9); readers do, who want to know
#: who and what it is about.
LEADS_FIRST, LEADS_EARLY = 0.3, 0.3
#: The share of it that a lead gets which names nothing of the title.
LEAST_SURE = 0.3


def first_bonus(features: Mapping[str, Features]) -> Floats:
    """What each row gets on top at the first pick."""
    return LEADS_FIRST * _leading(features)


def early_bonus(features: Mapping[str, Features]) -> Floats:
    """What each row gets on top at each pick, divided by the number of the pick."""
    return LEADS_EARLY * _leading(features)


def _leading(features: Mapping[str, Features]) -> Floats:
    """Up to 1 for the row that says who and what it is about, the surer it names the subject."""
    names = features["reference"]["stands alone and names the subject"]
    sure = np.maximum(LEAST_SURE, 2 * names - 1)
    found: Floats = features["subject"]["leads"] * sure
    return found


def opening_costs(features: Mapping[str, Features]) -> Floats:
    """What opening the summary takes off each row: who and what come first."""
    costs: Floats = OPENING * (1 - features["reference"]["stands alone and names the subject"])
    return costs


def leanings(frame: Frame, features: Mapping[str, Features]) -> list[Leaning]:
    """What the rows lean on."""
    row_of = frame.vectors.row_of
    found = [
        Leaning(
            row_of[sentence],
            row_of[antecedent.sentence],
            COSTS[antecedent.kind],
            tuple(row_of[i] for i in sorted(antecedent.others)),
        )
        for sentence, several in frame.index.antecedents.items()
        for antecedent in several
    ]
    found += _leading_on(frame, features["form"]["ends in a colon"])
    return [*found, *_led_to(frame)]


def _led_to(frame: Frame) -> Iterator[Leaning]:
    """Items of a list that begin in lower case go on with what leads to the list."""
    lead = 0
    for row, text in enumerate(frame.texts):
        if not frame.listed[row]:
            lead = row
        elif frame.starts[row] and (first := _FIRST_LETTER.search(text)) and first[0].islower():
            yield Leaning(row, lead, LEADS_ON)


def _leading_on(frame: Frame, colons: Floats) -> Iterator[Leaning]:
    """Rows that end in a colon lean on the next, if that is what they lead to."""
    for row in np.flatnonzero(colons).tolist():
        after = row + 1
        led_to = after < frame.n and (frame.listed[after] or not frame.starts[after])
        yield Leaning(row, after if led_to else row, LEADS_ON)
