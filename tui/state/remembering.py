"""An article that is read ↔ what the store keeps of it: choices by their words, not by numbers."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple, TypeVar

from summarise.article import Article, Kind
from summarise.errors import SummariseError
from summarise.length import Length, Unit
from summarise.loading import STANDARD_INPUT, Source
from tui.state.reading_state import AbsentPlace, Choices, Layout, ReadingState
from tui.state.store.records import Absent, Anchor, Facts, KeptReading, Pairs, Shape, Text

Value = TypeVar("Value")

#: Characters of a sentence or paragraph that are kept to find it again.
_KEPT = 600
#: Two sentences are the same in other words from this likeness on. Of 5,124 sentences of news in
#: which one word in eight was changed, left out or added it finds 99.5 % (0.8 finds 95 %); of those
#: that are gone it takes 0.2 % for a neighbour (0.6: 0.4 %), which says nearly the same.
_ALIKE = 0.7
#: Where sentences end otherwise than before, the longest piece is taken, if it is so much of all.
_PIECE = 0.4
#: Sentences on either side of the old place that are compared by likeness.
_NEAR = 40
#: Pins that wait for their sentence to come back, at most, and as many drops and paragraphs: more
#: than anyone sets in an article, and at 600 characters each no burden on the store.
_MOST_ABSENT = 100


def key_of(source: Source, article: Article) -> str:
    """What the store calls an article: the key of its source, or for piped text its digest."""
    if source.key == STANDARD_INPUT:
        return f"standard input {digest_of(article)[:16]}"
    return source.key


def digest_of(article: Article) -> str:
    """What tells whether a text is the same as before."""
    return sha256(article.text.encode("utf-8", "replace")).hexdigest()


def facts_of(source: Source, article: Article, stamp: str = "") -> Facts:
    """What a list shows of an article."""
    return Facts(
        key=key_of(source, article),
        title=article.title or source.name,
        address=article.address,
        site=article.site,
        author=article.author,
        date=article.date,
        language=article.language,
        words=article.words,
        group=source.group,
        stamp=stamp,
    )


def text_of(article: Article) -> Text:
    """The text of the article proper, without what was left out as boilerplate."""
    pieces: list[str] = []
    places = array("I")
    shapes: list[Shape] = []
    length = 0
    for paragraph in article.paragraphs:
        if paragraph.boilerplate is not None:
            continue
        shift = length - paragraph.start
        pieces.append(article.text[paragraph.start : paragraph.end])
        for sentence in article.sentences_of(paragraph.index):
            places.append(sentence.start + shift)
            places.append(sentence.end + shift)
        end = paragraph.end + shift
        if paragraph.kind is not Kind.TEXT or paragraph.tight:
            kind, level = paragraph.kind.value, paragraph.level
            shapes.append(Shape(length, end, kind, level, paragraph.tight))
        length = end + 2
    return Text("\n\n".join(pieces), Pairs(places), tuple(shapes))


def own_sentences(article: Article) -> list[int]:
    """The sentences of the article proper: their order is how the kept text numbers them."""
    return [
        sentence.index
        for paragraph in article.paragraphs
        if paragraph.boilerplate is None
        for sentence in article.sentences_of(paragraph.index)
    ]


def _runs_of(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Numbers in their order, as runs: the first, and the one behind the last."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1] = runs[-1][0], number + 1
        else:
            runs.append((number, number + 1))
    return tuple(runs)


def _numbers(article: Article, seen: Collection[int]) -> list[int]:
    """Sentences as the kept text numbers them; of those left out, it has none.

    It is asked every 2 s while a book is read, so it counts what is left out and not what is in.
    """
    out = [(p.first, p.stop) for p in article.paragraphs if p.boilerplate is not None]
    before = list(accumulate((stop - first for first, stop in out), initial=0))
    numbers = []
    for index in sorted(seen):
        at = bisect_right(out, index, key=itemgetter(0))
        if not at or index >= out[at - 1][1]:
            numbers.append(index - before[at])
    return numbers


def seen_again(before: Article, seen: Collection[int], after: Article) -> list[int]:
    """The sentences of an article that another version of it had, and that were read there."""
    words = {before.sentences[index].text for index in seen}
    return [sentence.index for sentence in after.sentences if sentence.text in words]


def seen_of(kept: KeptReading, article: Article, old: Text | None) -> list[int]:
    """The sentences of an article that were read in an earlier run.

    Args:
        kept: What was kept of it.
        article: The article as it is now.
        old: Its text as it was then; None if that is the same.
    """
    own = own_sentences(article)
    if old is None:
        return [own[number] for number in kept.read_of(len(own))]
    read = kept.read_of(len(old.sentences))
    words = {old.text[slice(*old.sentences[number])] for number in read}
    return [index for index in own if article.sentences[index].text in words]


def kept_of(
    state: ReadingState, article: Article, seen: Collection[int] | None = None
) -> KeptReading:
    """What is kept of a reading.

    Args:
        state: What the reader chose.
        article: The article, with or without its decisions about paragraphs.
        seen: The sentences that were read, of the article without those; None if nobody knows.
    """

    def sentence(index: int) -> Anchor:
        return Anchor(index, article.sentences[index].text[:_KEPT])

    def paragraph(index: int) -> Anchor:
        found = article.paragraphs[index]
        return Anchor(index, article.text[found.start : found.end][:_KEPT])

    total = len(article.sentences)
    choices, place, gone = state.choices, state.place, state.absent_place
    reached = 0.0 if not place or total < 2 else place / (total - 1)
    if gone is not None and gone.stands != place:
        gone = None
    return KeptReading(
        method=state.method,
        length="" if state.suits else str(state.length),
        unit=state.unit.label,
        layout=state.layout.name,
        heat=state.heat,
        dims_known=state.dims_known,
        new_first=state.new_first,
        place=None if place is None else sentence(place),
        reached=reached if gone is None else gone.reached,
        pins=tuple(map(sentence, sorted(choices.pins))),
        drops=tuple(map(sentence, sorted(choices.drops))),
        focus=choices.focus,
        blocks=tuple((paragraph(index), reason) for index, reason in choices.blocks),
        absent=choices.absent,
        absent_place=None if gone is None else gone.anchor,
        seen=None if seen is None else _runs_of(_numbers(article, seen)),
    )


def place_of(anchor: Anchor, article: Article) -> int | None:
    """The sentence of an article that has some words, or those most like them near their place."""
    texts = [sentence.text for sentence in article.sentences]
    return _Places(texts).find(Anchor(anchor.at, anchor.text[:_KEPT]))


class Found(NamedTuple):
    """A reading that was found again."""

    state: ReadingState
    """What the reader chose, for the article as it is now."""
    lost: tuple[str, ...] = ()
    """The words of what could not be found in it any more; it is kept in case it comes back."""
    back: tuple[str, ...] = ()
    """The words of what had been lost, and is there again."""


def found_again(
    kept: KeptReading, article: Article, fresh: ReadingState, *, has_method: bool = True
) -> Found:
    """A reading for an article that may have changed since, by the words of what was chosen.

    Args:
        kept: What was kept.
        article: The article as it was loaded now.
        fresh: What everyone starts with, for what is not known any more.
        has_method: Whether there still is a method of that name.
    """
    return FindingAgain(article, fresh).find(kept, has_method=has_method)


class FindingAgain:
    """Finds what was chosen in an article as it is now; each sentence is looked for once.

    Args:
        article: The article as it was loaded now.
        fresh: What everyone starts with, for what is not known any more.
    """

    def __init__(self, article: Article, fresh: ReadingState) -> None:
        self._article, self._fresh = article, fresh
        self._sentences = _Places([sentence.text for sentence in article.sentences])
        self._paragraphs = _Places([article.text[p.start : p.end] for p in article.paragraphs])

    def find(self, kept: KeptReading, *, has_method: bool = True) -> Found:
        """A reading for the article; see :func:`found_again`."""
        lost: list[str] = []
        back: list[str] = []
        fresh, gone = self._fresh, kept.absent
        pins, lost_pins = _sought(self._sentences, kept.pins, gone.pins, lost, back)
        drops, lost_drops = _sought(self._sentences, kept.drops, gone.drops, lost, back)
        reasons = dict((*gone.blocks, *kept.blocks))
        blocks, lost_blocks = _sought(
            self._paragraphs, [a for a, _ in kept.blocks], [a for a, _ in gone.blocks], lost, back
        )
        place, absent_place = self._place(kept, lost, back)
        decided = {
            at: reasons[anchor]
            for at, anchor in blocks.items()
            if self._article.paragraphs[at].boilerplate != reasons[anchor]
        }
        state = replace(
            fresh,
            method=kept.method if has_method else fresh.method,
            length=_known(Length.parse, kept.length, fresh.length),
            suits=fresh.suits and not kept.length,
            unit=next((unit for unit in Unit if unit.label == kept.unit), fresh.unit),
            layout=_known(lambda name: Layout[name], kept.layout, fresh.layout),
            heat=kept.heat,
            dims_known=kept.dims_known,
            new_first=kept.new_first,
            choices=Choices(
                frozenset(pins),
                frozenset(drops.keys() - pins.keys()),
                kept.focus,
                tuple(sorted(decided.items())),
                Absent(lost_pins, lost_drops, tuple((a, reasons[a]) for a in lost_blocks)),
            ),
            place=place,
            absent_place=absent_place,
        )
        return Found(state, tuple(dict.fromkeys(lost)), tuple(dict.fromkeys(back)))

    def _place(
        self, kept: KeptReading, lost: list[str], back: list[str]
    ) -> tuple[int | None, AbsentPlace | None]:
        """Where the reader is now, and where they were, if that is not there."""
        gone = kept.absent_place
        if gone is not None and (place := self._sentences.find(gone)) is not None:
            back.append(gone.text)
            return place, None
        if kept.place is None:
            return None, None if gone is None else AbsentPlace(gone, None, kept.reached)
        place = self._sentences.find(kept.place)
        if place is None:
            if gone is None:
                gone = kept.place
                lost.append(gone.text)
            last = len(self._article.sentences) - 1
            place = round(kept.reached * last) if last >= 0 else None
        return place, None if gone is None else AbsentPlace(gone, place, kept.reached)


def _sought(
    places: _Places,
    kept: Iterable[Anchor],
    absent: Iterable[Anchor],
    lost: list[str],
    back: list[str],
) -> tuple[dict[int, Anchor], tuple[Anchor, ...]]:
    """Look for what was there when it was kept, and for what was not.

    Returns:
        What is found, by its place, and what is not, the last :data:`_MOST_ABSENT` of it; what is
        newly lost or back is added to the lists of its words.
    """
    found: dict[int, Anchor] = {}
    missing: list[Anchor] = []
    for anchor in absent:
        if (at := places.find(anchor)) is None:
            missing.append(anchor)
        else:
            found[at] = anchor
            back.append(anchor.text)
    for anchor in kept:
        if (at := places.find(anchor)) is None:
            missing.append(anchor)
            lost.append(anchor.text)
        else:
            found[at] = anchor
    return found, tuple(dict.fromkeys(missing))[-_MOST_ABSENT:]


def _known(parse: Callable[[str], Value], text: str, otherwise: Value) -> Value:
    try:
        return parse(text)
    except (SummariseError, KeyError, ValueError):
        return otherwise


class _Places:
    """Finds texts among others: the same text first, then the one most like it near the old place.

    Args:
        texts: All texts, in their order.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [text[:_KEPT] for text in texts]
        self._found: dict[Anchor, int | None] = {}
        self._by_text: dict[str, list[int]] = {}
        for index, text in enumerate(self._texts):
            self._by_text.setdefault(text, []).append(index)

    def find(self, anchor: Anchor) -> int | None:
        """The place of a text now; None if it is not there any more."""
        if anchor not in self._found:
            self._found[anchor] = self._look_for(anchor)
        return self._found[anchor]

    def _look_for(self, anchor: Anchor) -> int | None:
        same = self._by_text.get(anchor.text)
        if same:
            return min(same, key=lambda index: abs(index - anchor.at))
        near = range(max(0, anchor.at - _NEAR), min(len(self._texts), anchor.at + _NEAR + 1))
        nearest = sorted(near, key=lambda index: abs(index - anchor.at))
        piece = self._piece(anchor.text, nearest)
        return self._most_alike(anchor.text, nearest) if piece is None else piece

    def _piece(self, text: str, near: Sequence[int]) -> int | None:
        """The place of what holds the text as it was, or of the longest piece of it."""
        holding = (index for index in near if text and text in self._texts[index])
        found = next(holding, None)
        if found is not None:
            return found
        pieces = [index for index in near if self._texts[index] in text]
        longest = max(pieces, key=lambda index: len(self._texts[index]), default=None)
        if longest is None or len(self._texts[longest]) <= _PIECE * len(text):
            return None
        return longest

    def _most_alike(self, text: str, near: Sequence[int]) -> int | None:
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(text.split())
        best, found = _ALIKE, None
        for index in near:
            matcher.set_seq1(self._texts[index].split())
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
                likeness = matcher.ratio()
                if likeness > best:
                    best, found = likeness, index
        return found
