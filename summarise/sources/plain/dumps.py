"""Text that a browser for the terminal wrote: the marks for what it cannot draw.

lynx and elinks number the links of a page and list their addresses below it; lynx, w3m and readers
of feeds put the names of images in brackets; buttons, fields and frames have marks, too. What such
a mark stands for is beside the article, and the numbers of links are no part of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from summarise.article import Kind
from summarise.draft import Aside, Block
from summarise.text.patterns import compile_later
from summarise.text.sentences.marks import ends_sentence

_NAMED_IMAGE = r"[\w%.~@+-]{1,80}\.(?:gif|jpe?g|png|webp|svg|bmp|avif)"
_IMAGE = rf"\[(?:(?:image|img|inline|IMG|INLINE|IMAGE)(?: \d{{1,4}})?|{_NAMED_IMAGE})\]"
_ANY_IMAGE = compile_later(_IMAGE)
_IMAGE_BEHIND = compile_later(rf"(?<=[^\s\]])[ ]+{_IMAGE}[ ]*$", re.MULTILINE)
_IMAGE_BEFORE = compile_later(rf"^[ ]*{_IMAGE}(?=[ ]+\S)", re.MULTILINE)

#: A line of the list of addresses.
_LISTED = compile_later(
    r"^ *(\d{1,4})\. (?:https?|ftp|file|mailto|tel|javascript|data|about|gopher|gemini|irc"
    r"|LYNXIMGMAP):",
    re.MULTILINE,
)
#: The number stands before the words of its link; that of a note stands behind its words.
_NUMBER = compile_later(r"\[(\d{1,4})\](?=[^\s\[\].,;:!?)»”’])")
#: A line longer than this is no mark.
_LONGEST = 300
_BULLET = r"(?:(?:[*+o•□@#-]|\d{1,3}\.)\s+)?"
#: "[small-boats-1] [2][essays-6.gif]": names of images in a line of their own. One name alone has
#: to look like that of a file, for "[laughter]" is said.
_IMAGES = compile_later(rf"{_BULLET}(?:\[(?:USEMAP:)?[\w%.~@+,-]{{1,80}}\][*\s]*+)++")
_NAME = compile_later(r"\[[^\[\]\s]*[^\W\d_][^\[\]\s]*\]")
_FILE_NAME = compile_later(
    r"\[[^\[\]]*[a-z][^\[\]]*[-_.%\d][^\[\]]*\]|\[[^\[\]]*[-_.%\d][a-z][^\[\]]*\]"
)
_BUTTON = compile_later(rf"{_BULLET}(?:\(BUTTON\)[^.!?]{{0,40}})+")
#: What marks begin with that begin with a letter.
_LETTERED = ("o ", "IFRAME:", "FRAME:", "EMBED:", "OBJECT:")
#: Without one of these there is no mark.
_SIGNS = ("[", "(BUTTON)", "____", *_LETTERED[1:])
_FRAME = compile_later(r"(?:I?FRAME|EMBED|OBJECT): ?(?:\[\d{1,4}\])?\S*")
#: The relations of a page to others, which lynx lists first: "#[1]RSS [2]next".
_RELATIONS = compile_later(r"#\[\d{1,4}\][^\[\]]{1,80}(?:\[\d{1,4}\][^\[\]]{1,80})*")
#: A field to be filled in, with a few words at most: "Search: ____".
_BLANK = "____"
_WORD = compile_later(r"[^\W\d_]+")
_WORDS_AT_A_BLANK = 4
#: Each part is of one kind only, so that no line is gone through in more than one way.
_FIELDS = compile_later(r"(?:\[(?:[ _xX*]{1,80}+| [^\[\]]{1,30}+)\]|\([ _*]\)|_|\s)++")
_ROW = compile_later(r"(?:\[\d{1,4}\][^\[\]]{1,40})+")
_LINK_ITEM = compile_later(rf"{_BULLET}(?:\d{{1,3}}\.\s+)?\[\d{{1,4}}\][^\[\]]{{1,60}}")
_WORDS_OF_ITEM = 8
_LONGEST_SKIP = 60
_SKIP = compile_later(
    r"(?:skip|jump) (?:directly )?to (?:the )?(?:main |primary )?"
    r"(?:content|navigation|menu|search|footer|article)|zum (?:haupt)?inhalt springen"
    r"|aller (?:directement )?au contenu(?: principal)?|saltar al contenido(?: principal)?"
    r"|(?:ir|pular) para o conteúdo(?: principal)?|vai al contenuto(?: principale)?"
    r"|(?:ga )?naar de (?:hoofd)?inhoud|przejdź do (?:głównej )?treści"
    r"|hoppa till (?:huvud)?innehåll|перейти к (?:основному )?содерж(?:имому|анию)",
    re.IGNORECASE,
)
#: "Press S or / to search": of a box that is hidden until somebody asks for help.
_KEY = compile_later(r"(?:press|hit|type|use)\s.{1,24}\s(?:to|for)\s.{3,60}[^.!?]", re.IGNORECASE)
#: So much above the first paragraph is looked at.
_TOP = 60
_FURNITURE_WORDS = 10


def images_apart(text: str) -> str:
    """The text with the marks of images at an edge of a sentence on lines of their own."""
    if _ANY_IMAGE.search(text) is None:  # an edge is looked for at every space
        return text
    return _IMAGE_BEHIND.sub(r"\n\g<0>", _IMAGE_BEFORE.sub(r"\g<0>\n", text))


def without_marks(blocks: Sequence[Block], text: str) -> list[Block]:
    """The blocks with what a browser's marks stand for as asides, and no numbers of links.

    Args:
        blocks: The blocks of a text, in order.
        text: The text.
    """
    numbers = frozenset(_LISTED.findall(text)) if "[1]" in text or "[2]" in text else frozenset()
    asides: list[str | None] = [None] * len(blocks)
    if any(map(text.__contains__, _SIGNS)):
        asides = [_aside_of(block.text, numbers) for block in blocks]
    for at, block in enumerate(blocks[:_TOP]):
        if len(block.text) <= _LONGEST_SKIP and _SKIP.fullmatch(_NUMBER.sub("", block.text)):
            asides[at] = Aside.NAVIGATION
    if numbers:
        for run in _runs_of_items(blocks):
            asides[run.start : run.stop] = [Aside.LINKS] * len(run)
    for at in _help_box(blocks, asides):
        asides[at] = asides[at] or Aside.NAVIGATION
    if not numbers and not any(asides):
        return list(blocks)
    return [_unmarked(b, a, numbers) for b, a in zip(blocks, asides, strict=True)]


def _unmarked(block: Block, aside: str | None, numbers: frozenset[str]) -> Block:
    text = block.text
    if numbers and "[" in text:
        text = _NUMBER.sub(lambda found: "" if found[1] in numbers else found[0], text).strip()
    text = text.removesuffix("¶") if len(text) <= _LONGEST_SKIP else text
    if aside is not None:
        kind = Kind.TEXT if block.kind is Kind.HEADING else block.kind
        return replace(block, text=text or block.text, kind=kind, level=0, aside=aside)
    return block if text == block.text or not text else replace(block, text=text)


def _aside_of(text: str, numbers: frozenset[str]) -> str | None:
    """What a line is that is nothing but marks, or links."""
    if len(text) > _LONGEST:
        return None
    if _BLANK in text and len(_WORD.findall(text)) <= _WORDS_AT_A_BLANK:
        return Aside.NAVIGATION
    if text[:1].isalpha() and not text.startswith(_LETTERED):
        return None
    if "[" in text and _is_images(text):
        return Aside.PICTURE
    if _BUTTON.fullmatch(text) or _FRAME.fullmatch(text) or _FIELDS.fullmatch(text):
        return Aside.NAVIGATION
    if numbers and text.startswith(("[", "#[")):
        row = text.count("[") > 1 and _ROW.fullmatch(text) and not ends_sentence(text)
        if row or _RELATIONS.fullmatch(text):
            return Aside.LINKS
    return None


def _is_images(text: str) -> bool:
    if not _IMAGES.fullmatch(text):
        return False
    return _FILE_NAME.search(text) is not None or len(_NAME.findall(text)) > 1


def _runs_of_items(blocks: Sequence[Block]) -> Iterator[range]:
    """Lists that are mostly links and nothing but a few words each: menus, tables of contents."""
    start = 0
    for listed, group in groupby(blocks, key=lambda block: block.kind is Kind.LIST_ITEM):
        items = [block.text for block in group]
        stop = start + len(items)
        if listed and len(items) > 1:
            links = sum(_LINK_ITEM.fullmatch(text) is not None for text in items)
            short = all(
                len(text.split()) <= _WORDS_OF_ITEM and not ends_sentence(text) for text in items
            )
            if short and 2 * links >= len(items):
                yield range(start, stop)
        start = stop


def _help_box(blocks: Sequence[Block], asides: Sequence[str | None]) -> range:
    """What stands first on a page with a hidden box of keys: the box, menus and fields below it.

    Nothing, unless marks of buttons, fields or links stand between the box and the first paragraph.
    """
    keys = [_KEY.fullmatch(block.text) is not None for block in blocks[1:3]]
    if len(keys) < 2 or not all(keys):
        return range(0)
    stop = last = 0
    while stop < min(len(blocks), _TOP) and _is_furniture(blocks[stop].text):
        stop += 1
        if asides[stop - 1] in (Aside.NAVIGATION, Aside.LINKS):
            last = stop
    return range(last)


def _is_furniture(text: str) -> bool:
    says = any(map(str.isalpha, text))
    return len(text.split()) <= _FURNITURE_WORDS and not (says and ends_sentence(text))
