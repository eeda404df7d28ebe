"""What stands on a page beside plain paragraphs: headings, tables, notes, formulas, odd markup."""
# ruff: noqa: E501 (pages stay in one line)

from __future__ import annotations

import logging
import tracemalloc

import pytest

from summarise.article import Kind
from summarise.draft import Aside, Block
from summarise.sources.html import articles
from summarise.sources.html.reader import read_html

LINE = "The ferry to the outer islands left at {0} past nine with {0} crates of apples on its deck."
PROSE = "".join(f"<p>{LINE.format(n)} {LINE.format(n + 40)}</p>" for n in range(11, 16))


def page(body: str, title: str = "The ferry", head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def article(body: str, **of: str) -> str:
    return page(f"<article><h1>The ferry</h1>{body}</article>", **of)


def texts(source: str, *, picked: bool = True) -> list[str]:
    blocks = read_html(source).blocks
    return [b.text for b in blocks if not picked or (b.kind.pickable and b.aside is None)]


@pytest.mark.parametrize(
    "heading",
    [
        "<h2 id='w'><a class='header' href='#w'>Winter boats</a></h2>",
        "<h2>Winter boats<a class='headerlink' href='#w' title='Link to this heading'>¶</a></h2>",
        "<h2><a href='#w' aria-hidden='true'>#</a> Winter boats</h2>",
        "<h2>Winter boats<a href='#w' class='hash-link'>\u200b</a></h2>",
        "<h2><span>Winter boats</span><span class='mw-editsection'>[<a href='/e'>edit</a>]</span></h2>",
        "<h2>Winter boats <a class='anchor' href='#w'><svg><path/></svg></a></h2>",
    ],
)
def test_a_heading_is_its_words(heading):
    blocks = read_html(article(PROSE + heading + PROSE)).blocks
    assert (Kind.HEADING, "Winter boats") in [(b.kind, b.text) for b in blocks]


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (page(f"<div id='help'><h2>Keys</h2></div><main><h1>Ropes</h1>{PROSE}</main>"), "Ropes"),
        (page(f"<main><h1>Ropes</h1>{PROSE}</main>", "Ropes - The Ferry Book"), "Ropes"),
        (page(f"<h1>The Post</h1><article><h2>Ropes</h2>{PROSE}</article>", "Ropes | The Post"), "Ropes"),
        (article(PROSE, title="Home", head="<meta property='og:title' content='Ropes'>"), "Ropes"),
        (page(f"<article><h1>Boats: Ropes of hemp</h1>{PROSE}</article>", "Ropes of hemp"), "Ropes of hemp"),
        (page(f"<div aria-modal=true><h1>Keys</h1></div><main><h1>Ropes</h1>{PROSE}</main>", ""), "Ropes"),
        (page(PROSE, "Ropes | The Post", "<meta property='og:site_name' content='The Post'>"), "Ropes"),
    ],
)  # fmt: skip
def test_the_title_is_that_of_the_article(source, title):
    assert read_html(source).title == title


def test_icons_and_readings_are_not_words():
    body = (
        "<p><i class='fa' aria-hidden='true'>anchor_up</i>The boat <ruby><rb>船</rb><rt>fune</rt></ruby>"
        f" lay <span class='material-icons'>waves</span>still.</p>{PROSE}"
    )
    assert texts(article(body))[0] == "The boat 船 lay still."


def test_soft_hyphens_and_times_and_nobr():
    body = f"<p>The har&shy;bour of <time>1904</time> had <nobr>nine</nobr> boats, not&nbsp;ten.</p>{PROSE}"
    assert texts(article(body))[0] == "The harbour of 1904 had nine boats, not ten."


def test_formulas_stay_in_their_sentences():
    formula = "<math><mi>a</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
    assert texts(article(f"<p>Here {formula} holds.</p>{PROSE}"))[0] == "Here a = 1/2 holds."


def test_a_table_of_data_stays_one():
    table = (
        "<table><tr><th>Boat</th><th>What it is for</th></tr><tr><td>Anna</td><td>It carries the mail"
        " to the islands each day.</td></tr><tr><td>Minna</td><td>Fish.</td></tr></table>"
    )
    blocks = read_html(article(PROSE + table + PROSE)).blocks
    assert [b.text.split("\n")[0] for b in blocks if b.kind is Kind.TABLE] == [
        "Boat   What it is for"
    ]


@pytest.mark.parametrize("cell", ["td", "td><div", "td><table><tr><td"])
def test_cells_with_prose_are_no_data(cell):
    rows = "".join(f"<tr><{cell}>{LINE.format(n)} {LINE.format(n + 9)}</tr>" for n in range(20, 25))
    assert LINE.format(22) in " ".join(texts(page(f"<table>{rows}</table>")))


def test_what_is_noted_elsewhere_is_marked():
    body = (
        f"{PROSE}<p>Read also: nine knots for a wet rope</p>{PROSE.replace('ferry', 'boat')}"
        f"<h2>Sources</h2><ol class='references'><li>Holm, A. The book of ropes. Nord, 1987.</li></ol>"
    )
    asides = {b.text: b.aside for b in read_html(article(body)).blocks if b.aside}
    assert asides == {
        "Read also: nine knots for a wet rope": Aside.NAVIGATION,
        "1. Holm, A. The book of ropes. Nord, 1987.": Aside.REFERENCES,
    }


@pytest.mark.parametrize(
    "head",
    [
        "<h1>The ferry</h1><p class='article__dek'>{0}</p><div class='byline'>By Ada</div>",
        "<header><h1>The ferry</h1><div>{0}</div></header><p class='byline'>By Ada Holm</p>",
        "<h1>The ferry</h1><h2>{0}</h2>",
    ],
)
def test_the_standfirst_is_the_first_sentence(head):
    deck = (
        "Nine boats left the harbour in the storm of that winter, and only eight of them came back."
    )
    body = f"<main>{head.format(deck)}<article>{PROSE}</article></main>"
    assert texts(page(body))[0] == deck


@pytest.mark.parametrize(
    "between",
    [
        "<p style='display:none'>{0}</p>",
        "<p role='note'>{0}</p>",
        "<div class='author-bio'>{0}</div>",
        "<figure><img src=a><span>{0}</span></figure>",
        "<p>We may earn a commission from links on this page.</p>",
    ],
)
def test_what_is_no_standfirst_stays_out(between):
    other = "Ada Holm has written about boats and ropes for twenty years, and she lives on one."
    body = f"<main><div><h1>The ferry</h1>{between.format(other)}</div><article>{PROSE}</article></main>"
    assert texts(page(body))[0].startswith("The ferry to the outer islands")


@pytest.mark.parametrize("error", [AssertionError, RecursionError, KeyError, MemoryError])
@pytest.mark.parametrize("broken", [["_by_precision"], ["_by_precision", "_by_readability"]])
def test_an_extractor_that_fails_leaves_the_page_readable(monkeypatch, error, broken):
    def fail(_tree):
        raise error

    for name in broken:
        monkeypatch.setattr(articles, name, fail)
    assert LINE.format(13) in " ".join(texts(article(PROSE), picked=False))


def test_the_second_extractor_is_believed_where_it_finds_much_more(monkeypatch):
    monkeypatch.setattr(articles, "_by_precision", lambda _tree: [])
    draft = read_html(article(PROSE))
    assert draft.clean
    assert len([b for b in draft.blocks if b.kind is Kind.TEXT]) == 5


def test_no_text_is_lost_below_the_depth_that_the_parser_knows():
    source = "<div>" * 3000 + "<p>Deep down.</p>" + "</div>" * 3000 + "<p>And far behind it.</p>"
    assert texts(source) == ["Deep down.", "And far behind it."]


def test_a_link_without_an_address_is_text():
    assert LINE.format(70) in texts(
        page(f"<h1>The ferry</h1>{PROSE}<p><a>{LINE.format(70)}</a></p>")
    )


def test_a_sentence_in_large_type_is_text():
    quote = "“" + " ".join([LINE.format(3)] * 2) + "”"
    assert quote in texts(article(f"{PROSE}<h2>{quote}</h2>{PROSE}"))


def test_a_paragraph_keeps_the_link_it_begins_with():
    text = "would be a good time to build a breaker, said the mayor, who had asked for one twice."
    shown = [Block(f"Now {text}"), Block("The council will vote on it in May.")]
    cut = [Block("[4]___Now"), Block(text)]
    mended = articles._whole_again(cut, shown)
    assert [block.text for block in mended] == ["[4]___Now", f"Now {text}"]


def test_a_paragraph_that_another_one_ends_in_is_still_there():
    said = "She was the only boat that sailed in the great winter, her captain walking ahead."
    found = texts(article(f"{PROSE}<p>{said}</p>{PROSE}<p>It is told so: {said}</p>"))
    assert [text for text in found if said in text] == [said, f"It is told so: {said}"]


LABELS = ("Length", "24 metres", "Captain", "Bert Holm, since 1998", "Story")


@pytest.mark.parametrize(
    "more", ["", " and nobody in the harbour, not even her owner, spoke of it."]
)
def test_labels_and_figures_in_the_cells_of_a_layout_are_data_and_prose_is_text(more):
    story = (
        "In the great winter she was the only boat that sailed. The captain walked before her with "
        f"an axe. People on the quay still tell it{more or '.'}"
    )
    cells = iter((*LABELS, story))
    rows = "".join(
        f"<tr><td><b>{a}</b></td><td>{b}</td></tr>" for a, b in zip(cells, cells, strict=True)
    )
    blocks = read_html(page(f"<table>{rows}</table>")).blocks
    assert [b.text for b in blocks] == [*LABELS, story]
    assert [b.text for b in blocks if b.kind.pickable] == [story]


def test_a_table_of_data_inside_a_layout_is_no_text():
    data = "<table><tr><th>Boat</th><th>Length</th></tr><tr><td>Anna</td><td>24 m</td></tr></table>"
    cell = f"{LINE.format(11)}<br><br>{data}<br>{LINE.format(12)} {LINE.format(13)}"
    blocks = read_html(page(f"<table><tr><td>{cell}</td><td>2024</td></tr></table>")).blocks
    said = [b.text for b in blocks if b.kind.pickable]
    assert said == [LINE.format(11), f"{LINE.format(12)} {LINE.format(13)}"]


def test_pages_that_were_read_leave_nothing_behind():
    def read(number: int) -> None:
        long = f"The heron number {number} was seen by all who crossed that day. " * 400
        read_html(article(PROSE + f"<p>{long}</p>"))

    read(0)
    loggers = [logging.getLogger(name) for name in ("trafilatura", "readability", "justext")]
    handlers = [len(logger.handlers) for logger in loggers]
    tracemalloc.start()
    try:
        read(1)
        before = tracemalloc.get_traced_memory()[0]
        for number in range(2, 22):
            read(number)
        after = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    # With every page in trafilatura's memory it was 3.3 MB more.
    assert after < before + 100_000
    assert [len(logger.handlers) for logger in loggers] == handlers


def test_a_heading_with_the_name_of_the_site_tells_where_the_title_ends():
    text = "".join(f"<p>{'The ferry stayed in the harbour for a week. ' * 3}</p>" for _ in range(3))
    body = f"<h1>The book of the bay</h1><main><h2>Ice: the winter of 1998</h2>{text}</main>"
    draft = read_html(page(body, title="Ice and bread - The book of the bay"))
    assert draft.title == "Ice and bread"
    assert draft.site == "The book of the bay"
