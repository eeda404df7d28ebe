"""Why a sentence is in or out, as text for the explain panel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from summarise.ranking.explanation import Explanation
from tui.state.reading import Reading
from tui.text.looks import QUIET
from tui.text.wording import SEPARATOR, plural

#: Cells of the longest bar.
_BAR = 16
#: Cells of a name and of a number with the space behind it.
_NAME, _VALUE = 13, 7
#: Parts smaller than this say nothing.
_NOTHING = 0.005
#: Characters of a neighbour that are quoted at most; the panel cuts what does not fit.
_QUOTED = 120


def explanation(reading: Reading, sentence: int, width: int) -> Content:
    """Explain the place of a sentence in full, in rows of a given width.

    Only the neighbours that it quotes may be wider than that.
    """
    from summarise import explain  # brings the heavy libraries

    ranking = reading.ranking
    if ranking is None:
        return Content("ranking …")
    found = explain(ranking, sentence)
    lines = [Content.styled(line, "bold") for line in wrap(_headline(found), width)]
    lines += _parts(found.parts, min(_BAR, width - _NAME - _VALUE))
    if found.terms:
        lines += _named("terms", ", ".join(term.term for term in found.terms), width)
    for neighbour in found.neighbours:
        text = reading.article.sentences[neighbour.sentence].text
        quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()} …"
        near = f"{neighbour.similarity:.2f}  {neighbour.sentence + 1}  {quoted}"
        lines += _named("near", near, _NAME + len(near))
    summary = reading.summary
    if summary is not None and sentence in summary.dangling:
        before = summary.dangling[sentence] + 1
        lines += _named(
            "points back", f"to sentence {before}, which is left out: press a to add it", width
        )
    return Content("\n").join(lines)


def _headline(found: Explanation) -> str:
    if found.rank is None or found.score is None:
        return found.reason
    pinned = "pinned, " if found.pinned else ""
    if found.unfit and not found.pinned:
        pinned = f"left for last ({found.unfit}), "
    if found.unfit and not found.pinned:
        pinned = f"left for last ({found.unfit}), "
    return SEPARATOR.join(
        (
            f"{pinned}rank {found.rank} of {found.of}",
            f"enters at {plural(found.rank, 'sentence')} or {found.percent} %",
            f"score {found.score:.2f}",
        )
    )


def _parts(parts: Mapping[str, float], cells: int) -> Iterator[Content]:
    """A row for each part that matters, the largest first, with a bar for its size."""
    shown = [(name, value) for name, value in parts.items() if abs(value) >= _NOTHING]
    longest = max((abs(value) for _, value in shown), default=1.0)
    for name, value in sorted(shown, key=lambda part: -abs(part[1])):
        bar = "━" * max(1, round(abs(value) / longest * cells))
        yield Content.assemble(
            (f"{name:<{_NAME}}", QUIET),
            f"{value:+.2f}  ",
            (bar, "$mark" if value > 0 else QUIET),
        )


def _named(name: str, text: str, width: int) -> list[Content]:
    """A name and what there is to say, in as many rows as it needs."""
    rows = wrap(text, max(_NAME, width - _NAME))
    return [
        Content.assemble((f"{'' if number else name:<{_NAME}}", QUIET), row)
        for number, row in enumerate(rows)
    ]
