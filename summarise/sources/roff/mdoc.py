"""The words of a line of mdoc, BSD's macros for man pages: macros may call macros within a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Macros whose words are words of the text, and which other macros may call.
_WORD_NAMES = """
    Ad An Ar At Bsx Bx Cd Cm Dv Dx Em Er Ev Fa Fc Fd Fn Fo Ft Fx Ic Li Lk Ms Mt Nd Nm No Nx Ot Ox
    Pa Rv Sx Sy Ta Tn Ux Va Vt Xo Xc Xr Fl Ns Ap Pf St
    Aq Bq Brq Dq Op Pq Ql Qq Sq Ao Bo Bro Do Eo Oo Po Qo So Ac Bc Brc Dc Ec Oc Pc Qc Sc
"""
MACROS = frozenset(_WORD_NAMES.split())
#: What a macro encloses its words in, to the end of the line; and what opens until another macro.
_ENCLOSING = {
    "Aq": "<>", "Bq": "[]", "Brq": "{}", "Dq": "“”", "Op": "[]", "Pq": "()", "Ql": "‘’",
    "Qq": '""', "Sq": "‘’",
}  # fmt: skip
_OPENING = {"Ao": "<", "Bo": "[", "Bro": "{", "Do": "“", "Oo": "[", "Po": "(", "Qo": '"', "So": "‘"}
_CLOSING = {"Ac": ">", "Bc": "]", "Brc": "}", "Dc": "”", "Oc": "]", "Pc": ")", "Qc": '"', "Sc": "’"}
#: What systems are called.
_SYSTEMS = {
    "At": "AT&T UNIX", "Bsx": "BSD/OS", "Bx": "BSD", "Dx": "DragonFly BSD", "Fx": "FreeBSD",
    "Nx": "NetBSD", "Ox": "OpenBSD", "Ux": "UNIX",
}  # fmt: skip
_ENDS = frozenset(".,;:?!)]")
_BEGINS = frozenset("([")
#: Between two words: they stand together.
_GLUE = "\0"
_GLUED = re.compile(r"\s*\0\s*")


class Words:
    """Makes words of the lines of a page; keeps its name, and whether words stand apart."""

    def __init__(self) -> None:
        self.name = ""
        """The name of the page, which ``Nm`` prints without saying it again."""
        self._apart = True
        self._begun = False

    def of(self, macro: str, words: Sequence[str]) -> str:
        """What a line prints; what stands together across lines is told by :func:`tidied`."""
        if macro == "Sm":
            self._apart = (words[:1] or ["off" if self._apart else "on"])[0] == "on"
            self._begun = False
            return ""
        tokens = [macro, *words]
        tail: list[str] = []
        while len(tokens) > 1 and tokens[-1] in _ENDS:
            tail.insert(0, tokens.pop())
        line = _Line(self._apart)
        if not self._apart and self._begun:
            line.glue()
        self._begun = True
        at = 0
        while at < len(tokens):
            at = self._token(tokens, at, line)
        line.close()
        for mark in tail:
            line.add(mark)
        return line.text()

    def _token(self, tokens: Sequence[str], at: int, line: _Line) -> int:
        """Add what a token prints; returns where the next one is."""
        token = tokens[at]
        given = _given(tokens, at + 1)
        if token not in MACROS:
            line.add(token)
            return at + 1
        if token in _ENCLOSING:
            line.open(_ENCLOSING[token])
        elif token in _OPENING:
            line.add(_OPENING[token], glue_after=True)
        elif token in _CLOSING:
            line.add(_CLOSING[token], glue_before=True)
        elif token in _SYSTEMS:
            line.add(_SYSTEMS[token])
        elif token == "Ns":
            line.glue()
        elif token == "Ap":
            line.add("'", glue_before=True, glue_after=True)
        elif token == "Pf" and given:
            line.add(given[0], glue_after=True)
            return at + 2
        elif token == "Nd":
            line.add("-")
        elif token == "Nm":
            return at + 1 + self._named(given, line)
        elif token == "Fl":
            return at + 1 + _flags(given, line)
        elif token == "Xr" and len(given) > 1:
            line.add(f"{given[0]}({given[1]})")
            return at + 3
        elif token in ("Fn", "Fo") and given:
            line.add(given[0] + ("(" if token == "Fo" else f"({', '.join(given[1:])})"))
            return at + 1 + (1 if token == "Fo" else len(given))
        elif token == "Fc":
            line.add(")", glue_before=True)
        return at + 1

    def _named(self, given: Sequence[str], line: _Line) -> int:
        """The name of the page; returns how many words were its own."""
        if not given or given[0] in _ENDS:
            line.add(self.name)
            return 0
        self.name = self.name or given[0]
        return 0


class _Line:
    """The words of a line, as they come."""

    def __init__(self, apart: bool) -> None:
        self._pieces: list[str] = []
        self._apart = apart
        self._ends: list[str] = []

    def add(self, word: str, *, glue_before: bool = False, glue_after: bool = False) -> None:
        """Add a word; punctuation stands with the word before it, a bracket with the one behind."""
        if glue_before or word in _ENDS or (self._pieces and not self._apart):
            self.glue()
        self._pieces.append(word)
        if glue_after or word in _BEGINS:
            self.glue()

    def open(self, pair: str) -> None:
        """Enclose what follows on the line."""
        self.add(pair[0], glue_after=True)
        self._ends.append(pair[1])

    def close(self) -> None:
        """End what is enclosed."""
        while self._ends:
            self.add(self._ends.pop(), glue_before=True)

    def glue(self) -> None:
        """The next word stands with the last one."""
        self._pieces.append(_GLUE)

    def text(self) -> str:
        """The line."""
        return " ".join(self._pieces)


def tidied(text: str) -> str:
    """The words of a paragraph, with those together that stand together."""
    return _GLUED.sub("", text)


def _given(tokens: Sequence[str], at: int) -> list[str]:
    """The words that a macro is given: up to the next one."""
    given = []
    for token in tokens[at:]:
        if token in MACROS:
            break
        given.append(token)
    return given


def _flags(given: Sequence[str], line: _Line) -> int:
    """Flags with their dashes; returns how many words they are. None is a dash for what follows."""
    if not given or given[0] in _ENDS:
        line.add("-", glue_after=not given)
        return 0
    for word in given:
        line.add(word if word in _ENDS or word == "|" else f"-{word}")
    return len(given)
