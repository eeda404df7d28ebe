"""Ranking what a reading lacks, while the reader reads on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from summarise import DEFAULT_METHOD
from summarise.errors import SummariseError
from tui.process.collecting import keep_modules
from tui.screens.reader.model_use import MODEL_NAME
from tui.state.reading import Reading
from tui.state.reading_state import Blocks
from tui.tasks import Tasks

if TYPE_CHECKING:
    from summarise.article import Article
    from summarise.index import Index
    from summarise.ranking.ranking import Ranking


#: Seconds for which a summary has been on the screen before what few readers use is made ready.
CALM = 1.0


class Ranker:
    """Ranks in a thread, once however often a ranking is asked for meanwhile.

    Args:
        reading: What is read.
        tasks: Runs the work.
        failed: Gets the reason, in one line, if a method cannot rank.
        once_calm: Calls something when the summary has been on the screen for a while.
    """

    def __init__(
        self,
        reading: Reading,
        tasks: Tasks,
        failed: Callable[[str], None],
        once_calm: Callable[[Callable[[], None]], object],
    ) -> None:
        self._reading = reading
        self._tasks = tasks
        self._once_calm = once_calm
        self._tell_failure = failed
        self._under_way: tuple[str, Blocks] | None = None

    def rank(self) -> None:
        """Make the ranking that the reading lacks, if it lacks one and none was made before."""
        made, self._reading.made = self._reading.made, None
        if made is not None:
            self._ranked(made)
            return
        if self._reading.lacks is not None and self._reading.state.method == MODEL_NAME:
            # It ranked before the paragraphs changed, or in an earlier run: it is asked only
            # where the reader can stop that.
            self._reading.change(method=DEFAULT_METHOD)
        lacks = self._reading.lacks
        if lacks is not None and lacks != self._under_way:
            self._under_way = lacks
            work = partial(rank_for_reading, self._reading.rankable, self._reading.state.method)
            self._tasks.start("rank", work, self._ranked, self._failed)

    def _ranked(self, ranking: Ranking) -> None:
        self._under_way = None
        self._reading.accept(ranking)
        # Not at once: NLTK takes 0.3 s to be imported, while the summary is drawn, and what was
        # read is looked up and kept; and few readers ask for more of a term so soon.
        self._once_calm(self.prepare)
        self.rank()  # something else may be wanted by now

    def prepare(self) -> None:
        """Make what the first steering would wait for; if it fails, that will say so."""
        if (ranking := self._reading.ranking) is not None:
            prepare = ranking.index.prepare_steering
            self._tasks.start("prepare", prepare, lambda _: None, lambda _: None)

    def _failed(self, error: SummariseError) -> None:
        self._under_way = None
        self._tell_failure(str(error))
        self._reading.give_up_method()


def rank_for_reading(article: Article | Index, method: str) -> Ranking:
    """Rank, and find out what is shown of a ranking at once; slow.

    Raises:
        SummariseError: The method cannot rank the article.
    """
    from summarise import rank  # brings the heavy libraries

    if method == MODEL_NAME:  # it is asked when this is there
        method = DEFAULT_METHOD
    ranking = rank(article, method)
    # Finds the key terms and what leans on what here, not on a key press.
    _ = ranking.coverage_curve, ranking.index.antecedents
    keep_modules()  # numpy was the last of them
    return ranking
