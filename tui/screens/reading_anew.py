"""An article that is read anew: asked for, after it was edited, or because its file has changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from summarise.article import Article
from summarise.errors import SummariseError
from summarise.loading import Source
from summarise.sources.progress import Progress, Told
from summarise.text.sanitise import sanitise_line
from tui.messages import SeveralFound
from tui.process.terminal_app import TerminalApp
from tui.screens.stack import read_on
from tui.state.session import Session
from tui.state.watching import Stamp, Watched, stamp_of
from tui.tasks import Latest, Tasks
from tui.text import wording

if TYPE_CHECKING:
    from summarise.ranking.ranking import Ranking
    from tui.state.reading import Reading

#: Seconds that it is told for what was brought back: it comes while the article is looked at.
RECALLED = 8.0
#: Seconds between looks at a file that is followed; one that is written is read two looks later.
_FOLLOWING = 0.5
#: Looks that have to miss a file until it is told: who writes anew may remove the old one first.
_GONE_AFTER = 4


class Load(Protocol):
    """Loads an article, in a thread; several where the source is a list of them."""

    def __call__(
        self, source: Source, *, anew: bool, told: Told | None
    ) -> Article | tuple[Source, ...]: ...


class MakeReader(Protocol):
    """Makes the screen of a reading that comes after another screen."""

    def __call__(
        self, source: Source, reading: Reading, *, after: Screen[Any] | None
    ) -> Screen[Any]: ...


class ReadingAnew:
    """Reads the article on the screen anew, and shows it in place of what it was.

    Args:
        app: Where it is read.
        session: What was opened.
        load: Loads it.
        reader: Makes its screen.
    """

    def __init__(self, app: TerminalApp, session: Session, load: Load, reader: MakeReader) -> None:
        self._app, self._session = app, session
        self._load, self._reader = load, reader
        self._watched: dict[str, Watched] = {}
        #: What the reader waits for.
        self._awaited: Source | None = None

    # -- because it is asked for

    def ask(self, source: Source) -> None:
        """Read it anew because the reader wants that, and tell how far it has come."""
        tell = self._app.tell
        if not source.can_be_read_anew:
            tell("This text was piped in or pasted: it cannot be read anew.")
        elif read_on(self._app.screen) is source:
            tell("Asking the server anew …" if source.is_remote else "Reading it anew …")
            self.begin(source, says_progress=True)

    # -- because its file has changed

    def take_note(self, source: Source) -> None:
        """Take note of the state of a file before it is read, to follow it from then on."""
        if source.path is not None:
            self._watched[source.key] = Watched(stamp_of(source.path))

    def follow(self) -> None:
        """Look from now on whether the file of what is read has changed."""
        self._app.set_interval(_FOLLOWING, self._look)

    def _look(self) -> None:
        source = read_on(self._app.screen)
        if source is None or source.path is None:
            return
        path, key = source.path, source.key
        Tasks(self._app.screen).start(
            "look", partial(stamp_of, path), partial(self._looked, source, key), lambda _: None
        )

    def _looked(self, source: Source, key: str, stamp: Stamp | None) -> None:
        watched = self._watched.setdefault(key, Watched(stamp))
        has_settled = watched.has_settled(stamp)
        if read_on(self._app.screen) is not source:
            return
        if watched.missed == _GONE_AFTER:
            name = sanitise_line(source.name)
            self._app.tell(f"{name} is not there any more: this is what it said.", problem=True)
        if has_settled:
            # What cannot be read now is looked at again when it changes again.
            self.begin(source, says_failure=False)

    # -- whatever the reason

    def begin(
        self, source: Source, *, says_progress: bool = False, says_failure: bool = True
    ) -> None:
        """Read what is on the screen anew.

        Args:
            source: What it is.
            says_progress: Whether it is told how far it has come.
            says_failure: Whether it is told what went wrong.
        """
        screen = self._app.screen
        self._awaited = source if says_progress else None
        told: Latest[Progress] = Latest(screen, partial(self._say_progress, source, screen))

        def failed(error: SummariseError) -> None:
            self._awaited = None
            if says_failure:
                self._app.tell(str(error), problem=True)

        Tasks(screen).start(
            "anew",
            partial(self._load, source, anew=True, told=told.tell if says_progress else None),
            partial(self._app.call_next, self._loaded, source, screen),
            failed,
        )

    def _say_progress(self, source: Source, screen: Screen[Any], so_far: Progress) -> None:
        """Say how far an article has come, unless it is there."""
        if self._awaited is source and self._app.screen is screen:
            self._app.tell(wording.progress(so_far))

    async def _loaded(
        self, source: Source, screen: Screen[Any], article: Article | tuple[Source, ...]
    ) -> None:
        self._awaited = None
        app = self._app
        if app.screen is not screen:
            return
        if not isinstance(article, Article):
            app.post_message(SeveralFound(source, article))
            return
        before = self._session.opened(source)
        same = before is not None and before.loaded.text == article.text
        if before is not None and same and before.loaded.note == article.note:
            app.tell("It has not changed.")
            return
        from tui.text.recalling import renewed_line  # only where something was

        reading, found = self._session.renew(source, article)
        told = "It has not changed." if same else renewed_line(found)
        lost = found is not None and bool(found.lost)
        show = partial(app.call_next, self._show, source, screen, reading, told, lost)
        # Ranked before it is shown, so that there is a summary all the time.
        Tasks(screen).start("rank anew", partial(_ranked, reading), show, lambda _: show(None))

    async def _show(
        self,
        source: Source,
        screen: Screen[Any],
        reading: Reading,
        told: str,
        lost: bool,
        ranking: Ranking | None,
    ) -> None:
        """Show an article that has changed, in the pane in which the one before was read."""
        if self._app.screen is not screen:
            return
        if ranking is not None:
            reading.accept(ranking)
        await self._app.switch_screen(self._reader(source, reading, after=screen))
        self._app.tell(told, problem=lost, seconds=RECALLED if lost else None)


def _ranked(reading: Reading) -> Ranking:
    from tui.screens.reader.ranker import rank_for_reading  # brings the heavy libraries

    return rank_for_reading(reading.rankable, reading.state.method)
