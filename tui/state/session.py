"""The articles of one run: what can be opened, and where the reader left each of them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from summarise import DEFAULT_LENGTH
from summarise.article import Article
from summarise.errors import SourceError
from summarise.length import Length, Unit
from summarise.loading import Source
from summarise.sources.web.options import Fetching
from tui.state.carrying import carried
from tui.state.reading import Reading
from tui.state.reading_state import ReadingState
from tui.state.request import Request

#: How many articles stay loaded; of the others only the small state is kept.
_LOADED = 8
#: Of a source that holds several articles so many are named.
_TITLES = 12


class Session:
    """What was opened so far, and the state that a new article starts with.

    Args:
        request: What the command asked for.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self._states: dict[str, ReadingState] = {}
        self._readings: OrderedDict[str, Reading] = OrderedDict()

    def load(self, source: Source, *, anew: bool = False) -> Article | tuple[Source, ...]:
        """Read a source as the command asked for, or find that it holds several articles; slow.

        Args:
            source: The source.
            anew: Whether a server is asked even if its page was kept.

        Raises:
            SummariseError: It cannot be read.
        """
        fetching = replace(self.request.settings.fetching, anew=anew, completes=True)
        return self._open(source, fetching)

    def look(self, source: Source) -> Article:
        """Read a source for a look at it: no server is asked for that.

        Raises:
            SummariseError: It cannot be read.
        """
        found = self._open(source, replace(self.request.settings.fetching, asks=False))
        if isinstance(found, Article):
            return found
        titles = " · ".join(part.name for part in found[:_TITLES])
        raise SourceError(source.name, f"holds {len(found):,} articles: {titles}")

    def _open(self, source: Source, fetching: Fetching) -> Article | tuple[Source, ...]:
        request = self.request
        return source.open(language=request.language, whole=request.whole, fetching=fetching)

    def opened(self, source: Source) -> Reading | None:
        """The reading of a source that is still loaded."""
        reading = self._readings.get(source.key)
        if reading is not None:
            self._readings.move_to_end(source.key)
        return reading

    def open(self, source: Source, article: Article) -> Reading:
        """Start to read an article, or go on where it was left."""
        known = self._states.get(source.key)
        follows = known is None and not self.request.length
        reading = Reading(article, known or self._fresh(), length_follows=follows)
        self._readings[source.key] = reading
        while len(self._readings) > _LOADED:
            key, old = self._readings.popitem(last=False)
            self._states[key] = old.state
        return reading

    def renew(self, source: Source, article: Article) -> Reading:
        """Read an article that was read anew, with what was decided about what is still there."""
        before = self._readings.pop(source.key, None)
        if before is not None:
            same = before.loaded.text == article.text
            state = before.state if same else carried(before.state, before.loaded, article)
            self._states[source.key] = state
        return self.open(source, article)

    def _fresh(self) -> ReadingState:
        request = self.request
        return ReadingState(
            request.method,
            Length.parse(request.length or DEFAULT_LENGTH),
            unit=Unit[request.settings.unit.upper()],
            heat=request.settings.heat,
        )
