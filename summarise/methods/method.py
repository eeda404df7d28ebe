"""One way to rank, known by name and loaded when it is first used."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from summarise.errors import MethodError

if TYPE_CHECKING:
    from summarise.index import Index
    from summarise.methods.scores import Scores


#: What the names of sumy's own methods begin with; the rest is that of the program's.
SUMY_PREFIX = "sumy:"


class Method(NamedTuple):
    """A way to rank."""

    name: str
    """What the user types."""
    label: str
    """How it is written on a screen."""
    description: str
    """What it does and when it is good, in one line."""
    paper: str
    """Who came up with it, and where to read about it."""
    entry: str
    """Where it is, as ``module:attribute``: a function ``Index -> Scores``, or with ``sumy_style``
    a class or callable that makes a summarizer of sumy's kind."""
    sumy_style: bool = False
    """Whether it goes through :mod:`summarise.methods.sumy_adapter`."""
    needs: str = ""
    """A module that must be installed for it and that only an extra brings."""

    most: int | None = None
    """Candidate sentences that it can rank in 30 s on one core and within 1 GB; None for as many
    as an article may have."""

    @property
    def available(self) -> bool:
        """Whether what it needs is installed; it may still fail to load."""
        return not self.needs or find_spec(self.needs) is not None

    def score(self, index: Index) -> Scores:
        """Score each candidate sentence of an indexed article.

        Raises:
            MethodError: It cannot be loaded, the article is too long for it, or it is a plugin and
                failed.
        """
        count = len(index.article.candidates)
        if self.most is not None and count > self.most:
            raise MethodError(
                f"method {self.name!r} is too slow for {count:,} sentences, it is for at most "
                f"{self.most:,}: use {self.name.removeprefix(SUMY_PREFIX)!r}"
            )
        if not self.sumy_style:
            score: Callable[[Index], Scores] = self._load()
            return score(index)
        from summarise.methods import sumy_adapter

        return sumy_adapter.score(self._load_foreign(), index, self.name)

    def _load(self) -> Any:
        import_module("summarise.index.arrays")  # before a foreign method loads numpy
        module, _, attribute = self.entry.partition(":")
        found: Any = import_module(module)
        for name in attribute.split("."):
            found = getattr(found, name)
        return found

    def _load_foreign(self) -> Any:
        try:
            found = self._load()
        except (Exception, SystemExit) as error:  # somebody else's module may raise anything
            reason = next(iter(str(error).splitlines()), "") or type(error).__name__
            raise MethodError(f"method {self.name!r} cannot be loaded: {reason}") from error
        if not callable(found):
            raise MethodError(f"method {self.name!r} cannot be used: {self.entry} is not callable")
        return found
