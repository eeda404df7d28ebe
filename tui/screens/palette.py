"""The command palette: every action with a key, and what the screen and the app add to them.

Textual's own matcher reads candidates as markup; names of articles are nobody's markup, so the
highlighting here is built from the matched offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Self

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.command import Command as ListedCommand
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content, Span
from textual.css.styles import RulesMap
from textual.fuzzy import FuzzySearch
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual, VisualType
from textual.widgets.option_list import Option

from tui.palette_commands import Command, HasCommands
from tui.widgets.choice_list import ReversingList
from tui.widgets.key_bar import is_offered

#: What Textual offers that has no key here.
_OF_TEXTUAL = ("Theme", "Screenshot")
#: Cells between a title and its keys.
_GAP = 2


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


@dataclass(eq=False)
class _Found(Hit):
    """A command that fits what was typed, and its keys."""

    keys: str = ""


@dataclass(eq=False)
class _Offered(DiscoveryHit):
    """A command before anything was typed, and its keys."""

    keys: str = ""


class _Row(Visual):
    """A command as one row, its keys at the right end: the words are cut, never the keys.

    Args:
        text: Its title, and in a second row its help if it has any.
        keys: Its keys.
    """

    def __init__(self, text: Content, keys: str) -> None:
        self._lines = text.split("\n", allow_blank=True)
        self._keys = Content.styled(f"{' ' * _GAP}{keys}", "not bold dim") if keys else Content("")

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The rows in so many cells."""
        room = max(0, width - self._keys.cell_length)
        keys = self._keys.stylize("not dim") if style.reverse else self._keys
        title = self._lines[0].truncate(room, ellipsis=True, pad=True).append(keys)
        cut = [title, *(line.truncate(width, ellipsis=True) for line in self._lines[1:])]
        return Content("\n").join(cut).render_strips(width, height, style, options)

    def get_optimal_width(self, _rules: RulesMap, container_width: int) -> int:
        """All there is, so that the keys of all rows stand below each other."""
        return container_width

    def get_height(self, _rules: RulesMap, _width: int) -> int:
        """As many rows as there are lines."""
        return len(self._lines)


class _Commands(CommandList, ReversingList, can_focus=False):
    """The commands of the palette."""

    def add_options(self, new_options: Iterable[Option | VisualType | None]) -> Self:
        """Add commands, as rows."""
        options = list(new_options)
        for option in options:
            if isinstance(option, ListedCommand) and isinstance(option.prompt, Content):
                keys = option.hit.keys if isinstance(option.hit, _Found | _Offered) else ""
                option._set_prompt(_Row(option.prompt, keys))
        return super().add_options(options)


class PaletteProvider(Provider):
    """The actions that work here, then the commands of the screen and of the app."""

    async def discover(self) -> Hits:
        """What can be done on this screen."""
        for command in self._commands():
            if command.listed:
                title = Content(command.title)
                yield _Offered(
                    title, command.run, command.title, command.help or None, command.keys
                )

    async def search(self, query: str) -> Hits:
        """What fits what was typed."""
        fuzzy = FuzzySearch()
        for command in self._commands():
            score, offsets = fuzzy.match(query, command.title)
            if score > 0:
                spans = [Span(at, at + 1, self.match_style or "bold") for at in offsets]
                title = Content(command.title, spans=spans)
                help_text = command.help or None
                yield _Found(score, title, command.run, command.title, help_text, command.keys)

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


def _is_action(binding: Binding) -> bool:
    return bool(binding.id) and not binding.system
