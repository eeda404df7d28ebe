"""Whatever ends or kills the program, nothing is lost that it had kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tui.real_terminal import RealTerminal
from tui.state.memory import Memory

ROOT = Path(__file__).parents[2]

ROUNDS = 100

#: Starts two writers so many times, each of which notes articles with texts and says in a file
#: which ones the store has taken; kills both, looks whether all are there, and says how many.
KILLING = """
import os, signal, sys, time
from random import Random
from pathlib import Path
from tui.state.store import Facts, KeptReading, Text
from tui.state.store.store import open_store

def write(path, name, told):
    store = open_store(path)
    number = 0
    while True:
        number += 1
        key = f"{name}/{number}"
        store.articles.open(Facts(key, title=key), "digest", Text(f"Word{number} is in {name}."))
        store.articles.leave(key, KeptReading("salience", str(number)))
        os.write(told, b"%d\\n" % number)

folder, rounds, random, total = Path(sys.argv[1]), int(sys.argv[2]), Random(11), 0
for turn in range(rounds):
    writers = {}
    for name in (f"one{turn}", f"other{turn}"):
        told = os.open(folder / name, os.O_WRONLY | os.O_CREAT)
        if (pid := os.fork()) == 0:
            write(folder / "library.db", name, told)
        writers[name] = pid
    while any((folder / name).stat().st_size == 0 for name in writers):
        time.sleep(0.005)
    time.sleep(random.random() * 0.05)
    for pid in writers.values():
        os.kill(pid, signal.SIGKILL)
    for pid in writers.values():
        os.waitpid(pid, 0)
    store = open_store(folder / "library.db")
    assert store.notice == "", store.notice
    for name in writers:
        last = int((folder / name).read_text().split()[-1])
        keys = [f"{name}/{number}" for number in range(1, last + 1)]
        found = store.articles.find_all(keys)
        assert len(found) == last, f"{last - len(found)} of {last} are lost"
        assert all(found[key].reading.length == key.partition("/")[2] for key in keys)
        assert store.search.find(f"word{last} {name}")
        total += last
    assert store._database.value("pragma quick_check") == "ok"
    store.close()
print(total)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_nothing_that_was_kept_is_lost_when_two_writers_are_killed(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", KILLING, str(tmp_path), str(ROUNDS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.stderr == ""
    assert int(done.stdout) >= 2 * ROUNDS


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_reader_that_is_killed_loses_only_the_last_seconds(tmp_path):
    article = _article(tmp_path)
    command = [sys.executable, "-m", "tui", str(article)]
    with RealTerminal(command) as terminal:
        terminal.wait_for("3 of 30 sentences")
        terminal.press("+++")
        terminal.wait_for("6 of 30 sentences")
        deadline = time.monotonic() + 20
        while _length_kept(article) != "6":
            assert time.monotonic() < deadline, "is not kept"
            time.sleep(0.1)
        terminal.interrupt(signal.SIGKILL)
    with RealTerminal(command) as terminal:
        terminal.wait_for("6 of 30 sentences")


@pytest.mark.parametrize("ending", ["q", "hang-up", "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"])
@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
def test_however_the_reader_ends_it_has_kept_everything(tmp_path, ending):
    article = _article(tmp_path)
    with RealTerminal([sys.executable, "-m", "tui", str(article)]) as terminal:
        terminal.wait_for("3 of 30 sentences")
        terminal.press("+++")
        terminal.wait_for("6 of 30 sentences")
        if ending == "q":
            terminal.press("q")
        elif ending == "hang-up":
            terminal.hang_up()
        else:
            terminal.interrupt(signal.Signals[ending])
        if ending != "hang-up":
            terminal.wait_for_end()
    assert _length_kept(article) == "6"


def _article(folder: Path) -> Path:
    """An article of thirty sentences in a file."""
    path = folder / "mill.txt"
    sentences = [f"The mill has a story number {n} to tell." for n in range(30)]
    path.write_text("\n\n".join(sentences), encoding="utf-8")
    return path


def _length_kept(article: Path) -> str | None:
    memory = Memory()
    found = memory.use(lambda store: store.articles.find(str(article)), otherwise=None)
    memory.close()
    return found.reading.length if found is not None and found.reading is not None else None
