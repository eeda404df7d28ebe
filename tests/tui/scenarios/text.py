"""Scenarios of the keys that move in a text, and of the widgets at the foot of the reader."""

from __future__ import annotations

from tests.tui.scenarios.stage import Registry, Stage
from tui.widgets.key_terms import KeyTerms
from tui.widgets.prompt import Prompt

SCENARIOS = Registry()
of = SCENARIOS.of


async def moves(stage: Stage, key: str, before: int, after: int) -> None:
    """A key that moves the cursor of the source from one sentence to another."""
    stage.at(before)
    await stage.press(key)
    assert stage.reader.source.cursor == after
    assert f"sentence {after + 1} · " in stage.text


@of("view.next-sentence")
async def _(stage: Stage, key: str) -> None:
    await moves(stage, key, 10, 11)


@of("view.previous-sentence")
async def _(stage: Stage, key: str) -> None:
    await moves(stage, key, 10, 9)


@of("view.next-paragraph")
async def _(stage: Stage, key: str) -> None:
    paragraph = stage.reading.article.paragraphs[6]
    await moves(stage, key, paragraph.first, paragraph.stop)


@of("view.previous-paragraph")
async def _(stage: Stage, key: str) -> None:
    paragraphs = stage.reading.article.paragraphs
    paragraph = next(p for p in paragraphs if p.stop - p.first > 2)
    await moves(stage, key, paragraph.first + 2, paragraph.first)
    await moves(stage, key, paragraph.first, paragraphs[paragraph.index - 1].first)


async def scrolls(stage: Stage, key: str, pages: float) -> None:
    """A key that scrolls the source from its middle, and the cursor with it."""
    source = stage.reader.source
    stage.at(len(stage.reading.article.sentences) // 2)
    await stage.press()
    top, cursor = source.scroll_offset.y, source.cursor
    await stage.press(key)
    moved = source.scroll_offset.y - top
    assert abs(moved - pages * source.size.height) <= 3
    assert cursor is not None
    assert source.cursor is not None
    assert (source.cursor > cursor) == (pages > 0)


@of("view.half-page-down")
async def _(stage: Stage, key: str) -> None:
    await scrolls(stage, key, 0.5)


@of("view.half-page-up")
async def _(stage: Stage, key: str) -> None:
    await scrolls(stage, key, -0.5)


@of("view.page-down")
async def _(stage: Stage, key: str) -> None:
    await scrolls(stage, key, 1)


@of("view.page-up")
async def _(stage: Stage, key: str) -> None:
    await scrolls(stage, key, -1)


@of("view.start")
async def _(stage: Stage, key: str) -> None:
    await moves(stage, key, 30, 0)
    assert stage.reader.source.scroll_offset.y == 0


@of("view.end")
async def _(stage: Stage, key: str) -> None:
    await moves(stage, key, 3, len(stage.reading.article.sentences) - 1)
    assert stage.reader.source.is_vertical_scroll_end


@of("view.open")
async def _(stage: Stage, key: str) -> None:
    stage.reader.summary.focus()
    await stage.press("g", "j", key)
    assert stage.reader.source.has_focus
    assert stage.reader.source.cursor == stage.summary.indices[1]
    await stage.press("j", key)
    assert stage.reader.summary.has_focus
    assert stage.reader.summary.cursor == stage.summary.indices[1]


async def slides(stage: Stage, key: str, before: int, after: int) -> None:
    """A key of the length bar."""
    stage.sized(before)
    stage.reader.widgets.bar.focus()
    await stage.press(key)
    assert stage.reader.widgets.bar.value == after
    assert f"{after} of 45 sentences" in stage.text


@of("bar.shorter")
async def _(stage: Stage, key: str) -> None:
    await slides(stage, key, 9, 8)


@of("bar.longer")
async def _(stage: Stage, key: str) -> None:
    await slides(stage, key, 9, 10)


@of("bar.much-shorter")
async def _(stage: Stage, key: str) -> None:
    await slides(stage, key, 30, 27)


@of("bar.much-longer")
async def _(stage: Stage, key: str) -> None:
    await slides(stage, key, 30, 33)


@of("bar.shortest")
async def _(stage: Stage, key: str) -> None:
    await slides(stage, key, 9, 1)


@of("bar.longest")
async def _(stage: Stage, key: str) -> None:
    await slides(stage, key, 9, 45)


@of("bar.suggested")
async def _(stage: Stage, key: str) -> None:
    suggested = stage.reader.widgets.bar.suggested
    assert suggested is not None
    await slides(stage, key, suggested + 7, suggested)


def terms_of(stage: Stage) -> KeyTerms:
    """The row of key terms, with the keys."""
    terms = stage.reader.query_one(KeyTerms)
    terms.focus()
    return terms


@of("terms.next")
async def _(stage: Stage, key: str) -> None:
    terms = terms_of(stage)
    terms.cursor = 0
    await stage.press(key)
    assert terms.cursor == 1


@of("terms.previous")
async def _(stage: Stage, key: str) -> None:
    terms = terms_of(stage)
    terms.cursor = 2
    await stage.press(key)
    assert terms.cursor == 1


@of("terms.choose")
async def _(stage: Stage, key: str) -> None:
    terms = terms_of(stage)
    terms.cursor = 1
    term = terms.terms[1]
    await stage.press(key)
    assert stage.reading.state.choices.focus == (term,)
    assert f"[{term}]" in stage.text
    await stage.press(key)
    assert stage.reading.state.choices.focus == ()
    assert f"[{term}]" not in stage.text


@of("prompt.cancel")
async def _(stage: Stage, key: str) -> None:
    await stage.press("colon", "9")
    assert stage.reader.query(Prompt)
    await stage.press(key)
    assert not stage.reader.query(Prompt)
    assert stage.reader.source.has_focus
    assert stage.summary.size == 5
