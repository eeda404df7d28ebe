"""Speech in writing: subtitles, and transcripts whose turns open with a time or a speaker.

Subtitles are cut by the second, not by the sentence: their lines are joined to paragraphs, and the
times between them are left out as the marks of a format. In a transcript each turn keeps its time
and its speaker on a line of their own, so that they never run into a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarise.text.sentences.marks import ends_sentence

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
#: What every time holds: a text without it is nothing that is looked for here.
_MINUTES = re.compile(r":\d\d")
_CUE = re.compile(rf"\s*({_CLOCK}) +--> +({_CLOCK})(?:\s.*)?")
_CUE_NUMBER = re.compile(r"\s*\d{1,5}\s*")
#: Who speaks, in WebVTT: the turn begins on a line of its own.
_VOICE = re.compile(r"<v(?:\.[\w.]+)? ([^<>]{1,60})>")
_TURN_MARK = "\x00"
_CUE_TAG = re.compile(r"</?[a-z][^<>]{0,60}>|\{\\an?\d\}")
_STAMP_ALONE = re.compile(rf"\s*[\[(]?{_CLOCK}[\])]?\s*")
_SPEAKER = r"[^\W\d_][\w.’' -]{0,30}?"
#: "[00:00:12] SPEAKER_02: …", "(0:12) Anna: …", "00:12 - …".
_TURN = re.compile(
    rf"\s*(?P<label>[\[(]?{_CLOCK}[\])]?(?:\s*[-–—])?(?:\s*(?:{_SPEAKER}):|\s*\[{_SPEAKER}\]:?)?)"
    r"\s+(?P<said>\S.*)"
)
#: "Anna Keller 0:31", "Anna Keller (00:31):" above what she says.
_NAMED = re.compile(rf"\s*{_SPEAKER}\s+[\[(]?{_CLOCK}[\])]?:?\s*")
#: So many lines with a time, and this share of all lines, make a transcript.
_FEWEST, _SHARE = 3, 0.2
#: A paragraph of subtitles ends at a sentence behind so many words, or at a pause of so many
#: seconds behind a sentence.
_FULL, _PAUSE = 60, 3.0
_LONGEST = 120
#: Up to this share of their lines end with a sentence where speech was cut by the second.
_CUT_BY_TIME = 0.6


def as_paragraphs(text: str) -> str:
    """Subtitles (SRT, WebVTT, or a time on each second line) as paragraphs; other text as it is."""
    if _MINUTES.search(text) is None:
        return text
    lines = text.split("\n")
    if sum("-->" in line and _CUE.fullmatch(line) is not None for line in lines) >= _FEWEST - 1:
        return "\n\n".join(_joined(_cues(lines)))
    if _is_timed(lines):
        return "\n\n".join(_joined(_timed(lines)))
    return text


def turns_apart(text: str) -> tuple[str, frozenset[str]]:
    """A transcript with the label of each turn on a line above it, and these labels.

    Returns:
        The text, and the lines in it that are labels; none if it is no transcript.
    """
    if _MINUTES.search(text) is None:
        return text, frozenset()
    lines = text.split("\n")
    found = [
        (_TURN.fullmatch(line) or _NAMED.fullmatch(line)) if ":" in line else None for line in lines
    ]
    count = sum(match is not None for match in found)
    if count < _FEWEST or count < _SHARE * sum(bool(line.strip()) for line in lines):
        return text, frozenset()
    out: list[str] = []
    labels = set()
    for line, match in zip(lines, found, strict=True):
        if match is None:
            out.append(line)
            continue
        parts = match.groupdict()
        label = parts.get("label", line).strip()
        labels.add(label)
        out.append(label)
        if "said" in parts:
            out.append(parts["said"].strip())
    return "\n".join(out), frozenset(labels)


def _cues(lines: Sequence[str]) -> Iterator[tuple[float, float, str]]:
    """Start, end and words of each cue; what stands before the first one is a header."""
    times: tuple[float, float] | None = None
    words: list[str] = []
    speaker = cue_time = ""
    for at, line in enumerate(lines):
        cue = _CUE.fullmatch(line)
        if cue is not None:
            if times is not None:
                yield *times, " ".join(words)
            times, words = (_seconds(cue[1]), _seconds(cue[2])), []
            cue_time = cue[1].split(".")[0]
        elif times is not None and not _is_cue_number(lines, at):
            voice = _VOICE.match(line.strip())
            if voice is not None and voice[1] != speaker:
                speaker = voice[1]
                words.append(f"{_TURN_MARK}[{cue_time}] {speaker}:")
            words += _CUE_TAG.sub("", line).split()
    if times is not None:
        yield *times, " ".join(words)


def _is_cue_number(lines: Sequence[str], at: int) -> bool:
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return _CUE.fullmatch(below) is not None and (
        _CUE_NUMBER.fullmatch(lines[at]) is not None or not (at and lines[at - 1].strip())
    )


def _is_timed(lines: Sequence[str]) -> bool:
    """Whether every second line or so is a time, and the lines between are cut by it."""
    full = [line for line in lines if line.strip()]
    alone = [":" in line and _STAMP_ALONE.fullmatch(line) is not None for line in full]
    count = sum(alone)
    if count < _FEWEST + 1 or count < _CUT_BY_TIME / 2 * len(full):
        return False
    said = [line for line, is_time in zip(full, alone, strict=True) if not is_time]
    ending = sum(ends_sentence(line.rstrip()) for line in said)
    return bool(said) and ending <= _CUT_BY_TIME * len(said)


def _timed(lines: Sequence[str]) -> Iterator[tuple[float, float, str]]:
    at = 0.0
    for line in lines:
        if _STAMP_ALONE.fullmatch(line):
            at = _seconds(line.strip(" []()"))
        elif line.strip():
            yield at, at, " ".join(line.split())


def _joined(cues: Iterator[tuple[float, float, str]]) -> Iterator[str]:
    words: list[str] = []
    last = 0.0
    for start, end, said in cues:
        ended = bool(words) and ends_sentence(words[-1])
        pause = start - last >= _PAUSE
        turns = said.startswith(_TURN_MARK)
        said = said.removeprefix(_TURN_MARK)
        if (
            (words and turns)
            or (ended and (len(words) >= _FULL or pause))
            or len(words) >= _LONGEST
        ):
            yield " ".join(words)
            words = []
        if said.split() != words[-len(said.split()) :]:  # rolling subtitles say a line twice
            words += said.split()
        last = end
    if words:
        yield " ".join(words)


def _seconds(clock: str) -> float:
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = 60 * total + float(part)
    return total
