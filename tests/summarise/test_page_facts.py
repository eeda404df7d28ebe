"""Who wrote a page, when, where and at which address: told by pages of many makers."""

from __future__ import annotations

import json

import pytest

from summarise.draft import Draft
from summarise.loading import feeds_of
from summarise.parsing import parse_draft
from summarise.sources.dates import iso_date
from summarise.sources.html.reader import read_html
from summarise.sources.reading import read_draft
from summarise.sources.web.addresses import is_like_a_feed
from tests.summarise.page_facts import Page, pages


@pytest.mark.parametrize("page", list(pages()), ids=lambda page: page.name)
def test_what_a_page_names_is_told_and_nothing_else(page: Page):
    article = parse_draft(read_html(page.html.encode()))
    assert (article.author, article.date) == (page.author, page.date)
    assert (article.site, article.address) == (page.site, page.address)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-03-01", "2026-03-01"),
        ("2026-3-1", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("2026-03", "2026-03"),
        ("2026/03/01 08:30", "2026-03-01T08:30:00"),
        ("2026-03-01T08:30:00Z", "2026-03-01T08:30:00+00:00"),
        ("2026-03-01T08:30:00.123+0200", "2026-03-01T08:30:00+02:00"),
        ("2026-03-01 08:30:00 UTC", "2026-03-01T08:30:00+00:00"),
        ("2026-03-01T00:00:00", "2026-03-01"),
        ("Sun, 01 Mar 2026 08:30:00 +0100", "2026-03-01T08:30:00+01:00"),
        ("1 Mar 2026", "2026-03-01"),
        ("Sunday, March 1st, 2026", "2026-03-01"),
        ("Published on 1 March, 2026 by Ann", "2026-03-01"),
        ("1. März 2026, 10 Uhr", "2026-03-01"),
        ("le 1er mars 2026", "2026-03-01"),
        ("1 de marzo de 2026", "2026-03-01"),
        ("1º de março de 2026", "2026-03-01"),
        ("1 maart 2026", "2026-03-01"),
        ("2026年3月1日", "2026-03-01"),
        ("01.03.2026", "2026-03-01"),
        ("14/3/2026", "2026-03-14"),
        ("3/14/2026", "2026-03-14"),
        ("3/4/2026", ""),
        ("1 Marchember 2026", ""),
        ("31 February 2026", ""),
        ("1 March 3026", ""),
        ("1970-01-01T00:00:00Z", ""),
        ("yesterday", ""),
        ("", ""),
        ("9" * 5000, ""),
        ("2026-13-45T99:99", ""),
    ],
)
def test_dates_are_read_as_people_and_programs_write_them(written, date):
    assert iso_date(written) == date


def page_with(head: str = "", behind: str = "") -> str:
    text = "<p>The harbour was dredged again, and the mud was carried to the fields behind.</p>" * 6
    return (
        f"<html><head>{head}<title>Mud</title></head><body><h1>Mud</h1>{behind}{text}</body></html>"
    )


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ("Ann Bell", "Ann Bell"),
        ("By Ann Bell and Carl Dee", "Ann Bell, Carl Dee"),
        ("Ann Bell &amp; Carl Dee", "Ann Bell, Carl Dee"),
        ("Ann Bell, Carl Dee, Eve Fox", "Ann Bell, Carl Dee, Eve Fox"),
        ("Bell, Ann", "Ann Bell"),
        ("Ann Bell (ann@example.org)", "Ann Bell"),
        ("Ann Bell, ann bell", "Ann Bell"),
        ("J.R.R. Bell", "J.R.R. Bell"),
        ("Ludwig van der Bell", "Ludwig van der Bell"),
        ("Ann Bell - Marketing Manager", "Ann Bell"),
        ("@annbell", ""),
        ("admin", ""),
        ("https://example.org/ann", ""),
        ("This is not a name. It is a sentence of some length about mud.", ""),
        ("Mud", ""),  # the title
        ("7", ""),
        ("\x1b[31mAnn Bell", "Ann Bell"),
        ("Ann " * 5000, ""),
    ],
)
def test_names_are_told_from_what_stands_in_their_place(said, author):
    assert read_html(page_with(f'<meta name="author" content="{said}">')).author == author


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="pub_date" content="20240501">',
        '<meta name="date_published" content="May 1, 2024">',
        '<abbr itemprop="datePublished" title="2024-05-01T00:00:00">this spring</abbr>',
    ],
)
def test_a_page_says_when_it_was_published_by_many_names(head):
    assert read_html(page_with(behind=head)).date == "2024-05-01"


def linked(data: str) -> str:
    return page_with(f'<script type="application/ld+json">{data}</script>')


def test_linked_data_with_a_fault_in_it_still_says_who_and_when():
    author = '"author":{"@type":"Person","name":"Ann Bell"}'
    about = f'"headline":"Mud",{author},"articleBody":"The "mud" is"'
    when = '"datePublished":"Wed, 01 May 2024 14:04:53 -0400"'
    draft = read_html(linked(f'{{"@type":"Article",{when},{about}}}'))
    assert (draft.author, draft.date) == ("Ann Bell", "2024-05-01T14:04:53-04:00")
    other = '"datePublished":"2023-01-01"'
    draft = read_html(
        linked(f'[{{"@type":"Article",{when},{about}}},{{"@type":"Article",{other}}}]')
    )
    assert (draft.author, draft.date) == ("", "")


@pytest.mark.parametrize(
    "data",
    [
        '{"@type":"Article",' + '"author":{' * 20_000,
        "[" * 100_000,
        "{" * 5000 + '"a":',
        json.dumps({"@type": "Article", "author": {"name": {"name": 3}}, "datePublished": [7]}),
        json.dumps({"@type": {"a": "Article"}, "author": [[["Ann"]]], "url": 5}),
        json.dumps([{"@type": "Article", "author": "Ann Bell", "@id": []}] * 3000),
        json.dumps({"@graph": {"@graph": {"@graph": {"@graph": {"@graph": []}}}}}),
        "null",
        "",
    ],
)
def test_linked_data_of_any_shape_does_no_harm(data):
    draft = read_html(page_with(f'<script type="application/ld+json">{data}</script>'))
    assert draft.author in ("", "Ann Bell")
    assert draft.blocks


def test_a_comment_further_down_does_not_name_the_author():
    comment = (
        "<section class=comments><p class=author>Carl Troll</p><time pubdate>1 May 2026</time>"
    )
    draft = read_html(page_with().replace("</body>", comment + "</section></body>"))
    assert (draft.author, draft.date) == ("", "")


def test_a_page_that_says_it_has_a_sidebar_is_read_all_the_same():
    byline = '<div class="with sidebar"><h1>Mud</h1><p class=byline>By Ann Bell</p></div>'
    assert read_html(page_with().replace("<h1>Mud</h1>", byline)).author == "Ann Bell"


# the feeds that a page names


def link(href: str, kind: str = "application/rss+xml", title: str = "", rel: str = "alternate"):
    return f'<link rel="{rel}" type="{kind}" title="{title}" href="{href}">'


def feeds(head: str, address: str = "https://example.org/2026/ice.html") -> list[tuple[str, str]]:
    draft = read_draft(page_with(head).encode(), "ice.html", address=address)
    assert isinstance(draft, Draft)
    return [(feed.title, feed.address) for feed in parse_draft(draft).feeds]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (link("https://example.org/rss", title="All &amp; more"), "https://example.org/rss"),
        (link("/rss"), "https://example.org/rss"),
        (link("rss.xml", "application/atom+xml"), "https://example.org/2026/rss.xml"),
        (link("//feeds.example.net/a", "application/feed+json"), "http://feeds.example.net/a"),
        (link("feed:https://example.org/rss"), "https://example.org/rss"),
        (link("/rss", "", rel="feed"), "https://example.org/rss"),
        (link("/rss", "APPLICATION/RSS+XML; charset=utf-8", rel="ALTERNATE home"), "https://example.org/rss"),
        ('<base href="https://example.net/b/">' + link("rss"), "https://example.net/b/rss"),
        ('<link rel="canonical" href="https://example.net/c/ice">' + link("rss"), "https://example.net/c/rss"),
        (link("/wp-json/wp/v2/posts/1", "application/json"), ""),
        (link("/de/", "text/html"), ""),
        (link("/style.css", "text/css", rel="alternate stylesheet"), ""),
        (link("javascript:alert(1)"), ""),
        (link("http://[broken"), ""),
        (link(""), ""),
    ],
)  # fmt: skip
def test_the_feeds_of_a_page_are_known_with_their_whole_addresses(head: str, found: str):
    assert [address for _, address in feeds(head)] == [found] * bool(found)


def test_feeds_have_their_titles_and_are_named_once():
    named = link("/a", title="News &amp; more") + link("/b") + link("/a", title="Again")
    assert feeds(named) == [("News & more", "https://example.org/a"), ("", "https://example.org/b")]
    assert len(feeds("".join(link(f"/{n}") for n in range(900)))) == 20


def test_of_a_file_whose_place_is_not_known_only_whole_addresses_lead_anywhere():
    assert feeds(link("/rss") + link("https://example.org/rss"), "") == [
        ("", "https://example.org/rss")
    ]


def test_the_feeds_of_a_page_can_be_opened():
    page = page_with(link("/rss", title="News\x1b[31m")).encode()
    draft = read_draft(page, "a", address="https://a.org/b")
    (source,) = feeds_of(parse_draft(draft))
    assert (source.origin, source.name, source.group) == (
        "https://a.org/rss",
        "News",
        "Feeds of Mud",
    )


@pytest.mark.parametrize(
    ("name", "head", "note"),
    [
        ("a.rss", link("/rss"), "this is a page, not a feed, and names the feed https://a.org/rss"),
        (
            "a.atom",
            link("/1") + link("/2") + link("/3") + link("/4"),
            "names the feeds https://a.org/1, https://a.org/2, https://a.org/3",
        ),
        ("a.rss", "", "this is a page, not a feed, and names none"),
        ("a.html", link("/rss"), ""),
    ],
)
def test_a_page_in_place_of_a_feed_says_which_feeds_it_names(name: str, head: str, note: str):
    draft = read_draft(page_with(head).encode(), name, address="https://a.org/b")
    assert isinstance(draft, Draft)
    assert draft.blocks
    assert note in draft.note if note else draft.note == ""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.org/feed", True),
        ("https://a.org/blog/feed/?paged=2", True),
        ("https://a.org/index.xml", True),
        ("https://a.org/posts.atom", True),
        ("https://a.org/rss.xml#top", True),
        ("https://a.org/2026/how-to-feed", False),
        ("https://a.org/", False),
        ("https://a.org/sitemap.xml", False),
    ],
)
def test_some_addresses_are_those_of_feeds(address: str, expected: bool):
    assert is_like_a_feed(address) is expected
