"""The settings file: read once at the start, never written.

It is TOML, ``config.toml`` in the user's configuration folder for ``summarise`` or wherever
``SUMMARISE_CONFIG`` points. A file that is wrong in any way is left out whole, and told of in a
line: nobody is kept from reading by it. The fields of :class:`Settings` are the keys of the file;
the comment on each of them in the default file is kept with the field.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from summarise import DEFAULT_METHOD, Length, Server, SummariseError, Unit
from summarise.length import HINT
from summarise.model.server import (
    ADDRESS,
    AT_ONCE,
    CONTEXT,
    LEAST_CONTEXT,
    TIMEOUT,
    fault_of_address,
    fault_of_key_from,
)
from summarise.sources.web.options import Fetching

#: Environment variable that names another settings file.
ENVIRONMENT = "SUMMARISE_CONFIG"

#: The largest settings file in bytes; the commented default has 2,000.
_LIMIT = 1_000_000
#: The narrowest and the widest text column that can be asked for.
COLUMN_RANGE = (20, 400)


class SettingsError(SummariseError):
    """The settings file is wrong; the message names the file, the line and the key."""


def _setting(default: Any, help_text: str) -> Any:
    """A field of :class:`Settings` with its comment in the file."""
    if isinstance(default, Mapping):
        return field(
            default_factory=lambda: MappingProxyType(default), metadata={"help": help_text}
        )
    return field(default=default, metadata={"help": help_text})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set once and for all. Options of the command line win over these."""

    theme: str = _setting(
        "", 'A theme of Textual, "ansi" for the terminal\'s own colours, or "" for the default.'
    )
    """Name of a theme, or "" for the program's own choice."""
    method: str = _setting(DEFAULT_METHOD, "The ranking method (summarise --help lists them).")
    """The method that an article is opened with."""
    length: str = _setting("", f'How much to keep: {HINT}; "" for as much as suits the article.')
    """The length that an article is opened with, or "" for what suits it."""
    unit: str = _setting(
        Unit.SENTENCES.label,
        f"The unit that lengths are shown in: {', '.join(unit.label for unit in Unit)}.",
    )
    """The unit that lengths are shown in, by its label."""
    column: int = _setting(80, "The widest line of text, in characters.")
    """Widest line of text, in cells."""
    heat: bool = _setting(False, "Whether the source is tinted by score from the start.")
    """Whether the source is tinted by score from the start."""
    dim_known: bool = _setting(False, "Whether what you have read before is dimmed from the start.")
    """Whether what was read before is dimmed from the start."""
    mouse: bool = _setting(True, "Whether the mouse can be used.")
    """Whether the mouse can be used."""
    fetch: str = _setting(
        "", 'A command that fetches web pages, such as "curl -sL"; "" to fetch them here.'
    )
    """A command that is given the address and writes the page, or "" for the program's own way."""
    user_agent: str = _setting(
        "", 'What servers are told that the program is called; "" for its name and version.'
    )
    """What servers are told of who asks, or "" for the name and the version."""
    cache: bool = _setting(True, "Whether web pages are kept, to be read again at once.")
    """Whether pages that were fetched are kept."""
    history: bool = _setting(True, "Whether what was read is remembered, with where it was left.")
    """Whether anything is remembered from run to run."""
    refresh: bool = _setting(False, "Whether feeds are asked for what is new at the start.")
    """Whether feeds are asked for what is new when the library is first shown."""
    model: Mapping[str, str | int] = _setting(
        {},
        'A language model that chooses sentences, and writes none, for the method "model".\n'
        "Articles go to this computer, to the host that allow names, or where you say yes.",
    )
    """What is set of :data:`MODEL_SETTINGS`; empty if no model is set up."""
    keys: Mapping[str, str] = _setting(
        {}, 'Keys by the id shown on the help screen, for example: reader.quit = "Q,ctrl+q"'
    )
    """Keys by the id of what they do, several separated by commas."""

    @property
    def fetching(self) -> Fetching:
        """How pages of the web are fetched."""
        return Fetching(agent=self.user_agent, command=self.fetch, keeps=self.cache)

    @property
    def server(self) -> Server:
        """The language model that may be asked; without a name if none is set up."""
        said: dict[str, Any] = {"name": "", **self.model}
        return Server(**said)


#: What the table ``[model]`` may hold: the default, the comment, and for numbers their range.
MODEL_SETTINGS: Mapping[str, tuple[str | int, str, tuple[int, int]]] = MappingProxyType(
    {
        "name": ("", "what the server calls the model", (0, 0)),
        "address": (ADDRESS, "any chat interface like OpenAI's", (0, 0)),
        "key_from": ("", "env:NAME or command:WORDS, never the key itself", (0, 0)),
        "timeout": (TIMEOUT, "seconds for each request", (1, 3600)),
        "context": (CONTEXT, "tokens of a question and its answer", (LEAST_CONTEXT, 2**24)),
        "allow": ("", "the host that articles may be sent to", (0, 0)),
        "at_once": (AT_ONCE, "requests at a time", (1, 16)),
    }
)


def settings_path() -> Path:
    """Where the settings file is, or would be."""
    if named := os.environ.get(ENVIRONMENT):
        return Path(named).expanduser()
    from platformdirs import user_config_path  # only if no file is named

    return user_config_path("summarise") / "config.toml"


def read_settings(path: Path | None = None) -> Settings:
    """Read the settings file; without one, everything is as by default.

    Args:
        path: The file; otherwise the one of :func:`settings_path`.

    Raises:
        SettingsError: It cannot be read, is not TOML, or says something that is not understood.
    """
    if path is None:
        try:
            path = settings_path()
        except RuntimeError:
            raise SettingsError(f"{ENVIRONMENT}: names the home of nobody here") from None
    try:
        text = _read(path)
    except (FileNotFoundError, NotADirectoryError):
        if os.environ.get(ENVIRONMENT) and path == settings_path():
            raise SettingsError(f"{path}: no such file, though {ENVIRONMENT} names it") from None
        return Settings()
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: is not UTF-8 text") from None
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from None
    return parse_settings(text, name=str(path))


def _read(path: Path) -> str:
    """The text of a settings file; a pipe or a device might never end."""
    if os.fspath(path) == os.devnull:
        return ""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise SettingsError(f"{path}: is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise SettingsError(f"{path}: is not a file but a pipe or a device")
    if status.st_size > _LIMIT:
        raise SettingsError(f"{path}: is larger than 1 MB")
    return path.read_text(encoding="utf-8-sig")


def parse_settings(text: str, *, name: str = "settings") -> Settings:
    """Read settings from TOML.

    Args:
        text: The TOML.
        name: What to call it in an error.

    Raises:
        SettingsError: It is not TOML, or says something that is not understood.
    """
    import tomllib  # only if there is a file

    try:
        return _settings_of(tomllib.loads(text), text, name)
    except RecursionError:
        raise SettingsError(f"{name}: is nested too deeply") from None
    except ValueError as error:  # it is not TOML, or has a number of thousands of digits
        raise SettingsError(f"{name}: {error}") from None


def _settings_of(values: dict[str, Any], text: str, name: str) -> Settings:
    known = {f.name: f for f in fields(Settings)}
    for key, value in values.items():
        if key not in known:
            raise SettingsError(_place(name, text, key) + _unknown(key, known))
        if reason := _fault(known[key], value):
            raise SettingsError(f"{_place(name, text, key)}{key} {reason}")
    if "keys" in values:
        keys = dict(_flat(values["keys"]))
        for key, value in keys.items():
            if reason := _key_fault(value):
                raise SettingsError(f"{_place(name, text, key, table='keys')}keys.{key} {reason}")
        values["keys"] = MappingProxyType(keys)
    if "model" in values:
        for key, value in values["model"].items():
            if reason := _model_fault(key, value):
                raise SettingsError(f"{_place(name, text, key, table='model')}{reason}")
        said = values["model"].items()
        values["model"] = MappingProxyType(
            {key: value for key, value in said if value != MODEL_SETTINGS[key][0]}
        )
    if isinstance(values.get("length"), int):
        values["length"] = str(values["length"])
    return Settings(**values)


def check_keys(
    settings: Settings,
    known: Collection[str],
    *,
    can_be_pressed: Callable[[str], bool] = lambda _: True,
    path: Path | None = None,
) -> None:
    """Check that all keys are set for something there is, and can be pressed.

    Args:
        settings: What was read.
        known: The ids of all bindings.
        can_be_pressed: Whether a key of that name exists.
        path: Where it was read from; otherwise the file of :func:`settings_path`.

    Raises:
        SettingsError: One of them is not among ``known``, or has a key that cannot be pressed.
    """
    for key, value in settings.keys.items():
        if key not in known:
            raise SettingsError(_place_of_key(key, path) + _unknown(key, known, table="keys."))
        for pressed in filter(None, map(str.strip, value.split(","))):
            if not can_be_pressed(pressed):
                reason = f'keys.{key} is wrong: no key is called "{pressed}"'
                raise SettingsError(_place_of_key(key, path) + reason)


def _place_of_key(key: str, path: Path | None) -> str:
    path = settings_path() if path is None else path
    try:
        text = _read(path)
    except (OSError, UnicodeDecodeError, SettingsError):  # it has changed since it was read
        text = ""
    return _place(str(path), text, key, table="keys")


def default_settings() -> str:
    """The settings file with everything in it, commented, at its default."""
    lines = [
        "# Settings of summarise. Remove the # in front of a line to change it.",
        "# Options of the command line win over this file. It is read from",
        f"# {settings_path()}",
    ]
    for f in fields(Settings):
        default = _default(f)
        lines += ["", *(f"# {line}" for line in f.metadata["help"].split("\n"))]
        lines.append(
            f"# [{f.name}]" if isinstance(default, Mapping) else _assignment(f.name, default)
        )
        if f.name == "model":
            lines += (
                f"{_assignment(key, value)}  # {comment}"
                for key, (value, comment, _) in MODEL_SETTINGS.items()
            )
    return "\n".join(lines) + "\n"


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, object]]:
    """The entries of a table; ``a.b`` without quotes is a table in TOML, but here a name."""
    for key, value in table.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def _model_fault(key: str, value: object) -> str:
    """Why a value does not do in the table of the model; "" if it does.

    No value is ever part of what is said: it may be a key, set by mistake.
    """
    if key not in MODEL_SETTINGS:
        return _unknown(key, MODEL_SETTINGS, table="model.")
    default, _, (least, most) = MODEL_SETTINGS[key]
    fault = ""
    if isinstance(default, str):
        if not isinstance(value, str):
            fault = "must be text in quotes"
        elif key == "address":
            fault = fault_of_address(value)
        elif key == "key_from":
            fault = fault_of_key_from(value)
        elif not value.isprintable() or len(value) > 200:
            fault = "must be a short line of text"
    elif type(value) is not int or not least <= value <= most:
        fault = f"must be a whole number from {least} to {most}"
    return f"model.{key} {fault}" if fault else ""


def _key_fault(value: object) -> str | None:
    """Why a value does not do for keys, as the end of a sentence; None if it does."""
    if not isinstance(value, str) or not value.strip(" ,"):
        return 'must be text such as "q,ctrl+q"'
    for key in map(str.strip, value.split(",")):
        if not key.isprintable():
            return f"is wrong: no key types {key!a}"
        if (named := _key_name(key)) != key:
            return f'is wrong: no key is called "{key}": did you mean "{named}"?'
    return None


def _key_name(key: str) -> str:
    """A key as it would have to be written: only single letters can be capitals."""
    parts = ["_".join(part.split()) for part in key.split("+")]
    is_letter_alone = "ctrl" not in (part.lower() for part in parts)
    return "+".join(p if len(p) == 1 and is_letter_alone else p.lower() for p in parts)


def _assignment(name: str, default: str | int | bool) -> str:
    if isinstance(default, bool):
        shown = str(default).lower()
    elif isinstance(default, int):
        shown = str(default)
    else:
        shown = f'"{default}"'
    return f"# {name} = {shown}"


def _default(f: Field[Any]) -> Any:
    return f.default if f.default is not MISSING else _factory(f)()


def _factory(f: Field[Any]) -> Callable[[], Any]:
    assert f.default_factory is not MISSING
    return f.default_factory


def _fault(f: Field[Any], value: object) -> str | None:
    """Why a value does not do for a field, as the end of a sentence; None if it does."""
    match f.name, value:
        case "length", str() | int() if not isinstance(value, bool):
            return None if value == "" else _complaint(Length.parse, value)
        case "method", str():
            from summarise.methods import find_method  # only if one is set

            return _complaint(find_method, value)
        case "unit", str():
            known = [unit.label for unit in Unit]
            return None if value in known else f"must be one of {', '.join(known)}"
        case "column", int() if not isinstance(value, bool):
            low, high = COLUMN_RANGE
            return None if low <= value <= high else f"must be from {low} to {high}, not {value}"
        case "user_agent", str() if not (value.isascii() and value.isprintable()):
            return "must be of plain letters and signs (ASCII)"
    default = _default(f)
    if isinstance(default, Mapping):
        return None if isinstance(value, dict) else f"must be a table: [{f.name}]"
    if type(value) is type(default):
        return None
    kind = {bool: "true or false", int: "a whole number", str: "text in quotes"}[type(default)]
    return f"must be {kind}"


def _complaint(parse: Callable[[Any], object], value: object) -> str | None:
    try:
        parse(value)
    except SummariseError as error:
        return f"is wrong: {error}"
    return None


def _unknown(key: str, known: Collection[str], table: str = "") -> str:
    from difflib import get_close_matches  # only for a mistake

    close = get_close_matches(key, known, n=1)
    hint = f"did you mean {table}{close[0]}?" if close else f"known are {', '.join(sorted(known))}"
    return f"{table}{key} is not known: {hint}"


def _place(name: str, text: str, key: str, table: str = "") -> str:
    """The file and, where it can be found, the line of a key, as the start of an error."""
    here = ""
    quoted = re.escape(key)
    wanted = re.compile(rf"\s*(?:\"{quoted}\"|'{quoted}'|{quoted})\s*=|\s*\[\s*{quoted}\s*[\].]")
    for number, line in enumerate(text.splitlines(), 1):
        if here == table and wanted.match(line):
            return f"{name}, line {number}: "
        if header := re.match(r"\s*\[\s*([^\]]*?)\s*\]", line):
            here = header[1]
    return f"{name}: "
