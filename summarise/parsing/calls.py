"""Calls to read on at the ends of paragraphs: set apart, for no article says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from summarise.article import Kind, SpanKind, moved
from summarise.draft import Block, Draft
from summarise.parsing.boilerplate.reasons import Reason
from summarise.text.reading_on import call_at_end


def with_calls_apart(draft: Draft, reasons: Sequence[str | None]) -> tuple[Draft, list[str | None]]:
    """The draft with each call in a block of its own, and why each of its blocks is left out.

    Args:
        draft: The draft.
        reasons: Why each of its blocks is not part of the article, or None if it is.
    """
    calls = {
        at: start
        for at, (block, reason) in enumerate(zip(draft.blocks, reasons, strict=True))
        if reason is None and block.kind.pickable and (start := _call_in(block)) is not None
    }
    said = (at for at, reason in enumerate(reasons) if reason is None and calls.get(at) != 0)
    if not calls or not any(draft.blocks[at].kind.pickable for at in said):
        return draft, list(reasons)
    parted: list[list[tuple[Block, str | None]]] = []
    for at, (block, reason) in enumerate(zip(draft.blocks, reasons, strict=True)):
        start = calls.get(at)
        if start is None:
            parted.append([(block, reason)])
        elif not start:
            parted.append([(block, Reason.READ_ON)])
        else:
            parted.append(_parted(block, start))
    places = list(accumulate(map(len, parted), initial=0))
    chapters = tuple(replace(one, first=places[one.first]) for one in draft.chapters)
    pieces = [piece for pieces in parted for piece in pieces]
    blocks = tuple(block for block, _ in pieces)
    return replace(draft, blocks=blocks, chapters=chapters), [reason for _, reason in pieces]


def _call_in(block: Block) -> int | None:
    """Where the call of a block begins; 0 if it is nothing else."""
    links = (span for span in reversed(block.spans) if span.kind is SpanKind.LINK)
    last = next(links, None)
    at_end = last is not None and not any(map(str.isalnum, block.text[last.end :]))
    start = call_at_end(block.text, last.start if last is not None and at_end else None)
    if start is None:
        return None
    return start if any(map(str.isalnum, block.text[:start])) else 0


def _parted(block: Block, start: int) -> list[tuple[Block, str | None]]:
    """A block without its call, and that."""
    text = block.text[:start].rstrip()
    call = block.text[start:].lstrip()
    shift = len(block.text) - len(call)
    return [
        (replace(block, text=text, spans=moved(block.spans, 0, len(text))), None),
        (
            Block(call, Kind.TEXT, tight=True, spans=moved(block.spans, -shift, len(call))),
            Reason.READ_ON,
        ),
    ]
