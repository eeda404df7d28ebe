"""The ways to rank: a registry of methods by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from summarise.article import Article
from summarise.errors import MethodError
from summarise.methods.scores import Scores


@dataclass(frozen=True, slots=True)
class Method:
    """A way to rank.

    Attributes:
        name: What the user types.
        label: How it is written on a screen.
        description: What it does and when it is good, in one line.
        paper: Who came up with it, and where to read about it.
        entry: Where its function ``Article -> Scores`` is, as ``module:function``.
    """

    name: str
    label: str
    description: str
    paper: str
    entry: str

    def score(self, article: Article) -> Scores:
        """Score each candidate sentence of an article."""
        module, _, function = self.entry.partition(":")
        score: Callable[[Article], Scores] = getattr(import_module(module), function)
        return score(article)


_METHODS: dict[str, Method] = {
    m.name: m
    for m in (
        Method(
            "lead",
            "Lead",
            "The first sentences: what a newspaper writes first.",
            "",
            "summarise.methods.lead:score",
        ),
    )
}


def methods() -> tuple[Method, ...]:
    """All methods, the default first."""
    return tuple(_METHODS.values())


def find_method(name: str) -> Method:
    """The method of that name.

    Raises:
        MethodError: There is none; the message lists those there are.
    """
    try:
        return _METHODS[name.strip().lower()]
    except KeyError:
        known = ", ".join(_METHODS)
        raise MethodError(f"method {name[:40]!r} is not known: choose one of {known}") from None
