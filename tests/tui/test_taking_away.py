"""Texts that are taken out of a reading, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

import summarise
from summarise.errors import SummariseError
from summarise.length import Length
from tests.tui.driving import reader_on, said, settle
from tests.tui.ranked_sample import ARTICLE, ranked_reading
from tui.screens.reader.telling import Telling
from tui.state.decisions import Decisions
from tui.state.reading import Reading
from tui.state.reading_state import Layout, ReadingState
from tui.state.taking_away import NothingToTakeError, Taken, TakingAway, ThereAlreadyError


@pytest.fixture
def reading() -> Reading:
    return ranked_reading()


def test_the_summary_is_taken_with_the_number_of_its_sentences(reading: Reading):
    taken = TakingAway(reading, "article.txt").summary()
    assert taken.text == str(reading.summary)
    assert taken.sentences == 5


def test_what_stands_in_the_place_of_the_summary_is_what_is_copied(reading: Reading):
    taking = TakingAway(reading, "article.txt")
    reading.change(layout=Layout.SENTENCE)
    assert taking.summary() == Taken(taking.sentence(reading.ranking.order[0]), 1)
    reading.change(layout=Layout.TITLE)
    assert taking.summary() == Taken(reading.article.title, 0)
    reading.change(layout=Layout.SUMMARY)
    assert taking.summary().sentences == 5


async def test_the_toast_says_what_was_copied():
    async with reader_on() as (screen, pilot):
        for layout, what in ((Layout.SENTENCE, "1 sentence "), (Layout.TITLE, "the title ")):
            screen.reading.change(layout=layout)
            await pilot.press("c")
            await settle(pilot)
            assert any(f"Sent {what}" in line for line in said(screen.app))


def test_there_is_nothing_to_take_before_a_ranking_and_nothing_in_an_empty_summary():
    bare = Reading(ARTICLE, ReadingState("salience", Length(5)))
    with pytest.raises(NothingToTakeError, match="still being ranked"):
        TakingAway(bare, "article.txt").summary()
    article = summarise.parse("The harbour at Varnholm froze in January.")
    empty = Reading(article, ReadingState("salience", Length(5)))
    empty.accept(summarise.rank(article))
    Decisions(empty).toggle_drop(0)
    with pytest.raises(NothingToTakeError):
        TakingAway(empty, "article.txt").summary()


def test_a_new_file_is_written_in_the_format_of_its_ending(reading: Reading, tmp_path: Path):
    path = TakingAway(reading, "article.txt").write(f"  {tmp_path / 'summary.json'} ")
    assert path == tmp_path / "summary.json"
    assert path.read_text(encoding="utf-8").startswith("{")


def test_a_file_that_is_there_is_not_written_over(reading: Reading, tmp_path: Path):
    path = tmp_path / "summary.md"
    path.write_text("precious")
    with pytest.raises(SummariseError, match="there already"):
        TakingAway(reading, "article.txt").write(str(path))
    assert path.read_text() == "precious"
    TakingAway(reading, "article.txt").write(str(path), over=True)
    assert path.read_text() == summarise.export(reading.summary, "markdown")


def test_the_name_that_is_proposed_is_that_of_the_article(reading: Reading):
    assert TakingAway(reading, "article.txt").proposed_name == (
        "how-russia-is-losing-one-of-its-allies-to-one-of-its-worst.md"
    )
    bare = summarise.parse("Die Fähre lag im März im Hafen. Sie fuhr im Mai.")
    untitled = Reading(bare, ReadingState("salience", Length(5)))
    assert TakingAway(untitled, "article.txt").proposed_name == "summary.md"


@pytest.mark.parametrize("name", ["s.pdf", "s.DOCX", "s.epub", "s.png", "s.xls"])
def test_text_is_not_written_under_the_name_of_something_else(
    reading: Reading, tmp_path: Path, name: str
):
    with pytest.raises(SummariseError, match=r"choose one of \.txt \.md \.json \.html"):
        TakingAway(reading, "article.txt").write(str(tmp_path / name))
    assert not list(tmp_path.iterdir())


def test_no_name_writes_nothing(reading: Reading):
    assert TakingAway(reading, "article.txt").write("  ") is None


def test_what_is_read_is_never_written_over(reading: Reading, tmp_path: Path):
    article, other = tmp_path / "article.md", tmp_path / "other.md"
    article.write_text("An article.", "utf-8")
    other.symlink_to(article)
    taking = TakingAway(reading, str(article))
    for path in (article, other, tmp_path / "folder" / ".." / "article.md"):
        (tmp_path / "folder").mkdir(exist_ok=True)
        for over in (False, True):
            with pytest.raises(ThereAlreadyError, match="is what is read here"):
                taking.write(str(path), over=over)
    assert article.read_text("utf-8") == "An article."


def test_what_comes_of_it_is_told(reading: Reading, tmp_path: Path):
    told: list[str] = []
    copied: list[tuple[str, str]] = []
    written: list[Path] = []
    telling = Telling(
        reading,
        "article.txt",
        told.append,
        lambda text, what: copied.append((text, what)),
        written.append,
    )
    telling.copy_summary()
    telling.copy_selection(None, 4)
    telling.copy_selection("words", 4)
    telling.copy_sentence(None)
    assert [what for _, what in copied] == ["5 sentences", "the sentence", "the selection"]
    assert telling.write(str(tmp_path / "summary.txt")) is None
    assert "there already" in (telling.write(str(tmp_path / "summary.txt")) or "")
    wrong = telling.write(str(tmp_path / "nowhere" / "summary.txt"))
    assert wrong == "cannot be written: no such file or directory"
    assert told == [f"Written to {tmp_path / 'summary.txt'}."]
    assert written == [tmp_path / "summary.txt"]
    told.clear()
    telling.undo()
    telling.focus_on("  the  opposition ")
    telling.focus_on(" ")
    telling.undo()
    telling.redo()
    assert told[0] == "Nothing to undo."
    assert told[2:] == [
        "Undone: asking for more of the opposition; now asking for no term.",
        "Redone: asking for more of the opposition; now asking for more of the opposition.",
    ]
    assert reading.state.choices.focus == ("the opposition",)
