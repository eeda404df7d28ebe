"""Which candidates lean on the one before them, and so dangle in a summary without it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from summarise.article import Article
from summarise.text.openers import opens_with_reference


def leaning(article: Article) -> Mapping[int, int]:
    """The candidates that open with a reference, each with the candidate before it.

    The first candidate has nothing before it to lean on.
    """
    sentences, language = article.sentences, article.language
    return {
        sentence: before
        for before, sentence in pairwise(article.candidates)
        if opens_with_reference(sentences[sentence].text, language)
    }
