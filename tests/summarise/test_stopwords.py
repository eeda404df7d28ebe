"""Stop words and stems: sumy's where sumy has them."""

from __future__ import annotations

import subprocess
import sys

import pytest

import summarise
from summarise.text.stems import SNOWBALL, SUMY, stemmer
from summarise.text.stop_words import OTHER_LISTS, SUMY_LISTS, all_stop_words, stop_words


@pytest.mark.parametrize(("code", "name"), SUMY_LISTS.items())
def test_the_list_is_that_of_sumy(code: str, name: str) -> None:
    from sumy.utils import get_stop_words

    sumys = get_stop_words(name)
    assert stop_words(code) == frozenset(word.strip().lower() for word in sumys if word.strip())


@pytest.mark.parametrize("code", OTHER_LISTS)
def test_gaps_are_filled(code: str) -> None:
    words = stop_words(code)
    assert len(words) > 40
    assert all(word == word.strip() and word for word in words)


@pytest.mark.parametrize(
    ("code", "word"),
    [("en", "the"), ("nl", "het"), ("ru", "это"), ("tr", "için"), ("zh", "的"), ("hi", "के")],
)
def test_well_known_small_words(code: str, word: str) -> None:
    assert word in stop_words(code)


def test_an_unknown_language_has_none() -> None:
    assert stop_words("und") == frozenset()
    assert stop_words("../english") == frozenset()


def test_without_its_stop_words_nothing_is_ranked_otherwise_in_silence(monkeypatch) -> None:
    stop_words.cache_clear()
    all_stop_words.cache_clear()
    monkeypatch.setattr("summarise.text.stop_words.find_spec", lambda _package: None)
    try:
        with pytest.raises(summarise.ResourceError, match=r"english\.txt are missing: pip install"):
            summarise.summarise("The harbour closes. It opens again. The harbour is old.", "1")
    finally:
        stop_words.cache_clear()
        all_stop_words.cache_clear()


@pytest.mark.parametrize("word", ["ational", "'s", "s", "y'", "biliti", ""])
def test_a_word_that_is_all_ending_has_a_stem(word: str) -> None:
    assert isinstance(stemmer("en")(word), str)


@pytest.mark.parametrize("code", [*SNOWBALL, *SUMY])
def test_stems_are_those_of_sumy(code: str) -> None:
    from sumy.nlp.stemmers import Stemmer

    language = {"no": "norwegian", "el": "greek"}.get(code, code)
    text = """houses Häuser maisons Running běžící книгами talossa l'homme corriendo
    WORLD 'tis hovedstaden människorna városokban nações încercări"""
    expected = Stemmer(language)
    words = text.split()
    assert [stemmer(code)(word) for word in words] == [expected(word) for word in words]


@pytest.mark.parametrize("word", ["iPhone", "2024", "بيوتهم"])
def test_mixed_case_is_left_in_peace(word: str) -> None:
    assert stemmer("cs")(word) == word


@pytest.mark.parametrize("code", ["und", "zh", "pl", "vi"])
def test_other_languages_only_lose_the_case(code: str) -> None:
    assert stemmer(code)("Houses") == "houses"


def test_stop_words_need_neither_sumy_nor_nltk() -> None:
    code = (
        "import sys; from summarise.text.stop_words import stop_words; "
        "assert stop_words('en') and stop_words('nl'); "
        "print(*{'sumy.utils', 'stop_words', 'requests', 'nltk', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"stop_words"}
