"""An app whose style sheets know the colours of roles, on whatever terminal it is shown."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.app import App, ReturnType
from textual.color import Color
from textual.css.model import RuleSet
from textual.css.styles import RenderStyles
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.filter import ANSIToTruecolor, DimFilter, LineFilter
from textual.theme import BUILTIN_THEMES, Theme

from summarise.text.patterns import compile_later
from tui.colours import UNKNOWN_GROUND, in_256_colours, quieter, roles

#: The theme of the terminal's own colours, whatever is behind them.
ANSI_THEME = "ansi"
_BLACK, _WHITE = "ansi-dark", "ansi-light"
_OWN = {name: BUILTIN_THEMES[name] for name in (_BLACK, _WHITE)}
_OWN[ANSI_THEME] = replace(
    _OWN[_BLACK], name=ANSI_THEME, variables=_OWN[_BLACK].variables | UNKNOWN_GROUND
)
#: Those behind a mark mean nothing; those before one may, as in "Screen :focus".
_SPACES = compile_later(r"(?<=[{};:])\s+")
#: What begins a comment that a line ends.
_LINE_COMMENT = "# "
#: The sixteen colours, and those of them that are dark, as COLORFGBG names them.
_GROUNDS = frozenset(map(str, range(16)))
_DARK = frozenset("01234568")


def own_theme(environment: Mapping[str, str]) -> str:
    """The theme of a terminal's own colours, by what it says of its ground.

    The console of Linux is black; rxvt, Konsole and others set COLORFGBG, which their children
    inherit, but within screen and tmux it may be that of another terminal.

    Args:
        environment: Variables of the environment.
    """
    terminal = environment.get("TERM", "")
    if terminal == "linux":
        return _BLACK
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    if terminal.startswith(("screen", "tmux")) or ground not in _GROUNDS:
        return ANSI_THEME
    return _BLACK if ground in _DARK else _WHITE


class ColouredApp(App[ReturnType]):
    """Fits every theme to what the terminal can show.

    With 256 colours the theme's are replaced by the nearest of those. With 16, no two of which are
    near enough to make a tint, the terminal's own colours are used, whatever theme was asked for,
    and in hues as well where it is known what is behind them.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        self._fitted: dict[str, Theme] = {}
        self._own = ANSI_THEME
        self._quieting: _Quieting | None = None
        super().__init__(ansi_color=ansi_color)
        self.register_theme(_OWN[ANSI_THEME])
        if not self.no_color:
            self._own = own_theme(os.environ)
        self.stylesheet = ParsedOnce(variables=self.stylesheet._variables)

    @property
    def current_theme(self) -> Theme:
        """The theme as it is shown."""
        theme = super().current_theme
        match self._colour_system:
            case ColorSystem.EIGHT_BIT:
                return self._in_256(theme)
            case ColorSystem.STANDARD | ColorSystem.WINDOWS if not theme.ansi:
                return _OWN[self._own]
        return _OWN[self._own] if theme.name == ANSI_THEME else theme

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, but that dim text stays readable."""
        filters = super().get_line_filters()
        if not filters or not isinstance(filters[0], ANSIToTruecolor):
            return filters  # the terminal's own colours are used
        few = self._colour_system is ColorSystem.EIGHT_BIT
        if self._quieting is None or self._quieting.few is not few:
            self._quieting = _Quieting(self.ansi_theme, few=few)
        return [self._quieting, *(each for each in filters[1:] if not isinstance(each, DimFilter))]

    def _in_256(self, theme: Theme) -> Theme:
        fitted = self._fitted.get(theme.name)
        if fitted is None:
            fitted = self._fitted[theme.name] = in_256_colours(theme)
        return fitted

    def get_css_variables(self) -> dict[str, str]:
        """The variables of the theme, and a colour for each role."""
        variables = super().get_css_variables()
        few = self._colour_system is ColorSystem.EIGHT_BIT
        variables |= roles(variables, ansi=self.current_theme.ansi, few=few)
        self.theme_variables = variables
        return variables

    @property
    def _colour_system(self) -> ColorSystem | None:
        """What the terminal can show; None before that is known, or where there is none."""
        console = getattr(self, "console", None)
        return None if console is None else console._color_system


@cache
def without_spaces(css: str) -> str:
    """The same styles without the spaces that mean nothing, which were half of all that is read.

    To read the styles of the first screens took 16 ms of the start, and 12 without them.
    """
    return css if _LINE_COMMENT in css else _SPACES.sub("", css)


class ParsedOnce(Stylesheet):
    """All styles, each source of which is parsed once as long as the colours stay the same.

    Textual parses all of them anew whenever one is added: four times before the first frame, which
    took 10 ms of it, and 15 to 20 ms whenever a screen was opened for the first time.
    """

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the colours of all roles; what has been parsed stays if they are the same."""
        if variables != self._variables:
            super().set_variables(variables)

    def _parse_rules(self, css: str, *args: Any, **kwargs: Any) -> list[RuleSet]:
        """The rules of a source, whose spaces are not read one by one."""
        return super()._parse_rules(without_spaces(css), *args, **kwargs)

    def reparse(self) -> None:
        """Parse what has not been parsed with these colours."""
        self.parse()

    def _process_component_classes(self, node: DOMNode) -> None:
        """Work out the styles of a widget's parts when they are asked for.

        Textual's does so for all of them, of which a document has forty, whenever the widget is
        styled, when it gets the focus too. A text shows a dozen of them.
        """
        if names := node._get_component_classes():
            before = node._component_styles
            node._component_styles = now = _Parts(self, node, names)
            if any(now[name] != styles for name, styles in before.items()):
                node.refresh()


class _Parts(dict[str, RenderStyles]):
    """The styles of a widget's parts that have been asked for, by their component classes."""

    def __init__(self, sheet: Stylesheet, node: DOMNode, names: Collection[str]) -> None:
        super().__init__()
        self._sheet, self._node, self._names = sheet, node, names

    def __contains__(self, name: object) -> bool:
        """Whether there is such a part."""
        return name in self._names

    def __missing__(self, name: str) -> RenderStyles:
        """The styles of a part, as Textual's sheet works them out."""
        part = DOMNode(classes=name)
        part._attach(self._node)
        self._sheet.apply(part, animate=False)
        self[name] = styles = part.styles
        return styles


class _Quieting(ANSIToTruecolor):
    """Shows dim text in a quieter colour: Textual's own can be too near to what is behind it.

    It takes the place of two filters of Textual's, since each costs time for every row.
    """

    def __init__(self, terminal_theme: TerminalTheme, *, few: bool) -> None:
        super().__init__(terminal_theme)
        self.few = few
        self._quiet = lru_cache(maxsize=1024)(self._quiet_style)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in colours that do not depend on the terminal, none of them dim."""
        behind, usual, quiet = background.rich_color, self.truecolor_style, self._quiet
        return [
            Segment(text, style and (quiet if style.dim else usual)(style, behind), control)
            for text, style, control in segments
        ]

    def _quiet_style(self, style: Style, background: RichColor) -> Style:
        shown = self.truecolor_style(style + _NOT_DIM, background)
        if shown.color is None:
            return shown
        ground = Color.from_rich_color(shown.bgcolor or background)
        colour = quieter(Color.from_rich_color(shown.color), ground, few=self.few)
        return shown + Style(color=colour.rich_color)


_NOT_DIM = Style(dim=False)
