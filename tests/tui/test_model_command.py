"""`--print -m model`: what is printed and said, where a language model chooses or fails."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import summarise
from tests.chat_server import ChatServer, Question, chatting, order
from tests.local_server import Request
from tui.command import terminal
from tui.state.memory import library_path
from tui.state.settings import SettingsError, parse_settings
from tui.state.store.store import open_store

pytestmark = pytest.mark.loopback

SECRET = "sk-very-secret-0123456789"


@pytest.fixture
def stub() -> Iterator[ChatServer]:
    with chatting() as server:
        yield server


@pytest.fixture
def config(stub: ChatServer, hermetic: Path) -> Path:
    """A settings file that names the stub."""
    path = hermetic / ".config" / "summarise" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'[model]\nname = "stub-1"\naddress = "{stub.address("/v1")}"\ntimeout = 5\n')
    return path


def by_default(article: Path, length: str) -> str:
    """What the default method prints."""
    return summarise.summarise(summarise.load(article), length).text + "\n"


@pytest.mark.usefixtures("config")
def test_the_models_choice_is_printed_and_said(run, stub, article):
    stub.rule = lambda _: order({"n": 8, "why": "how it ended"}, 1, 2, 3)
    result = run("-m", "model", "-l", "2", "-p", article)
    assert result.code == 0
    assert result.out == (
        "The harbour at Varnholm froze in January for the first time in forty years.\n"
        "The captain said that he had missed the noise of the engines.\n"
    )
    asking, ranked = result.complaints
    assert asking.startswith(f"summarise: {article}: asking stub-1: 1 request, about ")
    assert asking.endswith(" tokens, 8 sentences")
    assert ranked == f"summarise: {article}: ranked by stub-1"
    again = run("-m", "model", "-l", "2", "-p", article)
    assert again.out == result.out
    assert again.complaints == [ranked]
    assert len(stub.questions) == 1


@pytest.mark.usefixtures("config")
def test_what_is_taken_away_says_which_model_chose(run, stub, article):
    stub.rule = lambda _: order(1)
    printed = run("-m", "model", "-l", "1", "--format", "markdown", article).out
    assert "chosen by model (stub-1)" in printed.replace("\\", "")


@pytest.mark.usefixtures("config")
def test_json_has_the_model_and_its_reasons(run, stub, article):
    stub.rule = lambda _: order({"n": 8, "why": "how it \x1b[31mended"}, 1)
    found = json.loads(run("-m", "model", "-l", "3", "--format", "json", article).out)
    assert (found["method"], found["model"]) == ("model", "stub-1")
    by_rank = {sentence["rank"]: sentence["reason"] for sentence in found["sentences"]}
    assert by_rank == {1: "how it ended", 2: "point 1", 3: ""}
    plain = json.loads(run("--format", "json", article).out)
    assert "model" not in plain
    assert "reason" not in plain["sentences"][0]


@pytest.mark.parametrize("option", ["--no-cache", "--no-history"])
def test_nothing_is_kept_where_nothing_shall_be(run, stub, article, option, config, hermetic):
    for _ in range(2):
        run("-m", "model", "-p", option, article)
    assert len(stub.questions) == 2
    assert [path for path in hermetic.rglob("*") if path.is_file()] == [config]


@pytest.mark.usefixtures("config")
def test_no_history_does_not_even_look_at_what_was_kept_before(run, stub, article):
    run("-m", "model", "-p", article)
    before = library_path().read_bytes()
    run("-m", "model", "-p", "--no-history", article)
    assert len(stub.questions) == 2
    assert library_path().read_bytes() == before


@pytest.mark.usefixtures("config")
def test_choices_lie_in_the_store_and_no_longer_in_the_cache_folder(run, stub, article, hermetic):
    run("-m", "model", "-p", article)
    assert library_path().is_file()
    assert not (hermetic / ".cache").exists()
    with closing(open_store(library_path())) as store:
        assert store.articles.history() == []  # printing is not reading
    assert len(stub.questions) == 1


@pytest.mark.usefixtures("config")
def test_a_store_that_cannot_be_is_one_line_and_the_models_choice_is_printed(
    run, stub, article, hermetic
):
    (hermetic / ".local").write_text("a file in the way")
    stub.rule = lambda _: order(8, 1, 2, 3)
    result = run("-m", "model", "-l", "1", "-p", article)
    assert result.code == 0
    assert result.out == "The captain said that he had missed the noise of the engines.\n"
    _, ranked, notice = result.complaints
    assert ranked.endswith("ranked by stub-1")
    assert "library.db: cannot be made: " in notice


# Many articles


def towns(folder: Path, count: int) -> list[Path]:
    """Articles of three sentences each."""
    paths = []
    for number in range(count):
        path = folder / f"town-{number}.txt"
        path.write_text(
            f"The mayor of town {number} opened the market in spring.\n\n"
            f"Nobody in town {number} had expected the rain to last.\n\n"
            f"The market of town {number} was closed again by summer.\n"
        )
        paths.append(path)
    return paths


def town_of(question: Question) -> int:
    """Which of them a question is about."""
    found = re.search(r"town (\d+)", question.article)
    assert found
    return int(found[1])


@pytest.mark.parametrize("limit", [1, 3])
def test_many_articles_are_asked_about_at_once_up_to_the_limit_and_come_in_their_order(
    run, stub, config, tmp_path, limit
):
    config.write_text(f"{config.read_text()}at_once = {limit}\n")
    stub.reply = lambda request, question: (
        time.sleep(0.02 * (9 - town_of(question))),  # the first take longest
        stub.say_answer(request, question),
    )
    result = run("-m", "model", "-l", "1", "--format", "json", *towns(tmp_path, 9))
    assert result.code == 0
    found = [json.loads(line)["sentences"][0]["text"] for line in result.out.splitlines()]
    assert found == [f"The market of town {n} was closed again by summer." for n in range(9)]
    assert stub.most_at_once == limit
    ranked = [line for line in result.complaints if line.endswith("ranked by stub-1")]
    assert [f"town-{n}.txt" in line for n, line in enumerate(ranked)] == [True] * 9


@pytest.mark.usefixtures("config")
def test_faults_of_some_articles_do_not_stop_the_others(run, stub, tmp_path):
    def reply(request: Request, question: Question) -> None:
        match town_of(question):
            case 1:
                request.say(b"", status=500)
            case 2:
                stub.say_text(request, "No.")
            case _:
                stub.say_answer(request, question)

    stub.reply = reply
    paths = towns(tmp_path, 5)
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    result = run(
        *("-m", "model", "-l", "1", "-p"), *paths[:2], tmp_path / "gone.txt", empty, *paths[2:]
    )
    assert result.code == 1
    lasts = [f"The market of town {n} was closed again by summer." in result.out for n in range(5)]
    assert lasts[0]
    assert lasts[3:] == [True, True]
    assert result.out.index("town 0") < result.out.index("town 3") < result.out.index("town 4")
    said = [line for line in result.complaints if ": asking " not in line]
    assert sum("gone.txt: no such file" in line for line in said) == 1
    assert sum("empty.txt" in line for line in said) == 1
    ranked = [line.partition(": ranked by ")[2] for line in said if ": ranked by " in line]
    assert ranked == [
        "stub-1",
        "salience: stub-1 at 127.0.0.1: answered 500: try again later",
        "salience: stub-1 at 127.0.0.1: gave no order of sentences that can be used",
        "stub-1",
        "stub-1",
    ]


@pytest.mark.usefixtures("config")
@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
def test_an_interrupt_ends_all_requests_at_once(stub, tmp_path):
    stub.pause = lambda: time.sleep(4)
    command = [sys.executable, "-m", "tui", "-m", "model", "-p", *towns(tmp_path, 6)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        until = time.monotonic() + 20
        while len(stub.questions) < 2:
            assert time.monotonic() < until
            time.sleep(0.02)
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
        assert time.monotonic() - begin < 2
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err
    assert len(stub.questions) == 2


@pytest.mark.usefixtures("config")
def test_where_the_model_fails_the_default_is_printed_and_a_line_says_so(run, stub, article):
    stub.reply = lambda request, _: request.say(b"{}", status=429, headers={"Retry-After": "60"})
    result = run("-m", "model", "-l", "2", "-p", article)
    assert result.code == 0
    assert result.out == by_default(article, "2")
    assert result.complaints[1:] == [
        f"summarise: {article}: ranked by salience: stub-1 at 127.0.0.1: answered 429: too "
        "many requests: try again in 60 s"
    ]


@pytest.mark.usefixtures("config")
def test_one_article_that_fails_does_not_cost_the_others(run, stub, article, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("# Other\n\nNothing else happened in the town. A dog barked at the moon.\n")
    stub.rule = lambda question: "No." if "Varnholm" in question.article else order(2)
    result = run("-m", "model", "-l", "1", "-p", article, other)
    assert result.code == 0
    assert "A dog barked at the moon." in result.out
    assert by_default(article, "1") in result.out
    assert len(stub.questions) == 2


def test_a_server_elsewhere_is_asked_only_if_the_settings_allow_its_host(
    run, article, config, monkeypatch
):
    monkeypatch.setattr("summarise.model.chat.ask", lambda *_: (order(8, 1, 2, 3), True))
    config.write_text('[model]\nname = "m"\naddress = "https://api.example.org/v1"\n')
    result = run("-m", "model", "-l", "1", "-p", article)
    assert result.out == by_default(article, "1")
    (line,) = result.complaints
    assert 'would be sent to api.example.org: if you want that, set allow = "api.ex' in line
    config.write_text(config.read_text() + 'allow = "api.example.org"\n')
    result = run("-m", "model", "-l", "1", "-p", article)
    assert result.out == "The captain said that he had missed the noise of the engines.\n"
    assert result.complaints[-1].endswith("ranked by m")


def test_without_a_model_it_is_said_how_to_set_one_up(run, article):
    result = run("-m", "model", "-l", "2", "-p", article)
    assert result.out == by_default(article, "2")
    (line,) = result.complaints
    assert "ranked by salience: no model is set up: set name" in line


@pytest.mark.parametrize("options", [("-m", "model"), ()])
def test_the_reader_opens_by_the_default_with_the_model_to_come(
    run, article, config, monkeypatch, options
):
    opened = []
    monkeypatch.setattr(terminal, "can_read", lambda: True)
    monkeypatch.setattr(terminal, "output_is_terminal", lambda: True)
    monkeypatch.setattr(
        "tui.command.opening.open_reader", lambda *_, **how: opened.append((_, how)) or 0
    )
    if not options:
        config.write_text('method = "model"\n' + config.read_text())
    assert run(*options, article).code == 0
    ((_, _, settings), how) = opened[0]
    assert settings.method == summarise.DEFAULT_METHOD
    assert settings.server.name == "stub-1"
    assert how["by_model"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f'key_from = "{SECRET}"', 'model.key_from must be "env:NAME"'),
        (f'key = "{SECRET}"', "model.key is not known: known are address"),
        (f'address = "http://u:{SECRET}@127.0.0.1/v1"', "model.address must hold no login"),
        ('address = "ollama"', "model.address must be an address such as"),
        ("context = 100", "model.context must be a whole number from 2048"),
        ("timeout = true", "model.timeout must be a whole number from 1 to 3600"),
        ("at_once = 0", "model.at_once must be a whole number from 1 to 16"),
        ("name = 7", "model.name must be text in quotes"),
        ('allow = "a\\nb"', "model.allow must be a short line"),
    ],
)
def test_a_wrong_setting_is_one_line_that_never_shows_its_value(line, said):
    with pytest.raises(SettingsError) as caught:
        parse_settings(f"theme = 'nord'\n[model]\n{line}\n", name="config.toml")
    assert said in str(caught.value)
    assert str(caught.value).startswith("config.toml, line 3: ")
    assert SECRET not in str(caught.value)


@pytest.mark.usefixtures("config")
def test_the_key_is_in_nothing_that_the_program_writes(run, config, stub, article, monkeypatch):
    monkeypatch.setenv("STUB_KEY", SECRET)
    config.write_text(config.read_text() + 'key_from = "env:STUB_KEY"\n')
    outs = [run("-m", "model", "--format", form, article) for form in ("text", "json", "html")]
    stub.reply = lambda request, _: request.say(SECRET.encode(), status=403)
    outs.append(run("-m", "model", "-p", "--no-cache", article))
    assert stub.questions[0].headers["Authorization"] == f"Bearer {SECRET}"
    assert all(SECRET not in result.out + result.err for result in outs)
    home = config.parents[2]
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert len(kept) > 1
    assert all(SECRET.encode() not in path.read_bytes() for path in kept)


def test_a_digest_is_made_without_the_model(run, stub, article, config):
    config.write_text('method = "model"\n' + config.read_text())
    digest = run("digest", "-l", "3", article)
    assert (digest.code, digest.out) == (0, run("digest", "-l", "3", "-m", "salience", article).out)
    assert digest.out.count("\n") > 3
    refused = run("digest", "-m", "model", article)
    assert refused.code == 2
    assert "name another method" in refused.complaints[-1]
    assert stub.questions == []
