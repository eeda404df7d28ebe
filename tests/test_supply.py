"""What is installed beside the program: within tested bounds, and free to be used by anyone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
#: Licences that a program under the MIT licence can depend on, as packages call them.
FREE = re.compile(
    r"\b(?:MIT|MIT-0|X11|HPND|BSD|0BSD|ISC|Apache|PSF|Python Software Foundation|Unlicense|Zlib|"
    r"Public Domain|CC0|MPL|Mozilla Public License|LGPL|Lesser General Public License)\b",
    re.IGNORECASE,
)


def installed(names: set[str]) -> dict[str, Distribution]:
    """The distributions of these names and all that they need here."""
    found: dict[str, Distribution] = {}
    waiting = sorted(names)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:
            continue  # needed on another system only
        for line in found[key].requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                waiting.append(needed.name)
    return found


def licences_of(one: Distribution) -> Iterator[str]:
    """What a distribution says of its licence: its expression, its classifiers, its own words."""
    said = one.metadata
    yield from said.get_all("License-Expression") or ()
    for classifier in said.get_all("Classifier") or ():
        if classifier.startswith("License ::"):
            yield classifier
    yield (said.get("License") or "").partition("\n")[0]


def is_free(said: list[str]) -> bool:
    """Whether one of the licences that may be chosen lets the program be what it is."""
    choices = [choice for line in said for choice in re.split(r"\bOR\b|/| or ", line) if choice]
    return any(FREE.search(choice) and "Affero" not in choice for choice in choices)


def test_every_package_that_is_needed_is_free_to_use():
    found = installed({Requirement(line).name for line in PROJECT["dependencies"]})
    assert len(found) >= 30
    said = {name: list(licences_of(one)) for name, one in found.items()}
    assert {name: lines for name, lines in said.items() if not is_free(lines)} == {}


def test_licences_that_bind_the_program_are_seen():
    affero = "License :: OSI Approved :: GNU Affero General Public License v3"
    for said in ("GPL-3.0-only", "AGPL-3.0-or-later", affero, "Proprietary", ""):
        assert not is_free([said]), said
    for said in ("MIT", "GPL-2.0 OR LGPL-2.1", "MPL-1.1/GPL-2.0/LGPL-2.1", "Apache-2.0 AND MIT"):
        assert is_free([said]), said


def test_every_dependency_has_a_tested_beginning_and_an_end():
    for line in PROJECT["dependencies"]:
        bounds = {one.operator for one in Requirement(line).specifier}
        assert bounds == {">=", "<"}, line


def test_what_is_installed_here_is_within_the_bounds():
    for line in PROJECT["dependencies"]:
        needed = Requirement(line)
        assert needed.specifier.contains(distribution(needed.name).version), line
