"""The app: its first screen, its colours and keys, and the ways between screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from time import time
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import SuspendNotSupported
from textual.screen import Screen
from textual.timer import Timer

from summarise.article import Article
from summarise.errors import SummariseError
from summarise.loading import Source, sources_of_words
from summarise.sources.files import is_folder
from summarise.sources.names import files_named
from summarise.sources.progress import Told
from summarise.text.sanitise import sanitise_line
from tui.keys.everywhere import EVERYWHERE_BINDINGS
from tui.messages import (
    ArticleLoaded,
    CouldNotOpen,
    EditArticle,
    GoBack,
    GoUp,
    KeysWaited,
    OfferSources,
    OpenAddress,
    OpenArticle,
    OpenLinked,
    OpenNamed,
    OpenRead,
    ReadAlong,
    ReadAnew,
    SeveralFound,
    ShowHelp,
    ShowLibrary,
    Tell,
    Wrote,
)
from tui.palette_commands import Command
from tui.process import ends
from tui.process.coloured_app import ANSI_THEME
from tui.process.terminal_app import TerminalApp
from tui.screens.in_turn import KeysInTurn
from tui.screens.loading import LoadingScreen, OpeningScreen
from tui.screens.reading_anew import RECALLED, ReadingAnew
from tui.screens.stack import (
    close_down_to_library,
    close_down_to_list,
    is_digest,
    is_library,
    read_on,
    reader_on,
)
from tui.state.first_steps import FirstSteps, first_steps_path
from tui.state.last_theme import keep_theme, last_theme
from tui.state.request import Request
from tui.state.session import Session
from tui.state.typed_ahead import KeepsKeys, TypedKey
from tui.tasks import Tasks

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.command import Provider

    from summarise.novelty.known import Known
    from tui.screens.reader import ReaderScreen
    from tui.screens.reader.model_use import ModelChoice
    from tui.state.library.library import Library
    from tui.state.reading import Reading
    from tui.state.store.records import Anchor

#: The look of the screenshots: dark, calm, one warm accent.
DEFAULT_THEME = "tokyo-night"
#: Seconds between two looks whether something has changed that is to be kept: so much is lost at
#: most if the process is killed.
_KEPT_EVERY = 2.0
#: Seconds after which what was opened is marked as read: by then its summary is shown, which
#: would wait 10 ms for the library.
_MARKED_AFTER = 0.5
#: What is told of a sentence that an article was opened for, where it is not there any more.
_NOT_SAID = "The article does not say that any more."
#: Seconds that other instances are waited for when the reader leaves; the process is ended after 5.
_PATIENCE = 2.0


def palette_provider() -> type[Provider]:
    """What the palette offers, imported when it is first opened."""
    from tui.screens.palette import PaletteProvider  # not before it is opened

    return PaletteProvider


class SummariseApp(TerminalApp):
    """Reads articles; what was opened lives in its session, what is shown in its screens."""

    TITLE = "summarise"
    CSS_PATH = "app.tcss"
    DEFAULT_MODE = "reading"
    BINDINGS = EVERYWHERE_BINDINGS
    COMMANDS = {palette_provider}

    def __init__(self, request: Request) -> None:
        # Otherwise a filter for greys is chosen, which turns the terminal's own colours black.
        super().__init__(ansi_color=None if request.colour else True)
        self.request = request
        self.session = Session(request)
        self._tasks = Tasks(self)
        self._turns = KeysInTurn(self, self._act)
        self._keeping: Timer | None = None
        self._anew = ReadingAnew(self, self.session, self._load, self._reader)
        #: Where to go in articles that are about to be shown, and what they were opened from.
        self._places: dict[str, Anchor] = {}
        self._opened_from: dict[str, Source] = {}
        #: What was opened, and is not marked as read yet.
        self._to_mark: list[tuple[Source, Article]] = []
        #: Why what was named could not be read, if the program ended by that.
        self.failure = ""
        self._kept_theme = last_theme() if self.session.memory.on else ""
        theme = request.settings.theme or self._kept_theme or DEFAULT_THEME
        if not request.colour or theme == "ansi":
            theme = ANSI_THEME
        self.theme = theme if theme in self.available_themes else DEFAULT_THEME
        self._first_theme = self.theme
        self.add_mode(self.DEFAULT_MODE, self._first_screen)
        self.set_keymap(dict(request.settings.keys))

    @property
    def library(self) -> Library:
        """The places and their articles; what has been opened until now is marked as read."""
        library = self._library
        while self._to_mark:
            source, article = self._to_mark.pop(0)
            library.learn_from(source, article)
            library.opened(source)
        return library

    @cached_property
    def _library(self) -> Library:
        """The library, which the first frame and the first summary do without."""
        from tui.state.library.library import Library  # brings what the store is asked with

        library = Library(self.session, self.request.sources)
        library.wants_keeping = self._keep_marks
        return library

    def _first_screen(self) -> Screen[None]:
        """A single article is opened at once, anything else as a choice."""
        return (
            self._loading(self.request.sources[0])
            if len(self.request.sources) == 1
            else OpeningScreen("Library")
        )

    def _loading(self, source: Source) -> LoadingScreen:
        settings = self.request.settings
        return LoadingScreen(source, self._load, settings.keys, settings.column)

    def _load(
        self,
        source: Source,
        *,
        anew: bool = False,
        told: Told | None = None,
        begun: Callable[[Article], object] | None = None,
    ) -> Article | tuple[Source, ...]:
        """Load an article, and the reader's program with it: both in a thread, while keys work."""
        if self.request.follow:
            self._anew.take_note(source)
        found = self.session.load(source, anew=anew, told=told, begun=begun)
        import tui.screens.reader  # noqa: F401 (it is used when this is done)

        if isinstance(found, Article):
            _ = found.words  # counts the words here, not where they are shown
        return found

    def action_command_palette(self) -> None:
        """Show everything that can be done here."""
        from tui.screens.palette import Palette  # not before it is opened

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def commands(self) -> Iterator[Command]:
        """The articles that can be read, for the palette."""
        for source in self.library.place.sources.values():
            title = f"Read: {sanitise_line(self.library.title_of(source))}"
            run = partial(self.open_source, source)
            yield Command(title, "Open this article", run, listed=False)

    def on_mount(self) -> None:
        """Tell the reader what is wrong with the settings; begin to follow what changes."""
        if self.request.follow:
            self._anew.follow()
        wanted = self.request.settings.theme
        if self.request.warning:
            self.tell(f"{sanitise_line(self.request.warning)}.", problem=True)
        elif wanted and wanted != "ansi" and wanted not in self.available_themes:
            self.tell(f"There is no theme “{wanted}”: ctrl+p lists them.", problem=True)

    def action_suspend(self) -> None:
        """Stop the program, as a shell's programs stop; ``fg`` continues it."""
        if self.is_headless or not ends.can_be_stopped():
            self.tell("There is no shell to go back to.", problem=True)
        else:
            ends.stop()

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait for what was typed before it, and that act first."""
        if isinstance(event, events.Key | events.Paste) and not (
            event.is_forwarded or self.closing
        ):
            if not self._turns.holds(event):
                await self._act(event)
            return
        await super().on_event(event)

    async def _act(self, event: events.Key | events.Paste) -> None:
        """Let a screen keep a key for later, before any binding gets it; or let it act now."""
        if not isinstance(event, events.Key) or self.closing:
            await super().on_event(event)
            return
        screen = self.screen
        if isinstance(screen, KeepsKeys) and screen.keeps(event.key, event.character):
            return
        target, leads = self.focused or screen, self._turns.leads(event)
        await super().on_event(event)
        if leads:
            self._turns.follow(screen, target)

    @property
    def has_keys_waiting(self) -> bool:
        """Whether something that was typed waits for what was typed before it."""
        return self._turns.any

    # -- ways between screens: what they ask for in their messages

    @on(OpeningScreen.Shown)
    def _first_frame_shown(self) -> None:
        self.show_library()

    @on(OpenArticle)
    def _open_asked(self, message: OpenArticle) -> None:
        self.open_source(message.source, message.place)

    @on(OpenRead)
    def _read_asked(self, message: OpenRead) -> None:
        screen, library, there = self.screen, self.library, self._turns.hold()

        def opened(source: Source | None) -> None:
            self.call_later(there)  # behind what is opened now
            if self.screen is not screen:
                return
            if source is None:
                self.tell("That article is not remembered any more.")
                return
            self._opened_from[source.key] = message.source
            self.open_source(source, message.place)

        remembered = partial(library.remembered, message.key)

        def failed(error: SummariseError) -> None:
            there()
            self._tell_failure(error)

        Tasks(screen).start("remembered", remembered, opened, failed)

    @on(OpenLinked)
    def _linked_asked(self, message: OpenLinked) -> None:
        self._opened_from[message.linked.key] = message.source
        self.open_source(message.linked)

    @on(GoBack)
    def _back_asked(self, message: GoBack) -> None:
        before = self._opened_from.pop(message.source.key, None)
        if before is None:
            self.tell("Nowhere to go back to.")
            return
        reader = reader_on(self.screen)
        if reader is not None and reader.item is message.source:
            reader.end_look()
        self.open_source(before)

    @on(OpenNamed)
    def _named(self, message: OpenNamed) -> None:
        self._offer_named(message.text, message.found)

    def on_paste(self, event: events.Paste) -> None:
        """Open what was pasted where nothing is typed."""
        if not isinstance(self.screen, OpeningScreen):
            self.open_named(event.text)

    @on(ReadAnew)
    def _anew_asked(self, message: ReadAnew) -> None:
        self._anew.ask(message.source)

    @on(EditArticle)
    def _edit_asked(self, message: EditArticle) -> None:
        from tui.editor import EditorError, edit  # not before it is opened

        source = message.source
        if source.path is None or not source.path.is_file():
            self.tell("Only a file can be edited: this was read from somewhere else.")
            return
        try:
            with self.suspend():
                edit(source.path, message.sentence)
        except EditorError as error:
            self.tell(f"{error}.", problem=True)
        except SuspendNotSupported:
            self.tell("There is no terminal that an editor could have.", problem=True)
        else:
            self._anew.begin(source)

    @on(OpenAddress)
    def _address_asked(self, message: OpenAddress) -> None:
        from tui.browser import BrowserError, browser_for  # not before it is opened

        browser = browser_for(message.address)
        if browser is None:
            self.tell("No browser was found: Y copies the address.", problem=True)
            return
        if not browser.in_terminal:
            self.tell(f"Opening {message.address}")
            Tasks(self.screen).start(
                "browser",
                browser.open,
                lambda _: None,
                lambda error: self.tell(f"{error}.", problem=True),
            )
            return
        try:
            with self.suspend():
                browser.open()
        except BrowserError as error:
            self.tell(f"{error}.", problem=True)
        except SuspendNotSupported:
            self.tell("There is no terminal that a browser could have.", problem=True)

    @on(ArticleLoaded)
    async def _article_loaded(self, message: ArticleLoaded) -> None:
        reading = self.session.open(message.source, message.article)
        if message.place is not None:
            reading.change(place=message.place)
        await self._read(message.source, reading)
        await self._type(message.typed)

    @on(KeysWaited)
    async def _keys_waited(self, message: KeysWaited) -> None:
        await self._type(message.take())

    async def _type(self, keys: Iterable[TypedKey]) -> None:
        """Let keys act that were typed a while ago, before those that were typed after them."""
        await self._turns.put_first([events.Key(key, character) for key, character in keys])

    @on(SeveralFound)
    def _several_found(self, message: SeveralFound) -> None:
        """Offer the articles of a feed or a mailbox in its place."""
        self.library.divide(message.source, message.articles)
        self.show_library(offered=[article.key for article in message.articles])

    @on(CouldNotOpen)
    def _could_not_open(self, message: CouldNotOpen) -> None:
        """Leave where the only file that was named cannot be read, or offer the others.

        A server may answer the next time, so an address stays to be asked again.
        """
        is_all = self.request.sources == (message.source,) and len(self.screen_stack) == 1
        if is_all and not message.source.is_remote:
            self.failure = message.reason
            self.exit(return_code=1)
        else:
            self.show_library(problem=message.reason, at=message.source.key)

    @on(ShowLibrary)
    def _library_asked(self) -> None:
        reading = read_on(self.screen)
        self.show_library(at=reading.key if reading is not None else None, over=reading)

    @on(ReadAlong)
    def _along_asked(self, message: ReadAlong) -> None:
        if read_on(self.screen) is not message.source:
            return
        screen, there = self.screen, self._turns.hold()

        def failed(error: SummariseError) -> None:
            there()
            self._tell_failure(error)

        async def found(source: Source | None) -> None:
            await self._read_along(screen, message.step, source)
            there()

        Tasks(screen).start(
            "along",
            partial(self.library.next_to, message.source, message.step),
            partial(self.call_next, found),
            failed,
        )

    async def _read_along(self, screen: Screen[Any], step: int, source: Source | None) -> None:
        """Read another article in place of the one that is read."""
        if self.screen is not screen:
            return
        if source is None:
            self.tell(f"This is the {'last' if step > 0 else 'first'} article of the list.")
        elif (reading := self.session.opened(source)) is not None:
            await self.switch_screen(self._reader(source, reading))
        else:
            await self.switch_screen(self._loading(source))

    @on(GoUp)
    def _up_asked(self) -> None:
        if any(map(is_digest, self.screen_stack[-2:-1])):
            self.pop_screen()
            return
        if any(map(is_library, self.screen_stack[:-1])):
            reading = read_on(self.screen)
            self.show_library(at=reading.key if reading is not None else None)
        else:
            self.exit()

    @on(ShowHelp)
    def _help_asked(self, message: ShowHelp) -> None:
        from tui.screens.help import HelpScreen  # not before it is opened

        self.push_screen(HelpScreen(message.place, self.request.settings.keys))

    @on(Tell)
    def _tell_asked(self, message: Tell) -> None:
        if message.problem or message.about in (None, self.screen):
            self.tell(message.text, problem=message.problem)

    def open_source(self, source: Source, place: Anchor | None = None) -> None:
        """Read an article: go back to its screen if that is there, or make a new one.

        Args:
            source: The article.
            place: The sentence to go to in it; without one, where it was left.
        """
        if place is not None:
            self._places[source.key] = place
        first = self.screen_stack[:2][-1]
        reading_there = read_on(first)
        if reading_there is not None and reading_there.key == source.key:
            while self.screen is not first:
                self.pop_screen()
            if not self._go_to_place(source, first):
                self.tell(_NOT_SAID)
            return
        if len(self.screen_stack) > 2:
            close_down_to_list(self)
        if (reading := self.session.opened(source)) is not None:
            reading.end_look()
            self.call_next(self._read, source, reading)
        else:
            self.push_screen(self._loading(source))

    def open_named(self, text: str) -> None:
        """Open what the reader typed or pasted: an address, a file or folder, or a text itself."""
        if not text.strip():
            return
        found = sources_of_words(text)
        failure = found[0].failure
        if failure is not None:
            # What was pasted by mistake takes nobody away from what they read.
            if read_on(self.screen) is not None:
                self.tell(str(failure), problem=True)
            else:
                self.show_library(problem=str(failure))
            return
        self._offer_named(text, found)

    def _offer_named(self, text: str, found: Sequence[Source]) -> None:
        self.offer(found)
        if found[0].data is None:
            for path in files_named(text):
                self._keep_folder(path)

    @on(OfferSources)
    def _offered(self, message: OfferSources) -> None:
        self.offer(message.sources)

    def offer(self, found: Sequence[Source]) -> None:
        """Add sources to those there are, and open the only one or let the reader choose."""
        self.library.add(found)
        if len(found) == 1:
            self.open_source(found[0])
        else:
            self.show_library(offered=[source.key for source in found])

    def _keep_folder(self, path: str) -> None:
        """Keep a folder that was opened among the places."""
        if is_folder(path):
            keep = partial(self.library.keep_folder, path)
            Tasks(self).start("folder", keep, lambda _: None, self._tell_failure)

    def _go_to_place(self, source: Source, screen: Screen[Any]) -> bool:
        """Go to the sentence that an article was opened for; False if it is not there any more."""
        anchor = self._places.pop(source.key, None)
        if anchor is None:
            return True
        from tui.screens.reader import ReaderScreen  # there is something to read
        from tui.state.remembering import place_of

        assert isinstance(screen, ReaderScreen)
        place = place_of(anchor, screen.reading.article)
        if place is None:
            return False
        screen.reading.look_at(place)
        if screen.is_mounted:
            screen.panes.jump_to(place)
        else:
            screen.stay_in(False)
        return True

    async def _read(self, source: Source, reading: Reading) -> None:
        """Show the reader; the screen that loaded the article gives way, unless it is the first."""
        reader = self._reader(source, reading)
        is_there = self._go_to_place(source, reader)
        if len(self.screen_stack) > 1 and isinstance(self.screen, LoadingScreen):
            await self.switch_screen(reader)
        else:
            await self.push_screen(reader)
        self._tell_recalled(source, reading)
        if not is_there:
            self.tell(_NOT_SAID)
        if self._keeping is None and self.session.memory.on:
            self._keeping = self.set_interval(_KEPT_EVERY, self._keep)

    def _tell_recalled(self, source: Source, reading: Reading) -> None:
        """Say what was brought back from an earlier run, and how to do without it."""
        recalled = self.session.take_recalled(source)
        if recalled is None:
            return
        from tui.keys.table import key_of  # only where something was
        from tui.text.recalling import recalled_line
        from tui.text.wording import AROUND_MESSAGE

        line = recalled_line(
            recalled,
            self.session.fresh,
            len(reading.loaded.sentences),
            time(),
            key_of("reader.afresh", self.request.settings.keys),
            self.size.width - AROUND_MESSAGE,
        )
        if line:
            self.tell(line, problem=bool(recalled.lost), seconds=RECALLED)

    # -- what is remembered

    def _keep(self) -> None:
        """Keep what has changed since the last time, and what is on the screen as read."""
        self._note_seen()
        if self.session.keeper.has_work and not self.closing:
            self._tasks.start("keep", self.session.keeper.keep, self._kept, self._kept)
        else:
            self._kept(None)  # it may have been tried by somebody else

    def _kept(self, _: object) -> None:
        if notice := self.session.memory.take_notice():
            self.tell(f"{sanitise_line(notice)}.", problem=True)

    def exit(
        self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave; what is on the screen then was read, too."""
        self._note_seen()
        super().exit(result, return_code, message)

    def _note_seen(self) -> None:
        if self.screen_stack and (reader := reader_on(self.screen)) is not None:
            reader.note_seen()

    def left(self) -> None:
        """Keep what is left to be kept, and the theme."""
        memory = self.session.memory
        if not memory.on:
            return
        memory.be_patient(_PATIENCE)
        if self._to_mark or "_library" in vars(self):
            self.library.keep(with_texts=False)
        self.session.keeper.keep()
        memory.close()
        if self.theme not in (self._first_theme, self._kept_theme):
            keep_theme(self.theme)

    def _reader(
        self, source: Source, reading: Reading, *, after: Screen[Any] | None = None
    ) -> ReaderScreen:
        """The screen of a reading; one that comes after another stays in the same pane."""
        from tui.screens.reader import ReaderScreen  # not before there is something to read
        from tui.state.library.article_marks import ArticleMarks

        self._to_mark.append((source, reading.loaded))
        self.set_timer(_MARKED_AFTER, self._mark_opened)

        settings = self.request.settings
        reader = ReaderScreen(
            source,
            reading,
            settings.column,
            settings.keys,
            fresh=self.session.fresh,
            first_steps=self._first_steps,
            model=self._model,
            known=self._known_of(source, reading) if self.session.memory.on else None,
            marks=ArticleMarks(lambda: self.library, source),
        )
        if isinstance(after, ReaderScreen):
            reader.stay_in(after.panes.in_use is after.summary)
        return reader

    def _known_of(self, source: Source, reading: Reading) -> Callable[[], Known]:
        return partial(self.session.known, source, reading.loaded)

    @cached_property
    def _model(self) -> ModelChoice:
        from tui.screens.reader.model_use import ModelChoice  # not before there is a reader
        from tui.state.choices import ChoiceMemory

        settings = self.request.settings
        return ModelChoice(
            settings.server,
            self.request.by_model,
            kept=ChoiceMemory(self.session.memory, in_store=settings.cache),
        )

    @cached_property
    def _first_steps(self) -> FirstSteps | None:
        if not self.request.first_steps:
            return None
        return FirstSteps(first_steps_path(), writes=self.session.memory.on)

    def show_library(
        self,
        *,
        problem: str = "",
        at: str | None = None,
        offered: Sequence[str] = (),
        over: Source | None = None,
    ) -> None:
        """Choose an article.

        Args:
            problem: What went wrong before, if anything did.
            at: Key of the source to start on.
            offered: Keys of what was added just now, to start on whatever the list was filtered by.
            over: The article that it is opened over, to go back to.
        """
        if self.closing:  # an article that was left while it was read: nobody sees its end
            return
        from tui.screens.library import LibraryScreen  # not before it is opened

        library = self.library
        self._opened_from.clear()
        self._places.clear()
        close_down_to_library(self)
        if isinstance(self.screen, LibraryScreen):
            self.screen.start(problem, at, offered, over)
        else:
            before = read_on(self.screen)
            self.push_screen(
                LibraryScreen(library, problem=problem, at=at, offered=offered, before=before)
            )

    @on(Wrote)
    def _written(self, message: Wrote) -> None:
        self.library.wrote(message.path)

    def _keep_marks(self) -> None:
        """Keep what was said of articles."""
        Tasks(self).start("marks", self.library.keep, lambda _: None, self._tell_failure)

    def _mark_opened(self) -> None:
        """Mark as read what was opened."""
        Tasks(self).start("library", _import_library, lambda _: self.library, self._tell_failure)

    def _tell_failure(self, error: SummariseError) -> None:
        self.tell(str(error), problem=True)

    def is_passing(self, screen: Screen[Any]) -> bool:
        """Whether a screen only stands there until what is being opened is there."""
        return isinstance(screen, OpeningScreen)


def _import_library() -> None:
    """Bring what the library is made of: in a thread, so that no key waits for it."""
    import tui.state.library.library  # noqa: F401


def run_reader(request: Request, say: Callable[[str], object]) -> int:
    """Run the app until the reader leaves.

    Args:
        request: What to read.
        say: Says a line after the reader has left.

    Returns:
        The exit code of the process: that of a signal if one ended it.

    Raises:
        ProgramFaultError: A fault of the program ended it.
    """
    app = SummariseApp(request)
    try:
        return app.run_to_end(mouse=request.settings.mouse)
    finally:
        for line in filter(None, (app.failure, app.session.memory.take_notice())):
            say(line)
