"""What a page's article is called: by its heading, and by what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarise.sources.html.texts import clean, inner_text, is_hidden, letters

_SEPARATOR = re.compile(r"\s+[|\-–—·•»«:/\\]+\s*|\s*\|\s*")
_ASIDE = frozenset({"nav", "aside", "footer", "dialog", "template", "noscript"})
_POPUP = re.compile(r"(?:^|[\s_-])(?:popup|modal|dialog|help|cookie|consent|overlay)(?:$|[\s_-])")
_LONGEST = 300


def title_of(tree: Any) -> str:
    """The title of the article on a page, or "".

    The first heading that the page's own names for itself begin with or hold; else its name for
    itself without that of the site; else its only heading.
    """
    names = [*_meta(tree, "og:title"), *_meta(tree, "twitter:title"), _named(tree)]
    names = [name for name in names if name]
    site = next(_meta(tree, "og:site_name"), "")
    headings = list(_headings(tree, "h1"))
    for inside in (True, False):
        for heading, is_inside in headings:
            if is_inside is inside and _is_named(heading, names, site):
                return _without_kicker(heading, names)
    # Some pages give the name of their site the highest heading.
    if below := next((h for h, _ in _headings(tree, "h2") if _is_first_part(h, names)), ""):
        return below
    inner = [heading for heading, is_inside in headings if is_inside]
    if len(inner) == 1 and not any(True for _ in _meta(tree, "og:title")):
        return inner[0]
    if names:
        ends = _parts(names[0])[1:][-1:]
        of_site = (heading for heading, _ in headings if letters(heading) in ends)
        return _without_site(names[0], site or next(of_site, ""))
    return headings[0][0] if headings else ""


def _meta(tree: Any, name: str) -> Iterator[str]:
    for node in tree.iter("meta"):
        if name in (node.get("property"), node.get("name")) and (
            content := clean(node.get("content") or "")
        ):
            yield content[:_LONGEST]


def _named(tree: Any) -> str:
    head = tree.find("head")
    title = head.find(".//title") if head is not None else tree.find(".//title")
    return inner_text(title)[:_LONGEST]


def _headings(tree: Any, tag: str) -> Iterator[tuple[str, bool]]:
    """The headings of a level and whether they stand in the main part of the page."""
    for node in tree.iter(tag):
        around = list(node.iterancestors())
        if any(a.tag in _ASIDE or is_hidden(a) or _is_popup(a) for a in around):
            continue
        if text := inner_text(node)[:_LONGEST]:
            yield text, any(a.tag in ("main", "article") or _is_main(a) for a in around)


def _is_popup(node: Any) -> bool:
    return (
        node.get("aria-modal") == "true"
        or node.get("role") in ("dialog", "alertdialog")
        or _POPUP.search(f"{node.get('id') or ''} {node.get('class') or ''}") is not None
    ) and node.tag != "body"


def _is_main(node: Any) -> bool:
    return node.get("role") == "main" or str(node.get("itemtype")).endswith("Article")


def _is_named(heading: str, names: list[str], site: str) -> bool:
    """Whether a page's name for itself holds a heading that is not only the name of the site."""
    key = letters(heading)
    if not key or (key == letters(site) and len(names) > 0 and letters(names[0]) != key):
        return False
    for name in names:
        whole, parts = letters(name), _parts(name)
        if len(parts) > 1 and key == parts[-1] and key != parts[0]:
            continue
        if _is_end(whole, key) or key in parts or (len(key) >= 0.5 * len(whole) and key in whole):
            return True
    return False


def _without_kicker(heading: str, names: list[str]) -> str:
    """A heading without the words above the title that stand in it: "Traffic: The bridge opens"."""
    key = letters(heading)
    return next((n for n in names if key != letters(n) and _is_end(letters(n), key)), heading)


def _is_end(name: str, heading: str) -> bool:
    return heading.endswith(name) and len(name) >= 0.4 * len(heading)


def _is_first_part(heading: str, names: list[str]) -> bool:
    parts = [_parts(name) for name in names]
    return any(len(p) > 1 and p[0] == letters(heading) for p in parts)


def _parts(name: str) -> list[str]:
    return [key for part in _SEPARATOR.split(name) if (key := letters(part))]


def _without_site(name: str, site: str) -> str:
    """A page's name for itself without the name of its site before or behind it."""
    key = letters(site)
    parts = list(_SEPARATOR.finditer(name))
    if key and parts:
        if letters(name[parts[-1].end() :]) == key:
            return name[: parts[-1].start()].strip()
        if letters(name[: parts[0].start()]) == key:
            return name[parts[0].end() :].strip()
    return name
