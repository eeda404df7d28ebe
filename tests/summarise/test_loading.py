"""Files, pipes and bytes become articles; everything else becomes one plain line."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarise
from summarise import Chapter, SourceError
from summarise.draft import Block, Draft
from summarise.loading import find_sources, left_out_of
from summarise.notices import notices_of
from summarise.parsing import parse_draft
from summarise.sources.files import LARGEST, find_articles
from summarise.sources.formats import format_of_bytes
from summarise.sources.reading import sanitised
from summarise.text.sanitise import sanitise, sanitise_line
from tests.summarise.articles import read_bytes

TEXT = "The bridge opens\n\nIt took six years to find the money. It took three to find a firm.\n"


def reason_of(source: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        summarise.load(source)
    message = str(caught.value)
    assert message.isprintable()
    assert message.startswith(caught.value.name)
    return caught.value.reason


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.txt", TEXT, "text"),
        ("a.md", "# Head\n\n" + TEXT, "Markdown"),
        ("a.MARKDOWN", "# Head\n\n" + TEXT, "Markdown"),
        ("a.html", f"<p>{TEXT * 5}</p>", "web page"),
        ("a", TEXT, "text"),
        ("a", f"<!DOCTYPE html>\n<html><body><p>{TEXT * 5}</p></body></html>", "web page"),
        (
            "a.php",
            f"\ufeff <!-- x --> <!-- y -->\n<html><body><p>{TEXT}</p></body></html>",
            "web page",
        ),
        ("a.txt", f"<html> is a tag.\n\n{TEXT}", "text"),
        ("a.unknown", TEXT, "text"),
    ],
)
def test_the_format_is_known_by_suffix_and_content(tmp_path, name, content, form):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    article = summarise.load(path)
    assert article.form == form
    assert "six years" in article.text
    assert article.name == str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "\ufeff", " \n\t\f", "\ufeff \n"])
@pytest.mark.parametrize(
    ("begins", "form"),
    [
        ("<html>", "HTML"),
        ("<!-- x --><HTML>", "HTML"),
        ('<rss version="2.0">', "feed"),
        ('{"version": "https://jsonfeed.org/version/1.1"}', "feed"),
    ],
)
def test_a_format_is_known_by_how_it_begins_behind_spaces_and_marks(begins, form, before, encoding):
    found = format_of_bytes((before + begins).encode(encoding))
    assert found is not None
    assert found.name == form


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    article = summarise.load("-")
    assert (article.title, article.name) == ("The bridge opens", "standard input")


def test_standard_input_that_is_closed(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert "closed" in reason_of("-")


def test_a_language_can_be_given(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert summarise.load(path, language="de").language == "de"


def test_a_missing_file(tmp_path):
    assert reason_of(tmp_path / "no.txt") == "no such file: check the name"


def test_a_directory(tmp_path):
    assert reason_of(tmp_path).startswith("is a directory")


def test_a_file_used_as_a_directory(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert "not a directory" in reason_of(tmp_path / "a.txt" / "b.txt")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read anything")
def test_no_permission(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "permission" in reason_of(path)


def test_no_permission_is_said_in_plain_words(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert reason_of(path) == "no permission to read it"


@pytest.mark.parametrize("content", [b"", b" \n\t \n", b"\xef\xbb\xbf", b"\x1b[0m\n", b"\n" * 1000])
def test_files_without_text(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert reason_of(path) in ("is empty", "has no text in it")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"\x1f\x8b\x08\x00", "gzip, and cut off"),
        (b"\x1f\x8b\x08" + b"\xff" * 90, "gzip, and damaged"),
        (gzip.compress(b"x" * 90, mtime=0)[:-9], "gzip, and cut off"),
        (gzip.compress(b"", mtime=0), "is empty"),
        (gzip.compress(gzip.compress(b"A text.", mtime=0), mtime=0), "not text"),
        (b"<?xml version='1.0'?>\n<rss version='2.0'><channel/></rss>", "a feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "a feed"),
        (bytes(range(256)), "not text"),
    ],
)
@pytest.mark.parametrize("suffix", ["", ".txt", ".html", ".md"])
def test_binaries_are_named(tmp_path, content, kind, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    assert kind in reason_of(path)


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.txt.gz", "The ferry is late. Nobody waits.", "text"),
        ("a.md.gz", "The *ferry* is late.", "Markdown"),
        ("lamp.1.gz", ".TH LAMP 1\n.SH NAME\nlamp \\- light a lamp\n", "man page"),
        ("a.gz", "<!doctype html><html><body><p>The ferry is late.</p></body></html>", "web page"),
    ],
)
def test_a_file_that_is_packed_is_read_as_what_it_is(tmp_path, name, text, form):
    path = tmp_path / name
    packed = gzip.compress(text[:9].encode()) + gzip.compress(text[9:].encode()) + b"\0" * 9
    path.write_bytes(packed)
    assert summarise.load(path).form == form


def test_a_packed_file_is_unpacked_to_no_more_than_is_read(tmp_path):
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(bytes(3 * LARGEST), 1))
    tracemalloc.start()
    try:
        assert "larger than 64 MB" in reason_of(path)
        assert tracemalloc.get_traced_memory()[1] < 3 * LARGEST
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("member", "kind"),
    [("mimetype", "EPUB"), ("word/document.xml", "Word"), ("other.txt", "ZIP")],
)
def test_archives_are_named(tmp_path, member, kind):
    path = tmp_path / "a"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "application/epub+zip" if kind == "EPUB" else "x")
    assert kind in reason_of(path)


@pytest.mark.parametrize(
    "name", ["", "a\0b", "a\x1b[31mb.txt", "a\nb", "a\udcff.txt", "x" * 5000, "\u202etxt.exe"]
)
def test_odd_names_are_shown_safely(name):
    assert reason_of(name)


def test_a_name_that_is_not_utf8_can_be_read(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text(TEXT)
    except OSError:
        pytest.skip("this file system wants names in UTF-8")
    article = summarise.load(os.fsdecode(path))
    assert article.name.endswith("caf\ufffd.txt")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_endless_devices_are_refused():
    assert "device" in reason_of("/dev/zero")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_named_pipes_are_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in reason_of(tmp_path / "pipe.txt")


def test_too_large_a_file(tmp_path, monkeypatch):
    monkeypatch.setattr("summarise.sources.reading.LARGEST", 100)
    path = tmp_path / "a.txt"
    path.write_text("word " * 100)
    assert "larger than" in reason_of(path)


def test_bytes_take_their_format_from_the_name():
    assert read_bytes(b"# Head\n\nText is here.", "a.md").form == "Markdown"
    assert read_bytes(TEXT.encode(), "pasted").title == "The bridge opens"


def test_articles_of_a_directory(tmp_path):
    for name in (
        "b.txt",
        "a.md",
        "sub/c.html",
        "sub/deep/d.TXT",
        ".hidden.txt",
        ".git/e.txt",
        "f.png",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    found = [path.relative_to(tmp_path).as_posix() for path in find_articles(tmp_path).paths]
    assert found == ["a.md", "b.txt", "sub/c.html", "sub/deep/d.TXT"]


def test_a_directory_that_contains_itself(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    try:
        (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert [path.name for path in find_articles(tmp_path).paths] == ["a.txt"]


def test_an_empty_or_missing_directory(tmp_path):
    with pytest.raises(SourceError, match="no articles in this folder: text, Markdown, HTML,"):
        find_articles(tmp_path)
    with pytest.raises(SourceError, match="no such file"):
        find_articles(tmp_path / "no")


def test_what_a_full_directory_has_besides_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("summarise.sources.files._MOST_ARTICLES", 3)
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(TEXT)
    listing = find_articles(tmp_path)
    assert [path.name for path in listing.paths] == ["0.txt", "1.txt", "2.txt"]
    assert listing.left_out == ("3 of 6 articles are listed: name a folder in it for the others")
    monkeypatch.setattr("summarise.sources.files._MOST_ENTRIES", 5)
    assert find_articles(tmp_path).left_out.startswith("3 of more than 5 articles are ")
    monkeypatch.setattr("summarise.sources.files._MOST_ENTRIES", 2)
    assert find_articles(tmp_path).left_out.startswith("only the first 2 files ")
    assert left_out_of(find_sources([str(tmp_path)])) == [
        f"{tmp_path}: only the first 2 files were looked at: name a folder in it for the others"
    ]


def test_an_article_is_found_however_deep_it_lies(tmp_path):
    path = tmp_path.joinpath(*["d"] * 40)
    path.mkdir(parents=True)
    (path / "a.txt").write_text(TEXT)
    listing = find_articles(tmp_path)
    assert [path.name for path in listing.paths] == ["a.txt"]
    assert not listing.left_out


@pytest.mark.parametrize(
    "content", [b"<", b"<html", b"<!--" * 1000, b"<!---->" * 500 + b"x", b"<" * 9000]
)
def test_what_hardly_is_a_page_is_read_in_time(content):
    try:
        assert read_bytes(content, "x").text
    except SourceError as error:
        assert "no text" in str(error)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=30),
            st.sampled_from(
                [
                    b"# Head\n\n",
                    b"Some words here. ",
                    b"\n\n",
                    b"<p>",
                    b"\x1b[31m",
                    b"\xff\xfe",
                    b"> ",
                ]
            ),
        ),
        max_size=20,
    ).map(b"".join),
    st.sampled_from(["", ".txt", ".md", ".html", ".log"]),
)
def test_any_bytes_are_an_article_or_one_plain_line(data, suffix):
    try:
        article = read_bytes(data, f"a{suffix}")
    except SourceError as error:
        assert str(error).isprintable()
    else:
        assert article.paragraphs
        assert sanitise(article.text) == article.text
        assert sanitise_line(article.title) == article.title


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no names for open files")
def test_a_pipe_that_is_open_already():
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(b"It rained all day. Nobody came.")
    try:
        article = summarise.load(f"/dev/fd/{reading}")
    finally:
        os.close(reading)
    assert [s.text for s in article.sentences] == ["It rained all day.", "Nobody came."]


def test_what_a_source_says_of_itself_is_in_the_article_made_safe():
    draft = Draft(
        blocks=(Block("One."), Block("\x1b[31m"), Block("Two."), Block("Three.")),
        author="Ann\x1b[2J Bell",
        date="2026-03-01",
        site="The\nWeekly",
        address="https://example.org/a",
        chapters=(Chapter("First", 0), Chapter("Empty", 1), Chapter("Sec\tond", 2)),
        note="Two pages\x07 are missing.",
    )
    article = parse_draft(sanitised(draft))
    assert (article.author, article.date) == ("Ann Bell", "2026-03-01")
    assert (article.site, article.address) == ("The Weekly", "https://example.org/a")
    assert article.chapters == (Chapter("First", 0), Chapter("Sec ond", 1))
    assert notices_of(article)[0] == "Two pages are missing."


def test_a_text_without_blocks_has_no_chapters():
    assert sanitised(Draft(chapters=())).chapters == ()
    assert sanitised(Draft((Block("\x07"),), chapters=(Chapter("A", 0),))).chapters == ()
