"""Sources in reStructuredText and roff: their marks are no words of the article."""

from __future__ import annotations

import time

import pytest

import summarise
from summarise.article import Kind
from summarise.draft import Aside
from summarise.sources.restructured import is_restructured, read_restructured
from summarise.sources.roff import is_roff, read_roff
from tests.summarise.document_files import drafted

RST = """\
=============
The slow lamp
=============

.. contents::
   :depth: 2

.. image:: lamp.png
   :alt: a lamp

.. warning:: Do not look into it.

   It is bright.

Use
---

The lamp is lit by hand [9]_. See `the minutes <https://example.org/m>`_, :ref:`wick` and
``light()`` for *more* of it.

* One man trims the wick,
  another pours the oil.
* A third one waits.

The program::

    light(lamp)

.. [9] A note.
.. _wick:

====== =====
Oil    Price
====== =====
whale  9
====== =====

Wick
^^^^

It burns out.
"""
MAN = r"""
.\" a comment
.TH LAMP 1 "June 2024"
.SH NAME
lamp \- a slow one
.SH DESCRIPTION
The
.B lamp
command lights. It calls
.BR wick (1)
at first.
.PP
Its flame is \fBsmall\fP.
.TP
.B \-v
Say so.
.nf
lamp -v
.fi
"""


def blocks_of(draft):
    return [(block.kind, block.text) for block in draft.blocks]


def test_restructured_text_is_read_as_its_page_shows_it():
    draft = read_restructured(RST)
    assert draft.title == "The slow lamp"
    found = blocks_of(draft)
    assert (Kind.HEADING, "Wick") in found
    assert (
        Kind.TEXT,
        "The lamp is lit by hand. See the minutes, wick and light() for more of it.",
    ) in found
    assert (Kind.TEXT, "Do not look into it.") in found
    assert (Kind.TEXT, "It is bright.") in found
    assert (Kind.LIST_ITEM, "• One man trims the wick, another pours the oil.") in found
    assert (Kind.LIST_ITEM, "• A third one waits.") in found
    assert (Kind.CODE, "light(lamp)") in found
    picked = " ".join(text for kind, text in found if kind.pickable)
    assert not any(mark in picked for mark in ("::", "==", "..", "depth", "image", "]_", "whale"))


def read_in_rst(*lines: str) -> list[tuple[Kind, str]]:
    return blocks_of(read_restructured("\n".join(lines)))


def test_a_picture_is_what_is_said_of_it():
    draft = read_restructured(
        ".. figure:: https://a.example/k.jpeg\n   :alt: Kulpe\n\n   *Oswald*\n   Kulpe\n\n"
        ".. figure:: lamp.png\n   :width: 9\n   :alt: a lamp\n     of brass\n\n"
        ".. image:: wick.png\n   :width: 9\n\n.. |badge| image:: b.png\n   :alt: passing\n"
    )
    assert [(b.kind, b.text, b.aside) for b in draft.blocks] == [
        (Kind.CAPTION, "Oswald Kulpe", None),
        (Kind.CAPTION, "a lamp of brass", Aside.PICTURE),
        (Kind.CAPTION, "passing", Aside.PICTURE),
    ]


def test_what_sets_up_the_page_and_comments_are_not_seen():
    assert read_in_rst(
        ".. raw:: html", "", "   <iframe></iframe>", "", ".. toctree::", "   :maxdepth: 2", "",
        "   usage", "", ".. meta::", "   :description: x", "", ".. highlight:: python", "",
        ".. A comment", "   of two lines.", "", "..", "   Another one.", "",
        "..", "", "  What is said at a side.", "", ".. code-block:: c", "", "   light();",
    ) == [
        (Kind.QUOTATION, "What is said at a side."),
        (Kind.CODE, ".. code-block:: c\n\n   light();"),
    ]  # fmt: skip


def test_of_a_box_only_the_content_is_seen():
    assert read_in_rst(
        ".. container:: wide", "", "   .. raw:: html", "", "      <p>", "", "   The lamp is lit.",
        "", ".. class:: big", "", ".. rst-class:: lead", "", "It burns.", "", ".. only:: html", "",
        "   It smokes.", "", ".. centered:: It is out.", "", ".. note:: Mind it.",
    ) == [
        (Kind.TEXT, "The lamp is lit."),
        (Kind.TEXT, "It burns."),
        (Kind.TEXT, "It smokes."),
        (Kind.TEXT, "It is out."),
        (Kind.HEADING, "Note"),
        (Kind.TEXT, "Mind it."),
    ]  # fmt: skip


def test_boxes_in_boxes_without_end_are_read():
    lines = [" " * depth + ".. container::\n" for depth in range(1000)]
    (block,) = read_restructured("\n".join([*lines, " " * 1000 + "The end."])).blocks
    assert block.text.endswith("The end.")


def test_the_title_of_an_admonition_is_no_part_of_its_first_sentence():
    assert read_in_rst(".. admonition:: Beware", "   :class: x", "", "   It is hot.") == [
        (Kind.HEADING, "Admonition"),
        (Kind.TEXT, "Beware"),
        (Kind.TEXT, "It is hot."),
    ]


def test_lists_have_the_marks_and_levels_that_they_have_in_markdown():
    rst = (
        "-  One wick\n   of wool.\n\n   It is short.\n\n   +  Oil\n\n      *  whale\n\n"
        "   .. image:: oil.png\n\n-  Two.\n\nThen:\n\n3) Trim.\n4) Pour.\n\nOr:\n\n"
        "#. Trim.\n\n   Well.\n\n#. Pour.\n"
    )
    markdown = rst.replace("#.", "1.").replace(".. image:: oil.png", "![](oil.png)")
    found = [(b.kind, b.text, b.level, b.tight) for b in drafted(rst, "a.rst").blocks]
    assert found == [(b.kind, b.text, b.level, b.tight) for b in drafted(markdown, "a.md").blocks]
    assert (Kind.LIST_ITEM, "• whale", 3, True) in found
    assert (Kind.LIST_ITEM, "2. Pour.", 1, True) in found


def test_a_listing_shows_directives_as_they_are_written():
    assert read_in_rst(
        "So::", "", "   .. note:: x", "", "   - y", "", "An end.", "", "  Aside."
    ) == [
        (Kind.TEXT, "So:"),
        (Kind.CODE, ".. note:: x\n\n- y"),
        (Kind.TEXT, "An end."),
        (Kind.QUOTATION, "Aside."),
    ]


def test_headings_have_the_levels_of_their_rules():
    levels = [b.level for b in read_restructured(RST).blocks if b.kind is Kind.HEADING]
    assert levels == [1, 6, 2, 3]


def test_restructured_text_is_known_without_its_suffix(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text(RST)
    assert summarise.load(path).form == "reStructuredText"
    assert is_restructured(RST)


@pytest.mark.parametrize(
    "text",
    ["A line\n======\n\nAnd so on ... and on.", ".. and then\n\nIt rained.", "A. B. C.\n\nD."],
)
def test_plain_text_is_no_restructured_text(text):
    assert not is_restructured(text)


def test_a_man_page_is_read_from_its_source(tmp_path):
    assert is_roff(MAN)
    assert blocks_of(read_roff(MAN)) == [
        (Kind.HEADING, "NAME"),
        (Kind.TEXT, "lamp - a slow one"),
        (Kind.HEADING, "DESCRIPTION"),
        (Kind.TEXT, "The lamp command lights. It calls wick(1) at first."),
        (Kind.TEXT, "Its flame is small."),
        (Kind.TEXT, "-v: Say so."),
        (Kind.CODE, "lamp -v"),
    ]
    path = tmp_path / "lamp.1"
    path.write_text(MAN)
    assert summarise.load(path).title == "lamp"


def test_what_a_man_page_defines_is_not_printed():
    defined = MAN.replace(".SH NAME", ".de FN\n\\\\fI\\\\$1\n..\n.SH NAME", 1)
    assert blocks_of(read_roff(defined)) == blocks_of(read_roff(MAN))


def test_a_man_page_in_mdoc_has_its_names_flags_and_references():
    page = (
        ".Dd June 1, 2024\n.Dt LAMP 1\n.Os\n.Sh NAME\n.Nm lamp\n.Nd light a lamp\n"
        ".Sh SYNOPSIS\n.Nm lamp\n.Op Fl v\n.Op Fl o Ar file\n.Sh DESCRIPTION\n"
        "The oil is that of\n.Nm .\n.Pp\n.Nm\nlights a lamp, as\n.Xr wick 1 ,\nand says so with\n"
        ".Fl v .\n"
    )
    assert is_roff(page)
    assert blocks_of(read_roff(page)) == [
        (Kind.HEADING, "NAME"),
        (Kind.TEXT, "lamp - light a lamp"),
        (Kind.HEADING, "SYNOPSIS"),
        (Kind.CODE, "lamp [-v] [-o file]"),
        (Kind.HEADING, "DESCRIPTION"),
        (Kind.TEXT, "The oil is that of lamp."),
        (Kind.TEXT, "lamp lights a lamp, as wick(1), and says so with -v."),
    ]


def test_how_a_command_is_called_is_no_sentence_but_what_is_said_of_it_is():
    page = ".TH LAMP 1\n.SH SYNOPSIS\n.B lamp\n[\\-v]\n.PP\nAll of it is optional.\n.SH NOTES\nx"
    assert blocks_of(read_roff(page))[1:3] == [
        (Kind.CODE, "lamp [-v]"),
        (Kind.TEXT, "All of it is optional."),
    ]


def blocks_of_page(*lines: str) -> list[tuple[Kind, str]]:
    """The blocks of a man page behind its first heading."""
    page = "\n".join((".TH LAMP 1 2024-06-01", ".SH NOTES", *lines))
    return blocks_of(read_roff(page))[1:]


def test_a_man_page_has_the_date_it_was_written():
    assert read_roff(".TH LAMP 1 2024-06-01\n.SH NAME\nlamp").date == "2024-06-01"
    assert read_roff(".Dd $Mdocdate: June 1 2024 $\n.Dt LAMP 1\n.Sh NAME\nx").date == "2024-06-01"


def test_of_two_ways_to_print_a_man_page_takes_that_of_a_terminal():
    assert blocks_of_page(
        ".if n Oil is dear.",
        ".if t Oil is \\(lqdear\\(rq.",
        ".ie n \\{\\",
        "It burns",
        ".  if t badly",
        "well.",
        ".\\}",
        ".el It smokes.",
        ".if !n Nothing.",
        ".if 'a'b' Nothing.",
        ".if \\n(.g Light!",
    ) == [(Kind.TEXT, "Oil is dear. It burns well. Light!")]


def test_a_definition_within_a_condition_swallows_nothing_behind_it():
    # Asciidoctor opens every page so: what is defined ends with ". .".
    opening = (".de URL", "\\\\$2 <\\\\$1>", "..", ".if \\n[.g] \\{\\", ".  mso www.tmac")
    defined = (".  am URL", ".    ad l", ".  .", ".  LINKSTYLE blue R < >", ".\\}")
    assert blocks_of_page(*opening, *defined, "The lamp is lit.") == [
        (Kind.TEXT, "The lamp is lit.")
    ]


def test_strings_and_characters_by_name_are_printed():
    assert blocks_of_page(
        '.ds L" ``',
        ".ds Nm lantern",
        'The \\*(Nm \\*(L"glows\\[u2026]\\[bu]',
        "na\\['i]ve \\*(Tm\\h'3n' now.",
    ) == [(Kind.TEXT, "The lantern ``glows…• naíve ™ now.")]


def test_strings_that_grow_in_each_other_end():
    grow = [f".ds {a} " + rf"\\*{b}" * 300 for a, b in zip("abc", "bcd", strict=True)]
    started = time.process_time()
    text = "".join(t for _, t in blocks_of_page(".ds d oil", *grow, *["\\*a"] * 20_000, "End."))
    assert len(text) < 2_000_000
    assert text.endswith("End.")
    assert time.process_time() - started < 10


def test_items_behind_a_mark_are_items_of_a_list():
    assert blocks_of_page(
        ".IP \\(bu 2", "One wick.", ".sp", ".ie n \\{\\", "\\h'-04'\\(bu\\h'+03'\\c", ".\\}",
        ".el \\{\\", ".IP \\(bu 2.3", ".\\}", "Two wicks.", ".IP 3. 4", "Three.", ".IP --all",
        "Of all.",
    ) == [
        (Kind.LIST_ITEM, "• One wick."),
        (Kind.LIST_ITEM, "• Two wicks."),
        (Kind.LIST_ITEM, "3. Three."),
        (Kind.TEXT, "--all Of all."),
    ]  # fmt: skip


def test_a_table_of_a_man_page_is_a_table():
    rows = ("Oil:Price", "_", "whale:T{", "a lot", "T}")
    assert blocks_of_page(".TS", "tab(:);", "l l.", *rows, ".TE", "So.") == [
        (Kind.TABLE, "Oil    Price\nwhale  a lot"),
        (Kind.TEXT, "So."),
    ]  # fmt: skip


def test_links_of_a_man_page_keep_their_words_or_their_address():
    assert blocks_of_page(
        "See",
        ".UR http://a.example",
        "the lamps",
        ".UE .",
        "At \\c",
        '.URL "http://b.example" "" "."',
    ) == [(Kind.TEXT, "See the lamps <http://a.example>. At http://b.example.")]


def test_macros_of_mdoc_within_a_line_print_their_words():
    page = (
        ".Dd June 1, 2024\n.Dt LAMP 1\n.Sh DESCRIPTION\nGive it as either\n.Sm off\n"
        ".Oo user @ Oc Ar host\n.Sm on\nor a\n.Pq Ev LAMP , No set by Pf non Ns -users .\n"
        "It is\n.Dq bright ,\n.Fl Fl all\n"
        '.Xo\n.Bq Ar oil Ns = Ns Ar n\n.Xc\nof\n.Fn light "int n" m .\n'
    )
    assert blocks_of(read_roff(page))[1:] == [
        (
            Kind.TEXT,
            "Give it as either [user@]host or a (LAMP, set by non-users). It is “bright”, --all "
            "[oil=n] of light(int n, m).",
        )
    ]


@pytest.mark.parametrize(
    "text", ["", ".", "..", ".. ", "====", "a\n=", ".. a::", "::", "x::\n\n y"]
)
def test_scraps_of_markup_are_read(text):
    read_restructured(text)
    read_roff(text)


@pytest.mark.parametrize("text", ["| a | b \n", "x\n\n+--+ \n| a |  "])
def test_no_block_but_code_has_space_at_its_ends(text):
    for block in drafted(f"Ferries\n=======\n\n{text}", "a.rst").blocks:
        assert block.text == block.text.strip()


def test_names_between_bars_are_what_they_stand_for():
    source = (
        "Lock\n====\n\nThe |long\nname| was dug in |year|_ by the |town|. |A gate\nin May|\\ \n\n"
        "A | B | C stay.\n\n.. |long name| replace:: canal of\n   *Norwick*\n"
        ".. |year| replace:: 1790\n"
        ".. |A gate in May| image:: gate.png\n   :alt: A gate\n"
    )
    shown = [block.text for block in read_restructured(source).blocks if block.kind is Kind.TEXT]
    assert shown[0].startswith("The canal of Norwick was dug in 1790 by the |town|.")
    assert "A gate" not in " ".join(shown)
    assert "A | B | C stay." in shown
