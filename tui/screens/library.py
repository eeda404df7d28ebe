"""The library: articles in one list that can be filtered, with a summary of the one in view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from summarise.errors import SummariseError
from summarise.sanitise import sanitise_line
from tui.attempt import attempt
from tui.previewing import Preview, preview
from tui.session import Item, Session
from tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from tui.app import SummariseApp

#: Seconds that the highlight must rest before the article under it is read.
_REST = 0.12


class LibraryScreen(Screen[None]):
    """Choose an article.

    Args:
        items: What there is to choose from.
        session: What was opened so far.
        problem: What went wrong before, shown above the list.
        at: Key of the item to start on.
    """

    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    AUTO_FOCUS = "#items"
    BINDINGS = [
        Binding(
            "enter",
            "open",
            "read",
            id="library.open",
            tooltip="Read this article",
            priority=True,
        ),
        Binding(
            "slash",
            "filter",
            "filter",
            id="library.filter",
            tooltip="Show only the articles whose name has these words",
            key_display="/",
        ),
        Binding("j", "cursor(1)", "Next", id="library.next", show=False, tooltip="Next article"),
        Binding(
            "k",
            "cursor(-1)",
            "Previous",
            id="library.previous",
            show=False,
            tooltip="Article before",
        ),
        Binding("g", "edge(0)", "First", id="library.first", show=False, tooltip="First article"),
        Binding("G", "edge(-1)", "Last", id="library.last", show=False, tooltip="Last article"),
        Binding(
            "escape",
            "escape",
            "all",
            id="library.escape",
            tooltip="Drop the filter, or go back to the list",
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
        self.items = {item.key: item for item in items}
        self.session = session
        self.problem = problem
        self._start = at
        self._previews: dict[str, Preview] = {}

    def compose(self) -> ComposeResult:
        """Heading, problem, list and preview."""
        with Horizontal(id="library-head"):
            yield Static(Content("Library"), id="library-title")
            yield Static(id="library-facts")
        yield Static(id="problem")
        with Horizontal(id="library-body"):
            with Vertical(id="list-pane"):
                yield Input(placeholder="filter", id="filter", compact=True)
                yield OptionList(id="items", compact=True)
            yield Static(id="library-rule")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="preview-title")
                yield Static(id="preview-facts")
                yield Static(id="preview-text")
        yield KeyBar(id="library-keys")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one("#filter").display = False
        self.start(tuple(self.items.values()), self.problem, self._start)

    def start(self, items: Sequence[Item], problem: str, at: str | None) -> None:
        """Offer these items; say what went wrong before; start on an item, or stay where it was."""
        self.items = {item.key: item for item in items}
        self._start = at
        self.query_one("#problem", Static).update(Content(problem))
        self.query_one("#problem").display = bool(problem)
        self._fill(self.query_one("#filter", Input).value)

    # -- the list

    def _fill(self, words: str) -> None:
        wanted = words.casefold().split()
        shown = [
            item
            for item in self.items.values()
            if all(word in f"{item.name} {item.group}".casefold() for word in wanted)
        ]
        options = self.query_one(OptionList)
        current = self._start or self._key()
        options.clear_options()
        group = None
        keys: list[str] = []
        for item in shown:
            if item.group != group:
                group = item.group
                heading = Content.styled(sanitise_line(group), "$text-muted")
                options.add_option(Option(heading, disabled=True))
                keys.append("")
            options.add_option(Option(Content(f"  {sanitise_line(item.name)}"), id=item.key))
            keys.append(item.key)
        self._start = None
        if shown:
            options.highlighted = keys.index(current if current in keys else shown[0].key)
        else:
            self._put("", "", Content("No article has these words in its name."))
        count = f"{len(shown)} of {len(self.items)}" if wanted else str(len(self.items))
        self.query_one("#library-facts", Static).update(Content(f"{count} articles"))

    def _key(self) -> str | None:
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return None
        return options.get_option_at_index(options.highlighted).id

    @on(Input.Changed, "#filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    @on(Input.Submitted, "#filter")
    def _filter_submitted(self) -> None:
        self.action_open()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    # -- the preview

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        item = self.items.get(event.option_id or "")
        if item is None:
            return
        known = self._previews.get(item.key)
        if known is not None:
            self._show(known)
        else:
            self._put(sanitise_line(item.name), "reading …", Content(""))
            self._preview(item)

    @work(exclusive=True, group="rest")
    async def _preview(self, item: Item) -> None:
        from asyncio import sleep

        await sleep(_REST)
        self._read(item)

    @work(thread=True, exclusive=True, group="preview")
    def _read(self, item: Item) -> None:
        worker = get_current_worker()
        try:
            method = self.session.request.method
            found = attempt(lambda: preview(item, method))
            message: Message = self.Previewed(item, found)
        except SummariseError as error:
            message = self.Failed(item, str(error))
        if not worker.is_cancelled:
            self.post_message(message)

    @on(Previewed)
    def _previewed(self, event: Previewed) -> None:
        self._previews[event.item.key] = event.preview
        if self._key() == event.item.key:
            self._show(event.preview)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        if self._key() == event.item.key:
            self._put(
                sanitise_line(event.item.name), "", Content.styled(event.reason, "$text-warning")
            )

    def _show(self, shown: Preview) -> None:
        text = "\n\n".join(shown.sentences) or "There is no sentence to pick."
        self._put(shown.title, shown.facts, Content(text))

    def _put(self, title: str, facts: str, text: Content) -> None:
        self.query_one("#preview-title", Static).update(Content(title))
        self.query_one("#preview-facts", Static).update(Content(facts))
        self.query_one("#preview-text", Static).update(text)

    # -- actions

    def action_open(self) -> None:
        """Read the article under the highlight."""
        item = self.items.get(self._key() or "")
        if item is None:
            return
        known = self._previews.get(item.key)
        if known is not None and self.session.opened(item) is None:
            self.session.open(item, known.article).accept(known.ranking)
        self.app.open_item(item)

    def action_filter(self) -> None:
        """Ask for words to filter by."""
        line = self.query_one("#filter", Input)
        line.display = True
        line.focus()

    def action_escape(self) -> None:
        """Drop the filter."""
        line = self.query_one("#filter", Input)
        line.value = ""
        line.display = False
        self.query_one(OptionList).focus()

    def action_cursor(self, step: int) -> None:
        """Move along the list with vim's keys."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if step > 0 else options.action_cursor_up)()

    def action_edge(self, end: int) -> None:
        """Go to the first or the last article."""
        options = self.query_one(OptionList)
        (options.action_last if end else options.action_first)()

    def action_help(self) -> None:
        """Show all keys."""
        self.app.show_help(self)

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
