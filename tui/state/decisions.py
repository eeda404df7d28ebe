"""What a reader decides about an article: pins, drops, focus and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summarise.article import DROPPED_BY_READER
from summarise.errors import SummariseError
from summarise.text.sanitise import sanitise_line
from tui.state.reading import STILL_RANKING, Reading

#: Characters of a term that are told.
_QUOTED = 40
_BRING_BACK = " Press r to bring its paragraph back."


class RefusedError(SummariseError):
    """A decision that cannot be made; the message says why in one line."""


class Decisions:
    """Decides for a reader. What cannot be is refused with its reason.

    Args:
        reading: What the decisions are about.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def toggle_pin(self, sentence: int) -> int:
        """Always keep a sentence, or unpin it.

        Returns:
            How many pins the length has no room for, if this sentence is pinned now.

        Raises:
            RefusedError: The sentence can never be in a summary.
        """
        self._check(sentence)
        choices = self._reading.state.choices
        self._reading.decide(
            choices=replace(
                choices, pins=choices.pins ^ {sentence}, drops=choices.drops - {sentence}
            )
        )
        summary = self._reading.summary
        pinned = sentence in self._reading.state.choices.pins
        return len(summary.missing_pins) if pinned and summary is not None else 0

    def toggle_drop(self, sentence: int) -> None:
        """Never keep a sentence, or allow it again.

        Raises:
            RefusedError: The sentence can never be in a summary.
        """
        self._check(sentence)
        choices = self._reading.state.choices
        self._reading.decide(
            choices=replace(
                choices, pins=choices.pins - {sentence}, drops=choices.drops ^ {sentence}
            )
        )

    def add(self, sentence: int) -> None:
        """Pin a sentence and make room for it, so that none has to go.

        Raises:
            RefusedError: The sentence can never be in a summary, or is in it.
        """
        self._check(sentence)
        summary = self._reading.summary
        if summary is None:
            raise RefusedError(STILL_RANKING)
        if sentence in summary.kept:
            raise RefusedError("This sentence is in the summary.")
        self._pin_with_room(sentence, summary.size)

    def _pin_with_room(self, sentence: int, size: int) -> None:
        choices = self._reading.state.choices
        self._reading.decide(
            choices=replace(
                choices, pins=choices.pins | {sentence}, drops=choices.drops - {sentence}
            ),
            length=self._reading.length_of(size + 1),
        )

    def add_before(self, sentence: int) -> None:
        """Pin the sentence before one that points back to it, and make room for it.

        Raises:
            RefusedError: The sentence points back to none that is left out.
        """
        if (summary := self._reading.summary) is None:
            raise RefusedError(STILL_RANKING)
        if (before := summary.dangling.get(sentence)) is None:
            raise RefusedError("This sentence does not point back to one that is left out.")
        self._pin_with_room(before, summary.size)

    def toggle_focus(self, term: str) -> bool:
        """Ask for more of a term, or stop asking; returns whether it is in focus now.

        Raises:
            RefusedError: No sentence has it.
        """
        choices = self._reading.state.choices
        known = [t for t in choices.focus if t.casefold() == term.casefold()]
        ranking = self._reading.ranking
        if not known and ranking is not None and not ranking.holds(term):
            said = sanitise_line(term, _QUOTED)
            raise RefusedError(f"“{said}” is in no sentence of the article.")
        focus = (
            tuple(t for t in choices.focus if t not in known) if known else (*choices.focus, term)
        )
        self._reading.decide(choices=replace(choices, focus=focus))
        return not known

    def toggle_paragraph(self, sentence: int) -> str | None:
        """Restore the paragraph of a sentence if it is marked as boilerplate, or else drop it.

        Returns:
            The reason now on it, None if it counts as part of the article.
        """
        article, loaded = self._reading.article, self._reading.loaded
        paragraph = article.sentences[sentence].paragraph
        reason = None if article.paragraphs[paragraph].boilerplate else DROPPED_BY_READER
        blocks = dict(self._reading.state.choices.blocks)
        if loaded.paragraphs[paragraph].boilerplate == reason:
            blocks.pop(paragraph, None)
        else:
            blocks[paragraph] = reason
        self._decide_blocks(blocks)
        return reason

    def restore(self, paragraphs: Iterable[int]) -> int:
        """Count some paragraphs as part of the article; returns how many that changed."""
        shown = self._reading.article.paragraphs
        marked = [index for index in paragraphs if shown[index].boilerplate]
        blocks = dict(self._reading.state.choices.blocks)
        for index in marked:
            if self._reading.loaded.paragraphs[index].boilerplate:
                blocks[index] = None
            else:  # the reader dropped it
                blocks.pop(index, None)
        if marked:
            self._decide_blocks(blocks)
        return len(marked)

    def restore_all(self) -> int:
        """Count every paragraph as part of the article; returns how many that changed."""
        return self.restore(range(len(self._reading.article.paragraphs)))

    def _decide_blocks(self, blocks: dict[int, str | None]) -> None:
        choices = self._reading.state.choices
        self._reading.decide(choices=replace(choices, blocks=tuple(sorted(blocks.items()))))

    def _check(self, sentence: int) -> None:
        """See that a sentence can be in a summary.

        Raises:
            RefusedError: It cannot.
        """
        if self._reading.ranking is None:
            raise RefusedError(STILL_RANKING)
        article = self._reading.article
        if reason := article.why_not_candidate(sentence):
            hint = "" if article.sentences[sentence].boilerplate is None else _BRING_BACK
            raise RefusedError(f"This sentence is {reason}.{hint}")
