"""What a source sets apart (emphasis, code, links) lies on the right words, and changes no text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise import Article
from summarise.article import Kind, Paragraph, Span, SpanKind
from summarise.draft import Aside, Block, Draft
from summarise.index import Index
from summarise.limits import MOST_SPANS_OF_PARAGRAPH
from summarise.parsing import parse_draft
from summarise.sources.formats import HTML, MARKDOWN
from summarise.sources.reading import read_text, sanitised
from summarise.sources.spans import in_text_alike, in_tidy_text
from summarise.text.spaces import single_spaced
from tests.summarise.document_files import drafted, epub

EMPHASIS, STRONG, CODE, LINK = SpanKind.EMPHASIS, SpanKind.STRONG, SpanKind.CODE, SpanKind.LINK
STRUCK = SpanKind.STRUCK


def article_of(source: str, form=MARKDOWN) -> Article:
    return parse_draft(read_text(source, form))


def apart(article: Article) -> list[tuple[str, SpanKind, str]]:
    """The words that are set apart, with what they are and where they lead."""
    return [
        (text_of(article, p)[s.start : s.end], s.kind, s.target)
        for p in article.paragraphs
        for s in p.spans
    ]


def text_of(article: Article, paragraph: Paragraph) -> str:
    return article.text[paragraph.start : paragraph.end]


def check_places(article: Article) -> None:
    """Every span lies within its paragraph, and those of one kind beside each other."""
    for paragraph in article.paragraphs:
        length = paragraph.end - paragraph.start
        assert list(paragraph.spans) == sorted(paragraph.spans)
        assert all(0 <= s.start < s.end <= length for s in paragraph.spans)
        for kind in SpanKind:
            of_kind = [s for s in paragraph.spans if s.kind is kind]
            assert all(a.end <= b.start for a, b in pairwise(of_kind))


def test_markdown_in_a_line():
    article = article_of(
        "The *old* mill was **sold twice** to `root`, see [the deed](https://example.org/deed).\n"
    )
    assert article.text.endswith("The old mill was sold twice to root, see the deed.")
    assert apart(article) == [
        ("old", EMPHASIS, ""),
        ("sold twice", STRONG, ""),
        ("root", CODE, ""),
        ("the deed", LINK, "https://example.org/deed"),
    ]


def test_markdown_where_the_text_is_moved():
    source = (
        "1. A *first*  item\n2. [x] A `done`\n   thing\n\n> Said **he\\\nonce**.\n\n"
        "## A *new* line\n\n<kbd>Ctrl</kbd> and <a href='https://e.org/?a=1&amp;b=2'>there</a>.\n"
    )
    assert apart(article_of(source)) == [
        ("first", EMPHASIS, ""),
        ("done", CODE, ""),
        ("he", STRONG, ""),
        ("once", STRONG, ""),
        ("new", EMPHASIS, ""),
        ("Ctrl", CODE, ""),
        ("there", LINK, "https://e.org/?a=1&b=2"),
    ]


def test_markdown_in_blocks():
    source = (
        "| Name | Since *when* |\n|---|---|\n| `mill` | 1802 |\n| | [now](https://e.org) |\n\n"
        "```{.python .numbered}\nx = 1\n```\n\n```\nplain\n```\n\n"
        "![A mill](https://e.org/mill.png)\n\n![Another](other.png)\n"
    )
    article = article_of(source)
    assert apart(article) == [
        ("Name  Since when", SpanKind.HEAD, ""),
        ("when", EMPHASIS, ""),
        ("mill", CODE, ""),
        ("now", LINK, "https://e.org"),
        ("x = 1", SpanKind.LISTING, "python"),
        ("A mill", LINK, "https://e.org/mill.png"),
    ]
    kinds = [p.kind for p in article.paragraphs]
    assert kinds == [Kind.TABLE, Kind.CODE, Kind.CODE, Kind.CAPTION, Kind.CAPTION]


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("The price was ~~ten~~ twelve dollars.", MARKDOWN),
        ("The price was <s>ten</s> twelve dollars.", MARKDOWN),
        ("The price was <strike>ten</strike> twelve dollars.", MARKDOWN),
        ("<div>The price was <del>ten</del> twelve dollars.</div>", MARKDOWN),
        ("<p>The price was <s>ten</s> twelve dollars.", HTML),
        ("<p>The price was <del>ten</del> twelve dollars.", HTML),
        ("<p>The price was <strike>ten</strike> twelve dollars.", HTML),
    ],
)
def test_struck_words_stay_in_the_text_and_are_marked(source: str, form):
    article = article_of(source, form)
    assert article.text == "The price was ten twelve dollars."
    assert apart(article) == [("ten", STRUCK, "")]


PLAN = "The boats are painted in the spring, when nobody needs them. "


@pytest.mark.parametrize("form", [MARKDOWN, HTML])
def test_what_is_struck_out_as_a_whole_is_shown_and_left_for_last(form):
    lines = [
        PLAN + "<s>They leave at nine.</s> They leave at ten.",
        f"<s>{PLAN}</s>",
        "The harbour froze over in January for the first time since the war.",
    ]
    article = article_of("\n\n".join(f"<p>{line}</p>" for line in lines), form)
    assert [p.boilerplate for p in article.paragraphs] == [None, Aside.STRUCK, None]
    assert [article.sentences[i].text for i in Index(article).unfit if i < 3] == [
        "They leave at nine."
    ]


def test_a_stroke_through_most_of_a_text_hides_nothing_of_it():
    article = article_of(f"~~{PLAN.strip()}~~\n\n~~{PLAN.strip()}~~\n\nOr not.")
    assert [p.boilerplate for p in article.paragraphs] == [None] * 3


def test_a_page():
    source = (
        "<h1>Mills</h1><p>The <em>old\n mill </em>was <b><i>sold</i></b> by "
        "<a href='/deeds?a=1'>its  owner</a>.<p>A <a href='#top'>place</a> on this page, and "
        "<a>none</a>.<ol><li>With <code>sudo</code></ol><table><tr><th>Name<th>Year<tr><td>Mill"
        "<td>1802</table><div class='highlight-rust'><pre>let x = 1;</pre></div>"
    )
    article = article_of(source, HTML)
    assert apart(article) == [
        ("old mill", EMPHASIS, ""),
        ("sold", EMPHASIS, ""),
        ("sold", STRONG, ""),
        ("its owner", LINK, "/deeds?a=1"),
        ("sudo", CODE, ""),
        ("Name  Year", SpanKind.HEAD, ""),
        ("let x = 1;", SpanKind.LISTING, "rust"),
    ]


def test_an_article_that_an_extractor_found_in_a_page_keeps_its_links():
    story = "".join(
        f"<p>Paragraph {n} says at some length what became of the <a href='https://e.org/{n}'>mill"
        f" number {n}</a> on the river, and of <em>all</em> who worked there for years.</p>"
        for n in range(12)
    )
    menu = "<nav><ul>" + "<li><a href='/x'>Menu</a>" * 9 + "</ul></nav>"
    article = article_of(f"<body>{menu}<article><h1>Mills</h1>{story}</article></body>", HTML)
    assert "Menu" not in article.text
    links = [(words, target) for words, kind, target in apart(article) if kind is LINK]
    assert links == [(f"mill number {n}", f"https://e.org/{n}") for n in range(12)]


def test_a_sentence_has_the_spans_of_its_part_of_the_paragraph():
    article = article_of("One *short* one. Then **a second. And a third** at its end.\n")
    found = [
        [s.text[span.start : span.end] for span in article.spans_of(s.index)]
        for s in article.sentences
    ]
    assert found == [["short"], ["a second."], ["And a third"]]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java&#10;script:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "#top",
        "https://e.org/" + "x" * 2_000,
    ],
)
def test_what_must_not_be_opened_is_no_link(href: str):
    source = f"<p>Look <a href='{href}'>here</a> at once."
    assert apart(article_of(source, HTML)) == []
    assert apart(article_of(source)) == []  # HTML in Markdown


@pytest.mark.parametrize("evil", ["&#27;]52;c;AAAA&#7;", "\x1b]52;c;AAAA\x07", "&#x202e;", "\n"])
def test_an_address_can_do_nothing(evil: str):
    source = f"<p>Look <a href='https://e.org/{evil}gpj'>here</a> at once."
    for form in (HTML, MARKDOWN):
        for _, _, address in apart(article_of(source, form)):
            assert address.isascii() and address.isprintable()


@pytest.mark.parametrize(
    ("kind", "target"),
    [(LINK, "https://e.org/\x1b]0;x\x07"), (LINK, "javascript:x"), (SpanKind.LISTING, "\x1b[2J")],
)
def test_what_a_reader_lets_through_is_stopped_at_the_door(kind: SpanKind, target: str):
    spans = (Span(-3, 4, EMPHASIS), Span(1, 4, kind, target), Span(6, 99, STRONG))
    draft = sanitised(Draft((Block("  Look here. ", spans=spans),)))
    assert draft.blocks[0].text == "Look here."
    assert draft.blocks[0].spans == (Span(0, 2, EMPHASIS), Span(4, 10, STRONG))


@pytest.mark.parametrize("href", ["https://e.org/a%20b", "HTTP://e.org", "mailto:a@e.org", "b.md"])
def test_what_may_be_opened_is_a_link(href: str):
    assert apart(article_of(f"Look [here]({href}).")) == [("here", LINK, href)]


def test_the_name_of_a_language_can_do_nothing():
    source = "```\x1b]0;owned\x07{py\u202ethon}\nx = 1\n```\n"
    assert all(target.isidentifier() for _, _, target in apart(article_of(source)))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("*a* " * 100_000, id="a hundred thousand"),
        pytest.param("*a **b " * 5_000 + "c** d*" * 5_000, id="ten thousand deep"),
        pytest.param("<em>" * 10_000 + "a" + "</em>" * 10_000, id="ten thousand deep in HTML"),
        pytest.param("[a](b) " * 100_000, id="a hundred thousand links"),
    ],
)
def test_too_many_are_too_many_and_all_the_text_is_there(source: str):
    article = article_of(source)
    assert article.text.count("a") == source.count("a")
    check_places(article)
    assert max(len(p.spans) for p in article.paragraphs) <= MOST_SPANS_OF_PARAGRAPH


WRITTEN = {
    EMPHASIS: "*{}*",
    STRONG: "**{}**",
    CODE: "`{}`",
    STRUCK: "~~{}~~",
    LINK: "[{}](https://e.org/{})",
}
WORDS = st.sampled_from(["mill", "Ägypten", "水車", "e\u0301tude", "42", "rivers 7 and", "👩‍🚀"])
PARTS = st.lists(st.tuples(WORDS, st.sampled_from([None, *WRITTEN])), min_size=1, max_size=12)
BEFORE = st.sampled_from(["", "- ", "3. ", "> ", "## ", "- [ ] ", "> - ", "!!! note\n    "])


@given(PARTS, BEFORE, st.sampled_from([" ", "\n", "  ", "\u00a0"]))
def test_words_are_set_apart_as_they_were_written(parts, before: str, space: str):
    if "\n" in space and before not in ("", "> "):
        space = " "
    line = space.join(
        words if kind is None else WRITTEN[kind].format(words, number)
        for number, (words, kind) in enumerate(parts)
    )
    article = article_of(f"{before}{line}\n")
    assert " ".join(words for words, _ in parts) in article.text
    assert apart(article) == [
        (words, kind, f"https://e.org/{number}" if kind is LINK else "")
        for number, (words, kind) in enumerate(parts)
        if kind is not None
    ]


BITS = st.sampled_from(
    [
        *("*", "_", "`", "~", "[", "]", "(", ")", "<", ">", "!", "|", "\n", "\\", "**", "``", "~~"),
        *(
            "\n\n",
            "  \n",
            "word ",
            "Ä. ",
            "水。",
            "\u00a0",
            "\t",
            "> ",
            "- ",
            "1. ",
            "- [x] ",
            "# ",
        ),
        *("[a](b)", "![p](https://q)", "<b>", "</b>", "<br>", "<a href='https://z'>", "</a>"),
        *("```py\nx\n```\n", "| a | *b* |\n|---|---|\n| `c` | d |\n", "$x^2$", "^[in *line*]"),
        *("[^1]", "\n[^1]: A *note*.\n", "<em>", "<s>", "</del>", "&amp;", "&#27;", "{{< x >}}"),
    ]
)


@given(st.lists(BITS, max_size=40).map("".join))
def test_any_markdown_has_its_spans_within_its_paragraphs(source: str):
    draft = read_text(source + "\n\nA last sentence.", MARKDOWN)
    article = parse_draft(draft)
    check_places(article)
    for block in draft.blocks:
        for span in block.spans:
            words = block.text[span.start : span.end]
            assert words.strip()
            assert words == words.strip() or span.kind is SpanKind.LISTING


RUNS = st.lists(st.sampled_from(["a", "bc", "水", " ", "  ", "\n", "\u00a0", ""]), max_size=20)


@given(RUNS, st.data())
def test_a_span_of_a_run_holds_the_same_words_in_the_tidy_text(pieces: list[str], data):
    raw = "".join(pieces)
    places = st.integers(0, len(raw))
    spans = [
        Span(*sorted((data.draw(places), data.draw(places))), CODE, str(number))
        for number in range(data.draw(st.integers(0, 4)))
    ]
    tidy = single_spaced(raw)
    found = {span.target: tidy[span.start : span.end] for span in in_tidy_text(raw, spans, tidy)}
    wanted = {span.target: single_spaced(raw[span.start : span.end]) for span in spans}
    assert found == {name: words for name, words in wanted.items() if words}
    other = raw.replace(" ", "\n ").strip()
    again = in_text_alike(in_tidy_text(raw, spans, tidy), tidy, other)
    assert {s.target: single_spaced(other[s.start : s.end]) for s in again} == found


def test_a_book_has_its_emphasis_and_its_links_to_the_web_alone():
    page = (
        "<p>The <em>tide</em> of <a href='two.xhtml#x'>the next page</a> is on "
        "<a href='https://e.org/tides'>a page of the web</a>.</p>"
    )
    block = drafted(epub({"one.xhtml": page})).blocks[0]
    assert [(block.text[s.start : s.end], s.target) for s in block.spans] == [
        ("tide", ""),
        ("a page of the web", "https://e.org/tides"),
    ]
