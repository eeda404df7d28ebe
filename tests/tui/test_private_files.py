"""What the program writes of its own accord is little, and for its user only."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarise.sources.web.kept import kept_pages
from summarise.sources.web.pages import Fetched
from tests.tui.driving import app_on, settle
from tui.process.faults import fault_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")


@pytest.fixture
def open_to_all():
    """Whatever is made can be read and written by everybody, unless its maker says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def check_private(home: Path) -> int:
    """Everything below a folder is for its owner only; returns how many files there are."""
    made = list(home.rglob("*"))
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    return sum(path.is_file() for path in made)


@pytest.mark.usefixtures("open_to_all")
def test_kept_pages_and_the_log_are_for_their_user_only_all_the_way_up(hermetic):
    kept_pages(10**6).keep("http://a.example/", Fetched(b"ferry", "a", datetime.now(UTC)))
    fault_of(ValueError("ferry"))
    assert check_private(hermetic) == 2


@pytest.mark.usefixtures("open_to_all")
async def test_whatever_reading_leaves_behind_is_for_its_user_only(hermetic, article):
    async with app_on(article, article.parent) as (_, pilot):
        await pilot.press("j", "+", "e", "o", "enter", "asterisk")
        await settle(pilot)
    check_private(hermetic)


@pytest.mark.usefixtures("open_to_all")
def test_printing_leaves_nothing_behind(hermetic, article, run):
    assert run("-p", article).code == 0
    assert check_private(hermetic) == 0
