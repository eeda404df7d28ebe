"""The row of key terms."""

from __future__ import annotations

import pytest
from textual import on
from textual.app import ComposeResult

from tests.tui.screen_text import style_of, widget_lines
from tui.process.coloured_app import ColouredApp
from tui.widgets.key_terms import KeyTerms

TERMS = ("harbour", "Varnholm", "ice", "ferry")


class TermsApp(ColouredApp[None]):
    """The row, and the terms that were chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield KeyTerms()

    @on(KeyTerms.Chosen)
    def tell(self, event: KeyTerms.Chosen) -> None:
        self.chosen.append(event.term)


async def row(*terms: str, chosen: tuple[str, ...] = (), width: int = 40) -> str:
    """What the row shows."""
    app = TermsApp()
    async with app.run_test(size=(width, 1)) as pilot:
        app.query_one(KeyTerms).show(terms, chosen)
        await pilot.pause()
        return widget_lines(app.query_one(KeyTerms))[0]


async def test_terms_stand_in_a_row_as_many_as_fit():
    assert await row(*TERMS) == "harbour  Varnholm  ice  ferry"
    assert await row(*TERMS, width=20) == "harbour  Varnholm"


async def test_terms_in_focus_are_bracketed_whatever_their_case_and_come_first_if_unknown():
    assert await row(*TERMS, chosen=("HARBOUR",)) == "[harbour]  Varnholm  ice  ferry"
    assert await row(*TERMS, chosen=("pier",)) == "[pier]  harbour  Varnholm  ice  ferry"


@pytest.mark.parametrize("term", ["[/b]", "[@click=app.quit]x", "渡し船の港"])
async def test_odd_terms_are_text(term: str):
    assert await row(term, "ice") == f"{term}  ice"


async def test_a_term_wider_than_the_row_is_cut():
    assert await row("Donaudampfschifffahrt", width=10) == "Donaudampf"


async def test_a_click_chooses_what_was_clicked():
    app = TermsApp()
    async with app.run_test(size=(40, 1)) as pilot:
        app.query_one(KeyTerms).show(TERMS, ())
        await pilot.pause()
        await pilot.click(KeyTerms, offset=(10, 0))
        await pilot.click(KeyTerms, offset=(7, 0))  # between two terms
        await pilot.click(KeyTerms, offset=(20, 0))
        await pilot.pause()
    assert app.chosen == ["Varnholm", "ice"]


async def test_the_cursor_is_seen_only_with_the_focus_and_stays_in_the_row():
    app = TermsApp()
    async with app.run_test(size=(40, 1)) as pilot:
        terms = app.query_one(KeyTerms)
        terms.show(TERMS, ())
        terms.focus()
        await pilot.press(*["l"] * 9)
        assert style_of(terms, "ferry").reverse
        assert not style_of(terms, "ice").reverse
        terms.show(TERMS[:2], ())
        await pilot.press("space")
        app.set_focus(None)
        await pilot.pause()
        assert not style_of(terms, "Varnholm").reverse
    assert app.chosen == ["Varnholm"]


async def test_without_terms_nothing_happens():
    app = TermsApp()
    async with app.run_test(size=(40, 1)) as pilot:
        app.query_one(KeyTerms).focus()
        await pilot.press("l", "h", "enter")
        await pilot.click(KeyTerms)
    assert app.chosen == []
