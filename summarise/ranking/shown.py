"""How a kept sentence is written outside of its article."""

from __future__ import annotations

from summarise.article import Article, Kind, Sentence
from summarise.text.characters import NUMBER_MARKER
from summarise.text.patterns import compile_later

_NUMBER = compile_later(rf"\s*{NUMBER_MARKER}\s+(?=\S)")
ITEM = "• "


def shown_text(article: Article, sentence: Sentence) -> str:
    """The text of a sentence; the number of a list item, which no longer counts, as a bullet."""
    paragraph = article.paragraphs[sentence.paragraph]
    if paragraph.kind is not Kind.LIST_ITEM or sentence.start != paragraph.start:
        return sentence.text
    number = _NUMBER.match(sentence.text)
    return sentence.text if number is None else ITEM + sentence.text[number.end() :]
