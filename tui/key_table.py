"""The table of keys, made from the bindings: the help screen and the README both show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding
from textual.keys import format_key


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One action: its keys, what it does, and its id for the settings file."""

    keys: str
    does: str
    id: str


@dataclass(frozen=True, slots=True)
class KeySection:
    """The keys of one place."""

    title: str
    rows: tuple[KeyRow, ...]


def key_sections(keymap: Mapping[str, str] | None = None) -> tuple[KeySection, ...]:
    """All keys of the program, place by place.

    Args:
        keymap: Keys by binding id that replace the program's own.
    """
    from tui.screens.compare import CompareScreen
    from tui.screens.library import LibraryScreen
    from tui.screens.reader.bindings import READER_BINDINGS
    from tui.widgets.document_view import DocumentView
    from tui.widgets.key_terms import KeyTerms
    from tui.widgets.length_bar import LengthBar

    places: tuple[tuple[str, Iterable[object]], ...] = (
        ("Reader", READER_BINDINGS),
        ("Moving in a text", DocumentView.BINDINGS),
        ("Length bar", LengthBar.BINDINGS),
        ("Key terms", KeyTerms.BINDINGS),
        ("Compare", CompareScreen.BINDINGS),
        ("Library", LibraryScreen.BINDINGS),
    )
    return tuple(
        KeySection(title, tuple(_rows(bindings, keymap or {}))) for title, bindings in places
    )


def binding_ids() -> frozenset[str]:
    """The ids of everything that the settings file can set keys for, dialogs among them."""
    from tui.screens.help import HelpScreen
    from tui.screens.methods import MethodScreen
    from tui.widgets.prompt import Prompt

    dialogs = (HelpScreen.BINDINGS, MethodScreen.BINDINGS, Prompt.BINDINGS)
    return frozenset(
        [row.id for section in key_sections() for row in section.rows]
        + [row.id for bindings in dialogs for row in _rows(bindings, {})]
    )


def markdown_key_table() -> str:
    """The table as the README shows it."""
    parts = []
    for section in key_sections():
        lines = [f"**{section.title}**", "", "| key | does |", "| --- | --- |"]
        lines += [f"| {_cell(row.keys)} | {row.does} |" for row in section.rows]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _rows(bindings: Iterable[object], keymap: Mapping[str, str]) -> Iterable[KeyRow]:
    for binding in bindings:
        if isinstance(binding, Binding) and binding.id:
            keys = keymap.get(binding.id, binding.key)
            shown = " ".join(format_key(key.strip()) for key in keys.split(","))
            yield KeyRow(shown, binding.tooltip or binding.description, binding.id)


def _cell(keys: str) -> str:
    return " ".join(f"`{key}`" if key != "|" else "`\\|`" for key in keys.split(" "))
