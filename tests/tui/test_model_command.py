"""`--print -m model`: what is printed and said, where a language model chooses or fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import summarise
from tests.chat_server import ChatServer, chatting, order
from tui.command import terminal
from tui.state.settings import SettingsError, parse_settings

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
    stub.rule = lambda _: order({"n": 8, "why": "how it ended"}, 1)
    result = run("-m", "model", "-l", "2", "-p", article)
    assert result.code == 0
    assert result.out == (
        "The harbour at Varnholm froze in January for the first time in forty years.\n"
        "The captain said that he had missed the noise of the engines.\n"
    )
    asking, ranked = result.complaints
    assert asking.startswith(f"summarise: {article}: asking stub-1: 8 sentences, about ")
    assert asking.endswith(" tokens, 1 request")
    assert ranked == f"summarise: {article}: ranked by stub-1"
    again = run("-m", "model", "-l", "2", "-p", article)
    assert again.out == result.out
    assert again.complaints == [ranked]
    assert len(stub.questions) == 1


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


@pytest.mark.usefixtures("config")
@pytest.mark.parametrize("option", ["--no-cache", "--no-history"])
def test_nothing_is_kept_where_nothing_shall_be(run, stub, article, option, hermetic):
    for _ in range(2):
        run("-m", "model", "-p", option, article)
    assert len(stub.questions) == 2
    assert not (hermetic / ".cache").exists()


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
    monkeypatch.setattr("summarise.model.chat.ask", lambda *_: (order(8), True))
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
