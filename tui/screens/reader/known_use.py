"""What the reader has read before: looked for behind the summary, dimmed, put last, gone to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from summarise.errors import SummariseError
from tui.state.reading import Reading
from tui.tasks import Tasks
from tui.text import wording

if TYPE_CHECKING:
    from summarise.novelty.known import Known, Seen

#: What is told where nothing is remembered.
_OFF = "What you have read is not known: nothing is remembered in this run."


class KnownUse:
    """Finds out what of an article was read before, once there is a summary, and uses it.

    Args:
        reading: What is read.
        tasks: Runs the work.
        find: Finds it out; None where nothing is remembered.
        tell: Shows a line for a few seconds.
        warn: Shows a line about something that went wrong.
    """

    def __init__(
        self,
        reading: Reading,
        tasks: Tasks,
        find: Callable[[], Known] | None,
        tell: Callable[[str], object],
        warn: Callable[[str], object],
    ) -> None:
        self._reading, self._tasks, self._find = reading, tasks, find
        self._tell, self._warn = tell, warn
        self._to_begin = find is not None and reading.known is None

    def begin(self) -> None:
        """There is a summary: nobody waits for the processor now."""
        if self._to_begin and self._find is not None:
            self._to_begin = False
            self._tasks.start("known", self._find, self._reading.learn, self._failed)

    def _failed(self, error: SummariseError) -> None:
        self._warn(str(error))

    def dim(self) -> None:
        """Dim what was read before, or no longer."""
        if self._find is None:
            self._tell(_OFF)
            return
        on = not self._reading.state.dims_known
        self._reading.change(dims_known=on)
        said = wording.known_sentences(self._reading.known).removesuffix(".")
        self._tell(f"{said}." if on else "What you have read before is not dimmed.")

    def put_new_first(self) -> None:
        """Begin the summary with what is new, or no longer."""
        if self._find is None:
            self._tell(_OFF)
            return
        on = not self._reading.state.new_first
        self._reading.decide(new_first=on)
        known = self._reading.known
        said = wording.known_sentences(known).removesuffix(".")
        if on and known is not None and known.seen:
            said += ": they come last"
        self._tell(f"{said}." if on else "The summary does not look at what you have read before.")

    def seen(self, sentence: int | None) -> Seen | None:
        """Where a sentence was read before; says so if it was not."""
        known = self._reading.known
        if self._find is None:
            self._tell(_OFF)
        elif known is None:
            self._tell(wording.known_sentences(None))
        elif sentence is not None and (found := known.seen.get(sentence)) is not None:
            return found
        else:
            self._tell("This sentence is new to you." if known.seen else "Nothing here is known.")
        return None
