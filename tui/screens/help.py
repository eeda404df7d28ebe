"""The guide: all keys by what they are about, every sign and every fact, found by typing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from textwrap import wrap

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.keys.help import HELP_BINDINGS
from tui.keys.table import KeyRow, KeySection, guide
from tui.screens.panel import PanelScreen
from tui.text.legend import LEGEND, PARTS, WORDS
from tui.text.looks import QUIET
from tui.widgets.key_bar import KeyBar

#: Cells for the keys, and on a narrow screen.
_KEYS_WIDTH, _KEYS_NARROW = 21, 12
#: From this width on the keys have that much room.
_ROOMY = 60


class HelpScreen(PanelScreen):
    """The keys that work where it was opened, signs and facts, and then all other keys.

    Args:
        place: The title of the place it was opened from.
        keymap: Keys by binding id that replace the program's own.
    """

    AUTO_FOCUS = ""
    BINDINGS = HELP_BINDINGS

    def __init__(self, place: str, keymap: Mapping[str, str]) -> None:
        self._guide = GuideText(keymap, place)
        super().__init__("Help", self._guide)

    def compose(self) -> ComposeResult:
        """The panel, with a line for what is looked for."""
        with Vertical(id="panel"):
            yield Static(Content("Help"), id="panel-title")
            yield Input(
                placeholder="words of a key, a sign or a fact", id="panel-find", compact=True
            )
            with VerticalScroll(id="panel-body", can_focus=False):
                yield self._guide
            yield KeyBar(id="panel-keys")

    def on_mount(self) -> None:
        """Look for nothing yet."""
        self._line.display = False

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    def action_find(self) -> None:
        """Ask what to look for."""
        self._line.display = True
        self._line.focus()

    def action_names(self) -> None:
        """Show what the settings file calls each key, or not."""
        self._guide.toggle_names()

    def action_back(self) -> None:
        """Show everything again after something was looked for, or close."""
        if self._line.display:
            self._line.value = ""
            self._line.display = False
            self.set_focus(None)
        else:
            self.dismiss()

    @on(Input.Changed)
    def _looked_for(self, event: Input.Changed) -> None:
        self._guide.look_for(event.value)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(Input.Submitted)
    def _found(self) -> None:
        self.set_focus(None)  # from now on keys scroll what was found


class GuideText(Widget):
    """The guide as one text, wrapped so that what a key does stays beside the key.

    Args:
        keymap: Keys by binding id that replace the program's own.
        place: The title of the place whose keys come first.
    """

    def __init__(self, keymap: Mapping[str, str], place: str) -> None:
        super().__init__(id="panel-text")
        here, others = guide(place, keymap)
        legends = (("Signs", LEGEND), ("Facts", WORDS), ("Parts of a score", PARTS))
        signs = [
            KeySection(title, tuple(KeyRow(sign.sign, sign.says, "") for sign in legend))
            for title, legend in legends
        ]
        self._sections = (*here, *signs, *others)
        self._words: tuple[str, ...] = ()
        self._has_names = False

    def look_for(self, text: str) -> None:
        """Show only what has these words."""
        self._words = tuple(text.casefold().split())
        self.refresh(layout=True)

    def toggle_names(self) -> None:
        """Show what the settings file calls each key, or not."""
        self._has_names = not self._has_names
        self.refresh(layout=True)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many rows as the text needs."""
        return len(self._lines(width))

    def on_resize(self) -> None:
        """Wrap the text again."""
        self.refresh(layout=True)

    def render(self) -> Content:
        """All sections."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        if self._has_names:
            foot = "The names under the keys go under [keys] in the settings file."
            lines += [Content.styled(row, QUIET) for row in wrap(foot, width)]
            lines.append(Content(""))
        for section in self._sections:
            if rows := list(self._found_in(section)):
                lines.append(Content.styled(section.title, "bold $mark"))
                lines += self._rows(rows, width)
                lines.append(Content(""))
        return lines or [Content("Nothing has these words.")]

    def _found_in(self, section: KeySection) -> Iterator[KeyRow]:
        for row in section.rows:
            words = f"{row.keys} {row.does} {row.id} {section.title}".casefold()
            if all(word in words for word in self._words):
                yield row

    def _rows(self, rows: Iterable[KeyRow], width: int) -> Iterator[Content]:
        """Keys and what they do, in two columns and as many rows as they need."""
        keys_width = _KEYS_WIDTH if width >= _ROOMY else _KEYS_NARROW
        for row in rows:
            keys = wrap(row.keys, keys_width - 1)
            does = wrap(row.does, max(10, width - keys_width))
            for key, words in zip_longest(keys, does, fillvalue=""):
                yield Content.assemble((f"{key:<{keys_width}}", "bold"), words)
            if self._has_names and row.id:
                yield Content.styled(f"{'':<{keys_width}}{row.id}", QUIET)
