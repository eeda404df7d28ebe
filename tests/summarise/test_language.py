"""Languages: named, recognised, or honestly unknown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.article import UNKNOWN_LANGUAGE
from summarise.errors import LanguageError
from summarise.text.language import detect_language, language_code, language_name
from summarise.text.language.names import NAMES
from summarise.text.language.profiles import LETTERS, WORDS

DATA = Path(__file__).parent.parent / "data"
TEXTS = [
    line.split("\t")
    for line in (DATA / "languages.tsv").read_text(encoding="utf-8").splitlines()
    if line
]


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[code for code, _ in TEXTS])
def test_a_paragraph_is_recognised(code: str, text: str) -> None:
    assert detect_language([text]) == code
    assert detect_language(text.split(" ")) == code


def test_more_than_25_languages_are_tried() -> None:
    assert len({code for code, _ in TEXTS}) > 35


def test_two_hundred_characters_are_enough() -> None:
    windows = [(code, text[at : at + 200]) for code, text in TEXTS for at in (0, 20, 40)]
    right = sum(detect_language([window]) == code for code, window in windows)
    assert right / len(windows) >= 0.98


@pytest.mark.parametrize("text", ["", " ", "12345", "?!", "🙂🙂", "xqzt brfl wub zug nik"])
def test_what_is_no_language_is_unknown(text: str) -> None:
    assert detect_language([text]) == UNKNOWN_LANGUAGE


def test_a_foreign_name_changes_nothing() -> None:
    text = dict(map(tuple, TEXTS))["en"]  # type: ignore[arg-type]
    assert detect_language([text, "Москва, 東京, Zürich, Łódź"]) == "en"


@given(st.lists(st.text(), max_size=5))
def test_any_text_has_a_known_code(texts: list[str]) -> None:
    assert detect_language(texts) in {*NAMES, UNKNOWN_LANGUAGE}


def test_a_book_is_not_read_to_its_end() -> None:
    read = 0

    def pieces() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield "The house is on the hill and it was old. " * 20

    assert detect_language(pieces()) == "en"
    assert read < 20


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("de-AT", "de"),
        ("pt_BR", "pt"),
        ("zh-Hans-CN", "zh"),
        ("German", "de"),
        (" english ", "en"),
        ("nb", "no"),
        ("Farsi", "fa"),
        ("und", "und"),
    ],
)
def test_names_and_codes(name: str, code: str) -> None:
    assert language_code(name) == code


@pytest.mark.parametrize("name", ["", "klingon", "xx", "d", "de!", "english\nfrench"])
def test_an_unknown_name_gives_one_line(name: str) -> None:
    with pytest.raises(LanguageError) as caught:
        language_code(name)
    assert "\n" not in str(caught.value)
    assert "german" in str(caught.value)


def test_every_code_has_a_name_that_leads_back() -> None:
    for code in NAMES:
        assert language_code(language_name(code)) == code
    assert language_name(UNKNOWN_LANGUAGE) == "unknown language"


def test_profiles_speak_of_known_languages() -> None:
    for script, listed in WORDS.items():
        assert listed.keys() <= NAMES.keys()
        for codes in LETTERS[script].values():
            assert set(codes.split()) <= listed.keys()


@pytest.mark.parametrize("text", ["word", "TODO list", "Two. Words.", "El perro come."])
def test_a_few_plain_words_are_of_no_language(text: str) -> None:
    assert detect_language([text]) == UNKNOWN_LANGUAGE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kubernetes 是 Google 设计的平台，支持 Docker、containerd 等 container runtime。", "zh"),
        ("Next.js の App Router では default で Server Component になります。", "ja"),
        ("Spring Boot와 React를 사용하여 web application을 개발하는 방법을 소개합니다.", "ko"),
        ("The Chinese word 你好 means hello, and 再见 means goodbye.", "en"),
        ("Zorb flim grunt wibble 你 snark drop plin kwex vorn talip mosk.", "und"),
    ],
)
def test_names_in_another_script_do_not_hide_the_language(text: str, code: str) -> None:
    assert detect_language([text]) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("Dr. Smith went to Washington. He met the president.", "en"), ("Straße", "de")],
)
def test_a_few_telling_words_are_enough(text: str, code: str) -> None:
    assert detect_language([text]) == code
