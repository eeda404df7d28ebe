"""What the choice is told of sense: which sentences lean on others, and which open well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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

#: What is added to the sentence that leads: for the first pick, for each pick divided by its
#: number, and always; to the one behind it, and at the very beginning (falling to nothing over the
#: first tenth), for each pick divided by its number. It is what readers miss first: who and what it
#: is about. By folds, points at 120 and 250 words, and sure leads that are kept at 120 words: none
#: of it 44.1/69.2, 80 %; 0.3, 0.3, 0, 0.3, 0 44.0/69.3, 92 %; as here 43.7/69.2, 99 %; with
#: 1, 0.5, 0.1, 0.5, 0.15 43.3/69.4, all.
LEADS_FIRST, LEADS_EARLY, LEADS = 0.6, 0.3, 0.05
GOES_ON, OPENS = 0.3, 0.1
#: A lead is sure from the second of these shares of the title's terms on, and below the first one
#: it gets the least of what a sure one gets.
UNSURE, SURE, LEAST_SURE = 0.2, 0.6, 0.1


@dataclass(frozen=True)
class Bonus:
    """What rows get on top because of what readers miss, shape (n,) each.

    Attributes:
        always: At every pick.
        early: At every pick, divided by its number.
        first: At the first pick.
    """

    always: Floats
    early: Floats
    first: Floats


def lead_bonus(features: Mapping[str, Features]) -> Bonus:
    """What the row gets that says who and what it is about, and those about it."""
    subject = features["subject"]
    sure = np.clip((subject["share of the title"] - UNSURE) / (SURE - UNSURE), LEAST_SURE, 1.0)
    leads: Floats = subject["leads"] * np.maximum(sure, subject["says where it comes from"])
    behind = np.append([0.0], leads[:-1])[: len(leads)]
    early = LEADS_EARLY * leads + GOES_ON * behind + OPENS * features["place"]["opening tenth"]
    return Bonus(LEADS * leads, early, LEADS_FIRST * leads)


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
