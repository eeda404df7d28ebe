"""Taking the summary away: clipboard and file."""

from __future__ import annotations

from pathlib import Path

from textual import work

from summarise.errors import SummariseError
from tui.screens.reader.decisions import DecisionActions
from tui.text.wording import plural
from tui.widgets.prompt import Purpose


class TakeAwayActions(DecisionActions):
    """Copying says what really happened; writing never overwrites by accident."""

    def action_copy_summary(self) -> None:
        """Copy the summary."""
        if self.reading is not None and (summary := self.reading.summary) is not None:
            if not summary.size:
                self.app.tell("There is no sentence to copy.")
                return
            self._copy(summary.text, plural(summary.size, "sentence"))

    def action_copy_sentence(self) -> None:
        """Copy the sentence under the cursor."""
        if self.reading is not None and self.sentence is not None:
            self._copy(self.reading.article.sentences[self.sentence].text, "the sentence")

    def action_copy_selection(self) -> None:
        """Copy what is selected, or the sentence under the cursor."""
        selected = self.get_selected_text()
        if selected:
            self._copy(selected, "the selection")
        else:
            self.action_copy_sentence()

    async def action_write(self) -> None:
        """Ask for a file to write the summary to."""
        if self.reading is not None and self.reading.summary is not None:
            await self.ask(Purpose.WRITE, "summary.md")

    @work(exclusive=True, group="copy")
    async def _copy(self, text: str, what: str) -> None:
        from tui.clipboard import copy

        outcome = await copy(self.app, text, what)
        self.app.tell(str(outcome))

    def write(self, name: str) -> None:
        """Write the summary to a new file, in the format its ending asks for."""
        from summarise.exports import export, format_of
        from tui.writing import write_new

        if self.reading is None or (summary := self.reading.summary) is None or not name.strip():
            return
        path = Path(name.strip()).expanduser()
        try:
            write_new(path, export(summary, format_of(path)))
        except SummariseError as error:
            self.app.tell(str(error), problem=True)
        else:
            self.app.tell(f"Written to {path}.")
