"""Subtitles (SubRip, WebVTT, SBV) → Draft: what is said, in paragraphs over the cues.

They are cut by the second, not by the sentence: their lines are joined to paragraphs, and the times
between them are left out as the marks of a format. So are sounds, songs, and what captions that
roll up say a second time. A turn of another speaker opens a paragraph; one whose name is given has
it on a line of its own above.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from summarise.draft import Draft
from summarise.sources.refused import RefusedError
from summarise.sources.speech.cues import CLOCK, SOUND, Cue, Line, paragraphs_of, seconds_of

#: The time of a cue; programs that write down meetings leave out its noughts: "0:0:52.850".
_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?"
#: The two times of a cue: with an arrow, or as SBV has them.
_TIMES = (
    rf"(?:({_TIME}) *--> *({_TIME})(?:[ \t].*)?"
    r"|(\d{1,3}:\d\d:\d\d\.\d{1,3}),(\d{1,3}:\d\d:\d\d\.\d{1,3})[ \t]*)"
)
_CUE = re.compile(rf"\s*{_TIMES}\s*")
_CUE_LINE = re.compile(rf"^[ \t]*{_TIMES}$", re.MULTILINE)
_CUE_NUMBER = re.compile(r"\s*\d{1,6}\s*")
#: So many lines with the times of a cue make subtitles of a text that is not called so.
_FEWEST_CUES = 2
_HEADER = re.compile(r"WEBVTT(?:[ \t]+-?[ \t]*([^\n]*))?")
_LANGUAGE = re.compile(r"Language:[ \t]*([A-Za-z]{2,3})\b")
#: Blocks of WebVTT that are not shown.
_NOT_SHOWN = re.compile(r"(?:NOTE|STYLE|REGION)\b")
#: Who speaks, in WebVTT.
_VOICE = re.compile(r"<v(?:\.[\w.]+)?[ \t]+([^<>]{1,120})>")
#: Who speaks, by a number that no reader knows: as long as 8f0e9b4-d6de-4cad and more.
_NUMBERED = re.compile(r"(?=[^\d]*\d)[0-9a-f]{6,}(?:[-@][0-9a-f]{2,})+")
#: Who speaks, in SubRip: "ANNA: …", ">> ANNA: …", "- ANNA: …".
_NAMED = re.compile(r"((?:[^\W\d_]|[^\W_][\w.'’# -]{0,28}[\w.)])):\s+(?=\S)")
_TURN = re.compile(r"(?:[-–—‐]|>>+)\s*(?=\S)")
#: "Anna Keller: …" is a speaker, too, where so many lines open with the same name.
_OFTEN = 3
_TAG = re.compile(rf"</?[a-zA-Z][^<>]{{0,80}}>|<{CLOCK}>|\{{\\[^{{}}]{{0,40}}\}}")
_SOUND_OVER_LINES = re.compile(r"\[[^\[\]\n]{1,80}\n[^\[\]\n]{1,80}\]")
#: Sounds in round brackets, where they are all of a line.
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
    lines = _SOUND_OVER_LINES.sub("\n", text).split("\n")
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
    names = _names(lines)
    for at, raw in enumerate(lines):
        if (times := _CUE.fullmatch(raw)) is not None:
            if cue is not None:
                yield cue
            start, end = filter(None, times.groups())
            cue = Cue(seconds_of(start), seconds_of(end))
            clock = ":".join(part.zfill(2) for part in re.split(r"[.,]", start)[0].split(":"))
            shown = True
        elif not raw.strip():
            shown = True
        elif cue is not None and shown and not _is_cue_name(lines, at):
            if not lines[at - 1].strip() and _NOT_SHOWN.match(raw):
                shown = False
                continue
            said = _said(raw, clock, speaker, names)
            if said is not None:
                speaker = said[0] or speaker
                cue.lines.append(said[1])
    if cue is not None:
        yield cue


def _is_cue_name(lines: Sequence[str], at: int) -> bool:
    """Whether a line is the number or the name of the cue below it."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return _CUE.fullmatch(below) is not None and (
        _CUE_NUMBER.fullmatch(lines[at]) is not None or not (at and lines[at - 1].strip())
    )


def _names(lines: Iterable[str]) -> frozenset[str]:
    """The names of speakers that are not in capitals: what opens line after line."""
    opening = (_NAMED.match(_TURN.sub("", line, count=1)) for line in lines if ":" in line)
    counts = Counter(match[1] for match in opening if match and match[1][0].isupper())
    return frozenset(name for name, count in counts.items() if count >= _OFTEN)


def _said(raw: str, clock: str, speaker: str, names: Collection[str]) -> tuple[str, Line] | None:
    """A line of a cue without its marks: who says it, if that is said, and what; None if nothing.

    Args:
        raw: The line.
        clock: When its cue begins.
        speaker: Who spoke last.
        names: Names that are a speaker's though they are not in capitals.
    """
    from html import unescape  # its table of names is needed for subtitles alone

    voice = _VOICE.match(raw.strip())
    text = unescape(SOUND.sub(" ", _TAG.sub("", raw)))
    text = " ".join(text.replace("\u200b", "").split())
    turn = _TURN.match(text)
    text = text[turn.end() :] if turn else text
    if _ROUND_SOUND.fullmatch(text):
        return None
    name = voice[1].strip() if voice else ""
    named = None if name else _NAMED.match(text)
    if named and (named[1] == named[1].upper() or named[1] in names):
        name, text = named[1], text[named.end() :]
    if not any(map(str.isalnum, text)):
        return None
    turns = name != speaker if name else turn is not None
    known = turns and name and not _NUMBERED.fullmatch(name)
    return name, Line(text, turns, f"[{clock}] {name}:" if known else "")


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
