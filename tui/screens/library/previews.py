"""The previews of the library: an article is read once the highlight rests on it, and kept."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import Any

from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer

from summarise.draft import is_beginning
from summarise.errors import SummariseError, without_name
from summarise.loading import Source
from summarise.sources.progress import Progress
from tui.screens.library.preview_pane import PreviewPane
from tui.screens.library.rows import RowLooks
from tui.state.library.library import Library
from tui.tasks import Latest, Tasks
from tui.text import wording
from tui.text.preview import Preview, preview
from tui.widgets.article_list import ArticleList

#: Seconds that the highlight must rest before the article under it is read.
_REST = 0.12
#: Previews that are kept, each with its article.
_KEPT = 16


class Previews:
    """Shows the summary of the article in use beside the list.

    Args:
        screen: Where both are.
        library: Where the articles are.
        tasks: Reads them in threads.
        choices: The list.
        looks: Words its rows.
    """

    def __init__(
        self,
        screen: Screen[Any],
        library: Library,
        tasks: Tasks,
        choices: ArticleList,
        looks: RowLooks,
    ) -> None:
        self._screen, self._library, self._tasks = screen, library, tasks
        self._choices, self._looks = choices, looks
        self.pane = PreviewPane(id="preview")
        self._kept: OrderedDict[str, Preview] = OrderedDict()
        self._resting: Timer | None = None
        #: The article whose preview is waited for, and what hears how far it has come.
        self._awaited = ""
        self._reading: Latest[tuple[str, Progress]] = Latest(screen, self._say_progress)

    def follow(self, key: str | None) -> None:
        """Show the preview of the article that is in use now, or nothing."""
        if self._resting is not None:
            self._resting.stop()
        source = self._library.find(key) if key is not None else None
        self._tasks.start("preview", lambda: None, lambda _: None, lambda _: None)
        if source is None:
            self.pane.say("", "", Content(""))
            return
        known = self._kept.get(source.key)
        if known is not None:
            self._kept.move_to_end(source.key)
            self._show(source, known)
        else:
            self.pane.say(self._looks.row(source.key).title, "reading …", Content(""))
            self._resting = self._screen.set_timer(_REST, partial(self._read, source))

    def show_again(self) -> None:
        """Show what is shown at the length that its article has by now."""
        key = self._choices.chosen
        source = self._library.find(key) if key is not None else None
        if source is not None and (known := self._kept.get(source.key)) is not None:
            self._show(source, known)

    def whole(self, source: Source) -> Preview | None:
        """The preview of an article, if that is made of all there is of it.

        Of an article that its feed only begins, it has that beginning; opened, the page is fetched.
        """
        known = self._kept.get(source.key)
        return None if known is None or is_beginning(known.article.note) else known

    def look_for_pages(self) -> None:
        """Forget the previews of articles that their feeds only begin: their pages may be there."""
        shown = self._choices.chosen
        begun = [key for key, known in self._kept.items() if is_beginning(known.article.note)]
        for key in begun:
            del self._kept[key]
        if shown in begun:
            self.follow(shown)

    def _show(self, source: Source, shown: Preview) -> None:
        self.pane.show(shown, self._library.session.length_of(source))

    def _read(self, source: Source) -> None:
        self._awaited = source.key
        self._tasks.start(
            "preview",
            partial(self._preview_of, source),
            partial(self._previewed, source),
            partial(self._failed, source),
        )

    def _preview_of(self, source: Source) -> Preview:
        """Read an article for its preview, and learn from it what its row says; slow."""
        told, library = self._reading.tell, self._library
        found = preview(source, library.session, lambda so_far: told((source.key, so_far)))
        library.learn_from(source, found.article)
        return found

    def _say_progress(self, so_far: tuple[str, Progress]) -> None:
        """Say how far the reading of an article has come, if its preview is still waited for."""
        key, progress = so_far
        if self._choices.chosen == key == self._awaited:
            title = self._looks.row(key).title
            self.pane.say(title, wording.progress(progress), Content(""))

    def _previewed(self, source: Source, shown: Preview) -> None:
        self._awaited = ""
        self._kept[source.key] = shown
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._choices.refresh()
        if self._choices.chosen == source.key:
            self._show(source, shown)

    def _failed(self, source: Source, error: SummariseError) -> None:
        self._awaited = ""
        if self._choices.chosen == source.key:
            # Its name stands above.
            reason = without_name(error)
            title = self._looks.row(source.key).title
            self.pane.say(title, "", Content.styled(reason, "$warn"))
