"""The lines of a source that are shown: directives to the processor obeyed or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIRECTIVE = re.compile(r"(\\?)(ifdef|ifndef|ifeval|endif|include)::([^\[]{0,1000})\[(.*)\]\s*$")
#: Attributes of what shows a source elsewhere than on its page, and of other forms of the page.
_ELSEWHERE = re.compile(
    r"env-(?:github|gitlab|browser|vscode|idea)|(?:base)?backend-(?!html)[\w-]+"
)
#: Attributes that every page has.
_EVERYWHERE = re.compile(r"(?:base)?backend-html5?|asciidoctor")
_BETWEEN = re.compile(r"[,+]")


def lines_shown(text: str) -> list[str]:
    """The lines of a source without directives, and without what is not meant for its page.

    What an attribute is not known of is shown: nothing of an article may be lost.
    """
    return list(_shown(text.split("\n")))


def _shown(lines: list[str]) -> Iterator[str]:
    around: list[bool] = []
    hidden = 0
    for line in lines:
        directive = _DIRECTIVE.match(line) if "::" in line else None
        if directive is None or directive[1]:
            if not hidden:
                yield line[1:].rstrip() if directive else line.rstrip()
            continue
        _, name, attribute, content = directive.groups()
        if name == "endif":
            hidden -= around.pop() if around else 0
        elif name == "ifeval":
            around.append(False)
        elif name != "include":
            shown = _is_shown(name, attribute)
            if not content:
                around.append(not shown)
                hidden += not shown
            elif shown and not hidden:
                yield content.rstrip()


def _is_shown(name: str, attribute: str) -> bool:
    names = _BETWEEN.split(attribute.strip())
    if name == "ifdef":
        return not all(_ELSEWHERE.fullmatch(one) for one in names)
    return not any(_EVERYWHERE.fullmatch(one) for one in names)
