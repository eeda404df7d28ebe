"""How far the reading of a source has come, and what of it can be read before the rest is there."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

import pytest

from summarise import Article
from summarise.article import Kind
from summarise.draft import Draft
from summarise.loading import Source, source_of
from summarise.sources.epub import read_epub
from summarise.sources.pdf import process, read_pdf, reading
from summarise.sources.pdf.exchange import draft_as_data
from summarise.sources.progress import Progress, Unit, listening, tell, tell_beginning
from summarise.sources.reading import read_beginning
from summarise.sources.refused import RefusedError
from summarise.sources.stopping import stopping_when
from summarise.sources.web.options import Fetching
from tests.local_server import serving
from tests.summarise.document_files import epub
from tests.summarise.pdf_pages import pdf_of

PAGES = [
    [(60, 700 - 14 * n, 11, f"Page {page} says in line {n} what it has to say.") for n in range(9)]
    for page in range(1, 4)
]


def test_nobody_has_to_listen():
    tell(3, Unit.PAGES, 9)
    tell_beginning(b"One. ")


# a PDF, page by page


def test_the_first_pages_are_there_before_the_others(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "_A_MOMENT", 0)
    order: list[object] = []
    whole = reading.read(pdf_of(PAGES), lambda *told: order.append(told), order.append)
    told, beginning, *rest = order
    assert told == (1, 3)
    assert isinstance(beginning, Draft)
    assert rest == [(2, 3), (3, 3)]
    said = " ".join(block.text for block in beginning.blocks)
    assert "Page 1" in said
    assert "Page 2" not in said
    assert whole == reading.read(pdf_of(PAGES), lambda *_: None)


def test_of_a_short_one_there_is_no_beginning():
    begun: list[Draft] = []
    reading.read(pdf_of(PAGES), lambda *_: None, begun.append)
    assert begun == []


def test_a_beginning_in_letters_of_one_width_changes_nothing_of_the_whole(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(reading, "_A_MOMENT", 0)
    data = pdf_of(PAGES).replace(b"/Helvetica", b"/Courier")
    begun: list[Draft] = []
    with_beginning = reading.read(data, lambda *_: None, begun.append)
    assert begun
    assert Kind.CODE not in {block.kind for block in begun[0].blocks}
    assert with_beginning == reading.read(data, lambda *_: None)


def test_first_pages_that_are_no_text_are_no_beginning(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "_A_MOMENT", 0)
    text = "Nobody in the town believed that it would ever open."
    nameless = "".join(chr(ord(c) - 29) if c.isalpha() else c for c in text)
    first = [(x, y, size, nameless) for x, y, size, _ in PAGES[0]]
    begun: list[Draft] = []
    draft = reading.read(pdf_of([first, *PAGES]), lambda *_: None, begun.append)
    assert begun == []
    assert draft.blocks


def says(monkeypatch: pytest.MonkeyPatch, *lines: object) -> None:
    """In place of the process that reads, one that says this."""
    said = "\n".join(json.dumps(line) for line in lines)
    monkeypatch.setattr(process, "_COMMAND", (sys.executable, "-c", f"print({said!r})"))


def test_what_the_process_tells_is_heard(monkeypatch: pytest.MonkeyPatch):
    first, whole = (reading.read(pdf_of(PAGES[:n]), lambda *_: None) for n in (1, 3))
    says(
        monkeypatch,
        {"read": 1, "of": 3},
        {"beginning": draft_as_data(first)},
        {"read": 2, "of": 3},
        draft_as_data(whole),
    )
    heard: list[object] = []
    with listening(heard.append, heard.append):
        assert read_pdf(b"%PDF-1.7") == whole
    assert heard == [Progress(1, Unit.PAGES, 3), first, Progress(2, Unit.PAGES, 3)]


@pytest.mark.parametrize("said", [{"beginning": 3}, {"beginning": {"blocks": [{}]}}, {"read": []}])
def test_a_beginning_that_is_none_is_not_believed(
    said: dict[str, object], monkeypatch: pytest.MonkeyPatch
):
    says(monkeypatch, said)
    heard: list[object] = []
    with listening(heard.append, heard.append), pytest.raises(RefusedError, match="damaged"):
        read_pdf(b"%PDF-1.7")
    assert heard == []


def test_a_source_gives_its_beginning_as_an_article(monkeypatch: pytest.MonkeyPatch):
    first = reading.read(pdf_of(PAGES[:1]), lambda *_: None)
    unsafe = replace(first, title="A \x1b[31mred title")
    says(monkeypatch, {"beginning": draft_as_data(unsafe)}, draft_as_data(first))
    begun: list[Article] = []
    Source("a.pdf", "a.pdf", "", b"%PDF-1.7").open(begun=begun.append, language="en")
    (article,) = begun
    assert article.title == "A red title"
    assert article.language == "en"
    assert article.sentences[0].text.startswith("Page 1 says")


# a text that is still coming in


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"The first line.\nThe second li", ["The first line."]),
        ("Der Fluß stieg.\nDer Flu\u00df".encode()[:-1], ["Der Fluß stieg."]),
        (
            b"# A heading\n\nThe first line.\n\n## More\n\nAnd",
            ["A heading", "The first line.", "More"],
        ),
        (b"One line without an end", None),
        (b"", None),
        (b"<!doctype html><html>\n<body><p>Half a page.\n", None),
        (b"%PDF-1.7\n1 0 obj\n", None),
        (b"PK\x03\x04\n", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xd0\xcf\x11\xe0\n", None),
        (b"\x00\x01\x02\x03" * 90 + b"\n", None),
    ],
    ids=[
        "text",
        "UTF-8",
        "Markdown",
        "line",
        "nothing",
        "HTML",
        "PDF",
        "ZIP",
        "PNG",
        "DOC",
        "bytes",
    ],
)
def test_of_a_text_its_whole_lines_can_be_read(data: bytes, said: list[str] | None):
    draft = read_beginning(data)
    assert (None if draft is None else [block.text for block in draft.blocks]) == said


# a book


def test_the_parts_of_a_book_are_told_and_nobody_has_to_wait_for_them():
    book = epub({f"{n}.xhtml": f"<p>This is part {n}.</p>" for n in range(3)})
    told: list[Progress] = []
    with listening(told.append, None):
        read_epub(book)
    assert told == [Progress(n, Unit.PARTS, 3) for n in range(3)]
    with (
        stopping_when(lambda: len(told) == 4),
        listening(told.append, None),
        pytest.raises(RefusedError, match="to its end"),
    ):
        read_epub(book)
    assert len(told) == 4


# a page of the web


@pytest.mark.loopback
@pytest.mark.parametrize("with_length", [True, False])
def test_the_bytes_of_a_page_are_told_as_they_come(*, with_length: bool):
    page = b"<!doctype html><title>A bridge</title>" + b"<p>It was old.</p>" * 9_000
    with serving() as server:
        length = {} if with_length else {"Content-Length": "", "Connection": "close"}
        server.answers["/page"] = lambda request: request.say(page, headers=length)
        told: list[Progress] = []
        source = source_of(server.address("/page"))
        source.open(fetching=Fetching(keeps=False), told=told.append)
    *fetched, last = told
    assert {so_far.unit for so_far in fetched} == {Unit.BYTES_FETCHED}
    assert [so_far.done for so_far in fetched] == sorted(so_far.done for so_far in fetched)
    assert fetched[-1].done == len(page)
    assert {so_far.total for so_far in fetched} == {len(page) if with_length else 0}
    assert last == Progress(0, Unit.PAGES)  # and now it is read
