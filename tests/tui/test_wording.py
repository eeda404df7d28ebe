"""The short lines that say where things stand."""

from __future__ import annotations

import pytest

from summarise import parse, rank
from summarise.length import Length, Unit
from tui.state.reading_state import Choices, Layout, ReadingState
from tui.text.wording import (
    coverage_facts,
    length_in,
    percent,
    place_of,
    step_back,
    summary_facts,
)


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


FRESH = ReadingState("salience", Length.parse("5"))
PINNED = ReadingState("salience", Length.parse("5"), choices=Choices(pins=frozenset({3})))


@pytest.mark.parametrize(
    ("verb", "before", "now", "told"),
    [
        ("Undone", PINNED, FRESH, "Undone: a pin set; now no pin."),
        ("Redone", FRESH, PINNED, "Redone: a pin set; now 1 pin."),
        ("Undone", FRESH, PINNED, "Undone: a pin taken off; now 1 pin."),
        (
            "Undone",
            ReadingState("lead", Length.parse("20%"), layout=Layout.SOURCE),
            FRESH,
            "Undone: another length, another method, another layout; "
            "now 5 sentences, Salience, side by side.",
        ),
        (
            "Undone",
            ReadingState("salience", Length.parse("5"), choices=Choices(drops=frozenset({1, 2}))),
            FRESH,
            "Undone: 2 sentences dropped; now none dropped.",
        ),
        (
            "Undone",
            ReadingState("salience", Length.parse("5"), choices=Choices(blocks=((2, None),))),
            FRESH,
            "Undone: a paragraph left out or brought back; now all paragraphs as they were.",
        ),
    ],
)
def test_going_back_says_what_is_undone_and_what_is_there_now(verb, before, now, told):
    assert step_back(verb, before, now) == told
