"""XML from strangers as a tree: nothing is fetched, expanded or nested without end."""

from __future__ import annotations

from typing import Any

from lxml import etree

from summarise.sources.refused import RefusedError

#: Marks of elements and attributes in one document: as a tree, so many took 300 MB at the worst.
MOST_MARKS = 2_000_000


def marks_in(data: bytes) -> int:
    """About how many elements and attributes a document has, XML or HTML; closing marks count."""
    return data.count(b"<") + data.count(b"=")


def parser_of(encoding: str | None = None, *, mended: bool = False) -> etree.XMLParser:
    """A parser that fetches and expands nothing and keeps to libxml's limits.

    Args:
        encoding: What the document is in, whatever it says; None for what it says.
        mended: Whether broken XML is mended, not refused.
    """
    return etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=mended,
    )


def root_of(data: bytes) -> Any:
    """The root element of a document.

    Comments and processing instructions are left out; the parser's own limits on depth (256) and
    on the size of names and texts hold.

    Raises:
        RefusedError: It is not sound XML, defines entities, or has more in it than can be read.
    """
    if marks_in(data) > MOST_MARKS:
        raise RefusedError("has more marks in it than can be read: save it in parts, or as text")
    try:
        root = etree.fromstring(data, parser_of())
    except (etree.XMLSyntaxError, ValueError) as error:
        deep = "depth" in str(error)
        raise RefusedError(
            "has marks nested too deep to be read: it may be made to do harm"
            if deep
            else "is damaged (its XML is broken): save it anew or get it once more"
        ) from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise RefusedError("defines marks of its own (XML entities), which may do harm")
    return root


def local_name(node: Any) -> str:
    """The name of an element without its namespace; empty for an entity that was not expanded."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attribute(node: Any, name: str) -> str:
    """An attribute by its local name, whatever its namespace; empty if there is none."""
    if node is None:
        return ""
    for key in node.attrib:  # its items would take the square of their number
        if key.rpartition("}")[2] == name:
            return str(node.get(key))
    return ""


def child(node: Any, *path: str) -> Any | None:
    """The first element down a path of local names, or None."""
    for name in path:
        if node is None:
            return None
        node = next((c for c in node if local_name(c) == name), None)
    return node


def first_text(root: Any, name: str) -> str:
    """The text of the first element of a local name, in one line; empty if there is none."""
    for node in root.iter():
        if local_name(node) == name and (text := " ".join("".join(node.itertext()).split())):
            return text
    return ""
