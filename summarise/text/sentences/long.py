"""Where to cut what has no ends: Thai and Lao, speech written down by machine, overlong lines."""

from __future__ import annotations

from collections.abc import Iterator

from summarise.text.openers import opener_phrases, section_of
from summarise.text.patterns import compile_later
from summarise.text.phrases.openings import plain_lower

#: Languages that put a space between clauses and sentences and no mark at an end.
UNMARKED = frozenset({"th", "lo"})

_SPACES = compile_later(r"\s+")

# Thai clauses: words that usually go on with a sentence, and words that usually open one.
_GOES_ON = "และ หรือ แต่ ที่ ซึ่ง โดย ว่า เพื่อ จาก ใน ของ กับ ให้ จึง ก็ ๆ ฯ"
_OPENS = "นอกจากนี้ อย่างไรก็ตาม ทั้งนี้ ขณะที่ ส่วน สำหรับ ดังนั้น ต่อมา ล่าสุด เมื่อ หลังจาก ด้าน โดยเฉพาะ"
_SHORTEST = 60
_USUAL = 140
_LONGEST_CLAUSE = 300

#: So many characters without a mark between clauses are speech that was written down by machine.
#: A clause has so many characters and more before a connective, more before a pronoun, and at most.
SPOKEN = 300
_SPOKEN_CLAUSE, _BEFORE_PRONOUN, _LONGEST_SPOKEN = 60, 110, 200
#: Up to this share of the words of speech are names, figures or sounds.
_NAMED = 0.4
_MARK = compile_later(r"[.,;:!?…—–،؛؟。．，、；：！？]")

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


def cut_speech(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Cut a span of speech without any mark before what usually opens a sentence, else at spaces.

    Spans with marks, as nearly all are, come back as they are.
    """
    if end - start < SPOKEN or _MARK.search(text, start, end) or _is_row(text[start:end]):
        yield start, end
        return
    openers, lower = opener_phrases(language), plain_lower(text[start:end])
    begin = start
    for space in _SPACES.finditer(text, start, end):
        size, after = space.start() - begin, space.end()
        if size < _SPOKEN_CLAUSE or end - after < _SPOKEN_CLAUSE // 2:
            continue
        behind_sound = text[space.start() - 1] == "]" and text[after] != "["
        if size < _LONGEST_SPOKEN and not behind_sound:
            phrase = openers.find(lower, after - start)
            is_pronoun = phrase is not None and section_of(phrase, language) == "pronoun"
            if phrase is None or (is_pronoun and size < _BEFORE_PRONOUN):
                continue
        yield begin, space.start()
        begin = after
    yield begin, end


def _is_row(text: str) -> bool:
    """Whether a text is a row of names or labels: of speech few words have a capital."""
    words = text.split()
    return sum(not word[0].isalpha() or word[0].isupper() for word in words) > _NAMED * len(words)


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
