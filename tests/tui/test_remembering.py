"""A reading comes back to its sentences by their words, and says what it did not find."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarise import Article, Length, Unit, parse
from summarise.loading import pasted_source, source_of
from tui.state import remembering
from tui.state.reading_state import Choices, Layout, ReadingState
from tui.state.store.articles import reading_of_json, reading_to_json

PARAGRAPHS = [
    "The lighthouse keeper wound the clockwork every four hours. In winter the stairs were icy.",
    "A supply boat came on Tuesdays when the sea allowed it. It brought oil, flour and letters.",
    "The lamp was electrified in 1962. Nobody had to climb the stairs at night any more.",
    "Today the tower is a museum. Visitors count its hundred and ninety steps aloud.",
]
FRESH = ReadingState("salience", Length(5))


def article(*paragraphs: str) -> Article:
    return parse("\n\n".join(paragraphs or PARAGRAPHS))


def at(where: Article, words: str) -> int:
    """The one sentence that has these words in it."""
    (found,) = [s.index for s in where.sentences if words in s.text]
    return found


def chosen(where: Article) -> ReadingState:
    """What a reader chose: a pin, a drop and a place, and all else unlike the default."""
    return ReadingState(
        "lexrank",
        Length.parse("30%"),
        Unit.PERCENT,
        Choices(
            frozenset({at(where, "supply boat")}),
            frozenset({at(where, "oil, flour")}),
            ("tower",),
            ((2, "dropped by you"),),
        ),
        at(where, "museum"),
        Layout.SOURCE,
        True,
    )


def again(before: Article, after: Article) -> remembering.Found:
    """What a reader finds who left the one and opens the other."""
    kept = reading_of_json(reading_to_json(remembering.kept_of(chosen(before), before)))
    assert kept is not None
    return remembering.found_again(kept, after, FRESH)


def test_the_same_article_is_as_it_was_left():
    found = again(article(), article())
    assert found.state == chosen(article())
    assert found.lost == ()


def test_an_article_that_grew_in_front_is_found_at_the_new_places():
    after = article("A correction was added. It is new.", "So was this.", *PARAGRAPHS)
    found = again(article(), after)
    expected = chosen(after)
    assert found.state == replace(
        expected, choices=replace(expected.choices, blocks=((4, "dropped by you"),))
    )
    assert found.lost == ()


def test_a_sentence_in_other_words_is_the_same_sentence():
    changed = [
        p.replace("when the sea allowed it", "whenever the sea allowed it") for p in PARAGRAPHS
    ]
    changed = [p.replace("the tower is a museum", "the old tower is a museum") for p in changed]
    found = again(article(), article(*changed))
    assert found.state.choices.pins == {at(article(*changed), "supply boat")}
    assert found.state.place == at(article(*changed), "museum")
    assert found.lost == ()


def test_what_is_gone_is_said_and_the_rest_stays():
    after = article(PARAGRAPHS[0], "Something else entirely stands here now.", *PARAGRAPHS[2:])
    found = again(article(), after)
    assert (found.state.choices.pins, found.state.choices.drops) == (frozenset(), frozenset())
    assert found.lost == (
        "A supply boat came on Tuesdays when the sea allowed it.",
        "It brought oil, flour and letters.",
    )
    assert found.state.place == at(after, "museum")
    assert found.state.choices.focus == ("tower",)


def test_a_place_that_is_gone_is_as_far_into_the_article():
    after = article(*PARAGRAPHS[:3], "The ruin was sold. Its new owners want no guests there.")
    found = again(article(), after)
    assert found.lost == ("Today the tower is a museum.",)
    assert abs(found.state.place - at(article(), "museum")) <= 1


@pytest.mark.parametrize(
    ("then", "now"),
    [("it. It brought", "it; it brought"), ("it; it brought", "it. It brought")],
)
def test_a_pin_holds_what_was_joined_or_split_since(then, now):
    def with_stop(stop: str) -> Article:
        return article(*(p.replace("it. It brought", stop) for p in PARAGRAPHS))

    before, after = with_stop(then), with_stop(now)
    pins = Choices(pins=frozenset({at(before, "supply boat")}))
    kept = remembering.kept_of(replace(FRESH, choices=pins), before)
    found = remembering.found_again(kept, after, FRESH)
    assert found.state.choices.pins == {at(after, "supply boat")}
    assert found.lost == ()


def test_of_equal_sentences_the_one_near_the_old_place_is_meant():
    chorus = "Row, row, row your boat."
    before = article("One. " + chorus, "Two. " + chorus, "Three. " + chorus)
    middle = [s.index for s in before.sentences if s.text == chorus][1]
    state = replace(FRESH, choices=Choices(pins=frozenset({middle})))
    kept = remembering.kept_of(state, before)
    found = remembering.found_again(kept, before, FRESH)
    assert found.state.choices.pins == {middle}


def test_what_the_program_does_not_know_any_more_is_as_for_everyone():
    kept = remembering.kept_of(chosen(article()), article())
    odd = replace(kept, method="gone", length="many", unit="furlongs", layout="DIAGONAL")
    state = remembering.found_again(odd, article(), FRESH, has_method=False).state
    assert (state.method, state.length) == (FRESH.method, FRESH.length)
    assert (state.unit, state.layout) == (FRESH.unit, FRESH.layout)
    assert state.choices == chosen(article()).choices


@pytest.mark.parametrize("paragraphs", [("",), ("One.",), ("# Heading",)])
def test_an_article_with_next_to_nothing_in_it_is_no_fault(paragraphs):
    found = again(article(), article(*paragraphs))
    assert not found.state.choices.pins
    assert len(found.lost) == 4
    kept = remembering.kept_of(FRESH, article(*paragraphs))
    assert remembering.found_again(kept, article(*paragraphs), FRESH).lost == ()


def test_a_paragraph_that_is_out_by_itself_by_now_needs_no_choice():
    kept = remembering.kept_of(chosen(article()), article())
    after = article().drop(2)
    assert remembering.found_again(kept, after, FRESH).state.choices.blocks == ()


def test_the_text_that_is_kept_is_the_article_proper_with_its_sentences():
    whole = article("Menu | Home | Search", *PARAGRAPHS).drop(0)
    text = remembering.text_of(whole)
    assert text.text == "\n\n".join(PARAGRAPHS)
    shown = [text.text[start:end] for start, end in text.sentences]
    assert shown == [s.text for s in whole.sentences if s.boilerplate is None]


def test_piped_texts_are_told_apart_and_pasted_ones_too():
    one, other = article(), article("Another text.")
    piped = source_of("-")
    assert remembering.key_of(piped, one) != remembering.key_of(piped, other)
    assert remembering.key_of(piped, one) == remembering.key_of(piped, article())
    pasted = pasted_source("Some text.")
    assert remembering.key_of(pasted, one) == pasted.key


def test_what_was_read_is_numbered_as_the_kept_text_and_found_by_its_words_in_another():
    before = article(
        "One is here. Two is here.", "Three is a menu. Four too.", "Five is here.", "Six."
    ).drop(1)
    kept = remembering.kept_of(FRESH, before, {1, 2, 3, 4})
    assert kept.seen == ((1, 3),)
    assert remembering.seen_of(kept, before, None) == [1, 4]
    after = article("New is here.", "One is here. Two is here.", "Five is here.")
    old = remembering.text_of(before)
    seen = remembering.seen_of(kept, after, old)
    assert [after.sentences[i].text for i in seen] == ["Two is here.", "Five is here."]
