"""The name of the method that asks a language model: what is said where it cannot be asked.

Methods compute; a model is asked above them, by :func:`summarise.rank_by_model`.
"""

from __future__ import annotations

from typing import NoReturn

from summarise.errors import MethodError
from summarise.index import Index


def score(index: Index) -> NoReturn:  # noqa: ARG001 -- the signature of every method
    """Say how a language model is asked.

    Raises:
        MethodError: Always.
    """
    raise MethodError(
        "method 'model' asks a language model: use summarise -m model, or summarise.rank_by_model"
    )
