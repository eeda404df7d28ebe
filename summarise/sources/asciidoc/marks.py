"""The marks that stand in a line of AsciiDoc, as two patterns that find each from left to right.

No alternative looks further for its end than to the next mark of its own kind, so that marks
without an end cost no more than others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

#: What stands in brackets, with brackets in it once.
_IN_BRACKETS = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*+\])*+"
_TARGET = r"[^\s\[\]]{0,2000}+"
LINKS = {
    "hidden": r"\(\(\([^()]{1,500}\)\)\)",
    "reference": r"<<(?P<to>[^<>,\s](?:[^<>,\n]{0,200}[^<>,\s])?)"
    r"(?:,\s*(?P<to_words>[^<>]{0,500}))?>>",
    "bare": r"<(?P<angled>(?:https?|ftp|mailto):[^\s<>]{1,2000})>",
    "address": r"(?P<url>\b(?:https?|ftp|irc)://[^\s\[\]<>\"`]{1,2000}+)"
    rf"(?:\[(?P<url_words>{_IN_BRACKETS})\])?",
    "macro": r"\b(?P<name>link|mailto|xref|image|icon|kbd|btn|menu|footnote|footnoteref|anchor"
    r"|indexterm|indexterm2|pass|stem|latexmath|asciimath|audio|video):"
    r"(?:(?<=\bxref:):)?(?!:)"
    rf"(?P<target>{_TARGET})(?:\[(?P<words>{_IN_BRACKETS})\])?",
    "own": r"\b[a-z][a-z0-9]{1,20}:(?P<own_target>[^\s\[\]:`*_]{1,200}+)"
    rf"\[(?P<own_words>{_IN_BRACKETS})\]",
    "unknown": r"(?<![$\w/])\{(?P<attribute>[^\W\d][\w-]{0,80})\}"
    rf"(?:(?P<attribute_target>[^\s\[\]]{{0,300}}+)\[(?P<attribute_words>{_IN_BRACKETS})\])?",
}


def _constrained(mark: str, name: str) -> str:
    """Words between two marks, where no word goes on outside of them."""
    sign = re.escape(mark)
    return (
        rf"(?<![\w{sign}]){sign}(?=[^\s{sign})\],.;:!?])"
        rf"(?P<{name}>(?:[^{sign}]|(?<=\w){sign}(?=\w)|(?<=\s){sign}(?=\s))++)(?<=\S){sign}(?![\w{sign}])"
    )


def _unconstrained(mark: str, name: str) -> str:
    sign = re.escape(mark)
    return rf"{sign}{sign}(?=[^\s{sign}])(?P<{name}>(?:[^{sign}]|{sign}(?!{sign}))++){sign}{sign}"


_MARKS = {
    "escaped": r"(?<![\w\\])\\{1,2}(?P<kept>[*_`#^~+]{1,2}|<<|\(\(|\[\[|'|\"|->|=>|\.\.\.|--"
    r"|(?:https?|link|xref|image|footnote|pass|mailto):|\((?=C|R|TM)|(?=&))",
    "raw": r"\+\+\+(?P<html>.{0,5000}?)\+\+\+",
    "dollars": r"\$\$(?P<dollar>.{1,5000}?)\$\$",
    "literals": r"(?<![\w+])\+\+(?=[^\s+])(?P<plain>(?:[^+]|\+(?!\+))++)\+\+(?!\+)",
    "literal": r"(?<![\w+])\+(?=[^\s+])(?P<plain1>[^+]++)(?<=\S)\+(?![\w+])",
    "quoted": r"\"`(?P<double>(?:[^\"`]|`(?!\")|\"(?!`))++)`\"",
    "quoted1": r"'`(?P<single>(?:[^'`]|`(?!')|'(?!`))++)`'",
    "quoted2": r"``(?=[^\s`'])(?P<double1>[^`']++(?:'[^`']++)*+)''",
    "codes": r"``(?=[^`])(?P<code2>[^`]++)``",
    "code": r"(?<![\w`])`(?=[^\s`])(?P<code1>[^`]++)(?<=\S)`(?!`)",
    "apostrophe": r"(?<=[\w`])`'",
    "role": r"(?<!\w)\[(?P<said>[.#%][^\[\]\n]{1,100}|[a-z][a-z -]{1,40})\](?=[*_#]{1,2}[^\s*_#])",
    "strongs": _unconstrained("*", "strong2"),
    "strong": _constrained("*", "strong1"),
    "emphases": _unconstrained("_", "emphasis2"),
    "emphasis": _constrained("_", "emphasis1"),
    "highlights": _unconstrained("#", "mark2"),
    "highlight": _constrained("#", "mark1"),
    "above": r"\^(?P<sup>[^\s^]{1,100})\^",
    "below": r"(?<![\w/])~(?P<sub>[^\s~]{1,100})~|(?<=\w)~(?P<sub1>[^\s~]{1,100})~",
    **LINKS,
    "index": r"\(\((?=[^\s()])(?P<term>[^()]{1,500})\)\)(?!\))",
    "entry": r"\[\[\[(?P<entry_name>[^\[\],]{1,100})(?:,[^\[\]]{0,200})?\]\]\]",
    "anchor_here": r"\[\[[\w:][\w:.-]{0,100}(?:,[^\[\]]{0,200})?\]\]",
    "sign": r"\((?P<letters>C|R|TM)\)|(?P<dash>(?<=\w)--(?=\w)|(?<![^\s])--(?![^\s]))"
    r"|(?P<dots>(?<!\.)\.\.\.(?!\.))|(?<![-<])(?P<arrow>->)|(?<![=<])(?P<arrow2>=>)",
    "end": r"[ ]\+[ ]*(?:\n|\Z)",
}
#: Marks that begin with a word; all others begin with a sign, which is soon seen.
_WORDS = ("address", "macro", "own")


def _any_of(names: Iterable[str]) -> str:
    return "|".join(f"(?P<{name}>{_MARKS[name]})" for name in names)


ALL = re.compile(
    rf"(?=[\\+$\"'`\[*_#^~(<{{.=\- ])(?:{_any_of(name for name in _MARKS if name not in _WORDS)})"
    rf"|\b(?=[a-z][a-z0-9]{{1,20}}:)(?:{_any_of(_WORDS)})",
    re.DOTALL,
)
IN_CODE = re.compile(_any_of(("reference", "address", "macro")), re.DOTALL)
#: Without one of these there is no mark in a text.
MAY_HAVE = re.compile(r"[*_`#^~+<(\[{\\$:]|--|\.\.\.|[-=]>|'`|\"`")
