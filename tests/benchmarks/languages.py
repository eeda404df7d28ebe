"""Measure methods in many languages against human summaries: ROUGE-1 over the lead.

    python -m tests.benchmarks.languages articles.jsonl --methods salience,pacsum

Each line of the file is an article: ``set`` (its language, and where it is from), ``language``,
``text`` as a user would have it, ``references`` (human summaries) and if known ``title``. A summary
holds the first sentences of a ranking that have as many words together as the human ones have on
average; it is cut there, and so is the beginning of the article that it is compared with. What is
printed is how much more of ROUGE-1 F1 (words in lower case, no stemmer, the mean over the human
summaries) the summaries of each set have, in points of 100, and the mean of the sets.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from summarise import Article, parse, rank
from summarise.text.characters import COMBINING, UNSPACED_LANGUAGES
from tests.benchmarks.quality import f1

#: Combining marks belong to the word, as the vowel signs of Indic scripts do.
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{COMBINING}])*")


def words_of(text: str, language: str) -> list[str]:
    """The words of a text; its characters in scripts without spaces."""
    if language in UNSPACED_LANGUAGES:
        return [character for character in text.lower() if character.isalnum()]
    return _WORD.findall(text.lower())


def cut(article: Article, order: Sequence[int], size: int) -> list[str]:
    """The words of the first sentences of an order, in the order of the text, ``size`` of them.

    What is too much is taken off the sentence that came last.
    """
    kept: dict[int, list[str]] = {}
    left = size
    for sentence in order:
        if left <= 0:
            break
        kept[sentence] = words_of(article.sentences[sentence].text, article.language)[:left]
        left -= len(kept[sentence])
    return [word for sentence in sorted(kept) for word in kept[sentence]]


def over_lead(record: Mapping[str, Any], methods: Sequence[str]) -> list[float]:
    """What each method has over the lead in one article, in points of 100."""
    article = parse(record["text"], title=record.get("title") or None, language=record["language"])
    references = [words_of(text, article.language) for text in record["references"]]
    size = round(fmean(map(len, references)))
    wanted = [Counter(reference) for reference in references]

    def share(method: str) -> float:
        found = Counter(cut(article, rank(article, method).order, size))
        return 100 * fmean(f1(found, reference) for reference in wanted)

    lead = share("lead")
    return [share(method) - lead for method in methods]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table, one set a line."""
    parser = argparse.ArgumentParser(description="ROUGE-1 over the lead, set by set")
    parser.add_argument("path", type=Path, help="a JSONL file of articles")
    parser.add_argument("--methods", default="salience,pacsum", help="names with commas between")
    chosen = parser.parse_args(arguments)
    methods = chosen.methods.split(",")
    found: dict[str, list[list[float]]] = defaultdict(list)
    with chosen.path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            found[record["set"]].append(over_lead(record, methods))
    print(f"{'set':16} {'articles':>8}  " + "  ".join(f"{method:>12}" for method in methods))
    means = {
        name: [fmean(column) for column in zip(*rows, strict=True)] for name, rows in found.items()
    }
    for name, figures in means.items():
        print(f"{name:16} {len(found[name]):8}  " + "  ".join(f"{x:+12.1f}" for x in figures))
    overall = [fmean(column) for column in zip(*means.values(), strict=True)]
    print(f"{'mean of sets':16} {'':8}  " + "  ".join(f"{x:+12.1f}" for x in overall))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
