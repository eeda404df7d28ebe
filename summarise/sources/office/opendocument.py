"""OpenDocument texts (ODT) → Draft: what each paragraph is by its style and its list.

The elements are those of OpenDocument 1.3, part 3. Most paragraphs name a style that the program
made up for them (P12), which inherits from one that says what they are (Quotations).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from summarise.article import Kind
from summarise.draft import Aside, Draft
from summarise.sources.archives import Archive
from summarise.sources.contents import with_contents_aside
from summarise.sources.gathering import Gathering, ParagraphText, tidy
from summarise.sources.html.formulas import formula_of
from summarise.sources.numerals import as_written
from summarise.sources.properties import TitleLines, date_of, sound_title
from summarise.sources.refused import RefusedError
from summarise.sources.xml import attribute, child, first_text, local_name, root_of

_NOT_SOUND = (
    "is a damaged OpenDocument text (it has no text part): save it anew or get it once more"
)
_LOCKED = "is protected by a password: save it without one"
_ESCAPED = re.compile(r"_([0-9a-f]{2})_")
#: Names of styles, in lower case and without spaces, as LibreOffice and pandoc write them.
_KINDS = (
    (re.compile(r".*quotations?|blockquote"), Kind.QUOTATION),
    (re.compile(r".*caption|illustration|figure|table|drawing"), Kind.CAPTION),
    (re.compile(r"preformattedtext|sourcecode|code"), Kind.CODE),
)
_CONTENTS = re.compile(r"contents(?:\d+|heading)")
_LEFT_OUT_NAMES = """
    tracked-changes annotation annotation-end forms sequence-decls variable-decls hidden-text
    user-field-decls dde-connection-decls ruby-text object-ole image plugin binary-data
"""
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split())
_INDEXES = {
    "table-of-content": Aside.CONTENTS,
    "illustration-index": Aside.CONTENTS,
    "table-index": Aside.CONTENTS,
    "object-index": Aside.CONTENTS,
    "user-index": Aside.CONTENTS,
    "alphabetical-index": Aside.CONTENTS,
    "bibliography": Aside.REFERENCES,
}
_ROWS_AROUND = ("table-header-rows", "table-rows", "table-row-group")
#: Repetitions in a file are a number; no text has more of them.
_MOST_REPEATED, _WIDEST = 64, 16
_NOTHING = Gathering()
#: So many styles may be based on one another.
_LONGEST_CHAIN = 50
_META = ("title", "initial-creator", "creator", "creation-date", "date", "language")


def read_opendocument(data: bytes) -> Draft:
    """Make blocks of an OpenDocument text: a clean draft with its notes set aside at the end.

    Raises:
        RefusedError: It is damaged, protected, or larger than it may be.
    """
    archive = Archive(data)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise RefusedError(_LOCKED)
    content = archive.read("content.xml")
    if content is None:
        raise RefusedError(_NOT_SOUND)
    root = root_of(content)
    body = child(root, "body", "text")
    if body is None:
        raise RefusedError(_NOT_SOUND)
    walk = _Walk(archive, _Styles(_part(archive, "styles.xml"), root))
    gathering = Gathering()
    walk.walk(body, gathering)
    gathering.extend(walk.notes.finished())
    meta = _part(archive, "meta.xml")
    said = {name: first_text(meta, name) for name in _META} if meta is not None else {}
    return Draft(
        tuple(with_contents_aside(gathering.finished())),
        walk.title.text or sound_title(said.get("title", "")),
        said.get("language", "").partition("-")[0].lower(),
        "OpenDocument text",
        clean=True,
        author=", ".join(walk.facts["author"])
        or said.get("initial-creator")
        or said.get("creator", ""),
        date=date_of(
            " ".join(walk.facts["date"]) or said.get("creation-date") or said.get("date", "")
        ),
    )


def _part(archive: Archive, name: str) -> Any | None:
    data = archive.read(name)
    return None if data is None else root_of(data)


@dataclass(frozen=True, slots=True)
class _Style:
    kind: Kind = Kind.TEXT
    level: int = 0
    is_title: bool = False
    aside: str | None = None
    fact: str = ""


class _Styles:
    """The styles of paragraphs and lists, the automatic ones among them."""

    def __init__(self, common: Any | None, content: Any) -> None:
        self._paragraphs: dict[str, Any] = {}
        self._lists: dict[str, dict[int, Any]] = {}
        for root in (common, content):
            for node in root.iter("{*}style", "{*}list-style") if root is not None else ():
                name = attribute(node, "name")
                if local_name(node) == "list-style":
                    levels = {attribute(level, "level"): level for level in node}
                    self._lists[name] = {int(n): x for n, x in levels.items() if n.isdecimal()}
                elif attribute(node, "family") == "paragraph":
                    self._paragraphs[name] = node
        self._made: dict[str, _Style] = {}

    def of(self, name: str) -> _Style:
        """What paragraphs of a style are, by the nearest style in its chain that says so."""
        if name not in self._made:
            self._made[name] = self._inherited(name)
        return self._made[name]

    def level_of(self, list_style: str, depth: int) -> Any | None:
        """How the items of a list are marked at a depth, from 1."""
        return self._lists.get(list_style, {}).get(depth)

    def _inherited(self, name: str) -> _Style:
        seen: set[str] = set()
        while name and name not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(name)
            if (said := _said_by(name)) is not None:
                return said
            name = attribute(self._paragraphs.get(name), "parent-style-name")
        return _Style()


def _said_by(name: str) -> _Style | None:
    plain = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), name).lower().replace(" ", "")
    if plain in ("author", "date"):
        return _Style(fact=plain)
    if plain == "title":
        return _Style(Kind.HEADING, 1, is_title=True)
    if plain == "subtitle":
        return _Style(Kind.HEADING, 2)
    if _CONTENTS.fullmatch(plain):
        return _Style(aside=Aside.CONTENTS)
    return next((_Style(kind) for pattern, kind in _KINDS if pattern.fullmatch(plain)), None)


@dataclass
class _List:
    """A list that is open: its style, its depth and the number of its last item."""

    style: str
    depth: int
    number: int | None = None


@dataclass
class _Walk:
    """The walk over a document, with what it has met."""

    archive: Archive
    styles: _Styles
    title: TitleLines = field(default_factory=TitleLines)
    #: What paragraphs say of the document by their style: "author", "date".
    facts: dict[str, list[str]] = field(default_factory=lambda: {"author": [], "date": []})
    notes: Gathering = field(default_factory=lambda: Gathering(aside=Aside.FOOTNOTE))
    #: The number of the last item of each list that another one may continue.
    _ended: dict[str, int] = field(default_factory=dict)

    def walk(self, around: Any, to: Gathering, within: _List | None = None, mark: str = "") -> None:
        """Gather the paragraphs, lists and tables in an element.

        Args:
            around: The element.
            to: Where they are gathered.
            within: The list whose item the element is, if it is one.
            mark: What stands before the first paragraph of that item.
        """
        for node in around:
            name = local_name(node)
            if name in ("p", "h"):
                self._paragraph(node, to, within, mark)
                mark = ""
            elif name == "list":
                self._list(node, to, within)
            elif name == "table":
                to.table([list(self._cells(row)) for row in _rows(node)])
            elif name in _INDEXES:
                before, to.aside = to.aside, _INDEXES[name]
                body = child(node, "index-body")
                self.walk(body if body is not None else (), to)
                to.aside = before
            elif name not in _LEFT_OUT:
                self.walk(node, to, within, mark)

    def _list(self, node: Any, to: Gathering, around: _List | None) -> None:
        style = attribute(node, "style-name") or (around.style if around else "")
        here = _List(style, around.depth + 1 if around else 1)
        key = f"{style} {here.depth}"
        continues = attribute(node, "continue-numbering") == "true" or attribute(
            node, "continue-list"
        )
        if continues:
            here.number = self._ended.get(key)
        for item in node:
            name = local_name(item)
            if name == "list-item":
                self.walk(item, to, here, self._next_mark(here, attribute(item, "start-value")))
            elif name == "list-header":
                self.walk(item, to, here)
        self._ended[key] = here.number or 0

    def _next_mark(self, here: _List, start: str) -> str:
        """What stands before the next item of a list."""
        form = self.styles.level_of(here.style, here.depth)
        if local_name(form) != "list-level-style-number" if form is not None else True:
            return "•"
        start = start or (attribute(form, "start-value") if here.number is None else "")
        known = start.isdecimal() and len(start) < 6
        here.number = int(start) if known else (here.number or 0) + 1
        if not attribute(form, "num-format"):
            return ""
        number = as_written(here.number, attribute(form, "num-format"))
        return attribute(form, "num-prefix") + number + attribute(form, "num-suffix")

    def _cells(self, row: Any) -> Iterator[Gathering]:
        for node in row:
            if local_name(node) not in ("table-cell", "covered-table-cell"):
                continue
            cell = Gathering()
            self.walk(node, cell)
            yield cell
            repeated = attribute(node, "number-columns-repeated")
            for _ in range(min(_count(repeated), _WIDEST) - 1):
                yield _NOTHING

    def _paragraph(self, node: Any, to: Gathering, within: _List | None, mark: str) -> None:
        said = ParagraphText()
        self._gather(node, said)
        self._place(node, "".join(said.pieces), to, within, mark)
        for box in said.boxes:
            inside = Gathering(aside=to.aside)
            self.walk(box, inside)
            to.extend(inside.finished())

    def _place(self, node: Any, text: str, to: Gathering, within: _List | None, mark: str) -> None:
        """Gather a text as what its element and style say it is."""
        style = self.styles.of(attribute(node, "style-name"))
        if not text.strip():
            if style.kind is Kind.CODE:
                to.add("", Kind.CODE)
            return
        self.title.see(text, is_title=style.is_title)
        if style.fact:
            self.facts[style.fact].append(tidy(text).replace("\n", ", "))
        fact = Aside.FRONT_MATTER if style.fact else None
        before, to.aside = to.aside, style.aside or fact or to.aside
        if local_name(node) == "h":
            to.add(text, Kind.HEADING, _count(attribute(node, "outline-level")))
        elif style.kind is Kind.CODE:
            for line in text.split("\n"):
                to.add(line, Kind.CODE)
        elif within is not None and style.kind in (Kind.TEXT, Kind.QUOTATION):
            to.item(text, within.depth, mark)
        else:
            to.add(text, style.kind, style.level)
        to.aside = before

    def _gather(self, node: Any, said: ParagraphText) -> None:
        """The text of an element and of those in it; notes and boxes go their own ways."""
        said.pieces.append(_one_line(node.text))
        for part in node:
            name = local_name(part)
            if name == "s":
                said.pieces.append(" " * _count(attribute(part, "c")))
            elif name == "tab":
                said.pieces.append("\t")
            elif name == "line-break":
                said.pieces.append("\n")
            elif name == "note":
                body = child(part, "note-body")
                self.walk(body if body is not None else (), self.notes)
            elif name == "text-box":
                said.boxes.append(part)
            elif name == "object":
                said.pieces.append(self._formula(attribute(part, "href")))
            elif name not in _LEFT_OUT:
                self._gather(part, said)
            said.pieces.append(_one_line(part.tail))

    def _formula(self, href: str) -> str:
        """The text of a formula, which is a document of its own in the archive."""
        root = _part(self.archive, posixpath.normpath(posixpath.join(href, "content.xml")))
        if root is None or local_name(root) != "math":
            return ""
        for node in root.iter():
            node.tag = local_name(node)
        return formula_of(root)


def _rows(table: Any) -> Iterator[Any]:
    for node in table:
        if local_name(node) == "table-row":
            yield node
        elif local_name(node) in _ROWS_AROUND:
            yield from _rows(node)


def _count(number: str) -> int:
    """A number of repetitions or a level; 1 if there is none."""
    return min(int(number), _MOST_REPEATED) if number.isdecimal() and len(number) < 9 else 1


def _one_line(text: str | None) -> str:
    """Text between elements, in which a line break is a space."""
    return text.replace("\n", " ") if text else ""
