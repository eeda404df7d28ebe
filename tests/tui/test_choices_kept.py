"""What a language model chose is kept in the store, or in memory where nothing can be kept."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.summarise.articles import article_of
from tests.tui.stores import FERRY, FERRY_TEXT
from tui.state.choices import ChoiceMemory
from tui.state.memory import Memory, library_path
from tui.state.remembering import digest_of
from tui.state.store import schema
from tui.state.store.choices import Choices
from tui.state.store.store import open_store

ARTICLE = article_of(["The ferry stayed in port."], title="The ferry")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "summarise" / "library.db"


def old_file(path: Path) -> None:
    """A file of the version before choices, with an article in it."""
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as old:
        old.executescript(schema.MIGRATIONS[0])
        old.execute(f"pragma application_id = {schema.APPLICATION_ID}")
        old.execute("pragma user_version = 1")
        old.execute("insert into article(key, added) values('/ferry', 1)")
        old.commit()


def test_a_choice_is_there_again_in_the_next_run(path):
    for found in (None, b"[3, 1]"):
        memory = Memory(path=path)
        kept = ChoiceMemory(memory).of(ARTICLE)
        assert kept.get("a") == found
        kept["a"] = b"[3, 1]"
        assert kept.get("a") == b"[3, 1]"
        memory.close()


def test_a_file_of_the_version_before_gets_its_table_and_keeps_what_it_has(path):
    old_file(path)
    memory = Memory(path=path)
    kept = ChoiceMemory(memory).of(ARTICLE)
    kept["a"] = b"[1]"
    assert memory.take_notice() == ""
    memory.close()
    with closing(sqlite3.connect(path)) as now:
        assert now.execute("pragma user_version").fetchone() == (schema.VERSION,)
        assert now.execute("select key from article").fetchall() == [("/ferry",)]
        assert now.execute("select asked, data from choice").fetchall() == [("a", b"[1]")]


def test_the_oldest_go_where_there_are_too_many(path):
    store = open_store(path)
    choices = Choices(store._database, largest=3_000)
    for number in range(10):
        choices.keep(f"{number}", "digest", bytes(1_000))
    assert [n for n in range(10) if choices.find(f"{n}")] == [7, 8, 9]
    choices.keep("7", "digest", bytes(1_000))  # anew: it is the youngest now
    choices.keep("10", "digest", bytes(900))
    assert [n for n in range(11) if choices.find(f"{n}")] == [7, 9, 10]
    choices.keep("11", "digest", bytes(4_000))
    assert [n for n in range(12) if choices.find(f"{n}")] == []
    store.close()


@pytest.mark.parametrize("in_store", [True, False])
def test_where_nothing_is_remembered_choices_last_until_the_end_and_nothing_is_written(
    hermetic, in_store
):
    memory = Memory(on=in_store is False)  # --no-history, or --no-cache
    kept = ChoiceMemory(memory, in_store=in_store)
    kept.of(ARTICLE)["a"] = b"[1]"
    assert kept.of(ARTICLE).get("a") == b"[1]"
    assert ChoiceMemory(memory, in_store=in_store).of(ARTICLE).get("a") is None
    assert not library_path().exists()
    assert [path for path in hermetic.rglob("*") if path.is_file()] == []


def test_what_is_held_in_memory_is_bounded_too():
    kept = ChoiceMemory(Memory(on=False), largest=2_500).of(ARTICLE)
    for number in range(5):
        kept[f"{number}"] = bytes(1_000)
    assert [n for n in range(5) if kept.get(f"{n}")] == [3, 4]


def test_a_newer_file_is_asked_and_not_written(path):
    memory = Memory(path=path)
    ChoiceMemory(memory).of(ARTICLE)["a"] = b"[1]"
    memory.close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"pragma user_version = {schema.VERSION + 1}")
        newer.commit()
    before = path.read_bytes()
    kept = ChoiceMemory(memory).of(ARTICLE)
    kept["b"] = b"[2]"
    assert (kept.get("a"), kept.get("b")) == (b"[1]", b"[2]")
    assert "newer version" in memory.take_notice()
    assert memory.take_notice() == ""
    memory.close()
    assert path.read_bytes() == before


def test_a_file_that_can_only_be_read_and_is_too_old_for_choices_is_not_called_damaged(
    path, monkeypatch
):
    old_file(path)
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever is root may write anywhere
    memory = Memory(path=path)
    kept = ChoiceMemory(memory).of(ARTICLE)
    assert kept.get("a") is None
    kept["a"] = b"[1]"
    assert kept.get("a") == b"[1]"
    assert "may not be written: nothing new is kept" in memory.take_notice()
    assert memory.take_notice() == ""
    memory.close()


def test_a_damaged_file_is_set_aside_and_the_choice_is_kept_in_the_new_one(path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"These are the notes of somebody, and no database.\n" * 100)
    memory = Memory(path=path)
    kept = ChoiceMemory(memory).of(ARTICLE)
    kept["a"] = b"[1]"
    assert "it is kept as library.damaged-" in memory.take_notice()
    memory.close()
    assert ChoiceMemory(Memory(path=path)).of(ARTICLE).get("a") == b"[1]"


def test_what_was_put_in_its_place_is_no_choice(path):
    memory = Memory(path=path)
    ChoiceMemory(memory).of(ARTICLE)["a"] = b"[1]"
    memory.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("update choice set data = 7")
        other.commit()
    assert ChoiceMemory(memory).of(ARTICLE).get("a") is None


def test_an_article_that_is_forgotten_takes_its_choices_along(path):
    store = open_store(path)
    store.articles.open(FERRY, digest_of(ARTICLE), FERRY_TEXT)
    store.choices.keep("a", digest_of(ARTICLE), b"reason-of-the-ferry")
    store.choices.keep("b", "another", b"reason-of-the-bees")
    store.articles.forget([FERRY.key])
    assert (store.choices.find("a"), store.choices.find("b")) == (None, b"reason-of-the-bees")
    assert b"reason-of-the-ferry" not in path.read_bytes()
    store.close()


def test_forgetting_everything_forgets_choices_of_what_was_only_printed(run):
    store = open_store(library_path())
    store.choices.keep("a", "printed", b"reason-of-the-ferry")
    store.close()
    assert run("history", "forget", "--all").code == 0
    assert b"reason-of-the-ferry" not in library_path().read_bytes()
    with closing(open_store(library_path())) as store:
        assert store.choices.find("a") is None
