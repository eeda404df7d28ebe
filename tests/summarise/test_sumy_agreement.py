"""The methods give sumy's order where sumy is right, and sumy's originals are sumy's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from nltk.tokenize.destructive import NLTKWordTokenizer
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.nlp.tokenizers import Tokenizer
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from summarise.article import Article
from summarise.index import Index, Terms
from summarise.methods import find_method, sumy_adapter
from summarise.methods.edmundson_words import bonus_words, stigma_words
from summarise.text.stems import stemmer
from summarise.text.stop_words import stop_words
from tests.generated import make_article

#: Sumy's ratings closer than this are a tie, which either may break its own way.
TIE = 1e-9

ORIGINALS = {
    "lexrank": LexRankSummarizer,
    "textrank": TextRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "edmundson": EdmundsonSummarizer,
    "sumbasic": SumBasicSummarizer,
    "kl": KLSummarizer,
    "reduction": ReductionSummarizer,
}


def articles(count: int, *, longest: int = 60, **options: Any) -> Iterator[Article]:
    """Articles of many sizes, a few of them long, in three languages, a third with duplicates."""
    for seed in range(count):
        size = 1 + seed * 7 % longest
        if longest == 60 and seed % 40 == 39:
            size = 100 + seed
        settings = {"language": ("en", "en", "de", "fr")[seed % 4], "duplicates": seed % 3 == 0}
        yield make_article(seed, size, **(settings | options))


def assert_sorted_by(ratings: np.ndarray, order: list[int]) -> None:
    """The order sorts sumy's ratings, equal ones in any order."""
    assert sorted(order) == list(range(len(ratings)))
    sorted_ratings = ratings[order]
    scale = max(1.0, float(np.abs(ratings).max(initial=0.0)))
    assert (np.diff(sorted_ratings) <= TIE * scale).all()


def ratings_by(summarizer: Callable[..., Any], article: Article) -> np.ndarray:
    return sumy_adapter.score(summarizer, Index(article), "test").values


# --- sumy's originals ---------------------------------------------------------------------------


class OwnTokenizer:
    """Sumy's words of a sentence; its own way to them needs a download."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(filter(Tokenizer._is_word, NLTKWordTokenizer().tokenize(text)))


def order_by_sumy(summarizer_class: type, article: Article) -> list[int]:
    """The whole ranking by sumy alone, called as its documentation says."""
    tokenizer = OwnTokenizer()
    headings = [
        SumySentence(text, tokenizer, is_heading=True)
        for text in [article.title]
        + [article.sentences[p.first].text for p in article.paragraphs if not p.kind.pickable]
    ]
    paragraphs = []
    for p in article.paragraphs:
        if p.kind.pickable:
            sentences = [SumySentence(s.text, tokenizer) for s in article.sentences_of(p.index)]
            paragraphs.append(Paragraph(headings + sentences))
            headings = []
    summarizer = summarizer_class(stemmer(article.language))
    if summarizer_class is EdmundsonSummarizer:
        summarizer.null_words = stop_words(article.language)
        summarizer.bonus_words = bonus_words(article.language)
        summarizer.stigma_words = stigma_words(article.language)
    else:
        summarizer.stop_words = stop_words(article.language)
    seen: list[Any] = []
    summarizer(ObjectDocumentModel(paragraphs), lambda infos: seen.extend(infos) or infos)
    return [info.order for info in seen]


@pytest.mark.filterwarnings("ignore")  # sumy warns of few words and divides by zero
@pytest.mark.parametrize("name", ORIGINALS)
def test_adapter_gives_sumys_own_order(name: str) -> None:
    for article in articles(40, longest=30, duplicates=False):
        expected = order_by_sumy(ORIGINALS[name], article)
        assert find_method(f"sumy:{name}").score(Index(article)).ranked() == expected


def test_adapter_rates_equal_sentences_apart() -> None:
    article = make_article(3, 30, duplicates=True)
    ranked = find_method("sumy:sumbasic").score(Index(article))
    assert len(set(ranked.values.tolist())) == 30


# --- the project's own --------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", ["luhn", "edmundson", "reduction"])
def test_same_order_as_sumy(name: str) -> None:
    for article in articles(220):
        ratings = ratings_by(ORIGINALS[name], article)
        assert_sorted_by(ratings, find_method(name).score(Index(article)).ranked())


@pytest.mark.slow
def test_sumbasic_picks_as_sumy() -> None:
    for article in articles(220):
        expected = find_method("sumy:sumbasic").score(Index(article)).ranked()
        assert find_method("sumbasic").score(Index(article)).ranked() == expected


class SettledLexRank(LexRankSummarizer):
    """Sumy's LexRank where its walk ends and not after two or three steps."""

    @staticmethod
    def power_method(matrix: np.ndarray, _epsilon: float) -> np.ndarray:
        step = np.linalg.matrix_power(matrix.T, 2**18)
        return step @ np.full(len(matrix), 1.0 / len(matrix))


@pytest.mark.slow
def test_lexrank_is_the_limit_of_sumys_walk() -> None:
    for article in articles(220):
        ratings = ratings_by(SettledLexRank, article)
        assert_sorted_by(ratings, find_method("lexrank").score(Index(article)).ranked())


class SettledTextRank(TextRankSummarizer):
    """Sumy's TextRank, walked until it has settled."""

    epsilon = 1e-14
    _ZERO_DIVISION_PREVENTION = 1e-300


@pytest.mark.slow
def test_textrank_is_sumys_where_no_probability_leaks() -> None:
    compared = 0
    for article in articles(360, hollow=False):
        if not Terms(article).stems.lengths.all():
            continue
        ratings = ratings_by(SettledTextRank, article)
        assert_sorted_by(ratings, find_method("textrank").score(Index(article)).ranked())
        compared += 1
    assert compared >= 200


class TopicLsa(LsaSummarizer):
    """Sumy's LSA with the paper's topics, and without weights for words that do not occur."""

    def _compute_term_frequency(self, matrix: np.ndarray, smooth: float = 0.4) -> np.ndarray:
        occurs = matrix > 0
        return np.where(occurs, super()._compute_term_frequency(matrix.copy(), smooth), 0.0)

    def _compute_ranks(self, sigma: np.ndarray, v_matrix: np.ndarray) -> list[float]:
        kept = sigma >= sigma[0] / 2
        return np.sqrt((sigma[kept] ** 2) @ v_matrix[kept] ** 2).tolist()


@pytest.mark.slow
def test_lsa_is_sumys_with_the_papers_topics() -> None:
    # No list of stop words: sumy also counts a stop word that shares its stem with another word.
    for article in articles(220, language="en"):
        article = type(article)(**(_fields(article) | {"language": "und"}))
        ratings = ratings_by(TopicLsa, article)
        assert_sorted_by(ratings.round(9), find_method("lsa").score(Index(article)).ranked())


def test_kl_picks_as_sumy_in_lower_case_without_stop_words() -> None:
    same = 0
    for seed in range(200):
        article = make_article(seed, 2 + seed % 29, headings=False, duplicates=seed % 3 == 0)
        article = type(article)(**(_fields(article) | {"language": "und"}))
        article = _lower(article)
        picks = find_method("kl").score(Index(article)).ranked()
        assert_least_divergence(article, picks)
        same += picks == find_method("sumy:kl").score(Index(article)).ranked()
    assert same >= 190  # the others break a tie in another way


def assert_least_divergence(article: Article, picks: list[int]) -> None:
    """Each pick leaves the least divergence by sumy's own reckoning."""
    sumy = KLSummarizer()
    sentences = sumy_adapter.document_of(Terms(article)).sentences
    text = sumy.compute_tf(sentences)
    summary: list[str] = []
    left = list(range(len(picks)))
    for pick in picks[:8]:
        divergence = {
            i: sumy._kl_divergence(sumy._joint_freq(list(sentences[i].words), summary), text)
            for i in left
            if summary or sentences[i].words
        }
        if pick in divergence:
            assert divergence[pick] <= min(divergence.values()) + TIE
        summary += sentences[pick].words
        left.remove(pick)


def _fields(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in Article.__dataclass_fields__}


def _lower(article: Article) -> Article:
    from dataclasses import replace

    sentences = tuple(s._replace(text=s.text.lower()) for s in article.sentences)
    return replace(article, text=article.text.lower(), sentences=sentences)
