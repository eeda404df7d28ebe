"""Escape sequences by a grammar: whole ones, with the text that must be left; and broken ones."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

_ESC = "\x1b"
#: What terminals take for the beginning of a string: OSC, DCS, SOS, PM and APC.
_STRINGS = "]PX^_"
_ONE_BYTE_STRINGS = "\x9d\x90\x98\x9e\x9f"
_PARAMETERS = "0123456789:;<=>?"
_INTERMEDIATES = " !\"#$%&'()*+,-./"
_FINALS = "".join(map(chr, range(0x40, 0x7F)))
_PAYLOAD = "".join(map(chr, range(0x20, 0x7F))) + "éß東🙂"
_WORDS = ("ferry", "ice", "Ünder", "東京", "שקט", "🙂", "a", "1.", "[31m", "]0;", "\\", "Harbour")
_LINE_ENDS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_LONE = [
    *map(chr, range(0x09)),
    *map(chr, range(0x0E, 0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ud800\udc80\udfff",
]


def _some(dice: Random, characters: str, most: int) -> str:
    return "".join(dice.choices(characters, k=dice.randrange(most + 1)))


def _csi(dice: Random) -> str:
    opened = dice.choice((_ESC + "[", "\x9b"))
    return (
        opened + _some(dice, _PARAMETERS, 8) + _some(dice, _INTERMEDIATES, 2) + dice.choice(_FINALS)
    )


def _string(dice: Random) -> str:
    return (
        _ESC
        + dice.choice(_STRINGS)
        + _some(dice, _PAYLOAD, 20)
        + dice.choice(("\x07", "\x1b\\", "\x9c"))
    )


def _one_byte_string(dice: Random) -> str:
    return (
        dice.choice(_ONE_BYTE_STRINGS) + _some(dice, _PAYLOAD, 20) + dice.choice(("\x07", "\x9c"))
    )


def _link(dice: Random) -> str:
    return f"{_ESC}]8;id={_some(dice, 'ab1', 3)};https://a.example/{_some(dice, 'xyz', 5)}{_ESC}\\"


def _two_bytes(dice: Random) -> str:
    return _ESC + _some(dice, _INTERMEDIATES, 2) + dice.choice("78cDEHMNOZ=>|}~ABno01")


_WHOLE: tuple[Callable[[Random], str], ...] = (_csi, _string, _one_byte_string, _link, _two_bytes)


def whole_case(dice: Random) -> tuple[str, str]:
    """Words with whole sequences between them, and what of it is text."""
    pieces: list[str] = []
    texts: list[str] = []
    for _ in range(dice.randint(1, 6)):
        text = dice.choice(_WORDS) + dice.choice(("", " ", "\n"))
        pieces += [text, dice.choice(_WHOLE)(dice)]
        texts.append(text)
    return "".join(pieces), "".join(texts)


def broken_case(dice: Random) -> str:
    """Sequences cut off anywhere, within one another, with line ends and lone controls in them."""
    pieces: list[str] = []
    for _ in range(dice.randint(1, 10)):
        roll = dice.random()
        if roll < 0.35:
            sequence = dice.choice(_WHOLE)(dice)
            at = dice.randrange(len(sequence) + 1)
            pieces.append(sequence[:at] if roll < 0.25 else sequence[at:])
        elif roll < 0.5:
            outer, inner = dice.choice(_WHOLE)(dice), dice.choice(_WHOLE)(dice)
            at = dice.randrange(len(outer) + 1)
            pieces.append(outer[:at] + inner + outer[at:])
        elif roll < 0.7:
            pieces.append(dice.choice(_LONE) * dice.randint(1, 3))
        elif roll < 0.8:
            pieces.append(dice.choice((*_LINE_ENDS, "\t", "\b", " \b", "_\b")))
        elif roll < 0.85:
            pieces.append(chr(dice.randrange(0x110000)))
        else:
            pieces.append(dice.choice(_WORDS))
    return "".join(pieces)


def any_sequence(dice: Random) -> str:
    """One sequence, whole or broken, to be put into something else."""
    return dice.choice(_WHOLE)(dice) if dice.random() < 0.6 else broken_case(dice)
