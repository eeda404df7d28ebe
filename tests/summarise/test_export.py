"""What a summary looks like outside, and that the words of an article stay only words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarise import Article, FormatError, Kind, Paragraph, Sentence, digest, export, parse, rank
from summarise.article import Span, SpanKind
from summarise.exports import format_names
from summarise.index import Index
from summarise.loading import source_of
from summarise.ranking.ranking import Ranking, Summary

GOLDEN = Path(__file__).parent.parent / "data" / "export"
SUFFIXES = {"text": "txt", "markdown": "md", "json": "json", "html": "html"}

TITLE = "The *price* of [everything] #1"
#: Paragraphs as their sentences and what stands between these.
PARAGRAPHS = [
    (" ", ["1. It rose by $5 & more.", "# It fell by <b>half</b> a day later."]),
    (" ", ["- Nobody had `seen` that_coming_at_all, said A|B."]),
    ("\n", ["Roses are red,", "violets are blue."]),
    (" ", ["The minister said “no”: https://example.org/?a=1&b=2 has it all."]),
    ("", ["第一句话在这里。", "第二句话在那里。", "第三句话很短。"]),
    (" ", ["Nothing of this one is kept."]),
]


def article_of(title: str, paragraphs: Sequence[tuple[str, Sequence[str]]], name: str) -> Article:
    """An article of these very sentences, made without the parser."""
    text = ""
    blocks: list[Paragraph] = []
    sentences: list[Sentence] = []
    for index, (gap, wanted) in enumerate(paragraphs):
        text += "\n\n" if text else ""
        start, first = len(text), len(sentences)
        for sentence in wanted:
            text += gap if len(text) > start else ""
            end = len(text) + len(sentence)
            sentences.append(
                Sentence(len(sentences), index, len(text), end, sentence, len(sentence.split()))
            )
            text += sentence
        blocks.append(Paragraph(index, Kind.TEXT, start, len(text), first, len(sentences)))
    return Article(title, text, tuple(blocks), tuple(sentences), language="en", name=name)


def summary_of(article: Article, size: int) -> Summary:
    """A summary of the first sentences, whatever they are."""
    order = article.candidates
    scores = tuple(1 - i / 8 for i in range(len(order)))
    return Ranking(Index(article), "lead", order, scores).select(size)


@pytest.fixture
def summary() -> Summary:
    article = replace(
        article_of(TITLE, PARAGRAPHS, "news/price_list.md"),
        author="Ann *Bell* & Co.",
        date="2026-03-01",
        site="The <Weekly>",
        address="https://example.org/a_b_c?d=1&e=2",
    )
    return summary_of(article, 9)


@pytest.mark.parametrize("form", format_names())
def test_a_format_is_as_it_was(summary, form):
    path = GOLDEN / f"summary.{SUFFIXES[form]}"
    assert export(summary, form) == path.read_text(encoding="utf-8")


def test_a_title_is_there_in_plain_text_only_when_it_is_asked_for(summary):
    assert export(summary) == summary.text + "\n"
    assert export(summary, titled=True) == f"{summary.ranking.article.title}\n{summary.text}\n"


def test_an_unknown_format_is_one_line(summary):
    with pytest.raises(FormatError, match=r"^format 'docx' is not known: choose one of text, "):
        export(summary, "docx")


@pytest.mark.parametrize("form", format_names())
def test_a_summary_of_nothing(form):
    empty = summary_of(article_of("", [], ""), 5)
    out = export(empty, form)
    assert out == "" or out.endswith("\n")


class _Shown(HTMLParser):
    """The text of a page and the tags in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[str] = []
        self.struck = ""
        self.depth = 0
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        self.struck += "".join(data.split()) if self.depth else ""

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.tags.append(tag)
        self.depth += tag == "s"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "s"

    @property
    def words(self) -> list[str]:
        return " ".join(self.text).split()


def raw_summary(title: str, text: str) -> Summary:
    """A summary of one sentence with any characters, as no parser would let through."""
    return summary_of(article_of(title, [("", [text])], title), 1)


#: What Markdown and HTML are made of, more often than chance would have it.
_MARKUP = st.text(alphabet=st.sampled_from("\n \t#*_-+=~`\\[](){}<>!|&;:.1aB$/\"'^@"), max_size=40)
_LINES = (_MARKUP | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)).filter(
    lambda text: text.strip()
)


@given(title=_LINES, text=_LINES)
def test_markdown_shows_the_words_and_no_markup_of_theirs(title, text):
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = page.parse(export(raw_summary(title, text), "markdown"))
    assert [t.type for t in tokens] == [
        *("heading_open", "inline", "heading_close"),
        *("paragraph_open", "inline", "paragraph_close") * 2,
    ]
    heading, body, colophon = (t.children or [] for t in tokens if t.type == "inline")
    shown = {"text", "text_special", "hardbreak", "softbreak"}
    assert {t.type for t in heading} <= shown - {"hardbreak", "softbreak"}
    assert {t.type for t in body} <= shown
    assert {t.type for t in colophon} <= shown | {"em_open", "em_close"}
    for children, words in ((heading, title), (body, text)):
        assert "".join(t.content or " " for t in children).split() == words.split()


_PARTS = st.lists(st.tuples(_LINES, st.booleans()), min_size=1, max_size=4)


@given(parts=_PARTS, gap=st.sampled_from(["", " "]))
def test_strokes_lie_through_the_same_words_in_markdown_and_html(parts, gap):
    text, spans = "", []
    for words, struck in parts:
        text += gap if text else ""
        start, text = len(text), text + words.strip()
        spans += [Span(start, len(text), SpanKind.STRUCK)] if struck else []
    article = article_of("A title", [("", [text])], "a.md")
    article = replace(article, paragraphs=(article.paragraphs[0]._replace(spans=tuple(spans)),))
    summary = summary_of(article, 1)
    wanted = "".join("".join(text[s.start : s.end].split()) for s in spans)
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    shown = page.render(export(summary, "markdown")), export(summary, "html")
    assert [_Shown(form).struck for form in shown] == [wanted, wanted]


def test_a_digest_and_an_item_keep_their_strokes():
    items = "- The ~~old~~ boats leave at ten.\n- ~~They are late, and nobody waits.~~ They came.\n"
    source = replace(source_of("boats.md"), data=f"# Boats\n\n{items}".encode())
    article = source.load()
    for form, marks in (("markdown", ("~~", "~~")), ("html", ("<s>", "</s>"))):
        for made in (summary_of(article, 3), digest([article])):
            assert "old".join(marks) in export(made, form)
    assert "~~They are late, and nobody waits.~~ They" in export(summary_of(article, 3), "markdown")
    assert "The old boats" in export(summary_of(article, 3), "text")


@given(title=_LINES, text=_LINES)
def test_html_shows_the_words_and_no_tags_of_theirs(title, text):
    page = _Shown(export(raw_summary(title, text), "html"))
    assert [tag for tag in page.tags if tag != "br"] == [
        *("html", "head", "meta", "title", "body", "h1", "p", "p", "small"),
    ]
    wanted = [*title.split(), *title.split(), *text.split()]
    assert page.words[: len(wanted)] == wanted


@given(title=st.text(max_size=20), text=st.text(min_size=1, max_size=40))
def test_json_is_one_line_and_keeps_every_character(title, text):
    line = export(raw_summary(title, text), "json")
    assert line.splitlines() == [line.removesuffix("\n")]
    found = json.loads(line)
    assert (found["title"], found["text"], found["sentences"][0]["text"]) == (title, text, text)


def test_an_item_is_shown_without_its_number_and_keeps_it_in_the_data():
    article = article_of(
        "How to mend a net",
        [
            (" ", ["2. Cut the meshes back to whole knots.", "3. That takes an hour."]),
            (" ", ["7. Oktober is the day on which the nets are put away."]),
        ],
        "net.md",
    )
    items = article.paragraphs[0]._replace(kind=Kind.LIST_ITEM)
    article = replace(article, paragraphs=(items, *article.paragraphs[1:]))
    ranking = Ranking(Index(article), "lead", tuple(article.candidates), (3.0, 2.0, 1.0))
    summary = ranking.select(3)
    assert export(summary, "text").splitlines() == [
        "• Cut the meshes back to whole knots.",
        "3. That takes an hour.",
        "7. Oktober is the day on which the nets are put away.",
    ]
    assert "• Cut the meshes" in export(summary, "markdown")
    found = json.loads(export(summary, "json"))
    assert found["sentences"][0]["text"] == "2. Cut the meshes back to whole knots."
    assert found["text"] == summary.text


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_how_a_summary_was_made_is_no_sentence_of_it_when_it_is_opened_again(form: str):
    article = parse("\n\n".join(f"The ferry number {n} sails to Varnholm today." for n in range(9)))
    ranking = rank(replace(article, name="a, b (c).txt"))
    steered = ranking.steer(pins={ranking.order[-1], ranking.order[2]})
    for summary in (ranking.select("3"), steered.select("20%"), steered.select("100w")):
        kept = [article.sentences[i].text for i in summary.indices]
        assert _reopened(export(summary, form), form)[-len(kept) :] == kept
        assert ("the reader pinned" in export(summary, form)) == bool(summary.ranking.pins)
    made = digest([article, parse("A whale was seen in the harbour. It was gone by noon.")])
    again = _reopened(export(made, form), form)
    assert not any("chosen by" in sentence for sentence in again)


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize(
    "facts",
    [
        {"date": "2022-10-16"},
        {"date": "2022-10"},
        {"date": "03/04/2021"},
        {"author": "Anna Berg, Bo Holm"},
        {"site": "The Weekly", "address": "https://example.org/ferry?a=1"},
        {"author": "Anna Berg", "site": "Le Monde", "date": "2018-10-03T09:00:00-04:00"},
    ],
)
def test_what_is_known_of_an_article_is_no_sentence_when_its_summary_is_opened_again(
    facts: dict[str, str], form: str
):
    article = parse(
        "The ferry in the ice\n\n"
        "The price was twelve dollars, the harbour master said on Monday.\n\n"
        "The ferry leaves on time on Sunday, the company has announced."
    )
    summary = rank(replace(article, **facts)).select("2")
    kept = [sentence.text for sentence in summary.sentences]
    assert len(kept) == 2
    assert _reopened(export(summary, form), form) == kept


def _reopened(text: str, form: str) -> list[str]:
    """The sentences that a summary of what was written can be made of."""
    source = replace(source_of(f"again.{SUFFIXES[form]}"), data=text.encode())
    article = source.open()
    assert isinstance(article, Article)
    return [article.sentences[i].text for i in article.candidates]


def test_how_many_the_reader_pinned_is_written_below():
    article = article_of(TITLE, PARAGRAPHS, "a.md")
    order = article.candidates
    ranking = Ranking(Index(article), "lead", order, (1.0,) * len(order))
    line = "2 of 10 sentences of a.md, chosen by lead (length 2)"
    assert f"{line}.</small>" in export(ranking.select("2"), "html")
    steered = ranking.steer(pins={order[3]}).select("2")
    assert f"{line}; the reader pinned 1 of them.</small>" in export(steered, "html")
