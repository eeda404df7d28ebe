"""The line at the foot of the reader that asks for something."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import Input

from tui.screens.reader.pane_search import PaneSearch
from tui.screens.reader.pane_use import PaneUse
from tui.screens.reader.telling import Telling
from tui.widgets.key_terms import KeyTerms
from tui.widgets.prompt import Prompt, Purpose

#: What is typed out of habit where a length is asked for, and the action of the reader it means.
COMMANDS = {
    **dict.fromkeys(("q", "x", "wq", "close"), "up"),
    **dict.fromkeys(("q!", "qa", "qa!", "quit", "exit"), "quit"),
    **dict.fromkeys(("w", "write"), "write"),
    **dict.fromkeys(("h", "help", "?"), "help"),
    **dict.fromkeys(("u", "undo"), "undo"),
}
#: How a question is answered, and whether that is a yes.
YES_OR_NO = {"y": True, "yes": True, "n": False, "no": False}


class Asking:
    """Asks one thing at a time.

    Args:
        screen: Where the line is shown, above its row of keys.
        panes: Where to go back to.
        search: The search, which has a pane of its own to go back to.
        telling: Does what was answered, and tells what came of it.
    """

    def __init__(
        self, screen: Screen[None], panes: PaneUse, search: PaneSearch, telling: Telling
    ) -> None:
        self._screen = screen
        self._telling = telling
        self._panes = panes
        self._search = search
        self._prompt: Prompt | None = None

    @property
    def prompt(self) -> Prompt | None:
        """The line that asks for something, while it does."""
        prompt = self._prompt
        return prompt if prompt is not None and prompt.is_attached else None

    @property
    def purpose(self) -> Purpose | None:
        """What is being asked for."""
        return self.prompt.purpose if self.prompt is not None else None

    async def ask(self, purpose: Purpose, value: str = "") -> None:
        """Ask for something, with a first answer to edit."""
        if self.prompt is not None:
            await self.prompt.remove()
        self._prompt = prompt = Prompt(purpose, value)
        self._telling.file.begin()
        await self._screen.mount(prompt, before="#keys")
        self._screen.set_focus(prompt.query_one(Input))  # at once: the next key may be there

    def hint(self, purpose: Purpose, text: str) -> None:
        """Say something behind the answer, if this is what is being asked for."""
        if self.prompt is not None and self.purpose is purpose:
            self.prompt.hint(text)

    async def go_to_terms(self, terms: KeyTerms) -> None:
        """Go to the key terms, or on to typing one."""
        if terms.has_focus or not terms.terms or not terms.is_on_screen:
            await self.ask(Purpose.FOCUS)
        else:
            terms.focus()

    def search_facts(self) -> str:
        """How a search stands, while there is one and nobody is typing it."""
        return "" if self.purpose is Purpose.SEARCH else self._search.found.facts

    def changed(self, event: Prompt.Changed) -> None:
        """Follow an answer while it is typed."""
        if event.purpose is Purpose.SEARCH:
            self._search.look_for(event.text)

    async def cancelled(self, event: Prompt.Cancelled) -> None:
        """Close the line without an answer."""
        if event.purpose is not Purpose.SEARCH or self._search.left is None:
            await self._close(event)
        else:  # straight to where the search began: what it went through may be hidden then
            await event.prompt.remove()
            self._panes.go_into(self._search.left)
        if event.purpose is Purpose.SEARCH:
            self._search.end(go_back=True)

    async def answered(self, event: Prompt.Answered) -> None:
        """Take an answer and close the line; or say what is wrong with it and leave it open."""
        if wrong := self._wrong_with(event):
            event.prompt.hint(wrong)
            return
        await self._close(event)
        match event.purpose:
            case Purpose.LENGTH if command := COMMANDS.get(event.text.strip()):
                await self._screen.run_action(command)
            case Purpose.FOCUS:
                self._telling.focus_on(event.text)
            case Purpose.SEARCH:
                self._search.keep(event.text)

    def _wrong_with(self, event: Prompt.Answered) -> str | None:
        """Do what was answered where it can be wrong; what is, if anything."""
        if event.purpose is Purpose.LENGTH and event.text.strip() not in COMMANDS:
            return self._telling.use_typed_length(event.text)
        if event.purpose is Purpose.SEND and event.text.strip().lower() not in YES_OR_NO:
            return "y for yes, n for no"
        if event.purpose is Purpose.WRITE:
            return self._telling.write(event.text)
        return None

    async def _close(self, event: Prompt.Changed) -> None:
        await event.prompt.remove()
        self._panes.leave_line(self._search.pane if event.purpose is Purpose.SEARCH else None)
