"""HTML: a page of its own, without styles or scripts."""

from __future__ import annotations

from html import escape

from summarise.article import UNKNOWN_LANGUAGE
from summarise.exports.prose import byline_of, colophon_of, paragraphs_of, title_of
from summarise.ranking.ranking import Summary


def write(summary: Summary, *, titled: bool) -> str:  # noqa: ARG001
    """The summary as a page; its title is always there."""
    language = summary.ranking.article.language
    lang = "" if language == UNKNOWN_LANGUAGE else f' lang="{escape(language)}"'
    title = escape(title_of(summary))
    byline = f"<p>{escape(byline_of(summary))}</p>\n" if byline_of(summary) else ""
    body = "\n".join(
        f"<p>{'<br>'.join(map(escape, paragraph.splitlines()))}</p>"
        for paragraph in paragraphs_of(summary)
    )
    return (
        f'<!DOCTYPE html>\n<html{lang}>\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"</head>\n<body>\n<h1>{title}</h1>\n{byline}{body}\n"
        f"<p><small>{escape(colophon_of(summary))}</small></p>\n</body>\n</html>\n"
    )
