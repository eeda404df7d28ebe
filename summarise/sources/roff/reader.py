"""Blocks of the lines of a man page: man's macros, mdoc's and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarise.article import Kind
from summarise.draft import Block
from summarise.sources.dates import iso_date
from summarise.sources.roff import mdoc
from summarise.sources.roff.escapes import plain
from summarise.sources.roff.requests import shown
from summarise.sources.tables import aligned

_MACRO = re.compile(r"[.']\s*([A-Za-z][A-Za-z0-9]{0,2}|%[A-Z]|\\[\"#])(?:\s+(.*)|\s*)$")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"?|((?:\\.|[^\s\\])+)')
#: Macros of man whose words are words of the text, set in another font.
_FONTS = frozenset({"B", "I", "R", "BI", "BR", "IB", "IR", "RB", "RI", "SM", "SB"})
_BREAK_NAMES = "PP P LP IP TP HP TQ RS RE br sp Pp Lp It Bl El Bd Ed D1 Dl SY YS"
_BREAKS = frozenset(_BREAK_NAMES.split())
_NOT_FILLED = {"nf": True, "EX": True, "Bd": True, "fi": False, "EE": False, "Ed": False}
#: Displays of mdoc whose lines are kept.
_KEPT_LINES = re.compile(r"-(?:literal|unfilled)\b")
#: What a paragraph of a list begins with, where the page says that it is one.
_MARK = re.compile(r"(?:[•○*+·-]|\d{1,3}[.)]|[a-z][.)])")
#: A paragraph that begins with a mark which was set back into the margin.
_SET_BACK = re.compile(r"\s*\\h'-")
#: Where a page shows how its command is called, in the languages that man pages come in most: words
#: there are no sentences, unless a full stop ends them.
_SYNOPSIS = frozenset(
    ("SYNOPSIS", "ÜBERSICHT", "SINOPSIS", "SINOSSI", "SKŁADNIA", "書式", "СИНТАКСИС")
)
_TAB_SIGN = re.compile(r"\btab\s*\((.)\)")


class Reader:
    """Collects the words of a paragraph until a macro ends it."""

    def __init__(self) -> None:
        self.title = ""
        """The name of the page."""
        self.date = ""
        """When it was written, if it says so."""
        self._mdoc = False
        self._words_of = mdoc.Words()
        self._words: list[str] = []
        self._code: list[str] = []
        self._tag = False
        self._mark = ""
        self._filled = True
        self._goes_on = False
        self._calls = False
        self._link = ""

    def read(self, text: str) -> Iterator[Block]:
        """The blocks of a page."""
        lines = shown(text)
        for line in lines:
            macro = _MACRO.match(line)
            if macro is not None and macro[1] == "TS":
                yield from self._flush()
                yield from _table(lines)
            elif macro is not None:
                yield from self._obey(macro[1], macro[2] or "")
            elif not line.strip() and self._filled:
                yield from self._flush()
            elif not line.startswith(("'", ".")):
                if self._filled and not self._words and _SET_BACK.match(line):
                    mark = plain(line).strip()
                    self._mark = mark if _MARK.fullmatch(mark) else ""
                    if self._mark:
                        continue
                printed = plain(line)
                self._add(printed)
                self._goes_on = line.endswith("\\c") and not printed.endswith(" ")
        yield from self._flush()

    def _obey(self, name: str, rest: str) -> Iterator[Block]:
        words = [plain(a.replace('""', '"') or b) for a, b in _QUOTED.findall(rest)]
        if name == "Dd":
            self._mdoc = True
            self.date = iso_date(" ".join(words).replace("$Mdocdate:", ""))
        elif name in ("TH", "Dt"):
            self.title = words[0].lower() if words else ""
            if name == "TH" and len(words) > 2:
                self.date = iso_date(words[2])
        elif name in ("SH", "SS", "Sh", "Ss"):
            yield from self._flush()
            if words:
                heading = " ".join(words)
                self._calls = heading.upper() in _SYNOPSIS
                yield Block(heading, Kind.HEADING, 1 if name in ("SH", "Sh") else 2)
        elif name in _BREAKS:
            yield from self._flush()
            self._begin(name, words)
        elif self._mdoc and (name in mdoc.MACROS or name == "Sm"):
            self._add(self._words_of.of(name, words))
        elif name in _FONTS:
            glue = "" if len(name) == 2 and name not in ("SM", "SB") else " "
            self._add(glue.join(words))
        elif name in ("UR", "MT"):
            self._link = words[0] if words else ""
        elif name in ("UE", "ME"):
            self._close_link(words)
        elif name in ("URL", "MTO") and words:  # what Asciidoctor defines in its pages
            self._add("".join(words[1:2]) or words[0])
            self._words[-1:] = ["".join((*self._words[-1:], *words[2:3]))]
        elif name.startswith("%"):  # a reference: its author, title and the like
            self._add(f"{' '.join(words)}{'.' if name == '%D' else ','}")
        elif name == "OP" and words:
            self._add(f"[{' '.join(words)}]")
        if name in _NOT_FILLED and (name != "Bd" or _KEPT_LINES.search(rest)):
            yield from self._flush()
            self._filled = not _NOT_FILLED[name]

    def _begin(self, name: str, words: Sequence[str]) -> None:
        """What a macro that begins a paragraph says of it."""
        if name == "IP" and words and _MARK.fullmatch(words[0]):
            self._mark = words[0]
        elif name == "It" and words:
            tag = self._words_of.of(words[0], words[1:]) if self._mdoc else words[0]
            self._add(tag.rstrip("\0 "))
        elif name in ("IP", "SY") and words:
            self._add(words[0])
        elif name in ("D1", "Dl") and words:
            self._add(self._words_of.of(words[0], words[1:]))
        self._tag = name in ("TP", "TQ") or (self._tag and name == "RS")

    def _close_link(self, words: Sequence[str]) -> None:
        """The end of a link: its address where there are no words for it, and what follows."""
        if self._link and (not self._words or self._words[-1] != self._link):
            self._add(f"<{self._link}>" if self._words else self._link)
        self._link = ""
        if words and self._words:
            self._words[-1] += words[0]

    def _add(self, words: str) -> None:
        if not words.strip():
            return
        if not self._filled:
            self._code.append(mdoc.tidied(words))
            return
        words = words.strip() + (":" if self._tag else "")
        if self._goes_on and self._words:
            self._words[-1] += words
        else:
            self._words.append(words)
        self._goes_on = self._tag = False

    def _flush(self) -> Iterator[Block]:
        if text := mdoc.tidied(" ".join(self._words)).strip():
            mark = "•" if self._mark in ("*", "+", "-", "·", "○") else self._mark
            if mark:
                yield Block(f"{mark} {text}", Kind.LIST_ITEM, 1)
            else:
                yield Block(text, Kind.CODE if self._calls and text[-1] != "." else Kind.TEXT)
        if code := "\n".join(self._code).strip("\n"):
            yield Block(code, Kind.CODE)
        self._words, self._code, self._tag, self._mark = [], [], False, ""
        self._goes_on = False


def _table(lines: Iterator[str]) -> Iterator[Block]:
    """A table of tbl, whose first lines say how it is laid out."""
    rows: list[list[str]] = []
    sign = "\t"
    laid_out = False
    within = False
    for line in lines:
        if re.match(r"[.']\s*TE\b", line):
            break
        if not laid_out:
            laid_out = line.rstrip().endswith(".")
            sign = tab[1] if (tab := _TAB_SIGN.search(line)) else sign
        elif line.startswith((".", "'")) and not within:
            laid_out = not line.startswith(".T&")
        elif line.strip(" _="):
            text = plain(re.sub(r"^[.'][A-Z]{1,2}\s+", "", line))
            cells = text.split(sign) if not within or text.startswith("T}") else [text]
            if within and rows:
                rows[-1][-1] = f"{rows[-1][-1]} {cells[0].removeprefix('T}')}".strip()
                rows[-1] += cells[1:]
            else:
                rows.append(cells)
            within = rows[-1][-1].strip() == "T{" or (within and not text.startswith("T}"))
            if rows[-1][-1].strip() == "T{":
                rows[-1][-1] = ""
    if text := aligned([[" ".join(cell.split()) for cell in row] for row in rows]):
        yield Block(text, Kind.TABLE)
