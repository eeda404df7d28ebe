"""The colours of the screens, made of a theme so that everything can be read on any terminal.

A theme gives a background, a foreground and a few hues. What is drawn with them has a role (text of
the summary, text of the source, a mark), and each role has a contrast that it must reach: the
colour of a role is the theme's, moved towards white or black until it does. Where a terminal has
256 colours, each role takes the nearest of those that keeps the same promise, instead of whatever
the nearest colour happens to do.

Contrast is the ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), from 1 to 21.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from math import acos, degrees, dist, hypot
from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color as TerminalColour
from rich.color import ColorSystem
from textual.color import Color, Lab, rgb_to_lab

if TYPE_CHECKING:
    from textual.theme import Theme

#: Contrast of the summary with the background. Not more: the current sentence has to stand out
#: from it, and white on a tint that can be seen reaches 10 in every theme of Textual's.
INK = 10.0
#: Contrast of the source with the background: a step quieter, and comfortable to read.
SOURCE_INK = 6.8
#: The least contrast of the source with a tint, and of all text where there are 256 colours.
LEAST_SOURCE_INK = 6.0
#: The least contrast of text said in passing, of marks, and of the letters of keys.
QUIET_INK = 4.8
#: The least contrast of the text of a kept sentence with its tint.
TINTED_INK = 7.0
#: How much of a hue a tint has at most.
_KEPT_TINT, _CURRENT_TINT, _LINKED_TINT, _SELECTED_TINT, _NEW_TINT = 0.24, 0.28, 0.12, 0.34, 0.18
#: How much lighter or darker than the ground, in CIE-L*, what is kept may be where the current
#: sentence is less so: dark blue on a light ground was a slab of 14 beside a current sentence of 5.
_KEPT_APART = 8.0
#: The shades of states where there are 256 colours and none is near enough to the tint: how much
#: white a dark ground has at most, and black a light one. The current sentence has the strongest.
_KEPT_SHADE, _CURRENT_SHADE, _LINKED_SHADE, _NEW_SHADE = 0.12, 0.24, 0.08, 0.18
_KEPT_SHADE_ON_LIGHT = 0.1
#: How much of the foreground the tints of scores have at most, from the lower to the higher.
_HEAT_TINTS = (0.05, 0.10, 0.16)
#: How much of the foreground lines have that only part things.
_RULE, _RAIL = 0.2, 0.28
#: How far the colour of code in a line lies from that of the text around it, in CIE-L*ab, where it
#: is told from that by its colour alone: 14 to 30 in most themes, but 4 in nord, and 0 with 256
#: colours in light themes, where the nearest that could be read was a grey.
_TOLD = 10.0
#: How it is told otherwise. Not bold, which is the look of what is kept or current.
_CODE_STYLE = "italic"

_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)
_STEPS = 32


@lru_cache(maxsize=4096)
def luminance(colour: Color) -> float:
    """How light a colour is, from 0 to 1, as WCAG defines it."""
    red, green, blue = map(_linear, colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def contrast(one: Color, other: Color) -> float:
    """The contrast of two opaque colours, from 1 (none) to 21 (black and white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


class _AllColours:
    """A terminal that shows every colour as it is."""

    def text(
        self,
        wanted: Color,
        grounds: Sequence[Color],
        least: float,
        *,
        hue: Color | None = None,
    ) -> Color:
        """A colour that can be read on all of some grounds, as near to one as may be.

        Args:
            wanted: The colour that it is near to.
            grounds: What may be behind it.
            least: The contrast that it has at least.
            hue: What a terminal of few colours should show the hue of, or none at all.
        """
        del hue
        if _reaches(wanted, grounds, least):
            return wanted
        end = max(_WHITE, _BLACK, key=lambda extreme: min(contrast(extreme, g) for g in grounds))
        steps = (wanted.blend(end, step / _STEPS) for step in range(1, _STEPS))
        return next((colour for colour in steps if _reaches(colour, grounds, least)), end)

    def tint(
        self,
        ground: Color,
        hue: Color,
        share: float,
        ink: Color,
        least: float,
        apart: Sequence[Color] = (),
        *,
        loud: bool = False,
    ) -> Color:
        """The ground with as much of a hue, up to a share, as leaves an ink readable on it.

        Args:
            ground: What is tinted.
            hue: What it is tinted with.
            share: How much of the hue there is at most, from 0 to 1.
            ink: The colour of the text on it.
            least: The contrast that the text has at least.
            apart: Other tints, which a terminal of few colours has to keep apart from this one.
            loud: Whether a terminal of few colours may show a hue much stronger than the tint's.
        """
        del apart, loud
        steps = (ground.blend(hue, share * (_STEPS - step) / _STEPS) for step in range(_STEPS))
        return next((colour for colour in steps if contrast(ink, colour) >= least), ground)

    def nearest(self, wanted: Color) -> Color:
        """The nearest colour that is shown as it is."""
        return wanted


class _Colours256(_AllColours):
    """A terminal with 256 colours, as most are that are reached from another machine."""

    def text(
        self,
        wanted: Color,
        grounds: Sequence[Color],
        least: float,
        *,
        hue: Color | None = None,
    ) -> Color:
        """A colour of the 256 that can be read on all of some grounds."""
        ideal = super().text(wanted, grounds, least)
        able = [one for one in _colours_of_256() if _reaches(one.colour, grounds, least)]
        if hue is not None and hypot((aim := rgb_to_lab(hue)).a, aim.b) >= _COLOURED:
            lab = rgb_to_lab(ideal)
            coloured = [one for one in able if one.coloured and _turned(one.lab, aim) <= _TURNED]
            if coloured:
                return min(coloured, key=lambda one: _unlike(one.lab, lab, aim)).colour
            able = [one for one in able if one.grey] or able
        return _nearest(ideal, able or _colours_of_256())

    def tint(
        self,
        ground: Color,
        hue: Color,
        share: float,
        ink: Color,
        least: float,
        apart: Sequence[Color] = (),
        *,
        loud: bool = False,
    ) -> Color:
        """A colour of the 256 as light as the tint would be, and of the same hue, but stronger.

        The nearest to any tint is a grey: two tints could not be told apart. The ground, if there
        is none that is taken for the tint: among those dark enough for white text are no brown and
        no muted purple, and maroon says that something is wrong.
        """
        ideal = rgb_to_lab(super().tint(ground, hue, share, ink, least))
        wanted, behind = rgb_to_lab(hue), rgb_to_lab(ground)
        able = [
            one
            for one in _colours_of_256()
            if contrast(ink, one.colour) >= least and one.colour not in apart
        ]
        if hypot(wanted.a, wanted.b) < _COLOURED:  # a shade, which is never on the other side
            side = ideal.L - behind.L
            able = [one for one in able if one.grey and (one.lab.L - behind.L) * side > 0]
            able = [one for one in able if abs(one.lab.L - behind.L) >= _STEP]
            return min(able, key=lambda one: abs(one.lab.L - ideal.L)).colour if able else ground
        able = [one for one in able if one.coloured]
        if not loud:
            able = [one for one in able if _turned(one.lab, wanted) <= _TURNED]
            able = [one for one in able if dist(one.lab, ideal) <= _TAKEN_FOR]
        return min(able, key=lambda one: _unlike(one.lab, ideal, wanted)).colour if able else ground

    def nearest(self, wanted: Color) -> Color:
        """The nearest colour of the 256."""
        return _nearest(wanted, _colours_of_256())


#: Distance of a colour from grey in CIE-L*ab from which it has a hue.
_COLOURED = 14.0
#: Distance from the ground from which a shade is seen, in CIE-L*: a step of grey.
_STEP = 3.0
#: Distance up to which a colour is taken for a tint. Light grounds have one for most hues, at 5 to
#: 17; on dark ones the nearest was at 33 to 97: maroon for brown, a purple for a shade of cyan.
_TAKEN_FOR = 18.0
#: How far a hue may be turned before it is better to have none, in degrees: code in nord's blue was
#: pink (69), and in the green of solarized-light violet (130).
_TURNED = 35.0
#: What a wrong hue, and a wrong strength of it, count against one that is lighter or darker.
_HUE_COUNTS, _STRENGTH_COUNTS = 40.0, 0.3


class _Colour256(NamedTuple):
    colour: Color
    """What is seen."""
    sent: Color
    """What Rich, which rounds greys, turns into it."""
    lab: Lab
    coloured: bool
    grey: bool


@cache
def _colours_of_256() -> tuple[_Colour256, ...]:
    """The colours that can be had through Rich; the first sixteen are the reader's own."""
    found = []
    for number in range(16, 256):
        colour = Color(*TerminalColour.from_ansi(number).get_truecolor())
        grey = round((number - 231) * 255 / 25)
        sent = colour if number < 232 else Color(grey, grey, grey)
        if sent.rich_color.downgrade(ColorSystem.EIGHT_BIT).number == number:
            lab = rgb_to_lab(colour)
            strength = hypot(lab.a, lab.b)
            found.append(
                _Colour256(colour, sent, lab, strength >= _COLOURED, strength < _COLOURED / 2)
            )
    return tuple(found)


def _seen(colour: Color) -> Color:
    """What a terminal with 256 colours makes of a colour."""
    return Color(*colour.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


@cache
def _sent() -> Mapping[Color, Color]:
    return {one.colour: one.sent for one in _colours_of_256()}


def _nearest(wanted: Color, among: Sequence[_Colour256]) -> Color:
    """The nearest colour; hue counts for more than lightness, lest grey text turns pink."""
    to = rgb_to_lab(wanted)
    return min(
        among,
        key=lambda one: abs(one.lab.L - to.L) + 2 * hypot(one.lab.a - to.a, one.lab.b - to.b),
    ).colour


def _unlike(one: Lab, ideal: Lab, hue: Lab) -> float:
    """How far a tint is from the ideal one: in lightness, in strength, and from the hue."""
    strength, most = hypot(one.a, one.b), hypot(hue.a, hue.b)
    cosine = (one.a * hue.a + one.b * hue.b) / (strength * most)
    stronger = abs(strength - hypot(ideal.a, ideal.b))
    return abs(one.L - ideal.L) + stronger * _STRENGTH_COUNTS + (1 - cosine) * _HUE_COUNTS


def _turned(one: Lab, hue: Lab) -> float:
    """How far the hue of a colour is from another one, in degrees."""
    cosine = (one.a * hue.a + one.b * hue.b) / (hypot(one.a, one.b) * hypot(hue.a, hue.b))
    return degrees(acos(max(-1.0, min(1.0, cosine))))


def _reaches(colour: Color, grounds: Sequence[Color], least: float) -> bool:
    return all(contrast(colour, ground) >= least for ground in grounds)


def _lightness_between(one: Color, other: Color) -> float:
    return abs(rgb_to_lab(one).L - rgb_to_lab(other).L)


def _unlikeness(one: Color, other: Color) -> float:
    return dist((*rgb_to_lab(one),), (*rgb_to_lab(other),))


def _weakened(colour: Color, ground: Color, aim: float) -> Color:
    """A colour moved towards its ground while it has more than a contrast with it."""
    steps = (colour.blend(ground, step / _STEPS) for step in range(_STEPS, -1, -1))
    return next((weaker for weaker in steps if contrast(weaker, ground) >= aim), colour)


def quieter(colour: Color, ground: Color, *, few: bool) -> Color:
    """The colour of text said in passing, where the text around it has another colour.

    Args:
        colour: The colour of the text around it.
        ground: What is behind both.
        few: Whether the terminal has only 256 colours.
    """
    if few:
        colour, ground = _seen(colour), _seen(ground)
    quiet = _quiet(colour, ground, (ground,), few=few)
    return _sent().get(quiet, quiet) if few else quiet


def _quiet(colour: Color, ground: Color, grounds: Sequence[Color], *, few: bool) -> Color:
    """The colour of text said in passing; a grey of the 256, lest it has a hue here and none there.

    On one ground the nearest to tokyo-night's was lavender, on two a grey.
    """
    weakened = _weakened(colour, ground, QUIET_INK)
    if few:
        weakened = Color(*(round(sum(weakened.rgb) / 3),) * 3)
    return _SHOWN[few].text(weakened, grounds, QUIET_INK)


_SHOWN = (_AllColours(), _Colours256())


@cache
def _roles(
    background: Color,
    surface: Color,
    foreground: Color,
    accent: Color,
    primary: Color,
    warning: Color,
    success: Color,
    secondary: Color,
    few: bool,
) -> dict[str, str]:
    shown = _SHOWN[few]
    text, tint, nearest = shown.text, shown.tint, shown.nearest
    if few:
        background, surface, foreground = map(_seen, (background, surface, foreground))
    here, anywhere = (background,), (background, surface)
    full = _weakened(_AllColours().text(foreground, here, INK), background, INK)
    ink = text(full, here, TINTED_INK if few else INK)
    least = LEAST_SOURCE_INK if few else SOURCE_INK
    source = text(_weakened(full, background, SOURCE_INK), here, least)
    strongest = text(max(_WHITE, _BLACK, key=lambda end: contrast(end, background)), here, INK)
    most = contrast(ink, background)

    def state(hue: Color, share: float, shade: float, ink: Color, apart: Sequence[Color]) -> Color:
        """The tint of a state, or a shade where no colour is taken for the tint."""
        tinted = tint(background, hue, share, ink, TINTED_INK, apart)
        if tinted != background:
            return tinted
        return tint(background, strongest, shade, ink, TINTED_INK, apart)

    current = tint(background, accent, _CURRENT_TINT, strongest, most)
    if current == background:
        current = tint(background, strongest, _CURRENT_SHADE, strongest, TINTED_INK)
    kept = tint(background, primary, _KEPT_TINT, ink, TINTED_INK, [current])
    if few:  # a shade: what has a hue among so few colours is louder than the current sentence
        on_light = luminance(background) > luminance(strongest)
        share = _KEPT_SHADE_ON_LIGHT if on_light else _KEPT_SHADE
        kept = tint(background, strongest, share, ink, LEAST_SOURCE_INK, [current])
    else:
        most_apart = max(_lightness_between(current, background), _KEPT_APART)
        steps = (background.blend(kept, step / _STEPS) for step in range(_STEPS, 0, -1))
        kept = next(one for one in steps if _lightness_between(one, background) <= most_apart)
    tinted = strongest if few else ink  # on greys, of which a lighter one is told from the ground
    new = state(success, _NEW_TINT, _NEW_SHADE, tinted, [current, kept])
    linked = state(accent, _LINKED_TINT, _LINKED_SHADE, tinted, [current, kept, new])
    selected = tint(background, primary, _SELECTED_TINT, strongest, TINTED_INK, loud=True)
    matched, found, filled = map(nearest, (background.blend(warning, 0.6), warning, accent))
    colours = {
        "ink": ink,
        "ink-current": strongest,
        "ink-source": source,
        "ink-tinted": tinted,
        "ink-quiet": _quiet(full, background, anywhere, few=few),
        "mark": text(accent, anywhere, QUIET_INK),
        "mark-fill": filled,
        "on-mark-fill": text(background, (filled,), TINTED_INK),
        "kept": text(primary, anywhere, QUIET_INK),
        "warn": text(warning, anywhere, QUIET_INK),
        "current-tint": current,
        "kept-tint": kept,
        "linked-tint": linked,
        "new-tint": new,
        "selected-ink": strongest,
        "selected-tint": selected,
        "match-tint": matched,
        "on-match": text(background, (matched,), TINTED_INK),
        "match-fill": found,
        "on-match-fill": text(background, (found,), TINTED_INK),
        "rule": nearest(background.blend(foreground, _RULE)),
        "rail": nearest(background.blend(foreground, _RAIL)),
    }
    heats: list[Color] = []
    for share in _HEAT_TINTS:  # grey, so that they are not taken for the tint of a state
        heat = tint(background, strongest, share, ink, LEAST_SOURCE_INK, [kept, *heats])
        heats.append(heats[-1] if heats and heat == background else heat)
    colours |= {f"heat-{step}": heat for step, heat in enumerate(heats, 1)}
    # What was read before is as quiet as can be read, on every ground that it may stand on.
    colours["ink-known"] = _quiet(full, background, (background, kept, new, *heats), few=few)
    states = (background, kept) if few else (background, kept, new)
    code = text(secondary, states, LEAST_SOURCE_INK if few else TINTED_INK, hue=secondary)
    code = text(code, (new,), QUIET_INK, hue=secondary)
    code = text(code, (*states, *heats), LEAST_SOURCE_INK, hue=secondary)
    colours |= {
        "code": code,
        "done": text(primary, (background, kept, new, *heats), QUIET_INK, hue=primary),
        "syntax-keyword": text(primary, here, LEAST_SOURCE_INK),
        "syntax-name": text(secondary, here, LEAST_SOURCE_INK),
        "syntax-string": text(success, here, LEAST_SOURCE_INK),
        "syntax-number": text(warning, here, LEAST_SOURCE_INK),
    }
    sent = _sent() if few else {}
    shown_as = {name: sent.get(colour, colour).hex for name, colour in colours.items()}
    told = min(_unlikeness(code, ink), _unlikeness(code, source)) >= _TOLD
    return shown_as | {"code-style": "none" if told else _CODE_STYLE}


#: The same roles in the terminal's own colours, which have no tints: rules for ``:ansi`` tell the
#: states of a sentence apart by weight, underlining and reversing. Letters have the terminal's own
#: text colour, or a pair of both colours, for nobody knows what is behind them: no hue of xterm's
#: reaches 4.5 with black and with white (magenta comes nearest, with 4.48 and 4.69; green, in which
#: the letters of keys were, has 2.2 with white), and none of the console's (at best 4.1).
_OWN = {
    "ink": "ansi_default",
    "ink-current": "ansi_default",
    "ink-source": "ansi_default",
    "ink-tinted": "ansi_default",
    "mark-fill": "transparent",
    "on-mark-fill": "ansi_default",
    "kept": "ansi_default",
    "done": "ansi_default",
    "warn": "ansi_default",
    "current-tint": "transparent",
    "kept-tint": "transparent",
    "linked-tint": "transparent",
    "new-tint": "transparent",
    "selected-ink": "ansi_black",
    "selected-tint": "ansi_cyan",
    "match-tint": "ansi_cyan",
    "match-fill": "ansi_cyan",
    "on-match": "ansi_black",
    "on-match-fill": "ansi_black",
    "rule": "ansi_bright_black",
    "rail": "ansi_bright_black",
    "heat-1": "transparent",
    "heat-2": "transparent",
    "heat-3": "transparent",
    "syntax-keyword": "ansi_default",
    "syntax-number": "ansi_default",
}
#: Hues where the ground is known, since a theme says so. On black green has 6.8 on the console and
#: 9.6 in xterm, cyan 7.4 and 10.9; yellow is brown on the console, with 4.0.
_ON_WHITE = {
    "mark": "ansi_magenta",
    "code": "ansi_blue",
    "syntax-name": "ansi_blue",
    "syntax-string": "ansi_magenta",
}
_ON_BLACK = {
    "mark": "ansi_green",
    "code": "ansi_cyan",
    "syntax-name": "ansi_cyan",
    "syntax-string": "ansi_green",
}
_ON_ANY = dict.fromkeys(_ON_WHITE, "ansi_default")
_HUES = {"ansi_white": _ON_WHITE, "ansi_black": _ON_BLACK}
#: What the variables of a theme say where nobody knows what is behind the terminal's own colours.
UNKNOWN_GROUND = {"ground": "unknown"}


def roles(variables: Mapping[str, str], *, ansi: bool, few: bool) -> dict[str, str]:
    """The colours of the program's roles, as variables for style sheets.

    Args:
        variables: Those of the theme.
        ansi: Whether the theme leaves colours to the terminal.
        few: Whether the terminal has only 256 colours.
    """
    if ansi:
        known = variables.get("ground") != UNKNOWN_GROUND["ground"]
        hues = _HUES.get(variables["ansi-background"]) if known else None
        quiet = dict.fromkeys(("ink-quiet", "ink-known"), variables["text-muted"])
        style = _CODE_STYLE if hues is None else "none"
        return _OWN | (hues or _ON_ANY) | quiet | {"code-style": style}
    names = ("background", "surface", "foreground", "accent")
    others = ("primary", "warning", "success", "secondary")
    return _roles(*(Color.parse(variables[name]) for name in (*names, *others)), few)


def in_256_colours(theme: Theme) -> Theme:
    """The theme with its colours replaced by the nearest that a terminal of 256 colours has."""
    if theme.ansi:
        return theme
    generated = theme.to_color_system().generate() | theme.variables
    nearest, sent = _SHOWN[True].nearest, _sent()

    def fitted(name: str) -> str:
        return sent[nearest(Color.parse(generated[name]))].hex

    return replace(
        theme,
        primary=fitted("primary"),
        secondary=fitted("secondary"),
        warning=fitted("warning"),
        error=fitted("error"),
        success=fitted("success"),
        accent=fitted("accent"),
        foreground=fitted("foreground"),
        background=fitted("background"),
        surface=fitted("surface"),
        panel=fitted("panel"),
    )
