"""Which articles of a place are listed, and in which order: what was chosen, as rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from summarise.loading import Source
from summarise.text.folding import composed, folded_in_place
from tui.state.library.facts import Searchable, day_of_stamp
from tui.state.library.marks import MarkBook
from tui.state.library.places import Place
from tui.state.store.records import Facts


class Order(Enum):
    """The order of a list; the value says it behind "Sorted"."""

    LISTED = "as they stand in their folders and feeds"
    NEWEST = "newest first"
    OLDEST = "oldest first"
    TITLE = "by title"
    SHORTEST = "shortest first"
    LONGEST = "longest first"
    UNREAD = "unread first"
    NEW = "most new to you first"


class Show(Enum):
    """Which articles of a place are listed; the value is how that is called."""

    ALL = "all"
    UNREAD = "unread"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Group:
    """The name that articles stand under."""

    name: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader wants to see of a place."""

    show: Show = Show.ALL
    """Which articles."""
    order: Order = Order.LISTED
    """In which order."""
    words: tuple[str, ...] = ()
    """Words that they have, folded."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The articles that are listed."""

    rows: Sequence[Group | str]
    """Names of groups, and keys of articles under them."""
    count: int
    """How many articles."""
    total: int
    """How many there are to choose from: all of the place but the hidden ones, or only those."""
    by_text: Collection[str]
    """The keys of those whose text has the words, while their title and place have not."""


def words_of(typed: str) -> tuple[str, ...]:
    """The words to filter by, folded, as they were typed."""
    return tuple(folded_in_place(composed(typed)).split())


class Lister:
    """Makes lists of the articles of places.

    Args:
        facts: What is known of articles, by their keys.
        texts: Their texts, as far as they were read.
        marks: What the reader said of them.
        new: How much of each is new to the reader, as far as that is known.
    """

    def __init__(
        self,
        facts: Mapping[str, Facts],
        texts: Mapping[str, Searchable],
        marks: MarkBook,
        new: Mapping[str, float],
    ) -> None:
        self._facts, self._new = facts, new
        self._texts = texts
        self._marks = marks
        self._heads: dict[str, tuple[Facts | None, str]] = {}

    def listed(self, place: Place, wanted: Wanted, staying: Collection[str] = ()) -> Listing:
        """The articles of a place that are wanted.

        Args:
            place: The place.
            wanted: What of it.
            staying: Keys of articles that stay among the unread ones although they were read.
        """
        shown, total = self._shown(place, wanted.show, staying)
        by_text: set[str] = set()
        if wanted.words:
            shown = self._with_words(place, shown, wanted.words, by_text)
        rows: Sequence[Group | str]
        if wanted.order is Order.LISTED:
            empty = not (wanted.words or wanted.show is not Show.ALL)
            rows = _grouped(place, shown, with_empty=empty)
        else:
            shown.sort(key=self._sorting(wanted.order, place.sources))
            rows = shown
        return Listing(rows, len(shown), total, by_text)

    def _shown(self, place: Place, show: Show, staying: Collection[str]) -> tuple[list[str], int]:
        shown, total = [], 0
        for key in place.sources:
            marks = self._marks.of(key)
            total += marks.hidden is (show is Show.HIDDEN)
            if marks.hidden:
                wanted = show is Show.HIDDEN
            else:
                wanted = show is Show.ALL or (
                    show is Show.UNREAD and (not marks.read or key in staying)
                )
            if wanted:
                shown.append(key)
        return shown, total

    def _with_words(
        self, place: Place, keys: list[str], words: tuple[str, ...], by_text: set[str]
    ) -> list[str]:
        found = []
        for key in keys:
            head = self._head(key, place.sources[key])
            missing = [word for word in words if word not in head]
            if missing:
                text = self._texts.get(key)
                if text is None or not all(word in text.folded for word in missing):
                    continue
                by_text.add(key)
            found.append(key)
        return found

    def _head(self, key: str, source: Source) -> str:
        """What an article is called and where it stands, folded; made once as long as it holds."""
        facts = self._facts.get(key)
        known = self._heads.get(key)
        if known is None or known[0] is not facts:
            said = [source.name, source.group]
            if facts is not None:
                said += (facts.title, facts.site, facts.author)
            known = self._heads[key] = (facts, folded_in_place(composed(" ".join(said))))
        return known[1]

    def _sorting(
        self, order: Order, sources: Mapping[str, Source]
    ) -> Callable[[str], tuple[Any, int]]:
        places = {key: place for place, key in enumerate(sources)}

        def key_of(key: str) -> tuple[Any, int]:
            facts = self._facts.get(key)
            date = (facts.date or day_of_stamp(facts.stamp)) if facts is not None else ""
            words = facts.words if facts is not None else 0
            title = facts.title if facts is not None else sources[key].name
            first: Any
            match order:
                case Order.NEWEST:
                    first = tuple(-ord(c) for c in date) or (0,)
                case Order.OLDEST:
                    first = date or "~"
                case Order.TITLE:
                    first = folded_in_place(title)
                case Order.SHORTEST:
                    first = words or float("inf")
                case Order.LONGEST:
                    first = -words
                case Order.NEW:
                    first = -self._new.get(key, -1.0)
                case _:
                    first = self._marks.of(key).read
            return first, places[key]

        return key_of


def _grouped(place: Place, keys: Iterable[str], *, with_empty: bool) -> list[Group | str]:
    """Keys under the names of their groups; a group that has only a note may have none."""
    by_group: dict[str, list[str]] = {}
    if with_empty:
        by_group = {name: [] for name in place.notes}
    for key in keys:
        by_group.setdefault(place.sources[key].group, []).append(key)
    rows: list[Group | str] = []
    for name, members in by_group.items():
        rows += [Group(name), *members]
    return rows
