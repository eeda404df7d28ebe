"""An article ranked by a language model: what it is asked, what it costs, what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from threading import Event

from summarise.errors import ModelError
from summarise.index import Index
from summarise.methods.scores import scores_of_order
from summarise.model.answers import Choice, as_data, choice_of, from_data
from summarise.model.key import key_of
from summarise.model.questions import (
    Question,
    as_json,
    by_turns,
    last_question,
    questions_of,
)
from summarise.model.server import LEAST_CONTEXT, Server, fault_of_address
from summarise.ranking.ranking import Judgement, Ranking
from summarise.sources.stopping import is_stopped, stopped_here, stopping_when
from summarise.sources.web.kept import Kept
from summarise.sources.web.pages import Fetched
from summarise.text.sanitise import sanitise_line

#: The name under which the method is known.
METHOD = "model"
#: Bytes of all choices that are kept: of several thousand articles.
_KEPT = 10 * 1024 * 1024


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
        """In words: ``64 sentences, about 3,100 tokens, 1 request``."""
        plural = "" if self.requests == 1 else "s"
        return (
            f"{self.sentences:,} sentences, about {self.tokens:,} tokens, "
            f"{self.requests} request{plural}"
        )


def judge(
    index: Index,
    server: Server,
    default: Ranking,
    tell_cost: Callable[[Cost], object],
    tell_done: Callable[[int], object],
) -> Ranking:
    """Rank an article by a language model, the rest by the default method behind its choice.

    Args:
        index: The article's index.
        server: Which model is asked where.
        default: The ranking of the same index by the default method.
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
    asking = _Asking(server, tell_done)
    with _WithFaultsOf(server):
        first = questions_of(article, offered, server.context)
        cost = asking.cost(first, len(offered))
        if cost.requests:
            tell_cost(cost)
        choices = asking.all_of(first)
        picks = [_picks(q, c) for q, c in zip(first, choices, strict=True)]
        reasons = {i: reason for part in picks for i, reason in part.items()}
        order = by_turns([list(part) for part in picks])
        if len(first) > 1:
            last = last_question(
                article, [list(part) for part in picks], len(offered), server.context
            )
            choices += asking.all_of([last])
            final = _picks(last, choices[-1])
            reasons |= {i: reason for i, reason in final.items() if reason}
            order = list(dict.fromkeys([*final, *order]))
    return _ranking(default, order, Judgement(server.name, reasons, _note(choices)))


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
    """Asks the questions of one article, so many at a time, and keeps what was chosen."""

    def __init__(self, server: Server, tell_done: Callable[[int], object]) -> None:
        self._server = server
        self._tell_done = tell_done
        self._kept = _kept_choices() if server.keeps else None
        self._done = 0

    def cost(self, first: Sequence[Question], sentences: int) -> Cost:
        """What these questions cost, and the one behind them if they are several."""
        asked = [question for question in first if self._find(question) is None]
        tokens = sum(question.tokens + question.answer_tokens for question in asked)
        if len(first) > 1:
            # Whether the last question was kept is known when the first are answered.
            tokens += self._server.context if asked else 0
        return Cost(sentences, len(asked) + (len(first) > 1 and bool(asked)), tokens)

    def all_of(self, questions: Sequence[Question]) -> list[Choice]:
        """The choice for each question.

        Raises:
            ModelError: One of them got none; the others are kept all the same.
        """
        found = {i: choice for i, q in enumerate(questions) if (choice := self._find(q))}
        missing = [i for i in range(len(questions)) if i not in found]
        if not missing:
            return [found[i] for i in range(len(questions))]
        key = key_of(self._server)
        over = Event()
        is_wanted_no_more = stopped_here()
        # Whoever stops this stops them all; and where one fails, nobody waits for the others.
        with (
            stopping_when(lambda: over.is_set() or is_wanted_no_more()),
            ThreadPoolExecutor(max(1, min(self._server.at_once, len(missing)))) as pool,
        ):
            waiting = [
                (i, pool.submit(copy_context().run, self._ask, questions[i], key)) for i in missing
            ]
            try:
                for i, future in waiting:
                    found[i] = future.result()
                    self._done += 1
                    self._tell_done(self._done)
            except BaseException:
                over.set()
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return [found[i] for i in range(len(questions))]

    def _ask(self, question: Question, key: str) -> Choice:
        from summarise.model.chat import ask  # brings httpx

        if is_stopped():  # while it waited for its turn
            raise ModelError("was stopped")
        text, is_whole = ask(question, self._server, key)
        choice = choice_of(text, len(question.sentences))
        if not choice.numbers:
            raise ModelError("gave no order of sentences that can be used")
        choice = replace(choice, is_whole=choice.is_whole and is_whole)
        if self._kept is not None and choice.is_whole and not choice.passed_over:
            # What is not in order is asked for again the next time.
            address = self._address(question)
            self._kept.keep(address, Fetched(as_data(choice), address, datetime.now(UTC)))
        return choice

    def _find(self, question: Question) -> Choice | None:
        if self._kept is None:
            return None
        page = self._kept.find(self._address(question))
        return None if page is None else from_data(page.data, len(question.sentences))

    def _address(self, question: Question) -> str:
        """What a choice is kept under: text, model and prompt, none of which can be read of it."""
        asked = f"{self._server.address}\n{self._server.name}\n{as_json(question)}"
        return sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()


def _kept_choices() -> Kept:
    from platformdirs import user_cache_path  # only where a model is asked

    return Kept(user_cache_path("summarise") / "choices", _KEPT)


def _picks(question: Question, choice: Choice) -> dict[int, str]:
    """Sentences of an article with the reasons for them, best first."""
    chosen = (question.sentences[number - 1] for number in choice.numbers)
    return dict(zip(chosen, choice.reasons, strict=True))


def _note(choices: Sequence[Choice]) -> str:
    """What the reader should be told of answers that were not in order."""
    passed_over = sum(choice.passed_over for choice in choices)
    faults = []
    if any(not choice.is_whole for choice in choices):
        faults.append("it broke off")
    if passed_over:
        faults.append(f"{passed_over:,} of its numbers were unknown or said twice")
    if not faults:
        return ""
    return f"the answer was used as far as it is good: {' and '.join(faults)}"


def _ranking(default: Ranking, chosen: Sequence[int], judgement: Judgement) -> Ranking:
    """The chosen first, the rest behind them as the default method ranks it."""
    order = tuple(dict.fromkeys([*chosen, *default.order]))
    scores = scores_of_order(range(len(order)))
    return Ranking(default.index, METHOD, order, tuple(scores.values.tolist()), judgement=judgement)
