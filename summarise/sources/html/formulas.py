"""MathML as a line of text."""

from __future__ import annotations

import re
from typing import Any

_SPACE = re.compile(r"\s+")
_NOT_DRAWN = frozenset({"annotation", "annotation-xml"})
#: What stands between the parts of an element that are not drawn in one line.
_BETWEEN = {"msup": "^", "mover": "^", "msub": "_", "munder": "_", "mfrac": "/"}
_DEEPEST = 40


def formula_of(math: Any) -> str:
    """The text of a formula: what it draws, or else the source that it was made from."""
    drawn = _SPACE.sub(" ", _drawn(math, 0)).strip()
    if drawn:
        return drawn
    source = next(math.iter("annotation"), None)
    text = (math.get("alttext") or "") if source is None else "".join(source.itertext())
    return _SPACE.sub(" ", text).strip()


def _drawn(node: Any, depth: int) -> str:
    if not isinstance(node.tag, str) or node.tag in _NOT_DRAWN:
        return ""
    if not len(node) or depth > _DEEPEST:
        return " ".join("".join(node.itertext()).split())
    parts = [_drawn(child, depth + 1) for child in node]
    if node.tag in _BETWEEN:
        return _BETWEEN[node.tag].join(
            f"({part})" if len(part) > 1 and not part.isalnum() else part for part in parts
        )
    if node.tag == "msqrt":
        return f"√({''.join(parts)})"
    return "".join(f" {part} " if part in ("=", "<", ">", "≤", "≥") else part for part in parts)
