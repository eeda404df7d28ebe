"""What a document view looks like: columns, labels, notes, and the states of sentences."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from textual.theme import BUILTIN_THEMES

from summarise.article import Kind
from tests.tui.document_app import SHORT, block, colours, showing
from tests.tui.screen_text import style_of, widget_lines, widget_strips
from tui.text.blocks import DROP
from tui.text.document import Block


async def test_gutter_text_and_notes_line_up() -> None:
    blocks = (
        block("A heading", first=0, kind=Kind.HEADING, level=2),
        block("Kept, and long enough to be put on two rows.", first=1),
        block("Buy our course, it is the best.", first=2, aside=True, note="promotion"),
        block("• An item", first=3, kind=Kind.LIST_ITEM, level=1),
        block(
            "The item goes on, and needs two rows to be shown.",
            first=4,
            kind=Kind.LIST_ITEM,
            tight=True,
        ),
        block("Said somebody at some length, so that it wraps.", first=5, kind=Kind.QUOTATION),
        Block("if x:\n    y()", ((6, 0, 13),), Kind.CODE),
    )
    async with showing(*blocks, size=(47, 24)) as (view, _, _pilot):
        view.set_marks({1: "12"})
        assert widget_lines(view)[:18] == [
            " ▸  A heading",
            "",
            "12  Kept, and long enough to be put on two",
            "    rows.",
            "",
            " ×  Buy our course, it is the       promotion",
            "    best.",
            "",
            "    • An item",
            "      The item goes on, and needs two rows to",
            "      be shown.",
            "",
            "    ▎ Said somebody at some length, so that",
            "    ▎ it wraps.",
            "",
            "    if x:",
            "        y()",
            "",
        ]


async def test_the_column_is_centred_and_notes_stand_beside_it_where_there_is_room() -> None:
    noted = block("Words " * 30 + "end.", first=0, note="promotion")
    async with showing(noted, size=(100, 10), max_column=40) as (view, _, _pilot):
        lines = widget_lines(view)
        text = [line[line.index("Words") :] for line in lines if "Words" in line]
        left = lines[1].index("Words")
        assert all(line.index("Words") == left for line in lines if "Words" in line)
        assert 20 <= left <= 30
        assert "  promotion" in text[0]
        assert all(len(row) <= 40 for row in text[1:])


async def test_narrow_views_drop_the_notes_and_shrink_the_gutter() -> None:
    noted = block("Some words that are enough for a few rows.", first=0, note="promotion")
    async with showing(noted, *SHORT, size=(22, 20)) as (view, _, _pilot):
        lines = widget_lines(view)
        assert not any("promotion" in line for line in lines)
        assert lines[0].index("Some") <= 3


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8, 13, 20, 44, 60, 200])
async def test_any_width_is_filled_exactly(width: int) -> None:
    wide = "日本語の文章。" * 8
    blocks = (
        *SHORT,
        Block(wide, ((6, 0, len(wide)),)),
        block("Quoted words", first=7, kind=Kind.QUOTATION, note="a note"),
        block("An item of a list", first=8, kind=Kind.LIST_ITEM, level=9),
        Block("a\x1b[31mb\u202ec\x00", ((9, 0, 9),)),
        Block("", ()),
    )
    async with showing(*blocks, size=(width, 30)) as (view, _, _pilot):
        view.set_marks({0: "1", 1: "2", 6: "1234"})
        room = view.scrollable_content_region.width
        for strip in widget_strips(view):
            assert cell_len(strip.text) == strip.cell_length
            assert strip.cell_length in (room, max(1, room))
        assert not any(set("\x1b\x00\u202e") & set(line) for line in widget_lines(view))


async def test_an_empty_document_and_one_without_sentences() -> None:
    async with showing() as (view, heard, pilot):
        await pilot.press("j", "k", "space", "G", "enter", "right_curly_bracket")
        assert view.cursor is None
        view.show([Block("No sentence in here.", ())])
        await pilot.press("j", "space", "left_curly_bracket", "G")
        await pilot.click(view, offset=(8, 0))
        await pilot.double_click(view, offset=(8, 0))
        assert heard.moved == heard.opened == []
        assert any("No sentence" in line for line in widget_lines(view))


async def test_every_state_differs_from_the_others_in_every_theme() -> None:
    states = {
        "cursor": "One",
        "linked": "Red",
        "hovered": "Blue",
        "kept": "They",
        "plain": "Nobody",
    }
    async with showing(*SHORT) as (view, _, pilot):
        view.cursor, view.linked, view.hovered = 0, 2, 3
        view.set_marks({4: "1"})
        for theme in sorted(BUILTIN_THEMES):
            pilot.app.theme = theme
            await pilot.pause()
            view.set_dimmed(False)
            looks = {state: str(style_of(view, words)) for state, words in states.items()}
            assert len(set(looks.values())) == len(looks), theme
            apart = [style_of(view, words) for words in ("Nobody", "They")]
            view.set_dimmed(True)
            assert [style_of(view, words) for words in ("Nobody", "They")] != apart, theme


async def test_state_is_told_by_more_than_colour() -> None:
    async with showing(*SHORT) as (view, _, _pilot):
        view.set_marks({2: "1", 4: "2"})
        view.cursor, view.linked, view.hovered = 2, 5, 3
        assert style_of(view, "Red").bold
        assert style_of(view, "Nobody").underline
        assert style_of(view, "Blue").underline
        lines = widget_lines(view)
        assert any(line.startswith(" 1  Red") for line in lines)
        assert any(line.startswith(" ▸  Blue") for line in lines)  # a link that is not kept
        view.linked = None
        assert any(line.startswith(" 2  Blue") for line in widget_lines(view))


async def test_several_labels_on_a_row_are_told() -> None:
    async with showing(*SHORT) as (view, _, _pilot):
        view.cursor = 5
        view.set_marks({0: "1", 1: "2"})
        assert widget_lines(view)[0].startswith(" 1+ One fish.")


async def test_heat_is_seen_as_tints_and_bars_and_ends() -> None:
    async with showing(*SHORT) as (view, _, _pilot):
        before = widget_lines(view)
        view.set_heat({0: 0, 1: 1, 2: 2, 3: 3})
        lines = widget_lines(view)
        assert [line[3] for line in (lines[0], lines[2], lines[4])] == ["▏", "▎", "▌"]
        tints = {colours(view, words) for words in ("One", "Two", "Red", "Blue")}
        assert len(tints) == 4
        view.set_heat(None)
        assert widget_lines(view) == before


async def test_matches_are_marked_and_the_current_one_stands_out() -> None:
    async with showing(*SHORT) as (view, _, _pilot):
        view.set_matches([(0, 4, 8), (0, 14, 18), (1, 4, 8)], 1)
        first, second = colours(view, "fish. Two"), colours(view, "fish")
        assert first == second
        texts = [segment.text for strip in widget_strips(view) for segment in strip]
        assert texts.count("fish") == 3
        styles = [s.style for strip in widget_strips(view) for s in strip if s.text == "fish"]
        assert styles[1].bold
        assert not styles[2].bold
        view.set_matches([], None)
        texts = [segment.text for strip in widget_strips(view) for segment in strip]
        assert "fish" not in texts


async def test_a_change_of_theme_is_drawn_at_once() -> None:
    async with showing(*SHORT) as (view, _, pilot):
        pilot.app.theme = "textual-dark"
        await pilot.pause()
        dark = colours(view, "Nobody")
        pilot.app.theme = "textual-light"
        await pilot.pause()
        assert colours(view, "Nobody") != dark


async def test_the_label_shows_which_pane_has_the_keys() -> None:
    async with showing(*SHORT) as (view, _, pilot):
        focused = colours(view, "▸")
        pilot.app.set_focus(None)
        await pilot.pause()
        assert colours(view, "▸") != focused


async def test_numbers_end_in_one_column_whatever_stands_behind_them() -> None:
    blocks = [block(f"Sentence {n}.", first=n) for n in range(4)]
    async with showing(*blocks) as (view, _, _pilot):
        view.cursor = 3
        view.set_marks({0: "9", 1: "10", 2: "11*", 3: "8*"})
        assert [line[:12] for line in widget_lines(view)[:7:2]] == [
            " 9  Sentence",
            "10  Sentence",
            "11* Sentence",
            " 8* Sentence",
        ]


async def test_numbers_stand_in_the_text_before_their_sentences() -> None:
    async with showing(*SHORT, marks_in_text=True) as (view, heard, pilot):
        view.cursor = 2
        view.set_marks({0: "1", 1: "12*", 5: "3"})
        lines = widget_lines(view)
        assert lines[0] == "  ¹ One fish. ¹²*Two fish."
        assert lines[4] == "    Blue fish do not. They prefer the cold. ³Nobody asks."
        await pilot.click(view, offset=(lines[4].index("³"), 4))
        assert view.cursor == 5
        assert heard.opened == [5]
        # The text itself is as it was: what is selected and where the mouse is.
        await pilot.click(view, offset=(lines[0].index("Two") + 1, 0))
        assert view.cursor == 1
        assert style_of(view, "Two").meta["offset"] == (10, 0)


@pytest.mark.parametrize("width", range(37, 100, 7))
async def test_numbers_are_never_glued_to_the_word_before_them(width: int) -> None:
    words = ("fish", "bay", "warm", "water", "swims", "in", "the", "cold", "harbour", "at", "night")
    sentences = [
        f"{' '.join((words[n % 11 :] + words)[: 9 + n % 4]).capitalize()}." for n in range(60)
    ]
    blocks = [block(*sentences[n : n + 4], first=n) for n in range(0, 60, 4)]
    async with showing(*blocks, size=(width, 200), marks_in_text=True) as (view, _, _pilot):
        view.set_marks({n: str(n + 1) for n in range(0, 60, 2)})
        rows = "\n".join(widget_lines(view))
        assert len(re.findall("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", rows)) == 30
        assert not re.findall(r".*\w\.[⁰¹²³⁴⁵⁶⁷⁸⁹]+.*", rows)


@pytest.mark.parametrize("width", range(12, 60))
async def test_numbers_never_push_text_out_of_its_column(width: int) -> None:
    wide = Block("日本語の文章。二番目の文。三番目です。", ((6, 0, 7), (7, 7, 13), (8, 13, 19)))
    async with showing(*SHORT, wide, size=(width, 40), marks_in_text=True) as (view, _, _pilot):
        view.set_marks({n: str(98 + n) for n in range(9)})
        words = "".join("".join(line.split()) for line in widget_lines(view))
        assert "".join(c for c in words if c not in "⁰¹²³⁴⁵⁶⁷⁸⁹▸") == "".join(
            "".join(b.text.split()) for b in (*SHORT, wide)
        )


async def test_neighbouring_kept_sentences_are_joined() -> None:
    async with showing(*SHORT) as (view, _, _pilot):
        view.cursor = 2
        view.set_marks({0: "1", 1: "2", 3: "3"})
        (gap,) = (
            segment.style
            for segment in widget_strips(view)[0]
            if segment.style and segment.style.meta.get("offset") == (9, 0)
        )
        assert gap.bgcolor == style_of(view, "One").bgcolor == style_of(view, "Two").bgcolor
        assert style_of(view, "They").bgcolor != gap.bgcolor


async def test_a_dropped_sentence_does_not_look_kept() -> None:
    async with showing(*SHORT) as (view, _, _pilot):
        view.cursor = 2
        view.set_marks({0: DROP, 1: "1"})
        assert style_of(view, "One").bgcolor != style_of(view, "Two").bgcolor
