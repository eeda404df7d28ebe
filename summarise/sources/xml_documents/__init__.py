"""Documents in XML → Draft: articles of journals, manuals, editions and drafts as they are shown.

Six kinds of documents are known by tables of their elements (:mod:`.vocabularies`); any other is
read by what elements are called in most, and by where its text stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarise.article import Kind
from summarise.draft import Block, Draft
from summarise.sources.encoding import decode
from summarise.sources.html.reader import read_html
from summarise.sources.plain import read_plain
from summarise.sources.refused import RefusedError
from summarise.sources.xml_documents.headers import header_of
from summarise.sources.xml_documents.roles import local
from summarise.sources.xml_documents.shown import blocks_of_document
from summarise.sources.xml_documents.tree import tree_of_document
from summarise.sources.xml_documents.vocabularies import GENERIC, vocabulary_of
from summarise.text.sanitise import sanitise

_PROSE = (Kind.TEXT, Kind.LIST_ITEM, Kind.QUOTATION)
#: A paragraph of so many words with the end of a sentence is prose; so many words of it are a text,
#: if they are this share of all.
_WORDS_OF_PROSE, _FEWEST_WORDS, _LEAST_SHARE = 6, 20, 0.2
#: So many characters are a word, where a script has no spaces.
_CHARACTERS_OF_WORD = 6
_SENTENCE_ENDS = re.compile(r"[.!?…।۔؟][\"'”’»)\]]*(?=\s|$)|[。．！？]")
_BROKEN = "its XML is broken: something may be missing where it is"
_DATA = "is XML that holds data and no text: to read it as it is, name a copy of it .txt"


def read_xml_document(data: bytes) -> Draft:
    """Make blocks of a document in XML; a clean draft if it is of a kind that is known.

    What is named XML and is none is read as plain text.

    Raises:
        RefusedError: It has no text in it, more than can be read, or is made to do harm.
        NotTextError: The bytes are not text.
    """
    text = sanitise(decode(data))
    tree = tree_of_document(text)
    if tree is None:
        return read_plain(text)
    if local(tree.root).lower() == "html":
        return read_html(data)
    vocabulary, start = vocabulary_of(tree.root)
    header = header_of(start, vocabulary)
    blocks = blocks_of_document(start, vocabulary, header.title, header.before)
    known = vocabulary is not GENERIC and any(block.kind in _PROSE for block in blocks)
    if not known and not _is_prose(blocks):
        raise RefusedError(_DATA)
    return Draft(
        blocks,
        header.title,
        header.language,
        vocabulary.form,
        clean=known,
        author=", ".join(header.authors),
        date=header.date,
        site=header.site,
        note="" if tree.whole else _BROKEN,
    )


def _is_prose(blocks: Iterable[Block]) -> bool:
    """Whether enough of what a document shows is sentences."""
    words = prose = 0
    for block in blocks:
        count = _words_in(block.text)
        words += count
        is_sentence = block.kind in _PROSE and _SENTENCE_ENDS.search(block.text)
        prose += count if is_sentence and count >= _WORDS_OF_PROSE else 0
    return prose >= max(_FEWEST_WORDS, _LEAST_SHARE * words)


def _words_in(text: str) -> int:
    words = len(text.split())
    return words if text.isascii() else max(words, len(text) // _CHARACTERS_OF_WORD)
