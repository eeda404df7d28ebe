"""Why a sentence is in or out: in words first, then in few bars, and all of it on one more key."""

from __future__ import annotations

import re

import pytest

import summarise
from summarise.methods import all_methods
from tests.tui.driving import reader_on, said, settle
from tests.tui.ranked_sample import ARTICLE, RANKING, ranked_reading
from tests.tui.screen_text import screen_text
from tui.state.decisions import Decisions
from tui.state.reading import Reading
from tui.text.explanation import explanation
from tui.text.part_names import is_named, plain_name


def explained(reading: Reading, sentence: int, width: int = 80, *, full: bool = False) -> str:
    """The panel's text on a sentence."""
    ranking = reading.ranking
    assert ranking is not None
    return explanation(reading, summarise.explain(ranking, sentence), width, full=full).plain


def test_a_kept_sentence_is_told_its_rank_and_what_speaks_for_it():
    text = explained(ranked_reading(), RANKING.order[2])
    assert text.startswith("In: it ranks 3 of 45, and 5 are kept; above all it ")


def test_one_left_out_is_told_what_stands_above_it_and_what_to_press():
    reading = ranked_reading()
    summary = reading.summary
    assert summary is not None
    for rank in (6, 7, 20, 45):
        sentence = RANKING.order[rank - 1]
        text = " ".join(explained(reading, sentence).split())
        link = summary.link(sentence)
        if sentence in RANKING.index.unfit:
            assert "left for last" in text
            continue
        assert f"Out: {rank - 1} sentences rank above it" in text
        assert f"i takes the length at which it comes in ({rank})" in text
        number = None if link is None else summary.indices.index(link.sentence) + 1
        assert (f"kept, {number}, says most of it" in text) == (link is not None)


def test_what_the_reader_decided_is_the_reason():
    reading = ranked_reading()
    best, last = RANKING.order[0], RANKING.order[-1]
    Decisions(reading).toggle_pin(last)
    assert explained(reading, last).startswith("In: you pinned it; * unpins it.")
    Decisions(reading).toggle_drop(best)
    assert explained(reading, best).startswith("Out: you dropped it; x allows it again.")
    reading.keep(1)
    Decisions(reading).toggle_pin(RANKING.order[1])
    out = {last, RANKING.order[1]} - reading.summary.kept
    assert "the length has no room for it" in explained(reading, out.pop())


def test_what_is_beside_the_article_says_how_to_bring_it_back():
    junk = next(p for p in ARTICLE.paragraphs if p.boilerplate)
    text = explained(ranked_reading(), junk.first)
    assert text.startswith(f"Out: not part of the article: {junk.boilerplate}; r brings")


def test_few_bars_in_plain_words_come_first_and_all_parts_on_asking():
    reading, sentence = ranked_reading(), RANKING.order[2]
    short, full = explained(reading, sentence), explained(reading, sentence, full=True)
    assert 3 <= sum("━" in line for line in short.splitlines()) <= 4
    assert "+0." not in short
    assert "the subject" in short
    assert sum("━" in line for line in full.splitlines()) > 6
    assert "+0." in full


@pytest.mark.parametrize("method", [m.name for m in all_methods() if m.available])
def test_every_part_of_every_method_has_a_plain_name(method: str):
    steered = summarise.rank(ARTICLE, method).steer(focus={"Crimea": 1.0})
    assert [name for name in steered.parts if not is_named(name)] == []


def test_what_shows_all_parts_is_said_and_no_fact_is_broken():
    reading = ranked_reading()
    assert explained(reading, RANKING.order[0], 80).splitlines()[1].endswith("  d all parts")
    shown = explained(reading, RANKING.order[0], 50, full=True).splitlines()
    assert any(line.endswith("  d less") for line in shown[:3])
    assert any(line.startswith("score ") for line in shown), shown


@pytest.mark.parametrize("width", [24, 36, 60, 120])
def test_it_fits_the_panel_up_to_what_is_quoted(width: int):
    reading = ranked_reading()
    for sentence in (*RANKING.order[:8], 0):
        for full in (False, True):
            rows = explained(reading, sentence, width, full=full).splitlines()
            near = len(summarise.explain(RANKING, sentence).neighbours)
            assert max(map(len, rows[: len(rows) - near])) <= max(width, 26)


@pytest.mark.parametrize("width", [24, 31, 40, 80])
def test_a_name_that_is_cut_says_so(width: int):
    reading = ranked_reading()
    for sentence in reading.summary.indices:
        parts = summarise.explain(RANKING, sentence).parts
        labels = {plain_name(name).label for name in parts}
        for row in explained(reading, sentence, width).split("\n"):
            if found := re.match(r"(.+?) +(?:for it|against) ", row):
                assert found[1] in labels or found[1].endswith("…")


async def test_the_sentences_like_it_can_be_gone_to_and_come_back_from():
    async with reader_on(size=(140, 40)) as (screen, pilot):
        await pilot.press("2")
        await settle(pilot)
        assert said(screen.app) == ["e shows which are most like this one."]
        here = screen.summary.cursor
        await pilot.press("e")
        await settle(pilot)
        assert "In: it ranks" in screen_text(screen.app)
        second = screen.panes.explain_panel.neighbours[1]
        await pilot.press("2")
        await settle(pilot)
        assert screen.source.cursor == second
        assert screen.source.has_focus
        await pilot.press("backspace")
        await settle(pilot)
        assert screen.summary.has_focus
        assert screen.summary.cursor == here
