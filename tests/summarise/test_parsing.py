"""Draft → Article: what comes together there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarise
from summarise.article import Kind
from summarise.draft import Block, Draft
from summarise.notices import notices_of
from summarise.parsing import parse_draft

GERMAN = (
    "Die Fischer gingen über das Eis zur Insel und kamen mit Geschichten zurück. Der Rat der Stadt "
    "hat zweimal getagt, weil die Fähre im Dezember beschädigt worden war und im Hafen bleiben "
    "sollte, bis das Eis geschmolzen ist."
)
INVENTED = "Xyzzy plugh frotz ozmoo blorb gnusto rezrov. " * 8


@given(st.text(max_size=400))
def test_offsets_are_exact_for_any_text(text: str):
    article = summarise.parse(text)
    for sentence in article.sentences:
        assert article.text[sentence.start : sentence.end] == sentence.text
        paragraph = article.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start <= sentence.end <= paragraph.end
    assert [s.index for s in article.sentences] == list(range(len(article.sentences)))


@given(st.text(alphabet="ab .\n", max_size=200))
def test_no_character_of_a_plain_text_is_lost(text: str):
    article = summarise.parse(text)
    assert "".join(article.text.split()) == "".join(text.split())


def test_the_text_decides_its_language_and_not_the_page():
    draft = Draft([Block(GERMAN)], language="en", clean=True)
    assert parse_draft(draft).language == "de"
    assert parse_draft(draft, language="french").language == "fr"


def test_the_page_decides_where_the_text_does_not_tell():
    draft = Draft([Block("42")], language="nb-NO", clean=True)
    assert parse_draft(draft).language in ("nb", "no")
    assert parse_draft(Draft([Block("42")], language="x-klingon", clean=True)).language == "und"


@pytest.mark.parametrize("clean", [True, False])
def test_an_unknown_language_is_said_and_still_works(clean: bool):
    article = parse_draft(Draft([Block(INVENTED.strip())], clean=clean))
    assert article.language == "und"
    assert any("language" in notice for notice in notices_of(article))
    assert summarise.rank(article).select(2).size == 2


def test_headings_code_and_tables_are_shown_and_never_picked():
    kinds = (Kind.HEADING, Kind.CODE, Kind.TABLE)
    blocks = [Block(f"This is a {kind.value} of the text.", kind) for kind in kinds]
    article = parse_draft(Draft([*blocks, Block("This is a sentence of it.")], clean=True))
    assert len(article.paragraphs) == 4
    assert article.candidates == (3,)


def test_restoring_and_dropping_leave_text_and_offsets_alone():
    article = summarise.parse("One sentence here.\n\nAnother sentence there.")
    dropped = article.drop(0)
    assert dropped.text == article.text
    assert dropped.candidates == (1,)
    assert dropped.restore(0) == article
    assert dropped.restore_all().candidates == article.candidates


def test_a_given_title_is_one_safe_line():
    assert summarise.parse("It rained.", title="A\x1b[31m head\nline").title == "A head line"


@pytest.mark.parametrize("name", ["text", "boilerplate", "index", "more"])
def test_nothing_can_be_set_in_sentences_and_paragraphs(name):
    article = summarise.parse("One is here. Two is here.")
    for piece in (article.sentences[0], article.paragraphs[0]):
        with pytest.raises(AttributeError):
            setattr(piece, name, "")


@pytest.mark.parametrize("paragraph", [-1, 1, 999])
def test_a_paragraph_that_is_not_there_is_neither_restored_nor_dropped(paragraph):
    article = summarise.parse("It froze again.")
    with pytest.raises(IndexError, match=f"no paragraph {paragraph}: the article has 1, from 0"):
        article.restore(paragraph)
    with pytest.raises(IndexError):
        article.drop(paragraph)
