"""A text without a file name, as from a pipe: what it holds shows whether it is Markdown."""

from __future__ import annotations

import time

import pytest

from summarise import Kind
from summarise.sources import formats
from tests.summarise.articles import read_bytes

BODY = "A sentence of the article stands here, and it is long enough.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"# The title\n\n{BODY}",
        f"\n\n## A title\n\n{BODY}",
        f"{BODY}\n## One part\n\n{BODY}\n## Another part\n\n{BODY}",
    ],
    ids=["title", "blank lines before", "parts"],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_headings_make_it_markdown(text, line_end):
    article = read_bytes(text.replace("\n", line_end).encode(), "-")
    assert any(paragraph.kind is Kind.HEADING for paragraph in article.paragraphs)
    assert "#" not in article.text


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: Ferry\nlayout: post\n---\n",
        "---\ndate: 2024-05-01\ntags:\n- ice\n\nauthor:\n  name: Ada\n---\n",
        '+++\ntitle = "Ferry"\ntags = [\n  "ice"\n]\n+++\n',
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_fields_above_it_make_it_markdown(head, line_end):
    article = read_bytes(f"{head}\nIt **froze**. {BODY}".replace("\n", line_end).encode(), "-")
    assert article.text == f"It froze. {BODY}".rstrip()


def test_links_make_it_markdown():
    links = "It [froze](https://a.example/ice) again. [They left](https://a.example/left).\n"
    assert "](" not in read_bytes(f"{links}\n{BODY}".encode(), "-").text
    one = links.replace("](https://a.example/left)", "]")
    assert "](" in read_bytes(f"{one}\n{BODY}".encode(), "-").text


@pytest.mark.parametrize("size", [20_000, 40_000])
def test_beginnings_of_fields_are_looked_through_once(size):
    for unit in ("---\n", "a: b\n", "title: \n- \n", "+++\ntitle=a\n"):
        text = "---\n" + unit * (size // len(unit))
        begin = time.process_time()
        formats.MARKDOWN.looks(text)
        assert time.process_time() - begin < 0.5


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"---\n\n{BODY}\n---\n\n{BODY}",
        f"---\nNote: {BODY}\n---\n\n{BODY}",
        f"#hashtag and more\n\n{BODY}",
        f"{BODY}\n# 1 of the list goes on here\nwithout a blank line.\n\n{BODY}",
        f"{BODY}\n# a single remark\n\n{BODY}",
    ],
    ids=["plain", "rules", "a note between rules", "hashtag", "no blank line", "one remark"],
)
def test_anything_else_is_plain_text(text):
    article = read_bytes(text.encode(), "-")
    assert article.text.count("#") == text.count("#")


def test_a_file_named_as_text_is_plain_text_whatever_it_holds():
    assert "#" in read_bytes(f"# The title\n\n{BODY}".encode(), "notes.txt").text
