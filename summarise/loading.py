"""From what the user named to an article: the one place where a source is judged and opened.

arguments ──find_sources──▶ Source ──load──▶ Draft ──▶ Article
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from summarise.article import Article
from summarise.errors import SourceError
from summarise.sources.files import (
    check_file,
    find_articles,
    is_folder,
    read_file,
    read_standard_input,
    shown,
)

#: The name of standard input among the arguments.
STANDARD_INPUT = "-"


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

    @property
    def key(self) -> str:
        """What tells it from the others, however it was named."""
        return self.origin if self.origin == STANDARD_INPUT else os.path.realpath(self.origin)

    def load(self, *, language: str | None = None, whole: bool = False) -> Article:
        """Read it; the format is known by the content and the name.

        Args:
            language: Code or English name if the caller knows it; otherwise detected.
            whole: Whether what is marked as boilerplate counts as part of the article.

        Raises:
            SourceError: It cannot be read; the message names it and says why.
            LanguageError: The language is not known.
        """
        from summarise.parsing import parse_draft  # a list of sources is shown without them
        from summarise.sources.reading import read_draft

        if self.failure is not None:
            raise self.failure
        piped = self.origin == STANDARD_INPUT
        data = self.data
        if data is None:
            data = read_standard_input() if piped else read_file(self.origin)
        called = "standard input" if piped else self.origin
        article = parse_draft(read_draft(data, called), language=language, name=shown(called))
        return article.restore_all() if whole else article

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


def source_of(name: str | Path) -> Source:
    """The source of one name, which is not looked at yet.

    Args:
        name: A file, or ``-`` for standard input.
    """
    origin = os.fspath(name)
    if origin == STANDARD_INPUT:
        return Source(STANDARD_INPUT, "standard input", "Standard input")
    return Source(origin, shown(os.path.basename(origin)), "Articles")  # noqa: PTH119


def find_sources(arguments: Sequence[str]) -> list[Source]:
    """The sources that some arguments name; nothing is read yet, but each folder is listed.

    Args:
        arguments: Files, folders (their articles are meant) and ``-`` for standard input.

    Returns:
        The sources in the order of the arguments. What cannot be opened is among them, with its
        failure.
    """
    return [source for argument in arguments for source in _sources_of(argument)]


def _sources_of(argument: str) -> list[Source]:
    source = source_of(argument)
    if argument == STANDARD_INPUT:
        return [source]
    try:
        if is_folder(argument):
            return _articles_in(argument)
        check_file(argument)
    except SourceError as error:
        return [replace(source, failure=error)]
    return [source]


def _articles_in(folder: str) -> list[Source]:
    return [
        Source(os.fspath(path), shown(os.fspath(path.relative_to(folder))), shown(folder))
        for path in find_articles(Path(folder))
    ]
