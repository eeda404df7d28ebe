"""Full disks, locked folders, damaged files, two at once, odd clocks: one line, and on it goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

import summarise
from summarise import Article, SourceError
from summarise.loading import source_of
from summarise.notices import notices_of
from summarise.sources.web.kept import Kept, kept_pages
from summarise.sources.web.options import Fetching
from summarise.sources.web.pages import Fetched
from tests.fuzz.files import mutated
from tests.tui.driving import app_on, settle
from tests.tui.real_terminal import RealTerminal
from tests.tui.screen_text import screen_text
from tests.tui.test_ends import READER, opened
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.state.settings import SettingsError, default_settings, parse_settings
from tui.writing import OutputError, write_new

ADDRESS = "http://a.example/ferry"
PAGE = "<html><body><article>" + "<p>The ferry was late. Nobody knew why.</p>" * 9

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no limits of this kind")


def limited(code: str, size: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run some Python whose files cannot grow beyond a size, as on a disk that is full."""
    limit = f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n"
    return subprocess.run(
        [sys.executable, "-c", limit + code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


# -- full and locked


@posix
def test_a_full_disk_leaves_a_file_as_it_was(article, tmp_path):
    out = tmp_path / "out.html"
    out.write_text("before")
    done = limited(
        "from tui.__main__ import main; sys.exit(main())", 100, "-o", str(out), str(article)
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"summarise: {out}: cannot be written: file too large\n"
    assert out.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["harbour.md", "out.html"]


@posix
def test_a_full_disk_leaves_no_half_of_a_new_file(tmp_path):
    code = (
        "from pathlib import Path\nfrom tui.writing import *\n"
        "try: write_new(Path(sys.argv[1]), 'x' * 5000)\n"
        "except OutputError as error: print(error)"
    )
    path = tmp_path / "new.txt"
    assert limited(code, 100, str(path)).stdout == f"{path}: cannot be written: file too large\n"
    assert not path.exists()


@posix
def test_a_full_disk_keeps_no_half_of_a_page(tmp_path):
    code = (
        "from pathlib import Path\nfrom datetime import *\n"
        "from summarise.sources.web.kept import *\n"
        "kept = Kept(Path(sys.argv[1]), 10**6)\n"
        "kept.keep('a', Fetched(b'x' * 5000, 'a', datetime.now(UTC)))\n"
        "print(kept.find('a'))"
    )
    folder = tmp_path / "pages"
    assert limited(code, 100, str(folder)).stdout == "None\n"
    assert list(folder.iterdir()) == []


@posix
def test_a_full_disk_keeps_no_fault_from_being_told():
    code = "from tui.process.faults import fault_of\nprint(fault_of(ValueError()))"
    line = "this is a fault of the program (ValueError): please report it\n"
    assert limited(code, 0).stdout == line


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no folder that nobody can write to")
def test_a_home_that_cannot_be_written_is_no_reason_not_to_read(spawn, article):
    nowhere = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), "/proc")
    result = spawn("-p", "-l", "1", article, env=nowhere)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("The harbour")
    result = spawn("-o", "/proc/summary.txt", article)
    assert result.code == 1
    assert len(result.complaints) == 1
    assert "/proc/summary.txt: cannot be written" in result.err


def test_a_folder_without_permission_is_one_line(tmp_path, monkeypatch):
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(OutputError, match="cannot be written: permission denied"):
        write_new(tmp_path / "new.txt", "x")


@posix
async def test_a_working_folder_that_was_deleted_is_no_reason_not_to_read(
    article, tmp_path, monkeypatch
):
    other = tmp_path / "other.txt"
    other.write_text("The pier was closed. Nobody asked why.")
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    async with app_on(article) as (app, _):
        assert isinstance(app.screen, ReaderScreen)
        assert "The harbour" in screen_text(app)
    async with app_on(article, other) as (app, _):
        assert isinstance(app.screen, LibraryScreen)
        assert "other.txt" in screen_text(app)
    with pytest.raises(SourceError, match="no such file"):
        summarise.load("other.txt")
    monkeypatch.chdir(tmp_path)


# -- damaged


def test_settings_damaged_anyhow_are_settings_or_one_line():
    usual = default_settings().replace("# ", "").encode()
    commented = default_settings().encode()
    refused = 0
    for number in range(3_000):
        dice = Random(f"settings/{number}")
        data = mutated(dice.choice((usual, commented)), usual, dice)
        try:
            parse_settings(data.decode("utf-8", "replace"))
        except SettingsError as error:
            refused += 1
            assert str(error).isprintable(), f"settings/{number}"
    assert 1_000 < refused < 2_990


def page(when: datetime) -> Fetched:
    """A page that was fetched at some time."""
    return Fetched(PAGE.encode(), ADDRESS, when, kind="text/html")


def test_kept_pages_damaged_anyhow_are_whole_or_not_there():
    kept = kept_pages(10**7)
    kept.keep(ADDRESS, page(datetime.now(UTC)))
    (file,) = kept.folder.iterdir()
    whole = file.read_bytes()
    head, _, _ = whole.partition(b"\n")
    found = 0
    for number in range(1_000):
        dice = Random(f"page/{number}")
        file.write_bytes(
            mutated(whole, whole, dice)
            if number % 2
            else whole.replace(head, mutated(head, head, dice).replace(b"\n", b""))
        )
        with suppress(SourceError):
            article = source_of(ADDRESS).load(fetching=Fetching(asks=False))
            assert isinstance(article, Article)
            assert all(line.isprintable() for line in notices_of(article)), f"page/{number}"
            found += 1
    assert found > 50


@pytest.mark.parametrize(
    "head",
    [b"[" * 60_000, b"1e999", b"{}", b"null", b'{"size": 1e999}', b'"x"', b"\xff", b"{" * 70_000],
)
def test_kept_pages_that_are_no_pages_are_not_there(head):
    kept = kept_pages(10**7)
    kept.keep(ADDRESS, page(datetime.now(UTC)))
    (file,) = kept.folder.iterdir()
    file.write_bytes(head + b"\n" + PAGE.encode())
    assert kept.find(ADDRESS) is None
    file.unlink()
    file.mkdir()
    assert kept.find(ADDRESS) is None
    kept.keep(ADDRESS, page(datetime.now(UTC)))


# -- clocks


@pytest.mark.parametrize(
    "when",
    [
        datetime.now(UTC) + timedelta(days=40_000),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Adak"])
def test_a_clock_that_jumped_harms_no_kept_page(when, zone, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    kept_pages(10**7).keep(ADDRESS, page(when))
    (notice,) = notices_of(source_of(ADDRESS).load(fetching=Fetching(asks=False)))
    assert notice.startswith("this is the page as it was fetched")
    assert notice.isprintable()


# -- two at once


def test_two_instances_keep_pages_at_once_and_find_them_whole(tmp_path):
    kept = Kept(tmp_path, 10**6)
    pages = [
        Fetched(bytes([65 + n]) * (2_000 * n + 10), ADDRESS, datetime.now(UTC)) for n in range(4)
    ]
    whole = {one.data for one in pages}
    found: list[bytes] = []

    def work(one: Fetched) -> None:
        for _ in range(60):
            kept.keep(ADDRESS, one)
            if (there := kept.find(ADDRESS)) is not None:
                found.append(there.data)

    threads = [threading.Thread(target=work, args=(one,)) for one in pages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(found) >= 230
    assert set(found) <= whole
    assert len(list(tmp_path.iterdir())) == 1


def test_two_instances_that_write_one_file_leave_one_of_them_whole(article, tmp_path):
    out = tmp_path / "out.txt"
    lengths = ("1", "3", "100%")
    running = [
        subprocess.Popen([sys.executable, "-m", "tui", "-l", length, "-o", str(out), str(article)])
        for length in lengths
    ]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    wanted = set()
    for length in lengths:
        one = tmp_path / f"{length}.txt"
        subprocess.run(
            [sys.executable, "-m", "tui", "-l", length, "-o", str(one), str(article)], check=True
        )
        wanted.add(one.read_text())
        one.unlink()
    assert out.read_text() in wanted
    assert sorted(path.name for path in tmp_path.iterdir()) == ["harbour.md", "out.txt"]


# -- files that change while they are read


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda path: path.unlink(), "no such file"),
        (lambda path: path.write_text(""), "is empty"),
        (_folder, "is a directory"),
        pytest.param(_pipe, "pipe", marks=posix),
        (lambda path: path.write_bytes(bytes(range(256)) * 9), "is not text"),
        (lambda path: path.write_text(path.read_text() * 20), "has changed"),
    ],
    ids=["gone", "emptied", "a folder", "a pipe", "bytes", "grown"],
)
async def test_a_file_that_changes_under_the_reader_is_told_of(article, change, told):
    async with app_on(article) as (app, pilot):
        change(article)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert told in " ".join(said.message for said in app._notifications)
        assert isinstance(app.screen, ReaderScreen)
        assert "froze in January" in screen_text(app)


async def test_a_file_that_goes_away_before_it_is_opened_is_told_of(article, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("The ferry sailed. It came back.")
    async with app_on(tmp_path) as (app, pilot):
        article.unlink()
        other.unlink()
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "no such file" in screen_text(app)
        assert app.is_running


@posix
@pytest.mark.parametrize(
    "device", ["/dev/zero", "/dev/urandom", "/dev/null", "/dev/tty", "/dev/full"]
)
def test_devices_are_one_line(run, device):
    if not Path(device).exists():
        pytest.skip("this system has no such device")
    result = run("-p", device)
    assert result.code == 1
    assert len(result.complaints) == 1


# -- sizes


@pytest.mark.slow
@posix
def test_a_storm_of_sizes_leaves_the_reader_whole(article):
    dice = Random(5)
    with RealTerminal([*READER, "-l", "3", str(article)]) as terminal:
        terminal.wait_for(opened)
        for number in range(150):
            terminal.resize(
                dice.choice((1, 2, 7, 40, 80, 120, 300)), dice.choice((1, 2, 5, 24, 90))
            )
            if number % 5 == 0:
                terminal.press(dice.choice("jk+-nzhe"))
        terminal.resize(100, 30)
        for key in ("\x1b", "\x1b", ":", "3\r"):
            terminal.press(key)
            terminal.settled(quiet=0.2)
        terminal.wait_for("3 of ")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.left_on == set()
        assert json.dumps(terminal.text).count("Traceback") == 0
