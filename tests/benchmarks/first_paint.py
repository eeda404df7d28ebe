"""First paint against a hello-world app: `python -m tests.benchmarks.first_paint`.

Both run in turn on a terminal of their own; the time is from the start of the process to the
first frame that shows text. Only the ratio means anything on another machine.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

import pexpect

SAMPLE = Path(__file__).parents[2] / "seeds/russia-and-belarus.txt"
HELLO = """
from textual.app import App
from textual.widgets import Footer, Header, Static
class Hello(App):
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Header()
        yield Static("hello world")
        yield Footer()
Hello().run()
"""


def seconds_to(text: str, arguments: list[str]) -> float:
    """Seconds from the start of a Python process until its terminal shows a text."""
    start = time.perf_counter()
    child = pexpect.spawn(
        sys.executable, arguments, dimensions=(40, 120), timeout=30, env=None, encoding=None
    )
    child.expect_exact(text.encode())
    taken = time.perf_counter() - start
    child.close(force=True)
    return taken


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    cases = {
        "hello world, header and footer": ("hello world", ["-c", HELLO]),
        "first frame": (SAMPLE.name, ["-m", "tui", str(SAMPLE)]),
        "both panes": ("Summary", ["-m", "tui", str(SAMPLE)]),
        "summary on the screen": ("sentences", ["-m", "tui", str(SAMPLE)]),
    }
    times: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(runs + 1):
        for name, (text, arguments) in cases.items():
            taken = seconds_to(text, arguments)
            if number:  # the first round fills the disk cache
                times[name].append(taken)
    base = statistics.median(times["hello world, header and footer"])
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"{name:32} {middle * 1000:6.0f} ms   {middle / base:5.2f} x")


if __name__ == "__main__":
    main()
