"""Pin, drop, focus, restore: what the reader decides, and undo."""

from __future__ import annotations

from textual import on

from tui.screens.reader.base import ReaderBase
from tui.text.wording import plural
from tui.widgets.key_terms import KeyTerms
from tui.widgets.prompt import Purpose


class DecisionActions(ReaderBase):
    """Actions on the sentence or paragraph under the cursor."""

    @property
    def sentence(self) -> int | None:
        """The sentence under the cursor of the pane in use."""
        return (self.summary if self.summary.has_focus else self.source).cursor

    def action_pin(self) -> None:
        """Always keep the sentence under the cursor, or let go of it."""
        sentence = self._rankable()
        if self.reading is None or sentence is None:
            return
        pinned = self.reading.toggle_pin(sentence)
        self.show_summary()
        summary = self.reading.summary
        if pinned and summary is not None and summary.missing_pins:
            missing = len(summary.missing_pins)
            self.app.tell(f"Pinned, but this length has no room for {plural(missing, 'pin')}.")

    def action_drop(self) -> None:
        """Never keep the sentence under the cursor, or take it back."""
        sentence = self._rankable()
        if self.reading is None or sentence is None:
            return
        self.reading.toggle_drop(sentence)
        self.source.cursor = sentence
        self.show_summary()

    def action_add_before(self) -> None:
        """Pin the sentence before one that points back to it."""
        reading = self.reading
        if reading is None or (summary := reading.summary) is None:
            return
        before = summary.dangling.get(self.sentence) if self.sentence is not None else None
        if before is None:
            self.app.tell("This sentence does not point back to one that is left out.")
            return
        reading.toggle_pin(before)
        reading.keep(summary.size + 1)
        self.show_summary()

    def action_toggle_block(self) -> None:
        """Restore the paragraph under the cursor, or drop it."""
        reading = self.reading
        if reading is None or self.sentence is None:
            return
        paragraph = reading.article.sentences[self.sentence].paragraph
        reason = reading.toggle_block(paragraph)
        self._article_changed()
        self.app.tell("Paragraph dropped." if reason else "Paragraph restored.")

    def action_restore_all(self) -> None:
        """Count every paragraph as part of the article."""
        if self.reading is None:
            return
        restored = self.reading.restore_all()
        if restored:
            self._article_changed()
        self.app.tell(f"{plural(restored, 'paragraph')} restored.")

    def action_undo(self) -> None:
        """Take back the last decision."""
        if self.reading is not None:
            self._stepped(self.reading.undo(), "Undone.", "Nothing to undo.")

    def action_redo(self) -> None:
        """Bring back the decision last undone."""
        if self.reading is not None:
            self._stepped(self.reading.redo(), "Redone.", "Nothing to redo.")

    async def action_terms(self) -> None:
        """Go to the key terms, or on to typing one."""
        terms = self.key_terms
        if terms.has_focus or not terms.terms or not terms.is_on_screen:
            await self.ask(Purpose.FOCUS)
        else:
            terms.focus()

    def focus_on(self, term: str) -> None:
        """Ask for more of a term, or no longer."""
        if self.reading is None or not term.strip():
            return
        chosen = self.reading.toggle_focus(" ".join(term.split()))
        self.show_summary()
        self.app.tell(f"More of “{term}”." if chosen else f"No longer more of “{term}”.")

    @on(KeyTerms.Chosen)
    def _term_chosen(self, event: KeyTerms.Chosen) -> None:
        self.focus_on(event.term)

    def _rankable(self) -> int | None:
        """The sentence under the cursor if it can be in a summary; otherwise says why not."""
        sentence = self.sentence
        if self.reading is None or sentence is None or self.reading.ranking is None:
            return None
        article = self.reading.article
        found = article.sentences[sentence]
        if found.boilerplate is not None:
            self.app.tell("Not part of the article: r restores the paragraph.")
            return None
        kind = article.paragraphs[found.paragraph].kind
        if not kind.pickable:
            self.app.tell(f"A {kind.value} is shown but never picked.")
            return None
        return sentence

    def _article_changed(self) -> None:
        self.show_article(keep_place=True)
        self.show_summary()

    def _stepped(self, done: bool, said: str, otherwise: str) -> None:
        if done:
            self._article_changed()
        self.app.tell(said if done else otherwise)
