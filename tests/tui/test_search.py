"""Finding text in blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.text.document import Block
from tui.text.search import Search, find_matches, first_at


def blocks(*texts: str) -> list[Block]:
    """Blocks of one sentence each."""
    return [Block(text, ((i, 0, len(text)),)) for i, text in enumerate(texts)]


def test_small_letters_match_both_and_capitals_only_capitals():
    pages = blocks("NATO and nato", "Nato")
    assert len(find_matches(pages, "nato")) == 3
    assert find_matches(pages, "Nato") == [(1, 0, 4)]


def test_space_matches_any_space_and_symbols_are_literal():
    pages = blocks("a\u00a0 b [x] (y)", "a\nb")
    assert find_matches(pages, "a b") == [(0, 0, 4), (1, 0, 3)]
    assert find_matches(pages, "[x] (") == [(0, 5, 10)]


def test_nothing_is_found_for_nothing():
    assert find_matches(blocks("text"), "  ") == []


def test_the_first_match_is_at_or_behind_the_place_and_goes_round():
    matches = [(0, 3, 5), (2, 0, 2)]
    assert first_at(matches, 0, 4) == 1
    assert first_at(matches, 3, 0) == 0
    assert first_at([], 0, 0) is None


@given(st.lists(st.text(max_size=30), max_size=5), st.text(min_size=1, max_size=3))
def test_what_is_found_is_what_was_looked_for(texts: list[str], wanted: str):
    for block, start, end in find_matches(blocks(*texts), wanted):
        found = " ".join(texts[block][start:end].split())
        assert found.casefold() == " ".join(wanted.split()).casefold() or len(found) == len(
            " ".join(wanted.split())
        )


def test_a_search_begins_where_the_reader_is_and_goes_round():
    pages = blocks("one rain", "two rain", "three rain")
    search = Search.of("rain", pages, (1, 0))
    assert search.facts == "“rain” 2 of 3"
    assert search.place == (1, 4)
    assert search.step(1).step(1).count == "1 of 3"
    assert search.step(-1).count == "1 of 3"


def test_a_search_without_a_match_stays_and_says_so():
    search = Search.of("snow", blocks("rain"))
    assert search
    assert search.place is None
    assert search.step(1) == search
    assert search.facts == "“snow” not found"


def test_a_search_goes_on_in_a_text_that_has_changed():
    search = Search.of("rain", blocks("rain", "rain", "rain")).step(-1)
    assert search.again_in(blocks("rain", "rain")).count == "2 of 2"
    assert search.again_in(blocks("snow")).count == "not found"
    assert search.again_in(blocks("snow")).again_in(blocks("rain")).count == "1 of 1"


def test_no_search_says_nothing():
    assert not Search()
    assert Search().facts == ""
    assert Search.of(" ", blocks("text")).count == ""


def test_accents_are_folded_unless_some_are_typed():
    pages = blocks("Les bactéries", "bacteries, BACTÉRIES", "bacte\u0301ries", "Łódź")
    assert [match[0] for match in find_matches(pages, "bacteries")] == [0, 1, 1, 2]
    assert [match[0] for match in find_matches(pages, "bactéries")] == [0, 1, 2]
    assert find_matches(pages, "bacteries")[0] == (0, 4, 13)
    assert find_matches(pages, "lodz") == [(3, 0, 4)]
    assert find_matches(blocks("naïve"), "ï") == [(0, 2, 3)]
