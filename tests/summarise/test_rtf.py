"""RTF: headings, lists, tables, notes and letters of every code page."""

from __future__ import annotations

import pytest

from tests.summarise.document_files import drafted, shown


def blocks(body: str) -> list[str]:
    return shown(drafted("{\\rtf1\\ansi\\ansicpg1252\\deff0 " + body + "}"))


FONTS = (
    r"{\fonttbl{\f0\fswiss Helvetica;}{\f1\fmodern Courier New;}{\f2\fcharset204 Arial Cyr;}"
    r"{\f3\fcharset128 MS Mincho;}}"
)
STYLES = (
    r"{\stylesheet{\s1\sbasedon0 heading 2;}{\s2\sbasedon1 Own;}{\s3 Quote;}{\s4 caption;}"
    r"{\s5\outlinelevel2 Deep;}{\s6 Title;}{\*\cs10 Default;}{\s7\sbasedon7 Round;}}"
)


@pytest.mark.parametrize(
    ("marks", "kind"),
    [
        (r"\outlinelevel0", "heading 1"),
        (r"\s1", "heading 2"),
        (r"\s2", "heading 2"),
        (r"\s3", "quotation"),
        (r"\s4", "caption"),
        (r"\s5", "heading 3"),
        (r"\s6", "heading 1"),
        (r"\s7", "text"),
        (r"\s99", "text"),
        ("", "text"),
    ],
)
def test_a_paragraph_is_what_its_style_and_outline_say(marks, kind):
    assert blocks(STYLES + rf"\pard{marks} Hello there.\par") == [f"{kind} Hello there."]


def test_properties_end_with_their_paragraph():
    assert blocks(r"{\pard\outlinelevel0 Tides\par}\pard The sea rises.\par") == [
        "heading 1 Tides",
        "text The sea rises.",
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"caf\'e9", "café"),
        (r"{\f2 \'cc\'e8\'f0}", "Мир"),
        (r"{\f3 \'93\'fa\'96\'7b}", "日本"),
        (r"\u8212?", "—"),
        (r"\uc2\u233\'e9\'e9x", "éx"),
        (r"\uc0\u233x", "éx"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"a\~b\_c\-d", "a b-cd"),
        (r"\ldblquote x\rdblquote\emdash y", "“x”—y"),
        (r"\{x\} \\y", "{x} \\y"),
        ("a\nb\r\nc", "abc"),
    ],
)
def test_letters(written, meant):
    assert blocks(FONTS + rf"\pard {written}\par") == [f"text {meant}"]


def test_what_is_not_shown_is_not_read():
    body = (
        r"{\info{\title On tides}{\author A. Lee}{\creatim\yr2021\mo3\dy4}}{\header Head\par}"
        r"\pard The {\v hidden }{\deleted old }sea{\*\bkmkstart x} rises.{\pict 0102ff}"
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt  Always.}}\par"
    )
    draft = drafted("{\\rtf1 " + body + "}")
    assert shown(draft) == ["text The sea rises. Always."]
    assert (draft.title, draft.author, draft.date) == ("On tides", "A. Lee", "2021-03-04")


def test_binary_data_is_passed_over():
    data = b"{\\rtf1 \\pard One.\\par{\\pict\\bin8 }}\\par{{}Two.\\par}"
    assert shown(drafted(data)) == ["text One.", "text Two."]


@pytest.mark.parametrize(
    "item",
    [
        r"{\listtext\pard\plain \'b7\tab}\ls1\ilvl0 bread",
        r"{\pntext\bullet\tab}bread",
        r"\fi-360\bullet\tab bread",
    ],
)
def test_items_by_their_marks(item):
    assert blocks(rf"\pard {item}\par") == ["list item 1 • bread"]


def test_items_nest_by_level_or_indent():
    body = (
        r"\pard\ls1\ilvl0{\listtext 1.\tab}one\par\pard\ls1\ilvl1{\listtext a)\tab}two\par"
        r"\pard\li360 \bullet\tab x\par\pard\li720 \bullet\tab y\par\pard Then.\par"
    )
    assert blocks(body) == [
        "list item 1 1. one",
        "list item 2 a) two",
        "list item 1 • x",
        "list item 2 • y",
        "text Then.",
    ]


def test_tables_and_notes():
    row = r"\trowd\cellx1\cellx2\pard\intbl {0}\cell {1}\cell\row"
    body = row.format("Firm", "Price") + row.format("Nordbro", "41")
    body += r"\pard Nine{\super\chftn}{\footnote\pard\plain In a storm.\par Or two.} minutes.\par"
    assert blocks(body) == [
        "table Firm     Price\nNordbro  41",
        "text Nine minutes.",
        "text [footnote] In a storm.",
        "text [footnote] Or two.",
    ]


def test_letters_of_one_width_are_code_unless_all_are():
    code = r"\pard\f1 x = 1\par\pard\f1   y = 2\par"
    prose = r"\pard\f0 The sea rises twice a day, and nobody knows why.\par"
    assert blocks(FONTS + prose + code)[1:] == ["code x = 1\n  y = 2"]
    typed = FONTS + r"\pard\f1 The sea rises.\par"
    assert blocks(typed) == ["text The sea rises."]


@pytest.mark.parametrize(
    "broken", ["{\\rtf1 One.", "{\\rtf1 One.}}}}}", "{\\rtf1 {{{One.", "{\\rtf1 One.\\'zz\\"]
)
def test_broken_ones_are_read_as_far_as_they_go(broken):
    assert shown(drafted(broken))[0].startswith("text One.")


def test_what_is_said_twice_for_old_and_new_programs_is_read_once():
    twice = r"{\upr{Ferry of D\'fcne??}{\*\ud{Ferry of D\u252 \'fcne \u1071 ?}}}"
    info = rf"{{\info{{\author {twice}}}{{\title {twice}}}{{\author Somebody}}}}"
    draft = drafted(rf"{{\rtf1\ansi{info}The {twice} left.\par}}")
    assert (draft.author, draft.title) == ("Ferry of Düne Я",) * 2
    assert shown(draft) == ["text The Ferry of Düne Я left."]


def test_the_marks_of_fonts_of_signs_are_bullets():
    marked = r"{\listtext\u-3844 ?\tab}"
    assert blocks(rf"\pard\ilvl0{marked}Old gates.\par \pard\u-3913 ?\tab Ice.\par") == [
        "list item 1 • Old gates.",
        "list item 1 • Ice.",
    ]
