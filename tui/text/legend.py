"""Every sign on the screen, and every word of its facts, and what they say."""

from __future__ import annotations

from typing import NamedTuple

from tui.state.votes import AGREED, KEEPS, LEAVES
from tui.text.blocks import DROP, NEW, PIN, POINTS_BACK
from tui.text.layout import PICTURE
from tui.text.levels import FOLDED
from tui.text.part_names import PART_NAMES


class Sign(NamedTuple):
    """A sign of the reader or of the comparison, or a fact as it stands on the screen."""

    sign: str
    """The sign, or several with a space between them; or the words of the fact."""
    says: str
    """What it says: a line without a full stop."""


LEGEND = (
    Sign("1", "The number of a kept sentence, the same in both panes"),
    Sign("¹ ²", "In the source: the number of the kept sentence that begins behind it"),
    Sign(f"1{NEW}", "It came in with the last change; in the source, several begin on the row"),
    Sign(f"1{PIN}", "You pinned it"),
    Sign(f"1{POINTS_BACK}", "It points back to a sentence that is left out: a adds that"),
    Sign(DROP, "You dropped this sentence"),
    Sign("×", "Not part of the article, for the reason at the right; r brings it back"),
    Sign("▸", "The sentence you are at, or the one that stands for it"),
    Sign("▏ ▎ ▌", "How high the best sentence of the row ranks, where the source is tinted"),
    Sign("█", "On the strip at the right edge: here is a kept sentence"),
    Sign("░ ▒ ▓", "On the strip: how high the sentences here rank"),
    Sign("▕", "On the strip: this part is in view"),
    Sign("●", "On the length bar: the length of the summary"),
    Sign("◆", "On the length bar: the length beyond which more adds little"),
    Sign("¶", "Paragraphs"),
    Sign(PICTURE.strip(), "The words of a picture"),
    Sign("[term]", "You asked for more of this term"),
    Sign(FOLDED, "In the outline: there are more parts in this one"),
    Sign(AGREED, "In the comparison: every method keeps the sentence"),
    Sign(f"{KEEPS}{LEAVES}{KEEPS}", "In the comparison: which of the methods keep the sentence"),
)

#: The facts of the reader, its explanation and the library, as they are worded there.
WORDS = (
    Sign("5 of 45 sentences", "So many of the sentences that can be kept are in the summary"),
    Sign("11 %", "The share of the sentences that is kept"),
    Sign("29 s, 4 min", "How long it takes to read, at 230 words a minute"),
    Sign("5 min left", "How long the rest takes to read, from this sentence on"),
    Sign(
        "covers 5 of 8 key terms, 3 of 20 ¶",
        "So many of the key terms, and of the paragraphs, have a sentence in the summary",
    ),
    Sign("key terms", "The words that the article is about; t asks for more of one"),
    Sign("¶ 3, sentence 2", "Where the sentence stands: no paragraph counts that is no prose"),
    Sign("kept as 3", "The sentence is in the summary, under this number"),
    Sign("enters at 7", "The shortest length, in sentences, that keeps it; i takes that length"),
    Sign("3 says most of it", "It is left out, and sentence 3 of the summary says most of it"),
    Sign("not covered", "It is left out, and no sentence of the summary says much of it"),
    Sign("points back to", "It cannot be understood without the sentence there; a adds that"),
    Sign("pinned", "You keep it at any length; * unpins it"),
    Sign("known to you", "You have read it in another article; I goes there"),
    Sign("new first", "The summary begins with what is new to you, since you pressed W"),
    Sign("2 links", "So many links are in the sentence; B opens one"),
    Sign("nothing to pick", "The article has no sentence that a summary could keep"),
    Sign("In, Out", "In an explanation: whether the summary has the sentence, and why"),
    Sign("ranks 3 of 45", "Its place among all sentences: the first come in first"),
    Sign("left for last", "No summary wants it, for the reason given: all others come in before"),
    Sign("for it, against", "A part of its score that lets it come in sooner, or later"),
    Sign("score", "The number by which the method ranks it: the sum of its parts"),
    Sign("terms", "The words that tie the sentence most to others"),
    Sign("like it", "The sentences that say the most similar; their numbers go there"),
    Sign("the model", "What your language model said of the sentence"),
    Sign("cut to fit", "In the library: the preview has room for a part of the summary only"),
    Sign("60 %", "In the library: where you left the article"),
    Sign("42 % new", "In the library: how much of it you have not read elsewhere"),
)

#: The parts of a score by the names that they have where all are shown.
PARTS = tuple(Sign(name, f"Speaks for it if {part.good}") for name, part in PART_NAMES.items())
