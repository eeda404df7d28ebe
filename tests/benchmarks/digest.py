"""A digest of more and more articles: `python -m tests.benchmarks.digest`.

The articles are made of words as frequent as those of a language are, in sentences of some twenty;
every fourth is a story that is told once more, with half of its sentences in other words. They are
files in a folder, and the whole command is timed, by the clock and in processor time of all its
processes, with the peak of memory of one; then the digest alone, of articles that were ranked
already, in processor time. What is printed last of each row is its processor time for an article,
of the command and of the digest, as a share of that of the first row: 1 is linear.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from summarise import Length, parse
from summarise.digests.digest import digest_of
from summarise.digests.gist import gist_of, share_of_each
from tests.benchmarks.speed import sentences

SIZES = (1000, 2500, 5000, 10_000)
#: Sentences of an article: some 700 words, as an article of a news site has.
_SENTENCES = 35
_PARAGRAPH = 4


def texts(count: int) -> list[str]:
    """The texts of so many articles."""
    random = Random(7)
    made: list[list[str]] = []
    for number in range(count):
        own = sentences(_SENTENCES, seed=number)
        if number % 4 == 3:
            told = random.choice(made[-3:])
            own = [random.choice(pair) for pair in zip(own, told, strict=True)]
        made.append(own)
    return [_written(each) for each in made]


def _written(own: Sequence[str]) -> str:
    parts = [" ".join(own[at : at + _PARAGRAPH]) for at in range(0, len(own), _PARAGRAPH)]
    return "\n\n".join([" ".join(own[0].split()[:6]), *parts]) + "\n"


def of_the_command(made: Sequence[str]) -> tuple[float, float, float]:
    """Seconds by the clock and of processors, and the most megabytes of one of its processes."""
    with tempfile.TemporaryDirectory() as folder:
        # Folders of a thousand: of one with more than 5,000 articles the rest is left out.
        for number, text in enumerate(made):
            path = Path(folder, str(number // 1000), f"{number}.txt")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        folders = sorted(map(str, Path(folder).iterdir()))
        before = _processors()
        begin = perf_counter()
        subprocess.run(
            [sys.executable, "-m", "tui", "digest", *folders, "-l", "20"],
            check=True,
            capture_output=True,
            env=os.environ,
        )
        seconds = perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return seconds, _processors() - before, memory


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def of_the_digest(made: Sequence[str]) -> float:
    """Seconds that the digest takes of gists that are there."""
    most = share_of_each(len(made))
    gists = [gist_of(parse(text), "lead", most) for text in made]
    begin = process_time()
    digest_of(gists, "lead", Length(20))
    return process_time() - begin


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of articles")
    sizes = parser.parse_args().sizes
    made = texts(max(sizes))
    print("articles   command  processors    memory   digest alone   for an article")
    first: tuple[float, float] | None = None
    for size in sizes:
        clock, whole, memory = of_the_command(made[:size])
        alone = of_the_digest(made[:size])
        each = whole / size, alone / size
        first = first or each
        shares = f"{each[0] / first[0]:.2f}, {each[1] / first[1]:.2f}"
        row = f"{size:8,} {clock:7.1f} s {whole:9.1f} s {memory:6.0f} MB {alone:12.2f} s"
        print(f"{row}   {shares}", flush=True)


if __name__ == "__main__":
    main()
