"""Lines below a title that say who wrote and when are beside the article, in any format."""

from __future__ import annotations

import pytest

from summarise import Article
from summarise.draft import Aside
from summarise.parsing import parse_draft
from summarise.sources.formats import MARKDOWN, PLAIN
from summarise.sources.reading import read_text

STORY = (
    "The council has ordered a boat that breaks the ice, since the harbour froze in January.",
    "It will be built in Norway and will cost forty million crowns, the mayor said on Monday.",
    "Nobody knows yet who is going to pay for the crew, which the council wants to hire in May.",
)


def article_of(*lines: str, form=MARKDOWN) -> Article:
    heading = "# The boat\n\n" if form is MARKDOWN else "The boat\n\n"
    return parse_draft(read_text(heading + "\n\n".join((*lines, *STORY)), form))


def beside(article: Article) -> list[str]:
    return [
        article.text[p.start : p.end]
        for p in article.paragraphs
        if p.boilerplate == Aside.FRONT_MATTER
    ]


@pytest.mark.parametrize("form", [MARKDOWN, PLAIN])
@pytest.mark.parametrize(
    "lines",
    [
        ("2022-10-16",),
        ("By Anna Berg",),
        ("By Anna Berg, 16 October 2022",),
        ("Anna Berg | The Weekly | March 3, 2020",),
        ("16 October 2022 · 5 min read",),
        ("Last updated: 16 Oct 2022 08:30 UTC",),
        ("Posted on 16/10/2022 by admin",),
        ("By Anna Berg", "Monday, October 16, 2022 at 8:00 am", "5 min read"),
    ],
)
def test_who_wrote_and_when_is_beside_the_article(lines: tuple[str, ...], form):
    article = article_of(*lines, form=form)
    assert beside(article) == list(lines)
    assert [article.sentences[i].text for i in article.candidates] == list(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "1802-01-01, the mill was built",
        "The council met on Monday, 3 May 2021",
        "By the river Thames",
        "Updated for the new season, by hand",
        "It froze on 3 May 2021.",
        "A deck that says what the boat is for",
        "2022年10月16日某某会议在北京人民大会堂隆重举行",
    ],
)
def test_what_says_more_stays_in_the_article(line: str):
    assert beside(article_of(line)) == []


def test_the_days_of_a_diary_are_not_told_apart():
    days = [text for n in range(1, 5) for text in (f"2021-03-0{n}", f"It froze on day {n} again.")]
    assert beside(article_of(*days)) == []
    assert beside(article_of(*days[::2])) == []


def test_a_date_further_down_is_none_of_the_article():
    assert beside(article_of("The boat is late.", "2022-10-16")) == []
