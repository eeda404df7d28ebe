"""Why each paragraph is in or out, as data and as lines that can be pasted."""

from __future__ import annotations

from importlib.resources import files

import summarise
from summarise.parsing.explaining import explain_page, explanation_lines

SAMPLE = files("seeds").joinpath("russia-and-belarus.txt").read_text(encoding="utf-8")


def test_each_paragraph_has_its_reason_and_what_spoke_for_it():
    article = summarise.parse(SAMPLE)
    told = explain_page(article)
    assert [t.index for t in told] == list(range(len(article.paragraphs)))
    assert [t.kept for t in told] == [p.boilerplate is None for p in article.paragraphs]
    assert told[7].reason == "promotion"
    assert told[7].evidence[0] == "promotion cue “opens registrations”"
    assert told[7].evidence[-1].startswith("chance inside 0.")
    assert told[3].reason == "article"


def test_headings_and_code_are_out_for_what_they_are():
    article = summarise.parse("A head\n======\n\nSome text of a few words.\n\n```\nx = 1\n```\n")
    assert [(t.kept, t.reason.split(",")[0]) for t in explain_page(article)] == [
        (False, "heading"),
        (True, "article"),
        (False, "code"),
    ]


def test_what_the_reader_says_is_told():
    article = summarise.parse(SAMPLE).restore(7).drop(3)
    told = explain_page(article)
    assert told[7].kept
    assert told[3].reason == "dropped by you"


def test_a_line_a_paragraph_and_nothing_that_a_terminal_obeys():
    article = summarise.parse("One\x1b[31m line\x07\n\n" + SAMPLE)
    lines = list(explanation_lines(article))
    assert len(lines) == 2 + len(article.paragraphs)
    assert all(line.isprintable() for line in lines)
    assert lines[1].startswith("title: ")


def test_an_empty_text():
    assert explain_page(summarise.parse("")) == ()


def test_the_first_words_of_a_paragraph_are_whole():
    told = "The ferry stayed in the port of Varnholm until the ice of January was gone at last."
    long = f"{'x' * 90} and so on."
    first, second = (p.opening for p in explain_page(summarise.parse(f"{told}\n\n{long}")))
    assert first == "The ferry stayed in the port of Varnholm until the ice of January …"
    assert second == "x" * 69 + "…", "there is nothing to cut at"
