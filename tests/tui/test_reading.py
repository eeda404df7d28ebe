"""The model behind the reader: choices, undo and what the summary makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarise
from summarise.length import Length
from tests.tui.driving import SAMPLE
from tui.state.decisions import Decisions
from tui.state.reading import Reading
from tui.state.reading_state import Layout, ReadingState

ARTICLE = summarise.load(SAMPLE)
RANKING = summarise.rank(ARTICLE, "salience")


def reading() -> Reading:
    """The sample, ranked."""
    made = Reading(ARTICLE, ReadingState("salience", Length(5)))
    made.accept(RANKING)
    return made


def test_there_is_no_summary_before_a_ranking():
    bare = Reading(ARTICLE, ReadingState("salience", Length(5)))
    assert bare.ranking is None
    assert bare.summary is None


def test_length_is_kept_between_one_and_all():
    made = reading()
    made.keep(0)
    assert made.summary.size == 1
    made.keep(10_000)
    assert made.summary.size == len(ARTICLE.candidates)


def test_a_ranking_by_another_method_does_not_replace_the_one_in_use():
    made = reading()
    before = made.summary.indices
    made.accept(summarise.rank(ARTICLE, "lead"))
    assert made.summary.indices == before
    made.change(method="lead")
    assert made.summary.indices == ARTICLE.candidates[:5]


def test_an_article_is_indexed_once_for_all_methods():
    made = reading()
    assert made.rankable is RANKING.index
    junk = next(p for p in ARTICLE.paragraphs if p.boilerplate)
    Decisions(made).toggle_paragraph(junk.first)
    assert made.rankable is made.article, "another article, for which there is no index yet"


def test_restoring_a_block_needs_a_new_ranking_and_undo_brings_the_old_one_back():
    made = reading()
    before = made.summary.indices
    junk = next(p for p in ARTICLE.paragraphs if p.boilerplate)
    assert Decisions(made).toggle_paragraph(junk.first) is None
    assert made.ranking is None
    made.accept(summarise.rank(made.article, "salience"))
    assert junk.first in made.ranking.order
    assert made.undo()
    assert made.summary.indices == before


def test_restoring_what_the_reader_dropped_leaves_no_trace():
    made = reading()
    body = next(p for p in ARTICLE.paragraphs if not p.boilerplate)
    Decisions(made).toggle_paragraph(body.first)
    Decisions(made).toggle_paragraph(body.first)
    assert made.state.choices.blocks == ()


def test_focus_is_one_term_whatever_its_case():
    made = reading()
    assert Decisions(made).toggle_focus("Crimea")
    assert not Decisions(made).toggle_focus("crimea")
    assert made.state.choices.focus == ()


def test_layouts_come_round():
    seen, layout = [], Layout.BOTH
    for _ in range(4):
        layout = layout.next
        seen.append(layout)
    assert seen == [Layout.SUMMARY, Layout.SOURCE, Layout.HIGHLIGHT, Layout.BOTH]


def test_one_axis_leads_from_the_title_to_the_whole_text_and_ends_there():
    layout, seen = Layout.TITLE, [Layout.TITLE]
    for _ in range(6):
        layout = layout.zoomed(1, outline=True)
        seen.append(layout)
    assert seen[-1] is seen[-2] is Layout.SOURCE
    assert len(set(seen)) == 6
    assert Layout.SENTENCE.zoomed(1, outline=False) is Layout.BOTH
    assert Layout.SUMMARY.zoomed(-1, outline=False) is Layout.SENTENCE
    assert Layout.TITLE.zoomed(-1, outline=True) is Layout.TITLE


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["pin", "drop", "focus", "keep", "undo", "redo"]),
        st.integers(0, len(ARTICLE.candidates) - 1),
    ),
    max_size=12,
)


@given(ACTIONS)
def test_whatever_is_done_pins_are_in_drops_are_out_and_undo_leads_back(actions):
    made = reading()
    start = made.state.choices
    for action, number in actions:
        sentence = ARTICLE.candidates[number]
        if action == "pin":
            Decisions(made).toggle_pin(sentence)
        elif action == "drop":
            Decisions(made).toggle_drop(sentence)
        elif action == "focus":
            Decisions(made).toggle_focus(("Crimea", "NATO", "opposition")[number % 3])
        elif action == "keep":
            made.keep(number)
        else:
            getattr(made, action)()
        choices, summary = made.state.choices, made.summary
        assert not choices.pins & choices.drops
        assert not summary.kept & choices.drops
        if summary.size >= len(choices.pins):
            assert choices.pins <= summary.kept
    while made.undo():
        pass
    assert made.state.choices == start


@pytest.mark.parametrize("length", ["20%", "100w", "1min", "280c"])
def test_a_length_in_another_unit_stays_as_it_was_asked_for(length: str):
    made = reading()
    made.change(length=Length.parse(length))
    made.change(method="lead")
    made.accept(summarise.rank(ARTICLE, "lead"))
    assert made.summary.length == Length.parse(length)
