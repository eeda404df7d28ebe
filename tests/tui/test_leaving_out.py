"""Runs of paragraphs that are not part of the article: a line each, until they are wanted."""

from __future__ import annotations

from dataclasses import replace

from summarise import Article, parse
from tests.tui.driving import reader_on, settle
from tests.tui.screen_text import screen_text
from tui.text.blocks import runs_left_out, source_blocks
from tui.text.document import Document


def article_with(*reasons: str | None) -> Article:
    """An article with a paragraph for each reason why it is none of it, or None."""
    article = parse("\n\n".join(f"Paragraph {n} says a thing." for n in range(len(reasons))))
    paragraphs = zip(article.paragraphs, reasons, strict=True)
    marked = tuple(paragraph._replace(boilerplate=reason) for paragraph, reason in paragraphs)
    return replace(article, paragraphs=marked)


def test_a_run_is_one_line_and_a_single_paragraph_stays():
    article = article_with("breadcrumb", "title again", "breadcrumb", None, "promotion", None)
    runs = runs_left_out(article)
    assert list(runs.values()) == [range(3)]
    texts = [block.text for block in source_blocks(article, runs)]
    assert texts[0] == "3 paragraphs left out: breadcrumb, title again"
    assert texts[1:] == [f"Paragraph {n} says a thing." for n in (3, 4, 5)]
    assert len(source_blocks(article)) == 6


def test_what_the_reader_dropped_is_not_folded_away():
    assert not runs_left_out(article_with("dropped by you", "dropped by you", None))


def test_runs_at_both_ends_and_an_article_of_nothing_else():
    assert list(runs_left_out(article_with("a", "b", None, "c", "d")).values()) == [
        range(2),
        range(3, 5),
    ]
    assert list(runs_left_out(article_with("a", "b")).values()) == [range(2)]


async def test_enter_shows_the_paragraphs_and_the_cursor_stays():
    async with reader_on(size=(120, 50)) as (screen, pilot):
        assert "3 paragraphs left out: breadcrumb, title again" in screen_text(screen.app)
        screen.source.focus()
        await pilot.press("g", "enter")
        await settle(pilot)
        shown = screen_text(screen.app)
        assert "3 paragraphs left out: breadcrumb, title again" not in shown
        assert "Home News" in shown
        assert screen.source.cursor == 0
        assert screen.source.rows_of(0)[0] == 0
        summary = screen.reading.summary
        assert set(summary.kept) <= set(screen.source._shown.marks)


async def test_r_brings_all_of_them_back_and_undo_takes_it_back():
    async with reader_on(size=(120, 50)) as (screen, pilot):
        screen.source.focus()
        await pilot.press("g", "r")
        await settle(pilot)
        assert not any(p.boilerplate for p in screen.reading.article.paragraphs[:3])
        assert "Home News" in screen_text(screen.app)
        await pilot.press("u")
        await settle(pilot)
        assert "3 paragraphs left out" in screen_text(screen.app)


def test_a_block_tells_where_each_of_its_sentences_lies():
    article = parse("A ferry sank at noon. Two divers found it.\n\nNobody was hurt, it is said.")
    blocks = source_blocks(article)
    for block, paragraph in zip(blocks, article.paragraphs, strict=True):
        inside = article.sentences_of(paragraph.index)
        assert len(block.sentences) == len(inside)
        for (ident, start, end), sentence in zip(block.sentences, inside, strict=True):
            assert (ident, block.text[start:end]) == (sentence.index, sentence.text)
        assert list(block.sentences[1:]) == list(block.sentences)[1:]
    assert Document(blocks).ids == tuple(range(len(article.sentences)))
