"""What is loaded before the first frame: only what it takes to draw it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.driving import SAMPLE, SEEDS

#: Libraries and rooms that the first frame does without; each would be waited for.
LATER = {
    *("numpy", "nltk", "sumy", "trafilatura", "markdown_it", "pyperclip", "sqlite3"),
    *("summarise.parsing", "summarise.index", "summarise.methods", "summarise.ranking"),
    *("tui.screens.reader", "tui.screens.library", "tui.screens.compare", "tui.screens.help"),
    *("tui.state.store", "tui.state.remembering"),
}

CODE = """
import sys
from summarise.loading import find_sources
from tui.app import SummariseApp
from tui.screens.loading import LoadingScreen, OpeningScreen
from tui.state.request import Request
from tui.state.samples import samples

def stop(screen):
    print(*sys.modules)
    screen.app.exit()

LoadingScreen.go_on = OpeningScreen.go_on = stop
SummariseApp(Request(tuple(find_sources(sys.argv[1:]) or samples()))).run(headless=True)
"""


#: What the reader's screen and its first summary do without, too.
OPENED_LATER = {
    *("nltk", "sumy", "sqlite3", "pyperclip", "tui.screens.library", "tui.screens.help"),
    *("tui.state.store.holdings", "tui.widgets.explain_panel", "tui.clipboard", "numpy.typing"),
}


def test_the_reader_and_its_first_summary_wait_for_nothing_that_is_opened_later():
    code = (
        "import sys, tui.app, tui.screens.reader\n"
        "from summarise import load, rank\n"
        "rank(load(sys.argv[1])).select(5)\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SAMPLE)],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    loaded = set(done.stdout.split())
    assert {"numpy", "tui.screens.reader"} <= loaded
    assert not loaded & OPENED_LATER


@pytest.mark.parametrize("sources", [[SAMPLE], [SEEDS], []], ids=["file", "folder", "samples"])
def test_the_first_frame_waits_for_nothing_heavy(sources: list[Path]):
    done = subprocess.run(
        [sys.executable, "-c", CODE, *map(str, sources)],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    loaded = set(done.stdout.split())
    assert "tui.screens.loading" in loaded
    assert not loaded & LATER
