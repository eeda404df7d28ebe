"""Any summarizer of sumy's kind as a method: its own order and scores, at every length at once.

Sumy's summarizers take a number of sentences, or a *callable* that is given every rated sentence,
best first, and says which to keep. A callable that only looks on gets the whole ranking in one
call.

**Plugins.** A package adds a method by an entry point in the group ``summarise.methods``::

    [project.entry-points."summarise.methods"]
    shortest = "my_package.shortest:ShortestSummarizer"

The object is a class, or any callable, that is called with a stemmer (``str -> str``) and returns
a summarizer in sumy's sense: a callable ``(document, sentences_count)``, where the document is
sumy's ``ObjectDocumentModel``. It has to honour a callable ``sentences_count``, as every subclass
of ``sumy.summarizers.AbstractSummarizer`` that ends in ``_get_best_sentences`` does. If the
summarizer has an attribute ``stop_words`` (or ``null_words``, ``bonus_words``, ``stigma_words``),
it is set to those of the article's language. The name of the entry point is the name of the method;
it cannot replace one that is there already. It is loaded when it is first used.
"""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, Protocol

from summarise.article import Article
from summarise.errors import MethodError
from summarise.index import Index, Terms
from summarise.index.arrays import np
from summarise.methods.edmundson_words import bonus_words, stigma_words
from summarise.methods.scores import Scores
from summarise.text.stems import stemmer
from summarise.text.stop_words import stop_words

#: Sumy's Edmundson refuses an empty list of cue words: a word that no text has.
_NO_WORD = "\0"


class RatedSentence(Protocol):
    """What sumy hands to a callable ``sentences_count``: its ``SentenceInfo``."""

    @property
    def order(self) -> int:
        """The place of the sentence in the document, from 0."""
        ...

    @property
    def rating(self) -> float:
        """Its score."""
        ...


SummarizerFactory = Callable[[Callable[[str], str]], Any]


def score(make_summarizer: SummarizerFactory, index: Index, name: str) -> Scores:
    """Score the candidates of an article by a summarizer of sumy's kind.

    Args:
        make_summarizer: The summarizer's class, or what makes one of a stemmer.
        index: The article to score.
        name: The name of the method, for messages.

    Raises:
        MethodError: The summarizer failed, or does not give its ranking away.
    """
    article = index.article
    ranked: list[RatedSentence] = []
    asked = False

    def keep_all(infos: Iterable[RatedSentence]) -> Sequence[RatedSentence]:
        nonlocal asked
        asked = True
        ranked.extend(infos)
        return ranked

    try:
        summarizer = _prepared(make_summarizer, article.language)
        kept = _run_repeatably(lambda: summarizer(document_of(index.terms), keep_all), article)
        scores = _scores_of(ranked, len(article.candidates))
        asked = asked or not list(kept)
    except (Exception, SystemExit) as error:  # a plugin may raise anything
        reason = next(iter(str(error).splitlines()), "") or type(error).__name__
        raise MethodError(f"method {name!r} failed: {reason}") from error
    if not asked:
        raise MethodError(
            f"method {name!r} gives no ranking: it must take a callable as sentences_count"
        )
    return scores


def document_of(terms: Terms) -> Any:
    """The candidates of an article as sumy's document, with the title and headings as headings.

    Sentences are equal only to themselves: sumy keys its ratings by sentence, so the same text
    twice would otherwise share the rating of its last occurrence.
    """
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence

    class Sentence(SumySentence):  # type: ignore[misc]
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            return self is other

        def __hash__(self) -> int:
            return id(self)

    article = terms.article
    sentences = [
        Sentence(article.sentences[i].text, _Words(words))
        for i, words in zip(article.candidates, terms.classic_words, strict=True)
    ]
    headings = [
        Sentence(text, _Words(words), is_heading=True)
        for text, words in zip(terms.headings, terms.classic_heading_words, strict=True)
    ]
    paragraphs: list[Any] = []
    at = 0
    for _, members in groupby(terms.paragraph_of.tolist()):
        size = sum(1 for _ in members)
        first = [] if paragraphs else headings
        paragraphs.append(Paragraph([*first, *sentences[at : at + size]]))
        at += size
    return ObjectDocumentModel(paragraphs)


class _Words:
    """A tokeniser in sumy's sense that knows the words of its one sentence."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple(words)

    def to_words(self, text: str) -> tuple[str, ...]:  # noqa: ARG002 -- sumy's signature
        return self._words


def _prepared(make_summarizer: SummarizerFactory, language: str) -> Any:
    summarizer = make_summarizer(stemmer(language))
    stops = stop_words(language)
    if hasattr(summarizer, "stop_words"):
        summarizer.stop_words = stops
    if hasattr(summarizer, "null_words"):
        summarizer.null_words = stops or (_NO_WORD,)
    if hasattr(summarizer, "bonus_words"):
        summarizer.bonus_words = bonus_words(language) or (_NO_WORD,)
    if hasattr(summarizer, "stigma_words"):
        summarizer.stigma_words = stigma_words(language) or (_NO_WORD,)
    return summarizer


def _run_repeatably(run: Callable[[], Any], article: Article) -> Any:
    """Run with Python's random numbers fixed by the article, and put back afterwards.

    Sumy warns of what the user cannot change (fewer words than sentences, a division by zero).
    """
    state = random.getstate()
    random.seed(article.text)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return run()
    finally:
        random.setstate(state)


def _scores_of(ranked: Sequence[RatedSentence], n: int) -> Scores:
    """Scores in document order; sentences that were not rated come last."""
    order = list(dict.fromkeys(info.order for info in ranked))
    values = np.zeros(n)
    for info in ranked:
        values[info.order] = info.rating
    values = np.nan_to_num(values, nan=0.0)
    seen = np.zeros(n, np.bool_)
    seen[order] = True
    if len(order) < n:
        values[~seen] = min(0.0, float(values.min(initial=0.0)))
        order.extend(np.flatnonzero(~seen).tolist())
    return Scores(values, np.array(order, np.intp))
