"""The rows of a document: what is taken from a layout before is what would have been made anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarise.article import Kind
from tui.text.document import Block, Document
from tui.text.layout import Columns, DocumentLayout

TEXTS = (
    "The harbour froze.",
    "No ferry could leave the pier for eleven days, and the apples were sold on the ice.",
    "Ada skated over.\nNobody else dared to.",
)
KINDS = (Kind.TEXT, Kind.HEADING, Kind.LIST_ITEM, Kind.QUOTATION, Kind.CODE)
BLOCKS = [
    Block(text, ((0, 0, len(text)),), kind, tight=tight, ruled=kind is Kind.HEADING)
    for text in TEXTS
    for kind in KINDS
    for tight in (False, True)
]


def rows_of(layout: DocumentLayout) -> list[object]:
    return [layout.row(row) for row in range(len(layout) + 1)]


@given(
    st.lists(st.sampled_from(BLOCKS), max_size=12),
    st.lists(st.sampled_from(BLOCKS), max_size=12),
    st.integers(20, 60),
    st.booleans(),
)
def test_rows_are_the_same_whatever_was_laid_out_before(old, new, width, is_wider):
    def columns(cells: int) -> Columns:
        return Columns.of(cells, 80, 1, 0)

    before = DocumentLayout(Document(old), columns(width + is_wider))
    document = Document(new)
    after = DocumentLayout(document, columns(width), before)
    assert rows_of(after) == rows_of(DocumentLayout(document, columns(width)))


def test_what_is_in_a_layout_before_is_not_wrapped_again(monkeypatch):
    columns = Columns.of(40, 80, 1, 0)
    texts = [Block(f"{TEXTS[1]} {number}.", ()) for number in range(100)]
    wrapped: list[str] = []
    before = DocumentLayout(Document(texts[:50] + texts[51:]), columns)
    monkeypatch.setattr("tui.text.layout.wrap", lambda text, *_: wrapped.append(text) or (0,))
    DocumentLayout(Document(texts), columns, before)
    assert wrapped == [texts[50].text]
