"""What elements of a document are to its reader, and the names that most vocabularies share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from summarise.draft import Aside


class Role(Enum):
    """What an element is. Those of HTML's elements are given by their names instead."""

    SECTION = auto()
    """A part that has a heading, which goes as deep as it is nested."""
    TITLE = auto()
    """The heading of a part, or what is said of a picture, a table or a list."""
    LABEL = auto()
    """The number of what follows it."""
    CAPTIONED = auto()
    """What holds a picture, a table or an example with its title."""
    TABLE = auto()
    """A table."""
    ROWS = auto()
    """Rows of a table that belong together."""
    HEAD_ROWS = auto()
    """Rows that say what is below them."""
    ROW = auto()
    """A row."""
    CELL = auto()
    """A cell."""
    HEAD_CELL = auto()
    """A cell that says what is below it or beside it."""
    LIST = auto()
    """A list, whose items have numbers if it says so."""
    LINK = auto()
    """A link with an address; without a text it shows the address."""
    CROSS = auto()
    """A reference within the document; without a text it shows the title of its target."""
    QUOTED = auto()
    """Words in quotation marks, which are not written but shown."""
    FORMULA = auto()
    """MathML."""
    TEX = auto()
    """A formula in TeX."""
    DATA = auto()
    """Words with no text between them: an entry of a list of sources, the way through menus."""
    ONE_OF = auto()
    """Several forms of one thing, of which one is shown."""
    LINE_END = auto()
    """The end of a line in a running text."""
    SKIP = auto()
    """What is not shown."""


#: An element of HTML by its name, or what HTML has none for.
What = str | Role


def names(table: Mapping[What, str]) -> dict[str, What]:
    """What each element is, of lists of names for each role."""
    return {name: what for what, listed in table.items() for name in listed.split()}


def asides(table: Mapping[Aside, str]) -> dict[str, Aside]:
    """Why each element stands aside, of lists of names for each reason."""
    return {name: aside for aside, listed in table.items() for name in listed.split()}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The elements of one kind of document."""

    form: str
    """What such a document is called."""
    roles: Mapping[str, What]
    """What an element is, by its name."""
    within: Mapping[tuple[str, str], What] = field(default_factory=dict)
    """What it is instead within another: by the names of that one and its own."""
    aside: Mapping[str, Aside] = field(default_factory=dict)
    """What stands beside the text."""
    aside_types: Mapping[str, Aside] = field(default_factory=dict)
    """What parts stand beside it by their type."""
    titled_by: Sequence[str] = ()
    """Attributes that have the heading of a part."""
    headers: Sequence[str] = ()
    """Elements that hold what is said of a part, its heading too."""
    names_sources: bool = False
    """Whether a source is called in brackets by its name in the document."""
    preferred: Sequence[str] = ()
    """Which of several forms of one thing is shown, the best first."""

    def role(self, name: str, around: str) -> What | None:
        """What an element is; None if nothing is known of it."""
        found = self.within.get((around, name))
        return self.roles.get(name) if found is None else found

    def role_of(self, node: Any) -> What | None:
        """What an element is where it stands."""
        around = node.getparent()
        return self.role(local(node), "" if around is None else local(around))

    def aside_of(self, node: Any) -> Aside | None:
        """Why an element stands beside the text; None if it does not."""
        if (found := self.aside.get(local(node))) or not self.aside_types:
            return found
        is_part = self.roles.get(local(node)) is Role.SECTION
        return self.aside_types.get(said_by(node, "type").lower()) if is_part else None


def local(node: Any) -> str:
    """The name of an element without its namespace or the sign of one that nobody declared."""
    if not isinstance(node.tag, str):
        return ""
    return node.tag.rpartition("}")[2].rpartition(":")[2]


def said_by(node: Any, *wanted: str) -> str:
    """The first of some attributes that is not empty, whatever their namespaces are."""
    # The keys alone: lxml looks for each value from the first attribute on, and 50,000 take 7 s.
    keys = {key.rpartition("}")[2].rpartition(":")[2]: key for key in node.attrib}
    return next((said for w in wanted if w in keys and (said := node.get(keys[w]).strip())), "")
