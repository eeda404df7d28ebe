"""The README, the pages it leads to and the CI script say what is true."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import summarise
from tests.pages import KEYS, LIBRARY, PAGES, README, made_anew

ROOT = Path(__file__).parents[1]


def commands() -> list[str]:
    """The README's two commands."""
    return re.findall(r"^python3 -m venv .*$", README.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_tables_of_the_pages_are_the_programs():
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert text == made_anew(text), "run `python -m tests.pages`"
    assert "| key | does |" in KEYS.read_text(encoding="utf-8")
    assert "| method | what it does |" in LIBRARY.read_text(encoding="utf-8")


def test_the_readme_is_one_screen_of_a_page():
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 70


def test_ci_runs_the_very_test_command_of_the_readme():
    opening, testing = commands()
    assert opening.endswith("summarise seeds/russia-and-belarus.txt")
    assert testing.endswith("pytest")
    assert testing in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_files_that_the_pages_point_to_are_there():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page}: {target}"


def test_the_version_is_the_same_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == summarise.__version__
    assert f"## {summarise.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_library_example_runs(tmp_path, monkeypatch):
    example = re.search(r"```python\n(.*?)```", LIBRARY.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    page = (ROOT / "seeds/how-lighthouses-lost-their-keepers.html").read_bytes()
    (tmp_path / "article.html").write_bytes(page)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(example[1], names)
    assert names["summary"].sentences


def test_the_lowest_versions_tested_are_those_that_are_allowed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    allowed = dict(dependency.split(">=") for dependency in project["dependencies"])
    lines = (ROOT / "tests/lowest-versions.txt").read_text(encoding="utf-8").splitlines()
    tested = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert tested.keys() == allowed.keys()
    for name, version in allowed.items():
        lowest = version.partition(",")[0]
        assert f"{tested[name]}.".startswith(f"{lowest}."), name


def test_the_folders_of_the_architecture_page_are_those_of_the_tree():
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    lists = re.findall(r"<!-- folders:[^\n]*-->\n(.*?)<!-- /folders -->", page, re.DOTALL)
    for package, listed in zip(("summarise", "tui"), lists, strict=True):
        named = {
            name.rstrip("/")
            for row in listed.splitlines()
            if row.startswith("| `")
            for name in re.findall(r"`([^`]+)`", row.split("|")[1])
        }
        top = {path.name for path in (ROOT / package).glob("*.py")} - {"__init__.py"}
        folders = {
            path.parent.relative_to(ROOT / package).as_posix()
            for path in (ROOT / package).rglob("__init__.py")
        } - {"."}
        languages = {"text/sentences/languages"}
        assert named - {"__init__.py"} == top | folders - languages
