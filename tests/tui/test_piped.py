"""Standard input that comes in slowly."""

from __future__ import annotations

import os

import pytest

from summarise.sources.files import LARGEST
from summarise.sources.progress import Progress, Unit, listening
from summarise.sources.stopping import stopping_when
from tui.command import piped
from tui.command.piped import PipedInput


@pytest.fixture
def pipe():
    """The two ends of a pipe, the writing one closed at the end if it still is open."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb", buffering=0) as writer:
        yield PipedInput(reading), writer


def test_it_is_complete_when_the_writer_is_done(pipe):
    source, writer = pipe
    writer.write(b"One. ")
    assert not source.wait(0.01)
    writer.write(b"Two.")
    writer.close()
    assert source.wait(10)
    assert source.read() == b"One. Two."
    assert source.read(3) == b"One"  # from the beginning, as often as it is asked for


def test_an_empty_pipe_is_complete(pipe):
    source, writer = pipe
    writer.close()
    assert source.wait(10)
    assert source.read() == b""


def test_an_endless_one_is_not_read_for_ever(monkeypatch):
    monkeypatch.setattr(piped, "LARGEST", 200_000)
    source = PipedInput(os.open("/dev/zero", os.O_RDONLY))
    assert source.wait(10)
    assert 200_000 < len(source.read()) < LARGEST


def test_what_cannot_be_read_says_so(tmp_path):
    source = PipedInput(os.open(tmp_path, os.O_RDONLY))
    assert source.wait(10)
    with pytest.raises(OSError, match="directory"):
        source.read()


def test_what_has_come_is_told_until_all_of_it_is_there(pipe, monkeypatch):
    monkeypatch.setattr(piped, "_LOOK", 0.01)
    monkeypatch.setattr(piped, "_SHOWN", 6)
    source, writer = pipe
    heard = []

    def hear(what):
        heard.append(what)
        if what == b"One.\n":
            writer.write(b"Two.\n")
        elif what == Progress(10, Unit.BYTES_PIPED):
            writer.close()  # more than is shown before all of it is there

    writer.write(b"One.\n")
    with listening(hear, hear):
        assert source.read() == b"One.\nTwo.\n"
    assert heard == [Progress(5, Unit.BYTES_PIPED), b"One.\n", Progress(10, Unit.BYTES_PIPED)]


def test_nothing_is_read_for_one_who_has_left(pipe):
    source, writer = pipe
    writer.write(b"One. ")
    with stopping_when(lambda: True), pytest.raises(InterruptedError):
        source.read()
