"""Why a block is not part of the article: a small fixed vocabulary for the screen's margin."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """A reason; the value is what the reader sees, at most 20 characters."""

    TITLE_AGAIN = "title again"
    BREADCRUMB = "breadcrumb"
    NAVIGATION = "navigation"
    SHARE_BAR = "share bar"
    SUBSCRIBE = "subscribe"
    PROMOTION = "promotion"
    ADVERTISEMENT = "advertisement"
    COMMENT_FORM = "comment form"
    COMMENTS = "comments"
    RELATED = "related links"
    LEGAL = "legal"
    CREDIT = "media credit"
    BYLINE = "byline"
    MAIL_HEADER = "mail header"
    FEED_HEADER = "feed header"
    GREETING = "greeting"
    SIGNATURE = "signature"
    PAGE_BREAK = "page break"
    LINKS = "list of links"
    REFERENCES = "references"
    CONTENTS = "contents"
    NAMES = "list of names"
    REPEATED = "repeated line"
    COLOPHON = "how it was made"
    READ_ON = "call to read on"
    OUTSIDE = "outside the article"
