"""What stands behind a backslash in roff: fonts, sizes and motions leave, characters stay."""

from __future__ import annotations

import re

#: Characters by the names that roff has for them: ``\(bu``, ``\[bu]``.
_NAMES = {
    "bu": "•", "em": "—", "en": "–", "hy": "-", "mi": "−", "aq": "'", "dq": '"', "lq": "“",
    "rq": "”", "oq": "‘", "cq": "’", "co": "©", "rg": "®", "tm": "™", "ha": "^", "ti": "~",
    "rs": "\\", "sl": "/", "ga": "`", "gt": ">", "lt": "<", "de": "°", "mu": "×", "+-": "±",
    "->": "→", "<-": "←", "Fo": "«", "Fc": "»", "at": "@", "sh": "#", "ba": "|", "br": "|",
    "or": "|", "ci": "○", "sq": "□", "dg": "†", "dd": "‡", "sc": "§", "ps": "¶", "ss": "ß",
    "14": "¼", "12": "½", "34": "¾", "<=": "≤", ">=": "≥", "!=": "≠", "==": "≡", "~=": "≈",
    "lB": "[", "rB": "]", "lC": "{", "rC": "}", "la": "⟨", "ra": "⟩", "Do": "$", "Eu": "€",
    "Po": "£", "ct": "¢", "pl": "+", "eq": "=", "ul": "_", "if": "∞", "fi": "fi", "fl": "fl",
    "ff": "ff", "*a": "α", "*b": "β", "*m": "μ", "*p": "π", "mc": "µ", "AE": "Æ", "ae": "æ",
    "o/": "ø", "O/": "Ø", "oA": "Å", "oa": "å", "OE": "Œ", "oe": "œ", "rA": "⇒", "lA": "⇐",
}  # fmt: skip
_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    ":": "\u0308",
    "^": "\u0302",
    "~": "\u0303",
    ",": "\u0327",
}
#: What a single character behind the backslash prints.
_PRINTED = {
    "-": "-", "e": "\\", "\\": "\\", "~": " ", " ": " ", "0": " ", "'": "'", "`": "`", ".": ".",
    "t": " ", "(": "(", "[": "[",
}  # fmt: skip
_ESCAPE = re.compile(
    r"\\(?:"
    r"f(?:\([^\s]{2}|\[[^\]\n]*\]|.)"  # a font
    r"|s(?:[-+]?\d{1,2}|[-+]?\([-+]?\d\d|[-+]?\[[^\]\n]*\]|'[^'\n]*')"  # a size
    r"|[hvwlLDXbZSHAoR](?P<q>['\x01])[^'\x01\n]*(?P=q)"  # motions, lines, widths
    r"|[mMFgkYVn][+-]?(?:\([^\s]{2}|\[[^\]\n]*\]|\S)"  # colours, families, registers
    r"|N'(?P<code>\d{1,6})'"
    r"|\((?P<two>\S{2})|\[(?P<name>[^\]\n]{1,40})\]"
    r'|"(?P<comment>.*)|\#.*'
    r"|(?P<one>.))",
)
_CODE_POINT = re.compile(r"u([0-9A-F]{4,6})")


def plain(text: str) -> str:
    """A line with its escapes resolved: characters by name as they print, all else left out."""
    return _ESCAPE.sub(_printed, text) if "\\" in text else text


def _printed(match: re.Match[str]) -> str:
    if (one := match["one"]) is not None:
        return _PRINTED.get(one, "")
    if match["code"]:
        return _character(int(match["code"]))
    name = match["two"] or match["name"] or ""
    if name in _NAMES:
        return _NAMES[name]
    if point := _CODE_POINT.fullmatch(name):
        return _character(int(point[1], 16))
    if len(name) == 2 and name[0] in _ACCENTS and name[1].isalpha():
        return _accented(name[1], _ACCENTS[name[0]])
    return ""


def _character(code: int) -> str:
    return chr(code) if 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _accented(letter: str, accent: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", letter + accent)
