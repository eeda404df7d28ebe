"""The articles of one run: what can be opened, and where the reader left each of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from summarise.article import Article
from summarise.length import Length, Unit
from tui.state.reading import Reading, ReadingState
from tui.state.request import Request

#: How many articles stay loaded; of the others only the small state is kept.
_LOADED = 8


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be opened.

    Attributes:
        key: What tells it from the others.
        name: How it is called on a screen.
        group: The heading it stands under in the library.
        load: Reads it; slow, and raises SummariseError.
    """

    key: str
    name: str
    group: str
    load: Callable[[], Article]


class Session:
    """What was opened so far, and the state that a new article starts with.

    Args:
        request: What the command asked for.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self._states: dict[str, ReadingState] = {}
        self._readings: OrderedDict[str, Reading] = OrderedDict()

    def file(self, path: Path, group: str, name: str | None = None) -> Item:
        """An article in a file."""

        def load() -> Article:
            import summarise

            return self._whole(summarise.load(path, language=self.request.language))

        return Item(str(path.resolve()), name or path.name, group, load)

    def piped(self, data: bytes) -> Item:
        """An article from standard input."""

        def load() -> Article:
            from summarise.loading import Source

            source = Source("-", "standard input", "", data=data)
            return self._whole(source.load(language=self.request.language))

        return Item("-", "standard input", "Standard input", load)

    def opened(self, item: Item) -> Reading | None:
        """The reading of an item that is still loaded."""
        reading = self._readings.get(item.key)
        if reading is not None:
            self._readings.move_to_end(item.key)
        return reading

    def open(self, item: Item, article: Article) -> Reading:
        """Start to read an article, or go on where it was left."""
        reading = Reading(article, self._states.get(item.key) or self._fresh())
        self._readings[item.key] = reading
        while len(self._readings) > _LOADED:
            key, old = self._readings.popitem(last=False)
            self._states[key] = old.state
        return reading

    def _whole(self, article: Article) -> Article:
        return article.restore_all() if self.request.whole else article

    def _fresh(self) -> ReadingState:
        request = self.request
        return ReadingState(
            request.method,
            Length.parse(request.length),
            unit=Unit[request.settings.unit.upper()],
            heat=request.settings.heat,
        )
