"""Work in threads: its result or one line, and nothing that is no longer wanted."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from threading import enumerate as threads

import pytest

from summarise.errors import SummariseError
from tui.process.faults import ProgramFaultError, log_path
from tui.tasks import THREAD_NAME, Tasks, explained


class Owner:
    """Stands for a screen: keeps what is brought until its turn comes."""

    is_attached = True

    def __init__(self) -> None:
        self.turn: list[Callable[[], object]] = []

    def call_later(self, callback: Callable[..., object], *args: object) -> bool:
        self.turn.append(lambda: callback(*args))
        return True

    def handle(self) -> None:
        """Wait for all threads, then handle what they brought."""
        for thread in threads():
            if thread.name == THREAD_NAME:
                thread.join()
        while self.turn:
            self.turn.pop(0)()


@pytest.fixture
def owner() -> Owner:
    """Whom results are for."""
    return Owner()


def fail() -> None:
    """What never works."""
    raise SummariseError("no such luck")


def test_a_result_is_brought_in_the_owners_turn(owner: Owner):
    got: list[object] = []
    Tasks(owner).start("sum", lambda: 1 + 1, got.append, got.append)
    assert got == []
    owner.handle()
    assert got == [2]


def test_a_failure_is_one_line(owner: Owner):
    failed: list[SummariseError] = []
    Tasks(owner).start("fail", fail, lambda _: None, failed.append)
    owner.handle()
    assert [str(error) for error in failed] == ["no such luck"]


def test_a_fault_of_the_program_is_one_line_too():
    with pytest.raises(ProgramFaultError) as caught:
        explained(lambda: 1 / 0)
    assert str(caught.value) == (
        f"this is a fault of the program (ZeroDivisionError): please report it with {log_path()}"
    )


def test_only_the_latest_of_a_kind_is_brought(owner: Owner):
    tasks, got, first_may_end = Tasks(owner), [], Event()
    tasks.start("word", lambda: first_may_end.wait(5) and "first", got.append, got.append)
    tasks.start("word", lambda: "second", got.append, got.append)
    tasks.start("other", lambda: "third", got.append, got.append)
    first_may_end.set()
    owner.handle()
    assert sorted(got) == ["second", "third"]


def test_what_was_forgotten_before_its_turn_is_not_brought(owner: Owner):
    tasks, got = Tasks(owner), []
    tasks.start("word", lambda: "word", got.append, got.append)
    for thread in threads():
        if thread.name == THREAD_NAME:
            thread.join()
    tasks.forget()
    owner.handle()
    assert got == []


def test_nothing_is_brought_to_an_owner_who_has_gone(owner: Owner):
    owner.is_attached = False
    got: list[object] = []
    Tasks(owner).start("word", lambda: "word", got.append, got.append)
    owner.handle()
    assert got == []
