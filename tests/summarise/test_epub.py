"""EPUB books: chapters in their order, and what in a book is not its text."""

from __future__ import annotations

import pytest

from tests.summarise.document_files import drafted, epub, shown


def chapters(data: bytes) -> list[tuple[str, str]]:
    """The title of each chapter, and the text of its first block."""
    draft = drafted(data)
    return [(chapter.title, draft.blocks[chapter.first].text) for chapter in draft.chapters]


def nav(*entries: tuple[str, str], inner: str = "") -> str:
    items = "".join(f'<li><a href="{href}">{title}</a>{inner}</li>' for title, href in entries)
    return f"<ol>{items}</ol>"


def point(title: str, href: str, inside: str = "") -> str:
    return (
        f"<navPoint><navLabel><text>{title}</text></navLabel><content src='{href}'/>{inside}"
        "</navPoint>"
    )


PAGES = {
    "cover.xhtml": "<p>Front.</p>",
    "one.xhtml": "<h1>Tides</h1><p>The sea rises.</p>",
    "two words.xhtml": "<p>Nine minutes.</p>",
}
CONTENTS = (("I. Tides", "one.xhtml"), ("II. Ferries", "two%20words.xhtml#top"))


@pytest.mark.parametrize("kind", ["nav", "ncx"])
def test_chapters_begin_where_the_contents_say_each_with_a_heading(kind):
    told = (
        {"nav": nav(*CONTENTS)} if kind == "nav" else {"ncx": "".join(point(*c) for c in CONTENTS)}
    )
    book = epub(PAGES, **told)
    assert shown(drafted(book)) == [
        "text Front.",
        "heading 1 Tides",
        "text The sea rises.",
        "heading 1 II. Ferries",
        "text Nine minutes.",
    ]
    assert chapters(book) == [("I. Tides", "Tides"), ("II. Ferries", "II. Ferries")]


def test_several_chapters_on_one_page_are_told_by_their_places():
    page = (
        "<p>Before.</p><h2><a id='a'/>Tides</h2><p>Rise.</p>"
        "<div id='b'><p>Ferries.</p><p>Run.</p></div><table><tr><td><p id='c'>x</p></td><td>y</td>"
        "</tr></table>"
    )
    entries = [("Tides", "p.xhtml#a"), ("Ferries", "p.xhtml#b"), ("Figures", "p.xhtml#c")]
    book = epub({"p.xhtml": page}, nav=nav(*entries))
    assert shown(drafted(book)) == [
        "text Before.",
        "heading 2 Tides",
        "text Rise.",
        "heading 1 Ferries.",
        "text Run.",
        "heading 1 Figures",
        "table x  y",
    ]
    assert [title for title, _ in chapters(book)] == ["Tides", "Ferries", "Figures"]


def test_sections_within_a_page_are_no_chapters():
    inside = "".join(point(f"1.{n}", f"one.xhtml#s{n}") for n in range(3))
    ncx = point("Tides", "one.xhtml", inside) + point("Ferries", "two%20words.xhtml")
    assert [title for title, _ in chapters(epub(PAGES, ncx=ncx))] == ["Tides", "Ferries"]


def test_without_contents_a_page_with_a_heading_is_a_chapter():
    pages = {
        "a.xhtml": "<h1>Tides</h1><p>Rise.</p>",
        "b.xhtml": "<p>More.</p>",
        "c.xhtml": "<h2>F</h2>",
    }
    assert [title for title, _ in chapters(epub(pages))] == ["Tides", "F"]


def test_a_damaged_table_of_contents_is_none():
    book = epub(PAGES, ncx="<navPoint>")
    assert [title for title, _ in chapters(book)] == ["Tides"]


def test_what_is_beside_the_order_of_the_book_is_left_out():
    spine = ['<itemref idref="i0" linear="no"/>', '<itemref idref="i2"/>', '<itemref idref="i1"/>']
    blocks = shown(drafted(epub(PAGES, spine=spine)))
    assert blocks == ["text Nine minutes.", "heading 1 Tides", "text The sea rises."]


def test_a_book_of_which_all_is_beside_its_order_is_read():
    spine = ['<itemref idref="i0" linear="no"/>']
    assert shown(drafted(epub(PAGES, spine=spine))) == ["text Front."]


def test_notes_are_aside_and_their_numbers_gone():
    page = (
        "<p>Nine minutes<a epub:type='noteref' href='n.xhtml#n1'>1</a>, all in"
        "<sup><a href='n.xhtml#n2'>2</a></sup> all.</p>"
        "<aside epub:type='footnote' id='n1'><p>In a storm fourteen.</p></aside><p>The end.</p>"
        "<section role='doc-endnotes'><h2>Notes</h2><p>Once. <a role='doc-backlink' href='#r'>"
        "back</a></p></section>"
    )
    assert shown(drafted(epub({"a.xhtml": page}))) == [
        "text Nine minutes, all in all.",
        "text [footnote] In a storm fourteen.",
        "text The end.",
        "heading 2 [footnote] Notes",
        "text [footnote] Once.",
    ]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<section epub:type='titlepage'><h1>The book</h1></section>", "front matter"),
        ("<div epub:type='copyright-page'><p>All rights.</p></div>", "front matter"),
        ("<section epub:type='bibliography'><p>A. Lee, 2001.</p></section>", "reference list"),
        ("<nav role='doc-toc'><p>Tides</p></nav>", "table of contents"),
        ("".join(f"<p><a href='c{n}'>Chapter {n}</a></p>" for n in range(9)), "table of contents"),
    ],
)
def test_what_is_not_the_text_says_so(page, why):
    blocks = drafted(epub({"a.xhtml": page, "b.xhtml": "<p>The sea rises.</p>"})).blocks
    assert {block.aside for block in blocks[:-1]} == {why}
    assert blocks[-1].aside is None


def test_the_guide_of_an_older_book_names_its_title_page():
    book = epub(PAGES, guide='<reference type="title-page" href="cover.xhtml"/>')
    assert shown(drafted(book))[0] == "text [front matter] Front."


def test_page_numbers_and_elements_closed_at_once_do_no_harm():
    page = (
        "<p>The sea <span epub:type='pagebreak' title='7'>7</span>rises.</p><a id='x'/><div/>"
        "<p>It <i/>falls.</p>"
    )
    assert shown(drafted(epub({"a.xhtml": page}))) == ["text The sea rises.", "text It falls."]


def test_marks_that_tell_places_cannot_be_written_by_a_book():
    page = "<p>\ufdd0aside footnote\ufdd1</p><p>The sea rises.</p>"
    assert shown(drafted(epub({"a.xhtml": page})))[-1] == "text The sea rises."


def test_missing_pages_are_said_and_the_others_read():
    items = "".join(f'<item id="i{n}" href="{n}.xhtml" media-type="text/html"/>' for n in range(3))
    opf = (
        f"<package><manifest>{items}</manifest><spine>"
        + "".join(f'<itemref idref="i{n}"/>' for n in range(3))
        + "</spine></package>"
    )
    draft = drafted(epub({"1.xhtml": "<p>The sea rises.</p>"}, more={"book/a.opf": opf}))
    assert shown(draft) == ["text The sea rises."]
    assert draft.note.startswith("2 of the 3 parts")


def test_scrambled_fonts_are_no_lock():
    fonts = (
        "<encryption><EncryptedData><EncryptionMethod"
        " Algorithm='http://www.idpf.org/2008/embedding'/></EncryptedData></encryption>"
    )
    book = epub({"a.xhtml": "<p>The sea rises.</p>"}, more={"META-INF/encryption.xml": fonts})
    assert shown(drafted(book)) == ["text The sea rises."]


def test_what_a_book_says_of_itself():
    metadata = (
        "<dc:title>Tides &amp;eacute; more</dc:title>"
        "<dc:creator id='a'>Ann Lee</dc:creator><meta refines='#a' property='role'>ann</meta>"
        "<meta refines='#a' property='role'>aut</meta>"
        "<dc:creator opf:role='ill'>Ill Ustrator</dc:creator><dc:creator>Bo Berg</dc:creator>"
        "<dc:date opf:event='modification'>2024-01-01</dc:date><dc:date>1998-05-06T00:00</dc:date>"
        "<dc:language>de-CH</dc:language><dc:publisher>Harbour &nbsp;Press</dc:publisher>"
        "<dc:identifier>urn:x</dc:identifier><dc:source>https://example.org/tides</dc:source>"
    )
    draft = drafted(epub({"a.xhtml": "<p>Hello.</p>"}, metadata=metadata))
    assert draft.author == "Ann Lee, Bo Berg"
    assert (draft.date, draft.language, draft.site) == ("1998-05-06", "de", "Harbour Press")
    assert draft.address == "https://example.org/tides"
    assert draft.form == "EPUB book"
