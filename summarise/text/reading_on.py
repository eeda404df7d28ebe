"""Calls to read on ("Read more …"), as feeds and pages set them behind what they only begin."""

from __future__ import annotations

import re

from summarise.text.patterns import compile_later

#: In all languages together: a page calls in its own, whatever its articles are written in.
_PHRASES = (
    *("read more", "read on", "read the full", "read the rest", "read the whole"),
    *("read the article", "read the story", "read the post", "read full"),
    *("continue reading", "keep reading", "weiterlesen", "weiter lesen", "mehr lesen"),
    *("lire la suite", "lire plus", "continuer la lecture", "leer más", "leer mas"),
    *("seguir leyendo", "sigue leyendo", "continuar leyendo", "leggi tutto", "leggi di più"),
    *("continua a leggere", "lees verder", "lees meer", "leia mais", "ler mais"),
    *("continue lendo", "continuar a ler", "czytaj dalej", "czytaj więcej", "läs mer"),
    *("læs mere", "les mer", "les videre", "lue lisää", "читать далее", "читать дальше"),
    *("читать полностью", "читати далі", "číst dál", "číst více", "tovább olvasom"),
    *("citește mai mult", "devamını oku", "続きを読む", "阅读全文", "阅读更多", "閱讀全文"),
)
_CALL = rf"(?:{'|'.join(_PHRASES)})(?!\w)"
_OPENS = compile_later(rf"\W*{_CALL}", re.IGNORECASE)
#: Nothing behind it, or what a link would be on: the title of the article, with an arrow.
_TO_THE_END = compile_later(rf"{_CALL}(?:\W*|.{{0,120}}(?:…|\.\.\.|[→»›])\W*)$", re.IGNORECASE)
_ENDS_SO = compile_later(rf"(?<!\w){_CALL}[^.]{{0,60}}\W*$", re.IGNORECASE)
_ANYWHERE = compile_later(rf"(?<!\w){_CALL}", re.IGNORECASE)
#: What may stand between a call and the end of the sentence before it.
_AROUND = " \t\n([«‹<→▶➜*•-–—|"
_ENDS, _ENDS_WITHOUT_SPACE = '.!?…])»”’"', "…]"
#: What a call points on with; what may stand behind it besides.
_ON = ("…", "...", "→", "»", "›")
_MARKS = " \t\n.:!…→»›>)]*\"”’'·▶➜。．"
#: Characters at the end of a text in which a call is looked for; those of a call without marks.
_TAIL, _LONGEST = 200, 40


def goes_on(text: str) -> bool:
    """Whether a text ends with a call to read on, also in the middle of a line."""
    return _ENDS_SO.search(text) is not None


def call_at_end(text: str, link: int | None = None) -> int | None:
    """Where the call to read on begins that a text ends with; None if it ends with none.

    Args:
        text: A paragraph.
        link: Where the link begins that it ends with, if it does: of a link, the opening tells.
    """
    if link is not None and _OPENS.match(text, link):
        return link
    end = text[-_LONGEST:]
    if not (end.rstrip(_MARKS).lower().endswith(_PHRASES) or any(map(end[-6:].count, _ON))):
        return None  # this asks no more than a microsecond of each paragraph of a book
    tail = text[-_TAIL:]
    for found in _ANYWHERE.finditer(tail):
        before = tail[: found.start()].rstrip(_AROUND)
        between = tail[len(before) : found.start()]
        if _TO_THE_END.match(tail, found.start()) and _ends(before, between):
            return len(text) - len(tail) + len(before)
    return None


def _ends(before: str, between: str) -> bool:
    """Whether a sentence ends before a call; a quotation that begins with it is no call."""
    if not before or "\n" in between:
        return True
    return before[-1] in (_ENDS if between[:1].isspace() else _ENDS_WITHOUT_SPACE)
