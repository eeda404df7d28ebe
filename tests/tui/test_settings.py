"""The settings file: what it may say, and what is said when it is wrong."""

from __future__ import annotations

import dataclasses
import os
import tomllib
from pathlib import Path

import pytest

from summarise.loading import source_of
from tests.tui.driving import SAMPLE, app_on
from tui.command.opening import open_reader
from tui.keys.places import PLACES
from tui.keys.table import can_be_pressed, key_sections, without_clashes
from tui.state.request import Request
from tui.state.settings import (
    Settings,
    SettingsError,
    check_keys,
    default_settings,
    parse_settings,
    read_settings,
    settings_path,
)


def test_without_a_file_everything_is_by_default():
    assert read_settings() == Settings()


def test_the_commented_default_changes_nothing():
    assert parse_settings(default_settings()) == Settings()


def test_the_commented_default_holds_every_setting_at_its_default():
    text = "\n".join(
        line.removeprefix("# ")
        for line in default_settings().splitlines()
        if line.startswith("# ") and (line[2] == "[" or line.split()[2:3] == ["="])
    )
    assert list(tomllib.loads(text)) == [f.name for f in dataclasses.fields(Settings)]
    assert parse_settings(text) == Settings()


def test_every_setting_can_be_set(hermetic):
    path = hermetic / ".config" / "summarise" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        'theme = "nord"\nmethod = "lexrank"\nlength = 7\ncolumn = 66\nheat = true\nmouse = false\n'
        '[keys]\nquit = "q,ctrl+q"\n"length.longer" = "plus"\nreader.search = "s"\n'
    )
    assert settings_path() == path
    assert read_settings() == Settings(
        theme="nord",
        method="lexrank",
        length="7",
        column=66,
        heat=True,
        mouse=False,
        keys={"quit": "q,ctrl+q", "length.longer": "plus", "reader.search": "s"},
    )


def test_the_environment_names_another_file(monkeypatch, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("\ufeffcolumn = 50\r\n", encoding="utf-8")
    monkeypatch.setenv("SUMMARISE_CONFIG", str(path))
    assert read_settings().column == 50
    path.unlink()
    with pytest.raises(SettingsError, match=r"mine\.toml: no such file, though SUMMARISE_CONFIG"):
        read_settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colum = 80", "line 1: colum is not known: did you mean column?"),
        (
            "\n# x\nzzz = 1",
            "line 3: zzz is not known: known are cache, column, dim_known, fetch, heat, history, ",
        ),
        ("column = 5", "line 1: column must be from 20 to 400, not 5"),
        ("column = true", "line 1: column must be a whole number"),
        ('column = "80"', "line 1: column must be a whole number"),
        ("mouse = 1", "line 1: mouse must be true or false"),
        ("theme = 3", "line 1: theme must be text in quotes"),
        (
            'mouse = true\nlength = "many"',
            "line 2: length is wrong: length 'many' is not understood",
        ),
        (
            'method = "lexrnk"',
            "line 1: method is wrong: method 'lexrnk' is not known: did you mean",
        ),
        ("length = 0", "line 1: length is wrong: length 0: must be more than 0"),
        ("length = true", "line 1: length must be text in quotes"),
        ("keys = 3", "line 1: keys must be a table: [keys]"),
        ("[keys]\nquit = 3", 'line 2: keys.quit must be text such as "q,ctrl+q"'),
        ('[keys]\nquit = " , "', 'line 2: keys.quit must be text such as "q,ctrl+q"'),
        (
            '[keys]\nquit = "q, Ctrl+Q"',
            'line 2: keys.quit is wrong: no key is called "Ctrl+Q": did you mean "ctrl+q"?',
        ),
        ('[keys]\nquit = "F5"', 'no key is called "F5": did you mean "f5"?'),
        ('[keys]\nquit = "at sign"', 'no key is called "at sign": did you mean "at_sign"?'),
        ('[keys]\nquit = "\\u001b"', r"line 2: keys.quit is wrong: no key types '\x1b'"),
        ("[colours]\nx = 1", "line 1: colours is not known: "),
        ("column = = 3", "line 1"),
        ('theme = "open', "line 1"),
    ],
)
def test_an_error_names_the_file_the_line_and_the_key(tmp_path, text, message):
    path = tmp_path / "config.toml"
    path.write_text(text + "\n")
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("keys", ["Q", "+", "ctrl++", "f5,G", " q , x ", "alt+X", "ü", "q,"])
def test_keys_as_they_are_called_are_taken(keys):
    assert parse_settings(f'[keys]\nquit = "{keys}"').keys["quit"] == keys


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'theme = "\x00"', b"\x1b[31m"])
def test_a_file_that_is_no_toml_is_one_line(tmp_path, content):
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert "\n" not in str(caught.value)


def test_a_folder_in_place_of_the_file_is_one_line(tmp_path):
    with pytest.raises(SettingsError, match=str(tmp_path)):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 3_000 + "]" * 3_000, "[keys]\n" + "a." * 3_000 + 'b = "q"']
)
def test_settings_that_are_nested_without_end_are_one_line(text):
    with pytest.raises(SettingsError, match=r"^settings: is nested too deeply$"):
        parse_settings(text)


def test_a_number_of_thousands_of_digits_is_one_line():
    with pytest.raises(SettingsError, match=r"^settings: "):
        parse_settings("column = " + "9" * 5_000)


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
def test_what_is_no_file_or_too_large_is_not_read(tmp_path):
    pipe, large = tmp_path / "pipe", tmp_path / "large.toml"
    os.mkfifo(pipe)
    large.write_bytes(b"# x\n" * 300_000)
    for path, reason in (
        (pipe, "is not a file but a pipe or a device"),
        (Path("/dev/zero"), "is not a file but a pipe or a device"),
        (large, "is larger than 1 MB"),
    ):
        with pytest.raises(SettingsError) as caught:
            read_settings(path)
        assert str(caught.value) == f"{path}: {reason}"
    assert read_settings(Path(os.devnull)) == Settings()


def test_a_home_that_is_a_file_has_no_settings(hermetic, monkeypatch):
    (hermetic / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(hermetic / "file"))
    assert read_settings() == Settings()


def test_the_home_of_nobody_is_one_line(monkeypatch):
    monkeypatch.setenv("SUMMARISE_CONFIG", "~nobody-of-this-name/config.toml")
    with pytest.raises(SettingsError, match=r"^SUMMARISE_CONFIG: "):
        read_settings()


@pytest.mark.parametrize("key", ["q", "ß", "+", "ctrl++", "shift+up", "f12", "slash", "dagger"])
def test_keys_that_can_be_pressed_are_taken(key):
    assert can_be_pressed(key)


@pytest.mark.parametrize("key", ["f77", "entr", "crtl+q", "\x1b", "\u202e", "ctrl+entr"])
def test_keys_that_cannot_be_pressed_are_not(key):
    assert not can_be_pressed(key)


@pytest.mark.parametrize("section", key_sections(), ids=lambda section: section.title)
def test_the_programs_own_keys_can_be_pressed(section):
    ids = {row.id for row in section.rows}
    bindings = [binding for binding in PLACES[section.title] if binding.id in ids]
    assert bindings
    for binding in bindings:
        assert all(can_be_pressed(key.strip()) for key in binding.key.split(",")), binding


def test_keys_must_be_of_something_there_is(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('column = 80\n[keys]\nquit = "q"\n"lenght.longer" = "plus"\n')
    settings = read_settings(path)
    check_keys(settings, {"quit", "length.longer", "lenght.longer"}, path=path)
    with pytest.raises(SettingsError) as caught:
        check_keys(settings, {"quit", "length.longer"}, path=path)
    assert str(caught.value) == (
        f"{path}, line 4: keys.lenght.longer is not known: did you mean keys.length.longer?"
    )


def test_a_key_that_is_set_for_one_thing_does_nothing_else_there():
    keys, lines = without_clashes({"reader.quit": "q"})
    assert lines == ("q is set for reader.quit, so that reader.up has no key",)
    reader = next(section for section in key_sections(keys) if section.title == "Reader")
    assert [row.id for row in reader.rows if "q" in row.keys.split()] == ["reader.quit"]
    assert without_clashes({"reader.quit": "Q,ctrl+q"}) == ({"reader.quit": "Q,ctrl+q"}, ())
    _, both = without_clashes({"reader.quit": "q", "reader.up": "q"})
    assert both == ("q is set for reader.up, so that reader.quit is as by default",)
    assert without_clashes({}) == ({}, ()), "the program's own keys do not clash"


async def test_it_is_said_in_one_line_and_the_key_does_what_was_set(capsys, monkeypatch):
    opened: list[Request] = []

    def run(request: Request, _say: object) -> int:
        opened.append(request)
        return 0

    monkeypatch.setattr("tui.app.run_reader", run)
    monkeypatch.setattr("tui.command.terminal.take_keys_from_terminal", lambda: None)
    settings = parse_settings('[keys]\n"reader.quit" = "q"')
    open_reader([source_of(str(SAMPLE))], None, settings)
    (line,) = capsys.readouterr().err.splitlines()
    assert "q is set for reader.quit, so that reader.up has no key" in line
    (request,) = opened
    assert request.warning in line
    async with app_on(SAMPLE, settings=request.settings) as (app, pilot):
        await pilot.press("q")
        await pilot.pause()
        assert app.closing


def test_settings_cannot_be_changed_behind_anyones_back():
    settings = parse_settings('[keys]\nquit = "q"')
    with pytest.raises(TypeError):
        settings.keys["quit"] = "x"
    with pytest.raises(dataclasses.FrozenInstanceError):
        settings.theme = "x"
