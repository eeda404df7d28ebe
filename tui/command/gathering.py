"""Printing a digest: all sources are read, on all cores if there are many, and told of as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from summarise import Article, Length, SummariseError
from summarise.digests.digest import digest_of
from summarise.digests.gist import Gist, gist_of, share_of_each
from summarise.exports import export
from summarise.loading import STANDARD_INPUT, Source, left_out_of
from tui.command.printing import (
    Printing,
    articles_of,
    check_candidates,
    put_out,
    told_of,
    tried,
)
from tui.command.terminal import say
from tui.command.workers import cores, spread

#: Sources from which on processes are started: each takes as long to start as 20 articles.
_MANY = 60
#: Sources that a process is given at once.
_AT_ONCE = 8
#: The most processes.
_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Said:
    """A line that reading a source gave besides its articles."""

    line: str
    """What to tell."""
    failed: bool = False
    """Whether the source could not be read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Some sources to be read, here or in another process."""

    job: Printing
    """The sources, and how they are read."""
    most: int
    """How many sentences of each article are kept at most."""

    def __call__(self) -> list[Gist | Said]:
        """Read them.

        Raises:
            SummariseError: What is wrong for all sources, as a method is.
        """
        found: list[Gist | Said] = []

        def fail(error: SummariseError) -> None:
            found.append(Said(str(error), failed=True))

        for source, article, _ in articles_of(self.job, fail):
            found += map(Said, told_of(source, article))
            if tried(source, fail, partial(_check, source, article)):
                gist = tried(source, fail, partial(gist_of, article, self.job.method, self.most))
                found += [] if gist is None else [gist]
        return found


def print_digest(job: Printing) -> int:
    """Print one digest of all sources, and a line on standard error for each that fails.

    Returns:
        The exit code: 1 if a source could not be read.

    Raises:
        OutputError: The output cannot be written.
    """
    for line in left_out_of(job.sources):
        say(line)
    failed = False

    def gists() -> Iterator[Gist]:
        nonlocal failed
        for found in _read(job):
            if isinstance(found, Said):
                say(found.line)
                failed = failed or found.failed
            else:
                yield found

    digest = digest_of(gists(), job.method, Length.parse(job.length))
    if digest.order:
        put_out(job, [export(digest, job.form)])
    return 1 if failed else 0


def _read(job: Printing) -> Iterator[Gist | Said]:
    most = share_of_each(len(job.sources))
    readings = [Reading(replace(job, sources=sources), most) for sources in _batches(job.sources)]
    processes = min(cores(), _PROCESSES) if len(job.sources) >= _MANY else 1
    for found in spread(readings, processes):
        yield from found


def _batches(sources: Sequence[Source]) -> Iterator[Sequence[Source]]:
    """The sources in their order; standard input, which only this process has, with its bytes."""
    for start in range(0, len(sources), _AT_ONCE):
        batch = sources[start : start + _AT_ONCE]
        yield [s.with_input_read() if s.origin == STANDARD_INPUT else s for s in batch]


def _check(source: Source, article: Article) -> bool:
    check_candidates(source, article)
    return True
