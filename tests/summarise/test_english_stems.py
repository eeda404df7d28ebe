"""The English stemmer gives what NLTK's gives, to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.stem.snowball import EnglishStemmer

from summarise.text.ports.english_stems import stem
from tests.generated import real_words

NLTK = EnglishStemmer().stem
ENDINGS = (
    "ization ational fulness ousness iveness tional biliti lessli entli ation alism aliti ousli "
    "iviti fulli enci anci abli izer ator alli bli ogi li alize icate iciti ative ical ness ful "
    "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic sses ied ies us "
    "ss s eedly ingly edly eed ing ed ly y e ll le 's ' s' 's' ’s"
)
BEGINNINGS = st.one_of(
    st.sampled_from(["gener", "commun", "arsen", "y", "'", "sky", "proceed", "rat", "hop", "bl"]),
    st.text("aeiouybcdglnrstwxz", max_size=6),
    st.text(max_size=3),
)


def test_words_of_the_seeds() -> None:
    words = {word for language in ("en", "de", "fr") for word in real_words(language)}
    assert {word: stem(word) for word in words} == {word: NLTK(word) for word in words}


@settings(max_examples=2000)
@given(BEGINNINGS, st.lists(st.sampled_from(ENDINGS.split()), max_size=3))
def test_words_with_every_ending(beginning: str, endings: list[str]) -> None:
    word = beginning + "".join(endings)
    try:
        expected = NLTK(word)
    except IndexError:  # NLTK looks past the beginning of a word that is all ending
        return
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Cables", "cabl"),
        ("generously", "generous"),
        ("hoping", "hope"),
        ("hopping", "hop"),
        ("happily", "happili"),
        ("nationalization", "nation"),
        ("skies", "sky"),
        ("proceeding", "proceed"),
        ("ship’s", "ship"),
        ("", ""),
    ],
)
def test_examples(word: str, expected: str) -> None:
    assert stem(word) == expected
