"""Every test runs in a home of its own, without the terminal and settings of whoever runs it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import offline

_UNSET = (
    "SUMMARISE_CONFIG",
    "NO_COLOR",
    "TMUX",
    "STY",
    "SSH_CONNECTION",
    "SSH_TTY",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "TERM_PROGRAM",
    "COLUMNS",
    "LINES",
    "TEXTUAL",
    "TEXTUAL_ANIMATIONS",
    "XDG_CONFIG_DIRS",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that makes golden files anew."""
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write the golden screens instead of comparing",
    )


@pytest.fixture(autouse=True)
def hermetic(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder, to which all the usual variables point."""
    home = tmp_path_factory.mktemp("home")
    for name in _UNSET:
        monkeypatch.delenv(name, raising=False)
    for name, folder in (
        ("HOME", home),
        ("XDG_CONFIG_HOME", home / ".config"),
        ("XDG_DATA_HOME", home / ".local/share"),
        ("XDG_CACHE_HOME", home / ".cache"),
        ("XDG_STATE_HOME", home / ".local/state"),
    ):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    return home


_may_loop = False
offline.forbid_network(lambda: _may_loop)


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is asked of a network, here and in processes that are started from here."""
    global _may_loop
    _may_loop = request.node.get_closest_marker("loopback") is not None
    path = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (offline.FOLDER, path))))
    monkeypatch.delenv(offline.VARIABLE, raising=False)
    if _may_loop:
        monkeypatch.setenv(offline.VARIABLE, "1")
    yield
    _may_loop = False


# The same examples on every run: what a property test finds must be there to be found again.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
