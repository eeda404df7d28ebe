"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pkgutil import walk_packages

import pytest

import summarise
import tui
from summarise.text.patterns import _Later, compile_later

MODULES = sorted(
    module.name
    for package in (summarise, tui)
    for module in walk_packages(package.__path__, f"{package.__name__}.")
    if not module.name.endswith("__main__")
)


def test_it_finds_what_the_same_expression_finds():
    later, at_once = compile_later(r"(\w+) (\w+)", re.IGNORECASE), re.compile(r"(\w+) (\w+)")
    text = "one two, three four"
    assert later.findall(text) == at_once.findall(text)
    assert later.sub(r"\2 \1", text) == "two one, four three"
    match = later.match(text)
    assert match is not None
    assert match[2] == "two"
    assert (later.pattern, later.groups) == (at_once.pattern, at_once.groups)
    assert compile_later(b"a+").fullmatch(b"aaa") is not None
    assert compile_later("A+", re.IGNORECASE).fullmatch("aaa") is not None


@pytest.mark.parametrize("name", MODULES)
def test_every_expression_of_a_module_can_be_compiled(name: str):
    # One that cannot would be found out in the middle of an article.
    import_module(name)
    for value in vars(sys.modules[name]).values():
        if isinstance(value, _Later):
            assert re.compile(value.pattern, value.flags & ~re.DEBUG)


@pytest.mark.parametrize("name", MODULES)
def test_no_module_compiles_an_expression_when_it_is_imported(name: str):
    # A method taken from an expression at the top of a module would compile it there and then.
    module = import_module(name)
    taken = (getattr(value, "__self__", None) for value in vars(module).values())
    assert not [one.pattern for one in taken if isinstance(one, re.Pattern)]
