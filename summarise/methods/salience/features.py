"""All features of a sentence that do not depend on what was picked, by group."""

from __future__ import annotations

from summarise.index.arrays import Floats
from summarise.methods.salience import form, place, standing, substance, ties, wording
from summarise.methods.salience.frame import Frame
from summarise.methods.salience.lead import lead
from summarise.methods.salience.neighbours import neighbours

Features = dict[str, Floats]

#: The groups of features: what an explanation shows, a bar each, with those who make them.
GROUPS = {
    "place": (place.place, place.paragraph),
    "length": (form.length, substance.amount),
    "form": (form.form, substance.marks),
    "wording": (form.facts, wording.wording, substance.words),
    "centrality": (ties.centrality,),
    "subject": (ties.subject,),
    "reference": (standing.standing,),
}
#: Features that count more among the first picks, or at the first alone: who and what come first.
LEADING = {
    "place": (
        "opening tenth",
        "first sentence",
        "place",
        "opens a section",
        "first paragraph",
        "first of several",
    ),
    "length": ("longer than others",),
    "form": ("quoted share",),
    "wording": ("names", "numbers", "a pronoun", "verdict"),
    "centrality": ("like all", "like what follows"),
    "subject": ("like the title", "share of the title", "introduces", "leads"),
    "reference": ("stands alone and names the subject", "opens with a reference"),
}


def static_features(frame: Frame) -> dict[str, Features]:
    """Each group's features by name, shape (n,) each."""
    found: dict[str, Features] = {}
    for group, makers in GROUPS.items():
        found[group] = {}
        for make in makers:
            found[group].update(make(frame))
    known = {name: values for group in found.values() for name, values in group.items()}
    found["subject"].update(lead(frame, known))
    found["neighbours"] = neighbours(frame, known)
    return found
