"""The places where keys work: whoever adds a place with keys of its own enters it here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.binding import Binding, BindingType

from tui.keys.compare import COMPARE_BINDINGS
from tui.keys.digest import DIGEST_BINDINGS
from tui.keys.document import DOCUMENT_BINDINGS
from tui.keys.everywhere import EVERYWHERE_BINDINGS
from tui.keys.filter import FILTER_BINDINGS
from tui.keys.help import HELP_BINDINGS
from tui.keys.key_terms import KEY_TERMS_BINDINGS
from tui.keys.length_bar import LENGTH_BAR_BINDINGS
from tui.keys.library import ARTICLES_BINDINGS, LIBRARY_BINDINGS
from tui.keys.links import LINKS_BINDINGS
from tui.keys.lists import LIST_BINDINGS
from tui.keys.loading import LOADING_BINDINGS
from tui.keys.methods import METHODS_BINDINGS
from tui.keys.page import PAGE_BINDINGS
from tui.keys.prompt import PROMPT_BINDINGS
from tui.keys.reader import READER_BINDINGS

_PLACES: dict[str, Sequence[BindingType]] = {
    "Reader": READER_BINDINGS,
    "Moving in a text": DOCUMENT_BINDINGS,
    "Length bar": LENGTH_BAR_BINDINGS,
    "Key terms": KEY_TERMS_BINDINGS,
    "Prompt": PROMPT_BINDINGS,
    "Compare": COMPARE_BINDINGS,
    "Library": [*ARTICLES_BINDINGS, *LIBRARY_BINDINGS],
    "Filter of the library": FILTER_BINDINGS,
    "Digest": DIGEST_BINDINGS,
    "Lists": LIST_BINDINGS,
    "Methods": METHODS_BINDINGS,
    "Links": LINKS_BINDINGS,
    "Help": HELP_BINDINGS,
    "Page explained": PAGE_BINDINGS,
    "While opening": LOADING_BINDINGS,
    "Everywhere": EVERYWHERE_BINDINGS,
}

#: All bindings of the program by the title of the place where they work, the most used place first.
PLACES: Mapping[str, tuple[Binding, ...]] = {
    title: tuple(binding for binding in bindings if isinstance(binding, Binding))
    for title, bindings in _PLACES.items()
}
