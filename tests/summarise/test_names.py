"""What was typed or pasted in one line: names of files as programs write them, or a text."""

from __future__ import annotations

from pathlib import Path

import pytest

import summarise
from summarise import SourceError
from summarise.loading import find_sources, source_of, sources_of_words
from summarise.sources.names import is_text, path_of_address


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file whose name has to be written with care."""
    path = tmp_path / "a b" / "50% größer.md"
    path.parent.mkdir()
    path.write_text("The ferry is late. Nobody waits for it.", encoding="utf-8")
    return path


def test_a_file_is_found_by_every_way_to_write_its_name(file: Path):
    escaped = str(file).replace(" ", "\\ ")
    local = file.as_uri().replace("file://", "file://localhost")
    for name in (str(file), f"'{file}'", f'"{file}"', f" {escaped} ", file.as_uri(), local):
        assert [source.origin for source in sources_of_words(name)] == [str(file)], name


def test_several_files_that_are_dropped_together_are_all_found(file: Path):
    other = file.with_name("other.md")
    other.write_text("The ferry is there.")
    found = sources_of_words(f"'{file}' {other.as_uri()}")
    assert [source.origin for source in found] == [str(file), str(other)]


def test_words_that_happen_to_be_names_of_files_are_a_text(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("It", "works."):
        (tmp_path / name).write_text("It is a file.")
    (found,) = sources_of_words("It works.")
    assert found.data == b"It works."


def test_a_file_address_works_as_an_argument(file: Path):
    (found,) = find_sources([file.as_uri()])
    assert found.failure is None
    assert found.key == str(file)
    (missing,) = find_sources([f"{file.as_uri()}x"])
    assert "no such file" in str(missing.failure)


@pytest.mark.parametrize(
    "address", ["file://far.example/etc/passwd", "file://", "file:a.md", "http://a/etc"]
)
def test_an_address_of_another_computer_is_no_path(address: str):
    assert path_of_address(address) is None


def test_what_a_page_or_a_feed_names_is_never_a_file_of_the_reader(file: Path):
    assert "file addresses are not read" in str(source_of(file.as_uri()).failure)
    with pytest.raises(SourceError, match="file addresses are not read"):
        summarise.load(file.as_uri())


@pytest.mark.parametrize(
    "line",
    [
        "One line pasted text here. It has two sentences and more.",
        "Nobody waits.",
        "“Nobody waits for it.”",
        "It is late. Nobody waits for it",
        "The train goes 300 km/h. Nobody believed that.",
        "Is it late?",
        "See https://example.org/a. It is all there.",
        "今日は雨です。",
    ],
)
def test_a_line_that_reads_like_sentences_is_a_text(line: str):
    assert is_text(line)
    (found,) = sources_of_words(line)
    assert found.data == line.encode()


@pytest.mark.parametrize(
    "line",
    [
        "harbour",
        "harbour.",
        "harbour.md",
        "the frozen harbour.md",
        "/tmp/no such. File is here.",
        "~/Mr. Smith is here.",
        "'/tmp/no such. File is here.'",
        "./Mr. Smith.",
        "letters/Mr. Smith",
        "file:///tmp/Mr. Smith.",
        "ftp://x.y/Mr. Smith.",
        "version 2.1",
        "Varnholm harbour",
    ],
)
def test_a_name_with_a_mistake_in_it_is_told_as_one(line: str):
    assert not is_text(line)
    (found,) = sources_of_words(line)
    assert found.failure is not None
