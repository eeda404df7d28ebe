"""The reader on the sample: what someone at the keyboard or mouse sees."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input
from textual.widgets._toast import Toast

from summarise.index import Index
from summarise.length import Length
from tests.tui.document_app import in_sight
from tests.tui.driving import SAMPLE, SEEDS, app_on, reader_on, request_for, said, settle
from tests.tui.screen_text import screen_lines, screen_text, style_of, widget_lines
from tui.app import SummariseApp
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.methods import MethodScreen
from tui.screens.reader import ReaderScreen
from tui.screens.reader import screen as reader_screen
from tui.state.settings import Settings
from tui.widgets.document_view import DocumentView
from tui.widgets.key_bar import KeyBar
from tui.widgets.key_terms import KeyTerms
from tui.widgets.prompt import Prompt


def at(screen: ReaderScreen, sentence: int) -> None:
    """Go to a sentence of the source, in the source."""
    screen.panes.go_into(screen.source)
    screen.source.move_cursor(sentence)


async def test_opens_with_summary_beside_source():
    async with reader_on() as (screen, _):
        text = screen_text(screen.app)
        assert "How Russia is losing one of its allies to one of its worst enemies" in text
        assert "English" in text
        assert "5 of 45 sentences" in text
        assert screen.reading and screen.reading.summary
        first = screen.reading.summary.sentences[0].text
        assert first[:25] in text
        assert "promotion" in text


async def test_boilerplate_is_dimmed_with_its_reason_and_never_picked():
    async with reader_on(size=(120, 60)) as (screen, pilot):
        for _ in range(40):
            await pilot.press("plus")
        await settle(pilot)
        summary = screen.reading.summary
        assert summary.size == 45
        assert not any(s.boilerplate for s in summary.sentences)
        await pilot.press("g")
        await settle(pilot)
        assert "title again" in screen_text(screen.app)


async def test_length_follows_the_keys_and_is_nested():
    async with reader_on() as (screen, pilot):
        before = screen.reading.summary.kept
        await pilot.press("plus")
        await settle(pilot)
        longer = screen.reading.summary.kept
        assert len(longer) == 6
        assert before < longer
        await pilot.press("minus", "minus")
        await settle(pilot)
        assert screen.reading.summary.kept < longer
        assert "4 of 45 sentences" in screen_text(screen.app)


async def test_length_bar_drag_changes_the_summary():
    async with reader_on(size=(140, 40)) as (screen, pilot):
        bar = screen.widgets.bar
        await pilot.mouse_down(bar, offset=(3, 0))
        await pilot.hover(bar, offset=(bar.size.width - 1, 0))
        await pilot.mouse_up(bar, offset=(bar.size.width - 1, 0))
        await settle(pilot)
        assert screen.reading.summary.size == 45


@pytest.mark.parametrize(
    ("typed", "size"), [("20%", 9), ("3", 3), ("100w", None), ("1min", None), ("280c", None)]
)
async def test_length_can_be_typed(typed: str, size: int | None):
    async with reader_on() as (screen, pilot):
        await pilot.press("colon")
        await settle(pilot)
        screen.query_one(Prompt).query_one("Input").value = typed
        await pilot.press("enter")
        await settle(pilot)
        summary = screen.reading.summary
        assert summary.length == Length.parse(typed)
        assert size is None or summary.size == size
        assert not screen.query(Prompt)


async def test_a_wrong_length_is_explained_and_can_be_corrected():
    async with reader_on() as (screen, pilot):
        await pilot.press("colon", *"lots", "enter")
        await settle(pilot)
        assert "'lots' is not understood: write 5, 20%" in screen_text(screen.app)
        await pilot.press("escape")
        await settle(pilot)
        assert screen.reading.summary.size == 5


@pytest.mark.parametrize(("typed", "meant"), [("q", 0), ("qa", 0), ("help", None)])
async def test_what_is_typed_out_of_habit_is_not_taken_for_a_length(typed: str, meant: int | None):
    async with reader_on() as (screen, pilot):
        await pilot.press("colon", *typed, "enter")
        await pilot.pause()
        assert screen.app.return_code == meant
        assert screen.app.screen is screen or isinstance(screen.app.screen, HelpScreen)


async def test_a_share_of_more_than_all_is_told_as_on_the_command_line():
    async with reader_on() as (screen, pilot):
        await pilot.press("colon", *"500", "percent_sign", "enter")
        await settle(pilot)
        assert "a share is at most 100%" in screen_text(screen.app)


async def test_a_file_that_is_there_is_written_over_when_its_name_is_entered_again(
    tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    name = "how-russia-is-losing-one-of-its-allies-to-one-of-its-worst.md"
    async with reader_on(size=(140, 40)) as (screen, pilot):
        await pilot.press("w", "enter", "plus", "w", "enter")
        await settle(pilot)
        assert "enter again to write over it" in screen_text(screen.app)
        assert "\n*5 of 45 sentences" in Path(name).read_text("utf-8")
        await pilot.press("enter")
        await settle(pilot)
        assert said(screen.app) == [f"Written over {name}."]
        assert "\n*6 of 45 sentences" in Path(name).read_text("utf-8")


async def test_the_article_itself_is_not_written_over_however_often_its_name_is_entered(
    tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "ferry.md"
    article.write_text("# The ferry\n\nIt lay in the ice until March. Nobody crossed.\n", "utf-8")
    before = article.read_bytes()
    async with reader_on(article, size=(140, 40)) as (screen, pilot):
        await pilot.press("w")
        await pilot.pause()
        screen.query_one(Input).value = "ferry.md"
        for _ in range(3):
            await pilot.press("enter")
            await settle(pilot)
            assert "is what is read here: choose another name" in screen_text(screen.app)
    assert article.read_bytes() == before


async def test_an_ending_that_cannot_be_written_leaves_the_name_to_be_corrected(
    tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    async with reader_on() as (screen, pilot):
        await pilot.press("w", *"s.pdf", "enter")
        await settle(pilot)
        assert ".pdf cannot be written: choose one of .txt .md" in screen_text(screen.app)
        assert not list(tmp_path.iterdir())
        await pilot.press("backspace", "backspace", "backspace", *"md", "enter")
        await settle(pilot)
        assert Path("s.md").exists()


async def test_where_nothing_was_left_out_there_is_nothing_to_bring_back(tmp_path: Path):
    page = tmp_path / "bare.txt"
    page.write_text("The ferry sailed in May. The captain was glad of it and said so.\n")
    async with reader_on(page) as (screen, pilot):
        await pilot.press("R")
        await settle(pilot)
        assert said(screen.app) == ["Nothing is left out."]


async def test_moving_in_the_summary_moves_the_source():
    async with reader_on() as (screen, pilot):
        assert screen.summary.has_focus
        await pilot.press("G")
        await settle(pilot)
        last = screen.reading.summary.indices[-1]
        assert screen.summary.cursor == last
        assert screen.source.cursor == last
        assert "kept as 5" in screen_text(screen.app)


async def test_moving_in_the_source_shows_the_link_back():
    async with reader_on() as (screen, pilot):
        kept = screen.reading.summary.indices
        await pilot.press("n")
        await settle(pilot)
        assert screen.source.cursor in kept
        assert screen.summary.cursor == screen.source.cursor
        left_out = next(i for i in screen.reading.article.candidates if i not in kept)
        at(screen, left_out)
        await settle(pilot)
        link = screen.reading.summary.link(left_out)
        assert screen.summary.linked == (link.sentence if link else None)
        facts = screen_text(screen.app)
        assert ("says most of it" in facts) or ("not covered" in facts)


async def test_next_kept_goes_round():
    async with reader_on() as (screen, pilot):
        kept = screen.reading.summary.indices
        seen = []
        for _ in range(len(kept) + 1):
            await pilot.press("n")
            await settle(pilot)
            seen.append(screen.source.cursor)
        assert set(seen) == set(kept)
        await pilot.press("N")
        await settle(pilot)
        assert screen.source.cursor == seen[-2]


async def test_panes_stay_linked_when_keys_and_a_change_overtake_the_cursor():
    async with reader_on() as (screen, pilot):
        first, *_, last = screen.reading.summary.indices
        at(screen, last)
        await settle(pilot)
        # There and back before anyone was told, with a change in between that links the panes.
        screen.source.move_cursor(first)
        screen.reading.lengthen(1)
        screen.source.move_cursor(last)
        await settle(pilot)
        assert (screen.source.cursor, screen.summary.cursor) == (last, last)


async def test_click_on_a_sentence_links_both_ways():
    async with reader_on() as (screen, pilot):
        view = screen.summary
        row = next(y for y in range(view.size.height) if view_sentence(view, y) is not None)
        await pilot.click(view, offset=(8, row))
        await settle(pilot)
        assert screen.summary.cursor == screen.reading.summary.indices[0]
        assert screen.source.cursor == screen.summary.cursor


def view_sentence(view, row: int) -> int | None:
    """The sentence on a row of a view, from what its segments carry."""
    for segment in view.render_line(row):
        if segment.style and "sentence" in segment.style.meta:
            return segment.style.meta["sentence"]
    return None


async def test_a_key_sets_the_length_to_where_a_sentence_enters_and_says_how_to_undo_it():
    async with reader_on() as (screen, pilot):
        target = screen.reading.ranking.order[11]
        at(screen, target)
        await pilot.press("i")
        await settle(pilot)
        assert screen.reading.summary.size == 12
        assert target in screen.reading.summary.kept
        assert said(screen.app) == ["It comes in at 12 sentences; u takes this back."]
        await pilot.press("u")
        await settle(pilot)
        assert screen.reading.summary.size == 5
        assert said(screen.app)[0].startswith("Undone: another length; now 5 sentences. Out: “")


async def test_method_menu_changes_the_method():
    async with reader_on() as (screen, pilot):
        await pilot.press("m")
        await settle(pilot)
        assert isinstance(screen.app.screen, MethodScreen)
        assert "Lead" in screen_text(screen.app)
        screen.app.screen.dismiss("lead")
        await settle(pilot)
        assert screen.reading.state.method == "lead"
        assert screen.reading.summary.indices == screen.reading.article.candidates[:5]


async def test_pin_keeps_a_sentence_and_undo_takes_it_back():
    async with reader_on() as (screen, pilot):
        last = screen.reading.ranking.order[-1]
        at(screen, last)
        await pilot.press("asterisk")
        await settle(pilot)
        assert last in screen.reading.summary.kept
        await pilot.press("minus", "minus", "minus", "minus")
        await settle(pilot)
        assert screen.reading.summary.indices == (last,)
        await pilot.press("u", "u")  # the four steps, then the pin
        await settle(pilot)
        assert last not in screen.reading.summary.kept
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert last in screen.reading.summary.kept


async def test_drop_takes_a_sentence_out_at_every_length():
    async with reader_on() as (screen, pilot):
        best = screen.reading.ranking.order[0]
        at(screen, best)
        await pilot.press("x")
        await settle(pilot)
        assert best not in screen.reading.ranking.order
        assert screen.reading.summary.size == 5
        assert "dropped by you" in screen_text(screen.app)


async def test_a_block_can_be_restored_and_dropped():
    async with reader_on() as (screen, pilot):
        junk = next(p for p in screen.reading.article.paragraphs if p.boilerplate == "promotion")
        at(screen, junk.first)
        await pilot.press("r")
        await settle(pilot)
        assert screen.reading.article.paragraphs[junk.index].boilerplate is None
        assert junk.first in screen.reading.ranking.order
        await pilot.press("r")
        await settle(pilot)
        assert screen.reading.article.paragraphs[junk.index].boilerplate
        await pilot.press("R")
        await settle(pilot)
        assert not any(p.boilerplate for p in screen.reading.article.paragraphs)


async def test_a_term_that_no_sentence_has_is_not_taken():
    async with reader_on() as (screen, pilot):
        await pilot.press("t", "t", *"zebra", "enter")
        assert screen.reading.state.choices.focus == ()
        assert said(screen.app) == ["“zebra” is in no sentence of the article."]
        await pilot.press("t", "t", *"elections", "enter")
        assert screen.reading.state.choices.focus == ("elections",)


async def test_focus_on_a_key_term_brings_its_sentences_forward():
    async with reader_on() as (screen, pilot):
        await pilot.press("t")
        await settle(pilot)
        assert screen.query_one(KeyTerms).has_focus
        await pilot.press("t", *"Crimea", "enter")
        await settle(pilot)
        assert screen.reading.state.choices.focus == ("Crimea",)
        assert any("Crimea" in s.text for s in screen.reading.summary.sentences)
        assert "[Crimea]" in screen_text(screen.app)


async def test_what_a_focus_needs_is_made_once_nothing_else_is_to_be_done_or_it_is_asked_for(
    monkeypatch,
):
    prepared = []
    monkeypatch.setattr(Index, "prepare_steering", lambda index: prepared.append(index))
    async with reader_on() as (screen, pilot):
        assert not prepared, "the summary, and what was read, come first"
        await pilot.press("t")
        await settle(pilot)
        assert prepared == [screen.reading.ranking.index]
    monkeypatch.setattr(reader_screen, "CALM", 0.01)
    async with reader_on() as (_, pilot):
        await pilot.pause(0.1)
        await settle(pilot)
        assert len(prepared) == 2


async def test_search_counts_walks_and_ends():
    async with reader_on() as (screen, pilot):
        await pilot.press("l", "slash", *"nato")
        await settle(pilot)
        assert "1 of " in screen_text(screen.app)
        await pilot.press("enter", "n")
        await settle(pilot)
        place = screen.source.cursor
        assert place is not None
        assert "nato" in screen.reading.article.sentences[place].text.lower()
        await pilot.press("escape", "n")
        await settle(pilot)
        assert screen.source.cursor in screen.reading.summary.kept


async def test_a_search_that_finds_nothing_ends_where_it_began():
    async with reader_on() as (screen, pilot):
        await pilot.press("l", "j")
        await settle(pilot)
        began = screen.source.cursor
        await pilot.press("slash", *"putin")
        await settle(pilot)
        assert screen.source.cursor != began, "it goes along with what is typed"
        await pilot.press(*"zq", "enter")
        await settle(pilot)
        assert screen.source.cursor == began
        assert "not found" in screen_text(screen.app)


async def test_taking_the_suggested_length_again_says_that_it_is_taken():
    async with reader_on() as (screen, pilot):
        await pilot.press("S")
        await settle(pilot)
        assert screen.reading.summary.size == screen.reading.suggested
        assert not said(screen.app)
        await pilot.press("S")
        await settle(pilot)
        assert said(screen.app)[-1] == "That is the suggested length."


async def test_search_minds_case_only_when_the_reader_does():
    async with reader_on() as (screen, pilot):
        await pilot.press("slash", *"nAto", "enter")
        await settle(pilot)
        assert "not found" in screen_text(screen.app)


async def test_unit_of_length_goes_round():
    async with reader_on() as (screen, pilot):
        seen = set()
        for _ in range(5):
            await pilot.press("U")
            await settle(pilot)
            seen.add(screen.widgets.length_facts.text)
        assert len(seen) == 5


async def test_layouts_go_round():
    async with reader_on() as (screen, pilot):
        shown = []
        for _ in range(4):
            await pilot.press("z")
            await settle(pilot)
            shown.append(
                (
                    screen.query_one("#summary-pane").display,
                    screen.query_one("#source-pane").display,
                )
            )
        assert shown == [(True, False), (False, True), (False, True), (True, True)]


async def test_place_length_and_pins_survive_a_visit_to_the_library():
    async with reader_on() as (screen, pilot):
        target = screen.reading.ranking.order[20]
        at(screen, target)
        await pilot.press("asterisk", "plus", "plus", "o")
        await settle(pilot)
        assert isinstance(screen.app.screen, LibraryScreen)
        await pilot.press("enter")
        await settle(pilot)
        again = screen.app.screen
        assert again.reading.state.place == target
        assert again.source.cursor == target
        assert again.reading.summary.size == 7
        assert target in again.reading.summary.kept


@pytest.mark.parametrize("size", [(200, 50), (100, 30), (80, 24), (60, 20), (40, 20), (40, 10)])
async def test_every_size_shows_text_and_takes_keys(size: tuple[int, int]):
    async with reader_on(size=size) as (screen, pilot):
        lines = screen_lines(screen.app)
        assert len(lines) == size[1]
        assert any("Russia" in line for line in lines)
        await pilot.press("j", "tab", "j", "plus", "tab")
        await settle(pilot)
        assert screen.reading.summary.size == 6


async def test_resize_keeps_cursor_and_length():
    async with reader_on(size=(160, 50)) as (screen, pilot):
        await pilot.press("n", "n", "plus")
        place = screen.source.cursor
        for width, height in ((40, 10), (80, 24), (200, 60)):
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            assert screen.source.cursor == place
            assert screen.reading.summary.size == 6


async def test_hostile_text_is_shown_inert(tmp_path: Path):
    page = tmp_path / "hostile.txt"
    page.write_text(
        "A title [/b] of sorts\n\n"
        "The first sentence has [@click=app.quit]a trap[/] in it, and is long enough. "
        "The second one \x1b[31mis red\x1b[0m and \x00 has \u202ea bidi override\u202c inside.\n\n"
        "[sic] The third [draft] sentence closes [/b] what nobody opened, and that is fine.\n"
    )
    async with reader_on(page) as (screen, pilot):
        text = screen_text(screen.app)
        assert "[@click=app.quit]a trap[/]" in " ".join(text.split())
        assert "[/b]" in text
        assert "\x1b" not in screen.reading.article.text
        await pilot.press("plus", "e", "v", "escape", "o")
        await settle(pilot)
        assert screen.app.is_running


@pytest.mark.parametrize(
    "text", ["One sentence only.", "Word", "Two. Words.", "?!", "- a\n- b\n- c", "中文。" * 30]
)
async def test_small_and_odd_articles_open(tmp_path: Path, text: str):
    page = tmp_path / "odd.txt"
    page.write_text(text)
    async with reader_on(page) as (screen, pilot):
        assert screen.reading is not None
        for key in ("plus", "minus", "n", "tab", "j", "enter", "e", "asterisk", "x", "h", "z"):
            await pilot.press(key)
        await settle(pilot)
        assert screen.app.is_running


@pytest.mark.parametrize(
    "content", [b"", b"   \n\n ", b"%PDF-1.7 \x00\x01", b"\x7fELF\x02\x01" + bytes(range(256))]
)
async def test_the_only_file_that_was_named_and_cannot_be_read_ends_with_one_line(
    tmp_path: Path, content: bytes
):
    from tui.app import SummariseApp

    page = tmp_path / "bad.txt"
    page.write_bytes(content)
    (tmp_path / "other.txt").write_text("The ferry sailed. It came back.")
    app = SummariseApp(request_for(page))
    async with app.run_test(size=(100, 30)) as pilot:
        while not app.closing:
            assert not isinstance(app.screen, LibraryScreen), "nobody asked for a folder"
            await pilot.pause(0.002)
    assert app.return_code == 1
    assert app.failure.startswith(f"{page}: ")
    assert len(app.failure.splitlines()) == 1


async def test_one_of_several_that_cannot_be_read_is_told_in_the_library(tmp_path: Path):
    page = tmp_path / "bad.txt"
    page.write_bytes(b"  ")
    async with app_on(page, SAMPLE) as (app, pilot):
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert f"{page}: has no text in it" in screen_text(app)


async def test_every_seed_opens_clean():
    for page in sorted(SEEDS.iterdir()):
        if page.suffix in (".txt", ".md", ".html") and page.stem != "README":
            async with reader_on(page) as (screen, _):
                assert screen.reading.article.title, page.name
                assert screen.reading.summary.size == 5, page.name


async def test_settings_decide_how_a_new_article_opens():
    settings = Settings(unit="words", heat=True, length="3", column=50)
    async with reader_on(settings=settings) as (screen, _):
        assert screen.reading.state.heat
        assert "words" in screen.widgets.length_facts.text
        assert screen.source.max_column == 50


@pytest.mark.parametrize("width", [120, 80, 72])
async def test_a_sentence_that_points_back_shows_it_and_a_adds_the_one_before(
    tmp_path: Path, width: int
):
    page = tmp_path / "town.txt"
    page.write_text(
        "The harbour at Varnholm froze in January for the first time in forty years. "
        "However, the harbour at Varnholm opened again in March and the ferry sailed at once. "
        "Children skated near the pier until dark while their parents watched from the quay.\n"
    )
    async with reader_on(page, size=(width, 40)) as (screen, pilot):
        leaning = screen.reading.article.candidates[1]
        at(screen, leaning)
        await pilot.press("asterisk", "minus", "minus")
        await settle(pilot)
        assert screen.reading.summary.indices == (leaning,)
        assert "1*↑" in screen_text(screen.app)
        assert "points back: a adds ¶ 1" in screen_text(screen.app)
        await pilot.press("a")
        await settle(pilot)
        assert screen.reading.summary.indices == (leaning - 1, leaning)
        assert "↑" not in screen_text(screen.app)


async def test_much_boilerplate_is_said_until_it_is_restored(tmp_path: Path):
    page = tmp_path / "page.txt"
    body = "The ferry will stay in port until the ice is gone, the council said on Monday."
    junk = ["Home » News » Local", "Share on Facebook", "Subscribe to our newsletter today!"]
    junk += ["Post Comment", "Please enter your name here", "Related articles", "© 2024 The Bay"]
    page.write_text("\n\n".join([*junk[:3], body, body[4:].capitalize(), *junk[3:]]))
    async with reader_on(page) as (screen, pilot):
        assert "press R to restore all: " in screen_text(screen.app)
        await pilot.press("R")
        await settle(pilot)
        assert "not part of the article" not in screen_text(screen.app)
        assert screen.reading.summary.ranking.article.candidates[0] == 0


async def test_keys_pressed_while_ranking_do_not_rank_again(monkeypatch):
    import summarise

    made = []
    rank = summarise.rank

    def slow(article, method):
        made.append(method)
        time.sleep(0.3)
        return rank(article, method)

    async with reader_on() as (screen, pilot):
        monkeypatch.setattr(summarise, "rank", slow)
        screen.use_method("lead")
        for _ in range(5):
            await pilot.press("plus")
            screen.drawing.draw_all()
            screen.ranker.rank()
        await settle(pilot)
        assert made == ["lead"]
        assert screen.reading.summary.ranking.method == "lead"


async def test_what_is_typed_ahead_goes_to_the_prompt():
    async with reader_on() as (screen, pilot):
        at(screen, screen.source.cursor)
        place = screen.source.cursor
        for character in "/kremlin":
            key = "slash" if character == "/" else character
            screen.app.post_message(events.Key(key, character))
        await settle(pilot)
        assert screen.asking.prompt.query_one(Input).value == "kremlin"
        assert screen.source.cursor != place
        assert "1 of " in screen_text(screen.app)


@pytest.mark.parametrize("size", [(140, 30), (80, 24), (40, 12)])
async def test_a_sentence_of_the_summary_is_explained_whatever_hides_the_source(size):
    async with reader_on(size=size) as (screen, pilot):
        await pilot.press("tab", "e")
        await settle(pilot)
        assert screen.panes.explain_panel.region
        await pilot.press("e", "z")  # to the summary alone
        await settle(pilot)
        assert screen.summary.has_focus
        await pilot.press("e")
        await settle(pilot)
        assert screen.panes.explain_panel.region
        assert screen.focused in (screen.source, screen.summary)


async def test_an_explanation_that_a_small_screen_has_hidden_is_shown_again():
    async with reader_on(size=(60, 24)) as (screen, pilot):
        await pilot.press("e", "tab")
        await settle(pilot)
        assert screen.summary.has_focus
        assert not screen.panes.explain_panel.region
        await pilot.press("e")
        await settle(pilot)
        assert screen.panes.explain_panel.region
        await pilot.press("e")
        await settle(pilot)
        assert screen.panes.explain_panel is None


@pytest.mark.parametrize("size", [(140, 24), (80, 24), (60, 16)])
async def test_the_sentence_under_the_cursor_is_in_sight_first_and_while_it_is_explained(size):
    async with reader_on(size=size) as (screen, pilot):
        assert in_sight(screen.panes.in_use, screen.panes.in_use.cursor)
        await pilot.press("n", "n", "e")
        await settle(pilot)
        assert all_in_sight(screen.source)


async def test_resizing_keeps_all_of_the_sentence_under_the_cursor_in_sight():
    async with reader_on(size=(140, 30)) as (screen, pilot):
        await pilot.press("n", "n", "n")
        await settle(pilot)
        for size in ((100, 24), (80, 24), (60, 24), (40, 24), (140, 30)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert all_in_sight(screen.source), size


async def test_the_heat_strip_ends_where_the_title_does():
    for columns in (160, 100, 80, 40):
        async with reader_on(size=(columns, 24)) as (screen, _):
            assert screen.widgets.strip.region.right == screen.widgets.head.region.right


async def test_what_was_said_of_a_focus_is_gone_when_it_is_undone():
    async with reader_on() as (screen, pilot):
        await pilot.press("t", "enter")
        await settle(pilot)
        assert [line[:14] for line in said(screen.app)] == ["Asking for mor"]
        await pilot.press("u")
        await settle(pilot)
        (line,) = said(screen.app)
        assert line.startswith("Undone: asking for more of ")
        assert "; now asking for no term." in line


@pytest.mark.parametrize(
    ("text", "first", "last", "copied"),
    [
        ("人工智能正在改变世界。许多公司。", 4, 7, "智能"),  # both halves of what is pressed
        ("人工智能正在改变世界。许多公司。", 5, 6, "智能"),
        ("ab\u0301cde\u0301f words are here.", 2, 4, "cde\u0301"),
        ("a 👍🏽 thumb and 👩\u200d👩\u200d👧\u200d👦 all.", 2, 3, "👍🏽"),
        ("a 👍🏽 thumb and 👩\u200d👩\u200d👧\u200d👦 all.", 15, 16, "👩\u200d👩\u200d👧\u200d👦"),
    ],
)
async def test_what_is_copied_is_what_the_mouse_was_dragged_over(
    tmp_path, text, first, last, copied
):
    path = tmp_path / "wide.txt"
    path.write_text(text, encoding="utf-8")
    async with reader_on(path) as (screen, pilot):
        await settle(pilot)
        line = next(line for line in widget_lines(screen.source) if text[:1] in line)
        margin = line.index(text[0])
        row = widget_lines(screen.source).index(line)
        await pilot.mouse_down(screen.source, offset=(margin + first, row))
        await pilot.hover(screen.source, offset=(margin + last, row))
        await pilot.mouse_up(screen.source, offset=(margin + last, row))
        await settle(pilot)
        assert screen.get_selected_text() == copied


def all_in_sight(view: DocumentView) -> bool:
    """Whether every row of the sentence under the cursor is on the screen."""
    first, count = view.rows_of(view.cursor)
    top = view.scroll_offset.y
    return top <= first and first + count <= top + view.size.height


@pytest.mark.parametrize(
    ("size", "least", "chrome"), [((80, 24), 10, 5), ((40, 20), 8, 5), ((40, 10), 6, 4)]
)
async def test_on_a_small_screen_the_summary_comes_first(size, least, chrome):
    async with reader_on(size=size) as (screen, _):
        summary, source = screen.summary.region, screen.source.region
        assert summary.height >= least
        assert size[1] - summary.height - source.height <= chrome
        assert not source or summary.y < source.y


@pytest.mark.parametrize("size", [(140, 40), (100, 24), (80, 40)])
async def test_an_explanation_never_opens_over_its_sentence(size):
    async with reader_on(size=size) as (screen, pilot):
        screen.source.focus()
        for _ in range(14):  # down to the foot of the pane
            await pilot.press("j")
        await settle(pilot)
        await screen.panes.toggle_explain_panel()
        # Before the panel is laid out, its sentence stands in the half that it leaves free.
        first, count = screen.source.rows_of(screen.source.cursor)
        assert first + count - screen.source.scroll_offset.y <= screen.source.size.height / 2
        assert first >= screen.source.scroll_offset.y


@pytest.mark.parametrize("size", [(140, 40), (80, 24)])
async def test_a_message_hides_nothing_and_there_is_one_at_a_time(size):
    app = SummariseApp(request_for(SAMPLE))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        for text in ("Copied.", "Pinned.", "Written to a file.", "Undone."):
            app.tell(text)
            await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        toasts = [*screen.query(Toast)]
        assert [str(toast.render()) for toast in toasts] == ["Undone."]
        hidden, widgets = toasts[0].region, screen.widgets
        assert hidden.height == 1
        for widget in (widgets.summary, widgets.source, widgets.bar, widgets.length_facts):
            assert not hidden.overlaps(widget.region)
        shown = screen_text(screen.app)
        assert widgets.head.text.split("  ")[0] in shown  # facts give way to the title anyway
        for head in (widgets.summary_head, widgets.source_head):
            assert head.text in shown


@pytest.mark.parametrize("width", [40, 60, 80, 100])
async def test_what_is_wrong_with_an_answer_and_the_answer_are_both_read_in_full(width):
    async with reader_on(size=(width, 24)) as (screen, pilot):
        await pilot.press("colon", *"twenty", "enter")
        await settle(pilot)
        said = " ".join(" ".join(screen_lines(screen.app)).split())
        assert "Length twenty" in said
        assert said.count("5, 20%, 100w, 2min or 280c") == 1
        await pilot.press("escape", "w")
        await settle(pilot)
        typed = screen.query_one("Line")
        assert typed.size.width >= min(width, 80) // 2
        assert "a file: .txt .md .json .html" in screen_text(screen.app)


async def test_a_search_finds_what_stands_in_paragraphs_that_one_line_stands_for():
    async with reader_on() as (screen, pilot):
        folded = [line for line in widget_lines(screen.source) if "paragraphs left out" in line]
        assert len(folded) == 2
        began = screen.source.cursor
        await pilot.press("slash", *"mini-mba")
        await settle(pilot)
        shown = widget_lines(screen.source)
        assert "1 of 1" in screen_text(screen.app)
        assert any("Tekedia Mini-MBA" in line for line in shown)
        assert folded[0] in shown, "what does not have it stays folded"
        await pilot.press("escape")
        await settle(pilot)
        assert screen.source.cursor == began
        assert [line for line in widget_lines(screen.source) if line in folded] == folded
        # What was found and is read stays where it is read.
        await pilot.press("slash", *"mini-mba", "enter", "escape")
        await settle(pilot)
        assert any("Tekedia Mini-MBA" in line for line in widget_lines(screen.source))
        assert screen.source.cursor in screen.source.document


async def test_an_open_explanation_stays_in_sight_when_the_terminal_becomes_narrow():
    async with reader_on(size=(120, 40)) as (screen, pilot):
        await pilot.press("n", "e")
        await settle(pilot)
        for width in (120, 80, 60):
            await pilot.resize_terminal(width, 24)
            await settle(pilot)
            assert "In: it ranks" in screen_text(screen.app)
        await pilot.press("tab")
        await pilot.resize_terminal(70, 24)
        await settle(pilot)
        assert screen.summary.has_focus, "to read the summary meanwhile is the reader's choice"


@pytest.mark.parametrize("size", [(80, 24), (60, 24), (40, 20), (40, 10)])
async def test_on_narrow_screens_the_summary_has_the_whole_width(size):
    async with reader_on(size=size) as (screen, pilot):
        assert screen.summary.region.width == size[0]
        await pilot.press("l")
        await settle(pilot)
        assert screen.source.region.width == size[0] - 2, "beside the strip"


async def test_only_the_pane_in_use_has_a_bright_head():
    async with reader_on() as (screen, pilot):
        screen.source.focus()
        await settle(pilot)
        heads = screen.widgets.source_head, screen.widgets.summary_head
        panes = screen.source, screen.summary
        for _ in range(2):
            for head, name, view in zip(heads, NAMES, panes, strict=True):
                assert bool(style_of(head, name).bold) is view.has_focus
            await pilot.press("tab")
            await settle(pilot)


NAMES = ("Source", "Summary")


async def test_the_strip_is_bare_unless_scores_are_wanted():
    async with reader_on() as (screen, pilot):
        strip = screen.widgets.strip
        assert not set("░▒▓") & set("".join(widget_lines(strip)))
        assert strip.size.height == screen.source.size.height
        await pilot.press("H")
        await settle(pilot)
        assert set("░▒▓") & set("".join(widget_lines(strip)))


@pytest.mark.parametrize("width", [200, 100, 80, 60, 40])
async def test_the_way_out_is_always_shown(width):
    async with reader_on(size=(width, 30)) as (screen, _):
        assert "q leave" in widget_lines(screen.query_one(KeyBar))[0]


async def test_a_click_on_the_method_opens_the_menu_of_methods():
    async with reader_on() as (screen, pilot):
        await pilot.click("#method", offset=(20, 0))  # what is said of the terms beside it
        await settle(pilot)
        assert screen.app.screen is screen
        await pilot.click("#method", offset=(10, 0))
        await settle(pilot)
        assert isinstance(screen.app.screen, MethodScreen)
