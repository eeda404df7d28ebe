"""The table of keys, made from the bindings: the help screen and the README both show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import lookup

from textual.binding import Binding
from textual.keys import KEY_TO_UNICODE_NAME, REPLACED_KEYS, Keys, format_key

from tui.keys.places import PLACES

_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
#: The names of keys that are not those of their characters.
_NAMES = frozenset(key.value.rpartition("+")[2] for key in Keys) | {
    *REPLACED_KEYS,
    *KEY_TO_UNICODE_NAME,
}


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
    return tuple(
        KeySection(title, tuple(_rows(bindings, keymap or {})))
        for title, bindings in PLACES.items()
    )


def key_of(id: str, keymap: Mapping[str, str]) -> str:
    """The first key of a binding, as it is shown; "" if there is none."""
    rows = (row for section in key_sections(keymap) for row in section.rows)
    return next((row.keys.split(" ")[0] for row in rows if row.id == id), "")


def binding_ids() -> frozenset[str]:
    """The ids of everything that the settings file can set keys for."""
    return frozenset(row.id for section in key_sections() for row in section.rows)


def can_be_pressed(key: str) -> bool:
    """Whether there is a key of this name: a character, or a name such as ``ctrl+up``."""
    modifiers, _, name = key.rpartition("+")
    if not name:  # the plus itself, as in ctrl++
        modifiers, name = modifiers.rstrip("+"), "+"
    if not _MODIFIERS.issuperset(filter(None, modifiers.split("+"))):
        return False
    if len(name) == 1 or name in _NAMES:
        return name.isprintable() and name != " "
    try:
        lookup(name.replace("_", " "))
    except KeyError:
        return False
    return True


def markdown_key_table() -> str:
    """The table as the README shows it."""
    parts = []
    for section in key_sections():
        lines = [f"**{section.title}**", "", "| key | does |", "| --- | --- |"]
        lines += [f"| {_cell(row.keys)} | {row.does} |" for row in section.rows]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _rows(bindings: Iterable[Binding], keymap: Mapping[str, str]) -> Iterator[KeyRow]:
    for binding in bindings:
        if binding.id:
            keys = keymap.get(binding.id, binding.key)
            shown = " ".join(format_key(key.strip()) for key in keys.split(","))
            yield KeyRow(shown, binding.tooltip or binding.description, binding.id)


def _cell(keys: str) -> str:
    return " ".join(f"`{key}`" if key != "|" else "`\\|`" for key in keys.split(" "))
