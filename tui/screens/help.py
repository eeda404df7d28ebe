"""All keys, made from the bindings."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from textwrap import wrap

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.keys.help import HELP_BINDINGS
from tui.keys.table import KeyRow, key_sections
from tui.screens.panel import PanelScreen
from tui.text.looks import QUIET

#: Cells for the keys, on a narrow screen too, and for the names of the settings file.
_KEYS_WIDTH, _KEYS_NARROW, _IDS_WIDTH = 21, 12, 24
#: From this width on the keys have that much room, and from this one on there are names.
_ROOMY, _IDS_FROM = 60, 100


class HelpScreen(PanelScreen):
    """The keys, those of the screen it was opened from first.

    Args:
        place: The title of the place it was opened from.
        keymap: Keys by binding id that replace the program's own.
    """

    BINDINGS = HELP_BINDINGS

    def __init__(self, place: str, keymap: Mapping[str, str]) -> None:
        super().__init__("Keys", KeysText(keymap, place))


class KeysText(Widget):
    """All keys as one text, wrapped so that what a key does stays beside the key.

    Args:
        keymap: Keys by binding id that replace the program's own.
        first: The title of the section that comes first.
    """

    def __init__(self, keymap: Mapping[str, str], first: str) -> None:
        super().__init__(id="panel-text")
        self._sections = sorted(key_sections(keymap), key=lambda section: section.title != first)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many rows as the text needs."""
        return len(self._lines(width))

    def on_resize(self) -> None:
        """Wrap the text again."""
        self.refresh(layout=True)

    def render(self) -> Content:
        """All sections; on a wide screen with the names for the settings file."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for section in self._sections:
            lines.append(Content.styled(section.title, "bold $mark"))
            for row in section.rows:
                lines += _row(row, width)
            lines.append(Content(""))
        if width >= _IDS_FROM:
            foot = "The names on the right go under [keys] in the settings file."
            lines.append(Content.styled(foot, QUIET))
        return lines


def _row(row: KeyRow, width: int) -> list[Content]:
    """A key and what it does, in two columns and as many rows as they need."""
    keys_width = _KEYS_WIDTH if width >= _ROOMY else _KEYS_NARROW
    ids_width = _IDS_WIDTH if width >= _IDS_FROM else 0
    keys = wrap(row.keys, keys_width - 1)
    does = wrap(row.does, max(10, width - keys_width - ids_width))
    lines = []
    for number, (key, words) in enumerate(zip_longest(keys, does, fillvalue="")):
        line = Content.assemble((f"{key:<{keys_width}}", "bold"), words)
        if ids_width and number == 0:
            line = line.pad_right(max(0, width - ids_width - line.cell_length))
            line += Content.styled(row.id, QUIET)
        lines.append(line)
    return lines
