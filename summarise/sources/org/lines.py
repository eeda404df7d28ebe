"""The lines of Org mode as pieces of HTML: headings, blocks, lists, tables, paragraphs.

Every character of the source is escaped on the way.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import escape

from summarise.sources.formulas import readable
from summarise.sources.org.inline import inline_html, is_picture
from summarise.text.patterns import compile_later

_KEYWORD = compile_later(r"\s*#\+([\w-]+)(?:\[[^\]\n]*\])?:\s*(.*\S)?\s*")
_COMMENT = compile_later(r"\s*#(?:\s.*)?")
_HEADING = compile_later(r"(\*+)\s+(.*\S)\s*")
#: A state of a task, its priority, the mark of a comment, and tags behind a heading.
_STATE = compile_later(r"(?:TODO|DONE|NEXT|WAITING|WAIT|HOLD|CANCELLED|CANCELED|STARTED)\s+(?=\S)")
_PRIORITY = compile_later(r"\[#\w\]\s*")
_TAGS = compile_later(r"\s+:[\w@#%:]+:$")
_LEFT_OUT = "COMMENT"
_DRAWER = compile_later(r"\s*:([\w-]+):\s*")
#: Drawers that hold what the program notes; others hold words of the author.
_NOTED = frozenset({"properties", "logbook", "clock"})
#: Blocks that are for one kind of page, or for nobody.
_NOT_SHOWN = frozenset({"comment", "export", "html", "latex", "ascii", "beamer", "texinfo"})
_FORMULA = compile_later(r"\s*(?:\\begin\{(\w+\*?)\}|(\\\[)|(\$\$)).*")
#: A formula on lines of its own has so many at most.
_LONGEST_FORMULA = 60
_PLANNED = compile_later(r"\s*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):\s*[<\[].*")
_BEGIN = compile_later(r"\s*#\+begin_(\S+)(?:\s+(\S+))?.*", re.IGNORECASE)
_FIXED = compile_later(r"\s*:(?:\s(.*))?")
_RULE = compile_later(r"\s*-{5,}\s*")
_ITEM = compile_later(r"(\s*)([-+]|(?<=\s)\*|\(?\d{1,4}[.)])(?:\s+(.*\S)|)\s*")
_COUNTER = compile_later(r"\[@\w+\]\s*")
_BOX = compile_later(r"\[([ xX-])\]\s+")
_TERM = compile_later(r"(\S.{0,200}?)\s+::(?:\s+(.*))?")
_TABLE = compile_later(r"\s*\|.*")
_TABLE_RULE = compile_later(r"\s*\|[-+|:]*\s*")
_NOTE = compile_later(r"\[fn:([\w-]+)\]\s*(.*)")
_ESCAPED = compile_later(r"^(\s*),(?=[*,]|#\+)")

#: Blocks in blocks and lists in lists are looked into so deep.
_DEEPEST, _DEEPEST_LIST = 4, 20


class Source:
    """The lines of a source as pieces of HTML.

    Args:
        lines: The lines.

    Attributes:
        said: What its keywords say, by their names in lower case.
        notes: Its notes, as HTML.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self.said: dict[str, list[str]] = {}
        self.notes: list[str] = []
        self._caption = ""
        self._headings = [
            at for at, line in enumerate(lines) if line.startswith("*") and _HEADING.fullmatch(line)
        ]
        #: Where blocks and drawers end, by the line that says so.
        self._endings: dict[str, list[int]] = {}
        for at, line in enumerate(lines):
            if (ending := line.strip().lower()).startswith(("#+end_", ":end:")):
                self._endings.setdefault(ending, []).append(at)

    def read(self) -> Iterator[str]:
        """The pieces of the whole source."""
        yield from self._read(0, len(self._lines), 0)

    def _read(self, at: int, stop: int, depth: int) -> Iterator[str]:
        hidden = 0
        while at < stop:
            line = self._lines[at]
            heading = _HEADING.fullmatch(line) if line.startswith("*") else None
            if heading is not None:
                level = len(heading[1])
                at += 1
                if hidden and level > hidden:
                    continue
                words = _STATE.sub("", heading[2], 1) if _STATE.match(heading[2]) else heading[2]
                hidden = level if words.split()[0] == _LEFT_OUT else 0
                if not hidden:
                    yield self._heading(level, words)
            elif hidden:
                at += 1
            else:
                piece, at = self._piece(at, stop, depth)
                yield piece

    def _heading(self, level: int, words: str) -> str:
        words = _TAGS.sub("", _PRIORITY.sub("", words, 1))
        deep = min(level, 6)
        return f"<h{deep}>{self._words(words)}</h{deep}>"

    def _piece(self, at: int, stop: int, depth: int) -> tuple[str, int]:
        """What begins at a line, and the line behind it."""
        line = self._lines[at]
        mark = line.lstrip()[:1]
        if not mark:
            return "", at + 1
        if mark == "#":
            if (begin := _BEGIN.fullmatch(line)) is not None:
                return self._block(at, stop, begin, depth)
            if (keyword := _KEYWORD.fullmatch(line)) is not None:
                return self._keyword(keyword), at + 1
            if _COMMENT.fullmatch(line):
                return "", at + 1
        if mark == ":":
            if (drawer := _DRAWER.fullmatch(line)) is not None:
                return self._drawer(at, stop, drawer, depth)
            if _FIXED.fullmatch(line):
                return self._fixed(at, stop)
        if mark == "|":
            return self._table(at, stop)
        if mark in "\\$" and (formula := self._formula(at, stop)) is not None:
            return formula
        if _RULE.fullmatch(line):
            return "<hr>", at + 1
        if _PLANNED.fullmatch(line):
            return "", at + 1
        if mark == "[" and (note := _NOTE.match(line)) is not None and not line[0].isspace():
            end = self._end_of_words(at + 1, stop)
            self.notes.append(self._words("\n".join((note[2], *self._lines[at + 1 : end]))))
            return "", end
        if _ITEM.fullmatch(line):
            return self._list(at, stop)
        end = self._end_of_words(at + 1, stop)
        return f"<p>{self._words(self._text(at, end))}</p>", end

    def _keyword(self, keyword: re.Match[str]) -> str:
        name, value = keyword[1].lower(), keyword[2] or ""
        if name == "caption":
            self._caption = value
        elif value:
            self.said.setdefault(name, []).append(value)
        return ""

    def _block(self, at: int, stop: int, begin: re.Match[str], depth: int) -> tuple[str, int]:
        """The block that begins at a line; of one that does not end only that line is left out."""
        name = begin[1].lower()
        ending = f"#+end_{name}"
        end = self._line_of(ending, at + 1, stop)
        if end is None:
            return "", at + 1
        caption = self._take_caption()
        if name in _NOT_SHOWN:
            return "", end + 1
        if name in ("src", "example"):
            lines = [_ESCAPED.sub(r"\1", line) for line in self._lines[at + 1 : end]]
            language = f' class="language-{escape(begin[2])}"' if name == "src" and begin[2] else ""
            code = escape("\n".join(lines), quote=False)
            return f"{caption}<pre><code{language}>{code}</code></pre>", end + 1
        if name == "verse":
            rows = "<br>".join(self._words(line) for line in self._lines[at + 1 : end])
            return f"{caption}<p>{rows}</p>", end + 1
        inner = self._inside(at + 1, end, depth)
        inner = f"<blockquote>{inner}</blockquote>" if name == "quote" else inner
        return caption + inner, end + 1

    def _inside(self, at: int, end: int, depth: int) -> str:
        """What is in a block or a drawer; too deep in others it is a paragraph."""
        if depth < _DEEPEST:
            return "\n".join(self._read(at, end, depth + 1))
        return f"<p>{self._words(self._text(at, end))}</p>"

    def _line_of(self, ending: str, at: int, stop: int) -> int | None:
        """The next line with this, in any case; None if there is none before a heading."""
        places = self._endings.get(ending, [])
        found = bisect_left(places, at)
        if found == len(places) or places[found] >= stop:
            return None
        heading = bisect_left(self._headings, at)
        below = heading < len(self._headings) and self._headings[heading] < places[found]
        return None if below else places[found]

    def _drawer(self, at: int, stop: int, drawer: re.Match[str], depth: int) -> tuple[str, int]:
        end = self._line_of(":end:", at + 1, stop)
        if end is None:
            return "", at + 1
        if drawer[1].lower() in _NOTED:
            return "", end + 1
        return self._inside(at + 1, end, depth), end + 1

    def _formula(self, at: int, stop: int) -> tuple[str, int] | None:
        """The formula on lines of its own that begins at a line, if one does and ends."""
        begin = _FORMULA.fullmatch(self._lines[at])
        if begin is None:
            return None
        ending = f"\\end{{{begin[1]}}}" if begin[1] else "\\]" if begin[2] else "$$"
        for end in range(at, min(stop, at + _LONGEST_FORMULA)):
            line = self._lines[end].strip()
            if line.endswith(ending) and (end > at or line != ending):
                formula = self._text(at, end + 1).strip()
                if not begin[1]:
                    formula = formula.removeprefix(begin[2] or begin[3]).removesuffix(ending)
                return f"<pre>{escape(readable(formula.strip()), quote=False)}</pre>", end + 1
        return None

    def _fixed(self, at: int, stop: int) -> tuple[str, int]:
        rows = []
        while at < stop and (row := _FIXED.fullmatch(self._lines[at])):
            rows.append(row[1] or "")
            at += 1
        return f"<pre>{escape(chr(10).join(rows), quote=False)}</pre>", at

    def _table(self, at: int, stop: int) -> tuple[str, int]:
        rows: list[str] = []
        headed = False
        while at < stop and _TABLE.fullmatch(self._lines[at]):
            line = self._lines[at].strip()
            at += 1
            if _TABLE_RULE.fullmatch(line):
                headed = headed or len(rows) == 1
                continue
            cells = line.strip("|").split("|")
            rows.append("".join(f"<td>{self._words(cell.strip())}</td>" for cell in cells))
        if headed:
            rows[0] = rows[0].replace("<td>", "<th>").replace("</td>", "</th>")
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"{self._take_caption()}<table>{body}</table>", at

    def _list(self, at: int, stop: int) -> tuple[str, int]:
        """The list that begins at a line, with the lists in it."""
        out: list[str] = []
        open_: list[tuple[int, str]] = []
        while at < stop:
            item = _ITEM.fullmatch(self._lines[at])
            if item is None:
                break
            indent = len(item[1].expandtabs())
            while open_ and indent < open_[-1][0]:
                out.append(f"</li></{open_.pop()[1]}>")
            if open_ and (indent == open_[-1][0] or len(open_) >= _DEEPEST_LIST):
                out.append("</li>")
            else:
                number = item[2].strip("().")
                kind = "ol" if number.isdigit() else "ul"
                open_.append((indent, kind))
                out.append(f'<ol start="{int(number)}">' if number.isdigit() else "<ul>")
            end = self._end_of_item(at + 1, stop, indent)
            out.append(f"<li>{self._item(item[3] or '', at + 1, end)}")
            at = end
            # A blank line parts items, two end the list.
            if (
                at + 1 < stop
                and not self._lines[at].strip()
                and _ITEM.fullmatch(self._lines[at + 1])
            ):
                at += 1
        while open_:
            out.append(f"</li></{open_.pop()[1]}>")
        return "".join(out), at

    def _item(self, first: str, at: int, end: int) -> str:
        first = _COUNTER.sub("", first, 1)
        if (box := _BOX.match(first)) is not None:
            first = ("☑ " if box[1] in "xX" else "☐ ") + first[box.end() :]
        term = _TERM.fullmatch(first) if " ::" in first else None
        if term is not None:
            first = term[2] or ""
        head = f"<b>{self._words(term[1])}</b>: " if term else ""
        return head + self._words("\n".join((first, *self._lines[at:end])))

    def _end_of_item(self, at: int, stop: int, indent: int) -> int:
        """Where the words of an item end: at the next mark, a blank line, or a line set out."""
        while at < stop:
            line = self._lines[at]
            if not line.strip() or len(line) - len(line.lstrip()) <= indent:
                return at
            if self._begins_anew(line):
                return at
            at += 1
        return at

    def _end_of_words(self, at: int, stop: int) -> int:
        """Where the lines of a paragraph end."""
        while at < stop and self._lines[at].strip() and not self._begins_anew(self._lines[at]):
            at += 1
        return at

    def _begins_anew(self, line: str) -> bool:
        """Whether a line is none of a paragraph above it."""
        if _ITEM.fullmatch(line) or (line.startswith("*") and _HEADING.fullmatch(line)):
            return True
        mark = line.lstrip()[:1]
        if mark == "#":
            return bool(
                _KEYWORD.fullmatch(line) or _BEGIN.fullmatch(line) or _COMMENT.fullmatch(line)
            )
        if mark == ":":
            return bool(_DRAWER.fullmatch(line) or _FIXED.fullmatch(line))
        return mark == "|" or bool(_NOTE.match(line))

    def _text(self, at: int, end: int) -> str:
        return "\n".join(self._lines[at:end])

    def _take_caption(self) -> str:
        caption, self._caption = self._caption, ""
        return (
            f"<figure><figcaption>{self._words(caption)}</figcaption></figure>" if caption else ""
        )

    def _words(self, words: str) -> str:
        """Words with their marks as HTML; notes in them go to the notes."""
        caption = self._take_caption() if is_picture(words) else ""
        return caption + inline_html(words, self.notes)
