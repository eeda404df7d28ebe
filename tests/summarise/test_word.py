"""Word documents: what a paragraph is, whatever its style is called and inherits."""

from __future__ import annotations

import pytest

from tests.summarise.document_files import drafted, paragraph, shown, word


def style(
    identifier: str, name: str, based_on: str = "", properties: str = "", more: str = ""
) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}" {more}><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:pPr>{properties}</w:pPr></w:style>'
    )


def styled(text: str, identifier: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{identifier}"/>')


def numbered(text: str, list_: int, depth: int = 0) -> str:
    number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_}"/></w:numPr>'
    return paragraph(text, number)


def form(identifier: int, *levels: tuple[str, str]) -> str:
    """A form of lists: for each level how numbers are written, and in what."""
    rows = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{number}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (number, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{identifier}">{rows}</w:abstractNum>'


def use(identifier: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


STYLES = "".join(
    (
        style("berschrift2", "heading 2"),
        style("Own", "My heading", "berschrift2"),
        style("Deep", "Chapter", properties='<w:outlineLvl w:val="2"/>'),
        style("Plain", "No heading", "Deep", '<w:outlineLvl w:val="9"/>'),
        style("Zitat", "Intense Quote"),
        style("Mine", "Letter", "Zitat"),
        style("Kode", "HTML Preformatted"),
        style("Bild", "caption"),
        style("Titel", "Title"),
        style("V1", "toc 1"),
        style("Round", "Round", "Round"),
        style("Aut", "Author", "Titel"),
    )
)


@pytest.mark.parametrize(
    ("identifier", "kind"),
    [
        ("berschrift2", "heading 2"),
        ("Own", "heading 2"),
        ("Deep", "heading 3"),
        ("Plain", "text"),
        ("Zitat", "quotation"),
        ("Mine", "quotation"),
        ("Kode", "code"),
        ("Bild", "caption"),
        ("Titel", "heading 1"),
        ("V1", "text [table of contents]"),
        ("Round", "text"),
        ("Unknown", "text"),
        ("Aut", "text [front matter]"),
    ],
)
def test_a_style_says_what_a_paragraph_is(identifier, kind):
    document = word(styled("Hello there.", identifier), styles=STYLES)
    assert shown(drafted(document)) == [f"{kind} Hello there."]


def test_an_outline_level_makes_a_heading_without_a_style():
    assert shown(drafted(word(paragraph("Tides", '<w:outlineLvl w:val="0"/>')))) == [
        "heading 1 Tides"
    ]


def test_the_default_style_holds_where_none_is_named():
    default = style("Normal", "Quote", more='w:default="1"')
    assert shown(drafted(word(paragraph("Hello."), styles=default))) == ["quotation Hello."]


def test_items_are_counted_as_word_counts():
    numbering = (
        form(1, ("decimal", "%1."), ("lowerLetter", "%2)"), ("decimal", "%1.%3"))
        + form(2, ("bullet", "x"))
        + use(1, 1)
        + use(2, 2)
        + use(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
    )
    body = "".join(
        (
            numbered("one", 1),
            numbered("inner", 1, 1),
            numbered("inner too", 1, 1),
            numbered("two", 1),
            numbered("anew", 1, 1),
            numbered("deep", 1, 2),
            numbered("dot", 2),
            numbered("seven", 3),
            numbered("none", 0),
        )
    )
    assert shown(drafted(word(body, numbering=numbering))) == [
        "list item 1 1. one",
        "list item 2 a) inner",
        "list item 2 b) inner too",
        "list item 1 2. two",
        "list item 2 a) anew",
        "list item 3 2.1 deep",
        "list item 1 • dot",
        "list item 1 7. seven",
        "text none",
    ]


def test_a_style_can_put_its_paragraphs_into_a_list():
    styles = style("LB", "List Bullet", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    numbering = form(1, ("bullet", "x")) + use(1, 1)
    document = word(styled("bread", "LB"), styles=styles, numbering=numbering)
    assert shown(drafted(document)) == ["list item 1 • bread"]


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there():
    body = (
        "<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:r><w:t>ferry.</w:t></w:r>"
        "<w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>sentence.</w:t></w:r></w:p>"
    )
    assert shown(drafted(word(body))) == ["text The new ferry.", "text One sentence."]


def test_what_is_not_seen_is_not_read():
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Seen.</w:t></w:r>"
        "<w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"
    )
    assert shown(drafted(word(body))) == ["text Seen."]


def test_a_large_first_letter_belongs_to_its_word():
    body = paragraph("O", '<w:framePr w:dropCap="drop"/>') + paragraph("nce there was a ferry.")
    assert shown(drafted(word(body))) == ["text Once there was a ferry."]


def test_a_box_is_read_once_and_behind_its_paragraph():
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Before </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>and after.</w:t></w:r></w:p>"
    )
    assert shown(drafted(word(body))) == ["text Before and after.", "text In the box."]


def test_notes_stand_aside_at_the_end():
    body = (
        "<w:p><w:r><w:t>Nine minutes.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        + paragraph("The end.")
    )
    notes = "".join(
        f"<w:footnote w:id='{n}'>{paragraph(text)}</w:footnote>"
        for n, text in ((0, "separator"), (2, "In a storm fourteen."))
    )
    assert shown(drafted(word(body, footnotes=notes))) == [
        "text Nine minutes.",
        "text The end.",
        "text [footnote] In a storm fourteen.",
    ]


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def tc(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def test_tables_of_data_keep_their_columns():
    data = table(
        tc(paragraph("Firm")) + tc(paragraph("Price"), '<w:gridSpan w:val="2"/>'),
        tc(paragraph("Nordbro"), '<w:vMerge w:val="restart"/>') + tc(paragraph("41")),
        tc(paragraph("x"), "<w:vMerge/>") + tc(paragraph("38")) + tc(paragraph("6")),
    )
    assert shown(drafted(word(data))) == ["table Firm     Price\nNordbro  41\n         38     6"]


def test_tables_that_only_lay_out_are_their_paragraphs():
    one = table(tc(paragraph("A box.") + paragraph("Of two.")))
    two = table(tc(paragraph("word " * 70 + "end.")) + tc(paragraph("Beside.")))
    blocks = shown(drafted(word(one + two)))
    assert blocks[:2] == ["text A box.", "text Of two."]
    assert blocks[3] == "text Beside."


def test_a_formula_is_a_line_of_text():
    math = (
        "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
        "</m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r>"
        "</m:sup></m:sSup></m:oMath>"
    )
    body = f"<w:p><w:r><w:t>So </w:t></w:r>{math}<w:r><w:t> holds.</w:t></w:r></w:p>"
    assert shown(drafted(word(body))) == ["text So (a+b)/2x^2 holds."]


def test_lines_of_code_belong_together():
    body = styled("def f():", "Kode") + styled("    return 1", "Kode") + paragraph("Then.")
    assert shown(drafted(word(body, styles=STYLES))) == [
        "code def f():\n    return 1",
        "text Then.",
    ]


@pytest.mark.parametrize(
    ("core", "facts"),
    [
        (
            "<dc:title>On tides</dc:title><dc:creator>A. Lee</dc:creator>"
            "<t:created>2021-03-04T05:06:07Z</t:created>",
            ("On tides", "A. Lee", "2021-03-04"),
        ),
        ("<dc:title>Microsoft Word - a.doc</dc:title>", ("", "", "")),
        ("<dc:title>Document1</dc:title>", ("", "", "")),
        ("<dc:title>.</dc:title>", ("", "", "")),
    ],
)
def test_the_properties_of_a_document(core, facts):
    draft = drafted(word(paragraph("Hello."), core=core))
    assert (draft.title, draft.author, draft.date) == facts


def test_what_the_document_shows_is_better_than_its_properties():
    body = styled("On ferries", "Titel") + styled("B. Berg", "Aut")
    draft = drafted(word(body, styles=STYLES, core="<dc:title>x y</dc:title>"))
    assert (draft.title, draft.author) == ("On ferries", "B. Berg")


def test_a_title_may_stand_on_two_lines_that_follow_each_other():
    title = styled("On ferries", "Titel") + paragraph("") + styled("that nobody takes", "Titel")
    body = title + paragraph("They left.") + styled("Again", "Titel")
    assert drafted(word(body, styles=STYLES)).title == "On ferries that nobody takes"


@pytest.mark.parametrize("main", ["word/document.xml", "word/document2.xml", "a/b.xml"])
def test_the_main_part_is_found_by_its_relationship(main):
    assert shown(drafted(word(paragraph("Hello."), main=main))) == ["text Hello."]


def test_the_strict_form_is_read_alike():
    strict = word(
        styled("Hello.", "Own"), styles=STYLES, namespace="http://purl.oclc.org/ooxml/w/main"
    )
    assert shown(drafted(strict)) == ["heading 2 Hello."]
