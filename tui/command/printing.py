"""Printing summaries: one source after another, to standard output or into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import summarise
from summarise import Article, SourceError, SummariseError
from summarise.exports import export
from summarise.loading import Source, left_out_of
from summarise.sources.web.options import USUAL, Fetching
from tui.command.terminal import abandon_output, binary_output, say
from tui.text.wording import notices
from tui.writing import OutputError, encode, reason_of, write_file


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
    pieces = _summaries(job, fail)
    if job.output is None:
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
    summary = summarise.rank(article, job.method).select(job.length)
    return export(summary, job.form, titled=titled)


def print_pieces(pieces: Iterator[str]) -> None:
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
