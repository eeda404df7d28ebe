"""Bytes become text in the encoding they were written in; what is no text is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.sources.encoding import NotTextError, decode

GERMAN = "Fünf Jäger prüften größere Stücke, und übten später täglich für die Prüfung. " * 6
RUSSIAN = "Съешь же ещё этих мягких французских булок, да выпей чаю. Погода была хорошая. " * 6
JAPANESE = (
    "灯台守の一日は、まだ暗いうちに始まる。彼は数えなくても、どの段が鳴るかを知っている。" * 6
)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_comes_back(text):
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding):
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding):
    assert decode("Plain words in wide letters.".encode(encoding)) == "Plain words in wide letters."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
    ],
)
def test_other_encodings_are_guessed(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_a_declared_charset_goes_before_a_guess():
    assert decode("grün".encode("cp1252"), "windows-1252") == "grün"
    assert decode("grün".encode("cp1252"), "iso-8859-1") == "grün"
    assert decode(b"\x93quoted\x94", "latin-1") == "“quoted”"


@pytest.mark.parametrize("charset", ["no-such", "rot13", "zip", "idna", "utf-8\0", "", "utf-16"])
def test_a_wrong_declaration_does_no_harm(charset):
    assert decode("grün und blau.".encode(), charset) == "grün und blau."


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="koi8-r">',
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=koi8-r'>",
        '<?xml version="1.0" encoding="koi8-r"?>',
    ],
)
def test_a_page_names_its_charset(head):
    assert decode((head + "погода").encode("koi8-r")).endswith("погода")


def test_a_few_broken_bytes_do_not_change_the_encoding():
    broken = RUSSIAN.encode()[:200] + b"\xff" + RUSSIAN.encode()[200:]
    assert decode(broken).replace("\ufffd", "").startswith(RUSSIAN[:80])


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 4, b"\x00" * 100, b"\x7fELF" + b"\x01\x02\x00\x03" * 50],
    ids=["all bytes", "noughts", "program"],
)
def test_binary_data_is_refused(data):
    with pytest.raises(NotTextError, match="not text"):
        decode(data)


def test_a_stray_nought_does_not_make_a_text_binary():
    assert decode(b"one\x00two " + b"and so on " * 50).startswith("one\x00two")


def test_no_bytes_no_text():
    assert decode(b"") == ""
    assert decode(codecs.BOM_UTF8) == ""


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-7", "cp1252", "hex"]))
def test_any_bytes_are_text_or_refused(data, declared):
    try:
        assert isinstance(decode(data, declared), str)
    except NotTextError as error:
        assert str(error)


def test_a_short_text_with_control_characters_is_text():
    dirty = "a [/b] \x1b[31mred\x1b[0m \x00nul \u202eover\u202c. The second sentence is fine.\n"
    assert decode(dirty.encode()) == dirty


@pytest.mark.parametrize(
    "text",
    [
        "café is here",
        "El niño comió una manzana ayer. ¿Qué hora es?",
        "Das Haus ist groß. Es ist alt.",
    ],
)
def test_a_few_accents_in_a_short_text_are_not_taken_for_another_script(text):
    assert decode(text.encode("cp1252")) == text
