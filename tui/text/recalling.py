"""What a reader is told who opens an article again: how it was left, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from summarise.text.sanitise import sanitise_line
from tui.state.keeping import Recalled
from tui.state.reading_state import ReadingState
from tui.state.remembering import Found
from tui.text.wording import blocks_named, length_named, percent, plural

#: Characters of a sentence that was not found, as it is told.
_QUOTED = 40


def recalled_line(
    recalled: Recalled, fresh: ReadingState, sentences: int, now: float, afresh: str, room: int
) -> str:
    """How an article was left, as far as that differs from how everyone starts; "" if not at all.

    Args:
        recalled: How it was left.
        fresh: How everyone starts.
        sentences: How many sentences the article has.
        now: The time, in seconds since 1970.
        afresh: The key that starts afresh.
        room: Characters that this should take at most; what is lost is told even so.
    """
    left = [*_left(recalled.state, fresh, sentences)]
    lost = lost_line(recalled.lost)
    if not left and not lost:
        return ""
    for parts in range(len(left), -1, -1):
        told = ", ".join([*left[:parts], "…"] if parts < len(left) else left)
        told = "; ".join(filter(None, (told, lost)))
        told = f"{told} · {afresh} starts afresh"
        line = f"{since(recalled.left, now)}: {told}"
        if len(line) <= room or (lost and not parts):
            return line
        if parts == 1 and len(told) <= room:
            return told  # what it was is more than since when
    return f"{afresh} starts afresh"


def since(then: float, now: float) -> str:
    """Since when, in the words of a person: ``Since 14:05``, ``Since Tuesday``.

    A time in the future, which a clock that was wrong has left, is none.
    """
    try:
        at, today = (datetime.fromtimestamp(time) for time in (then, now))
    except (OverflowError, OSError, ValueError):
        return "As you left it"
    days = (today.date() - at.date()).days
    if then > now:
        return "As you left it"
    if days == 0:
        return f"Since {at:%H:%M}"
    if days == 1:
        return "Since yesterday"
    if today - at < timedelta(days=6, hours=12) and days < 7:
        return f"Since {at:%A}"
    year = "" if at.year == today.year else f" {at.year}"
    return f"Since {at.day} {at:%B}{year}"


def _left(state: ReadingState, fresh: ReadingState, sentences: int) -> Iterator[str]:
    choices = state.choices
    if choices.pins:
        yield plural(len(choices.pins), "pin")
    if choices.drops:
        yield plural(len(choices.drops), "dropped sentence")
    yield from blocks_named(choices)
    if state.new_first and not fresh.new_first:
        yield "what is new first"
    if state.dims_known and not fresh.dims_known:
        yield "what you have read is dimmed"
    if choices.focus:
        yield f"more of {', '.join(choices.focus)}"
    if not state.suits and (fresh.suits or state.length != fresh.length):
        yield length_named(state.length)
    if state.method != fresh.method:
        yield f"by {state.method}"
    if state.layout is not fresh.layout:
        yield state.layout.value
    if state.place and sentences > 1 and state.absent_place is None:
        yield f"left at {percent(state.place / (sentences - 1))}"


def renewed_line(found: Found | None) -> str:
    """What is told of an article that was read anew while it is read, since it has changed."""
    line = "It has changed, and is here anew"
    if found is None:
        return f"{line}."
    back = _quoted("there again", found.back)
    return "; ".join(filter(None, (line, lost_line(found.lost), back))) + "."


def lost_line(lost: tuple[str, ...]) -> str:
    """What was chosen and is not in the text now; "" if all of it is."""
    return _quoted("not found now, but kept", lost)


def _quoted(what: str, texts: tuple[str, ...]) -> str:
    if not texts:
        return ""
    more = f" and {len(texts) - 1:,} more" if len(texts) > 1 else ""
    return f"{what}: “{sanitise_line(texts[0], _QUOTED)}”{more}"
