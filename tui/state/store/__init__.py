"""What the program remembers, in one SQLite file of the user's: no widget, no event loop.

How another part of the app uses it
-----------------------------------

The app has one :class:`tui.state.memory.Memory`, as ``session.memory``. It opens the store when it
is first asked for, is ``off`` under ``--no-history`` and ``history = false``, and gets over a full
disk, a damaged file and their like. Ask it in a worker, such as those of :class:`tui.tasks.Tasks`,
and never on the event loop: another instance may be writing, which is waited for up to 5 s::

    def work() -> list[Hit]:                       # in a thread
        return session.memory.use(lambda store: store.search.find("ferry ice"), otherwise=[])

    tasks.start("search", work, self._show_hits, self._failed)

``use`` never raises a StoreError: it gives ``otherwise`` where nothing is remembered, and keeps one
line about why for :meth:`Memory.take_notice`. Several calls within one ``use`` are fine; so are
calls from several threads at once. All times are seconds since 1970 (``time.time()``).

Everything is by the key of an article (``Source.key``, or better
:func:`tui.state.remembering.key_of`, which also tells one piped text from another):

========================  ========================================================================
``store.articles``        ``find(key)``, ``find_all(keys)`` for a list, ``history()``, ``saved()``,
                          ``to_continue()``, ``text(key)`` as :class:`ArticleRecord`; ``note_all``
                          keeps facts (and texts) found in the background, a hundred at a time;
                          ``mark(facts, Mark.READ)`` gives the keys that changed, and undo is
                          ``mark_again(keys, Mark.READ, on=False)``; ``forget(keys)``
``store.search``          ``find(words)`` → :class:`Hit` with the sentence that matched;
                          ``read_like(terms, …)``, the articles marked read that are most like one
``store.feeds``           ``all()`` with counts of unread, ``add``, ``remove``, ``rename`` (301),
                          ``answered(address, entries, etag=…)``, ``failed(address, why)``
``store.entries``         ``all(feed, unread=True)``, ``find(key)`` with its text; an entry has the
                          marks of the article of its key, so it is marked by
                          ``articles.mark([Facts(entry.key, entry.title, …)], Mark.READ)``
``store.folders``         ``all()``, ``add(path)``, ``remove(path)``
``store.choices``         ``find(asked)``, ``keep(asked, article, data)``: see
                          :class:`tui.state.choices.ChoiceMemory`, which asks it for you
``store.exchange``        all of it as lines of JSON, and merging such lines
========================  ========================================================================

That an article was opened, and where it was left, is kept by the reader itself
(:mod:`tui.state.remembering`). ``Facts.stamp`` is for whoever notes facts of files in the
background: size and time of the file, say, to tell later whether they still hold.

The records below, and those of :mod:`tui.state.store.holdings`, bring no SQLite with them;
:mod:`tui.state.store.store` does, and is imported by the memory behind the first frame.
"""

from tui.state.store.records import Anchor, Facts, KeptReading, Mark, Shape, Text

__all__ = [
    "Anchor",
    "Facts",
    "KeptReading",
    "Mark",
    "Shape",
    "Text",
]
