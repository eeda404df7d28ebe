"""Which sentences say what the text is about or finds, for the methods that look at it."""

from __future__ import annotations

from summarise.index.arrays import Floats, np
from summarise.index.terms import Terms
from summarise.text.cues import has_cue, last_words


def cues(terms: Terms) -> Floats:
    """1 for each candidate that says what the text does, 0 for the others, shape (candidates,)."""
    language, found = terms.article.language, np.zeros(terms.n)
    may_have = terms.pieces.rows_with(last_words(language))
    for row in np.flatnonzero(may_have).tolist():
        found[row] = has_cue(terms.texts[row], language)
    return found
