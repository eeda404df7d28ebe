"""Scenarios of the reader's own keys."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from textual.selection import SELECT_ALL

from summarise.article import Feed
from summarise.length import Length
from summarise.novelty.known import Known, ReadBefore, Seen
from tests.tui.scenarios.stage import Registry, Stage
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.methods import MethodScreen
from tui.state.store import Facts
from tui.widgets.fitted_line import FittedLine
from tui.widgets.key_terms import KeyTerms
from tui.widgets.prompt import Prompt, Purpose

SCENARIOS = Registry()
of = SCENARIOS.of


async def steps_by(stage: Stage, key: str, before: int, after: int) -> None:
    """A key that changes the length, seen in the facts; a longer summary holds a shorter one."""
    stage.sized(before)
    kept = stage.summary.kept
    await stage.press(key)
    assert f"{after} of 45 sentences" in stage.text
    assert kept < stage.summary.kept or kept > stage.summary.kept


@of("length.less")
async def _(stage: Stage, key: str) -> None:
    await steps_by(stage, key, 5, 4)


@of("length.more")
async def _(stage: Stage, key: str) -> None:
    await steps_by(stage, key, 5, 6)


@of("length.less-5")
async def _(stage: Stage, key: str) -> None:
    await steps_by(stage, key, 12, 7)


@of("length.more-5")
async def _(stage: Stage, key: str) -> None:
    await steps_by(stage, key, 5, 10)


@of("length.type")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key, *"20%", "enter")
    assert stage.reading.state.length == Length.parse("20%")
    assert "9 of 45 sentences" in stage.text
    assert not stage.reader.query(Prompt)


@of("length.unit")
async def _(stage: Stage, key: str) -> None:
    facts = stage.reader.query_one("#length-facts", FittedLine)
    assert facts.text.startswith("5 sentences")
    await stage.press(key)
    assert facts.text.startswith("11 % of sentences")
    assert stage.summary.size == 5


@of("length.suggested")
async def _(stage: Stage, key: str) -> None:
    stage.sized(1)
    await stage.press(key)
    assert stage.summary.size == stage.reader.widgets.bar.suggested != 1


@of("reader.methods")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert isinstance(stage.screen, MethodScreen)
    assert "LexRank" in stage.text


@of("reader.explain")
async def _(stage: Stage, key: str) -> None:
    stage.at(stage.reading.ranking.order[2])
    await stage.press(key)
    assert "In: it ranks 3 of 45" in stage.text
    stage.at(stage.reading.ranking.order[0])
    await stage.press()
    assert "In: it ranks 1 of 45" in stage.text
    await stage.press(key)
    assert "ranks 1 of 45" not in stage.text


@of("reader.details")
async def _(stage: Stage, key: str) -> None:
    stage.at(stage.reading.ranking.order[2])
    await stage.press(key)
    assert "rank 3 of 45 · enters at 3 sentences or 7 %" in stage.text
    await stage.press(key)
    assert "In: it ranks 3 of 45" in stage.text
    assert "rank 3 of 45 ·" not in stage.text


for number in (1, 2, 3):

    @of(f"reader.like-{number}")
    async def _(stage: Stage, key: str, number: int = number) -> None:
        here = stage.reading.ranking.order[2]
        stage.at(here)
        await stage.press("e")
        neighbours = stage.reader.panes.explain_panel.neighbours
        await stage.press(key)
        assert stage.reader.source.cursor == neighbours[number - 1]
        await stage.press("backspace")
        assert stage.reader.source.cursor == here


@of("reader.coarser")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert "One sentence" in stage.text


@of("reader.finer")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert not stage.reader.summary.is_on_screen


@of("reader.outline")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert "Outline   " in stage.text
    await stage.press(key)
    assert "Summary   " in stage.text


@of("reader.fold")
async def _(stage: Stage, key: str) -> None:
    await stage.press("O", key)  # the sample has no part within another
    assert [said.message for said in stage.app._notifications] == [
        "This part holds no others that could be folded."
    ]


def learn(stage: Stage, key: str = "elsewhere") -> int:
    """Let the best sentence of the sample be one that was read in another article; which it is."""
    best = stage.reading.ranking.order[0]
    words = stage.reading.article.sentences[best].text
    text = ReadBefore(key, "Elsewhere", [words])
    stage.reading.learn(Known({best: Seen(text, 0, 1.0)}, 45))
    return best


def notices(stage: Stage) -> list[str]:
    """What the reader is told now."""
    return [str(notice.message) for notice in stage.app._notifications]


@of("reader.dim-known")
async def _(stage: Stage, key: str) -> None:
    best = learn(stage)
    assert best not in stage.reader.source._shown.known
    await stage.press(key)
    assert notices(stage) == ["1 of 45 sentences is known to you."]
    assert best in stage.reader.source._shown.known
    assert best in stage.reader.summary._shown.known
    await stage.press(key)
    assert not stage.reader.source._shown.known


@of("reader.new-first")
async def _(stage: Stage, key: str) -> None:
    best = learn(stage)
    assert best in stage.summary.kept
    assert "5 of 45 sentences · 1 known to you" in stage.text
    await stage.press(key)
    assert best not in stage.summary.kept
    assert "5 of 45 sentences · new first" in stage.text
    await stage.press(key)
    assert best in stage.summary.kept


@of("reader.where-read")
async def _(stage: Stage, key: str) -> None:
    path = Path("read.txt").resolve()
    best = learn(stage, str(path))
    words = stage.reading.article.sentences[best].text
    path.write_text(f"Elsewhere\n\nNothing happened for a day. {words}\n")
    stage.app.session.memory.use(lambda store: store.articles.note(Facts(str(path), "E")), None)
    reader = stage.reader
    stage.at(best)
    await stage.press(key)
    assert stage.reader.item.path == path
    assert stage.reader.sentence == stage.reading.article.sentences[-1].index
    await stage.press("backspace")
    assert stage.reader is reader
    assert reader.source.cursor == best


@of("reader.pin")
async def _(stage: Stage, key: str) -> None:
    last = stage.reading.ranking.order[-1]
    stage.at(last)
    await stage.press(key)
    assert last in stage.summary.kept
    assert f"{stage.summary.indices.index(last) + 1}*" in stage.text
    await stage.press(key)
    assert last not in stage.summary.kept


@of("reader.drop")
async def _(stage: Stage, key: str) -> None:
    best = stage.reading.ranking.order[0]
    stage.at(best)
    await stage.press(key)
    assert best not in stage.reading.ranking.order
    assert "dropped by you" in stage.text
    await stage.press(key)
    assert best in stage.summary.kept


@of("reader.search")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key, *"nato")
    assert "1 of 1" in stage.text
    sentence = stage.reading.article.sentences[stage.reader.source.cursor]
    assert "NATO" in sentence.text


@of("reader.compare")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert isinstance(stage.screen, CompareScreen)
    assert "LexRank   " in stage.text


@of("reader.copy")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.app.clipboard == stage.summary.text


@of("reader.library")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert isinstance(stage.screen, LibraryScreen)
    assert "Was das Regenradar nachts sieht" in stage.text


@of("reader.help")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert isinstance(stage.screen, HelpScreen)
    assert "Move to the next sentence" in stage.text


@of("reader.quit")
@of("reader.up")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.exits


async def switches(stage: Stage, key: str) -> None:
    """A key that goes to the other pane and back."""
    await stage.press(key)
    assert stage.reader.summary.has_focus
    await stage.press("G")
    assert stage.reader.source.cursor == stage.summary.indices[-1]
    await stage.press(key)
    assert stage.reader.source.has_focus


of("reader.switch")(switches)
of("reader.switch-back")(switches)


@of("reader.to-summary")
async def _(stage: Stage, key: str) -> None:
    stage.at(3)
    await stage.press(key)
    assert stage.reader.summary.has_focus


@of("reader.to-source")
async def _(stage: Stage, key: str) -> None:
    stage.reader.summary.focus()
    await stage.press(key)
    assert stage.reader.source.has_focus


@of("reader.back")
async def _(stage: Stage, key: str) -> None:
    stage.reader.summary.focus()
    await stage.press("g", "enter", key)
    assert stage.reader.summary.has_focus
    assert stage.reader.summary.cursor == stage.summary.indices[0]


@of("reader.forward")
async def _(stage: Stage, key: str) -> None:
    stage.reader.summary.focus()
    await stage.press("G", "enter", "backspace", key)
    assert stage.reader.source.has_focus
    assert stage.reader.source.cursor == stage.summary.indices[-1]


@of("length.here")
async def _(stage: Stage, key: str) -> None:
    target = stage.reading.ranking.order[11]
    stage.at(target)
    await stage.press(key)
    assert stage.summary.size == 12
    assert target in stage.summary.kept


@of("reader.next-mark")
async def _(stage: Stage, key: str) -> None:
    stage.at(0)
    kept = stage.summary.indices
    await stage.press(key)
    assert stage.reader.source.cursor == kept[0]
    await stage.press(key)
    assert stage.reader.source.cursor == kept[1]
    assert "kept as 2" in stage.text


@of("reader.previous-mark")
async def _(stage: Stage, key: str) -> None:
    stage.at(len(stage.reading.article.sentences) - 1)
    kept = stage.summary.indices
    await stage.press(key)
    assert stage.reader.source.cursor == kept[-1]
    await stage.press(key)
    assert stage.reader.source.cursor == kept[-2]


@of("reader.page")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert "breadcrumb" in stage.text
    assert "chance inside" in stage.text


@of("reader.copy-sentence")
async def _(stage: Stage, key: str) -> None:
    left_out = min(set(stage.reading.article.candidates) - set(stage.summary.kept))
    text = stage.reading.article.sentences[left_out].text
    stage.at(left_out)
    await stage.press(key)
    assert stage.app.clipboard == text


@of("reader.open-link")
async def _(stage: Stage, key: str) -> None:
    stage.at(20)
    await stage.press(key)
    stage.linked(20, "https://harbour.example/news")
    with patch.dict(os.environ, BROWSER=f"{sys.executable} -c '' %s"):
        await stage.press(key)
    said = [notice.message for notice in stage.app._notifications]
    assert said == ["Opening https://harbour.example/news"]


@of("reader.copy-link")
async def _(stage: Stage, key: str) -> None:
    stage.at(20)
    stage.linked(20, "https://harbour.example/news")
    await stage.press(key)
    assert stage.app.clipboard == "https://harbour.example/news"


@of("reader.copy-selection")
async def _(stage: Stage, key: str) -> None:
    left_out = min(set(stage.reading.article.candidates) - set(stage.summary.kept))
    text = stage.reading.article.sentences[left_out].text
    stage.at(left_out)
    await stage.press(key)
    assert stage.app.clipboard == text
    stage.reader.selections = {stage.reader.summary: SELECT_ALL}
    await stage.press(key)
    assert all(sentence.text in stage.app.clipboard for sentence in stage.summary.sentences)
    assert text not in stage.app.clipboard


@of("reader.write")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert "Write to" in stage.text
    await stage.press(*"short.txt", "enter")
    assert Path("short.txt").read_text("utf-8").strip() == stage.summary.text.strip()


@of("reader.layout")
async def _(stage: Stage, key: str) -> None:
    panes = [stage.reader.query_one(f"#{name}-pane") for name in ("summary", "source")]
    seen = []
    for _ in range(4):
        await stage.press(key)
        seen.append(tuple(pane.is_on_screen for pane in panes))
    assert seen == [(True, False), (False, True), (False, True), (True, True)]


@of("reader.heat")
async def _(stage: Stage, key: str) -> None:
    plain = stage.text
    await stage.press(key)
    assert stage.text.count("▎") > plain.count("▎")
    await stage.press(key)
    assert stage.text == plain


@of("reader.terms")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader.query_one(KeyTerms).has_focus
    await stage.press(key)
    assert stage.reader.asking.purpose is Purpose.FOCUS
    await stage.press(*"Crimea", "enter")
    assert any("Crimea" in sentence.text for sentence in stage.summary.sentences)


@of("reader.left-out")
async def _(stage: Stage, key: str) -> None:
    stage.at(0)
    skipped = stage.summary.coverage.skipped
    seen = []
    for _ in skipped:
        await stage.press(key)
        seen.append(stage.reading.article.sentences[stage.reader.source.cursor].paragraph)
    assert seen == list(skipped)


@of("reader.add")
async def _(stage: Stage, key: str) -> None:
    kept, target = stage.summary.kept, stage.reading.ranking.order[20]
    stage.at(target)
    await stage.press(key)
    assert stage.summary.kept == kept | {target}


@of("reader.add-before")
async def _(stage: Stage, key: str) -> None:
    stage.reader.use_method("lexrank")
    await stage.press()
    ranking = stage.reading.ranking
    size = next((size for size in range(1, 45) if ranking.select(size).dangling), 0)
    assert size, "no sentence that points back to one left out"
    stage.sized(size)
    sentence, before = next(iter(stage.summary.dangling.items()))
    stage.at(sentence)
    await stage.press(key)
    assert {sentence, before} <= stage.summary.kept
    assert stage.summary.size == size + 1


@of("reader.block")
async def _(stage: Stage, key: str) -> None:
    promotion = next(p for p in stage.reading.article.paragraphs if p.boilerplate)
    stage.at(promotion.first)
    await stage.press(key)
    assert stage.reading.article.paragraphs[promotion.index].boilerplate is None
    await stage.press(key)
    assert stage.reading.article.paragraphs[promotion.index].boilerplate


@of("reader.restore-all")
async def _(stage: Stage, key: str) -> None:
    assert "title again" in stage.text
    await stage.press(key)
    assert not any(p.boilerplate for p in stage.reading.article.paragraphs)
    assert "title again" not in stage.text
    await stage.press(key)
    assert [said.message for said in stage.app._notifications] == ["Nothing is left out."]


@of("reader.undo")
async def _(stage: Stage, key: str) -> None:
    last = stage.reading.ranking.order[-1]
    stage.at(last)
    await stage.press("asterisk")
    assert last in stage.summary.kept
    await stage.press(key)
    assert last not in stage.summary.kept


@of("reader.afresh")
async def _(stage: Stage, key: str) -> None:
    stage.at(stage.reading.ranking.order[-1])
    await stage.press("asterisk", "plus", "z")
    await stage.press(key)
    assert "5 of 45 sentences" in stage.text
    assert not stage.reading.state.choices.pins
    assert stage.reader.source.cursor == stage.reading.article.candidates[0]


@of("reader.redo")
async def _(stage: Stage, key: str) -> None:
    last = stage.reading.ranking.order[-1]
    stage.at(last)
    await stage.press("asterisk", "u")
    assert last not in stage.summary.kept
    await stage.press(key)
    assert last in stage.summary.kept


@of("reader.feeds")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert [said.message for said in stage.app._notifications] == ["This article names no feed."]
    feed = Feed("News of the harbour", "https://harbour.example/rss")
    other = Feed("", "https://harbour.example/comments")
    stage.reading.loaded = replace(stage.reading.loaded, feeds=(feed, other), site="The Harbour")
    stage.reading._articles[()] = stage.reading.loaded
    await stage.press(key)
    assert isinstance(stage.app.screen, LibraryScreen)
    for words in ("Feeds of The Harbour", feed.title, "harbour.example/comments"):
        assert words in stage.text


@of("reader.edit")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)  # the tests have no terminal that an editor could have
    said = [notice.message for notice in stage.app._notifications]
    assert said == ["There is no terminal that an editor could have."]


@of("reader.anew")
async def _(stage: Stage, key: str) -> None:
    stage.sized(3)
    await stage.press(key)
    assert [said.message for said in stage.app._notifications] == ["It has not changed."]
    assert stage.summary.size == 3


@of("reader.escape")
async def _(stage: Stage, key: str) -> None:
    await stage.press("e", "slash", *"nato", "enter", "t")
    assert stage.reader.search.found
    await stage.press(key)
    assert not stage.reader.search.found
    await stage.press(key)
    assert stage.reader.source.has_focus
    assert stage.reader.panes.explain_panel is not None
    await stage.press(key)
    assert stage.reader.panes.explain_panel is None
