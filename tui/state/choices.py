"""What language models chose: in the store, or in memory where nothing can be kept."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from summarise.article import Article
from tui.state.memory import Memory

if TYPE_CHECKING:
    from tui.state.store.store import Store

#: Bytes of all choices that are held in memory: of some 300 articles.
_HELD = 1024 * 1024


class ChoiceMemory:
    """Keeps choices for all articles of a run; any thread may use it, none but a worker should.

    Args:
        memory: What is remembered from run to run; where it is off, nothing is written.
        in_store: Whether the store may be asked at all.
        largest: Bytes that are held in memory at most; beyond it the oldest go.
    """

    def __init__(self, memory: Memory, *, in_store: bool = True, largest: int = _HELD) -> None:
        self._memory = memory
        self._in_store = in_store
        self._largest = largest
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def of(self, article: Article) -> ChoicesOf:
        """The choices for an article, as :func:`summarise.rank_by_model` wants them."""
        from tui.state.remembering import digest_of  # not before the first frame

        return ChoicesOf(self, digest_of(article))

    def find(self, asked: str) -> bytes | None:
        """The choice for a question, if it was kept."""
        with self._lock:
            held = self._held.get(asked)
        if held is not None or not self._in_store:
            return held
        return self._memory.use(lambda store: store.choices.find(asked), otherwise=None)

    def keep(self, asked: str, article: str, data: bytes) -> None:
        """Keep a choice in the store, or hold it in memory where that is not possible."""
        work = partial(_keep, asked, article, data)
        if not self._in_store or not self._memory.use(work, otherwise=False):
            with self._lock:
                self._held[asked] = data
                self._held.move_to_end(asked)
                while sum(map(len, self._held.values())) > self._largest:
                    self._held.popitem(last=False)


class ChoicesOf:
    """The choices for one article, by the digest of each question.

    Args:
        choices: Where they are kept.
        article: The digest of its text.
    """

    def __init__(self, choices: ChoiceMemory, article: str) -> None:
        self._choices = choices
        self._article = article

    def get(self, key: str, /) -> bytes | None:
        """The choice for a question, if it was kept."""
        return self._choices.find(key)

    def __setitem__(self, key: str, data: bytes, /) -> None:
        """Keep a choice."""
        self._choices.keep(key, self._article, data)


def _keep(asked: str, article: str, data: bytes, store: Store) -> bool:
    """Keep a choice; returns whether that was possible.

    Raises:
        StoreError: It cannot be kept.
    """
    if store.read_only:  # that was said when it was opened
        return False
    store.choices.keep(asked, article, data)
    return True
