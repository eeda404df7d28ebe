"""The row of keys at the foot of a screen: as many as fit, the most useful first, help and quit."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

_GAP = 2
#: What always gets its room: the way to all other keys and, from so many cells on, the way out.
_ALL, _OUT, _OUT_FROM = "help", ("up", "quit"), 36


@runtime_checkable
class Offers(Protocol):
    """A screen some of whose keys do nothing but say why, as things are."""

    def offers(self, action: str) -> bool:
        """Whether an action does something now: the row of keys and the palette name no other.

        Args:
            action: Its name, without parameters.
        """
        ...


def is_offered(screen: Screen[object], binding: Binding) -> bool:
    """Whether what a key does on a screen is worth naming now."""
    return not isinstance(screen, Offers) or screen.offers(binding.action.split("(")[0])


class _Hint(NamedTuple):
    keys: tuple[Binding, ...]
    shown: str
    description: str

    @property
    def width(self) -> int:
        return cell_len(self.shown) + 1 + cell_len(self.description)

    def comes_first(self, cells: int) -> bool:
        """Whether other keys make room for this one in a bar of so many cells."""
        action = self.keys[0].action
        return action == _ALL or (action in _OUT and cells >= _OUT_FROM)


class KeyBar(Widget):
    """Keys and what they do, made from the bindings that work now; a click presses the key."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"keys--key"}
    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        padding: 0 2;
        color: $ink-quiet;
        .keys--key { color: $mark; text-style: bold; }
    }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints: list[_Hint] = []

    def on_mount(self) -> None:
        """Follow the bindings from now on."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def render_line(self, _y: int) -> Strip:
        """The row of the hints that fit."""
        base = self.rich_style
        key_style = self.get_component_rich_style("keys--key")
        segments: list[Segment] = []
        end = 0
        for number, start in self._places().items():
            hint, meta = self._hints[number], Style.from_meta({"hint": number})
            segments.append(Segment(" " * (start - end), base))
            segments.append(Segment(hint.shown, key_style + meta))
            segments.append(Segment(f" {hint.description}", base + meta))
            end = start + hint.width
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked; of a pair, the half that was clicked."""
        number = event.style.meta.get("hint")
        if not isinstance(number, int) or number >= len(self._hints):
            return
        keys = self._hints[number].keys
        start = self._places().get(number, 0)
        offset = event.get_content_offset(self)
        at = (offset.x if offset else 0) - start
        second = len(keys) > 1 and at > cell_len(self._hints[number].shown) // 2
        self.app.simulate_key(keys[1 if second else 0].key)

    def _places(self) -> dict[int, int]:
        """Where each hint that fits starts, by its number; others make room for help and quit."""
        start, end = 0, self.size.width
        kept_free = sum(hint.width + _GAP for hint in self._hints if hint.comes_first(end))
        places: dict[int, int] = {}
        for number, hint in enumerate(self._hints):
            if hint.comes_first(end):
                kept_free -= hint.width + _GAP
            if start + hint.width + kept_free <= end:
                places[number] = start
                start += hint.width + _GAP
        return places

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        hints = self._collect()
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def _collect(self) -> list[_Hint]:
        groups: dict[str, list[Binding]] = {}
        seen: set[str] = set()
        is_typing = isinstance(self.screen.focused, Input)
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if not (binding.show and enabled) or binding.action in seen:
                continue
            if not is_offered(self.screen, binding):
                continue
            if is_typing and _is_typed(self.app.get_key_display(binding)):
                continue
            seen.add(binding.action)
            name = binding.group.description if binding.group else binding.description
            groups.setdefault(name, []).append(binding)
        return [
            _Hint(tuple(keys), "/".join(map(self.app.get_key_display, keys)), name)
            for name, keys in groups.items()
        ]


def _is_typed(shown: str) -> bool:
    """Whether a key puts a character into an input, which arrows and enter do not."""
    return len(shown) == 1 and (shown.isascii() or shown.isalnum())
