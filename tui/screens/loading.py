"""The very first frame: on the screen before anything else of the program is even imported.

It stands below all other screens afterwards; another one is opened over the library while an
article that was chosen there is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from summarise.article import Article
from summarise.errors import SummariseError
from summarise.loading import Source
from summarise.sources.progress import Progress, Told
from summarise.text.sanitise import sanitise_line
from tui.keys.loading import LOADING_BINDINGS, OPENING_BINDINGS
from tui.keys.reader import READER_BINDINGS
from tui.keys.row import keys_of
from tui.messages import (
    ArticleLoaded,
    CouldNotOpen,
    GoUp,
    KeysWaited,
    SeveralFound,
    ShowLibrary,
    Tell,
)
from tui.screens.pointing import PointedScreen
from tui.state.same_place import same_place
from tui.state.typed_ahead import ASKING, TypedAhead
from tui.tasks import Latest, Tasks
from tui.text import wording
from tui.text.reader_frame import outline, source_place
from tui.text.wording import READING
from tui.widgets.fitted_line import FittedLine

if TYPE_CHECKING:
    from tui.widgets.document_view import DocumentView

#: Seconds for a frame to get from the thread that writes it to the terminal.
FLUSH = 0.004


class Load(Protocol):
    """Reads a source: its article, or the sources of its articles."""

    def __call__(
        self, source: Source, /, *, told: Told, begun: Callable[[Article], object]
    ) -> Article | tuple[Source, ...]:
        """Read it, and tell how far that has come."""


class OpeningScreen(PointedScreen[None]):
    """Says what is being opened, where the title will stand.

    Args:
        name: What is being opened.
    """

    DEFAULT_CSS = """
    OpeningScreen { background: $background; color: $ink; }
    OpeningScreen > FittedLine { margin: 0 2; }
    """
    BINDINGS = OPENING_BINDINGS

    class Shown(Message):
        """The frame is on the terminal: there is time for everything else."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.opened = sanitise_line(name)

    def compose(self) -> ComposeResult:
        """One line."""
        yield FittedLine(Content.styled(self.opened, "bold"), READING)

    def on_mount(self) -> None:
        """Go on behind the first frame."""
        self.call_after_refresh(self.set_timer, FLUSH, self.go_on)

    def go_on(self) -> None:
        """Ask for the screen that comes next."""
        self.post_message(self.Shown())

    def action_up(self) -> None:
        """Go back to where it was opened from."""
        self.post_message(GoUp())


class LoadingScreen(OpeningScreen, inherit_bindings=False):
    """Loads an article behind the outline of the reader, and keeps the keys typed meanwhile.

    It says how far that has come. What can be read already, as the first pages of a long PDF,
    stands where the reader will show it and can be scrolled through; the reader opens at the same
    place when all of it is there. So no summary, and nothing that a reader decides, is ever about
    a part of an article only: a screenful takes longer to read than the rest takes to come.

    Args:
        source: The article.
        load: Loads it; runs in a thread.
        keymap: Keys by binding id that replace the program's own.
        column: The widest line of text, in cells.
    """

    DEFAULT_CSS = """
    LoadingScreen { layers: outline beginning; }
    LoadingScreen > Outline { layer: outline; }
    LoadingScreen > DocumentView {
        layer: beginning; background: $background; scrollbar-size-vertical: 0;
    }
    """
    BINDINGS = LOADING_BINDINGS

    def __init__(
        self, source: Source, load: Load, keymap: Mapping[str, str], column: int = 80
    ) -> None:
        super().__init__(source.name)
        self._source = source
        self._load = load
        self._column = column
        self._tasks = Tasks(self)
        self._typed = TypedAhead(keys_of(READER_BINDINGS, ASKING, keymap))
        self._article: Article | None = None
        self._outline = Outline(self.opened, wording.FETCHING if source.is_remote else READING)
        self._latest = Latest(self, self._show_progress)
        self._beginning: Article | None = None
        self._view: DocumentView | None = None

    def compose(self) -> ComposeResult:
        """The outline of the reader."""
        yield self._outline

    def go_on(self) -> None:
        """Load the article."""
        self._tasks.start("load", self._loads, self._loaded, self._failed)

    def _loads(self) -> Article | tuple[Source, ...]:
        """Load it, in the thread for that."""
        return self._load(self._source, told=self._latest.tell, begun=self._begun)

    def _loaded(self, found: Article | tuple[Source, ...]) -> None:
        if isinstance(found, Article):
            self._article = found
            self._hand_over()
        else:
            self.post_message(SeveralFound(self._source, found))

    def on_screen_resume(self) -> None:
        """Hand over an article that came while another screen was open above this one."""
        self._hand_over()

    def _hand_over(self) -> None:
        if self._article is not None and self.is_active:
            article, self._article = self._article, None
            place = self._place_in(article)
            self.post_message(ArticleLoaded(self._source, article, self._typed.take(), place))

    def _failed(self, error: SummariseError) -> None:
        self.post_message(CouldNotOpen(self._source, str(error)))

    # -- what is there already

    def _show_progress(self, so_far: Progress) -> None:
        self._outline.say(wording.progress(so_far))

    def _begun(self, article: Article) -> None:
        """Take what can be read already, in the thread that loads."""
        import tui.widgets.document_view  # noqa: F401 (here, and not where keys would wait for it)

        self.call_later(self._show_beginning, article)

    async def _show_beginning(self, article: Article) -> None:
        from tui.text.blocks import runs_left_out, source_blocks
        from tui.widgets.document_view import DocumentView

        if not self.is_attached:
            return
        view, self._beginning = self._view, article
        blocks = source_blocks(article, runs_left_out(article))  # as the reader will show it
        if view is not None:
            view.show(blocks, keep_place=True)
            return
        self._view = view = DocumentView(max_column=self._column, marks_in_text=True)
        self._put_in_place(view)
        self._outline.wait()
        await self.mount(view)
        view.show(blocks)
        view.cursor = next(iter(article.candidates), view.cursor)
        view.focus()
        if self._typed.any:  # what moves in the text can act now
            self.post_message(KeysWaited(self._typed.take))

    def _put_in_place(self, view: DocumentView) -> None:
        left, top, width, height = source_place(*self.app.size)
        view.styles.offset = (left, top)
        view.styles.width, view.styles.height = width, height

    def on_resize(self) -> None:
        """Keep the text where the reader will show it."""
        if self._view is not None:
            self._put_in_place(self._view)

    def _place_in(self, article: Article) -> int | None:
        """The sentence of the article that the reader has moved to in its beginning."""
        before, cursor = self._beginning, self._view.cursor if self._view is not None else None
        if before is None or cursor is None or cursor == next(iter(before.candidates), 0):
            return None
        return same_place(before, cursor, article)

    # -- keys

    def keeps(self, key: str, character: str | None) -> bool:
        """Keep a key for the reader, unless it is one of this screen, of the app or of the text.

        Those of the text wait as well where one before them does: they may be meant for what that
        one opens.
        """
        if self._typed.in_line and key == "escape":
            self._typed.drop_line()
            return True
        bound = None if self._typed.in_line else self.active_bindings.get(key)
        if bound is not None and not (bound.node is self._view and self._typed.any):
            return False
        if self._view is not None and not self._typed.any:
            self.post_message(Tell(wording.STILL_READING))
        self._typed.add(key, character)
        return True

    def action_stop(self) -> None:
        """Stop loading, and choose another article."""
        self._tasks.forget()
        self.post_message(ShowLibrary())


class Outline(Widget):
    """The outline of the reader as one text.

    Args:
        name: The name of what is read.
        state: How far that has come.
    """

    DEFAULT_CSS = """
    Outline { width: 100%; height: 100%; text-wrap: nowrap; }
    """

    def __init__(self, name: str, state: str) -> None:
        super().__init__()
        self._name_of_article = name
        self._state = state
        self._awaited = ""

    def wait(self) -> None:
        """Say what the summary waits for: while there is something to read, that is not seen."""
        self._awaited = wording.ALL_READ
        self.refresh()

    def say(self, state: str) -> None:
        """Say how far it has come."""
        if state != self._state:
            self._state = state
            self.refresh()

    def render(self) -> Content:
        """The outline, as large as the screen."""
        return outline(self._name_of_article, *self.size, self._state, self._awaited)
