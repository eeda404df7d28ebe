"""What is too long is cut and says so; nothing takes more memory or time than is promised."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

import summarise
from summarise import limits
from summarise.article import Kind
from summarise.draft import Block, Draft
from summarise.notices import notices_of
from summarise.parsing import parse_draft
from summarise.sources.stopping import UnwantedError, stopping_when
from tests.summarise.articles import read_bytes

ROOT = Path(__file__).parents[2]
#: Of address space, which is more than the memory in use, by about 150 MB of libraries.
PROMISED_BYTES = 1_200 * 1024 * 1024
PROMISED_SECONDS = 30


def assert_offsets(article):
    for sentence in article.sentences:
        assert article.text[sentence.start : sentence.end] == sentence.text
    for paragraph in article.paragraphs:
        assert 0 <= paragraph.start <= paragraph.end <= len(article.text)


@pytest.fixture
def small(monkeypatch):
    """Limits that a test can reach."""
    monkeypatch.setattr("summarise.parsing.MOST_SENTENCES", 10)
    monkeypatch.setattr("summarise.parsing.MOST_WORDS", 60)
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 4_000)
    monkeypatch.setattr(limits, "MOST_LINES", 200)
    monkeypatch.setattr(limits, "MOST_MARKS", 100)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("It froze again. " * 40, 24),  # sentences
        ("\n\n".join(["It froze again."] * 40), 25),
        ("and the harbour froze, " * 40, 36),  # words, of a single sentence
        ("ice\n" * 400, 2),  # lines, and then sentences
        ("x" * 8_000, 50),  # characters
    ],
)
def test_of_what_is_too_long_the_beginning_is_read_and_it_is_said(text, percent):
    article = summarise.parse(text)
    assert_offsets(article)
    assert article.text == text[: len(article.text)].rstrip() or percent == 2
    assert len(article.sentences) <= 10
    assert sum(s.words for s in article.sentences) <= 60
    assert notices_of(article)[0] == (
        f"too long to be read as a whole: this is the first {percent} %, the rest is left out"
    )
    summary = summarise.rank(article).select("100%")
    assert json.loads(summarise.export(summary, "json"))["notices"] == list(notices_of(article))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<html><body>" + "<p>The harbour froze in January.</p>" * 200),
        ("a.md", "# Ice\n\n" + "- It [froze](x) again.\n" * 300),
    ],
)
def test_of_very_many_marks_the_first_are_read_and_it_is_said(name, text):
    article = read_bytes(text.encode(), name)
    assert_offsets(article)
    assert article.share < 0.5
    assert "too long" in notices_of(article)[0]


@pytest.mark.usefixtures("small")
def test_what_is_within_the_limits_is_whole():
    article = summarise.parse("It froze again. " * 10)
    assert len(article.sentences) == 10
    assert article.share == 1
    assert not any("too long" in notice for notice in notices_of(article))


@pytest.mark.usefixtures("small")
def test_a_heading_behind_the_limit_is_left_out_with_what_it_stands_above():
    blocks = [*[Block("It froze again.")] * 12, Block("The end", Kind.HEADING, 1)]
    article = parse_draft(Draft(blocks, clean=True))
    assert all(paragraph.kind is Kind.TEXT for paragraph in article.paragraphs)


def test_reading_and_ranking_end_when_nobody_waits_for_them():
    with stopping_when(lambda: True), pytest.raises(UnwantedError):
        summarise.parse("It froze again. And it thawed.")
    article = summarise.parse("It froze again. And it thawed.")
    for method in ("salience", "pacsum"):
        with stopping_when(lambda: True), pytest.raises(UnwantedError):
            summarise.rank(article, method)


HOSTILE = {
    "short-lines.txt": lambda: "a\n" * 3_200_000,
    "one-word-sentences.txt": lambda: "Ice. Ferry. Pier. Town. " * 350_000,
    "words-of-their-own.txt": lambda: " ".join(
        f"w{i:x}{'.' if i % 10 == 9 else ''}" for i in range(1_700_000)
    ),
    "one-line.txt": lambda: "harbour " * 6_000_000,
    "prose.txt": lambda: "\n\n".join(
        f"Harbour {i} froze in January, and ferry {i % 977} stayed there. Nobody left town {i}."
        for i in range(600_000)
    ),
    "tables.html": lambda: "<html><body>" + "<table><tr><td>a b</td></tr></table>" * 330_000,
    "breaks.html": lambda: "<html><body><p>" + "a<br>" * 2_400_000,
    "nested.html": lambda: "<div>" * 100_000 + "It froze again." + "</div>" * 100_000,
    "items.md": lambda: "- a\n" * 3_000_000,
    "brackets.md": lambda: "[[a " * 3_000_000,
    "items.adoc": lambda: "* a\n" * 3_000_000,
    "dashes.adoc": lambda: "a--b... " * 1_500_000,
    "terms.adoc": lambda: "a:: b\n\n" * 1_500_000,
    "cells.adoc": lambda: "|===\n" + "|a" * 6_000_000,
}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are those of Linux")
@pytest.mark.parametrize("name", HOSTILE)
def test_anything_is_printed_within_the_memory_and_time_that_are_promised(name, tmp_path):
    import resource

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (PROMISED_BYTES, PROMISED_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (PROMISED_SECONDS, PROMISED_SECONDS))

    file = tmp_path / name
    file.write_text(HOSTILE[name](), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--print", file],
        preexec_fn=limit,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode in (0, 1), done.stderr  # 1 where there is no sentence to choose from
    assert all(line.startswith("summarise: ") for line in done.stderr.splitlines())
    assert "fault" not in done.stderr
    if name != "nested.html":
        assert "too long to be read as a whole" in done.stderr


GROWING = {
    "wide row.html": ("<table><tr>", "<td>a</td>"),
    "figures.html": ("", "<figure><figcaption>A cap ends.</figcaption></figure>"),
    "tables.html": ("", "<table><tr><td>a b</td></tr></table>"),
    "divisions.html": ("", "<div>The harbour froze in January, said the captain of it.</div>"),
    "spans.html": ("<p>", "<span>a b c</span> "),
    "formulas.html": ("<p>", "<math><mi>x</mi></math>"),
    "readings.html": ("<p>", "<ruby>a<rt>b</rt></ruby>"),
    "links in links.html": ("<p>A.</p>", "<svg><a>"),
    "comments.md": ("", "a <!-- "),
    "notes of code.md": ("", "a {/* "),
    "liquid.md": ("", "{% highlight x %} a "),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_the_text_and_not_with_its_square(name):
    begin, piece = GROWING[name]

    def seconds(size):
        data = (begin + piece * (size // len(piece))).encode()
        before = time.process_time()
        with suppress(summarise.SourceError):  # nothing in it can be shown
            read_bytes(data, name)
        return time.process_time() - before

    seconds(20_000)
    small = max(min(seconds(100_000), seconds(100_000)), 0.02)
    large = min(seconds(400_000), seconds(400_000))  # a busy machine makes one of them slow
    assert large < 9 * small  # four times as much: the square would be sixteen
