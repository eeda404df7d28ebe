"""What a screen that opens keeps a key waiting for, counted and not timed."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet
from textual.css.tokenize import tokenize_values
from textual.screen import Screen
from textual.widget import Widget

import tui
from tests.tui.driving import reader_on, settle
from tui.app import SummariseApp
from tui.process import collecting, terminal_app
from tui.process.coloured_app import without_spaces
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen
from tui.screens.reader import ReaderScreen
from tui.screens.reader.known_use import KnownUse
from tui.state.request import Request
from tui.widgets.document_view import DocumentView


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each style sheet of a file was parsed."""
    counted: Counter[str] = Counter()
    parse = stylesheet.parse

    def count(scope, css, read_from, **options):
        counted[Path(read_from[0]).name] += 1
        return parse(scope, css, read_from, **options)

    monkeypatch.setattr(stylesheet, "parse", count)
    return counted


async def test_a_style_sheet_is_parsed_once_however_many_screens_are_opened(parsed: Counter[str]):
    async with reader_on(size=(140, 40)) as (screen, pilot):
        at_first = Counter(parsed)
        for key in ("v", "question_mark", "o"):
            await pilot.press(key)
            await settle(pilot)
            await pilot.press("escape")
            await settle(pilot)
        assert parsed["compare.tcss"] == parsed["panel.tcss"] == parsed["library.tcss"] == 1
        assert parsed["reader.tcss"] == at_first["reader.tcss"] == 1
        assert parsed["app.tcss"] == at_first["app.tcss"]
        screen.app.theme = "textual-light"
        await settle(pilot)
        assert parsed["reader.tcss"] == 2, "its colours are others now"


def test_styles_mean_the_same_without_the_spaces_in_them():
    for module in walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    sheets = {str(path): path.read_text() for path in Path(tui.__path__[0]).rglob("*.tcss")}
    sheets |= {found.__qualname__: found.DEFAULT_CSS for found in below(Widget)}
    variables = tokenize_values(SummariseApp(Request()).get_css_variables())

    def rules_of(css: str) -> list[tuple[str, str]]:
        found = stylesheet.parse("", css, ("", ""), variable_tokens=variables)
        return [(rule.selectors, repr(rule.styles.get_rules())) for rule in found]

    shorter = 0
    for css in sheets.values():
        assert rules_of(without_spaces(css)) == rules_of(css)
        shorter += without_spaces(css) != css
    assert shorter > len(sheets) / 2
    commented = "Screen { # as wide;\n width: 1; }"
    assert rules_of(without_spaces(commented)) == rules_of(commented)


def below(kind: type[Widget]) -> Iterator[type[Widget]]:
    for found in kind.__subclasses__():
        yield found
        yield from below(found)


async def test_the_reader_is_never_drawn_with_an_empty_pane(monkeypatch: pytest.MonkeyPatch):
    # The panes know how wide they are a little later than the screen is laid out.
    rows: list[int] = []
    draw = Screen._compositor_refresh

    def note(screen: Screen[object]) -> None:
        if isinstance(screen, ReaderScreen):
            rows.append(screen.source.row_count)
        draw(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", note)
    async with reader_on(size=(140, 40)):
        assert rows
        assert all(rows)


async def test_what_was_read_before_is_looked_for_behind_the_first_summary(
    monkeypatch: pytest.MonkeyPatch,
):
    # Both would be at work at once, and the summary would come later.
    happened: list[str] = []
    draw, begin = Screen._compositor_refresh, KnownUse.begin

    def note(screen: Screen[object]) -> None:
        draw(screen)
        if isinstance(screen, ReaderScreen) and screen.reading.summary is not None:
            happened.append("drawn")

    def looked_for(known: KnownUse) -> None:
        happened.append("looked for")
        begin(known)

    monkeypatch.setattr(Screen, "_compositor_refresh", note)
    monkeypatch.setattr(KnownUse, "begin", looked_for)
    async with reader_on(size=(140, 40)):
        assert happened[:2] == ["drawn", "looked for"]


async def test_the_first_drawing_waits_for_texts_that_have_not_come_to_it(
    monkeypatch: pytest.MonkeyPatch,
):
    # With other work on the machine they may take longer than from one look to the next.
    looks = [1, 1, 1]
    behind = property(lambda _: looks.pop() if looks else 0)
    monkeypatch.setattr(DocumentView, "message_queue_size", behind)
    drawn: list[int] = []
    draw = Screen._compositor_refresh

    def note(screen: Screen[object]) -> None:
        if isinstance(screen, ReaderScreen):
            drawn.append(len(looks))
        draw(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", note)
    async with reader_on(size=(140, 40)) as (_, pilot):
        await pilot.pause(0.2)
        assert drawn
        assert not any(drawn)


async def test_going_to_another_pane_does_not_draw_the_whole_screen():
    async with reader_on(size=(140, 40)) as (screen, pilot):
        drawn: list[bool] = []
        draw = screen._compositor_refresh

        def note() -> None:
            drawn.append(screen.size.region in screen._compositor._dirty_regions)
            draw()

        screen._compositor_refresh = note
        await pilot.press("tab")
        await settle(pilot)
        assert screen.source.has_focus
        assert drawn
        assert not any(drawn)


async def test_a_screen_that_opens_is_styled_and_laid_out_once(monkeypatch: pytest.MonkeyPatch):
    async with reader_on(size=(140, 40)) as (screen, pilot):
        styled: Counter[DocumentView] = Counter()
        sizes: list[tuple[Screen, object]] = []
        apply, lay_out = Stylesheet.apply, Screen._refresh_layout

        def count_styles(sheet, node, **options):
            if isinstance(node, DocumentView):
                styled[node] += 1
            return apply(sheet, node, **options)

        def count_layouts(at, size=None, scroll=False):
            if size is not None:
                sizes.append((at, size))
            return lay_out(at, size, scroll)

        monkeypatch.setattr(Stylesheet, "apply", count_styles)
        monkeypatch.setattr(Screen, "_refresh_layout", count_layouts)
        await pilot.press("v")
        await settle(pilot)
        compare = screen.app.screen
        assert isinstance(compare, CompareScreen)
        assert compare.has_class("-wide", "-tall")
        assert [size for at, size in sizes if at is compare] == [screen.app.size]
        # When it is made, when it is first or last in its row; the one in focus for that as well.
        assert max(styled[column.view] for column in compare.columns[1:]) <= 2


async def test_a_new_size_is_laid_out_and_styled():
    async with reader_on(size=(140, 40)) as (screen, pilot):
        await pilot.press("question_mark")
        await settle(pilot)
        assert isinstance(screen.app.screen, HelpScreen)
        for size, classes in (((80, 24), "-narrow"), ((140, 40), "-wide")):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert screen.app.screen.size == size
            assert screen.app.screen.has_class(classes)
            assert screen.size == size, "what is behind it as well"
            assert screen.has_class(classes)


async def test_garbage_is_looked_for_when_no_key_has_come_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
):
    looks: list[float] = []
    last: list[float] = []
    monkeypatch.setattr(terminal_app, "_LEISURE", 0.2)
    async with reader_on() as (screen, pilot):
        app = screen.app
        monkeypatch.setattr(
            terminal_app,
            "collect_at_leisure",
            lambda: looks.append(terminal_app.get_time() - app._last_input),
        )
        for _ in range(6):
            await pilot.press("j")
            last.append(app._last_input)
            await pilot.pause(0.02)
        for _ in range(200):
            if looks and not app._is_awaiting_leisure:
                break
            await pilot.pause(0.02)
        assert looks
        assert all(since >= 0.2 for since in looks), "not while someone types"
        assert len(looks) < len(last), "not for each key"


def test_a_long_text_is_looked_through_less_often(monkeypatch: pytest.MonkeyPatch):
    looks: list[int] = []
    left_over = [0]
    monkeypatch.setattr(collecting, "_kept", True)
    monkeypatch.setattr(collecting, "_taken", 0.0)
    monkeypatch.setattr(gc, "collect", lambda: looks.append(left_over[0]))
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, left_over[0]))
    collecting.collect_at_leisure()
    assert looks == [], "there is nothing to find"
    left_over[0] = 1
    collecting.collect_at_leisure()
    assert looks == [1]
    monkeypatch.setattr(collecting, "_taken", 4 * collecting._WORTH)
    for count in range(1, 7):
        left_over[0] = count
        collecting.collect_at_leisure()
        if len(looks) > 1:
            break
    assert looks == [1, 5]
