"""What an answer of a server means when it is not a page that can be read."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from summarise.text.sanitise import sanitise_line

_SAVE = "save the page in a browser and open the file"
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)
#: Kinds that hold no text, by the beginning of their names. Of all others the content decides.
_NO_TEXT = {
    "image/": "a picture",
    "audio/": "a sound",
    "video/": "a film",
    "font/": "a font",
    "model/": "a model",
    "text/css": "a style sheet",
    "text/javascript": "a script",
    "application/javascript": "a script",
    "application/x-javascript": "a script",
    "application/wasm": "a program",
}
#: Seconds of the longest wait that is told as such, and not as a time of day.
_SOON = 600


def fault_of_status(status: int, reason: str, retry_after: str, now: datetime) -> str:
    """Why an answer is no page, to stand behind its address; "" if it is one.

    Args:
        status: The number of the answer.
        reason: What the server calls it.
        retry_after: When it wants to be asked again, as it says.
        now: The time, with its zone.
    """
    if 200 <= status < 300:
        return ""
    match status:
        case 401 | 403 | 407 | 451:
            return f"answered {status}: it wants a login, or refuses programs: {_SAVE}"
        case 404 | 410:
            return f"answered {status}: there is no such page: check the address"
        case 429 | 503:
            return f"answered {status}: it is too busy: try again {_when(retry_after, now)}"
        case _:
            called = sanitise_line(reason, 60) or _usual_name(status)
            return f"answered {status}{f' ({called})' if called else ''}"


def _usual_name(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def seconds_to_wait(retry_after: str, now: datetime) -> int | None:
    """For how many seconds a server does not want to be asked again; None if it does not say.

    Args:
        retry_after: What it says: seconds, or a date.
        now: The time, with its zone.
    """
    value = retry_after.strip()
    if value.isdecimal() and len(value) < 8:
        return int(value)
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0, round((until - now).total_seconds()))


def _when(retry_after: str, now: datetime) -> str:
    seconds = seconds_to_wait(retry_after, now)
    if seconds is None:
        return "later"
    if seconds < 2:
        return "in a moment"
    if seconds <= _SOON:
        return f"in {seconds} s" if seconds < 120 else f"in {seconds // 60} min"
    at = datetime.fromtimestamp(min(now.timestamp() + seconds, 4e9), UTC).astimezone()
    return f"after {at:%Y-%m-%d %H:%M}"


def fault_of_kind(kind: str) -> str:
    """Why a media type is not worth fetching, to stand behind its address; "" if it may be."""
    named = next((name for start, name in _NO_TEXT.items() if kind.startswith(start)), "")
    return f"is {named} ({sanitise_line(kind, 40)}), not a text" if named else ""


def forbids_keeping(cache_control: str) -> bool:
    """Whether a server asks that nothing of its answer be kept, as of one for one reader alone."""
    return "no-store" in {part.strip().lower() for part in cache_control.split(",")}


def kind_and_charset(content_type: str) -> tuple[str, str]:
    """The media type, in lower case, and the charset that a server says."""
    charset = _CHARSET.search(content_type)
    return content_type.partition(";")[0].strip().lower(), charset[1] if charset else ""
