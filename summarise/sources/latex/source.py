"""The source of LaTeX made ready: comments out, listings apart, the author's own commands known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from posixpath import normpath

from summarise.sources.beside import Beside
from summarise.sources.refused import RefusedError

#: Environments whose text means nothing to LaTeX.
_LISTINGS = (
    r"[A-Za-z]{0,20}[vV]erbatim", r"lst[a-z]{3,20}", r"[a-z]{0,20}code", "tcblisting", "minted",
    "filecontents", "alltt", "Highlighting",
)  # fmt: skip
#: Those in which commands are obeyed all the same, as pandoc colours code by.
_WITH_COMMANDS = ("alltt", "Highlighting")
_IN_LISTING = re.compile(r"\\textbackslash\{\}|\\([{}_%&#$^~])(?:\{\})?|\\[A-Za-z]+(?=\{)|[{}]")
_UNSEEN = ("comment", "filecontents")
#: What stands around the number of a listing: sanitised text has no such character.
_MARK = "\x1a"
LISTING = re.compile(f"{_MARK}([bi])(\\d+){_MARK}")
_RAW = re.compile(
    r"\\begin\{(?P<env>" + "|".join((*_LISTINGS, "comment")) + r")(?P<star>\*?)\}"
    r"|\\(?:verb|lstinline|Verb)\*?(?:\[[^\]\n]{0,200}\])?(?P<sign>[^a-zA-Z\s*{])"
    r"(?P<inline>[^\n]{0,500}?)(?P=sign)"
    r"|(?P<escaped>\\[\\%])|(?P<iffalse>\\iffalse\b)|(?P<comment>%[^\n]*(?:\n[ \t]*)?)"
)
_OPTIONS = re.compile(r"[ \t]{0,9}(?:\[[^\]]{0,500}\])?(?:\{[^{}\n]{0,200}\})?[ \t]{0,9}\n?")
_COMMAND = re.compile(
    r"\\(?:re)?newcommand\*?\s{0,9}\{?\s{0,9}\\([A-Za-z]{1,40})\s{0,9}\}?\s{0,9}(?:\[(\d)\])?(\[[^\]]{0,200}\])?\s{0,9}(?=\{)"
    r"|\\(?:provide|DeclareRobust)[cC]ommand\*?\s{0,9}\{?\s{0,9}\\([A-Za-z]{1,40})\s{0,9}\}?\s{0,9}(?:\[(\d)\])?\s{0,9}(?=\{)"
    r"|\\def\s{0,9}\\([A-Za-z]{1,40})\s{0,9}((?:#\d){0,9})\s{0,9}(?=\{)"
    r"|\\DeclareMathOperator\*?\s{0,9}\{\s{0,9}\\([A-Za-z]{1,40})\s{0,9}\}\s{0,9}(?=\{)"
)
_THEOREM = re.compile(
    r"\\newtheorem\*?\s{0,9}\{(\w{1,40})\*?\}\s{0,9}(?:\[\w{0,40}\])?\s{0,9}\{([^{}]{1,60})\}"
)
#: What is programmed cannot be read off: such a command is read as what stands in its braces.
_PROGRAMMED = re.compile(
    r"@|\\(?:if|else|fi|dimexpr|setbox|expandafter|let|def|hbox|vbox|csname)\b"
)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
#: A file that is taken in, and with an import the folder that it and its own are in.
_TAKES_IN = re.compile(
    r"\\(?:(?P<how>input|include|subfile)"
    r"\s{0,9}(?:\{(?P<name>[^{}\n]{1,300})\}|(?P<bare>[ ][\w./-]{1,200}))"
    r"|(?P<sub>sub)?import\*?\s{0,9}\{(?P<folder>[^{}\n]{0,300})\}\s{0,9}\{(?P<file>[^{}\n]{1,300})\})"
)
_BODY = re.compile(r"\\begin\s*\{document\}(.*?)(?:\\end\s*\{document\}|\Z)", re.DOTALL)
_DEEPEST_FILE = 10
#: So much text may come of an author's own commands, and so deep may they stand in each other.
MOST_EXPANDED = 4_000_000
_LONGEST_BODY = 2_000
#: Braces and commands of a document: six chapters of a book of mathematics have 30,000 of them.
_MOST_MARKS = 3_000_000


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the author's own."""

    arguments: int
    body: str


@dataclass
class Source:
    """A document without comments, and what was taken out of it."""

    text: str
    listings: list[str] = field(default_factory=list)
    commands: dict[str, Command] = field(default_factory=dict)
    programmed: frozenset[str] = frozenset()
    """The names of the author's own commands that cannot be read off."""
    theorems: dict[str, str] = field(default_factory=dict)
    """The environments of theorems and their like, by the names that are printed."""


def source_of(text: str, beside: Beside | None = None) -> Source:
    """Make a document ready to be read, with the files that it takes in where they are there.

    Args:
        text: The document.
        beside: The folder it lies in, if it is a file.

    Raises:
        RefusedError: It has more marks in it than can be read.
    """
    listings: list[str] = []
    plain = _without_comments(text, listings)
    if beside is not None:
        plain = _with_others(plain, listings, beside, "", ())
    if plain.count("{") + plain.count("\\") > _MOST_MARKS:
        raise RefusedError("has more marks in it than can be read: save it in parts, or as text")
    theorems = {match[1]: match[2] for match in _THEOREM.finditer(plain)}
    plain, commands, programmed = _without_definitions(plain)
    return Source(plain, listings, commands, programmed, theorems)


def _with_others(
    text: str, listings: list[str], beside: Beside, folder: str, within: tuple[str, ...]
) -> str:
    """A text with those that it takes in, and those that they take in.

    Args:
        text: The text without comments.
        listings: Where what is taken out goes.
        beside: The folder of the document.
        folder: The folder of an import that this text came by, where names are looked for first.
        within: The files that this text is taken in by.
    """

    def taken_in(match: re.Match[str]) -> str:
        if (imported := match["folder"]) is not None:
            places = [f"{folder if match['sub'] else ''}{imported}/"]
        else:
            places = list(dict.fromkeys((folder, "")))
        name = (match["name"] or match["bare"] or match["file"]).strip()
        for place in places:
            path = normpath(f"{place}{name}")
            found = None
            if path not in within and len(within) < _DEEPEST_FILE:
                found = beside.text_of(path, ".tex")
            if found is not None:
                plain = _without_comments(found, listings)
                body = _BODY.search(plain)  # of a document that can stand alone
                inside = _with_others(
                    body[1] if body else plain, listings, beside, place, (*within, path)
                )
                return f"\n\n{inside}\n\n" if match["how"] == "include" else f"{inside}\n"
        return match[0]

    return _TAKES_IN.sub(taken_in, text)


def closing_braces(text: str) -> dict[int, int]:
    """For the place of each brace that opens a group the place of the one that closes it."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            pairs[opened.pop()] = match.start()
    return pairs


def _without_comments(text: str, listings: list[str]) -> str:
    out: list[str] = []
    at = 0
    endless: set[str] = set()
    while (match := _RAW.search(text, at)) is not None:
        out.append(text[at : match.start()])
        at = match.end()
        if match["env"]:
            end = f"\\end{{{match['env']}{match['star']}}}"
            stop = -1 if end in endless else text.find(end, at)
            if stop < 0:
                endless.add(end)
                out.append(match[0])
                continue
            if match["env"] not in _UNSEEN:
                options = _OPTIONS.match(text, at)
                listing = text[options.end() if options else at : stop]
                if match["env"] in _WITH_COMMANDS:
                    listing = _IN_LISTING.sub(_as_printed, listing)
                listings.append(listing)
                out.append(f"\n\n{_MARK}b{len(listings) - 1}{_MARK}\n\n")
            at = stop + len(end)
        elif match["sign"]:
            listings.append(match["inline"])
            out.append(f"{_MARK}i{len(listings) - 1}{_MARK}")
        elif match["iffalse"]:
            stop = -1 if "fi" in endless else text.find("\\fi", at)
            if stop < 0:
                endless.add("fi")
            else:
                at = stop + 3
        elif match["escaped"]:
            out.append(match[0])
        elif "\n" in match["comment"] and text[at : at + 1] == "\n":
            out.append("\n")  # a comment on a line of its own parts no paragraphs
    out.append(text[at:])
    return "".join(out)


def _as_printed(match: re.Match[str]) -> str:
    return "\\" if match[0].startswith("\\textb") else match[1] or ""


def _without_definitions(text: str) -> tuple[str, dict[str, Command], frozenset[str]]:
    """A document without the definitions of the author's own commands, and these commands.

    Returns:
        The document; the commands that can be read off; the names of those that cannot.
    """
    found: dict[str, Command] = {}
    programmed: set[str] = set()
    pairs = closing_braces(text) if _COMMAND.search(text) else {}
    out: list[str] = []
    at = 0
    for match in _COMMAND.finditer(text):
        stop = pairs.get(match.end())
        if stop is None or match.start() < at:
            continue
        out.append(text[at : match.start()])
        at = stop + 1
        body = text[match.end() + 1 : stop]
        name = match[1] or match[4] or match[6] or match[8]
        count = int(match[2] or match[5] or len(match[7] or "") // 2)
        # One with an optional argument is read as what stands in its braces.
        plain = len(body) <= _LONGEST_BODY and _PROGRAMMED.search(body) is None
        itself = re.search(rf"\\{name}(?![A-Za-z])", body) is not None
        if plain and not itself and not match[3]:
            found[name] = Command(count, body)
        else:
            programmed.add(name)
    out.append(text[at:])
    return "".join(out), found, frozenset(programmed - found.keys())
