"""Methods that other packages bring by an entry point, good ones and broken ones."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

import summarise
from summarise.errors import MethodError
from summarise.index import Index
from summarise.methods import PLUGINS, all_methods, find_method, plugins
from tests.generated import make_article

GOOD = """
    from sumy.summarizers import AbstractSummarizer

    class Shortest(AbstractSummarizer):
        stop_words = None

        def __call__(self, document, sentences_count):
            assert self.stop_words and self.stem_word("Cables") == "cabl"
            rate = lambda sentence: -len(sentence._text)
            return self._get_best_sentences(document.sentences, sentences_count, rate)

    def longest(stemmer):
        return lambda document, count: Shortest._get_best_sentences(
            document.sentences, count, lambda sentence: len(sentence._text)
        )
"""

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Put a package with entry points on the path, as if it were installed."""

    def install_package(code: str, **entries: str) -> None:
        (tmp_path / "a_plugin.py").write_text(dedent(code))
        folder = tmp_path / "a_plugin-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: a-plugin\nVersion: 1.0\n")
        lines = [f"{name} = {place}" for name, place in entries.items()]
        (folder / "entry_points.txt").write_text("\n".join([f"[{PLUGINS}]", *lines]))
        monkeypatch.syspath_prepend(tmp_path)
        plugins.cache_clear()

    yield install_package
    sys.modules.pop("a_plugin", None)
    plugins.cache_clear()


def test_a_plugin_ranks(install: Install) -> None:
    install(GOOD, Shortest="a_plugin:Shortest", longest="a_plugin:longest")
    made = make_article(1, 20)
    ranking = summarise.rank(made, "shortest")
    fit = [i for i in ranking.order if i not in Index(made).unfit]
    assert ranking.order[: len(fit)] == tuple(fit)
    lengths = [len(made.sentences[i].text) for i in fit]
    assert lengths == sorted(lengths)
    assert set(ranking.select(3).indices) < set(ranking.select(4).indices)
    order = summarise.rank(made, "longest").order
    lengths = [len(made.sentences[i].text) for i in order if i not in Index(made).unfit]
    assert lengths == sorted(lengths, reverse=True)


def test_plugins_are_listed_last_and_loaded_only_when_used(install: Install) -> None:
    install(GOOD, shortest="a_plugin:Shortest")
    assert all_methods()[-1].name == "shortest"
    assert "a-plugin" in find_method("shortest").description
    assert "a_plugin" not in sys.modules


def test_a_plugin_cannot_take_the_place_of_a_method(install: Install) -> None:
    install(GOOD, lexrank="a_plugin:Shortest")
    assert find_method("lexrank").entry == "summarise.methods.lexrank:score"
    assert [method.name for method in all_methods()].count("lexrank") == 1


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import a_module_that_is_not_there", "cannot be loaded: No module named"),
        ("1 / 0", "cannot be loaded: division by zero"),
        ("def (", "cannot be loaded: invalid syntax"),
        ("x = 1", "cannot be loaded: module 'a_plugin' has no attribute 'Broken'"),
        ("Broken = 1", "not callable"),
        ("def Broken(): ...", "failed: Broken.. takes 0 positional arguments"),
        ("def Broken(stemmer): raise ValueError", "failed: ValueError"),
        ("def Broken(stemmer): raise ValueError('two\\nlines')", "failed: two"),
        ("def Broken(stemmer): return lambda document, count: 1", "failed: "),
        ("Broken = lambda stem: lambda document, n: document.sentences[:2]", "gives no ranking"),
        ("Broken = lambda stem: lambda document, n: document.sentences[: int(n)]", "failed: int"),
        ("Broken = lambda stem: lambda document, n: n(document.sentences)", "failed: 'Sentence'"),
    ],
)
def test_a_broken_plugin_gives_one_line_and_hurts_nothing_else(
    install: Install, code: str, reason: str
) -> None:
    install(code, broken="a_plugin:Broken")
    made = make_article(1, 20)
    with pytest.raises(MethodError, match=reason) as caught:
        summarise.rank(made, "broken")
    assert "'broken'" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "broken" in [method.name for method in all_methods()]
    assert len(summarise.rank(made, "luhn").order) == 20


def test_sentences_that_a_plugin_leaves_out_come_last(install: Install) -> None:
    install(
        """
        from collections import namedtuple
        Info = namedtuple("Info", "sentence order rating")

        def Partial(stemmer):
            def summarise(document, count):
                return count([Info(document.sentences[i], i, float("nan")) for i in (4, 2)])
            return summarise
        """,
        partial="a_plugin:Partial",
    )
    ranking = summarise.rank(make_article(1, 6, headings=False), "partial")
    assert ranking.order == (4, 2, 0, 1, 3, 5)
    assert set(ranking.scores) == {0.0}


def test_random_numbers_of_a_plugin_repeat(install: Install) -> None:
    import random

    install(
        """
        import random
        from sumy.summarizers.random import RandomSummarizer as Chance
        """,
        chance="a_plugin:Chance",
    )
    made = make_article(1, 30)
    state = random.getstate()
    assert summarise.rank(made, "chance").order == summarise.rank(made, "chance").order
    assert random.getstate() == state


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "def leave(stemmer):\n    exit(3)"])
def test_a_plugin_cannot_end_the_program(install: Install, code: str) -> None:
    install(code, leaver="a_plugin:leave")
    with pytest.raises(MethodError, match="leaver"):
        summarise.rank(make_article(1, 5), "leaver")
