"""What a candidate would add to the sentences that are picked so far.

One number per row and feature, brought up to date after each pick in time linear in the rows.
"""

from __future__ import annotations

from summarise.index.arrays import Floats, Ints, distinct, np, sum_by
from summarise.methods.salience.frame import Frame
from summarise.methods.salience.ties import key_weights, title_weights
from summarise.methods.salience.untold import Untold

#: How likely two sentences say the same point, by a logistic model of pairs of marked sentences
#: (area under its curve .863; likeness alone .62): it is mostly nearness, and far apart likeness.
LEVEL, LONG_TEXT = -4.54, 1.29
ALIKE, ALIKE_APART = 0.70, 2.27
LOG_APART, SHARE_APART = -1.62, 1.61
NEXT, NEXT_BUT_ONE = 0.25, 0.12
SAME_PARAGRAPH, NEXT_PARAGRAPH, SAME_SECTION = 1.22, 0.11, 0.62
#: Parts of the article that a summary should spread over.
PARTS = 8
#: How near a pick counts as near, as a share of the words, and what few picks count less by.
REACH, PATIENCE = 0.25, 4

#: From this share of its terms on, by weight, a row counts as held by a pick.
MOSTLY = 0.4

#: The features, each with the group that an explanation shows it under.
GROUPS = {
    "says the same": "repeats",
    "said by several": "repeats",
    "sentences from a pick": "spread",
    "alike": "repeats",
    "held by a pick": "repeats",
    "paragraph picked": "spread",
    "picks of its paragraph": "spread",
    "section picked": "spread",
    "share of picks in its section": "spread",
    "eighth picked": "spread",
    "share of picks in its eighth": "spread",
    "share of picks in its third": "spread",
    "picks near by": "spread",
    "continues a pick": "spread",
    "comes before a pick": "spread",
    "beyond the picks": "spread",
    "away from the picks": "spread",
    "new key terms": "subject",
    "untold terms of the title": "subject",
}
NAMES = tuple(GROUPS)


class State:
    """The picks so far, seen from each row.

    Args:
        frame: The candidates.
    """

    def __init__(self, frame: Frame) -> None:
        n = frame.n
        self.frame = frame
        self.picked = np.zeros(n, np.bool_)
        self.count = 0
        self.rows = np.arange(n)
        self.logarithms = np.log1p(self.rows)
        self.place = frame.place
        self.section = frame.section
        self.block = frame.block
        self.several = float(len(distinct(self.section)) > 1)
        self.part: Ints = np.minimum(PARTS - 1, (frame.place * PARTS).astype(np.int64))
        self.third: Ints = np.minimum(2, (frame.place * 3).astype(np.int64))
        #: The picks of each row's paragraph (three at most), section, eighth and third.
        self.of_block, self.of_section = np.zeros(n), np.zeros(n)
        self.of_part, self.of_third = np.zeros(n), np.zeros(n)
        #: 1 for each row whose paragraph, section or eighth has one.
        self.block_picked, self.section_picked = np.zeros(n), np.zeros(n)
        self.part_picked = np.zeros(n)
        self.most_alike = np.zeros(n)
        self.held = np.zeros(n)
        self.same = np.zeros(n)
        self.unsaid = np.ones(n)
        self.nearest = np.full(n, np.log1p(max(n, 1)))
        self.level = LEVEL + LONG_TEXT * float(np.log1p(n))
        self.near = np.zeros(n)
        self.gap = np.full(n, 0.3)
        self.furthest = 0.0
        self.after = np.zeros(n)
        self.before = np.zeros(n)
        self.key_terms = Untold(frame, key_weights(frame))
        self.title_terms = Untold(frame, title_weights(frame))
        vectors = frame.vectors
        weights = vectors.idf[vectors.row_terms]
        self.sizes = np.sqrt(np.maximum(1e-9, sum_by(vectors.entry_rows, weights * weights, n)))
        self.held_by = 1 / (self.sizes * (1 - MOSTLY))

    def add(self, row: int) -> None:
        """Take one more row among the picks."""
        frame, n = self.frame, self.frame.n
        alike = frame.vectors.similarities(row)
        apart = np.abs(self.rows - row)
        log_apart = self.logarithms[apart]
        same = self.level + alike * (ALIKE + ALIKE_APART * log_apart)
        same += LOG_APART * log_apart + SHARE_APART / n * apart
        block = int(self.block[row])
        in_section, in_block = _run(self.section, int(self.section[row])), _run(self.block, block)
        same[in_section] += SAME_SECTION * self.several
        same[in_block] += SAME_PARAGRAPH
        for beside in (block - 1, block + 1):
            same[_run(self.block, beside)] += NEXT_PARAGRAPH
        for step, weight in ((1, NEXT), (2, NEXT_BUT_ONE)):
            for at in (row - step, row + step):
                if 0 <= at < n:
                    same[at] += weight
        likely = 1 / (1 + np.exp(-same))
        np.maximum(self.same, likely, out=self.same)
        self.unsaid *= 1 - np.minimum(likely, 0.999)
        np.minimum(self.nearest, log_apart, out=self.nearest)
        np.maximum(self.most_alike, alike, out=self.most_alike)
        np.maximum(self.held, alike * self.sizes[row], out=self.held)
        self.picked[row] = True
        self.count += 1
        in_part = _run(self.part, int(self.part[row]))
        self.of_block[in_block] = np.minimum(3.0, self.of_block[in_block] + 1)
        self.block_picked[in_block] = 1.0
        self.of_section[in_section] += self.several
        self.section_picked[in_section] = self.several
        self.of_part[in_part] += 1
        self.part_picked[in_part] = 1.0
        self.of_third[_run(self.third, int(self.third[row]))] += 1
        distance = np.abs(self.place - self.place[row])
        self.near += np.maximum(0.0, 1 - distance / REACH)
        np.minimum(self.gap, distance, out=self.gap)
        self.furthest = max(self.furthest, float(self.place[row]))
        if row + 1 < n:
            self.after[row + 1] = 1.0
        if row:
            self.before[row - 1] = 1.0
        self.key_terms.tell(row)
        self.title_terms.tell(row)

    def features(self) -> list[Floats]:
        """The features of :data:`NAMES`, shape (n,) each."""
        frame = self.frame
        picked = self.count > 0
        picks = self.count + 1
        return [
            self.same,
            1 - self.unsaid,
            self.nearest if picked else np.zeros(frame.n),
            self.most_alike,
            np.maximum(0.0, self.held * self.held_by - MOSTLY / (1 - MOSTLY)),
            self.block_picked,
            self.of_block,
            self.section_picked,
            self.of_section / picks,
            self.part_picked,
            self.of_part / picks,
            self.of_third / picks,
            self.near / (self.count + PATIENCE),
            self.after,
            self.before,
            np.maximum(0.0, self.place - self.furthest) if picked else np.zeros(frame.n),
            self.gap if picked else np.full(frame.n, 0.0),
            5 * self.key_terms.held,
            self.title_terms.held,
        ]


def _run(ascending: Ints, value: int) -> slice:
    """Where a value stands in ascending ones."""
    return slice(*np.searchsorted(ascending, (value, value + 1)).tolist())
