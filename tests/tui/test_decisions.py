"""What a reader decides, without a screen: refusals, room for pins, and one step of undo each."""

from __future__ import annotations

import pytest

import summarise
from summarise.length import Length
from tests.tui.ranked_sample import ARTICLE, RANKING, ranked_reading
from tui.state.decisions import Decisions, RefusedError
from tui.state.reading import Reading, View
from tui.state.reading_state import ReadingState


@pytest.fixture
def reading() -> Reading:
    return ranked_reading()


def test_what_is_not_part_of_the_article_cannot_be_pinned(reading: Reading):
    junk = next(p for p in ARTICLE.paragraphs if p.boilerplate)
    with pytest.raises(RefusedError, match="Press r"):
        Decisions(reading).toggle_pin(junk.first)
    assert not reading.undo()


def test_before_a_ranking_there_is_nothing_to_pin():
    bare = Reading(ARTICLE, ReadingState("salience", Length(5)))
    with pytest.raises(RefusedError, match="being ranked"):
        Decisions(bare).toggle_pin(ARTICLE.candidates[0])


def test_pins_without_room_are_counted(reading: Reading):
    decisions = Decisions(reading)
    reading.keep(1)
    first, second, *_ = ARTICLE.candidates
    assert decisions.toggle_pin(first) == 0
    assert decisions.toggle_pin(second) == 1
    assert decisions.toggle_pin(second) == 0


def test_a_drop_takes_the_pin_with_it(reading: Reading):
    decisions, sentence = Decisions(reading), RANKING.order[0]
    decisions.toggle_pin(sentence)
    decisions.toggle_drop(sentence)
    assert reading.state.choices.drops == {sentence}
    assert not reading.state.choices.pins
    decisions.toggle_drop(sentence)
    assert not reading.state.choices.drops


def test_the_sentence_before_is_added_with_room_for_it_and_undone_in_one_step(reading: Reading):
    decisions = Decisions(reading)
    antecedents = RANKING.index.antecedents
    assert reading.summary is not None
    kept = reading.summary.kept
    decisions.toggle_pin(
        next(
            i
            for i, leans in antecedents.items()
            if i not in kept and leans[0].needed and not leans[0].is_met(kept)
        )
    )
    assert reading.summary is not None
    leaning, before = next(iter(reading.summary.dangling.items()))
    start = reading.state.choices
    decisions.add_before(leaning)
    assert reading.summary is not None
    assert {before, leaning} <= reading.summary.kept
    assert reading.undo()
    assert reading.state.choices == start


def test_a_sentence_that_points_nowhere_adds_nothing(reading: Reading):
    summary = reading.summary
    assert summary is not None
    upright = next(i for i in summary.indices if i not in summary.dangling)
    with pytest.raises(RefusedError, match="does not point back"):
        Decisions(reading).add_before(upright)


def test_everything_is_restored_once(reading: Reading):
    marked = sum(bool(p.boilerplate) for p in ARTICLE.paragraphs)
    assert Decisions(reading).restore_all() == marked > 0
    assert Decisions(reading).restore_all() == 0


def test_whoever_watches_is_told_what_has_changed(reading: Reading):
    told: list[frozenset[str]] = []

    def watch(changed: frozenset[str], view: View) -> None:
        assert view == reading.view
        told.append(changed)

    reading.watcher = watch
    reading.keep(7)
    reading.change(heat=True)
    reading.change(heat=True)  # nothing changes
    Decisions(reading).toggle_pin(RANKING.order[-1])
    junk = next(p for p in ARTICLE.paragraphs if p.boilerplate)
    Decisions(reading).toggle_paragraph(junk.first)
    reading.accept(summarise.rank(reading.article))
    reading.unwatch(watch)
    reading.keep(3)
    assert told == [
        {"length", "summary"},
        {"heat"},
        {"choices", "summary"},
        {"choices", "article", "summary"},
        {"summary"},
    ]


def test_kept_sentences_come_round(reading: Reading):
    assert reading.summary is not None
    kept = reading.summary.indices
    assert reading.next_kept(None, 1) == kept[0]
    assert reading.next_kept(kept[-1], 1) == kept[0]
    assert reading.next_kept(kept[0], -1) == kept[-1]
    assert reading.next_kept(kept[1], -1) == kept[0]


def test_a_method_that_cannot_rank_gives_way_to_the_one_that_did(reading: Reading):
    reading.use("lead", 3)
    assert reading.lacks == ("lead", ())
    reading.give_up_method()
    assert reading.state.method == "salience"
    assert reading.summary is not None
    assert reading.summary.size == 3
