"""A web page: its article in blocks of their kinds, or all that it shows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.article import Kind
from summarise.draft import Aside
from summarise.sources.html.reader import read_html
from summarise.text.sanitise import sanitise

PARAGRAPH = (
    "The lift bridge over the northern arm opened on Tuesday for the first time in {0} years, "
    "and number {0} of the speakers said that it had been <b>worth</b> the wait for everybody."
)
ARTICLE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>The bridge opens | The Harbour Post</title>
<meta property="og:title" content="The bridge opens"></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>The bridge opens</h1>
<p>{PARAGRAPH.format(9)}</p><p>{PARAGRAPH.format(11)}</p>
<h2>What it cost</h2><p>{PARAGRAPH.format(12)}</p>
<ul><li>Steel for the wheel and for the rail</li><li>Oil, more than was thought</li></ul>
<blockquote><p>We measured every tooth by hand, and cut the new ones to match.</p></blockquote>
<pre><code>open()
close()</code></pre>
<table><tr><th>Year</th><th>Openings</th></tr><tr><td>2014</td><td>212</td></tr></table>
<p>{PARAGRAPH.format(14)}</p></article>
<div class="comments"><h3>Comments</h3><p>First!!! What a bridge, what a day, I was there.</p></div>
<footer>© 2024 The Harbour Post. All rights reserved.</footer></body></html>"""


@pytest.fixture(scope="module")
def draft():
    return read_html(ARTICLE.encode())


def test_title_language_and_form(draft):
    assert (draft.title, draft.language, draft.form) == ("The bridge opens", "en", "web page")
    assert draft.clean


def test_paragraphs_without_their_markup(draft):
    texts = [b.text for b in draft.blocks if b.kind is Kind.TEXT]
    plain = PARAGRAPH.replace("<b>", "").replace("</b>", "")
    assert texts[0] == plain.format(9)
    assert texts[-1] == plain.format(14)


def test_what_is_not_the_article_is_gone(draft):
    text = "\n".join(b.text for b in draft.blocks)
    assert not any(word in text for word in ("Home", "First!!!", "rights reserved"))


def test_kinds(draft):
    found = {(b.kind, b.text) for b in draft.blocks}
    assert (Kind.HEADING, "What it cost") in found
    assert (Kind.LIST_ITEM, "• Oil, more than was thought") in found
    assert any(kind is Kind.QUOTATION and "every tooth" in text for kind, text in found)
    assert (Kind.CODE, "open()\nclose()") in found
    assert (Kind.TABLE, "Year  Openings\n2014  212") in found


def test_text_and_bytes_give_the_same(draft):
    assert read_html(ARTICLE) == draft


def test_the_encoding_of_a_page_is_its_own():
    page = ARTICLE.replace("utf-8", "windows-1252").replace("bridge", "Brücke")
    texts = [b.text for b in read_html(page.encode("cp1252")).blocks]
    assert any("Brücke" in text for text in texts)


def test_without_an_article_all_that_is_shown_comes_up():
    page = (
        "<html><head><title>A list</title><script>var x</script></head><body>"
        "<div>One line</div><div>Another<br>and one more</div><style>p{}</style>"
        "<h2>Head</h2><ul><li>Item</li></ul></body></html>"
    )
    draft = read_html(page)
    assert [b.text for b in draft.blocks] == [
        "One line",
        "Another",
        "and one more",
        "Head",
        "• Item",
    ]
    assert draft.blocks[3].kind is Kind.HEADING
    assert draft.blocks[4].kind is Kind.LIST_ITEM
    assert draft.title == "A list"
    assert not draft.clean


@pytest.mark.parametrize(
    "page", ["", " ", "<html></html>", "<!-- -->", "<script>x</script>", "\x00"]
)
def test_a_page_that_shows_nothing_has_no_blocks(page):
    assert read_html(page).blocks == ()


def test_control_sequences_do_not_come_in_through_entities():
    page = ARTICLE.replace("The lift bridge", "The &#27;[31mlift&#x202e; bridge")
    text = "\n".join(b.text for b in read_html(page).blocks) + read_html(page).title
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize(
    "tag", ["div", "b", "span", "ul><li", "h1", "pre", "table><tr><td", "x-own", "svg><g", "a"]
)
def test_nothing_is_lost_of_a_page_that_is_nested_too_deep(tag):
    close = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    page = f"<p>Above it.</p>{f'<{tag}>' * 5000}deep down{close * 5000}<p>Below it.</p>"
    text = " ".join(block.text for block in read_html(page).blocks)
    assert text.split() == ["Above", "it.", "deep", "down", "Below", "it."]


def test_a_row_of_very_many_cells_keeps_them():
    cells = "".join(f"<td>c{number}</td>" for number in range(2_500))
    text = " ".join(b.text for b in read_html(f"<table><tr>{cells}</tr></table>").blocks)
    assert text.split() == [f"c{number}" for number in range(2_500)]


PIECES = """<p> </p> <div> <b> </table> <td> <ul> <li> <h1> text more.words <br> &amp; &#27; <!--
--> <table> <tr> <blockquote> <pre> </pre> <html> <body> <title> <style> <a\x00> <p\ud800> é"""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split()), max_size=60))
def test_any_page_can_be_read(pieces):
    for block in read_html(" ".join(pieces)).blocks:
        assert block.text.strip()
        assert sanitise(block.text) == block.text


@pytest.mark.parametrize("page", [ARTICLE, "<html><body><p>One short line.</p></body></html>"])
def test_what_a_page_hides_is_not_read(page):
    hidden = "<p hidden>Nobody sees this sentence here.</p><template>Nor this one.</template>"
    draft = read_html(page.replace("<p>", hidden + "<p>", 1))
    assert draft.blocks
    assert not any(word in b.text for b in draft.blocks for word in ("Nobody", "Nor this"))


def test_a_body_hidden_until_scripts_run_is_read():
    draft = read_html("<html><body hidden><p>One short line.</p></body></html>")
    assert [b.text for b in draft.blocks] == ["One short line."]


def test_the_number_of_a_note_does_not_stick_to_a_word():
    page = ARTICLE.replace("Tuesday", 'Tuesday<sup><a href="#n1">1</a></sup>', 1)
    assert any("opened on Tuesday for the first" in b.text for b in read_html(page).blocks)


def test_a_deeply_nested_page_keeps_its_text():
    page = "<html><body>" + "<div>" * 400 + "<p>One short line.</p>"
    assert [b.text for b in read_html(page).blocks] == ["One short line."]


def test_figures_keep_their_captions_and_tables_but_not_their_credits():
    figures = (
        "<figure><img src=a.png><figcaption>The lift bridge as it rose on <i>Tuesday</i>."
        "</figcaption></figure><figure><figcaption>Photograph: A. Holm</figcaption></figure>"
        "<figure><table><tr><th>Ship</th><th>Tons</th></tr><tr><td>Anna</td><td>90</td></tr></table>"
        "</figure>"
    )
    blocks = read_html(ARTICLE.replace("<h2>", figures + "<h2>", 1)).blocks
    captions = [b.text for b in blocks if b.kind is Kind.CAPTION]
    assert captions == ["The lift bridge as it rose on Tuesday."]
    assert any(b.kind is Kind.TABLE and "Anna" in b.text for b in blocks)
    assert not any("Photograph" in b.text for b in blocks)


def test_preformatted_text_is_code():
    page = ARTICLE.replace("<h2>", "<pre>lift  9\n  turn 3</pre><h2>", 1)
    assert [b.text for b in read_html(page).blocks if b.kind is Kind.CODE] == [
        "lift  9\n  turn 3",
        "open()\nclose()",
    ]


def test_preformatted_prose_is_prose():
    mail = "\n".join(
        f"The bridge was closed {n} times in that winter, and\nnobody who lives here was surprised."
        for n in range(9)
    )
    blocks = read_html(f"<html><body><h1>Re: bridge</h1><pre>{mail}</pre></body></html>").blocks
    assert "The bridge was closed 3 times in that winter, and nobody" in " ".join(
        b.text for b in blocks if b.kind is Kind.TEXT
    )


COMMENTED = {
    "rust": """// The handle is moved into the thread by value, as nobody waits for it.
thread::spawn(move || {
// Nobody changes the number in between, for the check and the use stand in one and the same line
// of the list; a number that is too large would have been refused before this thread was begun.
println!("{}", numbers[index.load(Ordering::SeqCst)]);
});""",
    "python": """# The bridge is closed before the ferry leaves, so nobody waits on the wrong bank.
bridge.close()
# What was sold by then is still good on the next day, whatever the timetable on the pier may say.
tickets.keep(until=tomorrow)""",
}


@pytest.mark.parametrize("of_class", ["", "language-x", "highlight"])
@pytest.mark.parametrize("language", COMMENTED)
def test_code_with_long_comments_is_code(language, of_class):
    code = COMMENTED[language].replace("&", "&amp;").replace("<", "&lt;")
    listing = f'<pre><code class="{of_class}">{code}</code></pre><h2>'
    blocks = read_html(ARTICLE.replace("<h2>", listing, 1)).blocks
    assert COMMENTED[language] in [b.text for b in blocks if b.kind is Kind.CODE]


def test_verse_that_is_preformatted_is_no_code():
    verse = "\n".join(
        f"And {n} times the ferry came and went, and none did see;\n"
        "The winter lay upon the bay, as white as it could be,\n"
        "And all the town stood on the pier and looked across the sea."
        for n in range(4)
    )
    blocks = read_html(f"<html><body><h1>The ferry</h1><pre>{verse}</pre></body></html>").blocks
    assert not any(b.kind is Kind.CODE for b in blocks)


@pytest.mark.parametrize("body", ["<body class='x'>", ""])
def test_a_page_without_a_container_keeps_headings_and_nested_lists(body):
    paragraphs = "".join(f"<p>{PARAGRAPH.format(n)}</p>" for n in (5, 6, 7))
    page = (
        f"<!doctype html><title>Bridge</title>{body}<h1>The bridge</h1>{paragraphs}<h2>Cost</h2>"
        "<ul><li>Steel for the wheel<ul><li>and for the rail</li></ul></li></ul>"
        f"<nav><a href=/>Home</a></nav>{paragraphs.replace('speakers', 'guests')}"
    )
    blocks = read_html(page).blocks
    assert [(b.kind, b.text, b.level) for b in blocks if b.kind is not Kind.TEXT] == [
        (Kind.HEADING, "The bridge", 1),
        (Kind.HEADING, "Cost", 2),
        (Kind.LIST_ITEM, "• Steel for the wheel", 1),
        (Kind.LIST_ITEM, "• and for the rail", 2),
    ]
    assert len([b for b in blocks if b.kind is Kind.TEXT]) == 6


def test_paragraphs_in_an_item_stay_apart():
    page = ARTICLE.replace("<ul>", "<ul><li><p>Grease.</p><p>Much of it.</p></li>", 1)
    assert "• Grease. Much of it." in [b.text for b in read_html(page).blocks]


@pytest.mark.parametrize("rule", ["---", "+++"])
def test_fields_above_a_page_that_a_site_is_made_from_are_fields(rule):
    sign = ":" if rule == "---" else " ="
    said = {
        "title": r"The bridge \u001b[2J opens",
        "author": "Jane Miller",
        "date": "2014-05-02",
        "layout": "post",
    }
    fields = "\n".join(f'{name}{sign} "{value}"' for name, value in said.items())
    body = "".join(f"<p>{PARAGRAPH.format(n)}</p>" for n in (9, 11, 12))
    draft = read_html(f"{rule}\n{fields}\n{rule}\n{body}")
    assert (draft.author, draft.date) == ("Jane Miller", "2014-05-02")
    assert draft.title.startswith("The bridge")
    assert "\x1b" not in draft.title
    assert [block.text[:15] for block in draft.blocks] == ["The lift bridge"] * 3


def test_a_page_with_a_rule_above_it_keeps_all_its_words():
    draft = read_html("---\nNo field stands here\n---\n<p>The bridge is open again.</p>")
    assert "No field stands here" in " ".join(block.text for block in draft.blocks)


def test_a_page_in_columns_that_are_items_of_a_list_keeps_its_paragraphs():
    said = [PARAGRAPH.format(n).replace("<b>", "").replace("</b>", "") for n in (9, 11, 12, 14, 16)]
    column = "<h1>The bridge opens</h1><div>12 May 2014</div>" + "".join(
        f"<p>{p}</p>" for p in said
    )
    page = (
        f"<html><body><ul class=columns><li class=main>{column}</li>"
        "<li class=side><a href=/>Home</a><p>Weather: rain.</p></li></ul></body></html>"
    )
    blocks = [block for block in read_html(page).blocks if block.text in said]
    assert [(block.text, block.kind) for block in blocks] == [(p, Kind.TEXT) for p in said]


def test_a_list_of_long_items_stays_a_list():
    items = "".join(f"<li><p>{PARAGRAPH.format(n)}</p><p>It is so.</p></li>" for n in range(9, 15))
    page = f"<html><body><article><h1>Bridges</h1><ul>{items}</ul></article></body></html>"
    kinds = [b.kind for b in read_html(page).blocks if "lift bridge" in b.text]
    assert kinds == [Kind.LIST_ITEM] * 6


def test_notes_in_paragraphs_of_their_own_stand_aside():
    note = "An eclectic subset of steel, intersected with the limits of the embedded wheel."
    said = "".join(f"<p>{PARAGRAPH.format(n)}</p>" for n in (9, 11, 12, 14))
    page = (
        f"<html><body><article><h1>Bridges</h1>{said}<div id='footnotes'><h2>Footnotes:</h2>"
        f"<div class='footdef'><sup><a href='#1'>1</a></sup><p>{note}</p></div></div>"
        "</article></body></html>"
    )
    asides = {block.text: block.aside for block in read_html(page).blocks}
    assert asides.get(note, Aside.REFERENCES) is Aside.REFERENCES
    assert sum(aside is None for aside in asides.values()) >= 4
