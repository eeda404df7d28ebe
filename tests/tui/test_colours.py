"""Everything on the screen can be read: measured from what the terminal gets."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from math import atan2, degrees, dist, hypot
from pathlib import Path

import pytest
from rich.color import ColorSystem
from rich.terminal_theme import TerminalTheme
from textual.app import App
from textual.color import Color, Lab, rgb_to_lab
from textual.pilot import Pilot
from textual.selection import SELECT_ALL
from textual.theme import BUILTIN_THEMES
from textual.widgets import OptionList

from tests.pictures.__main__ import SCREENS
from tests.tui.driving import SAMPLE, app_on, settle
from tests.tui.screen_text import Piece, screen_lines, sent_pieces, style_of
from tui.colours import contrast, in_256_colours, roles
from tui.process.coloured_app import ANSI_THEME, own_theme
from tui.screens.reader import ReaderScreen
from tui.state.settings import Settings
from tui.widgets.document_view import DocumentView
from tui.widgets.key_bar import KeyBar

#: The default, a light one, and two more.
READ_IN = ("tokyo-night", "textual-light", "nord", "solarized-light")
#: What a terminal says of itself: true colour, 256 colours, 16 colours.
TERMINALS = {
    "true colour": {"COLORTERM": "truecolor"},
    "256 colours": {"COLORTERM": "", "TERM": "xterm-256color"},
    "16 colours": {"COLORTERM": "", "TERM": "linux"},
}


@pytest.fixture(params=TERMINALS)
def on_terminals(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The app is started on each kind of terminal."""
    for name, value in TERMINALS[request.param].items():
        monkeypatch.setenv(name, value)


@asynccontextmanager
async def screen_after(*keys: str) -> AsyncIterator[tuple[App[int], Pilot[int]]]:
    """The reader on the sample, after some keys."""
    async with app_on(SAMPLE, size=(120, 40)) as (app, pilot):
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        app.clear_notifications()
        yield app, pilot


def words_of(pieces: list[Piece]) -> list[Piece]:
    """Those that have a letter, a digit, or the sign of a key in them; not lines and shades."""
    return [piece for piece in pieces if re.search(r"\w|[*/?<>+-]", piece.text)]


def around(pieces: list[Piece]) -> float:
    """The least contrast in some text."""
    return min(piece.contrast for piece in pieces)


def check_screen(app: App[int], theme: str) -> None:
    """Nothing has the colour of what is behind it, and every word can be read."""
    for piece in sent_pieces(app):
        assert piece.colour != piece.ground, (theme, piece)
    panels = [*app.screen.query("#panel, #methods-panel")]  # what is behind one is dimmed
    for piece in words_of(sent_pieces(app, panels[0].region if panels else None)):
        assert piece.contrast >= 4.5, (theme, piece)


@pytest.mark.parametrize("name", SCREENS)
async def test_every_screen_can_be_read_in_several_themes(name: str):
    async with screen_after(*SCREENS[name]) as (app, pilot):
        for theme in READ_IN:
            app.theme = theme
            await pilot.pause()
            check_screen(app, theme)


@pytest.mark.usefixtures("on_terminals")
@pytest.mark.parametrize("name", ["search", "methods"])
async def test_a_screen_can_be_read_on_every_terminal(name: str):
    async with screen_after(*SCREENS[name]) as (app, pilot):
        for theme in (*READ_IN, ANSI_THEME):
            app.theme = theme
            await pilot.pause()
            check_screen(app, theme)


def own_colours(ground: str, text: str, usual: str, bright: str) -> TerminalTheme:
    """A terminal's own colours: behind text, of text, eight usual ones and eight bright ones."""
    shades = [[Color.parse(f"#{one}").rgb for one in row.split()] for row in (usual, bright)]
    return TerminalTheme(Color.parse(ground).rgb, Color.parse(text).rgb, *shades)


_CONSOLE = (
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa",
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
)
_XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5",
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
)
#: What the sixteen colours are: those of the Linux console and of xterm, on black and on white. The
#: theme that knows of neither is used on both.
OWN = {
    (ANSI_THEME, "console on white"): own_colours("#ffffff", "#000000", *_CONSOLE),
    (ANSI_THEME, "xterm on white"): own_colours("#ffffff", "#000000", *_XTERM),
    (ANSI_THEME, "console"): own_colours("#000000", "#aaaaaa", *_CONSOLE),
    ("ansi-dark", "console"): own_colours("#000000", "#aaaaaa", *_CONSOLE),
    ("ansi-dark", "xterm"): own_colours("#000000", "#e5e5e5", *_XTERM),
    ("ansi-light", "console"): own_colours("#ffffff", "#000000", *_CONSOLE),
    ("ansi-light", "xterm"): own_colours("#ffffff", "#000000", *_XTERM),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_every_screen_can_be_read_in_the_terminals_own_colours(
    name: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", "xterm")
    async with screen_after(*SCREENS[name]) as (app, pilot):
        for (theme, terminal), own in OWN.items():
            app.theme = theme
            await pilot.pause()
            for piece in words_of(sent_pieces(app, own=own)):
                if not piece.style.dim:  # how much that is, only the terminal knows
                    assert piece.contrast >= 4.5, (theme, terminal, piece)


@pytest.mark.usefixtures("on_terminals")
async def test_selected_text_can_be_read():
    async with screen_after("h", "n") as (app, pilot):
        for theme in (*READ_IN, ANSI_THEME):
            app.theme = theme
            app.screen.selections = dict.fromkeys(app.screen.query(DocumentView), SELECT_ALL)
            await pilot.pause()
            check_screen(app, theme)


@pytest.mark.parametrize("few", [False, True], ids=["all colours", "256 colours"])
@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_every_theme_keeps_what_is_promised(name: str, few: bool):
    theme = in_256_colours(BUILTIN_THEMES[name]) if few else BUILTIN_THEMES[name]
    if theme.ansi:
        return
    variables = theme.to_color_system().generate() | theme.variables
    found = {
        role: seen(Color.parse(value), few=few)
        for role, value in roles(variables, ansi=False, few=few).items()
        if value.startswith("#")
    }
    ground, panel = (
        seen(Color.parse(variables[name]), few=few) for name in ("background", "surface")
    )
    least = {
        ("ink", ground): 7.0,
        ("ink-source", ground): 6.0,
        ("ink-current", found["current-tint"]): 6.9 if few else contrast(found["ink"], ground),
        ("ink", found["kept-tint"]): 6.0 if few else 6.9,
        ("ink-tinted", found["linked-tint"]): 6.0,
        ("ink-tinted", found["new-tint"]): 6.0,
        ("selected-ink", found["selected-tint"]): 6.0,
        **{("ink", found[f"heat-{step}"]): 6.0 for step in (1, 2, 3)},
        **{("code", behind): 6.0 if few else 6.9 for behind in (ground, found["kept-tint"])},
        **{("code", found[f"heat-{step}"]): 6.0 for step in (1, 2, 3)},
        **{("done", behind): 4.5 for behind in (ground, found["kept-tint"])},
        **{(f"syntax-{kind}", ground): 6.0 for kind in ("keyword", "name", "string", "number")},
        **{("ink-quiet", behind): 4.5 for behind in (ground, panel)},
        **{("mark", behind): 4.5 for behind in (ground, panel)},
        **{("kept", behind): 4.5 for behind in (ground, panel)},
        ("on-mark-fill", found["mark-fill"]): 4.5,
        ("on-match", found["match-tint"]): 4.5,
        ("on-match-fill", found["match-fill"]): 4.5,
    }
    for (role, behind), wanted in least.items():
        assert contrast(found[role], behind) >= wanted, role
    tints = [ground, found["kept-tint"], found["current-tint"]]
    assert len(set(tints)) == 3
    assert len({found["ink"], found["ink-source"], found["ink-quiet"]}) >= 3 - few


def seen(colour: Color, *, few: bool) -> Color:
    """A colour as the terminal shows it."""
    if not few:
        return colour
    return Color(*colour.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


async def test_text_in_the_reader_can_be_read():
    async with screen_after("n", "n") as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        for theme, view, least in [
            (t, *pane) for t in READ_IN for pane in ((screen.summary, 7.0), (screen.source, 6.0))
        ]:
            app.theme = theme
            await pilot.pause()
            pieces = words_of(sent_pieces(app, view.region))
            text = [p for p in pieces if not p.style.italic and "sentence" in p.meta]
            text = [p for p in text if not p.meta.get("label")]
            assert around(text) >= least
            current = [p for p in text if p.meta["sentence"] == view.cursor]
            assert around(current) >= around([p for p in text if p not in current])
            assert around(pieces) >= 4.5  # numbers, notes and what is not part of the article


async def open_list(pilot: Pilot[int], *keys: str) -> None:
    """Press keys one by one, and wait until what they open has its rows."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    while any(not one.option_count for one in pilot.app.screen.query(OptionList)):
        await pilot.pause(0.01)  # the palette looks for its commands
    await settle(pilot)


@pytest.mark.parametrize("keys", [("m", "j"), ("ctrl+p",), ("o", "j")], ids="-".join)
async def test_the_row_in_use_of_a_list_is_seen_without_colours(keys):
    async with app_on(SAMPLE, size=(120, 40), settings=Settings(theme="ansi")) as (app, pilot):
        await open_list(pilot, *keys)
        rows = {piece.at[1] for piece in words_of(list_pieces(app)) if piece.style.reverse}
        assert 1 <= len(rows) <= 2
        assert max(rows) - min(rows) < 2


def list_pieces(app: App[int]) -> list[Piece]:
    """What is in the list of a screen."""
    lists = [*app.screen.query("OptionList, ArticleList")]
    return sent_pieces(app, lists[0].region) if lists else []


async def test_what_is_selected_is_seen_without_colours():
    async with app_on(SAMPLE, size=(120, 40), settings=Settings(theme="ansi")) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        looks = {}
        for selected in (False, True):
            screen.selections = {screen.source: SELECT_ALL} if selected else {}
            await pilot.pause()
            looks[selected] = [
                (p.text, [getattr(p.style, look) for look in ("bold", "underline", "reverse")])
                for p in words_of(sent_pieces(app, screen.source.region))
                if "sentence" in p.meta and not p.meta.get("label")
            ]
        assert len(looks[True]) > 10
        # The current sentence too, which is reversed as it is.
        assert all(now != before for now, before in zip(looks[True], looks[False], strict=True))


async def test_without_colours_what_is_typed_has_a_cursor_and_what_is_found_is_marked():
    async with app_on(SAMPLE, size=(120, 40), settings=Settings(theme="ansi")) as (app, pilot):
        for key in ("slash", *"Belarus"):
            await pilot.press(key)
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        typed = app.screen.query_one("Line")
        assert any(s.style and s.style.reverse for s in typed.render_line(0))
        found = [p for p in sent_pieces(app, screen.source.region) if p.text == "Belarus"]
        assert len(found) > 3
        assert all(piece.style.underline for piece in found)
        # The one that the reader is at stands out of the current sentence, which is reversed.
        assert not any(piece.style.reverse for piece in found)


async def test_dimmed_and_tinted_text_can_be_read():
    async with screen_after("z", "z", "z", "h") as (app, pilot):
        for theme in READ_IN:
            app.theme = theme
            await pilot.pause()
            check_screen(app, theme)


@pytest.mark.usefixtures("on_terminals")
async def test_marks_can_be_seen():
    async with screen_after("n", "n") as (app, _):
        signs = [p for p in sent_pieces(app) if set(p.text.strip()) & set("●━▸◆×█")]
        assert len(signs) > 3
        assert around(signs) >= 4.5


@pytest.mark.usefixtures("on_terminals")
async def test_the_current_sentence_is_told_from_a_kept_one_and_both_from_the_rest():
    async with screen_after("n") as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        for theme in (*READ_IN, ANSI_THEME):
            app.theme = theme
            await pilot.pause()
            kept = screen.reading.summary.kept if screen.reading.summary else set()
            looks: dict[str, Piece] = {}
            for piece in words_of(sent_pieces(app, screen.source.region)):
                sentence = piece.meta.get("sentence")
                if sentence is None or piece.meta.get("label"):
                    continue
                state = (
                    "current"
                    if sentence == screen.source.cursor
                    else "kept"
                    if sentence in kept
                    else "rest"
                )
                looks[state] = piece
            seen = {(p.ground, p.colour, p.style.reverse, p.style.bold) for p in looks.values()}
            assert len(seen) == len(looks) == 3, theme
            # Without looking at the colours:
            assert looks["current"].style.bold and not looks["rest"].style.bold, theme


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_what_came_in_is_no_redder_than_the_theme_has_it_with_256_colours(name: str):
    theme = in_256_colours(BUILTIN_THEMES[name])
    if theme.ansi:
        return
    variables = theme.to_color_system().generate() | theme.variables
    found = roles(variables, ansi=False, few=True)
    tint, ink = (seen(Color.parse(found[role]), few=True) for role in ("new-tint", "ink-tinted"))
    assert rgb_to_lab(tint).a < max(0, rgb_to_lab(Color.parse(variables["success"])).a) + 1
    assert contrast(ink, tint) >= 6.9


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_what_is_kept_is_no_slab_beside_the_current_sentence(name: str):
    theme = BUILTIN_THEMES[name]
    if theme.ansi:
        return
    variables = theme.to_color_system().generate() | theme.variables
    found = roles(variables, ansi=False, few=False)
    ground, kept, current = (
        rgb_to_lab(Color.parse(colour)).L
        for colour in (variables["background"], found["kept-tint"], found["current-tint"])
    )
    assert abs(kept - ground) <= max(abs(current - ground), 9)
    assert abs(kept - ground) >= 5


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_with_256_colours_nothing_has_a_hue_that_is_not_the_themes(name: str):
    """Neither maroon for brown, nor purple for a tint of cyan, nor pink for blue."""
    if BUILTIN_THEMES[name].ansi:
        return
    full, few = (roles_in(name, few=few) for few in (False, True))
    hues = BUILTIN_THEMES[name].to_color_system().generate()
    for role in ("current-tint", "linked-tint", "new-tint", "kept-tint"):
        shown, meant = rgb_to_lab(few[role]), rgb_to_lab(full[role])
        assert hypot(shown.a, shown.b) < 7 or dist(shown, meant) < 25, role
    for role, hue in (("code", "secondary"), ("done", "primary")):
        shown, meant = rgb_to_lab(few[role]), rgb_to_lab(Color.parse(hues[hue]))
        assert hypot(shown.a, shown.b) < 7 or turned(shown, meant) < 50, role
    assert hypot(rgb_to_lab(few["ink-quiet"]).a, rgb_to_lab(few["ink-quiet"]).b) < 7


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_with_256_colours_the_current_sentence_has_the_strongest_shade(name: str):
    theme = in_256_colours(BUILTIN_THEMES[name])
    if theme.ansi:
        return
    found = roles_in(name, few=True)
    ground, *states = (
        rgb_to_lab(colour)
        for colour in (
            seen(Color.parse(theme.to_color_system().generate()["background"]), few=True),
            *(found[f"{state}-tint"] for state in ("current", "kept", "new", "linked")),
        )
    )
    current, *others = (dist(state, ground) for state in states)
    assert all(other >= 3 for other in others)
    assert all(other <= current for other in others) or hypot(states[0].a, states[0].b) >= 7
    assert len({found[f"{state}-tint"] for state in ("current", "kept", "new", "linked")}) == 4


def roles_in(name: str, *, few: bool) -> dict[str, Color]:
    """The colours of a theme's roles as the terminal shows them."""
    theme = in_256_colours(BUILTIN_THEMES[name]) if few else BUILTIN_THEMES[name]
    found = roles(theme.to_color_system().generate() | theme.variables, ansi=False, few=few)
    return {
        role: seen(Color.parse(value), few=few)
        for role, value in found.items()
        if value.startswith("#")
    }


def turned(one: Lab, other: Lab) -> float:
    """How far two hues are from each other, in degrees."""
    apart = abs(degrees(atan2(one.b, one.a) - atan2(other.b, other.a)))
    return min(apart, 360 - apart)


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_with_256_colours_shades_are_grey_and_light_on_a_light_ground(name: str):
    theme = in_256_colours(BUILTIN_THEMES[name])
    if theme.ansi:
        return
    variables = theme.to_color_system().generate() | theme.variables
    found = roles(variables, ansi=False, few=True)
    ground = rgb_to_lab(seen(Color.parse(variables["background"]), few=True))
    for role in ("kept-tint", "heat-1", "heat-2", "heat-3"):
        shade = rgb_to_lab(seen(Color.parse(found[role]), few=True))
        assert hypot(shade.a, shade.b) < 7
        if role == "kept-tint" and ground.L > 50:
            assert 4 < ground.L - shade.L < 12


@pytest.mark.parametrize("few", [False, True], ids=["all colours", "256 colours"])
@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_code_in_a_line_is_told_from_the_text_around_it(name: str, few: bool):
    theme = in_256_colours(BUILTIN_THEMES[name]) if few else BUILTIN_THEMES[name]
    if theme.ansi:
        return
    found = roles(theme.to_color_system().generate() | theme.variables, ansi=False, few=few)
    code, *texts = (
        rgb_to_lab(seen(Color.parse(found[role]), few=few))
        for role in ("code", "ink", "ink-source")
    )
    far = all(hypot(code.L - one.L, code.a - one.a, code.b - one.b) > 8 for one in texts)
    assert far != (found["code-style"] == "italic")


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        ({"TERM": "linux"}, "ansi-dark"),
        ({"TERM": "rxvt", "COLORFGBG": "15;0"}, "ansi-dark"),
        ({"TERM": "rxvt", "COLORFGBG": "15;default;8"}, "ansi-dark"),
        ({"TERM": "xterm", "COLORFGBG": "0;15"}, "ansi-light"),
        ({"TERM": "xterm", "COLORFGBG": "0;7"}, "ansi-light"),
        ({"TERM": "xterm", "COLORFGBG": "0;default"}, ANSI_THEME),
        ({"TERM": "xterm", "COLORFGBG": "²;²"}, ANSI_THEME),
        ({"TERM": "screen", "COLORFGBG": "15;0"}, ANSI_THEME),
        ({"TERM": "xterm"}, ANSI_THEME),
        ({}, ANSI_THEME),
    ],
)
def test_hues_are_used_where_a_terminal_says_what_is_behind_them(environment, theme: str):
    assert own_theme(environment) == theme


_GREEN, _BLUE, _MAGENTA, _CYAN = 2, 4, 5, 6
CODE = """\
# The mill

The ledger was kept in `mill.db` by hands that nobody knows any more today.

```python
def floods(least):  # the highest first
    return "high"
```
"""


@pytest.mark.parametrize(
    ("environment", "theme", "expected"),
    [
        ({"TERM": "linux"}, "", (_GREEN, _CYAN, False, _GREEN)),
        ({"TERM": "xterm", "COLORFGBG": "0;15"}, "", (_MAGENTA, _BLUE, False, _MAGENTA)),
        ({"TERM": "xterm"}, "", (None, None, True, None)),
        ({"TERM": "xterm"}, "ansi-dark", (_GREEN, _CYAN, False, _GREEN)),
    ],
)
async def test_marks_and_code_have_the_hues_of_the_ground(
    environment, theme: str, expected, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLORTERM", "")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "mill.md").write_text(CODE)
    settings = Settings(theme=theme) if theme else None
    async with app_on(tmp_path / "mill.md", size=(100, 30), settings=settings) as (app, pilot):
        await pilot.press("z", "z")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("G")
        await settle(pilot)
        span = style_of(screen.source, "mill.db")
        await pilot.press("g")
        await settle(pilot)
        written = style_of(screen.source, '"high"')
        keys = app.screen.query_one(KeyBar)
        styles = (style_of(keys, "m method"), span, written)
        letter, code, text = (style.color and style.color.number for style in styles)
        assert (letter, code, bool(span.italic), text) == expected


@pytest.mark.parametrize("keys", [(), ("question_mark",), ("ctrl+p",)], ids="-".join)
async def test_without_colours_no_scroll_bar_is_as_bright_as_the_row_in_use(keys):
    settings = Settings(theme=ANSI_THEME, length="20")
    async with app_on(SAMPLE, size=(100, 24), settings=settings) as (app, pilot):
        await open_list(pilot, *keys)
        bars = {piece.text for piece in sent_pieces(app) if piece.meta.get("@mouse.down") == "grab"}
        assert bars == {"┃"}


@pytest.mark.parametrize("theme", [ANSI_THEME, "tokyo-night"])
async def test_panes_above_each_other_are_parted_where_there_is_no_row_for_a_rule(theme: str):
    async with app_on(SAMPLE, size=(80, 24), settings=Settings(theme=theme)) as (app, _):
        (place,) = {line for line, text in enumerate(screen_lines(app)) if " Source  " in text}
        text, head = (app.screen._compositor.render_strips()[place + n].crop(1, 79) for n in (1, 0))
        usual = {segment.style.bgcolor for segment in text if segment.style}
        for segment in head:
            assert segment.style is not None
            assert segment.style.underline or segment.style.bgcolor not in usual


@pytest.mark.parametrize("terminal", ["true colour", "256 colours"])
async def test_every_theme_can_be_read_where_an_article_is_half_read_and_where_one_is_found(
    terminal: str, monkeypatch: pytest.MonkeyPatch
):
    for name, value in TERMINALS[terminal].items():
        monkeypatch.setenv(name, value)
    async with screen_after("G", "n", "o") as (app, pilot):
        for keys in ((), ("slash", *"Russia"), ("enter",)):
            for key in keys:
                await pilot.press(key)
            await settle(pilot)
            listed = "\n".join(line.partition("▏")[0] for line in screen_lines(app))
            assert "%" in listed or keys
            for theme in (name for name, theme in BUILTIN_THEMES.items() if not theme.ansi):
                app.theme = theme
                await pilot.pause()
                check_screen(app, theme)


@pytest.mark.parametrize("terminal", ["true colour", "256 colours"])
@pytest.mark.parametrize("keys", [("colon",), ("w",), ("slash", "R")], ids="-".join)
async def test_what_is_typed_and_what_typing_replaces_can_be_read_in_every_theme(
    keys: tuple[str, ...], terminal: str, monkeypatch: pytest.MonkeyPatch
):
    for name, value in TERMINALS[terminal].items():
        monkeypatch.setenv(name, value)
    async with screen_after(*keys) as (app, pilot):
        prompt = app.screen.query_one("Prompt").region
        for theme in (name for name, theme in BUILTIN_THEMES.items() if not theme.ansi):
            app.theme = theme
            await pilot.pause()
            assert around(words_of(sent_pieces(app, prompt))) >= 4.5, theme
