"""Feeds become the articles they hold, whole or their beginnings; lists of feeds their feeds."""

# ruff: noqa: E501 (tags stay in the line of what they hold)

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

import summarise
from summarise import SourceError
from summarise.draft import Parts
from summarise.loading import Source, source_of
from summarise.sources.reading import read_draft
from summarise.sources.web.options import Fetching
from tests.local_server import serving
from tests.summarise.test_web import PAGE

pytestmark = pytest.mark.loopback

FULL = "".join(
    f"<p>The ferry of day {n} was late again. Nobody on the quay was told the reason why.</p>"
    for n in range(4)
)
SHORT = "<p>The ferry was late again. Nobody was told …</p>"


def rss(*items: str, head: str = "<title>Harbour &amp; Sea</title>") -> bytes:
    """A feed in the commonest form."""
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    channel = f"<channel>{head}<link>http://a.example/</link>{''.join(items)}</channel>"
    return f'<?xml version="1.0"?>\n<rss version="2.0" {space}>{channel}</rss>'.encode()


ITEM = f"""<item><title>The &lt;b&gt;late&lt;/b&gt; ferry &amp;amp; its captain</title>
<link>/late</link><guid isPermaLink="false">a1</guid><dc:creator>Ann Bell</dc:creator>
<pubDate>Sun, 01 Mar 2026 08:30:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[{FULL}]]></content:encoded></item>"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a.example/blog/" xml:lang="en"><title>Harbour &amp; Sea</title>
<link rel="self" href="feed.xml"/><link href="./"/>
<entry><id>urn:1</id><title type="html">The &lt;b&gt;late&lt;/b&gt; ferry &amp;amp; its captain</title>
<link rel="edit" href="edit/1"/><link href="../late"/><updated>2026-04-01T10:00:00Z</updated>
<published>2026-03-01T08:30:00+01:00</published><author><name>Ann Bell</name><email>ann@a.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{FULL}</div></content></entry></feed>""".encode()

RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Harbour &amp; Sea</title></channel>
<item rdf:about="http://a.example/late"><title>The late ferry &amp;amp; its captain</title><link>http://a.example/late</link>
<dc:date>2026-03-01T08:30:00+01:00</dc:date><dc:creator>Ann Bell</dc:creator><description><![CDATA[{FULL}]]></description></item></rdf:RDF>""".encode()

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour & Sea",
        "items": [
            {
                "id": 1,
                "url": "http://a.example/late",
                "title": "The late ferry & its captain",
                "content_html": FULL,
                "date_published": "2026-03-01T08:30:00+01:00",
                "authors": [{"name": "Ann Bell"}, "nobody"],
            }
        ],
    }
).encode()


def parts_of(data: bytes, name: str = "feed") -> Parts:
    found = read_draft(data, name)
    assert isinstance(found, Parts)
    return found


@pytest.mark.parametrize("data", [rss(ITEM), ATOM, RDF, JSON], ids=["rss", "atom", "rdf", "json"])
@pytest.mark.parametrize("suffix", ["", ".xml", ".rss", ".txt", ".html"])
def test_a_feed_of_any_kind_gives_its_articles(tmp_path: Path, data: bytes, suffix: str):
    path = tmp_path / f"feed{suffix}"
    path.write_bytes(data)
    (article,) = summarise.load_all(path)
    assert article.title == "The late ferry & its captain"
    assert (article.author, article.site) == ("Ann Bell", "Harbour & Sea")
    assert article.date == "2026-03-01T08:30:00+01:00"
    assert article.address == "http://a.example/late"
    assert article.form == "feed"
    assert len(article.candidates) == 8
    assert article.note == ""


def test_articles_are_told_apart_in_their_order():
    items = [
        f"<item><title>Day {n}</title><description>{FULL}</description></item>" for n in (1, 2, 2)
    ]
    found = parts_of(rss(*items))
    assert [part.title for part in found.parts] == ["Day 1", "Day 2", "Day 2"]
    assert len({part.key for part in found.parts}) == 3


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (f"<content:encoded><![CDATA[{FULL}]]></content:encoded>", True),
        (f"<description><![CDATA[{FULL}]]></description>", True),
        (f"<description><![CDATA[{SHORT}]]></description>", False),
        ("<description>It was late.</description>", True),  # and there is no page of it
        ("<link>/a</link><description>It was late.</description>", False),
        ("<link>/a</link><content:encoded>It was late.</content:encoded>", True),
        (
            "<link>/a</link><description>It was late.</description>"
            "<content:encoded>It was late.</content:encoded>",
            True,
        ),
        ("<link>/a</link><content:encoded>It was late … Read more</content:encoded>", False),
        (f"<description><![CDATA[{FULL}<a href='/'>Read more</a>]]></description>", False),
        ("<description>" + "They asked for more and more money. " * 60 + "</description>", True),
        ("", False),
    ],
)
def test_whether_a_feed_gives_all_of_an_article_is_known(body, whole):
    (part,) = parts_of(rss(f"<item><title>A</title>{body}</item>")).parts
    assert part.whole is whole


@pytest.mark.parametrize(("title", "whole"), [("<title>A</title>", False), ("", True)])
def test_what_has_no_title_is_no_teaser(title: str, *, whole: bool):
    item = f"<item>{title}<link>/a</link><description>&lt;p>Late!&lt;/p></description></item>"
    (part,) = parts_of(rss(item)).parts
    assert part.whole is whole


def test_of_what_may_be_a_teaser_it_is_said_that_it_may_be_one(tmp_path: Path):
    path = tmp_path / "feed.xml"
    path.write_bytes(
        rss("<item><title>A</title><link>/a</link><description>It sank.</description></item>")
    )
    assert summarise.load(path).note == (
        "this is what the feed gives of the article: its page may have more"
    )


def test_the_base_that_a_feed_names_goes_before_the_address_of_its_site():
    cdf = (
        b'<CHANNEL BASE="http://b.example/" HREF="http://a.example/"><TITLE>Sea</TITLE>'
        b'<ITEM HREF="/late"><TITLE>Late</TITLE><ABSTRACT>It was late.</ABSTRACT></ITEM></CHANNEL>'
    )
    assert parts_of(cdf).parts[0].address == "http://b.example/late"
    atom = ATOM.replace(b"http://a.example/blog/", b"/blog/").replace(
        b'"./"', b'"http://c.example/"'
    )
    assert parts_of(atom).parts[0].address == "http://c.example/late"


def test_a_script_in_a_title_is_no_part_of_it():
    title = b'<title type="xhtml"><div>Late<script>go()</script> ferries<style>p{}</style></div></title>'
    entry = b"<entry>" + title + b"<content>It was late.</content></entry>"
    feed = b'<feed xmlns="http://www.w3.org/2005/Atom">' + entry + b"</feed>"
    assert parts_of(feed).parts[0].title == "Late ferries"


def test_of_a_beginning_it_is_said_that_it_is_one(tmp_path: Path):
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(f"<item><title>A</title><description>{SHORT}</description></item>"))
    article = summarise.load(path)
    assert article.note == "this is only the beginning of the article, as the feed gives it"


def test_the_page_of_a_beginning_is_fetched_where_that_is_wanted(tmp_path: Path):
    with serving() as server:
        link = server.page("/late", PAGE)
        item = f"<item><title>A</title><link>{link}</link><description>{SHORT}</description></item>"
        gone = item.replace("/late", "/gone")
        path = tmp_path / "feed.xml"
        path.write_bytes(rss(item, gone))
        sources = source_of(path).open()
        assert isinstance(sources, tuple)
        first = sources[0].load()
        assert "late again" in first.text
        assert not server.asked
        whole = [source.load(fetching=Fetching(completes=True)) for source in sources]
    assert (whole[0].title, whole[0].note) == ("The bridge opens", "")
    assert "late again" in whole[1].text
    assert "its page is not to be had (answered 404" in whole[1].note


def test_a_feed_at_an_address_is_asked_for_what_is_new():
    with serving() as server:
        address = server.page("/feed", rss(ITEM), kind="application/rss+xml")
        assert len(summarise.load_all(address)) == 1
        server.page("/feed", rss(ITEM, ITEM.replace("a1", "a2")), kind="application/rss+xml")
        assert len(summarise.load_all(address)) == 2
    assert len(summarise.load_all(address)) == 2  # as it was kept: there is no server any more


def test_addresses_in_a_feed_may_be_relative_to_its_own():
    relative = rss(ITEM).replace(b"<link>http://a.example/</link>", b"")
    with serving() as server:
        address = server.page("/blog/feed", relative, kind="text/xml")
        (article,) = summarise.load_all(address)
    assert article.address == server.address("/late")
    assert parts_of(relative).parts[0].address == ""


OPML = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Sea"><outline type="rss" text="Ferries" xmlUrl="http://a.example/feed"/>
<outline title="Gulls" xmlUrl=" https://b.example/atom "/></outline>
<outline text="Bad" xmlUrl="file:///etc/passwd"/><outline type="rss" text="Ferries again" xmlUrl="http://a.example/feed"/>
</body></opml>"""


def test_a_list_of_feeds_gives_the_feeds_under_their_folders(tmp_path: Path):
    path = tmp_path / "mine.opml"
    path.write_bytes(OPML)
    sources = source_of(path).open()
    assert isinstance(sources, tuple)
    assert [(s.name, s.group, s.origin) for s in sources] == [
        ("Ferries", "Sea", "http://a.example/feed"),
        ("Gulls", "Sea", "https://b.example/atom"),
    ]
    assert summarise.load_all(path) == []


def test_a_source_of_several_articles_is_no_article(tmp_path: Path):
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(ITEM, ITEM.replace("a1", "a2")))
    with pytest.raises(SourceError, match="holds 2 articles"):
        summarise.load(path)


def test_articles_keep_their_keys_when_the_feed_is_read_again(tmp_path: Path):
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(ITEM, ITEM.replace("a1", "a2")))
    first, again = source_of(path).open(), source_of(path).open()
    assert isinstance(first, tuple)
    assert isinstance(again, tuple)
    assert [s.key for s in first] == [s.key for s in again]
    assert all(isinstance(s, Source) and s.group == "Harbour & Sea" for s in first)


# -- what others may send


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rss(), "is a feed without articles"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "is a feed without articles"),
        (
            b'{"version": "https://jsonfeed.org/version/1", "items": 3}',
            "is a feed without articles",
        ),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', "its JSON is damaged"),
        (b"<opml><body></body></opml>", "without any feeds"),
        (b"<rss" + b" a=''" * 2_000_001 + b"></rss>", "more marks"),
    ],
)
def test_feeds_without_articles_are_told_in_a_line(tmp_path: Path, data, reason):
    path = tmp_path / "feed.xml"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=reason) as caught:
        source_of(path).open()
    assert str(caught.value).isprintable()


def test_entities_are_not_expanded_and_files_not_read(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY x SYSTEM "file://{secret}">{laughs}]>'
    item = f"<item><title>A &x; B &l9;</title><description>{FULL} &x;</description></item>"
    data = rss(item).replace(b"\n<rss", f"\n{head}<rss".encode())
    began = time.monotonic()
    (part,) = parts_of(data).parts
    assert part.read is not None
    draft = part.read()
    assert time.monotonic() - began < 2
    assert "SECRET" not in part.title + "".join(block.text for block in draft.blocks)
    assert len(part.title) < 100


def test_depth_without_end_ends():
    data = b"<rss><channel>" + b"<a>" * 200_000 + b"</channel></rss>"
    with pytest.raises(SourceError):
        read_draft(data, "deep.xml")


def test_a_feed_that_is_broken_or_cut_gives_what_is_there():
    items = [ITEM.replace("a1", f"b{n}").replace("&amp;amp;", "&") for n in range(7)]
    data = rss(*items)
    assert len(parts_of(data).parts) == 7
    assert len(parts_of(data[: len(data) // 2]).parts) in (3, 4)


def test_names_of_characters_are_those_of_html():
    item = "<item><title>Caf&eacute;&nbsp;au lait &amp; more</title><description>a</description></item>"
    assert parts_of(rss(item)).parts[0].title == "Café au lait & more"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-2", "windows-1251", "shift_jis"])
def test_feeds_in_other_encodings(encoding):
    name = {"iso-8859-2": "Zażółć", "windows-1251": "Паром", "shift_jis": "渡し船"}.get(
        encoding, "Fähre"
    )
    text = rss(f"<item><title>{name}</title><description>{FULL}</description></item>").decode()
    text = text.replace('version="1.0"?', f'version="1.0" encoding="{encoding}"?')
    assert parts_of(text.encode(encoding)).parts[0].title == name


def test_control_sequences_in_titles_are_taken_out():
    data = JSON.replace(b"The late ferry", b"The \\u001b[31mlate\\u202e ferry")
    assert parts_of(data).parts[0].title == "The late ferry & its captain"


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("The gates were closed for good.", True),
        ("A crew of six oiled the last lock, and then", False),
        ("The gates were closed for good […]", False),
    ],
    ids=["a standfirst", "the beginning of the text", "cut off"],
)
def test_what_only_the_summary_of_an_entry_says_stands_before_its_text(
    tmp_path: Path, summary, shown
):
    text = "<p>A crew of six oiled the last lock, and then went home.</p><p>It was a Sunday.</p>"
    item = (
        f"<description>{summary}</description><content:encoded><![CDATA[{text}]]></content:encoded>"
    )
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(f"<item><title>A</title>{item}</item>"))
    (article,) = summarise.load_all(path)
    assert (article.sentences[0].text == summary) is shown
    assert article.sentences[-1].text == "It was a Sunday."


@pytest.mark.parametrize("number", ["55296", "xD83D", "x0dfff", "57343"])
def test_halves_of_characters_by_their_number_harm_no_feed(number: str):
    found = parts_of(rss(ITEM.replace("captain", f"&#{number};captain")))
    assert found.parts[0].title == "The late ferry & its \ufffdcaptain"


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\x1b[2J", "\u202e"])
def test_addresses_with_controls_in_them_are_left_out(end: str):
    feed = json.loads(JSON)
    feed["items"][0]["url"] = f"http://a.example/{end}late"
    assert parts_of(json.dumps(feed).encode()).parts[0].address == ""


def test_what_has_no_title_is_called_by_how_it_begins():
    said = (
        "We sat on the quay until <b>three</b> and watched the ice go out with the tide, all of it."
    )
    items = (f"<item><link>http://a.example/{n}</link><description><![CDATA[{text}]]></description></item>"
             for n, text in enumerate((said, "氷が" * 60, "")))  # fmt: skip
    titles = [part.title for part in parts_of(rss(*items)).parts]
    assert titles == [
        "We sat on the quay until three and watched the ice go out with the tide, all …",
        "氷が" * 40,
        "http://a.example/2",
    ]
