"""The formulas of Word documents (OMML) as a line of text."""

from __future__ import annotations

from typing import Any

from summarise.sources.xml import attribute, child, local_name

_PROPERTIES = ("Pr", "pr")


def formula_of(node: Any) -> str:
    """What a formula says, with "^", "_", "/" and "√" for what is not drawn in one line."""
    return "".join(_drawn(part) for part in node)


def _drawn(node: Any) -> str:
    name = local_name(node)
    if name.endswith(_PROPERTIES):
        return ""
    if name == "t":
        return node.text or ""

    def part(of: str) -> str:
        found = child(node, of)
        return "" if found is None else formula_of(found)

    match name:
        case "f":
            return f"{_closed(part('num'))}/{_closed(part('den'))}"
        case "sSup":
            return f"{part('e')}^{_closed(part('sup'))}"
        case "sSub":
            return f"{part('e')}_{_closed(part('sub'))}"
        case "sSubSup":
            return f"{part('e')}_{_closed(part('sub'))}^{_closed(part('sup'))}"
        case "rad":
            return f"√({part('e')})"
        case "d":
            return f"({part('e')})"
        case "nary":
            sign = attribute(child(node, "naryPr", "chr"), "val") or "∫"
            low, high = part("sub"), part("sup")
            limits = (f"_{_closed(low)}" if low else "") + (f"^{_closed(high)}" if high else "")
            return f"{sign}{limits} {part('e')}"
        case _:
            return formula_of(node)


def _closed(text: str) -> str:
    return text if len(text) <= 1 or text.isalnum() else f"({text})"
