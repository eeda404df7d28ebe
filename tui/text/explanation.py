"""Why a sentence is in or out, as text for the explain panel: a sentence first, then bars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from tui.state.reading import Reading
from tui.text.fitting import rows_of_facts
from tui.text.looks import QUIET
from tui.text.part_names import plain_name
from tui.text.wording import SEPARATOR, number_of, plural, quoted, read_before

if TYPE_CHECKING:
    from summarise.ranking.explanation import Explanation
    from summarise.ranking.ranking import Summary

#: Bars that are shown before all parts are asked for.
_BARS = 4
#: Cells of the longest bar, and of the names before it at most.
_BAR, _LABEL = 16, 24
#: Cells of a name and of a number with the space behind it, where all parts are shown.
_NAME, _VALUE = 13, 7
#: Cells of what stands before the numbers of neighbours.
_NEAR = 15
#: Parts smaller than this say nothing.
_NOTHING = 0.005
#: Characters of a neighbour that are quoted at most; the panel cuts what does not fit.
_QUOTED = 120


def explanation(reading: Reading, found: Explanation, width: int, *, full: bool) -> Content:
    """Explain the place of a sentence, in rows of a given width.

    Only the neighbours that it quotes may be wider than that.

    Args:
        reading: What is read.
        found: What there is to say of the sentence.
        width: Cells of a row.
        full: Whether all parts are shown with their numbers.
    """
    summary = reading.summary
    if summary is None:
        return Content("ranking …")
    verdict = _verdict(reading, summary, found)
    if (before := summary.dangling.get(found.sentence)) is not None:
        verdict += f" It points back to {quoted(reading.article, before)}, left out: a adds that."
    lines = [Content.styled(line, "bold") for line in wrap(verdict, width)]
    more = Content.assemble(("d", "bold"), (" less" if full else " all parts", QUIET))
    if found.parts and (room := width - lines[-1].cell_length) >= more.cell_length + 2:
        lines[-1] = lines[-1].append(more.pad_left(room - more.cell_length))
    if reading.known is not None and (seen := reading.known.seen.get(found.sentence)):
        lines += [Content(line) for line in wrap(f"{read_before(seen)}: I goes there.", width)]
    if found.said:
        lines += [Content(line) for line in wrap(f"the model: {found.said}", width)]
    if full:
        lines += _all_parts(found, width)
    else:
        lines += _bars(found.parts, width)
    for number, neighbour in enumerate(found.neighbours, 1):
        text = " ".join(reading.article.sentences[neighbour.sentence].text.split())
        near = "like it, press" if number == 1 else ""
        lines.append(
            Content.assemble(
                (f"{near:<{_NEAR}}", QUIET), (f"{number}", "bold"), f"  {text[:_QUOTED]}"
            )
        )
    return Content("\n").join(lines)


def _verdict(reading: Reading, summary: Summary, found: Explanation) -> str:
    """Whether a sentence is in, why, and what to press to change that."""
    sentence, rank = found.sentence, found.rank
    if rank is None:
        return _never(reading, sentence, found.reason)
    if found.pinned:
        if sentence in summary.kept:
            return "In: you pinned it; * unpins it."
        return "Out: you pinned it, but the length has no room for it; + makes room."
    if sentence in summary.kept:
        if found.unfit:
            return f"In, though left for last ({found.unfit}): everything else is in. x drops it."
        kept = "it alone is kept" if summary.size == 1 else f"{summary.size:,} are kept"
        return f"In: it ranks {rank:,} of {found.of:,}, and {kept}{_because(found.parts)}."
    if found.unfit:
        return f"Out: left for last ({found.unfit}). * keeps it all the same."
    above = f"Out: {plural(rank - 1, 'sentence')} {'ranks' if rank == 2 else 'rank'} above it"
    link = summary.link(sentence)
    if link is not None:
        number = number_of(summary, link.sentence)
        above += f"; the nearest that is kept, {number}, says most of it"
    return f"{above}. * keeps it, i takes the length at which it comes in ({rank:,})."


def _never(reading: Reading, sentence: int, reason: str) -> str:
    """Why no length holds a sentence."""
    if sentence in reading.state.choices.drops:
        return "Out: you dropped it; x allows it again."
    if reading.article.sentences[sentence].boilerplate is not None:
        return f"Out: {reason}; r brings its paragraph back."
    return f"Out: {reason}."


def _because(parts: Mapping[str, float]) -> str:
    """What speaks most for a sentence."""
    name = max(parts, key=lambda part: parts[part], default="")
    if not name or parts[name] < _NOTHING:
        return ""
    return f"; above all {plain_name(name).good}"


def _bars(parts: Mapping[str, float], width: int) -> Iterator[Content]:
    """The parts that matter most in plain words, each with a bar for or against the sentence."""
    shown = _largest(parts)[:_BARS]
    if not shown:
        return
    labels = [plain_name(name).label for name, _ in shown]
    cells = min(_LABEL, max(map(len, labels)), max(_NAME, width - _BAR)) + 2
    longest = abs(shown[0][1])
    for label, (_, value) in zip(labels, shown, strict=True):
        bar = _bar(value, longest, min(_BAR, width - cells - 9))
        side = "for it" if value > 0 else "against"
        if len(label) > cells - 1:
            label = f"{label[: cells - 2].rstrip()}…"
        yield Content.assemble((f"{label:<{cells}}{side:<9}", QUIET), bar)


def _all_parts(found: Explanation, width: int) -> Iterator[Content]:
    """Rank, score, all parts with their numbers, and the terms."""
    if found.rank is not None and found.score is not None:
        facts = (
            f"rank {found.rank:,} of {found.of:,}",
            f"enters at {plural(found.rank, 'sentence')} or {found.percent} %",
            f"score {found.score:.2f}",
        )
        for row in rows_of_facts(SEPARATOR.join(facts), SEPARATOR, width, len(facts)):
            yield from map(Content, wrap(row, width))
    shown = _largest(found.parts)
    longest = abs(shown[0][1]) if shown else 1.0
    for name, value in shown:
        bar = _bar(value, longest, min(_BAR, width - _NAME - _VALUE))
        yield Content.assemble((f"{name:<{_NAME}}", QUIET), f"{value:+.2f}  ", bar)
    if found.terms:
        terms = ", ".join(term.term for term in found.terms)
        for number, row in enumerate(wrap(terms, max(_NAME, width - _NAME))):
            yield Content.assemble((f"{'' if number else 'terms':<{_NAME}}", QUIET), row)


def _largest(parts: Mapping[str, float]) -> list[tuple[str, float]]:
    """The parts that say something, the largest first."""
    shown = [(name, value) for name, value in parts.items() if abs(value) >= _NOTHING]
    return sorted(shown, key=lambda part: -abs(part[1]))


def _bar(value: float, longest: float, cells: int) -> tuple[str, str]:
    """A bar for the size of a value, and its style."""
    bar = "━" * max(1, round(abs(value) / longest * max(1, cells)))
    return bar, "$mark" if value > 0 else QUIET
