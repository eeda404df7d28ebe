"""What the rows of the list say, made of what the library knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import islice

from summarise.loading import Source
from summarise.text.folding import composed, folded_in_place
from tui.state.library.library import Library
from tui.state.library.listing import Group, Listing, Order, Wanted
from tui.state.library.places import Place, PlaceKind
from tui.text.article_rows import HIDDEN, SAVED, SEEN, TICKED, UNREAD, ArticleRow, Heading, day_of
from tui.text.wording import percent, plural, reading_time

#: An article is begun, and not at its end yet, from here to there.
_BEGUN, _ENDED = 0.02, 0.95


class RowLooks:
    """Words the rows of one list.

    Args:
        library: What is known.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._wanted = Wanted()
        self._by_text: Collection[str] = ()
        self._today = date.today()
        self._unread = Counter[str]()
        #: How many articles of the place have each title, and how many that and a file's name; the
        #: title that each was counted by, and how many facts were known by then.
        self._held = Counter[str]()
        self._counted_in: Place | None = None
        self._counted_by: dict[str, str] = {}
        self._facts_known = 0

    def follow(self, wanted: Wanted, listing: Listing) -> list[Heading | str]:
        """Word this list from now on.

        Returns:
            Its rows.
        """
        self._wanted, self._by_text = wanted, listing.by_text
        self._today = date.today()
        library = self._library
        if library.kind is PlaceKind.FEEDS:
            of, sources = library.marks.of, library.place.sources
            self._unread = Counter(s.group for key, s in sources.items() if not of(key).read)
        return [self._heading(row) if isinstance(row, Group) else row for row in listing.rows]

    def _heading(self, group: Group) -> Heading:
        note = self._library.place.notes.get(group.name)
        if note is not None and note.text:
            return Heading(group.name, note.text, note.is_problem)
        unread = self._unread[group.name]
        if self._library.kind is PlaceKind.FEEDS and unread:
            return Heading(group.name, f"{unread:,} unread")
        return Heading(group.name)

    def row(self, key: str) -> ArticleRow:
        """What the row of an article says."""
        library = self._library
        source, facts, marks = library.find(key), library.facts.get(key), library.marks.of(key)
        if source is None:
            return ArticleRow("")
        title = facts.title if facts is not None else source.name
        site = facts.site if facts is not None else ""
        if self._wanted.order is not Order.LISTED:
            site = site or source.group
        elif site == source.group:
            site = ""
        mark = UNREAD if not marks.read else SEEN
        mark = HIDDEN if marks.hidden else SAVED if marks.saved else mark
        mark = TICKED if key in library.ticked else mark
        left = library.left(key)
        found, span = self._found(key, title)
        time = reading_time(facts.words) if facts is not None and facts.words else ""
        if self._wanted.order is Order.NEW and (new := library.new.get(key)) is not None:
            time = f"{percent(new)} new"
        return ArticleRow(
            title,
            self._name(source, title),
            mark,
            not marks.read,
            site,
            day_of(facts.date, self._today) if facts is not None else "",
            time,
            f"{percent(left)}" if _BEGUN < left < _ENDED else "",
            self._note(key, source),
            found,
            span,
        )

    def _note(self, key: str, source: Source) -> str:
        if key in self._library.summaries:
            return "a summary that was written here"
        found = self._library.no_articles.get(key)
        if found is None or source.is_remote:  # of a page only what is kept here was looked at
            return ""
        return found.failure or plural(found.parts, "article")

    def _name(self, source: Source, title: str) -> str:
        """The name of an article's file, if another article of the place has its title."""
        if source.path is None or self._titles[title] < 2 or source.name == title:
            return ""
        same = self._titles[f"{source.name}\n{title}"] > 1
        return f"{source.path.parent.name}/{source.name}" if same else source.name

    @property
    def _titles(self) -> Counter[str]:
        """How many articles of the place have each title, and how many that and a file's name.

        Each row that is drawn asks: only articles of which more is known are counted anew.
        """
        place, facts = self._library.place, self._library.facts
        if self._counted_in is not place or len(self._counted_by) != len(place.sources):
            self._counted_in = place
            self._counted_by.clear()
            self._held.clear()
            self._count(place.sources)
        elif len(facts) > self._facts_known:  # what is learnt last stands last
            self._count(islice(reversed(facts), len(facts) - self._facts_known))
        self._facts_known = len(facts)
        return self._held

    def _count(self, keys: Iterable[str]) -> None:
        held, sources = self._held, self._library.place.sources
        for key in keys:
            source = sources.get(key)
            if source is None:
                continue
            title, before = self._library.title_of(source), self._counted_by.get(key)
            if title == before:
                continue
            self._counted_by[key] = title
            if before is not None:
                held[before] -= 1
                held[f"{source.name}\n{before}"] -= 1
            held[title] += 1
            held[f"{source.name}\n{title}"] += 1

    def _found(self, key: str, title: str) -> tuple[str, tuple[int, int]]:
        """The sentence that was searched for, and where; or where the title has it."""
        if not self._wanted.words:
            return "", (0, 0)
        elsewhere = self._library.elsewhere.get(key)
        if elsewhere is not None and elsewhere.hit.sentence:
            return _marked(elsewhere.hit.sentence, self._wanted.words)
        head = folded_in_place(composed(title))
        if key in self._by_text and (text := self._library.texts.get(key)) is not None:
            word = next((word for word in self._wanted.words if word not in head), "")
            if (found := text.sentence_with(word)) is not None:
                return found
        word = next((word for word in self._wanted.words if word in head), "")
        at = head.find(word) if word else 0
        return "", (at, at + len(word))


def _marked(sentence: str, words: Sequence[str]) -> tuple[str, tuple[int, int]]:
    """A sentence, and the place of the first of some words in it."""
    text = composed(" ".join(sentence.split()))
    found = folded_in_place(text)
    places = [(found.find(word), len(word)) for word in words if word in found]
    at, length = min(places, default=(0, 0))
    return text, (at, at + length)
