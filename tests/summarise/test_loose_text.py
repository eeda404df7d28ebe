"""Text of a page that stands in no element of its own keeps its sentences whole."""

from __future__ import annotations

import pytest
from lxml import html

from summarise.sources.html.loose import with_paragraphs
from tests.summarise.document_files import drafted

SAID = (
    "The harbour froze in the first week of January, and the {0} could not leave it until "
    "the {0} had been mended; nobody on the quay was told the {0} of it, or how long it would take."
)


@pytest.mark.parametrize("tag", ["tt", "b", "a href='x'", "code", "em"])
@pytest.mark.parametrize("around", ["{}", "<div>{}</div>", "<div><center>{}</center></div>"])
def test_sentences_with_elements_in_them_are_whole(tag: str, around: str):
    said = SAID.format(f"<{tag}>ferry</{tag.split()[0]}>")
    page = around.format(f"{said}<p>{said}<p>{said}<br><br>{said}")
    draft = drafted(f"<html><body><h1>The ice</h1>{page}</body></html>", "a.html")
    texts = [block.text for block in draft.blocks if "harbour" in block.text]
    assert texts
    assert set(texts) == {SAID.format("ferry")}


@pytest.mark.parametrize(
    "inner",
    [
        "<a href=x>Home</a> | <a href=y>News</a><p>So it was.",  # a bar of links
        "Tags: <a href=x>ice</a>, <a href=y>ferry</a><p>So it was.",
        "The harbour froze in the first week of January, and nobody left.<p>So it was.",
        "<p>The harbour <b>froze</b>.</p><p>So it was.</p>",
    ],
)
def test_what_is_no_loose_prose_stays_as_it_is(inner: str):
    tree = html.document_fromstring(f"<div>{inner}</div>")
    before = html.tostring(tree)
    with_paragraphs(tree)
    assert html.tostring(tree) == before


def test_an_element_around_several_paragraphs_breaks_no_sentence():
    said = SAID.format("<i>ferry</i>")
    page = (
        f"<p>{said}<br><b>{said}<br><br>{said} On <a href=x>Monday</a> it thawed.</b><br><br>{said}"
    )
    tree = html.fromstring(f"<div><div>{page}</div></div>")
    with_paragraphs(tree)
    assert tree.find(".//b") is None


def test_loose_text_of_an_item_keeps_the_spaces_around_its_elements():
    said, then = SAID.format("<code>ferry</code>"), SAID.format("tug")
    steps = "".join(f"<li><b>Step {n}</b><br>\n\n{said}<p>{then}</p></li>" for n in range(3))
    draft = drafted(f"<html><body><h1>The ice</h1><ul>{steps}</ul></body></html>", "a.html")
    shown = " ".join(block.text for block in draft.blocks)
    assert shown.count(SAID.format("ferry")) == 3
