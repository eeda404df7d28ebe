"""Bytes → text: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections import Counter

from summarise.text.language.profiles import SCRIPTS
from summarise.text.patterns import compile_later

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = compile_later(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I
)
_BINARY_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b\x08")) + b"\x7f"
_BEYOND_ASCII = compile_later(rb"[\x80-\xff]")
#: Escapes that open Japanese or Korean letters in seven bits.
_SEVEN_BITS = compile_later(rb"\x1b\$[@B()]")
#: What is looked at to tell text from other data, and to guess an encoding.
_SAMPLE = 64 * 1024
#: How far back from the first byte beyond ASCII a sample begins, and how much of it is weighed.
_BACK = 2048
_WEIGHED = 8 * 1024

#: Encodings that texts without a word about theirs are met in.
_LEGACY = """
cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 iso8859-1 iso8859-15 iso8859-2 iso8859-5
iso8859-7 iso8859-9 iso8859-4 iso8859-13 iso8859-6 iso8859-8 koi8-r koi8-u mac-roman mac-cyrillic
cp850 cp852 cp437 cp866 mac-latin2 mac-iceland iso8859-16 tis-620 cp932 euc-jp euc-kr cp949 gb18030
big5hkscs
"""
#: Those that are rarely met have to be the clearer for it, by this factor.
_RARE = frozenset({"mac-latin2", "mac-iceland", "iso8859-16"})
_RARE_FACTOR = 0.75
#: Encodings within this share of the most likely one are weighed against it by their letters.
_NEAR = 0.8
#: A declared charset whose text is odder than this is doubted, as is UTF-8 in so few bytes.
_ODD = 0.2
_FEW = 6
_NEVER_DECLARED = ("idna", "punycode", "undefined", "utf-7", "utf-16", "utf-32")
#: UTF-16 of one script: how much of it must be letters and marks that are met together.
_COHERENT = 0.9


class NotTextError(ValueError):
    """The bytes are not text; ``str(error)`` says so in a few words."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode bytes by byte order mark, UTF-8, declared charset, then by the text that results.

    Args:
        data: The bytes of a text or an HTML page.
        declared: The charset that came with them (as in an HTTP header), if any.

    Raises:
        NotTextError: They are not text in any encoding.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if (wide := _unmarked_utf16(data)) is not None:
        return wide
    if _is_binary(data[:_SAMPLE]):
        raise NotTextError("is not text")
    if data.isascii():
        return _seven_bits(data)
    text = _decoded(data, "utf-8")
    for charset in (declared, _charset_in_page(data)):
        if charset and (said := _as_declared(data, charset, text)) is not None:
            return said
    return text if text is not None else _guessed(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: letters of one script then share every other byte."""
    sample = data[: 4096 if len(data) > 4096 else len(data) // 2 * 2]
    if len(sample) < 4 or sample.translate(None, _BINARY_CONTROLS) == sample:
        return None
    low = [sum(byte < 32 for byte in sample[offset::2]) * 2 / len(sample) for offset in (0, 1)]
    alphabetic = max(low) > 0.6
    if not alphabetic and (len(sample) < 16 or _is_utf8(sample)):
        return None
    best, right = 0.0, ""
    for encoding in ("utf-16-be", "utf-16-le") if low[0] > low[1] else ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        # Two ASCII letters make a Chinese one, but hardly ever kana, Hangul or an eastern mark.
        chance = not alphabetic and len(_EASTERN.findall(text)) * 80 < len(text)
        if not chance and (share := _coherence(text)) > best:
            best, right = share, encoding
    if best < _COHERENT:
        return None
    return data.decode(right, errors="replace").removesuffix("\ufffd")


_EASTERN = compile_later("[\u3000-\u30ff\uac00-\ud7af\uff01-\uff9f]")
_TYPOGRAPHIC = frozenset("‘’‚“”„–—…•‹›€™")
_FIRSTS = [first for first, _, _ in SCRIPTS]


def _coherence(text: str) -> float:
    """The share of characters that are of one script, ASCII or marks."""
    counts: Counter[str] = Counter()
    for character in text:
        place = bisect_right(_FIRSTS, character) - 1
        if character < "\x80" or character in _TYPOGRAPHIC:
            counts["plain"] += character >= " " or character in "\t\n\r"
        elif _EASTERN.match(character):
            counts["han"] += 1
        elif place >= 0 and character <= SCRIPTS[place][1]:
            counts[SCRIPTS[place][2]] += 1
        else:
            counts["plain"] += "\xa0" <= character <= "\xff"
    plain = counts.pop("plain", 0)
    return (max(counts.values(), default=0) + plain) / len(text)


def _is_binary(sample: bytes) -> bool:
    if not sample:
        return False
    controls = len(sample) - len(sample.translate(None, _BINARY_CONTROLS))
    if _is_utf8(sample):  # other data hardly ever is, so here controls are only dirt
        return controls > 0.3 * len(sample)
    # A stray NUL does not make a text binary, a header full of them does.
    return sample.count(0) > 0.01 * len(sample) or controls > 0.05 * len(sample)


def _is_utf8(sample: bytes) -> bool:
    """Whether a sample is UTF-8, but for a character that its end may have cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _seven_bits(data: bytes) -> str:
    if _SEVEN_BITS.search(data[:_SAMPLE]):
        for encoding in ("iso2022_jp_ext", "iso2022_kr"):
            if (text := _decoded(data, encoding)) is not None:
                return text
    return data.decode("ascii")


def _charset_in_page(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def _as_declared(data: bytes, charset: str, as_utf8: str | None) -> str | None:
    """The text in a declared charset, or None if that cannot be the right one."""
    if as_utf8 is not None and len(_BEYOND_ASCII.findall(_sample(data))) > _FEW:
        return as_utf8  # so many bytes of another encoding are not UTF-8 by chance
    text = _decoded(data, charset)
    if text is None:
        return None
    if as_utf8 is not None:
        return text if len(text) < len(data) else as_utf8
    oddness = _oddness(text)
    if oddness > _ODD:
        guessed = _guessed(data)
        return guessed if _oddness(guessed) < oddness / 2 else text
    return text


def _decoded(data: bytes, charset: str) -> str | None:
    try:
        info = codecs.lookup(charset)
    except (LookupError, ValueError):
        return None
    # Python counts "rot13", "zip" and the like among its codecs. UTF-16 has been looked for.
    if not getattr(info, "_is_text_encoding", True) or info.name.startswith(_NEVER_DECLARED):
        return None
    try:
        return data.decode(_web_name(info.name))
    except (UnicodeError, ValueError):
        return None


def _web_name(charset: str) -> str:
    """What the web means by a charset: what it calls Latin-1 is Windows-1252."""
    return "cp1252" if charset in ("iso8859-1", "ascii") else charset


def _oddness(text: str) -> float:
    """How odd a text is for its language: only asked where it is not plainly UTF-8."""
    from summarise.text.language.oddities import odd_share  # 4 ms that most texts do not need

    return odd_share(text)


def _guessed(data: bytes) -> str:
    sample = _sample(data)
    # A few broken bytes in a UTF-8 text are damage, not another encoding.
    as_utf8 = sample.decode("utf-8", errors="replace")
    broken = as_utf8.count("\ufffd")
    beyond_ascii = len(as_utf8) - len(as_utf8.encode("ascii", "ignore")) - broken
    if broken <= beyond_ascii:
        return data.decode("utf-8", errors="replace")
    encoding = "cp1252" if _is_western(sample) else _likely_encoding(sample)
    return data.decode(encoding, errors="replace")


def _is_western(sample: bytes) -> bool:
    """Whether a sample, read as most Western text is, has nothing odd for its language.

    In any other encoding it would have; what finds that takes 90 ms and 27 MB at the first call.
    """
    text = sample.decode("cp1252", errors="replace")
    return len(_BEYOND_ASCII.findall(sample)) > _FEW and _oddness(text) == 0


def _sample(data: bytes) -> bytes:
    """A part of the data with bytes beyond ASCII, from the beginning of a line or word."""
    try:
        data.decode("ascii")  # the fastest way to the first byte beyond it
        at = 0
    except UnicodeDecodeError as error:
        at = error.start
    back = max(0, at - _BACK)
    begin = max(data.rfind(b"\n", back, at), data.find(b" ", back, at)) + 1 if back else 0
    return data[begin : begin + _SAMPLE]


def _likely_encoding(sample: bytes) -> str:
    """The encoding that is likely by its bytes and gives a text of the least odd characters."""
    import chardet

    found = chardet.detect_all(
        _META_CHARSET.sub(b"<", sample),  # which it would take at its word
        ignore_threshold=True,
        compat_names=False,
        prefer_superset=False,
        include_encodings=_LEGACY.split(),
        no_match_encoding="cp1252",
    )
    confidences: dict[str, float] = {}
    for guess in found:
        if guess["encoding"]:
            name = _web_name(codecs.lookup(guess["encoding"]).name)
            factor = _RARE_FACTOR if guess["encoding"] in _RARE else 1.0
            confidences.setdefault(name, factor * guess["confidence"])
    best = max(confidences.values(), default=1.0)
    likely = [name for name, value in confidences.items() if value >= _NEAR * best]
    texts = {name: sample[:_WEIGHED].decode(name, errors="replace") for name in likely}
    odd = {text: _oddness(text) for text in set(texts.values())}
    return max(
        likely, key=lambda name: confidences[name] / best - odd[texts[name]], default="cp1252"
    )
