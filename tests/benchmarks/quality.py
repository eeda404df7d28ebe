"""Measure methods against human summaries: ROUGE, gold picks, dangling picks.

    python tests/benchmarks/quality.py articles.jsonl --sentences 3 --methods pacsum,lead,sumy:luhn

Each line of the file is an article: ``title``, ``sentences``, ``reference``, and if known
``paragraph`` (a number per sentence), ``gold_idx`` (sentences that a human marked) and
``language``. The sentences are taken as they are; nothing is split or marked as boilerplate.
Figures are means over articles, in per cent: ROUGE-1 and ROUGE-2 F1 (rouge-score, with its
stemmer), the share of the picks that are gold sentences, and the share of the picks that open with
a reference while the sentence before is left out.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from summarise import rank
from summarise.article import Article, Kind, Paragraph, Sentence
from summarise.errors import MethodError
from summarise.text.openers import opens_with_reference
from summarise.text.words import count_words

METHODS = (
    "lead,pacsum,sumy:lexrank,sumy:textrank,sumy:lsa,sumy:luhn,sumy:edmundson,sumy:sumbasic,sumy:kl"
)

Grams = Counter[Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """An article with what a human wrote about it.

    Attributes:
        article: The article, its sentences as given.
        tokens: ROUGE's tokens of each sentence.
        reference: Its unigrams and bigrams in the human summary.
        gold: The sentences that a human marked, if any.
    """

    article: Article
    tokens: tuple[list[str], ...]
    reference: tuple[Grams, Grams]
    gold: frozenset[int]


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over the articles, from 0 to 1, and the seconds that ranking them took."""

    rouge_1: float
    rouge_2: float
    gold: float
    dangling: float
    seconds: float


def build_article(record: Mapping[str, Any]) -> Article:
    """An article of exactly the sentences of a record, a space between them, in its paragraphs."""
    texts: list[str] = record["sentences"]
    numbers: list[int] = record.get("paragraph") or [0] * len(texts)
    pieces: list[str] = []
    sentences: list[Sentence] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for index, (text, number) in enumerate(zip(texts, numbers, strict=True)):
        starts_paragraph = index == 0 or number != numbers[index - 1]
        gap = "" if index == 0 else "\n\n" if starts_paragraph else " "
        start, at = at + len(gap), at + len(gap) + len(text)
        pieces += [gap, text]
        if starts_paragraph:
            place = len(paragraphs)
            paragraphs.append(Paragraph(place, Kind.TEXT, start, at, index, index + 1))
        else:
            paragraphs[-1] = paragraphs[-1]._replace(end=at, stop=index + 1)
        sentences.append(Sentence(index, len(paragraphs) - 1, start, at, text, count_words(text)))
    return Article(
        title=record.get("title", ""),
        text="".join(pieces),
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        language=record.get("language", "en"),
    )


def read_samples(path: Path, limit: int | None) -> Iterator[Sample]:
    """Read the articles of a JSONL file."""
    from rouge_score.tokenizers import DefaultTokenizer

    tokenise = DefaultTokenizer(use_stemmer=True).tokenize
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == limit:
                return
            record = json.loads(line)
            yield Sample(
                build_article(record),
                tuple(tokenise(text) for text in record["sentences"]),
                grams(tokenise(record["reference"])),
                frozenset(record.get("gold_idx") or ()),
            )


def grams(tokens: Sequence[str]) -> tuple[Grams, Grams]:
    """Counts of the unigrams and of the bigrams."""
    return Counter(tokens), Counter(pairwise(tokens))


def f1(found: Grams, wanted: Grams) -> float:
    """ROUGE-N as rouge-score computes it: F1 of the overlap of n-grams."""
    overlap = (found & wanted).total()
    if not overlap:
        return 0.0
    precision, recall = overlap / found.total(), overlap / wanted.total()
    return 2 * precision * recall / (precision + recall)


def measure(samples: Sequence[Sample], method: str, size: int) -> Figures:
    """Rank all articles by a method and compare its first picks with the human summaries."""
    rouge_1 = rouge_2 = gold = seconds = 0.0
    picks = dangling = 0
    for sample in samples:
        began = time.perf_counter()
        order = rank(sample.article, method).order
        seconds += time.perf_counter() - began
        kept = set(order[:size])
        unigrams, bigrams = grams([t for i in sorted(kept) for t in sample.tokens[i]])
        rouge_1 += f1(unigrams, sample.reference[0])
        rouge_2 += f1(bigrams, sample.reference[1])
        gold += len(kept & sample.gold) / max(1, len(kept))
        picks += len(kept)
        dangling += sum(_dangles(sample.article, i, kept) for i in kept)
    count = max(1, len(samples))
    return Figures(
        rouge_1 / count, rouge_2 / count, gold / count, dangling / max(1, picks), seconds
    )


def _dangles(article: Article, sentence: int, kept: set[int]) -> bool:
    return (
        sentence > 0
        and sentence - 1 not in kept
        and opens_with_reference(article.sentences[sentence].text, article.language)
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table, one method a line."""
    parser = argparse.ArgumentParser(description="ROUGE, gold picks and dangling picks of methods")
    parser.add_argument("path", type=Path, help="a JSONL file of articles")
    parser.add_argument("--sentences", type=int, default=3, help="length of the summaries")
    parser.add_argument("--limit", type=int, help="only the first articles")
    parser.add_argument("--methods", default=METHODS, help="names with commas between them")
    chosen = parser.parse_args(arguments)
    samples = list(read_samples(chosen.path, chosen.limit))
    print(f"{chosen.path.name}: {len(samples)} articles, {chosen.sentences} sentences")
    print(f"{'method':18} {'R1':>6} {'R2':>6} {'gold':>6} {'dangling':>9} {'s':>7}")
    for method in chosen.methods.split(","):
        try:
            found = measure(samples, method, chosen.sentences)
        except MethodError as error:
            print(f"{method:18} {error}", file=sys.stderr)
            continue
        print(
            f"{method:18} {100 * found.rouge_1:6.2f} {100 * found.rouge_2:6.2f} "
            f"{100 * found.gold:6.1f} {100 * found.dangling:9.2f} {found.seconds:7.2f}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
