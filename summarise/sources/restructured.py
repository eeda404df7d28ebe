"""reStructuredText → Draft: as much of it as READMEs, PEPs and pasted sources use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from summarise.article import Kind
from summarise.draft import Aside, Block, Draft

_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
_DIRECTIVE = re.compile(r"\.\.\s+(?:\|[^|]+\|\s+)?([\w:+.-]+)\s?::(?:\s+(.*))?")
_EXPLICIT = re.compile(r"\s*\.\.(?:\s|$)")
#: A footnote, a target or a substitution. What else is no directive is a comment.
_DEFINITION = re.compile(r"\.\.\s+(?:\[[^\]]+\]|_|\|[^|]+\|)")
#: What a name between bars stands for: words, or a picture.
_SUBSTITUTED = re.compile(
    r"^\.\. \|([^|\n]{1,500})\|[ ]+(replace|image)::[ ]*([^\n]*(?:\n[ ]+[^:\s][^\n]*)*)",
    re.MULTILINE,
)
_BETWEEN_BARS = re.compile(
    r"(?<!\.\. )(?<![\w|])\|(?=[^\s|])([^|]{1,500}?)(?<=\S)\|(?:__?)?(?![\w|])"
)
_OPTION = re.compile(r":([\w -]+):(?:\s+(.*))?")
_FIELD = re.compile(r":([\w][\w -]{0,40}):\s*(.*)")
_ITEM = re.compile(r"(?:[-*+•]|\(?(\d{1,3}|#|[a-zA-Z])[.)])\s+")
_DEEPEST_ITEM = 9
_DEEPEST_BOX = 50
#: Directives whose content is prose like any other, under what they are called.
_PROSE = re.compile(
    r"note|warning|tip|hint|important|caution|danger|attention|error|admonition|seealso|"
    r"topic|sidebar|versionadded|versionchanged|deprecated"
)
#: Those that are there for the looks of a page, of which only the content is seen. What stands
#: behind most names says how it looks; behind these it is content too.
_BOX = re.compile(
    r"container|compound|class|rst-class|cssclass|div|only|ifconfig|centered|hlist|grid|tabs|"
    r"tab-set|epigraph|highlights|pull-quote"
)
_BOX_OF_WORDS = re.compile(r"centered|compound|epigraph|highlights|pull-quote")
_PICTURE = re.compile(r"figure|image")
#: Those that set up the page, or show what is not in the source.
_SILENT = re.compile(
    r"raw|contents|toctree|meta|highlight|highlightlang|index|include|sectnum|section-numbering|"
    r"header|footer|title|role|default-role|default-domain|target-notes|tabularcolumns|"
    r"module|currentmodule|py:module|py:currentmodule|sectionauthor|codeauthor"
)
#: ``:ref:`text <target>` ``, ```text <https://…>`_``, ``*strong*``, ````code````, ``[9]_``.
_ROLE = re.compile(r":[\w:+.-]{1,40}:`([^`<]*?)(?:\s*<[^`>]*>)?`")
_LINKED = re.compile(r"`([^`<]+?)\s*<[^`>]*>`__?")
_NAMED = re.compile(r"`([^`]+)`__?")
_CODE = re.compile(r"``([^`]+)``")
_STRONG = re.compile(r"(?<![\w*])\*{1,2}(?=\S)([^*\n]+?)(?<=\S)\*{1,2}(?![\w*])")
_INTERPRETED = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_NOTE = re.compile(r"\s?\[(?:#[\w-]*|\*|\d{1,3})\]_")
_REFERENCE = re.compile(r"(?<=\w)__?(?=[\s.,;:!?)]|$)")
_LITERAL = re.compile(r"\s*::$")


def is_restructured(text: str) -> bool:
    """Whether a text without a name is marked up so: a directive, and a heading or a role."""
    head = text[:20_000]
    directives = re.findall(r"^\.\. (?:[\w-]+::|_[^:\n]+:)", head, re.MULTILINE)
    ruled = re.search(r"^\S[^\n]{2,80}\n([=\-~^*+#])\1{2,}\s*$", head, re.MULTILINE)
    return bool(directives) and (ruled is not None or _ROLE.search(head) is not None)


def read_restructured(text: str) -> Draft:
    """Make blocks of reStructuredText.

    Args:
        text: The source, sanitised.

    Returns:
        A clean draft. The text of notes, warnings and boxes is prose, pictures are captions; what
        only sets up the page, and comments, are left out; other directives are code, which is
        shown and never picked. The title is the first heading.
    """
    blocks = tuple(_Reader(_substituted(text).split("\n"), []).read())
    title = next((block.text for block in blocks if block.kind is Kind.HEADING), "")
    return Draft(blocks, title, form="reStructuredText", clean=True)


def _substituted(text: str) -> str:
    """A text with what names between bars stand for; of a picture nothing is said in a sentence."""
    known = {
        " ".join(name.split()): " ".join(words.split()) if kind == "replace" else ""
        for name, kind, words in _SUBSTITUTED.findall(text)
    }
    if not known:
        return text
    return _BETWEEN_BARS.sub(lambda bars: known.get(" ".join(bars[1].split()), bars[0]), text)


class _Item(NamedTuple):
    """An item of a list that is still open."""

    indent: int
    """Where its mark stands."""
    content: int
    """Where its text stands, and so further paragraphs of it."""
    number: int


class _Reader:
    """Reads chunks of lines between blank ones; remembers which rule is which level."""

    def __init__(self, lines: Sequence[str], levels: list[str], depth: int = 0) -> None:
        self._lines = lines
        self._depth = depth
        self._levels = levels
        self._literal = False
        self._open: list[_Item] = []

    def read(self) -> Iterator[Block]:
        lines = self._lines
        at = 0
        while at < len(lines):
            line = lines[at]
            if not line.strip():
                at += 1
                continue
            literal, self._literal = self._literal and line[0].isspace(), False
            if not line[0].isspace() and not _ITEM.match(line):
                self._open.clear()
            if literal:
                stop = self._indented(at)
                yield _code(lines[at:stop])
            elif (heading := self._heading(at)) is not None:
                block, stop = heading
                yield block
            elif _EXPLICIT.match(line):
                # Two dots alone are a comment without text: what is indented below is none.
                empty = line.strip() == ".." and not "".join(lines[at + 1 : at + 2]).strip()
                stop = at + 1 if empty else self._indented(at + 1, _indent(line))
                yield from self._explicit(_dedented(lines[at:stop]))
            else:
                stop = self._chunk(at)
                yield from self._prose(lines[at:stop])
            at = stop

    def _heading(self, at: int) -> tuple[Block, int] | None:
        """The heading that begins here, with a rule under it and perhaps one over it."""
        lines = [line.rstrip() for line in self._lines[at : at + 3]] + [""] * 3
        over = _RULE.fullmatch(lines[0]) is not None and lines[2] == lines[0]
        text, rule = (lines[1], lines[2]) if over else (lines[0], lines[1])
        if not text.strip() or _RULE.fullmatch(text) or not _RULE.fullmatch(rule):
            return None
        if len(rule) < len(text.strip()) - 2:
            return None
        sign = rule[0] + ("over" if over else "")
        if sign not in self._levels:
            self._levels.append(sign)
        level = min(self._levels.index(sign) + 1, 6)
        return Block(_plain(text.strip()), Kind.HEADING, level), at + (3 if over else 2)

    def _indented(self, at: int, beyond: int = 0) -> int:
        """Where the lines from here on end that are indented further, blank ones among them."""
        stop = at
        while at < len(self._lines):
            line = self._lines[at]
            at += 1
            if line.strip():
                if _indent(line) <= beyond:
                    break
                stop = at
        return stop

    def _chunk(self, at: int) -> int:
        while at < len(self._lines) and self._lines[at].strip():
            at += 1
        return at

    def _explicit(self, lines: Sequence[str]) -> Iterator[Block]:
        directive = _DIRECTIVE.match(lines[0])
        if directive is None:
            if _DEFINITION.match(lines[0]):
                yield _code(lines)
            return
        name, argument = directive[1], directive[2] or ""
        if _SILENT.fullmatch(name):
            return
        options, body = _options(lines[1:])
        if self._depth == _DEEPEST_BOX:
            yield _code(lines)
        elif _PICTURE.fullmatch(name):
            yield from _picture(options, body)
        elif _PROSE.fullmatch(name):
            yield Block(name.capitalize(), Kind.HEADING, 6)
            yield from self._inner([argument, *body])
        elif _BOX.fullmatch(name):
            yield from self._inner([argument, *body] if _BOX_OF_WORDS.fullmatch(name) else body)
        else:
            yield _code(lines)

    def _inner(self, lines: Sequence[str]) -> Iterator[Block]:
        return _Reader(lines, self._levels, self._depth + 1).read()

    def _prose(self, lines: Sequence[str]) -> Iterator[Block]:
        shown = _dedented(lines)
        if all(_RULE.fullmatch(line.strip()) for line in lines):
            return
        if any(_RULE.fullmatch(line.strip().replace(" ", "")) for line in lines) or all(
            line.startswith(("|", "+")) for line in lines
        ):
            yield Block("\n".join(shown), Kind.TABLE)
        elif shown[0].startswith(">>> ") or (
            _FIELD.match(shown[0]) and all(_FIELD.match(line) or line[0] == " " for line in shown)
        ):
            yield _code(lines)
        else:
            for number, item in enumerate(_items(lines)):
                block = self._paragraph(item, number > 0)
                if block.text:
                    yield block

    def _paragraph(self, lines: Sequence[str], tight: bool) -> Block:
        indent = _indent(lines[0])
        text = " ".join(" ".join(lines).split())
        tight = tight or bool(self._open)
        mark = self._mark(text, indent)
        if mark:
            text = text[text.index(" ") + 1 :]
        text = _plain(text)
        if text.endswith("::"):
            self._literal = True
            text = _LITERAL.sub("", text) if text.endswith(" ::") else text[:-1]
        if self._open and (mark or indent < self._open[-1].content + 2):
            level = min(len(self._open), _DEEPEST_ITEM)
            return Block(text and mark + text, Kind.LIST_ITEM, level, tight)
        return Block(text, Kind.QUOTATION, 1, tight) if indent >= 2 else Block(text, tight=tight)

    def _mark(self, text: str, indent: int) -> str:
        """What a list item begins with, as it does in other sources; "" for a paragraph."""
        before = 0
        while self._open and self._open[-1].indent >= indent:
            before = self._open.pop().number
        found = _ITEM.match(text)
        if found is None:
            return ""
        sign = found[1] or ""
        number = int(sign) if sign.isdecimal() else before + 1 if sign == "#" else 0
        self._open.append(_Item(indent, indent + found.end(), number))
        if not sign:
            return "• "
        return f"{number}. " if number else found[0]


def _picture(options: Mapping[str, str], body: Sequence[str]) -> Iterator[Block]:
    """What is said under a picture, and if nothing is, what speaks for it."""
    paragraphs = re.split(r"\n\s*\n", "\n".join(body).strip())
    said = [text for p in paragraphs if (text := _plain(" ".join(p.split()))).strip(".")]
    for text in said:
        yield Block(text, Kind.CAPTION)
    if not said and (text := _plain(options.get("alt", ""))):
        yield Block(text, Kind.CAPTION, aside=Aside.PICTURE)


def _options(lines: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """What directly follows the first line of a directive as ``:alt: a lamp``, and the rest."""
    body = _dedented(lines)
    options: dict[str, str] = {}
    name = ""
    for at, line in enumerate(body):
        if option := _OPTION.fullmatch(line):
            name = option[1]
            options[name] = option[2] or ""
        elif name and line[:1].isspace() and line.strip():
            options[name] = f"{options[name]} {line.strip()}"
        else:
            return options, body[at:]
    return options, []


def _items(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each list item; all lines as one if there is none."""
    item: list[str] = []
    listed = _ITEM.match(lines[0].strip())
    for line in lines:
        if item and listed and _ITEM.match(line.strip()):
            yield item
            item = []
        item.append(line)
    yield item


def _code(lines: Sequence[str]) -> Block:
    return Block("\n".join(line.rstrip() for line in _dedented(lines)).strip("\n"), Kind.CODE)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _dedented(lines: Sequence[str]) -> list[str]:
    indents = [_indent(line) for line in lines if line.strip()]
    cut = min(indents, default=0)
    return [line[cut:] for line in lines]


def _plain(text: str) -> str:
    """Inline markup as the words it shows."""
    for pattern in (_ROLE, _LINKED, _CODE, _NAMED, _INTERPRETED, _STRONG):
        text = pattern.sub(r"\1", text)
    return _REFERENCE.sub("", _NOTE.sub("", text)).strip()
