"""Words: counted and found in every script."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.text.characters import UNSPACED
from summarise.text.words import count_words, count_words_in, has_unspaced_script, tokenise


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("   ", 0),
        ("...", 0),
        ("one", 1),
        ("Well-known, isn't it?", 3),
        ("yes - or no -- & so on ...", 5),
        ("— a dash, then “quotes” —", 4),
        ("___ 3.5% ___", 1),
        ("l'homme d’hier", 2),
        ("यह किताब अच्छी है।", 4),
        ("나는 학교에 간다.", 3),
        ("我们明天去。", 3),
        ("See 东京 now", 3),
        ("ภาษาไทย", 4),
    ],
)
def test_counting(text: str, count: int) -> None:
    assert count_words(text) == count


@given(st.lists(st.sampled_from(["word", "naïve", "a1", "-", "…", "(x)", "школа"])))
def test_only_what_holds_a_letter_or_digit_counts(pieces: list[str]) -> None:
    expected = sum(any(map(str.isalnum, piece)) for piece in pieces)
    assert count_words(" ".join(pieces)) == expected


@given(
    st.lists(st.sampled_from(["a word", "naïve", "a1  b", "-", "… so", "(x)", "水が", "a\tb - c"]))
)
def test_pieces_of_a_text_have_the_words_they_have_alone(pieces: list[str]) -> None:
    ends = list(accumulate(len(piece) + 1 for piece in pieces))
    spans = [(end - len(piece) - 1, end - 1) for piece, end in zip(pieces, ends, strict=True)]
    assert count_words_in(" ".join(pieces), spans) == list(map(count_words, pieces))


@given(st.text())
def test_any_text_can_be_counted_and_taken_apart(text: str) -> None:
    assert 0 <= count_words(text) <= len(text)
    words = tokenise(text, "fr")
    assert all(words)
    assert all(word == word.lower() or len(word.lower()) != len(word) for word in words)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The U.S. isn't well-known.", ["the", "u", "s", "isn't", "well-known"]),
        ("fr", "L'homme qu’il voit", ["homme", "il", "voit"]),
        ("fr", "aujourd'hui", ["aujourd'hui"]),
        ("it", "L'acqua dell'isola", ["acqua", "isola"]),
        ("en", "L'Oréal", ["l'oréal"]),
        ("hi", "किताब अच्छी है।", ["किताब", "अच्छी", "है"]),
        ("ar", "كِتَابٌ جميل", ["كِتَابٌ", "جميل"]),
        ("ko", "학교에 간다.", ["학교에", "간다"]),
        ("zh", "明天去 IBM 3楼", ["明天", "天去", "ibm", "3", "楼"]),
        ("ja", "東京へ", ["東京", "京へ"]),
        ("th", "ดีมา", ["ดี", "ีม", "มา"]),
    ],
)
def test_terms(language: str, text: str, words: list[str]) -> None:
    assert tokenise(text, language) == words


@pytest.mark.parametrize(
    ("text", "unspaced"), [("plain", False), ("naïve 학교 हिन्दी", False), ("in 東京", True)]
)
def test_unspaced_scripts(text: str, unspaced: bool) -> None:
    assert has_unspaced_script(text) is unspaced


@pytest.mark.parametrize("unit", [" ", "-", "'", "a'", "क्", " -", "_ ", "字", "a-"])
def test_time_is_linear_in_the_text(unit: str) -> None:
    def spent(size: int) -> float:
        text = unit * size
        begin = time.thread_time()
        count_words(text)
        tokenise(text, "fr")
        return time.thread_time() - begin

    short = min(spent(4_000), spent(4_000))
    assert min(spent(32_000), spent(32_000)) < 24 * short + 0.1


def test_every_character_of_an_unspaced_script_is_known_as_one() -> None:
    unspaced = re.compile(f"[{UNSPACED}]")
    for first in range(0, 0x110000, 0x100):
        for number in range(first, first + 0x100):
            if not 0xD800 <= number < 0xE000:
                text = chr(number)
                assert has_unspaced_script(text) is (unspaced.match(text) is not None), hex(number)


def test_a_text_with_dashes_and_quotation_marks_does_not_wait_for_all_scripts() -> None:
    code = (
        "import re; made = []; compile = re.compile\n"
        "re.compile = lambda *a: made.append(a[0]) or compile(*a)\n"
        "from summarise.text.words import has_unspaced_script\n"
        "print(has_unspaced_script('“No” – she said: it’s mine…'))\n"
        "print(sum('\u4e00' in str(pattern) for pattern in made))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )
    assert done.stdout.split() == ["False", "0"]
