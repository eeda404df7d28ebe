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
_DEFINES = re.compile(r"[.']\s*(?:de1?|am|ig)\b")
#: Macros of mdoc that may stand within a line, and what closes up to the word before it.
_CALLED_NAMES = """
    Ad An Ao Ac Ap Aq Ar Bo Bc Bq Brq Cd Cm Dq Dv Em Er Ev Fa Fl Fn Ft Ic Li Lk Ms Mt Nm No Ns Op
    Oo Oc Pa Pf Po Pc Pq Ql Qq So Sc Sq Sx Sy Tn Va Vt Xr
"""
_CALLED = frozenset(_CALLED_NAMES.split())
_CLOSING = frozenset(".,;:)]?!")
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
        self._mdoc = False
        self._name = ""
        self._words: list[str] = []
        self._code: list[str] = []
        self._tag = False
        self._filled = True

    def read(self, lines: Sequence[str]) -> Iterator[Block]:
        defined = False
        for line in lines:
            if defined or _DEFINES.match(line):  # what a macro of the author's own will do
                defined = not line.startswith("..")
                continue
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
        self._mdoc = self._mdoc or name == "Dd"
        if self._mdoc:
            if name == "Nm":  # without a name it is that of the page
                self._name = self._name or " ".join(words[:1])
                if not words or words[0] in _CLOSING:
                    words = [self._name, *words]
            words = _called([name, *words] if name in _CALLED else words)
            if name == "Xr" and len(words) > 1:  # a page and its section
                words = [f"{words[0]}({words[1][:1]}){words[1][1:]}", *words[2:]]
            if name == "Nd":
                self._add(" ".join(("-", *words)))
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


def _called(words: Sequence[str]) -> list[str]:
    """The words of a line of mdoc, in which macros stand among those that they set in a font."""
    out: list[str] = []
    dash = ""
    for word in words:
        if word in _CALLED:
            dash = "-" if word == "Fl" else ""
        elif out and word in _CLOSING:
            out[-1] += word
        else:
            out.append(dash + word)
            dash = ""
    return out


def _plain(text: str) -> str:
    text = _SIZE.sub("", _FONT.sub("", text))
    return _ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)
