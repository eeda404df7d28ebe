"""SumBasic: sentences of frequent words, where a word counts for less once it was used.

A. Nenkova & L. Vanderwende, *The Impact of Frequency on Summarization*, Microsoft Research
MSR-TR-2005-101, 2005.
"""

from __future__ import annotations

from heapq import heapify, heappop, heapreplace

from summarise.index import Index
from summarise.index.arrays import np
from summarise.index.terms import Stems
from summarise.methods.scores import Scores, scores_of_order


def score(index: Index) -> Scores:
    """Pick greedily by the mean probability of the content words, squaring those of each pick.

    As in sumy, the best sentence is picked, not the best one that holds the most probable word.
    Differs from sumy only for sentences that occur twice: sumy keys them by their text, so the
    first of them gets the rank of the last.
    """
    return scores_of_order(_greedy_order(index.terms.stems))


def _greedy_order(stems: Stems) -> list[int]:
    total = max(len(stems.content_stems), 1)
    probability = (np.bincount(stems.content_stems, minlength=stems.size) / total).tolist()
    probability_of = probability.__getitem__
    words = _words_by_sentence(stems)

    def minus_mean(sentence: int) -> float:
        own = words[sentence]
        return -sum(map(probability_of, own)) / len(own) if own else 0.0

    # Means only ever fall, so the top of the heap is the best as soon as its mean is up to date.
    heap = [(minus_mean(sentence), sentence) for sentence in range(stems.n)]
    heapify(heap)
    order = []
    while heap:
        known, sentence = heap[0]
        now = minus_mean(sentence)
        if now != known:
            heapreplace(heap, (now, sentence))
            continue
        heappop(heap)
        order.append(sentence)
        for word in words[sentence]:
            probability[word] *= probability[word]
    return order


def _words_by_sentence(stems: Stems) -> list[list[int]]:
    flat = stems.content_stems.tolist()
    ends = np.cumsum(stems.lengths).tolist()
    return [flat[start:end] for start, end in zip([0, *ends], ends, strict=False)]
