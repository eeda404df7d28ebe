"""Subtitles (SubRip, WebVTT) → Draft: what is said, in paragraphs over the cues.

They are cut by the second, not by the sentence: their lines are joined to paragraphs, and the times
between them are left out as the marks of a format. So are sounds, songs, and what captions that
roll up say a second time. A turn of another speaker opens a paragraph; one whose name is given has
it on a line of its own above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from summarise.draft import Draft
from summarise.sources.refused import RefusedError
from summarise.sources.speech import CLOCK, Cue, Line, paragraphs_of, seconds_of

_CUE = re.compile(rf"\s*({CLOCK}) +--> +({CLOCK})(?:\s.*)?")
_CUE_LINE = re.compile(rf"^[ \t]*{CLOCK} +--> +{CLOCK}(?:[ \t].*)?$", re.MULTILINE)
_CUE_NUMBER = re.compile(r"\s*\d{1,6}\s*")
#: So many lines with the times of a cue make subtitles of a text that is not called so.
_FEWEST_CUES = 2
_HEADER = re.compile(r"WEBVTT(?:[ \t]+-?[ \t]*([^\n]*))?")
_LANGUAGE = re.compile(r"Language:[ \t]*([A-Za-z]{2,3})\b")
#: Blocks of WebVTT that are not shown.
_NOT_SHOWN = re.compile(r"(?:NOTE|STYLE|REGION)\b")
#: Who speaks, in WebVTT.
_VOICE = re.compile(r"<v(?:\.[\w.]+)?[ \t]+([^<>]{1,60})>")
#: Who speaks, in SubRip: "ANNA: …", ">> ANNA: …", "- ANNA: …".
_NAMED = re.compile(r"((?:[^\W\d_]|[^\W_][\w.'’# -]{0,28}[\w.)])):\s+(?=\S)")
_TURN = re.compile(r"(?:[-–—‐]|>>+)\s*(?=\S)")
_TAG = re.compile(rf"</?[a-zA-Z][^<>]{{0,80}}>|<{CLOCK}>|\{{\\[^{{}}]{{0,40}}\}}")
#: Sounds and songs: "[laughs]", "♪ la la ♪"; in round brackets where they are all of a line.
_SOUND = re.compile(r"\[[^\[\]]{0,80}\]|♪[^♪]*(?:♪|$)|[♪♫#]{2,}")
_ROUND_SOUND = re.compile(r"\([^()]{1,80}\)")
#: Captions that roll up say the line above again, in cues that follow at once: within so many
#: seconds. Those of films keep 0.08 seconds and more between two cues.
_AT_ONCE = 0.05
#: So many lines are on the screen at once.
_MOST_LINES = 8


def is_subtitles(text: str) -> bool:
    """Whether a text has the times of cues in it."""
    found = _CUE_LINE.finditer(text)
    return sum(1 for _, _ in zip(found, range(_FEWEST_CUES), strict=False)) == _FEWEST_CUES


def read_subtitles(text: str) -> Draft:
    """Make paragraphs of subtitles; a clean draft.

    Raises:
        RefusedError: There are no cues in it.
    """
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if _CUE.fullmatch(line)), None)
    if first is None:
        raise RefusedError("has no cues: it is no file of subtitles, or it is empty")
    header = "\n".join(lines[:first])
    opening = _HEADER.match(header)
    language = _LANGUAGE.search(header)
    return Draft(
        tuple(paragraphs_of(_without_repeats(_cues(lines)))),
        (opening[1] or "").strip() if opening else "",
        language[1].lower() if language else "",
        "subtitles",
        clean=True,
    )


def _cues(lines: Sequence[str]) -> Iterator[Cue]:
    """The cues with their lines; what stands before the first one is a header."""
    cue: Cue | None = None
    speaker = ""
    shown = True
    for at, raw in enumerate(lines):
        if (times := _CUE.fullmatch(raw)) is not None:
            if cue is not None:
                yield cue
            cue = Cue(seconds_of(times[1]), seconds_of(times[2]))
            clock = times[1].replace(",", ".").split(".")[0]
            shown = True
        elif not raw.strip():
            shown = True
        elif cue is not None and shown and not _is_cue_name(lines, at):
            if not lines[at - 1].strip() and _NOT_SHOWN.match(raw):
                shown = False
                continue
            for line in _said(raw, clock, speaker):
                if line.speaker:
                    speaker = line.speaker.partition("] ")[2].removesuffix(":")
                cue.lines.append(line)
    if cue is not None:
        yield cue


def _is_cue_name(lines: Sequence[str], at: int) -> bool:
    """Whether a line is the number or the name of the cue below it."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return _CUE.fullmatch(below) is not None and (
        _CUE_NUMBER.fullmatch(lines[at]) is not None or not (at and lines[at - 1].strip())
    )


def _said(raw: str, clock: str, speaker: str) -> Iterator[Line]:
    """A line of a cue without its marks: what is said, and whether another one says it."""
    from html import unescape  # its table of names is needed for subtitles alone

    voice = _VOICE.match(raw.strip())
    text = unescape(_SOUND.sub(" ", _TAG.sub("", raw)))
    text = " ".join(text.replace("\u200b", "").split())
    turn = _TURN.match(text)
    text = text[turn.end() :] if turn else text
    if _ROUND_SOUND.fullmatch(text):
        return
    name = voice[1].strip() if voice else ""
    if not name and (named := _NAMED.match(text)) and named[1] == named[1].upper():
        name, text = named[1], text[named.end() :]
    turns = name != speaker if name else turn is not None
    if any(map(str.isalnum, text)):
        yield Line(text, turns, f"[{clock}] {name}:" if name and turns else "")


def _without_repeats(cues: Iterable[Cue]) -> Iterator[Cue]:
    """The cues without the lines that one before them has shown already and still shows."""
    above: list[str] = []
    end = -1.0
    for cue in cues:
        said = [line.words for line in cue.lines]
        if cue.start - end <= _AT_ONCE:
            cue.lines = [line for line in (_new(line, above) for line in cue.lines) if line]
        above, end = said[-_MOST_LINES:] or above, cue.end
        yield cue


def _new(line: Line, above: Sequence[str]) -> Line | None:
    """What is new in a line: nothing if it was shown, its end if it grew word by word."""
    if line.words in above:
        return None
    grown = next((a for a in above if line.words.startswith(f"{a} ")), None)
    return line if grown is None else Line(line.words[len(grown) + 1 :], line.turns, line.speaker)
