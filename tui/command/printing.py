"""Printing summaries: one source after another, to standard output or into a file."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TypeVar

import summarise
from summarise import Article, ModelError, Server, SourceError, SummariseError
from summarise.exports import export
from summarise.loading import Source, left_out_of
from summarise.methods import MODEL
from summarise.sources.web.options import USUAL, Fetching
from summarise.text.sanitise import sanitise_line
from tui.command.own_files import note_written
from tui.command.terminal import abandon_output, binary_output, output_is_terminal, say
from tui.text.wording import notices, ranked_by
from tui.writing import OutputError, encode, reason_of, write_file

if TYPE_CHECKING:
    from tui.state.choices import ChoiceMemory

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
    remembers: bool = False
    """Whether what it chose, and which file was written, is remembered."""


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
        if job.remembers:
            note_written(job.output)


def _summaries(job: Printing, fail: Fail) -> Iterator[str]:
    first = True
    printed = _by_model if job.method == MODEL.name and not job.explaining else _by_method
    with closing(printed(job, fail)) as summaries:
        for source, summary in summaries:
            text = tried(source, fail, summary)
            if text is not None:
                yield text if first or (job.form == "json" and not job.explaining) else f"\n{text}"
                first = False


def _by_method(
    job: Printing, fail: Fail
) -> Generator[tuple[Source, Callable[[], str]], None, None]:
    """What makes the text of each article, by a method that computes."""
    for source, article, titled in articles_of(job, fail):
        yield source, partial(_summary, job, source, article, titled=titled)


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
    _tell(source, article)
    ranking = summarise.rank(article, job.method)
    return export(ranking.select(job.length), job.form, titled=titled)


def _by_model(job: Printing, fail: Fail) -> Generator[tuple[Source, Callable[[], str]], None, None]:
    """What waits for the text of each article, while the language model is asked about the next."""
    from tui.command.ahead import ahead  # only where a model is asked
    from tui.state.choices import ChoiceMemory
    from tui.state.memory import Memory

    memory = Memory(on=job.remembers)
    kept = ChoiceMemory(memory, in_store=job.fetching.keeps)
    tasks = (
        (
            (source, article),
            partial(_asked, job, kept, article, article.name or source.name, titled),
        )
        for source, article, titled in articles_of(job, fail)
    )
    try:
        with closing(ahead(tasks, job.server.at_once)) as answers:
            for (source, article), wait in answers:
                yield source, partial(_answered, source, article, wait)
    finally:
        memory.close()
        if notice := memory.take_notice():
            say(notice)


def _asked(
    job: Printing, kept: ChoiceMemory, article: Article, name: str, titled: bool
) -> tuple[str, str]:
    """The summary by the language model, or by the default method; and the line on who ranked."""
    from summarise.index import Index  # brings numpy

    index = Index(article)
    model = sanitise_line(job.server.name, 60)
    try:
        ranking = summarise.rank_by_model(
            index,
            job.server,
            kept=kept.of(article),
            tell_cost=lambda cost: say(f"{name}: asking {model}: {cost}"),
        )
    except ModelError as error:
        ranking = summarise.rank(index)
        said = f"ranked by {summarise.DEFAULT_METHOD}: {error}"
    else:
        said = ranked_by(model, ranking)
    return export(ranking.select(job.length), job.form, titled=titled), f"{name}: {said}"


def _answered(source: Source, article: Article, wait: Callable[[], tuple[str, str]]) -> str:
    """The text of an article in its turn, after telling what its reader should know.

    Raises:
        SourceError: Nothing of it can be chosen.
    """
    _tell(source, article)
    text, line = wait()
    say(line)
    return text


def _tell(source: Source, article: Article) -> None:
    """Tell what the reader should know of an article.

    Raises:
        SourceError: Nothing of it can be chosen.
    """
    for line in told_of(source, article):
        say(line)
    check_candidates(source, article)


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
    return OutputError("standard output", f"cannot be written: {reason_of(error)}")
