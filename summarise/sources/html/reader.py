"""HTML → Draft: the article of a page in blocks, or all that the page shows."""

from __future__ import annotations

from summarise.draft import Draft
from summarise.sources.encoding import decode
from summarise.sources.entities import without_unsafe_references
from summarise.sources.front_matter import OPENS, author_of, date_of, split_front_matter
from summarise.sources.front_matter import title_of as titled
from summarise.sources.html.articles import find_article
from summarise.sources.html.asides import marked, standfirst_before, with_data
from summarise.sources.html.facts import facts_of
from summarise.sources.html.page import language_of, make_ready, tree_of
from summarise.sources.html.scarce import NOTE, asks_first, is_scarce, needs_browser
from summarise.sources.html.shown import shown_blocks, with_spans
from summarise.sources.html.titles import title_of
from summarise.text.sanitise import sanitise, sanitise_line


def read_html(data: bytes | str) -> Draft:
    """Make blocks of a web page.

    Args:
        data: The page, as bytes (its encoding is found) or as text.

    Returns:
        The article alone, as a clean draft; where no article is found, everything that the page
        shows, for the boilerplate marker to go through. Fields above a page that a site is made
        from say title, author and date first.

    Raises:
        NotTextError: The bytes are not text.
    """
    page = decode(data) if isinstance(data, bytes) else data
    # lxml refuses NULs and the halves of surrogate pairs, so they leave before it looks.
    page = sanitise(page)
    fields, page = split_front_matter(page) if page.startswith(OPENS) else ({}, page)
    tree = tree_of(without_unsafe_references(page))
    if tree is None:
        return Draft(form="web page")
    language = language_of(tree)
    has_more = needs_browser(tree)
    facts = facts_of(tree, sanitise_line(title_of(tree)))
    make_ready(tree)
    title = titled(fields) or sanitise_line(title_of(tree))
    shown = tuple(shown_blocks(tree))
    article = find_article(tree, shown)
    if article is None:
        blocks = tuple(with_data(shown, tree))
    else:
        article = (*standfirst_before(article, tree, shown, title), *article)
        blocks = tuple(with_spans(marked(article, tree), shown))
    return Draft(
        blocks,
        title,
        language,
        "web page",
        clean=article is not None,
        author=author_of(fields) or facts.author,
        date=date_of(fields) or facts.date,
        site=facts.site,
        address=facts.address,
        feeds=facts.feeds,
        note=NOTE if is_scarce(shown) and (has_more or asks_first(shown)) else "",
    )
