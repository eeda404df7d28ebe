"""What the choice is told of sense: which sentences lean on others, and which open well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from summarise.index.arrays import Floats, np
from summarise.index.references.kinds import Leaning as Kind
from summarise.methods.salience.choice import Leaning
from summarise.methods.salience.features import Features
from summarise.methods.salience.frame import Frame
from summarise.methods.salience.risk import LANGUAGES, SLIGHT, SURE
from summarise.text.patterns import compile_later

#: What leaning on a sentence that is left out takes off. Points do not ask for it and readers
#: do: of 598 picks that were read one by one, those before this table 20 % and those after it 12
#: % cannot be understood without what is left out, most of them by a noun taken for told.
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
    Kind.MENTIONED: 0.7,
    Kind.POINTED: 0.2,
}
#: What a light connective costs instead where what leans is riskier on top
#: (:mod:`summarise.methods.salience.risk`): at 0.25 points are 0.3 and 0.8 of 100 less at 120 and
#: 250 words. In other languages 0.25 gains 0.8 at 120 words and loses 0.5 at 250.
LIGHT_AND_RISKY = 0.05
#: What a sentence inside a paragraph costs until one before it there is picked, whatever the
#: language. Of the picks that were read, 34 of 100 (of 107) of those dangle, of the first of their
#: paragraphs 14 (of 275), of those right behind another pick 1 (of 94). At 0.07 instead points are
#: 0.3 of 100 less at 120 words; in English the risk knows it, too.
GOES_ON_INSIDE = 0.03
#: What a sentence that ends in a colon costs until what it leads to is picked, and an item that
#: begins in lower case until that is which leads to it. The marked articles do not tell what is
#: best: hardly one is picked, with it or without; readers mind each. At 0.5 "First, an email from
#: Brewster Kahle about Michael S. Hart:" opened a summary; at 1.0 none of 1,411 picks ends so.
LEADS_ON = 1.0
#: The same for an item with a number: 5 of 9 that were read dangle, of the others 1 of 5.
NUMBERED = 0.4
_FIRST_LETTER = compile_later(r"[^\W\d_]")
#: What opening the summary takes off a sentence that leans on another; half for one that stands by
#: itself and does not name the subject. From 0.3 to 0.6 the points are the same within 0.3, and
#: bad picks 3.8 and 3.6 %.
OPENING = 0.5

#: What is added to the sentence that leads: for the first pick, for each pick divided by its
#: number, and always; to the one behind it, and at the very beginning (falling to nothing over
#: the first tenth), for each pick divided by its number. It is what readers miss first: who and
#: what it is about. Points at 60, 120 and 250 words, bad picks and ROUGE-1 of papers are 22.3,
#: 41.3, 68.8, 3.2 % and 38.1 at 0.3 and 0.3 for the first picks; 22.1, 40.9, 68.4, 3.4 % and 38.0
#: as it is; 21.7, 40.6, 68.5, 3.7 % and 37.0 at 1.2 and 1.0, with 0.3 always. Of 35 summaries of
#: unseen articles that differ between the first and the last, read blind twice, the last were
#: preferred 39 : 31, and 8.7 of 100 picks dangle (11.3).
#: What goes on from the lead has 1.0 where it had 0.7, for the same points.
LEADS_FIRST, LEADS_EARLY, LEADS = 0.5, 0.5, 0.2
GOES_ON, OPENS = 1.0, 0.4
#: A lead is sure from the second of these shares of the title's terms on, and below the first one
#: it gets the least of what a sure one gets.
UNSURE, CERTAIN, LEAST_SURE = 0.2, 0.6, 0.6
#: What is added to a sentence with a share, a sum or a count at the beginning of the article,
#: falling to nothing at its middle: the key figures of news. Points hardly ask for it and
#: readers do: of 40 summaries that they liked less than those of another method, 11 lacked a
#: figure that the other had. By weights learned without it points are 42.8, 42.7, 42.6, 42.3 %
#: at 120 words for 0, 0.2, 0.3, 0.4, and 68.4, 68.6, 68.8, 68.8 % at 250; all over the article
#: 0.3 gives 43.0 and 68.1. With the choice of today 0.2 and 0.3 give 41.8 and 41.4 %.
FIGURES, FIGURES_UNTIL = 0.2, 0.5


class Bonus(NamedTuple):
    """What rows get on top because of what readers miss, shape (n,) each.

    Attributes:
        always: At every pick.
        figures: At every pick, what says how much or how many.
        early: At every pick, divided by its number.
        first: At the first pick.
    """

    always: Floats
    figures: Floats
    early: Floats
    first: Floats


def bonus_of(features: Mapping[str, Features]) -> Bonus:
    """What the row gets that says who and what it is about, those about it, and key figures."""
    subject = features["subject"]
    sure = np.clip((subject["share of the title"] - UNSURE) / (CERTAIN - UNSURE), LEAST_SURE, 1.0)
    leads: Floats = subject["leads"] * np.maximum(sure, subject["says where it comes from"])
    behind = np.append([0.0], leads[:-1])[: len(leads)]
    early = LEADS_EARLY * leads + GOES_ON * behind + OPENS * features["place"]["opening tenth"]
    return Bonus(LEADS * leads, _figures(features), early, LEADS_FIRST * leads)


def opening_costs(features: Mapping[str, Features]) -> Floats:
    """What opening the summary takes off each row: who and what come first."""
    costs: Floats = OPENING * (1 - features["reference"]["stands alone and names the subject"])
    return costs


def _figures(features: Mapping[str, Features]) -> Floats:
    wording, place = features["wording"], features["place"]["place"]
    figure = np.maximum(wording["a share, a sum or a count"], wording["a share or a sum in words"])
    bonus: Floats = FIGURES * figure * np.maximum(0.0, 1 - place / FIGURES_UNTIL)
    return bonus


def leanings(frame: Frame, features: Mapping[str, Features]) -> list[Leaning]:
    """What the rows lean on."""
    row_of = frame.vectors.row_of
    costs = dict(COSTS)
    if frame.article.language in LANGUAGES:
        costs[Kind.LIGHT] = LIGHT_AND_RISKY
    found = [
        Leaning(
            row_of[sentence],
            row_of[antecedent.sentence],
            costs[antecedent.kind],
            tuple(row_of[i] for i in sorted(antecedent.others)) if antecedent.others else (),
            SURE if antecedent.needed else SLIGHT,
        )
        for sentence, several in frame.index.antecedents.items()
        for antecedent in several
    ]
    found += _leading_on(frame, features["form"]["ends in a colon"])
    return [*found, *_led_to(frame, features["form"]["has a number in a list"])]


def _led_to(frame: Frame, numbered: Floats) -> Iterator[Leaning]:
    """Items that begin in lower case go on with what leads to the list; numbered ones count on."""
    leads = np.maximum.accumulate(np.where(frame.listed > 0, 0, np.arange(frame.n)))
    for row in np.flatnonzero(frame.listed).tolist():
        first = _FIRST_LETTER.search(frame.texts[row]) if frame.starts[row] else None
        if first and first[0].islower():
            yield Leaning(row, int(leads[row]), LEADS_ON)
        elif numbered[row]:
            yield Leaning(row, int(leads[row]), NUMBERED)


def _leading_on(frame: Frame, colons: Floats) -> Iterator[Leaning]:
    """Rows that end in a colon lean on the next, if that is what they lead to."""
    for row in np.flatnonzero(colons).tolist():
        after = row + 1
        led_to = after < frame.n and (frame.listed[after] or not frame.starts[after])
        yield Leaning(row, after if led_to else row, LEADS_ON)
