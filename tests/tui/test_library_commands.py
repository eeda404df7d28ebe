"""What is remembered, from the command line: history, saved, feeds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarise import Length
from summarise.loading import source_of
from tests.local_server import serving
from tests.tui.conftest import ARTICLE
from tui.state.memory import Memory, library_path
from tui.state.reading_state import Choices, ReadingState
from tui.state.remembering import facts_of, kept_of, text_of

OPML = """\
<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Courier" type="rss" xmlUrl="https://courier.example/feed.xml"/>
<outline text="Science &amp; more">
  <outline text="Bees" type="rss" xmlUrl="https://bees.example/atom" htmlUrl="https://bees.example"/>
</outline></body></opml>
"""


@pytest.fixture
def read(article: Path) -> Path:
    """An article that was read to its middle, with a pin."""
    source = source_of(str(article))
    loaded = source.load()
    state = ReadingState("salience", Length(5), choices=Choices(pins=frozenset({2})), place=4)
    memory = Memory()

    def keep(store):
        store.articles.open(facts_of(source, loaded), "digest", text_of(loaded))
        store.articles.leave(source.key, kept_of(state, loaded))

    memory.use(keep, otherwise=None)
    memory.close()
    return article


def follow(address: str, folder: str = "") -> None:
    """Follow a feed without asking its server."""
    memory = Memory()
    memory.use(lambda store: store.feeds.add(address, folder=folder), otherwise=False)
    memory.close()


def objects(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


# -- lists and search


def test_the_history_names_what_was_read_and_where_it_was_left(run, read):
    done = run("history")
    assert done.code == 0
    first, second = done.out.splitlines()
    assert first.endswith("The harbour at Varnholm")
    assert first.lstrip().startswith("1  20")
    assert second.strip().startswith(str(read))
    assert "left at " in second
    assert "1 pin" in second


def test_for_programs_there_is_an_object_on_each_line(run, read):
    (found,) = objects(run("history", "--json").out)
    assert (found["kind"], found["key"]) == ("article", str(read))
    assert found["reading"]["pins"][0]["at"] == 2
    assert "text" not in found


@pytest.mark.parametrize("words", [["ice", "silence"], ["ICE sil"], ["Fishermen"]])
def test_a_search_shows_the_sentence_that_matched(run, read, words):
    done = run("history", "search", *words)
    assert str(read) in done.out
    assert "Fishermen walked across the ice to the island" in done.out
    (found,) = objects(run("history", "search", "--json", *words).out)
    assert found["sentence"].startswith("Fishermen walked")


@pytest.mark.usefixtures("read")
def test_a_search_without_a_hit_says_so(run):
    done = run("history", "search", "zebra")
    assert (done.code, done.out) == (0, "")
    assert done.complaints == ["summarise: no article that is remembered has all of these words"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["history"], "Nothing was read yet."),
        (["saved"], "Nothing is saved."),
        (["feeds"], "No feed is followed: summarise feeds add ADDRESS"),
    ],
)
def test_where_nothing_is_remembered_that_is_said_and_no_file_is_made(run, command, said):
    done = run(*command)
    assert (done.code, done.out, done.complaints) == (0, "", [f"summarise: {said}"])
    assert run(*command, "--json").err == ""
    assert not library_path().parent.exists()


# -- edits


@pytest.mark.usefixtures("read")
def test_an_article_is_forgotten_by_number_or_name(run):
    assert run("history", "forget", "1").complaints == ["summarise: 1 article forgotten"]
    assert run("history").out == ""
    assert run("history", "search", "harbour").out == ""


@pytest.mark.usefixtures("read")
def test_all_is_forgotten_only_if_all_is_said(run):
    assert run("history", "forget").code == 2
    assert run("history").out
    assert run("history", "forget", "--all").complaints == ["summarise: 1 article forgotten"]
    assert run("history").out == ""


@pytest.mark.usefixtures("read")
def test_it_is_said_that_saved_articles_are_forgotten_too(run, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("The ferry is late\n\nThe ferry left at noon. Nobody waited in the rain.")
    run("saved", "add", str(other))
    done = run("history", "forget", "--all")
    assert done.complaints == ["summarise: 2 articles forgotten, 1 of them saved"]
    assert run("saved").out == ""
    run("saved", "add", str(other))
    done = run("history", "forget", str(other))
    assert done.complaints == ["summarise: 1 article forgotten, 1 of them saved"]
    explained = " ".join(run("history", "forget", "--help").out.split())
    assert "What is saved is forgotten, too" in explained


@pytest.mark.parametrize("name", ["x.md", "x.json", "x.pdf"])
def test_a_list_of_feeds_is_not_written_as_another_kind_of_file(run, tmp_path, name):
    follow("https://a.example/feed")
    done = run("feeds", "export", "-o", str(tmp_path / name))
    suffix = name[1:]
    assert done.complaints == [
        f"summarise: {name}: {suffix} cannot be written: choose one of .opml .xml"
    ]
    assert not (tmp_path / name).exists()


def test_no_list_is_written_where_no_feed_is_followed(run, tmp_path):
    list_before = tmp_path / "feeds.opml"
    list_before.write_text(OPML, encoding="utf-8")
    done = run("feeds", "export", "-o", list_before)
    assert done.code == 1
    assert done.complaints == ["summarise: no feed is followed: there is nothing to write"]
    assert list_before.read_text(encoding="utf-8") == OPML


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("what", ["2", "0", "99999999999", "nothing.txt", "https://a.example/x"])
def test_what_is_not_remembered_is_said(run, what):
    done = run("history", "forget", what)
    assert (done.code, done.complaints) == (1, [f"summarise: {what}: is not remembered"])
    assert run("history").out


def test_marks_are_set_and_taken_away(run, read):
    run("history", "mark", "1", "--as", "saved")
    assert str(read) in run("saved").out
    run("history", "mark", str(read), "--as", "unread")
    assert "unread" in run("history").out
    run("history", "mark", "1", "--as", "hidden")
    assert "hidden" in run("history").out
    run("history", "mark", "1", "--as", "shown")
    run("history", "mark", "1", "--as", "read")
    run("saved", "remove", "1")
    assert run("saved").out == ""
    assert not {"hidden", "unread", "saved"} & set(run("history").out.split())


def test_a_file_is_saved_with_its_text(run, article, tmp_path):
    done = run("saved", "add", article, tmp_path / "nothing.txt")
    assert done.code == 1
    assert done.complaints[0] == "summarise: saved: The harbour at Varnholm"
    assert "no such file" in done.complaints[1]
    assert str(article) in run("saved").out
    assert "ferry" in run("history", "search", "damaged december").out


# -- export and merge


@pytest.mark.usefixtures("read")
def test_a_library_goes_to_another_home_and_back(run, tmp_path, monkeypatch):
    follow("https://courier.example/feed.xml", folder="News")
    run("history", "mark", "1", "--as", "saved")
    file = tmp_path / "library.jsonl"
    assert run("history", "export", "-o", file).code == 0
    before = run("history", "export").out
    assert file.read_text(encoding="utf-8") == before
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    done = run("history", "merge", file)
    assert done.complaints == [f"summarise: {file}: new or newer: 1 article, 1 feed, 0 folders"]
    assert "silence" in run("history", "search", "fishermen").out
    again = run("history", "merge", file)
    assert "0 articles, 0 feeds" in again.err


@pytest.mark.usefixtures("read")
def test_a_library_goes_through_a_pipe(spawn, tmp_path):
    lines = spawn("history", "export").out
    other = {"XDG_STATE_HOME": str(tmp_path / "other")}
    done = spawn("history", "merge", "-", piped=lines.encode(), env=other)
    assert done.complaints == ["summarise: -: new or newer: 1 article, 0 feeds, 0 folders"]
    assert spawn("history", env=other).out == spawn("history").out


def test_what_is_no_export_is_one_line(run, article, tmp_path):
    done = run("history", "merge", article)
    assert done.code == 1
    assert done.complaints == [
        f"summarise: {article}: is not a library: summarise history export writes one"
    ]
    assert "no such file" in run("history", "merge", tmp_path / "nothing").err.lower()


# -- feeds


FEED = """<rss version='2.0'><channel><title>Courier</title><item><guid>1</guid>
<title>Ice</title><description>The harbour froze in January.</description></item></channel></rss>"""


@pytest.fixture
def server():
    """A server on this computer with a feed, a page that names two, and one that names none."""
    with serving() as found:
        found.page("/feed.xml", FEED)
        found.page("/two.xml", FEED)
        found.page(
            "/page",
            "<html><head><link rel='alternate' type='application/rss+xml' href='/feed.xml'>"
            "<link rel='alternate' type='application/rss+xml' href='/two.xml' title='Two'></head>"
            "<body><p>Hello.</p></body></html>",
        )
        found.page("/none", "<html><body><p>There is nothing here.</p></body></html>")
        yield found


@pytest.mark.loopback
def test_a_page_stands_for_the_feeds_that_it_names_and_it_is_said_which(run, server):
    one, two = server.address("/feed.xml"), server.address("/two.xml")
    assert run("feeds", "add", server.address("/page")).complaints == [
        f"summarise: {server.address('/page')}: names 2 feeds",
        f"summarise: {one}: is followed",
        f"summarise: {two}: is followed",
    ]
    assert [feed["address"] for feed in objects(run("feeds", "--json").out)] == [one, two]


@pytest.mark.loopback
@pytest.mark.parametrize(
    ("path", "reason"), [("/none", "is a page that names no feed"), ("/gone", "answered 404")]
)
def test_what_names_no_feed_is_one_line_and_nothing_is_followed(run, server, path, reason):
    done = run("feeds", "add", server.address("/feed.xml"), server.address(path))
    assert done.code == 1
    (line,) = done.complaints
    assert reason in line
    assert run("feeds").out == ""


@pytest.mark.loopback
def test_feeds_are_followed_listed_and_given_up(run, server):
    address = server.address("/feed.xml")
    assert "is followed" in run("feeds", "add", address, "--title", "Courier").err
    assert "followed already" in run("feeds", "add", address).err
    assert "Courier" in run("feeds").out
    listed = objects(run("feeds", "--json").out)[0]
    assert (listed["address"], listed["entries"]) == (address, 1), "it is there at once"
    assert run("feeds", "remove", address).code == 0
    assert run("feeds", "remove", address).complaints == [f"summarise: {address}: is not followed"]


@pytest.mark.parametrize("address", ["courier", "/etc/passwd", "ftp://a.example/x", "https://"])
def test_what_is_no_address_of_a_feed_is_not_followed(run, address):
    done = run("feeds", "add", "https://fine.example/feed", address)
    assert done.code == 1
    assert len(done.complaints) == 1
    assert run("feeds").out == ""


def test_lists_of_feeds_come_in_and_go_out_with_their_folders(run, tmp_path):
    file = tmp_path / "feeds.opml"
    file.write_text(OPML, encoding="utf-8")
    assert run("feeds", "import", file).complaints == [f"summarise: {file}: 2 new feeds of 2"]
    assert run("feeds", "import", file).complaints == [f"summarise: {file}: 0 new feeds of 2"]
    written = tmp_path / "written.opml"
    run("feeds", "export", "-o", written)
    found = {f["address"]: f["folder"] for f in objects(run("feeds", "--json").out)}
    assert found == {
        "https://courier.example/feed.xml": "",
        "https://bees.example/atom": "Science & more",
    }
    for address in found:
        run("feeds", "remove", address)
    run("feeds", "import", written)
    assert {f["address"]: f["folder"] for f in objects(run("feeds", "--json").out)} == found


def test_what_is_no_list_of_feeds_is_one_line(run, article, tmp_path):
    feed = tmp_path / "feed.xml"
    feed.write_text("<rss><channel><item><title>A</title></item></channel></rss>")
    assert "a feed and not a list of feeds" in run("feeds", "import", feed).err
    assert len(run("feeds", "import", article).complaints) == 1
    assert "no such file" in run("feeds", "import", tmp_path / "nothing").err
    assert run("feeds").out == ""


# -- the settings, files of that name, and the help


def test_where_the_settings_say_no_history_nothing_is_written(run, article, tmp_path, monkeypatch):
    config = tmp_path / "config.toml"
    config.write_text("history = false\n")
    monkeypatch.setenv("SUMMARISE_CONFIG", str(config))
    for command in (
        ["saved", "add", article],
        ["feeds", "add", "https://courier.example/feed.xml"],
        ["history", "forget", "--all"],
        ["history"],
    ):
        done = run(*command)
        assert len(done.complaints) == 1, command
    assert not library_path().parent.exists()


@pytest.mark.parametrize("name", ["history", "saved", "feeds"])
def test_a_file_of_that_name_is_read_by_its_path_and_the_command_says_how(
    run, tmp_path, monkeypatch, name
):
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(ARTICLE, encoding="utf-8")
    assert f"summarise: there is a “{name}” in this folder, too: summarise ./{name} reads it" in (
        run(name).complaints
    )
    done = run("-p", "-l", "1", f"./{name}")
    assert (done.code, done.err) == (0, "")
    assert "harbour" in done.out
    assert run("-p", "-l", "1", name).out == done.out  # after an option it is a name as well


@pytest.mark.parametrize("command", [[], ["search"], ["forget"], ["mark"], ["export"], ["merge"]])
def test_every_command_explains_itself(run, command):
    done = run("history", *command, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: {' '.join(['summarise history', *command])} ")
    assert max(map(len, done.out.splitlines())) <= 80


def test_a_command_that_there_is_not_is_one_line(run):
    done = run("history", "burn")
    assert (done.code, done.complaints) == (2, ["summarise: No such command 'burn'."])


def test_printing_brings_no_database(article):
    script = (
        "import sys; from tui.__main__ import main\n"
        "main(['-p', '-l', '1', sys.argv[1]]); print('sqlite3' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(article)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "False"
    assert not library_path().exists()
