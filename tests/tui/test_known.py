"""What is new to the reader: dimmed and put last is what was read before, and it is gone to."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from summarise.novelty import terms
from tests.summarise.chains import chain
from tests.tui.driving import app_on, press, request_for, said, settle
from tests.tui.screen_text import screen_text
from tests.tui.stores import Clock, text_of
from tests.tui.test_colours import READ_IN, TERMINALS, check_screen
from tui.app import SummariseApp
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.state.knowing import Knowing
from tui.state.library.listing import Order
from tui.state.memory import Memory
from tui.state.session import Session
from tui.state.settings import Settings
from tui.state.store import Facts, KeptReading, Mark
from tui.state.store.articles import reading_of_json
from tui.state.store.store import Store, open_store

BRIDGE = chain("bridge")
PLAIN = Settings(length="5")
WITHOUT = replace(PLAIN, history=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the four reports of a chain, in their order."""
    where = tmp_path / "reports"
    where.mkdir()
    for number, report in enumerate(BRIDGE, 1):
        (where / f"{number}.txt").write_text(report.text, encoding="utf-8")
    return where


async def read(path: Path, size: tuple[int, int] = (140, 40)) -> None:
    """Look at an article as far as the screen shows it, and leave."""
    async with app_on(path, size=size) as (app, _):
        app.exit()
    app.left()


@asynccontextmanager
async def second(
    folder: Path, *, settings: Settings = PLAIN, size: tuple[int, int] = (140, 40)
) -> AsyncIterator[tuple[SummariseApp, ReaderScreen, Pilot[int]]]:
    """The reader on the second report, after the first was read in a run before."""
    await read(folder / "1.txt")
    async with app_on(folder / "2.txt", settings=settings, size=size) as (app, pilot):
        assert isinstance(app.screen, ReaderScreen)
        yield app, app.screen, pilot
    app.left()


def at(screen: ReaderScreen, words: str) -> int:
    return next(s.index for s in screen.reading.article.sentences if words in s.text)


async def stand(screen: ReaderScreen, pilot: Pilot[int], sentence: int) -> None:
    """Go to a sentence of the source, in the source."""
    screen.source.focus()
    screen.source.move_cursor(sentence)
    await settle(pilot)


def colour(screen: ReaderScreen, words: str) -> str:
    """The colour of a sentence of the source, where neither cursor nor mouse is."""
    view = screen.source
    row, _ = view.rows_of(at(screen, words))
    strip = view.render_line(row - view.scroll_offset.y)
    segment = next(
        s
        for s in strip
        if s.text.strip()
        and s.style.meta.get("sentence") == at(screen, words)
        and not s.style.meta.get("label")
    )
    return str(segment.style.color)


async def test_d_dims_what_was_read_before_and_d_again_ends_it(folder: Path):
    async with second(folder) as (app, screen, pilot):
        screen.reading.keep(1)
        await stand(screen, pilot, at(screen, "Shopkeepers"))
        assert "1 of 8 sentences · none known to you" in screen_text(app)
        new, old = "Repairs will cost", "engineer, has said"
        bright = colour(screen, new)
        assert colour(screen, old) == bright
        await press(pilot, "D")
        assert said(app) == ["4 of 8 sentences are known to you."]
        assert colour(screen, new) == bright
        assert colour(screen, old) != bright
        screen.reading.keep(8)
        await press(pilot)
        assert "8 of 8 sentences · 4 known to you" in screen_text(app)
        assert colour(screen, old) != colour(screen, new)  # on the tint of the kept, too
        await press(pilot, "D")
        assert colour(screen, old) == colour(screen, new)
        assert said(app) == ["What you have read before is not dimmed."]


@pytest.mark.parametrize("terminal", TERMINALS)
async def test_what_is_dimmed_can_be_read_in_every_theme(
    folder: Path, terminal: str, monkeypatch: pytest.MonkeyPatch
):
    for name, value in TERMINALS[terminal].items():
        monkeypatch.setenv(name, value)
    async with second(folder) as (app, screen, pilot):
        screen.reading.keep(6)
        await press(pilot, "D", "H")
        for theme in READ_IN:
            app.clear_notifications()
            app.theme = theme
            await pilot.pause()
            check_screen(app, theme)


async def test_w_begins_the_summary_with_what_is_new_and_is_undone(folder: Path):
    async with second(folder) as (app, screen, pilot):
        reading = screen.reading
        reading.keep(4)
        known = reading.known.seen.keys()
        before = reading.summary.kept
        assert before & known
        await press(pilot, "W")
        assert said(app)[0].startswith("4 of 8 sentences are known to you: they come last.")
        assert not reading.summary.kept & known
        assert screen.source.cursor == screen.summary.cursor, "both panes are at one place"
        assert "4 of 8 sentences · new first · 50 %" in screen_text(app)
        shorter = reading.summary.kept
        reading.keep(5)
        assert shorter < reading.summary.kept
        assert len(reading.summary.kept & known) == 1
        await settle(pilot)
        assert "5 of 8 sentences · new first, 1 known" in screen_text(app)
        reading.keep(4)
        await press(pilot, "W")
        assert reading.summary.kept == before
        await press(pilot, "u")
        undone = "Undone: what is new no longer first; now what is new first."
        assert said(app)[0].startswith(undone)
        assert not reading.summary.kept & known


async def test_what_is_pinned_comes_first_though_it_is_known(folder: Path):
    async with second(folder) as (_, screen, pilot):
        old = at(screen, "engineer, has said")
        await press(pilot, "W")
        await stand(screen, pilot, old)
        await press(pilot, "asterisk")
        screen.reading.keep(1)
        assert screen.reading.summary.kept == {old}


async def test_b_goes_to_where_it_was_read_and_backspace_comes_back(folder: Path):
    async with second(folder) as (app, screen, pilot):
        await stand(screen, pilot, at(screen, "engineer, has said"))
        assert "¶ 2, sentence 1 · known to you, I shows where · " in screen_text(app)
        await press(pilot, "I")
        first = app.screen
        assert isinstance(first, ReaderScreen)
        assert first.item.path == folder / "1.txt"
        assert first.source.has_focus
        assert first.source.cursor == at(first, "nobody had been in danger")
        await press(pilot, "backspace")
        assert app.screen is screen
        assert screen.source.cursor == at(screen, "engineer, has said")
        await press(pilot, "backspace")
        assert said(app) == ["Nowhere to go back to."]


def left_at(app: SummariseApp, path: Path) -> tuple[str, float]:
    """The words at which an article was left, and how far into it that is."""
    record = app.session.memory.use(lambda store: store.articles.find(str(path)), None)
    reading = None if record is None else record.reading
    assert reading is not None
    return "" if reading.place is None else reading.place.text, reading.reached


async def test_a_look_at_where_it_was_read_does_not_move_the_place_there(folder: Path):
    async with second(folder) as (app, screen, pilot):
        before = left_at(app, folder / "1.txt")
        await stand(screen, pilot, at(screen, "engineer, has said"))
        await press(pilot, "I")
        looked = app.screen
        assert isinstance(looked, ReaderScreen)
        assert looked.source.cursor == at(looked, "nobody had been in danger")
        app.session.keeper.keep()
        assert left_at(app, folder / "1.txt") == before
        await press(pilot, "backspace")
        app.session.keeper.keep()
        assert left_at(app, folder / "1.txt") == before
        app.open_source(looked.item)
        await settle(pilot)
        again = app.screen
        assert isinstance(again, ReaderScreen)
        assert again.item.key == looked.item.key
        assert again.reading.state.place != at(again, "nobody had been in danger")


async def test_who_reads_on_from_a_look_is_there_the_next_time(folder: Path):
    async with second(folder) as (app, screen, pilot):
        await stand(screen, pilot, at(screen, "engineer, has said"))
        await press(pilot, "I", "j")
        looked = app.screen
        assert isinstance(looked, ReaderScreen)
        here = looked.reading.article.sentences[looked.source.cursor].text
        await press(pilot, "backspace", "backspace")
        app.session.keeper.keep()
        assert left_at(app, folder / "1.txt")[0] == here


async def test_a_look_into_an_article_of_this_run_leads_back_to_its_place(folder: Path):
    async with app_on(folder / "1.txt") as (app, pilot):
        first = app.screen
        assert isinstance(first, ReaderScreen)
        await stand(first, pilot, 0)
        await press(pilot, "J")
        second = app.screen
        assert isinstance(second, ReaderScreen)
        await stand(second, pilot, at(second, "engineer, has said"))
        await press(pilot, "I")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.path == folder / "1.txt"
        await press(pilot, "backspace")
        app.session.keeper.keep()
        assert left_at(app, folder / "1.txt")[1] == 0


async def test_once_the_library_was_seen_backspace_leads_to_no_other_article(folder: Path):
    async with second(folder) as (app, screen, pilot):
        await stand(screen, pilot, at(screen, "engineer, has said"))
        for key in ("I", "o", "enter"):
            await press(pilot, key)
        first = app.screen
        assert isinstance(first, ReaderScreen)
        assert first.item.path == folder / "1.txt"
        await press(pilot, "backspace")
        assert app.screen is first
        assert said(app) == ["Nowhere to go back to."]


async def test_b_on_what_is_new_says_so(folder: Path):
    async with second(folder) as (app, screen, pilot):
        await stand(screen, pilot, at(screen, "Shopkeepers"))
        await press(pilot, "I")
        assert app.screen is screen
        assert said(app) == ["This sentence is new to you."]


async def test_b_on_an_article_whose_file_is_gone_says_why(folder: Path):
    async with second(folder) as (app, screen, pilot):
        (folder / "1.txt").unlink()
        await stand(screen, pilot, at(screen, "engineer, has said"))
        await press(pilot, "I")
        assert "1.txt" in screen_text(app)
        assert isinstance(app.screen, LibraryScreen)


async def test_the_explanation_quotes_what_was_read(folder: Path):
    async with second(folder, size=(80, 40)) as (app, screen, pilot):
        await stand(screen, pilot, at(screen, "engineer, has said"))
        await press(pilot, "e")
        shown = " ".join(screen_text(app).replace("▌", "").split())
        assert "Known to you: in “Old bridge over the Marn" in shown
        assert "nobody had been in danger at any time.”: I goes there." in shown


async def test_dimming_and_new_first_are_there_again_in_the_next_run(folder: Path):
    async with second(folder) as (app, screen, pilot):
        await press(pilot, "D", "W")
        kept = screen.reading.summary.kept
    async with app_on(folder / "2.txt") as (app, pilot):
        assert "what is new first, what you have read is dimmed" in said(app)[0]
        assert isinstance(app.screen, ReaderScreen)
        state = app.screen.reading.state
        assert (state.dims_known, state.new_first) == (True, True)
        assert app.screen.reading.summary.kept == kept


async def test_a_setting_dims_from_the_start(folder: Path):
    settings = replace(PLAIN, dim_known=True)
    async with second(folder, settings=settings) as (_, screen, _):
        assert colour(screen, "Shopkeepers") != colour(screen, "engineer, has said")


async def test_what_was_read_later_makes_an_article_no_less_new(folder: Path):
    async with second(folder):
        pass
    async with app_on(folder / "1.txt") as (app, pilot):
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "D")
        assert app.screen.reading.known.seen == {}
        assert said(app) == ["Nothing in this article was read before."]


async def test_the_same_article_under_another_name_is_not_compared_with_itself(folder: Path):
    (folder / "copy.txt").write_bytes((folder / "1.txt").read_bytes())
    await read(folder / "1.txt")
    async with app_on(folder / "copy.txt") as (app, _):
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading.known.seen == {}


async def test_an_article_of_this_very_run_counts_as_read(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "enter")
        await press(pilot, "J")
        assert isinstance(app.screen, ReaderScreen)
        assert len(app.screen.reading.known.seen) == 4


async def test_what_is_not_marked_read_is_not_known(folder: Path):
    async with second(folder) as (app, _, _):
        app.session.memory.use(
            lambda store: store.articles.mark_again([str(folder / "1.txt")], Mark.READ, False), ()
        )
    (folder / "2.txt").write_text(BRIDGE[1].text + "More.", encoding="utf-8")
    async with app_on(folder / "2.txt") as (app, _):
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading.known.seen == {}


async def test_without_history_nothing_is_looked_for_and_the_keys_say_why(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    await read(folder / "1.txt")

    def fails(*_: object) -> None:
        raise AssertionError("nothing may be asked")

    monkeypatch.setattr("tui.state.knowing.Knowing.among", fails)
    monkeypatch.setattr("tui.state.session.Session.known", fails)
    async with app_on(folder / "2.txt", settings=WITHOUT) as (app, pilot):
        assert isinstance(app.screen, ReaderScreen)
        before = app.screen.reading.state
        for key in "DWI":
            await press(pilot, key)
            assert said(app) == [
                "What you have read is not known: nothing is remembered in this run."
            ]
        assert app.screen.reading.state == before
        assert "known to you" not in screen_text(app)


async def test_keys_act_while_it_is_still_looked_for(folder: Path, monkeypatch):
    go, known = Event(), Session.known

    def slow(*given):
        go.wait(20)
        return known(*given)

    await read(folder / "1.txt")
    monkeypatch.setattr(Session, "known", slow)
    app = SummariseApp(request_for(folder / "2.txt", settings=PLAIN))
    async with app.run_test(size=(140, 40)) as pilot:
        while not (isinstance(app.screen, ReaderScreen) and app.screen.reading.summary):
            await pilot.pause(0.01)
        screen = app.screen
        await pilot.press("D", "plus")
        assert said(app) == ["What you have read before is still being looked for."]
        assert "6 of 8 sentences" in screen_text(app)
        go.set()
        await settle(pilot)
        assert "6 of 8 sentences · " in screen_text(app)
        assert "known to you" in screen_text(app)
        assert colour(screen, "Shopkeepers") != colour(screen, "Lena Hofstad, the city")


# -- the library


async def by_new(app: SummariseApp, pilot: Pilot[int]) -> LibraryScreen:
    """The library, sorted by how much is new."""
    assert isinstance(app.screen, LibraryScreen)
    while app.screen._wanted.order is not Order.NEW:
        await press(pilot, "S")
    return app.screen


def names(screen: LibraryScreen) -> list[str]:
    return [Path(key).stem for key in screen.choices.keys]


async def test_the_library_is_sorted_by_how_much_is_new(folder: Path, monkeypatch):
    monkeypatch.setattr("tui.state.library.survey._REST", 0.001)
    other = chain("comet")[0]
    (folder / "comet.txt").write_text(other.text, encoding="utf-8")
    async with app_on(folder, size=(140, 40)) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "q")
        screen = await by_new(app, pilot)
        assert said(app) == ["Sorted: most new to you first."]
        assert names(screen) == ["1", "comet", "3", "4", "2"]
        before = screen.library.new[str(folder / "4.txt")]
        text = screen_text(app)
        assert "100 % new" in text
        assert "50 % new" in text
        await press(pilot, "g", "j", "j", "enter")  # the third is read, too
        await press(pilot, "q")
        assert names(screen)[:2] == ["1", "comet"]
        assert screen.library.new[str(folder / "4.txt")] <= before


async def test_an_article_that_is_only_marked_read_is_known_too(folder: Path):
    async with app_on(folder, size=(80, 30)) as (app, pilot):
        await press(pilot, "g", "m")
        screen = await by_new(app, pilot)
        assert screen.library.new[str(folder / "2.txt")] == 0.5
        assert "50 % new" in screen_text(app)
        await press(pilot, "u")
        screen._look_at_all()
        await settle(pilot)
        assert screen.library.new[str(folder / "2.txt")] == 1


async def test_without_history_the_library_has_no_such_order(folder: Path):
    async with app_on(folder, settings=WITHOUT) as (app, pilot):
        assert isinstance(app.screen, LibraryScreen)
        for _ in Order:
            await press(pilot, "S")
            assert app.screen._wanted.order is not Order.NEW


# -- the store


def filled(store: Store, clock: Clock) -> None:
    """The reports of a chain, the first two of which are read, and as many others that are."""
    for number, report in enumerate(BRIDGE):
        facts = Facts(f"bridge {number}", report.title, language="en", date=report.date)
        store.articles.note(facts, text_of(*report.sentences))
        if number < 2:
            store.articles.mark([facts], Mark.READ)
        clock.now += 60
    for number, report in enumerate(chain("comet")):
        facts = Facts(f"comet {number}", report.title, language="en")
        store.articles.open(facts, f"digest {number}", text_of(*report.sentences))


TERMS = {"bridge": 2.0, "marn": 2.0, "hofsta": 2.0, "crack": 1.0, "…": 1.0, "ice-cr": 1.0}


def test_the_store_finds_what_was_read_by_rare_terms_and_nothing_else(tmp_path: Path):
    clock = Clock()
    store = open_store(tmp_path / "library.db", clock=clock)
    filled(store, clock)
    found = store.search.read_like(TERMS, 6, "bridge 2")
    assert [record.key for record, _ in found] == ["bridge 0", "bridge 1"]
    assert found[0][1].text.startswith("The Tanner's Bridge over the river Marn")
    assert store.search.read_like({}, 6, "bridge 2") == []
    assert store.search.read_like({"zebra": 1.0, '"': 1.0, "*": 1.0}, 6, "x") == []


def test_nothing_is_looked_up_for_the_first_article_that_is_read(tmp_path: Path, monkeypatch):
    """The terms of a novel take a fifth of a second, and there is nothing to compare them with."""
    looked: list[str] = []
    found_by = terms.looked_up
    monkeypatch.setattr(
        terms, "looked_up", lambda *asked: looked.append("looked") or found_by(*asked)
    )
    store = open_store(tmp_path / "library.db", clock=Clock())
    sentences = dict(enumerate(BRIDGE[1].sentences))
    knowing = Knowing(Memory(path=tmp_path / "library.db"))
    store.articles.open(Facts("own", "own", language="en"), "own", text_of(*BRIDGE[1].sentences))
    known = knowing.among("own", sentences, "en", "")
    assert (len(known.seen), known.judged, looked) == (0, len(sentences), [])
    other = Facts("other", "other", language="en")
    store.articles.note(other, text_of(*BRIDGE[0].sentences))
    assert knowing.among("own", sentences, "en", "").seen == {}  # it is kept, and was not read
    assert not looked
    store.articles.mark([other], Mark.READ)
    assert knowing.among("new", sentences, "en", "").seen
    assert looked


def test_what_another_instance_marks_read_is_found_at_once(tmp_path: Path):
    path = tmp_path / "library.db"
    clock = Clock()
    one, other = open_store(path, clock=clock), open_store(path, clock=clock)
    filled(one, clock)
    assert len(other.search.read_like(TERMS, 6, "new")) == 2
    other.articles.mark_again(["bridge 2"], Mark.READ, True)
    assert len(one.search.read_like(TERMS, 6, "new")) == 3
    one.articles.forget(["bridge 0"])
    assert {r.key for r, _ in other.search.read_like(TERMS, 6, "new")} == {"bridge 1", "bridge 2"}


def test_a_store_that_is_only_read_finds_it_too_and_is_not_changed(tmp_path: Path):
    path = tmp_path / "library.db"
    store = open_store(path, clock=(clock := Clock()))
    filled(store, clock)
    store.close()
    with sqlite3.connect(path) as connection:  # as a newer version leaves it
        connection.execute("pragma user_version = 99")
    connection.close()
    before = path.read_bytes()
    store = open_store(path)
    assert store.read_only
    assert len(store.search.read_like(TERMS, 6, "new")) == 2
    store.close()
    assert path.read_bytes() == before


def test_scripts_without_spaces_are_found_by_pairs(tmp_path: Path):
    store = open_store(tmp_path / "library.db")
    facts = Facts("bay", "東京の橋", language="ja")
    store.articles.open(facts, "digest", text_of("新しい橋が東京湾に開通した。"))
    (found,) = store.search.read_like({"東京": 1.0, "京湾": 1.0}, 6, "new")
    assert found[0].key == "bay"


# -- what counts as read


def long_report(folder: Path) -> Path:
    """A long article of which the first report is the end, far below the first screen."""
    before = [
        f"Chapter notes {n} concern basket weaving in valley number {n}, by hand and by lamplight."
        for n in range(200)
    ]
    path = folder / "long.txt"
    path.write_text("\n\n".join([*before, BRIDGE[0].text]), encoding="utf-8")
    return path


async def known_in_the_second(folder: Path) -> int:
    async with app_on(folder / "2.txt", settings=PLAIN) as (app, _):
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading.known is not None
        return len(app.screen.reading.known.seen)


async def test_what_was_never_on_the_screen_is_not_known(folder: Path):
    path = long_report(folder)
    async with app_on(path, settings=replace(PLAIN, length="1")) as (app, pilot):
        await press(pilot, "l", "g")
        app.exit()
    app.left()
    assert await known_in_the_second(folder) == 0


@pytest.mark.parametrize("leaves", [True, False])
async def test_what_was_on_the_screen_is_known_however_the_reader_came_there(
    folder: Path, leaves: bool
):
    path = long_report(folder)
    async with app_on(path, settings=replace(PLAIN, length="1")) as (app, pilot):
        await press(pilot, "l", "G")
        if not leaves:  # it was looked at while it was read, and then gone from
            app._keep()
            await press(pilot, "g")
        app.exit()
    app.left()
    assert await known_in_the_second(folder) == 1


async def test_what_was_read_stays_read_when_more_is_read_the_next_time(folder: Path):
    path = long_report(folder)
    for keys in (("l", "G"), ("l", "g"), ("l", "g")):
        async with app_on(path, settings=replace(PLAIN, length="1")) as (app, pilot):
            await press(pilot, *keys)
            app.exit()
        app.left()
    path.write_text(f"A new first line.\n\n{path.read_text('utf-8')}", encoding="utf-8")
    async with app_on(path, settings=replace(PLAIN, length="1")) as (app, pilot):
        await press(pilot, "l", "g")
        app.exit()
    app.left()
    assert await known_in_the_second(folder) == 1


async def test_what_the_reader_says_is_read_is_known_as_a_whole(folder: Path):
    path = long_report(folder)
    async with app_on(path, settings=replace(PLAIN, length="1")) as (app, pilot):
        await press(pilot, "l", "g")
        source = app.screen.item
        app.library.toggle(source, Mark.READ)  # no longer: it was opened
        app.library.toggle(source, Mark.READ)
        app.exit()
    app.left()
    assert await known_in_the_second(folder) == 1


async def test_of_an_article_of_an_earlier_program_what_stands_up_to_its_place_is_known(
    folder: Path,
):
    await read(folder / "1.txt")
    key = str(folder / "1.txt")
    async with app_on(folder / "2.txt", settings=PLAIN) as (app, _):
        assert isinstance(app.screen, ReaderScreen)
        assert len(app.screen.reading.known.seen) == 4

        def back_then(store: Store) -> None:
            kept = store.articles.find(key).reading
            store.articles.leave(key, replace(kept, seen=None, reached=0.0))

        app.session.memory.use(back_then, None)
        found = app.session.knowing.of(app.screen.item, app.screen.reading.loaded)
        assert found.seen == {}


def test_runs_of_sentences_that_make_no_sense_are_no_reason_to_fail(tmp_path: Path):
    store = open_store(tmp_path / "library.db", clock=Clock())
    store.articles.open(Facts("a", "A"), "1", text_of("Ferry ice. Harbour ice."))
    store.articles.leave("a", KeptReading("salience", "5", seen=((-3, 1), (1, 10**12))))
    kept = store.articles.find("a").reading
    store.close()
    assert kept.read_of(2) == {0, 1}
    assert reading_of_json('{"method":"m","length":"5","seen":7}') is None
