"""HTML: a page of its own, without styles or scripts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from summarise.article import UNKNOWN_LANGUAGE
from summarise.exports.prose import (
    STRUCK,
    STRUCK_END,
    byline_of,
    called,
    colophon_of,
    digest_colophon_of,
    digest_title_of,
    line_of,
    link_of,
    paragraphs_of,
    title_of,
)
from summarise.ranking.ranking import Summary

if TYPE_CHECKING:
    from summarise.digests.digest import Digest, Place


def write(summary: Summary, *, titled: bool) -> str:  # noqa: ARG001
    """The summary as a page; its title is always there."""
    language = summary.ranking.article.language
    lang = "" if language == UNKNOWN_LANGUAGE else f' lang="{escape(language)}"'
    title = escape(title_of(summary))
    byline = f"<p>{escape(byline_of(summary))}</p>\n" if byline_of(summary) else ""
    body = "\n".join(
        f"<p>{'<br>'.join(map(_escaped, paragraph.splitlines()))}</p>"
        for paragraph in paragraphs_of(summary)
    )
    return _page(title, f"{byline}{body}", colophon_of(summary), lang)


def write_digest(digest: Digest) -> str:
    """The digest as a page: a heading and a list for each story."""
    body = "\n".join(
        f"<h2>{escape(story.title)}</h2>\n<ul>\n"
        + "".join(
            f"<li>{_escaped(line_of(line))}<br>"
            f"<small>{'; also '.join(map(_told, (line.source, *line.others)))}</small></li>\n"
            for line in story.lines
        )
        + "</ul>"
        for story in digest.stories
    )
    return _page(escape(digest_title_of(digest)), body, digest_colophon_of(digest))


def _escaped(text: str) -> str:
    """Text that HTML shows as it is, with strokes through what is struck out."""
    return escape(text).replace(STRUCK, "<s>").replace(STRUCK_END, "</s>")


def _page(title: str, body: str, colophon: str, lang: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html{lang}>\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"</head>\n<body>\n<h1>{title}</h1>\n{body}\n"
        f"<p><small>{escape(colophon)}</small></p>\n</body>\n</html>\n"
    )


def _told(place: Place) -> str:
    name, where, link = called(place.article), str(place), link_of(place)
    shown = f'<a href="{escape(link)}">{escape(name)}</a>' if link else escape(name)
    file = "" if link or place.article.name == name else escape(place.article.name)
    return ", ".join(filter(None, (shown, file, where)))
