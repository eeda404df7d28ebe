"""Text → words as NLTK's tokeniser finds them, each distinct piece between spaces taken apart once.

``NLTKWordTokenizer`` is a chain of two dozen substitutions over a sentence. All of them look no
further than the spaces around a piece of text (a *chunk*), but for those about the full stop that
ends the sentence. So each distinct chunk is taken apart once, the last one of a sentence as a chunk
of its own kind. The rules are written out here, because importing NLTK takes longer than indexing
a book; a test compares both. Tokens without a letter or digit are left out.

It differs from NLTK where that leaves the full stop of a sentence on its last word, before two
closing quotation marks: here it comes off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarise.text.patterns import compile_later
from summarise.text.words import has_unspaced_script, tokenise

#: Marks the last chunk of a sentence; no chunk holds white space otherwise.
LAST = "\n"

_CLOSERS = "])}>\"'»”’"
# Words that may be two to NLTK ("cannot", "gonna") are left to the long way.
_PART = r"(?!(?i:can|gim|gon|got|lem|wan))[^\W_]+"
_MAY_BE_TWO = frozenset({"can", "gim", "gon", "got", "lem", "wan"})
_WORD = rf"{_PART}(?:-{_PART})*"
_OPENING = r"[(\[{<\"“„«‘]*"
_CLOSING = r"[,;:?!)\]}>\"”’»]*"
#: A word with plain punctuation around it, which most chunks are.
_PLAIN = compile_later(rf"{_OPENING}({_WORD})(?:'[smdSMD])?{_CLOSING}(?:\.?[\])}}>\"'»”’]*{LAST})?")
_FINAL_STOP = compile_later(rf"(?<!\.)\.[{re.escape(_CLOSERS)}]*{LAST}|{LAST}")
_BREAKS = compile_later(r"[«“‘„»”’`;@#$%&\u2012-\u2015?!*\]\[(){}<>\"\s]+|--|\.{2,}|''|[:,](?!\d)")
_OPENING_QUOTE = compile_later(r"(?<!\w)'(?!(?:re|ve|ll|[mtsdn])\b)(?=\w)", re.IGNORECASE)
_ENDINGS = (
    compile_later(r"(.*[^'])(')"),
    compile_later(r"(.*[^'])('[smdSMD]|')"),
    compile_later(r"(.*[^'])('(?:ll|LL|re|RE|ve|VE)|n't|N'T)"),
)
_TWO_WORDS = compile_later(
    r"\b(?:(can)(not)|(d)('ye)|(gim)(me)|(gon)(na)|(got)(ta)|(lem)(me)|(more)('n)|(wan)(na))\b",
    re.IGNORECASE,
)


def chunks_of(sentence: str) -> list[str]:
    """The pieces of a sentence between spaces, the last one marked by :data:`LAST`."""
    chunks = sentence.split()
    at = len(chunks) - 1
    while at >= 0:
        only_closers = not chunks[at].strip(_CLOSERS)
        chunks[at] += LAST
        if not only_closers:
            break
        at -= 1
    return chunks


def tokenise_chunks(chunks: Sequence[str], language: str) -> list[Sequence[str]]:
    """The words of each chunk.

    Args:
        chunks: Chunks, as :func:`chunks_of` makes them.
        language: Language code; scripts without spaces go by the words of that language.
    """
    words: list[Sequence[str]] = []
    for chunk in chunks:
        if chunk.isascii() and chunk.isalpha() and chunk[:3].lower() not in _MAY_BE_TWO:
            words.append((chunk,))
        elif has_unspaced_script(chunk):
            words.append(tokenise(chunk, language))
        elif plain := _PLAIN.fullmatch(chunk):
            words.append((plain[1],))
        else:
            words.append(_take_apart(chunk))
    return words


def _take_apart(chunk: str) -> list[str]:
    """The words of any chunk, by NLTK's rules one after the other."""
    tokens: list[str] = []
    text = _OPENING_QUOTE.sub(" ", _FINAL_STOP.sub("", chunk))
    for piece in _BREAKS.split(text):
        endings: list[str] = []
        for ending in _ENDINGS:
            if match := ending.fullmatch(piece):
                piece = match[1]
                endings.insert(0, match[2])
        tokens += _TWO_WORDS.sub(_spaced, piece).split()
        tokens += endings
    return [token for token in tokens if any(map(str.isalnum, token))]


def _spaced(match: re.Match[str]) -> str:
    return f" {' '.join(filter(None, match.groups()))} "
