"""The app: its first screen, its colours and keys, and the ways between screens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from tui.screens.loading import OpeningScreen
from tui.state.request import Request
from tui.state.session import Item, Session

if TYPE_CHECKING:
    from textual.command import Provider

#: The look of the screenshots: dark, calm, one warm accent.
DEFAULT_THEME = "tokyo-night"
#: The terminal's own colours.
ANSI_THEME = "ansi-dark"


def palette_provider() -> type[Provider]:
    """What the palette offers, imported when it is first opened."""
    from tui.palette import PaletteProvider

    return PaletteProvider


class SummariseApp(App[int]):
    """Reads articles; what was opened lives in its session, what is shown in its screens."""

    TITLE = "summarise"
    CSS_PATH = "app.tcss"
    DEFAULT_MODE = "reading"
    COMMANDS = {palette_provider}

    def __init__(self, request: Request) -> None:
        # Otherwise a filter for greys is chosen, which turns the terminal's own colours black.
        super().__init__(ansi_color=None if request.colour else True)
        self.request = request
        self.session = Session(request)
        self.items = first_items(request, self.session)
        theme = request.settings.theme or DEFAULT_THEME
        if not request.colour or theme == "ansi":
            theme = ANSI_THEME
        self.theme = theme if theme in self.available_themes else DEFAULT_THEME
        self.add_mode(self.DEFAULT_MODE, self._opening_screen)
        self.set_keymap(dict(request.settings.keys))

    def _opening_screen(self) -> Screen[None]:
        name = self.items[0].name if len(self.items) == 1 else "Library"
        return OpeningScreen(name, self._open_first)

    def _open_first(self) -> None:
        """Open a single article at once, anything else as a choice."""
        if len(self.items) == 1:
            self.open_item(self.items[0])
        else:
            self.show_library()

    def action_command_palette(self) -> None:
        """Show everything that can be done here."""
        from tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def on_mount(self) -> None:
        """Say it if the theme of the settings does not exist."""
        wanted = self.request.settings.theme
        if wanted and wanted != "ansi" and wanted not in self.available_themes:
            self.tell(f"There is no theme “{wanted}”: ctrl+p lists them.", problem=True)

    # -- ways between screens

    # Above the opening screen stands what was opened first; above a reader at most a library, above
    # a library at most a reader.

    def open_item(self, item: Item) -> None:
        """Read an article: go back to its screen if that is there, or make a new one."""
        from tui.screens.reader import ReaderScreen

        first = self.screen_stack[:2][-1]
        if isinstance(first, ReaderScreen) and first.item.key == item.key and first.reading:
            while self.screen is not first:
                self.pop_screen()
            return
        if len(self.screen_stack) > 2:
            from tui.screens.library import LibraryScreen

            self._close_down_to(LibraryScreen)
        self.push_screen(ReaderScreen(item, self.session, self.size))

    def show_library(self, *, problem: str = "", at: str | None = None) -> None:
        """Choose an article; samples are offered when there is nothing else.

        Args:
            problem: What went wrong before, if anything did.
            at: Key of the item to start on.
        """
        from tui.screens.library import LibraryScreen

        if len(self.items) <= 1:
            known = {item.key for item in self.items}
            self.items += [i for i in sample_items(self.session) if i.key not in known]
        self._close_down_to(LibraryScreen)
        if isinstance(self.screen, LibraryScreen):
            self.screen.start(self.items, problem, at)
        else:
            self.push_screen(LibraryScreen(self.items, self.session, problem=problem, at=at))

    def _close_down_to(self, kind: type[Screen[None]]) -> None:
        """Close screens until one of a kind, or the first of all, is on top."""
        while len(self.screen_stack) > 2 and not isinstance(self.screen, kind):
            self.pop_screen()

    def could_not_open(self, item: Item, reason: str) -> None:
        """Say why an article cannot be read, and offer the others."""
        self.show_library(problem=reason, at=item.key)

    def show_help(self, screen: Screen[Any]) -> None:
        """Show the keys of a screen."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(screen))

    def tell(self, text: str, *, problem: bool = False) -> None:
        """Say something in passing, in place of what was said before.

        Text of an article in it stays plain text.
        """
        self.clear_notifications()
        self.notify(
            text,
            severity="warning" if problem else "information",
            timeout=6 if problem else 3,
            markup=False,
        )


def first_items(request: Request, session: Session) -> list[Item]:
    """What the command asked to open: files, articles of folders, a piped text, or the samples."""
    items: list[Item] = []
    if request.piped is not None:
        items.append(session.piped(request.piped))
    for source in request.sources:
        path = Path(source)
        if path.is_dir():
            from summarise.sources.files import find_articles

            items += [
                session.file(found, group=str(path), name=str(found.relative_to(path)))
                for found in find_articles(path)
            ]
        else:
            items.append(session.file(path, group="Articles"))
    return items or sample_items(session)


def sample_items(session: Session) -> list[Item]:
    """The sample articles."""
    from tui.state.samples import samples

    return [session.file(path, group="Samples", name=name) for name, path in samples()]


def run_reader(request: Request) -> int:
    """Run the app until the reader leaves.

    Returns:
        The exit code of the process.
    """
    app = SummariseApp(request)
    app.run(mouse=request.settings.mouse)
    return app.return_code or 0
