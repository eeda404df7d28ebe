"""Text → words: NLTK's word tokeniser, asked once for each distinct piece between spaces.

NLTK's tokeniser is a chain of two dozen substitutions over a sentence. All of them look no further
than the spaces around a piece of text, but for those about the full stop that ends the sentence.
So each distinct piece (a *chunk*) is taken apart once, the last one of a sentence as a chunk of its
own kind; a word with plain punctuation around it, which most chunks are, needs no tokeniser at all.
The tokens are NLTK's own, without those that hold no letter and no digit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from summarise.words import has_unspaced_script, tokenise

if TYPE_CHECKING:
    from nltk.tokenize import NLTKWordTokenizer

#: Marks the last chunk of a sentence; no chunk holds white space otherwise.
LAST = "\n"

_CLOSERS = "])}>\"'»”’"
_WORD = r"[^\W_]+(?:-[^\W_]+)*"
_CLITIC = r"'(?:[smdSMD]|ll|LL|re|RE|ve|VE)"
_OPENING = r"[(\[{<\"“„«‘]*"
_CLOSING = r"[,;:?!)\]}>\"”’»]*"
_INNER = re.compile(rf"{_OPENING}({_WORD}?)(?:{_CLITIC})?{_CLOSING}")
_FINAL = re.compile(rf"{_OPENING}({_WORD}?)(?:{_CLITIC})?{_CLOSING}\.?[\])}}>\"'»”’]*\n")
_SPLIT_BY_NLTK = re.compile(r"(?i)\b(?:cannot|gimme|gonna|gotta|lemme|wanna)\b")
_SENTINEL = "\ue000"


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
    """The words of each chunk, as NLTK's tokeniser finds them inside a sentence.

    Args:
        chunks: Distinct chunks, as :func:`chunks_of` makes them.
        language: Language code; scripts without spaces go by the words of that language.
    """
    words: list[Sequence[str]] = [()] * len(chunks)
    odd: list[int] = []
    for at, chunk in enumerate(chunks):
        if has_unspaced_script(chunk):
            words[at] = tokenise(chunk, language)
            continue
        plain = (_FINAL if chunk[-1] == LAST else _INNER).fullmatch(chunk)
        if plain is None or _SPLIT_BY_NLTK.search(chunk):
            odd.append(at)
        elif word := plain[1]:
            words[at] = (word,)
    for at, tokens in zip(odd, _tokenise_odd([chunks[i] for i in odd]), strict=True):
        words[at] = [token for token in tokens if _has_letter_or_digit(token)]
    return words


def _tokenise_odd(chunks: list[str]) -> list[list[str]]:
    """Tokenise chunks by NLTK: those inside a sentence all at once, the last ones one by one."""
    if not chunks:
        return []
    tokenise = _nltk_tokeniser().tokenize
    inner = [chunk for chunk in chunks if chunk[-1] != LAST]
    tokens = tokenise(f" {_SENTINEL} ".join([*inner, ""]))
    parts = [list(part) for is_gap, part in groupby(tokens, _SENTINEL.__eq__) if not is_gap]
    if len(parts) != len(inner):  # a chunk of spaces to NLTK, or one that holds the sentinel
        parts = [tokenise(f"{chunk} x")[:-1] for chunk in inner]
    inner_parts = iter(parts)
    return [next(inner_parts) if c[-1] != LAST else tokenise(c[:-1]) for c in chunks]


@lru_cache(maxsize=1)
def _nltk_tokeniser() -> NLTKWordTokenizer:
    from nltk.tokenize.destructive import NLTKWordTokenizer

    return NLTKWordTokenizer()


def _has_letter_or_digit(token: str) -> bool:
    return any(map(str.isalnum, token))
