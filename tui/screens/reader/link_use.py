"""The links of the sentence under the cursor: opened in the browser, or their addresses copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

from textual.screen import Screen

from summarise.loading import Source, source_of
from summarise.text.sanitise import sanitise_line
from tui.messages import OpenAddress, OpenLinked
from tui.state.reading import Reading
from tui.text.links import Link, file_of, links_of, whole_address


class LinkUse:
    """Opens and copies links.

    Args:
        screen: The screen that the list of links is shown over.
        reading: What is read.
        item: Where the article comes from: its links may be relative to that.
        tell: Shows a line for a few seconds.
        copy: Copies a text; the second argument says what it is.
    """

    def __init__(
        self,
        screen: Screen[None],
        reading: Reading,
        item: Source,
        tell: Callable[[str], object],
        copy: Callable[[str, str], object],
    ) -> None:
        self._screen = screen
        self._reading = reading
        self._item = item
        self._base = item.part.address if item.part is not None else ""
        if item.is_remote:
            self._base = item.key
        self._tell = tell
        self._copy = copy

    def of(self, sentence: int | None) -> list[Link]:
        """The links of a sentence."""
        if sentence is None:
            return []
        return links_of(self._reading.article, sentence, self._base)

    def use(self, sentence: int | None, *, copies: bool) -> None:
        """Open the link of a sentence, or copy its address; where there are several, ask which."""
        links = self.of(sentence)
        if not links:
            self._tell("No link in this sentence.")
        elif len(links) == 1:
            self._take(links[0], copies=copies)
        else:
            self._ask(links, copies=copies)

    def follow(self, target: str) -> None:
        """Open a link that was clicked."""
        base = self._reading.article.address or self._base
        self._take(Link("", whole_address(target, base)), copies=False)

    def _ask(self, links: Sequence[Link], *, copies: bool) -> None:
        from tui.screens.links import Choice, LinksScreen  # not before it is opened

        def chosen(choice: Choice | None) -> None:
            if choice is not None:
                self._take(choice.link, copies=choice.copies)

        self._screen.app.push_screen(LinksScreen(links, copies=copies), chosen)

    def _take(self, link: Link, *, copies: bool) -> None:
        path = self._item.path
        file = None if path is None or link.is_openable else file_of(link.address, path)
        if copies:
            address = link.address if file is None else str(file)
            self._copy(address, f"the address {sanitise_line(address)}")
        elif link.is_openable:
            self._screen.post_message(OpenAddress(link.address))
        elif file is not None:
            self._read(link.address, source_of(file))
        elif path is not None:
            self._tell(f"There is no file {link.address} here; Y copies its name.")
        else:
            self._tell(f"{link.address} is on no page that is known; Y copies it.")

    def _read(self, called: str, linked: Source) -> None:
        """Read a file that a link leads to, if it is of a kind that can be read."""
        from summarise.sources.formats import readable_suffixes  # not before a link leads there

        if linked.key == self._item.key:
            self._tell("It leads to this very article.")
        elif PurePath(linked.origin).suffix.lower() in readable_suffixes():
            self._screen.post_message(OpenLinked(linked, self._item))
        else:
            self._tell(f"{called} is no article of a kind that can be read; Y copies its path.")
