"""The store's file: private, brought up to date, and never a reason not to read."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from threading import Barrier, Thread

import pytest

from tests.tui.stores import BEES, BEES_TEXT, FERRY, FERRY_TEXT, Clock, text_of
from tui.state.memory import Memory, library_path
from tui.state.store import Facts, Mark, schema
from tui.state.store.database import StoreError
from tui.state.store.store import open_store

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "summarise" / "library.db"


@pytest.fixture
def filled(path: Path) -> Path:
    """A file with two articles in it, that nobody has open."""
    store = open_store(path)
    store.articles.open(FERRY, "digest", FERRY_TEXT)
    store.articles.note(BEES, BEES_TEXT)
    store.close()
    return path


def keys(path: Path) -> set[str]:
    store = open_store(path)
    try:
        return {article.key for article in store.articles.walk()}
    finally:
        store.close()


def aside(path: Path) -> list[Path]:
    return sorted(path.parent.glob("library.damaged-*.db"))


# -- whose it is, and where


def test_it_lies_in_the_state_folder_of_the_user(hermetic):
    assert library_path() == hermetic / ".local/state/summarise/library.db"


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_nobody_else_can_read_it(path):
    before = os.umask(0)
    try:
        store = open_store(path)
        store.articles.note(FERRY, FERRY_TEXT)
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        files = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        assert files == dict.fromkeys(["library.db", "library.db-shm", "library.db-wal"], 0o600)
        store.close()
    finally:
        os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_a_file_that_others_could_read_is_closed_to_them(filled):
    filled.chmod(0o644)
    filled.parent.chmod(0o755)
    open_store(filled).close()
    assert stat.S_IMODE(filled.stat().st_mode) == 0o600
    assert stat.S_IMODE(filled.parent.stat().st_mode) == 0o700


def test_a_name_with_odd_characters_is_that_file(tmp_path):
    path = tmp_path / "what?mode=memory#%20 é" / "library.db"
    open_store(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["library.db"]


# -- two instances


def test_what_one_instance_writes_another_one_sees(path):
    one, other = open_store(path), open_store(path)
    one.articles.note(FERRY, FERRY_TEXT)
    other.articles.mark([FERRY], Mark.SAVED)
    assert [article.key for article in one.articles.saved()] == [FERRY.key]
    assert [hit.article.key for hit in other.search.find("hull")] == [FERRY.key]
    one.close()
    assert other.articles.find(FERRY.key) is not None
    other.close()


def test_an_instance_waits_for_another_that_writes_and_gives_up_in_a_line(path):
    busy, waiting = open_store(path), open_store(path, patience=0.2)
    with busy._database.writing():
        with pytest.raises(StoreError, match="another program is using it"):
            waiting.articles.note(FERRY)
        assert waiting.articles.find(FERRY.key) is None  # reading goes on
    waiting.articles.note(FERRY)
    assert waiting.articles.find(FERRY.key) is not None


def test_many_threads_use_one_store(path):
    store = open_store(path)
    start = Barrier(8)

    def work(number: int) -> None:
        start.wait()
        for turn in range(20):
            store.articles.note(
                Facts(f"/{number}/{turn}"), text_of(f"Thread {number} says {turn}.")
            )
            store.search.find("says")

    threads = [Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(store.articles.walk())) == 160
    assert len(store.search.find("says", limit=1_000)) == 160


def test_instances_that_open_a_new_file_at_once_get_on(path):
    script = (
        "import sys; from pathlib import Path; from tui.state.store import Facts\n"
        "from tui.state.store.store import open_store\n"
        "store = open_store(Path(sys.argv[1])); store.articles.note(Facts(sys.argv[2]))"
    )
    run = [sys.executable, "-c", script, str(path)]
    started = [
        subprocess.Popen([*run, f"/{number}"], cwd=ROOT, stderr=subprocess.PIPE)
        for number in range(6)
    ]
    assert [process.communicate()[1] for process in started] == [b""] * 6
    assert keys(path) == {f"/{number}" for number in range(6)}


# -- older and newer files


def test_a_file_of_a_newer_version_is_read_and_not_written(filled):
    with sqlite3.connect(filled) as newer:
        newer.execute(f"pragma user_version = {schema.VERSION + 1}")
        newer.execute("create table something_new(x)")
    newer.close()
    before = filled.read_bytes()
    store = open_store(filled)
    assert store.read_only
    assert "newer version" in store.notice
    assert store.articles.find(FERRY.key).facts == FERRY
    assert [hit.article.key for hit in store.search.find("hull")] == [FERRY.key]
    with pytest.raises(StoreError, match="may not be written"):
        store.articles.note(BEES)
    store.close()
    assert filled.read_bytes() == before
    assert aside(filled) == []


def test_a_file_that_was_only_begun_is_finished(path):
    path.parent.mkdir(parents=True)
    path.touch()
    assert keys(path) == set()
    assert aside(path) == []


def test_each_step_of_the_schema_leads_to_the_next(path, monkeypatch):
    steps = (*schema.MIGRATIONS, "alter table folder add column note text not null default ''")
    store = open_store(path)
    store.articles.note(FERRY)
    store.close()
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    monkeypatch.setattr(schema, "VERSION", len(steps))
    store = open_store(path)
    assert store.articles.find(FERRY.key).facts == FERRY
    assert store._database.value("pragma user_version") == len(steps)
    assert store._database.rows("select note from folder") == []


def test_a_step_that_fails_leaves_the_file_as_it_was(filled, monkeypatch):
    monkeypatch.setattr(
        schema, "MIGRATIONS", (*schema.MIGRATIONS, "drop table folder; insert into folder values")
    )
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    store = open_store(filled)  # as it is, to be read
    assert store.read_only
    assert store.folders.all() == []
    store.close()
    monkeypatch.undo()
    assert keys(filled) == {FERRY.key, BEES.key}


# -- damaged and foreign files


def _text(path: Path) -> None:
    path.write_bytes(b"These are the notes of somebody, and no database.\n" * 100)


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(16_384))


def _cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2 - 100])


def _pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    random = Random(7)
    for page in range(1, len(data) // 4096):
        data[page * 4096 : page * 4096 + 512] = random.randbytes(512)
    path.write_bytes(data)


def _index(path: Path) -> None:
    """The first page of the index: nothing looks at it until somebody searches."""
    with sqlite3.connect(path) as database:
        root = database.execute("select rootpage from sqlite_schema where name = 'found_data'")
        page = root.fetchone()[0]
    database.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(data)


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("create table bookmarks(url text)")
        other.execute("insert into bookmarks values('https://example.org')")
    other.close()


def _without_a_table(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("drop table body")
    other.close()


@pytest.mark.parametrize("harm", [_text, _zeros, _cut, _pages, _foreign, _without_a_table])
def test_a_damaged_or_foreign_file_is_set_aside_and_told_of(filled, harm):
    harm(filled)
    before = filled.read_bytes()
    store = open_store(filled)
    assert not store.read_only
    (kept,) = aside(filled)
    assert kept.read_bytes() == before
    assert kept.name in store.notice
    assert "\n" not in store.notice
    store.articles.note(FERRY)
    store.close()
    assert keys(filled) == {FERRY.key}


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(filled):
    for _ in range(3):
        _text(filled)
        open_store(filled).close()
    assert len(aside(filled)) == 3


def test_damage_that_shows_later_sets_the_file_aside_and_the_work_is_done_again(filled):
    memory = Memory(path=filled)
    assert memory.use(lambda store: len(store.articles.history()), otherwise=-1) == 1
    memory.close()
    _index(filled)
    found = memory.use(lambda store: store.search.find("hull"), otherwise=None)
    assert found == []
    assert "library.damaged-" in memory.take_notice()
    assert memory.take_notice() == ""
    memory.use(lambda store: store.articles.note(FERRY, FERRY_TEXT), otherwise=None)
    assert len(memory.use(lambda store: store.search.find("hull"), otherwise=[])) == 1
    assert len(aside(filled)) == 1
    memory.close()


def test_damage_that_nobody_runs_into_is_found_within_a_week(filled):
    _index(filled)
    clock = Clock(time.time() + 86_400)
    open_store(filled, clock=clock).close()
    assert aside(filled) == []
    clock.now += 8 * 86_400
    open_store(filled, clock=clock).close()
    assert len(aside(filled)) == 1


# -- nothing can be written


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_that_may_not_be_written_is_read(filled):
    filled.chmod(0o400)
    filled.parent.chmod(0o500)
    try:
        store = open_store(filled)
        assert store.read_only
        assert "may not be written" in store.notice
        assert store.articles.find(FERRY.key).facts == FERRY
        store.close()
    finally:
        filled.parent.chmod(0o700)


@pytest.mark.parametrize("kind", ["file", "folder", "pipe"])
def test_where_nothing_can_be_kept_one_line_says_so(tmp_path, kind):
    path = tmp_path / "state" / "library.db"
    if kind == "file":
        (tmp_path / "state").write_text("in the way")
    elif kind == "folder":
        path.mkdir(parents=True)
    else:
        path.parent.mkdir()
        os.mkfifo(path)
    memory = Memory(path=path)
    assert memory.use(lambda store: store.articles.history(), otherwise=[]) == []
    notice = memory.take_notice()
    assert str(path) in notice
    assert "\n" not in notice
    assert memory.use(lambda store: store.articles.history(), otherwise=[]) == []
    assert memory.take_notice() == ""  # once is enough


def test_a_full_disk_is_one_line_and_what_was_kept_stays(filled):
    store = open_store(filled)
    pages = store._database.value("pragma page_count")
    store._database.value(f"pragma max_page_count = {pages}")
    random = Random(3)
    large = text_of(*(f"{random.random()} {random.random()}" for _ in range(20_000)))
    with pytest.raises(StoreError, match="no room left on the disk"):
        store.articles.note(Facts("/large"), large)
    assert store.articles.find("/large") is None
    assert store.search.find("hull")
    store.close()
    assert keys(filled) == {FERRY.key, BEES.key}


@pytest.mark.skipif(os.name == "nt", reason="limits are POSIX's")
def test_a_disk_without_room_for_the_journal_is_one_line(filled):
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from tui.state.memory import Memory; from tui.state.store import Facts, Text\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "memory = Memory(path=Path(sys.argv[1]))\n"
        "memory.use(lambda store: store.articles.history(), otherwise=None)\n"
        "size = Path(sys.argv[1]).stat().st_size\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))\n"
        "import random\n"
        "text = ' '.join(str(random.random()) for _ in range(60_000))\n"
        "print(memory.use(lambda store: store.articles.note(Facts('/l'), Text(text)), 'nothing'))\n"
        "print(memory.take_notice())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(filled)], cwd=ROOT, capture_output=True, text=True
    )
    answer, notice = done.stdout.splitlines()
    assert answer == "nothing"
    assert notice.startswith(f"{filled}: ")
    assert keys(filled) == {FERRY.key, BEES.key}


# -- nothing is wanted


def test_a_memory_that_is_off_makes_no_file(path):
    memory = Memory(on=False, path=path)
    assert memory.use(lambda store: store.articles.history(), otherwise="nothing") == "nothing"
    memory.close()
    assert not path.parent.exists()
