"""Speech in writing: transcripts whose turns open with a time or a speaker.

A transcript cut by the second, with a time on every second line, is joined to paragraphs as
subtitles are. In any other one each turn keeps its time and its speaker on a line of their own, so
that they never run into a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarise.sources.speech.cues import CLOCK, Cue, Line, paragraphs_of, seconds_of
from summarise.text.patterns import compile_later
from summarise.text.sentences.marks import ends_sentence

#: What every time holds: a text without it is nothing that is looked for here.
_MINUTES = compile_later(r":\d\d")
_STAMP_ALONE = compile_later(rf"\s*[\[(]?{CLOCK}[\])]?\s*")
_SPEAKER = r"[^\W\d_][\w.’' -]{0,30}?"
#: "[00:00:12] SPEAKER_02: …", "(0:12) Anna: …", "00:12 - …".
_TURN = compile_later(
    rf"\s*(?P<label>[\[(]?{CLOCK}[\])]?(?:\s*[-–—])?(?:\s*(?:{_SPEAKER}):|\s*\[{_SPEAKER}\]:?)?)"
    r"\s+(?P<said>\S.*)"
)
#: "Anna Keller 0:31", "Anna Keller (00:31):" above what she says.
_NAMED = compile_later(rf"\s*{_SPEAKER}\s+[\[(]?{CLOCK}[\])]?:?\s*")
#: So many lines with a time, and this share of all lines, make a transcript.
_FEWEST, _SHARE = 3, 0.2
#: Up to this share of their lines end with a sentence where speech was cut by the second.
_CUT_BY_TIME = 0.6


def as_paragraphs(text: str) -> str:
    """Speech with a time on every second line as paragraphs; other text as it is."""
    if _MINUTES.search(text) is None:
        return text
    lines = text.split("\n")
    if _is_timed(lines):
        return "\n\n".join(block.text for block in paragraphs_of(_timed(lines)))
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
