"""First paint against a hello-world app: `python -m tests.benchmarks.first_paint [--old TREE]`.

All run in turn, each on a terminal of its own, from the start of the process to the frame that
shows text. Only the ratio means anything on another machine; that of the processor's time also on
one that is busy with something else. With another tree of the program, both are measured in turn.

The program's bytecode is there, as pip leaves it. Where the environment keeps Python from writing
it (``PYTHONDONTWRITEBYTECODE``), a third of what is measured would be compiling the modules anew.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import statistics
import sys
import time
from pathlib import Path

import pexpect

from tests.benchmarks.apart import home_apart

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


def seconds_to(text: str, arguments: list[str], tree: Path) -> tuple[float, float]:
    """Seconds until the terminal of a Python process shows a text: by the clock, and at work."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    child = pexpect.spawn(
        sys.executable,
        arguments,
        dimensions=(40, 120),
        timeout=30,
        cwd=str(tree),
        env=_environment(tree),
        encoding=None,
    )
    child.expect_exact(text.encode())
    taken = time.perf_counter() - start
    os.kill(child.pid, signal.SIGKILL)  # it must not work at an orderly end
    child.wait()
    child.close()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _environment(tree: Path) -> dict[str, str]:
    found = os.environ | {"PYTHONPATH": str(tree)}
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--old", type=Path, help="another tree of the program, to compare with")
    options = parser.parse_args()
    trees = [("", SAMPLE.parents[1])]
    if options.old is not None:
        trees.append((", old", options.old.resolve()))
    cases = {"hello world, header and footer": ("hello world", ["-c", HELLO], trees[0][1])}
    for name, text in (
        ("first frame", SAMPLE.name),
        ("both panes", "Summary"),
        ("summary on the screen", "sentences"),
    ):
        for which, tree in trees:
            cases[f"{name}{which}"] = (text, ["-m", "tui", str(SAMPLE)], tree)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
    for number in range(options.runs + 1):
        for name, case in cases.items():
            with home_apart():
                taken = seconds_to(*case)
            if number:  # the first round fills the disk cache, and writes bytecode
                times[name].append(taken)
    middles = {
        name: [*map(statistics.median, zip(*taken, strict=True))] for name, taken in times.items()
    }
    clock, work = next(iter(middles.values()))
    print(f"{'':32}   by the clock         at work")
    for name, (by_clock, at_work) in middles.items():
        print(
            f"{name:32} {by_clock * 1000:6.0f} ms {by_clock / clock:5.2f} x"
            f"  {at_work * 1000:6.0f} ms {at_work / work:5.2f} x"
        )


if __name__ == "__main__":
    main()
