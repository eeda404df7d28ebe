"""What of an article was read before: measured on chains of reports, and case by case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from summarise import known as known_to
from summarise import load, parse
from summarise.novelty.known import (
    Known,
    ReadBefore,
    known_among,
    known_of,
    nearness,
    sentences_of,
)
from summarise.novelty.terms import LOOKED_UP, looked_up
from tests.benchmarks.speed import sentences
from tests.summarise.chains import CHOSEN_BY, HELD_OUT, Report, chain
from tests.summarise.test_digest import lines_run


def as_read(report: Report) -> ReadBefore:
    return ReadBefore(
        f"{report.chain} {report.date}",
        report.title,
        report.sentences,
        report.language,
        report.date,
    )


def read(*said: str, date: str = "") -> ReadBefore:
    return ReadBefore("one", "One", said, "en", date)


def known(said: Sequence[str], *texts: ReadBefore, date: str = "") -> Known:
    return known_among(dict(enumerate(said)), "en", date, texts)


def measured(names: Iterable[str], *, with_others: bool) -> tuple[float, float]:
    """The shares of new sentences that stay new and of known ones that are known.

    Each report is compared with those before it, and perhaps with all of every other chain.
    """
    kept, hits = [], []
    for name in names:
        others = [as_read(r) for n in (*CHOSEN_BY, *HELD_OUT) if n != name for r in chain(n)]
        reports = chain(name)
        for number, report in enumerate(reports[1:], 1):
            before = [*(others if with_others else ()), *map(as_read, reports[:number])]
            own = dict(enumerate(report.sentences))
            found = known_among(own, report.language, report.date, before)
            for index, new in enumerate(report.new):
                (kept if new else hits).append((index in found.seen) != new)
    return sum(kept) / len(kept), sum(hits) / len(hits)


@pytest.mark.parametrize("with_others", [True, False], ids=["among others", "alone"])
@pytest.mark.parametrize("names", [CHOSEN_BY, HELD_OUT], ids=["chosen by", "held out"])
def test_of_a_story_told_on_what_is_new_stays_bright_and_what_is_known_dims(names, with_others):
    new, old = measured(names, with_others=with_others)
    assert new >= 0.80
    assert old >= 0.70


def test_it_says_where_a_sentence_was_read():
    ferry = read("Ice closed the harbour.", "The ferry Aurora lost a propeller in the ice.")
    other = ReadBefore("two", "Two", ["Bakers baked bread."], "en")
    found = known(["Aurora, the ferry, had lost a propeller in ice."], other, ferry)
    assert found.seen[0].text == ferry
    assert "terms" not in vars(found.seen[0].text)  # which would be kept as long as what was found
    assert found.seen[0].words == "The ferry Aurora lost a propeller in the ice."
    assert found.share_new == 0


def test_a_number_that_has_changed_makes_a_sentence_new():
    before = read("The number of dead in the mine of Garrow rose to 12.", "The mine is flooded.")
    found = known(
        [
            "The number of dead in the mine of Garrow has risen to 12.",
            "The number of dead in the mine of Garrow has risen to 15 of 97.",
        ],
        before,
    )
    assert set(found.seen) == {0}


def test_the_same_words_with_a_not_are_new():
    before = read("Minister Halvorsen will resign over the tunnel contract this week.")
    said = [
        "Minister Halvorsen will not resign over the tunnel contract this week.",
        "Minister Halvorsen will resign over the tunnel contract this week, he said.",
    ]
    assert set(known(said, before).seen) == {1}


def test_the_day_of_a_report_is_no_new_number():
    before = read("The old Kestrel mill burnt down.", "Nobody was hurt.", date="2025-03-14")
    said = ["On 14 March 2025 the old Kestrel mill had burnt down."]
    assert set(known(said, before, date="2025-03-20").seen) == {0}


def test_what_was_said_years_ago_has_to_be_said_in_nearer_words():
    said = ["The kite festival of Brill drew thousands of visitors to the beach again."]
    words = ("The kite festival in Brill began with rain.", "Thousands of visitors were there.")
    near, far = (
        read(*words, "The kite festival of Brill filled a beach.", date=day)
        for day in ("2025-05-30", "2021-05-30")
    )
    assert set(known(said, near, date="2025-06-01").seen) == {0}
    assert not known(said, far, date="2025-06-01").seen
    assert nearness("2025-06-01", "2025-05-30") == 1 > nearness("2025-06-01", "2024-05-30") > 0.7
    assert nearness("2025-06-01", "soon") == nearness("", "") == 1


def test_a_text_about_something_else_makes_nothing_known_but_what_it_says_word_for_word():
    other = read(
        "The orchestra of Lund plays Mahler and Sibelius in May.",
        "The conductor, Aino Salo, has been ill since winter.",
        "Tickets cost twenty euros and can be bought at the door of the hall.",
        "Follow our letters for more news of the region every week.",
    )
    said = [
        "The bridge is going to be mended, and workers have been there since winter.",
        "Its piers were built of granite from Karlshamn.",
        "Follow our letters for more news of the region every week.",
    ]
    assert set(known(said, other).seen) == {2}


def test_headings_are_not_judged_and_what_was_left_out_is(tmp_path: Path):
    path = tmp_path / "pier.md"
    path.write_text("# Piers\n\nThe pier is old. It was built in 1911.\n\nIt rots.")
    article = load(path)
    judged = sentences_of(article)
    assert list(judged.values()) == ["The pier is old.", "It was built in 1911.", "It rots."]
    assert sentences_of(article.drop(article.paragraphs[-1].index)).keys() == judged.keys()
    assert known_of(article, []) == Known({}, 3)


def test_nothing_is_known_where_nothing_was_read_and_nothing_fails():
    assert known([]).share_new == 1
    assert known(["", "…", "It."], read("", "It was he."), read()).seen == {}


def test_names_and_numbers_tell_most():
    found = looked_up(["Yesterday the ferry Aurora sank near Brill with 41 people aboard."], "en")
    assert {term for term, worth in found.items() if worth > 1} == {"aurora", "brill", "41"}
    many = [f"x{number} is said here." for number in range(200)]
    assert len(looked_up(many, "en")) == LOOKED_UP


def test_a_term_counts_once_in_each_sentence_that_holds_it():
    found = looked_up(["Ships, ships and more ships.", "The ships’ bells.", "A bell!"], "en")
    assert found["ships"] == pytest.approx(2**0.5)
    assert found["bell"] == 1.0 == found["bells"]


def test_twice_the_sentences_are_twice_the_work():
    def work(count: int) -> int:
        own, before = sentences(count, seed=1), read(*sentences(count, seed=2))
        return lines_run(lambda: known(own, before))

    assert work(1_200) <= 2.5 * work(600)


def test_articles_are_compared_in_one_call():
    first, second = chain("bridge")[:2]
    found = known_to(parse(second.text), [parse(first.text)])
    assert {seen.text.title for seen in found.seen.values()} == {first.title}
    assert 0.4 < found.share_new < 0.7
