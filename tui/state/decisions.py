"""What a reader decides about an article: pins, drops, focus and paragraphs."""

from __future__ import annotations

from dataclasses import replace

from summarise.article import DROPPED_BY_READER
from summarise.errors import SummariseError
from tui.state.reading import STILL_RANKING, Reading

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

    def add_before(self, sentence: int) -> None:
        """Pin the sentence before one that points back to it, and make room for it.

        Raises:
            RefusedError: The sentence points back to none that is left out.
        """
        if (summary := self._reading.summary) is None:
            raise RefusedError(STILL_RANKING)
        if (before := summary.dangling.get(sentence)) is None:
            raise RefusedError("This sentence does not point back to one that is left out.")
        choices = self._reading.state.choices
        self._reading.decide(
            choices=replace(choices, pins=choices.pins ^ {before}, drops=choices.drops - {before}),
            length=self._reading.length_of(summary.size + 1),
        )

    def toggle_focus(self, term: str) -> bool:
        """Ask for more of a term, or stop asking; returns whether it is in focus now."""
        choices = self._reading.state.choices
        known = [t for t in choices.focus if t.casefold() == term.casefold()]
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

    def restore_all(self) -> int:
        """Count every paragraph as part of the article; returns how many that changed."""
        marked = [p.index for p in self._reading.article.paragraphs if p.boilerplate]
        if marked:
            paragraphs = self._reading.loaded.paragraphs
            self._decide_blocks({p.index: None for p in paragraphs if p.boilerplate})
        return len(marked)

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
