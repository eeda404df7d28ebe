"""Measure ranking against sumy and against tokenising, all ratios within one run.

    python -m tests.benchmarks.speed

It prints, on text made of the seeds' words:

* at 1,000 sentences, how many times faster than sumy each method goes from split sentences to a
  ranking (words, index, scores, order), runs alternating, medians;
* the same from plain text, the splitting into sentences included on both sides;
* at 10,000 sentences, each method's time as a share of what NLTK's word tokeniser alone takes on
  the same sentences, and its peak memory above the imports, in a process of its own;
* what a change of length takes on a ranked article of 10,000 sentences.

Sumy gets its words from ``NLTKWordTokenizer`` sentence by sentence; its own way splits each
sentence once more before that and so takes longer. Numpy is loaded by
``summarise.index.arrays``, on one thread for both.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tracemalloc
import warnings
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from math import exp, log
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

import summarise.index.arrays  # noqa: F401 -- before anything else loads numpy
from summarise import parse, rank
from summarise.article import Article, Kind
from summarise.methods import methods
from tests.generated import article_of, real_words

COMPARED = {
    "lexrank": "lex_rank:LexRankSummarizer",
    "textrank": "text_rank:TextRankSummarizer",
    "lsa": "lsa:LsaSummarizer",
    "luhn": "luhn:LuhnSummarizer",
    "sumbasic": "sum_basic:SumBasicSummarizer",
    "reduction": "reduction:ReductionSummarizer",
}
#: Distinct words in a language of its own, falling in frequency as words do.
VOCABULARY = 30_000


# --- the text -----------------------------------------------------------------------------------


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Words with running sums of their frequencies: the seeds' own, then ever rarer crossings."""
    random = Random(1)
    counts: dict[str, float] = {}
    for word in real_words("en"):
        counts[word] = counts.get(word, 0.0) + 1.0
    words = sorted(counts, key=lambda word: (-counts[word], word))
    known = dict.fromkeys(words)
    while len(known) < VOCABULARY:
        one, other = random.choice(words), random.choice(words)
        known[one[: len(one) // 2 + 1] + other[len(other) // 2 :]] = None
    return list(known), list(accumulate((place + 3.0) ** -1.1 for place in range(len(known))))


def sentences(count: int, seed: int = 0) -> list[str]:
    """Sentences of some twenty words; about 4,500 distinct ones in a thousand sentences."""
    random = Random(seed)
    words, sums = _vocabulary()
    made = []
    for _ in range(count):
        chosen = random.choices(words, cum_weights=sums, k=max(3, round(random.gauss(20, 8))))
        if random.random() < 0.6:
            chosen[len(chosen) // 2] += ","
        if random.random() < 0.1:
            chosen[-2] = f"“{chosen[-2]}”"
        text = " ".join(chosen)
        made.append(text[0].upper() + text[1:] + ".")
    return made


def article(texts: Sequence[str]) -> Article:
    """An article of given sentences, five a paragraph."""
    blocks = [(Kind.TEXT, list(texts[i : i + 5])) for i in range(0, len(texts), 5)]
    made = article_of(blocks, title=texts[0].rstrip("."))
    assert len(made.candidates) == len(texts)
    return made


# --- sumy ---------------------------------------------------------------------------------------


class _Tokenizer:
    """Sumy's words of a sentence, by the tokeniser of NLTK that it ends up calling."""

    def __init__(self) -> None:
        from nltk.tokenize.destructive import NLTKWordTokenizer
        from sumy.nlp.tokenizers import Tokenizer

        self._tokenize = NLTKWordTokenizer().tokenize
        self._is_word = Tokenizer._is_word

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(filter(self._is_word, self._tokenize(text)))


def rank_by_sumy(place: str, paragraphs: Sequence[Sequence[str]], title: str) -> None:
    """Rank split sentences by a summarizer of sumy, as its documentation says."""
    from importlib import import_module

    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    module, _, name = place.partition(":")
    summarizer: Any = getattr(import_module(f"sumy.summarizers.{module}"), name)(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    tokenizer = _Tokenizer()
    heading = [Sentence(title, tokenizer, is_heading=True)]
    document = ObjectDocumentModel(
        Paragraph(heading * (not i) + [Sentence(text, tokenizer) for text in texts])
        for i, texts in enumerate(paragraphs)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        summarizer(document, len(document.sentences))


def split_by_nltk(text: str) -> list[list[str]]:
    """Paragraphs of sentences by NLTK's Punkt, as sumy's parser of plain text does it."""
    splitter = _punkt()
    return [splitter.tokenize(block) for block in text.split("\n\n")]


@cache
def _punkt() -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer
    from punkt.data import english

    parameters = PunktParameters()
    parameters.abbrev_types = set(english.ABBREV_TYPES)
    parameters.collocations = set(english.COLLOCATIONS)
    parameters.sent_starters = set(english.SENT_STARTERS)
    parameters.ortho_context.update(english.ORTHO_CONTEXT)
    return PunktSentenceTokenizer(parameters)


# --- the measures -------------------------------------------------------------------------------


def timed(run: Callable[..., object], *arguments: object) -> float:
    start = perf_counter()
    run(*arguments)
    return perf_counter() - start


def against_sumy(size: int, runs: int) -> None:
    """Print the ratios to sumy, from split sentences and from plain text."""
    print(f"\n{size:,} sentences, milliseconds and ratio to sumy; medians of {runs} runs")
    print(f"{'':12}{'from split sentences':>30}{'from plain text':>32}")
    ratios: list[tuple[float, float]] = []
    for name in COMPARED:
        # A new text each time: nothing may be remembered.
        times = [_one_run(name, sentences(size, seed=run)) for run in range(runs)]
        split, own_split, plain, own_plain = (median(c) * 1e3 for c in zip(*times, strict=True))
        ratios.append((split / own_split, plain / own_plain))
        print(
            f"{name:12}{split:10.0f} /{own_split:6.1f} ={split / own_split:8.1f} x"
            f"{plain:12.0f} /{own_plain:6.1f} ={plain / own_plain:8.1f} x"
        )
    means = (exp(sum(map(log, column)) / len(ratios)) for column in zip(*ratios, strict=True))
    print("{:14}{:26.1f} x{:30.1f} x".format("geometric mean", *means))


def _one_run(name: str, texts: list[str]) -> tuple[float, float, float, float]:
    """Seconds by sumy and here from split sentences, then the same from plain text."""
    made = article(texts)
    paragraphs = [texts[i : i + 5] for i in range(0, len(texts), 5)]
    sumy = timed(rank_by_sumy, COMPARED[name], paragraphs, made.title)
    own = timed(rank, made, name)
    splitting = timed(split_by_nltk, made.text)
    return sumy, own, sumy + splitting, timed(_rank_plain, made.text, made.title, name)


def _rank_plain(text: str, title: str, name: str) -> None:
    rank(parse(text, title=title, language="en"), name)


def against_tokenising(size: int, runs: int) -> None:
    """Print each method's time as a share of NLTK's tokenising, and its memory."""
    from nltk.tokenize.destructive import NLTKWordTokenizer

    tokenise = NLTKWordTokenizer().tokenize
    texts = sentences(size)
    print(f"\n{size:,} sentences, index and ranking; NLTK's word tokeniser alone = 1")
    for method in methods():
        if not method.available:
            continue
        base: list[float] = []
        own: list[float] = []
        for _ in range(runs):
            base.append(timed(list, map(tokenise, texts)))
            own.append(timed(rank, article(texts), method.name))
        print(
            f"{method.name:20}{median(own) * 1e3:9.0f} ms = {median(own) / median(base):5.2f}"
            f"{_memory_in_new_process(method.name, size):10.0f} MB"
        )


def _memory_in_new_process(method: str, size: int) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.speed", "--memory", method, str(size)]
    result = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    return float(result.stdout)


def print_memory(method: str, size: int) -> None:
    """Print the peak memory of index and ranking above that of the imports, in MB."""
    texts = sentences(size)
    rank(article(sentences(3)), method)  # everything is imported
    tracemalloc.start()
    rank(article(texts), method)
    print(tracemalloc.get_traced_memory()[1] / 2**20)


def change_of_length(size: int) -> None:
    """Print what a new length takes on a ranked article."""
    ranking = rank(article(sentences(size)), "pacsum")
    ranking.select("100w").indices  # noqa: B018 -- counts the words, once for each article
    spans = []
    for percent in range(1, 100):
        start = perf_counter()
        summary = ranking.select(f"{percent}%")
        summary.sentences, summary.words  # noqa: B018
        spans.append(perf_counter() - start)
    print(f"\n{size:,} sentences, a new length: {median(spans) * 1e3:.2f} ms ", end="")
    print(f"(at most {max(spans) * 1e3:.2f} ms)")


def main() -> None:
    """Run it all, or what the options name."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3, help="runs of each measure")
    parser.add_argument("--memory", nargs=2, metavar=("METHOD", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory:
        print_memory(options.memory[0], int(options.memory[1]))
        return
    against_sumy(1_000, options.runs)
    against_tokenising(10_000, options.runs)
    change_of_length(10_000)


if __name__ == "__main__":
    main()
