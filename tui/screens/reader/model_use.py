"""Asking the reader's language model, while the default method's summary is read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from summarise import DEFAULT_METHOD, Server
from summarise.errors import SummariseError
from summarise.text.sanitise import sanitise_line
from tui.state.choices import ChoiceMemory
from tui.state.memory import Memory
from tui.state.reading import Reading
from tui.tasks import Latest, Tasks
from tui.text.reader_frame import WIDE
from tui.text.wording import ranked_by

if TYPE_CHECKING:
    from summarise.article import Article
    from summarise.index import Index
    from summarise.model.judging import Cost
    from summarise.ranking.ranking import Ranking

#: The name of the method; :data:`summarise.methods.MODEL` is not imported before the first frame.
MODEL_NAME = "model"


@dataclass
class ModelChoice:
    """What a run knows of its language model: one for all articles."""

    server: Server = field(default_factory=lambda: Server(""))
    """The model that is set up, if one is."""
    first: bool = False
    """Whether articles are opened with its ranking to come."""
    answers: dict[str, bool] = field(default_factory=dict)
    """What the reader answered, by host, when asked whether articles may be sent there."""
    kept: ChoiceMemory = field(default_factory=lambda: ChoiceMemory(Memory(on=False)))
    """What was chosen before."""

    @property
    def is_set_up(self) -> bool:
        """Whether there is a model to ask."""
        return bool(self.server.name)

    @property
    def may_ask(self) -> bool:
        """Whether articles may be sent to its server."""
        return self.server.may_be_asked or self.answers.get(self.server.host, False)


class ModelUse:
    """Asks the model about one article at a time, and uses its ranking when it is there.

    Args:
        screen: Whose screen it is: what comes after it has gone is not wanted.
        reading: What is read.
        choice: The model, and what the reader answered so far.
        tell: Shows a line; the second argument says whether something went wrong.
        show: Shows how far it is, or that nothing is under way with "".
        question: Asks the reader whether to send the article; its text says where to.
    """

    def __init__(
        self,
        screen: Screen[None],
        reading: Reading,
        choice: ModelChoice,
        tell: Callable[[str, bool], object],
        show: Callable[[str], object],
        question: Callable[[str], Awaitable[None]],
    ) -> None:
        self._screen, self._reading, self._choice = screen, reading, choice
        self._tell, self._show, self._question = tell, show, question
        self._tasks = Tasks(screen)
        self._told: Latest[str] = Latest(screen, self._hear)
        self._is_asking = False
        #: Why it gave no ranking when it was asked last, in one line; "" if it did.
        self.fault = ""
        self._seen_from = DEFAULT_METHOD
        method = reading.state.method
        has_ranking = reading.lacks is None
        #: Whether the first summary is waited for, to ask then.
        self._to_begin = (
            choice.is_set_up if method == MODEL_NAME else choice.first and method == DEFAULT_METHOD
        ) and not (method == MODEL_NAME and has_ranking)

    @property
    def is_offered(self) -> bool:
        """Whether there is a model to choose."""
        return self._choice.is_set_up

    @property
    def name(self) -> str:
        """What the model is called, fit to be shown."""
        return sanitise_line(self._choice.server.name, 40)

    async def begin(self) -> None:
        """The first summary is there: ask, if articles are opened with the model's ranking."""
        if self._to_begin:
            self._to_begin = False
            if self._choice.answers.get(self._choice.server.host, True):
                await self.use(self._reading.state.method)

    async def use(self, seen_from: str) -> None:
        """Rank by the model: at once if it has been asked, otherwise when it has answered.

        Args:
            seen_from: The method that undo goes back to.
        """
        self._seen_from = seen_from
        if self._reading.ranking_by(MODEL_NAME) is not None:
            self._reading.use(MODEL_NAME, seen_from=seen_from)
        else:
            self._start()

    def answered(self, yes: bool) -> None:
        """The reader said whether the article may be sent."""
        self._choice.answers[self._choice.server.host] = yes
        if yes:
            self._start()
        else:
            self._tell("Nothing was sent.", False)

    def cancel(self) -> bool:
        """Ask no longer; returns whether anything was asked."""
        if not self._is_asking:
            return False
        self._over()
        self._tasks.forget()
        self._tell(f"{self.name} is asked no longer; the summary stays as it is.", False)
        return True

    def _start(self) -> None:
        if self._is_asking:
            return
        self._is_asking, self.fault = True, ""
        server, may_send = self._choice.server, self._choice.may_ask
        if may_send:
            self._show(f"asking {self.name} …")
        if server.name:  # that nothing is sent without a yes is seen to where it would be
            server = replace(server, allow=server.host)
        work = partial(
            _ranked, self._reading.rankable, server, self._choice.kept, may_send, self._told.tell
        )
        self._tasks.start("model", work, self._ranked, self._failed)

    def _hear(self, how_far: str) -> None:
        if self._is_asking:
            self._show(f"asking {self.name}, esc stops: {how_far}")

    def _over(self) -> None:
        self._is_asking = False
        self._show("")

    def _ranked(self, ranking: Ranking) -> None:
        self._over()
        self._reading.accept(ranking)
        if self._reading.ranking_by(MODEL_NAME) is None:
            self._tell(f"The article has changed since {self.name} was asked.", False)
            return
        self._reading.use(MODEL_NAME, seen_from=self._seen_from)
        said = ranked_by(self.name, ranking)
        self._tell(f"{said[0].upper()}{said[1:]}.", False)

    def _failed(self, error: SummariseError) -> None:
        self._over()
        if isinstance(error, _WouldSendError):
            self._screen.call_later(self._question, self._where_to(error.cost))
        else:
            self.fault = str(error)
            self._show("")  # what tells of it for good
            self._tell(self.fault, True)

    def _where_to(self, cost: Cost) -> str:
        """The host to begin with, then what would be sent; its cost where there is room."""
        host = sanitise_line(self._choice.server.host, 60)
        if self._screen.app.size.width < WIDE:
            return f"to {host}, y or n: title, {self._reading.article.words:,} words"
        return f"to {host}, y or n: title and headings, {cost}"


class _WouldSendError(SummariseError):
    """Something would be sent that the reader has not been asked about.

    Args:
        cost: What that would cost.
    """

    def __init__(self, cost: Cost) -> None:
        super().__init__("nothing was sent")
        self.cost = cost


def _ranked(
    rankable: Article | Index,
    server: Server,
    kept: ChoiceMemory,
    may_send: bool,
    told: Callable[[str], object],
) -> Ranking:
    """Ask the model, and find out what is shown of its ranking at once; slow.

    Raises:
        _WouldSendError: Not all was kept from before, and nothing may be sent.
        ModelError: It gave no ranking.
    """
    from summarise import Article, rank_by_model  # brings the heavy libraries

    requests = 0

    def tell_cost(cost: Cost) -> None:
        nonlocal requests
        if not may_send:
            raise _WouldSendError(cost)
        requests = cost.requests
        told(str(cost))

    def tell_done(done: int) -> None:
        told(f"{done} of {requests} requests")

    article = rankable if isinstance(rankable, Article) else rankable.article
    ranking = rank_by_model(
        rankable, server, kept=kept.of(article), tell_cost=tell_cost, tell_done=tell_done
    )
    _ = ranking.coverage_curve, ranking.index.antecedents
    return ranking
