"""What the reader is told of a decision, of what was taken away, and why something cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeVar

from tui.screens.writing import TypedFile
from tui.state.decisions import Decisions, RefusedError
from tui.state.reading import STILL_RANKING, Reading
from tui.state.reading_state import ReadingState
from tui.state.taking_away import NothingToTakeError, TakingAway
from tui.text import wording

Outcome = TypeVar("Outcome")


class Telling:
    """Does what was asked for, and tells what came of it.

    Args:
        reading: What is read.
        origin: Where it was read from.
        tell: Shows a line for a few seconds.
        copy: Copies a text; the second argument says what it is, as in "5 sentences".
        wrote: Is given the file of a summary, once it is written.
    """

    def __init__(
        self,
        reading: Reading,
        origin: str,
        tell: Callable[[str], object],
        copy: Callable[[str, str], object],
        wrote: Callable[[Path], object],
    ) -> None:
        self.decisions = Decisions(reading)
        self._reading = reading
        self._taking_away = TakingAway(reading, origin)
        self._tell = tell
        self._copy = copy
        self.file = TypedFile(tell, wrote)

    def _decide(
        self,
        decide: Callable[[int], Outcome],
        wording_of: Callable[[Outcome], str],
        sentence: int | None,
    ) -> None:
        if sentence is None:
            return
        try:
            outcome = decide(sentence)
        except RefusedError as refusal:
            self._tell(str(refusal))
        else:
            if answer := wording_of(outcome):
                self._tell(answer)

    def pin(self, sentence: int | None) -> None:
        """Always keep a sentence, or unpin it."""
        self._decide(self.decisions.toggle_pin, wording.pinned, sentence)

    def drop(self, sentence: int | None) -> None:
        """Never keep a sentence, or allow it again."""
        self._decide(self.decisions.toggle_drop, wording.nothing, sentence)

    def add_before(self, sentence: int | None) -> None:
        """Pin the sentence before one that points back to it."""
        self._decide(self.decisions.add_before, wording.nothing, sentence)

    def add(self, sentence: int | None) -> None:
        """Pin a sentence and make room for it."""
        self._decide(self.decisions.add, wording.added, sentence)

    def left_out(self, place: int | None) -> int | None:
        """Find the next paragraph that the summary does not touch; tells which of how many it is.

        Returns:
            Its best sentence; None if there is none.
        """
        found = self._reading.next_left_out(place)
        if self._reading.summary is None:
            self._tell(STILL_RANKING)
        elif found is None:
            self._tell("The summary touches every paragraph that it could take a sentence of.")
        else:
            self._tell(f"Left out, {found.number:,} of {found.of:,}: A adds this sentence.")
        return None if found is None else found.sentence

    def toggle_paragraph(self, sentence: int | None) -> None:
        """Restore the paragraph of a sentence, or drop it."""
        self._decide(self.decisions.toggle_paragraph, wording.paragraph_toggled, sentence)

    def restore(self, paragraphs: Iterable[int]) -> None:
        """Count some paragraphs as part of the article."""
        self._tell(wording.restored(self.decisions.restore(paragraphs)))

    def restore_all(self) -> None:
        """Count every paragraph as part of the article."""
        self._tell(wording.restored(self.decisions.restore_all()))

    def focus_on(self, term: str) -> None:
        """Ask for more of a term, or stop asking."""
        if not (term := " ".join(term.split())):
            return
        try:
            asking = "Asking" if self.decisions.toggle_focus(term) else "No longer asking"
        except RefusedError as refusal:
            self._tell(str(refusal))
        else:
            self._tell(f"{asking} for more of “{term}”.")

    def undo(self) -> None:
        """Take back the last decision."""
        before = self._reading.state
        done = self._reading.undo()
        now = self._reading.state
        self._tell(wording.step_back("Undone", before, now) if done else "Nothing to undo.")

    def redo(self) -> None:
        """Bring back the decision last undone."""
        before = self._reading.state
        done = self._reading.redo()
        now = self._reading.state
        self._tell(wording.step_back("Redone", before, now) if done else "Nothing to redo.")

    def length_here(self, sentence: int | None) -> None:
        """Take the shortest length that holds a sentence."""
        ranking, summary = self._reading.ranking, self._reading.summary
        if sentence is None or ranking is None or summary is None:
            return
        rank = ranking.rank_of(sentence)
        if rank is None:
            self._tell(f"No length holds this sentence: it is {ranking.why_not_ranked(sentence)}.")
        elif rank == summary.size:
            self._tell("This is the length at which it comes in.")
        else:
            self._reading.keep(rank)
            self._tell(f"It comes in at {wording.plural(rank, 'sentence')}; u takes this back.")

    def start_afresh(self, state: ReadingState) -> None:
        """Forget all that was chosen."""
        self._reading.start_afresh(state)
        self._tell("Started afresh; u brings your choices back.")

    def copy_summary(self) -> None:
        """Copy the summary."""
        try:
            taken = self._taking_away.summary()
        except NothingToTakeError as error:
            self._tell(str(error))
        else:
            count = taken.sentences
            self._copy(taken.text, wording.plural(count, "sentence") if count else "the title")

    def copy_sentence(self, sentence: int | None) -> None:
        """Copy a sentence."""
        if sentence is not None:
            self._copy(self._taking_away.sentence(sentence), "the sentence")

    def copy_selection(self, selected: str | None, sentence: int | None) -> None:
        """Copy what is selected, or else a sentence."""
        if selected:
            self._copy(selected, "the selection")
        else:
            self.copy_sentence(sentence)

    def use_typed_length(self, text: str) -> str | None:
        """Take a length as a reader types it; returns what is wrong with it, if anything is."""
        return self._reading.use_typed_length(text)

    @property
    def proposed_name(self) -> str:
        """A name for a file of the summary."""
        return self._taking_away.proposed_name

    def write(self, name: str) -> str | None:
        """Write the summary to a file; returns what is wrong with its name, if anything is."""
        return self.file.write(name, partial(self._taking_away.write, name))
