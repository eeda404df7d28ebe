"""The outer form of a sentence: its length, how it ends and begins, its marks and figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from summarise.index.arrays import Bools, Floats, first_places, np, sum_by
from summarise.methods.salience.frame import Frame, standard
from summarise.text.patterns import compile_later
from summarise.text.words import CAPITAL_NOUNS

Features = dict[str, Floats]

#: Where the effect of a sentence's length may bend, in words.
KNOTS = (0, 5, 8, 12, 18, 28, 40, 60)
#: A shorter sentence costs as if it had so many words: it takes a reader's attention, too. Points
#: at 120 and 250 words, bad picks, by folds: charged by its words alone 43.7/69.7 and 3.3 %, at 10
#: words 44.0/69.9 and 3.2 %, at 12 43.9/70.0 and 2.9 %; at 15 they grow too long, 43.7/69.3.
DEAREST = 12
_COLONS = ":："
_QUESTIONS = "?？؟"
_EXCLAMATIONS = "!！"
_STOPS = ".。．।…"
_OPENING_QUOTES = "\"“«„「『'‘"
_SHARES, _CURRENCIES = "%％‰", "$€£¥₩₹₽₺"
_SIGNED = compile_later(rf"[{_CURRENCIES}]\s?\d|\d\s?[{_SHARES}{_CURRENCIES}]")
#: "2. Choose a title", "Result: We reached…".
_NUMBERED = compile_later(r"\d{1,2}[.)]\s")
_LABEL = compile_later(r"[•*\s-]*[^\W\d_][\w ]{2,24}: ")
_LONGEST_LABEL = 32
_CLOSING = "\"”»“」』'’)）]"
_BRACKET, _COLON = compile_later("[(（]"), compile_later("[:：]")
#: A dash that may stand between words: a short one only by itself.
_DASH = compile_later(r"(?:^|(?<= ))[–-][ \n]|—")
_SEMICOLON, _COMMA = compile_later("[;；]"), compile_later("[,，、]")
_CODE = ("http", "www.", "@", "`", "_")


def length(frame: Frame) -> Features:
    """How long a sentence is: by stretches of its words, and against the others of the article."""
    words = frame.sizes
    found = {
        f"words {low} to {high}": np.clip((words - low) / (high - low), 0.0, 1.0)
        for low, high in pairwise(KNOTS)
    }
    found["words"] = words
    found["words, a dozen at least"] = charged(frame)
    found["longer than others"] = standard(np.log1p(words))
    return found


def charged(frame: Frame) -> Floats:
    """The words that each row costs."""
    return np.maximum(frame.sizes, DEAREST)


def form(frame: Frame) -> Features:
    """How a sentence begins and ends, and what marks it has."""
    texts, pieces = frame.texts, frame.vectors.terms.pieces
    colons = pieces.rows_matching(_COLON)
    begin = _Characters([text[:1] for text in texts])
    end = _Characters([text.rstrip(_CLOSING)[-1:] for text in texts])
    quoted = np.array(frame.index.quoted_shares, np.float64)

    def sign(marks: str) -> Floats:
        return end.that(lambda mark: mark != "" and mark in marks)

    colon, question, stop = sign(_COLONS), sign(_QUESTIONS), sign(_STOPS)
    exclamation = sign(_EXCLAMATIONS)
    after_colon = np.append([0.0], colon[:-1])[: frame.n]
    after_question = np.append([0.0], question[:-1])[: frame.n]
    characters = np.array([max(1, len(text)) for text in texts], np.float64)
    return {
        "ends in a colon": colon,
        "question": question,
        "exclamation": exclamation,
        "no end mark": 1 - np.minimum(1, colon + question + exclamation + stop),
        "after a colon": after_colon,
        "after a question": after_question,
        "quoted share": quoted,
        "begins with a quotation": begin.that(_OPENING_QUOTES.__contains__),
        "brackets": pieces.rows_matching(_BRACKET).astype(np.float64),
        "colon inside": _that(
            texts, colons, lambda t: t.find(":", 0, -1) >= 0 or t.find("：", 0, -1) >= 0
        ),
        "semicolon": pieces.rows_matching(_SEMICOLON).astype(np.float64),
        "dash": _that(
            texts,
            pieces.rows_matching(_DASH),
            lambda t: " – " in t or "—" in t or " - " in t,
        ),
        "commas": pieces.count(_COMMA) / np.maximum(1, frame.words),
        "begins in lower case": begin.that(str.islower),
        "letters a word": np.clip(characters / np.maximum(1, frame.words), 2, 12),
        "has a label": _that(
            texts,
            colons,
            lambda t: ": " in t[:_LONGEST_LABEL] and _LABEL.match(t) is not None,
        ),
        "has a number in a list": _that(
            texts, begin.that(str.isdigit) > 0, lambda t: _NUMBERED.match(t) is not None
        ),
        "links and code": _that(
            texts, pieces.rows_with(_CODE), lambda t: any(map(t.__contains__, _CODE))
        ),
    }


def _that(texts: Sequence[str], may: Bools, test: Callable[[str], bool]) -> Floats:
    """1 for each row whose text passes a test, which only some rows may."""
    found = np.zeros(len(texts))
    for row in np.flatnonzero(may).tolist():
        found[row] = float(test(texts[row]))
    return found


class _Characters:
    """One character of each row, or none: what there is to say of it is said of the distinct ones.

    Args:
        characters: The character of each row; "" where there is none.
    """

    def __init__(self, characters: Sequence[str]) -> None:
        self._distinct = list(dict.fromkeys(characters))
        numbers = {character: number for number, character in enumerate(self._distinct)}
        self._found = np.array([numbers[character] for character in characters], np.intp)

    def that(self, test: Callable[[str], bool]) -> Floats:
        """1 for each row whose character passes a test, 0 for the others."""
        passed: Floats = np.array([float(test(character)) for character in self._distinct])
        return passed[self._found]


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _is_count(word: str) -> bool:
    """Whether it is a number of two digits or more that is no year."""
    return sum(map(str.isdigit, word)) > 1 and not _is_year(word)


def _signed(frame: Frame, numbers: Floats) -> Floats:
    """1 for each row with a number beside the sign of a share or a currency."""
    may_be = frame.vectors.terms.pieces.rows_with(_SHARES + _CURRENCIES) & (numbers > 0)
    return _that(frame.texts, may_be, lambda text: _SIGNED.search(text) is not None)


def _beside_another(named: Bools) -> Bools:
    """Which words with a capital have another one right before or behind them.

    Where nouns have capitals, too, names are "Angela Merkel" and not "Regierung": points of seven
    German articles at 120 and 250 words are 39 and 65 instead of 38 and 63.
    """
    pairs = named[1:] & named[:-1]
    beside: Bools = np.append(False, pairs) | np.append(pairs, False)
    return beside[: len(named)]


def facts(frame: Frame) -> Features:
    """Numbers and names: what a reader could look up."""
    terms = frame.vectors.terms
    types = terms.types
    digit = terms.with_digit.astype(np.float64)
    year, count = np.zeros((2, len(types)), np.bool_)
    for place in np.flatnonzero(terms.with_digit).tolist():
        year[place], count[place] = _is_year(types[place]), _is_count(types[place])
    upper = np.zeros(len(types), np.bool_)
    for place in np.flatnonzero(terms.capital | (terms.letters == 0)).tolist():
        upper[place] = len(types[place]) > 1 and types[place].isupper()
    tokens, rows, n = terms.tokens, terms.rows, frame.n
    inside = np.zeros(len(rows), np.bool_)
    inside[1:] = rows[1:] == rows[:-1]
    named = terms.capital[tokens] & inside
    if frame.article.language in CAPITAL_NOUNS:
        named &= _beside_another(named)
    words = np.maximum(1.0, frame.words)
    fresh = np.zeros(len(tokens), np.bool_)
    first = first_places(tokens, len(types))
    fresh[first[first >= 0]] = True
    again = np.bincount(tokens, minlength=len(types)) >= 3
    names = sum_by(rows, named, n)
    numbers = sum_by(rows, digit[tokens], n)
    return {
        "has a number": np.minimum(1.0, numbers),
        "numbers": np.minimum(4.0, numbers),
        "a year": np.minimum(1.0, sum_by(rows, year[tokens], n)),
        "a share, a sum or a count": np.maximum(
            np.minimum(1.0, sum_by(rows, count[tokens], n)), _signed(frame, numbers)
        ),
        "names": np.minimum(4.0, names),
        "share of names": names / words,
        "more names than others": standard(names / words),
        "names introduced": np.minimum(3.0, sum_by(rows, named & fresh & again[tokens], n)),
        "all capitals": np.minimum(3.0, sum_by(rows, upper[tokens], n)) / words,
    }
