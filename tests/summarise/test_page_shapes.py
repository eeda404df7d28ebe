"""Pages of many shapes: all of the article is there to be picked, and nothing else."""

from __future__ import annotations

import re

import pytest

from summarise.parsing import parse_draft
from summarise.sources.html.reader import read_html
from tests.summarise.page_shapes import Shape, shapes


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


@pytest.mark.parametrize("shape", list(shapes()), ids=lambda shape: shape.name)
def test_a_page_gives_its_article_and_its_title(shape: Shape):
    article = parse_draft(read_html(shape.page.encode()))
    said = letters(" ".join(article.sentences[i].text for i in article.candidates))
    assert [text for text in shape.kept if letters(text) not in said] == []
    assert [text for text in shape.junk if letters(text) in said] == []
    assert article.title == shape.title
