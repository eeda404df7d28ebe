"""What stands in brackets above a block: its style, what it is called, its options."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarise.sources.asciidoc.inline import attributes_in

_ABOVE = re.compile(r"\[(?:[\w.#%,\"'{].*|\[[^\[\]]*\]|)\]")
_STYLE = re.compile(r"([\w-]*)((?:[.#%][^.#%]*)*)")
_OPTION = re.compile(r"%([\w-]+)")


@dataclass
class Style:
    """What the lines above a block say of it."""

    name: str = ""
    placed: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    options: set[str] = field(default_factory=set)

    def add(self, line: str) -> None:
        """Take in such a line."""
        if line.startswith("[["):
            return
        placed, named = attributes_in(line[1:-1])
        first = _STYLE.fullmatch(placed[0]) if placed else None
        if first is not None:
            self.name = first[1] or self.name
            self.options |= set(_OPTION.findall(first[2]))
        self.placed = placed or self.placed
        self.named |= named
        for key in ("options", "opts", "option"):
            self.options |= {option.strip() for option in named.get(key, "").split(",")}

    @property
    def attribution(self) -> str:
        """Who is quoted, and where it was said."""
        return f"{self.said(1, 'attribution')}, {self.said(2, 'citetitle')}".strip(", ")

    def said(self, place: int, name: str = "") -> str:
        """An attribute by its name or its place."""
        by_name = self.named.get(name, "") if name else ""
        return by_name or (self.placed[place] if place < len(self.placed) else "")


def is_above(line: str) -> bool:
    """Whether a line says something of the block below it."""
    if not (line.startswith("[") and line.endswith("]")) or _ABOVE.fullmatch(line) is None:
        return False
    is_sentence = line[-2:-1] in (".", "!", "?") and " " in line and "=" not in line
    return not is_sentence  # somebody's words in brackets
