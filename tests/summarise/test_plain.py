"""Plain text in blocks: where they part, what kind they are, and that nothing is lost."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.article import Kind
from summarise.draft import Block
from summarise.sources.reading import read_text

WHOLE = Path(__file__).parents[1] / "data" / "whole"


def blocks_of(text: str) -> list[Block]:
    return list(read_text(text).blocks)


def kinds_of(text: str) -> list[Kind]:
    return [block.kind for block in blocks_of(text)]


def test_a_blank_line_parts_blocks():
    assert [b.text for b in blocks_of("One.\n\nTwo.\n \n\nThree.\n")] == ["One.", "Two.", "Three."]


def test_lines_without_a_blank_line_between_them_are_tight_blocks():
    blocks = blocks_of("The rope is wet,\nthe morning grey.\n\nThe end.")
    assert [(b.text, b.tight) for b in blocks] == [
        ("The rope is wet,", False),
        ("the morning grey.", True),
        ("The end.", False),
    ]


def test_wrapped_paragraphs_are_one_block_each():
    sentence = "The keeper of the lower lock had been told three times that it would come. "
    paragraphs = [(sentence * 3).strip(), (sentence * 2).strip()]
    text = "\n\n".join(textwrap.fill(p, 60) for p in paragraphs)
    assert [b.text for b in blocks_of(text)] == paragraphs


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", "\x1b[0m", "\ufeff"])
def test_nothing_gives_no_blocks(text):
    assert blocks_of(text) == []


def test_list_items_have_levels():
    blocks = blocks_of("- one\n- two\n  - inner\n- three")
    assert [(b.text, b.kind, b.level, b.tight) for b in blocks] == [
        ("- one", Kind.LIST_ITEM, 1, False),
        ("- two", Kind.LIST_ITEM, 1, True),
        ("- inner", Kind.LIST_ITEM, 2, True),
        ("- three", Kind.LIST_ITEM, 1, True),
    ]


@pytest.mark.parametrize("mark", ["-", "*", "•", "+", "1.", "12)", "(3)"])
def test_markers_of_list_items(mark):
    assert kinds_of(f"{mark} an item\n{mark} another") == [Kind.LIST_ITEM] * 2


@pytest.mark.parametrize("line", ["-5 degrees", "1.5 million", "*important*", "3D", "1984"])
def test_what_only_looks_like_a_marker(line):
    assert kinds_of(f"{line} it was.\n\nMore.") == [Kind.TEXT] * 2


def test_quoted_lines():
    blocks = blocks_of("> said he\n>> said she\n\nI say.")
    assert [(b.text, b.kind, b.level) for b in blocks] == [
        ("said he", Kind.QUOTATION, 1),
        ("said she", Kind.QUOTATION, 2),
        ("I say.", Kind.TEXT, 0),
    ]


def test_quoted_paragraphs_part_at_a_bare_mark():
    blocks = blocks_of("> one\n>\n> two\n> \nthree")
    assert [(b.text, b.tight) for b in blocks] == [("one", False), ("two", False), ("three", False)]


def test_headings_of_wikis_and_asciidoc_have_no_marks():
    text = (
        "Amazon is a river in South America.\n\n\n== Course ==\nIt rises in the Andes.\n\n\n"
        "=== Mouth and delta ===\nIt ends in the Atlantic.\n\n== Floods\n\nThey come each year."
    )
    found = [(b.text, b.level) for b in blocks_of(text) if b.kind is Kind.HEADING]
    assert found == [("Course", 2), ("Mouth and delta", 3), ("Floods", 2)]
    assert kinds_of(text) == [Kind.TEXT, *[Kind.HEADING, Kind.TEXT] * 3]


@pytest.mark.parametrize("line", ["== a == b", "=====", "a == b", "==a", "== a ===", "==  =="])
def test_what_only_looks_like_such_a_heading(line):
    assert [(b.text, b.kind) for b in blocks_of(f"One.\n\n{line}\n\nTwo.")][1] == (line, Kind.TEXT)


@pytest.mark.parametrize(("line", "level"), [("=", 1), ("-", 2)])
def test_underlined_headings(line, level):
    blocks = blocks_of(f"A heading\n{line * 9}\n\nText under it.")
    assert (blocks[0].text, blocks[0].kind, blocks[0].level) == ("A heading", Kind.HEADING, level)
    assert len(blocks) == 2


@pytest.mark.parametrize(
    "line", ["CHAPTER II.", "Chapter 3", "THE LODGER", "Kapitel 4", "PART ONE"]
)
def test_headings_that_stand_alone(line):
    text = f"Some text.\n\n{line}\n\nMore text.\n\nAnd more.\n\nAnd more again."
    assert kinds_of(text)[1] is Kind.HEADING


def test_numbered_headings_above_their_text():
    text = (
        "Start.\n\n1.  The bridge\n\nIt opens at ten.\n\n2.1 The wheel\n\nIt weighs eleven tonnes."
    )
    assert [kind is Kind.HEADING for kind in kinds_of(text)] == [False, True, False, True, False]


def test_numbered_items_with_blank_lines_between_them_are_a_list():
    assert kinds_of("1. Wash\n\n2. Peel\n\n3. Simmer for an hour\n\nDone now.")[:2] == [
        Kind.LIST_ITEM,
        Kind.LIST_ITEM,
    ]


def test_a_drawing_keeps_its_columns():
    box = "+----+----+\n| a  |  b |\n+----+----+\n| cc | dd |\n+----+----+"
    assert blocks_of(f"Look:\n\n{box}\n\nThere.")[1].text == box


def test_capitals_throughout_are_no_headings():
    assert kinds_of("STOP THE WORK\n\nCOME HOME\n\nBRING THE DOG") == [Kind.TEXT] * 3


def test_a_last_line_in_capitals_is_no_heading():
    assert kinds_of("It ended.\n\nAnd ended.\n\nAnd did so again.\n\nTHE END")[-1] is Kind.TEXT


def test_fenced_code_is_one_block():
    blocks = blocks_of("Look:\n\n```python\nx = 1\n\ny = 2\n```\n\nDone.")
    assert [b.kind for b in blocks] == [Kind.TEXT, Kind.CODE, Kind.TEXT]
    assert "x = 1\n\ny = 2" in blocks[1].text


def test_an_open_fence_is_just_a_line():
    assert Kind.CODE not in kinds_of("```\nIt was a dark night.\n\nThe end.")


def test_code_is_known_by_its_lines():
    code = "def area(radius):\n    if radius < 0:\n        return 0;\n    return radius ** 2 * PI;"
    blocks = blocks_of(f"The function:\n\n{code}\n\nThat is all.")
    assert blocks[1] == Block(code, Kind.CODE)


def test_a_table_keeps_its_columns():
    blocks = blocks_of((WHOLE / "table.txt").read_text(encoding="utf-8"))
    tables = [block for block in blocks if block.kind is Kind.TABLE]
    assert len(tables) == 1
    assert tables[0].text.startswith("River      Length     Mouth\nDanube")


@pytest.mark.parametrize(
    "name", ["poem", "chinese", "japanese", "note", "two-lines", "list-article"]
)
def test_prose_verse_and_lists_are_no_code_and_no_table(name):
    kinds = set(kinds_of((WHOLE / f"{name}.txt").read_text(encoding="utf-8")))
    assert kinds <= {Kind.TEXT, Kind.LIST_ITEM}


@given(st.text(st.sampled_from("aB .,\n\t-*>#|=~`1:;{}\u00e9\u4e00"), max_size=400))
def test_words_are_never_lost_and_blocks_are_clean(text):
    blocks = blocks_of(text)
    letters = [c for c in text if c.isalpha()]
    assert [c for block in blocks for c in block.text if c.isalpha()] == letters
    for block in blocks:
        assert block.text.strip()
        assert block.kind in (Kind.CODE, Kind.TABLE) or "\n" not in block.text


def test_two_lines_of_code_that_are_set_in():
    source = "It is short:\n\n    for day in days:\n        jack.push(mm=1500)\n\nThen it rests.\n"
    kinds = [(block.kind, block.text.split()[0]) for block in blocks_of(source)]
    assert kinds == [(Kind.TEXT, "It"), (Kind.CODE, "for"), (Kind.TEXT, "Then")]


def test_two_short_lines_that_are_set_in_are_no_code():
    source = "He wrote:\n\n    I came home at noon;\n    nobody was there.\n\nThen it rained.\n"
    assert all(block.kind is not Kind.CODE for block in blocks_of(source))


def test_a_paragraph_in_one_line_loses_the_spaces_of_a_typesetter():
    said = "The council of the old harbour town met on Monday to hear what the lock would cost. "
    filled = (said * 4).replace("old harbour", "old  harbour").replace("hear what", "hear   what")
    assert read_text(filled).blocks[0].text == (said * 4).strip()
    assert "Stay  here" in read_text(said * 4 + "Stay  here.").blocks[0].text
