"""Chapters and sections, and the parts of a text that names none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from summarise import Article, parse, rank
from summarise.article import Chapter
from summarise.loading import source_of
from summarise.ranking.outline import best_between, has_headings, is_long, outline_of

BOOK = """\
# The ferry

Before everything else, a word of the ferry of Varnholm and of those who sailed in it.

## Winter

The ferry lay in the ice of the harbour until the month of March.

### January

Nobody crossed the water in January, since the ice was too thin to walk on.

### February

In February the mail was carried over the ice by two men and a dog.

## Summer

The ferry sailed four times a day between the town and the island.
"""


def of_markdown(text: str) -> Article:
    """The article of a text in Markdown."""
    found = source_of("book.md")
    article = replace(found, data=text.encode()).open()
    assert isinstance(article, Article)
    return article


def test_sections_lie_in_each_other_and_hold_their_words():
    article = of_markdown(BOOK)
    sections = outline_of(article)
    assert [(s.title, s.level) for s in sections] == [
        ("Opening", 1),
        ("Winter", 1),
        ("January", 2),
        ("February", 2),
        ("Summer", 1),
    ]
    opening, winter, january, february, summer = sections
    assert not opening.headed, "the title above it names the article, not its first part"
    assert opening.stop == winter.first
    assert article.sentences[opening.first].text.startswith("Before everything")
    assert winter.stop == summer.first == february.stop
    assert winter.own == january.first
    assert winter.words > january.words + february.words
    assert summer.stop == len(article.sentences)


def test_the_best_sentence_is_that_of_the_lowest_rank():
    ranking = rank(of_markdown(BOOK), "lead")
    _, winter, january, *_ = outline_of(ranking.article)
    assert best_between(ranking, winter.first, winter.own) == winter.first + 1
    assert best_between(ranking, january.first, january.first + 1) is None


def test_a_long_text_without_headings_is_told_in_parts_of_about_one_length():
    paragraph = "The captain wrote a line about the weather of the day, and then another one."
    article = parse("\n\n".join([paragraph] * 500))
    sections = outline_of(article)
    assert is_long(article)
    assert not has_headings(article)
    assert sections[0].title.startswith("Paragraphs 1–4")
    assert len(sections) == 12
    assert not sections[0].headed
    assert sum(s.words for s in sections) == article.words
    sizes = [s.words for s in sections]
    assert max(sizes) < 1.2 * min(sizes)
    assert all(one.stop == other.first for one, other in pairwise(sections))


def test_a_shorter_text_is_told_in_parts_without_a_scrap_at_the_end():
    sizes = (20, 30, 9, 50, 14, 1)
    article = parse("\n\n".join(" ".join(["The ice of it held."] * size) for size in sizes))
    sections = outline_of(article)
    assert [s.title for s in sections] == [
        "Paragraph 1",
        "Paragraphs 2–3",
        "Paragraph 4",
        "Paragraphs 5–6",
    ]
    assert sum(s.words for s in sections) == article.words


def test_a_text_that_is_read_in_a_minute_is_one_part():
    assert len(outline_of(parse("The ice held.\n\nNobody crossed it.\n\nIt is gone."))) == 1


def test_of_code_alone_there_is_no_part():
    assert outline_of(of_markdown("```\nset sail\n```\n")) == ()


@pytest.mark.parametrize("paragraphs", [25, 60, 61, 77, 100, 400, 1001])
def test_the_last_part_is_no_remnant(paragraphs: int):
    paragraph = "The captain wrote a line about the weather of the day, and then another one."
    sizes = [s.words for s in outline_of(parse("\n\n".join([paragraph] * paragraphs)))]
    assert 2 <= len(sizes) <= 12
    assert max(sizes) - min(sizes) <= 2 * len(paragraph.split())


def test_chapters_of_a_book_hold_its_headings():
    article = of_markdown(BOOK)
    at = {article.text[p.start : p.end]: p.index for p in article.paragraphs}
    chapters = (
        Chapter("First part", at["Winter"]),
        Chapter("Second part", at["Summer"]),
    )
    sections = outline_of(replace(article, chapters=chapters))
    assert [(s.title, s.level, s.headed) for s in sections] == [
        ("Opening", 1, False),
        ("First part", 1, True),
        ("January", 3, True),
        ("February", 3, True),
        ("Second part", 1, True),
    ]


def test_a_short_text_needs_none():
    assert not is_long(of_markdown(BOOK))


def test_thousands_of_headings_are_all_there():
    article = of_markdown("\n\n".join(f"## Part {n}\n\nWords of part {n}." for n in range(3000)))
    assert len(outline_of(article)) == 3000, "the first is the title, and its words the opening"
