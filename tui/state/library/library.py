"""What the library knows: its places, their articles, and the list that is read along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarise.article import Article
from summarise.loading import Source, siblings_of
from tui.state.library.facts import Searchable, facts_of, stamp_of
from tui.state.library.listing import Lister, Wanted
from tui.state.library.marks import DONE, MarkBook
from tui.state.library.places import Place, PlaceKind
from tui.state.library.survey import Found, Survey
from tui.state.samples import SAMPLES, samples
from tui.state.session import Session
from tui.state.store.records import Facts, Mark


class Library:
    """The places, and what is known of the articles in them.

    Args:
        session: Reads articles, and knows where they were left.
        sources: What was named, or the samples.
    """

    def __init__(self, session: Session, sources: Iterable[Source]) -> None:
        self.session = session
        self.facts: dict[str, Facts] = {}
        self.texts: dict[str, Searchable] = {}
        self.failures: dict[str, str] = {}
        self._read: set[str] = set()
        self.marks = MarkBook()
        self.lister = Lister(self.facts, self.texts, self.marks)
        self.survey = Survey(session.peek)
        self.places = {kind: Place(kind) for kind in PlaceKind}
        self._filled: set[PlaceKind] = set()
        named = [source for source in sources if source.group != SAMPLES]
        self._named = named
        self.places[PlaceKind.HERE].put(named)
        #: The place that is shown.
        self.kind = PlaceKind.HERE if named else PlaceKind.SAMPLES
        #: What is wanted of each place.
        self.wanted = {kind: Wanted() for kind in PlaceKind}
        #: The articles as they were listed last, by their keys: what "next" means while reading.
        self.along: Sequence[str] = ()

    @property
    def place(self) -> Place:
        """The place that is shown."""
        return self.places[self.kind]

    @property
    def here(self) -> Place:
        """What was named or opened."""
        return self.places[PlaceKind.HERE]

    # -- the places

    def add(self, sources: Iterable[Source]) -> None:
        """Let more articles stand here, behind those that do."""
        self.here.put([*self.here.sources.values(), *sources])
        self.kind = PlaceKind.HERE

    def divide(self, source: Source, parts: Sequence[Source]) -> None:
        """Let the articles that a source was found to hold stand in its place."""
        listed: list[Source] = []
        for known in self.here.sources.values():
            listed += parts if known.key == source.key else (known,)
        self.here.put([*listed, *parts])
        self.kind = PlaceKind.HERE

    def is_filled(self, kind: PlaceKind) -> bool:
        """Whether all articles of a place are there."""
        return kind in self._filled

    def fill(self, kind: PlaceKind) -> list[Source]:
        """Find the articles of a place; slow."""
        match kind:
            case PlaceKind.HERE:
                return [*self._siblings(), *self.here.sources.values()]
            case PlaceKind.SAMPLES:
                return samples()
            case _:
                return []

    def take(self, kind: PlaceKind, sources: Iterable[Source]) -> None:
        """Let these be the articles of a place."""
        self._filled.add(kind)
        self.places[kind].put(sources)

    def _siblings(self) -> list[Source]:
        """The files beside the only one that was named."""
        if len(self._named) != 1 or len(self.here.sources) != 1:
            return []
        return siblings_of(self._named[0])

    def find(self, key: str) -> Source | None:
        """An article of any place, the one that is shown first."""
        for place in (self.place, *self.places.values()):
            if key in place.sources:
                return place.sources[key]
        return None

    def place_of(self, key: str) -> PlaceKind | None:
        """The place that an article stands in, the one that is shown first."""
        kinds = (self.kind, *PlaceKind)
        return next((kind for kind in kinds if key in self.places[kind].sources), None)

    def next_to(self, source: Source, step: int) -> Source | None:
        """The article behind another one in the list that is read along, or before it; slow.

        As long as no list was shown, that is of the articles that were named, or of those beside
        the only one.
        """
        if not self.along and not self.is_filled(PlaceKind.HERE):
            self.take(PlaceKind.HERE, self.fill(PlaceKind.HERE))
        keys = list(self.along or self.here.sources)
        if source.key not in keys:
            return None
        at = keys.index(source.key) + step
        return self.find(keys[at]) if 0 <= at < len(keys) else None

    # -- what is known of articles

    def unknown(self, *, with_texts: bool) -> dict[str, Source]:
        """The articles of the place that are still to be looked at, by their keys.

        Args:
            with_texts: Whether those are meant too of which all is known but their texts.
        """
        done = self._read if with_texts else self.facts.keys()
        return {key: source for key, source in self.place.sources.items() if key not in done}

    def learn(self, found: Iterable[Found]) -> None:
        """Keep what was learnt of articles."""
        for one in found:
            self.facts[one.key] = one.facts
            if one.is_read:
                self._read.add(one.key)
            if one.text is not None:
                self.texts[one.key] = one.text
            if one.failure:
                self.failures[one.key] = one.failure

    def learn_from(self, source: Source, article: Article) -> None:
        """Keep what an article says that was read in full."""
        facts = facts_of(article, source, stamp_of(source))
        known = self.facts.get(source.key)
        self.facts[source.key] = facts if known is None else replace(facts, group=known.group)

    def opened(self, source: Source) -> None:
        """An article was opened: so it is read."""
        self.marks.set([source.key], Mark.READ, True)

    def toggle(self, source: Source, mark: Mark) -> str:
        """Mark an article, or take the mark off.

        Returns:
            What holds from now on, as a sentence.
        """
        on = not getattr(self.marks.of(source.key), mark.value)
        said = DONE[mark][not on]
        self.marks.set([source.key], mark, on, f"“{self.title_of(source)}” is {said}")
        return f"This article is {said}."

    def title_of(self, source: Source) -> str:
        """What an article is called: by its title if that is known."""
        facts = self.facts.get(source.key)
        return facts.title if facts is not None else source.name

    def left(self, key: str) -> float:
        """How far into an article the reader was when it was left, from 0 to 1."""
        return self.session.reached(key)
