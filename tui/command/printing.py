"""Printing summaries: one source after another, to standard output or into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import summarise
from summarise import SourceError
from summarise.export import export
from summarise.parsing.explaining import explanation_lines
from tui.command.terminal import abandon_output, binary_output, say
from tui.text.wording import notices
from tui.writing import OutputError, encode, reason_of, write_file

#: The name of standard input among the sources.
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Printing:
    """What to print and how.

    Attributes:
        sources: Files, folders and ``-``; none of them means the samples.
        length: The length of all summaries.
        method: The method of all summaries.
        language: The language of all articles, if it is known.
        form: A format of :mod:`summarise.export`.
        output: The file to write; None for standard output.
        whole: Whether boilerplate counts as part of the articles.
        explaining: Whether to print, instead of a summary, why each paragraph is in or out.
    """

    sources: Sequence[str]
    length: str
    method: str
    language: str | None
    form: str
    output: Path | None = None
    whole: bool = False
    explaining: bool = False


def print_summaries(job: Printing) -> int:
    """Print the summary of every source, and a line on standard error for each that fails.

    Returns:
        The exit code: 1 if a source could not be read.

    Raises:
        OutputError: The output cannot be written.
    """
    failures: list[SourceError] = []

    def fail(error: SourceError) -> None:
        say(str(error))
        failures.append(error)

    found = list(_expand(job, fail))
    titled = len(found) + len(failures) > 1
    pieces = _summaries(job, found, titled, fail)
    if job.output is None:
        _print(pieces)
    elif text := "".join(pieces):
        write_file(job.output, text)
    return 1 if failures else 0


def _expand(job: Printing, fail: Callable[[SourceError], None]) -> Iterator[str]:
    """The sources with folders replaced by their articles, the output never among them."""
    for source in job.sources or _samples():
        if not is_folder(source):
            yield source
            continue
        try:
            articles = articles_of(source)
        except SourceError as error:
            fail(error)
            continue
        yield from (path for path in articles if job.output is None or not same(path, job.output))


def _samples() -> list[str]:
    from tui.state.samples import samples

    return [str(path) for _, path in samples()]


def is_folder(source: str) -> bool:
    """Whether a source is a folder, whose articles are meant."""
    try:
        return source not in ("", STANDARD_INPUT) and Path(source).is_dir()
    except (OSError, ValueError):  # not a possible name of a file
        return False


def articles_of(folder: str) -> list[str]:
    """The articles of a folder.

    Raises:
        SourceError: It cannot be listed, or there are none.
    """
    from summarise.sources.loading import find_articles

    articles = find_articles(Path(folder))
    if not articles:
        raise SourceError(folder, "no articles in this folder: text, Markdown or HTML files")
    return [str(path) for path in articles]


def same(source: str, file: Path) -> bool:
    """Whether a source is this very file."""
    try:
        path = Path("/dev/stdin" if source == STANDARD_INPUT else source)
        return path.samefile(file)
    except (OSError, ValueError):
        return False


def _summaries(
    job: Printing, sources: Sequence[str], titled: bool, fail: Callable[[SourceError], None]
) -> Iterator[str]:
    first = True
    for source in sources:
        try:
            article = summarise.load(source, language=job.language)
        except SourceError as error:
            fail(error)
            continue
        if job.whole:
            article = article.restore_all()
        if job.explaining:
            yield ("" if first else "\n") + "".join(
                f"{line}\n" for line in explanation_lines(article)
            )
            first = False
            continue
        for notice in notices(article, "--whole keeps all"):
            say(f"{article.name or source}: {notice}")
        summary = summarise.rank(article, job.method).select(job.length)
        if not summary.sentences:
            say(f"{article.name or source}: has no sentences to choose from")
        gap = "" if first or job.form == "json" else "\n"
        yield gap + export(summary, job.form, titled=titled)
        first = False


def _print(pieces: Iterator[str]) -> None:
    """Write to standard output as it comes, in UTF-8 whatever the locale says."""
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
