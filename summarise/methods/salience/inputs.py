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

#: What leaning on a sentence that is left out takes off. Points do not ask for it and readers do:
#: at 120 words, with 0.75 for the certain ones and 0.25 for the others, 6.3 picks of 540 dangle by
#: the library's own check and 45.5 % of the points are conveyed (205 articles, weights learned from
#: the same); as here none and 44.9 %. See :data:`LEADS` for what readers said.
COSTS = {
    Kind.OPENER: 1.0,
    Kind.PRONOUN: 1.0,
    Kind.ORDINAL: 1.0,
    Kind.ANSWER: 1.0,
    Kind.CONNECTIVE: 0.5,
    Kind.LIGHT: 0.25,
    Kind.DEFINITE: 0.6,
    Kind.NAME: 0.6,
    Kind.QUOTATION: 0.6,
    Kind.COMPARISON: 0.6,
    Kind.HALF: 0.6,
    Kind.SHORT: 0.6,
}
#: What a sentence that ends in a colon costs until what it leads to is picked, and an item that
#: begins in lower case until that is which leads to it. The marked articles do not tell what is
#: best: hardly one is picked, with it or without; readers mind each.
LEADS_ON = 0.5
_FIRST_LETTER = re.compile(r"[^\W\d_]")
#: What opening the summary takes off a sentence that leans on another; half for one that stands by
#: itself and does not name the subject.
OPENING = 0.6

#: What is added to the sentence that leads: for the first pick, for each pick divided by its
#: number, and always; to the one behind it, and at the very beginning (falling to nothing over the
#: first tenth), for each pick divided by its number. It is what readers miss first: who and what it
#: is about. Read blind at 120 words on 30 articles, each against a method that keeps the first
#: sentences: with 0.6, 0.3, 0.05, 0.3, 0.1 and a lead that has to be sure preferred on 11 and not
#: on 17; with 0.6, 0.6, 0.2, 0.9, 0.9 and half the weight on spreading, on 20 and not on 8, which
#: costs four of 100 points; with 0.6 at the beginning and spreading as learned, on 10 and not on 8
#: of 21 others. As here it costs one and a half (44.1 and 69.3 % at 120 and 250 words where 45.5
#: and 70.6 were).
LEADS_FIRST, LEADS_EARLY, LEADS = 0.6, 0.6, 0.2
GOES_ON, OPENS = 0.7, 0.4
#: A lead is sure from the second of these shares of the title's terms on, and below the first one
#: it gets the least of what a sure one gets.
UNSURE, SURE, LEAST_SURE = 0.2, 0.6, 0.6


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
