"""Bytes → Draft: the one door, which limits, decodes and sanitises, so that no reader has to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from summarise.draft import Block, Draft
from summarise.errors import SourceError
from summarise.sources.encoding import NotTextError, decode
from summarise.sources.files import LARGEST, TOO_LARGE, shown
from summarise.sources.formats import (
    PLAIN,
    Format,
    format_of_bytes,
    format_of_suffix,
    format_of_text,
    refused_kind,
)
from summarise.text.sanitise import sanitise, sanitise_line


def read_draft(data: bytes, name: str) -> Draft:
    """Make a draft of the bytes of a file.

    Args:
        data: The whole file.
        name: What the user called it: its suffix decides where the content does not.

    Raises:
        SourceError: The bytes are empty, too many, or not text.
    """
    suffix, name = PurePath(name).suffix.lower(), shown(name)
    if len(data) > LARGEST:
        raise SourceError(name, TOO_LARGE)
    if not data:
        raise SourceError(name, "is empty")
    if kind := refused_kind(data):
        raise SourceError(name, f"is {kind}, which is not read yet: save it as text or HTML")
    try:
        draft = _read(
            data, format_of_suffix(suffix) or format_of_bytes(data), has_name=bool(suffix)
        )
    except NotTextError as error:
        raise SourceError(name, f"{error}: save it as text or HTML and open that") from None
    if not draft.blocks:
        raise SourceError(name, "has no text in it")
    return draft


def read_text(text: str, form: Format = PLAIN) -> Draft:
    """Make a draft of a text, which may never have been sanitised."""
    return _sanitised(form.load_reader()(sanitise(text)))


def _read(data: bytes, form: Format | None, *, has_name: bool) -> Draft:
    if form is not None and form.encoded:
        return _sanitised(form.load_reader()(data))
    text = sanitise(decode(data))
    if form is None or form == PLAIN:
        form = format_of_text(text, named=has_name)
    return _sanitised(form.load_reader()(text))


def _sanitised(draft: Draft) -> Draft:
    """The draft with its texts made safe, whatever its reader let through (``&Tab;`` in HTML)."""
    return replace(
        draft,
        blocks=tuple(block for block in map(_safe, draft.blocks) if block.text),
        title=sanitise_line(draft.title),
    )


def _safe(block: Block) -> Block:
    text = sanitise(block.text)
    return block if text == block.text else replace(block, text=text.strip())
