"""Printing summaries: one source after another, to standard output or into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from shutil import get_terminal_size
from typing import TypeVar

import summarise
from summarise import Article, ModelError, Ranking, Server, SourceError, SummariseError
from summarise.exports import export
from summarise.loading import Source, left_out_of
from summarise.methods import MODEL
from summarise.sources.web.options import USUAL, Fetching
from summarise.text.sanitise import sanitise_line
from tui.command.terminal import abandon_output, binary_output, output_is_terminal, say
from tui.text.wording import notices
from tui.writing import OutputError, encode, reason_of, write_file

T = TypeVar("T")
#: Is given what failed, and goes on.
Fail = Callable[[SummariseError], None]
#: As everyone starts: no model is set up.
NO_MODEL = Server("")


@dataclass(frozen=True, slots=True)
class Printing:
    """What to print and how."""

    sources: Sequence[Source]
    """What to print the summaries of; those that cannot be read become a line each."""
    length: str
    """The length of all summaries."""
    method: str
    """The method of all summaries."""
    language: str | None
    """The language of all articles, if it is known."""
    form: str
    """A format of :mod:`summarise.exports`."""
    output: Path | None = None
    """The file to write; None for standard output."""
    whole: bool = False
    """Whether boilerplate counts as part of the articles."""
    explaining: bool = False
    """Whether to print, instead of a summary, why each paragraph is in or out."""
    fetching: Fetching = USUAL
    """How pages of the web are fetched."""
    server: Server = NO_MODEL
    """The language model that is asked if the method is ``model``."""


def print_summaries(job: Printing) -> int:
    """Print the summary of every source, and a line on standard error for each that fails.

    Returns:
        The exit code: 1 if a source could not be read.

    Raises:
        OutputError: The output cannot be written.
    """
    failures: list[SummariseError] = []

    def fail(error: SummariseError) -> None:
        say(str(error))
        failures.append(error)

    for line in left_out_of(job.sources):
        say(line)
    put_out(job, _summaries(job, fail))
    return 1 if failures else 0


def put_out(job: Printing, pieces: Iterable[str]) -> None:
    """Write to the file of a job if there is anything to write, or to standard output as it comes.

    Raises:
        OutputError: The output cannot be written.
    """
    if job.output is None:
        if job.form == "text" and not job.explaining and output_is_terminal():
            pieces = map(_fitted, pieces)
        print_pieces(pieces)
    elif text := "".join(pieces):
        write_file(job.output, text)


def _summaries(job: Printing, fail: Fail) -> Iterator[str]:
    first = True
    for source, article, titled in articles_of(job, fail):
        text = tried(source, fail, partial(_summary, job, source, article, titled=titled))
        if text is not None:
            yield text if first or (job.form == "json" and not job.explaining) else f"\n{text}"
            first = False


def articles_of(job: Printing, fail: Fail) -> Iterator[tuple[Source, Article, bool]]:
    """The articles of all sources, and whether each is one of several; feeds are gone through.

    Args:
        job: What is printed and how.
        fail: Is given what cannot be read; the others go on.
    """
    waiting = [(source, len(job.sources) > 1) for source in reversed(job.sources)]
    while waiting:
        source, titled = waiting.pop()
        opening = partial(
            source.open, language=job.language, whole=job.whole, fetching=job.fetching
        )
        found = tried(source, fail, opening)
        if isinstance(found, Article):
            yield source, found, titled
        elif found is not None:  # a feed, a mailbox, a list of feeds
            waiting += [(part, True) for part in reversed(found)]


def tried(source: Source, fail: Fail, work: Callable[[], T]) -> T | None:
    """What some work on a source gives; None if that failed, after telling why.

    Raises:
        SummariseError: What is wrong for all sources, as a method is.
    """
    try:
        return work()
    except SourceError as error:
        fail(error)
    except SummariseError:
        raise
    except Exception as error:  # a fault in reading one must not cost the others
        from tui.process.faults import fault_of  # only then

        fail(SourceError(source.name, str(fault_of(error))))
    return None


def _summary(job: Printing, source: Source, article: Article, *, titled: bool) -> str:
    """What is printed of one article, which may be one of several.

    Raises:
        SourceError: Nothing of it can be chosen.
    """
    if job.explaining:
        from summarise.parsing.explaining import explanation_lines  # not before the reader

        return "".join(f"{line}\n" for line in explanation_lines(article))
    for line in told_of(source, article):
        say(line)
    check_candidates(source, article)
    ranking = (
        _by_model(job.server, article, article.name or source.name)
        if job.method == MODEL.name
        else summarise.rank(article, job.method)
    )
    return export(ranking.select(job.length), job.form, titled=titled)


def _by_model(server: Server, article: Article, name: str) -> Ranking:
    """The ranking by the language model; by the default method, and a line, where it has none."""
    from summarise.index import Index  # brings numpy

    index = Index(article)
    model = sanitise_line(server.name, 60)
    try:
        ranking = summarise.rank_by_model(
            index, server, tell_cost=lambda cost: say(f"{name}: asking {model}: {cost}")
        )
    except ModelError as error:
        say(f"{name}: ranked by {summarise.DEFAULT_METHOD}: {error}")
        return summarise.rank(index)
    note = ranking.judgement.note if ranking.judgement else ""
    say(f"{name}: ranked by {model}{f'; {note}' if note else ''}")
    return ranking


def told_of(source: Source, article: Article) -> list[str]:
    """What the reader should know of an article, a line each."""
    name = article.name or source.name
    return [f"{name}: {notice}" for notice in notices(article, "use --whole to keep all")]


def check_candidates(source: Source, article: Article) -> None:
    """See that an article has something to choose from.

    Raises:
        SourceError: It has not.
    """
    if not article.candidates:
        raise SourceError(article.name or source.name, "has no sentences to choose from")


def _fitted(text: str) -> str:
    """The text in lines that a terminal does not have to break, which it would do inside words."""
    from tui.text.wrapping import wrap  # needs Rich, which plain printing does without

    width = get_terminal_size().columns
    rows: list[str] = []
    for line in text.split("\n"):
        starts = [*wrap(line, max(1, width)), len(line)]
        rows += (line[start:stop].rstrip(" ") for start, stop in pairwise(starts))
    return "\n".join(rows)


def print_pieces(pieces: Iterable[str]) -> None:
    """Write each piece to standard output as soon as it is there, in UTF-8 in any locale."""
    output = binary_output()
    try:
        for piece in pieces:
            output.write(encode(piece))
            output.flush()
    except BrokenPipeError:
        abandon_output()
    except OSError as error:
        raise lost_output(error) from None


def lost_output(error: OSError) -> OutputError:
    """Stop writing to a standard output that takes nothing any more, and say why."""
    abandon_output()
    return OutputError(f"standard output: cannot be written: {reason_of(error)}")
