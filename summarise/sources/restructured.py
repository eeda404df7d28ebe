"""reStructuredText → Draft: as much of it as READMEs, PEPs and pasted sources use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarise.article import Kind
from summarise.draft import Block, Draft

_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
_DIRECTIVE = re.compile(r"\.\. (?:\|[^|]+\| )?([\w:+.-]+)::(?:\s+(.*))?")
_EXPLICIT = re.compile(r"\.\.(?:\s|$)")
_OPTION = re.compile(r":[\w -]+:(?:\s.*)?")
_FIELD = re.compile(r":([\w][\w -]{0,40}):\s*(.*)")
_ITEM = re.compile(r"(?:[-*+•]|\(?(?:\d{1,3}|#|[a-zA-Z])[.)])\s+")
#: Directives whose content is prose like any other.
_PROSE = re.compile(
    r"note|warning|tip|hint|important|caution|danger|attention|error|admonition|seealso|"
    r"topic|sidebar|versionadded|versionchanged|deprecated|epigraph|highlights|pull-quote|"
    r"container|compound|rst-class"
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
        A clean draft. Directives and comments are code, which is shown and never picked; the text
        of notes and warnings is prose. The title is the first heading.
    """
    blocks = tuple(_Reader(text.split("\n")).read())
    title = next((block.text for block in blocks if block.kind is Kind.HEADING), "")
    return Draft(blocks, title, form="reStructuredText", clean=True)


class _Reader:
    """Reads chunks of lines between blank ones; remembers which rule is which level."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._levels: list[str] = []
        self._literal = False

    def read(self) -> Iterator[Block]:
        lines = self._lines
        at = 0
        while at < len(lines):
            line = lines[at]
            if not line.strip():
                at += 1
            elif (heading := self._heading(at)) is not None:
                block, at = heading
                yield block
            elif _EXPLICIT.match(line) and not line[0].isspace():
                stop = self._indented(at + 1)
                yield from self._explicit(lines[at:stop])
                at = stop
            elif self._literal and line[0].isspace():
                stop = self._indented(at)
                yield _code(lines[at:stop])
                self._literal = False
                at = stop
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

    def _indented(self, at: int) -> int:
        """Where the indented lines from here on end, blank ones among them."""
        stop = at
        while at < len(self._lines) and (not self._lines[at].strip() or self._lines[at][0] == " "):
            at += 1
            if self._lines[at - 1].strip():
                stop = at
        return max(stop, 0)

    def _chunk(self, at: int) -> int:
        while at < len(self._lines) and self._lines[at].strip():
            at += 1
        return at

    def _explicit(self, lines: Sequence[str]) -> Iterator[Block]:
        directive = _DIRECTIVE.match(lines[0])
        if directive and _PROSE.fullmatch(directive[1]):
            body = _dedented(lines[1:])
            while body and (not body[0].strip() or _OPTION.fullmatch(body[0])):
                body = body[1:]
            argument = directive[2] or ""
            yield Block(directive[1].capitalize(), Kind.HEADING, 6)
            parted = len(lines) > 1 and not lines[1].strip()
            inner = [argument, *[""] * parted, *body] if argument else body
            yield from _Reader(inner).read()
        else:
            yield _code(lines)

    def _prose(self, lines: Sequence[str]) -> Iterator[Block]:
        if all(_RULE.fullmatch(line.strip()) for line in lines):
            return
        if any(_RULE.fullmatch(line.strip().replace(" ", "")) for line in lines) or all(
            line.startswith(("|", "+")) for line in lines
        ):
            yield Block("\n".join(_dedented(lines)), Kind.TABLE)
            return
        if all(_FIELD.match(line) or line[0] == " " for line in lines):
            yield _code(lines)
            return
        indent = len(lines[0]) - len(lines[0].lstrip())
        for number, item in enumerate(_items(lines)):
            text = _plain(" ".join(" ".join(item).split()))
            if text.endswith("::"):
                self._literal = True
                text = _LITERAL.sub("", text) if text.endswith(" ::") else text[:-1]
            if not text:
                continue
            if _ITEM.match(item[0].strip()):
                yield Block(text, Kind.LIST_ITEM, 1 + indent // 2, number > 0)
            elif indent >= 2:
                yield Block(text, Kind.QUOTATION, 1, number > 0)
            else:
                yield Block(text, tight=number > 0)


def _items(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each list item; all lines as one if there is none."""
    item: list[str] = []
    for line in lines:
        if item and _ITEM.match(line.strip()) and _ITEM.match(lines[0].strip()):
            yield item
            item = []
        item.append(line.strip())
    yield item


def _code(lines: Sequence[str]) -> Block:
    return Block("\n".join(line.rstrip() for line in _dedented(lines)).strip("\n"), Kind.CODE)


def _dedented(lines: Sequence[str]) -> list[str]:
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    cut = min(indents, default=0)
    return [line[cut:] for line in lines]


def _plain(text: str) -> str:
    """Inline markup as the words it shows."""
    for pattern in (_ROLE, _LINKED, _CODE, _NAMED, _INTERPRETED, _STRONG):
        text = pattern.sub(r"\1", text)
    return _REFERENCE.sub("", _NOTE.sub("", text)).strip()
