"""PDFs as a reader meets them: known files come out to the letter, hostile ones cost a line."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import summarise
from summarise.article import Kind
from summarise.draft import Aside, Draft
from summarise.errors import SourceError
from summarise.sources.pdf import process, read_pdf, worker
from summarise.sources.pdf.exchange import HEADER, MEMORY_MB
from summarise.sources.reading import read_draft
from summarise.sources.refused import RefusedError
from summarise.sources.stopping import stopping_when
from summarise.text.sentences import split_sentences
from tests.summarise.pdf_pages import pdf_drawing, pdf_of

DATA = Path(__file__).parents[1] / "data/pdf"
TRUTH: dict[str, list[tuple[str, str]]] = json.loads((DATA / "truth.json").read_text("utf-8"))
LANGUAGES = {"french": "fr", "magazine": "de", "arabic": "ar", "japanese": "ja"}
PAGE = [
    (60, 740, 20, "A bridge in winter"),
    (60, 700, 11, "The bridge was closed for six years, and nobody in the"),
    (60, 687, 11, "town believed that it would ever be opened again."),
    (60, 660, 11, "It opened on a Sunday, and the whole town came to see it."),
]


def plain(text: str) -> str:
    """A text without what typesetting changes: quotation marks and dashes."""
    text = re.sub("[“”«»„‘’‚`]", "'", text).replace("''", "'").replace('"', "'")
    return re.sub(r"\s+", " ", re.sub("—|–|--", "-", text)).strip()


@pytest.fixture(scope="module", params=sorted(TRUTH))
def known(request: pytest.FixtureRequest) -> tuple[str, Draft]:
    """A file whose text is known, and what was read of it."""
    return request.param, read_pdf((DATA / f"{request.param}.pdf").read_bytes())


def test_known_files_keep_their_sentences_and_paragraphs(known: tuple[str, Draft]):
    name, draft = known
    code = LANGUAGES.get(name, "en")
    kept = [block.text for block in draft.blocks if block.aside is None]
    got = {plain(text) for text in kept}
    got_sentences = {plain(t[a:b]) for t in kept for a, b in split_sentences(t, code)}
    paragraphs = [text for kind, text in TRUTH[name] if kind != "heading"]
    sentences = [plain(t[a:b]) for t in paragraphs for a, b in split_sentences(t, code)]
    missing = [sentence for sentence in sentences if sentence not in got_sentences]
    assert len(missing) <= (0.02 if name != "printed" else 0.03) * len(sentences), missing
    whole = sum(plain(text) in got for text in paragraphs)
    assert whole >= (0.92 if name != "printed" else 0.91) * len(paragraphs)


def test_known_files_keep_their_headings_and_kinds(known: tuple[str, Draft]):
    name, draft = known
    found = {
        kind: [plain(b.text) for b in draft.blocks if b.kind is kind and b.aside is None]
        for kind in Kind
    }
    for kind, text in TRUTH[name]:
        if kind == "heading":
            assert any(got.endswith(plain(text)) for got in found[Kind.HEADING]), text
        elif kind != "text":
            assert plain(text) in found[Kind(kind)]


def test_running_heads_numbers_and_notes_are_set_aside(known: tuple[str, Draft]):
    _, draft = known
    ours = re.compile(r"Letters from the Harbour|This note stands|file://|^\d+(?:/\d+)?$")
    assert not [b.text for b in draft.blocks if b.aside is None and ours.search(b.text)]
    reasons = {b.aside for b in draft.blocks if ours.search(b.text)}
    assert reasons <= {Aside.RUNNING, Aside.FOOTNOTE}


def test_no_raised_number_of_a_note_is_left_in_the_text():
    draft = read_pdf((DATA / "two-columns.pdf").read_bytes())
    assert sum(b.aside is Aside.FOOTNOTE or "This note" in b.text for b in draft.blocks) >= 2
    assert not [b.text for b in draft.blocks if re.search(r"[a-z][.,]?\d$", b.text)]


# what a reader sees


def test_a_pdf_opens_like_any_article(tmp_path: Path):
    path = tmp_path / "bridge.pdf"
    info = "/Title (A bridge in winter) /Author (Anna Holm) /CreationDate (D:20240103)"
    path.write_bytes(pdf_of([PAGE], info=info))
    article = summarise.load(path)
    assert (article.title, article.author, article.date) == (
        "A bridge in winter",
        "Anna Holm",
        "2024-01-03",
    )
    assert (article.form, article.note) == ("PDF", "")
    assert [p.kind for p in article.paragraphs] == [Kind.HEADING, Kind.TEXT, Kind.TEXT]
    assert [article.sentences[i].text for i in article.candidates] == [
        "The bridge was closed for six years, and nobody in the town believed that it would ever "
        "be opened again.",
        "It opened on a Sunday, and the whole town came to see it.",
    ]


@pytest.mark.parametrize("name", ["bridge", "bridge.txt", "bridge.html", "standard input"])
def test_the_content_tells_that_it_is_a_pdf_whatever_it_is_called(name: str):
    assert read_draft(pdf_of([PAGE]), name).form == "PDF"


def test_a_file_that_is_only_called_a_pdf_is_read_as_what_it_is():
    assert read_draft(b"<!doctype html><p>A page is here.", "page.pdf").form != "PDF"


def test_the_title_is_the_largest_line_if_the_file_names_none():
    draft = read_pdf(pdf_of([PAGE], info="/Title (Microsoft Word - bridge.doc)"))
    assert draft.title == "A bridge in winter"


def test_control_sequences_in_a_pdf_never_reach_the_screen():
    page = [(60, 700, 11, "A \x1b[31mred\x1b[0m bridge\x07 stands over the river and it is old.")]
    draft = read_draft(pdf_of([page]), "a.pdf")
    assert all(c.isprintable() for block in draft.blocks for c in block.text)


def test_of_a_very_long_file_the_first_pages_are_read_and_the_reader_is_told(
    monkeypatch: pytest.MonkeyPatch,
):
    from summarise.sources.pdf import reading

    monkeypatch.setattr(reading, "MOST_PAGES", 2)
    told: list[tuple[int, int]] = []
    pages = [
        [(60, 700, 11, f"Page {word} has a sentence of its own.")]
        for word in ("one", "two", "three")
    ]
    draft = reading.read(pdf_of(pages), lambda *pages: told.append(pages))
    assert told == [(1, 2), (2, 2)]
    assert draft.note == "only the first 2 of its 3 pages were read"
    assert "three" not in " ".join(block.text for block in draft.blocks)


def shifted(text: str) -> str:
    """A text as it comes out of a font that numbers its letters anew."""
    return "".join(chr(ord(c) - 29) if c.isalpha() else c for c in text)


def test_the_reader_is_told_of_pages_whose_letters_have_no_names():
    ours = [(60, 700 - 12 * n, 9, "Nobody in town believed that it would open.") for n in range(8)]
    theirs = [(x, y, size, shifted(text)) for x, y, size, text in ours]
    draft = read_pdf(pdf_of([ours, ours, theirs]))
    assert draft.note == "the fonts of some of its pages do not say which letters they hold"


# refused in one line


LOCKED = (
    f"/Encrypt <</Filter/Standard/V 1/R 2/P -4/O <{'5a' * 32}>/U <{'a5' * 32}>>> /ID [<00><00>]"
)
NAMELESS = shifted("Nobody in the town believed it " * 9)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf_of([PAGE], trailer=LOCKED), "needs a password"),
        (pdf_of([[]] * 3, extra="q 600 0 0 800 0 0 cm /P Do Q"), "is a scan"),
        (
            pdf_of([[(60, 700 - 12 * n, 9, NAMELESS[n : n + 60]) for n in range(8)]]),
            "which letters",
        ),
        (pdf_of([[]]), "no text in it"),
        (b"%PDF-1.7\n", "damaged"),
        (b"%PDF-1.4\n" + random.Random(1).randbytes(100_000), "damaged"),
        ((DATA / "two-columns.pdf").read_bytes()[:30_000], "damaged"),
    ],
    ids=["locked", "scan", "nameless", "blank", "head", "noise", "cut"],
)
def test_what_cannot_be_read_is_refused_in_one_line_that_says_why(data: bytes, reason: str):
    with pytest.raises(SourceError, match=reason) as caught:
        read_draft(data, "file.pdf")
    line = str(caught.value)
    assert line.startswith("file.pdf: is a ")
    assert "\n" not in line


_CATALOG = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
_END = b"trailer<</Root 1 0 R>>\n%%EOF"


def scattered(count: int) -> bytes:
    """What draws letters all over a page, each somewhere else than the last."""
    places = ((i * 7919 % 600, i * 104729 % 780) for i in range(count))
    return b"BT /F 1 Tf " + b"".join(b"1 0 0 1 %d %d Tm (a) Tj " % at for at in places) + b"ET"


#: Files that are made to do harm, each made when it is needed.
HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb": lambda: pdf_drawing([b"0" * 300_000_000]),
    "glyphs": lambda: pdf_drawing([b"BT /F 10 Tf " + b"(a) Tj 1 0 Td " * 2_000_000 + b"ET"]),
    "scattered": lambda: pdf_drawing([scattered(60_000)]),
    "picture in itself": lambda: pdf_drawing([b"/X Do"]),
    "pages in themselves": lambda: (
        _CATALOG + b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n" + _END
    ),
    "two thousand million pages": lambda: (
        _CATALOG
        + b"2 0 obj<</Type/Pages/Count 2000000000/Kids["
        + b"3 0 R " * 50_000
        + b"]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        + _END
    ),
    "table in itself": lambda: (
        _CATALOG
        + b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        + b"xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 3/Prev 110>>\n"
        + b"startxref\n110\n%%EOF"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_a_line_and_neither_time_nor_memory(name: str):
    data = HOSTILE[name]()
    begun = time.monotonic()
    try:
        draft = read_pdf(data)
    except RefusedError as error:
        assert "please report" not in str(error)
        assert "\n" not in str(error)
    else:
        assert name == "scattered"
        assert draft.blocks
    assert time.monotonic() - begun < process.SILENCE + 10


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the system for the peak")
def test_the_limit_of_memory_is_enforced():
    code = (
        "from summarise.sources.pdf import worker\n"
        "worker._limit()\n"
        "try: held = bytearray(600 << 20)\n"
        "except MemoryError: print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"
    assert MEMORY_MB == 512


def test_a_fault_of_the_program_is_told_as_one(monkeypatch: pytest.MonkeyPatch):
    from summarise.sources.pdf import reading

    def fail(*_: object) -> Draft:
        raise ZeroDivisionError

    monkeypatch.setattr(reading, "read", fail)
    assert "ZeroDivisionError" in worker.answer(b"%PDF-1.7", lambda _: None)["refused"]


# a process of its own


def test_reading_a_pdf_never_loads_pdfium_into_the_program():
    code = (
        "import sys\nfrom summarise.sources.pdf import read_pdf\n"
        f"draft = read_pdf(open({str(DATA / 'arabic.pdf')!r}, 'rb').read())\n"
        "print(len(draft.blocks) > 3, 'pypdfium2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]


def test_a_file_in_the_folder_one_stands_in_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("json", "pypdfium2", "struct"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w')")
    monkeypatch.chdir(tmp_path)
    assert read_pdf(pdf_of([PAGE])).title == "A bridge in winter"
    assert not (tmp_path / "ran").exists()


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In place of the process that reads, one that hangs; the file that it writes its number to."""
    pid = tmp_path / "pid"
    code = (
        f"import os, time; open({str(pid)!r} + '.new', 'w').write(str(os.getpid())); "
        f"os.rename({str(pid)!r} + '.new', {str(pid)!r}); time.sleep(600)"
    )
    monkeypatch.setattr(process, "_COMMAND", (sys.executable, "-c", code))
    return pid


def is_running(pid: Path) -> bool:
    """Whether the process of that number is there."""
    try:
        os.kill(int(pid.read_text()), 0)
    except ProcessLookupError:
        return False
    return True


def test_a_file_that_hangs_is_given_up(hanging: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(process, "SILENCE", 1.5)
    with pytest.raises(RefusedError, match="cannot be read within 512 MB"):
        read_pdf(pdf_of([PAGE]))
    assert not hanging.exists() or not is_running(hanging)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "no JSON",
        "[" * 100_000,
        "{}",
        '{"blocks": 3}',
        '{"blocks": [{"text": "x"}], "chapters": []}',
        '{"blocks": [], "chapters": [{"title": "x", "first": 9}], "title": "", "author": "", '
        '"date": "", "note": ""}',
    ],
    ids=range(7),
)
def test_a_process_that_was_made_to_say_something_else_is_not_believed(
    said: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(process, "_COMMAND", (sys.executable, "-c", f"print({said!r})"))
    with pytest.raises(RefusedError, match="cannot be read within"):
        read_pdf(b"%PDF-1.7")


def test_the_process_is_killed_when_nobody_waits_for_it_any_more(hanging: Path):
    unwanted = threading.Event()
    failed: list[Exception] = []

    def read() -> None:
        with stopping_when(unwanted.is_set):
            try:
                read_pdf(pdf_of([PAGE]))
            except RefusedError as error:
                failed.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    wait_for(hanging.exists)
    unwanted.set()
    thread.join(10)
    assert failed
    assert not is_running(hanging)


def test_the_process_ends_itself_when_the_program_is_gone():
    command = [sys.executable, "-m", "summarise.sources.pdf.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        # Pages that take ten seconds; the pipe closes as it does when a program is killed.
        data = pdf_drawing([scattered(100_000)] * 10)
        child.stdin.write(HEADER.pack(len(data)) + data)
        child.stdin.close()
        assert child.wait(5) == 0
        assert child.stdout is not None
        assert b"blocks" not in child.stdout.read()


def wait_for(what: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end
        time.sleep(0.02)
