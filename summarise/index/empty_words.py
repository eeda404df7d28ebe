"""Words that say nothing of what a text is about, though they are no stop words.

Some are so wherever they stand: interjections, the calendar, words of every subject. Their lists
are in ``text/phrases/empty``; English interjections and dates count in every language, for many
texts mix them in.
Others are so where they stand: a piece of a contraction, which the tokeniser parts ("ca" of
"can't", "don" of "don’t"), a part of an address, an ending of files, the label of who speaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from summarise.index.arrays import Floats, np
from summarise.index.terms import Terms
from summarise.text.patterns import compile_later
from summarise.text.phrases import read_sections
from summarise.text.phrases.openings import label_of, plain_lower
from summarise.text.ports.tokeniser import LAST, chunks_of, tokenise_chunks
from summarise.text.words import ELIDING

INTERJECTIONS, CALENDAR, GENERAL = "interjections", "calendar", "general"
#: English adverbs by their endings; a shorter word with one is mostly none ("rally").
_ADVERB = {
    "en": compile_later(
        r"[a-z]{3,}(?:al|ful|ar|ous|iv|at|et|ent|ant|ab|ib|ed|ing|less|ct|ick|ong|ast)ly|[a-z]{3,}ably"
    ),
    "es": compile_later(r"\w{3,}mente"),
    "it": compile_later(r"\w{3,}mente"),
    "pt": compile_later(r"\w{3,}mente"),
}
#: Numbers with what they count behind them: "10pm", "1st", "90s", "5k".
_COUNTED = compile_later(r"[\W\d_]*\d(?:st|nd|rd|th|s|e|er|è?me|am|pm|k|m|x|px|ms|[kmg]b)?")

#: A mark of which every piece has one that may hold an empty word; the others are not looked at.
_ADDRESS = r"://|www\.|\w@\w|\w\.(?:com|org|net|edu|gov|io)\b"
_ENDING = r"(?<![^ ])[(\[{\"'“‘]?\.[a-z]\w{0,4}\b"
_SPOKEN = r"\b(?:cannot|d'ye|gimme|gonna|gotta|lemme|wanna)\b"
_CONTRACTED = rf"n't\b|'(?:ve|ll|re|em|til|cause)\b|{_SPOKEN}"
_EMPTY = compile_later(rf"{_ADDRESS}|{_ENDING}|{_CONTRACTED}")
_ELIDED = compile_later(rf"{_ADDRESS}|{_ENDING}|{_CONTRACTED}|\w'\w")
_WHOLE = compile_later(rf"{_ADDRESS}|n't\b|{_SPOKEN}")
#: Written small: ".NET" is a name.
_SMALL_ENDING = compile_later(r"\W?\.[a-z]")
_PARTS = frozenset({"ve", "ll", "re", "em", "til", "cause", "ye"})

_BEFORE_LABEL = compile_later(r"[\W_]{1,4}")
#: A name that opens as many sentences so is a label of the text's own, not a chance colon.
_LABELS = 3


@lru_cache(maxsize=64)
def empty_words(language: str, kind: str) -> frozenset[str]:
    """The empty words of a language in lower case; but for general ones, the English ones too.

    Args:
        language: Language code.
        kind: :data:`INTERJECTIONS`, :data:`CALENDAR` or :data:`GENERAL`.
    """
    codes = dict.fromkeys((language,) if kind == GENERAL else (language, "en"))
    lines = (line for code in codes for line in read_sections("empty", code).get(kind, ()))
    return frozenset(word for line in lines for word in line.split())


def is_number(word: str) -> bool:
    """Whether a word is a number, perhaps with what it counts: "2023-06-01", "10pm", "1st"."""
    return not any(map(str.isalpha, word)) or _COUNTED.fullmatch(word.lower()) is not None


def is_adverb(word: str, language: str) -> bool:
    """Whether a word in small letters is an adverb by its ending, where that is sure."""
    ending = _ADVERB.get(language)
    return ending is not None and word.islower() and ending.fullmatch(word) is not None


def empty_occurrences(terms: Terms) -> Floats:
    """How often each type stands where it says nothing, shape (types,)."""
    found: Counter[str] = Counter()
    language = terms.article.language
    pattern = _ELIDED if language in ELIDING else _EMPTY
    for piece, times in terms.pieces.holding(pattern):
        for word in _empty_in(piece, language):
            found[word] += times
    for label, times in _labels(terms).items():
        for words in tokenise_chunks(chunks_of(label), language):
            for word in words:
                found[word] += times
    if not found:
        return np.zeros(len(terms.types))
    return np.array([found.get(word, 0) for word in terms.types], np.float64)


def _empty_in(piece: str, language: str) -> Iterator[str]:
    """The words of a piece between spaces that say nothing."""
    lower = plain_lower(piece.rstrip(LAST))
    whole = _WHOLE.search(lower) is not None or _SMALL_ENDING.match(piece) is not None
    (words,) = tokenise_chunks([piece], language)
    for word in words:
        elided = language in ELIDING and f"{word.lower()}'" in lower
        if whole or elided or word.lower().strip("'’") in _PARTS:
            yield word


def _labels(terms: Terms) -> Counter[str]:
    """Who speaks, and how often: what opens sentence after sentence before a colon."""
    found: Counter[str] = Counter()
    for row in np.flatnonzero(terms.pieces.rows_with([":"])).tolist():
        text = terms.texts[row]
        before = None if text[:1].isalnum() else _BEFORE_LABEL.match(text)
        if label := label_of(text[before.end() :] if before else text):
            found[label["who"]] += 1
    return Counter({who: times for who, times in found.items() if times >= _LABELS})
