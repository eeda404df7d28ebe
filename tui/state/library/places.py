"""The places of the library, and the articles that stand in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from summarise.loading import Source


class PlaceKind(Enum):
    """A place to look for articles in; the value is how it is called, and what it says if empty."""

    HERE = ("Here", "There are no articles here: o opens a file, a folder or an address.")
    FOLDERS = ("Folders", "No folder is kept yet: o opens one, and keeps it here.")
    FEEDS = (
        "Feeds",
        "No feed is followed yet: a adds one by its address, or by that of a page; "
        "R then asks for what is new.",
    )
    SAVED = ("Saved", "Nothing is saved yet: s saves an article, here and while it is read.")
    HISTORY = ("History", "Nothing was read yet.")
    SAMPLES = ("Samples", "The samples are not installed.")

    @property
    def label(self) -> str:
        """What it is called."""
        return self.value[0]

    @property
    def empty(self) -> str:
        """What stands in it as long as it is empty."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Note:
    """How things stand with a folder or a feed, behind its name."""

    text: str
    """In a few words."""
    is_problem: bool = False
    """Whether something went wrong."""


@dataclass
class Place:
    """The articles of one place, by their keys, those of one group one after another."""

    kind: PlaceKind
    sources: dict[str, Source] = field(default_factory=dict)
    """The articles, in the order of the place."""
    notes: dict[str, Note] = field(default_factory=dict)
    """How things stand with groups, by their names; a group without articles may have one."""

    is_cut: bool = False
    """Whether there are more articles than are listed; a note at their group says how many."""

    def put(self, sources: Iterable[Source]) -> None:
        """Let these be its articles; of those with one key the first one counts."""
        self._keep(self._by_key(sources))

    def add(self, sources: Iterable[Source]) -> None:
        """Let these stand behind its articles; those that do already stay where they are."""
        for source in sources:
            self.sources.setdefault(source.key, source)

    def bring(self, sources: Iterable[Source]) -> None:
        """Let these stand behind its articles, each under what it was opened by just now.

        So a folder that is opened has a heading with its articles, also if they stood here under
        that of the folder around it.
        """
        brought = self._by_key(sources)
        stay = {
            key: source
            for key, source in self.sources.items()
            if key not in brought or brought[key].group == source.group
        }
        self._keep(stay | {key: found for key, found in brought.items() if key not in stay})

    def _by_key(self, sources: Iterable[Source]) -> dict[str, Source]:
        found: dict[str, Source] = {}
        for source in sources:
            if source.left_out:
                self.notes[source.group] = Note(source.left_out, is_problem=True)
                self.is_cut = True
            found.setdefault(source.key, source)
        return found

    def _keep(self, sources: Mapping[str, Source]) -> None:
        """Let these be its articles, those of one group one after another."""
        by_group: dict[str, dict[str, Source]] = {}
        for key, source in sources.items():
            by_group.setdefault(source.group, {})[key] = source
        self.sources = {key: found for group in by_group.values() for key, found in group.items()}
