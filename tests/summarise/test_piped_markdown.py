"""A text without a file name, as from a pipe: whether it is Markdown shows in its headings."""

from __future__ import annotations

import pytest

from summarise import Kind
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
    "text",
    [
        BODY,
        f"#hashtag and more\n\n{BODY}",
        f"{BODY}\n# 1 of the list goes on here\nwithout a blank line.\n\n{BODY}",
        f"{BODY}\n# a single remark\n\n{BODY}",
    ],
    ids=["plain", "hashtag", "no blank line", "one remark"],
)
def test_anything_else_is_plain_text(text):
    article = read_bytes(text.encode(), "-")
    assert article.text.count("#") == text.count("#")


def test_a_file_named_as_text_is_plain_text_whatever_it_holds():
    assert "#" in read_bytes(f"# The title\n\n{BODY}".encode(), "notes.txt").text
