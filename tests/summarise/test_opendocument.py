"""OpenDocument texts: automatic styles, lists, what was changed, and what stands beside."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.summarise.document_files import drafted, opendocument, shown, zipped


def style(name: str, parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"'
        f' style:parent-style-name="{parent}"/>'
    )


def p(text: str, name: str = "Text_20_body") -> str:
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def item(*inside: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(inside)}</text:list-item>"


def listed(*items: str, name: str = "", more: str = "") -> str:
    return f'<text:list text:style-name="{name}" {more}>{"".join(items)}</text:list>'


NUMBERS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    "</text:list-style>"
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("P1", "quotation"),
        ("P2", "quotation"),
        ("Preformatted_20_Text", "code"),
        ("Illustration", "caption"),
        ("Table", "caption"),
        ("Title", "heading 1"),
        ("Subtitle", "heading 2"),
        ("Contents_20_1", "text [table of contents]"),
        ("P3", "text"),
        ("Nowhere", "text"),
    ],
)
def test_a_style_says_what_a_paragraph_is(name, kind):
    automatic = style("P1", "Quotations") + style("P2", "Letter") + style("P3", "P3")
    document = opendocument(
        p("Hello there.", name), styles=style("Letter", "P1"), automatic=automatic
    )
    assert shown(drafted(document)) == [f"{kind} Hello there."]


def test_headings_have_their_levels():
    body = '<text:h text:outline-level="3">Tides</text:h><text:h>Ferries</text:h>'
    assert shown(drafted(opendocument(body))) == ["heading 3 Tides", "heading 1 Ferries"]


def test_spaces_tabs_and_breaks():
    body = p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d')
    assert shown(drafted(opendocument(body))) == ["text a b c", "text d"]


def test_a_number_of_spaces_is_not_believed():
    body = p('a<text:s text:c="999999999"/>b', "Preformatted_20_Text")
    assert len(drafted(opendocument(body)).blocks[0].text) < 100


def test_lists_nest_and_count():
    inner = listed(item(p("inner")), item(p("inner too")))
    body = listed(
        item(p("one"), p("goes on"), inner),
        item(p("seven"), more='text:start-value="7"'),
        "<text:list-header>" + p("no number") + "</text:list-header>",
        name="L1",
    )
    body += p("Between.") + listed(
        item(p("eight")), name="L1", more='text:continue-numbering="true"'
    )
    body += listed(item(p("dot")), name="None")
    assert shown(drafted(opendocument(body, automatic=NUMBERS))) == [
        "list item 1 1. one",
        "list item 1 goes on",
        "list item 2 a) inner",
        "list item 2 b) inner too",
        "list item 1 7. seven",
        "list item 1 no number",
        "text Between.",
        "list item 1 8. eight",
        "list item 1 • dot",
    ]


def test_what_was_deleted_and_what_was_said_of_it_are_gone():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        + p("Deleted.")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
        + p("Kept<text:change/>.<office:annotation>" + p("a remark") + "</office:annotation>")
    )
    assert shown(drafted(opendocument(body))) == ["text Kept."]


def test_notes_boxes_and_contents_stand_where_they_belong():
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        + p("In a storm fourteen.")
        + "</text:note-body></text:note>"
    )
    box = (
        "<draw:frame><draw:text-box>"
        + p("A drawing.", "Illustration")
        + "</draw:text-box></draw:frame>"
    )
    body = (
        "<text:table-of-content><text:index-title>no</text:index-title><text:index-body>"
        + p("Tides 3")
        + "</text:index-body></text:table-of-content>"
        + p(f"Nine minutes{note}.{box}")
        + p("The end.")
    )
    assert shown(drafted(opendocument(body))) == [
        "text [table of contents] Tides 3",
        "text Nine minutes.",
        "caption A drawing.",
        "text The end.",
        "text [footnote] In a storm fourteen.",
    ]


def test_tables():
    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    head = f"<table:table-header-rows>{row('Firm', 'Price')}</table:table-header-rows>"
    wide = '<table:table-cell table:number-columns-repeated="99999999"/>'
    body = f"<table:table>{head}{row('Nordbro', '41')}"
    body += f"<table:table-row>{wide}</table:table-row></table:table>"
    assert shown(drafted(opendocument(body))) == ["table Firm     Price\nNordbro  41"]


def test_a_formula_is_a_part_of_its_own():
    body = p(
        'So <draw:frame><draw:object xlink:href="./Object 1" xmlns:xlink="x"/></draw:frame> holds.'
    )
    math = '<math xmlns="m"><msup><mi>x</mi><mn>2</mn></msup></math>'
    with zipfile.ZipFile(io.BytesIO(opendocument(body))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    document = zipped(members | {"Object 1/content.xml": math})
    assert shown(drafted(document)) == ["text So x^2 holds."]


def test_its_properties():
    meta = (
        "<dc:title xmlns:dc='d'>On tides</dc:title><dc:creator xmlns:dc='d'>Last One</dc:creator>"
        "<meta:initial-creator>A. Lee</meta:initial-creator>"
        "<dc:date xmlns:dc='d'>2022-01-01</dc:date>"
        "<meta:creation-date>2021-03-04T05:06:07</meta:creation-date>"
        "<dc:language xmlns:dc='d'>de-AT</dc:language>"
    )
    draft = drafted(opendocument(p("Hello."), meta=meta))
    assert (draft.title, draft.author, draft.date) == ("On tides", "A. Lee", "2021-03-04")
    assert draft.language == "de"
