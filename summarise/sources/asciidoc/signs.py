"""The lines that begin or end blocks, and the styles that say what a block is."""

from __future__ import annotations

import re

FENCE = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}|~{4,})")
TICKS = re.compile(r"(`{3,})\s*([\w+#.-]*).*")
BOX = re.compile(r"={4,}|\*{4,}|_{4,}|--")
TABLE = re.compile(r"([|,:!])={3,}")
RULE = re.compile(r"'{3,}|<{3,}|-{3}|\*{3}|- - -|\* \* \*|___")
CAPTION = re.compile(r"\.([^\s.].*|\.[^\s.].*)")
MACRO = re.compile(r"([a-z][\w-]{1,30})::(\S{0,2000}?)\[(.*)\]")
ITEM = re.compile(
    r"\s*(\*{1,9}|-|•|\.{1,9}|\d{1,9}\.|[a-zA-Z]\.|[ivxIVX]{1,9}\)|<(?:\d{1,3}|\.)>)[ \t]+(\S.*)"
)
TASK = re.compile(r"\[([ xX*])\][ \t]+")
TERM = re.compile(r"[ \t]*(\S(?:.*?\S)??)[ \t]*(:{2,4}|;;)(?:[ \t]+(\S.*)|)")
ADMONITION = re.compile(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=\S)")
ADMONITIONS = frozenset({"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"})
ATTRIBUTION = re.compile(r"--[ \t]+(\S.*)")
QUOTED = re.compile(r">[ \t]?(.*)")
#: Styles of blocks whose lines are kept, and those whose text is a formula or a drawing.
LISTINGS = frozenset({"source", "listing", "literal"})
FORMULAS = frozenset({"stem", "latexmath", "asciimath"})
DRAWINGS = frozenset(
    [
        "plantuml",
        "ditaa",
        "mermaid",
        "graphviz",
        "dot",
        "a2s",
        "blockdiag",
        "seqdiag",
        "svgbob",
        "vega",
    ]
)
QUOTES = frozenset({"quote", "verse"})
KEPT = LISTINGS | FORMULAS | DRAWINGS | {"verse", "comment", "pass"}
