"""Dates as sources write them, in ISO 8601: of pages, feeds and mails."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTH_NAMES = """
january januar janvier enero gennaio janeiro januari jan gen ene janv janvier
february februar février fevrier febrero febbraio fevereiro februari feb fév fev févr
march märz mars marzo março maart mar mär mrz mrt
april avril abril aprile apr abr avr
may mai mayo maggio maio mei mag
june juni juin junio giugno junho jun giu
july juli juillet julio luglio julho jul juil lug
august août aout agosto augustus aug ago
september septembre septiembre settembre setembro sep sept set
october oktober octobre octubre ottobre outubro oct okt ott out
november novembre noviembre novembro nov
december dezember décembre decembre diciembre dicembre dezembro dec dez dic déc
"""
_MONTHS = {
    name: number
    for number, line in enumerate(_MONTH_NAMES.strip().splitlines(), 1)
    for name in line.split()
}
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*"
    r"(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}Z?)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:\s+(?:de|of))?[\s-]+([^\W\d_]{3,10})\.?,?"
    r"(?:\s+de[l]?)?[\s-]+(\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)", re.IGNORECASE
)
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.年])\s?(\d{1,2})([-/.月])\s?(\d{1,2})(?:日|(?!\d))")
#: Before this nothing was published, and what has no date often says that it is the first.
_BEGIN = date(1450, 1, 1)
_NO_DATES = frozenset({date(1970, 1, 1), date(1969, 12, 31)})
_LONGEST = 200
_SEPARATED = frozenset({"年月", "--", "//", ".."})


def iso_date(text: str) -> str:
    """A date in ISO 8601, with the time and the zone if they are written; "" if it is none.

    Args:
        text: A date as people or programs write it, perhaps with words around it. Of two numbers
            before a year with slashes the day is known only if one of them is no month.
    """
    text = " ".join(text[:_LONGEST].split())
    return _standard(text) or _of_mail(text) or _written(text)


def _standard(text: str) -> str:
    if match := _MONTH.fullmatch(text):
        return text if _day(int(match[1]), int(match[2]), 1) else ""
    if (match := _COMPACT.fullmatch(text)) is not None:
        return _day(*map(int, match.groups()[:3]))
    if (match := _ISO.match(text.replace("/", "-"))) is None:
        return ""
    day = _day(int(match[1]), int(match[2]), int(match[3]))
    time, zone = match[4], (match[5] or "").upper()
    if not day or not time or (time.strip("0:") == "" and not zone):
        return day  # midnight without a zone is no time but the lack of one
    zone = "+00:00" if zone in ("Z", "UTC", "GMT") else zone
    try:
        found = datetime.fromisoformat(f"{day}T{time:0>5}{zone}")
    except ValueError:
        return day
    return found.isoformat()


def _of_mail(text: str) -> str:
    if ":" not in text:
        return ""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return found.isoformat() if _day(found.year, found.month, found.day) else ""


def _written(text: str) -> str:
    if (match := _YEAR_FIRST.search(text)) and f"{match[2]}{match[4]}" in _SEPARATED:
        return _day(int(match[1]), int(match[3]), int(match[5]))
    for match in _DAY_FIRST.finditer(text):
        if month := _MONTHS.get(match[2].lower()):
            return _day(int(match[3]), month, int(match[1]))
    for match in _MONTH_FIRST.finditer(text):
        if month := _MONTHS.get(match[1].lower()):
            return _day(int(match[3]), month, int(match[2]))
    if match := _DOTTED.search(text):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if match := _SLASHED.search(text):
        first, second, year = map(int, match.groups())
        if first > 12 or first == second:
            return _day(year, second, first)
        if second > 12:
            return _day(year, first, second)
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        return ""
    tomorrow = datetime.now(UTC).date() + timedelta(days=2)
    return found.isoformat() if _BEGIN <= found <= tomorrow and found not in _NO_DATES else ""
