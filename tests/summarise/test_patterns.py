"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import summarise
import tui
from summarise.text.patterns import _Later, compile_later

SAMPLE = Path(__file__).parents[2] / "seeds/russia-and-belarus.txt"
#: What a text with nothing of the kind is not searched for.
UNSEEN = {
    "summarise.sources.formats": ("_HTML_START", "_FEED_START"),
    "summarise.sources.web.addresses": ("_ANY_SCHEME",),
    "summarise.parsing.boilerplate.apparatus": ("_LINK", "_SIGNED", "_COUNTED"),
    "summarise.parsing.boilerplate.dateline": ("_AGENCY",),
    "summarise.parsing.boilerplate.mail": ("_ADDRESSED", "_OF_A_FEED"),
    "tui.text.links": ("_WRITTEN",),
}
CODE = f"""
import sys
from importlib import import_module
from summarise import load
from summarise.parsing.boilerplate.phrases import _cues
from tui.text.links import links_of

article = load(sys.argv[1])
for sentence in article.sentences:
    links_of(article, sentence.index)
for module, names in {UNSEEN!r}.items():
    for name in names:
        if set(vars(getattr(import_module(module), name))) & {{"match", "fullmatch", "finditer"}}:
            print(name)
phrases = [phrase for cue in _cues("en") for phrase in cue.opening + cue.anywhere]
found = sum(bool(set(vars(phrase.pattern)) & {{"match", "search"}}) for phrase in phrases)
print(found, len(phrases))
"""
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


def test_what_a_text_shows_no_sign_of_is_not_compiled():
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(SAMPLE)],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    *compiled, phrases = done.stdout.splitlines()
    assert not compiled
    found, there = map(int, phrases.split())
    assert 0 < found < there / 4
