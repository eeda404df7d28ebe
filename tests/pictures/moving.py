"""A moving picture of the program: its own screenshots, one after another, in one SVG.

Pages that show a README draw an SVG as a picture: no script runs and nothing is loaded, but what
style sheets move does. So each frame is a screenshot that a rule shows for its seconds and hides
for the rest; where motion is not wanted, the first frame stands still.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_FONTS = re.compile(r"@font-face\s*\{[^}]*\}\s*")
#: What a screenshot calls its classes and shapes; screenshots that are alike have them in common,
#: and a shape in a frame that is hidden cuts everything away.
_NAMES = re.compile(r"\bterminal-\d+-")
_BODY = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
#: Height of the line under the screen that tells what was pressed, and the size of its letters.
_CAPTION, _LETTERS = 64, 30


@dataclass(frozen=True)
class Frame:
    """One moment of a moving picture.

    Attributes:
        svg: A screenshot of the app.
        caption: What was pressed, and what that does.
        seconds: How long it is shown.
    """

    svg: str
    caption: str
    seconds: float


def moving(frames: Sequence[Frame]) -> str:
    """One SVG that shows screenshots of one size in turn, over and over.

    Raises:
        ValueError: There is none, or their sizes differ.
    """
    sizes = {found.groups() for frame in frames if (found := _VIEW.search(frame.svg))}
    if len(sizes) != 1:
        raise ValueError("the screenshots of a moving picture are of one size")
    width, height = map(float, sizes.pop())
    total = sum(frame.seconds for frame in frames)
    rules, groups, begins = [], [], 0.0
    for number, frame in enumerate(frames):
        ends = begins + frame.seconds
        rules.append(_rule(number, 100 * begins / total, 100 * ends / total, total))
        groups.append(_group(number, frame, width, height))
        begins = ends
    still = "\n".join(
        f".frame-{number} {{ visibility: hidden }}" for number in range(1, len(frames))
    )
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height + _CAPTION:g}">
<style>
.caption {{ font: {_LETTERS}px sans-serif; fill: #c0caf5 }}
{"".join(rules)}
@media (prefers-reduced-motion: reduce) {{
[class^="frame-"] {{ animation: none }}
{still}
}}
</style>
<rect width="{width:g}" height="{height + _CAPTION:g}" rx="8" fill="#1a1b26"/>
{"".join(groups)}</svg>
"""


def _rule(number: int, begins: float, ends: float, total: float) -> str:
    """Shows a frame from one share of the whole to another, in per cent."""
    before = "" if not number else "0% { visibility: hidden } "
    after = "" if ends > 100 - 1e-6 else f"{ends:.3f}% {{ visibility: hidden }} "
    return (
        f"@keyframes show-{number} {{ {before}{begins:.3f}% {{ visibility: visible }} {after}}}\n"
        f".frame-{number} {{ animation: show-{number} {total:g}s step-end infinite }}\n"
    )


def _group(number: int, frame: Frame, width: float, height: float) -> str:
    body = _BODY.search(frame.svg)
    assert body is not None
    inner = _NAMES.sub(f"f{number}-", _FONTS.sub("", body[1])).strip()
    middle = height + _CAPTION / 2 + _LETTERS / 3
    return (
        f'<g class="frame-{number}">\n{inner}\n<text class="caption" x="{width / 2:g}" '
        f'y="{middle:g}" text-anchor="middle">{escape(frame.caption)}</text>\n</g>\n'
    )
