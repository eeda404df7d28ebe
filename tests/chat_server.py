"""A language model on this computer that answers as tests want it to: by a rule, well or badly."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from summarise import Server
from tests.local_server import LocalServer, Request, serving

#: A sentence of a question, and how many are wanted.
_NUMBERED = re.compile(r"^(\d+)\. (.*)$", re.MULTILINE)
_WANTED = re.compile(r"Choose the (\d+) sentences")


@dataclass(frozen=True)
class Question:
    """What the model was asked."""

    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def task(self) -> str:
        """What it was told to do."""
        return str(self.body["messages"][0]["content"])

    @property
    def article(self) -> str:
        """What it was shown."""
        return str(self.body["messages"][1]["content"])

    @property
    def sentences(self) -> dict[int, str]:
        """The numbered sentences."""
        return {int(number): text for number, text in _NUMBERED.findall(self.article)}

    @property
    def wanted(self) -> int:
        """How many sentences it should choose."""
        found = _WANTED.search(self.task)
        assert found
        return int(found[1])


Rule = Callable[[Question], str]


def order(*entries: object) -> str:
    """An answer in the right form; a number alone gets a reason."""
    found = [{"n": e, "why": f"point {e}"} if isinstance(e, int) else e for e in entries]
    return json.dumps({"order": found})


def last_first(question: Question) -> str:
    """A model that likes the end of everything."""
    return order(*sorted(question.sentences, reverse=True)[: question.wanted])


class ChatServer(LocalServer):
    """The server: what it answers, what it was asked, and how many asked at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.rule: Rule = last_first
        self.questions: list[Question] = []
        self.most_at_once = 0
        self._now, self._lock = 0, Lock()
        self.pause: Callable[[], object] = lambda: None
        self.reply: Callable[[Request, Question], object] = self.say_answer
        self.answers["/v1/chat/completions"] = self._answer

    def _answer(self, request: Request) -> None:
        length = int(request.headers.get("Content-Length", 0))
        question = Question(json.loads(request.rfile.read(length)), dict(request.headers))
        with self._lock:
            self.questions.append(question)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            self.pause()
            self.reply(request, question)
        finally:
            with self._lock:
                self._now -= 1

    def say_answer(self, request: Request, question: Question) -> None:
        """Answer as a chat interface does."""
        self.say_text(request, self.rule(question))

    def say_text(self, request: Request, text: str, finish: str = "stop") -> None:
        """Answer with a text of the model."""
        message = {"role": "assistant", "content": text}
        body = {"choices": [{"index": 0, "message": message, "finish_reason": finish}]}
        request.say(json.dumps(body).encode(), "application/json")

    def model(self, **how: Any) -> Server:
        """How to ask it."""
        return Server(**{"name": "stub-1", "address": self.address("/v1"), "timeout": 5.0, **how})


@contextmanager
def chatting() -> Iterator[ChatServer]:
    """The server while it is wanted."""
    with serving(ChatServer()) as server:
        assert isinstance(server, ChatServer)
        yield server
