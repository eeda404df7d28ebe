"""The sentence that says who and what: of those at the beginning, the one that leads best.

An article may open with a scene, a greeting or last week's news; what it is about is then said a
few sentences later. So the lead is not the first sentence, but that one of the opening which stands
alone, has most of the title and is most like what follows.
"""

from __future__ import annotations

from summarise.index.arrays import Floats, np
from summarise.methods.salience.frame import Frame
from summarise.text.patterns import compile_later

Features = dict[str, Floats]

#: Rows and words that the opening has at most.
OPENING_ROWS, OPENING_WORDS = 8, 200
#: What a later row of the opening is held to be worth less, for each row before it: the next one
#: leads only if it says far more of the subject. At 0.15 points are the same, and it was later rows
#: that readers missed the beginning for ("For a week we lost control of the domain.").
LATER = 1.0
#: What one is held to be worth less that does not begin its paragraph.
INSIDE = 0.3
#: Somebody else's words do not say what the article is about.
MOSTLY_QUOTED = 0.8
#: Where a report comes from, before its first words: "HARRISBURG — ", "LONDON (AP) -- ".
_DATELINE = compile_later(
    r"[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ.’'-]{2,}(?:[ ,]+[\w.’'-]+){0,4}\s*(?:\([\w /.]{2,30}\)\s*)?"
    r"(?:\s[-–]|--|—)\s?(?=\S)"
)
_LONGEST_DATELINE = 60


def lead(frame: Frame, known: Features) -> Features:
    """1 for the row that leads, and for rows with the place that a report comes from.

    Args:
        frame: The candidates.
        known: The features that were made before.
    """
    dateline = np.zeros(frame.n)
    leads = np.zeros(frame.n)
    rows = min(frame.n, OPENING_ROWS)
    running = np.cumsum(frame.words)
    for row in range(rows):
        found = _DATELINE.match(frame.texts[row], 0, _LONGEST_DATELINE)
        dateline[row] = float(found is not None)
    alone = known["stands alone and names the subject"][:rows]
    worth = (
        alone
        + known["share of the title"][:rows]
        + known["like what follows, by rank"][:rows]
        + dateline[:rows]
        - LATER * np.arange(rows)
        - INSIDE * ~frame.starts[:rows]
    )
    other = (
        known["question"]
        + known["no end mark"]
        + known["ends in a colon"]
        + known["quotation block"]
    )
    not_told = (other > 0) | (known["quoted share"] > MOSTLY_QUOTED)
    worth[
        (alone <= 0) | not_told[:rows] | (running[:rows] - frame.words[:rows] > OPENING_WORDS)
    ] = -np.inf
    if rows and np.isfinite(worth).any():
        leads[int(worth.argmax())] = 1.0
    return {"leads": leads, "says where it comes from": dateline}
