"""Org mode is read as the page that it makes: its marks are no words of the article."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarise
from summarise.article import Kind, SpanKind
from summarise.draft import Aside
from summarise.sources.org import is_org, read_org

PAGE = """# -*- mode: org -*-
#+TITLE: The /old/ canal
#+TITLE: of Norwick
#+AUTHOR: Jane Miller
#+DATE: <2014-05-02 Fri>
#+LANGUAGE: en
#+OPTIONS: toc:nil num:nil

The canal of *Norwick* was dug in [[https://norwick.example/1790][seven summers]], as =lock.c= and
~open()~ say.[fn:1] Nobody +paid+ for it; see https://norwick.example/bill.

* DONE [#A] What it cost                                          :money:
  SCHEDULED: <2014-04-01 Tue>
  :PROPERTIES:
  :CUSTOM_ID: cost
  :END:
  :LOGBOOK:
  CLOCK: [2014-04-01 Tue 10:00]--[2014-04-01 Tue 11:00] =>  1:00
  :END:
A gate weighed nine tons on <2014-03-18 Tue>.[fn:: So the book of the lock says.]
- [X] Steel for the wheel
  and for the rail
- [ ] Oil
  1. more than
  2. was thought
- Keeper :: who opens the gates

#+CAPTION: Openings of the lock
| Year | Openings |
|------+----------|
| 2014 |      212 |
#+TBLFM: $2=@2

** COMMENT Left to do
   Ask the queen.

** The gates
#+BEGIN_QUOTE
We measured every tooth by hand.
#+END_QUOTE
#+begin_src python :results output
  ,* not a heading
  open_gate(9)
#+end_src
#+RESULTS:
: nine gates

#+CAPTION: The lock in May.
[[file:lock.png]]

#+BEGIN_EXPORT html
<script>alert(1)</script>
#+END_EXPORT
[fn:1] The gates were made
of oak.
"""


def test_a_file_of_org_mode_is_the_page_it_makes():
    draft = read_org(PAGE)
    assert (draft.title, draft.author, draft.date, draft.language) == (
        "The old canal of Norwick",
        "Jane Miller",
        "2014-05-02",
        "en",
    )
    shown = [(block.kind, block.level, block.text) for block in draft.blocks if not block.aside]
    assert shown == [
        (
            Kind.TEXT,
            0,
            "The canal of Norwick was dug in seven summers, as lock.c and open() say. Nobody paid "
            "for it; see https://norwick.example/bill.",
        ),
        (Kind.HEADING, 1, "What it cost"),
        (Kind.TEXT, 0, "A gate weighed nine tons on 2014-03-18 Tue."),
        (Kind.LIST_ITEM, 1, "• ☑ Steel for the wheel and for the rail"),
        (Kind.LIST_ITEM, 1, "• ☐ Oil"),
        (Kind.LIST_ITEM, 2, "1. more than"),
        (Kind.LIST_ITEM, 2, "2. was thought"),
        (Kind.LIST_ITEM, 1, "• Keeper: who opens the gates"),
        (Kind.CAPTION, 0, "Openings of the lock"),
        (Kind.TABLE, 0, "Year  Openings\n2014  212"),
        (Kind.HEADING, 2, "The gates"),
        (Kind.QUOTATION, 0, "We measured every tooth by hand."),
        (Kind.CODE, 0, "* not a heading\nopen_gate(9)"),
        (Kind.CODE, 0, "nine gates"),
        (Kind.CAPTION, 0, "The lock in May."),
    ]
    assert [block.text for block in draft.blocks if block.aside is Aside.FOOTNOTE] == [
        "So the book of the lock says.",
        "The gates were made of oak.",
    ]


def test_what_is_set_apart_in_a_line_is_known():
    first = read_org(PAGE).blocks[0]
    said = {(span.kind, first.text[span.start : span.end]) for span in first.spans}
    assert {
        (SpanKind.STRONG, "Norwick"),
        (SpanKind.LINK, "seven summers"),
        (SpanKind.CODE, "lock.c"),
        (SpanKind.CODE, "open()"),
        (SpanKind.STRUCK, "paid"),
        (SpanKind.LINK, "https://norwick.example/bill"),
    } <= said


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("The file /usr/bin/env and snake_case_name stay.", None),
        ("2 * 3 * 4 and a/b/c and C++ stay.", None),
        ("#hashtag is a word.", None),
        ("He wrote <b>bold</b> & left.", None),
        ("A /slanted *bold* word/ here.", "A slanted bold word here."),
        ("Bold *over\ntwo lines* here.", "Bold over two lines here."),
        ("See [[#cost]], [[*The gates]] and [[file:notes.txt]].", None),
        ("Water is H_{2}O, ten \\times more.", "Water is H2O, ten × more."),
        ("The 1^{st} of N_{errors} is x^{2}.", "The 1st of N_errors is x^2."),
        ("It is $\\sum_{t=0}^{h} r_t$ or \\(x^{-2}\\).", "It is ∑_(t=0)^h r_t or x^(-2)."),
        ("It costs $5 or $6, $7-$8.", None),
        ("See [[*The\ngates]] and =M-x\nlist=.", "See The gates and M-x list."),
        (
            "A {{{dfn(long\nterm)}}} and @@texinfo:@dfn{@@mark@@texinfo:}@@.",
            "A long term and mark.",
        ),
        ("Press {{{kbd(C-c C-o)}}} there.", "Press C-c C-o there."),
        ("Ask &#27; and &#x1b;[2J.", None),
    ],
)
def test_marks_inside_a_line(source: str, shown: str | None):
    (block,) = read_org(source).blocks
    plain = shown or re.sub(r"\[\[(?:[#*]|file:)?([^\]]*)\]\]", r"\1", source)
    assert block.text == plain


def test_a_list_may_hold_code_and_goes_on_with_its_number():
    source = "1. Open\n   #+begin_src sh\n   open\n   #+end_src\n2. Close\n\nOr:\n- one\n\n- two\n"
    shown = [block.text for block in read_org(source).blocks]
    assert shown == ["1. Open", "open", "2. Close", "Or:", "• one", "• two"]


def test_the_only_heading_above_all_is_the_title():
    assert read_org("* The lock\nIt is old.\n** A gate\nIt is new.").title == "The lock"
    assert read_org("* The lock\nIt is old.\n* A gate\nIt is new.").title == ""


def test_files_and_pasted_text_are_known(tmp_path: Path):
    path = tmp_path / "lock.org"
    path.write_text(PAGE, encoding="utf-8")
    assert summarise.load(path).form == "Org"
    assert is_org(PAGE)
    assert is_org("\n#+title: x\n")
    assert not is_org("# A heading\n\nWords.\n")
    assert not is_org("#+1 for this\n")
    assert not is_org("Words.\n\n#+TITLE: x\n")


LINES = (
    "* One", "** Two", "- item", "  - inner", "1. first", "word *bold* word", "", "| a | b |",
    ": fixed", ":DRAWER:", ":END:", "#+begin_quote", "#+end_quote", "[fn:1] noted", "/x/ y",
)  # fmt: skip
REPEATED = (
    "#+begin_quote\n", "* ", "[[", "*a ", "/a ", "=a ", "[fn:", "- a\n", ":x:\n", "{{{a(", "| a ",
    "<2014-", "[fn:1] a\n", "#+begin_src\n#+end_src\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES)))
def test_no_word_of_the_author_is_lost(lines: list[str]):
    kept = " ".join(block.text for block in read_org("\n".join(lines)).blocks)
    for word in ("One", "Two", "item", "inner", "first", "bold", "fixed", "noted"):
        assert kept.count(word) == sum(line.count(word) for line in lines)


@pytest.mark.parametrize("piece", REPEATED)
def test_the_work_grows_with_the_text_and_no_faster(piece: str):
    def taken(times: int) -> float:
        text = piece * times
        start = time.process_time()
        read_org(text)
        return time.process_time() - start

    few, many = (min(taken(times) for _ in range(2)) for times in (4_000, 16_000))
    assert many < 12 * max(few, 0.05)


def test_lists_far_inside_one_another_keep_their_words():
    draft = read_org("\n".join(f"{' ' * n}- word{n}" for n in range(300)))
    kept = " ".join(block.text for block in draft.blocks)
    assert all(f"word{n}" in kept for n in range(300))


def test_blocks_far_inside_one_another_keep_their_words():
    depth = 30
    opened = "".join(f"#+begin_box{n}\nword{n}\n" for n in range(depth))
    closed = "".join(f"#+end_box{n}\n" for n in reversed(range(depth)))
    kept = " ".join(block.text for block in read_org(opened + closed).blocks)
    assert all(f"word{n}" in kept.split() for n in range(depth))


def test_formulas_on_lines_of_their_own_are_read():
    source = (
        "It is\n\n\\begin{equation}\nx^2 = \\alpha\n\\end{equation}\n\n\\[ y = 1 \\]\nand $$ z.\n"
    )
    shown = [(block.kind, block.text) for block in read_org(source).blocks]
    assert [kind for kind, _ in shown] == [Kind.TEXT, Kind.CODE, Kind.CODE, Kind.TEXT]
    assert "α" in shown[1][1]
    assert shown[2][1] == "y = 1"


def test_what_is_for_one_kind_of_page_is_not_shown():
    source = "One.\n#+BEGIN_HTML\n<video src='x'></video>\n#+END_HTML\nTwo."
    assert [block.text for block in read_org(source).blocks] == ["One.", "Two."]


def test_a_file_of_properties_and_headings_is_known_without_a_name():
    assert is_org(":PROPERTIES:\n:ID: 12-ab\n:END:\n#+title: x\n")
    assert not is_org(":PROPERTIES: are words.\n")
