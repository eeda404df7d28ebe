"""LaTeX → Draft: sections, lists, quotations, listings, tables and captions of a document.

What it takes in is read from below its own folder; what is not there is said in the note.
"""

from __future__ import annotations

import re

from summarise.draft import Draft
from summarise.sources.beside import Beside
from summarise.sources.latex.source import source_of
from summarise.sources.latex.walker import Walker
from summarise.sources.properties import date_of

_BEGIN = re.compile(r"\\begin\s*\{document\}")
_END = re.compile(r"\\end\s*\{document\}")
_BABEL = re.compile(
    r"\\(?:usepackage\[([^\]]{0,200})\]\{babel\}|setdefaultlanguage(?:\[[^\]]{0,200}\])?\{(\w+)\})"
)
_LANGUAGES = {"ngerman": "german", "naustrian": "german", "austrian": "german", "french": "french",
              "francais": "french", "brazil": "portuguese", "british": "english",
              "american": "english", "usenglish": "english", "ukenglish": "english"}  # fmt: skip


def read_latex(text: str, beside: Beside | None = None) -> Draft:
    """Make blocks of LaTeX: a clean draft with its notes set aside at the end.

    Args:
        text: A whole document, or a part of one without a preamble.
        beside: The folder it lies in, if it is a file.
    """
    source = source_of(text, beside)
    begin = _BEGIN.search(source.text)
    preamble = source.text[: begin.start()] if begin else ""
    body = source.text[begin.end() :] if begin else source.text
    if end := _END.search(body):
        body = body[: end.start()]
    walker = Walker(source)
    walker.read_preamble(preamble)
    walker.run(body)
    return Draft(
        tuple(walker.finished()),
        walker.facts["title"],
        _language_of(preamble),
        "LaTeX",
        clean=True,
        author=walker.facts["author"],
        date=date_of(walker.facts["date"]),
        note=_note_of(walker.others),
    )


def _language_of(preamble: str) -> str:
    match = _BABEL.search(preamble)
    if match is None:
        return ""
    name = (match[1] or match[2]).split(",")[-1].strip().lower()
    return _LANGUAGES.get(name, name if name.isalpha() else "")


def _note_of(others: list[str]) -> str:
    if not others:
        return ""
    if len(others) == 1:
        return f"it takes in another file ({others[0]}), which is not read"
    named = ", ".join(others[:3]) + (" …" if len(others) > 3 else "")
    return f"it takes in {len(others)} other files ({named}), which are not read"
