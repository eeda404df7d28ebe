"""Sources in AsciiDoc: their marks are no words of the article, and all of its words are there."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarise
from summarise.article import Kind, SpanKind
from summarise.sources.asciidoc import is_asciidoc, read_asciidoc
from summarise.sources.formats import ASCIIDOC, PLAIN, format_of_text

EVERYTHING = """\
// how the ferry came about
= The Night Ferry: A _short_ history
Ada Lindqvist <ada@example.org>; Bo_Erik Holm
v1.2, 2021-03-04: second printing
:toc: left
:harbour: Norrvik
:url-archive: https://archive.example.org/ferry
:long: the keeper of \\
the lock
ifdef::env-github[:outfilesuffix: .adoc]

toc::[]

The ferry left {harbour} *every night* and `came back`
at dawn.{nbsp}It carried {long}. +
Nobody _slept_ on board.

ifdef::env-github[]
This is only for another site.
endif::[]
ifndef::env-github[]
It is read here.
endif::[]
include::missing.adoc[]

[[early]]
== Early years ==

[.lead]
See {url-archive}[the archive^], link:plan.pdf[the plan], mailto:ada@example.org[a letter],
<<early>>, <<late,the end>> and xref:other.adoc#x[another page]; also https://example.org/bare.
The **un**finished h~2~o of __Nor__rvik, a #marked# word, +__plain__+ and
[.line-through]#struck# ones.footnote:[Kept in the *parish*.] Press kbd:[Ctrl+T] and btn:[OK],
then menu:File[Save > As]. "`Quite`" (C) -- said ((she))(((index,entry)))... [[here]]
image:bell.png[A bell] rings at \\*noon* &#167; 5.

.Who sailed
* The captain
** and his mate,
who was young
* [x] The cook
+
He could not swim.
+
----
soup <1>
----
<1> With *leek*.

. First bell
. Second bell

Crew:: Four men.
Cargo::
  Salt and rope.

NOTE: Bring a coat.

[WARNING]
.Mind the step
====
It is wet.
====

.Listing of the crew
[source,ruby]
----
puts "*crew*" // {harbour}
----

 $ literal --line

[quote, Ada Lindqvist, The Log]
____
It was cold.

We went on.
____

[verse, Bo]
Wind and
salt

.Tides
[cols="1,2",options="header"]
|===
|Hour |Height

|Noon |*Two* feet
|Night
|Three \\| four
|===

.The ferry at night
image::ferry.jpg[A dark ferry]

image::https://example.org/lamp.png["The lamp, lit",200]

Late years
~~~~~~~~~~

////
Not a word of this.
////

****
A sidebar says so.
****

++++
<p>Drawn by <b>hand</b>.</p>
++++

'''

```python
print(1)
```
"""


SHOWN = """\
heading 1: The Night Ferry: A short history
text 0: The ferry left Norrvik every night and came back at dawn. It carried the keeper of the lock.
text 0: Nobody slept on board.
text 0: It is read here.
heading 2: Early years
text 0: See the archive, the plan, a letter, Early years, the end and another page; also \
https://example.org/bare. The unfinished h2o of Norrvik, a marked word, __plain__ and struck ones. \
Press Ctrl+T and OK, then File › Save › As. “Quite” © — said she… rings at *noon* § 5.
caption 0 (picture text): A bell
text 0 (footnote): Kept in the parish.
heading 3: Who sailed
list item 1: • The captain
list item 2: • and his mate, who was young
list item 1: • ☑ The cook
list item 1: He could not swim.
code 0: soup <1>
list item 2: 1. With leek.
list item 2: 1. First bell
list item 2: 2. Second bell
heading 3: Crew
text 0: Four men.
heading 3: Cargo
text 0: Salt and rope.
text 0: Bring a coat.
heading 3: Mind the step
text 0: It is wet.
caption 0: Listing of the crew
code 0: puts "*crew*" // {harbour}
code 0: $ literal --line
quotation 1: It was cold.
quotation 1: We went on.
quotation 1: — Ada Lindqvist, The Log
quotation 1: Wind and
quotation 1: salt
quotation 1: — Bo
caption 0: Tides
table 0: Hour   Height
Noon   Two feet
Night  Three | four
caption 0: The ferry at night
caption 0 (picture text): The lamp, lit
heading 3: Late years
text 0: A sidebar says so.
text 0: Drawn by hand.
code 0: print(1)
"""


def lines_of(draft):
    return [
        f"{b.kind.value} {b.level}{f' ({b.aside})' if b.aside else ''}: {b.text}"
        for b in draft.blocks
    ]


def texts(source):
    return [block.text for block in read_asciidoc(source).blocks]


def spans_of(source):
    return [
        (block.text[span.start : span.end], span.kind, span.target)
        for block in read_asciidoc(source).blocks
        for span in block.spans
    ]


def test_a_document_with_everything_is_what_its_page_shows():
    draft = read_asciidoc(EVERYTHING)
    assert "\n".join(lines_of(draft)) + "\n" == SHOWN
    assert draft.title == "The Night Ferry: A short history"
    assert draft.author == "Ada Lindqvist, Bo Erik Holm"
    assert draft.date == "2021-03-04"
    assert (draft.form, draft.clean) == ("AsciiDoc", True)


@pytest.mark.parametrize("name", ["ferry.adoc", "ferry.asciidoc", "ferry.asc"])
def test_files_by_their_names_are_read_so(tmp_path, name):
    path = tmp_path / name
    path.write_text("The ferry left *late*. See https://example.org/log[the log].\n")
    article = summarise.load(path)
    assert article.text == "The ferry left late. See the log."
    assert article.form == "AsciiDoc"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("= The ferry\n:toc:\n\nIt left.\n", True),
        ("= The ferry\nAda Holm\n\nIt left.\n\n== Years\n", True),
        ("= The ferry =\n\nIt left.\n\n== Years ==\n[[lock]]\n", False),  # of a wiki
        ("= The ferry\n\nIt left.\n", False),
        ("Words\n\n== Years\n", False),
    ],
)
def test_a_text_without_a_name_is_taken_for_it_only_if_it_is_sure(text, is_so):
    assert is_asciidoc(text) == is_so
    assert (format_of_text(text, named=False) is ASCIIDOC) == is_so
    assert format_of_text(text, named=True) is PLAIN


def test_a_signed_text_with_the_same_ending_is_a_text():
    draft = read_asciidoc("-----BEGIN PGP SIGNED MESSAGE-----\n\nThe *ferry* left.\n")
    assert draft.form == "text"
    assert "The *ferry* left." in draft.blocks[-1].text


@pytest.mark.parametrize(
    ("header", "title", "author", "date"),
    [
        ("= The ferry\nAda Holm\n2012-02-17\n:x: y\n", "The ferry", "Ada Holm", "2012-02-17"),
        ("= The ferry\nAda Holm\n---\n", "The ferry", "Ada Holm", ""),
        ("The ferry\n=========\nAda Holm <a@b.org>\n", "The ferry", "Ada Holm", ""),
        ("# The ferry\n", "The ferry", "", ""),
        ("// a\n:y: z\n\n[[top]]\n= The ferry\n:author: Ada\n", "The ferry", "Ada", ""),
        (
            "= The ferry\n:page-author: Ada\n:revdate: 4 May 2020\n",
            "The ferry",
            "Ada",
            "2020-05-04",
        ),
        ("= The ferry\n:published_at: 2016-03-01\n", "The ferry", "", "2016-03-01"),
        ("---\ntitle: The ferry\ndate: 2020-05-04\n---\n", "The ferry", "", "2020-05-04"),
        (
            "= The ferry\nAda Holm\nv2, Spring 1999: a remark\n",
            "The ferry",
            "Ada Holm",
            "Spring 1999",
        ),
        ("= The &#27;[31mferry\n", "The [31mferry", "", ""),
    ],
)
def test_the_header_says_title_author_and_date(header, title, author, date):
    draft = read_asciidoc(f"{header}\nIt left at dawn.\n")
    assert (draft.title, draft.author, draft.date) == (title, author, date)
    assert draft.blocks[-1].text == "It left at dawn."


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at dawn and in 1914 it came back.",
        "Ferries left\nat dawn and came back.",
        "It left.",
    ],
)
def test_a_text_right_below_its_title_is_no_author(text):
    draft = read_asciidoc(f"= The ferry\n{text}\n\nMore.\n")
    assert draft.author == ""
    assert draft.blocks[1].text == text.replace("\n", " ")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Use {version} of {name}.", "Use version of name."),
        ("Get `/users/{id}` or /users/{id}.", "Get /users/{id} or /users/{id}."),
        ("See {url-docs}/a/{version}.html[the docs].", "See the docs."),
        (":a: b\n:A-c: {a}d\n\n{a} {A-C} \\{a} `+{a}+`", "b bd {a} {a}"),
        (":a: b\n:a!:\n\nNo {a}{empty}{counter:n}.", "No a."),
        ("A {plus} b{nbsp}{asterisk}c{asterisk} {cpp}", "A + b *c* C++"),
        (
            "C++ and C++ are 2 * 3 * 4, a_b_c and #1, #2.",
            "C++ and C++ are 2 * 3 * 4, a_b_c and #1, #2.",
        ),
        ("`a`s `b`, ``c``d, `*e*`, `__init__` and `x*y*z`.", "as b, cd, e, init and x*y*z."),
        ("*_a_ `b`* and _*c*_ (*d*)", "a b and c (d)"),
        ("The ``old'' way, it`'s 'plain'.", "The “old” way, it’s 'plain'."),
        ("$$*x*$$ pass:[*y*] +++<u>z</u>+++ stem:[x^2]", "*x* *y* z x^2"),
        ("icon:bell[] jira:HHH-12[] javadoc:a.b.C[the class]", "HHH-12 the class"),
        ("Go to xref::a/b.adoc[] and xref:c.adoc#d[D].", "Go to b and D."),
        ("a -> b => c a--b", "a → b ⇒ c a—b"),
        (
            "Note: this, https://a.org/x_y_z (https://b.org/), z.",
            "Note: this, https://a.org/x_y_z (https://b.org/), z.",
        ),
        ("x^2^ and ~/.config and ~5 or ~6", "x2 and ~/.config and ~5 or ~6"),
        ("a (((b))) ((c)) [[d]]e", "a c e"),
        ("&lt;b&gt; &#9731; &#27;[0m", "<b> ☃ [0m"),
    ],
)
def test_marks_in_a_line_are_no_words(source, shown):
    assert texts(source) == [shown]


def test_links_and_emphasis_are_spans():
    assert spans_of(
        ":url: https://a.org\n\nA *b* _c_ `d` [.line-through]#e# {url}/x[f^] link:g.pdf[h] "
        'mailto:i@j.org[k] https://l.org/m. https://n.org["o, p",window=_blank] link:data:q[r]'
    ) == [
        ("b", SpanKind.STRONG, ""),
        ("c", SpanKind.EMPHASIS, ""),
        ("d", SpanKind.CODE, ""),
        ("e", SpanKind.STRUCK, ""),
        ("f", SpanKind.LINK, "https://a.org/x"),
        ("h", SpanKind.LINK, "g.pdf"),
        ("k", SpanKind.LINK, "mailto:i@j.org"),
        ("https://l.org/m", SpanKind.LINK, "https://l.org/m"),
        ("o, p", SpanKind.LINK, "https://n.org"),
    ]


def test_a_listing_says_its_language():
    kinds = ("[source,ruby]\n----\nx\n----\n", "[,ruby]\n----\nx\n----\n", "```ruby\nx\n```\n")
    for source in (*kinds, "[source,ruby]\nx\n"):
        assert spans_of(source) == [("x", SpanKind.LISTING, "ruby")]


def test_lists_have_levels_and_numbers():
    source = """\
. One
+
More of one.

. Two
.. Inner
* Bullet
. Three

[start=7]
. Seven

//-

4. Four

Behind.
"""
    assert lines_of(read_asciidoc(source)) == [
        "list item 1: 1. One",
        "list item 1: More of one.",
        "list item 1: 2. Two",
        "list item 2: 1. Inner",
        "list item 3: • Bullet",
        "list item 1: 3. Three",
        "list item 1: 7. Seven",
        "list item 1: 4. Four",
        "text 0: Behind.",
    ]


def test_a_block_that_an_item_holds_does_not_end_the_list():
    source = "* One\n+\n--\nInner.\n\n* Deeper\n--\n+\n====\nBoxed.\n====\n* Two\n\nOut.\n"
    assert lines_of(read_asciidoc(source)) == [
        "list item 1: • One",
        "list item 1: Inner.",
        "list item 2: • Deeper",
        "list item 1: Boxed.",
        "list item 1: • Two",
        "text 0: Out.",
    ]


def test_a_table_of_prose_is_read_and_one_of_data_is_looked_up():
    prose = "word " * 60 + "end."
    assert lines_of(read_asciidoc(f"|===\n|Name a|{prose}\n\n* item\n|===\n")) == [
        "text 0: Name",
        f"text 0: {prose}",
        "list item 1: • item",
    ]
    assert texts('|===\n| Said\n\n| ["Ada", "Bo"]\n|===\n') == ['Said\n["Ada", "Bo"]']
    assert texts("|===\n| The ferry left at *dawn*.\n\nIt did.\n|===\n") == [
        "The ferry left at dawn.",
        "It did.",
    ]
    data = "[cols=2*]\n|===\n2+|Both\n|a|b\n3*|x\n|y\n|===\n"
    assert lines_of(read_asciidoc(data)) == ["table 0: Both\na     b\nx     x\nx     y"]
    assert texts(',===\na,"b, c"\nd,e\n,===\n') == ["a  b, c\nd  e"]


def test_a_paragraph_may_be_a_quotation():
    for source in (
        '"It was cold.\nWe went on."\n-- Ada, The Log\n',
        "[quote,Ada,The Log]\nIt was cold.\nWe went on.\n",
    ):
        assert lines_of(read_asciidoc(source)) == [
            "quotation 1: It was cold. We went on.",
            "quotation 1: — Ada, The Log",
        ]
    assert lines_of(read_asciidoc("> It was cold.\n> We went on.\n")) == [
        "quotation 1: It was cold. We went on."
    ]


def test_a_caption_that_nothing_follows_is_kept():
    source = "====\nA.\n\n.NET came.\n====\n\n.Lost\n\n== B\n\n.End\n"
    assert texts(source) == ["A.", "NET came.", "Lost", "B", "End"]


def test_what_is_only_for_another_page_is_left_out():
    source = """\
ifdef::env-github[]
Only there.
ifdef::x[]
Nor this.
endif::[]
endif::env-github[]
ifdef::show-answers[]
An answer.
endif::[]
ifndef::env-github[Seen.]
ifeval::["{x}" == "y"]
Perhaps.
endif::[]
include::rest.adoc[]

----
\\include::kept.adoc[]
----
"""
    assert " ".join(texts(source)) == "An answer. Seen. Perhaps. include::kept.adoc[]"


@pytest.mark.parametrize(
    "opening", ["////", "++++", "====", "____", "--", "|===", "----", "[verse]\n--"]
)
def test_what_nothing_ends_loses_no_words(opening):
    said = " ".join(texts(f"First.\n\n{opening}\nThe ferry left.\n\nIt came back.\n"))
    assert "The ferry left." in said
    assert "It came back." in said


@given(
    st.lists(
        st.sampled_from(
            [
                *"*_`#+^~[]<>(){}|:.,-='\"/\\ \n",
                "\n\n",
                "**",
                "--",
                "link:",
                "a::",
                "https://x.org",
                "|===\n",
                "====\n",
                "* ",
                ". ",
                "WORD",
            ]
        ),
        max_size=60,
    )
)
def test_nothing_makes_it_fail_and_spans_lie_in_their_texts(pieces):
    for block in read_asciidoc("".join(pieces)).blocks:
        assert block.text == block.text.strip() or block.kind is Kind.CODE
        assert all(0 <= span.start < span.end <= len(block.text) for span in block.spans)


_WORD = st.text("abcdefgh", min_size=3, max_size=8)
_WRAPPED = [
    "{}",
    "*{}*",
    "_{}_",
    "`{}`",
    "#{}#",
    "**{}**",
    "*_{}_*",
    '"`{}`"',
    "https://x.org[{}]",
    "link:y[{}]",
    "xref:z[{}]",
    "<<z,{}>>",
    "footnote:[{}]",
    "kbd:[{}]",
    "+{}+",
    "(({}))",
    "image:p.png[{}]",
    "{},",
]
_PLACED = [
    "{}",
    "* {}",
    "** {}",
    ". {}",
    "{}:: x",
    "x:: {}",
    "NOTE: {}",
    "== {}",
    ".{}\n----\ny\n----",
    "----\n{}\n----",
    "====\n{}\n====",
    "[quote]\n____\n{}\n____",
    "|===\n|{} |z\n|===",
    "* a\n+\n{}",
    " {}",
    "[verse]\n{}",
    "image::a.png[{}]",
]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(_PLACED),
            st.lists(st.tuples(st.sampled_from(_WRAPPED), _WORD), min_size=1, max_size=4),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_every_word_is_kept_and_no_mark_is(paragraphs):
    words = []
    said = []
    for placed, inside in paragraphs:
        plain = placed.startswith(("image", " ", "--"))  # where marks mean nothing
        words += [word for _, word in inside]
        marked = (word if plain else wrapped.format(word) for wrapped, word in inside)
        said.append(placed.format(" ".join(marked)))
    blocks = read_asciidoc("\n\n".join(said)).blocks
    kept = " ".join(block.text for block in blocks).split()
    kept = [piece.strip("“”,•:;.") for piece in kept]
    assert not Counter(words) - Counter(kept)
    for block in blocks:
        if block.kind not in (Kind.CODE, Kind.TABLE):
            assert not re.search(r"[*_`#+\[\]|]", block.text)


HOSTILE = {
    "lines": "a line\n",
    "paragraphs": "It froze.\n\n",
    "stars": "*",
    "open emphasis": "*a _b `c #d ",
    "open doubles": "**a __b ``c ##d ",
    "brackets": "[",
    "anchors": "[[",
    "references": "<<a ((b (((c ",
    "links": "link:a[ b xref:",
    "addresses": "https://a.b[x",
    "macros": "ab:c[d ab:",
    "notes": "footnote:[a ",
    "quotes": "\"`a '`b ``c'd ",
    "literals": " +a ++b +++c",
    "attributes": "{a}{b",
    "boxes": "====\n=====\n",
    "fences": "----\na\n",
    "comments": "////\n/////\n//////\n",
    "items": "* a\n+\n",
    "terms": "a:: b:: ",
    "cells": "|a\n",
    "above": "[a]\n",
    "directives": "ifdef::a[]\n",
    "two lines": "aaaa\n~~~~\n",
    "attributed": '"a\n-- b\n\n',
    "characters": "&#27;",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_not_with_its_square(name):
    def seconds(size):
        source = HOSTILE[name] * (size // len(HOSTILE[name]))
        before = time.process_time()
        read_asciidoc(source)
        return time.process_time() - before

    small = max(min(seconds(20_000), seconds(20_000)), 0.02)
    large = min(seconds(160_000), seconds(160_000))  # a busy machine makes one of them slow
    assert large < 25 * small  # eight times as much: the square would be sixty-four


def test_deep_nesting_and_attributes_of_attributes_end():
    stars = "\n".join(f"{'*' * depth} x" for depth in (1, 5, 9, 10, 50_000))
    assert len(read_asciidoc(stars).blocks) >= 3
    boxes = "\n".join("=" * (4 + depth) for depth in range(2_000)) + "\n\nDeep inside.\n"
    assert texts(boxes) == ["Deep inside."]
    bomb = "".join(f":a{n}: {{a{n - 1}}}{{a{n - 1}}}\n" for n in range(1, 60))
    assert len(" ".join(texts(f":a0: lol\n{bomb}\n" + "{a59}" * 10_000))) < 3_000_000
