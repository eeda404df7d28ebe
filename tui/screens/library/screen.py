"""The library screen: what follows from keys, clicks and messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from summarise.errors import SummariseError, without_name
from summarise.loading import Source, sources_of_words
from tui.clipboard import copy
from tui.keys.library import ARTICLES_BINDINGS, LIBRARY_BINDINGS
from tui.keys.lists import LIST_BINDINGS
from tui.messages import OpenArticle, OpenNamed, ShowHelp, Tell
from tui.screens.library.digest_keys import DigestKeys, ticked_line
from tui.screens.library.feed_keys import FeedKeys
from tui.screens.library.previews import Previews
from tui.screens.library.rows import RowLooks
from tui.screens.waiting import Needs, WaitingKeys, WaitingScreen
from tui.state.library.digesting import LibraryDigest
from tui.state.library.library import ELSEWHERE, Filled, KeptElsewhere, Library
from tui.state.library.listing import Listing, Order, Show, Wanted, words_of
from tui.state.library.marks import DONE
from tui.state.library.places import PlaceKind
from tui.state.library.survey import Found
from tui.state.store.records import Mark
from tui.tasks import Tasks
from tui.text import wording
from tui.text.article_rows import Heading
from tui.widgets.article_list import ArticleList, FilterWords
from tui.widgets.key_bar import KeyBar
from tui.widgets.places_line import PlacesLine, Tab
from tui.widgets.prompt import Prompt, Purpose

#: So many articles are kept together.
_NOTED = 100
#: Letters from which on all that was kept is searched.
_WORTH_SEARCHING = 2
#: The columns from which on list and preview stand side by side, and a row has two lines.
_WIDE = 100

_KINDS = tuple(PlaceKind)
_NO_ARTICLE = "No article is listed here."

#: The actions that need an article that is listed, those of the filter and of the list among them.
_OF_ARTICLES = frozenset(
    (
        "select", "group", "submit", "screen.to_list",
        "mark", "mark_all_read", "length", "copy", "tick", "digest", "sort", "fetch_ahead",
        "remove",
    )
)  # fmt: skip
#: Those that need one in the place in use, listed or not.
_OF_PLACES = frozenset(("filter", "show"))
#: What waits for the list of a place.
_NEEDS = Needs(
    [*LIBRARY_BINDINGS, *ARTICLES_BINDINGS, *LIST_BINDINGS],
    in_need=_OF_ARTICLES | {"cursor_down", "cursor_up", "page_down", "page_up", "first", "last"},
    leaving=frozenset({"up", "quit"}),
    asking=frozenset({"filter", "ask", "add_feed", "write_feeds"}),
)
#: Seconds that keys wait for a list at most: then they act on what is known of it.
_PATIENCE = 1.0


class LibraryScreen(WaitingScreen):
    """Choose an article.

    Args:
        library: The places and their articles.
        problem: What went wrong before, shown above the list.
        at: Key of the article to start on.
        offered: Keys of articles that were added just now, to start on the first of.
        before: The article that it was opened over, to go back to.
    """

    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]
    AUTO_FOCUS = "#items"
    BINDINGS = LIBRARY_BINDINGS

    def __init__(
        self,
        library: Library,
        *,
        problem: str = "",
        at: str | None = None,
        offered: Sequence[str] = (),
        before: Source | None = None,
    ) -> None:
        super().__init__()
        self.library = library
        self._tasks = Tasks(self)
        self._before = before
        #: The article that it was opened over from an article that was read from it.
        self._over: Source | None = None
        #: The article that was opened from here last.
        self._last: Source | None = None
        self._start = (problem, at, offered)
        #: Where something was opened that is listed now, to go back to: the place, and its article.
        self._opened_at: tuple[PlaceKind, str] | None = None
        #: The same, as long as what was asked for is not listed.
        self._asked_at: tuple[PlaceKind, str] | None = None
        self._looks = RowLooks(library)
        self._listing = Listing((), 0, 0, ())
        #: What was listed since this list was begun: a read article stays among the unread ones.
        self._staying: set[str] = set()
        #: How far it is what a key has set going; and the pass over the articles, which none has.
        self._progress = self._looking = ""
        self._to_look_at = self._looked_at = 0
        self.choices = ArticleList(self._looks.row, id="items")
        self.previews = Previews(self, library, self._tasks, self.choices, self._looks)
        self.pane = self.previews.pane
        self.feeds = FeedKeys(self, library, self._tasks, self._tell)
        self.digests = DigestKeys(
            library, self._tasks, self._tell, self._digest_progress, self._show_digest
        )
        #: How far a digest is, in several wordings, the longest first.
        self._digesting: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """Places, list, preview, keys."""
        yield PlacesLine(id="places")
        yield Static(id="problem")
        with Horizontal(id="library-body"):
            with Vertical(id="list-pane"):
                with Horizontal(id="filter-row"):
                    yield Static(Content("Filter"), id="filter-name")
                    yield FilterWords(id="filter", compact=True)
                yield self.choices
                yield Static(id="nothing")
            yield self.pane
        yield KeyBar(id="library-keys")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one("#filter-row").display = False
        self.start(*self._start)

    def start(
        self,
        problem: str = "",
        at: str | None = None,
        offered: Sequence[str] = (),
        over: Source | None = None,
    ) -> None:
        """Show the place in use; say what went wrong before; start on one, or stay where it was.

        What was offered just now is shown even if the list was to show less. Where it was opened
        over an article, that is where one goes back to.
        """
        self._over = over
        self._show_problem(problem)
        self._opened_at = self._asked_at if offered else None
        self._asked_at = None
        if self.library.is_undecided:
            self._let_keys_wait()
            self._tasks.start("first", self.library.first_place, self._decided, self._not_filled)
            return
        before = self._article_before()
        at = at or next(iter(offered), None)
        at = at or self.choices.chosen or (before.key if before else None)
        if at is not None and (kind := self.library.place_of(at)) is not None:
            self._begin(kind)
        self._fill(at)
        if offered:
            at = self._show_offered(offered)
        self._find_all(at)
        self.previews.look_for_pages()
        self.previews.show_again()
        self.refresh_bindings()

    def _show_problem(self, problem: str = "") -> None:
        """Say what went wrong, until something else is done; "" takes it away."""
        shown = self.query_one("#problem", Static)
        if problem or shown.display:
            shown.update(Content(problem))
            shown.display = bool(problem)
            self.refresh_bindings()

    @property
    def _shows_problem(self) -> bool:
        return bool(self.query_one("#problem").display)

    def _show_offered(self, offered: Sequence[str]) -> str:
        """Go to the first of some articles that is listed; where none is, list more."""
        listed = frozenset(self.choices.keys)
        if listed.isdisjoint(offered):
            self._drop_filter()
            self._want(Show.ALL, self._wanted.order)
            listed = frozenset(self.choices.keys)
        at = next((key for key in offered if key in listed), offered[0])
        self._fill(at)
        self.choices.show_group()
        return at

    def on_screen_resume(self) -> None:
        """Ask the feeds for what is new, where that is wanted at the start."""
        if self.library.session.request.settings.refresh and not self.library.is_refreshed:
            self.feeds.refresh(None, show=False)

    def _decided(self, kind: PlaceKind) -> None:
        self.library.is_undecided = False
        self.library.kind = kind
        self._tell_notice()
        self.start()

    def _told(self, error: SummariseError) -> None:
        self._tell(str(error), problem=True)

    def _tell_notice(self) -> None:
        """Say what is wrong with what is remembered, once."""
        if notice := self.library.session.memory.take_notice():
            self._tell(f"{notice}.", problem=True)

    @property
    def words(self) -> FilterWords:
        """The words to filter by."""
        return self.query_one(FilterWords)

    @property
    def is_filtering(self) -> bool:
        """Whether the words to filter by are shown."""
        # Keys are asked for before the screen has its parts, too.
        return self.is_mounted and self.query_one("#filter-row").display

    # -- places

    def _begin(self, kind: PlaceKind) -> None:
        """Begin another list, unless it is the one that is shown."""
        if kind is not self.library.kind:
            self.library.kind = kind
            self._staying.clear()

    def _find_all(self, at: str | None) -> None:
        """Find the articles of the place, behind what is known of them; then look at each."""
        library, kind = self.library, self.library.kind
        if library.is_filled(kind):
            self.let_keys_go()
            self._look_at_all()
            return
        self._let_keys_wait()
        self._tasks.start(
            "fill",
            partial(library.fill, kind),
            partial(self._filled, at),
            self._not_filled,
        )

    def _filled(self, at: str | None, filled: Filled) -> None:
        self.library.take(filled)
        self._tell_notice()
        if filled.place.kind is self.library.kind:
            was_missing = at in filled.place.sources and at not in self.choices.keys
            self._fill(at if was_missing else self.choices.chosen or at)
            self.let_keys_go()
            self._look_at_all()

    def _not_filled(self, error: SummariseError) -> None:
        self._told(error)
        self.let_keys_go()

    def action_place(self, step: int) -> None:
        """Go to the next place, or to the one before, round and round."""
        self._go_to(_KINDS[(_KINDS.index(self.library.kind) + step) % len(_KINDS)])

    @on(PlacesLine.Chosen)
    def _place_clicked(self, event: PlacesLine.Chosen) -> None:
        self._go_to(_KINDS[event.number])

    def _go_to(self, kind: PlaceKind) -> None:
        if kind is not self.library.kind:
            self._show_problem()
            self._opened_at = None
            self._begin(kind)
            self._fill(None)
            self._find_all(None)

    # -- the pass over the articles

    def _look_at_all(self) -> None:
        """Let each article of the place be looked at, in the background."""
        library = self.library
        weighs = self._weighs
        sources = library.unknown(with_texts=self.is_filtering, with_new=weighs)
        if not sources:
            self._looked(None)
            return
        library.survey.urgent = self.choices.seen
        self._to_look_at, self._looked_at = len(sources), 0
        self._tasks.start_in_parts(
            "survey",
            partial(self._survey, sources, weighs),
            self._learnt,
            self._looked,
            self._told,
        )

    @property
    def _weighs(self) -> bool:
        """Whether it is wanted how much of each article is new."""
        return self._wanted.order is Order.NEW and self.library.can_weigh

    def _survey(
        self, sources: dict[str, Source], weighs: bool, hand_on: Callable[[list[Found]], None]
    ) -> None:
        """Look at articles, and keep what was learnt; slow."""
        library = self.library
        kept: list[Found] = []

        def take(found: list[Found]) -> None:
            hand_on(found)
            kept.extend(found)
            if len(kept) >= _NOTED:
                library.note(kept)
                kept.clear()

        if weighs:
            library.keep_all()
        library.survey.run(sources, take, library.weigh if weighs else None)
        library.note(kept)

    def _learnt(self, found: list[Found]) -> None:
        library = self.library
        library.learn(found)
        library.survey.urgent = self.choices.seen
        self._looked_at += len(found)
        total = len(library.place.sources)
        done = total - self._to_look_at + self._looked_at
        self._looking = f"{done:,} of {total:,} looked at" if done < total else ""
        if self._wanted.words or self._weighs:
            self._fill(self.choices.chosen)
        else:
            self.choices.refresh()
            self._draw_places()

    def _looked(self, _: None) -> None:
        self._looking = ""
        self._draw_places()

    def keeps(self, key: str, character: str | None) -> bool:
        """Keep a key that needs the list until that is there, and the keys after it.

        The pass over the articles rests while keys come.
        """
        self.library.survey.rest()
        if self.waiting is None or self.words.has_focus or self.query(Prompt):
            return False
        return self.keeps_waiting(key, character)

    def _let_keys_wait(self) -> None:
        if self.waiting is None:
            self.waiting = WaitingKeys(_NEEDS, self.library.session.request.settings.keys)
            self.set_timer(_PATIENCE, self.let_keys_go)

    # -- the list

    @property
    def _wanted(self) -> Wanted:
        """What is wanted of the place, words included."""
        wanted = self.library.wanted[self.library.kind]
        return Wanted(wanted.show, wanted.order, words_of(self.words.value))

    def _want(self, show: Show, order: Order) -> None:
        self._show_problem()
        self.library.wanted[self.library.kind] = Wanted(show, order)
        self._fill(self.choices.chosen)

    def _fill(self, at: str | None) -> None:
        library, wanted = self.library, self._wanted
        self._listing = listing = library.lister.listed(library.place, wanted, self._staying)
        rows = self._looks.follow(wanted, listing)
        if library.elsewhere and wanted.words:
            rows += [Heading(ELSEWHERE), *library.elsewhere]
        if wanted.show is Show.UNREAD and not wanted.words:
            self._staying.update(row for row in rows if isinstance(row, str))
        if listing.by_text and (at is None or at not in rows or at in listing.by_text):
            # Better an article that is called so than one that only says so.
            called = (row for row in rows if isinstance(row, str) and row not in listing.by_text)
            at = next(called, at)
        found = bool(listing.by_text or (library.elsewhere and wanted.words))
        tall = self.app.size.width >= _WIDE or found
        self.choices.show(rows, at, tall=tall)
        library.along = self.choices.keys
        self.refresh_bindings()
        self._say_if_empty(wanted)
        self._draw_places()

    def _say_if_empty(self, wanted: Wanted) -> None:
        library, text = self.library, ""
        if not self.choices.rows and library.is_filled(library.kind):
            text = library.kind.empty
            if wanted.words:
                text = "No article has these words."
            elif wanted.show is not Show.ALL:
                text = f"Nothing is {wanted.show.value} here: v shows all articles."
        if not self.choices.keys:  # nor is there anything to show beside an empty list
            self.previews.follow(None)
        nothing = self.query_one("#nothing", Static)
        nothing.update(Content(text))
        nothing.display = bool(text)
        self.choices.display = not text
        if not text and self.focused is None:  # an empty list had lost the keys
            self.choices.focus()

    def _draw_places(self) -> None:
        library, wanted, listing = self.library, self._wanted, self._listing
        tabs = [
            Tab(kind.label, not place.sources and library.is_filled(kind))
            for kind, place in library.places.items()
        ]
        total = wording.plural(listing.total, "article")
        count = total if listing.count == listing.total else f"{listing.count:,} of {total}"
        facts = [
            self._looking,
            "" if wanted.order is Order.LISTED else wanted.order.value,
            "" if wanted.show is Show.ALL else wanted.show.value,
            "not all are listed" if library.place.is_cut else "",
            "" if wanted.show is Show.HIDDEN else wording.written_here(library.written_here),
            count,
        ]
        under_way = self._digesting or ([self._progress] if self._progress else [])
        self.query_one(PlacesLine).set(tabs, _KINDS.index(library.kind), facts, under_way)

    @on(FilterWords.Changed, "#filter")
    def _filter_changed(self) -> None:
        self._show_problem()
        self._fill(self.choices.chosen)
        typed = self.words.value
        if sum(map(len, words_of(typed))) >= _WORTH_SEARCHING:
            search = partial(self.library.search, typed)
            self._tasks.start("search", search, self._found_elsewhere, self._told)
        else:
            self._found_elsewhere([])

    def _found_elsewhere(self, found: list[KeptElsewhere]) -> None:
        before = self.library.elsewhere
        self.library.take_hits(found)
        if self.library.elsewhere or before:
            self._fill(self.choices.chosen)

    def on_resize(self, event: events.Resize) -> None:
        """A row has two lines where there is room for them."""
        if self.is_mounted and event.size.width:
            self.call_after_refresh(lambda: self._fill(self.choices.chosen))  # the one then

    def action_show(self) -> None:
        """List all, the unread, or the hidden articles."""
        shows = list(Show)
        wanted = self._wanted
        self._staying.clear()
        self._want(shows[(shows.index(wanted.show) + 1) % len(shows)], wanted.order)

    def action_sort(self) -> None:
        """Sort the list in another way."""
        orders = [one for one in Order if one is not Order.NEW or self.library.can_weigh]
        wanted = self._wanted
        order = orders[(orders.index(wanted.order) + 1) % len(orders)]
        self._want(wanted.show, order)
        if order is Order.NEW:
            self._look_at_all()
        self._tell(f"Sorted: {order.value}.")

    # -- what is said of articles

    def action_mark(self, name: str) -> None:
        """Mark the article in use, and go on to the next one; or take the mark off."""
        key = self.choices.chosen
        if key is None:
            self._tell(_NO_ARTICLE)
            return
        mark, marks = Mark(name), self.library.marks
        on = not getattr(marks.of(key), mark.value)
        following = self.choices.after(key) or key
        if mark is Mark.HIDDEN and following == key:
            following = self.choices.after(key, -1) or key
        whose = f"“{self._looks.row(key).title}” is"
        marks.set([key], mark, on, whose)
        self._show_problem()
        self._fill(following if on or mark is Mark.HIDDEN else key)
        if mark is Mark.HIDDEN:  # the other marks are seen on their row, which is gone here
            self._tell(f"{whose} {DONE[mark][not on]}: u takes it back.")

    def action_mark_all_read(self) -> None:
        """Mark all articles that are listed as read."""
        keys = self.choices.keys
        if not keys:
            self._tell(_NO_ARTICLE)
            return
        changed = self.library.marks.set(keys, Mark.READ, True, "What was listed is")
        self._show_problem()
        self._fill(self.choices.chosen)
        count = wording.plural(changed, "article")
        self._tell(f"{count} marked as read: u takes it back." if changed else "All are read.")

    def action_undo(self) -> None:
        """Take back the last mark, or bring back what was taken from the places since."""
        if (removal := self.library.taken_last()) is not None:
            self.feeds.bring_back(removal)
            return
        undone = self.library.marks.undo()
        if undone is None:
            self._tell("Nothing to undo.")
            return
        keys = undone.keys
        self._show_problem()
        at = keys[0] if len(keys) == 1 else self.choices.chosen
        self._fill(at)
        if not self.library.place.sources.keys() >= set(keys):  # one may belong here again
            self._find_all(at)
        self._tell(f"Undone: {undone.whose} {undone.holds}.")

    # -- a digest

    def action_tick(self) -> None:
        """Tick the article in use for a digest, or no longer, and go on."""
        key, ticked = self.choices.chosen, self.library.ticked
        if key is None:
            self._tell(_NO_ARTICLE)
            return
        ticked.symmetric_difference_update({key})
        on = key in ticked
        self._show_problem()
        self._fill((self.choices.after(key) if on else None) or key)
        self._tell(
            ticked_line(sum(one in ticked for one in self.choices.keys)) or "None is ticked."
        )

    def action_digest(self) -> None:
        """Make one digest of the articles that are ticked, or of all that are listed."""
        self.digests.make(self.choices.keys)
        self.refresh_bindings()

    def _digest_progress(self, wordings: Sequence[str]) -> None:
        self._digesting = wordings
        self._draw_places()
        if not wordings:
            self.refresh_bindings()

    def _show_digest(self, made: LibraryDigest) -> None:
        self._show_problem()
        if self.app.screen is not self:
            self._tell("The digest is made: d in the library shows it.")
            return
        from tui.screens.digest import DigestScreen  # not before there is one

        column = self.library.session.request.settings.column
        self.app.push_screen(DigestScreen(made, column, self._digest_read), self._digest_left)

    def _digest_read(self, sources: Sequence[Source]) -> int:
        whose = "What the digest is made of is"
        return self.library.marks.set([s.key for s in sources], Mark.READ, True, whose)

    def _digest_left(self, made: LibraryDigest | None) -> None:
        self.digests.keep(made)
        self.places_changed()  # it may have been written into the folder that is listed

    # -- the preview

    @on(ArticleList.Highlighted)
    def _highlighted(self, event: ArticleList.Highlighted) -> None:
        if event.key == self.choices.chosen:
            self.previews.follow(event.key)

    def action_length(self, step: int) -> None:
        """Make the summary longer or shorter."""
        if self.choices.chosen is None:
            self._tell(_NO_ARTICLE)
            return
        self.pane.lengthen(step)

    def action_copy(self) -> None:
        """Copy the summary that is shown."""
        shown = self.pane.preview
        if shown is None or not self.pane.size_shown:
            self._tell("There is no summary to copy.")
        else:
            summary = shown.summary(self.pane.size_shown)
            self._show_problem()
            self._copy(summary.text, wording.plural(summary.size, "sentence"))

    @work(exclusive=True, group="copy")
    async def _copy(self, text: str, what: str) -> None:
        self._tell(str(await copy(self.app, text, what)))

    # -- actions

    @on(ArticleList.Chosen)
    @on(FilterWords.Submitted)
    def _open(self) -> None:
        source = self.library.find(self.choices.chosen or "")
        if source is None:
            return
        self._show_problem()
        known = self.previews.whole(source)
        session = self.library.session
        if known is not None and session.opened(source) is None:
            session.open(source, known.article).made = known.ranking
        self._last = source
        self.choices.focus()  # whoever comes back is in the list, not in the words of the filter
        self.post_message(OpenArticle(source))

    def _article_before(self) -> Source | None:
        """The article that the library was opened over, or else the last that was read from it."""
        if self._before is not None:
            return self._before
        opened = self._last is not None and self.library.session.opened(self._last) is not None
        return self._last if opened else None

    def action_filter(self) -> None:
        """Ask for words to filter by."""
        self._show_problem()
        self.query_one("#filter-row").display = True
        self.set_focus(self.words)
        self._look_at_all()  # at their texts too
        self.refresh_bindings()

    async def action_ask(self) -> None:
        """Ask for something to open that is not in the list."""
        await self._ask(Purpose.OPEN)

    async def action_add_feed(self) -> None:
        """Ask for a feed to follow."""
        await self._ask(Purpose.FOLLOW)

    def action_write_feeds(self) -> None:
        """Ask for a file to write the feeds to, if there are any."""
        self.feeds.ask_where(self._ask_where)

    def _ask_where(self) -> None:
        if self.app.screen is self and self.check_action("write_feeds", ()):
            self.call_next(self._ask, Purpose.FEEDS, "feeds.opml")

    async def _ask(self, purpose: Purpose, value: str = "") -> None:
        await self.mount(Prompt(purpose, value), before="#library-keys")

    @on(Prompt.Cancelled)
    async def _cancelled(self, event: Prompt.Cancelled) -> None:
        await self._close(event.prompt)

    @on(Prompt.Answered)
    async def _answered(self, event: Prompt.Answered) -> None:
        """Do what was answered; the line stays until that is known to be nothing wrong."""
        self._show_problem()
        event.prompt.hint("")
        ended = partial(self.call_next, self._ended, event.prompt)
        if not event.text.strip():
            await self._close(event.prompt)
            return
        match event.purpose:
            case Purpose.FOLLOW:
                self.feeds.add(event.text, ended)
            case Purpose.FEEDS:
                self.feeds.write(event.text, ended)
            case _:
                found = tuple(sources_of_words(event.text))
                await self._ended(event.prompt, found[0].failure)
                if found[0].failure is None:
                    at = self.choices.chosen
                    self._asked_at = None if at is None else (self.library.kind, at)
                    self.post_message(OpenNamed(event.text, found))

    async def _ended(self, prompt: Prompt, wrong: SummariseError | None) -> None:
        """Close the line, or say what is wrong with its answer: beside it, if it is still there."""
        if wrong is None:
            await self._close(prompt)
        elif prompt.is_attached:
            prompt.hint(without_name(wrong))
        else:
            self._told(wrong)

    async def _close(self, prompt: Prompt) -> None:
        if prompt.is_attached:
            await prompt.remove()
            self.choices.focus()
            self._show_problem()

    def action_escape(self) -> None:
        """Leave the filter, stop a digest, take away what went wrong, or go back to the article."""
        if self.words.has_focus:  # whatever goes on: the next keys would be words
            self._close_filter()
        elif self.digests.cancel():
            pass
        elif self._shows_problem:
            self._show_problem()
        elif self.is_filtering:
            self._close_filter()
        elif (source := self._article_before()) is not None:
            self.post_message(OpenArticle(source))

    def _close_filter(self) -> None:
        self._drop_filter()
        self.choices.focus()
        self.refresh_bindings()

    def _drop_filter(self) -> None:
        self.words.value = ""
        self.query_one("#filter-row").display = False

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002
    ) -> bool | None:
        """There is a way back only from a filter or to an article; a slash may be a word's."""
        if action in ("filter", "ask", "add_feed", "write_feeds"):
            return not self.words.has_focus and not self.query(Prompt)
        if action == "escape" and self.is_mounted:
            stays = self.digests.is_making or self._shows_problem or self.is_filtering
            return stays or self._article_before() is not None
        return True

    def offers(self, action: str) -> bool:
        """Where no article is listed, nothing can be done with one."""
        if action in _OF_PLACES:
            return bool(self.library.place.sources)
        return action not in _OF_ARTICLES or bool(self.choices.keys)

    def action_move(self, step: int) -> None:
        """Move along the list while a filter is typed."""
        (self.choices.action_cursor_down if step > 0 else self.choices.action_cursor_up)()

    def action_to_list(self) -> None:
        """Go from the words to the list, which stays filtered."""
        self.choices.focus()

    # -- feeds

    def action_refresh(self) -> None:
        """Ask all feeds for what is new."""
        self.feeds.refresh(None)

    def action_fetch_ahead(self) -> None:
        """Fetch the pages of the unread articles that are listed."""
        marks = self.library.marks
        keys = (key for key in self.choices.keys if not marks.of(key).read)
        self.feeds.fetch_ahead([s for key in keys if (s := self.library.find(key)) is not None])

    def action_remove(self) -> None:
        """Take the feed or the folder of the article in use from the places, asked for twice."""
        source = self.library.find(self.choices.chosen or "")
        if source is None:
            self._tell(_NO_ARTICLE)
        else:
            self.feeds.remove(source.group)

    def progress(self, text: str) -> None:
        """Say how far something is, beside the places; "" when it is done."""
        self._progress = text
        self._draw_places()

    def feeds_changed(self) -> None:
        """Show the feeds, which are not as they were."""
        self._begin(PlaceKind.FEEDS)
        self.places_changed()

    def places_changed(self) -> None:
        """Show the place in use, which is not as it was."""
        at = self.choices.chosen
        self._show_problem()
        self._fill(at)
        self._find_all(at)

    def pages_came(self, keys: Sequence[str]) -> None:
        """Show articles whose pages have been fetched, by these from now on."""
        self.library.pages_came(keys)
        self.previews.look_for_pages()
        self._look_at_all()

    def action_help(self) -> None:
        """Show all keys."""
        self.post_message(ShowHelp("Library"))

    def action_up(self) -> None:
        """Go back to where a folder was opened, or to the article before; otherwise leave."""
        if self._opened_at is not None:
            kind, at = self._opened_at
            self._opened_at = None
            self._begin(kind)
            self._fill(at)
            self._find_all(at)
        elif (source := self._over or self._before) is not None:
            self.post_message(OpenArticle(source))
        else:
            self.action_quit()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()

    def _tell(self, text: str, *, problem: bool = False) -> None:
        self.post_message(Tell(text, problem))
