"""PacSum with a sense of meaning: static word embeddings beside the shared words.

WordLlama's embeddings (https://github.com/dleemiller/WordLlama) are 16 MB that lie in its package:
nothing is ever downloaded. They add one part to the default score, ``meaning``, the same directed
centrality over sentence embeddings; everything else is as it is in :mod:`summarise.methods.pacsum`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from summarise.article import Article
from summarise.errors import MethodError
from summarise.index.vectors import vectors_of
from summarise.methods.pacsum import score_by_parts
from summarise.methods.pacsum_parts import BACKWARD, static_parts, to_unit_range
from summarise.methods.scores import Scores

Floats = NDArray[np.float64]

#: What centrality of meaning weighs beside centrality of words.
MEANING = 0.1
DIMENSIONS = 256
_INSTALL = "pip install 'summarise-tui[embeddings]'"
#: Sentences that are embedded at a time: bounds the memory for padding.
_BATCH = 512


class Embedder(Protocol):
    """What is needed of a model."""

    def embed(self, texts: Sequence[str], /) -> NDArray[np.floating]:
        """One vector per text, shape (texts, dimensions)."""
        ...


def score(article: Article) -> Scores:
    """Score each candidate sentence, with parts that add up to the score.

    Raises:
        MethodError: The extra is not installed.
    """
    return score_with(article, load_model())


def score_with(article: Article, model: Embedder) -> Scores:
    """Score with a given model."""
    parts = static_parts(article)
    texts = [article.sentences[i].text for i in article.candidates]
    parts["meaning"] = MEANING * to_unit_range(directed_centrality(embed(model, texts)))
    return score_by_parts(article, parts, vectors_of(article).similarities)


@lru_cache(maxsize=1)
def load_model() -> Embedder:
    """Load WordLlama from the files in its own package, once.

    Raises:
        MethodError: It is not installed, or without its files.
    """
    try:
        import wordllama
    except ImportError:
        raise MethodError(f"method 'pacsum-embeddings' needs an extra: {_INSTALL}") from None
    folder = Path(wordllama.__file__).parent
    try:
        model: Embedder = wordllama.WordLlama.load(
            dim=DIMENSIONS, cache_dir=folder, disable_download=True
        )
    except (OSError, ValueError) as error:
        reason = next(iter(str(error).splitlines()), "") or type(error).__name__
        raise MethodError(
            f"method 'pacsum-embeddings' cannot load its word vectors: {reason}"
        ) from error
    return model


def embed(model: Embedder, texts: Sequence[str]) -> Floats:
    """Embed texts as vectors of length 1, or 0 for a text without meaning to the model."""
    if not texts:
        return np.zeros((0, DIMENSIONS))
    batches = [
        np.asarray(model.embed(list(texts[at : at + _BATCH])), np.float64)
        for at in range(0, len(texts), _BATCH)
    ]
    vectors = np.nan_to_num(np.concatenate(batches))
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1.0), np.float64)


def directed_centrality(vectors: Floats) -> Floats:
    """Σ cosine to later rows − 0.3 · Σ cosine to earlier ones, by running sums of vectors."""
    including = np.cumsum(vectors, axis=0)
    total = including[-1] if len(vectors) else np.zeros(vectors.shape[1])
    own = np.einsum("ij,ij->i", vectors, vectors)
    earlier = np.einsum("ij,ij->i", vectors, including) - own
    later = vectors @ total - earlier - own
    return np.asarray(later - BACKWARD * earlier, np.float64)
