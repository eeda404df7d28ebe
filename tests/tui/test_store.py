"""The store: articles and their marks, full-text search, feeds with their entries, folders."""

from __future__ import annotations

import os
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.tui.stores import BEES, BEES_TEXT, FERRY, FERRY_TEXT, TOKYO, TOKYO_TEXT, Clock, text_of
from tui.state.store import Anchor, Facts, KeptReading, Mark, Shape, Text, articles, texts
from tui.state.store.database import StoreError
from tui.state.store.feeds import MOST_ENTRIES
from tui.state.store.holdings import Entry
from tui.state.store.records import Pairs
from tui.state.store.store import Store, open_store

FEED = "https://courier.example/feed.xml"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = open_store(tmp_path / "state" / "library.db", clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def filled(store: Store) -> Store:
    store.articles.note_all([(FERRY, FERRY_TEXT), (BEES, BEES_TEXT), (TOKYO, TOKYO_TEXT)])
    return store


def keys(found: list) -> list[str]:
    return [record.key for record in found]


# -- articles


def test_an_article_comes_back_as_it_was_noted(store, clock):
    store.articles.note(FERRY, FERRY_TEXT)
    found = store.articles.find(FERRY.key)
    assert found is not None
    assert found.facts == FERRY
    assert (found.added, found.opened, found.read) == (clock.now, None, None)
    assert store.articles.text(FERRY.key) == FERRY_TEXT


def test_an_article_that_nobody_knows_is_none(store):
    assert store.articles.find("/nowhere") is None
    assert store.articles.text("/nowhere") is None
    assert store.articles.leave("/nowhere", KeptReading("salience", "5")) is False


def test_what_is_not_said_anew_stays_known(store):
    store.articles.note(FERRY, FERRY_TEXT)
    store.articles.note(Facts(FERRY.key, title="The ferry sails"))
    found = store.articles.find(FERRY.key)
    assert found.facts.title == "The ferry sails"
    assert (found.facts.author, found.facts.words) == (FERRY.author, FERRY.words)
    assert store.articles.text(FERRY.key) == FERRY_TEXT


def test_many_are_found_at_once_and_the_unknown_are_left_out(store):
    many = [Facts(f"/articles/{number}.txt", title=f"Number {number}") for number in range(1_203)]
    store.articles.note_all((facts, None) for facts in many)
    found = store.articles.find_all([*(facts.key for facts in many), "/nowhere"])
    assert {key: record.facts for key, record in found.items()} == {f.key: f for f in many}


def test_the_history_has_what_was_opened_the_last_first(store):
    for facts in (FERRY, BEES, TOKYO, FERRY):
        store.articles.open(facts, "digest")
    store.articles.note(Facts("/only/listed.txt", title="Never opened"))
    assert keys(store.articles.history()) == [FERRY.key, TOKYO.key, BEES.key]
    assert keys(store.articles.history(limit=1, offset=1)) == [TOKYO.key]


def test_a_clock_that_jumps_back_does_not_turn_the_history_round(store, clock):
    store.articles.open(FERRY, "1")
    clock.now -= 10 * 365 * 86_400
    store.articles.open(BEES, "2")
    clock.now += 20 * 365 * 86_400
    store.articles.open(TOKYO, "3")
    clock.now = 0.0
    store.articles.open(FERRY, "1")
    assert keys(store.articles.history()) == [FERRY.key, TOKYO.key, BEES.key]
    assert store.articles.find(FERRY.key).opened == 0.0


def test_where_an_article_was_left_comes_back_whole(store):
    reading = KeptReading(
        method="lexrank",
        length="20%",
        unit="percent",
        layout="SUMMARY",
        heat=True,
        place=Anchor(7, "The ferry stayed in port."),
        reached=0.4,
        pins=(Anchor(1, "A pin."), Anchor(3, "Another — “quoted”.")),
        drops=(Anchor(2, "A drop."),),
        focus=("ferry", "Eisbrecher"),
        blocks=((Anchor(0, "Subscribe now"), None), (Anchor(4, "A paragraph"), "dropped by you")),
    )
    store.articles.open(FERRY, "digest")
    assert store.articles.leave(FERRY.key, reading)
    assert store.articles.find(FERRY.key).reading == reading
    assert store.articles.with_digest("digest").reading == reading
    store.articles.forget_reading(FERRY.key)
    assert store.articles.find(FERRY.key).reading is None


@pytest.mark.parametrize(
    "said", ["{", "[]", "{}", '{"method": 1}', '"x"', '{"method":"a","length":"5","pins":[3]}']
)
def test_a_reading_that_makes_no_sense_is_none(store, said):
    store.articles.open(FERRY, "digest")
    with store._database.writing() as connection:
        connection.execute("update article set reading = ?", (said,))
    assert store.articles.find(FERRY.key).reading is None


def test_an_article_without_a_digest_is_not_the_same_as_another_without(store):
    store.articles.note(FERRY)
    assert store.articles.with_digest("") is None


def test_what_was_begun_is_to_be_continued_and_what_was_finished_is_not(store):
    for facts, reached in ((FERRY, 0.3), (BEES, 1.0), (TOKYO, 0.0)):
        store.articles.open(facts, "")
        store.articles.leave(facts.key, KeptReading("salience", "5", reached=reached))
    assert keys(store.articles.to_continue()) == [FERRY.key]


def test_marks_are_set_and_taken_back_for_those_that_changed(store, clock):
    assert store.articles.mark([FERRY], Mark.SAVED) == (FERRY.key,)
    clock.now += 60
    changed = store.articles.mark([FERRY, BEES], Mark.SAVED)
    assert changed == (BEES.key,)
    assert keys(store.articles.saved()) == [BEES.key, FERRY.key]
    assert store.articles.mark_again(changed, Mark.SAVED, on=False) == (BEES.key,)
    assert keys(store.articles.saved()) == [FERRY.key]


def test_an_article_that_is_opened_is_read_and_can_be_unread(store):
    store.articles.open(FERRY, "digest")
    assert store.articles.find(FERRY.key).read is not None
    store.articles.mark([FERRY], Mark.READ, on=False)
    assert store.articles.find(FERRY.key).read is None


def test_what_is_forgotten_is_not_in_the_file_any_more(store):
    secret = "Ein ganz besonderes Geheimwort zylinderkopfdichtung"
    facts = Facts("/secret.txt", title="zylinderkopfdichtung", author="zylinderkopfdichtung")
    store.articles.open(facts, "digest", text_of(secret, "Another sentence of it."))
    store.articles.leave(facts.key, KeptReading("salience", "5", focus=("zylinderkopfdichtung",)))
    store.articles.note(FERRY, FERRY_TEXT)
    assert store.articles.forget([facts.key, "/nowhere"]) == 1
    assert store.articles.find(facts.key) is None
    assert store.search.find("zylinderkopfdichtung") == []
    assert keys_of_search(store, "ferry") == [FERRY.key]
    folder = store.path.parent
    store.close()
    assert all(b"zylinderkopf" not in file.read_bytes() for file in folder.iterdir())


def test_lines_from_outside_can_do_nothing_to_a_terminal(store):
    store.articles.note(
        Facts("/x", title="A\x1b[31m red\ntitle", author="\x9b2JSomeone", site="x" * 100_000),
        text_of("Text with \x1b]0;a title\x07 in it."),
    )
    facts = store.articles.find("/x").facts
    assert (facts.title, facts.author) == ("A red title", "Someone")
    assert len(facts.site) <= 1_000
    assert store.articles.text("/x").text == "Text with  in it."


# -- search


def keys_of_search(store: Store, words: str) -> list[str]:
    return [hit.article.key for hit in store.search.find(words)]


@pytest.mark.parametrize(
    ("words", "key", "sentence"),
    [
        ("hull", FERRY.key, "Its hull had been damaged in December."),
        ("HULL december", FERRY.key, "Its hull had been damaged in December."),
        (
            "naive cafe",
            FERRY.key,
            "Naïve visitors walked across the ice to the café on the island.",
        ),
        ("strasse", BEES.key, "Die Straße blüht länger als der Acker."),
        ("bluht langer", BEES.key, "Die Straße blüht länger als der Acker."),
        ("hull i", FERRY.key, "Its hull had been damaged in December."),
        ("dam", FERRY.key, "Its hull had been damaged in December."),
        ("東京湾", TOKYO.key, "新しい橋が東京湾に開通した。"),
        ("市長", TOKYO.key, "市長は式典で挨拶した。"),
        ("長", TOKYO.key, "市長は式典で挨拶した。"),
        ("橋 市長", TOKYO.key, "新しい橋が東京湾に開通した。"),
        ("서울", TOKYO.key, "서울에서도 축하했다."),
        ("축하", TOKYO.key, "서울에서도 축하했다."),
    ],
)
def test_words_are_found_whatever_their_case_accents_and_script(filled, words, key, sentence):
    hits = filled.search.find(words)
    assert [hit.article.key for hit in hits] == [key]
    assert hits[0].sentence == sentence
    text = filled.articles.text(key)
    start, end = text.sentences[hits[0].at]
    assert text.text[start:end] == sentence


@pytest.mark.parametrize(
    "words", ["hull bees", "京東", "u", "hull 7", "ull", "the zebra", "ferries"]
)
def test_what_does_not_have_all_words_is_not_found(filled, words):
    assert filled.search.find(words) == []


def test_a_word_of_the_title_alone_is_found_without_a_sentence(filled):
    (hit,) = filled.search.find("roof")
    assert (hit.article.key, hit.sentence, hit.at) == (BEES.key, "", None)


def test_the_sentence_shown_has_most_of_the_words(filled):
    (hit,) = filled.search.find("ice island")
    assert "island" in hit.sentence


def test_an_article_is_found_by_the_title_it_has_now(filled):
    filled.articles.note(Facts(BEES.key, title="Beehives over the town"))
    assert keys_of_search(filled, "roof") == []
    assert keys_of_search(filled, "beehives city") == [BEES.key]


def test_an_article_that_changed_is_found_by_its_new_words_only(filled):
    filled.articles.note(FERRY, text_of("The icebreaker came in March."))
    assert keys_of_search(filled, "hull") == []
    assert keys_of_search(filled, "icebreaker") == [FERRY.key]
    assert keys_of_search(filled, "ferry") == [FERRY.key]  # in the title


@pytest.mark.parametrize(
    "words",
    ['"', "a AND", "NOT", "title:", "*", "(", "x NEAR/3", "^ice", "{title}", "-", "—", " ", '"ice'],
)
def test_nothing_that_is_typed_is_an_operator(filled, words):
    filled.search.find(words)


def test_of_what_is_found_only_what_is_shown_is_looked_into(store, monkeypatch):
    store.articles.note_all((Facts(f"/{n}"), text_of(f"The number {n}.")) for n in range(500))
    looked_into = []
    unpacked = articles.text_of
    monkeypatch.setattr(articles, "text_of", lambda row: looked_into.append(row) or unpacked(row))
    assert len(store.search.find("the", limit=20)) == 20
    assert len(looked_into) == 20


@example(words="0\x00")
@given(words=st.text(max_size=40))
def test_any_text_can_be_searched_for(words, shared_store):
    shared_store.search.find(words)


@given(sentence=st.text(st.characters(categories=["L", "N", "Zs", "Po"]), min_size=1, max_size=30))
def test_every_word_of_a_text_finds_it(sentence, shared_store):
    key = "/any/text"
    shared_store.articles.note(Facts(key), text_of(sentence))
    words = shared_store.articles.text(key).text.split()
    for word in words:
        if any(c.isalnum() for c in word) and word.isascii():
            assert key in keys_of_search(shared_store, word), word


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("shared") / "library.db")
    yield opened
    opened.close()


# -- feeds


def entry(number: int, **more: str) -> Entry:
    return Entry(
        ident=f"id-{number}",
        key=f"{FEED} # id-{number}",
        title=f"Entry {number}",
        published=f"2026-01-{1 + number % 28:02}",
        content=f"<p>Text {number}</p>",
        **more,
    )


@pytest.fixture
def followed(store: Store) -> Store:
    store.feeds.add(FEED, folder="News")
    store.feeds.answered(FEED, map(entry, range(5)), title="Courier", etag='"1"')
    return store


def test_a_feed_that_is_followed_has_its_entries_the_newest_first(followed, clock):
    (feed,) = followed.feeds.all()
    assert (feed.title, feed.folder, feed.etag) == ("Courier", "News", '"1"')
    assert (feed.entries, feed.unread, feed.fetched) == (5, 5, clock.now)
    assert [e.title for e in followed.entries.all(FEED)] == [f"Entry {n}" for n in (4, 3, 2, 1, 0)]
    assert followed.entries.find(entry(3).key).content == "<p>Text 3</p>"
    assert followed.entries.find("nothing") is None


def test_following_a_feed_again_changes_nothing(followed):
    before = followed.feeds.all()
    assert followed.feeds.add(FEED, title="Other") is False
    assert followed.feeds.all() == before


def test_marks_of_entries_are_those_of_their_articles(followed):
    read, hidden = entry(1), entry(2)
    followed.articles.mark([Facts(read.key, read.title)], Mark.READ)
    followed.articles.mark([Facts(hidden.key, hidden.title)], Mark.HIDDEN)
    assert followed.feeds.find(FEED).unread == 3
    unread = [e.ident for e in followed.entries.all(FEED, unread=True)]
    assert unread == ["id-4", "id-3", "id-0"]
    shown = [e.ident for e in followed.entries.all(hidden=True)]
    assert shown == ["id-4", "id-3", "id-2", "id-1", "id-0"]


def test_a_feed_that_is_read_again_keeps_marks_and_old_entries(followed):
    followed.articles.mark([Facts(entry(1).key)], Mark.READ)
    assert followed.feeds.answered(FEED, map(entry, range(3, 8)), title="New name") == 3
    feed = followed.feeds.find(FEED)
    assert (feed.title, feed.entries, feed.unread, feed.etag) == ("Courier", 8, 7, '"1"')


def test_a_feed_whose_server_says_304_keeps_everything(followed, clock):
    clock.now += 3_600
    assert followed.feeds.answered(FEED) == 0
    feed = followed.feeds.find(FEED)
    assert (feed.entries, feed.etag, feed.fetched) == (5, '"1"', clock.now)


def test_a_failure_stands_under_its_feed_until_it_answers(followed, clock):
    for _ in range(2):
        followed.feeds.failed(FEED, "answered 503", wait_until=clock.now + 60)
    feed = followed.feeds.find(FEED)
    assert (feed.failed, feed.failures, feed.wait_until) == ("answered 503", 2, clock.now + 60)
    followed.feeds.answered(FEED)
    feed = followed.feeds.find(FEED)
    assert (feed.failed, feed.failures, feed.wait_until) == ("", 0, None)


def test_a_feed_that_has_moved_keeps_its_entries(followed):
    followed.feeds.rename(FEED, "https://courier.example/new.xml")
    assert [feed.address for feed in followed.feeds.all()] == ["https://courier.example/new.xml"]
    assert followed.feeds.all()[0].entries == 5
    followed.feeds.add(FEED)
    followed.feeds.rename(FEED, "https://courier.example/new.xml")
    assert [feed.entries for feed in followed.feeds.all()] == [5]


def test_a_feed_that_is_removed_takes_its_entries_but_not_what_was_saved(followed):
    followed.articles.mark([Facts(entry(1).key, "Entry 1")], Mark.SAVED)
    assert followed.feeds.remove(FEED) is True
    assert followed.feeds.remove(FEED) is False
    assert followed.entries.all() == []
    assert keys(followed.articles.saved()) == [entry(1).key]


def test_a_feed_is_called_otherwise(followed):
    followed.feeds.change(FEED, title="The Courier")
    followed.feeds.change(FEED, folder="")
    feed = followed.feeds.find(FEED)
    assert (feed.title, feed.folder) == ("The Courier", "")


def test_of_a_feed_without_end_the_newest_and_the_saved_stay(followed):
    followed.articles.mark([Facts(entry(0).key)], Mark.SAVED)
    many = [
        Entry(f"m-{n}", f"{FEED} # m-{n}", published=f"2026-02-01T{n:06}")
        for n in range(MOST_ENTRIES + 100)
    ]
    followed.feeds.answered(FEED, many)
    left = {e.ident for e in followed.entries.all(limit=10_000)}
    assert len(left) == MOST_ENTRIES + 1
    assert {"id-0", "m-100", f"m-{MOST_ENTRIES + 99}"} <= left
    assert "id-1" not in left


def test_an_answer_of_a_feed_that_was_removed_meanwhile_is_let_go(store):
    assert store.feeds.answered(FEED, [entry(1)]) == 0
    assert store.entries.all() == []


# -- folders


def test_folders_are_added_and_removed_by_their_full_path(store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert store.folders.add(".") is True
    assert store.folders.add(str(tmp_path)) is False
    assert [folder.path for folder in store.folders.all()] == [str(tmp_path.resolve())]
    assert store.folders.remove(".") is True
    assert store.folders.all() == []


# -- all or nothing


def test_what_fails_in_the_middle_leaves_nothing_behind(store):
    def failing():
        yield FERRY, FERRY_TEXT
        raise ValueError

    with pytest.raises(ValueError):
        store.articles.note_all(failing())
    assert store.articles.find(FERRY.key) is None
    assert store.search.find("ferry") == []
    store.articles.note(FERRY)  # and the store goes on
    assert store.articles.find(FERRY.key) is not None


def test_a_value_that_cannot_be_kept_is_one_line(store):
    with pytest.raises(StoreError, match="holds no such value"):
        store.articles.note(Facts("/x", words=2**70))


def test_a_password_in_an_address_is_not_kept(store):
    key = "https://ida:geheim@courier.example/private # entry-1@courier"
    store.articles.open(Facts(key, title="Private"), "digest", FERRY_TEXT)
    found = store.articles.find(key)
    assert found.key == "https://courier.example/private # entry-1@courier"
    assert list(store.articles.find_all([key])) == [key]
    path = store.path
    store.close()
    assert b"geheim" not in path.read_bytes()


def test_a_file_whose_name_is_not_utf8_is_kept_like_any_other(store):
    key = os.fsdecode(b"/articles/caf\xe9.txt")
    store.articles.open(Facts(key, title=key), "digest", FERRY_TEXT)
    assert store.articles.leave(key, KeptReading("salience", "5"))
    assert store.articles.mark_again([key], Mark.SAVED, on=True) == (key,)
    assert store.articles.find_all([key, FERRY.key]) == {key: store.articles.find(key)}
    assert store.articles.find(key).saved
    assert store.articles.forget([key]) == 1


# -- headings and the like, and what is let go of


def shaped() -> Text:
    text = text_of("Ice", "The ferry stays.", "One.")
    return replace(text, shapes=(Shape(0, 3, "heading", 2), Shape(21, 25, "list item", 1, True)))


def test_headings_of_a_kept_text_are_kept_and_go_with_it_elsewhere(store, tmp_path):
    store.articles.note(FERRY, shaped())
    assert store.articles.text(FERRY.key) == shaped()
    other = open_store(tmp_path / "other" / "library.db")
    assert other.exchange.merge(store.exchange.lines()).wrong == ()
    assert other.articles.text(FERRY.key) == shaped()
    other.close()


@pytest.mark.parametrize(
    "behind",
    [
        b"x",
        zlib.compress(b"no JSON"),
        zlib.compress(b"[[0, 3]]"),
        zlib.compress(b'[[2, 999, "heading", 1, false]]'),
        zlib.compress(b"[" * 100_000),
    ],
)
def test_shapes_that_make_no_sense_leave_the_sentences(behind):
    places = texts.packed_places(replace(shaped(), shapes=()))
    assert texts.text_of(shaped().text, places + behind) == replace(shaped(), shapes=())


def test_facts_of_what_nobody_ever_used_are_let_go_of_when_there_are_very_many(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("tui.state.store.opening.MOST_UNUSED", 10)
    path, clock = tmp_path / "library.db", Clock()
    store = open_store(path, clock=clock)
    entry = Entry("1", "https://a.example/feed # 1", title="Entry")
    store.feeds.add("https://a.example/feed")
    store.feeds.answered("https://a.example/feed", [entry])
    store.articles.note(Facts(entry.key, "Entry"), text_of("An entry stays."))
    for mark in Mark:
        store.articles.mark([Facts(f"/{mark}")], mark)
    store.articles.open(FERRY, "digest", FERRY_TEXT)
    for number in range(30):
        store.articles.note(Facts(f"/seen/{number}", f"Seen {number}"), text_of("Heron seen."))
    store.close()
    clock.now += 8 * 86_400  # it is looked through once a week
    store = open_store(path, clock=clock)
    left = {record.key for record in store.articles.walk()}
    assert left == {
        *(f"/seen/{number}" for number in range(20, 30)),
        *(f"/{mark}" for mark in Mark),
        entry.key,
        FERRY.key,
    }
    assert len(store.search.find("heron", limit=99)) == 10
    assert [hit.article.key for hit in store.search.find("hull")] == [FERRY.key]
    store.close()


def test_where_sentences_lie_is_the_same_as_pairs_or_as_plain_numbers():
    pairs = ((0, 5), (6, 11), (12, 20))
    kept = Pairs(array("I", [place for pair in pairs for place in pair]))
    assert kept == pairs and tuple(kept) == pairs and hash(kept) == hash(pairs)
    assert kept[1] == kept[-2] == (6, 11) and kept[1:] == pairs[1:] and kept[::2] == pairs[::2]
    assert texts.packed_places(Text("x" * 20, kept)) == texts.packed_places(Text("x" * 20, pairs))
    with pytest.raises(IndexError):
        _ = kept[3]
