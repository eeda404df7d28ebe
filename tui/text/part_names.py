"""The parts of a score in plain words: how each is called, and what it says for a sentence."""

from __future__ import annotations

from typing import NamedTuple


class PartName(NamedTuple):
    """A part in plain words."""

    label: str
    """What stands before its bar."""
    good: str
    """What it says of a sentence that it speaks for: the end of a line, as "it stands early"."""


#: The parts that come with the program, by their names in a ranking.
PART_NAMES = {
    "centrality": PartName("shared with the rest", "much of the article comes back to it"),
    "cost": PartName("room it takes", "it is short"),
    "cue": PartName("signal words", "it announces what matters"),
    "first picks": PartName("good to begin with", "a summary can well begin with it"),
    "focus": PartName("what you asked for", "it speaks of what you asked for more of"),
    "form": PartName("how it is built", "it is plain prose"),
    "fragment": PartName("not a full sentence", "it is a full sentence"),
    "introduces": PartName("names things first", "it is the first to name what comes back later"),
    "length": PartName("its length", "it is long enough to say something"),
    "location": PartName("where it stands", "it stands where authors say what matters"),
    "neighbours": PartName("what stands around it", "what stands around it speaks for it"),
    "numbers": PartName("figures", "it gives figures"),
    "place": PartName("where it stands", "it stands where authors say what matters"),
    "position": PartName("how early it stands", "it stands early"),
    "quotation": PartName("quoted speech", "it is told and not quoted"),
    "redundancy": PartName("repeats what is in", "it repeats nothing that is in"),
    "reference": PartName("leans on another", "it stands by itself"),
    "repeats": PartName("repeats what is in", "it repeats nothing that is in"),
    "short": PartName("too short", "it is long enough to say something"),
    "spread": PartName("away from what is in", "it speaks for a part that nothing else speaks for"),
    "subject": PartName("the subject", "it speaks of what the article is about"),
    "title": PartName("words of the title", "it takes up the title"),
    "unfit": PartName("not fit for a summary", "it is fit for a summary"),
    "wording": PartName("its words", "it has the words of sentences that matter"),
}


def plain_name(part: str) -> PartName:
    """A part in plain words; one of another package is called what that calls it."""
    return PART_NAMES.get(part, PartName(part, f"of its “{part}”"))


def is_named(part: str) -> bool:
    """Whether a part has a name in plain words."""
    return part in PART_NAMES
