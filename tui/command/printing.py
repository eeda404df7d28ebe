"""Printing summaries: one source after another, to standard output or into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from shutil import get_terminal_size

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
    pieces: Iterable[str] = _summaries(job, fail)
    if job.output is None:
        if job.form == "text" and not job.explaining and output_is_terminal():
            pieces = map(_fitted, pieces)
        print_pieces(pieces)
    elif text := "".join(pieces):
        write_file(job.output, text)
    return 1 if failures else 0


def _summaries(job: Printing, fail: Callable[[SummariseError], None]) -> Iterator[str]:
    first = True
    waiting = [(source, len(job.sources) > 1) for source in reversed(job.sources)]
    while waiting:
        source, titled = waiting.pop()
        try:
            found = source.open(language=job.language, whole=job.whole, fetching=job.fetching)
            if not isinstance(found, Article):  # a feed, a mailbox, a list of feeds
                waiting += [(part, True) for part in reversed(found)]
                continue
            text = _summary(job, source, found, titled=titled)
        except SourceError as error:
            fail(error)
            continue
        except SummariseError:
            raise  # a method or a format that is wrong for all of them
        except Exception as error:  # a fault in reading one must not cost the others
            from tui.process.faults import fault_of  # only then

            fail(SourceError(source.name, str(fault_of(error))))
            continue
        yield text if first or (job.form == "json" and not job.explaining) else f"\n{text}"
        first = False


def _summary(job: Printing, source: Source, article: Article, *, titled: bool) -> str:
    """What is printed of one article, which may be one of several.

    Raises:
        SourceError: Nothing of it can be chosen.
    """
    if job.explaining:
        from summarise.parsing.explaining import explanation_lines  # not before the reader

        return "".join(f"{line}\n" for line in explanation_lines(article))
    name = article.name or source.name
    for notice in notices(article, "use --whole to keep all"):
        say(f"{name}: {notice}")
    if not article.candidates:
        raise SourceError(name, "has no sentences to choose from")
    ranking = (
        _by_model(job.server, article, name)
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
