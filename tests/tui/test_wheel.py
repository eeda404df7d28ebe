"""The package as others get it: a wheel, installed away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [os.fspath(part) for part in command],
        cwd=cwd,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without a network where the build backend is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    isolation = ["--no-build-isolation"] if find_spec("hatchling") else []
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", *isolation]
    run(*pip, "--wheel-dir", folder, ROOT, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with the wheel, whose dependencies are those of here."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=os.name != "nt")
    variables = {"base": str(folder), "platbase": str(folder)}
    scheme = sysconfig.get_preferred_scheme("prefix") if os.name == "nt" else "venv"
    packages = Path(sysconfig.get_path("purelib", scheme, vars=variables))
    # A path in a .pth file is searched after the environment itself, and the .pth files in it
    # (such as that of an editable installation of this checkout) are not followed.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    bin_folder = Path(sysconfig.get_path("scripts", scheme, vars=variables))
    pip = [sys.executable, "-m", "pip", "--python", bin_folder / "python", "install", "--quiet"]
    run(*pip, "--no-deps", "--no-index", wheel, cwd=folder)
    return bin_folder


def test_the_installed_package_is_the_one_that_runs(programs, tmp_path):
    code = "import summarise, tui, seeds\nfor m in (summarise, tui, seeds): print(m.__file__)"
    for line in run(programs / "python", "-c", code, cwd=tmp_path).splitlines():
        assert Path(line).is_relative_to(programs.parent)


def test_it_lists_and_opens_its_samples(programs, tmp_path):
    code = (
        "from tui.state.samples import samples\n"
        "for source in samples(): print(source.name, len(source.load().sentences))"
    )
    lines = run(programs / "python", "-c", code, cwd=tmp_path).splitlines()
    assert len(lines) >= 5
    counts = dict(line.rsplit(" ", 1) for line in lines)
    assert int(counts["russia-and-belarus.txt"]) > 30
    assert all(int(count) > 5 for count in counts.values())


def test_the_command_prints(programs, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("The first sentence says what happened. The second one adds a detail to it.\n")
    out = run(programs / "summarise", "--print", "--length", "1", "note.txt", cwd=tmp_path)
    assert out.count("\n") == 1
    assert out.strip() in path.read_text()


def test_it_carries_all_data_files(wheel, tmp_path):
    names = run(sys.executable, "-m", "zipfile", "-l", wheel, cwd=tmp_path)
    for package in ("summarise", "tui", "seeds"):
        for path in (ROOT / package).rglob("*"):
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                assert path.relative_to(ROOT).as_posix() in names
