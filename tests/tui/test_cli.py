"""The command: what it prints, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
import types
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App

import summarise
from summarise.loading import Source, find_sources
from summarise.methods import MODEL, all_methods
from tests.local_server import serving
from tests.summarise.test_web import PAGE
from tests.tui.conftest import Result
from tests.tui.driving import SAMPLE, request_for, settle
from tui.app import SummariseApp
from tui.command import terminal
from tui.state.request import Request
from tui.state.samples import samples
from tui.state.settings import Settings

LEAD = ("--method", "lead")


def pipe_in(monkeypatch, data: bytes) -> None:
    """Let the process find this on its standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


# Printing


def test_prints_one_sentence_a_line_when_the_output_is_not_a_terminal(run, article):
    result = run(*LEAD, "--length", "2", article)
    assert result.code == 0
    assert result.err == ""
    assert result.out == (
        "The harbour at Varnholm froze in January for the first time in forty years.\n"
        "Fishermen walked across the ice to the island and came back with stories about the "
        "silence there.\n"
    )


def test_a_page_is_explained_a_line_a_paragraph(run, article):
    result = run("--explain-page", article)
    assert result.code == 0
    assert result.err == ""
    lines = result.out.splitlines()
    assert lines[1].startswith("title: ")
    assert all("  |  " in line for line in lines[2:])


def test_the_same_twice(run, article):
    assert run(article) == run(article)


def test_escape_sequences_in_an_article_are_not_printed(run, tmp_path):
    path = tmp_path / "hostile.txt"
    path.write_bytes(
        b"The first sentence is \x1b[31mred\x1b[0m and \x1b]52;c;aGk=\x07long enough to stay. "
        b"The second has a NUL\x00 and a C1 \xc2\x9b31m control in it, and it goes on.\n"
    )
    for form in ("text", "markdown", "json", "html"):
        out = run(*LEAD, "--format", form, path).out
        assert "The first sentence is red and long enough to stay" in out.replace("\\", "")
        assert all(c == "\n" or (ord(c) >= 32 and not 0x7F <= ord(c) < 0xA0) for c in out)


def test_several_sources_come_one_after_another_each_with_its_title(run, article, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("# Other news\n\nNothing else happened in the town during that winter.\n")
    out = run(*LEAD, "--length", "1", article, other).out
    assert out == (
        "The harbour at Varnholm\n"
        "The harbour at Varnholm froze in January for the first time in forty years.\n"
        "\n"
        "Other news\n"
        "Nothing else happened in the town during that winter.\n"
    )
    headings = [
        line
        for line in run(*LEAD, "--format", "markdown", article, other).out.splitlines()
        if line.startswith("#")
    ]
    assert headings == ["# The harbour at Varnholm", "# Other news"]


@pytest.mark.usefixtures("article")
def test_a_folder_stands_for_every_article_in_it(run, tmp_path):
    (tmp_path / "second.txt").write_text("A second article with one long sentence in it.\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    lines = run(*LEAD, "--format", "json", tmp_path).out.splitlines()
    assert [json.loads(line)["sentences"][0]["text"].split()[0] for line in lines] == ["The", "A"]


def test_a_folder_without_articles_is_one_line(run, tmp_path):
    result = run("-p", tmp_path)
    assert (result.code, result.out) == (1, "")
    assert len(result.complaints) == 1
    assert str(tmp_path) in result.err


def test_json_tells_place_score_and_rank_of_every_sentence(run, article):
    found = json.loads(run("--format", "json", "--length", "3", article).out)
    facts = ["title", "author", "date", "site", "address", "language", "method", "length"]
    assert list(found) == [*facts, "notices", "sentences", "text"]
    assert found["notices"] == []
    assert found["title"] == "The harbour at Varnholm"
    assert (found["language"], found["method"], found["length"]) == ("en", "salience", "3")
    assert found["text"] == "\n".join(s["text"] for s in found["sentences"])
    assert sorted(s["rank"] for s in found["sentences"]) == [1, 2, 3]
    whole = summarise.load(article)
    for s in found["sentences"]:
        assert list(s) == ["index", "paragraph", "start", "end", "text", "score", "rank"]
        assert whole.text[s["start"] : s["end"]] == s["text"]
        assert whole.sentences[s["index"]].paragraph == s["paragraph"]
        assert isinstance(s["score"], float)


def test_json_of_several_sources_is_one_object_a_line(run, article):
    lines = run("--format", "json", article, article).out.splitlines()
    assert len(lines) == 2
    assert lines[0] == lines[1]
    assert json.loads(lines[0])["sentences"]


def test_notices_about_an_article_go_to_standard_error(run, article, monkeypatch):
    loaded = summarise.load(article)
    told = ("half of it is missing", "take care")
    monkeypatch.setattr("tui.text.wording.notices_of", lambda _article: told)
    monkeypatch.setattr(Source, "open", lambda _source, **_: loaded)
    result = run(*LEAD, article)
    assert result.code == 0
    assert [line.rpartition(": ")[2] for line in result.complaints] == [
        "half of it is missing",
        "take care",
    ]
    assert "missing" not in result.out


def test_much_boilerplate_is_said_and_whole_leaves_nothing_out(run, tmp_path):
    page = tmp_path / "page.txt"
    body = "The ferry will stay in port until the ice is gone, the council said on Monday."
    junk = ["Home » News » Local", "Share on Facebook", "Subscribe to our newsletter today!"]
    junk += ["Post Comment", "Please enter your name here", "Related articles", "© 2024 The Bay"]
    page.write_text("\n\n".join([*junk[:3], body, body[4:].capitalize(), *junk[3:]]))
    result = run("-p", "-l", "100%", page)
    assert "Facebook" not in result.out
    assert "use --whole to keep all: " in result.complaints[0]
    whole = run("-p", "-l", "100%", "--whole", page)
    assert "Facebook" in whole.out
    assert not whole.complaints


def test_an_article_with_nothing_to_pick_says_so(run, tmp_path):
    path = tmp_path / "headings.md"
    path.write_text("# Only\n\n## Headings\n")
    result = run(*LEAD, path)
    assert (result.code, result.out) == (1, "")
    assert len(result.complaints) == 1
    assert "no sentences" in result.err


# Sources that cannot be read


def test_a_missing_source_does_not_keep_the_others_from_coming_out(run, article, tmp_path):
    missing = tmp_path / "missing.txt"
    result = run(*LEAD, article, missing, article)
    assert result.code == 1
    assert result.out.count("froze in January") == 2
    assert len(result.complaints) == 1
    assert str(missing) in result.err


@pytest.mark.parametrize("content", [b"", b"  \n\t\n ", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"])
def test_a_file_that_holds_no_text_is_one_line(run, tmp_path, content):
    path = tmp_path / "odd"
    path.write_bytes(content)
    result = run("-p", path)
    assert (result.code, result.out) == (1, "")
    assert len(result.complaints) == 1
    assert "odd" in result.err


def test_an_empty_name_is_no_folder(run):
    result = run("-p", "")
    assert (result.code, result.out) == (1, "")
    assert result.err == "summarise: '': is not the name of a file\n"


def test_an_error_cannot_carry_control_characters_of_a_file_name(run):
    result = run("-p", "no\x1b[31m\nsuch\x9b1mfile")
    assert result.code == 1
    assert len(result.complaints) == 1
    assert all(c.isprintable() or c == "\n" for c in result.err)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such file name")
def test_a_file_name_that_is_not_utf_8(spawn, tmp_path, article):
    path = os.fsencode(tmp_path) + b"/caf\xe9.md"
    Path(os.fsdecode(path)).write_bytes(article.read_bytes())
    for form in ("text", "markdown", "json", "html"):
        result = spawn(*LEAD, "--format", form, os.fsdecode(path), article)
        assert (result.code, result.err) == (0, "")
    assert spawn(os.fsdecode(path) + "x").code == 1


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--length", "many"], "many"),
        (["--length", "0"], "more than 0"),
        (["--length", "150%"], "100%"),
        (["--method", "magic"], "magic"),
        (["--format", "pdf"], "pdf"),
        (["--language", "klingonese"], "klingonese"),
        (["--lenght", "3"], "--lenght"),
        (["--output", "."], "folder"),
        (["--output", ""], "not the name"),
        (["--length"], "--length"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(run, article, arguments, word):
    result = run(article, *arguments)
    assert (result.code, result.out) == (2, "")
    assert len(result.complaints) == 1
    assert result.err.startswith("summarise: ")
    assert word in result.err


def test_version_and_help(run):
    assert run("--version").out == f"summarise {summarise.__version__}\n"
    help_text = run("--help").out
    for word in (
        "--length",
        "--format",
        "Examples:",
        "salience",
        "lexrank",
        "20%",
        "--print-config",
    ):
        assert word in help_text
    assert max(map(len, help_text.splitlines())) <= 80
    assert all(method.name in help_text for method in (*all_methods(), MODEL))
    assert run("-h").out == help_text


@pytest.mark.parametrize(
    ("words", "typed", "wanted"),
    [
        ("summarise -m", "lex", "plain,lexrank"),
        ("summarise --format", "ma", "plain,markdown"),
        ("summarise", "ar", "file,ar"),
        ("summarise --output", "su", "file,su"),
    ],
)
def test_a_shell_can_complete(spawn, words, typed, wanted):
    env = {
        "_SUMMARISE_COMPLETE": "bash_complete",
        "COMP_WORDS": f"{words} {typed}",
        "COMP_CWORD": str(len(words.split())),
    }
    assert spawn(env=env).out.split() == [wanted]


# Standard input


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read(run, monkeypatch, article, arguments):
    pipe_in(monkeypatch, article.read_bytes().partition(b"\n\n")[2])
    result = run(*LEAD, "--length", "1", *arguments)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("The harbour at Varnholm froze")


def test_standard_input_among_other_sources(run, monkeypatch, article):
    pipe_in(monkeypatch, b"A piped sentence of some length stands alone here.\n")
    out = run(*LEAD, "--length", "1", article, "-", article).out
    assert out.index("froze") < out.index("piped") < out.rindex("froze")


def test_empty_standard_input_is_one_line(run, monkeypatch):
    pipe_in(monkeypatch, b"")
    result = run("-p")
    assert (result.code, result.out) == (1, "")
    assert result.complaints == ["summarise: standard input: is empty"]


@pytest.mark.parametrize("asked", [["--print"], ["-o", "out.txt"], ["--explain-page"], []])
def test_without_sources_and_without_a_pipe_there_is_nothing_to_print(spawn, asked, tmp_path):
    (tmp_path / "article.md").write_text("# Ice\n\nThe bay froze over.", encoding="utf-8")
    result = spawn(*asked, "--length", "1")
    assert (result.code, result.out) == (2, "")
    assert result.complaints[-1].endswith(
        "nothing to read: name a file, a folder or an address, or pipe a text in"
    )


def test_a_closed_standard_input_is_no_pipe(article):
    done = subprocess.run(
        f"'{sys.executable}' -m tui -p -m lead -l 1 '{article}' <&-",
        shell=True,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


# Files


def test_output_goes_to_a_file(run, article, tmp_path):
    target = tmp_path / "summary.txt"
    result = run(*LEAD, "--length", "1", "-o", target, article)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert target.read_text().startswith("The harbour at Varnholm froze")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["harbour.md", "summary.txt"]


def test_the_ending_of_the_output_chooses_the_format(run, article, tmp_path):
    for name, start in (("s.md", "# The"), ("s.JSON", '{"title"'), ("s.html", "<!"), ("s", "The")):
        assert run(*LEAD, "-o", tmp_path / name, article).code == 0
        assert (tmp_path / name).read_text().startswith(start)
    run(*LEAD, "--format", "json", "-o", tmp_path / "s.txt", article)
    assert json.loads((tmp_path / "s.txt").read_text())["method"] == "lead"


def test_a_new_file_has_the_permissions_that_the_user_wants_for_new_files(run, article, tmp_path):
    target = tmp_path / "summary.txt"
    before = os.umask(0o027)
    try:
        run(*LEAD, "-o", target, article)
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_file_that_was_there_keeps_its_permissions_and_links(run, article, tmp_path):
    target, link = tmp_path / "summary.txt", tmp_path / "link.txt"
    target.write_text("old and much longer than what comes" * 100)
    target.chmod(0o604)
    link.symlink_to(target)
    assert run(*LEAD, "--length", "1", "-o", link, article).code == 0
    assert link.is_symlink()
    assert "old" not in target.read_text()
    assert stat.S_IMODE(target.stat().st_mode) == 0o604


def test_an_output_that_cannot_be_written_is_one_line(run, article, tmp_path):
    target = tmp_path / "nowhere" / "summary.txt"
    result = run(*LEAD, "-o", target, article)
    assert (result.code, result.out) == (1, "")
    assert len(result.complaints) == 1
    assert str(target) in result.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_file_is_not_replaced(run, article, tmp_path):
    target = tmp_path / "summary.txt"
    target.write_text("keep")
    target.chmod(0o444)
    assert run(*LEAD, "-o", target, article).code == 1
    assert target.read_text() == "keep"


def test_a_failure_while_writing_leaves_what_was_there(run, article, tmp_path, monkeypatch):
    target = tmp_path / "summary.txt"
    target.write_text("keep")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run(*LEAD, "-o", target, article)
    assert result.code == 1
    assert result.complaints == [f"summarise: {target}: cannot be written: no space left on device"]
    assert target.read_text() == "keep"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["harbour.md", "summary.txt"]


def test_an_output_is_left_alone_when_no_source_could_be_read(run, tmp_path):
    target = tmp_path / "summary.txt"
    target.write_text("keep")
    assert run("-o", target, tmp_path / "missing.txt").code == 1
    assert target.read_text() == "keep"


def test_a_source_is_never_overwritten(run, article, tmp_path):
    link = tmp_path / "link.md"
    link.symlink_to(article)
    before = article.read_bytes()
    for output in (article, link):
        result = run("-o", output, article)
        assert result.code == 2
        assert "also a source" in result.err
    assert article.read_bytes() == before


@pytest.mark.usefixtures("article")
def test_the_output_is_not_among_the_articles_of_its_folder(run, tmp_path):
    target = tmp_path / "summary.txt"
    for _ in range(2):
        assert run(*LEAD, "--length", "1", "-o", target, tmp_path).code == 0
        assert target.read_text().count("froze in January") == 1


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_some_names_mean_standard_output(run, article, name):
    assert run(*LEAD, "-o", name, article).out.startswith("The harbour")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="there are no names of open files")
def test_an_open_file_is_written_to_and_not_replaced(article, tmp_path):
    target = tmp_path / "out.txt"
    done = subprocess.run(
        f"'{sys.executable}' -m tui -m lead -l 1 -o /dev/fd/3 '{article}' 3> '{target}'",
        shell=True,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert target.read_text().startswith("The harbour")
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".txt"] == ["out.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
@pytest.mark.parametrize("arguments", ["-m lead '{}'", "--help", "--version", "--print-config"])
def test_a_full_disk_behind_standard_output_is_one_line(article, arguments):
    done = subprocess.run(
        f"'{sys.executable}' -m tui {arguments.format(article)} > /dev/full",
        shell=True,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert (
        done.stderr == b"summarise: standard output: cannot be written: no space left on device\n"
    )


# The world around


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_output_is_utf_8_whatever_the_locale(spawn, tmp_path, locale):
    path = tmp_path / "übung.txt"
    path.write_text("Die schöne Übung dauerte für alle viel länger als erwartet – 東京 😀.\n")
    env = {"LC_ALL": locale, "LANG": locale, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = spawn(*LEAD, path, tmp_path / "schöner.txt", env=env)
    assert "schöne Übung" in result.out
    assert "東京 😀" in result.out
    assert len(result.complaints) == 1


def test_half_a_surrogate_pair_does_not_stop_anything(run, article, monkeypatch):
    loaded = summarise.load(article)
    broken = loaded.sentences[1]._replace(text="Half a pair \ud83d is here.")
    sentences = (loaded.sentences[0], broken, *loaded.sentences[2:])
    odd = replace(loaded, title="Odd \udc80", sentences=sentences)
    monkeypatch.setattr(Source, "open", lambda _source, **_: odd)
    for form in ("text", "markdown", "json", "html"):
        result = run(*LEAD, "--format", form, article)
        assert result.code == 0
        assert "is here" in result.out
    assert json.loads(run(*LEAD, "--format", "json", article).out)["title"] == "Odd \udc80"


def test_a_reader_that_stops_early_is_no_error(article):
    done = subprocess.run(
        f"'{sys.executable}' -m tui -p -m lead {' '.join([str(article)] * 40)} | head -n 1",
        shell=True,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == (b"The harbour at Varnholm\n", b"")


def test_an_interrupt_ends_it_quietly(article):
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "-p", article, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        process.stdout.readline()  # the first summary is out, so it waits for its input
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.strip() == b""


def loaded_by(*arguments: str | Path) -> set[str]:
    """The top-level modules that a run of the command has loaded."""
    code = (
        "import sys\nfrom tui.__main__ import main\n"
        f"code = main({[str(argument) for argument in arguments]!r})\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )
    return set(done.stderr.split())


def test_printing_loads_no_terminal_toolkit(article):
    loaded = loaded_by("-p", article)
    assert not loaded & {"textual", "rich", "requests", "trafilatura", "pyperclip"}


@pytest.mark.parametrize("option", ["--help", "--version", "--print-config"])
def test_the_quick_answers_load_nothing_heavy(option):
    assert not loaded_by(option) & {"textual", "rich", "numpy", "nltk", "sumy"}


# Reading


@pytest.fixture
def at_terminal(monkeypatch):
    """A terminal on which the reader can be shown."""
    monkeypatch.setattr(terminal, "output_is_terminal", lambda: True)
    monkeypatch.setattr(terminal, "can_read", lambda: True)
    monkeypatch.setattr(terminal, "input_is_piped", lambda: False)
    monkeypatch.setattr(terminal, "take_keys_from_terminal", lambda: None)


@pytest.fixture
def reader(monkeypatch, at_terminal):  # noqa: ARG001
    """A terminal that can read, and a stand-in for the reader that keeps what it was asked."""
    asked: list[Request] = []

    def run_reader(request: Request, _say: object) -> int:
        asked.append(request)
        return 0

    app = types.ModuleType("tui.app")
    app.run_reader = run_reader
    monkeypatch.setitem(sys.modules, "tui.app", app)
    return asked


def test_a_terminal_gets_the_reader(run, reader, article):
    options = ["-l", "20%", "-m", "lead", "--language", "en", "--no-mouse", "--theme", "x"]
    result = run(*options, article)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert reader == [
        Request(
            sources=tuple(find_sources([str(article)])),
            length="20%",
            method="lead",
            language="en",
            settings=Settings(theme="x", method="lead", length="20%", mouse=False),
            asked=frozenset({"length", "method"}),
            first_steps=True,
        )
    ]


def test_without_a_source_the_reader_opens_on_the_samples(run, reader, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # no article lies in it
    assert run().code == 0
    assert reader == [Request(tuple(samples()), first_steps=True)]


def test_without_a_source_the_articles_of_this_folder_come_first(run, reader, article, monkeypatch):
    monkeypatch.chdir(article.parent)
    assert run().code == 0
    assert [source.name for source in reader[0].sources] == [article.name]
    assert reader[0].sources[0].group == article.parent.name


@pytest.mark.usefixtures("at_terminal")
def test_a_folder_is_scanned_once_before_the_first_frame(run, article, monkeypatch):
    within = article.parent / "within"
    within.mkdir()
    article.rename(within / article.name)
    looked, scandir = [], os.scandir

    def look(path: str) -> object:
        looked.append(Path(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", look)
    monkeypatch.setattr(App, "run", lambda app, **_: app.exit())
    assert run(within.parent).code == 0
    assert looked.count(within) == 1


def test_a_piped_article_goes_to_the_reader_whole(run, reader, monkeypatch, article):
    pipe_in(monkeypatch, article.read_bytes())
    monkeypatch.setattr(terminal, "input_is_piped", lambda: True)
    assert run().code == 0
    (piped,) = reader[0].sources
    assert piped.data == article.read_bytes()


def test_the_reader_is_not_opened_on_nothing(run, reader, tmp_path, monkeypatch):
    empty = tmp_path / "empty"
    empty.mkdir()
    for source in (tmp_path / "missing.txt", empty, "nul\0"):
        result = run(source)
        assert result.code == 1
        assert len(result.complaints) == 1
    pipe_in(monkeypatch, b" \n")
    assert run("-").complaints == ["summarise: standard input: is empty"]
    assert reader == []


def test_the_reader_opens_on_what_is_there_and_the_rest_is_said(run, reader, article, tmp_path):
    result = run(tmp_path / "missing.txt", article)
    assert result.code == 1
    assert len(result.complaints) == 1
    assert [source.origin for source in reader[0].sources] == [str(article)]
    assert reader[0].warning == result.complaints[0].removeprefix("summarise: ")
    run(tmp_path / "missing.txt", tmp_path / "other.txt", article)
    assert reader[1].warning.endswith("(and 1 more)")


@pytest.mark.parametrize("arguments", [["-p"], ["--format", "text"], ["-o", "-"]])
def test_asking_for_output_prints_even_on_a_terminal(run, reader, article, arguments):
    assert run(*LEAD, *arguments, article).out.startswith("The harbour")
    assert reader == []


def test_on_a_terminal_lines_break_between_words(run, article, monkeypatch):
    whole = run(*LEAD, "-p", article).out
    monkeypatch.setattr("tui.command.printing.output_is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "30")
    printed = run(*LEAD, "-p", article).out
    assert max(map(len, printed.splitlines())) <= 30
    assert printed.split() == whole.split()
    assert len(printed.splitlines()) > len(whole.splitlines())


def test_options_win_over_the_settings_file(run, reader, article, hermetic):
    config = hermetic / ".config" / "summarise" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('length = "7"\nmethod = "lead"\ncolumn = 60\n')
    run(article)
    run("-l", "3", article)
    assert [(r.length, r.method, r.settings.column) for r in reader] == [
        ("7", "lead", 60),
        ("3", "lead", 60),
    ]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["histroy"], "histroy: no such file: did you mean summarise history?"),
        (["-p", "feed"], "feed: no such file: did you mean summarise feeds?"),
        (
            ["--no-history", "digest", "."],
            "digest: no such file: as a command it is the first word: summarise digest",
        ),
    ],
)
def test_a_command_where_a_file_is_looked_for_is_named(
    run, monkeypatch, tmp_path, words, complaint
):
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    assert result.complaints == [f"summarise: {complaint}"]
    Path(words[-1] if words[-1] != "." else words[-2]).write_text("The ferry left at noon.")
    assert "no such file" not in run(*words).err


def test_a_format_may_be_named_by_its_files(run, article):
    named = run("-p", "--format", "markdown", article)
    assert named.code == 0
    assert run("-p", "--format", "md", article) == named
    assert run("-p", "--format", ".MD", article) == named
    assert run("-p", "--format", "pdf", article).code == 2


def test_keys_that_cannot_be_are_one_line_and_the_reader_opens_with_its_own(
    run, reader, article, hermetic
):
    config = hermetic / ".config" / "summarise" / "config.toml"
    config.parent.mkdir(parents=True)
    for line, complaint in (
        ('library.opne = "o"', "keys.library.opne is not known: did you mean keys.library.open?"),
        ('library.open = "f77"', 'keys.library.open is wrong: no key is called "f77"'),
    ):
        config.write_text(f'column = 60\n[keys]\nhelp.back = "q"\n{line}\n')
        result = run(article)
        assert (result.code, result.out) == (0, "")
        assert result.complaints == [
            f"summarise: {config}, line 4: {complaint}; all keys are as by default"
        ]
        request = reader.pop()
        assert request.settings == Settings(column=60)
        assert request.warning == f"{config}, line 4: {complaint}"
    config.write_text('[keys]\nhelp.back = "q"\nlibrary.open = "f5"\n')
    assert run(article) == Result(0, "", "")
    assert reader.pop().settings.keys == {"help.back": "q", "library.open": "f5"}


def test_a_wrong_settings_file_is_one_line_and_everything_is_by_default(
    run, reader, article, hermetic
):
    config = hermetic / ".config" / "summarise" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('method = "lead"\nlenght = "7"\n')
    fault = f"{config}, line 2: lenght is not known: did you mean length?"
    result = run("-p", "-m", "lead", "-l", "1", article)
    assert result.code == 0
    assert result.out.startswith("The harbour at Varnholm froze")
    assert result.complaints == [
        f"summarise: {fault}; everything is as by default, and nothing is remembered"
    ]
    assert run(article).code == 0
    said = Settings(history=False, cache=False)  # it may say that below
    assert (reader[0].settings, reader[0].warning) == (said, fault)
    assert run("--help").code == 0
    assert run("--print-config").code == 0


async def test_the_reader_tells_what_is_wrong_with_the_settings():
    app = SummariseApp(request_for(SAMPLE)._replace(warning="config.toml: [b]is[/b] wrong"))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert [said.message for said in app._notifications] == ["config.toml: [b]is[/b] wrong."]


@pytest.mark.loopback
def test_the_summary_of_an_address_is_printed(run):
    with serving() as server:
        address = server.page("/bridge", PAGE)
        server.page("/busy", "", status=503, headers={"Retry-After": "30"})
        done = run("-p", "-l", "1", address, server.address("/busy"))
    assert done.code == 1
    assert done.out.count("The bridge over the sound") == 1
    busy = server.address("/busy")
    assert done.complaints == [
        f"summarise: {busy}: answered 503: it is too busy: try again in 30 s"
    ]
    again = run("--format", "json", address)
    assert json.loads(again.out)["address"] == address
    assert "as it was fetched on" in again.err
    asked = run("-p", "--no-cache", address)
    assert (asked.code, asked.out) == (1, "")
    assert "refused the connection" in asked.err


def test_every_article_of_a_feed_is_printed(run, tmp_path):
    text = "<p>The ferry was late again. Nobody on the quay was told the reason.</p>" * 4
    items = "".join(
        f"<item><title>Day {n}</title><description><![CDATA[{text}]]></description></item>"
        for n in range(3)
    )
    path = tmp_path / "feed.xml"
    path.write_text(f"<rss><channel><title>Harbour</title>{items}</channel></rss>")
    done = run("-p", "-l", "1", path)
    assert (done.code, done.err) == (0, "")
    assert [line for line in done.out.splitlines() if line.startswith("Day")] == [
        "Day 0", "Day 1", "Day 2"
    ]  # fmt: skip
    printed = run("--format", "json", path).out.splitlines()
    assert [json.loads(line)["site"] for line in printed] == ["Harbour"] * 3
    path.write_text("<rss><channel></channel></rss>")
    empty = run("-p", path)
    assert (empty.code, empty.complaints) == (
        1, [f"summarise: {path}: is a feed without articles"]
    )  # fmt: skip


def test_what_was_copied_is_printed(run, article, monkeypatch):
    copied = "The frozen harbour\n\nThe ferry is late. Nobody waits for it."
    monkeypatch.setattr("tui.clipboard.read_clipboard", lambda: copied)
    assert "The ferry is late." in run("-p", "--clipboard").out
    monkeypatch.setattr("tui.clipboard.read_clipboard", lambda: f" {article}\n")
    assert "The harbour at Varnholm" in run("-p", "--clipboard").out
    monkeypatch.setattr("tui.clipboard.read_clipboard", lambda: " \n")
    empty = run("-p", "--clipboard")
    assert (empty.code, empty.complaints) == (
        1, ["summarise: clipboard: is empty: copy a text first"]
    )  # fmt: skip


def test_what_a_folder_has_besides_is_one_line_and_the_others_are_printed(
    run, article, tmp_path, monkeypatch
):
    monkeypatch.setattr("summarise.sources.files._MOST_ARTICLES", 2)
    folder = tmp_path / "many"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(Path(article).read_text())
    result = run(*LEAD, "--length", "1", folder)
    assert result.code == 0
    assert result.complaints == [
        f"summarise: {folder}: 2 of 3 articles are listed: name a folder in it for the others"
    ]
    assert result.out.count("for the first time in forty years.") == 2
