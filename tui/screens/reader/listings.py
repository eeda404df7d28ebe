"""The colours of the listings in an article, found while the reader reads."""

from __future__ import annotations

from functools import partial

from tui.tasks import Tasks
from tui.text.listing import Coloured, coloured
from tui.widgets.document_spans import listing_of
from tui.widgets.document_view import DocumentView

#: Characters of listings that are coloured in one article.
_MOST = 200_000


class Listings:
    """Colours the listings of what a view shows, each once.

    Args:
        view: The view.
        tasks: Runs the work.
    """

    def __init__(self, view: DocumentView, tasks: Tasks) -> None:
        self._view = view
        self._tasks = tasks
        self._found: dict[tuple[str, str], tuple[Coloured, ...]] = {}

    def colour(self) -> None:
        """Colour what has not been yet."""
        wanted: dict[tuple[str, str], None] = {}
        room = _MOST - sum(len(text) for _, text in self._found)
        for block in self._view.document.blocks:
            language = listing_of(block)
            if language is not None and (key := (language, block.text)) not in self._found:
                room -= 0 if key in wanted else len(block.text)
                if room < 0:
                    break
                wanted[key] = None
        if wanted:
            fitting = list(wanted)
            self._tasks.start("listings", partial(_all_coloured, fitting), self._show, _leave)

    def _show(self, found: dict[tuple[str, str], tuple[Coloured, ...]]) -> None:
        self._found |= found
        self._view.set_listings(self._found)


def _all_coloured(
    listings: list[tuple[str, str]],
) -> dict[tuple[str, str], tuple[Coloured, ...]]:
    return {(language, text): coloured(language, text) for language, text in listings}


def _leave(_: object) -> None:
    """A listing that cannot be coloured is as readable as it was."""
