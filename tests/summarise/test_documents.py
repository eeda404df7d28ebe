"""One text in every kind of document, and documents that are damaged, locked or made to do harm."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.article import Kind
from summarise.draft import Aside, Block
from summarise.errors import SourceError
from summarise.sources.archives import LARGEST_MEMBER, MOST_MEMBERS
from summarise.sources.formats import readable_suffixes
from summarise.sources.html.fragments import blocks_of_fragment
from summarise.sources.xml import MOST_MARKS
from tests.summarise.document_files import (
    drafted,
    epub,
    opendocument,
    paragraph,
    relations,
    shown,
    word,
    zipped,
)

#: One text as pandoc 3.9 wrote it from its Markdown.
FERRY = Path(__file__).parents[1] / "data/documents"
#: What each of its formats has no words for, and pandoc writes as text.
LOST = {"rtf": {Kind.QUOTATION, Kind.CAPTION}}


def essence(blocks: list[Block]) -> tuple[list[tuple[str, str, int]], list[str]]:
    """Text, kind and level of each block from the first chapter on, and the texts of the notes."""
    first = next(at for at, block in enumerate(blocks) if block.text.startswith("A crossing"))
    kept = [b for b in blocks[first:] if b.aside != Aside.FOOTNOTE]
    levelled = (Kind.HEADING, Kind.LIST_ITEM)
    return (
        [(b.text, b.kind.value, b.level if b.kind in levelled else 0) for b in kept],
        [b.text for b in blocks if b.aside == Aside.FOOTNOTE],
    )


@pytest.mark.parametrize("form", ["docx", "odt", "epub", "tex", "rtf"])
def test_one_text_has_the_same_blocks_in_every_format(form):
    expected, notes = essence(list(drafted((FERRY / "ferry.md").read_bytes(), "a.md").blocks))
    found = essence(list(drafted((FERRY / f"ferry.{form}").read_bytes()).blocks))
    lost = LOST.get(form, set())
    assert found == (
        [(text, "text" if kind in lost else kind, level) for text, kind, level in expected],
        notes,
    )


def test_all_that_a_page_of_it_shows_has_the_same_blocks():
    expected, _ = essence(list(drafted((FERRY / "ferry.md").read_bytes(), "a.md").blocks))
    found, _ = essence(blocks_of_fragment((FERRY / "ferry.html").read_text(encoding="utf-8")))
    assert found[: len(expected)] == expected


def test_as_a_page_it_has_the_same_blocks_but_for_its_note_which_the_page_itself_marks():
    expected, notes = essence(list(drafted((FERRY / "ferry.md").read_bytes(), "a.md").blocks))
    found, _ = essence(list(drafted((FERRY / "ferry.html").read_bytes()).blocks))
    *article, note = [block[:2] for block in found]
    assert article == [block[:2] for block in expected]
    assert len(notes) == 1
    assert "In a storm" in note[0]


@pytest.mark.parametrize(
    ("form", "facts"),
    [
        ("docx", ("The ferry that would not stop", "Mara Lindqvist", "2023-04-17", "en")),
        ("odt", ("The ferry that would not stop", "Mara Lindqvist", "2023-04-17", "en")),
        ("epub", ("The ferry that would not stop", "Mara Lindqvist", "2023-04-17", "en")),
        ("tex", ("The ferry that would not stop", "Mara Lindqvist", "2023-04-17", "")),
        ("rtf", ("", "", "", "")),  # pandoc writes none of them
        ("ipynb", ("A crossing of nine minutes", "", "", "")),
    ],
)
def test_what_a_document_says_of_itself(form, facts):
    draft = drafted((FERRY / f"ferry.{form}").read_bytes())
    assert (draft.title, draft.author, draft.date, draft.language) == facts


@pytest.mark.parametrize("form", ["docx", "odt", "epub", "rtf", "tex", "ipynb"])
def test_the_blocks_of_each_format_are_those_of_its_golden(form, request):
    golden = FERRY / f"golden/{form}.txt"
    found = "\n".join(shown(drafted((FERRY / f"ferry.{form}").read_bytes()))) + "\n"
    if request.config.getoption("--update-goldens"):
        golden.write_text(found, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == found


@pytest.mark.parametrize("form", ["docx", "odt", "epub", "rtf", "tex", "ipynb"])
@pytest.mark.parametrize("name", ["a", "a.txt", "a.doc"])
def test_the_content_tells_the_format(form, name):
    data = (FERRY / f"ferry.{form}").read_bytes()
    assert drafted(data, name).form == drafted(data, f"a.{form}").form


def test_a_name_alone_makes_no_document():
    assert drafted("The ferry has run since 1911. Nobody waits.", "a.docx").form == "text"
    assert drafted("<html><body><p>The ferry has run since 1911.", "a.docx").form == "web page"


def test_a_folder_lists_documents():
    assert readable_suffixes() >= {".epub", ".docx", ".odt", ".rtf", ".tex", ".ipynb", ".srt"}


P = paragraph("Hello there.")
BODY = f"<w:document xmlns:w='w'><w:body>{P}</w:body></w:document>"
RELATIONS = relations(officeDocument="d.xml")
TYPES = "<Types><a ContentType='wordprocessingml'/></Types>"


def in_word(document: str | bytes) -> bytes:
    return zipped({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "d.xml": document})


def with_entities(declared: str, used: str) -> bytes:
    return in_word(f"<!DOCTYPE a [{declared}]>{BODY.replace('Hello', used)}")


def protected(data: bytes) -> bytes:
    """An archive whose members all say that they are encrypted."""
    return data.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


LAUGHS = "<!ENTITY a 'lol'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 20}'>" for n in range(8)
)
ADEPT = (
    "<encryption xmlns:e='e'><e:EncryptedData><e:EncryptionMethod Algorithm='aes128-cbc'/>"
    "<e:CipherReference URI='book/a.xhtml'/></e:EncryptedData></encryption>"
)
OFFICE = b"\xd0\xcf\x11\xe0" + bytes(60)
HOSTILE = {
    "bomb": (lambda: in_word(b" " * (LARGEST_MEMBER + 1)), "unpacks to more"),
    "bomb in a book": (
        lambda: epub({"a.xhtml": " " * (LARGEST_MEMBER + 1)}),
        "unpacks to more",
    ),
    "bombs": (
        lambda: epub({f"{n}.xhtml": " " * (LARGEST_MEMBER - 99) for n in range(2)}),
        "larger than a book",
    ),
    "external entity": (
        lambda: with_entities("<!ENTITY x SYSTEM 'file:///etc/hostname'>", "&x;"),
        "marks of its own",
    ),
    "billion laughs": (lambda: with_entities(LAUGHS, "&i;"), "damaged"),
    "laughs in an attribute": (
        lambda: in_word(f"<!DOCTYPE a [{LAUGHS}]>" + BODY.replace("<w:body>", "<w:body a='&i;'>")),
        "damaged",
    ),
    "deep": (
        lambda: in_word(BODY.replace(P, "<w:sdt>" * 5000 + P + "</w:sdt>" * 5000)),
        "too deep",
    ),
    "many marks": (lambda: in_word(BODY.replace(P, "<w:p/>" * MOST_MARKS)), "more marks"),
    "many pages": (
        lambda: epub({f"{n}.xhtml": "<p>a</p>" * (MOST_MARKS // 2 - 9) for n in range(5)}),
        "larger than a book",
    ),
    "many members": (
        lambda: zipped({f"{n}": "" for n in range(MOST_MEMBERS + 1)}),
        "more than 20,000 files",
    ),
    "cut": (lambda: word(P)[:-300], "cut off or broken"),
    "changed": (
        lambda: word(P * 50).replace(b"word/document.xml", b"word/document.xmm", 1),
        "broken",
    ),
    "not XML": (lambda: in_word("Hello there."), "damaged"),
    "no main part": (lambda: zipped({"[Content_Types].xml": TYPES}), "damaged Word document"),
    "another main part": (
        lambda: (
            in_word(BODY)
            and zipped(
                {
                    "[Content_Types].xml": TYPES,
                    "_rels/.rels": relations(officeDocument="../../etc/passwd"),
                }
            )
        ),
        "damaged Word document",
    ),
    "no text": (lambda: word(""), "has no text in it"),
    "password on a ZIP": (lambda: protected(word(P)), "protected by a password"),
    "password on ODT": (
        lambda: zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": "<m><f><encryption-data/></f></m>",
                "content.xml": b"\x00\x01",
            }
        ),
        "protected by a password",
    ),
    "password on DOCX": (
        lambda: OFFICE + "EncryptedPackage".encode("utf-16-le"),
        "protected by a password",
    ),
    "old Word": (lambda: OFFICE + "WordDocument".encode("utf-16-le"), "save it as DOCX"),
    "old spreadsheet": (lambda: OFFICE + "Workbook".encode("utf-16-le"), "old Office"),
    "spreadsheet": (
        lambda: zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": ""}),
        "Office document other than a text",
    ),
    "spreadsheet of ODF": (
        lambda: zipped(
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}
        ),
        "OpenDocument spreadsheet",
    ),
    "archive": (lambda: zipped({"a.txt": "Hello."}), "is a ZIP archive: unpack it"),
    "no OPF": (
        lambda: zipped({"META-INF/container.xml": "<c><rootfile full-path='a.opf'/></c>"}),
        "damaged EPUB",
    ),
    "no pages": (
        lambda: epub({"a.xhtml": "a"}, more={"book/a.opf": "<package><manifest/></package>"}),
        "damaged EPUB",
    ),
    "locked book": (
        lambda: epub({"a.xhtml": "<p>a</p>"}, more={"META-INF/encryption.xml": ADEPT}),
        "locked by its seller",
    ),
    "empty ODT": (
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "is a ZIP archive",
    ),
    "deep RTF": (lambda: b"{\\rtf1 " + b"{" * 5000, "nested too deep"),
    "notebook cut": (
        lambda: (FERRY / "ferry.ipynb").read_bytes()[:-40],
        "damaged notebook",
    ),
    "notebook deep": (
        lambda: b'{"nbformat": 4, "cells": ' + b"[" * 100_000,
        "damaged notebook",
    ),
    "notebook without cells": (lambda: b'{"nbformat": 4, "cells": []}', "has no cells"),
    "subtitles without cues": (lambda: b"WEBVTT\n\nNOTE nothing here\n", "has no cues"),
}


def reason_of(name: str) -> str:
    """What is said of a hostile file."""
    make, _ = HOSTILE[name]
    suffix = ".vtt" if "subtitles" in name else ""
    with pytest.raises(SourceError) as caught:
        drafted(make(), f"a{suffix}")
    return str(caught.value)


@pytest.mark.parametrize("name", [n for n in HOSTILE if not n.startswith(("bomb", "many"))])
def test_what_cannot_be_read_is_said_in_one_line(name):
    said = reason_of(name)
    assert HOSTILE[name][1] in said
    assert "\n" not in said


_LIMITED = """
import resource, sys
from tests.summarise.test_documents import HOSTILE, reason_of
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(reason_of(sys.argv[1]))
"""


@pytest.mark.parametrize("name", [n for n in HOSTILE if n.startswith(("bomb", "many"))])
def test_what_is_made_to_fill_the_memory_is_refused(name):
    # In a process of its own, whose address space the files and their limits fit in.
    limit = "import resource; resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))\n"
    done = subprocess.run(
        [sys.executable, "-c", limit + _LIMITED, name],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=Path(__file__).parents[2],
    )
    assert HOSTILE[name][1] in done.stdout, done.stderr[-2000:]


@given(
    st.sampled_from(["docx", "odt", "epub", "rtf", "tex", "ipynb"]),
    st.lists(
        st.tuples(
            st.floats(0, 1),
            st.integers(0, 40),
            st.sampled_from([b"", b"<", b"{", b"}", b"\\", b"&", b"99999999999", b"\xff", b"$"]),
        ),
        min_size=1,
        max_size=4,
    ),
    st.floats(0, 1),
)
def test_damage_of_any_kind_is_read_or_refused_in_one_line(form, damages, which):
    data = (FERRY / f"ferry.{form}").read_bytes()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        names = sorted(n for n in members if n.endswith(("ml", ".rels", ".opf", ".ncx")))
        name = names[int(which * (len(names) - 1))]
        data = zipped(members | {name: damaged(members[name], damages)})
    else:
        data = damaged(data, damages)
    try:
        drafted(data, f"a.{form}")
    except SourceError as error:
        assert "\n" not in str(error)


def damaged(data: bytes, damages: list[tuple[float, int, bytes]]) -> bytes:
    """The bytes with some cut out at relative places, and others put there."""
    for place, cut, put in damages:
        at = int(place * len(data))
        data = data[:at] + put + data[at + cut :]
    return data


def test_what_a_directory_says_of_sizes_is_not_believed():
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("d.xml", b" " * (LARGEST_MEMBER + 1))
    size = (LARGEST_MEMBER + 1).to_bytes(4, "little")
    lying = data.getvalue().replace(size, (10).to_bytes(4, "little"))
    with pytest.raises(SourceError, match=r"damaged|unpacks to more"):
        drafted(lying)


def test_a_wrong_mimetype_matters_to_nobody():
    members = {"mimetype": "text/plain", "META-INF/manifest.xml": "<m/>"}
    with zipfile.ZipFile(BytesIO(opendocument("<text:p>Hello there.</text:p>"))) as archive:
        members |= {n: archive.read(n) for n in archive.namelist() if n not in members}
    assert shown(drafted(zipped(members))) == ["text Hello there."]
