"""Every key of the program does what its tooltip says; a binding without a scenario fails."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.binding import Binding

import tui
from tests.tui.driving import SAMPLE, app_on
from tests.tui.scenarios import SCENARIOS, Stage
from tui.keys.places import PLACES
from tui.keys.table import binding_ids
from tui.screens.in_turn import KeysInTurn

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
    unmarked = keys_that_lead_unmarked(monkeypatch)
    async with app_on(SAMPLE) as (app, pilot):
        stage = Stage(app, pilot)
        for key in BINDINGS[binding].key.split(","):
            await stage.begin()
            await SCENARIOS[binding](stage, key)
    assert not unmarked, "keys typed behind these would act on the screen that they lead away from"


def keys_that_lead_unmarked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gathers the keys that lead to another screen, and do not say so in their table."""
    unmarked: list[str] = []
    last: list[str] = []
    leads = KeysInTurn.leads

    def note(turns: KeysInTurn, key: events.Key) -> bool:
        led = leads(turns, key)
        last[:] = [] if led else [key.key]
        return led

    def noting(name: str) -> None:
        change = getattr(App, name)

        def changes(app: App[Any], *arguments: Any, **options: Any) -> Any:
            unmarked.extend(last)
            return change(app, *arguments, **options)

        monkeypatch.setattr(App, name, changes)

    async def begin(stage: Stage) -> None:
        last.clear()
        await begin_anew(stage)

    begin_anew = Stage.begin
    monkeypatch.setattr(Stage, "begin", begin)
    monkeypatch.setattr(KeysInTurn, "leads", note)
    for name in ("push_screen", "switch_screen", "pop_screen"):
        noting(name)
    return unmarked


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
