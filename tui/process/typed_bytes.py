"""What a terminal sends, made fit for Textual: bytes to text that its parser can read.

Textual ends the app at bytes that are not UTF-8 and at reports of keys that no character has; and
it takes an escape character within pasted text for keys that were pressed.
"""

from __future__ import annotations

import codecs
import re

from summarise.text.patterns import compile_later
from summarise.text.sanitise import sanitise

_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"
#: Characters of one paste that are kept: as many as the largest source has bytes.
_PASTE_LIMIT = 64_000_000

#: Reports of keys (kitty's protocol, and the older ones with modifiers).
_KEY_REPORT = compile_later(r"\x1b\[([\d:;]+)([u~A-HPQRS])")
#: Reports of the size of the terminal in rows, columns and pixels.
_SIZE_REPORT = compile_later(r"\x1b\[48;(\d+)[\d:]*;(\d+)[\d:;]*t")
#: A report longer than any: Textual takes those over 32 characters for keys that were pressed.
_OVERLONG_REPORT = compile_later(r"\x1b\[[0-?]{30,}[ -/]*[@-~]")
#: More rows or columns than any terminal has.
_LARGEST = 5_000
#: The event that a terminal may report a key with when it is let go.
_LET_GO = "3"


class InputDecoder(codecs.IncrementalDecoder):
    """Decodes what a terminal sends, piece by piece.

    Invalid bytes become replacement characters, reports of keys and sizes that cannot be are
    dropped, and control characters leave pasted text, which is handed on when it is complete.

    Raises:
        EOFError: There is nothing more to decode: the terminal has been hung up.
    """

    def __init__(self, errors: str = "replace") -> None:
        super().__init__(errors)
        self._utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        self._pasted: list[str] | None = None
        self._pasted_size = 0
        self._tail = ""
        self._is_first = True

    def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]
        """The text of some bytes."""
        if not data and not final:
            raise EOFError
        text = self._utf8.decode(data, final)
        done = []
        while text:
            if self._pasted is None:
                before, text = self._up_to_paste(text)
                if self._is_first:
                    # What was typed before the program had the terminal comes in lines: enter is
                    # a line feed there, which else is ctrl+j.
                    before = before.replace("\n", "\r")
                done.append(_sensible(before))
            else:
                pasted, text = self._up_to_end(text)
                done.append(pasted)
        self._is_first = False
        return "".join(done)

    def reset(self) -> None:
        """Begin anew."""
        self._utf8.reset()
        self._pasted, self._pasted_size, self._tail = None, 0, ""

    def _up_to_paste(self, text: str) -> tuple[str, str]:
        # The mark may come in two pieces. Its first piece is not held back: a lone escape is a key.
        known = self._tail + text
        if (at := known.find(_PASTE_BEGINS)) < 0:
            self._tail = known[1 - len(_PASTE_BEGINS) :]
            return text, ""
        end = at + len(_PASTE_BEGINS) - len(self._tail)
        self._pasted, self._pasted_size, self._tail = [], 0, ""
        return text[:end], text[end:]

    def _up_to_end(self, text: str) -> tuple[str, str]:
        assert self._pasted is not None
        known = self._tail + text
        if (at := known.find(_PASTE_ENDS)) < 0:
            kept = max(0, len(known) - len(_PASTE_ENDS) + 1)
            self._keep(known[:kept])
            self._tail = known[kept:]
            return "", ""
        self._keep(known[:at])
        pasted = sanitise("".join(self._pasted))
        self._pasted, self._tail = None, ""
        return pasted + _PASTE_ENDS, known[at + len(_PASTE_ENDS) :]

    def _keep(self, text: str) -> None:
        assert self._pasted is not None
        self._pasted.append(text[: _PASTE_LIMIT - self._pasted_size])
        self._pasted_size += len(self._pasted[-1])


def _sensible(text: str) -> str:
    """The same keys without reports that cannot be."""
    if "\x1b[" not in text:
        return text
    text = _OVERLONG_REPORT.sub("", text)
    return _KEY_REPORT.sub(_key_report, _SIZE_REPORT.sub(_size_report, text))


def _key_report(report: re.Match[str]) -> str:
    """A report of a key as Textual reads it: without other layouts and events, or nothing."""
    parts = report[1].split(";")
    key, modifiers, typed = (*parts, "", "")[:3]
    key, _, _ = key.partition(":")
    modifiers, _, event = modifiers.partition(":")
    if event == _LET_GO or not all(map(_is_character, filter(None, [key, *typed.split(":")]))):
        return ""
    plain = [key, modifiers, *parts[2:]][: len(parts)]
    return f"\x1b[{';'.join(plain)}{report[2]}"


def _is_character(number: str) -> bool:
    return len(number) <= 7 and (int(number) < 0xD800 or 0xE000 <= int(number) <= 0x10FFFF)


def _size_report(report: re.Match[str]) -> str:
    possible = all(len(n) <= 4 and 1 <= int(n) <= _LARGEST for n in report.groups())
    return report[0] if possible else ""
