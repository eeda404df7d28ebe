"""An article ranked by a language model: what it is asked, what it costs, what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextvars import copy_context
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import Event

from summarise.errors import ModelError
from summarise.index import Index
from summarise.methods.scores import scores_of_order
from summarise.model.answers import Choice, KeptChoices, as_data, choice_of, from_data
from summarise.model.key import key_of
from summarise.model.questions import (
    Question,
    as_json,
    by_turns,
    last_question,
    questions_of,
)
from summarise.model.server import LEAST_CONTEXT, Server, fault_of_address
from summarise.model.turns import turn_of
from summarise.ranking.ranking import Judgement, Ranking
from summarise.sources.stopping import is_stopped, stopped_here, stopping_when
from summarise.text.sanitise import sanitise_line

#: The name under which the method is known.
METHOD = "model"
#: So many questions of an article may fail in a row, each for itself, until no more are asked: a
#: server that is silent would cost its time-out for each.
_MOST_FAULTS = 2
#: A choice of less than this share of what was asked for is told of: a usual summary may need more.
_FEW = 0.5


@dataclass(frozen=True, slots=True)
class Cost:
    """What ranking an article will cost at most, told before anything is sent."""

    sentences: int
    """Sentences that are on offer."""
    requests: int
    """Requests that are still to be made; 0 if all was kept from before."""
    tokens: int
    """About how many tokens they have together, answers included."""

    def __str__(self) -> str:
        """In words, what costs first: ``1 request, about 3,100 tokens, 64 sentences``."""
        plural = "" if self.requests == 1 else "s"
        return (
            f"{self.requests} request{plural}, about {self.tokens:,} tokens, "
            f"{self.sentences:,} sentences"
        )


def judge(
    index: Index,
    server: Server,
    default: Ranking,
    kept: KeptChoices | None,
    tell_cost: Callable[[Cost], object],
    tell_done: Callable[[int], object],
) -> Ranking:
    """Rank an article by a language model, the rest by the default method behind its choice.

    Args:
        index: The article's index.
        server: Which model is asked where.
        default: The ranking of the same index by the default method.
        kept: Where choices are kept; None to ask for each anew.
        tell_cost: Told what it will cost before the first request; what it raises ends it.
        tell_done: Told how many requests have been answered.

    Raises:
        ModelError: It is not set up, may not be asked, or gave nothing that can be used.
    """
    check(server)
    article = index.article
    offered = [i for i in article.candidates if i not in index.unfit]
    if not offered:
        return replace(default, method=METHOD)
    asking = _Asking(server, kept, tell_done)
    with _WithFaultsOf(server):
        first = questions_of(article, offered, server.context)
        cost = asking.cost(first, len(offered))
        if cost.requests:
            tell_cost(cost)
        choices = asking.all_of(first)
        if asking.fault is not None and not any(choices):
            raise asking.fault
        count = choices.count(None)
        faults = [f"{count:,} of {len(first):,} parts are as by {default.method}"] if count else []
        picks = [_picks(q, c) for q, c in zip(first, choices, strict=True)]
        reasons = {i: reason for part in picks for i, reason in part.items()}
        order = by_turns([list(part) for part in picks])
        if sum(map(bool, picks)) > 1 and not asking.is_refused:
            last = last_question(
                article, [list(part) for part in picks], len(offered), server.context
            )
            if not cost.requests and (more := asking.cost([last], len(offered))).requests:
                tell_cost(more)  # all parts were kept from before, and this was not
            (choice,) = asking.all_of([last])
            if choice is None:
                faults.append("the last question was not answered")
            choices.append(choice)
            final = _picks(last, choice)
            reasons |= {i: reason for i, reason in final.items() if reason}
            order = list(dict.fromkeys([*final, *order]))
        if faults and asking.fault is not None:
            faults[-1] += f" ({asking.fault})"
        wanted = first[0].wanted if len(first) == 1 else 0
    return _ranking(default, order, Judgement(server.name, reasons, _note(faults, choices, wanted)))


def check(server: Server) -> None:
    """Look whether a server is set up and may be asked.

    Raises:
        ModelError: It is not, or may not; the message says what to do.
    """
    if not server.name:
        raise ModelError("no model is set up: set name, and address if need be, under [model]")
    if fault := fault_of_address(server.address):
        raise ModelError(f"the address of the model {fault}")
    if server.context < LEAST_CONTEXT:
        raise ModelError(f"the context of the model must be at least {LEAST_CONTEXT:,} tokens")
    if not server.may_be_asked:
        host = sanitise_line(server.host, 100)
        raise ModelError(
            f"the text of articles would be sent to {host}: "
            f'if you want that, set allow = "{host}" under [model]'
        )


class _WithFaultsOf:
    """Says of every fault inside whose it is."""

    def __init__(self, server: Server) -> None:
        self._name = f"{sanitise_line(server.name, 60)} at {sanitise_line(server.host, 100)}"

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Put the name before a fault."""
        if isinstance(error, ModelError):
            raise ModelError(f"{self._name}: {error}") from None


class _Asking:
    """Asks the questions of one article, so many at a time, and keeps what was chosen.

    Attributes:
        fault: Why the last question that failed did so; None if none has.
        is_refused: Whether the server would not answer any other question.
    """

    def __init__(
        self, server: Server, kept: KeptChoices | None, tell_done: Callable[[int], object]
    ) -> None:
        self._server = server
        self._kept = kept
        self._tell_done = tell_done
        self._found: dict[str, Choice | None] = {}
        self._done = self._failed = 0
        self.fault: ModelError | None = None
        self.is_refused = False

    def cost(self, first: Sequence[Question], sentences: int) -> Cost:
        """What these questions cost, and the one behind them if they are several."""
        asked = [question for question in first if self._find(question) is None]
        tokens = sum(question.tokens + question.answer_tokens for question in asked)
        if len(first) > 1:
            # Whether the last question was kept is known when the first are answered.
            tokens += self._server.context if asked else 0
        return Cost(sentences, len(asked) + (len(first) > 1 and bool(asked)), tokens)

    def all_of(self, questions: Sequence[Question]) -> list[Choice | None]:
        """The choice for each question; None for one that got none, of which ``fault`` tells.

        Raises:
            ModelError: Nobody waits for them any more.
        """
        found = [self._find(question) for question in questions]
        missing = [i for i, choice in enumerate(found) if choice is None]
        if not missing:
            return found
        try:
            key = key_of(self._server)
        except ModelError as error:
            self.fault, self.is_refused = error, True
            return found
        over = Event()
        is_wanted_no_more = stopped_here()
        with (
            stopping_when(lambda: over.is_set() or is_wanted_no_more()),
            ThreadPoolExecutor(max(1, min(self._server.at_once, len(missing)))) as pool,
        ):
            waiting = {
                pool.submit(copy_context().run, self._ask, questions[i], key): i for i in missing
            }
            try:
                for future in as_completed(waiting):
                    try:
                        found[waiting[future]] = future.result()
                    except ModelError as error:
                        self.fault = error
                    self._done += 1
                    self._tell_done(self._done)
            except BaseException:  # whoever stops this stops them all
                over.set()
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        if is_wanted_no_more():
            raise ModelError("was stopped")
        return found

    def _ask(self, question: Question, key: str) -> Choice | None:
        """Ask, in a thread; None where the server is not asked any more.

        Raises:
            ModelError: There is no answer that can be used.
        """
        from summarise.model.chat import ServerError, ask  # brings httpx

        with turn_of(self._server):
            if is_stopped():  # while it waited for its turn
                raise ModelError("was stopped")
            if self.is_refused or self._failed >= _MOST_FAULTS:
                return None
            try:
                text, is_whole = ask(question, self._server, key)
            except ServerError:
                self.is_refused = True
                raise
            except ModelError:
                self._failed += 1
                raise
        self._failed = 0
        choice = choice_of(text, len(question.sentences))
        if not choice.numbers:
            raise ModelError("gave no order of sentences that can be used")
        choice = replace(choice, is_whole=choice.is_whole and is_whole)
        # Numbers that were dropped are no reason to ask again: the answer would be the same. One
        # that broke off too early may be whole the next time.
        is_enough = choice.is_whole or len(choice.numbers) >= question.wanted
        if self._kept is not None and is_enough:
            self._kept[self._address(question)] = as_data(choice)
        return choice

    def _find(self, question: Question) -> Choice | None:
        """What is kept: looked up once, so that nothing is sent that the cost did not tell of."""
        address = self._address(question)
        if address not in self._found:
            data = None if self._kept is None else self._kept.get(address)
            known = None if data is None else from_data(data, len(question.sentences))
            self._found[address] = known
        return self._found[address]

    def _address(self, question: Question) -> str:
        """What a choice is kept under: text, model and prompt, none of which can be read of it."""
        asked = f"{self._server.address}\n{self._server.name}\n{as_json(question)}"
        return sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()


def _picks(question: Question, choice: Choice | None) -> dict[int, str]:
    """Sentences of an article with the reasons for them, best first."""
    if choice is None:
        return {}
    chosen = (question.sentences[number - 1] for number in choice.numbers)
    return dict(zip(chosen, choice.reasons, strict=True))


def _note(faults: Sequence[str], choices: Sequence[Choice | None], wanted: int) -> str:
    """What the reader should be told of answers that were not in order.

    Args:
        faults: What is to be told of answers that did not come.
        choices: The answers.
        wanted: How many sentences a single answer should have; 0 if there are several.
    """
    there = [choice for choice in choices if choice is not None]
    passed_over = sum(choice.passed_over for choice in there)
    count = sum(len(choice.numbers) for choice in there)
    faults = [*faults]
    if any(not choice.is_whole for choice in there):
        faults.append("it broke off")
    elif count < _FEW * wanted:
        faults.append(f"it chose {count:,} of the {wanted:,} asked for")
    if passed_over:
        faults.append(f"{passed_over:,} of its numbers were unknown or said twice")
    return " and ".join(faults)


def _ranking(default: Ranking, chosen: Sequence[int], judgement: Judgement) -> Ranking:
    """The chosen first, the rest behind them as the default method ranks it."""
    order = tuple(dict.fromkeys([*chosen, *default.order]))
    scores = scores_of_order(range(len(order)))
    return Ranking(default.index, METHOD, order, tuple(scores.values.tolist()), judgement=judgement)
