"""What the formats for people share: paragraphs of a summary, and the lines about it."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

from summarise.article import Article, Sentence
from summarise.ranking.ranking import Ranking, Summary
from summarise.ranking.shown import ITEM, shown_text
from summarise.text.sanitise import sanitise_line
from summarise.text.struck import struck_parts

if TYPE_CHECKING:
    from summarise.digests.digest import Digest, DigestLine, Place

#: Characters that no clean text has, and that are no white space, stand around what is struck out
#: until the text is made safe for its format.
STRUCK, STRUCK_END = "\x0e", "\x0f"
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
    """The kept sentences, those of one paragraph together; what is struck out between marks."""
    article = summary.ranking.article
    paragraphs = groupby(summary.sentences, key=lambda s: s.paragraph)
    return [_joined(article, list(sentences)) for _, sentences in paragraphs]


def _joined(article: Article, sentences: list[Sentence]) -> str:
    """Sentences with a space between them, or what the article has between neighbours."""
    text = article.text
    pieces = [with_struck(article, sentences[0])]
    for before, sentence in pairwise(sentences):
        gap = text[before.end : sentence.start] if sentence.index == before.index + 1 else " "
        pieces += ["\n" if "\n" in gap else gap and " ", with_struck(article, sentence)]
    return "".join(pieces).replace(STRUCK_END + STRUCK, "").replace(f"{STRUCK_END} {STRUCK}", " ")


def with_struck(article: Article, sentence: Sentence) -> str:
    """A sentence as it is shown outside of its article, what is struck out in it between marks."""
    text = shown_text(article, sentence)
    parts = struck_parts(article.spans_of(sentence.index))
    if not parts:
        return text
    # Only the beginning is ever shown in other words, so places are counted from the end.
    behind = len(text) - len(sentence.text)
    least = len(ITEM) if text != sentence.text else 0
    pieces: list[str] = []
    done = 0
    for first, last in parts:
        start, end = max(least, first + behind), min(len(text), last + behind)
        if start < end:
            pieces += [text[done:start], STRUCK, text[start:end], STRUCK_END]
            done = end
    return "".join([*pieces, text[done:]])


def line_of(line: DigestLine) -> str:
    """The sentence of a line of a digest on one line, what is struck out between marks."""
    return " ".join(with_struck(line.source.article, line.source.sentence).split())


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
