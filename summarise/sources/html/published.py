"""When the article of a page was published, as the page says.

A date that merely stands somewhere on the page is not looked for: many pages that name none have
some date or other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarise.sources.dates import iso_date
from summarise.sources.html.authors import BY_LINE
from summarise.sources.html.linked_data import LinkedData
from summarise.sources.html.said import PageSays, called
from summarise.sources.html.texts import clean, inner_text

_DATE_TAGS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "date.published",
    "article.published",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "published",
    "pubdate",
    "pub_date",
    "pub-date",
    "publishdate",
    "published_at",
    "published_date",
    "date_published",
    "originalpublicationdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "date",
    "bt:pubdate",
)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:dt-published|published(?:-?(?:at|on|date))?|pub-?date|publish-?date|post-?date"
    r"|entry-?date|article-?date|date-?published|posted(?:-?on)?|dateline|byline|post-?meta"
    r"|entry-?meta|article-?meta|meta)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT_PUBLISHED = re.compile(r"(?:^|[\s_-])(?:dt-)?(?:updated|modified|edited)", re.IGNORECASE)
#: How a line begins that says when: with the date itself, or with who wrote.
_WHEN = re.compile(
    r"\W*(?:(?:first )?(?:published|posted|written|date|on|veröffentlicht|publié|publicado"
    r"|pubblicato|gepubliceerd)\b[\s:]*(?:on|le|el|am|il|op)?\s*)*"
    r"(?:\w+,?\s+)?(?=\d|[^\W\d_]{3,10}\.? \d)",
    re.IGNORECASE,
)
_HEADS = ("header", "hgroup")
_BODIES = ("article", "main", "body")
_LONGEST_BYLINE, _LONGEST_DATE = 160, 45


def date_of(page: PageSays, data: LinkedData) -> str:
    """When the article was published, in ISO 8601; "" if the page does not say.

    Args:
        page: What the page says.
        data: Its linked data.
    """
    for said in (*data.dates, *page.each(_DATE_TAGS)):
        if found := iso_date(said):
            return found
    for said in _marked_dates(page):
        if found := iso_date(said):
            return found
    return ""


def _marked_dates(page: PageSays) -> Iterator[str]:
    for node in page.elements:
        if (
            "datePublished" in (node.get("itemprop") or "").split()
            or node.get("pubdate") is not None
        ):
            yield from _said_by(node)
    for node in page.elements:
        if node.tag == "time" and _is_dateline(node):
            yield from _said_by(node)
    for node in page.elements:
        name = called(node)
        if _DATED.search(name) and not _NOT_PUBLISHED.search(name):
            text = inner_text(node)
            if len(text) <= _LONGEST_BYLINE and not re.match(
                r"\W*(?:last )?(?:updated|modified)", text, re.I
            ):
                yield text
    for text in page.lines_by_title:
        if (match := _WHEN.match(text)) and len(text) - match.end() <= _LONGEST_DATE:
            yield text
        elif (by := BY_LINE.match(text)) is not None:
            yield text[by.end() :]


def _is_dateline(node: Any) -> bool:
    """Whether a time stands where the date of an article does: in its header or a byline."""
    name = called(node)
    if _NOT_PUBLISHED.search(name) or "dateModified" in (node.get("itemprop") or ""):
        return False
    if _DATED.search(name):
        return True
    for above, _ in zip(node.iterancestors(), range(5), strict=False):
        if _NOT_PUBLISHED.search(called(above)):
            return False
        if above.tag in _HEADS or _DATED.search(called(above)):
            return True
        if above.tag in _BODIES:
            break
    heading = next(node.itersiblings("h1", preceding=True), None)
    return heading is not None


def _said_by(node: Any) -> Iterator[str]:
    for attribute in ("datetime", "content", "title"):
        if value := clean(node.get(attribute) or ""):
            yield value
    yield inner_text(node)
