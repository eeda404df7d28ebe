"""The styles and lists of a Word document: what a paragraph is that names one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from summarise.article import Kind
from summarise.draft import Aside
from summarise.sources.numerals import as_written
from summarise.sources.xml import attribute, child, local_name

_HEADING = re.compile(r"heading ([1-9])")
#: Names that Word, LibreOffice and pandoc write, in lower case; Word never translates them here.
_KINDS = (
    (re.compile(r".*quot(?:e|es|ation|ations)|block ?text"), Kind.QUOTATION),
    (re.compile(r".*caption|illustration"), Kind.CAPTION),
    (re.compile(r"source ?code|html preformatted|preformatted text|code(?: block)?|macro.*"),
     Kind.CODE),
)  # fmt: skip
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)|table of figures|contents (?:[1-9]|heading)")
_PLACEHOLDER = re.compile(r"%([1-9])")
_NUMERALS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
#: Outline levels are counted from 0; 9 is the text itself.
_BODY_LEVEL = 9
_DEEPEST = 9
#: So many styles may be based on one another: a document of Word has up to ten.
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Level:
    """A place in a list: which list, and how deep, from 0."""

    list: str
    depth: int


@dataclass(frozen=True, slots=True)
class Style:
    """What the paragraphs of a style are."""

    kind: Kind = Kind.TEXT
    level: int = 0
    is_title: bool = False
    aside: str | None = None
    fact: str = ""
    """What a paragraph says of the document: "author" or "date"."""
    list: Any = None
    """The element that puts them into a list, if there is one."""
    identifiers: tuple[str, ...] = ()
    """Its identifier, and those of the styles it is based on."""


class Styles:
    """The paragraph styles of a document, each with what it inherits.

    Args:
        root: The part with the styles; None if the document has none.
    """

    def __init__(self, root: Any | None) -> None:
        nodes = [] if root is None else [n for n in root if local_name(n) == "style"]
        self._nodes = {attribute(node, "styleId"): node for node in nodes}
        self._made: dict[str, Style] = {}
        self._default = next(
            (
                attribute(n, "styleId")
                for n in nodes
                if attribute(n, "type") == "paragraph" and attribute(n, "default") in ("1", "true")
            ),
            "",
        )
        defaults = child(root, "docDefaults", "rPrDefault", "rPr", "lang")
        self.language = attribute(defaults, "val").partition("-")[0].lower()
        """The language that the document says it is in."""

    def of(self, properties: Any | None) -> Style:
        """The style of a paragraph with these properties, with what they themselves say."""
        name = attribute(child(properties, "pStyle"), "val") or self._default
        style = self._named(name)
        outline = _outline_level(properties)
        if outline is None or style.kind is Kind.HEADING:
            return style
        return Style(Kind.HEADING, outline + 1, list=style.list, identifiers=style.identifiers)

    def list_of(self, identifier: str) -> str:
        """The identifier of the list that a list style stands for."""
        node = self._nodes.get(identifier)
        return attribute(child(node, "pPr", "numPr", "numId"), "val")

    def _named(self, identifier: str) -> Style:
        if identifier not in self._made:
            self._made[identifier] = self._inherited(identifier)
        return self._made[identifier]

    def _inherited(self, identifier: str) -> Style:
        chain: list[str] = []
        while identifier in self._nodes and identifier not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(identifier)
            identifier = attribute(child(self._nodes[identifier], "basedOn"), "val")
        nodes = [self._nodes[name] for name in chain]
        lists = (child(node, "pPr", "numPr") for node in nodes)
        found = next((found for node in nodes if (found := _said_by(node))), Style())
        return Style(
            found.kind,
            found.level,
            found.is_title,
            found.aside,
            found.fact,
            next((item for item in lists if item is not None), None),
            tuple(chain),
        )


def _said_by(node: Any) -> Style | None:
    """What a style is by its own name and outline level, or None if it says nothing."""
    named = style_named(attribute(child(node, "name"), "val"))
    outline = child(node, "pPr", "outlineLvl")
    if outline is None or (named is not None and (named.is_title or named.aside)):
        return named
    level = _outline_level(child(node, "pPr"))
    return Style() if level is None else Style(Kind.HEADING, level + 1)


def style_named(name: str) -> Style | None:
    """What a style of such a name is, in DOCX and RTF alike, or None if the name tells nothing."""
    name = name.lower()
    if _CONTENTS.fullmatch(name):
        return Style(aside=Aside.CONTENTS)
    if name in ("author", "date"):  # pandoc bases them on its title
        return Style(fact=name)
    if name == "bibliography":
        return Style(aside=Aside.REFERENCES)
    if name == "title":
        return Style(Kind.HEADING, 1, is_title=True)
    if name == "subtitle":
        return Style(Kind.HEADING, 2)
    if match := _HEADING.match(name):
        return Style(Kind.HEADING, int(match[1]))
    return next((Style(kind) for pattern, kind in _KINDS if pattern.fullmatch(name)), None)


def _outline_level(properties: Any | None) -> int | None:
    level = attribute(child(properties, "outlineLvl"), "val")
    return int(level) if level.isdecimal() and int(level) < _BODY_LEVEL else None


class Numbering:
    """The lists of a document, and the numbers of their items as they are met.

    Args:
        root: The part with the lists; None if the document has none.
        styles: The styles of the document, which may stand for lists.
    """

    def __init__(self, root: Any | None, styles: Styles) -> None:
        nodes = () if root is None else root
        self._styles = styles
        self._abstract = {
            attribute(n, "abstractNumId"): n for n in nodes if local_name(n) == "abstractNum"
        }
        self._lists = {attribute(n, "numId"): n for n in nodes if local_name(n) == "num"}
        #: For each form of lists the numbers of the last items by their depth.
        self._numbers: dict[str, dict[int, int]] = {}
        self._begun: set[Level] = set()
        self._found: dict[str, dict[int, Any]] = {}
        self._starts: dict[str, dict[str, str]] = {}

    def level_of(self, properties: Any | None, style: Style) -> Level | None:
        """Where in which list a paragraph stands, or None if it is in none."""
        own = child(properties, "numPr")
        identifier = attribute(child(own, "numId"), "val") or attribute(
            child(style.list, "numId"), "val"
        )
        if identifier not in self._lists:
            return None
        depth = attribute(child(own, "ilvl"), "val") or attribute(child(style.list, "ilvl"), "val")
        if depth.isdecimal():
            return Level(identifier, min(int(depth), _DEEPEST - 1))
        return Level(identifier, self._depth_for(identifier, style))

    def next_mark(self, at: Level) -> str:
        """What stands before the next item of a list: "•", "3." or nothing."""
        levels = self._levels(at.list)
        form = levels.get(at.depth)
        numbers = self._numbers.setdefault(self._form_of(at.list), {})
        start, anew = self._start(at, form)
        if anew and at not in self._begun:
            numbers.pop(at.depth, None)
        self._begun.add(at)
        number = numbers.get(at.depth, start - 1) + 1
        for depth in [depth for depth in numbers if depth > at.depth]:
            del numbers[depth]
        numbers[at.depth] = number
        text = attribute(child(form, "lvlText"), "val").strip()
        written = attribute(child(form, "numFmt"), "val")
        if written == "bullet":
            return "•" if text else ""

        def filled(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            form = levels.get(depth)
            number = numbers.get(depth, self._start(Level(at.list, depth), form)[0])
            return as_written(number, _NUMERALS.get(attribute(child(form, "numFmt"), "val"), "1"))

        return "" if written == "none" else _PLACEHOLDER.sub(filled, text)

    def _levels(self, identifier: str) -> dict[int, Any]:
        """The forms of a list's levels by their depth."""
        if identifier in self._found:
            return self._found[identifier]
        found = self._found[identifier] = {}
        for around in (self._base(identifier), *self._overrides(identifier)):
            for node in around if around is not None else ():
                depth = attribute(node, "ilvl")
                if local_name(node) == "lvl" and depth.isdecimal():
                    found[int(depth)] = node
        return found

    def _base(self, identifier: str) -> Any | None:
        node = self._lists.get(identifier)
        base = self._abstract.get(attribute(child(node, "abstractNumId"), "val"))
        link = attribute(child(base, "numStyleLink"), "val")
        if link and (linked := self._lists.get(self._styles.list_of(link))) is not None:
            return self._abstract.get(attribute(child(linked, "abstractNumId"), "val"))
        return base

    def _overrides(self, identifier: str) -> list[Any]:
        return [n for n in self._lists[identifier] if local_name(n) == "lvlOverride"]

    def _form_of(self, identifier: str) -> str:
        """What lists of one form share: they go on counting unless they start anew."""
        return attribute(child(self._lists[identifier], "abstractNumId"), "val")

    def _start(self, at: Level, form: Any | None) -> tuple[int, bool]:
        """The first number at a place, and whether its list starts anew there."""
        if at.list not in self._starts:
            self._starts[at.list] = {
                attribute(node, "ilvl"): attribute(child(node, "startOverride"), "val")
                for node in self._overrides(at.list)
            }
        anew = self._starts[at.list].get(str(at.depth), "")
        start = anew or attribute(child(form, "start"), "val")
        return (int(start) if start.isdecimal() and len(start) < 6 else 1), bool(anew)

    def _depth_for(self, identifier: str, style: Style) -> int:
        """The depth that a list gives to a style."""
        for depth, form in self._levels(identifier).items():
            if attribute(child(form, "pStyle"), "val") in style.identifiers:
                return min(depth, _DEEPEST - 1)
        return 0
