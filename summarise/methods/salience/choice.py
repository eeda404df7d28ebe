"""Choosing sentences one by one by what each would add: its own worth, less what is said already.

Every pick is the best of those left, so the order is one and every length is the beginning of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarise.index.arrays import Bools, Floats, Ints, np, sum_by
from summarise.methods.greedy import EXACT_PICKS, EXACT_WORK, TIE
from summarise.methods.salience.frame import Frame
from summarise.methods.salience.risk import Around, Risk, share_of
from summarise.methods.salience.state import GROUPS, NAMES, State
from summarise.sources.stopping import stop_if_unwanted

#: What a sentence that should not be picked stands behind the others by: more than all else makes.
LAST = 100.0
#: How many entries' work it is to bring a row's features up to date after a pick.
PASSES = 16
#: In a short summary words are dear: after so many picks they cost half as much more than later.
DEAR = 8
#: By how much more leaning costs at the first pick, and less and less later: a short summary has
#: nothing around a sentence that dangles. At 0.2 and 0.4 the points are the same within 0.3.
CAREFUL = 0.4
#: What a sentence right behind a pick of its paragraph gets, less at each pick, and after how many
#: picks all of it: the first tell different things. Marks of points know nothing of a text that
#: hangs together, and readers do: of 110 summaries of 120 words read blind beside those at 0.05,
#: those at 0.6, at once and less slowly less, were preferred in 61, and of 663 picks 88 dangled
#: (116 of 668); they had 2.1 of 100 points less at 120 and at 250 words. As it is that is 0.8, and
#: where 18 of 100 picks went on from another, 25 do.
CONTINUES, CONTINUES_FROM = 0.5, 3
#: So many sentences before one inside a paragraph are looked at: it may have a hundred thousand.
REMEMBERED = 12
#: A sentence brings along what it leans on if that is worth less by no more than this: at 0.3
#: and 0.7 0.7 and 1.1 of 100 points less at 120 words, and hardly fewer picks that dangle.
BRING = 0.1
#: The second sentence of a paragraph that would open the summary gives way to the first, if that
#: is worth less by no more than this and leans on little. Of sentences that open a summary inside a
#: paragraph 12 of 105 dangle, of all that open one 37 of 816, and readers miss who and what it is
#: about ("Today I'd like to announce Homebrew 2.0.0."). Points at 60, 120 and 250 words and ROUGE-1
#: of papers: 22.3, 41.2, 68.6 and 38.8 without; 22.1, 41.3, 68.5 and 38.7 as it is; 21.9, 41.3,
#: 68.5 and 36.7 if every sentence of a paragraph gives way; 22.1, 41.1, 68.3 and 36.4 if it does to
#: the lead, however many paragraphs before. Summaries that open inside one: 25 of 205, then 11.
SECOND = 1.5
#: What a sentence costs that is sure to dangle, less at each pick, from which risk on it costs
#: something, and after how many picks nothing any more. By the risk of those picked 14.7 % of them
#: dangle without it and 3.7 % cannot be understood; with it 9.7 and 2.3 %, for 44.8 and 42.7 % of
#: the points at 120 words, 69.7 and 69.1 % at 250. At 5 and 0.2 it is 11.8 and 2.9 % for 43.8 % of
#: the points. With how far down a sentence stands among the signs it is 9.4 and 2.2 % for 41.8 %,
#: and summaries keep to the beginning; those, read blind in 41 articles beside summaries at 3 and
#: 0.2 by the signs before, had fewer picks that dangled (21 of 100 against 27), and 23 were
#: preferred. With all signs of today points at 60, 120 and 250 words are 22.6, 41.1 and 68.4, and
#: 6.3 % of the picks in English dangle by a model of more signs; at 8 and 0.15 22.9, 41.3, 68.3 and
#: 6.8 %; at 16 and 0.1 22.8, 40.5, 67.8 and 6.0 %; at 24 and 0.08, with more for what continues a
#: pick, 21.7, 38.8, 67.1 and 5.5 %: read blind in 67 articles beside those as they are, 25 of 398
#: picks dangled (38 of 397), and 30 were preferred: what they had to leave out weighs as much.
RISKY, SAFE, RISKY_PICKS = 12.0, 0.12, 8
#: Usual lengths, in words. A summary of one of them is filled: before the pick that would exceed
#: it come those that still fit, are worth less by no more than ``FILL``, have ``FILLS`` words or
#: more and lean on little. Points at 60, 120 and 250 words and bad picks, by the same weights:
#: without it 21.8, 42.3, 68.2 and 3.3 %; at 0.2 23.8, 43.9, 69.0 and 3.8 %; at 0.3 24.2, 44.6,
#: 68.9 and 4.2 %; at 0.5 25.0, 44.7, 68.5 and 4.9 %. Of 161 pairs of summaries that readers chose
#: from, nothing that was counted decided as often as more words within the length. With the choice
#: of today 22.1, 41.3, 68.5 and 2.7 % at 0.3 with key figures at 0.3, 22.9, 42.0, 68.7 and 2.9 % at
#: 0.4 with those at 0.2; of the 40 summaries of some 300 unseen articles that differ 19 were
#: preferred and 21 not.
USUAL_LENGTHS = (60, 120, 250, 500, 1000)
FILL, FILLS, STANDS = 0.4, 8, 0.1


class Leaning(NamedTuple):
    """What a sentence leans on.

    Attributes:
        row: The row that leans.
        on: The row that tells what it speaks of.
        cost: What that takes off the row until the other is picked.
        others: Rows that tell it as well.
        odds: What it adds to the risk that the row dangles, until the other is picked.
    """

    row: int
    on: int
    cost: float
    others: tuple[int, ...] = ()
    odds: float = 0.0


class Worth(NamedTuple):
    """What each row is worth before anything is picked, and what changes as picks are made.

    Attributes:
        values: By itself, shape (n,).
        early: What is added on top, divided by the number of the pick, shape (n,).
        first: What is added for the first pick alone, shape (n,).
        price: What a word costs on top at the first pick; less and less later, shape (n,) with
            each row's words.
        opening: What is taken off a row that would open the summary, shape (n,).
        risk: How likely each row dangles.
        changing: The weight of each feature of :mod:`summarise.methods.salience.state`.
        inside: What is taken off a row inside a paragraph until one shortly before it there is
            picked.
    """

    values: Floats
    early: Floats
    first: Floats
    price: Floats
    opening: Floats
    risk: Risk
    changing: Mapping[str, float]
    inside: float = 0.0


class Choice(NamedTuple):
    """The order of the picks, and what was added to each row's own value when it was picked.

    Attributes:
        order: Rows, in the order they were picked in, shape (n,).
        parts: Named arrays by row.
    """

    order: Ints
    parts: dict[str, Floats]


def choose(frame: Frame, worth: Worth, unfit: Bools, leanings: Sequence[Leaning]) -> Choice:
    """Order all rows: the best first, those not fit to be picked behind all others.

    Args:
        frame: The candidates.
        worth: What they are worth.
        unfit: Which rows are not to be picked while another is left.
        leanings: Which rows lean on which earlier ones, and what that costs.
    """
    choosing = Choosing(frame, worth, unfit, leanings)
    exact, left = 0, EXACT_WORK
    while exact < min(frame.n, EXACT_PICKS) and left > 0:
        stop_if_unwanted()
        row = choosing.pick()
        exact += 1
        left -= int(frame.vectors.work[row]) + PASSES * frame.n
    choosing.finish()
    return Choice(np.array(choosing.order, np.intp), choosing.parts)


class Choosing:
    """A choice that is being made: :meth:`pick` as often as wanted, then :meth:`finish`."""

    def __init__(
        self, frame: Frame, worth: Worth, unfit: Bools, leanings: Sequence[Leaning]
    ) -> None:
        n = frame.n
        self.n = n
        self.worth = worth
        self.state = State(frame)
        self.order: list[int] = []
        self.words = frame.words
        self.used = 0.0
        self.rows = np.arange(n)
        self.first = n
        self.opens: Floats = -worth.opening
        self.base = worth.values - LAST * unfit
        leaning_rows = np.array([leaning.row for leaning in leanings], np.int64)
        costs = np.array([leaning.cost for leaning in leanings], np.float64)
        odds = np.array([leaning.odds for leaning in leanings], np.float64)
        self.open = sum_by(leaning_rows, costs, n)
        self.doubt = sum_by(leaning_rows, odds, n)
        #: Of the leanings, by their numbers: the row that leans; and the rows that tell what one
        #: speaks of, each with the number of that one.
        self.leanings, self.leaning_rows = leanings, leaning_rows
        tellers = [on for leaning in leanings for on in (leaning.on, *leaning.others)]
        self.tellers = np.array(tellers, np.int64)
        self.told = np.repeat(np.arange(len(leanings)), [1 + len(one.others) for one in leanings])
        self.met: set[int] = set()
        #: Which rows wait for one before them in their paragraph.
        self.goes_on: Bools = ~frame.starts if worth.inside else np.zeros(n, np.bool_)
        self.block = frame.block
        self.open += worth.inside * self.goes_on
        self.weights = [(GROUPS[name], worth.changing.get(name, 0.0)) for name in NAMES]
        self.around = Around(frame) if worth.risk.is_told else None
        self.inside = (~frame.starts).astype(np.float64)
        self.groups = dict.fromkeys(GROUPS.values())
        self.parts = {
            name: np.zeros(n) for name in ("first picks", "length", "reference", *self.groups)
        }

    def pick(self) -> int:
        """Pick the best row that is left, and note what its value was made of."""
        added = self._added()
        current = self._summed(added)
        current[self.state.picked] = -np.inf
        row = self._opening(self._brought(_best(current), current), current)
        row = self._fitting(row, current)
        for name, values in added.items():
            self.parts[name][row] = values[row]
        self.parts["reference"][row] -= self.care * self.open[row]
        self.order.append(row)
        self.used += float(self.words[row])
        if row < self.first:
            self.first = row
            self.opens = np.where(self.rows < row, self.opens, 0.0)
        self.state.add(row)
        if self.around is not None and len(self.order) < RISKY_PICKS:
            self.around.add(row)
        for number in self.told[self.tellers == row].tolist():
            if number not in self.met:
                self.met.add(number)
                leaning = self.leanings[number]
                self.open[leaning.row] -= leaning.cost
                self.doubt[leaning.row] -= leaning.odds
        behind = slice(row + 1, row + 1 + REMEMBERED)
        met = self.goes_on[behind] & (self.block[behind] == self.block[row])
        self.open[behind] -= self.worth.inside * met
        self.goes_on[behind] &= ~met
        return row

    @property
    def care(self) -> float:
        """What leaning costs now, as a multiple of what it costs late."""
        return 1 + CAREFUL * DEAR / (DEAR + len(self.order))

    def values(self) -> Floats:
        """What each row is worth now, shape (n,)."""
        return self._summed(self._added())

    def _summed(self, added: Mapping[str, Floats]) -> Floats:
        current: Floats = self.base - self.care * self.open
        for values in added.values():
            current += values
        return current

    def _brought(self, row: int, current: Floats) -> int:
        """The row, or what it leans on if that is worth little less: it comes first then."""
        own: list[int] = np.flatnonzero(self.leaning_rows == row).tolist()
        wanted = [self.leanings[number].on for number in own if number not in self.met]
        if self.goes_on[row]:
            wanted.append(row - 1)
        least = current[row] + self.care * self.open[row] - BRING
        for on in wanted:
            if not self.state.picked[on] and current[on] >= least:
                return on
        return row

    def _opening(self, row: int, current: Floats) -> int:
        """The row, or the one that it goes on from if it would open the summary."""
        before = row - 1
        is_second = self.inside[row] and not self.inside[before]
        if row >= self.first or not is_second or self.open[before] > STANDS:
            return row
        return before if current[before] >= current[row] - SECOND else row

    def _fitting(self, row: int, current: Floats) -> int:
        """The row, or one worth little less that still fits the length which the row exceeds."""
        room = next((usual - self.used for usual in USUAL_LENGTHS if usual > self.used), np.inf)
        if not self.order or self.words[row] <= room:
            return row
        fits = (self.words <= room) & (self.words >= FILLS) & (self.open <= STANDS)
        best = _best(np.where(fits, current, -np.inf))
        return best if fits[best] and current[best] >= current[row] - FILL else row

    def finish(self) -> None:
        """Order the rows that are left by what they are worth now."""
        rest = np.flatnonzero(~self.state.picked)
        if not len(rest):
            return
        added = self._added()
        current = self._summed(added)
        for name, values in added.items():
            self.parts[name][rest] = values[rest]
        self.parts["reference"][rest] -= self.care * self.open[rest]
        by_worth = np.argsort(-np.round(current[rest], 12), kind="stable")
        self.order.extend(rest[by_worth].tolist())

    def _added(self) -> dict[str, Floats]:
        """What the picks so far add to the value of each row, by group."""
        number = len(self.order)
        lead = self.worth.early / (1 + number)
        if not number:
            lead = lead + self.worth.first
        short = DEAR / (DEAR + number)
        dear = -self.worth.price * short
        added: dict[str, Floats] = {"first picks": lead, "length": dear, "reference": self.opens}
        for (group, weight), values in zip(self.weights, self.state.features(), strict=True):
            if weight:
                part = weight * values
                if group in added:
                    part += added[group]
                added[group] = part
        if number < RISKY_PICKS and self.around is not None:
            risk = self.worth.risk
            odds = np.where(self.state.after > 0, risk.behind, risk.alone)
            odds = odds + self.doubt + self.around.odds()
            risky = RISKY * np.maximum(0.0, share_of(odds) - SAFE)
            added["reference"] = added["reference"] - short * short * risky
        for group in self.groups:
            added.setdefault(group, np.zeros(self.n))
        going_on = CONTINUES * short * short * min(1.0, number / CONTINUES_FROM)
        added["spread"] = added["spread"] + going_on * self.inside * self.state.after
        return added


def _best(values: Floats) -> int:
    """The first of those that are worth most."""
    return int((values >= values.max() - TIE).argmax())
