"""The formats that can be read: one row each, whose file or folder is loaded on first use.

To add one, write its reader beside the others and add its row here. Content decides before the
name: a row with a ``magic`` or an ``archive`` claims what is so, whatever it is called; one with a
``start`` claims what begins so, unless the suffix is that of another row.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from summarise.draft import Draft, Parts
from summarise.sources.refused import RefusedError
from summarise.text.patterns import compile_later


class Format(NamedTuple):
    """A kind of source."""

    name: str
    """How it is called in a list of what can be read, in the plural where it is countable."""
    suffixes: frozenset[str]
    """Endings of its file names, in lower case with the dot."""
    reader: str
    """Where its reader is, as ``module:function``: ``str -> Draft`` for text that was decoded and
    sanitised, ``bytes -> Draft`` for a format that says itself how it is encoded."""
    encoded: bool = False
    """Whether the reader takes bytes."""
    decodable: bool = False
    """Whether such a reader takes text as well, decoded by a charset that came with the bytes."""
    magic: bytes = b""
    """What all its files begin with and no text does: it decides, whatever the name says."""
    archive: str = ""
    """What its files are as ZIP archives, in the words of :func:`kind_of_archive`."""
    start: re.Pattern[bytes] | None = None
    """How its files begin, as a pattern over the first bytes; None if nothing tells."""
    opens: bytes = b""
    """The characters that such a beginning can have first, behind spaces; empty for any."""
    certain: bool = False
    """Whether what begins so is of this format whatever its name says."""
    beside: bool = False
    """Whether the reader can take in files from beside it: ``(str, Beside | None) -> Draft``."""
    marks: re.Pattern[str] | None = None
    """What its texts are marked up with, where reading each mark takes time: see
    :mod:`summarise.limits`."""
    divisible: bool = True
    """Whether the beginning of its text can be read without the rest."""
    several: bool = False
    """Whether its reader takes the articles of a source apart: ``bytes -> Parts``."""
    looks: Callable[[str], bool] | None = None
    """Whether a text is of this format; None if nothing tells."""
    unnamed: bool = False
    """Whether that is only asked of a text without a suffix; otherwise of any text that its suffix
    says no more of than that it is one."""

    def load_reader(self) -> Callable[..., Draft]:
        """The reader, whose libraries are imported now."""
        reader: Callable[..., Draft] = self._load()
        return reader

    def load_divider(self) -> Callable[[bytes], Parts]:
        """The reader of a format of several articles, whose libraries are imported now."""
        divider: Callable[[bytes], Parts] = self._load()
        return divider

    def _load(self) -> Callable[..., Any]:
        module, _, function = self.reader.partition(":")
        found: Callable[..., Any] = getattr(import_module(module), function)
        return found


_HEAD = 50_000
_HTML_START = compile_later(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED_START = compile_later(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:<\?[^>]{0,300}>|<!--(?:(?!-->).)*-->"
    rb"|<!DOCTYPE\s[^<>\[]{0,300}(?:\[.{0,2000}?\]\s*)?>)\s*)*"
    rb"<(?:\w{1,20}:)?(?:rss|rdf|feed|opml|channel)[\s>]"
    rb'|(?:\xef\xbb\xbf)?\s*\{.{0,2000}?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org',
    re.IGNORECASE | re.DOTALL,
)
#: A declaration of XML, or the element that a document of a known kind begins with.
_XML_START = compile_later(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[\s?]|<!DOCTYPE\s+(?!html)\w"
    rb"|<(?:\w{1,20}:)?(?:TEI|TEI\.2|teiCorpus|rfc|xep)[\s>]"
    rb"|<(?:article|book|chapter|section|refentry|topic|concept|task|reference|dita)\s[^<>]{0,2000}"
    rb"(?:xmlns|xml:|dtd-version|article-type)[^<>]{0,2000}>)",
    re.IGNORECASE,
)
_DIRECTIVE = compile_later(r"^\.\. [\w_]", re.MULTILINE)
#: The header of a mail as it was sent, not as a program shows it: with a field for machines.
_MAIL_START = compile_later(
    rb"(?=(?:[^\n]*\n(?!\r?\n)){0,80}?(?:message-id|mime-version|received|return-path|dkim-signature)"
    rb"\s?:)(?=(?:[^\n]*\n(?!\r?\n)){0,80}?(?:from|subject)\s?:)[a-z][a-z0-9-]{1,40}\s?:[ \t]",
    re.IGNORECASE,
)
_MAILBOX_START = compile_later(rb"From \S[^\n]{0,200}\n>?[!-9;-~]{1,60}:")
_ROFF_MACRO = compile_later(r"^\.(?:TH|Dd|Dt) ", re.MULTILINE)
_LATEX_START = compile_later(
    r"(?:[ \t]*(?:[%\\][^\n]*)?\n)*?[ \t]*"
    r"\\(?:documentclass\b[^\n]*[{\[]|documentstyle\b|begin\{document\})"
)
_JSON_START = compile_later(r"\s*\{\s*\"")
_MARKDOWN_HEADING = compile_later(r"(?:\A|(?<=\n\n))#{1,6} \S[^\n]{0,200}(?:\n\n|\Z)")
#: Two links that are written as only Markdown writes them make it that.
_MARKDOWN_LINK = compile_later(r"\[[^\[\]\n]{1,200}\]\(https?://[^\s()]{1,500}\)")


def _looks_like_markdown(text: str) -> bool:
    """Whether a text has fields, headings or links that stand as in Markdown."""
    head = text[:_HEAD].lstrip()
    return not _looks_like_notebook(text) and (
        _has_front_matter(text[:_HEAD])
        or _MARKDOWN_HEADING.match(head) is not None
        or len(_MARKDOWN_HEADING.findall(head)) >= 2
        or len(_MARKDOWN_LINK.findall(head)) >= 2
    )


def _has_front_matter(head: str) -> bool:
    """Whether fields of a text stand above it; their module is loaded only where they may."""
    if not head.startswith(("---", "+++")):
        return False
    from summarise.sources import front_matter

    fields, _ = front_matter.split_front_matter(head)
    known = (front_matter.title_of, front_matter.author_of, front_matter.date_of)
    return "layout" in fields or any(said(fields) for said in known)


def _looks_restructured(text: str) -> bool:
    """Whether a text is marked up as reStructuredText; its module is loaded only where it may."""
    if not _DIRECTIVE.search(text[:_HEAD]):
        return False
    from summarise.sources.restructured import is_restructured

    return is_restructured(text)


def _looks_like_org(text: str) -> bool:
    """Whether keywords of Org mode stand above a text; its module is loaded only where they may."""
    if "#+" not in text[:_HEAD]:
        return False
    from summarise.sources.org import is_org

    return is_org(text)


def _looks_like_asciidoc(text: str) -> bool:
    """Whether a text is marked up as AsciiDoc; its module is loaded only where it may be."""
    if not text.startswith("= "):
        return False
    from summarise.sources.asciidoc import is_asciidoc

    return is_asciidoc(text)


def _looks_like_roff(text: str) -> bool:
    """Whether a text is the source of a man page; its module is loaded only where it may be."""
    if not _ROFF_MACRO.search(text[:_HEAD]):
        return False
    from summarise.sources.roff import is_roff

    return is_roff(text)


def _looks_like_notebook(text: str) -> bool:
    """Whether a text is JSON with what every notebook says of its format."""
    return _JSON_START.match(text) is not None and '"nbformat"' in text


def _looks_like_latex(text: str) -> bool:
    """Whether a text is a whole document of LaTeX: nothing but comments and commands above it."""
    return _LATEX_START.match(text[:_HEAD]) is not None


#: What anything that is text can be read as.
PLAIN = Format(
    "text",
    frozenset({".txt", ".text", ".log"}),
    "summarise.sources.plain:read_plain",
)
MARKDOWN = Format(
    "Markdown",
    frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"}),
    "summarise.sources.markdown:read_markdown",
    looks=_looks_like_markdown,
    unnamed=True,
    marks=compile_later(r"[\[*_`<]"),
)
RESTRUCTURED = Format(
    "reStructuredText",
    frozenset({".rst"}),
    "summarise.sources.restructured:read_restructured",
    looks=_looks_restructured,
)
ORG = Format(
    "Org",
    frozenset({".org"}),
    "summarise.sources.org:read_org",
    looks=_looks_like_org,
)
ASCIIDOC = Format(
    "AsciiDoc",
    frozenset({".adoc", ".asciidoc", ".asc"}),
    "summarise.sources.asciidoc:read_asciidoc",
    looks=_looks_like_asciidoc,
    unnamed=True,
    marks=compile_later(r"[\[*_`#<{|+^~&]|--|\.\.\.|[-=]>|\(\(|:(?=\S)"),
)
ROFF = Format(
    "man page",
    frozenset({".man", ".mdoc"}),
    "summarise.sources.roff:read_roff",
    looks=_looks_like_roff,
)
PDF = Format(
    "PDF",
    frozenset({".pdf"}),
    "summarise.sources.pdf:read_pdf",
    encoded=True,
    magic=b"%PDF-",
)
HTML = Format(
    "HTML",
    frozenset({".html", ".htm", ".xhtml"}),
    "summarise.sources.html.reader:read_html",
    encoded=True,
    decodable=True,
    start=_HTML_START,
    opens=b"<",
    marks=compile_later("<"),
)
EPUB = Format(
    "EPUB",
    frozenset({".epub"}),
    "summarise.sources.epub:read_epub",
    encoded=True,
    archive="an EPUB book",
)
WORD = Format(
    "Word",
    frozenset({".docx", ".docm", ".dotx", ".dotm"}),
    "summarise.sources.office.word:read_word",
    encoded=True,
    archive="a Word document",
)
OPEN_DOCUMENT = Format(
    "OpenDocument",
    frozenset({".odt", ".ott"}),
    "summarise.sources.office.opendocument:read_opendocument",
    encoded=True,
    archive="an OpenDocument text",
)
RTF = Format(
    "RTF",
    frozenset({".rtf"}),
    "summarise.sources.office.rtf:read_rtf",
    encoded=True,
    magic=b"{\\rtf",
)
LATEX = Format(
    "LaTeX",
    frozenset({".tex", ".latex", ".ltx"}),
    "summarise.sources.latex:read_latex",
    beside=True,
    looks=_looks_like_latex,
)
NOTEBOOK = Format(
    "notebook",
    frozenset({".ipynb"}),
    "summarise.sources.notebooks:read_notebook",
    looks=_looks_like_notebook,
    divisible=False,
)
#: The reader of plain text hands over what has the times of cues in it, whatever it is called.
SUBTITLES = Format(
    "subtitle",
    frozenset({".srt", ".vtt", ".sbv"}),
    "summarise.sources.speech.subtitles:read_subtitles",
)

#: The ending of a list of feeds.
LIST_OF_FEEDS = ".opml"
FEED = Format(
    "feed",
    frozenset({".rss", ".atom", LIST_OF_FEEDS}),
    "summarise.sources.feeds:read_feed",
    encoded=True,
    start=_FEED_START,
    opens=b"<{",
    certain=True,
    several=True,
)
MAIL = Format(
    "mail",
    frozenset({".eml"}),
    "summarise.sources.mail:read_mail",
    encoded=True,
    start=_MAIL_START,
)
MAILBOX = Format(
    "mailbox",
    frozenset({".mbox"}),
    "summarise.sources.mail:read_mailbox",
    encoded=True,
    start=_MAILBOX_START,
    several=True,
)

#: Files that end so hold an article only now and then: they are opened by their names.
MOSTLY_DATA = ".xml"
#: Behind feeds and pages, which are XML too: what only begins like XML is none of those.
XML_DOCUMENT = Format(
    "XML",
    frozenset({MOSTLY_DATA, ".nxml", ".docbook", ".dbk", ".tei", ".dita"}),
    "summarise.sources.xml_documents:read_xml_document",
    encoded=True,
    start=_XML_START,
    opens=b"<",
)

PACKAGE = Format(
    "package description",
    frozenset(),
    "summarise.sources.packages:read_package",
    start=compile_later(rb"Metadata-Version: ?\d"),
    certain=True,
)

#: All formats, in the order in which they are named to the reader.
FORMATS = (
    PLAIN,
    MARKDOWN,
    HTML,
    PDF,
    RESTRUCTURED,
    ORG,
    ASCIIDOC,
    ROFF,
    EPUB,
    WORD,
    OPEN_DOCUMENT,
    RTF,
    LATEX,
    NOTEBOOK,
    SUBTITLES,
    FEED,
    MAIL,
    MAILBOX,
    XML_DOCUMENT,
    PACKAGE,
)

#: What a file begins with that is packed alone, as manuals and documentation are on many systems.
GZIP = b"\x1f\x8b"
#: What files begin with that cannot be read, and how they are called.
_REFUSED = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_ARCHIVE_START = b"PK\x03\x04"
#: How files of Office began before 2007; one that is locked is such a file to this day.
_OLD_OFFICE_START = b"\xd0\xcf\x11\xe0"


def format_of(data: bytes, suffix: str) -> Format | None:
    """The format of a file: by what only its kind begins with, by its name, by how it begins.

    Args:
        data: All of it.
        suffix: The ending of its name, in lower case with the dot; empty if there is none.

    Returns:
        The format, or None if it can only be told from the text.

    Raises:
        RefusedError: It is an archive or a file of Office that cannot be read.
    """
    if data.startswith(_ARCHIVE_START):
        return _format_of_archive(data)
    if data.startswith(_OLD_OFFICE_START):
        raise RefusedError(_refusal_of_office(data))
    head = data[:64].lstrip()
    sure = next((form for form in FORMATS if form.magic and head.startswith(form.magic)), None)
    begins = format_of_bytes(data)
    if begins is not None and begins.certain:
        sure = sure or begins
    named = format_of_suffix(suffix)
    other_kind = begins == HTML and named in (FEED, XML_DOCUMENT)
    other_kind = other_kind or (named, begins) == (HTML, FEED)
    if named is not None and (named.magic or named.archive or other_kind):
        named = None  # it is called so, and is not
    return sure or named or begins


def _format_of_archive(data: bytes) -> Format:
    from summarise.sources.archives import kind_of_archive  # it loads zipfile

    kind = kind_of_archive(data)
    for form in FORMATS:
        if form.archive == kind:
            return form
    if kind == "a ZIP archive":
        raise RefusedError(f"is {kind}: unpack it and open the files in it")
    raise RefusedError(f"is {kind}, which is not read yet: save it as text or HTML")


def _refusal_of_office(data: bytes) -> str:
    """Why a file of Office in its old form cannot be read, by the names of the parts in it."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is protected by a password: save it without one"
    if "WordDocument".encode("utf-16-le") in data:
        return "is an old Word document (DOC): save it as DOCX, RTF or text"
    return "is an old Office document, which is not read yet: save it as text or HTML"


def format_of_suffix(suffix: str) -> Format | None:
    """The format whose files have a suffix, in lower case with the dot."""
    return next((form for form in FORMATS if suffix in form.suffixes), None)


def format_of_bytes(data: bytes) -> Format | None:
    """The format that these bytes begin like."""
    head = data[:4096]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode()
    first = head.removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    asked = (form for form in FORMATS if not form.opens or first in form.opens)
    return next((form for form in asked if form.start and form.start.match(head)), None)


def format_of_text(text: str, *, named: bool) -> Format:
    """The format of a text by its marks; plain text if it looks like no other.

    Args:
        text: The sanitised text.
        named: Whether its name says at least that it is a text.
    """
    asked = (form for form in FORMATS if form.looks and not (named and form.unnamed))
    return next((form for form in asked if form.looks and form.looks(text)), PLAIN)


def readable_suffixes() -> frozenset[str]:
    """The endings of all files that can be read."""
    return frozenset().union(*(form.suffixes for form in FORMATS))


def article_suffixes() -> frozenset[str]:
    """Those of files that are articles of their folder: no lists of feeds, nor mostly data."""
    return readable_suffixes() - {LIST_OF_FEEDS, MOSTLY_DATA}


def named_formats() -> str:
    """All formats in words, as in "text, Markdown or HTML"."""
    *first, last = (form.name for form in FORMATS)
    return f"{', '.join(first)} or {last}"


def refused_kind(data: bytes) -> str | None:
    """What these bytes are, if it is something that cannot be read."""
    return next((kind for magic, kind in _REFUSED if data.startswith(magic)), None)
