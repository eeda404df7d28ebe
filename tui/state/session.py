"""The articles of one run: what can be opened, and where the reader left each of them."""

from __future__ import annotations

from collections import OrderedDict

from summarise.article import Article
from summarise.length import Length, Unit
from summarise.loading import Source
from tui.state.reading import Reading
from tui.state.reading_state import ReadingState
from tui.state.request import Request

#: How many articles stay loaded; of the others only the small state is kept.
_LOADED = 8


class Session:
    """What was opened so far, and the state that a new article starts with.

    Args:
        request: What the command asked for.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self._states: dict[str, ReadingState] = {}
        self._readings: OrderedDict[str, Reading] = OrderedDict()

    def load(self, source: Source) -> Article:
        """Read a source as the command asked for; slow.

        Raises:
            SummariseError: It cannot be read.
        """
        return source.load(language=self.request.language, whole=self.request.whole)

    def opened(self, source: Source) -> Reading | None:
        """The reading of a source that is still loaded."""
        reading = self._readings.get(source.key)
        if reading is not None:
            self._readings.move_to_end(source.key)
        return reading

    def open(self, source: Source, article: Article) -> Reading:
        """Start to read an article, or go on where it was left."""
        reading = Reading(article, self._states.get(source.key) or self._fresh())
        self._readings[source.key] = reading
        while len(self._readings) > _LOADED:
            key, old = self._readings.popitem(last=False)
            self._states[key] = old.state
        return reading

    def _fresh(self) -> ReadingState:
        request = self.request
        return ReadingState(
            request.method,
            Length.parse(request.length),
            unit=Unit[request.settings.unit.upper()],
            heat=request.settings.heat,
        )
