"""Whether a sentence stands by itself: what it leans on, and whether it names the subject."""

from __future__ import annotations

from summarise.index import Index
from summarise.index.arrays import Floats, np
from summarise.index.references.kinds import Leaning
from summarise.index.references.phrases import phrases_of
from summarise.methods.salience.frame import Frame

Features = dict[str, Floats]

#: What a sentence that leans on nothing has before it names anything.
_BY_ITSELF = 0.5
#: Terms of the title that name the subject in full.
_ENOUGH_TERMS = 2
#: Without a title the terms that most sentences hold are the subject.
_MAIN_TERMS = 3
#: The ways to lean, by what they have in common.
_WAYS = {
    "opens with a reference": (Leaning.OPENER, Leaning.PRONOUN, Leaning.ORDINAL, Leaning.ANSWER),
    "opens with a connective": (Leaning.CONNECTIVE, Leaning.LIGHT),
    "names by half": (Leaning.DEFINITE, Leaning.NAME, Leaning.QUOTATION, Leaning.SHORT),
    "one side of a pair": (Leaning.COMPARISON, Leaning.HALF),
}

#: Kinds of leaning that only the choice looks at.
_UNLEARNED = (Leaning.MENTIONED, Leaning.POINTED)


def standing(frame: Frame) -> Features:
    """How a sentence leans on others, how often it is leaned on, and how well it opens."""
    row_of = frame.vectors.row_of
    found = {name: np.zeros(frame.n) for name in _WAYS}
    leaned_on = np.zeros(frame.n)
    way_of = {kind: name for name, kinds in _WAYS.items() for kind in kinds}
    for sentence, several in frame.index.antecedents.items():
        for antecedent in several:
            if antecedent.kind in _UNLEARNED:
                continue
            found[way_of[antecedent.kind]][row_of[sentence]] = 1.0
            leaned_on[row_of[antecedent.sentence]] += 1.0
    found["others lean on it"] = np.minimum(3.0, leaned_on)
    found["opens with a definite noun"] = definite(frame)
    found["stands alone and names the subject"] = standing_alone(frame.index)
    return found


def definite(frame: Frame) -> Floats:
    """1 for each row that opens with a definite article and a noun that nothing tells apart."""
    phrases = phrases_of(frame.article.language)
    terms = frame.vectors.terms
    found = np.zeros(frame.n)
    if not phrases.the_words or not len(terms.tokens):
        return found
    tokens, rows, lower = terms.tokens, terms.rows, terms.lower_of[terms.tokens]
    first = np.flatnonzero(np.append(True, rows[1:] != rows[:-1]))
    articles = [number for number, word in enumerate(terms.lowers) if word in phrases.the_words]
    first = first[np.isin(lower[first], articles) & (first + 2 < len(rows))]
    first = first[rows[first + 2] == rows[first]]
    for at in first.tolist():
        noun, behind = terms.types[tokens[at + 1]], terms.lowers[lower[at + 2]]
        found[rows[at]] = noun[:1].islower() and phrases.of.find(behind) is None
    return found


def standing_alone(index: Index) -> Floats:
    """How well each candidate can open a summary, shape (candidates,).

    0 if it leans or is unfit, 0.5 if it stands alone, up to 1 if it also names the subject. The
    subject is the terms of the title; of an article without one, its three commonest terms.
    """
    vectors = index.vectors
    mask = vectors.title
    if not mask.any() and len(vectors.frequencies):
        mask = np.zeros(len(vectors.names))
        mask[np.argsort(-vectors.frequencies, kind="stable")[:_MAIN_TERMS]] = 1.0
    held = np.bincount(vectors.entry_rows, weights=mask[vectors.row_terms], minlength=vectors.n)
    wanted = max(1.0, min(float(_ENOUGH_TERMS), float(mask.sum())))
    values: Floats = _BY_ITSELF + (1 - _BY_ITSELF) * np.minimum(held / wanted, 1.0)
    leaning = {
        sentence
        for sentence, several in index.antecedents.items()
        if any(antecedent.kind not in _UNLEARNED for antecedent in several)
    }
    return np.where(index.row_mask(leaning) | index.row_mask(index.unfit), 0.0, values)
