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


@pytest.mark.parametrize(
    "paragraph",
    [
        "पुराना फाटक बंद है।",
        "پرانا دروازہ بند ہے۔",
        "البوابة القديمة مغلقة؟",
        "Հին դարպասը փակ է։",
        "አሮጌው በር ተዘግቷል።",
        "တံခါးဟောင်း ပိတ်ထားသည်။",
        "ទ្វារចាស់ត្រូវបានបិទ។",
        "སྒོ་རྙིང་པ་བརྒྱབ་ཡོད།",
        "古い門は閉まっています｡",
        "旧门已经关上了。",
        "ประตูเก่าปิดอยู่ ไม่มีใครผ่านเข้าไปในสวนมาหลายปีแล้วหลังจากน้ำท่วมครั้งนั้น",
    ],
)
def test_a_first_paragraph_is_no_title_whatever_its_script_ends_it_with(paragraph):
    article = summarise.parse(f"{paragraph}\n\n{paragraph}")
    assert article.title == ""
    assert 0 in {article.sentences[i].paragraph for i in article.candidates}


@pytest.mark.parametrize("title", ["पुराना फाटक", "古い門", "ประตูเก่า", "Հին դարպասը", "القديمة؟"])
def test_a_title_in_any_script_is_one(title):
    assert title_of(title, LONG) == title


def test_the_time_of_a_turn_is_no_title():
    label = Block("[00:01] Anna:", Kind.HEADING, 6)
    assert title_of(label, LONG, label, LONG) == ""


JUNK = ["Home", "News", "Sign in", "Subscribe", "Menu"]
FOOT = ["Share this", "Leave a comment", "Related stories", "Privacy policy", "© 2024"]
STORY = [
    "The gate by the old pond has stood open since the flood of that year, and sheep walk through.",
    "Nobody in the village knows who holds the key of the gate, or whether there ever was one.",
    "The council has asked a smith to look at the hinges of the gate before the winter comes.",
]


@pytest.mark.parametrize(
    "around",
    [
        ["View full size image", "{0}", "By Ann Field", "3 June 2024"],
        ["{0}", "Why the sheep of the village are happy about it", "By Ann Field", "2 min read"],
        ["Home » Village » {0}", "{0}", "Enlarge this image"],
        ["Village", "{0}", "Photo: B. Holm / Cape Press"],
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_title_of_a_page_is_told_from_what_stands_around_it(around, gap):
    title = "The open gate by the pond and its lost key"
    top = [line.format(title) for line in around]
    text = gap.join(JUNK) + "\n\n" + gap.join(top) + "\n\n" + "\n\n".join(STORY)
    assert summarise.parse(text + "\n\n" + gap.join(FOOT)).title == title


def test_a_rule_of_stars_is_no_title():
    blocks = [
        Block("The harbour of Varnholm froze in January, and the ships had to wait outside."),
        Block("* * *", Kind.HEADING, 2),
        Block("Nobody remembered such a winter, and the ferry stayed at the quay for nine days."),
    ]
    assert find_title(blocks, [None] * 3) == ""
