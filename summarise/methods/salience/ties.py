"""How a sentence is tied to the rest: to what follows, its paragraph, its headings, the title.

All of it is sums over shared terms, as the entries of the vectors give them; no pair of sentences
is looked at.
"""

from __future__ import annotations

from summarise.index import Vectors
from summarise.index.arrays import Floats, Ints, np, sum_by
from summarise.index.vectors import term_of_word
from summarise.methods.salience.frame import Frame, ranks, standard
from summarise.text.words import tokenise

Features = dict[str, Floats]

#: Steps of the walk from sentence to sentence: enough, since only the order of its ends matters.
STEPS = 3
DAMPING = 0.85
#: Rows whose terms stand for what the article opens with.
LEAD = 3


def centrality(frame: Frame) -> Features:
    """Likeness to all other sentences, to later and earlier ones, to neighbours, to the lead."""
    vectors, words = frame.vectors, frame.words
    later, earlier = both_ways(vectors)
    rows = np.arange(frame.n)
    behind = frame.n - 1 - rows
    both = later + earlier
    root = np.sqrt(np.maximum(1.0, words))
    before = beside(vectors)
    after = np.append(before[1:], 0.0)[: frame.n]
    lead = likeness_to(vectors, (rows < LEAD).astype(np.float64))
    lead[:LEAD] = 0.0
    walk = _walk(vectors)
    own = _within(vectors, frame.block)
    section = _within(vectors, frame.section)
    return {
        "like all": standard(both),
        "like all, by rank": ranks(both),
        "like all, for its length": standard(both / root),
        "like what follows": standard(later),
        "like what follows, on average": standard(later / (behind + 15)),
        "like what follows, by rank": ranks(later),
        "like what came": standard(earlier / (rows + 15)),
        "where a reader's walk ends": standard(walk),
        "like the one before": before,
        "like the one after": after,
        "like the lead": lead,
        "like its paragraph": own / np.maximum(1, frame.block_sizes - 1),
        "like its paragraph, for several": standard(own),
        "like its section": standard(section / np.sqrt(_sizes(frame.section))),
    }


def subject(frame: Frame) -> Features:
    """What a sentence has of the title, the headings and the terms the article comes back to."""
    vectors = frame.vectors
    words = np.maximum(1.0, frame.words)
    title = vectors.dot(vectors.title * vectors.idf)
    share = sum_by(vectors.entry_rows, vectors.title[vectors.row_terms], frame.n)
    titles = max(1.0, float(vectors.title.sum()))
    headings = _heading_terms(frame)
    all_headings = np.zeros(len(vectors.names))
    for terms in headings:
        all_headings[terms] = 1.0
    often = np.log1p(np.maximum(0, vectors.frequencies - 1))
    weight = sum_by(vectors.entry_rows, often[vectors.row_terms], frame.n)
    fresh = introductions(vectors)
    first, second = _key_shares(frame)
    return {
        "like the title": standard(title),
        "like the title, by rank": ranks(title),
        "share of the title": share / titles,
        "like the headings": standard(vectors.dot(all_headings * vectors.idf)),
        "takes up its heading": _takes_up(frame, headings),
        "frequent terms": standard(weight),
        "frequent terms, for its length": standard(weight / words),
        "introduces": standard(fresh),
        "introduces, for its length": standard(fresh / words),
        "key terms": first,
        "key terms, for its length": standard(second),
        "terms of its own": np.minimum(
            1.0,
            sum_by(vectors.entry_rows, (vectors.frequencies == 1)[vectors.row_terms], frame.n)
            / np.maximum(1, np.diff(vectors.row_starts)),
        ),
    }


def both_ways(vectors: Vectors) -> tuple[Floats, Floats]:
    """Sums of the cosines of each row to later and to earlier rows, from totals per term."""
    weights, terms = vectors.term_weights, vectors.entry_terms
    running = np.concatenate(([0.0], np.cumsum(weights)))
    earlier = running[:-1] - running[vectors.term_starts[:-1]][terms]
    later = running[vectors.term_starts[1:]][terms] - running[1:]
    return (
        sum_by(vectors.term_rows, weights * later, vectors.n),
        sum_by(vectors.term_rows, weights * earlier, vectors.n),
    )


def beside(vectors: Vectors) -> Floats:
    """The cosine of each row to the row before it."""
    rows, weights = vectors.term_rows, vectors.term_weights
    near = np.zeros(len(rows))
    same = (vectors.entry_terms[1:] == vectors.entry_terms[:-1]) & (rows[1:] == rows[:-1] + 1)
    near[1:][same] = (weights[1:] * weights[:-1])[same]
    return sum_by(rows, near, vectors.n)


def likeness_to(vectors: Vectors, chosen: Floats) -> Floats:
    """The cosine of each row to the sum of chosen rows."""
    held = vectors.row_weights * chosen[vectors.entry_rows]
    sums = sum_by(vectors.row_terms, held, len(vectors.names))
    size = float(np.sqrt((sums * sums).sum()))
    return vectors.dot(sums / size) if size > 0 else np.zeros(vectors.n)


def introductions(vectors: Vectors) -> Floats:
    """Σ ln df over the terms that a row is the first to use: what the text comes back to."""
    used = np.flatnonzero(vectors.frequencies)
    first_rows = vectors.term_rows[vectors.term_starts[used]]
    return sum_by(first_rows, np.log(vectors.frequencies[used]), vectors.n)


def key_weights(frame: Frame) -> Floats:
    """A weight for each of the thirty terms that most sentences hold, summing to 1."""
    vectors = frame.vectors
    weights = np.zeros(len(vectors.names))
    held = vectors.frequencies * (1.0 + vectors.title)
    best = np.lexsort((np.arange(len(held)), -held))[:30]
    best = best[vectors.frequencies[best] >= 2]
    weights[best] = np.sqrt(held[best])
    total = float(weights.sum())
    return weights / total if total else weights


def title_weights(frame: Frame) -> Floats:
    """A weight for each term of the title that a sentence holds, the rarer the more; sum 1."""
    vectors = frame.vectors
    weights: Floats = (vectors.title > 0) * (vectors.frequencies > 0) * vectors.idf
    total = float(weights.sum())
    return weights / total if total else weights


def _key_shares(frame: Frame) -> tuple[Floats, Floats]:
    weights = key_weights(frame)
    vectors = frame.vectors
    held = sum_by(vectors.entry_rows, weights[vectors.row_terms], frame.n)
    return 5 * held, held / np.maximum(1.0, frame.words)


def _walk(vectors: Vectors) -> Floats:
    """Where a reader ends who goes a few steps from sentence to sentence along their likeness."""
    n = vectors.n
    value = np.ones(n)
    totals = np.maximum(1e-9, _spread(vectors, value))
    for _ in range(STEPS):
        value = (1 - DAMPING) + DAMPING * _spread(vectors, value / totals)
    return value


def _spread(vectors: Vectors, value: Floats) -> Floats:
    """The similarities, the rows' own left out, times a value a row."""
    held = vectors.row_weights * value[vectors.entry_rows]
    sums = sum_by(vectors.row_terms, held, len(vectors.names))
    own = np.diff(vectors.row_starts) > 0
    return vectors.dot(sums) - value * own


def _within(vectors: Vectors, group: Ints) -> Floats:
    """The sum of the cosines of each row to the others of its group; groups ascend with the rows.

    So the entries of a term stand group by group already.
    """
    groups, terms, weights = group[vectors.term_rows], vectors.entry_terms, vectors.term_weights
    first = np.ones(len(groups), np.bool_)
    first[1:] = (groups[1:] != groups[:-1]) | (terms[1:] != terms[:-1])
    place = np.cumsum(first) - 1
    others = weights * (np.bincount(place, weights=weights)[place] - weights)
    return np.maximum(0.0, sum_by(vectors.term_rows, others, vectors.n))


def _sizes(group: Ints) -> Ints:
    return np.maximum(1, np.bincount(group, minlength=1)[group])


def _heading_terms(frame: Frame) -> list[Ints]:
    """The terms of each section's heading, by number."""
    vectors = frame.vectors
    numbers = {name: number for number, name in enumerate(vectors.names)}
    language = frame.article.language
    found: list[Ints] = []
    for heading in frame.headings:
        names = {term_of_word(word) for word in tokenise(heading, language)}
        known = sorted(numbers[name] for name in names if name in numbers)
        found.append(np.array(known, np.int64))
    return found


def _takes_up(frame: Frame, headings: list[Ints]) -> Floats:
    """The share of its heading's terms that each row holds."""
    vectors = frame.vectors
    size = max(1, len(vectors.names))
    keys = [number * size + terms for number, terms in enumerate(headings)]
    wanted = np.concatenate(keys) if keys else np.zeros(0, np.int64)
    counts = np.array([max(1, len(terms)) for terms in headings], np.float64)
    entries = frame.section[vectors.entry_rows] * size + vectors.row_terms
    found = np.isin(entries, wanted)
    held = sum_by(vectors.entry_rows, found.astype(np.float64), frame.n)
    shares: Floats = held / counts[frame.section]
    return shares
