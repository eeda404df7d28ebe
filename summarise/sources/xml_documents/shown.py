"""What a document shows, as a page of HTML: blocks, emphasis, links and tables are made of that.

Marks around what stands aside come back as blocks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import Any, NamedTuple

from summarise.draft import Aside, Block
from summarise.sources.html.fragments import blocks_of_fragment
from summarise.sources.spans import without_places
from summarise.sources.xml_documents.roles import Role, Vocabulary, What, local, said_by

#: Characters that no text has: Unicode keeps them free for such ends.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKED = re.compile(f"{_OPEN}(aside|end) ([^{_CLOSE}]*){_CLOSE}")
_FREE = re.compile(f"[{_OPEN}{_CLOSE}]")
_DEEPEST_HEADING = 6
_ORDERED = re.compile(r"(?:order|num|arabic|alpha|roman|letter|upper|lower|format)", re.IGNORECASE)
_STRONG = re.compile(r"bold|strong|\bb\b", re.IGNORECASE)
_IS_CODE = re.compile(r"verb|code|monospace", re.IGNORECASE)
_OF_THE_WEB = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_TEX_BODY = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_IDENTIFIERS = ("id", "anchor")
#: What a reference within a document calls its target.
_TARGETS = ("linkend", "target", "rid", "endterm", "href", "keyref", "conref")
#: What a listing says that it is written in.
_LANGUAGES = ("language", "type")
#: What holds text that runs in a line: an element that nobody knows starts no line in it.
_RUNNING = frozenset({"p", "dt", "figcaption", "pre", "h"})
#: What stands in the line of the text that it belongs to, and is parted from it by how it is set.
_PARTED = frozenset({"title", "abbrev"})
_INLINE = frozenset({"em", "strong", "code", "s", "sup", "sub", "span"})
_PLAIN_ROLES = (Role.LIST, Role.CAPTIONED, Role.ROWS, Role.HEAD_ROWS, Role.ROW, Role.CELL)


def blocks_of_document(
    start: Any, vocabulary: Vocabulary, title: str, before: Iterable[Any]
) -> list[Block]:
    """The blocks of a document.

    Args:
        start: The element that it begins with.
        vocabulary: What it is written in.
        title: Its title, which is shown above it; its own element is not shown then.
        before: Parts of its header that belong to the text: an abstract.
    """
    page = _Page(start, vocabulary, title)
    for part in before:
        page.part(part)
    page.element(start, "")
    asides: list[str] = []
    found: list[Block] = []
    for block in blocks_of_fragment(page.source()):
        mark = _MARKED.fullmatch(block.text)
        if mark is None:
            aside = asides[-1] if asides else block.aside
            found.append(replace(block, aside=aside, spans=without_places(block.spans)))
        elif mark[1] == "aside":
            asides.append(mark[2])
        elif asides:
            asides.pop()
    return found


def line_of(node: Any | None, vocabulary: Vocabulary) -> str:
    """What an element shows in one line: a title without its notes."""
    return "" if node is None else " ".join("".join(_said(node, vocabulary)).split())


def _said(node: Any, vocabulary: Vocabulary) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        what = vocabulary.role_of(child)
        if what in (Role.LINE_END, Role.TITLE) or (isinstance(what, str) and what not in _INLINE):
            yield " "
        if what not in (Role.SKIP, Role.TEX) and not vocabulary.aside_of(child):
            yield from _said(child, vocabulary)
        yield child.tail or ""


class _Parts(NamedTuple):
    """What is in a table."""

    rows: list[tuple[list[Any], bool]]
    """The cells of each row, and whether it says what is below."""
    others: list[Any]
    """Elements beside the rows."""
    loose: list[str]
    """Text that stands in no cell."""

    def add_loose(self, node: Any) -> None:
        """Keep the text that stands in an element itself."""
        texts = (node.text, *(child.tail for child in node))
        self.loose.extend(text for text in texts if text and text.strip())


class _Page:
    """The HTML that is being written.

    Args:
        start: The element that the document begins with.
        vocabulary: What it is written in.
        title: Its title.
    """

    def __init__(self, start: Any, vocabulary: Vocabulary, title: str) -> None:
        self._start = start
        self._vocabulary = vocabulary
        self._title = title
        self._pieces: list[str] = [f"<h1>{_escaped(title)}</h1>"] if title else []
        self._sections = 1
        #: Elements that are open; what stands aside waits until there are none.
        self._open = 0
        self._waiting: list[tuple[Aside, Any]] = []
        #: A number that goes before the next text.
        self._label = ""
        self._titles: Mapping[str, str] | None = None

    def source(self) -> str:
        """All that was written."""
        self._end_label()
        self._bring_asides()
        return "".join(self._pieces)

    def element(self, node: Any, running: str) -> None:
        """Write what an element shows.

        Args:
            node: The element.
            running: The element of HTML around it in which text runs in a line; "" if none.
        """
        vocabulary = self._vocabulary
        aside = vocabulary.aside_of(node)
        if aside is not None and not self._is_aside_already(node):
            self._set_aside(aside, node)
            return
        what = vocabulary.role_of(node)
        match what:
            case Role.SKIP:
                return
            case Role.SECTION:
                self._section(node)
            case Role.TITLE:
                self._titled(node, running)
            case Role.LABEL:
                self._end_label()
                self._label = line_of(node, vocabulary)
            case Role.TABLE:
                self._table(node)
            case Role.ONE_OF:
                self._one_of(node, running)
            case Role.LINE_END:
                self._pieces.append("\n" if running == "pre" else " ")
                self.inside(node, running)
            case Role.FORMULA:
                self._formula(node)
            case Role.TEX:
                self._tex(node)
            case Role.QUOTED:
                self._quoted(node, running)
            case Role.DATA:
                self._data(node, running)
            case Role.LINK:
                self._link(node, running)
            case Role.CROSS:
                self._cross(node, running)
            case str():
                self._as_html(node, what, running)
            case _:
                self._as_plain(node, what, running)

    def part(self, node: Any) -> None:
        """Write what is in a part of the text that may have a heading."""
        self._sections += 1
        self.inside(node, "")
        self._end_label()
        self._sections -= 1

    def inside(self, node: Any, running: str) -> None:
        """Write what is in an element."""
        self.text(node.text)
        for child in node:
            self.element(child, running)
            self.text(child.tail)

    def text(self, text: str | None) -> None:
        """Write text."""
        if text:
            if self._label and text.strip():
                self._pieces.append(f"{_escaped(self._taken_label())} ")
            self._pieces.append(_escaped(text))

    # -- what is a line of its own

    def _as_html(self, node: Any, tag: str, running: str) -> None:
        if tag in _INLINE:
            self._wrapped(node, _inline_tag(node, tag), running)
            return
        if running in ("pre", "h"):  # there are no lines in these but their own
            self.inside(node, running)
            self._pieces.append(" " if running == "h" else "")
            return
        if heading := said_by(node, *self._vocabulary.titled_by):
            self._pieces.append(f"<figcaption>{_escaped(heading)}</figcaption>")
        if hung := said_by(node, "hangText"):
            self._label = hung if hung.endswith(":") else f"{hung}:"
        self._block(node, tag, tag if tag in _RUNNING else "")

    def _as_plain(self, node: Any, what: What | None, running: str) -> None:
        """Write an element that HTML has no name for."""
        if what is Role.LIST:
            style = said_by(node, "list-type", "type", "style", "rend", "rendition")
            self._block(node, "ol" if _ORDERED.match(style) else "ul", "")
        elif what in _PLAIN_ROLES:
            if heading := said_by(node, *self._vocabulary.titled_by):
                self._pieces.append(f"<figcaption>{_escaped(heading)}</figcaption>")
            self._block(node, "div", "")
        elif running:
            self.inside(node, running)
        else:
            loose = (node.text or "").strip() or any((c.tail or "").strip() for c in node)
            self._block(node, "p" if loose else "div", "p" if loose else "")

    def _block(self, node: Any, tag: str, running: str) -> None:
        language = said_by(node, *_LANGUAGES) if tag == "pre" else ""
        self._open_tag(tag, f' data-language="{escape(language)}"' if language else "")
        self.inside(node, running)
        if tag in ("p", "li", "dd"):
            self._end_label()
        self._close_tag(tag)

    def _open_tag(self, tag: str, attributes: str = "") -> None:
        self._pieces.append(f"<{tag}{attributes}>")
        self._open += tag != "div"

    def _close_tag(self, tag: str) -> None:
        self._pieces.append(f"</{tag}>")
        self._open -= tag != "div"
        self._bring_asides()

    def _section(self, node: Any) -> None:
        self._end_label()
        is_start = node is self._start
        self._sections += not is_start
        heading = "" if is_start else self._heading_of_header(node)
        if heading:
            self._head(heading)
        self._pieces.append("<div>")
        self.inside(node, "")
        self._end_label()
        self._pieces.append("</div>")
        self._sections -= not is_start

    def _heading_of_header(self, node: Any) -> str:
        """The heading of a part that is not an element in it: of an attribute, or of its header."""
        vocabulary = self._vocabulary
        for child in node:
            if vocabulary.role_of(child) is Role.TITLE:
                return ""
            if local(child) in vocabulary.headers:
                titles = (n for n in child.iter() if vocabulary.role_of(n) is Role.TITLE)
                return line_of(next(titles, None), vocabulary)
        return said_by(node, *vocabulary.titled_by)

    def _head(self, text: str) -> None:
        level = min(max(self._sections, 2), _DEEPEST_HEADING)
        self._pieces.append(f"<h{level}>{_escaped(text)}</h{level}>")

    def _titled(self, node: Any, running: str) -> None:
        around = node.getparent()
        if running or around is None:
            self.inside(node, running)
            return
        if self._sections == 1 and self._title and self._title == line_of(node, self._vocabulary):
            self._label = ""
            return
        what = self._vocabulary.role_of(around)
        if what in (Role.CAPTIONED, Role.TABLE):
            self._block(node, "figcaption", "figcaption")
        elif isinstance(what, str):
            self._block(node, "p", "p")
        else:
            level = min(max(self._sections, 2), _DEEPEST_HEADING)
            self._block(node, f"h{level}", "h")

    def _end_label(self) -> None:
        """Write a number that no text came behind."""
        if self._label:
            self._pieces.append(f"<p>{_escaped(self._taken_label())}</p>")

    def _taken_label(self) -> str:
        label, self._label = self._label, ""
        return label

    # -- tables

    def _table(self, node: Any) -> None:
        """Write a table: what says what it is, its rows, and what else stands in it."""
        parts = _Parts([], [], [])
        self._take_apart(node, parts, in_head=False)
        for other in filter(self._is_of_title, parts.others):
            self.element(other, "")
        self._end_label()
        if parts.rows:
            self._open_tag("table")
            for cells, in_head in parts.rows:
                self._pieces.append("<tr>")
                for cell in cells:
                    self._cell(cell, in_head=in_head)
                self._pieces.append("</tr>")
            self._close_tag("table")
        for other in parts.others:
            if not self._is_of_title(other):
                self.element(other, "")
        if parts.loose:
            self._pieces.append(f"<p>{_escaped(' '.join(parts.loose))}</p>")

    def _is_of_title(self, node: Any) -> bool:
        return self._vocabulary.role_of(node) in (Role.TITLE, Role.LABEL, "figcaption")

    def _take_apart(self, node: Any, parts: _Parts, *, in_head: bool) -> None:
        heads: list[Any] = []
        cells: list[Any] = []
        parts.add_loose(node)
        for child in node:
            match self._vocabulary.role_of(child):
                case Role.ROW:
                    parts.rows.append((list(child), in_head))
                    parts.add_loose(child)
                case Role.HEAD_ROWS:
                    self._take_apart(child, parts, in_head=True)
                case Role.ROWS:
                    self._take_apart(child, parts, in_head=False)
                case Role.HEAD_CELL:
                    heads.append(child)
                case Role.CELL:
                    cells.append(child)
                case _:
                    parts.others.append(child)
        # Cells that stand in no row, one behind the other: as many make one as there are heads.
        if heads:
            parts.rows.append((heads, True))
        width = len(heads) or len(cells) or 1
        parts.rows.extend((cells[at : at + width], in_head) for at in range(0, len(cells), width))

    def _cell(self, cell: Any, *, in_head: bool) -> None:
        if self._vocabulary.role_of(cell) is Role.SKIP:
            return
        is_head = in_head or self._vocabulary.role_of(cell) is Role.HEAD_CELL
        tag = "th" if is_head else "td"
        self._pieces.append(f"<{tag}>")
        self.inside(cell, "")
        self._pieces.append(f"</{tag}>")

    # -- what stands in a line

    def _wrapped(self, node: Any, tag: str, running: str) -> None:
        self._pieces.append(f"<{tag}>")
        self.inside(node, running or "p")
        self._pieces.append(f"</{tag}> " if local(node) in _PARTED else f"</{tag}>")

    def _quoted(self, node: Any, running: str) -> None:
        before, behind = ("", "") if _has_marks(node) else ("“", "”")
        self._pieces.append(before)
        self.inside(node, running or "p")
        self._pieces.append(behind)

    def _link(self, node: Any, running: str) -> None:
        address = said_by(node, "href", "url", "target")
        shown = line_of(node, self._vocabulary)
        is_web = _OF_THE_WEB.fullmatch(address) is not None
        href = f' href="{escape(address)}"' if is_web else ""
        self._pieces.append(f"<a{href}>")
        if shown:
            self.inside(node, running or "p")
        else:
            self.text(address if is_web else self._name_of(said_by(node, *_TARGETS)))
        self._pieces.append("</a>")

    def _cross(self, node: Any, running: str) -> None:
        target = said_by(node, *_TARGETS)
        if line_of(node, self._vocabulary):
            self._pieces.append(f'<a href="#{escape(target)}">')
            self.inside(node, running or "p")
            self._pieces.append("</a>")
        else:
            self.text(said_by(node, "derivedContent") or self._name_of(target))

    def _name_of(self, target: str) -> str:
        """What a reference shows that has no text: the title of its target, or its name."""
        target = target.rpartition("#")[2].rpartition("/")[2]
        if self._titles is None:
            self._titles = dict(_titles_in(self._start, self._vocabulary))
        unnamed = f"[{target}]" if self._vocabulary.names_sources else target
        return self._titles.get(target) or unnamed

    def _data(self, node: Any, running: str) -> None:
        """Write what is made of words that no text stands between."""
        between = " > " if running else " "
        shown = between.join(filter(None, (" ".join(t.split()) for t in node.itertext())))
        named = said_by(node, *_IDENTIFIERS) if self._vocabulary.names_sources else ""
        shown = f"[{named}] {shown}" if named else shown
        if running:
            self.text(shown)
        else:
            self._open_tag("p")
            self.text(shown)
            self._close_tag("p")

    def _one_of(self, node: Any, running: str) -> None:
        forms = [child for child in node if self._vocabulary.role_of(child) is not Role.SKIP]
        by_name = {local(form): form for form in reversed(forms)}
        best = (by_name[name] for name in self._vocabulary.preferred if name in by_name)
        form = next(best, forms[0] if forms else None)
        if form is not None:
            self.element(form, running or "p")

    def _formula(self, node: Any) -> None:
        self._pieces.append("<math>")
        for child in node:
            self._copied(child)
        self._pieces.append(f"{_escaped((node.text or '').strip())}</math>")

    def _copied(self, node: Any) -> None:
        name = local(node)
        tag = name if re.fullmatch(r"m[a-z]{1,12}|annotation|semantics", name) else "mrow"
        self._pieces.append(f"<{tag}>{_escaped(node.text or '')}")
        for child in node:
            self._copied(child)
            self._pieces.append(_escaped((child.tail or "").strip()))
        self._pieces.append(f"</{tag}>")

    def _tex(self, node: Any) -> None:
        source = "".join(node.itertext())
        body = _TEX_BODY.search(source)
        self.text((body[1] if body else source).strip().strip("$ \n"))

    # -- what stands aside

    def _is_aside_already(self, node: Any) -> bool:
        """Whether an element stands in what is set aside."""
        return any(self._vocabulary.aside_of(around) for around in node.iterancestors())

    def _set_aside(self, aside: Aside, node: Any) -> None:
        self._waiting.append((aside, node))
        self._bring_asides()

    def _bring_asides(self) -> None:
        if self._open or not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        label = self._taken_label()
        for aside, node in waiting:
            self._pieces.append(f"<p>{_OPEN}aside {aside}{_CLOSE}</p><div>")
            self._open += 1
            self._section(node)
            self._open -= 1
            self._pieces.append(f"</div><p>{_OPEN}end {_CLOSE}</p>")
        self._label = label


def _titles_in(start: Any, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """The titles of the parts of a document, by what they are called in references."""
    for node in start.iter():
        if name := said_by(node, *_IDENTIFIERS):
            own = (child for child in node if vocabulary.role_of(child) is Role.TITLE)
            title = line_of(next(own, None), vocabulary)
            source = next((child for child in node if local(child) == "abbrev"), None)
            if title := title or said_by(node, *vocabulary.titled_by):
                yield name, title
            elif source is not None:
                yield name, f"[{line_of(source, vocabulary)}]"


def _inline_tag(node: Any, tag: str) -> str:
    """Which emphasis it is, where an attribute tells."""
    style = said_by(node, "role", "rend", "rendition", "style") if tag == "em" else ""
    if _IS_CODE.search(style):
        return "code"
    return "strong" if _STRONG.search(style) else tag


def _has_marks(node: Any) -> bool:
    """Whether quoted words have their quotation marks written in them."""
    return (node.text or "").lstrip()[:1] in tuple("\"“„«‘'»‚")


def _escaped(text: str) -> str:
    return escape(_FREE.sub("", text), quote=False)
