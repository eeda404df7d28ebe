"""Numbers of list items as documents write them: 3, c, C, iii, III."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
#: Larger numbers are written in digits, whatever is asked for.
_LARGEST = 700


def as_written(number: int, form: str) -> str:
    """A number in the way of "1", "a", "A", "i" or "I"; in digits where it has no other form."""
    if not 0 < number <= _LARGEST:
        return str(number)
    match form:
        case "a":
            return _letters(number)
        case "A":
            return _letters(number).upper()
        case "i":
            return _roman(number)
        case "I":
            return _roman(number).upper()
        case _:
            return str(number)


def _letters(number: int) -> str:
    """From a to z, then aa, bb and so on, as word processors count."""
    return _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    out = []
    for value, digits in _ROMAN:
        out.append(digits * (number // value))
        number %= value
    return "".join(out)
