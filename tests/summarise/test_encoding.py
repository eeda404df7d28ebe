"""Bytes become text in the encoding they were written in; what is no text is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.sources.encoding import NotTextError, decode

GERMAN = "Fünf Jäger prüften größere Stücke, und übten später täglich für die Prüfung. " * 6
RUSSIAN = "Съешь же ещё этих мягких французских булок, да выпей чаю. Погода была хорошая. " * 6
JAPANESE = (
    "灯台守の一日は、まだ暗いうちに始まる。彼は数えなくても、どの段が鳴るかを知っている。" * 6
)
DATA = Path(__file__).parent.parent / "data"
#: What is written instead of typographic marks where an encoding has none.
TYPEWRITTEN = str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-"})


def texts() -> list[tuple[str, list[str], str]]:
    """Language, encodings that fit it, and a text of each language."""
    lines = (DATA / "encodings.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if not line.startswith("#")]
    return [(language, encodings.split(), text) for language, encodings, text in rows]


def encoded(text: str, encoding: str) -> tuple[str, bytes]:
    """A text as an encoding can hold it, and its bytes."""
    try:
        return text, text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(TYPEWRITTEN)
        return plain, plain.encode(encoding)


def beginning(text: str) -> str:
    """The first sentence of a text, of 25 characters in Chinese and about 80 elsewhere."""
    ends = [at + 1 for mark in ".!?。" if (at := text.find(mark)) > 0]
    return text[: min(ends, default=90)]


MATRIX = [
    pytest.param(text, encoding, id=f"{language}-{encoding}")
    for language, encodings, text in texts()
    for encoding in [*encodings, "utf-8", "utf-16-le", "utf-16-be"]
]


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


@pytest.mark.parametrize(("text", "encoding"), MATRIX)
def test_each_language_in_the_encodings_it_is_met_in(text, encoding):
    for part in (beginning(text), text, f"{text}\n" * 7):
        written, data = encoded(part, encoding)
        if not data.isascii() or encoding.startswith("iso2022"):
            assert decode(data) == written


@pytest.mark.parametrize(("text", "encoding"), MATRIX)
def test_a_page_that_names_its_charset_rightly(text, encoding):
    if encoding.startswith("utf-16"):
        return  # a page in it cannot name it: its bytes are no ASCII
    written, data = encoded(f"<meta charset='{encoding}'><p>{text}</p>", encoding)
    assert decode(data) == written


@pytest.mark.parametrize(
    ("charset", "encoding", "language"),
    [
        ("iso-8859-1", "utf-8", "fr"),
        ("gb2312", "utf-8", "zh"),
        ("windows-1251", "utf-8", "en"),
        ("shift_jis", "utf-8", "ja"),
        ("utf-8", "cp1252", "de"),
        ("utf-8", "gb18030", "zh"),
        ("iso-8859-1", "cp1251", "ru"),
        ("windows-1252", "cp1250", "pl"),
        ("iso-8859-1", "cp1253", "el"),
        ("iso-8859-1", "euc-jp", "ja"),
    ],
)
def test_a_page_that_names_a_wrong_charset(charset, encoding, language):
    text = next(text for code, _, text in texts() if code == language)
    written, data = encoded(f"<meta charset='{charset}'><p>{text}</p>", encoding)
    assert decode(data) == written


@pytest.mark.parametrize("language", ["de", "el", "ru", "ja"])
@pytest.mark.parametrize("damage", [b"\xff", b"\x80", b"\xe9"])
def test_one_broken_byte_leaves_the_rest_of_a_utf8_text(language, damage):
    text = next(text for code, _, text in texts() if code == language)
    head, tail = text[:40], text[40:]
    read = decode(head.encode() + damage + tail.encode())
    assert read.startswith(head)
    assert read.endswith(tail)
    assert decode(text.encode()[:-1]).startswith(text[:-1])


@pytest.mark.parametrize(
    "text",
    [
        "It\u2019s hard to say, as they still haven\u2019t done much of the work at all.",
        "Ask how\u00a0many times\u00a0the house has been sold, and\u00a0by whom.",
        "Only plain results: n\u00fameros, faturamento, dinheiro, and no more talk.",
    ],
)
def test_western_text_whose_only_oddities_are_marks_or_spaces(text):
    assert decode(text.encode("cp1252")) == text


def test_what_is_beyond_ascii_may_come_late():
    plain = "So the day went on, and so did the rain, and nobody came. " * 4000
    text = f"{plain}It was a naïve plan for the café."
    assert decode(text.encode("cp1252")) == text


def test_utf16_that_was_cut_in_a_character():
    data = "Füße und Wörter in breiten Zeichen.".encode("utf-16-le")
    assert decode(data[:-1]) == "Füße und Wörter in breiten Zeichen"


@pytest.mark.parametrize("digits", ["", "10 20 30 "])
def test_a_dirty_text_is_not_taken_for_utf16(digits):
    dirty = f"some plain words with a café in them {digits}" * 20 + "\x01"
    assert decode(dirty.encode("cp1252")) == dirty


def test_a_declared_charset_goes_before_a_guess():
    assert decode("grün".encode("cp1252"), "windows-1252") == "grün"
    assert decode("grün".encode("cp1252"), "iso-8859-1") == "grün"
    assert decode(b"\x93quoted\x94", "latin-1") == "“quoted”"


@pytest.mark.parametrize("charset", ["no-such", "rot13", "zip", "idna", "utf-8\0", "", "utf-16"])
def test_a_wrong_declaration_does_no_harm(charset):
    assert decode("grün und blau.".encode(), charset) == "grün und blau."
    assert decode("grün, rot und blau.".encode(), charset) == "grün, rot und blau."
    assert decode(b"Plain words.", charset) == "Plain words."


def test_a_long_page_whose_text_comes_late_and_whose_charset_is_wrong():
    head = "<meta charset='gb2312'>" + "<link rel='x' href='y'>" * 4000
    page = f"{head}<p>El niño esperó más de una hora, pero después llegó su tía.</p>"
    assert decode(page.encode()) == page


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


def test_one_letter_that_western_windows_lacks_tells_the_encoding():
    text = (
        "Le gardien n'a pas quitté son île depuis l'été. Une tempête a emporté l'escalier. "
        "Il préfère ses colères à celles des hommes. On lui a envoyé un œuf frais."
    )
    assert decode(text.encode("iso8859-15")) == text
