"""Text that can do nothing but be read: control sequences and their like leave here.

Everything that comes from outside (articles, titles, file names, error messages about them)
passes through this file before anything else sees it, so no later part has to think of a
terminal that obeys what it is shown.
"""

from __future__ import annotations

from summarise.text.patterns import compile_later

TAB_WIDTH = 4

_ODD_LINE_END = compile_later("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Whole sequences go before lone controls, so that no "[31m" is left behind. A string sequence
# (OSC, DCS, SOS, PM, APC) that is never ended stops at the line end. In its one-byte form it must
# be ended to count: text in the wrong encoding is full of these bytes and would lose its lines.
_SEQUENCE = compile_later(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|\x1b[\\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)?"
    "|[\x90\x98\x9d-\x9f][^\x07\x1b\x90\x98\x9c-\x9f\n]*(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]*[0-~]"
)
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
# Overrides, embeddings and isolates reorder what a reader sees; the plain marks (LRM, RLM, ALM)
# only set a direction, and Arabic and Hebrew need them.
_BIDI = "\u202a-\u202e\u2066-\u2069"
_BYTE_ORDER_MARK = "\ufeff"
_UNWANTED = compile_later(f"[{_CONTROL}{_BIDI}{_BYTE_ORDER_MARK}]")
#: Bold and underlined letters as printers had them, and man pages have them still: a letter, a
#: step back, and the letter again or a line under it.
_UNDERLINED = compile_later("([^\\W_])\b_(?!\b)")
_OVERSTRUCK = compile_later("[^\b\n]\b+")
_SURROGATE = compile_later("[\ud800-\udfff]")
#: Whatever is changed here is one of these: a text without any is safe as it is.
_TOUCHED = compile_later(f"[\t{_CONTROL}{_BIDI}{_BYTE_ORDER_MARK}\u2028\u2029\ud800-\udfff]")
_SPACES = compile_later(r"\s+")


def sanitise(text: str) -> str:
    """The same text with line breaks as its only control characters.

    Control sequences are taken out whole, lone controls, bidirectional overrides and byte order
    marks after them; every kind of line end becomes a line feed, tabs become spaces, and halves of
    surrogate pairs become replacement characters. Doing it twice changes nothing.
    """
    if text.isprintable() or _TOUCHED.search(text) is None:  # a line is told faster by the first
        return text
    text = _ODD_LINE_END.sub("\n", text)
    text = _SURROGATE.sub("\ufffd", text)
    if "\b" in text:
        text = _OVERSTRUCK.sub("", _UNDERLINED.sub(r"\1", text))
    if _UNWANTED.search(text):
        text = _UNWANTED.sub("", _SEQUENCE.sub("", text))
    return text.expandtabs(TAB_WIDTH)


def sanitise_line(text: str, limit: int = 200) -> str:
    """A title, a file name or a message as one safe line of at most ``limit`` characters."""
    # Only so much can be shown, so a hostile title of many megabytes costs no more than this.
    line = _SPACES.sub(" ", sanitise(text[: 20 * limit + 1000])).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
