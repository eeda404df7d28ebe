"""The short lines that say where things stand."""

from __future__ import annotations

import pytest

from summarise import parse, rank
from summarise.length import Unit
from tui.text.wording import coverage_facts, length_in, percent, place_of, summary_facts


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


def test_a_summary_has_one_percentage_and_its_article_does_not_shrink():
    text = "\n\n".join(
        f"Number {n} is short. But this one about the harbour of {n} ships is much longer than it."
        for n in range(10)
    )
    ranking = rank(parse(text), method="lead")
    summary = ranking.steer(drops={0}).select("3")
    assert summary_facts(summary).startswith("3 of 20 sentences · 15 %")
    assert length_in(Unit.PERCENT, summary) == "15 % of sentences"


def test_a_place_is_told_by_its_paragraph():
    article = parse("One is here. Two is here.\n\nThree is not.\n\nFour is here.").drop(1)
    places = {s.text: place_of(article, s.index) for s in article.sentences}
    assert places == {
        "One is here.": "¶ 1, sentence 1",
        "Two is here.": "¶ 1, sentence 2",
        "Three is not.": "",
        "Four is here.": "¶ 2, sentence 1",
    }
