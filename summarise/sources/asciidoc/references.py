"""What a reference to a place in the document shows: the heading or caption of that place."""

from __future__ import annotations

import re

from summarise.sources.asciidoc.titles import title_at

_ANCHOR = re.compile(r"\[\[([\w:][\w:.-]{0,100})(?:,[ \t]*([^\[\]]{1,200}))?\]\]")
_ID = re.compile(
    r"\[[\w, -]{0,60}#([\w:.-]{1,100})[^\[\]]{0,200}\]|\[.{0,200}?\bid=\"?([\w:.-]{1,100})"
)
_CAPTION = re.compile(r"\.([^\s.].{0,200})")
_NOT_WORD = re.compile(r"[^\w]+")
#: Between an anchor and its heading stand at most so many lines.
_NEAR = 3


def titles_of(lines: list[str]) -> dict[str, str]:
    """The titles of places by their names: those that were given, and those made of headings."""
    titles: dict[str, str] = {}
    waiting: list[str] = []
    since = 0
    for at, line in enumerate(lines):
        if line.startswith("["):
            anchor = _ANCHOR.match(line)
            named = None if anchor else _ID.match(line)
            if anchor and anchor[2]:
                titles.setdefault(anchor[1], anchor[2])
            elif anchor or named:
                waiting.append(anchor[1] if anchor else (named and (named[1] or named[2])) or "")
                since = at
        elif line[:1] in ("=", "#") and (title := title_at(lines, at)):
            text = title.text
            while inner := _ANCHOR.match(text):
                waiting.append(inner[1])
                text = text[inner.end() :].strip()
            titles.setdefault("_" + _NOT_WORD.sub("_", text.lower()).strip("_"), text)
        elif caption := _CAPTION.fullmatch(line):
            text = caption[1]
        else:
            continue
        if not line.startswith("["):
            for name in waiting if at - since <= _NEAR else ():
                titles.setdefault(name, text)
            waiting.clear()
    return titles
