"""Stems: the form that the inflections of a word share, by the stemmers that sumy uses."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

#: Languages with a Snowball stemmer in NLTK: code → its name there.
SNOWBALL = {
    "ar": "Arabic",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "hu": "Hungarian",
    "it": "Italian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
}
#: Languages with a stemmer of sumy's own: code → its module. (Those for Greek and Polish need a
#: package more.)
SUMY = {"cs": "czech", "sk": "czech", "uk": "ukrainian"}


@lru_cache(maxsize=8)
def stemmer(language: str) -> Callable[[str], str]:
    """The stemmer of a language; for one without, a function that only lowers the case.

    The first call imports NLTK, or sumy: make it in a worker.

    Args:
        language: ISO 639-1 code, or "und".
    """
    stem: Callable[[str], str]
    if name := SNOWBALL.get(language):
        stem = _within_words(getattr(import_module("nltk.stem.snowball"), f"{name}Stemmer")().stem)
    elif name := SUMY.get(language):
        stem = import_module(f"sumy.nlp.stemmers.{name}").stem_word
        if name == "czech":
            return _quietly(stem)
    else:
        stem = str.lower
    return stem


def _within_words(stem: Callable[[str], str]) -> Callable[[str], str]:
    """A stemmer of NLTK's that leaves a word as it is where NLTK looks past its beginning.

    That happens with words that are nothing but an ending, as "'s" or "ational".
    """

    def stem_or_leave(word: str) -> str:
        try:
            return stem(word)
        except IndexError:
            return word.lower()

    return stem_or_leave


def _quietly(stem: Callable[[str], str]) -> Callable[[str], str]:
    """The Czech stemmer without its warning about words of mixed case, which it leaves as is."""

    def stem_or_leave(word: str) -> str:
        return stem(word) if word.islower() or word.istitle() or word.isupper() else word

    return stem_or_leave
