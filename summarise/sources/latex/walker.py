"""The walk over the source of a LaTeX document that gathers its blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from summarise.article import Kind
from summarise.draft import Aside, Block
from summarise.sources.formulas import readable
from summarise.sources.gathering import Gathering, tidy
from summarise.sources.latex.source import (
    LISTING,
    MOST_EXPANDED,
    Source,
    closing_braces,
)
from summarise.sources.latex.vocabulary import (
    CITED,
    DROPPED,
    ENDS_PARAGRAPH,
    KEY,
    REFERENCES,
    SECTION_LIKE,
    SECTIONS,
    SETTINGS,
    SWITCHES,
    TAKEN_IN,
    TITLE_PAGE,
)
from summarise.sources.numerals import as_written
from summarise.sources.symbols import ACCENTS, ESCAPED, PRINTED, SIGNS, accented
from summarise.sources.tables import trimmed_lines

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z@]+)\*?(?:[ \t]*\n(?![ \t]*\n)[ \t]*|[ \t]+)?|\\(?P<symbol>[^A-Za-z@])"
    r"|(?P<listing>\x1a[bi]\d+\x1a)|(?P<math>\$\$?)|(?P<brace>[{}])|(?P<gap>\n[ \t]*\n\s*)"
    r"|(?P<mark>---?|``|''|`|'|~)|(?P<text>[^\\${}~\n`'\x1a-]+|.)",
    re.DOTALL,
)
_MARKS = {"--": "–", "---": "—", "``": "“", "''": "”", "`": "‘", "'": "’", "~": " "}
_SECTION = re.compile(r"\\(" + "|".join((*SECTIONS, *SECTION_LIKE)) + r")\*?\s*[\[{]")
_DISPLAYED_NAMES = """
    equation align gather multline eqnarray displaymath alignat flalign math dmath split
"""
_DISPLAYED = frozenset(_DISPLAYED_NAMES.split())
_TABLES = frozenset({"tabular", "tabularx", "tabulary", "longtable", "tabbing", "array"})
_LISTS = frozenset({
    "itemize", "enumerate", "description", "compactitem", "compactenum", "labeling",
})  # fmt: skip
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
_OPTION = re.compile(r"[ \t]*\n?[ \t]*\[((?:[^\[\]]|\[[^\[\]]*\]){0,500})\]")
#: A length that a command of TeX itself takes: "=0pt", "2cm plus 1cm".
_LENGTH = re.compile(
    r"(?P<given>\s?=\s?)?-?[\d.]{1,9} ?(?:pt|em|ex|cm|mm|in|bp|pc|sp|mu|fil+)"
    r"(?: ?(?:plus|minus) ?-?[\d.]{1,9} ?(?:pt|em|ex|cm|mm|in|fil+))*(?![a-z])"
)
#: A number that a command of TeX itself takes: "=100", "10000".
_NUMBER = re.compile(r"(?P<given>\s?=\s?)?-?\d{1,9}(?![\w.])")
_TAKES_NUMBER = re.compile(r"[a-z]*(?:penalty|tolerance|badness|looseness|demerits)")
_TAKES_LENGTH = frozenset({"hskip", "vskip", "kern", "hangindent", "mskip", "raise", "lower"})
_OPENING = re.compile(r"\s*(?=\{)")
_AMONG_WORDS = re.compile(r"\{\}|~|\\ |[.,;:!?)'’]|-{0,3} ?[a-z]|-|\d|\$|\(")
_OF_TITLE_PAGE = re.compile(
    r"\\(setkomavar|" + "|".join(sorted(TITLE_PAGE)) + r")\*?\s{0,9}(?=[\[{])"
)
_ROW_END = re.compile(r"\\(?:\\|tabularnewline)\*?(?:\[[^\]]*\])?")
_RULES = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|noalign)\b"
)
#: What only sets something is no longer than this.
_LONGEST_SETTINGS = 2_000
#: So deep may notes, titles and cells stand in each other.
_DEEPEST = 20
#: The author's own commands in one another, in a formula.
_DEEPEST_IN_FORMULA = 4
_NAME = re.compile(r"\\([A-Za-z]+)")
_SPACE = re.compile(r"\s{0,9}")
_LONGEST_FORMULA = 5_000


class _Arguments:
    """The arguments of a command, one after the other."""

    def __init__(self, text: str, at: int, pairs: dict[int, int], command: int = 0) -> None:
        self.text = text
        self.at = at
        """Where the next one is looked for."""
        self.pairs = pairs
        self.command = command
        """Where the command itself is."""

    def next(self) -> str:
        """The next argument in braces, past those in brackets; "" if there is none."""
        while option := _OPTION.match(self.text, self.at):
            self.at = option.end()
        opening = _OPENING.match(self.text, self.at)
        stop = self.pairs.get(opening.end()) if opening else None
        if opening is None or stop is None:
            return ""
        self.at = stop + 1
        return self.text[opening.end() + 1 : stop]

    def ahead(self) -> tuple[str, int]:
        """The next argument, where it is a short one, and where it ends; nothing is passed."""
        opening = _OPENING.match(self.text, self.at)
        stop = self.pairs.get(opening.end(), self.at) if opening else self.at
        if opening is None or not 0 < stop - opening.end() <= _LONGEST_SETTINGS:
            return "", self.at
        return self.text[opening.end() + 1 : stop], stop + 1

    def option(self) -> str | None:
        """The argument in brackets that comes next; None if there is none."""
        option = _OPTION.match(self.text, self.at)
        if option is None:
            return None
        self.at = option.end()
        return option[1]


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
        used = {SECTION_LIKE.get(match[1], match[1]) for match in _SECTION.finditer(source.text)}
        #: The levels of the headings that the document has.
        self._levels = [name for name in SECTIONS if name in used]
        self._beside_title: dict[str, str] = {}
        self._pieces: list[str] = []
        self._lists: list[_List] = []
        self._quotes = 0
        self._mark: str | None = None
        self._depth = 0
        self._expanded = 0
        #: The environments that do not end in the rest of the text that is gone through.
        self._endless: set[str] = set()

    def read_preamble(self, preamble: str) -> None:
        """Take the title, the author, the date and what stands beside them; no more is printed."""
        pairs = closing_braces(preamble)
        for match in _OF_TITLE_PAGE.finditer(preamble):
            given = _Arguments(preamble, match.end(), pairs)
            if match[1] == "setkomavar":
                self._letter_fact(match[1], given)
            else:
                self._title_page(match[1], given)
        for name in self.facts:
            found = re.finditer(rf"\\{name}\s{{0,9}}(?:\[[^\]]{{0,300}}\])?(?=\{{)", preamble)
            starts = [match.end() for match in found if match.end() in pairs]
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
                at = self._command(word, text, match.start(), at, pairs)
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

    def _command(self, word: str, text: str, start: int, at: int, pairs: dict[int, int]) -> int:
        """Obey a command; returns where its arguments end."""
        given = _Arguments(text, at, pairs, start)
        if word in ("begin", "end"):
            name = given.next()
            if word == "begin":
                self._begin(name, given)
            else:
                self._end(name.rstrip("*"))
        elif word in self._source.commands and self._depth < _DEEPEST:
            self._expand(word, given)
        elif word in PRINTED:
            self._pieces.append(PRINTED[word])
            given.at += 2 * text.startswith("{}", at)
        elif word in ACCENTS:
            given.at = self._accent(word, text, at, pairs)
        elif (obey := _OBEYED.get(word)) is not None:
            obey(self, word, given)
        elif word in self.facts:
            self._fact(word, given)
        elif CITED.fullmatch(word):
            self._reference(word, given)
        elif word in DROPPED or word.startswith("index"):
            for _ in range(DROPPED.get(word, 1)):
                given.next()
        else:
            self._unknown(word, given)
        return given.at

    def _heading(self, word: str, given: _Arguments) -> None:
        title = given.next()
        self._flush()
        self._to.add(self._inline(title), Kind.HEADING, self._level_of(word))

    def _fact(self, word: str, given: _Arguments) -> None:
        """Title, author or date: known where they are given, and printed with the title."""
        before = given.at
        text = given.next()
        if given.at != before:
            self._say(word, [text])

    def _letter_fact(self, word: str, given: _Arguments) -> None:
        """A field of a letter of KOMA-Script: its subject is the title, its sender the author."""
        name, text = given.next(), given.next()
        fact = {"subject": "title", "fromname": "author", "date": "date"}.get(name)
        if fact is not None and word == "setkomavar":
            self._say(fact, [text])

    def _title_page(self, word: str, given: _Arguments) -> None:
        """What stands beside the title; printed with it."""
        self._beside_title[word] = self._shown(given.next())

    def _make_title(self, _word: str, _given: _Arguments) -> None:
        self._flush()
        if self.facts["title"]:
            self._to.add(self.facts["title"], Kind.HEADING, 1)
        before, self._to.aside = self._to.aside, Aside.FRONT_MATTER
        for text in self._beside_title.values():
            self._to.add(text)
        self._beside_title.clear()
        self._to.aside = before

    def _next_item(self, _word: str, given: _Arguments) -> None:
        given.at = self._item(given.text, given.at)

    def _entry(self, _word: str, given: _Arguments) -> None:
        """An entry of a bibliography."""
        key = given.next()
        self._flush()
        self._mark = f"[{key}]"

    def _note(self, _word: str, given: _Arguments) -> None:
        self._apart(given.next(), self._notes)

    def _caption(self, word: str, given: _Arguments) -> None:
        caption = given.next()
        if word == "captionof":
            caption = given.next()
        self._flush()
        self._to.add(self._inline(caption), Kind.CAPTION)

    def _saying(self, _word: str, given: _Arguments) -> None:
        """A saying of KOMA-Script, whose author may stand before it."""
        option = _OPTION.match(given.text, given.at)
        saying = self._shown(given.next())
        self._flush()
        self._to.add(saying, Kind.QUOTATION)
        if option:
            self._to.add(self._inline(option[1]), Kind.QUOTATION)

    def _address(self, _word: str, given: _Arguments) -> None:
        self._pieces.append(given.next())

    def _first_is_no_text(self, word: str, given: _Arguments) -> None:
        for _ in range(2 if word == "multicolumn" else 1):
            given.next()

    def _other_file(self, _word: str, given: _Arguments) -> None:
        if name := given.next():
            self.others.append(" ".join(name.split()))

    def _reference(self, word: str, given: _Arguments) -> None:
        keys = given.next()
        self._pieces.append(f"[{keys}]" if keys and not word.startswith("no") else "")

    def _paragraph_end(self, _word: str, _given: _Arguments) -> None:
        self._flush()

    def _unknown(self, word: str, given: _Arguments) -> None:
        """A command that nobody said anything of: what stands in its braces is read on."""
        text, at = given.text, given.at
        length = _LENGTH.match(text, at)
        if length and (length["given"] or word in _TAKES_LENGTH):
            given.at = length.end()
            return
        number = _NUMBER.match(text, at)
        if number and (number["given"] or _TAKES_NUMBER.fullmatch(word)):
            given.at = number.end()
            return
        while (option := _OPTION.match(text, given.at)) and text[given.at] == "[":
            given.at = option.end()
        inner, end = given.ahead()
        if inner and KEY.fullmatch(inner):
            self._pieces.append(f"[{inner}]")
            given.at = end
        elif inner and SETTINGS.fullmatch(inner):
            given.at = end
        elif word in SIGNS or self._is_a_name(word, given):
            self._pieces.append(SIGNS.get(word, word))
            if text.startswith("{}", given.at):
                given.at += 2
            elif text[at - 1] in " \n":
                self._pieces.append(" ")

    def _is_a_name(self, word: str, given: _Arguments) -> bool:
        """Whether an unknown command stands among words: a name that is given elsewhere.

        Of sixteen real sources eleven use such names: "proof assistants such as Coq and Agda".
        """
        if word in SWITCHES or word in self._source.programmed or word.startswith("the"):
            return False
        before = given.text[given.command - 1 : given.command]
        return (
            before not in ("", "\n", "{") and _AMONG_WORDS.match(given.text, given.at) is not None
        )

    def _level_of(self, word: str) -> int:
        """The level of a heading among those that the document has; frames are the lowest."""
        word = SECTION_LIKE.get(word, word)
        return (self._levels.index(word) if word in self._levels else len(self._levels)) + 1

    def _begin(self, name: str, given: _Arguments) -> None:
        plain = name.rstrip("*")
        if plain in _DISPLAYED or plain in _UNSEEN or plain in _TABLES:
            self._begin_apart(name, plain, given)
            return
        self._flush()
        if plain in _LISTS:
            self._lists.append(_List(plain))
            given.option()
            if plain == "labeling":  # how wide the widest label is
                given.next()
        elif plain in _QUOTES:
            self._quotes += 1
            given.option()
        elif plain == "thebibliography":
            self._to.aside = Aside.REFERENCES
            given.next()
        elif plain == "abstract":
            self._to.add("Abstract", Kind.HEADING, 1)
            given.option()
        elif plain == "frame":
            if title := given.next():
                self._to.add(self._inline(title), Kind.HEADING, self._level_of("frametitle"))
        elif plain in ("minipage", "wrapfigure", "multicols", "subfigure", "addmargin"):
            given.next()
        else:
            self._begin_other(plain, given)

    def _begin_apart(self, name: str, plain: str, given: _Arguments) -> None:
        """An environment that is read as a whole: a table, a formula, a drawing."""
        end = f"\\end{{{name}}}"
        stop = -1 if name in self._endless else given.text.find(end, given.at)
        if stop < 0:
            self._endless.add(name)
            return
        if plain in _TABLES:
            described_by = 2 if plain.startswith("tabular") and plain != "tabular" else 1
            self._table(given, stop, described_by)
        elif plain in _DISPLAYED:
            self._display(given.text[given.at : stop])
        given.at = stop + len(end)

    def _begin_other(self, plain: str, given: _Arguments) -> None:
        """An environment that is printed as text, or one that nobody said anything of."""
        printed = self._source.theorems.get(plain) or _THEOREMS.get(plain)
        option = given.option()
        if printed:
            named = f" ({self._inline(option)})" if option is not None else ""
            self._pieces.append(f"{printed}{named}. ")
            return
        inner, end = given.ahead()
        if inner and SETTINGS.fullmatch(inner):
            given.at = end

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
        """A formula with the author's own commands written out, those in others too."""
        for _ in range(_DEEPEST_IN_FORMULA):
            written = self._written_out(formula)
            if written == formula:
                break
            formula = written
        return formula

    def _written_out(self, formula: str) -> str:
        pairs = closing_braces(formula) if "{" in formula else {}
        out: list[str] = []
        at = 0
        for match in _NAME.finditer(formula):
            own = self._source.commands.get(match[1])
            if own is None or match.start() < at or self._expanded > MOST_EXPANDED:
                continue
            body, end = own.body, match.end()
            for number in range(1, own.arguments + 1):
                opened = _SPACE.match(formula, end)
                start = opened.end() if opened else end
                stop = pairs.get(start)
                argument = formula[start : start + 1] if stop is None else formula[start + 1 : stop]
                end = start + 1 if stop is None else stop + 1
                self._expanded += body.count(f"#{number}") * len(argument)
                if self._expanded <= MOST_EXPANDED:
                    body = body.replace(f"#{number}", argument)
            self._expanded += len(body) + 1
            out += [formula[at : match.start()], f"{{{body}}}"]
            at = min(end, len(formula))
        return "".join(out) + formula[at:]

    def _table(self, given: _Arguments, stop: int, described_by: int) -> None:
        """A table up to a place, behind the arguments that say how it looks."""
        for _ in range(described_by):
            ahead = _Arguments(given.text, given.at, given.pairs)
            ahead.next()
            given.at = ahead.at if ahead.at <= stop else given.at
        rows: list[list[Gathering]] = []
        if self._depth < _DEEPEST:
            for line in _ROW_END.split(_RULES.sub("", given.text[given.at : stop])):
                cells: list[Gathering] = []
                for cell in re.split(r"(?<!\\)&", line):
                    cells.append(Gathering())
                    self._apart(cell, cells[-1])
                rows.append(cells)
        self._flush()
        self._to.table(rows)

    def _expand(self, word: str, given: _Arguments) -> None:
        """Put what a command of the author's own stands for in its place."""
        own = self._source.commands[word]
        body = own.body
        for number in range(1, own.arguments + 1):
            argument = given.next()
            self._expanded += body.count(f"#{number}") * len(argument)
            if self._expanded <= MOST_EXPANDED:
                body = body.replace(f"#{number}", argument)
        self._expanded += len(body) + 1
        if self._expanded <= MOST_EXPANDED:
            self.run(body)

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


#: What obeys a command, by its name.
_OBEYED: dict[str, Callable[[Walker, str, _Arguments], None]] = {
    **dict.fromkeys((*SECTIONS, *SECTION_LIKE, "minisec", "frametitle"), Walker._heading),
    **dict.fromkeys(TITLE_PAGE, Walker._title_page),
    **dict.fromkeys(
        ("footnote", "footnotetext", "endnote", "sidenote", "note", "marginline", "marginpar"),
        Walker._note,
    ),
    **dict.fromkeys(("caption", "captionof", "captionabove", "captionbelow"), Walker._caption),
    **dict.fromkeys(("url", "path", "nolinkurl"), Walker._address),
    **dict.fromkeys(("href", "thanks", "footnotemark", "multicolumn"), Walker._first_is_no_text),
    **dict.fromkeys(TAKEN_IN, Walker._other_file),
    **dict.fromkeys(REFERENCES, Walker._reference),
    **dict.fromkeys(ENDS_PARAGRAPH, Walker._paragraph_end),
    **dict.fromkeys(("setkomavar", "addtokomavar"), Walker._letter_fact),
    "maketitle": Walker._make_title,
    "item": Walker._next_item,
    "bibitem": Walker._entry,
    "dictum": Walker._saying,
}
