"""What the keys for feeds do in the library: work in the background, with its progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from summarise.errors import SummariseError
from summarise.loading import Source
from tui.state.library.feeds import Added, Refreshed, file_named
from tui.state.library.library import Library
from tui.state.library.places import PlaceKind
from tui.state.library.removals import Removal
from tui.tasks import Tasks
from tui.text.wording import plural

#: Is told how something ended that was asked for on a line: None, or what went wrong.
Ended = Callable[[SummariseError | None], object]


class Shows(Protocol):
    """The screen that shows what comes of it."""

    def progress(self, text: str) -> None:
        """Say how far something is; "" when it is done."""
        ...

    def feeds_changed(self) -> None:
        """Show the feeds, which are not as they were."""
        ...

    def places_changed(self) -> None:
        """Show the place in use, which is not as it was."""
        ...

    def pages_came(self, keys: Sequence[str]) -> None:
        """Show articles whose pages have been fetched."""
        ...


class FeedKeys:
    """Adds, asks, fetches ahead, writes and removes feeds.

    Args:
        screen: Shows what comes of it.
        library: Where they are.
        tasks: Does the work in threads.
        tell: Says a line for a few seconds.
    """

    def __init__(
        self, screen: Shows, library: Library, tasks: Tasks, tell: Callable[..., object]
    ) -> None:
        self._screen = screen
        self._library = library
        self._following = library.following
        self._tasks = tasks
        self._tell = tell
        self._to_remove = ""

    def add(self, typed: str, ended: Ended) -> None:
        """Follow a feed, those of a page, or those of a list, and load the new ones at once.

        Args:
            typed: What was typed.
            ended: Is given what went wrong with that, if anything did.
        """

        def failed(error: SummariseError) -> None:
            self._screen.progress("")
            ended(error)

        def added(found: Added) -> None:
            ended(None)
            self._added(found)

        self._screen.progress("looking for feeds …")
        self._tasks.start("feeds", partial(self._following.add, typed), added, failed)

    def _added(self, added: Added) -> None:
        if not added.addresses:
            self._screen.progress("")
            self._tell("This is followed already.")
            return
        self._show_feeds()
        self.refresh(added.addresses)

    def refresh(self, only: Sequence[str] | None, *, show: bool = True) -> None:
        """Ask feeds for what is new.

        Args:
            only: Their addresses; None for all whose servers may be asked.
            show: Whether the feeds are shown then.
        """
        self._library.is_refreshed = True
        self._tasks.start_in_parts(
            "feeds",
            partial(self._following.refresh, only),
            self._asked,
            partial(self._refreshed, show),
            self._failed,
        )

    def _asked(self, done: tuple[int, int]) -> None:
        self._screen.progress("{:,} of {:,} feeds asked".format(*done))

    def _refreshed(self, show: bool, came: Refreshed) -> None:
        self._screen.progress("")
        said = [f"{plural(came.new, 'article')} new" if came.new else "Nothing is new"]
        if came.failed:
            said.append(f"{plural(came.failed, 'feed')} could not be read")
        if came.resting:
            said.append(f"{plural(came.resting, 'server')} want to rest")
        if not came.asked and not came.resting:
            said = ["No feed is followed yet: a adds one"]
        self._tell(f"{'; '.join(said)}.", problem=bool(came.failed))
        self._library.outdate(PlaceKind.FEEDS)
        if show or self._library.kind is PlaceKind.FEEDS:
            self._screen.feeds_changed()

    def fetch_ahead(self, sources: Sequence[Source]) -> None:
        """Fetch the pages of articles that their feeds only begin."""
        if not any(source.part is not None and source.part.address for source in sources):
            self._tell("No unread article of a feed is listed here.")
            return
        self._tasks.start_in_parts(
            "ahead",
            partial(self._following.fetch_ahead, sources),
            lambda done: self._screen.progress("{:,} of {:,} pages fetched".format(*done)),
            self._fetched,
            self._failed,
        )

    def _fetched(self, there: Sequence[str]) -> None:
        self._screen.progress("")
        self._screen.pages_came(there)
        self._tell(f"{plural(len(there), 'article')} can be read offline now.")

    def ask_where(self, ask: Callable[[], object]) -> None:
        """Have it asked where all feeds are to be written, unless there is none."""
        self._tasks.start("write", self._following.to_write, lambda _: ask(), self._not_written)

    def write(self, name: str, ended: Ended) -> None:
        """Write all feeds to a new file.

        Args:
            name: Its name as it was typed.
            ended: Is given what went wrong with that, if anything did.
        """

        def written(count: int) -> None:
            ended(None)
            self._library.wrote(file_named(name))
            self._tell(f"{plural(count, 'feed')} written to {name.strip()}.")

        write = partial(self._following.write, name)
        self._tasks.start("write", write, written, ended)

    def _not_written(self, error: SummariseError) -> None:
        self._tell(str(error), problem=True)

    def remove(self, group: str) -> None:
        """Take a feed or a folder from the places, when it is asked for twice."""
        if self._library.kind not in (PlaceKind.FEEDS, PlaceKind.FOLDERS):
            self._tell("Only feeds and folders can be taken from their places.")
        elif self._to_remove != group:
            self._to_remove = group
            self._tell(f"Press it once more to take “{group}” from the places.")
        else:
            self._to_remove = ""
            drop = partial(self._library.drop_group, group)
            self._tasks.start("remove", drop, self._removed, self._failed)

    def bring_back(self, removal: Removal) -> None:
        """Bring a feed or a folder back that was taken from the places."""
        back = partial(self._library.bring_back, removal)
        self._tasks.start("remove", back, self._removed, self._failed)

    def _removed(self, said: str) -> None:
        self._tell(said or "It was no place of its own.")
        self._screen.places_changed()

    def _show_feeds(self) -> None:
        self._library.outdate(PlaceKind.FEEDS)
        self._screen.feeds_changed()

    def _failed(self, error: SummariseError) -> None:
        self._screen.progress("")
        self._tell(str(error), problem=True)
