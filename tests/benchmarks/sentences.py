"""How well sentences are split, against plain NLTK with the same models.

    python tests/benchmarks/sentences.py FILE.jsonl ...

Each line of a file is ``{"lang": "de", "text": "…", "spans": [[start, end], …]}``. Printed for each
file and both splitters: F1 of the boundaries inside the texts (the end of a text is given to
everybody), and how many texts have all of them right; then the time for the same texts.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from summarise.text.sentences import split_sentences
from summarise.text.sentences.languages import MODELS

Spans = list[tuple[int, int]]
Splitter = Callable[[str, str], Spans]


class Sample(NamedTuple):
    """A text and where its sentences end."""

    language: str
    text: str
    ends: frozenset[int]


@lru_cache
def _nltk_tokenizer(language: str) -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    if model := MODELS.get(language):
        data = importlib.import_module(f"punkt.data.{model}")
        parameters.abbrev_types = set(data.ABBREV_TYPES)
        parameters.collocations = set(data.COLLOCATIONS)
        parameters.sent_starters = set(data.SENT_STARTERS)
        parameters.ortho_context.update(data.ORTHO_CONTEXT)
    return PunktSentenceTokenizer(parameters)


def split_by_nltk(text: str, language: str) -> Spans:
    """The spans of NLTK's Punkt."""
    return list(_nltk_tokenizer(language).span_tokenize(text))


def read_samples(path: Path) -> list[Sample]:
    """The samples of a file."""
    samples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        ends = frozenset(end for _, end in record["spans"]) - {len(record["text"].rstrip())}
        samples.append(Sample(record["lang"], record["text"], ends))
    return samples


def measure(samples: list[Sample], split: Splitter) -> tuple[float, int, float]:
    """Boundary F1 in percent, texts that are all right, milliseconds for a thousand sentences."""
    hits = found = wanted = right = sentences = 0
    begin = time.perf_counter()
    results = [split(sample.text, sample.language) for sample in samples]
    spent = time.perf_counter() - begin
    for sample, spans in zip(samples, results, strict=True):
        ends = {end for _, end in spans} - {len(sample.text.rstrip())}
        hits += len(ends & sample.ends)
        found += len(ends)
        wanted += len(sample.ends)
        right += ends == sample.ends
        sentences += len(spans)
    f1 = 200 * hits / (found + wanted) if found + wanted else 100.0
    return f1, right, 1e6 * spent / max(1, sentences)


def main() -> None:
    """Print a line for each file and language."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--by-language", action="store_true", help="a line for each language too")
    options = parser.parse_args()
    print(
        f"{'':28}{'texts':>6} {'ours F1':>8} {'right':>6} {'NLTK F1':>8} {'right':>6}   times NLTK"
    )
    for path in options.files:
        samples = read_samples(path)
        groups = {path.stem: samples}
        if options.by_language:
            for language in sorted({sample.language for sample in samples}):
                groups[f"  {language}"] = [s for s in samples if s.language == language]
        for name, group in groups.items():
            _print_line(name, group)


def _print_line(name: str, samples: list[Sample]) -> None:
    for split in (split_sentences, split_by_nltk):
        measure(samples, split)  # the first run loads the models
    ours, ours_right, ours_time = measure(samples, split_sentences)
    nltk, nltk_right, nltk_time = measure(samples, split_by_nltk)
    print(
        f"{name:28}{len(samples):6} {ours:8.2f} {ours_right:6} {nltk:8.2f} {nltk_right:6}"
        f"   {nltk_time / ours_time:.1f}"
    )


if __name__ == "__main__":
    main()
