"""Finding text in blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.text.document import Block
from tui.text.search import find_matches, first_at


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
