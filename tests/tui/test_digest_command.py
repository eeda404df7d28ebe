"""Several articles as one, from the command line."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from functools import partial
from operator import truediv
from pathlib import Path

import pytest

from summarise.digests.gist import share_of_each
from summarise.loading import find_sources
from tests.benchmarks.speed import sentences
from tests.tui.conftest import ARTICLE
from tui.command import gathering, workers
from tui.command.printing import Printing
from tui.command.workers import spread

FERRY = """\
# No ferry at Varnholm before spring

The ferry of Varnholm stays in port until the ice of the harbour is gone. The town council met \
twice to discuss the ferry.

Engineers found that the hull had been damaged in December by a drifting log.
"""
FEED = """\
<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>
<item><title>Bees in winter</title><link>https://courier.example/bees</link><description>
&lt;p&gt;A colony of bees keeps its queen warm by shivering all winter. Each bee takes its turn on
the outside of the cluster, where it is coldest.&lt;/p&gt;</description></item>
<item><title>A clock that runs on water</title><link>https://courier.example/clock</link><description>
&lt;p&gt;The clock in the museum is driven by water that falls from cup to cup. It loses a minute
each week, and nobody knows why.&lt;/p&gt;</description></item></channel></rss>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles about one event."""
    place = tmp_path / "articles"
    place.mkdir()
    (place / "harbour.md").write_text(ARTICLE, encoding="utf-8")
    (place / "ferry.md").write_text(FERRY, encoding="utf-8")
    return place


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder with more articles than one process is given, and one that is no text."""
    place = tmp_path / "many"
    place.mkdir()
    for number in range(30):
        text = " ".join(sentences(8, number))
        (place / f"{number:02}.txt").write_text(f"Article {number}\n\n{text}\n", encoding="utf-8")
    (place / "07.txt").write_bytes(b"")
    return place


def of_the_digest(run, *arguments) -> dict:
    done = run("digest", *arguments, "--format", "json")
    return json.loads(done.out)


def test_a_folder_becomes_one_digest_with_the_place_of_each_sentence(run, folder):
    done = run("digest", folder, "-l", "4")
    assert (done.code, done.err) == (0, "")
    sentences = [line for line in done.out.splitlines() if line.startswith("  ") and line[2] != " "]
    assert len(sentences) == 4
    told = [line for line in done.out.splitlines() if line.startswith("    ")]
    assert len(told) == 4
    assert all(".md, ¶ " in line for line in told)


def test_the_same_sentence_of_two_articles_names_both(run, folder):
    out = run("digest", folder, "-l", "100%").out
    (line,) = [line for line in out.splitlines() if "; also " in line]
    assert "ferry.md" in line
    assert "harbour.md" in line
    assert out.count("The town council met twice to discuss the ferry.") == 1


def test_a_longer_digest_holds_the_shorter_ones(run, folder):
    kept: set[str] = set()
    for length in range(1, 8):
        longer = set(of_the_digest(run, folder, "-l", length)["text"].splitlines())
        assert len(longer) == length
        assert kept < longer
        kept = longer


def test_all_articles_of_a_feed_are_in_it_under_their_addresses(run, tmp_path):
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED, encoding="utf-8")
    found = of_the_digest(run, feed)
    assert [article["address"] for article in found["articles"]] == [
        "https://courier.example/bees",
        "https://courier.example/clock",
    ]
    assert [story["title"] for story in found["stories"]] == [
        "Bees in winter",
        "A clock that runs on water",
    ]


def test_what_cannot_be_read_is_one_line_and_the_others_go_on(run, folder, tmp_path):
    (folder / "empty.txt").write_text("", encoding="utf-8")
    done = run("digest", tmp_path / "no-such-file", folder, "-l", "2")
    assert done.code == 1
    assert len(done.complaints) == 2
    assert "no such file" in done.complaints[0]
    assert "empty.txt" in done.complaints[1]
    assert "ferry.md" in done.out


def test_where_nothing_can_be_read_nothing_is_written(run, tmp_path):
    target = tmp_path / "digest.md"
    done = run("digest", tmp_path / "no-such-file", "-o", target)
    assert (done.code, done.out) == (1, "")
    assert not target.exists()


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("md", "# Digest of 2 articles"), ("html", "<!DOCTYPE html>"), ("json", '{"articles"')],
)
def test_the_ending_of_the_file_chooses_the_format(run, folder, tmp_path, ending, begins):
    target = tmp_path / f"digest.{ending}"
    assert run("digest", folder, "-o", target).code == 0
    assert target.read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-l", "5x"], "length '5x' is not understood"),
        (["-m", "best"], "best"),
        (["--format", "pdf"], "format 'pdf' is not known"),
        (["-o", "digest.pdf"], ".pdf cannot be written"),
        (["-o", "."], "is a folder"),
    ],
)
def test_a_wrong_option_is_wrong_usage(run, folder, arguments, said):
    done = run("digest", folder, *arguments)
    assert (done.code, done.out) == (2, "")
    assert len(done.complaints) == 1
    assert said in done.err


def test_piped_text_is_read_and_without_any_source_that_is_said(spawn):
    assert "hull had been damaged" in spawn("digest", piped=FERRY.encode()).out
    done = spawn("digest", piped=None, env={})
    assert done.code != 0
    assert len(done.complaints) == 1


def test_a_method_ranks_each_of_the_articles(run, folder):
    found = of_the_digest(run, folder, "-m", "lead", "-l", "1")
    assert found["method"] == "lead"
    (line,) = [line for story in found["stories"] for line in story["sentences"]]
    assert line["source"]["start"] < 50


def test_a_folder_of_that_name_is_told_of(run, folder, monkeypatch):
    monkeypatch.chdir(folder.parent)
    folder.rename(folder.parent / "digest")
    done = run("digest", "./digest", "-l", "1")
    assert "summarise ./digest reads it" in done.complaints[0]
    assert done.out


def test_a_digest_needs_no_terminal_toolkit_and_no_database(folder):
    code = (
        "import sys\nfrom tui.__main__ import main\n"
        f"assert main(['digest', {str(folder)!r}]) == 0\n"
        "print({'textual', 'rich', 'sqlite3', 'nltk'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "set()\n"


# -- on several cores


def test_several_processes_give_the_digest_that_one_gives(run, many, monkeypatch):
    alone = run("digest", many, "--format", "json")
    started = []
    monkeypatch.setattr(gathering, "_MANY", 2)
    monkeypatch.setattr(gathering, "cores", lambda: 2)
    monkeypatch.setattr(
        workers, "environment", lambda: started.append(1) or os.environ | {"PYTHONPATH": _path()}
    )
    spread_out = run("digest", many, "--format", "json")
    assert len(started) == 2
    assert (spread_out.out, spread_out.err, spread_out.code) == (alone.out, alone.err, 1)
    assert "07.txt" in alone.err
    assert len(json.loads(alone.out)["articles"]) == 29


def _path() -> str:
    return os.pathsep.join(entry for entry in sys.path if entry)


def test_what_a_process_that_has_ended_does_not_answer_is_done_here(many, monkeypatch):
    monkeypatch.setattr(workers, "_COMMAND", (sys.executable, "-c", "pass"))
    tasks = [partial(truediv, number, 2) for number in range(40)]
    assert list(spread(tasks, 2)) == [number / 2 for number in range(40)]
    assert find_sources([str(many)])


def test_an_error_that_is_wrong_for_all_ends_all(many):
    sources = find_sources([str(many)])[:1]
    job = Printing(sources, "5", "no-such-method", None, "text")
    task = gathering.Reading(job, share_of_each(1))
    with pytest.raises(Exception, match="no-such-method"):
        list(spread([task, task], 2))


def test_a_process_ends_when_nobody_is_there_any_more():
    process = subprocess.Popen(
        workers._COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=workers.environment(),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    pickle.dump(partial(truediv, 1, 4), process.stdin)
    process.stdin.flush()
    assert pickle.load(process.stdout) == (0.25, None)
    process.stdin.close()
    assert process.wait(timeout=30) == 0
    process.stdout.close()
