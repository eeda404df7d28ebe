"""What the program writes of its own accord is little, and for its user only."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime

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


@pytest.mark.usefixtures("open_to_all")
def test_kept_pages_and_the_log_are_for_their_user_only_all_the_way_up(hermetic):
    kept_pages(10**6).keep("http://a.example/", Fetched(b"ferry", "a", datetime.now(UTC)))
    fault_of(ValueError("ferry"))
    made = list(hermetic.rglob("*"))
    assert sum(path.is_file() for path in made) == 2
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


async def test_reading_writes_nothing(hermetic, article, run):
    run("-p", article)
    async with app_on(article, article.parent) as (_, pilot):
        await pilot.press("j", "+", "e", "o", "enter")
        await settle(pilot)
    assert list(hermetic.rglob("*")) == []
