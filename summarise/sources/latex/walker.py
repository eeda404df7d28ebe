"""The walk over the source of a LaTeX document that gathers its blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from summarise.article import Kind
from summarise.draft import Aside, Block
from summarise.sources.gathering import Gathering, tidy
from summarise.sources.latex.formulas import readable
from summarise.sources.latex.source import (
    LISTING,
    MOST_EXPANDED,
    Source,
    closing_braces,
)
from summarise.sources.latex.symbols import ACCENTS, ESCAPED, PRINTED, accented
from summarise.sources.numerals import as_written
from summarise.sources.tables import trimmed_lines

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z@]+)\*?(?:[ \t]*\n(?![ \t]*\n)[ \t]*|[ \t]+)?|\\(?P<symbol>[^A-Za-z@])"
    r"|(?P<listing>\x1a[bi]\d+\x1a)|(?P<math>\$\$?)|(?P<brace>[{}])|(?P<gap>\n[ \t]*\n\s*)"
    r"|(?P<mark>---?|``|''|`|'|~)|(?P<text>[^\\${}~\n`'\x1a-]+|.)",
    re.DOTALL,
)
_MARKS = {"--": "–", "---": "—", "``": "“", "''": "”", "`": "‘", "'": "’", "~": " "}
_SECTIONS = (
    "part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph",
)  # fmt: skip
_SECTION = re.compile(r"\\(" + "|".join(_SECTIONS) + r")\*?\s*[\[{]")
_DISPLAYED_NAMES = """
    equation align gather multline eqnarray displaymath alignat flalign math dmath split
"""
_DISPLAYED = frozenset(_DISPLAYED_NAMES.split())
_TABLES = frozenset({"tabular", "tabularx", "tabulary", "longtable", "tabbing", "array"})
_QUOTES = frozenset({"quote", "quotation", "verse", "displayquote", "epigraph"})
_UNSEEN = frozenset({"tikzpicture", "pgfpicture", "picture", "pspicture", "filecontents", "axis"})
#: What is printed above theorems and their like, where the document does not say it itself.
_THEOREMS = {
    "theorem": "Theorem", "thm": "Theorem", "lemma": "Lemma", "lem": "Lemma", "proof": "Proof",
    "corollary": "Corollary", "cor": "Corollary", "proposition": "Proposition",
    "prop": "Proposition", "definition": "Definition", "defn": "Definition", "remark": "Remark",
    "rmk": "Remark", "example": "Example", "eg": "Example", "conjecture": "Conjecture",
    "claim": "Claim", "exercise": "Exercise",
}  # fmt: skip
#: How many arguments in braces of a command are no text; the rest of them are.
_NOT_TEXT = {
    1: """
    label vspace hspace pagestyle thispagestyle bibliographystyle bibliography usepackage
    documentclass hypersetup color index nocite pagenumbering hyphenation tikzset lstset textcolor
    colorbox raisebox parbox scalebox cline cmidrule phantom vphantom hphantom addbibresource
    graphicspath theoremstyle selectlanguage fontsize RequirePackage PassOptionsToPackage
    bookmarksetup includegraphics cref@label linespread sisetup captionsetup geometry hypertarget
    texorpdfstring hyperlink foreignlanguage citestyle pgfplotsset usetikzlibrary makeatletter
    titleformat fancyhead fancyfoot markboth
    """,
    2: """
    setcounter addtocounter setlength addtolength rule resizebox newtheorem fcolorbox multirow
    DeclareMathOperator newcommand renewcommand providecommand indexsee
    """,
    3: "definecolor addcontentsline newenvironment renewenvironment",
}
_DROPPED = {word: count for count, words in _NOT_TEXT.items() for word in words.split()}
_REFERENCES = frozenset({"ref", "eqref", "autoref", "cref", "Cref", "pageref", "nameref", "vref"})
_CITED = re.compile(r"(?:no)?[a-zA-Z]*cite[a-zA-Z]*")
_TAKEN_IN = ("input", "include", "subfile", "import")
_ENDS_PARAGRAPH = ("par", "newpage", "clearpage", "cleardoublepage", "bigskip", "medskip")
_OPTION = re.compile(r"[ \t]*\n?[ \t]*\[((?:[^\[\]]|\[[^\[\]]*\]){0,500})\]")
#: A length that a command of TeX itself takes: "=0pt", "2cm plus 1cm".
_LENGTH = re.compile(
    r"(?P<given>\s?=\s?)?-?[\d.]{1,9} ?(?:pt|em|ex|cm|mm|in|bp|pc|sp|mu|fil+)"
    r"(?: ?(?:plus|minus) ?-?[\d.]{1,9} ?(?:pt|em|ex|cm|mm|in|fil+))*(?![a-z])"
)
_TAKES_LENGTH = frozenset({"hskip", "vskip", "kern", "hangindent", "mskip", "raise", "lower"})
_OPENING = re.compile(r"\s*(?=\{)")
_ROW_END = re.compile(r"\\(?:\\|tabularnewline)\*?(?:\[[^\]]*\])?")
_RULES = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|noalign)\b"
)
#: So deep may notes, titles and cells stand in each other.
_DEEPEST = 20
_LONGEST_FORMULA = 5_000


@dataclass
class _List:
    """A list that is open."""

    environment: str
    number: int = 0


class Walker:
    """What was met so far of a document.

    Args:
        source: The document made ready.
    """

    def __init__(self, source: Source) -> None:
        self.facts = {"title": "", "author": "", "date": ""}
        """What the document says of itself."""
        self.others: list[str] = []
        """The names of the files that it takes in."""
        self._source = source
        self._to = Gathering()
        self._notes = Gathering(aside=Aside.FOOTNOTE)
        used = {match[1] for match in _SECTION.finditer(source.text)}
        #: The levels of the headings that the document has.
        self._levels = [name for name in _SECTIONS if name in used]
        self._pieces: list[str] = []
        self._lists: list[_List] = []
        self._quotes = 0
        self._mark: str | None = None
        self._depth = 0
        self._expanded = 0
        #: The environments that do not end in the rest of the text that is gone through.
        self._endless: set[str] = set()

    def read_preamble(self, preamble: str) -> None:
        """Take the title, the author and the date; nothing else of it is printed."""
        pairs = closing_braces(preamble)
        for name in self.facts:
            given = re.finditer(rf"\\{name}\s{{0,9}}(?:\[[^\]]{{0,300}}\])?(?=\{{)", preamble)
            starts = [match.end() for match in given if match.end() in pairs]
            self._say(name, [preamble[start + 1 : pairs[start]] for start in starts])

    def finished(self) -> list[Block]:
        """All blocks, those of the notes behind the text."""
        self._flush()
        self._to.extend(self._notes.finished())
        return self._to.finished()

    def run(self, text: str) -> None:
        """Go through a text."""
        pairs = closing_braces(text)
        at = 0
        self._depth += 1
        endless, self._endless = self._endless, set()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                break
            at = match.end()
            if word := match["word"]:
                at = self._command(word, text, at, pairs)
            elif symbol := match["symbol"]:
                at = self._symbol(symbol, text, at, pairs)
            elif listing := match["listing"]:
                self._listing(listing)
            elif sign := match["math"]:
                at = self._formula(text, at, sign)
            elif match["gap"]:
                self._flush()
            elif mark := match["mark"]:
                self._pieces.append(_MARKS.get(mark, mark))
            elif piece := match["text"]:
                self._pieces.append(" " if piece == "\n" else piece.replace("\n", " "))
        self._depth -= 1
        self._endless = endless

    def _command(self, word: str, text: str, at: int, pairs: dict[int, int]) -> int:
        """Obey a command; returns where its arguments end."""

        def argument(at: int) -> tuple[str, int]:
            while option := _OPTION.match(text, at):
                at = option.end()
            opening = _OPENING.match(text, at)
            stop = pairs.get(opening.end()) if opening else None
            if opening is None or stop is None:
                return "", at
            return text[opening.end() + 1 : stop], stop + 1

        if word in ("begin", "end"):
            name, after = argument(at)
            if word == "end":
                self._end(name.rstrip("*"))
                return after
            return self._begin(name, text, after, argument)
        if word in self._source.commands and self._depth < _DEEPEST:
            return self._expand(word, at, argument)
        if word in PRINTED:
            self._pieces.append(PRINTED[word])
            return at + 2 if text[at : at + 2] == "{}" else at
        if word in ACCENTS:
            return self._accent(word, text, at, pairs)
        if word in _SECTIONS or word == "frametitle":
            title, after = argument(at)
            self._flush()
            self._to.add(self._inline(title), Kind.HEADING, self._level_of(word))
            return after
        if word in self.facts and (found := argument(at))[1] != at:
            self._say(word, [found[0]])
            return found[1]
        match word:
            case "maketitle" if self.facts["title"]:
                self._flush()
                self._to.add(self.facts["title"], Kind.HEADING, 1)
            case "item":
                return self._item(text, at)
            case "bibitem":
                key, after = argument(at)
                self._flush()
                self._mark = f"[{key}]"
                return after
            case "footnote" | "footnotetext" | "endnote":
                note, after = argument(at)
                self._apart(note, self._notes)
                return after
            case "caption" | "captionof":
                caption, after = argument(at)
                if word == "captionof":
                    caption, after = argument(after)
                self._flush()
                self._to.add(self._inline(caption), Kind.CAPTION)
                return after
            case "href":
                _, after = argument(at)
                return after
            case "url" | "path" | "nolinkurl":
                address, after = argument(at)
                self._pieces.append(address)
                return after
            case "thanks" | "footnotemark":
                return argument(at)[1]
            case "multicolumn":
                _, after = argument(at)
                return argument(after)[1]
            case _ if word in _TAKEN_IN:
                name, after = argument(at)
                if name:
                    self.others.append(" ".join(name.split()))
                return after
            case _ if word in _REFERENCES or _CITED.fullmatch(word):
                keys, after = argument(at)
                self._pieces.append(f"[{keys}]" if keys and not word.startswith("no") else "")
                return after
            case _ if word in _ENDS_PARAGRAPH:
                self._flush()
            case _ if word in _DROPPED or word.startswith("index"):
                for _ in range(_DROPPED.get(word, 1)):
                    _, at = argument(at)
            case _:
                length = _LENGTH.match(text, at)
                if length and (length["given"] or word in _TAKES_LENGTH):
                    return length.end()
                while option := _OPTION.match(text, at):  # its words are its arguments in braces
                    if text[at] != "[":
                        break
                    at = option.end()
        return at

    def _level_of(self, word: str) -> int:
        """The level of a heading among those that the document has; frames are the lowest."""
        return (self._levels.index(word) if word in self._levels else len(self._levels)) + 1

    def _begin(
        self, name: str, text: str, at: int, argument: Callable[[int], tuple[str, int]]
    ) -> int:
        plain = name.rstrip("*")
        if plain in _DISPLAYED or plain in _UNSEEN or plain in _TABLES:
            end = f"\\end{{{name}}}"
            stop = -1 if name in self._endless else text.find(end, at)
            if stop < 0:
                self._endless.add(name)
            else:
                inner = text[at:stop]
                if plain in _TABLES:
                    self._table(
                        text,
                        at,
                        stop,
                        argument,
                        2 if plain.startswith("tabular") and plain != "tabular" else 1,
                    )
                elif plain in _DISPLAYED:
                    self._display(inner)
                return stop + len(end)
            return at
        self._flush()
        if plain in ("itemize", "enumerate", "description", "compactitem", "compactenum"):
            self._lists.append(_List(plain))
        elif plain in _QUOTES:
            self._quotes += 1
        elif plain == "thebibliography":
            self._to.aside = Aside.REFERENCES
            return argument(at)[1]
        elif plain == "abstract":
            self._to.add("Abstract", Kind.HEADING, 1)
        elif plain == "frame":
            title, after = argument(at)
            if title:
                self._to.add(self._inline(title), Kind.HEADING, self._level_of("frametitle"))
            return after
        elif plain in ("minipage", "wrapfigure", "multicols", "subfigure"):
            return argument(at)[1]
        elif printed := self._source.theorems.get(plain) or _THEOREMS.get(plain):
            option = _OPTION.match(text, at)
            named = f" ({self._inline(option[1])})" if option else ""
            self._pieces.append(f"{printed}{named}. ")
            return option.end() if option else at
        option = _OPTION.match(text, at)
        return option.end() if option else at

    def _end(self, name: str) -> None:
        self._flush()
        if self._lists and self._lists[-1].environment == name:
            self._lists.pop()
            self._mark = None
        elif name in _QUOTES:
            self._quotes = max(self._quotes - 1, 0)
        elif name == "thebibliography":
            self._to.aside = None
            self._mark = None

    def _item(self, text: str, at: int) -> int:
        self._flush()
        option = _OPTION.match(text, at)
        here = self._lists[-1] if self._lists else _List("itemize")
        label = self._inline(option[1]) if option else ""
        if here.environment in ("enumerate", "compactenum") and not option:
            here.number += 1
            depth = sum(each.environment == here.environment for each in self._lists)
            form = "1aiA"[min(depth, 4) - 1]
            self._mark = f"{as_written(here.number, form)}."
        else:
            self._mark = "•"
        if label:
            self._pieces.append(f"{label.rstrip(':')}: " if len(label) > 1 else "")
        return option.end() if option else at

    def _symbol(self, symbol: str, text: str, at: int, pairs: dict[int, int]) -> int:
        if symbol in ACCENTS:
            return self._accent(symbol, text, at, pairs)
        if symbol in "([":
            end = "\\)" if symbol == "(" else "\\]"
            stop = text.find(end, at, at + _LONGEST_FORMULA)
            if stop >= 0:
                if symbol == "[":
                    self._display(text[at:stop])
                else:
                    self._pieces.append(self._inline_formula(text[at:stop]))
                return stop + 2
            return at
        self._pieces.append(ESCAPED.get(symbol, symbol))
        option = _OPTION.match(text, at) if symbol == "\\" and text[at : at + 1] == "[" else None
        return option.end() if option else at

    def _accent(self, accent: str, text: str, at: int, pairs: dict[int, int]) -> int:
        r"""A letter with its accent: ``\'e``, ``\'{e}``, ``\'\i``, ``\c{c}``."""
        if text[at : at + 1] == "{" and pairs.get(at, at + 99) - at <= 4:
            stop = pairs[at]
            letter, after = text[at + 1 : stop], stop + 1
        elif text[at : at + 1] == "\\":
            letter, after = text[at : at + 2], at + 2
        else:
            letter, after = text[at : at + 1], at + 1
        letter = PRINTED.get(letter[1:], "") if letter.startswith("\\") else letter
        if not letter[:1].isalpha():
            self._pieces.append(accent if accent in "'`" else "")
            return at
        self._pieces.append(accented(accent, letter))
        return after

    def _listing(self, found: str) -> None:
        match = LISTING.fullmatch(found)
        if match is None or int(match[2]) >= len(self._source.listings):
            return
        text = self._source.listings[int(match[2])]
        if match[1] == "i":
            self._pieces.append(text)
            return
        self._flush()
        self._put_code(text)

    def _formula(self, text: str, at: int, sign: str) -> int:
        stop = text.find(sign, at, at + _LONGEST_FORMULA)
        if stop < 0 or "\n\n" in text[at:stop]:
            self._pieces.append(sign)
            return at
        if sign == "$$":
            self._display(text[at:stop])
        else:
            while text[stop - 1] == "\\":
                stop = text.find(sign, stop + 1, at + _LONGEST_FORMULA)
                if stop < 0:
                    return at
            self._pieces.append(self._inline_formula(text[at:stop]))
        return stop + len(sign)

    def _inline_formula(self, formula: str) -> str:
        return readable(self._with_own_commands(formula)).replace("\n", " ")

    def _display(self, formula: str) -> None:
        mark = self._mark
        self._flush()
        self._put_code(readable(self._with_own_commands(formula)))
        self._mark = mark if self._mark else ("" if self._lists else None)

    def _put_code(self, text: str) -> None:
        """Lines as they are, apart from those of another listing beside them."""
        if text := trimmed_lines(text):
            self._to.extend([Block(text, Kind.CODE)])

    def _with_own_commands(self, formula: str) -> str:
        """A formula with the commands that take no arguments written out, once."""

        def written(match: re.Match[str]) -> str:
            own = self._source.commands.get(match[1])
            if own is None or own.arguments or self._expanded > MOST_EXPANDED:
                return match[0]
            self._expanded += len(own.body)
            return f"{{{own.body}}}"

        return re.sub(r"\\([A-Za-z]+)", written, formula)

    def _table(
        self,
        text: str,
        at: int,
        stop: int,
        argument: Callable[[int], tuple[str, int]],
        described_by: int,
    ) -> None:
        for _ in range(described_by):
            _, after = argument(at)
            at = after if after <= stop else at
        rows: list[list[Gathering]] = []
        if self._depth < _DEEPEST:
            for line in _ROW_END.split(_RULES.sub("", text[at:stop])):
                cells: list[Gathering] = []
                for cell in re.split(r"(?<!\\)&", line):
                    cells.append(Gathering())
                    self._apart(cell, cells[-1])
                rows.append(cells)
        self._flush()
        self._to.table(rows)

    def _expand(self, word: str, at: int, argument: Callable[[int], tuple[str, int]]) -> int:
        """Put what a command of the author's own stands for in its place."""
        own = self._source.commands[word]
        body = own.body
        for number in range(1, own.arguments + 1):
            given, at = argument(at)
            self._expanded += body.count(f"#{number}") * len(given)
            if self._expanded <= MOST_EXPANDED:
                body = body.replace(f"#{number}", given)
        self._expanded += len(body) + 1
        if self._expanded <= MOST_EXPANDED:
            self.run(body)
        return at

    def _inline(self, text: str) -> str:
        """A text on one line, with the notes in it set aside."""
        inner = Gathering()
        self._apart(text, inner)
        return " ".join(block.text for block in inner.finished()).replace("\n", " ")

    def _apart(self, text: str, to: Gathering) -> None:
        """Run through a text that is gathered elsewhere."""
        if self._depth >= _DEEPEST:
            return
        kept = (self._to, self._pieces, self._lists, self._quotes, self._mark)
        self._to, self._pieces, self._lists, self._quotes, self._mark = to, [], [], 0, None
        self.run(text)
        self._flush()
        self._to, self._pieces, self._lists, self._quotes, self._mark = kept

    def _say(self, name: str, texts: list[str]) -> None:
        """Take what the document says of itself."""
        said: list[str] = []
        for text in texts:
            parts = re.split(r"\\and\b|\\And\b|\\AND\b", text) if name == "author" else [text]
            for part in parts:
                shown = self._shown(part)
                line = shown.split("\n")[0] if name == "author" else shown.replace("\n", " ")
                said.append(line.strip(" ,"))
        if any(said) and not self.facts[name]:
            self.facts[name] = ", ".join(filter(None, said))

    def _shown(self, text: str) -> str:
        """A text with its line breaks and without its notes."""
        notes, self._notes = self._notes, Gathering()
        inner = Gathering()
        self._apart(text, inner)
        self._notes = notes
        return "\n".join(block.text for block in inner.finished())

    def _flush(self) -> None:
        """Gather the paragraph since the last one."""
        text = tidy("".join(self._pieces))
        self._pieces = []
        if not text or _LENGTH.fullmatch(text):
            return
        if self._lists or self._mark is not None:
            self._to.item(text, max(len(self._lists), 1), self._mark or "")
            self._mark = "" if self._lists else None
        else:
            self._to.add(text, Kind.QUOTATION if self._quotes else Kind.TEXT)
