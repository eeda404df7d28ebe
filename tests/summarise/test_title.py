"""The title of an article whose source does not name one."""

from __future__ import annotations

from importlib.resources import files

import pytest

import summarise
from summarise.article import Kind
from summarise.draft import Block
from summarise.parsing.title import find_title

LONG = "It took the harbour authority six years to find the money and three to find a firm. " * 3


def title_of(*blocks: Block | str, reasons: dict[int, str] | None = None) -> str:
    found = [block if isinstance(block, Block) else Block(block) for block in blocks]
    return find_title(found, [(reasons or {}).get(i) for i in range(len(found))])


def test_the_sample():
    text = files("seeds").joinpath("russia-and-belarus.txt").read_text(encoding="utf-8")
    title = "How Russia is losing one of its allies to one of its worst enemies"
    assert summarise.parse(text).title == title


def test_a_short_first_line_that_stands_alone():
    assert title_of("The bridge opens", LONG) == "The bridge opens"


@pytest.mark.parametrize("line", ["“Who is there?”", "Why now?", "Meth: a history", "Élan vital!"])
def test_titles_may_ask_and_quote(line):
    assert title_of(line, LONG) == line


@pytest.mark.parametrize(
    "line",
    ["It rained.", "- an item", "https://example.org/", "“So,” he said, “it rained.”", "***", LONG],
)
def test_what_is_no_title(line):
    assert title_of(line, LONG) == ""


def test_the_first_line_of_a_verse_is_no_title():
    assert title_of("The rope is wet", Block("the morning grey", tight=True), LONG) == ""


def test_a_single_line_is_a_text_and_no_title():
    assert title_of("The bridge opens") == ""


def test_the_highest_heading():
    heads = [Block("Part", Kind.HEADING, 2), Block("Whole", Kind.HEADING, 1)]
    assert title_of(LONG, *heads) == "Whole"


def test_the_heading_of_a_section_is_not_that_of_the_article():
    section = Block("1. What it cost", Kind.HEADING, 2)
    assert title_of("The bridge opens", "by Anna Holm", LONG.strip(), section) == "The bridge opens"


def test_a_line_marked_as_the_title_again():
    reasons = {0: "navigation", 1: "title again", 2: "byline"}
    assert (
        title_of("Home", "The bridge opens", "By Anna", LONG, reasons=reasons) == "The bridge opens"
    )


def test_marked_lines_are_not_the_title():
    assert title_of("Home page", "The bridge opens", LONG, reasons={0: "navigation"}) == (
        "The bridge opens"
    )


def test_nothing():
    assert title_of() == ""
    assert title_of("Home", reasons={0: "navigation"}) == ""


def test_a_title_is_one_safe_line_of_reasonable_length():
    title = title_of(Block("A\x1b[31m head\nover lines " + "x" * 500, Kind.HEADING, 1), LONG)
    assert "\n" not in title and "\x1b" not in title
    assert len(title) <= 200
