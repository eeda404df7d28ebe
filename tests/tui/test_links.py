"""Links of the current sentence: opened by a key or a click, copied, and never more than that."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from summarise.article import Article
from summarise.loading import source_of
from summarise.parsing import parse_draft
from summarise.sources.formats import MARKDOWN
from summarise.sources.reading import read_text
from tests.tui.document_app import cell_at
from tests.tui.driving import reader_on, said, settle
from tests.tui.real_terminal import COMMAND, RealTerminal
from tests.tui.screen_text import screen_lines, screen_text
from tui.browser import Browser, BrowserError, browser_for
from tui.screens.links import LinksScreen
from tui.screens.reader.link_use import LinkUse
from tui.text.links import Link, is_openable, links_of

PAGE = """# Mills

The [deed](https://e.org/deed) is kept, and so is [its copy](https://e.org/copy), by the county.

The [ledger](https://e.org/ledger) was never closed by anybody who has ever held it in his hands.

Look at [the plan](plans/1802.html) and at https://e.org/list (which is long), or do not look.

Nobody has ever found out why the wheel was taken away in that winter, and nobody has asked since.
"""


def article_of(source: str) -> Article:
    return parse_draft(read_text(source, MARKDOWN))


async def test_the_head_counts_the_links_that_the_list_shows(page: Path):
    async with reader_on(page) as (screen, pilot):
        place = sentence_with(screen.reading.article, "the plan")
        screen.source.move_cursor(place)
        await settle(pilot)
        assert "2 links" in screen_text(pilot.app)
        await pilot.press("B")
        await settle(pilot)
        assert isinstance(pilot.app.screen, LinksScreen)
        assert "2 links" in "\n".join(screen_lines(pilot.app)[4:]), "the panel says so too"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch) -> Path:
    """A file with the addresses that the reader's browser was given."""
    log = tmp_path / "opened.txt"
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho noise; echo "$@" >> {log}\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("BROWSER", str(program))
    log.touch()
    return log


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "mills.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def sentence_with(article: Article, words: str) -> int:
    return next(s.index for s in article.sentences if words in s.text)


def test_the_links_of_a_sentence_are_those_set_apart_and_those_written_out():
    article = article_of(PAGE)
    place = sentence_with(article, "the plan")
    assert links_of(article, place) == [
        Link("the plan", "plans/1802.html"),
        Link("https://e.org/list", "https://e.org/list"),
    ]
    on_the_web = replace(article, address="https://mills.example/old/page.html")
    assert links_of(on_the_web, place)[0].address == "https://mills.example/old/plans/1802.html"
    assert links_of(article, sentence_with(article, "Nobody")) == []


@pytest.mark.parametrize(
    "written", ["(see https://e.org/a).", "“https://e.org/a”", "https://e.org/a…"]
)
def test_marks_of_the_sentence_are_not_part_of_an_address(written: str):
    assert [one.address for one in links_of(article_of(f"So {written}"), 0)] == ["https://e.org/a"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "file:///etc/passwd",
        "plans.html",
        "/x",
        "-e",
        "https://",
        "data:x",
        "http:x",
    ],
)
def test_nothing_else_is_ever_opened(address: str):
    assert not is_openable(address)


async def test_a_key_opens_the_only_link_of_a_sentence(page: Path, opened: Path):
    async with reader_on(page) as (screen, pilot):
        screen.panes.go_into(screen.source)
        screen.source.move_cursor(sentence_with(screen.reading.article, "ledger"))
        await settle(pilot)
        assert "1 link" in screen_text(pilot.app)
        await pilot.press("B")
        await settle(pilot)
        assert opened.read_text() == "https://e.org/ledger\n"
        assert "noise" not in screen_text(pilot.app)


async def test_of_several_links_one_is_chosen(page: Path, opened: Path, monkeypatch):
    monkeypatch.setattr("tui.clipboard.system_copy", lambda _: None)
    async with reader_on(page) as (screen, pilot):
        screen.panes.go_into(screen.source)
        screen.source.move_cursor(sentence_with(screen.reading.article, "deed"))
        await pilot.press("B")
        await settle(pilot)
        assert isinstance(pilot.app.screen, LinksScreen)
        assert "its copy  https://e.org/copy" in screen_text(pilot.app)
        await pilot.press("j", "enter")
        await settle(pilot)
        assert opened.read_text() == "https://e.org/copy\n"
        await pilot.press("Y", "j", "enter")  # enter does what was asked for
        await settle(pilot)
        assert pilot.app.clipboard == "https://e.org/copy"
        assert opened.read_text() == "https://e.org/copy\n"


async def test_the_summary_has_its_links_too(page: Path, opened: Path):
    async with reader_on(page, size=(140, 40)) as (screen, pilot):
        screen.reading.keep(9)
        screen.panes.go_into(screen.summary)
        screen.summary.move_cursor(sentence_with(screen.reading.article, "ledger"))
        await pilot.press("B")
        await settle(pilot)
        assert opened.read_text() == "https://e.org/ledger\n"


async def test_a_click_with_ctrl_opens_what_is_under_the_mouse(page: Path, opened: Path):
    async with reader_on(page) as (screen, pilot):
        x, y = cell_at(screen.source, "its copy")
        await pilot.click(screen.source, offset=(x + 2, y))
        await settle(pilot)
        assert opened.read_text() == ""
        await pilot.click(screen.source, offset=(x + 2, y), control=True)
        await settle(pilot)
        assert opened.read_text() == "https://e.org/copy\n"


async def test_what_cannot_be_opened_is_said(page: Path, monkeypatch):
    monkeypatch.setenv("BROWSER", "")
    monkeypatch.setenv("PATH", "")
    async with reader_on(page) as (screen, pilot):
        article = screen.reading.article
        for words, line in {
            "Nobody": "No link in this sentence.",
            "ledger": "No browser was found: Y copies the address.",
        }.items():
            screen.source.move_cursor(sentence_with(article, words))
            screen.links.use(screen.source.cursor, copies=False)
            await settle(pilot)
            assert said(pilot.app) == [line]
        screen.links.follow("plans/1802.html")
        await settle(pilot)
        assert "Y copies it" in said(pilot.app)[0]


async def test_a_link_to_a_file_is_read_here_and_backspace_comes_back(page: Path, opened: Path):
    plans = page.parent / "plans"
    plans.mkdir()
    (plans / "1802.html").write_text(
        "<title>The plan</title><h1>The plan</h1>"
        + "<p>The wheel was drawn by the miller himself, who had never held a pen before.</p>" * 3
    )
    async with reader_on(page) as (screen, pilot):
        screen.source.move_cursor(sentence_with(screen.reading.article, "ledger"))
        screen.links.follow("plans/1802.html#wheel")
        await settle(pilot)
        assert "The plan" in screen_lines(pilot.app)[0]
        await pilot.press("backspace")
        await settle(pilot)
        assert "Mills" in screen_lines(pilot.app)[0]
        assert opened.read_text() == ""


async def test_a_link_to_what_is_no_article_says_so(page: Path, monkeypatch):
    monkeypatch.setattr("tui.clipboard.system_copy", lambda _: None)
    (page.parent / "wheel.xyz").write_bytes(b"\x00\x01")
    async with reader_on(page) as (screen, pilot):
        for target, line in {
            "wheel.xyz": "wheel.xyz is no article of a kind that can be read",
            "mills.md#top": "It leads to this very article.",
            "gone.md": "There is no file gone.md here",
            "/etc/passwd": "There is no file /etc/passwd here",
            "a%00b.md": "There is no file a%00b.md here",
        }.items():
            screen.links.follow(target)
            await settle(pilot)
            assert line in said(pilot.app)[0]
            assert pilot.app.screen is screen
        (page.parent / "plans").mkdir()
        (page.parent / "plans" / "1802.html").write_text("<p>Nothing.</p>")
        screen.source.move_cursor(sentence_with(screen.reading.article, "the plan"))
        screen.panes.go_into(screen.source)
        await pilot.press("Y", "enter")
        await settle(pilot)
        assert pilot.app.clipboard == str(page.parent / "plans" / "1802.html")


async def test_a_link_of_a_page_leads_on_from_the_page(page: Path, opened: Path):
    async with reader_on(page) as (screen, pilot):
        source = source_of("https://mills.example/old/page.html")
        links = LinkUse(screen, screen.reading, source, print, print)
        links.follow("plans/1802.html")
        await settle(pilot)
        assert opened.read_text() == "https://mills.example/old/plans/1802.html\n"


@pytest.mark.parametrize(
    ("named", "command", "in_terminal"),
    [
        ("true", ("true", "A"), False),
        ("w3m", ("w3m", "A"), True),
        ("w3m &", ("w3m", "A"), False),
        ("true --new '%s'", ("true", "--new", "A"), False),
        ("nothing-of-this-name:true", ("true", "A"), False),
    ],
)
def test_the_browser_is_what_the_reader_says(
    named: str, command: tuple[str, ...], in_terminal: bool, tmp_path: Path, monkeypatch
):
    for name in ("true", "w3m"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    monkeypatch.setenv("BROWSER", named)
    assert browser_for("A") == Browser(command, in_terminal)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("variable", "key"), [("BROWSER", "B"), ("EDITOR", "E")])
def test_a_program_that_fails_gives_the_terminal_back(
    variable: str, key: str, tmp_path, monkeypatch
):
    monkeypatch.delenv("VISUAL", raising=False)
    page = tmp_path / "page.md"
    page.write_text("The harbour froze, as [the news](https://harbour.example/) says.\n")
    failing = tmp_path / "lynx"
    failing.write_text("#!/bin/sh\necho cannot\nexit 3\n")
    failing.chmod(0o755)
    with RealTerminal(f"{COMMAND} '{page}'", env={variable: str(failing)}) as terminal:
        terminal.wait_for(lambda text: "of 1 sentence" in text)
        terminal.press(key)
        terminal.wait_for(lambda text: "3." in text and "Summary" in text)
        assert terminal.in_alternate_screen
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_without_a_word_it_is_what_the_desktop_has_or_one_in_the_terminal(tmp_path, monkeypatch):
    for name in ("xdg-open", "w3m"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    assert browser_for("https://e.org") == Browser(("xdg-open", "https://e.org"), False)
    monkeypatch.delenv("DISPLAY")
    assert browser_for("https://e.org") == Browser(("w3m", "https://e.org"), True)
    assert browser_for("mailto:a@e.org") is None


def test_a_browser_that_fails_says_so():
    for command in ((sys.executable, "-c", "raise SystemExit(3)"), ("/nowhere/to/be/found",)):
        for in_terminal in (True, False):
            with pytest.raises(BrowserError):
                Browser(command, in_terminal).open()


async def test_words_of_a_link_that_are_cut_say_so_and_addresses_stay_in_a_column(tmp_path: Path):
    path = tmp_path / "links.md"
    path.write_text(
        "# Links\n\nThe [harbour](https://example.org/one) and the [Commission for Ferries and "
        "Other Vessels](https://example.org/two) and [港の事務所 of the whole northern coast]"
        "(https://example.org/three) wrote about it.\n",
        encoding="utf-8",
    )
    async with reader_on(path, size=(100, 30)) as (screen, pilot):
        await pilot.press("B")
        await settle(pilot)
        rows = [line for line in screen_lines(screen.app) if "https://" in line][:3]
        assert ["…" in row for row in rows] == [False, True, True]
        assert len({cell_len(row[: row.index("https://")]) for row in rows}) == 1
