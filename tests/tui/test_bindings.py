"""Every key of the program does what its tooltip says; a binding without a scenario fails."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding

import tui
from tests.tui.driving import SAMPLE, app_on
from tests.tui.scenarios import SCENARIOS, Stage
from tui.keys.places import PLACES
from tui.keys.table import binding_ids

BINDINGS = {binding.id: binding for bindings in PLACES.values() for binding in bindings}


def all_bindings() -> Iterator[Binding]:
    """Every binding of every class of the program, wherever it is."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if module.name.endswith("__main__"):
            continue
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and thing.__module__ == module.name:
                yield from (b for b in vars(thing).get("BINDINGS", ()) if isinstance(b, Binding))


@pytest.mark.loopback  # some follow feeds
@pytest.mark.parametrize("binding", list(BINDINGS))
async def test_every_key_does_what_it_says(binding: str, tmp_path: Path, monkeypatch):
    assert binding in SCENARIOS, f"a scenario is missing for {binding}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tui.clipboard.system_copy", lambda _: None)
    monkeypatch.setattr("tui.screens.library.previews._REST", 0.001)
    monkeypatch.setattr("tui.state.library.survey._REST", 0.001)
    async with app_on(SAMPLE) as (app, pilot):
        stage = Stage(app, pilot)
        for key in BINDINGS[binding].key.split(","):
            await stage.begin()
            await SCENARIOS[binding](stage, key)


def test_no_scenario_is_left_over():
    assert set(SCENARIOS) == set(BINDINGS)


def test_every_binding_is_in_the_table_of_keys():
    assert {binding.id for binding in all_bindings()} == binding_ids()


def test_ids_are_unique():
    ids = Counter(b.id for bindings in PLACES.values() for b in bindings)
    assert [id for id, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("binding", BINDINGS.values(), ids=list(BINDINGS))
def test_every_binding_says_what_it_does(binding: Binding):
    assert binding.id
    assert binding.description
    assert binding.tooltip
    assert binding.tooltip[0].isupper()
    assert not binding.tooltip.endswith(".")


@pytest.mark.parametrize("place", list(PLACES))
def test_no_two_bindings_of_a_place_share_a_key(place: str):
    keys = Counter(key for binding in PLACES[place] for key in binding.key.split(","))
    assert [key for key, count in keys.items() if count > 1] == []
