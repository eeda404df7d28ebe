"""Tables of contents that nothing marks as such stand aside, and nothing else does."""

from __future__ import annotations

import pytest

from summarise import parse
from summarise.article import Kind
from summarise.draft import Aside, Block
from summarise.sources.contents import with_contents_aside


def asides(*texts: str, kind: Kind = Kind.TEXT) -> list[str]:
    """The texts of the blocks that are set aside."""
    blocks = with_contents_aside([Block(text, kind) for text in texts])
    assert [block.text for block in blocks] == list(texts)
    return [block.text for block in blocks if block.aside == Aside.CONTENTS]


def test_lines_by_their_pages_are_contents_up_to_the_first_part():
    listed = (
        "Preface ix",
        "Part one",
        "1 Gates 3",
        "2 Ice ....... 3",
        "Who pays? 12",
        "Annex 12-4",
    )
    assert asides("A book", "Table of Contents", *listed, "1 Gates", "They leak.") == list(listed)


def test_what_looked_like_headings_is_none():
    blocks = [Block(t, Kind.HEADING, 2) for t in ("Inhalt", "Tore 1", "Eis 4", "Geld 9")]
    found = with_contents_aside([*blocks, Block("Es taut.")])
    assert [b.kind for b in found] == [Kind.HEADING, *[Kind.TEXT] * 4]


@pytest.mark.parametrize(
    "texts",
    [
        ("Contents", "Gates 3", "Ice 4", "The story begins."),  # too few
        ("Contents", "Gates 30", "Ice 4", "Oil 2", "Snow 1"),  # not by page
        ("Contents", "It froze in 1850.", "It froze in 1860.", "It froze in 1870."),
        ("Chapter", "Gates 3", "Ice 4", "Oil 5", "Snow 6"),
        ("The contents of the box", "Gates 3", "Ice 4", "Oil 5", "Snow 6"),
    ],
)
def test_what_is_no_table_of_contents(texts: tuple[str, ...]):
    assert asides(*texts) == []


NUMBERED = """\
                    Questions and answers about the ferry

Table of Contents:

1.0	The ferry
1.1	What is it?
1.2	Where do I get a ticket?  1.3 Who sells them?
2.	The ice
2.1	Why can the ferry not do without an icebreaker when the ice is no
	thicker than a hand?
      - in the bay
      - at the pier
      - under the bridge
2.10	Who pays?

1.0	The ferry

The ferry is a boat of forty metres that takes cars and people across the bay.

1.1	What is it?

It was built in 1962, and it has been repaired so often that little of it is old.
"""


def test_a_text_without_pages_has_contents_by_their_numbers():
    article = parse(NUMBERED)
    assert article.title == "Questions and answers about the ferry"
    aside = [p for p in article.paragraphs if p.boilerplate == Aside.CONTENTS]
    assert len(aside) == 10
    assert article.form == "text"
    told = {article.sentences[i].text for i in article.candidates}
    assert not any("ticket" in text or "thicker" in text or "pays" in text for text in told)
    assert any(text.startswith("The ferry is a boat") for text in told)


@pytest.mark.parametrize(
    "listed",
    [
        ("1. Eggs", "2. Milk", "3. Flour", "4. Butter"),  # too few
        ("1. Eggs", "3. Milk", "2. Flour", "5. Butter", "4. Salt", "6. Oil"),  # not in order
        ("Eggs", "Milk", "Flour", "Butter", "Salt", "Oil"),
    ],
)
def test_a_list_is_no_table_by_its_numbers(listed: tuple[str, ...]):
    assert asides("Contents", *listed) == []
