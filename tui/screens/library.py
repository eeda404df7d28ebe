"""The library: articles in one list that can be filtered, with a summary of the one in view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from summarise.errors import SourceError, SummariseError
from summarise.loading import Source, left_out_of
from summarise.text.sanitise import sanitise_line
from tui.keys.library import LIBRARY_BINDINGS
from tui.messages import OpenArticle, OpenNamed, ShowHelp
from tui.screens.guarded import GuardedScreen
from tui.state.session import Session
from tui.tasks import Tasks
from tui.text import wording
from tui.text.fitting import end_of_path
from tui.text.looks import QUIET
from tui.text.preview import Preview, preview
from tui.widgets.article_list import ArticleList, FilterWords
from tui.widgets.fitted_line import FittedLine
from tui.widgets.key_bar import KeyBar
from tui.widgets.prompt import Prompt, Purpose

#: Seconds that the highlight must rest before the article under it is read.
_REST = 0.12
#: Previews that are kept, each with its article.
_KEPT = 16


class LibraryScreen(GuardedScreen[None]):
    """Choose an article.

    Args:
        sources: What there is to choose from.
        session: What was opened so far.
        problem: What went wrong before, shown above the list.
        at: Key of the source to start on.
        before: The article that it was opened over, to go back to.
    """

    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]
    AUTO_FOCUS = "#items"
    BINDINGS = LIBRARY_BINDINGS

    def __init__(
        self,
        sources: Sequence[Source],
        session: Session,
        *,
        problem: str = "",
        at: str | None = None,
        before: Source | None = None,
    ) -> None:
        super().__init__()
        self.sources: dict[str, Source] = {}
        self.session = session
        self._tasks = Tasks(self)
        self._before = before
        self._resting: Timer | None = None
        #: The article that was opened from here last.
        self._last: Source | None = None
        self._start = (sources, problem, at)
        self._previews: OrderedDict[str, Preview] = OrderedDict()

    def compose(self) -> ComposeResult:
        """Heading, problem, list and preview."""
        yield FittedLine(id="library-head")
        yield Static(id="problem")
        with Horizontal(id="library-body"):
            with Vertical(id="list-pane"):
                with Horizontal(id="filter-row"):
                    yield FittedLine("Filter", id="filter-name")
                    yield FilterWords(placeholder="words in the name", id="filter", compact=True)
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

    def start(self, sources: Sequence[Source], problem: str, at: str | None) -> None:
        """Offer these sources; say what went wrong before; start on one, or stay where it was."""
        by_group: dict[str, dict[str, Source]] = {}
        for source in sources:
            by_group.setdefault(source.group, {}).setdefault(source.key, source)
        self.sources = {key: source for group in by_group.values() for key, source in group.items()}
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
            source
            for source in self.sources.values()
            if all(word in f"{source.name} {source.group}".casefold() for word in wanted)
        ]
        rows: list[tuple[str | None, str | Content]] = []
        group = None
        for source in shown:
            if source.group != group:
                group = source.group
                rows.append((None, sanitise_line(group)))
            rows.append((source.key, f"  {self._fitted(source)}"))
        self.choices.fill(rows, at)
        if not shown:
            self._put("", "", Content("No article has these words in its name."))
        total = wording.plural(len(self.sources), "article")
        head = f"{len(shown):,} of {total}" if wanted else total
        title = Content.styled("Library", "bold")
        head = wording.SEPARATOR.join((head, *left_out_of(self.sources.values())))
        self.query_one("#library-head", FittedLine).set(title, Content.styled(head, QUIET))

    def _fitted(self, source: Source) -> str:
        """The name in the width of a row; of a path it is the end that says what it is."""
        name, room = sanitise_line(source.name), self.choices.row_width - 2
        if room <= 0 or "/" not in name or source.part is not None or source.is_remote:
            return name
        return end_of_path(name, room)

    @on(ArticleList.Widened)
    def _widened(self) -> None:
        self._fill(self.choices.chosen)

    @on(FilterWords.Changed, "#filter")
    def _filter_changed(self) -> None:
        self._fill(self.choices.chosen)

    # -- the preview

    @on(ArticleList.OptionHighlighted)
    def _highlighted(self, event: ArticleList.OptionHighlighted) -> None:
        source = self.sources.get(event.option_id or "")
        if source is None or source.key != self.choices.chosen:
            return
        if self._resting is not None:
            self._resting.stop()
        known = self._previews.get(source.key)
        if known is not None:
            self._show(known)
        else:
            self._put(sanitise_line(source.name), "reading …", Content(""))
            self._resting = self.set_timer(_REST, partial(self._read, source))

    def _read(self, source: Source) -> None:
        self._tasks.start(
            "preview",
            partial(preview, source, self.session),
            partial(self._previewed, source),
            partial(self._failed, source),
        )

    def _previewed(self, source: Source, shown: Preview) -> None:
        self._previews[source.key] = shown
        while len(self._previews) > _KEPT:
            self._previews.popitem(last=False)
        if self.choices.chosen == source.key:
            self._show(shown)

    def _failed(self, source: Source, error: SummariseError) -> None:
        if self.choices.chosen == source.key:
            # Its name stands above.
            reason = error.reason if isinstance(error, SourceError) else str(error)
            self._put(sanitise_line(source.name), "", Content.styled(reason, "$warn"))

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
        source = self.sources.get(self.choices.chosen or "")
        if source is None:
            return
        known = self._previews.get(source.key)
        # Of an article that its feed only begins, the preview has that beginning; opened, the page
        # is fetched.
        is_all = source.part is None or source.part.whole
        if known is not None and is_all and self.session.opened(source) is None:
            self.session.open(source, known.article).accept(known.ranking)
        self._last = source
        self.post_message(OpenArticle(source))

    def _article_before(self) -> Source | None:
        """The article that was read before the library was opened, if there is one."""
        source = self._before or self._last
        return source if source is not None and self.session.opened(source) is not None else None

    def action_filter(self) -> None:
        """Ask for words to filter by."""
        self.query_one("#filter-row").display = True
        self.set_focus(self.words)
        self.refresh_bindings()

    async def action_ask(self) -> None:
        """Ask for something to open that is not in the list."""
        await self.mount(Prompt(Purpose.OPEN), before="#library-keys")

    @on(Prompt.Cancelled)
    @on(Prompt.Answered)
    async def _asked(self, event: Prompt.Changed) -> None:
        await event.prompt.remove()
        self.choices.focus()
        if isinstance(event, Prompt.Answered) and event.text.strip():
            self.post_message(OpenNamed(event.text))

    def action_escape(self) -> None:
        """Drop the filter, or go back to the article that was read before."""
        if self.is_filtering:
            self.words.value = ""
            self.query_one("#filter-row").display = False
            self.choices.focus()
            self.refresh_bindings()
        elif (source := self._article_before()) is not None:
            self.post_message(OpenArticle(source))

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002
    ) -> bool | None:
        """There is a way back only from a filter or to an article; a slash may be a word's."""
        if action in ("filter", "ask"):
            return not self.words.has_focus and not self.query(Prompt)
        if action == "escape" and self.is_mounted:
            return self.is_filtering or self._article_before() is not None
        return True

    def action_move(self, step: int) -> None:
        """Move along the list while a filter is typed."""
        (self.choices.action_cursor_down if step > 0 else self.choices.action_cursor_up)()

    def action_help(self) -> None:
        """Show all keys."""
        self.post_message(ShowHelp("Library"))

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
