"""The parser of Markdown: CommonMark with what the sites that show it add."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

#: So deep may lists and quotations stand in each other; a list counts twice. What is deeper would
#: be lost, so lists and quotations that begin further to the right are moved out: in so many
#: columns there is room for no more.
_DEEPEST = 60
_FARTHEST = 50
_BEYOND = re.compile(rf"^(?=[ \t>*+\-\d.)]{{{_FARTHEST + 1}}})[ \t>*+\-\d.)]+", re.MULTILINE)
_BEGINNING = re.compile(r"[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))")
#: ``> [!NOTE]`` as on GitHub, ``> [!tip]- A title`` as in Obsidian.
_ALERT = re.compile(r"\[!([A-Za-z][\w -]{0,30})(?:\|[^\]\n]*)?\][-+]?[ \t]*([^\n]*)(?:\n|\Z)")
_SIGNS = {
    "footnote": re.compile(r"\[\^|\^\["),
    "definition": re.compile(r"\n[ >]*[:~][ \t]"),
    "admonition": re.compile(r"^[ >]*(?:!!!|\?\?\?)", re.MULTILINE),
    "math": re.compile(r"\$.*?\$", re.DOTALL),
    "container": re.compile(r":::"),
}
_CONTAINER = re.compile(r"\s*\{?\s*[.#]?([A-Za-z][\w-]*)\b.*")


class _Parser(MarkdownIt):
    """A parser that leaves addresses as they are; those that may be opened are chosen later."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """The address itself; to encode each one takes a tenth of the time of the parser."""
        return url


def tokens_of(text: str, components: bool = False) -> list[Token]:
    """The tokens of a Markdown source; alerts come as admonitions with their title.

    Args:
        text: The source.
        components: Whether an indent does not mean code, as in MDX.
    """
    text = _BEYOND.sub(_moved_out, text)
    extras = frozenset(name for name, sign in _SIGNS.items() if sign.search(text))
    parser = _parser(extras, components)
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    if "footnote" in extras:
        _put_notes_where_they_belong(tokens, env)
    return _with_alerts(tokens, parser, env)


def inline_of(line: str) -> list[Token]:
    """The tokens of a single line that is no paragraph: a title."""
    return _parser(frozenset(), False).parseInline(line)


def is_whole(tokens: list[Token]) -> bool:
    """Whether nothing stood so deep that the parser left it out."""
    return all(token.nesting < 1 or token.level < _DEEPEST - 1 for token in tokens)


def _moved_out(match: re.Match[str]) -> str:
    """The beginning of a line without what begins too far to the right in it."""
    line, at, kept = match[0], 0, ""
    while begins := _BEGINNING.match(line, at):
        mark = begins[0].lstrip()
        if len(kept) + len(begins[0]) <= _FARTHEST:
            kept += begins[0]
        elif not kept.strip():
            kept = f"{' ' * (_FARTHEST - len(mark))}{mark}"
        at = begins.end()
    return kept + line[at:] if kept else line


@lru_cache(16)
def _parser(extras: frozenset[str], components: bool) -> MarkdownIt:
    """A parser with only those extras that a text has signs of: each costs time at every line."""
    parser = _Parser("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    if "footnote" in extras:
        # Definitions of footnotes stay where they stand, and those that nothing refers to stay.
        parser.use(footnote_plugin).disable("footnote_tail")
    if "definition" in extras:
        parser.use(deflist_plugin)
    if "admonition" in extras:
        parser.use(admon_plugin)
    if "math" in extras:
        # A sum of money is no formula: "$5 or $10".
        parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    if "container" in extras:
        parser.use(container_plugin, name="container", validate=_is_container)
    return parser.disable("code") if components else parser


def _is_container(info: str, _marker: str = "") -> bool:
    return _CONTAINER.fullmatch(info) is not None


def _put_notes_where_they_belong(tokens: list[Token], env: dict[str, Any]) -> None:
    """Give the marks of notes like ``^[this one]`` the tokens of their notes."""
    notes = env.get("footnotes", {}).get("list", {})
    if not any("tokens" in note for note in notes.values()):
        return
    for token in tokens:
        for child in token.children or ():
            if child.type == "footnote_ref":
                child.children = notes.get(child.meta.get("id"), {}).get("tokens")


def _with_alerts(tokens: list[Token], parser: MarkdownIt, env: dict[str, Any]) -> list[Token]:
    """The tokens with quotations that are alerts under the names of admonitions."""
    alerts: list[bool] = []
    for at, token in enumerate(tokens):
        if token.type == "blockquote_open":
            inline = tokens[at + 2] if at + 2 < len(tokens) else token
            match = _ALERT.match(inline.content) if inline.type == "inline" else None
            alerts.append(match is not None)
            if match is not None:
                token.type = "admonition_open"
                token.meta = {"title": match[2].strip() or match[1].strip().capitalize()}
                inline.content = inline.content[match.end() :]
                parsed = parser.parseInline(inline.content, env)
                inline.children = parsed[0].children if parsed else []
        elif token.type == "blockquote_close" and alerts.pop():
            token.type = "admonition_close"
    return tokens
