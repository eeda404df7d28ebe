"""Small files of every kind of source, and what is made of them by lot."""

# ruff: noqa: E501 (tags stay in the line of what they hold)

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from random import Random

from summarise.sources.formats import readable_suffixes
from tests.fuzz.sequences import any_sequence
from tests.summarise.document_files import epub, opendocument, paragraph, word
from tests.summarise.pdf_pages import pdf_of
from tests.summarise.test_feeds import ATOM, ITEM, JSON, RDF, rss
from tests.summarise.test_mail import mail
from tests.summarise.test_notebooks import cell, notebook

_FIRST = "The ferry stayed in port because of the ice. Nobody had expected it so early."
_SECOND = "However, the captain said that the “harbour” would open again on 3 March, at 10 a.m. He waited."
_THIRD = "Children skated until dark, and their parents asked the council for signs."
_TEXT = f"The harbour froze\n\n{_FIRST}\n\n{_SECOND}\n\n- {_THIRD}\n"

_MARKDOWN = f"""---
title: The harbour
author: Ann Bell
---
# The harbour

{_FIRST} [A link](http://a.example "title"), `code` and **bold**.[^1]

> {_SECOND}

1. {_THIRD}
   - deeper

| a | b |
| - | - |
| 1 | 2 |

```python
x = 1
```

![a picture](a.png) $x^2$ <b>html</b> &amp; &Tab;

[^1]: A note.
"""
_HTML = f"""<!DOCTYPE html><html lang="en"><head><title>The harbour</title>
<meta name="author" content="Ann Bell"><meta property="og:title" content="Frozen">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ice"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>The harbour</h1><p>{_FIRST}</p><p>{_SECOND}</p>
<ul><li>{_THIRD}</li></ul><table><tr><td>a</td><td>b</td></tr></table><pre>a&Tab;b</pre>
<figure><img alt="x"><figcaption>The quay.</figcaption></figure><math><mi>x</mi></math></article>
<footer>Subscribe</footer></body></html>"""
_RST = f"""The harbour
===========

.. note:: {_FIRST}

:Author: Ann

{_SECOND} ``code`` |sub| `link <http://a.example>`_

* {_THIRD}

.. code:: python

   x = 1
"""
_ASCIIDOC = f"""= The harbour
Ann Holm <ann@a.example>
v1, 2026-03-01: first
:town: Norrvik

== One

{_FIRST} It is *{{town}}*, `code`, https://a.example[a link] and <<one>>.footnote:[A _note_.]

. {_THIRD}
+
----
x = 1 <1>
----

[quote,Ann]
____
{_SECOND}
____

Term:: Words.

|===
|a |b

|1 |2
|===

image::a.png[A boat]
"""
_ROFF = f""".TH FERRY 1 "March" "x"
.SH NAME
ferry \\- waits
.PP
{_FIRST}
\\fB{_SECOND}\\fP \\(co \\[u2026]
.IP \\(bu 2
{_THIRD}
"""
_LATEX = rf"""\documentclass{{article}}\newcommand{{\ice}}{{ice #1}}
\title{{The harbour}}\author{{Ann}}\begin{{document}}\maketitle \section{{One}} {_FIRST}
\begin{{itemize}}\item {_THIRD} \end{{itemize}} $x^2+\frac{{1}}{{2}}$ \emph{{{_SECOND}}} % comment
\footnote{{A note.}} \begin{{verbatim}}x{{\end{{verbatim}} \end{{document}}"""
_RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\info{\title Harbour}{\author Ann}}"
    rf"\pard\b {_FIRST}\b0\par {{\pntext\bullet}} {_THIRD} \u8230? \'e9\par\trowd\cell x\row"
    r"{\footnote A note.}}"
)
_SRT = f"1\n00:00:01,000 --> 00:00:02,500\n{_FIRST}\n\n2\n00:00:03,000 --> 00:00:04,000\n<i>{_THIRD}</i>\n"
_VTT = f"WEBVTT\n\n00:01.000 --> 00:02.500 align:start\n<v Ann>{_FIRST}\n\nNOTE x\n\n00:03.000 --> 00:04.000\n{_THIRD}\n"
_OPML = (
    '<opml version="2.0"><head><title>Feeds</title></head><body><outline text="Sea">'
    '<outline text="Ferry" type="rss" xmlUrl="http://a.example/rss"/></outline></body></opml>'
)
_JATS = (
    '<!DOCTYPE article [<!ENTITY x "y">]><article xml:lang="en"><front><article-meta><title-group>'
    "<article-title>Ferries</article-title></title-group></article-meta></front><body><sec>"
    f"<label>1.</label><title>One</title><p>{_FIRST}<fn><p>A note.</p></fn> &nbsp;&x;</p><list>"
    f"<list-item><p>{_THIRD}</p></list-item></list><table><tr><td>a</td></tr></table></sec></body>"
    f"<back><ref-list><ref><label>1</label><mixed-citation>{_SECOND}</mixed-citation></ref>"
    "</ref-list></back></article>"
)
_DOCBOOK = (
    f"<?xml version='1.0'?><book><title>Ferries</title><chapter><title>One</title><para>{_FIRST}"
    f"<footnote><para>A note.</para></footnote> <ulink url='https://a.example'/></para>"
    f"<programlisting><![CDATA[x < 1]]></programlisting><para>{_THIRD}</para></chapter></book>"
)
_NOTEBOOK = notebook(
    cell("markdown", [f"# Tides\n\n{_FIRST}\n", _SECOND]), cell("code", "x = 1"), language="en"
)
_WORD = word(
    paragraph("The harbour", '<w:pStyle w:val="h1"/>')
    + paragraph(_FIRST)
    + f"<w:p><w:r><w:t>{_SECOND}</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    + f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>{_THIRD}</w:t></w:r></w:p>",
    styles='<w:style w:styleId="h1"><w:name w:val="heading 1"/></w:style>',
    footnotes="<w:footnote w:id='2'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>",
    core="<dc:title>The harbour</dc:title>",
)
_ODT = opendocument(
    f'<text:h text:outline-level="1">The harbour</text:h><text:p>{_FIRST}<text:s text:c="3"/></text:p>'
    f"<text:list><text:list-item><text:p>{_THIRD}</text:p></text:list-item></text:list>"
    f"<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
    f"</table:table-row></table:table><text:p>{_SECOND}<text:note><text:note-body>"
    "<text:p>A note.</text:p></text:note-body></text:note></text:p>"
)
_EPUB = epub(
    {"a.xhtml": f"<h1>One</h1><p>{_FIRST}</p>", "b.xhtml": f"<p>{_SECOND}</p><p>{_THIRD}</p>"},
    nav='<ol><li><a href="a.xhtml">One</a></li></ol>',
)
_PDF = pdf_of(
    [[(50, 700 - 14 * n, 10, line) for n, line in enumerate((_FIRST, _SECOND[:9], _THIRD))]]
)


def _timeless(data: bytes) -> bytes:
    """An archive without the time at which it was made: a case is the same on every day."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _archive({name: archive.read(name) for name in archive.namelist()})


def _archive(members: Mapping[str, bytes]) -> bytes:
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w") as archive:
        for member, content in members.items():
            archive.writestr(zipfile.ZipInfo(member), content)
    return to.getvalue()


#: Whole files by the kind of their source, each with the names that it is read under.
FILES: Mapping[str, tuple[Sequence[bytes], Sequence[str]]] = {
    "text": ((_TEXT.encode(), _TEXT.encode("utf-16"), _TEXT.encode("cp1252")), ("a.txt", "a", "-")),
    "markdown": ((_MARKDOWN.encode(),), ("a.md", "a")),
    "html": ((_HTML.encode(),), ("a.html", "a")),
    "rst": ((_RST.encode(),), ("a.rst", "a.txt")),
    "asciidoc": ((_ASCIIDOC.encode(),), ("a.adoc", "a")),
    "roff": ((_ROFF.encode(),), ("a.man", "a.1")),
    "latex": ((_LATEX.encode(),), ("a.tex", "a")),
    "rtf": ((_RTF.encode(),), ("a.rtf",)),
    "subtitles": ((_SRT.encode(), _VTT.encode()), ("a.srt", "a.vtt", "a")),
    "notebook": ((_NOTEBOOK.encode(),), ("a.ipynb", "a")),
    "mail": ((mail(), mail(f"> {_FIRST}\n\n{_SECOND}\n-- \nAnn")), ("a.eml", "a")),
    "mailbox": (
        (b"".join(b"From a@a.example Sun Mar 1 08:30:00 2026\n" + mail() + b"\n" for _ in "ab"),),
        ("a.mbox", "a"),
    ),
    "feed": ((rss(ITEM, ITEM), ATOM, RDF, JSON, _OPML.encode()), ("a.rss", "a.xml", "a")),
    "xml": ((_JATS.encode(), _DOCBOOK.encode("utf-16")), ("a.xml", "a.nxml", "a")),
    "epub": ((_timeless(_EPUB),), ("a.epub",)),
    "word": ((_timeless(_WORD),), ("a.docx",)),
    "opendocument": ((_timeless(_ODT),), ("a.odt",)),
    "pdf": ((_PDF,), ("a.pdf",)),
}

_SUFFIXES = ("", ".unknown", *sorted(readable_suffixes() - {".pdf"}))
_TOKENS = [
    *"\n\n\n\n  \t.!?…,;:()[]{}<>\"'“”«»—-–*_#`|\\/&$%@~^=+0123456789",
    *("The", "ferry", "ice", "He", "However,", "Dr.", "e.g.", "U.S.", "No. 5", "3.14", "10 a.m.", "..."),
    *("東京は。", "הנמל.", "وصلت؟", "🙂", "👩‍👩‍👧", "e\u0301", "\u200b", "\u00ad", "\u00a0", "\u2028", "ﬁ"),
    *("<p>", "</p>", "<div>", "<br>", "<script>", "<table><tr><td>", "</article>", "<!--", "-->", "<![CDATA["),
    *("&amp;", "&#27;", "&#x9b;", "&Tab;", "&NewLine;", "&#1114112;", "&lt;script&gt;", "]]>", "<math>"),
    *("# ", "- ", "> ", "1. ", "```", "[a](b)", "![", "|-|", "---", "~~~", "[^1]:", "$$", ":::", "    "),
    *(r"\par ", r"\u27?", r"\'9b", r"{\*", r"\bin9 ", r"\section{", r"\begin{", r"\end{", r"\def\a{\a}\a"),
    *(".TH ", ".SH ", "\\fB", "\\[u009b]", ".. ", "::", "|a|", "WEBVTT", "00:00:01,000 --> 00:00:02,000"),
    *("From: ", "Subject: =?utf-8?b?G1szMW0=?=", "Content-Type: text/html", "\r\n\r\n", "--b", "=1B[31m"),
    *('"', '":', '{"', "null", "1e999", "\\u001b", "\\ud800", "&x;", '<!DOCTYPE a [<!ENTITY x "y">]>', "<?xml?>"),
]  # fmt: skip
_BYTES = [b"\0", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[2J", b"\xc2\x9b2J", b"\xed\xa0\x80",
          b"\xc0\x80", b"\x80\x9b", b"PK\x03\x04", b"\x1b(B", b"\r", b"\x85", b"\xe2\x80\xae"]  # fmt: skip
#: What begins like a kind of file, and is something else behind it.
_STARTS = [
    b"%PDF-1.",
    b"{\\rtf",
    b"PK\x03\x04",
    b"<html>",
    b"<rss>",
    b"\xd0\xcf\x11\xe0",
    b"WEBVTT\n",
    b"From a\nb: c",
]


def random_unicode(dice: Random) -> str:
    """Characters from all of Unicode, most of them of few blocks, with words between them."""
    blocks = [dice.randrange(0, 0x3000), dice.randrange(0, 0x110000), 0x20, 0x2000, 0x80]
    pieces = []
    for _ in range(dice.randint(1, 40)):
        roll = dice.random()
        if roll < 0.5:
            block = dice.choice(blocks)
            pieces.append(chr(min(0x10FFFF, block + dice.randrange(64))))
        elif roll < 0.8:
            pieces.append(dice.choice((". ", " ", "\n\n", "! ", "。", "the ", "Ice ", "ferry ")))
        elif roll < 0.9:
            pieces.append(chr(dice.randrange(0x110000)))
        else:
            pieces.append(any_sequence(dice))
    return "".join(pieces)


def random_tokens(dice: Random) -> str:
    """Marks and words of all formats in any order."""
    tokens = dice.choices(_TOKENS, k=dice.randint(1, 60))
    return "".join(token + dice.choice(("", "", " ", " ", "\n")) for token in tokens)


def random_bytes(dice: Random) -> bytes:
    """Bytes by lot, some of which begin like a file of some kind."""
    body = dice.randbytes(dice.randrange(120)) + random_tokens(dice).encode("utf-8", "replace")[:40]
    return dice.choice((b"", dice.choice(_STARTS))) + body


def mutated(data: bytes, other: bytes, dice: Random) -> bytes:
    """A file with a few places changed; inside its members, if it is an archive."""
    if data.startswith(b"PK") and dice.random() < 0.8:
        return _mutated_archive(data, dice)
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        _change(changed, other, dice)
    return bytes(changed)


def _change(data: bytearray, other: bytes, dice: Random) -> None:
    at = dice.randrange(len(data) + 1)
    size = int(dice.expovariate(1 / 12)) + 1
    match dice.randrange(9):
        case 0 if data:
            data[at % len(data)] ^= 1 << dice.randrange(8)
        case 1:
            del data[at : at + size]
        case 2:
            data[at:at] = data[at : at + 4 * size] * dice.randint(1, 3)
        case 3:
            data[at:at] = dice.choice(_TOKENS).encode()
        case 4:
            data[at:at] = dice.choice(_BYTES)
        case 5:
            data[at:at] = any_sequence(dice).encode("utf-8", "replace")
        case 6:
            start = dice.randrange(len(other) + 1)
            data[at : at + size] = other[start : start + 3 * size]
        case 7:
            del data[at:]
        case _:
            data[at:at] = f"&#{dice.choice((27, 155, 8238, 7, 0, 55296, 10**9))};".encode()


def _mutated_archive(data: bytes, dice: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(list(members))
    inside = bytearray(members[name])
    for _ in range(dice.choice((1, 1, 2, 3))):
        _change(inside, members[dice.choice(list(members))], dice)
    members[name] = bytes(inside)
    if dice.random() < 0.1:
        del members[dice.choice(list(members))]
    return _archive(members)


def made_case(kind: str, dice: Random) -> tuple[bytes, str]:
    """The bytes and the name of a case.

    Args:
        kind: ``unicode``, ``tokens`` or ``bytes``, or a kind of file.
        dice: What decides.
    """
    if kind == "unicode":
        text = random_unicode(dice)
        return text.encode("utf-8", "surrogatepass"), "a" + dice.choice(("", ".txt"))
    if kind == "tokens":
        return random_tokens(dice).encode(), "a" + dice.choice(_SUFFIXES)
    if kind == "bytes":
        return random_bytes(dice), "a" + dice.choice(_SUFFIXES)
    files, names = FILES[kind]
    others = FILES[dice.choice(list(FILES))][0]
    name = dice.choice(names)
    return mutated(dice.choice(files), dice.choice(others), dice), name


def json_of(text: str) -> dict[str, object]:
    """The object that an export in JSON holds."""
    found = json.loads(text)
    assert isinstance(found, dict)
    return found
