"""The library: articles in one list that can be filtered, with a summary of the one in view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from summarise.errors import SourceError, SummariseError
from summarise.text.sanitise import sanitise_line
from tui.attempt import attempt
from tui.background import Background
from tui.screens.steady import SteadyScreen
from tui.state.preview import Preview, preview
from tui.state.session import Item, Session
from tui.text import wording
from tui.widgets.article_list import ArticleList, FilterWords
from tui.widgets.fitted_line import QUIET, Line
from tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from tui.app import SummariseApp

#: Seconds that the highlight must rest before the article under it is read.
_REST = 0.12
#: Previews that are kept, each with its article.
_KEPT = 16


class LibraryScreen(SteadyScreen[None]):
    """Choose an article.

    Args:
        items: What there is to choose from.
        session: What was opened so far.
        problem: What went wrong before, shown above the list.
        at: Key of the item to start on.
    """

    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]
    AUTO_FOCUS = "#items"
    BINDINGS = [
        Binding(
            "slash",
            "filter",
            "filter",
            id="library.filter",
            tooltip="Show only the articles whose name has these words",
            key_display="/",
            priority=True,  # so that the words may be there already
        ),
        Binding(
            "escape",
            "escape",
            "back",
            id="library.escape",
            tooltip="Drop the filter, or go back to the article that was read before",
        ),
        Binding(
            "question_mark",
            "help",
            "help",
            id="library.help",
            tooltip="All keys",
            key_display="?",
        ),
        Binding("q", "quit", "quit", id="library.quit", tooltip="Leave the program"),
    ]

    app: SummariseApp

    @dataclass
    class Previewed(Message):
        """The item under the highlight was read."""

        item: Item
        preview: Preview

    @dataclass
    class Failed(Message):
        """The item under the highlight cannot be read."""

        item: Item
        reason: str

    def __init__(
        self, items: Sequence[Item], session: Session, *, problem: str = "", at: str | None = None
    ) -> None:
        super().__init__()
        self.items: dict[str, Item] = {}
        self.session = session
        self._background = Background(self)
        self._resting: Timer | None = None
        #: The article that was opened from here last.
        self._last: Item | None = None
        self._start = (items, problem, at)
        self._previews: OrderedDict[str, Preview] = OrderedDict()

    def compose(self) -> ComposeResult:
        """Heading, problem, list and preview."""
        yield Line(id="library-head")
        yield Static(id="problem")
        with Horizontal(id="library-body"):
            with Vertical(id="list-pane"):
                with Horizontal(id="filter-row"):
                    yield Line("Filter", id="filter-name")
                    yield FilterWords(placeholder="words of a name", id="filter", compact=True)
                yield ArticleList(id="items", compact=True)
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="preview-title")
                yield Static(id="preview-facts")
                yield Static(id="preview-text")
        yield KeyBar(id="library-keys")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one("#filter-row").display = False
        self.start(*self._start)

    def start(self, items: Sequence[Item], problem: str, at: str | None) -> None:
        """Offer these items; say what went wrong before; start on an item, or stay where it was."""
        by_group: dict[str, dict[str, Item]] = {}
        for item in items:
            by_group.setdefault(item.group, {}).setdefault(item.key, item)
        self.items = {key: item for group in by_group.values() for key, item in group.items()}
        self.query_one("#problem", Static).update(Content(problem))
        self.query_one("#problem").display = bool(problem)
        before = self._article_before()
        self._fill(at or self.choices.chosen or (before.key if before else None))
        self.refresh_bindings()

    @property
    def choices(self) -> ArticleList:
        """The articles."""
        return self.query_one(ArticleList)

    @property
    def words(self) -> FilterWords:
        """The words to filter by."""
        return self.query_one(FilterWords)

    @property
    def is_filtering(self) -> bool:
        """Whether the words to filter by are shown."""
        return self.query_one("#filter-row").display

    # -- the list

    def _fill(self, at: str | None) -> None:
        wanted = self.words.value.casefold().split()
        shown = [
            item
            for item in self.items.values()
            if all(word in f"{item.name} {item.group}".casefold() for word in wanted)
        ]
        rows: list[tuple[str | None, str | Content]] = []
        group = None
        for item in shown:
            if item.group != group:
                group = item.group
                rows.append((None, sanitise_line(group)))
            rows.append((item.key, f"  {sanitise_line(item.name)}"))
        self.choices.fill(rows, at)
        if not shown:
            self._put("", "", Content("No article has these words in its name."))
        total = wording.plural(len(self.items), "article")
        head = f"{len(shown):,} of {total}" if wanted else total
        title = Content.styled("Library", "bold")
        self.query_one("#library-head", Line).set(title, Content.styled(head, QUIET))

    @on(FilterWords.Changed, "#filter")
    def _filter_changed(self) -> None:
        self._fill(self.choices.chosen)

    # -- the preview

    @on(ArticleList.OptionHighlighted)
    def _highlighted(self, event: ArticleList.OptionHighlighted) -> None:
        item = self.items.get(event.option_id or "")
        if item is None or item.key != self.choices.chosen:
            return
        if self._resting is not None:
            self._resting.stop()
        known = self._previews.get(item.key)
        if known is not None:
            self._show(known)
        else:
            self._put(sanitise_line(item.name), "reading …", Content(""))
            self._resting = self.set_timer(
                _REST, lambda: self._background.start("preview", lambda: self._read(item))
            )

    def _read(self, item: Item) -> Message:
        try:
            method = self.session.request.method
            return self.Previewed(item, attempt(lambda: preview(item, method)))
        except SourceError as error:
            return self.Failed(item, error.reason)  # its name stands above
        except SummariseError as error:
            return self.Failed(item, str(error))

    @on(Previewed)
    def _previewed(self, event: Previewed) -> None:
        self._previews[event.item.key] = event.preview
        while len(self._previews) > _KEPT:
            self._previews.popitem(last=False)
        if self.choices.chosen == event.item.key:
            self._show(event.preview)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        if self.choices.chosen == event.item.key:
            reason = Content.styled(event.reason, "$text-warning")
            self._put(sanitise_line(event.item.name), "", reason)

    def _show(self, shown: Preview) -> None:
        text = "\n\n".join(shown.sentences) or "There is no sentence to pick."
        self._put(sanitise_line(shown.title), shown.facts, Content(text))

    def _put(self, title: str, facts: str, text: Content) -> None:
        self.query_one("#preview-title", Static).update(Content(title))
        self.query_one("#preview-facts", Static).update(Content(facts))
        self.query_one("#preview-text", Static).update(text)
        self.query_one("#preview").scroll_home(animate=False)

    # -- actions

    @on(ArticleList.OptionSelected)
    @on(FilterWords.Submitted)
    def _open(self) -> None:
        item = self.items.get(self.choices.chosen or "")
        if item is None:
            return
        known = self._previews.get(item.key)
        if known is not None and self.session.opened(item) is None:
            self.session.open(item, known.article).accept(known.ranking)
        self._last = item
        self.app.open_item(item)

    def _article_before(self) -> Item | None:
        """The article that was read before the library was opened, if there is one."""
        from tui.screens.reader import ReaderScreen

        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        item = below.item if isinstance(below, ReaderScreen) else self._last
        return item if item is not None and self.session.opened(item) is not None else None

    def action_filter(self) -> None:
        """Ask for words to filter by."""
        self.query_one("#filter-row").display = True
        self.set_focus(self.words)
        self.refresh_bindings()

    def action_escape(self) -> None:
        """Drop the filter, or go back to the article that was read before."""
        if self.is_filtering:
            self.words.value = ""
            self.query_one("#filter-row").display = False
            self.choices.focus()
            self.refresh_bindings()
        elif (item := self._article_before()) is not None:
            self.app.open_item(item)

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002
    ) -> bool | None:
        """There is a way back only from a filter or to an article; a slash may be a word's."""
        if action == "filter":
            return not self.words.has_focus
        if action == "escape" and self.is_mounted:
            return self.is_filtering or self._article_before() is not None
        return True

    def action_move(self, step: int) -> None:
        """Move along the list while a filter is typed."""
        (self.choices.action_cursor_down if step > 0 else self.choices.action_cursor_up)()

    def action_help(self) -> None:
        """Show all keys."""
        self.app.show_help(self)

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
