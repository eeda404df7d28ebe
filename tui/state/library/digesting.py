"""A digest of articles of the library: read and ranked one after the other, in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from summarise.article import Article
from summarise.errors import SourceError, SummariseError
from summarise.length import Length
from summarise.loading import Source
from summarise.sources.stopping import is_stopped
from tui.state.session import Session

if TYPE_CHECKING:
    from summarise.digests.digest import Digest, Place
    from summarise.digests.gist import Gist

#: Articles that one digest is made of at most: each takes some 40 ms in a thread beside the screen.
MOST = 1_000


@dataclass(frozen=True)
class LibraryDigest:
    """A digest, and where its articles come from."""

    digest: Digest
    """The digest, at the length in use."""
    sources: tuple[Source, ...]
    """The source of each of its articles, in the same places."""
    failed: tuple[str, ...] = ()
    """Why others could not be read, a line each."""
    left_out: int = 0
    """How many there were besides, of which nothing was read."""

    @cached_property
    def _by_article(self) -> dict[int, Source]:
        pairs = zip(self.digest.articles, self.sources, strict=True)
        return {id(article): source for article, source in pairs}

    def source_of(self, place: Place) -> Source:
        """Where the article of a place comes from."""
        return self._by_article[id(place.article)]

    def at(self, length: str | int | Length) -> LibraryDigest:
        """The same at another length.

        Raises:
            LengthError: The length is not understood.
        """
        return replace(self, digest=self.digest.select(length))


def make_digest(
    sources: Sequence[Source],
    session: Session,
    length: Length,
    wait: Callable[[], object],
    tell: Callable[[tuple[int, int]], object],
) -> LibraryDigest:
    """Read articles and make one digest of them; slow. No server is asked.

    Args:
        sources: The articles; of more than :data:`MOST` the first ones are taken.
        session: Reads them, and says by which method they are ranked.
        length: The length.
        wait: Is called before each, to let the screen go first.
        tell: Is told how many are done, of how many.

    Raises:
        SummariseError: None can be read, or it is not wanted any more.
    """
    from summarise.digests.digest import digest_of
    from summarise.digests.gist import gist_of, share_of_each

    chosen = sources[:MOST]
    method, most = session.request.method, share_of_each(len(chosen))
    used: list[Source] = []
    failed: list[str] = []

    def gists() -> Iterator[Gist]:
        for done, source in enumerate(chosen, 1):
            wait()
            if is_stopped():
                raise SourceError(source.name, "was left")
            try:
                gist = gist_of(_read(source, session), method, most)
            except SourceError as error:
                failed.append(str(error))
            else:
                used.append(source)
                yield gist
            tell((done, len(chosen)))

    digest = digest_of(gists(), method, length)
    if not digest.order:
        raise SummariseError(failed[0] if failed else "There is no article to make a digest of.")
    left_out = len(sources) - len(chosen)
    return LibraryDigest(digest, tuple(used), tuple(failed), left_out)


def _read(source: Source, session: Session) -> Article:
    """Read one article.

    Raises:
        SourceError: It cannot be read, holds several articles, or no sentence.
    """
    found = session.peek(source)
    if not isinstance(found, Article):
        raise SourceError(source.name, f"holds {len(found):,} articles: open it first")
    if not found.candidates:
        raise SourceError(source.name, "has no sentence to pick")
    return found
