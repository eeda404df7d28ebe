"""What the tests of the command share: an article in a file, and ways to run the command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui.__main__ import main

ARTICLE = """\
# The harbour at Varnholm

The harbour at Varnholm froze in January for the first time in forty years. Fishermen walked \
across the ice to the island and came back with stories about the silence there.

The town council met twice to discuss the ferry. It decided that the ferry would stay in port \
until the ice was gone, because the hull had been damaged in December.

Children were delighted with the ice and skated until dark. Their parents worried about the \
currents near the pier and asked the council for signs.

In March the harbour opened again, and the first ferry carried two hundred passengers. The \
captain said that he had missed the noise of the engines.
"""


@dataclass(frozen=True)
class Result:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article in a file."""
    path = tmp_path / "harbour.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles."""
    where = tmp_path / "articles"
    where.mkdir()
    (where / "harbour.md").write_text(ARTICLE)
    (where / "ferry.md").write_text("# The ferry\n\nThe ferry left at noon. It was late.\n")
    return where


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Result]:
    """Run the command within this process."""

    def run_here(*arguments: str | Path) -> Result:
        capsysbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode("utf-8"), err.decode("utf-8"))

    return run_here


@pytest.fixture
def spawn() -> Callable[..., Result]:
    """Run the command as a process of its own, with standard input empty unless it is given."""

    def run_there(
        *arguments: str | Path,
        piped: bytes | None = None,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "tui", *map(os.fspath, arguments)],
            env=os.environ | dict(env or {}),
            cwd=cwd,
            capture_output=True,
            check=False,
            timeout=60,
            **({"stdin": subprocess.DEVNULL} if piped is None else {"input": piped}),
        )
        return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run_there


@pytest.fixture
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The article under the highlight is read at once: nothing waits for keys to end."""
    monkeypatch.setattr("tui.screens.library.previews._REST", 0.001)
    monkeypatch.setattr("tui.state.library.survey._REST", 0.001)
