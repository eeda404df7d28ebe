"""The very first frame: on the screen before anything else of the program is even imported.

It stands below all other screens afterwards; another one is opened over the library while an
article that was chosen there is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from summarise.article import Article
from summarise.errors import SummariseError
from summarise.loading import Source
from summarise.text.sanitise import sanitise_line
from tui.keys.loading import LOADING_BINDINGS, OPENING_BINDINGS
from tui.keys.reader import READER_BINDINGS
from tui.keys.row import keys_of
from tui.messages import ArticleLoaded, CouldNotOpen, GoUp, SeveralFound, ShowLibrary
from tui.state.typed_ahead import ASKING, TypedAhead
from tui.tasks import Tasks
from tui.text.reader_frame import READING, outline
from tui.widgets.fitted_line import FittedLine

#: Seconds for the first frame to get from the thread that writes it to the terminal.
_FLUSH = 0.01
#: Reads a source: its article, or the sources of its articles.
Load = Callable[[Source], Article | tuple[Source, ...]]


class OpeningScreen(Screen[None]):
    """Says what is being opened, where the title will stand.

    Args:
        name: What is being opened.
    """

    DEFAULT_CSS = """
    OpeningScreen { background: $background; color: $text; }
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
        self.call_after_refresh(self.set_timer, _FLUSH, self.go_on)

    def go_on(self) -> None:
        """Ask for the screen that comes next."""
        self.post_message(self.Shown())

    def action_up(self) -> None:
        """Go back to where it was opened from."""
        self.post_message(GoUp())


class LoadingScreen(OpeningScreen, inherit_bindings=False):
    """Loads an article behind the outline of the reader, and keeps the keys typed meanwhile.

    Args:
        source: The article.
        load: Loads it; runs in a thread.
        keymap: Keys by binding id that replace the program's own.
    """

    BINDINGS = LOADING_BINDINGS

    def __init__(self, source: Source, load: Load, keymap: Mapping[str, str]) -> None:
        super().__init__(source.name)
        self._source = source
        self._load = load
        self._tasks = Tasks(self)
        self._typed = TypedAhead(keys_of(READER_BINDINGS, ASKING, keymap))
        self._article: Article | None = None

    def compose(self) -> ComposeResult:
        """The outline of the reader."""
        yield Outline(self.opened)

    def go_on(self) -> None:
        """Load the article."""
        self._tasks.start("load", lambda: self._load(self._source), self._loaded, self._failed)

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
            self.post_message(ArticleLoaded(self._source, article, self._typed.take()))

    def _failed(self, error: SummariseError) -> None:
        self.post_message(CouldNotOpen(self._source, str(error)))

    def on_key(self, event: events.Key) -> None:
        """Keep a key for the reader, unless it is one of this screen or of the app."""
        if self._typed.in_line and event.key == "escape":
            self._typed.drop_line()
        elif self._typed.in_line or event.key not in self.active_bindings:
            self._typed.add(event.key, event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def action_stop(self) -> None:
        """Stop loading, and choose another article."""
        self._tasks.forget()
        self.post_message(ShowLibrary())


class Outline(Widget):
    """The outline of the reader as one text.

    Args:
        name: The name of what is read.
    """

    DEFAULT_CSS = """
    Outline { width: 100%; height: 100%; text-wrap: nowrap; }
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name_of_article = name

    def render(self) -> Content:
        """The outline, as large as the screen."""
        return outline(self._name_of_article, *self.size)
