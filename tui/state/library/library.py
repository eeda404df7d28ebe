"""What the library knows: its places, their articles, and the list that is read along."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from summarise.article import Article
from summarise.loading import Source, find_sources, siblings_of
from summarise.sources.formats import article_suffixes
from summarise.sources.stopping import is_stopped
from tui.state.library.facts import Searchable, stamp_of
from tui.state.library.feeds import Following
from tui.state.library.kept_sources import (
    TO_CONTINUE,
    group_in_history,
    source_of_record,
    sources_of_feed,
)
from tui.state.library.listing import Lister, Wanted
from tui.state.library.marks import DONE, Change, MarkBook, Marks
from tui.state.library.places import Note, Place, PlaceKind
from tui.state.library.removals import Removal, Removals
from tui.state.library.survey import Found, Survey, look_at
from tui.state.library.written import WrittenFiles
from tui.state.memory import Memory
from tui.state.samples import SAMPLES, samples
from tui.state.session import Session
from tui.state.store.holdings import ArticleRecord, Feed, Folder, Hit
from tui.state.store.records import Facts, Mark, Text

if TYPE_CHECKING:
    from tui.state.store.store import Store

#: Up to so many articles stand in their place before the first frame; of more, the keys take time.
_AT_ONCE = 50
#: Of articles that are marked as read together, so many are read for their texts at most.
_TEXTS = 50


@dataclass(frozen=True, slots=True)
class Filled:
    """A place with all of its articles, and what was known of these."""

    place: Place
    """The place."""
    records: Mapping[str, ArticleRecord]
    """What the store knows of its articles, by their keys."""
    facts: Mapping[str, Facts]
    """The facts among that which still hold."""
    summaries: frozenset[str]
    """The keys of those that are no articles, but what this program wrote."""


@dataclass(frozen=True, slots=True)
class KeptElsewhere:
    """An article that was found by its words among all that was kept."""

    source: Source
    """The article."""
    hit: Hit
    """How it was found."""


class Library:
    """The places, and what is known of the articles in them.

    Args:
        session: Reads articles, and knows where they were left.
        sources: What was named, or the samples.
    """

    def __init__(self, session: Session, sources: Iterable[Source]) -> None:
        self.session = session
        self.facts: dict[str, Facts] = {}
        #: Those that turned out to be no article: they cannot be read, or hold several.
        self.no_articles: dict[str, Found] = {}
        self.texts: dict[str, Searchable] = {}
        #: How much of each article is new to the reader, as far as it was weighed.
        self.new: dict[str, float] = {}
        self._weighed: set[str] = set()
        self._read: set[str] = set()
        #: Those of which there is more by now than what is known of them was learnt from.
        self._grown: set[str] = set()
        self._reached: dict[str, float] = {}
        self._changes: deque[Change] = deque()
        #: Articles that were marked as read, and whose texts are not kept yet.
        self._without_texts: deque[tuple[str, ...]] = deque()
        self._writing = Lock()
        #: Is called when there is something to keep.
        self.wants_keeping: Callable[[], object] = lambda: None
        self.marks = MarkBook(self._changed)
        self._removals = Removals()
        self.lister = Lister(self.facts, self.texts, self.marks, self.new)
        self.survey = Survey(session.peek)
        self.following = Following(session)
        self._written = WrittenFiles(session.memory)
        #: What this program wrote: it is listed among what is hidden.
        self.summaries: set[str] = set()
        self.places = {kind: Place(kind) for kind in PlaceKind}
        self._filled: set[PlaceKind] = set()
        self._named = [source for source in sources if source.group != SAMPLES]
        if len(self._named) <= _AT_ONCE:
            self.here.put(self._named)
        #: The place that is shown.
        self.kind = PlaceKind.HERE if self._named else PlaceKind.SAMPLES
        #: Whether it is still to be found out which place is shown first.
        self.is_undecided = not self._named
        #: Whether feeds were asked for what is new in this run.
        self.is_refreshed = False
        #: The articles that the reader has ticked for a digest, by their keys.
        self.ticked: set[str] = set()
        #: What is wanted of each place.
        self.wanted = {kind: Wanted() for kind in PlaceKind}
        #: The articles as they were listed last, by their keys: what "next" means while reading.
        self.along: Sequence[str] = ()
        #: What was found elsewhere by the words that are looked for, by its key.
        self.elsewhere: dict[str, KeptElsewhere] = {}

    @property
    def _memory(self) -> Memory:
        return self.session.memory

    @property
    def place(self) -> Place:
        """The place that is shown."""
        return self.places[self.kind]

    @property
    def here(self) -> Place:
        """What was named or opened."""
        return self.places[PlaceKind.HERE]

    # -- the places

    def first_place(self) -> PlaceKind:
        """The place to begin with where nothing was named; slow."""
        begun = self._memory.use(lambda store: bool(store.articles.to_continue(1)), otherwise=False)
        return PlaceKind.HISTORY if begun else PlaceKind.SAMPLES

    def add(self, sources: Sequence[Source]) -> None:
        """Let more articles stand here, behind those that do; several under a heading of theirs."""
        if len(sources) > 1:
            self.here.bring(sources)
        else:
            self.here.add(sources)
        self.outdate(PlaceKind.HERE)
        self.kind = PlaceKind.HERE
        self.is_undecided = False

    def divide(self, source: Source, parts: Sequence[Source]) -> None:
        """Let the articles that a source was found to hold stand in its place."""
        listed: list[Source] = []
        for key, known in self.here.sources.items():
            listed += parts if key == source.key else (known,)
        self.here.put([*listed, *parts])
        self.kind = PlaceKind.HERE
        self.is_undecided = False

    def is_filled(self, kind: PlaceKind) -> bool:
        """Whether all articles of a place are there, and none has come since."""
        return kind in self._filled

    def outdate(self, *kinds: PlaceKind) -> None:
        """Let places be filled anew when they are shown."""
        self._filled.difference_update(kinds)

    def fill(self, kind: PlaceKind) -> Filled:
        """Find the articles of a place, and what is known of them; slow."""
        place = Place(kind)
        match kind:
            case PlaceKind.HERE:
                here = list(self.here.sources.values()) or self._named
                place.put([*self._siblings(), *here])
            case PlaceKind.FOLDERS:
                self._put_folders(place)
            case PlaceKind.FEEDS:
                self._put_feeds(place)
            case PlaceKind.SAVED:
                self._keep_marks()  # what was just saved belongs to it
                records = self._memory.use(lambda store: store.articles.saved(), _NO_RECORDS)
                place.put(source_of_record(r, _SAVED, self._memory) for r in records)
            case PlaceKind.HISTORY:
                self._put_history(place)
            case PlaceKind.SAMPLES:
                place.put(samples())
        keys = list(place.sources)
        known = self._memory.use(lambda store: store.articles.find_all(keys), _NONE_KNOWN)
        written = self._written.among(place.sources)
        return Filled(place, known, _facts_that_hold(place, known), written)

    def take(self, filled: Filled) -> None:
        """Let a place be as it was found."""
        kind, before = filled.place.kind, self.places[filled.place.kind]
        self._filled.add(kind)
        self.places[kind] = filled.place
        if kind is PlaceKind.HERE:  # what was opened meanwhile stays
            filled.place.add(before.sources.values())
        for key, record in filled.records.items():
            self._take_record(key, record)
        for key, facts in filled.facts.items():
            self.facts.setdefault(key, facts)
        self._leave_out(filled.summaries)

    def _leave_out(self, summaries: Iterable[str]) -> None:
        """Hide what this program wrote, but not what was opened by its name."""
        for key in summaries:
            source = self.find(key)
            if source is not None and self.session.opened(source) is None:
                self.summaries.add(key)
                self.marks.leave_out([key])

    def wrote(self, path: Path) -> None:
        """A summary, a digest or a list of feeds was written to a file."""
        self._written.note(path)
        self.wants_keeping()
        self.outdate(PlaceKind.HERE, PlaceKind.FOLDERS)
        if (beside := self._beside(path)) is not None:
            self.here.add([beside])
            self._leave_out([beside.key])

    def _beside(self, path: Path) -> Source | None:
        """A file as one of the folder that was named, where it is one: that is not listed anew."""
        if self._lists_siblings or path.suffix.lower() not in article_suffixes():
            return None
        folder = str(path.absolute().parent.resolve())
        for source in self.here.sources.values():
            is_file = source.part is None and not source.is_remote
            if is_file and os.path.dirname(source.key) == folder:  # noqa: PTH120
                origin = Path(source.origin).with_name(path.name)
                name = Path(source.name).with_name(path.name)
                return replace(source, origin=str(origin), name=str(name))
        return None

    @property
    def written_here(self) -> int:
        """How many files of the place are no articles but what this program wrote."""
        return sum(key in self.place.sources for key in self.summaries)

    def _take_record(self, key: str, record: ArticleRecord) -> None:
        marks = (record.read, record.saved, record.hidden)
        self.marks.learn(key, Marks(*(mark is not None for mark in marks)))
        if record.reading is not None:
            self._reached[key] = record.reading.reached

    def _siblings(self) -> list[Source]:
        """The files beside the only one that was named."""
        return siblings_of(self._named[0]) if self._lists_siblings else []

    @property
    def _lists_siblings(self) -> bool:
        """Whether only one file was named, and those beside it are still to be listed."""
        return len(self._named) == 1 and len(self.here.sources) == 1

    def _put_folders(self, place: Place) -> None:
        folders = self._memory.use(lambda store: store.folders.all(), _NO_FOLDERS)
        found: list[Source] = []
        for folder in folders:
            for source in find_sources([folder.path]):
                if source.failure is None:
                    found.append(source)
                else:
                    place.notes[source.origin] = Note(source.failure.reason, is_problem=True)
        place.put(found)

    def _put_feeds(self, place: Place) -> None:
        feeds = self._memory.use(lambda store: store.feeds.all(), _NO_FEEDS)
        found: list[Source] = []
        for feed in feeds:
            sources = sources_of_feed(feed, self._memory)
            found += sources
            said = feed.failed or ("" if feed.fetched else "not asked yet: R asks")
            place.notes[feed.title or feed.address] = Note(said, bool(feed.failed))
        place.put(found)

    def _put_history(self, place: Place) -> None:
        self.session.keeper.keep()  # what is being read belongs to it
        records = self._memory.use(lambda store: store.articles.history(), _NO_RECORDS)
        today = date.today()
        found = [
            source_of_record(record, group_in_history(record, today), self._memory)
            for record in records
        ]
        place.put(sorted(found, key=lambda source: source.group != TO_CONTINUE))

    def keep_folder(self, path: str) -> None:
        """Keep a folder among the places; slow."""
        self._memory.use(lambda store: store.folders.add(path), otherwise=False)
        self.outdate(PlaceKind.FOLDERS)

    def drop_group(self, name: str) -> str:
        """Take a feed or a folder from the places; nothing is deleted on the disk; slow.

        Args:
            name: What its articles stand under.

        Returns:
            What was done, as a sentence; "" if there is no such feed or folder.
        """
        kind = self.kind
        self.outdate(kind)
        if kind is PlaceKind.FEEDS and (taken := self.following.remove(name)) is not None:
            back = partial(self.following.bring_back, taken)
            self._removals.note(kind, f"“{name}” is followed again.", back)
            return f"“{name}” is not followed any more: u brings it back."
        if kind is PlaceKind.FOLDERS and self._memory.use(
            lambda store: store.folders.remove(name), otherwise=False
        ):
            back = partial(self._memory.use, lambda store: store.folders.add(name), otherwise=False)
            self._removals.note(kind, f"{name} is a place again.", back)
            return f"{name} is no place any more; its files stay: u brings it back."
        return ""

    def taken_last(self) -> Removal | None:
        """The feed or folder that was taken away behind the last mark, to be brought back."""
        return self._removals.take_later_than(self.marks.last_said)

    def bring_back(self, removal: Removal) -> str:
        """Bring a feed or folder back; returns what holds then, as a sentence; slow."""
        is_there = removal.bring_back()
        self.outdate(removal.kind)
        return f"Undone: {removal.said}" if is_there else "It could not be brought back."

    # -- articles of all places

    def find(self, key: str) -> Source | None:
        """An article of any place, the one that is shown first."""
        for place in (self.place, *self.places.values()):
            if key in place.sources:
                return place.sources[key]
        elsewhere = self.elsewhere.get(key)
        return None if elsewhere is None else elsewhere.source

    def remembered(self, key: str) -> Source | None:
        """An article of any place, or one that is remembered; slow."""
        if (found := self.find(key)) is not None:
            return found
        record = self._memory.use(lambda store: store.articles.find(key), otherwise=None)
        return None if record is None else source_of_record(record, ELSEWHERE, self._memory)

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
            self.take(self.fill(PlaceKind.HERE))
        keys = list(self.along) or [
            key for key in self.here.sources if key == source.key or not self.marks.of(key).hidden
        ]
        if source.key not in keys:  # it was opened in another way since that list was shown
            kind = self.place_of(source.key)
            keys = list(self.places[kind].sources) if kind is not None else [source.key]
        at = keys.index(source.key) + step
        return self.find(keys[at]) if 0 <= at < len(keys) else None

    def search(self, typed: str) -> list[KeptElsewhere]:
        """Find articles by their words among all that was kept; slow."""
        hits = self._memory.use(lambda store: store.search.find(typed), _NO_HITS)
        return [
            KeptElsewhere(source_of_record(hit.article, ELSEWHERE, self._memory), hit)
            for hit in hits
        ]

    def take_hits(self, found: Iterable[KeptElsewhere]) -> None:
        """Let these be what was found elsewhere."""
        self.elsewhere = {}
        for one in found:
            key = one.source.key
            if key not in self.place.sources:
                self.elsewhere[key] = one
                self.facts.setdefault(key, one.hit.article.facts)
                self._take_record(key, one.hit.article)

    # -- what is known of articles

    def unknown(self, *, with_texts: bool, with_new: bool = False) -> dict[str, Source]:
        """The articles of the place that are still to be looked at, by their keys.

        Args:
            with_texts: Whether those are meant too of which all is known but their texts.
            with_new: Whether those are that were not weighed since something was read.
        """
        done: Set[str] = self._read if with_texts else self.facts.keys()
        if with_new:
            done = done & self._weighed
        grown = self._grown
        return {
            key: source
            for key, source in self.place.sources.items()
            if key not in done or key in grown
        }

    def pages_came(self, keys: Iterable[str]) -> None:
        """Articles that their feeds only begin are there whole: what is known of them is old."""
        self._grown.update(keys)

    def note(self, found: Sequence[Found]) -> None:
        """Keep what was learnt of files for the next run; slow."""
        noted = [
            (one.facts, one.kept)
            for one in found
            if not one.failure and (one.kept is not None or (one.facts.stamp and one.facts.words))
        ]
        if noted:
            self._memory.use(partial(_note, noted), otherwise=None)

    def learn(self, found: Iterable[Found]) -> None:
        """Keep what was learnt of articles."""
        for one in found:
            self.facts[one.key] = one.facts
            self._read.add(one.key)
            self._grown.discard(one.key)
            if one.failure or one.parts:
                self.no_articles[one.key] = one
            else:
                self.no_articles.pop(one.key, None)
            if one.text is not None:
                self.texts[one.key] = one.text
            if one.new is not None:
                self.new[one.key] = one.new
            if one.new is not None or one.failure or one.text is None:
                self._weighed.add(one.key)

    @property
    def can_weigh(self) -> bool:
        """Whether it can be found out how much of an article is new: what was read is known."""
        return self._memory.on

    def weigh(self, source: Source, article: Article) -> float:
        """How much of an article is new to the reader, from 0 to 1; slow."""
        return self.session.knowing.of(source, article).share_new

    def learn_from(self, source: Source, article: Article) -> None:
        """Keep what an article says that was read in full."""
        from tui.state.remembering import facts_of  # not before the first frame

        facts = facts_of(source, article, stamp_of(source))
        known = self.facts.get(source.key)
        self.facts[source.key] = facts if known is None else replace(facts, group=known.group)

    def title_of(self, source: Source) -> str:
        """What an article is called: by its title if that is known."""
        facts = self.facts.get(source.key)
        return facts.title if facts is not None else source.name

    def left(self, key: str) -> float:
        """How far into an article the reader was when it was left, from 0 to 1."""
        return self.session.reached(key) or self._reached.get(key, 0.0)

    # -- what the reader says of articles

    def opened(self, source: Source) -> None:
        """An article was opened: so it is read."""
        self.marks.set([source.key], Mark.READ, True)
        if source.part is not None and source.part.address:
            self.pages_came([source.key])
        self.outdate(PlaceKind.HISTORY)

    def toggle(self, source: Source, mark: Mark) -> str:
        """Mark an article, or take the mark off.

        Returns:
            What holds from now on, as a sentence.
        """
        on = not getattr(self.marks.of(source.key), mark.value)
        whose = f"“{self.title_of(source)}” is"
        self.marks.set([source.key], mark, on, whose, read=source.key)
        return f"This article is {DONE[mark][not on]}."

    def _changed(self, change: Change) -> None:
        if change.mark is Mark.SAVED:
            self.outdate(PlaceKind.SAVED)
        if change.mark is Mark.HIDDEN and not change.on:
            self._written.forget(change.keys)
            self.summaries.difference_update(change.keys)
        if change.mark is Mark.READ:
            self._weighed.clear()
            if change.on and change.is_said:
                self.session.see_all(change.keys)
        if self._memory.on:
            self._changes.append(change)
            self.wants_keeping()

    def keep_all(self) -> None:
        """Keep what was read and said up to now: it is about to be looked for; slow."""
        self.keep()
        self.session.keeper.keep()

    def keep(self, *, with_texts: bool = True) -> None:
        """Keep what the reader said of articles since the last time; slow.

        Args:
            with_texts: Whether the texts of what was marked as read are kept, too: for that they
                have to be read.
        """
        self._keep_marks()
        while with_texts and self._without_texts:
            self._keep_texts(self._without_texts.popleft())

    def _keep_marks(self) -> None:
        with self._writing:
            self._written.keep()
            while self._changes:
                change = self._changes.popleft()
                facts = [self._facts_to_keep(key) for key in change.keys]
                self._memory.use(partial(_mark, facts, change), otherwise=None)
                if change.mark is Mark.READ and change.on:
                    self._without_texts.append(change.keys[:_TEXTS])

    def _keep_texts(self, keys: Sequence[str]) -> None:
        """Keep the texts of articles that are marked as read, so that it is known what they say."""
        known = self._memory.use(lambda store: store.articles.find_all(keys), _NONE_KNOWN)
        for key in keys:
            source = self.find(key)
            if is_stopped():
                return
            if source is None or (key in known and known[key].has_text):
                continue
            found = look_at(key, source, self.session.peek, with_text=True)
            if found.kept is not None:
                noted = [(found.facts, found.kept)]
                self._memory.use(partial(_note, noted), otherwise=None)

    def _facts_to_keep(self, key: str) -> Facts:
        facts = self.facts.get(key)
        if facts is not None:
            return facts
        source = self.find(key)
        return Facts(key) if source is None else Facts(key, source.name, group=source.group)


#: What stands above what was found elsewhere by its words.
ELSEWHERE = "Kept elsewhere"
_SAVED = "Saved"
_NO_RECORDS: list[ArticleRecord] = []
_NONE_KNOWN: dict[str, ArticleRecord] = {}
_NO_FOLDERS: list[Folder] = []
_NO_FEEDS: list[Feed] = []
_NO_HITS: list[Hit] = []


def _facts_that_hold(place: Place, known: Mapping[str, ArticleRecord]) -> dict[str, Facts]:
    """What is known of articles whose files are as they were."""
    return {
        key: record.facts
        for key, record in known.items()
        if record.facts.title and record.facts.stamp == stamp_of(place.sources[key])
    }


def _note(noted: Sequence[tuple[Facts, Text | None]], store: Store) -> None:
    store.articles.note_all(noted)


def _mark(facts: Sequence[Facts], change: Change, store: Store) -> None:
    done = change.mark is Mark.READ and change.on and change.is_said
    store.articles.mark(facts, change.mark, change.on, done=done)
