"""Why each paragraph is in or out, as it is shown."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from summarise.article import Kind
from summarise.parsing.explaining import ParagraphExplanation
from tests.tui.driving import reader_on, settle
from tests.tui.screen_text import screen_lines
from tui.text.page_rows import page_rows

PARAGRAPHS = (
    ParagraphExplanation(
        0, Kind.TEXT, 9, False, "promotion", ("cue “buy now”",), "Buy now 日本語" * 6
    ),
    ParagraphExplanation(112, Kind.TEXT, 1, True, "article", (), "The ferry sailed at nine."),
)


@pytest.mark.parametrize("width", [10, 21, 40, 76])
def test_no_row_is_wider_than_the_panel_and_text_stands_in_one_column(width: int):
    rows = page_rows(["ferry.txt: text, en"], PARAGRAPHS, width).plain.split("\n")
    assert all(cell_len(row) <= max(width, 21) for row in rows)
    numbered = [row for row in rows if row[4:9].strip() in ("in", "out")]
    assert [row[:9] for row in numbered] == ["    out  ", "  1 in   "]
    within = rows[rows.index(numbered[0]) + 1 : rows.index(numbered[1]) - 1]
    assert within
    assert all(row.startswith(" " * 9) for row in within)


@pytest.mark.parametrize("width", range(30, 90))
def test_no_row_has_only_the_sign_that_there_is_more(width: int):
    opening = "Russia has long enjoyed a close relationship with Belarus, a former …"
    one = ParagraphExplanation(3, Kind.TEXT, 57, True, "article", (), opening)
    rows = [row[9:] for row in page_rows([], [one], width).plain.split("\n")]
    said = rows[1 : next(at for at, row in enumerate(rows) if row.startswith("text, 57"))]
    assert all(row.strip("… ") for row in said)
    assert said[-1].endswith(" …")
    assert opening.startswith(" ".join(said).removesuffix(" …"))
    assert all(cell_len(row) <= width - 9 for row in said)


async def test_rows_are_broken_anew_when_the_terminal_is_resized():
    async with reader_on(size=(120, 30)) as (screen, pilot):
        await pilot.press("P")
        await settle(pilot)
        for width in (120, 50):
            await pilot.resize_terminal(width, 30)
            await settle(pilot)
            text = "\n".join(screen_lines(screen.app))
            assert screen.reading.article.place_of(screen.source.cursor).startswith("¶ 1,")
            assert "   1 in   Russia has long enjoyed a close relationship" in text or width < 60
            (row,) = (line for line in text.split("\n") if "text, 57 words" in line)
            (head,) = (line for line in text.split("\n") if "title: " in line)
            assert row.index("text, 57") == head.index("title: ") + 9
