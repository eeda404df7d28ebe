"""A long day in short: nothing that articles leave behind piles up. `soak.py` has the whole day."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.tui.soak import Figures, soak_articles, soak_events, without_leaving

pytestmark = pytest.mark.slow


def check_flat(before: Figures, after: Figures) -> None:
    """Nothing has grown that would go on growing."""
    said = f"\n{before}\n{after}"
    # A leak of all that an article draws was 2.5 MB and 15,000 objects an article.
    assert after.memory < before.memory + 25, said
    assert after.objects < before.objects * 1.3, said
    assert after.threads <= before.threads + 1, said
    assert after.files <= before.files + 1, said


async def test_fifty_articles_leave_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with without_leaving():
        figures = [one async for one in soak_articles(50, 10, tmp_path)]
    print(*figures, sep="\n")
    assert [one.done for one in figures] == [10, 20, 30, 40, 50]
    check_flat(figures[1], figures[-1])
    assert figures[-1].seconds < 2.5 * figures[1].seconds


async def test_events_on_odd_articles_leave_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with without_leaving():
        figures = [one async for one in soak_events(2_000, 4, tmp_path)]
    print(*figures, sep="\n")
    assert figures[-1].done >= 2_000
    assert all(before.done < after.done for before, after in pairwise(figures))
    check_flat(figures[2], figures[-1])
