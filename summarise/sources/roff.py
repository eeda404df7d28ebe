"""The source of a man page (roff) → Draft: its macros become headings, paragraphs and code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarise.article import Kind
from summarise.draft import Block, Draft

_MACRO = re.compile(r"[.']\s*([A-Za-z]{1,3}|\\\")(?:\s+(.*)|\s*)$")
_OPENING = re.compile(r"^\.(?:TH|Dd|Dt)\s+\S", re.MULTILINE)
_SECTION = re.compile(r"^\.(?:SH|Sh)\s+\S", re.MULTILINE)
_FONT = re.compile(r"\\f(?:[A-Z0-9]|\([A-Z]{2}|\[[^\]]*\])")
_SIZE = re.compile(r"\\s[-+]?\d")
_ESCAPES = {
    r"\-": "-", r"\&": "", r"\e": "\\", r"\(bu": "•", r"\(em": "—", r"\(en": "–", r"\(aq": "'",
    r"\(dq": '"', r"\(lq": "“", r"\(rq": "”", r"\(co": "©", r"\(cq": "’", r"\(oq": "‘", r"\~": " ",
    r"\ ": " ", r"\0": " ", r"\|": "", r"\^": "", r"\c": "", r"\/": "", r"\,": "", r"\'": "'",
    r"\`": "`", r"\.": ".",
}  # fmt: skip
_ESCAPE = re.compile("|".join(map(re.escape, sorted(_ESCAPES, key=len, reverse=True))))
_QUOTED = re.compile(r'"([^"]*)"|(\S+)')
#: Macros whose words are words of the text, set in another font.
_FONTS = re.compile(r"B|I|BI|BR|IB|IR|RB|RI|SM|SB|Nm|Fl|Ar|Pa|Em|Sy|Cm|Ic|Dq|Sq|Ql|Xr|Op|Va|Li")
_BREAKS = re.compile(r"PP|P|LP|IP|TP|HP|RS|RE|br|sp|Pp|It|Bl|El|TQ|Bd|Ed")
_NOT_FILLED = {"nf": True, "EX": True, "fi": False, "EE": False}


def is_roff(text: str) -> bool:
    """Whether a text is the source of a man page: its opening macro and a section."""
    head = text[:20_000]
    return _OPENING.search(head) is not None and _SECTION.search(head) is not None


def read_roff(text: str) -> Draft:
    """Make blocks of the source of a man page; a clean draft whose title is the page's name."""
    reader = _Reader()
    blocks = tuple(reader.read(text.split("\n")))
    return Draft(blocks, reader.title, form="man page", clean=True)


class _Reader:
    """Collects the words of a paragraph until a macro ends it."""

    def __init__(self) -> None:
        self.title = ""
        self._words: list[str] = []
        self._code: list[str] = []
        self._tag = False
        self._filled = True

    def read(self, lines: Sequence[str]) -> Iterator[Block]:
        for line in lines:
            macro = _MACRO.match(line)
            if macro is None:
                if not line.strip() and self._filled:
                    yield from self._flush()
                elif not line.startswith(("'", ".")):
                    self._add(_plain(line))
                continue
            yield from self._obey(macro[1], macro[2] or "")
        yield from self._flush()

    def _obey(self, name: str, rest: str) -> Iterator[Block]:
        words = [_plain(a or b) for a, b in _QUOTED.findall(rest)]
        if name in ("TH", "Dt"):
            self.title = words[0].lower() if words else ""
        elif name in ("SH", "SS", "Sh", "Ss"):
            yield from self._flush()
            if words:
                yield Block(" ".join(words), Kind.HEADING, 1 if name in ("SH", "Sh") else 2)
        elif _FONTS.fullmatch(name):
            glue = "" if len(name) == 2 and name.isupper() and name != "SM" else " "
            self._add(glue.join(words))
        elif _BREAKS.fullmatch(name):
            yield from self._flush()
            if name in ("IP", "It") and words:
                self._add(words[0])
        elif name in _NOT_FILLED:
            yield from self._flush()
            self._filled = not _NOT_FILLED[name]
        if name == "TP":
            self._tag = True

    def _add(self, words: str) -> None:
        if not words.strip():
            return
        if self._filled:
            self._words.append(words.strip() + (":" if self._tag else ""))
            self._tag = False
        else:
            self._code.append(words)

    def _flush(self) -> Iterator[Block]:
        if self._words:
            yield Block(" ".join(self._words))
        if self._code:
            yield Block("\n".join(self._code).strip("\n"), Kind.CODE)
        self._words, self._code, self._tag = [], [], False


def _plain(text: str) -> str:
    text = _SIZE.sub("", _FONT.sub("", text))
    return _ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)
