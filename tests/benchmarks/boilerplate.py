"""How much of the article the boilerplate marker keeps, and how much of the rest it flags.

    python -m tests.benchmarks.boilerplate PAGES.jsonl [--verbose]

Each line of the file is a page: ``host``, ``title`` and ``lines`` with ``text``, ``is_article`` and
``blank_before``. The lines are joined to a text and read as any text is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarise.parsing.boilerplate import mark_boilerplate
from tests.benchmarks.pages import LabelledPage, labelled, read_records


@dataclass
class Tally:
    """Words of articles and of the rest over many pages, and the pages that lose too much."""

    article: int = 0
    kept: int = 0
    rest: int = 0
    flagged: int = 0
    pages: int = 0
    losing: list[str] = field(default_factory=list)

    def add(self, page: LabelledPage, reasons: Sequence[str | None]) -> None:
        """Count one page."""
        whole = sum(page.article)
        kept = sum(n for n, why in zip(page.article, reasons, strict=True) if why is None)
        self.article += whole
        self.kept += kept
        self.rest += sum(page.rest)
        self.flagged += sum(n for n, why in zip(page.rest, reasons, strict=True) if why)
        self.pages += 1
        if kept < 0.9 * whole:
            self.losing.append(f"{page.host} {page.title[:30]} {kept / whole:.0%}")

    def __str__(self) -> str:
        return (
            f"{100 * self.kept / max(1, self.article):.2f} % of article words kept, "
            f"{100 * self.flagged / max(1, self.rest):.2f} % of boilerplate words flagged, "
            f"{len(self.losing)} of {self.pages} pages lose over 10 %"
        )


def main(path: Path, verbose: bool) -> None:
    """Print the tally of a file."""
    tally = Tally()
    spent = 0.0
    for record in read_records(path):
        page = labelled(record)
        begun = time.perf_counter()
        reasons = mark_boilerplate(page.blocks, title="", language=page.language)
        spent += time.perf_counter() - begun
        tally.add(page, reasons)
        if verbose:
            _show(page, reasons)
    print(tally)
    for line in tally.losing:
        print("   ", line)
    print(f"{1000 * spent / max(1, tally.pages):.1f} ms a page")


def _show(page: LabelledPage, reasons: Sequence[str | None]) -> None:
    print(f"=== {page.host}: {page.title}")
    for block, label, why in zip(page.blocks, page.labels, reasons, strict=True):
        wrong = (why is None) != label
        print(f"{'!' if wrong else ' '} {'A' if label else '.'} {why or '':20} {block.text[:100]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--verbose" in sys.argv[2:])
