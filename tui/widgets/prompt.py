"""One line at the foot of the screen that asks for a length, a search, a term or a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from summarise.exports import usual_suffixes
from summarise.length import HINT
from tui.keys.prompt import PROMPT_BINDINGS


class Purpose(StrEnum):
    """What is asked for; the value is written in front of the answer."""

    LENGTH = "Length"
    SEARCH = "Search"
    FOCUS = "More of"
    WRITE = "Write to"
    OPEN = "Open"
    FOLLOW = "Follow"
    FEEDS = "Write feeds to"
    SEND = "Send it?"


_HINTS = {
    Purpose.LENGTH: HINT,
    Purpose.SEARCH: "enter to keep it",
    Purpose.FOCUS: "a word or a phrase",
    Purpose.OPEN: "a file, a folder or an address",
    Purpose.FOLLOW: "the address of a feed or a page, or a list of feeds (OPML)",
    Purpose.FEEDS: "a file: .opml",
    Purpose.SEND: "y or n",
    Purpose.WRITE: f"a file: {' '.join(usual_suffixes())}",
}


class Line(Input):
    """The input itself. Textual's own keeps the first line of what is pasted and drops the rest."""

    @dataclass
    class LinesPasted(Message):
        """A text of several lines was pasted."""

        text: str

    def _on_paste(self, event: events.Paste) -> None:
        if len(event.text.splitlines()) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.LinesPasted(event.text))


class Prompt(Horizontal):
    """A label, an input and a hint, on the screen only while something is asked for.

    Args:
        purpose: What is asked for.
        value: A first answer to edit.
    """

    DEFAULT_CSS = """
    Prompt {
        height: 1;
        & > .prompt--label { width: auto; color: $mark; text-style: bold; padding: 0 1 0 2; }
        & > Input {
            width: 1fr; min-width: 11; height: 1;
            border: none; padding: 0; background: transparent;
        }
        & > .prompt--hint {
            width: auto; max-width: 75%; color: $ink-quiet; padding: 0 2;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
        &:ansi > .prompt--hint { text-style: dim; }
    }
    """
    BINDINGS = PROMPT_BINDINGS

    @dataclass
    class Changed(Message):
        """The answer so far."""

        prompt: Prompt
        purpose: Purpose
        text: str

    @dataclass
    class Answered(Changed):
        """The answer."""

    @dataclass
    class Cancelled(Changed):
        """There will be no answer."""

    def __init__(self, purpose: Purpose, value: str = "") -> None:
        # A count takes few cells; other hints have a row of their own on narrow screens.
        super().__init__(classes="" if purpose is Purpose.SEARCH else "-hinted")
        self.purpose = purpose
        self._value = value
        self._hint = Static(Content(_HINTS[purpose]), classes="prompt--hint")

    def compose(self) -> ComposeResult:
        """Label, input and hint."""
        yield Static(Content(self.purpose.value), classes="prompt--label")
        yield Line(self._value, compact=True, select_on_focus=True)
        yield self._hint

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

    def hint(self, text: str) -> None:
        """Show something behind the input: how to answer, how many hits, what is wrong."""
        self._hint.update(Content(text))

    def on_key(self, event: events.Key) -> None:
        """Keep tab from what is behind: it would go to another place there, or to another pane."""
        if event.key in ("tab", "shift+tab"):
            event.stop()

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.post_message(self.Cancelled(self, self.purpose, ""))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._value:
            self._value = event.value
            self.post_message(self.Changed(self, self.purpose, event.value))

    @on(Line.LinesPasted)
    def _lines_pasted(self, event: Line.LinesPasted) -> None:
        """Open a text; of anything else make one line."""
        event.stop()
        if self.purpose is Purpose.OPEN:
            self.post_message(self.Answered(self, self.purpose, event.text))
        else:
            self.query_one(Input).insert_text_at_cursor(" ".join(event.text.split()))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(self, self.purpose, event.value))
