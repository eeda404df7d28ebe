"""The lines of a man page for a terminal: conditions decided, strings put in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

#: The conditions "if", "if … else", "else".
_CONDITION = re.compile(r"[.']\s*(if|ie|el)\b\s*(.*)")
_DEFINES = re.compile(r"[.']\s*(?:de1?|am1?|dei|ami|ig)\b\s*(\S*)\s*(\S*)")
_STRING = re.compile(r"[.']\s*ds1?\s+(\S+)(?:\s+\"?(.*))?")
_USED = re.compile(r"\\\*(?:\((\S{2})|\[([^\]\s]{1,40})\]|(\S))")
#: One comparison or register at the head of a condition: ``!n``, ``'a'b'``, ``(\n(.g>0)``, ``d x``.
_TESTS = re.compile(
    r"\s*(?P<not>!*)\s*(?:(?P<sort>[notev])(?=[\s\\(]|$)|(?P<defined>[drcmFS])\s+\S+"
    r"|'(?P<left>[^']*)'(?P<right>[^']*)'|\"(?P<first>[^\"]*)\"(?P<second>[^\"]*)\""
    r"|(?P<number>\([^\n]*?\)(?=\s)|\S+))\s*"
)
_GROFF = re.compile(r"\\n\(\.g|\\n\[\.g\]")
#: Strings that every page may use without saying what they are.
_GIVEN = {
    "R": "®", "Tm": "™", "lq": "“", "rq": "”", "Lq": "“", "Rq": "”", "Ba": "|", "Le": "≤",
    "Ge": "≥", "Ne": "≠", "Am": "&", "Lt": "<", "Gt": ">", "Pm": "±", "If": "∞", "q": '"',
}  # fmt: skip
#: Strings that stand for strings are put in place so often; a string and a line are no longer than
#: this, and all strings of a page print no more: of 746 pages none printed over 11,000.
_DEEPEST, _LONGEST_STRING, _LONGEST_LINE, _MOST = 4, 1_000, 20_000, 500_000


def shown(text: str) -> Iterator[str]:
    """The lines that roff would set for a terminal, without definitions, macros still in them."""
    strings = dict(_GIVEN)
    printed = 0
    for line in _decided(_joined(text)):
        if (string := _STRING.match(line)) is not None:
            strings[string[1]] = (string[2] or "")[:_LONGEST_STRING]
            continue
        if "\\*" in line:
            line, used = _put(line[:_LONGEST_LINE], strings if printed < _MOST else {})
            printed += used
        yield line


def _joined(text: str) -> list[str]:
    """The lines of a text; one whose end is escaped goes on in the next."""
    return re.sub(r"(?<!\\)((?:\\\\)*)\\\n", r"\1", text).split("\n")


def _decided(lines: Sequence[str]) -> Iterator[str]:
    """The lines whose conditions hold; what a macro of the author's own will do is left out."""
    decide = _Conditions()
    ends = ""
    for line in lines:
        if ends:
            ends = "" if line.startswith(".") and line[1:].strip() == ends else ends
        elif decide.is_on and (defined := _DEFINES.match(line)) is not None:
            ignores = line[1:].lstrip().startswith("ig")
            ends = (defined[1] if ignores else defined[2]) or "."
        else:
            rest = decide.line(line)
            if rest is not None:
                yield rest


class _Conditions:
    r"""Which lines are to be shown, by the blocks ``\{ … \}`` that are open around them."""

    def __init__(self) -> None:
        self._open: list[bool] = []
        self._otherwise: list[bool] = []

    @property
    def is_on(self) -> bool:
        """Whether all conditions around the line hold."""
        return all(self._open)

    def line(self, line: str) -> str | None:
        """What is shown of a line, or None if it is not."""
        was_on = self.is_on
        request = _CONDITION.match(line)
        if request is not None:
            return self._request(request[1], request[2], was_on)
        rest = self._closed(line)
        return rest if was_on and (rest.strip(" .'") or not line.strip()) else None

    def _request(self, name: str, rest: str, was_on: bool) -> str | None:
        if name == "el":
            holds = self._otherwise.pop() if self._otherwise else False
        else:
            test = _TESTS.match(rest)
            holds = test is not None and _holds(test)
            rest = rest[test.end() :] if test else ""
            if name == "ie":
                self._otherwise.append(not holds)
        rest = rest.lstrip()
        if rest.startswith("\\{"):
            self._open.append(holds)
            rest = rest[2:].lstrip()
        elif not holds:
            return None
        inner_on = self.is_on
        if _CONDITION.match(rest):
            return self.line(rest) if was_on and inner_on else None
        rest = self._closed(rest)
        return rest if rest.strip() and was_on and inner_on else None

    def _closed(self, line: str) -> str:
        r"""A line without ``\}``, whose blocks end."""
        for _ in range(line.count("\\}")):
            if self._open:
                self._open.pop()
        return line.replace("\\}", "")


def _holds(test: re.Match[str]) -> bool:
    r"""Whether a condition holds on a terminal, for groff: ``n`` does, ``t`` does not."""
    if test["sort"]:
        holds = test["sort"] in "no"
    elif test["left"] is not None:
        holds = test["left"] == test["right"]
    elif test["first"] is not None:
        holds = test["first"] == test["second"]
    else:
        holds = _GROFF.match((test["number"] or "").lstrip("(")) is not None
    return holds != (len(test["not"]) % 2 == 1)


def _put(line: str, strings: dict[str, str]) -> tuple[str, int]:
    """A line with the strings that it uses in their places, and how many characters that took."""
    printed = 0
    for _ in range(_DEEPEST):
        if "\\*" not in line:
            break
        line = _USED.sub(lambda used: strings.get(used[1] or used[2] or used[3], ""), line)
        printed += len(line)
        line = line[:_LONGEST_LINE]
    return line, printed
