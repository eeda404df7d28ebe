"""What stands in a line of Org mode, as HTML: links, emphasis, code, formulas, notes."""

from __future__ import annotations

import re
from html import escape

from summarise.sources.formulas import readable
from summarise.text.patterns import compile_later

_PICTURE = compile_later(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)(?:\?.*)?$", re.IGNORECASE)
_ADDRESS = compile_later(r"(?:https?|ftp|mailto):\S+")
#: A link, code, an address, a note, a macro, a target: what is looked for in a line from the left.
_INLINE = compile_later(
    r"\[\[(?P<target>[^\[\]]{1,2000})\](?:\[(?P<words>[^\[\]]{1,2000})\])?\]"
    r"|(?<![^\s\-({'\"“‘—–>\[/*_+])(?P<sign>[=~])(?P<code>(?=\S)[^\n]{0,300}?(?:\n[^\n]{1,200}?)?(?<=\S))(?P=sign)"
    r"(?![^\s\-.,:;!?'\")}\[\]…”’—–<|/*_+])"
    r"|\[fn:(?P<note>[\w-]*)(?P<said>:[^\[\]]{0,2000})?\]"
    r"|\{\{\{[\w-]+(?:\((?P<argument>[^(){}]{0,500})\))?\}\}\}"
    r"|@@[\w-]{1,20}:.{0,300}?@@"
    r"|\$(?P<dollars>[^$\s](?:[^$]{0,400}[^$\s])?)\$(?!\w)|\\\((?P<round>.{1,400}?)\\\)"
    r"|<<<?(?P<place>[^<>\n]{1,200})>>>?"
    r"|<(?P<plain>(?:https?|mailto):[^<>\s]{1,2000})>"
    r"|(?P<bare>https?://[^\s<>\[\]|\"]{1,2000})"
    r"|[<\[](?P<time>\d{4}-\d\d-\d\d[^<>\[\]\n]{0,40})[>\]](?:--[<\[](?P<until>\d{4}[^<>\[\]\n]{0,40})[>\]])?"
    r"|\\(?P<entity>nbsp|ndash|mdash|hellip|ldots|dots|rarr|larr|times|deg|copy|euro)\b(?:\{\})?"
)
_EMPHASIS = compile_later(
    r"(?<![^\s\-({'\"“‘—–>*/_+])([*/_+])(?=[^\s*/_+]|[*/_+][^\s])"
    r"([^\n]{0,300}?(?:\n[^\n]{0,200}?)?(?<=\S))\1"
    r"(?![^\s\-.,:;!?'\")}\[\]…”’—–<*/_+|])"
)
_RAISED = compile_later(r"(?<=\S)([\^_])\{([^{}\n]{1,100})\}")
_ELEMENTS = {"*": "b", "/": "i", "_": "u", "+": "del"}
_ENTITIES = {
    "nbsp": "\u00a0", "ndash": "–", "mdash": "—", "hellip": "…", "ldots": "…", "dots": "…",
    "rarr": "→", "larr": "←", "times": "×", "deg": "°", "copy": "©", "euro": "€",
}  # fmt: skip
#: What stands for a piece that is ready, while the words around it are looked at.
_READY = "\x02{}\x03"
_ANY_READY = compile_later("\x02(\\d+)\x03")
#: Emphasis in emphasis is looked into so deep.
_DEEPEST = 4


def is_picture(words: str) -> bool:
    """Whether words are nothing but a picture."""
    words = words.strip()
    return (
        words.startswith("[[") and words.endswith("]]") and bool(_PICTURE.search(words.rstrip("]")))
    )


def inline_html(words: str, notes: list[str] | None = None) -> str:
    """Words with their marks as HTML."""
    ready: list[str] = []

    def keep(piece: str) -> str:
        ready.append(piece)
        return _READY.format(len(ready) - 1)

    def found(match: re.Match[str]) -> str:
        parts = match.groupdict()
        if parts["target"]:
            return keep(_link(parts["target"], parts["words"]))
        if parts["sign"]:
            return keep(f"<code>{escape(parts['code'])}</code>")
        if formula := parts["dollars"] or parts["round"]:
            return keep(escape(readable(formula), quote=False))
        if parts["note"] is not None:
            if parts["said"] and notes is not None:
                notes.append(inline_html(parts["said"][1:].strip()))
            return ""
        if address := parts["plain"] or parts["bare"]:
            whole = address.rstrip(".,;:!?')")
            shown = escape(whole.removeprefix("mailto:"))
            return keep(f'<a href="{escape(whole)}">{shown}</a>') + address[len(whole) :]
        if parts["entity"]:
            return _ENTITIES[parts["entity"]]
        if parts["time"]:
            return parts["time"] + (f"–{parts['until']}" if parts["until"] else "")
        return parts["place"] or parts["argument"] or ""

    shown = _marked(escape(_INLINE.sub(found, words), quote=False))
    shown = shown.replace("\\\\\n", "<br>").removesuffix("\\\\")
    return _ANY_READY.sub(lambda match: ready[int(match[1])], shown)


def _marked(words: str, depth: int = 0) -> str:
    """Escaped words with emphasis and what is raised as elements."""

    def emphasised(match: re.Match[str]) -> str:
        name = _ELEMENTS[match[1]]
        inner = _marked(match[2], depth + 1) if depth < _DEEPEST else match[2]
        return f"<{name}>{inner}</{name}>"

    words = _RAISED.sub(_raised, words)
    return _EMPHASIS.sub(emphasised, words)


def _raised(match: re.Match[str]) -> str:
    """What is raised or lowered, where it would be mistaken behind the sign for that: "x^2"."""
    sign, words = match.groups()
    plain = words.isdigit() if sign == "_" else words.isalpha()
    return words if plain else sign + words


def _link(target: str, words: str | None) -> str:
    """A link as HTML: an address with its words, a picture, or a place whose words are said."""
    bare = target.removeprefix("file:")
    if words and _PICTURE.search(words):
        return ""
    if _PICTURE.search(bare) and not words:
        return ""
    said = _marked(escape(words, quote=False)) if words else ""
    if _ADDRESS.fullmatch(target):
        return f'<a href="{escape(target)}">{said or escape(target)}</a>'
    return said or escape(bare.lstrip("*#"), quote=False)
