"""What the keys for a digest do in the library: ticks, and a digest made in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from summarise import DIGEST_LENGTH
from summarise.errors import SummariseError
from summarise.length import Length
from summarise.loading import Source
from tui.state.library.digesting import MOST, LibraryDigest, make_digest
from tui.state.library.facts import stamp_of
from tui.state.library.library import Library
from tui.tasks import Tasks
from tui.text.wording import plural

#: How far a digest is: the longest first, the last for the narrowest window.
_PROGRESS = (
    "digest: {:,} of {:,} read, esc stops",
    "digest: {:,}/{:,}, esc stops",
    "{:,} of {:,}, esc stops",
)


class DigestKeys:
    """Makes digests of articles of the list, one at a time.

    Args:
        library: Where they are.
        tasks: Does the work in threads.
        tell: Says a line for a few seconds.
        progress: Says how far it is, beside the places, in the longest of some wordings that there
            is room for; none when it is done.
        show: Shows a digest that is made.
    """

    def __init__(
        self,
        library: Library,
        tasks: Tasks,
        tell: Callable[..., object],
        progress: Callable[[Sequence[str]], object],
        show: Callable[[LibraryDigest], object],
    ) -> None:
        self._library, self._tasks, self._tell = library, tasks, tell
        self._progress, self._show = progress, show
        #: The last one, with the articles and the versions of their files that it is made of.
        self._made: tuple[list[tuple[str, str]], LibraryDigest] | None = None
        #: Whether one is being made.
        self.is_making = False

    def make(self, keys: Sequence[str]) -> None:
        """Make a digest of some articles, or show the one that was made of just these.

        Args:
            keys: The articles that are listed; where some of them are ticked, those are meant.
        """
        ticked = [key for key in keys if key in self._library.ticked]
        found = (self._library.find(key) for key in ticked or keys)
        sources = [source for source in found if source is not None]
        wanted = [(source.key, stamp_of(source)) for source in sources[:MOST]]
        if self._made is not None and self._made[0] == wanted:
            self._show(self._made[1])
            return
        if not sources:
            self._tell("There is no article to make a digest of.")
            return
        if len(sources) > MOST:
            self._tell(f"A digest is made of the first {MOST:,} of {len(sources):,} articles.")
        self.is_making = True
        self._hear((0, min(MOST, len(sources))))
        self._tasks.start_in_parts(
            "digest",
            partial(self._work, sources),
            self._hear,
            partial(self._done, wanted),
            self._failed,
        )

    def _work(
        self, sources: Sequence[Source], hand_on: Callable[[tuple[int, int]], None]
    ) -> LibraryDigest:
        library = self._library
        wait = library.survey.wait
        return make_digest(sources, library.session, Length.parse(DIGEST_LENGTH), wait, hand_on)

    def cancel(self) -> bool:
        """Make it no longer; returns whether one was being made."""
        if not self.is_making:
            return False
        self._tasks.start("digest", lambda: None, lambda _: None, lambda _: None)
        self._over()
        self._tell("The digest is not made.")
        return True

    def keep(self, made: LibraryDigest | None) -> None:
        """Keep a digest at the length at which it was left."""
        if made is not None and self._made is not None:
            self._made = (self._made[0], made)

    def _hear(self, done: tuple[int, int]) -> None:
        if self.is_making:
            self._progress([wording.format(*done) for wording in _PROGRESS])

    def _over(self) -> None:
        self.is_making = False
        self._progress(())

    def _done(self, keys: list[tuple[str, str]], made: LibraryDigest) -> None:
        self._over()
        self._made = (keys, made)
        self._show(made)

    def _failed(self, error: SummariseError) -> None:
        self._over()
        self._tell(str(error), problem=True)


def ticked_line(count: int) -> str:
    """How many articles are ticked, and what for."""
    return f"{plural(count, 'article')} ticked: d makes a digest of them." if count else ""
