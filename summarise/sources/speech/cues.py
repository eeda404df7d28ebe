"""What is said from one moment to another, in paragraphs: for subtitles and for transcripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from summarise.article import Kind
from summarise.draft import Block
from summarise.text.patterns import compile_later
from summarise.text.sentences.marks import ends_sentence

#: A time, as a pattern.
CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
#: Sounds and songs: "[laughs]", "♪ la la ♪".
SOUND = compile_later(r"\[[^\[\]]{0,80}\]|♪[^♪]*(?:♪|$)|[♪♫#]{2,}")
#: A paragraph ends at a sentence behind so many words, or at a pause of so many seconds behind a
#: sentence; where no sentence ends, as in captions made by machine, at so many words.
_FULL, _PAUSE, _LONGEST = 60, 3.0, 120
#: Below all headings: the time and the speaker of a turn.
LABEL_LEVEL = 6


@dataclass(slots=True)
class Cue:
    """What is said from one moment to another."""

    start: float
    """Seconds from the beginning, as its end."""
    end: float
    lines: list[Line] = field(default_factory=list)


class Line(NamedTuple):
    """A line of a cue."""

    words: str
    turns: bool = False
    """Whether somebody else begins to speak."""
    speaker: str = ""
    """The label above the turn, if its speaker is named."""


def paragraphs_of(cues: Iterable[Cue]) -> Iterator[Block]:
    """What is said in some cues, in paragraphs that end with sentences where there are any."""
    words: list[str] = []
    last = 0.0
    for cue in cues:
        for line in cue.lines:
            ended = bool(words) and ends_sentence(words[-1])
            pause = cue.start - last >= _PAUSE
            is_full = (ended and (len(words) >= _FULL or pause)) or len(words) >= _LONGEST
            if words and (line.turns or is_full):
                yield Block(" ".join(words))
                words = []
            if line.speaker:
                yield Block(line.speaker, Kind.HEADING, LABEL_LEVEL)
            words += line.words.split()
            last = cue.end
    if words:
        yield Block(" ".join(words))


def seconds_of(clock: str) -> float:
    """The seconds of a time as "1:02:03,5"."""
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = 60 * total + float(part)
    return total
