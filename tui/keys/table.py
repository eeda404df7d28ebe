"""The table of keys, made from the bindings: the help screen and the page of keys both show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from unicodedata import lookup

from textual.binding import Binding
from textual.keys import KEY_TO_UNICODE_NAME, REPLACED_KEYS, Keys, format_key

from tui.keys.places import PLACES
from tui.keys.row import KeyBinding
from tui.keys.topics import Topic

_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
#: The names of keys that are not those of their characters.
_NAMES = frozenset(key.value.rpartition("+")[2] for key in Keys) | {
    *REPLACED_KEYS,
    *KEY_TO_UNICODE_NAME,
}


class KeyRow(NamedTuple):
    """One action: its keys, what it does, and its id for the settings file."""

    keys: str
    does: str
    id: str
    topic: Topic | None = None


class KeySection(NamedTuple):
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


def guide(
    place: str, keymap: Mapping[str, str] | None = None
) -> tuple[tuple[KeySection, ...], tuple[KeySection, ...]]:
    """All keys of the program, for someone at a place.

    Args:
        place: Its title.
        keymap: Keys by binding id that replace the program's own.

    Returns:
        The keys that work there, by what they are about where that is known; and those of the
        other places.
    """
    sections = key_sections(keymap)
    here = [section for section in sections if section.title == place]
    topics = {row.topic for section in here for row in section.rows} - {None}
    if not topics:
        return tuple(here), tuple(section for section in sections if section not in here)
    there = [section for section in sections if all(row.topic for row in section.rows)]
    there = [section for section in there if section not in here]
    rows = [row for section in (*there, *here) for row in section.rows]
    by_topic = [
        KeySection(topic.value, tuple(row for row in rows if row.topic is topic)) for topic in Topic
    ]
    if more := tuple(row for row in rows if row.topic is None):
        by_topic.append(KeySection("More", more))
    others = (section for section in sections if section not in (*here, *there))
    return tuple(section for section in by_topic if section.rows), tuple(others)


def binding_ids() -> frozenset[str]:
    """The ids of everything that the settings file can set keys for."""
    return frozenset(row.id for section in key_sections() for row in section.rows)


def first_keys(keymap: Mapping[str, str]) -> dict[str, str]:
    """The first key of everything that has one, as it is shown, by the id of its binding.

    Args:
        keymap: Keys by binding id that replace the program's own.
    """
    rows = (row for section in key_sections(keymap) for row in section.rows)
    return {row.id: row.keys.partition(" ")[0] for row in rows}


def without_clashes(keymap: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Let a key that is set for one thing do nothing else at the same place.

    Args:
        keymap: Keys by binding id that replace the program's own. Of two that are set to the same
            key, the first in the table of keys has it.

    Returns:
        The keys as they are then, and a line on each thing that has lost keys by it.
    """
    settled, told = dict(keymap), []
    for bindings in PLACES.values():
        owners: dict[str, str] = {}
        for binding in bindings:
            for pressed in _split(keymap.get(binding.id or "", "")):
                owners.setdefault(pressed, binding.id or "")
        for binding in bindings:
            keys = _split(settled.get(binding.id or "", binding.key))
            left = [pressed for pressed in keys if owners.get(pressed, binding.id) == binding.id]
            if binding.id and left != keys:
                settled[binding.id] = ",".join(left)
                lost = next(pressed for pressed in keys if pressed not in left)
                has = f"has only {', '.join(left)}" if left else "has no key"
                if not left and binding.id in keymap:
                    del settled[binding.id]
                    has = "is as by default"
                told.append(f"{lost} is set for {owners[lost]}, so that {binding.id} {has}")
    return settled, tuple(told)


def _split(keys: str) -> list[str]:
    return [pressed for pressed in map(str.strip, keys.split(",")) if pressed]


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
    """The table as the page of keys shows it."""
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
            shown = " ".join(map(format_key, _split(keys)))
            topic = binding.topic if isinstance(binding, KeyBinding) else None
            yield KeyRow(shown, binding.tooltip or binding.description, binding.id, topic)


def _cell(keys: str) -> str:
    return " ".join(f"`{key}`" if key != "|" else "`\\|`" for key in keys.split(" "))
