"""Shapes of lines that no summary wants, in any language: labels, fragments, asides, lead-ins.

Each test names its reason. The figures behind the limits are shares of the candidates of 205
marked articles that a test finds: how many of them express a point of the article.
"""

from __future__ import annotations

import re

from summarise.article import Kind
from summarise.index.fitness.lines import TITLE_SHARE, Line, Signs
from summarise.text.characters import UNSPACED_LANGUAGES
from summarise.text.patterns import compile_later

LEAD_IN = "lead-in"
QUESTION = "question"
FRAGMENT = "fragment"
LABEL = "label"
CAPTION = "caption"
ASIDE = "aside"
BYLINE = "byline"
CODE = "code"
TEASER = "teaser"
EXCLAMATION = "exclamation"

#: A line with fewer words and without an end mark is a fragment: below 8 words 1 of 1,215
#: expresses a point, from 8 to 11 words 7 of 111 (55 are bad), from 12 on 27 of 139.
FRAGMENT_WORDS = 12
#: The same for an item of a list, where many an item says something: 3 of 131; at 3 to 5 words
#: 10 of 112.
ITEM_WORDS = 3
#: Sentences with an end mark and fewer words: 4 of 138; with three words 8 of 74.
SPOKEN_WORDS = 3
#: A lead-in with fewer words says nothing but that something follows: 20 of 209; from 12 to 19
#: words 16 of 67, from 20 on 18 of 43. Before a list, code or a table the length makes no
#: difference: what it leads to is not shown with it, and readers called such picks wasted.
LEAD_IN_WORDS = 12
#: Questions with fewer words: 18 of 238; from 15 on 19 of 88.
QUESTION_WORDS = 15
#: Exclamations with fewer words: 1 of 36, and 27 of them are bad.
EXCLAIMED_WORDS = 8
#: A sentence that trails off, with fewer words: 1 of 17, and 5 are bad.
TRAILING_WORDS = 20
#: "Key: value" without an end mark.
LABEL_WORDS = 6
#: A line of which more than this share of the letters and digits are digits: 0 of 240.
DIGITS = 0.4
#: A line that wants to be a title: capitals, no end mark. 1 of 877 expresses a point.
_TITLE_WORDS = 14

#: Patterns that look at a whole text look at no longer one.
_LONGEST = 500

_LABEL = compile_later(r"[\W_]*[^:：]{1,30}[:：]\s*\S")
_BRACKETED = compile_later(r"[(（\[【〔].*[)）\]】〕][\W_]*", re.DOTALL)
_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】"}
_INNER_CLOSING = compile_later(r"[)）\]】〕].*[(（\[【〔]", re.DOTALL)
_NAME = r"[A-ZÀ-ÞČŠŽŁ][\w.’'-]*"
_JOINED = r"(?:and|und|et|y|e|en|och|og|de|van|von|der|da)"
BYS = ("By ", "BY ", "Von ", "Par ", "Por ", "Door ", "Av ", "Af ", "Di ")
_BYLINE = compile_later(
    rf"(?:{'|'.join(BYS)}){_NAME}(?:[ ,]+(?:{_JOINED} )*{_NAME}){{1,6}}"
    r"(?:\s*[|,–—-].{0,40})?"
)
#: Who said it, below a quotation: "— Moira Tennent, cable jointer".
_SAID_BY = ("—", "–", "―", "--")
_SAID_BY_WORDS = 12
_NOTE = compile_later(r"(?:\^|↑|\[\d{1,3}\]:?\s)")
#: "Figure 3: …", in the languages that have word lists.
_FIGURE = compile_later(
    r"(?:fig(?:ure|ura|uur|ur)?|table|tab|abb(?:ildung)?|tabelle|tabell?|tabl[ao]|tableau|tabela"
    r"|afbeelding|bild|billede|bilde|rys(?:unek)?|рис(?:унок)?|таблица|şekil|resim)\.?\s?\d{1,3}(?:\.\d+)?\b"
    r"|[图圖図表]\s?[\d一二三四五六七八九十]|图注"
)
FIGURE_WORDS = 14
FILE = compile_later(r"\.(?:jpe?g|png|gif|svg|webp|mp4|mov|pdf)\b")
_FILE_WORDS = 8
#: Marks of code, of tags and of rows of links; a sentence has a few of them at most.
CODE_MARK = compile_later(r"[{}=<>|\\#@$]|\(\)|::")
_CODE_MARKS = 3
_CODE_SHARE = 0.04
#: What an item of a list that is cut off ends in: a teaser of another article.
_CUT_OFF = ("...", "…")
#: What may stand behind it.
_CLOSING = " \"'”’»)"
ADDRESS_STARTS = ("http", "www.")
_ADDRESS = compile_later(r"\W*(?:https?://|www\.)\S+\W*")


def find_shape(line: Line, signs: Signs, *, may_be_code: bool) -> str | None:
    """The reason that the shape of a line gives, or None.

    Args:
        line: The line.
        signs: Which signs say anything in the article.
        may_be_code: Whether it has any of the marks of code.
    """
    if line.kind is Kind.CAPTION:
        return CAPTION
    if line.broken:
        return FRAGMENT
    return _whatever_the_text(line, may_be_code) or _by_its_signs(line, signs)


def _whatever_the_text(line: Line, may_be_code: bool) -> str | None:
    """Shapes that say the same in every text."""
    text = line.text
    short = len(text) <= _LONGEST
    if short and text.startswith(BYS) and _BYLINE.fullmatch(text):
        return BYLINE
    quoted = line.kind is Kind.QUOTATION and not line.ended
    if quoted and text.startswith(_SAID_BY) and line.words <= _SAID_BY_WORDS:
        return BYLINE
    if line.bare.startswith(ADDRESS_STARTS) and _ADDRESS.fullmatch(text):
        return LABEL
    if not text[:1].isalnum():
        if _NOTE.match(text):
            return LABEL
        if short and _BRACKETED.fullmatch(text) and not _INNER_CLOSING.search(text):
            return ASIDE
        if _opens_a_bracket(text):
            return ASIDE
    if line.words < FIGURE_WORDS and _FIGURE.match(line.bare):
        return CAPTION
    if line.words < _FILE_WORDS and FILE.search(line.lower):
        return LABEL
    if line.kind is Kind.LIST_ITEM and text.endswith(_CUT_OFF):
        return TEASER
    if line.words < TRAILING_WORDS and text.rstrip(_CLOSING).endswith(_CUT_OFF):
        return FRAGMENT
    if may_be_code:
        if "{%" in text:
            return CODE
        marks = len(CODE_MARK.findall(text))
        if marks >= _CODE_MARKS and marks > _CODE_SHARE * len(text):
            return CODE
    return LABEL if line.words < FRAGMENT_WORDS and _is_of_digits(text) else None


def _opens_a_bracket(text: str) -> bool:
    """Whether a text begins with a bracket that it never closes: the aside goes on behind it.

    None of 4 expresses a point.
    """
    closing = _BRACKETS.get(text[:1])
    return closing is not None and text.count(closing) < text.count(text[0])


def _is_of_digits(text: str) -> bool:
    """Whether a text has no letter, or next to none."""
    if not any(map(str.isdigit, text)):
        return not any(map(str.isalnum, text))
    characters = [c for c in text if c.isalnum()]
    return not characters or sum(map(str.isdigit, characters)) > DIGITS * len(characters)


def _by_its_signs(line: Line, signs: Signs) -> str | None:
    """Shapes that are out of the ordinary in this text."""
    item = line.kind in (Kind.LIST_ITEM, Kind.QUOTATION)
    if line.leads_in:
        alone = line.before_block or line.words < LEAD_IN_WORDS
        return LEAD_IN if signs.colon and alone else None
    if line.asks:
        asks = signs.question and not item and line.words < QUESTION_WORDS
        return QUESTION if asks else None
    short = signs.capitals and not item and line.words <= _TITLE_WORDS
    if short and line.text.isupper() and line.language not in UNSPACED_LANGUAGES:
        return LABEL  # "STATEMENT OF FRANCIS WALSH."
    if not signs.end_mark:
        return None
    if line.words < EXCLAIMED_WORDS and line.exclaims and signs.exclamation:
        return None if signs.says_the_title(line) else EXCLAMATION
    if line.ended:
        return FRAGMENT if line.words < SPOKEN_WORDS else None
    if line.words < (ITEM_WORDS if item else FRAGMENT_WORDS):
        return FRAGMENT
    if item and line.words < LABEL_WORDS and _LABEL.match(line.text):
        return LABEL
    return LABEL if short and line.capitals >= TITLE_SHARE else None
