"""Where scenarios play: the app on the sample, keys to press, and what is on the screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from textual.pilot import Pilot
from textual.screen import Screen

from summarise.article import Span, SpanKind
from summarise.ranking.ranking import Summary
from tests.tui.driving import settle
from tests.tui.screen_text import screen_text
from tui.app import SummariseApp
from tui.screens.reader import ReaderScreen
from tui.state.reading import Reading
from tui.state.reading_state import ReadingState


@dataclass
class Stage:
    """An app that is open on the sample."""

    app: SummariseApp
    pilot: Pilot[int]
    #: How often the app was asked to end; it does not, so that the next key can be tried.
    exits: list[object] = field(default_factory=list)
    _first: ReadingState | None = None

    def __post_init__(self) -> None:
        self.app.exit = lambda *_, **__: self.exits.append(None)  # type: ignore[method-assign]

    async def press(self, *keys: str) -> None:
        """Press keys and wait for what follows."""
        await self.pilot.press(*keys)
        await settle(self.pilot)

    async def begin(self) -> None:
        """Go back to the reader as it opens, for the next key."""
        while not isinstance(self.app.screen, ReaderScreen):
            self.app.pop_screen()
        reader, reading = self.reader, self.reading
        await reader.query("Prompt, ExplainPanel").remove()
        reader.search.end()
        self._first = self._first or reading.state
        reading.state = self._first
        reader.drawing.draw_all()
        reader.drawing.reveal_place()
        reader.source.focus()
        self.exits.clear()
        await self.press()

    @property
    def screen(self) -> Screen[object]:
        """The screen on top."""
        return self.app.screen

    @property
    def reader(self) -> ReaderScreen:
        """The screen on top, which is the reader."""
        assert isinstance(self.app.screen, ReaderScreen), self.app.screen
        return self.app.screen

    @property
    def reading(self) -> Reading:
        """What is being read."""
        return self.reader.reading

    @property
    def summary(self) -> Summary:
        """The summary on the screen."""
        assert self.reading.summary is not None
        return self.reading.summary

    @property
    def text(self) -> str:
        """What is on the screen."""
        return screen_text(self.app)

    def at(self, sentence: int) -> None:
        """Go to a sentence of the source, in the source."""
        self.reader.source.focus()
        self.reader.source.move_cursor(sentence)

    def linked(self, sentence: int, *addresses: str) -> None:
        """Let the first words of a sentence be links."""
        article = self.reading.loaded
        said = article.sentences[sentence]
        block = article.paragraphs[said.paragraph]
        at = said.start - block.start
        spans = tuple(
            Span(at + 2 * n, at + 2 * n + 2, SpanKind.LINK, address)
            for n, address in enumerate(addresses)
        )
        paragraphs = list(article.paragraphs)
        paragraphs[block.index] = block._replace(spans=spans)
        self.reading.loaded = replace(article, paragraphs=tuple(paragraphs))
        self.reading._articles[()] = self.reading.loaded

    def sized(self, size: int) -> None:
        """Begin with a summary of so many sentences."""
        self.reading.keep(size)


Scenario = Callable[[Stage, str], Awaitable[None]]


class Registry(dict[str, Scenario]):
    """Scenarios by the id of the binding that each exercises."""

    def of(self, binding: str) -> Callable[[Scenario], Scenario]:
        """Enter the scenario of a binding."""

        def enter(scenario: Scenario) -> Scenario:
            assert binding not in self, binding
            self[binding] = scenario
            return scenario

        return enter
