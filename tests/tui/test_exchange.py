"""The library as lines of JSON: written by one store, merged into another."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.stores import BEES, FERRY, FERRY_TEXT, Clock, text_of
from tui.state.store import Anchor, Facts, KeptReading, Mark
from tui.state.store.exchange import NotAnExportError
from tui.state.store.store import Store, open_store

EARLY = KeptReading("salience", "5", place=Anchor(2, "Early."), reached=0.2)
LATE = KeptReading("lexrank", "20%", place=Anchor(9, "Late."), reached=0.9, pins=(Anchor(1, "A"),))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Callable[[str], Store]:
    opened = {}

    def named(name: str) -> Store:
        if name not in opened:
            opened[name] = open_store(tmp_path / name / "library.db", clock=clock)
        return opened[name]

    yield named
    for each in opened.values():
        each.close()


def fill(store: Store) -> None:
    store.articles.open(FERRY, "digest", FERRY_TEXT)
    store.articles.leave(FERRY.key, LATE)
    store.articles.mark([BEES], Mark.SAVED)
    store.feeds.add("https://courier.example/feed", title="Courier", folder="News")
    store.folders.add("/home/someone/articles")


def everything(store: Store) -> list[str]:
    return list(store.exchange.lines())


def test_a_library_comes_back_whole_in_an_empty_one(store):
    fill(store("one"))
    merged = store("two").exchange.merge(store("one").exchange.lines())
    assert (merged.articles, merged.feeds, merged.folders, merged.wrong) == (2, 1, 1, ())
    assert everything(store("two")) == everything(store("one"))
    (hit,) = store("two").search.find("hull")
    assert hit.article.reading == LATE
    assert [article.key for article in store("two").articles.history()] == [FERRY.key]


def test_every_line_is_an_object_of_json_that_says_its_kind(store):
    fill(store("one"))
    first, *rest = map(json.loads, everything(store("one")))
    assert first == {"format": "summarise library", "version": 1}
    assert [line["kind"] for line in rest] == ["folder", "feed", "article", "article"]
    without = list(store("one").exchange.lines(texts=False))
    assert all("text" not in json.loads(line) for line in without)


def test_merging_twice_is_merging_once(store, clock):
    fill(store("one"))
    lines = everything(store("one"))
    store("two").exchange.merge(lines)
    clock.now += 1_000
    before = everything(store("two"))
    merged = store("two").exchange.merge(lines)
    assert (merged.articles, merged.feeds, merged.folders) == (0, 0, 0)
    assert everything(store("two")) == before


@pytest.mark.parametrize("order", [("one", "two"), ("two", "one")])
def test_of_two_places_in_one_article_the_later_one_counts(store, clock, order):
    for name, reading in (("one", EARLY), ("two", LATE)):
        clock.now += 100
        store(name).articles.open(FERRY, "digest", FERRY_TEXT)
        store(name).articles.leave(FERRY.key, reading)
    for name in order:
        store("three").exchange.merge(store(name).exchange.lines())
    assert store("three").articles.find(FERRY.key).reading == LATE


def test_an_older_text_does_not_take_the_place_of_a_newer_one(store, clock):
    store("one").articles.open(FERRY, "digest", text_of("The old text said little."))
    clock.now += 100
    store("two").articles.open(replace(FERRY, title="Newer"), "digest", text_of("It is new."))
    store("one").articles.mark([FERRY], Mark.SAVED)
    store("two").exchange.merge(store("one").exchange.lines())
    found = store("two").articles.find(FERRY.key)
    assert (found.facts.title, found.saved is not None) == ("Newer", True)
    assert store("two").articles.text(FERRY.key).text == "It is new."
    assert store("two").search.find("little") == []


def test_marks_add_up(store):
    store("one").articles.mark([FERRY], Mark.SAVED)
    store("two").articles.mark([FERRY], Mark.READ)
    store("one").exchange.merge(store("two").exchange.lines())
    found = store("one").articles.find(FERRY.key)
    assert None not in (found.saved, found.read)
    assert found.hidden is None


def test_two_histories_become_one_by_time(store, clock):
    for number in range(6):
        clock.now += 10
        name = "one" if number % 2 else "two"
        store(name).articles.open(Facts(f"/{number}"), "")
    store("one").exchange.merge(store("two").exchange.lines())
    shown = [article.key for article in store("one").articles.history()]
    assert shown == ["/5", "/4", "/3", "/2", "/1", "/0"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "is not a library"),
        ("[]", "is not a library"),
        ("{}", "is not a library"),
        ("PK\x03\x04", "is not a library"),
        ('{"format": "summarise library", "version": 2}', "newer version"),
        ("[" * 100_000, "is not a library"),
    ],
)
def test_what_is_no_library_is_refused_in_a_line(store, line, reason):
    with pytest.raises(NotAnExportError, match=reason):
        store("one").exchange.merge([line])


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "null",
        "[" * 100_000,
        '{"kind": "virus"}',
        '{"kind": "article"}',
        '{"kind": "article", "key": 5}',
        '{"kind": "article", "key": "/x", "words": "many"}',
        '{"kind": "article", "key": "/x", "words": 1e400}',
        '{"kind": "article", "key": "/x", "opened": "yesterday"}',
        '{"kind": "article", "key": "/x", "opened": NaN}',
        '{"kind": "article", "key": "/x", "opened": -1}',
        '{"kind": "article", "key": "/x", "text": "ab", "sentences": [[0, 3]]}',
        '{"kind": "article", "key": "/x", "text": "ab", "sentences": [[5000000000, 1]]}',
        '{"kind": "article", "key": "/x", "left": 5, "reading": [1]}',
        '{"kind": "folder", "path": "/\\ud800"}',
        '{"kind": "feed"}',
        '{"kind": "folder", "path": []}',
    ],
)
def test_a_line_that_is_not_understood_is_told_of_and_the_others_count(store, line):
    fill(store("one"))
    first, *rest = everything(store("one"))
    merged = store("two").exchange.merge([first, line, *rest])
    assert [wrong.partition(":")[0] for wrong in merged.wrong] == ["line 2"]
    assert merged.articles == 2
    assert everything(store("two")) == everything(store("one"))


def test_lines_from_outside_can_do_nothing_to_a_terminal(store):
    article = {
        "kind": "article",
        "key": "/x",
        "title": "Red \x1b[31m",
        "text": "A \x1b]0;title\x07 b.",
        "left": 5.0,
        "reading": {"method": "m", "length": "5", "focus": ["\x1b[2J"]},
    }
    header = json.dumps({"format": "summarise library", "version": 1})
    store("one").exchange.merge([header, json.dumps(article)])
    assert "\x1b" not in "".join(map(repr, store("one").articles.walk()))
    assert "\x1b" not in store("one").articles.text("/x").text
