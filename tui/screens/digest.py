"""One digest of several articles: story by story, each line linked to where it is from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from summarise.errors import LengthError
from summarise.length import Length
from summarise.loading import Source
from tui.clipboard import copy
from tui.keys.digest import DIGEST_BINDINGS
from tui.messages import OpenArticle, ShowHelp, Tell, Wrote
from tui.screens.guarded import GuardedScreen
from tui.screens.writing import TypedFile
from tui.state.library.digesting import LibraryDigest
from tui.state.store.records import Anchor
from tui.state.taking_away import write_out
from tui.text.digest_blocks import digest_blocks, digest_facts, digest_marks
from tui.text.looks import QUIET
from tui.text.reader_frame import pane_name
from tui.text.wording import SEPARATOR, plural
from tui.widgets.document_view import DocumentView
from tui.widgets.fitted_line import FittedLine
from tui.widgets.key_bar import KeyBar
from tui.widgets.length_bar import LengthBar
from tui.widgets.prompt import Prompt, Purpose

if TYPE_CHECKING:
    from summarise.digests.digest import DigestLine, Place

#: Cells of a number with a sign behind it.
_LABEL = 4
#: The name that is proposed for a file of it.
_NAME = "digest.md"


class DigestScreen(GuardedScreen[LibraryDigest]):
    """A digest; the answer is the same at the length that it was left at.

    Args:
        made: The digest.
        column: The widest line of text, in cells.
        mark_read: Marks articles as read; returns of how many that changes anything.
    """

    CSS_PATH = "digest.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    AUTO_FOCUS = "#digest"
    BINDINGS = DIGEST_BINDINGS

    def __init__(
        self, made: LibraryDigest, column: int, mark_read: Callable[[Sequence[Source]], int]
    ) -> None:
        super().__init__()
        self.made = made
        self._mark_read = mark_read
        self._lines: dict[int, DigestLine] = {}
        self._file = TypedFile(self._tell, lambda path: self.post_message(Wrote(path)))
        self.head = FittedLine(cut_at=SEPARATOR, id="digest-head")
        self.view = DocumentView(id="digest", classes="-quiet", max_column=column)
        self.view.label_cells = _LABEL
        self.bar = LengthBar(id="digest-length")
        self.length_facts = FittedLine(id="digest-length-facts")

    def compose(self) -> ComposeResult:
        """How much it is, its lines, its length, keys."""
        yield self.head
        yield self.view
        with Horizontal(id="digest-length-row"):
            yield FittedLine("Length", id="digest-length-name")
            yield self.bar
            yield self.length_facts
        yield KeyBar(id="digest-keys")

    def on_mount(self) -> None:
        """Show it; say what is not in it."""
        self._show(frozenset())
        if self.made.failed:
            more = f" and {len(self.made.failed) - 1:,} more" if len(self.made.failed) > 1 else ""
            self._tell(f"Not in it: {self.made.failed[0]}{more}.", problem=True)

    def _show(self, before: frozenset[int]) -> None:
        """Show the digest as it is now, and what has come in since it had some lines."""
        digest = self.made.digest
        self._lines = {line.rank: line for line in digest.lines}
        new = frozenset(self._lines) - before if before else frozenset()
        self.view.show(digest_blocks(digest), keep_place=bool(before))
        self.view.set_marks(digest_marks(digest, new), new=new)
        if new and len(new) < len(self._lines):
            self.view.reveal(min(new))
        self.head.set(pane_name("Digest", digest_facts(digest)), Content.styled(self._gaps, QUIET))
        with self.bar.prevent(LengthBar.Changed):
            self.bar.total, self.bar.value = len(digest.order), digest.size
        self.length_facts.set(Content.styled(plural(digest.size, "sentence"), "bold"))

    @property
    def _gaps(self) -> str:
        """What is not in it, for the end of the first line."""
        made = self.made
        out = f"{made.left_out:,} more are left out" if made.left_out else ""
        failed = f"{len(made.failed):,} could not be read" if made.failed else ""
        return SEPARATOR.join(filter(None, (out, failed)))

    # -- its length

    def _select(self, length: Length) -> None:
        before = frozenset(self._lines)
        self.made = self.made.at(length)
        if before != {line.rank for line in self.made.digest.kept}:
            self._show(before)

    def _keep(self, size: int) -> None:
        self._select(Length(max(1, min(len(self.made.digest.order), size))))

    def action_length(self, step: int) -> None:
        """Make it longer or shorter."""
        self._keep(self.made.digest.size + step)

    @on(LengthBar.Changed)
    def _bar_changed(self, event: LengthBar.Changed) -> None:
        self._keep(event.value)

    async def action_type_length(self) -> None:
        """Ask for a length."""
        await self._ask(Purpose.LENGTH, str(self.made.digest.length))

    # -- where it is from

    @property
    def line(self) -> DigestLine | None:
        """The line under the cursor."""
        return self._lines.get(self.view.cursor or 0)

    @on(DocumentView.Opened)
    def _opened(self, event: DocumentView.Opened) -> None:
        self._open(self._lines[event.sentence].source)

    def action_source(self, number: int) -> None:
        """Open one of the articles that say what the line under the cursor says."""
        if self.line is None:
            return
        places = (self.line.source, *self.line.others)
        if number <= len(places):
            self._open(places[number - 1])
        else:
            self._tell(f"Only {plural(len(places), 'article says', 'articles say')} this.")

    def _open(self, place: Place) -> None:
        anchor = Anchor(place.sentence.index, place.sentence.text)
        self.post_message(OpenArticle(self.made.source_of(place), anchor))

    def action_mark_read(self) -> None:
        """Mark all articles that it is made of as read."""
        changed = self._mark_read(self.made.sources)
        count = plural(changed, "article")
        self._tell(
            f"{count} marked as read: u in the library takes it back."
            if changed
            else "All are read."
        )

    # -- what is taken away

    def action_copy(self) -> None:
        """Copy the digest with its sources."""
        from summarise.exports import export  # not before something is taken away

        digest = self.made.digest
        self._copy(export(digest), plural(digest.size, "sentence"))

    def action_copy_sentence(self) -> None:
        """Copy the sentence under the cursor."""
        if self.line is not None:
            self._copy(self.line.text, "the sentence")

    @work(exclusive=True, group="copy")
    async def _copy(self, text: str, what: str) -> None:
        self._tell(str(await copy(self.app, text, what)))

    async def action_write(self) -> None:
        """Ask for a file to write it to."""
        self._file.begin()
        await self._ask(Purpose.WRITE, _NAME)

    # -- the line that asks

    async def _ask(self, purpose: Purpose, value: str) -> None:
        await self.mount(Prompt(purpose, value), before="#digest-keys")

    @on(Prompt.Cancelled)
    async def _cancelled(self, event: Prompt.Cancelled) -> None:
        await self._close(event.prompt)

    @on(Prompt.Answered)
    async def _answered(self, event: Prompt.Answered) -> None:
        wrong = self._wrong_with(event)
        if wrong:
            event.prompt.hint(wrong)
        else:
            await self._close(event.prompt)

    async def _close(self, prompt: Prompt) -> None:
        await prompt.remove()
        self.view.focus()

    def _wrong_with(self, event: Prompt.Answered) -> str:
        """Do what was answered; what is wrong with it, if anything is."""
        text = event.text.strip()
        if event.purpose is Purpose.LENGTH:
            try:
                self._select(Length.parse(text))
            except LengthError as error:
                return str(error)
        elif text:
            origins = [source.origin for source in self.made.sources]
            write = partial(write_out, self.made.digest, text, origins)
            return self._file.write(text, write) or ""
        return ""

    # -- other screens

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002
    ) -> bool | None:
        """While something is asked for, keys are letters of the answer."""
        asks = ("type_length", "write", "back", "help", "quit")
        return not (action in asks and self.query(Prompt))

    def action_back(self) -> None:
        """Go back to the library, to the row that was in use."""
        self.dismiss(self.made)

    def action_help(self) -> None:
        """Show all keys."""
        self.post_message(ShowHelp("Digest"))

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()

    def _tell(self, text: str, *, problem: bool = False) -> None:
        self.post_message(Tell(text, problem))
