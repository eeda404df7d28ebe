"""Where to cut what has no ends: Thai and Lao, and lines far longer than any sentence."""

from __future__ import annotations

from collections.abc import Iterator

from summarise.text.patterns import compile_later

#: Languages that put a space between clauses and sentences and no mark at an end.
UNMARKED = frozenset({"th", "lo"})

_SPACES = compile_later(r"\s+")

# Thai clauses: words that usually go on with a sentence, and words that usually open one.
_GOES_ON = "และ หรือ แต่ ที่ ซึ่ง โดย ว่า เพื่อ จาก ใน ของ กับ ให้ จึง ก็ ๆ ฯ"
_OPENS = "นอกจากนี้ อย่างไรก็ตาม ทั้งนี้ ขณะที่ ส่วน สำหรับ ดังนั้น ต่อมา ล่าสุด เมื่อ หลังจาก ด้าน โดยเฉพาะ"
_SHORTEST = 60
_USUAL = 140
_LONGEST_CLAUSE = 300

#: No sentence is longer than this if there is a comma or a space to cut at.
LONGEST = 2000
_CUTS = ("; ", "؛ ", "；", " – ", " — ", " | ", ": ", ", ", "، ", "，", "、", " ")


def cut_clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a span of Thai at spaces, so that each piece has about the size of a sentence."""
    opens, goes_on = tuple(_OPENS.split()), tuple(_GOES_ON.split())
    begin = start
    for space in _SPACES.finditer(text, start, end):
        size = space.start() - begin
        after = space.end()
        if size < _SHORTEST or end - after < _SHORTEST // 2:
            continue
        if size < _LONGEST_CLAUSE:
            if text[after].isdigit() or text[space.start() - 1].isdigit():
                continue
            if not text.startswith(opens, after) and (
                size < _USUAL or text.startswith(goes_on, after)
            ):
                continue
        yield begin, space.start()
        begin = after
    yield begin, end


def cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a span that is far too long for a sentence: at semicolons, else commas, else spaces."""
    while end - start > LONGEST:
        cut, after = _cut(text, start)
        if cut is None:
            break
        yield start, cut
        start = after
    yield start, end


def _cut(text: str, start: int) -> tuple[int | None, int]:
    lowest, highest = start + LONGEST // 2, start + LONGEST
    for mark in _CUTS:
        at = text.rfind(mark, lowest, highest)
        if at >= 0:
            cut = at + len(mark.rstrip()) if mark.strip() else at
            if cut > start and not text[cut - 1].isspace():
                return cut, _SPACES.match(text, cut).end() if text[cut].isspace() else cut  # type: ignore[union-attr]
    return None, start
