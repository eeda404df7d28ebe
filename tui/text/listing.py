"""The colours of a listing: which of its characters are words of the language, strings, comments.

Pygments comes with Textual. It is imported when the first listing is coloured, in a thread, and
what it may take is limited: its grammars are regular expressions that a text can make slow.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from summarise.sources.stopping import stop_if_unwanted

#: Characters of a listing, and of a line in it, beyond which it stays as it is. 20,000 take about
#: 30 ms.
LONGEST, LONGEST_LINE = 20_000, 500
#: Seconds after which a listing stays as far coloured as it is.
_PATIENCE = 0.5
_LANGUAGES = """
    python py python3 pycon javascript js jsx typescript ts tsx json html xml css scss sql yaml yml
    toml ini diff bash sh shell zsh console make makefile dockerfile docker c cpp c++ csharp c# cs
    java kotlin swift go golang rust rs ruby rb php perl lua r scala haskell elixir zig
"""
#: The languages that are coloured. Pygments knows 500 more, some with grammars that take minutes.
LANGUAGES = frozenset(_LANGUAGES.split())


class Syntax(StrEnum):
    """What is told apart in a listing."""

    KEYWORD = "keyword"
    NAME = "name"
    STRING = "string"
    NUMBER = "number"
    COMMENT = "comment"


class Coloured(NamedTuple):
    """Characters of a listing that are told from the rest."""

    start: int
    end: int
    syntax: Syntax


def coloured(language: str, code: str) -> tuple[Coloured, ...]:
    """What is told apart in a listing, in order; nothing where it is too long or not known.

    Args:
        language: The name of its language, as its source says it.
        code: The listing.
    """
    if language not in LANGUAGES or len(code) > LONGEST:
        return ()
    if max(map(len, code.split("\n"))) > LONGEST_LINE:
        return ()
    return tuple(_told_apart(language, code))


def _told_apart(language: str, code: str) -> Iterator[Coloured]:
    from pygments.lexers import get_lexer_by_name  # not before there is a listing
    from pygments.token import Comment, Keyword, Name, Number, Operator, String

    kinds = {
        Comment: Syntax.COMMENT,
        String: Syntax.STRING,
        Number: Syntax.NUMBER,
        Keyword: Syntax.KEYWORD,
        Operator.Word: Syntax.KEYWORD,
        Name.Tag: Syntax.KEYWORD,
        Name.Function: Syntax.NAME,
        Name.Class: Syntax.NAME,
        Name.Decorator: Syntax.NAME,
        Name.Attribute: Syntax.NAME,
    }
    lexer = get_lexer_by_name(language)
    end = time.monotonic() + _PATIENCE
    for start, token, text in lexer.get_tokens_unprocessed(code):
        stop_if_unwanted()
        if time.monotonic() > end:
            return
        syntax = next((kind for known, kind in kinds.items() if token in known), None)
        if syntax is not None and text.strip():
            yield Coloured(start, start + len(text), syntax)
