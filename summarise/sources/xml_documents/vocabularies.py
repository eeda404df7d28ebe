"""The kinds of documents that are known, and what their elements are: a table for each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from summarise.draft import Aside
from summarise.sources.xml_documents.roles import Role, Vocabulary, asides, local, names

_SECTION, _TITLE, _CELL = Role.SECTION, Role.TITLE, Role.CELL

JATS = Vocabulary(
    "JATS",
    names(
        {
            _SECTION: "sec app sub-article response book-part boxed-text glossary def-list"
            " front-stub article",
            _TITLE: "title article-title",
            Role.LABEL: "label",
            "figcaption": "caption",
            Role.CAPTIONED: "fig table-wrap fig-group chem-struct-wrap supplementary-material",
            "p": "p verse-line attrib term-head def-head",
            "blockquote": "disp-quote speech statement verse-group",
            "pre": "code preformat",
            Role.LIST: "list",
            "li": "list-item",
            "dt": "term",
            "dd": "def",
            "em": "italic named-content",
            "strong": "bold",
            "code": "monospace",
            "s": "strike",
            "sup": "sup",
            "sub": "sub",
            Role.LINK: "ext-link uri email self-uri",
            Role.CROSS: "xref",
            Role.TABLE: "table",
            Role.ROWS: "tbody tfoot",
            Role.HEAD_ROWS: "thead",
            Role.ROW: "tr",
            _CELL: "td",
            Role.HEAD_CELL: "th",
            Role.FORMULA: "math",
            Role.TEX: "tex-math",
            Role.DATA: "element-citation nlm-citation",
            Role.ONE_OF: "alternatives citation-alternatives",
            Role.LINE_END: "break",
            Role.SKIP: "front book-meta article-meta journal-meta front-stub alt-text long-desc"
            " graphic inline-graphic media object-id permissions processing-meta sec-meta"
            " table-wrap-group-meta index-term related-article related-object",
        }
    ),
    {("caption", "title"): "p", ("list-item", "label"): Role.LABEL, ("list", "title"): "p"},
    asides(
        {
            Aside.REFERENCES: "ref-list",
            Aside.FOOTNOTE: "fn fn-group table-wrap-foot",
            Aside.FRONT_MATTER: "ack bio trans-abstract notes author-notes",
        }
    ),
    preferred=("math", "tex-math", "textual-form"),
    headers=("front-stub", "book-part-meta"),
)

_DOCBOOK_HEADER_NAMES = """
    info articleinfo bookinfo chapterinfo sectioninfo sect1info sect2info sect3info partinfo
    appendixinfo prefaceinfo refentryinfo refsect1info setinfo objectinfo blockinfo
"""
_DOCBOOK_HEADERS = tuple(_DOCBOOK_HEADER_NAMES.split())
DOCBOOK = Vocabulary(
    "DocBook",
    names(
        {
            _SECTION: "article book part chapter preface appendix section sect1 sect2 sect3 sect4"
            " sect5 simplesect refentry refsection refsect1 refsect2 refsect3 refsynopsisdiv"
            " glossary glossdiv dedication qandaset qandadiv reference set topic acknowledgements",
            _TITLE: "title bridgehead",
            Role.CAPTIONED: "figure informalfigure example informalexample equation mediaobject",
            "figcaption": "caption",
            "p": "para simpara formalpara refpurpose refname attribution subtitle member"
            " screeninfo question answer revdescription line",
            "blockquote": "blockquote epigraph",
            "pre": "programlisting screen literallayout synopsis address",
            Role.DATA: "funcsynopsis cmdsynopsis classsynopsis menuchoice biblioentry",
            "ul": "itemizedlist simplelist variablelist glosslist calloutlist segmentedlist",
            "ol": "orderedlist procedure substeps",
            "li": "listitem step callout member",
            "dt": "term glossterm",
            "dd": "glossdef",
            "em": "emphasis citetitle firstterm foreignphrase replaceable wordasword",
            "code": "literal code command filename option varname function parameter type"
            " userinput computeroutput classname methodname constant tag sgmltag envar"
            " systemitem prompt property interfacename package token markup keycap",
            "sup": "superscript",
            "sub": "subscript",
            Role.LINK: "ulink link uri email olink",
            Role.CROSS: "xref",
            Role.QUOTED: "quote",
            Role.TABLE: "table informaltable",
            Role.ROWS: "tgroup tbody tfoot",
            Role.HEAD_ROWS: "thead",
            Role.ROW: "row tr",
            _CELL: "entry td",
            Role.HEAD_CELL: "th",
            Role.FORMULA: "math",
            Role.SKIP: f"{' '.join(_DOCBOOK_HEADERS)} refmeta indexterm remark imageobject"
            " videoobject audioobject textobject titleabbrev colspec spanspec alt areaspec include",
        }
    ),
    {
        ("varlistentry", "listitem"): "dd",
        ("glossentry", "glossterm"): "dt",
        ("para", "glossterm"): "em",
        ("para", "title"): "em",
        ("formalpara", "para"): "span",
        ("formalpara", "title"): "strong",
        ("simplelist", "member"): "li",
        ("bibliomixed", "abbrev"): "strong",
        **{
            (admonition, "title"): "p"
            for admonition in ("note", "tip", "warning", "caution", "important", "sidebar")
        },
    },
    asides(
        {
            Aside.REFERENCES: "bibliography bibliolist",
            Aside.CONTENTS: "toc lot index",
            Aside.FOOTNOTE: "footnote",
            Aside.FRONT_MATTER: "colophon revhistory legalnotice",
        }
    ),
    headers=_DOCBOOK_HEADERS,
)

TEI = Vocabulary(
    "TEI",
    names(
        {
            _SECTION: "div div0 div1 div2 div3 div4 div5 div6 div7",
            _TITLE: "head",
            Role.CAPTIONED: "figure",
            "p": "p ab l speaker stage trailer opener closer salute signed dateline byline"
            " argument docAuthor docDate",
            "blockquote": "quote cit lg epigraph",
            "pre": "egXML eg",
            Role.LIST: "list",
            "li": "item",
            "em": "hi emph title foreign term mentioned",
            "code": "code gi att val ident tag",
            "s": "del",
            Role.LINK: "ref ptr",
            Role.QUOTED: "q said soCalled",
            Role.TABLE: "table",
            Role.ROW: "row",
            _CELL: "cell",
            Role.FORMULA: "math",
            Role.DATA: "biblStruct biblFull",
            Role.ONE_OF: "choice",
            Role.LINE_END: "lb",
            Role.SKIP: "teiHeader facsimile standOff pb cb gb milestone gap graphic figDesc index"
            " sourceDoc interp interpGrp",
        }
    ),
    {
        ("figure", "head"): "figcaption",
        ("table", "head"): "figcaption",
        ("list", "head"): "p",
        ("lg", "head"): "p",
        ("list", "label"): "dt",
        ("p", "quote"): Role.QUOTED,
        ("p", "lg"): "blockquote",
    },
    asides(
        {
            Aside.REFERENCES: "listBibl",
            Aside.FOOTNOTE: "note noteGrp",
            Aside.RUNNING: "fw",
            Aside.FRONT_MATTER: "titlePage",
            Aside.CONTENTS: "divGen",
        }
    ),
    aside_types=asides(
        {
            Aside.CONTENTS: "contents toc index",
            Aside.REFERENCES: "bibliography references",
            Aside.FOOTNOTE: "notes footnotes endnotes",
            Aside.FRONT_MATTER: "acknowledgement acknowledgements acknowledgments funding",
        }
    ),
    preferred=("corr", "reg", "expan"),
)

RFC = Vocabulary(
    "RFC XML",
    names(
        {
            _SECTION: "section note abstract",
            _TITLE: "name",
            Role.CAPTIONED: "figure",
            "p": "t preamble postamble",
            "pre": "artwork sourcecode",
            "blockquote": "blockquote",
            "figcaption": "caption",
            "ul": "ul",
            "ol": "ol",
            Role.LIST: "list",
            "li": "li",
            "dt": "dt",
            "dd": "dd",
            "em": "em spanx",
            "strong": "strong bcp14",
            "code": "tt",
            "sup": "sup",
            "sub": "sub",
            Role.LINK: "eref",
            Role.CROSS: "xref relref",
            Role.DATA: "reference",
            Role.TABLE: "table texttable",
            Role.ROWS: "tbody tfoot",
            Role.HEAD_ROWS: "thead",
            Role.ROW: "tr",
            _CELL: "td c",
            Role.HEAD_CELL: "th ttcol",
            Role.LINE_END: "br",
            Role.SKIP: "front iref cref link boilerplate toc",
        }
    ),
    {
        ("list", "t"): "li",
        ("table", "name"): "figcaption",
        ("figure", "name"): "figcaption",
        ("artset", "artwork"): "pre",
    },
    asides({Aside.REFERENCES: "references"}),
    titled_by=("title",),
    names_sources=True,
)

XEP = Vocabulary(
    "XEP",
    names(
        {
            _SECTION: "section1 section2 section3 section4 section5",
            Role.CAPTIONED: "figure",
            "p": "p",
            "div": "div",
            "pre": "code example",
            "blockquote": "blockquote",
            "figcaption": "caption",
            "ul": "ul",
            "ol": "ol",
            "li": "li",
            "dt": "dt",
            "dd": "dd",
            "em": "em cite dfn",
            "strong": "strong b",
            "code": "tt",
            "sup": "sup",
            "sub": "sub",
            Role.LINK: "link a",
            Role.TABLE: "table",
            Role.ROWS: "tbody",
            Role.HEAD_ROWS: "thead",
            Role.ROW: "tr",
            _CELL: "td",
            Role.HEAD_CELL: "th",
            Role.LINE_END: "br",
            Role.SKIP: "header img",
        }
    ),
    {("p", "code"): "code", ("li", "code"): "code", ("td", "code"): "code"},
    asides({Aside.FOOTNOTE: "note"}),
    titled_by=("topic", "caption"),
)

#: The topics of DITA, and what their bodies are called.
_DITA_BODIES = {
    "topic": ("body",),
    "concept": ("conbody",),
    "task": ("taskbody",),
    "reference": ("refbody",),
    "troubleshooting": ("troublebody",),
    "glossentry": ("glossdef", "glossBody"),
    "glossgroup": ("glossentry",),
}
DITA = Vocabulary(
    "DITA",
    names(
        {
            _SECTION: f"{' '.join(_DITA_BODIES)} section example refsyn dita",
            _TITLE: "title glossterm",
            Role.CAPTIONED: "fig",
            "p": "p shortdesc cmd info stepresult stepxmp tutorialinfo glossdef note"
            " itemgroup searchtitle",
            "blockquote": "lq",
            "pre": "codeblock pre screen msgblock lines",
            "ul": "ul sl steps-unordered choices",
            "ol": "ol steps substeps",
            "li": "li sli step substep choice",
            "dt": "dt dthd",
            "dd": "dd ddhd",
            "em": "i term cite",
            "strong": "b uicontrol wintitle",
            "code": "codeph filepath cmdname option parmname varname apiname userinput"
            " systemoutput msgph xmlelement xmlatt synph tt",
            "s": "line-through",
            "sup": "sup",
            "sub": "sub",
            Role.LINK: "xref",
            Role.QUOTED: "q",
            Role.DATA: "menucascade syntaxdiagram",
            Role.TABLE: "table simpletable properties choicetable",
            Role.ROWS: "tgroup tbody",
            Role.HEAD_ROWS: "thead",
            Role.ROW: "row sthead strow prophead property chhead chrow",
            _CELL: "entry stentry proptype propvalue propdesc choption chdesc",
            Role.HEAD_CELL: "proptypehd propvaluehd propdeschd choptionhd chdeschd",
            Role.FORMULA: "math",
            Role.SKIP: "prolog titlealts image alt indexterm draft-comment required-cleanup data"
            " colspec data-about foreign unknown object",
        }
    ),
    {
        ("table", "title"): "figcaption",
        ("fig", "title"): "figcaption",
        ("sthead", "stentry"): Role.HEAD_CELL,
    },
    asides({Aside.LINKS: "related-links", Aside.FOOTNOTE: "fn"}),
)

#: What elements mean in most of the vocabularies that nobody knows.
GENERIC = Vocabulary(
    "XML",
    names(
        {
            _SECTION: "section sect chapter part division",
            _TITLE: "title subtitle head heading headline header h1 h2 h3 h4 h5 h6 titre titel",
            Role.CAPTIONED: "figure fig",
            "figcaption": "caption figcaption",
            "p": "p para paragraph paragraphe absatz",
            "blockquote": "blockquote quotation",
            "pre": "pre programlisting codeblock listing",
            "ul": "ul itemizedlist",
            "ol": "ol orderedlist",
            "li": "li listitem",
            "dt": "dt",
            "dd": "dd",
            "em": "em i emph emphasis italic cite",
            "strong": "strong b bold",
            "code": "code tt",
            "sup": "sup",
            "sub": "sub",
            Role.LINK: "a link",
            Role.TABLE: "table",
            Role.ROWS: "tbody tfoot tgroup",
            Role.HEAD_ROWS: "thead",
            Role.ROW: "tr row",
            _CELL: "td entry cell",
            Role.HEAD_CELL: "th",
            Role.FORMULA: "math",
            Role.LINE_END: "br lb",
            Role.SKIP: "script style binary",
        }
    ),
)

#: What stands around the documents of a collection or an answer to a query.
_DEEPEST_START, _LOOKED_AT = 4, 200
_JATS_PARTS = frozenset({"front", "front-stub", "body", "back", "article-meta"})
_DOCBOOK_NAMESPACE = "{http://docbook.org/ns/docbook}"
_DOCBOOK_PARAGRAPHS = ("para", "simpara", "refnamediv")


def vocabulary_of(root: Any) -> tuple[Vocabulary, Any]:
    """What a document is written in, and the element that it begins with.

    Collections and answers of servers put elements of their own around documents. One that nobody
    knows is read by what elements are called in most.
    """
    for node in islice(_first_elements(root), _LOOKED_AT):
        if found := _told_by(node):
            whole = root if local(root) == "teiCorpus" else _around_same(node)
            return found, whole
    return GENERIC, root


def _first_elements(root: Any) -> Iterator[Any]:
    level = [root]
    for _ in range(_DEEPEST_START):
        yield from level
        level = [child for node in level for child in islice(node, _LOOKED_AT)][:_LOOKED_AT]


def _around_same(node: Any) -> Any:
    """The element around several documents of one kind, or the one document."""
    around = node.getparent()
    same = around is not None and sum(1 for child in around if child.tag == node.tag) > 1
    return around if same else node


def _told_by(node: Any) -> Vocabulary | None:
    """What a document is written in that begins with an element."""
    name = local(node)
    inside = {local(child) for child in node}
    if name in ("TEI", "TEI.2", "teiCorpus"):
        return TEI
    if name == "rfc":
        return RFC
    if name == "xep":
        return XEP
    if name in ("article", "book-part", "book") and inside & _JATS_PARTS:
        return JATS
    if name in DOCBOOK.roles and DOCBOOK.roles[name] is _SECTION:
        is_named = str(node.tag).startswith(_DOCBOOK_NAMESPACE)
        if is_named or any(local(inner) in _DOCBOOK_PARAGRAPHS for inner in node.iter()):
            return DOCBOOK
    is_topic = name in _DITA_BODIES and inside & {*_DITA_BODIES[name], "shortdesc", "abstract"}
    if is_topic or (name == "dita" and inside & set(_DITA_BODIES)):
        return DITA
    return None
