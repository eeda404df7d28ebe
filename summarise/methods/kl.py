"""KL: the summary whose words are spread most like those of the whole text.

A. Haghighi & L. Vanderwende, *Exploring Content Models for Multi-Document Summarization*,
NAACL 2009 (KLSum).
"""

from __future__ import annotations

from summarise.index import Index
from summarise.index.arrays import Bools, Floats, Ints, np, places_of, sum_by
from summarise.index.terms import Counts, Terms, count_pairs
from summarise.methods.scores import Scores, scores_of_order

#: Numbers to update while sentences are picked one by one, at most; enough for tens of thousands of
#: sentences. Those left over are ordered by how they stand then.
MAX_UPDATES = 400_000_000


def score(index: Index) -> Scores:
    """Pick greedily the sentence that leaves the least divergence from the text to the summary.

    As in sumy, the sum runs over the words of the summary and words are not stemmed. Differs from
    sumy in three places, and agrees with it on text in lower case without stop words:

    * Sumy takes stop words out of the text and of the candidate, but leaves them in the summary so
      far, so each pick dilutes the summary by its stop words; here they are out everywhere.
    * Sumy looks for stop words in the text before it lowers the case, so ``The`` counts as content,
      and words of the summary so far keep their case, so a capital makes another word; here case
      never matters.
    * Sumy keys ranks by the text of the sentence, so the first of two equal sentences gets the rank
      of the second; here each has its own.
    """
    return scores_of_order(_greedy_order(content_words(index.terms)))


def content_words(terms: Terms) -> tuple[Counts, int, int]:
    """How often each lower-case content word occurs in each candidate; candidates; words."""
    lowers = terms.lower_of[terms.tokens]
    kept = terms.classic[terms.tokens] & ~terms.stop[lowers]
    width = len(terms.lowers)
    return count_pairs(terms.rows[kept], lowers[kept], width), terms.n, width


def _greedy_order(content: tuple[Counts, int, int]) -> list[int]:
    divergence = _Divergence(*content)
    n = content[1]
    order: list[int] = []
    updates = 0
    while len(order) < n and updates < MAX_UPDATES:
        best = int(divergence.if_taken().argmin())
        updates += n + divergence.take(best)
        order.append(best)
    by_divergence: list[int] = np.argsort(divergence.if_taken(), kind="stable").tolist()
    return order + by_divergence[: n - len(order)]


class _Divergence:
    """The divergence from the text to the summary, for each sentence that might be taken next.

    With ``p`` the share of a word in the text, ``s`` its count in the summary, ``c`` its count in
    the sentence and ``l`` the words of both, a word adds ``p · (log p - log (s + c) + log l)``.
    What is the same for every sentence is left out. Taking a sentence changes ``s`` for its words
    only, and so only the entries of those words. Every logarithm is of a whole number: one table.
    """

    def __init__(self, counts: Counts, n: int, width: int) -> None:
        self._row_starts = np.searchsorted(counts.rows, np.arange(n + 1))
        self._row_words = counts.columns
        self._row_counts = counts.counts.astype(np.int64)
        by_word = np.argsort(counts.columns, kind="stable")
        self._rows = counts.rows[by_word]
        self._counts = self._row_counts[by_word]
        self._starts = np.searchsorted(counts.columns[by_word], np.arange(width + 1))
        totals = sum_by(counts.columns, counts.counts, width)
        self._share = totals / max(totals.sum(), 1.0)
        log_share = np.log(np.where(totals > 0.0, self._share, 1.0))
        self._lengths = sum_by(counts.rows, counts.counts, n).astype(np.int64)
        self._log = np.log(np.maximum(np.arange(2 * int(totals.sum()) + 2), 1))
        words = counts.columns[by_word]
        share = self._share[words]
        #: What each entry adds to the divergence if its sentence is taken.
        self._added = share * (log_share[words] - self._log[self._counts])
        self._sums = sum_by(self._rows, self._added, n)
        #: The share in the text of the sentence's words that the summary lacks.
        self._fresh_share = sum_by(self._rows, share, n)
        self._taken = np.zeros(width, np.int64)
        self._taken_length = 0
        self._taken_share = 0.0

    def if_taken(self) -> Floats:
        """The divergence if a sentence is taken, but for a constant; infinite once it was."""
        logs = self._log[self._lengths + self._taken_length]
        divergence: Floats = self._sums + (self._taken_share + self._fresh_share) * logs
        return divergence

    def take(self, row: int) -> int:
        """Add a sentence to the summary; return how many entries that changed."""
        own = slice(self._row_starts[row], self._row_starts[row + 1])
        words = self._row_words[own]
        before = self._taken[words]
        after = before + self._row_counts[own]
        self._taken[words] = after
        self._taken_length += int(self._lengths[row])
        fresh = before == 0
        self._taken_share += float(self._share[words[fresh]].sum())
        changed = self._update(words, after, fresh)
        self._sums[row] = np.inf
        return changed

    def _update(self, words: Ints, taken: Ints, fresh: Bools) -> int:
        entries, lengths = places_of(self._starts, words)
        rows = self._rows[entries]
        share = np.repeat(self._share[words], lengths)
        count = np.repeat(taken, lengths)
        added = share * (self._log[count] - self._log[count + self._counts[entries]])
        np.add.at(self._sums, rows, added - self._added[entries])
        self._added[entries] = added
        now_known = np.repeat(fresh, lengths)
        np.subtract.at(self._fresh_share, rows[now_known], share[now_known])
        return len(entries)
