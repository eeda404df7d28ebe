"""From what the user named to an article: the one place where a source is judged and opened.

arguments ──find_sources──▶ Source ──load──▶ Draft ──▶ Article
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from summarise.article import Article
from summarise.errors import SourceError
from summarise.sources import files
from summarise.sources.files import (
    articles_beside,
    check_file,
    find_articles,
    is_folder,
    read_file,
    read_standard_input,
    shown,
)
from summarise.sources.names import files_named, is_text, meant_path, path_of_address
from summarise.sources.progress import Told, Unit, listening, tell
from summarise.sources.web.addresses import (
    fault_of,
    is_address,
    is_like_a_feed,
    shown_address,
    site_of,
    tidied,
)
from summarise.sources.web.options import USUAL, Fetching

if TYPE_CHECKING:
    from summarise.draft import Draft, Part, Parts
    from summarise.sources.web.pages import Fetched

#: Characters from which on a line with spaces is a text and not a name.
_A_TEXT = 200
#: The name of standard input among the arguments.
STANDARD_INPUT = "-"
#: Tells which of some files this program wrote itself, by their keys.
FindOwn = Callable[[Sequence["Source"]], Collection[str]]


@dataclass(frozen=True, slots=True)
class Source:
    """One article that can be opened, or the reason why it cannot."""

    origin: str
    """What the user called it, or the path it was found at: what it is opened by."""
    name: str
    """How it is called in a list, fit to be shown."""
    group: str
    """What it stands under in a list: its folder, or what kind of thing it is."""
    data: bytes | None = None
    """Its bytes, if they were read already."""
    failure: SourceError | None = None
    """Why it cannot be opened, if that is known without opening it."""
    part: Part | None = None
    """Which article it is of a source that holds several; None for a source that was not opened."""
    feed: bool = False
    """Whether it was named as a feed: by a list of feeds, or by a page."""
    left_out: str = ""
    """What the list of its folder does not have, in a line; empty if it has all."""

    @property
    def key(self) -> str:
        """What tells it from the others, however it was named."""
        if self.part is not None:
            if self.part.key == self.origin:  # all that there was: what was piped in is kept so
                return self.origin
            return f"{replace(self, part=None).key} # {self.part.key}"
        if self._is_held:
            return self.origin
        return tidied(self.origin) if self.is_remote else _real_path(self.origin)

    @property
    def is_remote(self) -> bool:
        """Whether it is an address of the web."""
        return not self._is_held and is_address(self.origin)

    @property
    def path(self) -> Path | None:
        """The file that it is read from, if it is one."""
        return None if self._is_held or self.is_remote else Path(files.real_path(self.origin))

    @property
    def can_be_read_anew(self) -> bool:
        """Whether it is still where it was read: a pipe or a clipboard is not."""
        return not self._is_held or (self.part is not None and not self.part.whole)

    @property
    def _is_held(self) -> bool:
        """Whether it is read from nowhere but here: it was piped in, pasted, or is a part."""
        return self.part is not None or self.data is not None or self.origin == STANDARD_INPUT

    def load(
        self,
        *,
        language: str | None = None,
        whole: bool = False,
        fetching: Fetching = USUAL,
    ) -> Article:
        """Read its article; the format is known by the content and the name.

        Args:
            language: Code or English name if the caller knows it; otherwise detected.
            whole: Whether what is marked as boilerplate counts as part of the article.
            fetching: How pages of the web are fetched.

        Raises:
            SourceError: It cannot be read, or holds several articles; the message names it.
            LanguageError: The language is not known.
        """
        found = self.open(language=language, whole=whole, fetching=fetching)
        if isinstance(found, Article):
            return found
        reason = f"holds {len(found):,} articles: open it to choose one, or load all of them"
        raise SourceError(self._called, reason)

    def open(
        self,
        *,
        language: str | None = None,
        whole: bool = False,
        fetching: Fetching = USUAL,
        told: Told | None = None,
        begun: Callable[[Article], object] | None = None,
    ) -> Article | tuple[Source, ...]:
        """Read it, as :meth:`load` does; or find out that there are several articles in it.

        Args:
            language: As for :meth:`load`; so are the two that follow.
            whole: Whether what is marked as boilerplate counts as part of the article.
            fetching: How pages of the web are fetched.
            told: Is told how far it has come.
            begun: Is given what there is to read before all of it is there, perhaps several times:
                the first pages of a long PDF, or what has come through a slow pipe so far.

        Returns:
            Its article; or, of a feed, a mailbox and their like, the sources of its articles.

        Raises:
            SourceError: It cannot be read; the message names it and says why.
            LanguageError: The language is not known.
        """
        if self.failure is not None:
            raise self.failure

        def begin(found: Draft | bytes) -> None:
            draft = self._beginning(found)
            if begun is not None and draft is not None:
                begun(self._article_of(draft, language, whole=whole))

        with listening(told, None if begun is None else begin):
            return self._opened(language, fetching, whole=whole)

    def _opened(
        self, language: str | None, fetching: Fetching, *, whole: bool
    ) -> Article | tuple[Source, ...]:
        from summarise.draft import Parts  # a list of sources is shown without them

        if self.part is not None:
            draft: Draft | Parts = self._part_of(self.part, fetching)
        else:
            draft = self._fetched(fetching) if self.is_remote else self._read()
        if isinstance(draft, Parts):
            sources = tuple(self._source_of_part(part, draft.title) for part in draft.parts)
            if len(sources) > 1 or sources[0].part is None:
                return sources
            draft = self._part_of(draft.parts[0], fetching)
        return self._article_of(draft, language, whole=whole)

    def _article_of(self, draft: Draft, language: str | None, *, whole: bool) -> Article:
        from summarise.parsing import parse_draft  # not before an article is read

        article = parse_draft(draft, language=language, name=self._called)
        return article.restore_all() if whole else article

    def _beginning(self, found: Draft | bytes) -> Draft | None:
        """What can be read of a beginning, made safe; None if that is nothing."""
        from summarise.sources.reading import read_beginning, sanitised

        draft = read_beginning(found) if isinstance(found, bytes) else sanitised(found)
        return draft if draft is not None and draft.blocks else None

    @property
    def _called(self) -> str:
        """How it is called in a message."""
        if self._is_held:
            return self.name
        return shown(shown_address(self.origin) if self.is_remote else self.origin)

    def _read(self) -> Draft | Parts:
        from summarise.sources.beside import Beside
        from summarise.sources.reading import read_draft

        if not self._is_held:
            return read_draft(read_file(self.origin), self.origin, beside=Beside(self.origin))
        data = self.data if self.data is not None else read_standard_input()
        return read_draft(data, self.name)

    def _fetched(self, fetching: Fetching) -> Draft | Parts:
        from summarise.draft import Parts
        from summarise.sources.web.fetching import fetch, note_of

        page = fetch(self.origin, fetching)
        tell(0, Unit.PAGES)  # it is there, and is being read now
        draft = self._draft_of(page)
        if isinstance(draft, Parts):
            if page.kept and fetching.asks:  # a feed is opened for what is new in it
                with suppress(SourceError):
                    page = fetch(self.origin, fetching._replace(anew=True))
                    draft = self._draft_of(page)
            return draft
        return replace(
            draft,
            site=draft.site or site_of(page.address),
            address=draft.address or shown_address(page.address),
            note="; ".join(filter(None, (note_of(page), draft.note))),
        )

    def _draft_of(self, page: Fetched) -> Draft | Parts:
        from summarise.sources.reading import read_draft
        from summarise.sources.web.fetching import suffix_of

        charset = page.charset or None
        return read_draft(
            page.data,
            self._called,
            suffix=suffix_of(page),
            charset=charset,
            address=page.address,
            feed=self.feed or is_like_a_feed(self.origin),
        )

    def _part_of(self, part: Part, fetching: Fetching) -> Draft:
        """One of several articles; if there is only its beginning, its page where that is there.

        A page that was fetched before is there also where no server is asked: so an article has one
        text, one title and one date, whoever reads it.
        """
        from summarise.draft import Parts
        from summarise.sources.reading import read_part

        if not part.address or part.is_whole():
            return replace(read_part(part, self._called), address=part.address)
        asks = fetching.asks and fetching.completes
        try:
            page = source_of(part.address)._fetched(fetching._replace(asks=asks))
        except SourceError as error:
            given = read_part(part, self._called)
            said = f"its page is not to be had ({error.reason})" if asks else ""
            note = "; ".join(filter(None, (given.note, said)))
            return replace(given, address=part.address, note=note)
        try:
            given = read_part(part, self._called)
        except SourceError:  # what was kept of it is gone
            if isinstance(page, Parts):
                raise
            return page
        if isinstance(page, Parts) or (given.is_beginning and given.length > page.length):
            return given
        # Many pages do not say when they are of, and who wrote them: their feed does.
        return replace(page, date=page.date or given.date, author=page.author or given.author)

    def _source_of_part(self, part: Part, title: str) -> Source:
        group = part.group or title or self.name
        if part.read is None:
            return replace(source_of(part.address), name=shown(part.title), group=group, feed=True)
        return replace(self, name=part.title, group=group, part=part, data=None)

    def with_input_read(self) -> Source:
        """The same source; if it is standard input, which can be read only once, with its bytes.

        Returns:
            A source that has a failure if standard input cannot be read or is empty.
        """
        if self.origin != STANDARD_INPUT or self.data is not None:
            return self
        try:
            data = read_standard_input()
            if not data.strip():
                raise SourceError(self.name, "is empty")
        except SourceError as error:
            return replace(self, failure=error)
        return replace(self, data=data)


def _real_path(name: str) -> str:
    """The path of a file behind all links; of thousands in one folder, that is resolved once."""
    folder, own = os.path.split(files.absolute(name))
    if own in ("", os.curdir, os.pardir):
        return files.real_path(name)
    path = os.path.join(_real_folder(folder), own)  # noqa: PTH118
    return files.real_path(path) if os.path.islink(path) else path  # noqa: PTH114


@lru_cache(maxsize=256)
def _real_folder(folder: str) -> str:
    return files.real_path(folder)


def source_of(name: str | Path) -> Source:
    """The source of one name, which is not looked at yet.

    Args:
        name: A file, an address, or ``-`` for standard input.
    """
    origin = os.fspath(name)
    if origin == STANDARD_INPUT:
        return Source(STANDARD_INPUT, "standard input", "Standard input")
    if is_address(origin):
        called = shown(shown_address(origin))
        fault = fault_of(origin)
        failure = SourceError(called, fault) if fault else None
        return Source(origin, called.partition("://")[2] or called, "The web", failure=failure)
    return Source(origin, shown(os.path.basename(origin)), "Articles")  # noqa: PTH119


def pasted_source(text: str, name: str = "pasted text") -> Source:
    """The source of a text that is nowhere else: it was pasted, or is on the clipboard.

    Args:
        text: The text; a terminal may have written its line ends as carriage returns.
        name: How it is called.
    """
    from hashlib import sha256  # only where something is pasted

    data = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace")
    return Source(f"{name} {sha256(data).hexdigest()[:16]}", name, "Pasted", data)


def sources_of_words(text: str, name: str = "pasted text") -> list[Source]:
    """The sources that somebody means with what was typed, pasted, or is on the clipboard.

    Args:
        text: An address, the name of a file or a folder, also in quotes or as a file address;
            anything longer, and what ends like a sentence, is a text itself.
        name: How the text itself is called.
    """
    named = text.strip()
    if len(named.splitlines()) > 1:
        return [pasted_source(text, name)]
    if paths := files_named(named):
        return find_sources(paths)
    if (len(named) >= _A_TEXT and " " in named) or is_text(named):
        return [pasted_source(text, name)]
    return find_sources([meant_path(named)])


def feeds_of(article: Article) -> list[Source]:
    """The sources of the feeds that a page names."""
    group = f"Feeds of {shown(article.site or article.title)}"
    return [
        replace(
            source, name=shown(feed.title) if feed.title else source.name, group=group, feed=True
        )
        for feed in article.feeds
        for source in [source_of(feed.address)]
    ]


def find_sources(arguments: Sequence[str], own: FindOwn | None = None) -> list[Source]:
    """The sources that some arguments name; nothing is read yet, but each folder is listed.

    Args:
        arguments: Files, folders (their articles are meant), addresses of the web or of a file of
            this computer, and ``-`` for standard input.
        own: Tells which files of a folder are no articles but what this program wrote: they are
            left out. A file that is named itself is always meant.

    Returns:
        The sources in the order of the arguments. What cannot be opened is among them, with its
        failure.
    """
    return [source for argument in arguments for source in _sources_of(argument, own)]


def has_articles(folder: str) -> bool:
    """Whether articles lie in a folder itself; those in folders below it do not count."""
    return files.has_articles(folder)


def siblings_of(source: Source) -> list[Source]:
    """The articles in the folder of a file, itself among them, by name; folders in it are not.

    Returns:
        Their sources, in a group that is called like the folder; none if it is no file, or if the
        folder cannot be listed.
    """
    if source.is_remote or source._is_held:
        return []
    folder, own = os.path.split(os.path.normpath(files.absolute(source.origin)))
    found, left_out = articles_beside(folder)
    names = {own, *found}
    group = shown(os.path.basename(folder) or folder)  # noqa: PTH119
    return [
        Source(os.path.join(folder, name), shown(name), group, left_out=left_out)  # noqa: PTH118
        for name in sorted(names)
    ]


def _sources_of(argument: str, own: FindOwn | None) -> list[Source]:
    argument = path_of_address(argument) or argument
    source = source_of(argument)
    if argument == STANDARD_INPUT or source.is_remote:
        return [source]
    try:
        if is_folder(argument):
            return _articles_in(argument, own)
        check_file(argument)
    except SourceError as error:
        return [replace(source, failure=error)]
    return [source]


def _articles_in(folder: str, own: FindOwn | None) -> list[Source]:
    listing = find_articles(Path(folder))
    found = [
        Source(
            os.fspath(path),
            shown(os.fspath(path.relative_to(folder))),
            shown(folder),
            left_out=listing.left_out,
        )
        for path in listing.paths
    ]
    written = own(found) if own is not None else ()
    if not written:
        return found
    one = len(written) == 1
    files = "1 file" if one else f"{len(written):,} files"
    said = f"{files} left out: this program wrote {'it' if one else 'them'}"
    articles = [source for source in found if source.key not in written]
    if not articles:
        raise SourceError(shown(folder), f"no articles in this folder; {said}")
    left_out = "; ".join(filter(None, (listing.left_out, said)))
    return [replace(source, left_out=left_out) for source in articles]


def left_out_of(sources: Iterable[Source]) -> list[str]:
    """What the folders of some sources have besides them, a line each that begins with the folder.

    Args:
        sources: As :func:`find_sources` found them.
    """
    found = {source.group: source.left_out for source in sources if source.left_out}
    return [f"{folder}: {left_out}" for folder, left_out in found.items()]
