"""The sample article, ranked once, for tests of what the reader does without a screen."""

from __future__ import annotations

import summarise
from summarise.length import Length
from tests.tui.driving import SAMPLE
from tui.state.reading import Reading
from tui.state.reading_state import ReadingState

ARTICLE = summarise.load(SAMPLE)
RANKING = summarise.rank(ARTICLE)


def ranked_reading() -> Reading:
    """A reading of the sample at five sentences that nobody has changed yet."""
    made = Reading(ARTICLE, ReadingState("salience", Length(5)))
    made.accept(RANKING)
    return made
