"""Markdown and pages as they are meant to look; the text and all places in it stay the same."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot

from summarise.article import Kind, Span, SpanKind
from summarise.limits import MOST_SPANS_OF_PARAGRAPH
from summarise.parsing import parse_draft
from summarise.sources.formats import MARKDOWN
from summarise.sources.reading import read_text
from tests.tui.document_app import block, cell_at, showing
from tests.tui.driving import reader_on, settle
from tests.tui.screen_text import sent_pieces, style_of, widget_lines
from tui.screens.reader import ReaderScreen
from tui.text.blocks import source_blocks
from tui.text.document import Block, Document
from tui.text.layout import Columns, DocumentLayout, indent_of
from tui.text.listing import LONGEST, Syntax, coloured
from tui.widgets.document_palette import Look
from tui.widgets.document_spans import pieces_apart, pieces_between

LEDGER = """# The mill

The *old* mill was **sold twice**, and `mill.db` was [never closed](https://e.org/deed) by anyone.

## The river

> It rises when it rises.
>
> > And nobody *reads* it.

### Floods

| Year | Height |
|------|--------|
| 1802 | 3.1 m  |
| 1910 | [5.0 m](https://e.org/1910) |

#### Tasks

- [x] Copy the ledger
- [ ] Ask the archive

```python
def floods(least=3.0):
    return "high"  # above it
```

![The mill in a flood](https://e.org/mill.png)
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.md"
    path.write_text(LEDGER, encoding="utf-8")
    return path


async def test_what_is_set_apart_looks_like_it(ledger: Path):
    async with reader_on(ledger, size=(100, 60)) as (screen, pilot):
        await pilot.press("z", "z")  # the source alone
        await settle(pilot)
        source = screen.source
        source.move_cursor(len(screen.reading.article.sentences) - 1)
        await settle(pilot)
        assert style_of(source, "old").italic
        assert style_of(source, "sold twice").bold
        assert style_of(source, "never closed").underline
        plain = style_of(source, "It rises when")
        assert not (plain.bold or plain.italic or plain.underline)
        assert style_of(source, "mill.db").color != style_of(source, "was sold").color


async def test_the_summary_shows_it_too(ledger: Path):
    async with reader_on(ledger, size=(140, 40)) as (screen, pilot):
        screen.reading.keep(1)
        screen.panes.go_into(screen.source)
        await settle(pilot)
        assert style_of(screen.summary, "never closed").underline
        assert screen.summary.document.blocks[0].text == screen.reading.article.sentences[1].text


async def test_struck_words_are_read_with_a_stroke_through_them(tmp_path: Path):
    path = tmp_path / "price.md"
    path.write_text("# Boats\n\nThe price was ~~ten~~ twelve dollars on Monday.\n\nIt rose.\n")
    async with reader_on(path, size=(140, 40)) as (screen, pilot):
        screen.reading.keep(1)
        await settle(pilot)
        for pane in (screen.summary, screen.source):
            assert style_of(pane, "ten").strike
            assert not style_of(pane, "twelve").strike


async def test_blocks_are_told_apart(ledger: Path):
    async with reader_on(ledger, size=(100, 60)) as (screen, pilot):
        await pilot.press("z", "z")
        await settle(pilot)
        lines = [line[6:].strip("│ ▕█▸×¹²³⁴⁵") for line in widget_lines(screen.source)]
        top = lines.index("The mill")
        assert lines[top + 1] == "─" * len("The mill")
        quoted = lines.index("▎ It rises when it rises.")
        assert lines[quoted + 1 : quoted + 3] == ["▎", "▎ ▎ And nobody reads it."]
        head = lines.index("Year  Height")
        assert lines[head + 1 : head + 4] == ["─" * 12, "1802  3.1 m", "1910  5.0 m"]
        assert any(line.startswith("▣ The mill in a flood") for line in lines)
        levels = [style_of(screen.source, t) for t in ("The river", "Floods", "Tasks")]
        assert len({(s.color, s.italic) for s in levels}) == 3
        assert all(style.bold for style in levels)
        assert style_of(screen.source, "☑").color != style_of(screen.source, "☐").color


async def test_a_listing_is_coloured(ledger: Path):
    async with reader_on(ledger, size=(100, 60)) as (screen, pilot):
        await pilot.press("z", "z")
        await settle(pilot)
        parts = ("def ", "floods(", "3.0", '"high"', "# above")
        assert len({style_of(screen.source, part).color for part in parts}) == len(parts)


async def test_places_are_where_they_were(ledger: Path):
    async with reader_on(ledger, size=(100, 60)) as (screen, pilot):
        await pilot.press("z", "z")
        await settle(pilot)
        article, source = screen.reading.article, screen.source
        for row, words in ((0, "And nobody"), (0, "never closed"), (0, "1910")):
            x, y = cell_at(source, words)
            await pilot.click(source, offset=(x + 2, y + row))
            await settle(pilot)
            assert words in article.sentences[source.cursor or 0].text.replace("\n", " ")
        x, y = cell_at(source, "1802")
        await pilot.mouse_down(source, offset=(x, y - 2))
        await pilot.hover(source, offset=(x + 3, y + 1))
        await pilot.mouse_up(source, offset=(x + 3, y + 1))
        selected = screen.get_selected_text()
        assert selected is not None
        assert selected == "Year  Height\n1802  3.1 m\n1910"


@pytest.mark.parametrize("theme", ["tokyo-night", "textual-light", "nord", "solarized-light"])
@pytest.mark.parametrize("terminal", ["truecolor", ""], ids=["true colour", "256 colours"])
async def test_it_can_be_read(ledger: Path, theme: str, terminal: str, monkeypatch):
    monkeypatch.setenv("COLORTERM", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    async with reader_on(ledger, size=(140, 50)) as (screen, pilot):
        pilot.app.theme = theme
        for keys in ((), ("H",), ("H", "z", "z", "z")):
            await pilot.press(*keys)
            await settle(pilot)
            pilot.app.clear_notifications()
            await pilot.pause()
            for pane, least in ((screen.summary, 7.0), (screen.source, 6.0)):
                if not pane.is_on_screen:
                    continue
                for piece in sent_pieces(pilot.app, pane.region):
                    assert piece.contrast >= 4.5 or set(piece.text) <= set("─▎ │▕░▒▓"), piece
                    if "sentence" not in piece.meta or piece.meta.get("label"):
                        continue
                    assert piece.colour != piece.ground, piece
                    quiet = piece.style.italic or "z" in keys or piece.text in "☑☐▸"
                    wanted = 4.5 if quiet else least if terminal else min(least, 6.0)
                    assert piece.contrast >= wanted, piece


PIECES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 20), st.sampled_from(list(SpanKind)[:5])),
    max_size=12,
)


@given(PIECES)
def test_pieces_say_of_each_character_what_its_spans_say(raw):
    length, ends, spans = 60, dict.fromkeys(SpanKind, 0), []
    for start, size, kind in sorted(raw):
        start = max(start, ends[kind])
        ends[kind] = min(length, start + size)
        if start < ends[kind]:
            spans.append(Span(start, ends[kind], kind, "x" if kind is SpanKind.LINK else ""))
    pieces = pieces_apart(Block("a" * length, (), spans=tuple(sorted(spans))), {})
    for at in range(length):
        kinds = {s.kind for s in spans if s.start <= at < s.end}
        looks = [p for p in pieces if p.start <= at < p.end]
        assert len(looks) == bool(kinds)
        for piece in looks:
            assert len(list(piece.look)) == len(kinds)
            assert (piece.target == "x") == (SpanKind.LINK in kinds)
        assert list(pieces_between(pieces, at, at + 1)) == looks


BLOCKS = (
    "# A *top*\n\n",
    "## Low\n\n",
    "| a | b |\n|---|---|\n| *c* | d |\n\n",
    "| 水車 | a cell with many words in it |\n|---|---|\n| b | c |\n\n",
    f"| 水車 | {'many words ' * 9} | c |\n|--:|---|--:|\n| b | c | {'水 ' * 40} |\n\n",
    "> Said.\n>\n> > So.\n\n",
    "- [x] done\n- [ ] not\n\n",
    "```py\nx = 1\n```\n\n",
    "Some **words** here. And more.\n\n",
    "![p](https://q)\n\n",
)
SOURCES = st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=8).map("".join)


@given(SOURCES, st.integers(12, 200))
def test_every_character_is_on_one_row_and_rules_are_on_none(source: str, width: int):
    article = parse_draft(read_text(source, MARKDOWN))
    document = Document(source_blocks(article))
    layout = DocumentLayout(document, Columns.of(width, 80, len(document), 0))
    shown = [""] * len(document.blocks)
    for index in range(len(layout)):
        if (row := layout.row(index)) is not None:
            text = document.blocks[row.block].text
            assert row.rule == (row.start == row.end)
            room = layout.columns.of_block(document.blocks[row.block])
            block_of_row = document.blocks[row.block]
            indent = indent_of(block_of_row, row.start, layout.columns)
            assert indent + cell_len(text[row.start : row.end].rstrip()) <= room
            assert layout.columns.text_left + room < width or width < 3
            shown[row.block] += text[row.start : row.end]
            for offset in range(row.start, row.end):
                assert layout.row_of(row.block, offset) == index
    assert shown == [b.text for b in document.blocks]


async def test_a_paragraph_of_links_only_is_drawn_at_once():
    words = [f"w{n}" for n in range(MOST_SPANS_OF_PARAGRAPH)]
    text = " ".join(words)
    spans, at = [], 0
    for word in words:
        spans.append(Span(at, at + len(word), SpanKind.LINK, "https://e.org"))
        at += len(word) + 1
    one = Block(text, ((0, 0, len(text)),), spans=tuple(spans))
    plain = Block(text, ((0, 0, len(text)),))
    taken = []
    for shown in (plain, one):
        async with showing(shown, size=(80, 40)) as (view, _, pilot):
            start = time.process_time()
            for _ in range(5):
                await pilot.press("f")
            taken.append(time.process_time() - start)
            assert style_of(view, "w").underline is (shown is one or None)
    assert taken[1] < 20 * taken[0] + 0.5


def test_listings_are_told_apart_exactly_and_only_where_they_may_be():
    code = 'def f(x):\n    return "水" + str(1.5)  # why\n'
    told = {code[c.start : c.end]: c.syntax for c in coloured("python", code)}
    assert told["def"] is Syntax.KEYWORD
    assert told["f"] is Syntax.NAME
    assert told["1.5"] is Syntax.NUMBER
    assert told["# why"] is Syntax.COMMENT
    assert Syntax.STRING in told.values()
    assert coloured("klingon", code) == coloured("", code) == ()
    assert coloured("python", "x = 1\n" * LONGEST) == ()
    assert coloured("python", "x" * 5_000) == ()


@pytest.mark.parametrize("language", ["python", "js", "html", "bash", "yaml", "c++", "sql", "php"])
@pytest.mark.parametrize("bit", ['"', "(", "<", "{", "'''", "\\", "/*", "a ", "$(", "<<"])
def test_a_hostile_listing_takes_no_longer_than_it_may(language: str, bit: str):
    code = "\n".join([bit * 100] * (LONGEST // 110 // len(bit)))
    start = time.process_time()
    coloured(language, code)
    assert time.process_time() - start < 5


async def test_marks_of_a_sentence_stay_stronger_than_marks_in_it():
    spans = (Span(0, 3, SpanKind.CODE), Span(4, 8, SpanKind.LINK, "https://e.org"))
    async with showing(block("One fish.", "Two fish.", first=0, spans=spans)) as (view, _, pilot):
        view.cursor = 0
        await pilot.pause()
        styles = [style_of(view, words) for words in ("One", "fish")]
        assert len({(style.color, style.bgcolor) for style in styles}) == 1
        assert Look.CODE_SPAN < Look.DIMMED < Look.CURSOR


WIDE = """| Method | What it does | Share kept | Notes |
|---|---|---|---|
| Salience | learned weights of features, then a choice | 12 % | the default |
| LSA | singular vectors of terms by the sentences | 12 % | |
"""


async def source_from(screen: ReaderScreen, pilot: Pilot[int], words: str) -> tuple[list[str], int]:
    """The lines of the source by itself, and the first that begins with some words."""
    await pilot.press("z", "z")
    await settle(pilot)
    lines = [line[4:].rstrip("│ ▕█") for line in widget_lines(screen.source)]
    return lines, next(at for at, line in enumerate(lines) if line.startswith(words))


async def test_a_table_that_is_too_wide_is_broken_between_its_cells(tmp_path: Path):
    path = tmp_path / "wide.md"
    path.write_text(f"Some words stand above the table, and are read.\n\n{WIDE}", encoding="utf-8")
    async with reader_on(path, size=(62, 30)) as (screen, pilot):
        lines, top = await source_from(screen, pilot, "Method")
        assert lines[top : top + 7] == [
            "Method    What it does",
            "  Share kept  Notes",
            lines[top + 2],
            "Salience  learned weights of features, then a choice",
            "  12 %   the default",
            "LSA       singular vectors of terms by the sentences",
            "  12 %",
        ]
        assert set(lines[top + 2]) == {"─"}
        x, y = cell_at(screen.source, "the default")
        await pilot.mouse_down(screen.source, offset=(x, y))
        await pilot.hover(screen.source, offset=(x + 10, y))
        await pilot.mouse_up(screen.source, offset=(x + 10, y))
        assert screen.get_selected_text() == "the default"


LONG_CELLS = """| Method | What it says of itself | Year |
|---|---|--:|
| Salience | weights of features that were fitted on labelled pages, then a choice of all | 2021 |
| LSA | singular vectors | 98 |

| Name | Kind | Notes |
|---|---|---|
| Salience | learned | weights of features that were fitted on labelled pages, then a choice |
"""


async def test_the_rest_of_a_long_cell_stands_below_its_beginning(tmp_path: Path):
    path = tmp_path / "long.md"
    path.write_text(f"Some words stand above, and are read.\n\n{LONG_CELLS}", encoding="utf-8")
    async with reader_on(path, size=(80, 30)) as (screen, pilot):
        lines, top = await source_from(screen, pilot, "Method")
        assert [line for line in lines[top : top + 9] if "─" not in line] == [
            "Method    What it says of itself                    Year",
            "Salience  weights of features that were fitted on labelled pages, then a",
            "          choice of all  2021",
            "LSA       singular vectors                            98",
            "",
            "Name      Kind     Notes",
            "Salience  learned  weights of features that were fitted on labelled",
        ]
        assert lines[top + 9] == "                   pages, then a choice"
        x, y = cell_at(screen.source, "pages, then a choice")
        await pilot.mouse_down(screen.source, offset=(x, y))
        await pilot.hover(screen.source, offset=(x + 4, y))
        await pilot.mouse_up(screen.source, offset=(x + 4, y))
        assert screen.get_selected_text() == "pages"


@pytest.mark.parametrize("centred", [False, True])
async def test_code_and_tables_go_beyond_the_column_before_they_are_broken(centred: bool):
    """A diagram is none any more once its lines are broken; prose keeps to the column."""
    diagram = "\n".join(part * 17 for part in ("┌────┐", "│ on │", "└────┘"))
    table = "when  " + "where  ".ljust(70) + "why\n1910  " + "at the mill".ljust(70) + "rain"
    prose = block("A sentence that is as long as any other one in here. " * 6, first=0)
    shown = (Block(diagram, (), Kind.CODE), Block(table, (), Kind.TABLE), prose)
    async with showing(*shown, size=(150, 20), max_column=60) as (view, _, pilot):
        view.centred = centred
        await pilot.pause()
        lines = [line.strip() for line in widget_lines(view)]
        assert [*diagram.split("\n"), "", *table.split("\n"), ""] == lines[:7]
        assert all(len(line) <= 60 for line in lines[7:])
        await pilot.resize_terminal(80, 20)
        await pilot.pause()
        assert all(cell_len(line.rstrip()) <= 79 for line in widget_lines(view))


async def test_a_line_of_code_that_is_too_long_goes_on_further_in():
    code = "if x:\n    call(first, second, third, fourth)\n"
    one = Block(code, ((0, 0, len(code)),), Kind.CODE)
    async with showing(one, size=(40, 8)) as (view, _, _pilot):
        lines = [line[4:] for line in widget_lines(view)]
        assert lines[:3] == ["if x:", "    call(first, second, third,", "      fourth)"]


def test_a_hostile_table_is_laid_out_in_no_time():
    for bit in ("ab  ", "水  ", "    ", "a"):
        text = bit * 250_000
        document = Document([Block(text, ((0, 0, len(text)),), Kind.TABLE)])
        start = time.process_time()
        DocumentLayout(document, Columns.of(100, 80, 1, 0))
        assert time.process_time() - start < 3
