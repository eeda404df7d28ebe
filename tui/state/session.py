"""The articles of one run: what can be opened, and where the reader left each of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarise import DEFAULT_LENGTH
from summarise.article import Article
from summarise.errors import SourceError
from summarise.length import Length, Unit
from summarise.loading import Source
from summarise.sources.progress import Told
from summarise.sources.web.options import Fetching
from tui.state.keeping import Keeper, Recalled
from tui.state.knowing import Knowing
from tui.state.memory import Memory
from tui.state.request import Request

if TYPE_CHECKING:
    from summarise.novelty.known import Known
    from tui.state.reading import Reading
    from tui.state.reading_state import ReadingState
    from tui.state.remembering import Found
    from tui.state.store.records import KeptReading

#: How many articles stay loaded; of the others only the small state is kept.
_LOADED = 8
#: Of a source that holds several articles so many are named.
_TITLES = 12


class _Left(NamedTuple):
    """How an article was left that is not loaded any more."""

    state: ReadingState
    kept: KeptReading
    """The same by its words, should the text be another when it is loaded again."""
    text: int
    """The hash of its text."""
    seen: frozenset[int]
    """The sentences that were read."""

    def seen_in(self, article: Article) -> frozenset[int]:
        """The sentences that were read, if the text is still the same."""
        return self.seen if hash(article.text) == self.text else frozenset()

    def state_in(self, article: Article, fresh: ReadingState) -> ReadingState:
        """The state for the article as it is now."""
        if hash(article.text) == self.text:
            return self.state
        from tui.state.remembering import found_again  # only then

        return found_again(self.kept, article, fresh).state


class Session:
    """What was opened so far, and the state that a new article starts with.

    Args:
        request: What the command asked for.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        #: What is remembered from run to run; only workers ask it.
        self.memory = Memory(on=request.settings.history)
        #: Keeps what changes in the readings that are open.
        self.keeper = Keeper(self.memory)
        #: Tells what of an article was read before.
        self.knowing = Knowing(self.memory)
        self._recalled: dict[str, Recalled] = {}
        self._left: dict[str, _Left] = {}
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._reached: dict[str, float] = {}

    def load(
        self,
        source: Source,
        *,
        anew: bool = False,
        told: Told | None = None,
        begun: Callable[[Article], object] | None = None,
    ) -> Article | tuple[Source, ...]:
        """Read a source as the command asked for, or find that it holds several articles; slow.

        Args:
            source: The source.
            anew: Whether a server is asked even if its page was kept.
            told: Is told how far it has come, in this thread.
            begun: Is given what there is to read before all of it is there, in this thread.

        Raises:
            SummariseError: It cannot be read.
        """
        fetching = self.request.settings.fetching._replace(anew=anew, completes=True)
        return self._open(source, fetching, told, begun)

    def look(self, source: Source, told: Told | None = None) -> Article:
        """Read a source for a look at it: no server is asked for that.

        Args:
            source: The source.
            told: Is told how far it has come, in this thread.

        Raises:
            SummariseError: It cannot be read.
        """
        found = self._open(source, self.request.settings.fetching._replace(asks=False), told)
        if isinstance(found, Article):
            return found
        titles = " · ".join(part.name for part in found[:_TITLES])
        raise SourceError(source.name, f"holds {len(found):,} articles: {titles}")

    def peek(self, source: Source) -> Article | tuple[Source, ...]:
        """Read a source without asking a server, or find that it holds several articles; slow.

        Raises:
            SummariseError: It cannot be read.
        """
        fetching = self.request.settings.fetching._replace(asks=False)
        return self._read(source, fetching)

    def reached(self, key: str) -> float:
        """How far into an article the reader was when it was left, from 0 to 1."""
        reading = self._readings.get(key)
        return self._reached.get(key, 0.0) if reading is None else _reached(reading)

    def _open(
        self,
        source: Source,
        fetching: Fetching,
        told: Told | None = None,
        begun: Callable[[Article], object] | None = None,
    ) -> Article | tuple[Source, ...]:
        found = self._read(source, fetching, told, begun)
        if isinstance(found, Article):
            self.keeper.recall(source, found, self.fresh)
        return found

    def _read(
        self,
        source: Source,
        fetching: Fetching,
        told: Told | None = None,
        begun: Callable[[Article], object] | None = None,
    ) -> Article | tuple[Source, ...]:
        request = self.request
        return source.open(
            language=request.language,
            whole=request.whole,
            fetching=fetching,
            told=told,
            begun=begun,
        )

    def opened(self, source: Source) -> Reading | None:
        """The reading of a source that is still loaded."""
        reading = self._readings.get(source.key)
        if reading is not None:
            self._readings.move_to_end(source.key)
        return reading

    def open(self, source: Source, article: Article) -> Reading:
        """Start to read an article, or go on where it was left, in this run or an earlier one."""
        from tui.state.reading import Reading  # not before the first frame

        left = self._left.pop(source.key, None)
        recalled = self.keeper.recalled(source)
        known = None if left is None else left.state_in(article, self.fresh)
        if known is None and recalled is not None:
            asked = {name: getattr(self.fresh, name) for name in self.request.asked}
            known = replace(recalled.state, **asked)
            self._recalled[source.key] = recalled
        state = known or self.fresh
        reading = Reading(article, state, length_follows=state.suits)
        if recalled is not None:
            reading.see(recalled.seen)
        if left is not None:
            reading.see(left.seen_in(article))
        return self._begun(source, reading)

    def length_of(self, source: Source) -> Length | None:
        """The length that an article opens at; None for the one that suits it."""
        if (reading := self._readings.get(source.key)) is not None:
            state = reading.state
        elif (left := self._left.get(source.key)) is not None:
            state = left.state
        elif "length" not in self.request.asked and (found := self.keeper.recalled(source)):
            state = found.state
        else:
            state = self.fresh
        return None if state.suits else state.length

    def _begun(self, source: Source, reading: Reading) -> Reading:
        """Take note of a reading that is begun; the one that was used longest ago is let go."""
        self.keeper.follow(source, reading)
        self._readings[source.key] = reading
        while len(self._readings) > _LOADED:
            from tui.state.remembering import kept_of  # not before the first frame

            key, old = self._readings.popitem(last=False)
            kept = kept_of(old.left, old.loaded)
            self._left[key] = _Left(old.left, kept, hash(old.loaded.text), old.seen)
            self._reached[key] = _reached(old)
            self.keeper.let_go(key)
        return reading

    def see_all(self, keys: Iterable[str]) -> None:
        """Take note that the reader is done with articles: all that is loaded of them is read."""
        for key in keys:
            if (reading := self._readings.get(key)) is not None:
                reading.see(range(len(reading.loaded.sentences)))
            self._left.pop(key, None)

    def take_recalled(self, source: Source) -> Recalled | None:
        """How an article that was opened was left in an earlier run, to be told once."""
        return self._recalled.pop(source.key, None)

    def renew(self, source: Source, article: Article) -> tuple[Reading, Found | None]:
        """Read an article that was read anew: what was decided is looked for by its words.

        Undo goes back over the same steps as before.

        Returns:
            The reading, and what of the one before was found again, if there was one.
        """
        from tui.state.reading import Reading  # not before the first frame
        from tui.state.remembering import FindingAgain, kept_of, seen_again

        before = self._readings.pop(source.key, None)
        if before is None:
            return self.open(source, article), None
        again = FindingAgain(article, self.fresh)
        found = again.find(kept_of(before.left, before.loaded))

        def there(state: ReadingState) -> ReadingState:
            # Where the reader was then, undo does not ask.
            placeless = replace(state, place=None, absent_place=None)
            found = again.find(kept_of(placeless, before.loaded)).state
            return replace(found, length=state.length, suits=state.suits)

        state = replace(found.state, length=before.state.length, suits=before.state.suits)
        reading = Reading(article, state, history=before.history.mapped(there))
        reading.see(seen_again(before.loaded, before.seen, article))
        return self._begun(source, reading), found

    def known(self, source: Source, article: Article) -> Known:
        """What of an article was read before it was; slow.

        Raises:
            ResourceError: The stop words of a language are missing.
        """
        self.keeper.keep()  # what was opened in this run has been read
        return self.knowing.of(source, article)

    @property
    def fresh(self) -> ReadingState:
        """The state that everyone starts with."""
        from tui.state.reading_state import ReadingState  # not before the first frame

        request = self.request
        return ReadingState(
            request.method,
            Length.parse(request.length or DEFAULT_LENGTH),
            unit=Unit[request.settings.unit.upper()],
            heat=request.settings.heat,
            dims_known=request.settings.dim_known,
            suits=not request.length,
        )


def _reached(reading: Reading) -> float:
    place = reading.left.place
    return 0.0 if place is None else (place + 1) / max(1, len(reading.loaded.sentences))
