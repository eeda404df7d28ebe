"""One line at the foot of the screen that asks for a length, a search, a term or a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class Purpose(StrEnum):
    """What is asked for; the value is written in front of the answer."""

    LENGTH = "Length"
    SEARCH = "Search"
    FOCUS = "More of"
    WRITE = "Write to"


_HINTS = {
    Purpose.LENGTH: "5 · 20% · 100w · 2min · 280c",
    Purpose.SEARCH: "enter to keep · escape to end",
    Purpose.FOCUS: "a word or a phrase",
    Purpose.WRITE: "a file: .txt .md .json",
}


class Prompt(Horizontal):
    """A label, an input and a hint; hidden until it is asked for something."""

    DEFAULT_CSS = """
    Prompt {
        height: 1;
        display: none;
        &.-open { display: block; }
        & > .prompt--label { width: auto; color: $accent; text-style: bold; padding: 0 1 0 2; }
        & > Input { width: 1fr; height: 1; border: none; padding: 0; background: transparent; }
        & > .prompt--hint { width: auto; color: $text-muted; padding: 0 2; }
    }
    """
    BINDINGS = [
        Binding(
            "escape",
            "cancel",
            "Cancel",
            id="prompt.cancel",
            show=False,
            tooltip="Close the line without an answer",
        ),
    ]

    @dataclass
    class Changed(Message):
        """The answer so far."""

        purpose: Purpose
        text: str

    @dataclass
    class Answered(Message):
        """The answer."""

        purpose: Purpose
        text: str

    @dataclass
    class Cancelled(Message):
        """There will be no answer."""

        purpose: Purpose

    purpose: Purpose | None = None

    def compose(self) -> ComposeResult:
        """Label, input and hint."""
        yield Static(classes="prompt--label")
        yield Input(compact=True, select_on_focus=True)
        yield Static(classes="prompt--hint")

    def ask(self, purpose: Purpose, value: str = "") -> None:
        """Open and ask for something, with a first answer to edit."""
        self.purpose = purpose
        self.query_one(".prompt--label", Static).update(Content(purpose.value))
        self.hint(_HINTS[purpose])
        answer = self.query_one(Input)
        with answer.prevent(Input.Changed):
            answer.value = value
        self.add_class("-open")
        answer.focus()

    def hint(self, text: str) -> None:
        """Say something behind the input: how to answer, how many hits, what is wrong."""
        self.query_one(".prompt--hint", Static).update(Content(text))

    def close(self) -> None:
        """Hide again."""
        self.purpose = None
        self.remove_class("-open")

    def action_cancel(self) -> None:
        """Close without an answer."""
        if self.purpose is not None:
            purpose = self.purpose
            self.close()
            self.post_message(self.Cancelled(purpose))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.purpose is not None:
            self.post_message(self.Changed(self.purpose, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.purpose is not None:
            self.post_message(self.Answered(self.purpose, event.value))
