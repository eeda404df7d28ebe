"""Several articles as one."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random
from types import FrameType
from typing import Any
from urllib.parse import unquote

import pytest

import summarise
from summarise import Article, Digest, Length
from summarise.digests.digest import digest_of
from summarise.digests.gist import Gist, gist_of, share_of_each
from summarise.digests.merging import merge, near_equal
from summarise.exports import format_names
from tests.benchmarks.speed import article, sentences
from tests.generated import make_article

FERRY = """\
Ferry Halmar runs aground off Skarvøy

The ferry Halmar ran aground off Skarvøy on Monday night with 212 passengers on board. Rescue \
boats brought all passengers to the harbour of Skarvøy before midnight.

The captain said that the rudder of the Halmar had failed in the strait. The shipping authority \
has begun to question the crew.
"""
AGROUND = """\
Passengers of the Halmar safe after grounding

All 212 passengers of the ferry Halmar are safe after it ran aground near Skarvøy. The captain \
said that the rudder of the Halmar had failed in the strait.

Divers found a crack of two metres in the hull, and a tug from Brekkvik will tow the ferry to its \
yard on Thursday.
"""
REPAIR = """\
Repair of the Halmar will take until spring

The yard at Brekkvik expects that the repair of the ferry Halmar will take until spring. Until \
then an older ship carries passengers between Skarvøy and the mainland.

The captain of the Halmar has been cleared by the shipping authority, which blames a worn bolt in \
the rudder.
"""
SOURDOUGH = """\
Why a sourdough rises overnight

A sourdough starter holds yeasts and bacteria that feed on the sugars of the flour. The yeasts \
give off carbon dioxide, which lifts the dough while it rests.

Bakers keep the jar in a cool cupboard and feed it with rye each evening.
"""
STORY = [FERRY, AGROUND, REPAIR]


def articles(*texts: str) -> list[Article]:
    """Articles of texts that begin with a title and an empty line."""
    parted = [text.partition("\n\n") for text in texts]
    return [summarise.parse(text, title=title) for title, _, text in parted]


def made(seed: int, count: int = 6) -> list[Article]:
    """Some articles, of which some have sentences or everything in common."""
    random = Random(seed)
    found = [
        make_article(1000 * seed + i, random.randint(1, 14), duplicates=True) for i in range(count)
    ]
    return [*found, replace(found[0]), replace(random.choice(found))]


def facts(digest: Digest) -> list[tuple[str, int, float]]:
    return [(line.text, line.story, line.worth) for line in digest.order]


# -- what a reader sees


def test_articles_about_one_event_are_one_story_and_others_stand_apart():
    digest = summarise.digest(articles(FERRY, SOURDOUGH, AGROUND, REPAIR), 8)
    told = {story.title: [article.title for article in story.articles] for story in digest.stories}
    assert sorted(map(len, told.values())) == [1, 3]
    assert told["Why a sourdough rises overnight"] == ["Why a sourdough rises overnight"]


def test_the_story_that_most_articles_tell_comes_first():
    digest = summarise.digest(articles(SOURDOUGH, *STORY), 1)
    assert [len(story.articles) for story in digest.stories] == [3]


def test_what_two_articles_say_in_the_same_words_is_one_line_with_both_sources():
    digest = summarise.digest(articles(*STORY, SOURDOUGH), "100%")
    (line,) = [line for line in digest.lines if "rudder of the Halmar had failed" in line.text]
    places = [line.source, *line.others]
    assert {place.article.title for place in places} == {
        "Ferry Halmar runs aground off Skarvøy",
        "Passengers of the Halmar safe after grounding",
    }
    assert {str(place) for place in places} == {"¶ 2, sentence 1", "¶ 1, sentence 2"}


def test_the_same_article_twice_adds_no_line():
    once, twice = (summarise.digest(articles(*[FERRY] * count), "100%") for count in (1, 2))
    assert twice.text == once.text
    assert all(len(line.others) == 1 for line in twice.lines)
    assert len(twice.stories) == 1


def test_the_digest_of_one_article_is_its_summary():
    article = make_article(3, 30)
    order = summarise.rank(article).order
    unfit = summarise.Index(article).unfit
    digest = summarise.digest([article], "100%")
    places = [line.source.sentence.index for line in digest.order]
    assert places == [i for i in order if i not in unfit][: len(places)]
    assert len(places) > 20


def test_what_a_site_writes_under_all_its_articles_comes_last():
    notice = "The Varnholm Courier has been printed in the old mill by the river since 1911."
    subjects = [FERRY, SOURDOUGH, *(_about(subject) for subject in ("bees", "chess", "glass"))]
    digest = summarise.digest(articles(*(f"{text}\n{notice}\n" for text in subjects)), "100%")
    (line,) = [line for line in digest.order if line.text == notice]
    assert len(line.others) == len(subjects) - 1
    assert line.rank == len(digest.order)


def _about(subject: str) -> str:
    words = {
        "bees": "hive swarm nectar queen drone honey comb meadow pollen keeper",
        "chess": "pawn knight bishop rook castle gambit opening endgame clock board",
        "glass": "furnace sand soda lime blower pane bottle kiln mould annealing",
    }[subject].split()
    lines = [
        f"Every {one} needs a {two} before the {three} is ready."
        for one, two, three in combinations(words[:5], 3)
    ]
    return f"About {subject}\n\n" + " ".join(lines) + f" So the {words[6]} meets the {words[7]}."


def test_an_empty_digest_is_empty():
    for digest in (summarise.digest([]), summarise.digest(articles("Only a title\n\n"))):
        assert (digest.size, digest.text, digest.stories) == (0, "", ())


def test_a_length_that_is_wrong_is_said_before_anything_is_read():
    def untouched():
        raise AssertionError("an article was asked for")
        yield

    with pytest.raises(summarise.LengthError, match="5x"):
        summarise.digest(untouched(), "5x")


# -- sentences that say the same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council met on Monday to speak of the ferry.", "the council met on monday to speak"),
        ("Fire kills 7 in a hotel of the old town.", "Fire kills 9 in a hotel of the old town."),
        (
            "The minister said that she will sign the treaty of the sea.",
            "The minister said that she will not sign the treaty of the sea.",
        ),
        ("The dog of the baker bit the cat.", "The cat of the baker bit the dog."),
    ],
    ids=["half of it", "another number", "a negation", "another order"],
)
def test_sentences_that_say_something_else_stay_apart(one, other):
    first, second = (tuple(re.findall(r"\w+", text.lower())) for text in (one, other))
    assert not near_equal(first, second)
    assert merge([first, second]) == [0, 1]


def test_a_word_more_or_less_makes_no_other_sentence():
    text = "the court found that the company had hidden the test results from all buyers"
    one = text.split()
    for changed in (one[1:], [*one[:5], "large", *one[5:]], [*one[:-1], "customers"]):
        assert near_equal(tuple(one), tuple(changed))
        assert merge([tuple(one), ("another", "line"), tuple(changed)]) == [0, 1, 0]


# -- what always holds


@pytest.mark.parametrize("seed", range(12))
def test_every_shorter_digest_is_part_of_every_longer_one(seed):
    digest = summarise.digest(made(seed), 1)
    kept: set[int] = set()
    order: list[str] = []
    for size in range(1, len(digest.order) + 1):
        longer = digest.select(size)
        assert longer.size == size
        ranks = {line.rank for line in longer.lines}
        assert kept < ranks
        titles = [story.title for story in longer.stories]
        assert titles[: len(order)] == order, "a story that is there stays where it is"
        kept, order = ranks, titles


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("length", ["1", "30%", "60w", "1min", "300c"])
def test_a_digest_keeps_to_its_length(seed, length):
    digest = summarise.digest(made(seed), length)
    asked = Length.parse(length)
    shortest = digest.select(1)
    limits = {"w": digest.words, "min": digest.minutes, "c": len(digest.text)}
    if digest.size > shortest.size and asked.unit.value in limits:
        assert limits[asked.unit.value] <= asked.amount
    assert digest.size == len(digest.lines) >= 1


@pytest.mark.parametrize("seed", range(12))
def test_each_line_is_a_sentence_of_its_source(seed):
    digest = summarise.digest(made(seed), "100%")
    for line in digest.lines:
        sources = [line.source, *line.others]
        assert len({id(place.article) for place in sources}) == len(sources)
        for place in sources:
            sentence = place.sentence
            assert place.article.text[sentence.start : sentence.end] == sentence.text
            assert sentence.index in place.article.candidates
            assert str(place) == place.article.place_of(sentence.index) != ""


@pytest.mark.parametrize("seed", range(12))
def test_no_two_lines_say_the_same(seed):
    found = made(seed)
    gists = [gist_of(article, "lead") for article in found]
    words = {
        (id(gist.article), sentence): words
        for gist in gists
        for sentence, words in zip(gist.sentences, gist.words, strict=True)
    }
    digest = digest_of(gists, "lead", Length(5))
    lines = [words[id(p.article), p.sentence.index] for p in (line.source for line in digest.order)]
    assert any(line.others for line in digest.order)
    assert not [pair for pair in combinations(lines, 2) if near_equal(*pair)]


@pytest.mark.parametrize("seed", range(6))
def test_a_digest_is_the_same_each_time(seed):
    assert facts(summarise.digest(made(seed))) == facts(summarise.digest(iter(made(seed))))


def test_worth_falls_along_the_order():
    worths = [line.worth for line in summarise.digest(made(1), "100%").order]
    assert worths == sorted(worths, reverse=True)


def test_few_articles_may_say_more_each_than_many():
    shares = [share_of_each(count) for count in range(1, 2000)]
    assert shares == sorted(shares, reverse=True)
    assert shares[1] > 1000
    assert shares[-1] == share_of_each(10**6) > 5


# -- the work grows with the articles, not with pairs of them


def different(count: int) -> list[Article]:
    return [article(sentences(12, seed)) for seed in range(count)]


def one_story(count: int) -> list[Article]:
    """Articles that have names in common, and each words of its own."""
    names = "Halmar Skarvøy Brekkvik Varnholm Lofthus Sandnes"
    return [
        summarise.parse(
            f"# The {names} affair\n\n"
            + " ".join(
                f"In {names} somebody number {count * i + j} saw the thing{i}x{j} of place{j}y{i}."
                for j in range(12)
            ),
            language="en",
        )
        for i in range(count)
    ]


def equal(count: int) -> list[Article]:
    return [make_article(i % 3, 12) for i in range(count)]


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of the package of digests some work runs through."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if "digests" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def work_of(gists: Sequence[Gist]) -> int:
    return lines_run(lambda: digest_of(gists, "lead", Length(20)))


@pytest.mark.parametrize("make", [different, one_story, equal])
def test_twice_the_articles_are_twice_the_work(make):
    gists = [gist_of(article, "lead", 12) for article in make(400)]
    some, more, most = (work_of(gists[:count]) for count in (100, 200, 400))
    assert some > 10_000
    assert more < 2.4 * some
    assert most < 2.4 * more


# -- exports


def page(text: str, address: str) -> Article:
    (article,) = articles(text)
    return replace(article, address=address, site="Courier <Varnholm>")


@pytest.fixture
def of_the_web() -> Digest:
    return summarise.digest(
        [
            page(FERRY, "https://courier.example/halmar?a=1&b=2"),
            page(AGROUND, "javascript:alert(1)"),
            page(SOURDOUGH, ""),
        ],
        "100%",
    )


@pytest.mark.parametrize("form", format_names())
def test_every_format_has_every_line_and_names_its_sources(of_the_web, form):
    text = summarise.export(of_the_web, form)
    assert text.endswith("\n")
    for line in of_the_web.lines:
        assert line.text in text
    for story in of_the_web.stories:
        assert story.title in text
    if form != "json":
        assert "¶ 1, sentence 1" in text
        assert "also " in text


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_page_of_the_web_is_linked_at_the_sentence(of_the_web, form):
    text = summarise.export(of_the_web, form)
    links = re.findall(r'(?:href="|\(<)(https:[^">]+)[">]', text)
    assert links
    assert all(link.startswith("https://courier.example/halmar?a=1&") for link in links)
    told = [unquote(link.partition("#:~:text=")[2]).split(",") for link in links]
    for start, *end in told:
        assert start in FERRY
        assert all(words in FERRY for words in end)
    assert "javascript:" not in re.sub(r"alert\(1\)", "", " ".join(links))
    assert 'href="javascript' not in text
    assert "(<javascript" not in text


def test_json_has_the_place_of_every_source(of_the_web):
    found = json.loads(summarise.export(of_the_web, "json"))
    assert [article["title"] for article in found["articles"]] == [
        article.title for article in of_the_web.articles
    ]
    lines = [line for story in found["stories"] for line in story["sentences"]]
    assert sorted(line["rank"] for line in lines) == list(range(1, of_the_web.size + 1))
    for place in (place for line in lines for place in (line["source"], *line["others"])):
        article = of_the_web.articles[place["article"]]
        assert article.text[place["start"] : place["end"]] == place["text"]
    assert found["text"] == of_the_web.text
    assert any(line["others"] for line in lines)


def test_html_is_safe_whatever_an_article_says():
    hostile = FERRY.replace("Rescue boats", "<script>alert(1)</script> & boats")
    text = summarise.export(summarise.digest([page(hostile, 'https://a.example/"><b>')], 9), "html")
    assert "<script" not in text
    assert "<b>" not in text
