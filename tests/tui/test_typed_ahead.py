"""Keys that are typed before there is anything that they could act on."""

from __future__ import annotations

from tui.state.typed_ahead import TypedAhead


def typed(*keys: str) -> TypedAhead:
    """Keys, of which a slash opens a line."""
    ahead = TypedAhead({"slash"})
    for key in keys:
        ahead.add(key, key if len(key) == 1 else None)
    return ahead


def test_keys_come_back_once_in_their_order():
    ahead = typed("j", "plus")
    assert ahead.take() == (("j", "j"), ("plus", None))
    assert ahead.take() == ()


def test_a_line_lasts_until_enter():
    assert not typed("j").in_line
    assert typed("j", "slash", "q").in_line
    assert not typed("slash", "q", "enter").in_line


def test_a_dropped_line_leaves_what_was_typed_before_it():
    ahead = typed("j", "slash", "q")
    ahead.drop_line()
    assert not ahead.in_line
    assert [key for key, _ in ahead.take()] == ["j"]


def test_a_slash_within_a_line_is_a_letter_of_it():
    ahead = typed("slash", "slash")
    ahead.drop_line()
    assert ahead.take() == ()
