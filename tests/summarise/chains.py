"""Chains of reports of one event, in their order, each sentence marked as new or known.

In the files a line with ``@`` begins a report with its day and title; ``+`` stands before a
sentence with something new in it, ``=`` before one whose every fact an earlier report has told.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "data" / "chains"
#: The chains by which the constants were chosen, and those that were written afterwards.
CHOSEN_BY = ("bridge", "comet", "hochwasser", "strike")
HELD_OUT = ("brauerei", "election", "painting", "transfer", "vaccine", "volcano")
_GERMAN = ("brauerei", "hochwasser")


@dataclass(frozen=True)
class Report:
    """One report of a chain."""

    chain: str
    date: str
    title: str
    language: str
    sentences: tuple[str, ...]
    new: tuple[bool, ...]
    """For each sentence whether it tells something new."""

    @property
    def text(self) -> str:
        """The report as a file of plain text has it, three sentences a paragraph."""
        pieces = [self.sentences[at : at + 3] for at in range(0, len(self.sentences), 3)]
        return "\n\n".join([self.title, *map(" ".join, pieces)]) + "\n"


def chain(name: str) -> list[Report]:
    """The reports of one chain, the first one first."""
    language = "de" if name in _GERMAN else "en"
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("@")]
    reports = []
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        date, _, title = lines[start][2:].partition(" ")
        said = lines[start + 1 : stop]
        sentences, new = tuple(line[2:] for line in said), tuple(line[0] == "+" for line in said)
        reports.append(Report(name, date, title, language, sentences, new))
    return reports
