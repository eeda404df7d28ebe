"""The store with many articles in it: `python -m tests.benchmarks.store`.

The articles are made of words as frequent as those of a language are; every one of them has "the".
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from tui.state.store import Facts, Text
from tui.state.store.store import Store, open_store

_LETTERS = "aeioubcdfghlmnprst"
#: Words of a language, and those of an article of a newspaper.
_WORDS, _SENTENCES, _LENGTH = 30_000, 35, 20
_AT_ONCE = 100
_RUNS = 9


def articles(count: int) -> list[tuple[Facts, Text]]:
    """Articles in which the word of rank n is used 1/n times as often as the first."""
    random = Random(1)
    words = [
        "the",
        *("".join(random.choices(_LETTERS, k=random.randint(3, 10))) for _ in range(_WORDS)),
    ]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    return [
        _article(number, random.choices(words, weights, k=_SENTENCES * _LENGTH))
        for number in range(count)
    ]


def _article(number: int, words: list[str]) -> tuple[Facts, Text]:
    places, length, sentences = [], 0, []
    for start in range(0, len(words), _LENGTH):
        sentences.append(" ".join(words[start : start + _LENGTH]) + ".")
        places.append((length, length + len(sentences[-1])))
        length += len(sentences[-1]) + 1
    facts = Facts(f"/articles/{number}.txt", title=f"Article {number}", words=len(words))
    return facts, Text(" ".join(sentences), tuple(places))


def milliseconds(work: Callable[[], object]) -> float:
    """How long something takes, the middle of several runs."""
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def measure(store: Store, made: list[tuple[Facts, Text]]) -> None:
    """Fill a store, search it, and print."""
    start = time.process_time()
    for first in range(0, len(made), _AT_ONCE):
        store.articles.note_all(made[first : first + _AT_ONCE])
    size = sum(file.stat().st_size for file in store.path.parent.iterdir())
    print(
        f"{'noted with their texts':34} {time.process_time() - start:6.1f} s    {size / 1e6:.0f} MB"
    )
    rare = made[0][1].text.split()[-2]
    keys = [facts.key for facts, _ in made]
    cases: dict[str, Callable[[], object]] = {
        "search: a word of all articles": lambda: store.search.find("the"),
        "search: a rare word": lambda: store.search.find(rare),
        "search: two words and a beginning": lambda: store.search.find(f"the {rare} ar"),
        "the facts of all articles": lambda: store.articles.find_all(keys),
        "the history": store.articles.history,
    }
    for name, work in cases.items():
        print(f"{name:34} {milliseconds(work):6.1f} ms")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5_000)
    made = articles(parser.parse_args().articles)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        store = open_store(path)
        measure(store, made)
        store.close()
        print(f"{'opening it again':34} {milliseconds(lambda: open_store(path).close()):6.1f} ms")


if __name__ == "__main__":
    main()
