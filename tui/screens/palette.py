"""The command palette: every action with a key, and what the screen and the app add to them.

Textual's own matcher reads candidates as markup; names of articles are nobody's markup, so the
highlighting here is built from the matched offsets.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content, Span
from textual.fuzzy import FuzzySearch

from tui.palette_commands import Command, HasCommands
from tui.widgets.choice_list import ReversingList
from tui.widgets.key_bar import is_offered

#: What Textual offers that has no key here.
_OF_TEXTUAL = ("Theme", "Screenshot")


class Palette(CommandPalette):
    """Textual's palette, closing only itself, deaf to keys before its list was laid out."""

    def compose(self) -> ComposeResult:
        """What Textual's has, the row in use seen without colours too."""
        for widget in super().compose():
            yield _Commands() if type(widget) is CommandList else widget

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless that has been done: Textual closes whatever screen is on top."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def _action_command_list(self, action: str) -> None:
        commands = next(iter(self.query(CommandList)), None)
        if commands is not None and commands.scrollable_content_region:
            super()._action_command_list(action)


class _Commands(CommandList, ReversingList, can_focus=False):
    """The commands of the palette."""


class PaletteProvider(Provider):
    """The actions that work here, then the commands of the screen and of the app."""

    async def discover(self) -> Hits:
        """What can be done on this screen."""
        for command in self._commands():
            if command.listed:
                shown = _with_keys(Content(command.title), command)
                yield DiscoveryHit(shown, command.run, command.title, command.help or None)

    async def search(self, query: str) -> Hits:
        """What fits what was typed."""
        fuzzy = FuzzySearch()
        for command in self._commands():
            score, offsets = fuzzy.match(query, command.title)
            if score > 0:
                spans = [Span(at, at + 1, self.match_style or "bold") for at in offsets]
                shown = _with_keys(Content(command.title, spans=spans), command)
                yield Hit(score, shown, command.run, command.title, command.help or None)

    def _commands(self) -> Iterator[Command]:
        yield from self._actions()
        for node in (self.screen, self.app):
            if isinstance(node, HasCommands):
                yield from node.commands()
        for title, help_text, run, _ in self.app.get_system_commands(self.screen):
            if title in _OF_TEXTUAL:
                yield Command(title, help_text, run)

    def _actions(self) -> Iterator[Command]:
        seen: set[str] = set()
        active = sorted(self.screen.active_bindings.values(), key=lambda found: not found[1].show)
        for node, binding, enabled, _ in active:  # those that the foot of the screen shows, first
            if not is_offered(self.screen, binding):
                continue
            if enabled and _is_action(binding) and binding.action not in seen:
                seen.add(binding.action)
                keys = self.app.get_key_display(binding)
                run = partial(self.app.run_action, binding.action, default_namespace=node)
                yield Command(binding.tooltip or binding.description, "", run, keys=keys)


def _with_keys(title: Content, command: Command) -> Content:
    """A command as one row: twice as many are seen as with its keys on a row of their own."""
    return (
        Content.assemble(title, (f"   {command.keys}", "not bold dim")) if command.keys else title
    )


def _is_action(binding: Binding) -> bool:
    return bool(binding.id) and not binding.system
