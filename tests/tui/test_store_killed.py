"""Whatever kills the program, nothing is lost that it had kept; and searching stays quick."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.tui.real_terminal import COMMAND, RealTerminal
from tests.tui.stores import text_of
from tui.state.store import Facts
from tui.state.store.store import Store, open_store

ROOT = Path(__file__).parents[2]

#: Notes articles with their texts until it is killed, and says each that the store has taken.
WRITER = """
import os, sys
from pathlib import Path
from tui.state.store import Facts, KeptReading, Text
from tui.state.store.store import open_store

store = open_store(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    key = f"{sys.argv[2]}/{number}"
    store.articles.open(Facts(key, title=key), "digest", Text(f"Word{number} in a text of {key}."))
    store.articles.leave(key, KeptReading("salience", str(number)))
    os.write(1, b"%d\\n" % number)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_nothing_that_was_kept_is_lost_when_two_writers_are_killed(tmp_path):
    path = tmp_path / "library.db"
    open_store(path).close()
    random = Random(11)
    told = 0
    # Set to 100 rounds it takes four minutes; 100 rounds have lost nothing of 9,800 (see CHANGELOG).
    for turn in range(int(os.environ.get("SUMMARISE_KILLS", "6"))):
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, str(path), f"{turn}-{name}"],
                cwd=ROOT,
                stdout=subprocess.PIPE,
            )
            for name in ("one", "other")
        ]
        outputs = [_first_lines(writer) for writer in writers]
        time.sleep(random.random() * 0.2)
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
        store = open_store(path)
        for name, writer, before in zip(("one", "other"), writers, outputs, strict=True):
            rest = writer.stdout.read()
            writer.wait()
            last = int((before + rest).split()[-1])
            told += last
            keys = [f"{turn}-{name}/{number}" for number in range(1, last + 1)]
            found = store.articles.find_all(keys)
            assert len(found) == last, "articles are lost"
            assert all(found[key].reading.length == key.split("/")[1] for key in keys)
            assert [hit.article.key for hit in store.search.find(f"word{last} {turn}-{name}")]
        assert store._database.value("pragma quick_check") == "ok"
        assert store.notice == ""
        store.close()
    assert told > 20


def _first_lines(writer: subprocess.Popen[bytes]) -> bytes:
    """What a writer says until it has begun to write."""
    return os.read(writer.stdout.fileno(), 4096)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_reader_that_is_killed_loses_only_the_last_seconds(tmp_path):
    article = tmp_path / "mill.txt"
    sentences = [f"The mill has a story number {n} to tell." for n in range(30)]
    article.write_text("\n\n".join(sentences), encoding="utf-8")
    with RealTerminal(f"{COMMAND} '{article}'") as terminal:
        terminal.wait_for("5 of 30 sentences")
        terminal.send("+++")
        terminal.wait_for("8 of 30 sentences")
        deadline = time.monotonic() + 20
        while not _length_kept(article) == "8" and time.monotonic() < deadline:
            time.sleep(0.1)
        terminal.kill(signal.SIGKILL)
    with RealTerminal(f"{COMMAND} '{article}'") as terminal:
        terminal.wait_for("8 of 30 sentences")


def _length_kept(article: Path) -> str | None:
    from tui.state.memory import Memory

    memory = Memory()
    found = memory.use(lambda store: store.articles.find(str(article)), otherwise=None)
    memory.close()
    return found.reading.length if found is not None and found.reading is not None else None


def _fill(store: Store, articles: int) -> None:
    random = Random(5)
    words = [
        "".join(random.choices("abcdefghijklmnoprstuvwy", k=random.randint(3, 9)))
        for _ in range(9_000)
    ]
    for start in range(0, articles, 100):
        store.articles.note_all(
            (
                Facts(f"/{number}", title=f"Article {number}"),
                text_of(*(" ".join(["the", *random.choices(words, k=16)]) + "." for _ in range(6))),
            )
            for number in range(start, start + 100)
        )


def test_searching_many_articles_takes_hardly_longer_than_searching_few(tmp_path):
    few, many = open_store(tmp_path / "few.db"), open_store(tmp_path / "many.db")
    _fill(few, 200)
    _fill(many, 2_000)

    def seconds(store: Store) -> float:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            assert len(store.search.find("the")) == 50
            times.append(time.perf_counter() - start)
        return min(times)

    # Ten times as many articles that all have the word; ranking them is what grows.
    assert seconds(many) < 10 * seconds(few)
