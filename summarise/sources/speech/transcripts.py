"""Speech in writing: transcripts whose turns open with a time or a speaker.

A transcript cut by the second, with a time on every second line or before every line, is joined to
paragraphs as subtitles are. In any other one each turn keeps its time and its speaker on a line of
their own, so that they never run into a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from summarise.sources.speech.cues import CLOCK, SOUND, Cue, Line, paragraphs_of, seconds_of
from summarise.text.patterns import compile_later
from summarise.text.sentences.marks import ends_sentence

#: What every time holds: a text without it is nothing that is looked for here.
_MINUTES = compile_later(r":\d\d")
_STAMP_ALONE = compile_later(rf"\s*[\[(]?{CLOCK}[\])]?\s*")
_SPEAKER = r"[^\W\d_][\w.’' -]{0,30}?"
_CLOCK = compile_later(CLOCK)
_STAMP = rf"[\[(]?{CLOCK}[\])]?(?:\s*[-–—])?"
#: "[00:00:12] SPEAKER_02: …", "(0:12) Anna: …", "00:12 - …", "[Speaker 2] [05:23] …".
_TURN = compile_later(
    rf"\s*(?P<label>{_STAMP}(?:\s*(?:{_SPEAKER}):|\s*\[{_SPEAKER}\]:?)?"
    rf"|(?:\[{_SPEAKER}\]\s*[\[(]?|{_SPEAKER}\s+[\[(]){CLOCK}[\])]?:?)\s+(?P<said>\S.*)"
)
#: "Anna Keller 0:31", "Anna Keller (00:31):" above what she says.
_NAMED = compile_later(rf"\s*{_SPEAKER}\s+[\[(]?{CLOCK}[\])]?:?\s*")
#: What is said behind a time, by nobody who is named: "[00:04] and who had to pay".
_STAMPED = compile_later(rf"\s*[\[(]?(?P<clock>{CLOCK})[\])]?(?:\s*[-–—])?\s+(?P<said>\S.*)")
#: So many lines with a time, and this share of all lines, make a transcript.
_FEWEST, _SHARE = 3, 0.2
#: Up to this share of their lines end with a sentence where speech was cut by the second.
_CUT_BY_TIME = 0.6
#: What was cut so goes on in small letters in this share of the lines; a programme does not.
_GOES_ON = 0.5
#: Fewer lines than this go on from the one with the time.
_MOST_BELOW = 3


def as_paragraphs(text: str) -> str:
    """Speech with a time on every second line or before each as paragraphs; all else as it is."""
    if _MINUTES.search(text) is None:
        return text
    lines = text.split("\n")
    if _is_timed(lines):
        return "\n\n".join(block.text for block in paragraphs_of(_timed(lines)))
    return "\n".join(_stamped_joined(lines))


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
    last, at = "", 0
    for line, match in zip(lines, found, strict=True):
        if match is None:
            last = "" if line.strip() else last
            out.append(line)
            continue
        parts = match.groupdict()
        label = parts.get("label", line).strip()
        speaker = _CLOCK.sub("", label).strip(" []()-–—:")
        said = parts.get("said", "").strip()
        if said and speaker and speaker == last and not ends_sentence(out[at]):
            # One sentence that was cut by the second: it goes on.
            out[at] += " " + said
            continue
        labels.add(label)
        out += [label, said] if said else [label]
        last, at = speaker if said else "", len(out) - 1
    return "\n".join(out), frozenset(labels)


def _stamped_joined(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those that were cut by the second with a time before each as paragraphs."""
    marks = list(_belonging(lines))
    for stamped, group in groupby(zip(marks, lines, strict=True), lambda pair: pair[0]):
        found = [line for _, line in group]
        cues = list(_heard(found)) if stamped else []
        if _is_cut([cue.lines[0].words for cue in cues]):
            yield from ("", "\n\n".join(block.text for block in paragraphs_of(cues)), "")
        else:
            yield from found


def _belonging(lines: Sequence[str]) -> Iterator[bool]:
    """Which lines have a time before them or go on from one that has, blank ones with the last."""
    since = _MOST_BELOW
    for line in lines:
        if _stamp_of(line):
            since = 0
        elif line.strip():
            since += 1
        yield since < _MOST_BELOW


def _stamp_of(line: str) -> re.Match[str] | None:
    return _STAMPED.fullmatch(line) if ":" in line else None


def _heard(lines: Sequence[str]) -> Iterator[Cue]:
    """What is said in lines with a time before them, without the sounds that were noted there."""
    at = 0.0
    for line in lines:
        match = _stamp_of(line)
        at = seconds_of(match["clock"]) if match else at
        words = " ".join(SOUND.sub(" ", match["said"] if match else line).split())
        if words:
            yield Cue(at, at, [Line(words)])


def _is_cut(said: Sequence[str]) -> bool:
    """Whether lines were cut by the second: few end with a sentence, most go on from the last."""
    if len(said) <= _FEWEST:
        return False
    ending = sum(map(ends_sentence, said))
    going_on = sum(line[0].islower() for line in said)
    return ending <= _CUT_BY_TIME * len(said) and going_on >= _GOES_ON * len(said)


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


def _timed(lines: Sequence[str]) -> Iterator[Cue]:
    at = 0.0
    for line in lines:
        if _STAMP_ALONE.fullmatch(line):
            at = seconds_of(line.strip(" []()"))
        elif line.strip():
            yield Cue(at, at, [Line(" ".join(line.split()))])
