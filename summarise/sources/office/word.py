"""Word documents (DOCX) → Draft: what each paragraph is by its style, its list and its outline.

The elements are those of ECMA-376, part 1: WordprocessingML. They are told by their local names,
since the strict and the usual form of the format differ in nothing but their namespaces.
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
from summarise.sources.office.word_formulas import formula_of
from summarise.sources.office.word_styles import Numbering, Styles
from summarise.sources.properties import TitleLines, date_of, sound_title
from summarise.sources.refused import RefusedError
from summarise.sources.xml import attribute, child, first_text, local_name, root_of

_NOT_SOUND = "is a damaged Word document (it has no text part): save it anew or get it once more"
#: What was deleted or moved away, what is said of the text, and the older twin of a drawing.
_LEFT_OUT_NAMES = """
    del moveFrom pPr rPr sectPr sdtPr sdtEndPr tblPr tblGrid trPr tcPr instrText delText Fallback
    rt object pict
"""
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split())
_BREAKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-"}
#: Letters of symbol fonts, which mean nothing in another one.
_SYMBOL = re.compile("[\uf000-\uf0ff]")
_NUMBER = re.compile(r"\d{1,6}")
#: So many columns may a cell take, and nothing is in those beside the first.
_WIDEST = 16
_NOTHING = Gathering()
_OFF = ("0", "false", "off", "none")


def read_word(data: bytes) -> Draft:
    """Make blocks of a Word document: a clean draft with its notes set aside at the end.

    Deletions that are tracked are left out and insertions kept, as in the document that its
    author sees.

    Raises:
        RefusedError: It is damaged, protected, or larger than it may be.
    """
    package = _Package(Archive(data))
    main = package.related("", "/officeDocument")
    if main is None or (root := package.root(main)) is None:
        raise RefusedError(_NOT_SOUND)
    body = child(root, "body")
    if body is None:
        raise RefusedError(_NOT_SOUND)
    styles = Styles(package.root(package.related(main, "/styles")))
    numbering = Numbering(package.root(package.related(main, "/numbering")), styles)
    walk = _Walk(styles, numbering)
    gathering = Gathering()
    walk.walk(body, gathering)
    for kind in ("footnote", "endnote"):
        notes = package.root(package.related(main, f"/{kind}s"))
        walk.add_notes(notes, kind, gathering)
    core = package.root(package.related("", "/core-properties"))
    said = {name: first_text(core, name) for name in _CORE} if core is not None else {}
    return Draft(
        tuple(with_contents_aside(gathering.finished())),
        walk.title.text or sound_title(said.get("title", "")),
        said.get("language") or styles.language,
        "Word document",
        clean=True,
        author=", ".join(walk.facts["author"]) or said.get("creator", ""),
        date=date_of(" ".join(walk.facts["date"]) or said.get("created", "")),
    )


_CORE = ("title", "creator", "created", "language")


class _Package:
    """The parts of a document, which name each other by relationships."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def root(self, part: str | None) -> Any | None:
        """The root element of a part, or None if there is no such part."""
        data = self._archive.read(part) if part else None
        return None if data is None else root_of(data)

    def related(self, part: str, kind: str) -> str | None:
        """The part that another one (the package itself: "") names for a purpose."""
        folder, name = posixpath.split(part)
        relations = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in relations if relations is not None else ():
            if attribute(relation, "Type").endswith(kind):
                target = posixpath.join("/", folder, attribute(relation, "Target"))
                return posixpath.normpath(target).lstrip("/")
        return None


@dataclass
class _Walk:
    """The walk over a document, with what it has met."""

    styles: Styles
    numbering: Numbering
    title: TitleLines = field(default_factory=TitleLines)
    #: What paragraphs say of the document by their style: "author", "date".
    facts: dict[str, list[str]] = field(default_factory=lambda: {"author": [], "date": []})
    #: The identifiers of the notes that were referred to, in their order.
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    #: The text of a paragraph whose end was deleted, or a large first letter: it goes on in the
    #: next one.
    _carried: list[str] = field(default_factory=list)

    def walk(self, around: Any, to: Gathering) -> None:
        """Gather the paragraphs and tables in an element."""
        for node in around:
            match local_name(node):
                case "p":
                    self._paragraph(node, to)
                case "tbl":
                    to.table([list(self._cells(row)) for row in _rows(node)])
                case "sdt":
                    self._control(node, to)
                case name if name not in _LEFT_OUT:
                    self.walk(node, to)

    def add_notes(self, notes: Any | None, kind: str, to: Gathering) -> None:
        """Set aside the notes that the text refers to."""
        found = {attribute(n, "id"): n for n in notes} if notes is not None else {}
        to.aside = Aside.FOOTNOTE
        for identifier in dict.fromkeys(self.notes[kind]):
            if identifier in found:
                self.walk(found[identifier], to)
        to.aside = None

    def _control(self, node: Any, to: Gathering) -> None:
        """A part that Word keeps up by itself, as a table of contents is."""
        gallery = attribute(child(node, "sdtPr", "docPartObj", "docPartGallery"), "val")
        before, to.aside = to.aside, Aside.CONTENTS if "Contents" in gallery else to.aside
        content = child(node, "sdtContent")
        if content is not None:
            self.walk(content, to)
        to.aside = before

    def _cells(self, row: Any) -> Iterator[Gathering]:
        for node in row.iter("{*}tc"):
            if _row_of(node) is not row:
                continue
            cell = Gathering()
            merge = child(node, "tcPr", "vMerge")
            if merge is None or attribute(merge, "val") == "restart":
                self.walk(node, cell)
            yield cell
            span = attribute(child(node, "tcPr", "gridSpan"), "val")
            for _ in range(min(int(span), _WIDEST) - 1 if _NUMBER.fullmatch(span) else 0):
                yield _NOTHING

    def _paragraph(self, node: Any, to: Gathering) -> None:
        said = ParagraphText()
        self._gather(node, said)
        self._carried += said.pieces
        properties = child(node, "pPr")
        if child(properties, "rPr", "del") is None and not _is_drop_cap(properties):
            text = "".join(self._carried)
            self._carried.clear()
            self._place(text, properties, to)
        for box in said.boxes:
            inside = Gathering(aside=to.aside)
            self.walk(box, inside)
            to.extend(inside.finished())

    def _place(self, text: str, properties: Any | None, to: Gathering) -> None:
        """Gather a text as what its properties say it is."""
        style = self.styles.of(properties)
        numbered = self.numbering.level_of(properties, style)
        if not text.strip():
            if style.kind is Kind.CODE:
                to.add("", Kind.CODE)
            return
        mark = self.numbering.next_mark(numbered) if numbered else None
        fact = Aside.FRONT_MATTER if style.fact else None
        before, to.aside = to.aside, style.aside or fact or to.aside
        self.title.see(text, is_title=style.is_title)
        if style.fact:
            self.facts[style.fact].append(tidy(text).replace("\n", ", "))
        if style.kind is Kind.HEADING:
            to.add(f"{mark} {text}" if mark and mark != "•" else text, Kind.HEADING, style.level)
        elif mark is not None and numbered and style.kind in (Kind.TEXT, Kind.QUOTATION):
            to.item(text, numbered.depth + 1, mark)
        elif style.kind is Kind.CODE:
            for line in text.split("\n"):
                to.add(line, Kind.CODE)
        else:
            to.add(text, style.kind)
        to.aside = before

    def _gather(self, node: Any, said: ParagraphText) -> None:
        """The text of an element, which may be a run or hold runs."""
        for part in node:
            name = local_name(part)
            if name in _LEFT_OUT:
                if name in ("pict", "object"):
                    said.boxes += part.iter("{*}txbxContent")
            elif name == "t":
                said.pieces.append(_SYMBOL.sub("", part.text or ""))
            elif name in _BREAKS:
                said.pieces.append(_BREAKS[name])
            elif name == "br":
                said.pieces.append(" " if attribute(part, "type") == "page" else "\n")
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes[name.removesuffix("Reference")].append(attribute(part, "id"))
            elif name == "oMath":
                said.pieces.append(formula_of(part))
            elif name == "txbxContent":
                said.boxes.append(part)
            elif name != "r" or not _is_hidden(part):
                self._gather(part, said)


def _rows(table: Any) -> Iterator[Any]:
    return (row for row in table.iter("{*}tr") if next(row.iterancestors("{*}tbl"), None) is table)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors("{*}tr"), None)


def _is_hidden(run: Any) -> bool:
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and attribute(hidden, "val") not in _OFF


def _is_drop_cap(properties: Any | None) -> bool:
    return attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin")
