"""Pages that name their author, date, site and address in as many ways, each with its truth.

The ways are those of common programs that make pages; names and texts are made up.
"""

# ruff: noqa: E501 (tags stay in the line of what they hold)
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

_PROSE = "".join(
    f"<p>The harbour of Varnholm was dredged for the {n}th time, and the mud was carried to the fields"
    f" behind the church. The farmers had asked for it in {1900 + n}, and nobody had answered them"
    " until the council changed hands and the new mayor found their letter in a drawer.</p>\n"
    for n in range(4, 11)
)
TITLE = "The mud of Varnholm"


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what it names; what it does not name is empty."""

    name: str
    html: str
    author: str = ""
    date: str = ""
    site: str = ""
    address: str = ""


def _page(head: str, body: str) -> str:
    return f"<!doctype html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def _ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def _meta(**said: str) -> str:
    return "".join(f'<meta name="{name}" content="{value}">' for name, value in said.items())


def _og(**said: str) -> str:
    return "".join(
        f'<meta property="{n.replace("_", ":", 1)}" content="{v}">' for n, v in said.items()
    )


def _article(before: str = "", behind: str = "", title: str = TITLE) -> str:
    return f"<main><article>{before}<h1>{title}</h1>{behind}{_PROSE}</article></main>"


_COMMENTS = (
    '<div class="comments"><h2>Comments</h2><div class="comment"><span class="author">Carl Troll</span>'
    '<time datetime="2026-05-05T10:00">yesterday</time><p>First!</p></div></div>'
)
_RELATED = (
    '<aside class="related"><h3>More</h3><a href="/x">Ships</a><span class="byline">By Dora Other</span>'
    '<time datetime="2025-12-24">24 December</time></aside>'
)


def pages() -> Iterator[Page]:
    """All of them."""
    address = "https://www.varnholm.example/2026/03/mud"
    canonical = f'<link rel="canonical" href="{address}">'
    yield Page(
        "a newspaper with linked data",
        _page(
            f"<title>{TITLE} | Varnholm Post</title>{canonical}"
            + _og(og_site_name="Varnholm Post", og_title=TITLE)
            + _ld(
                {
                    "@context": "https://schema.org",
                    "@type": "NewsArticle",
                    "headline": TITLE,
                    "datePublished": "2026-03-01T08:30:00Z",
                    "dateModified": "2026-03-05T08:30:00Z",
                    "author": [
                        {"@type": "Person", "name": "Ann Bell"},
                        {"@type": "Person", "name": "Carl Dee"},
                    ],
                    "publisher": {"@type": "Organization", "name": "Northern Media AB"},
                }
            ),
            _article(behind="<p class=byline>By Ann Bell and Carl Dee</p>") + _RELATED,
        ),
        "Ann Bell, Carl Dee",
        "2026-03-01T08:30:00+00:00",
        "Varnholm Post",
        address,
    )
    yield Page(
        "a graph of linked data, whose author is named by its id",
        _page(
            f"<title>{TITLE} - Mudlarks</title>"
            + _ld(
                {
                    "@graph": [
                        {"@type": "WebSite", "@id": "#site", "name": "Mudlarks"},
                        {"@type": "WebPage", "@id": address, "url": address, "name": TITLE},
                        {"@type": "Person", "@id": "#ann", "name": "Ann Bell"},
                        {
                            "@type": ["Article", "BlogPosting"],
                            "author": {"@id": "#ann"},
                            "headline": TITLE,
                            "datePublished": "2026-03-01T00:00:00",
                            "mainEntityOfPage": {"@id": address},
                            "publisher": {"@id": "#org"},
                        },
                    ]
                }
            ),
            _article() + _COMMENTS,
        ),
        "Ann Bell",
        "2026-03-01",
        "Mudlarks",
        address,
    )
    yield Page(
        "linked data with broken ends and of several articles",
        _page(
            f"<title>{TITLE}</title>"
            '<script type="application/ld+json"><!-- [{"@type":"Article","headline":"Another","author":"Dora Other",'
            '"datePublished":"2020-01-01"},{"@type":"Article","headline":"The mud of Varnholm","author":"Ann&nbsp;Bell",'
            '"datePublished":"2026-03-01","url":"https://varnholm.example/mud",},] --></script>'
            '<script type="application/ld+json">{not json}</script>',
            _article(),
        ),
        "Ann Bell",
        "2026-03-01",
        "",
        "https://varnholm.example/mud",
    )
    yield Page(
        "Open Graph alone, whose author is an address",
        _page(
            f"<title>{TITLE}</title>"
            + _og(
                og_site_name="The Tide",
                og_url=address,
                article_published_time="2026-03-01T10:15:00+02:00",
                article_author="https://social.example/annbell",
            )
            + _meta(author="Ann Bell"),
            _article(),
        ),
        "Ann Bell",
        "2026-03-01T10:15:00+02:00",
        "The Tide",
        address,
    )
    yield Page(
        "a journal",
        _page(
            f"<title>{TITLE} | Journal of Mud</title>"
            '<meta name="citation_author" content="Bell, Ann"><meta name="citation_author" content="Dee, Carl M.">'
            '<meta name="citation_publication_date" content="2026/03/01"><meta name="citation_journal_title" content="Journal of Mud">'
            '<meta name="citation_abstract_html_url" content="https://x.example/abs">' + canonical,
            _article(),
        ),
        "Ann Bell, Carl M. Dee",
        "2026-03-01",
        "Journal of Mud",
        address,
    )
    yield Page(
        "Dublin Core",
        _page(
            '<meta name="DC.Creator" content="Ann Bell"><meta name="DC.Date.Issued" content="2026-03-01">'
            '<meta name="DC.Publisher" content="Varnholm University Press"><title>The mud of Varnholm</title>',
            _article(),
        ),
        "Ann Bell",
        "2026-03-01",
        "Varnholm University Press",
    )
    yield Page(
        "a blog with marks for microdata",
        _page(
            f"<title>{TITLE} – Ann writes</title>",
            '<article itemscope itemtype="https://schema.org/BlogPosting"><header><h1 itemprop="headline">The mud of Varnholm</h1>'
            '<time itemprop="datePublished" datetime="2026-03-01T09:00:00+01:00">March 1</time> by '
            '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><a href="/ann"><span itemprop="name">Ann Bell</span></a></span>'
            f"</header>{_PROSE}</article>{_COMMENTS}",
        ),
        "Ann Bell",
        "2026-03-01T09:00:00+01:00",
        "Ann writes",
    )
    yield Page(
        "a static blog",
        _page(
            f"<title>{TITLE} | Tidelog</title>{canonical}" + _og(og_type="article"),
            '<header class="site-header"><a class="site-title" rel="author" href="/">Tidelog</a></header>'
            '<main><article class="post h-entry"><header class="post-header"><h1 class="post-title p-name">The mud of Varnholm</h1>'
            '<p class="post-meta"><time class="dt-published" datetime="2026-03-01T00:00:00+00:00">Mar 1, 2026</time>'
            ' • <span class="p-author h-card">Ann Bell</span></p></header>'
            f'<div class="e-content">{_PROSE}</div></article></main>',
        ),
        "Ann Bell",
        "2026-03-01T00:00:00+00:00",
        "Tidelog",
        address,
    )
    yield Page(
        "a blog with entry classes",
        _page(
            "<title>The mud of Varnholm - Harbour Notes</title>",
            '<article class="post type-post"><header class="entry-header"><h1 class="entry-title">The mud of Varnholm</h1>'
            '<div class="entry-meta"><span class="posted-on">Posted on <a href="#"><time class="entry-date published" datetime="2026-03-01T12:00:00+00:00">March 1, 2026</time>'
            '<time class="updated" datetime="2026-04-01T12:00:00+00:00">April 1, 2026</time></a></span>'
            '<span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/ann">Ann Bell</a></span></span></div></header>'
            f'<div class="entry-content">{_PROSE}</div></article>{_COMMENTS}{_RELATED}',
        ),
        "Ann Bell",
        "2026-03-01T12:00:00+00:00",
        "Harbour Notes",
    )
    yield Page(
        "a page written by hand",
        _page(
            "<title>The mud of Varnholm</title>",
            f"<h1>The mud of Varnholm</h1><p><i>by Ann Bell</i></p><p>1 March 2026</p>{_PROSE}",
        ),
        "Ann Bell",
        "2026-03-01",
    )
    yield Page(
        "a page of tables",
        _page(
            "<title>The mud of Varnholm [Mud Weekly]</title>" + _meta(author="Bell, Ann"),
            '<table><tr><td><h1>The mud of Varnholm</h1><div class="Byline">By <b>Ann Bell</b><br>March 1, 2026</div>'
            f"{_PROSE}</td></tr></table>",
        ),
        "Ann Bell",
        "2026-03-01",
    )
    yield Page(
        "names with roles and addresses",
        _page(
            "<title>The mud of Varnholm - Varnholm Today</title>"
            + _og(og_site_name="Varnholm Today"),
            _article(
                behind='<div class="article__byline"><span class="byline__name">By <a href="/ann">Ann Bell</a>, Science Correspondent</span>'
                ' <a href="mailto:ann@varnholm.example">ann@varnholm.example</a></div>'
                '<div class="article__meta"><span class="article-date">Published 10:30 GMT, 1 March 2026</span>'
                ' <span class="updated">Updated 2 March 2026</span></div>'
            ),
        ),
        "Ann Bell",
        "2026-03-01",
        "Varnholm Today",
    )
    yield Page(
        "a German newspaper",
        _page(
            "<title>Der Schlick von Varnholm | Küstenblatt</title>"
            + _og(og_site_name="Küstenblatt"),
            _article(
                title="Der Schlick von Varnholm",
                behind='<p class="autor">Von Änne Glöckner und Karl Dehmel</p><p class="post-date">1. März 2026</p>',
            ),
        ),
        "Änne Glöckner, Karl Dehmel",
        "2026-03-01",
        "Küstenblatt",
    )
    yield Page(
        "a French newspaper",
        _page(
            "<title>La vase de Varnholm</title>" + _og(og_site_name="La Marée") + canonical,
            _article(
                title="La vase de Varnholm",
                behind='<p class="auteur">Par Anne Cloche</p><p>Publié le 1er mars 2026 à 10h30</p>',
            ),
        ),
        "Anne Cloche",
        "2026-03-01",
        "La Marée",
        address,
    )
    yield Page(
        "a Spanish newspaper",
        _page(
            "<title>El lodo de Varnholm | El Faro</title>" + _meta(date="2026-03-01T07:00:00Z"),
            _article(
                title="El lodo de Varnholm",
                behind='<span class="autor">Por Ana de la Campana</span>',
            ),
        ),
        "Ana de la Campana",
        "2026-03-01T07:00:00+00:00",
        "El Faro",
    )
    yield Page(
        "a Japanese page",
        _page(
            "<title>港の泥｜潮新聞</title>" + _og(og_site_name="潮新聞") + _meta(author="鐘 安"),
            _article(title="港の泥", behind='<p class="date-published">2026年3月1日</p>'),
        ),
        "鐘 安",
        "2026-03-01",
        "潮新聞",
    )
    yield Page(
        "an encyclopedia",
        _page(
            f"<title>Mud - Openpedia</title>{canonical}"
            + _ld(
                {
                    "@type": "Article",
                    "name": "Mud",
                    "url": address,
                    "author": {"@type": "Organization", "name": "Contributors to Openpedia"},
                    "publisher": {"@type": "Organization", "name": "Openpedia"},
                    "datePublished": "2003-11-12T10:00:00Z",
                }
            ),
            _article(title="Mud"),
        ),
        "Contributors to Openpedia",
        "2003-11-12T10:00:00+00:00",
        "Openpedia",
        address,
    )
    yield Page(
        "documentation, which names none",
        _page(
            "<title>Dredging — Harbour 3.2 documentation</title>",
            "<div role=main><h1>Dredging<a class=headerlink href=#x>¶</a></h1>"
            f"{_PROSE}</div><footer>Last updated on Mar 01, 2026. Created using a builder.</footer>",
        ),
        "",
        "",
        "Harbour 3.2 documentation",
    )
    yield Page(
        "an undated page with dates in its text",
        _page(
            "<title>The mud of Varnholm</title>",
            _article(behind="<p>Founded 1 May 1904</p>".replace("<p>", "<p>It was "))
            + '<aside>Agenda: <time datetime="2026-07-01">1 July</time></aside>',
        ),
    )
    yield Page(
        "a magazine whose address is of the whole site",
        _page(
            f'<title>{TITLE}</title><link rel="canonical" href="https://www.varnholm.example/">'
            + _og(og_url=address + "#top", og_site_name="Ebb &amp; Flow")
            + _meta(byl="By ANN BELL"),
            _article(),
        ),
        "ANN BELL",
        "",
        "Ebb & Flow",
        address,
    )
    yield Page(
        "an address that is relative to the one of the site",
        _page(
            f'<title>{TITLE}</title><link rel="canonical" href="/2026/03/mud">'
            + _og(og_url="https://www.varnholm.example/other"),
            _article(behind="<p>Words by Ann Bell | Photographs by Carl Dee</p>"),
        ),
        "Ann Bell",
        "",
        "",
        address,
    )
    yield Page(
        "a newsletter",
        _page(
            f"<title>{TITLE} - by Ann Bell - Low Water</title>{canonical}"
            + _meta(author="Ann Bell")
            + _og(og_title=TITLE)
            + _ld(
                {
                    "@type": "NewsArticle",
                    "url": address,
                    "headline": TITLE,
                    "datePublished": "2026-03-01T06:00:12+00:00",
                    "author": [
                        {"@type": "Person", "name": "Ann Bell", "url": "https://x.example/@ann"}
                    ],
                    "publisher": {"@type": "Organization", "name": "Low Water"},
                }
            ),
            _article(behind="<div>Ann Bell</div><div>Mar 01, 2026</div>"),
        ),
        "Ann Bell",
        "2026-03-01T06:00:12+00:00",
        "Low Water",
        address,
    )
    yield Page(
        "a release of a company",
        _page(
            f"<title>{TITLE} | Dredge Inc. Newsroom</title>{canonical}"
            + _og(og_site_name="Dredge Inc.", article_modified_time="2026-04-01T06:00:00Z")
            + _meta(author="admin", **{"publish-date": "March 1, 2026"}),
            _article(),
        ),
        "",
        "2026-03-01",
        "Dredge Inc.",
        address,
    )
    yield Page(
        "a time in the header of the article",
        _page(
            f"<title>{TITLE}</title>" + _og(og_site_name="Shoreline"),
            f"<article><header><p>Essay</p><h1>{TITLE}</h1><address>Ann Bell</address>"
            f'<time datetime="2026-03-01">1 March</time></header>{_PROSE}</article>'
            f'<article><header><h2>Next</h2><time datetime="2026-02-01">1 Feb</time></header></article>',
        ),
        "Ann Bell",
        "2026-03-01",
        "Shoreline",
    )
    yield Page(
        "a link to the author's page",
        _page(
            f"<title>{TITLE}</title>{canonical}",
            _article(
                behind='<p>Written by <a rel="author" href="/people/ann">Ann Bell</a> on <span class="date">3/14/2026</span></p>'
            ),
        ),
        "Ann Bell",
        "2026-03-14",
        "",
        address,
    )
    yield Page(
        "a date that came before there was a web",
        _page(
            f"<title>{TITLE} | The Archive</title>{canonical}"
            + _meta(author="By Ann Bell;Carl Dee")
            + _og(article_published_time="1927-03-01T00:00:00.000Z"),
            _article(),
        ),
        "Ann Bell, Carl Dee",
        "1927-03-01T00:00:00+00:00",
        "The Archive",
        address,
    )
    yield Page(
        "dates that are none",
        _page(
            f"<title>{TITLE}</title>"
            + _og(
                article_published_time="1970-01-01T00:00:00Z",
                og_url="http://localhost:3000/mud",
                og_site_name="https://varnholm.example",
            )
            + _meta(author="http://varnholm.example/ann", date="tomorrow"),
            _article(),
        ),
    )
    yield Page(
        "a video site's article with parsely tags",
        _page(
            f"<title>{TITLE} — Deep</title>"
            '<meta name="parsely-author" content="Ann Bell"><meta name="parsely-pub-date" content="2026-03-01T11:00:00Z">'
            f'<meta name="parsely-link" content="{address}"><meta property="og:site_name" content="Deep">',
            _article(),
        ),
        "Ann Bell",
        "2026-03-01T11:00:00+00:00",
        "Deep",
        address,
    )
    yield Page(
        "a wire story whose author is a house",
        _page(
            f"<title>{TITLE}</title>{canonical}"
            + _og(og_site_name="Wire")
            + _ld(
                {
                    "@type": "NewsArticle",
                    "headline": TITLE,
                    "author": {"@type": "Organization", "name": "Wire"},
                    "datePublished": "2026-03-01",
                }
            ),
            _article(
                behind='<div class="byline">By <span class="name">Ann Bell</span>, <span class="name">Carl Dee</span></div>'
            ),
        ),
        "Ann Bell, Carl Dee",
        "2026-03-01",
        "Wire",
        address,
    )
    yield Page(
        "names of two houses and a doctor",
        _page(
            f"<title>{TITLE}</title>" + _meta(author="Dr. Ann Bell, Carl Dee Jr."),
            _article(
                behind='<div class="meta"><span>Mar 1 2026</span> · <span>5 min read</span></div>'
            ),
        ),
        "Dr. Ann Bell, Carl Dee Jr.",
        "2026-03-01",
    )
    yield Page(
        "a time that says how long ago",
        _page(
            f"<title>{TITLE}</title>" + _og(og_site_name="Now"),
            _article(
                behind='<div class="byline"><a href="/u/ann">Ann Bell</a> <time datetime="2026-03-01T10:00:00.123Z">3 hours ago</time></div>'
            )
            + _COMMENTS,
        ),
        "Ann Bell",
        "2026-03-01T10:00:00+00:00",
        "Now",
    )
