"""What the formats for people share: paragraphs of a summary, and the lines about it."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

from summarise.article import Article, Sentence
from summarise.ranking.ranking import Ranking, Summary
from summarise.ranking.shown import shown_text
from summarise.text.sanitise import sanitise_line

if TYPE_CHECKING:
    from summarise.digests.digest import Digest, Place

#: Words at each end of a sentence that are enough to find it.
_END = 4
#: What stays as it is in an address.
_ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"


def title_of(summary: Summary) -> str:
    """The title of the article, or else its name, on one line."""
    article = summary.ranking.article
    return " ".join((article.title or article.name).split())


def byline_of(summary: Summary) -> str:
    """Who wrote the article, for what, when, and where it is, as far as it says; maybe empty."""
    article = summary.ranking.article
    day = article.date.partition("T")[0]
    known = (article.author, article.site, day, article.address)
    return ", ".join(fact for fact in known if fact)


def paragraphs_of(summary: Summary) -> list[str]:
    """The kept sentences, those of one paragraph together."""
    article = summary.ranking.article
    paragraphs = groupby(summary.sentences, key=lambda s: s.paragraph)
    return [_joined(article, list(sentences)) for _, sentences in paragraphs]


def _joined(article: Article, sentences: list[Sentence]) -> str:
    """Sentences with a space between them, or what the article has between neighbours."""
    text = article.text
    pieces = [shown_text(article, sentences[0])]
    for before, sentence in pairwise(sentences):
        gap = text[before.end : sentence.start] if sentence.index == before.index + 1 else " "
        pieces += ["\n" if "\n" in gap else gap and " ", sentence.text]
    return "".join(pieces)


def colophon_of(summary: Summary) -> str:
    """Where the summary comes from and how it was made, in one sentence."""
    ranking = summary.ranking
    source = f" of {' '.join(ranking.article.name.split())}" if ranking.article.name else ""
    pinned = len(summary.kept & ranking.pins)
    by_hand = f"; the reader pinned {pinned:,} of them" if pinned else ""
    return (
        f"{summary.size} of {len(ranking.order)} sentences{source}, "
        f"chosen by {_chooser(ranking)} (length {summary.length}){by_hand}."
    )


def _chooser(ranking: Ranking) -> str:
    """The method; of a language model, which one."""
    if ranking.judgement is None:
        return ranking.method
    return f"{ranking.method} ({sanitise_line(ranking.judgement.name, 60)})"


def digest_title_of(digest: Digest) -> str:
    """What a digest is called."""
    return f"Digest of {_articles(len(digest.articles))}"


def digest_colophon_of(digest: Digest) -> str:
    """How a digest was made, in one sentence."""
    return (
        f"{digest.size:,} of {len(digest.order):,} sentences of {_articles(len(digest.articles))}, "
        f"chosen by {digest.method} (length {digest.length})."
    )


def _articles(count: int) -> str:
    return f"{count:,} article" if count == 1 else f"{count:,} articles"


def called(article: Article) -> str:
    """What an article is called among others: its title and its site, or else its name."""
    title = " ".join((article.title or article.name).split())
    return f"{title} ({article.site})" if article.site and article.site not in title else title


def link_of(place: Place) -> str:
    """The address of a place in a page of the web, which browsers scroll to; empty elsewhere.

    It names the first and the last words of the sentence, as https://wicg.github.io/scroll-to-text-
    fragment/ says.
    """
    address = place.article.address
    if not address.startswith(("https://", "http://")):
        return ""
    words = place.sentence.text.split()
    ends = [words] if len(words) <= 2 * _END else [words[:_END], words[-_END:]]
    told = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    safe = quote(address, safe=_ADDRESS)
    return f"{safe}{'' if '#' in safe else '#'}:~:text={told}"
