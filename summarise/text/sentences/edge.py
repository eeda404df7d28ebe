"""What is known of a place where a sentence may end."""

from __future__ import annotations

from dataclasses import dataclass

from summarise.text.sentences.marks import SKIPPED, WORD


@dataclass(slots=True)
class Edge:
    """A place where one sentence may end and the next begin."""

    end: int
    """Offset behind the last character of the sentence."""
    next: int
    """Offset of the first character of the next one."""
    rule: str
    """The name of the rule that proposes it."""
    mark: int = -1
    """Offset of the mark that ends the sentence."""
    token: str = ""
    """The word before the mark, as Punkt cuts it; empty if there is none."""
    closed: bool = False
    """Whether quotes, brackets or notes stand between the mark and the edge."""
    word: str = ""
    """The first word behind the edge, without quotes; empty if there is none."""
    word_at: int = -1
    """Its offset."""
    plain: bool = False
    """Whether it is as most are: an ordinary word, a mark, a space, and a word with a capital."""


def edge_at(text: str, mark: int, end: int, following: int) -> Edge:
    """An edge between two offsets, with the first word behind it."""
    at = following
    if not text[at].isalnum():
        last = min(len(text), at + 40)
        while at < last and text[at] in SKIPPED:
            at += 1
    word = WORD.match(text, at)
    return Edge(end, following, "", mark, "", False, word[0] if word else "", at)
