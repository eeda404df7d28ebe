"""What language models chose of articles, so that they need not be asked again."""

from __future__ import annotations

from tui.state.store.database import Database

#: Bytes of all choices together: of some 3,000 articles. Beyond it the oldest go. To keep one more
#: takes 5 ms then (0.1 ms among a hundred), to find one 0.02 ms.
LARGEST = 10 * 1024 * 1024


class Choices:
    """The choices that are kept.

    Args:
        database: Where they lie.
        largest: Bytes of all of them together.
    """

    def __init__(self, database: Database, largest: int = LARGEST) -> None:
        self._database = database
        self._largest = largest

    def find(self, asked: str) -> bytes | None:
        """The choice for a question, if it is kept.

        Args:
            asked: The digest of text, model and prompt.

        Raises:
            StoreError: It cannot be read.
        """
        if not self._has_table:
            return None
        found = self._database.value("select data from choice where asked = ?", (asked,))
        return found if isinstance(found, bytes) else None

    def keep(self, asked: str, article: str, data: bytes) -> None:
        """Keep a choice, and let the oldest go where there are too many.

        Args:
            asked: The digest of text, model and prompt.
            article: The digest of the article's text: with the article it is forgotten.
            data: The choice.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            connection.execute(
                "insert or replace into choice(asked, article, data) values(?, ?, ?)",
                (asked, article, data),
            )
            connection.execute(
                "delete from choice where id <= ("
                "  select max(id) from ("
                "    select id, sum(length(data)) over (order by id desc) total from choice"
                "  ) where total > ?)",
                (self._largest,),
            )

    def forget_all(self) -> None:
        """Forget all of them; they are overwritten in the file.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.overwriting() as connection:
            connection.execute("delete from choice")

    @property
    def _has_table(self) -> bool:
        """A file that is only read may be of a version that has none."""
        return bool(self._database.value("select 1 from sqlite_schema where name = 'choice'"))
