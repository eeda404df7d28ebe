"""The fields above the text of a file that a site is made from: in YAML, TOML, JSON or bare lines.

Of YAML it reads what such fields are written in: values on a line or on several, lists in both
notations, and mappings for their names. The value of a list is its items with commas between them.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from summarise.sources.dates import iso_date
from summarise.text.sanitise import sanitise_line

#: What fields between rules begin with.
OPENS = ("---", "+++")
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ ]*\n(.*?)\n(?:\1|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
#: What tells the title, who wrote it and when it was published, without the marks in the name, the
#: surest first. Site generators, wikis and people have a name each, people in their language.
_TITLES = (
    "title", "titre", "titel", "título", "titulo", "titolo", "tytuł", "tittel", "rubrik", "otsikko",
    "headline",
)  # fmt: skip
_AUTHORS = (
    "author", "authors", "byline", "by", "writer", "writers", "writtenby", "authorname",
    "authornames", "postauthor", "postauthors", "primaryauthor", "creator", "creators", "dccreator",
    "auteur", "auteurs", "autor", "autora", "autores", "autoren", "autore", "autori", "verfasser",
    "forfatter", "författare",
)  # fmt: skip
_DATES = (
    "date", "published", "datepublished", "publisheddate", "publishedat", "publishedon",
    "publisheddatetime", "publishedtime", "publishdate", "publicationdate", "pubdate",
    "pubdatetime", "postdate", "posted", "postedon", "dateposted", "issued", "dcdate", "created",
    "createdat", "datecreated", "datum", "fecha", "dato",
)  # fmt: skip
#: Names of fields where no rules stand around them, as MultiMarkdown and Pelican write them.
_NAMES = frozenset(
    [
        "title",
        "subtitle",
        "modified",
        "category",
        "categories",
        "tags",
        "keywords",
        "slug",
        "summary",
        "description",
        "status",
        "lang",
        "language",
        "layout",
        "template",
        "series",
        "url",
        "save_as",
        "publisher",
        "year",
        "isbn",
        *_AUTHORS,
        *_DATES,
    ]
)
#: Fields that hold fields of their own: in Hugo, Zola and Quarto.
_SECTIONS = ("params", "extra", "taxonomies", "meta", "metadata")
#: What a mapping calls the one it is about, whole and in halves.
_NAME_KEYS = ("name", "full_name", "fullname", "display_name", "literal", "text", "id")
_HALVES = (
    ("given", "family"),
    ("first", "last"),
    ("first_name", "last_name"),
    ("given-names", "family-names"),
)

_FIELD = re.compile(r"\s*([\w.-]{1,40})\s*[:=]\s*(.*\S)\s*")
_KEY = re.compile(r"(?:-\s+)?([\w.-]{1,40})\s*:(?:\s+(.*))?")
_ITEM = re.compile(r"-(?:\s+(.*))?")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?")
_COMMENT = re.compile(r"\s+#\s.*$|^#.*$")
_NOTHING = frozenset({"null", "~", "none", "true", "false", "[]", "{}"})
_MAIL = re.compile(r"\s*(?:<[^<>]*>|\([^\s()]*@[^\s()]*\))")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")
_BY = re.compile(r"by\s+(?=\S)", re.IGNORECASE)
_TWO = r"[^\W\d_a-z][\w.’'-]*\s+[^\W\d_a-z][\w.’'-]*"
#: Between two people, not inside the name of one office.
_AND = re.compile(rf"(?:,\s*and\s+|(?<=\w)\s+(?:and|&|und|et|y)\s+)(?={_TWO})")
#: Characters as YAML writes them between two double quotation marks.
_ESCAPE = re.compile(
    r"\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U(000[\da-fA-F]{5}|0010[\da-fA-F]{4})|(.))"
)
_LONGEST_LINE, _MOST_LINES = 500, 400
#: What stands in further is not read: each column may be a mapping in a mapping.
_DEEPEST = 40
_MOST_TOML = 50_000
#: Characters that fields in JSON or definitions take at most.
_MOST_HEAD = 50_000
_OBJECT = re.compile(r"\{\s*\"[\w.-]+\"\s*:")
_DEFINITION = re.compile(
    r"@def[ \t]+(\w+)[ \t]*=[ \t]*(?:\"\"\"(.*?)\"\"\"|([^\n]*))[^\n]*\n", re.DOTALL
)
#: Title, authors and date of pandoc, each behind a per cent sign; the next lines of one stand in.
_SAID = r"%[ \t]*(\S[^\n]*(?:\n[ \t]+\S[^\n]*)*)?(?:\n|\Z)"
_PANDOC = re.compile(rf"(?=%[ \t]+\S){_SAID}(?:{_SAID})?(?:{_SAID})?(?=[ \t]*\n|\Z)")
_BETWEEN_AUTHORS = re.compile(r"\s*;\s*|\s*\n\s*")
_DEFINITIONS = re.compile(rf"(?:\s*{_DEFINITION.pattern})+", re.DOTALL)
#: So many known names may have others beside them: what a reader notes of a book.
_KNOWN_AMONG_OTHERS = 3
_OWN_NAME = re.compile(r"[a-z][\w-]{0,19}")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter, their names in lower case, and the text behind it.

    A text between two rules is not front matter: it has no line of the form ``name: value``. The
    values are clean: YAML, TOML and JSON write any character by its number, so that one that no
    clean text has could come in behind the door.
    """
    fields, rest = _split(text)
    return {name: sanitise_line(value) for name, value in fields.items()}, rest


def _split(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return _split_json(text) or _split_defined(text) or _split_pandoc(text) or _split_bare(text)
    fields = _fields_of_toml(match[2]) if match[1] == "+++" else _fields_of(match[2].split("\n"))
    return (fields, text[match.end() :]) if fields else ({}, text)


def title_of(fields: Mapping[str, str]) -> str:
    """What the text is called; "" if no field says it."""
    return next(_said(fields, _TITLES), "")


def author_of(fields: Mapping[str, str]) -> str:
    """Who wrote the text, several names with commas between them; "" if no field says it."""
    return next(filter(None, map(_by, _said(fields, _AUTHORS))), "")


def date_of(fields: Mapping[str, str]) -> str:
    """When it was published: in ISO 8601 where that is sure, or else as it is written.

    A date that is made when the page is built ("today") is none.
    """
    said = list(_said(fields, _DATES))
    found = next(filter(None, map(iso_date, said)), "")
    return found or next((date for date in said if any(map(str.isdigit, date))), "")


def _said(fields: Mapping[str, str], names: Sequence[str]) -> Iterator[str]:
    """The values of some fields, in the order of the names."""
    by_name: dict[str, str] = {}
    for field, value in fields.items():
        by_name.setdefault(re.sub(r"[\W_]", "", field), value)
    return (value for name in names if (value := by_name.get(name, "")))


def _by(said: str) -> str:
    """Names without what people write around them ("by", an address), with commas between them."""
    said = _LINK.sub(r"\1", _MAIL.sub("", said))
    if match := _BY.match(said):
        said = said[match.end() :]
    return _AND.sub(", ", said).strip()


def _split_json(text: str) -> tuple[dict[str, str], str] | None:
    """The same of an object in JSON, as Hugo takes it; None if the text has no such head."""
    start = len(text) - len(text.lstrip())
    if not _OBJECT.match(text, start):
        return None
    try:
        found, end = json.JSONDecoder().raw_decode(text[start : start + _MOST_HEAD])
    except (ValueError, RecursionError):
        return None
    rest = text[start + end :]
    fields = {name.lower(): _flat(value) for name, value in found.items()}
    return (fields, rest) if "title" in fields and rest.lstrip(" \t")[:1] in ("\n", "") else None


def _split_defined(text: str) -> tuple[dict[str, str], str] | None:
    """The same of lines like ``@def title = "The Ferry"``, as Franklin takes them."""
    match = _DEFINITIONS.match(text[:_MOST_HEAD])
    if match is None:
        return None
    fields: dict[str, str] = {}
    for name, long, short in _DEFINITION.findall(match[0]):
        fields.setdefault(name.lower(), " ".join(long.split()) or _value(short))
    return fields, text[match.end() :]


def _split_pandoc(text: str) -> tuple[dict[str, str], str] | None:
    """The same of a title block of pandoc: up to three lines that begin with a per cent sign."""
    match = _PANDOC.match(text[:_MOST_HEAD])
    if match is None:
        return None
    title, authors, date = (said or "" for said in match.groups())
    fields = {
        "title": " ".join(title.split()),
        "author": ", ".join(_BETWEEN_AUTHORS.split(authors.strip())),
        "date": date.strip(),
    }
    return {name: value for name, value in fields.items() if value}, text[match.end() :]


def _split_bare(text: str) -> tuple[dict[str, str], str]:
    """The same without rules: a title and more, each by a known name, and a blank line.

    Of many fields some may have names of their own, if the known ones are no fewer than three.
    """
    head, gap, rest = text.partition("\n\n")
    lines = head.split("\n")
    names = [line.partition(":")[0].strip().lower() for line in lines if ":" in line]
    if not gap or len(names) < max(2, len(lines)):
        return {}, text
    known = _NAMES.intersection(names)
    if len(known) < len(set(names)) and (
        len(known) < _KNOWN_AMONG_OTHERS or not all(map(_OWN_NAME.fullmatch, names))
    ):
        return {}, text
    fields = _fields_by_line(lines)
    return (fields, rest) if "title" in fields else ({}, text)


def _fields_by_line(lines: Sequence[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        found = _FIELD.fullmatch(line[:_LONGEST_LINE])
        if found:
            fields.setdefault(found[1].lower(), _value(found[2]))
    return fields


def _fields_of_toml(text: str) -> dict[str, str]:
    import tomllib  # few files need it, and it takes 4 ms

    try:
        found = tomllib.loads(text[:_MOST_TOML])
    except (tomllib.TOMLDecodeError, RecursionError):
        return _fields_by_line(text.split("\n"))
    fields = {name.lower(): _flat(value) for name, value in found.items()}
    for section in _SECTIONS:
        inner = found.get(section)
        for name, value in inner.items() if isinstance(inner, dict) else ():
            fields.setdefault(name.lower(), _flat(value))
    return fields


def _flat(value: Any) -> str:
    """A value of TOML as text."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_flat, value)))
    if isinstance(value, dict):
        return _person({name.lower(): _flat(inner) for name, inner in value.items()})
    if isinstance(value, bool):
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else " ".join(str(value).split())


def _fields_of(lines: Sequence[str]) -> dict[str, str]:
    """The fields of YAML by name; those in :data:`_SECTIONS` where they stand nowhere else."""
    lines = [line[:_LONGEST_LINE].expandtabs(2).rstrip() for line in lines[:_MOST_LINES]]
    lines = [line for line in lines if len(line) - len(line.lstrip()) <= _DEEPEST]
    fields: dict[str, str] = {}
    inner: dict[str, str] = {}
    for name, value, below in _entries(lines):
        if name in _SECTIONS and not value:
            inner |= {key: _read(said, deep) for key, said, deep in _entries(below)}
        else:
            fields.setdefault(name, _read(value, below))
    return inner | fields


def _entries(lines: Sequence[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Each name of a mapping in lower case, what stands behind it, and the lines below it."""
    lines = textwrap.dedent("\n".join(lines)).split("\n")
    name, value = "", ""
    below: list[str] = []
    for line in lines:
        field = _KEY.fullmatch(line) if line[:1] not in ("", " ", "-", "#") else None
        # Some write TOML's sign between the rules of YAML.
        field = field or (_FIELD.fullmatch(line) if line[:1].isalnum() and "=" in line else None)
        if field is None:
            below.append(line)
            continue
        if name:
            yield name, value, below
        name, value, below = field[1].lower(), (field[2] or "").strip(), []
    if name:
        yield name, value, below


def _read(value: str, below: Sequence[str]) -> str:
    """The value of a field as text: a scalar, a list or a mapping."""
    value = value if value[:1] in "\"'" else _COMMENT.sub("", value)
    below = [line for line in below if line.strip() and not line.lstrip().startswith("#")]
    if _BLOCK_SCALAR.fullmatch(value):
        return " ".join(line.strip() for line in below)
    if value[:1] == "[":
        return ", ".join(
            filter(None, map(_in_flow, _parted(" ".join([value, *map(str.strip, below)]))))
        )
    if value or not below:
        # A value goes on in the lines below that stand in.
        return _value(" ".join([value, *(line.strip() for line in below if line[:1] == " ")]))
    below = textwrap.dedent("\n".join(below)).split("\n")
    if not below[0].startswith("-"):
        return _person({name: _read(said, deep) for name, said, deep in _entries(below)})
    return ", ".join(filter(None, map(_read_item, _items(below))))


def _items(lines: Sequence[str]) -> list[list[str]]:
    """The lines of each item of a list, without its dash."""
    items: list[list[str]] = []
    for line in lines:
        if match := _ITEM.fullmatch(line):
            items.append([" " * (len(line) - len(match[1] or "")) + (match[1] or "")])
        elif items:
            items[-1].append(line)
    return items


def _read_item(lines: Sequence[str]) -> str:
    first = lines[0].strip()
    if first[:1] == "{":
        return _in_flow(first)
    if first[:1] not in "\"'" and _KEY.fullmatch(first):
        return _person({name: _read(said, deep) for name, said, deep in _entries(lines)})
    return _read(first, [f" {line.strip()}" for line in lines[1:]])


def _in_flow(text: str) -> str:
    """An item of a list in brackets: a scalar, or a mapping in braces."""
    if text[:1] != "{":
        return _value(text)
    pairs = (part.partition(":") for part in _parted(text))
    return _person(
        {key.strip().strip("\"'").lower(): _value(said.strip()) for key, _, said in pairs}
    )


def _parted(text: str) -> list[str]:
    """What stands in a pair of brackets, parted at its commas."""
    parts: list[str] = [""]
    depth, quote = 0, ""
    for at, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and parts[-1][-1:] in ("", " ", ":"):
            quote = character
        elif character in "[{":
            depth += 1
            if depth == 1:
                continue
        elif character in "]}":
            depth -= 1
            if depth == 0:
                break
        elif character == "," and depth == 1:
            parts.append("")
            continue
        parts[-1] += character
        if at > _LONGEST_LINE * 4:
            break
    return [part.strip() for part in parts if part.strip()]


def _person(fields: Mapping[str, str]) -> str:
    """The name in a mapping about someone; "" if it has none."""
    for given, family in _HALVES:
        if fields.get(family):
            return f"{fields.get(given, '')} {fields[family]}".strip()
    return next((fields[key] for key in _NAME_KEYS if fields.get(key)), "")


def _value(said: str) -> str:
    """A value without its quotation marks; YAML writes an apostrophe between two of them twice."""
    said = said.strip()
    if said[:1] == said[-1:] and said[:1] in ("'", '"') and len(said) > 1:
        within = said[1:-1].strip()
        return (
            within.replace("''", "'") if said[0] == "'" else _whole(_ESCAPE.sub(_unescaped, within))
        )
    bare = said.strip("\"'")
    return "" if bare.lower() in _NOTHING else bare


def _unescaped(escape: re.Match[str]) -> str:
    number = escape[1] or escape[2] or escape[3]
    if number:
        return chr(int(number, 16))
    return " " if escape[4] in "ntr" else escape[4]


def _whole(text: str) -> str:
    """A text whose characters are whole: some write one beyond 16 bits as two halves."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
