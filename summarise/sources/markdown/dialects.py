"""Marks of Markdown's dialects, turned into plain Markdown before it is parsed.

Wiki links, marked words, shortcodes of site generators, comments, attributes, components: a page
made of the file shows none of them as they stand. Code, where they may be meant as they are, is
passed over. What a page would show of them stays in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Fenced blocks, indented ones, and spans of code.
_CODE = (
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?^[ \t>]*(?P=fence)[`~]*[ \t]*$|.*\Z)"
    r"|(?:\A|(?<=\n\n))(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+"
    r"|(?<!`)(?P<ticks>`{1,3})(?!`)[^`\n]{1,400}(?P=ticks)(?!`)"
)
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
#: Each mark with its pattern. Those whose words a page shows have a group "shown". What may be long
#: has no other beginning of its kind in it: so a text of nothing but beginnings is looked through
#: once, where 200 kB of ``<!--`` took minutes.
_MARKS = {
    "contents": r"^ {0,3}(?:@?\[(?i:toc)\]|\[\[_?(?i:toc)_?\]\]|\$\{toc\})[ \t]*$",
    "comment": (
        r"<!--(?:(?!<!--|-->).)*?\n[ \t]*\n(?:(?!<!--|-->).)*-->|\{/\*(?:(?!\{/\*|\*/\}).)*\*/\}"
    ),
    "note": r"(?<!\S)%%(?!\s*%%)(?:(?!\n\s*\n|%%).)+%%(?!\S)",
    "liquid_comment": (
        r"\{%-?\s{0,9}comment\s{0,9}-?%\}(?:(?!\{%-?\s{0,9}(?:end)?comment\b).)*"
        r"\{%-?\s{0,9}endcomment\s{0,9}-?%\}"
    ),
    "listing": (
        r"\{%-?\s{0,9}highlight\b[^%]{0,200}%\}"
        r"(?P<liquid>(?:(?!\{%-?\s{0,9}(?:end)?highlight\b).)*)"
        r"\{%-?\s{0,9}endhighlight\s{0,9}-?%\}"
        r"|\{\{[<%]\s*highlight\b[^\n]{0,200}?[>%]\}\}"
        r"(?P<hugo>(?:(?!\{\{[<%]\s*/?\s*highlight\b).)*)"
        r"\{\{[<%]\s*/\s*highlight\s*[>%]\}\}"
    ),
    "shortcode": (
        r"\{\{[<%](?:(?!\n\s*\n).){0,1000}?[>%]\}\}|\{%(?:(?!\n\s*\n).){0,1000}?%\}"
        r"|\{\{[^{}\n]{0,300}\}\}"
    ),
    "module": (
        r"^import\s+(?:[\w$*{][^;'\"]{0,1000}?\sfrom\s*)?['\"][^'\"\n]{1,300}['\"];?[ \t]*$"
        r"|^export\s+(?:(?:const|let|var)\s[^\n=]{1,200}=|(?:default\s+)?(?:async\s+)?(?:function"
        r"|class)\b|default\s[^\n]{1,300}[;)}\]][ \t]*$).*?(?=\n[ \t]*\n|\Z)"
    ),
    "component": (
        r"(?<!\w)</?[A-Z][\w.]*(?:\s(?:[^<>{}\"']|\"[^\"]*\"|'[^']*'|" + _BRACES + r")*)?/?>"
    ),
    "wiki": (
        r"(?P<embed>!?)\[\[(?P<target>[^\[\]\n|\s][^\[\]\n|]{0,200})"
        r"(?:\\?\|(?P<alias>[^\[\]\n]{0,200}))?\]\](?![\[(])"
    ),
    "marked": r"(?<![\w=])==(?=[^\s=])(?P<words>[^=\n]{1,500})(?<!\s)==(?![\w=])",
    "attributes": (
        r"(?<!:::)(?<!::: )\{(?::|[#.][\w-])[^{}\n]{0,200}\}(?=[ \t]*$)"
        r"|(?<=[)\]])\{:[^{}\n]{0,200}\}"
    ),
    "block_id": r"(?<=\S[ \t])\^[A-Za-z][A-Za-z0-9-]{2,40}(?=[ \t]*$)",
    "abbreviation": r"^ {0,3}\*\[[^\]\n]{1,60}\]:[^\n]*$",
    "emoji": r"(?<!\S):[a-z][a-z0-9_+-]{1,40}:(?=\s|\Z|[.,!?]) ?",
}
_ALTERNATIVES = (f"(?P<{name}>{mark})" for name, mark in {"code": _CODE, **_MARKS}.items())
#: Between lines a mark begins with one of few characters, which is soon seen.
_ANY = re.compile(
    rf"(?:^|(?=[`~{{%<!=\[:*$@^]))(?:{'|'.join(_ALTERNATIVES)})", re.MULTILINE | re.DOTALL
)
#: Without one of these there is no mark, and the text need not be looked through.
_MAY_HAVE = re.compile(r"[{%:^]|==|\[\[|\*\[|\[toc|<!--|</?[A-Z]|^import\s", re.MULTILINE | re.I)
#: A component that holds the words below a picture, whatever it is called before that.
_CAPTION = re.compile(r"<(/?)[\w.]*Caption\b(?![^<>]*/>)")
_PICTURE = re.compile(r"[^\[\]]*\.(?:png|jpe?g|gif|svg|webp|bmp|pdf|mp[34]|webm)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """Markdown without the marks of dialects."""

    text: str
    """The source."""
    components: bool = False
    """Whether it has components as in MDX, where an indent does not mean code."""


def without_dialects(text: str) -> Plain:
    """The same Markdown with the marks of its dialects gone and their words kept."""
    if not _MAY_HAVE.search(text):
        return Plain(text)
    components = False

    def plain(match: re.Match[str]) -> str:
        nonlocal components
        mark = match.lastgroup
        name = next((name for name in ("code", *_MARKS) if match[name] is not None), mark)
        components |= name in ("component", "module")
        return _in_plain_markdown(name or "", match)

    return Plain(_ANY.sub(plain, text), components)


def _in_plain_markdown(name: str, match: re.Match[str]) -> str:
    match name:
        case "code":
            return match[0]
        case "listing":
            return f"\n```\n{(match['liquid'] or match['hugo'] or '').strip()}\n```\n"
        case "marked":
            return match["words"]
        case "wiki":
            return _link_text(match)
        case "component" if tag := _CAPTION.match(match[0]):
            return f"<{tag[1]}figcaption>"
        case _:
            return ""


def _link_text(match: re.Match[str]) -> str:
    """What a wiki link shows: its second part, or the page that it names."""
    target, alias = match["target"].strip(), (match["alias"] or "").strip()
    if match["embed"] and _PICTURE.fullmatch(target.partition("#")[0]):
        return f"![{alias if alias and not alias.isdigit() else target}](<>)"
    return alias or target.lstrip("#").replace("#", " › ")
