"""The short lines that say where things stand."""

from __future__ import annotations

import pytest

from summarise import parse, rank
from tui.text.wording import coverage_facts, percent


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0, "0 %"), (0.001, "< 1 %"), (0.006, "1 %"), (0.125, "12 %"), (1, "100 %")],
)
def test_a_small_share_is_not_none(share, shown):
    assert percent(share) == shown


def test_many_paragraphs_are_counted_like_everything_else():
    text = "\n\n".join(f"Paragraph number {n} says something of the harbour." for n in range(1200))
    summary = rank(parse(text), method="lead").select("1100")
    assert coverage_facts(summary).endswith("1,100 of 1,200 ¶")
