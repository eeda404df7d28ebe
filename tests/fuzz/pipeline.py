"""What must hold of anything that goes through the library, from its bytes to every export."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from random import Random

import summarise
from summarise import Article, Kind, Length, LengthError, Ranking, SummariseError, Summary
from summarise.errors import SourceError
from summarise.exports import format_names
from summarise.index import Index
from summarise.loading import Source
from summarise.methods import Method, all_methods
from summarise.notices import notices_of
from summarise.parsing.explaining import explain_page
from summarise.sources.web.options import Fetching
from tests.fuzz.files import json_of, made_case
from tests.summarise.test_sanitise import UNWANTED

OFFLINE = Fetching(asks=False)
METHODS = tuple(all_methods())
#: Sumy adds up in the order of sets: the last digit of a score, and so the order of equals, may
#: differ from run to run. Of ours nothing may.
OURS = tuple(method for method in METHODS if not method.sumy_style)
LENGTHS = (
    *(
        "1",
        "2",
        "5",
        "20",
        "1%",
        "10%",
        "20%",
        "33.3%",
        "50%",
        "100%",
        "1w",
        "10w",
        "100w",
        "9999w",
    ),
    *("0.1min", "2min", "1c", "50c", "280c", "99999c"),
)
#: What is no length.
_NO_LENGTHS = ("", "0", "-1", "101%", "1.5", "nan", "1e5", "\x1b[2J", "5\n6", "9" * 400, "٣٪", "w")
#: Of so many cases one is ranked by every method; the others by one or two.
_ALL_METHODS = 40
#: Of so many cases one is gone through twice.
_TWICE = 10
#: All that an export in HTML is made of.
_TAGS = frozenset({"html", "head", "meta", "title", "body", "h1", "p", "br", "s", "small"})
_ATTRIBUTES = frozenset({("meta", "charset"), ("html", "lang")})


class _Page(HTMLParser):
    """Looks at the tags of a page."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, tag
        assert {(tag, name) for name, _ in attrs} <= _ATTRIBUTES, attrs

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def run_case(
    kind: str, seed: int, number: int, known: tuple[Method, ...] = METHODS
) -> tuple[str, Counter[str]]:
    """Go through one case, with the methods of a list.

    Returns:
        A digest of all that came out, and what was tried how often.

    Raises:
        AssertionError: Something does not hold.
    """
    dice = Random(f"{kind}/{seed}/{number}")
    data, name = made_case(kind, dice)
    tried: Counter[str] = Counter({"cases": 1})
    # Not the remainder of the number alone: which shard a case is in must not decide.
    many = dice.random() < 1 / _ALL_METHODS
    methods = known if many else dice.sample(known, dice.choice((1, 2)))
    digest = _digest(data, name, methods, Random(number), tried)
    if number % _TWICE == 0:
        again = _digest(data, name, methods, Random(number), Counter())
        assert again == digest, "it came out otherwise the second time"
        tried["twice"] += 1
    return digest, tried


def _digest(
    data: bytes,
    name: str,
    methods: tuple[object, ...] | list[object],
    dice: Random,
    tried: Counter[str],
) -> str:
    said = hashlib.sha256()
    for found in found_in(data, name):
        if isinstance(found, SummariseError):
            check_line(str(found))
            said.update(str(found).encode())
            tried["refused"] += 1
            continue
        tried["articles"] += 1
        for piece in _gone_through(found, methods, dice, tried):
            said.update(piece.encode())
    return said.hexdigest()


def found_in(data: bytes, name: str) -> Iterator[Article | SummariseError]:
    """The articles in the bytes of a file, three of many; or why there are none."""
    source = (
        Source("-", "standard input", "", data) if name == "-" else Source(name, name, "", data)
    )
    try:
        found = source.open(fetching=OFFLINE)
    except SummariseError as error:
        yield error
        return
    if isinstance(found, Article):
        yield found
        return
    for part in found[:3]:
        check_line(part.name)
        check_line(part.group, empty=True)
        check_line(part.part.address if part.part else part.origin, empty=True)
        if part.part is not None:
            try:
                yield part.load(fetching=OFFLINE)
            except SummariseError as error:
                assert isinstance(error, SourceError)
                yield error


def check_line(text: str, *, empty: bool = False) -> None:
    """It is one line that can be shown."""
    assert UNWANTED.search(text) is None, text
    assert "\n" not in text, text
    assert text.strip() or empty


def check_text(text: str) -> None:
    """It has no control character but line breaks."""
    assert UNWANTED.search(text) is None, text


def check_article(article: Article) -> None:
    """Offsets are exact, paragraphs and sentences cover everything, and nothing can act."""
    check_text(article.text)
    for line in (article.title, article.author, article.date, article.site, article.address):
        check_line(line, empty=True)
    for line in (article.note, article.name, article.language, article.form):
        check_line(line, empty=True)
    for line in notices_of(article):
        check_line(line)
    text = article.text
    at = stop = 0
    for index, paragraph in enumerate(article.paragraphs):
        assert paragraph.index == index
        assert not text[at : paragraph.start].strip(), "lost between paragraphs"
        assert paragraph.first == stop
        assert at <= paragraph.start <= paragraph.end <= len(text)
        at = paragraph.start
        for sentence in article.sentences[paragraph.first : paragraph.stop]:
            assert sentence.paragraph == index
            assert sentence.text == text[sentence.start : sentence.end], "offsets"
            assert sentence.text.strip()
            # Code keeps what its first line is indented by.
            assert sentence.text.strip() == sentence.text or paragraph.kind is Kind.CODE
            assert not text[at : sentence.start].strip(), "lost between sentences"
            assert at <= sentence.start < sentence.end <= paragraph.end
            at = sentence.end
        assert not text[at : paragraph.end].strip(), "lost at the end of a paragraph"
        at, stop = paragraph.end, paragraph.stop
    assert not text[at:].strip(), "lost at the end"
    assert stop == len(article.sentences)
    assert [sentence.index for sentence in article.sentences] == list(range(stop))
    for chapter in article.chapters:
        check_line(chapter.title, empty=True)


def _gone_through(
    article: Article, methods: tuple[object, ...] | list[object], dice: Random, tried: Counter[str]
) -> Iterator[str]:
    check_article(article)
    yield article.text
    index = Index(article)
    for term in index.key_terms:
        check_line(term.text)
    rankings = []
    for method in methods:
        ranking = summarise.rank(index, method.name)
        assert sorted(ranking.order) == sorted(article.candidates)
        assert len(ranking.scores) == len(ranking.order)
        rankings.append(ranking)
        tried["rankings"] += 1
        yield f"{ranking.order}"
    ranking = dice.choice(rankings)
    yield from _lengths(ranking, tried)
    if article.sentences:
        yield from _steered(ranking, dice, tried)
    for explained in explain_page(article):
        check_line(str(explained))
    if any(paragraph.boilerplate for paragraph in article.paragraphs):
        check_article(article.restore_all())
    if article.paragraphs:
        check_article(article.drop(dice.randrange(len(article.paragraphs))))


def _lengths(ranking: Ranking, tried: Counter[str]) -> Iterator[str]:
    by_size = sorted((ranking.select(length) for length in LENGTHS), key=lambda s: s.size)
    for shorter, longer in pairwise(by_size):
        assert shorter.kept <= longer.kept, "a longer summary has lost a sentence"
    tried["lengths"] += len(by_size)
    summaries = list({summary.size: summary for summary in by_size}.values())
    for summary in summaries:
        assert len(summary.indices) == summary.size
        assert list(summary.indices) == sorted(summary.kept)
        check_text(summary.text)
    for summary in {0: summaries[0], 1: summaries[len(summaries) // 2], 2: summaries[-1]}.values():
        yield from _exports(summary, tried)
    for text in _NO_LENGTHS:
        try:
            Length.parse(text)
        except LengthError as error:
            check_line(str(error))
        else:
            raise AssertionError(f"{text!r} passes for a length")


def _exports(summary: Summary, tried: Counter[str]) -> Iterator[str]:
    article = summary.ranking.article
    for form in format_names():
        text = summarise.export(summary, form, titled=True)
        check_text(text)
        tried["exports"] += 1
        if (
            form != "json"
        ):  # sumy adds up in the order of sets: the last digit of a score may differ
            yield text
        if form == "json":
            assert "\n" not in text[:-1]
            found = json_of(text)["sentences"]
            assert isinstance(found, list)
            assert [one["index"] for one in found] == list(summary.indices)
            assert all(one["text"] == article.text[one["start"] : one["end"]] for one in found)
        elif form == "html":
            page = _Page()
            page.feed(text)
            page.close()


def _steered(ranking: Ranking, dice: Random, tried: Counter[str]) -> Iterator[str]:
    article = ranking.article
    places = range(len(article.sentences))
    words = re.findall(r"\w+", article.text)[:200] or ["x"]
    pins = frozenset(dice.choices(places, k=2))
    drops = frozenset(dice.choices(places, k=2))
    steered = ranking.steer(pins, drops, {dice.choice(words): 2.0, "\x1b[2J": -1.0})
    assert set(steered.order) == set(ranking.order) - drops
    assert set(steered.order[: len(steered.pins)]) == steered.pins
    for wanted in (ranking, steered):
        for sentence in dice.choices(places, k=2):
            explained = summarise.explain(wanted, sentence)
            for term in explained.terms:
                check_line(term.term)
            check_line(explained.reason + explained.unfit, empty=True)
            yield f"{explained.rank} {explained.percent}"
        summary = wanted.select(dice.choice(LENGTHS))
        for sentence in dice.choices(places, k=3):
            link = summary.link(sentence)
            assert link is None or link.sentence in summary.kept
        assert all(left not in summary.kept for left in summary.dangling.values())
        assert len(wanted.coverage_curve) == len(wanted.order)
        assert 0 <= wanted.suggested_length <= len(wanted.order)
        _ = summary.coverage
        tried["steered"] += 1
