"""All features of a sentence that do not depend on what was picked, by group."""

from __future__ import annotations

from summarise.index.arrays import Floats
from summarise.methods.salience import form, place, standing, ties, wording
from summarise.methods.salience.frame import Frame
from summarise.methods.salience.neighbours import neighbours

Features = dict[str, Floats]

#: The groups of features: what an explanation shows, a bar each.
GROUPS = {
    "place": place.place,
    "paragraph": place.paragraph,
    "length": form.length,
    "form": form.form,
    "facts": form.facts,
    "wording": wording.wording,
    "centrality": ties.centrality,
    "subject": ties.subject,
    "standing": standing.standing,
}
#: Features that count more among the first picks, or at the first alone: who and what come first.
LEADING = {
    "place": ("opening tenth", "first sentence", "place", "opens a section", "first paragraph"),
    "paragraph": ("first of several",),
    "length": ("longer than others",),
    "form": ("quoted share",),
    "facts": ("names", "numbers"),
    "wording": ("a pronoun", "verdict"),
    "centrality": ("like all", "like what follows"),
    "subject": ("like the title", "share of the title", "introduces"),
    "standing": ("stands alone and names the subject", "opens with a reference"),
}


def static_features(frame: Frame) -> dict[str, Features]:
    """Each group's features by name, shape (n,) each."""
    found = {group: make(frame) for group, make in GROUPS.items()}
    known = {name: values for group in found.values() for name, values in group.items()}
    found["neighbours"] = neighbours(frame, known)
    return found
