"""The walk through what a summary leaves out."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driving import reader_on, said, settle
from tests.tui.ranked_sample import ranked_reading
from tui.state.settings import Settings


def test_the_best_sentence_of_each_paragraph_is_offered_in_the_order_of_the_text():
    reading = ranked_reading()
    summary = reading.summary
    assert summary is not None
    ranks, place, seen = summary.ranking.ranks, None, []
    for number in range(1, len(summary.coverage.skipped) + 1):
        found = reading.next_left_out(place)
        assert found is not None
        assert (found.number, found.of) == (number, len(summary.coverage.skipped))
        paragraph = reading.article.paragraphs[reading.article.sentences[found.sentence].paragraph]
        others = [ranks[i] for i in range(paragraph.first, paragraph.stop) if i in ranks]
        assert ranks[found.sentence] == min(others)
        seen.append(paragraph.index)
        place = found.sentence
    assert seen == list(summary.coverage.skipped)
    again = reading.next_left_out(place)
    assert again is not None
    assert again.number == 1, "round the end"


async def test_it_leads_from_the_summary_through_the_source_until_nothing_is_left_out():
    async with reader_on() as (screen, pilot):
        kept = screen.reading.summary.kept
        total = len(screen.reading.summary.coverage.skipped)
        await pilot.press("L")
        await settle(pilot)
        assert screen.source.has_focus
        assert said(screen.app) == [f"Left out, 1 of {total}: A adds this sentence."]
        first = screen.source.cursor
        await pilot.press("A")
        await settle(pilot)
        assert screen.reading.summary.kept == kept | {first}, "none had to go for it"
        assert said(screen.app) == ["Added, and pinned: u takes it back."]
        for left in range(total - 1, 0, -1):
            await pilot.press("L")
            await settle(pilot)
            assert f" of {left}:" in said(screen.app)[0]
            await pilot.press("A")
            await settle(pilot)
        await pilot.press("L")
        await settle(pilot)
        assert said(screen.app) == [
            "The summary touches every paragraph that it could take a sentence of."
        ]
        for _ in range(total):
            await pilot.press("u")
        await settle(pilot)
        assert screen.reading.summary.kept == kept


async def test_what_is_in_is_not_added_twice():
    async with reader_on() as (screen, pilot):
        await pilot.press("A")
        await settle(pilot)
        assert said(screen.app) == ["This sentence is in the summary."]
        assert screen.reading.summary.size == 5


async def test_a_byline_is_passed_over(tmp_path: Path):
    told = "The ferry stayed in the port of Varnholm until the ice of January was gone."
    more = "Nobody had seen such ice for forty years, and the mail was carried over it by a dog."
    last = "The council has asked the state for an ice breaker, which would cost too much."
    (tmp_path / "ice.md").write_text(
        "\n\n".join(["# The ice", "By [Ada Wells](https://e.org/w)", told, more, last])
    )
    async with reader_on(tmp_path / "ice.md", settings=Settings(length="1")) as (screen, pilot):
        article = screen.reading.article
        assert any(s.text == "By Ada Wells" for s in article.sentences)
        seen = []
        for _ in range(3):
            await pilot.press("L")
            await settle(pilot)
            seen.append(article.sentences[screen.source.cursor].text)
        assert len(set(seen)) == 2, "round the end"
        assert set(seen) < {told, more, last}


async def test_a_key_typed_right_behind_it_acts_on_the_sentence_it_went_to():
    async with reader_on() as (screen, pilot):
        screen.action_left_out()
        screen.action_add()  # both keys come in one write: no pane has heard of its focus yet
        await settle(pilot)
        place = screen.source.cursor
        assert place in screen.reading.state.choices.pins
        assert place in screen.reading.summary.kept
