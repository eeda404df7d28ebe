"""The candidates as lines to be judged, and which signs say anything in this article.

A line without an end mark is a heading, a label or an item of a menu, unless the whole text is
written so: a poem, a chat, a transcript, a script that has no full stop. So each sign is judged by
the long sentences first. Junk is short: on the dirtiest pages that were read, 72 of 100 lines had
no end mark, but of the lines of eight words and more never more than 34, and 14 in the median.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, overload

from summarise.article import Article, Kind
from summarise.index.arrays import Ints, np
from summarise.index.pieces import Pieces
from summarise.text.patterns import compile_later
from summarise.text.phrases.openings import label_of, plain_lower
from summarise.text.sentences.marks import ALWAYS_END, EMOJI, LOCAL_ENDS
from summarise.text.words import count_words

#: From so many words on a sentence is long: whether a sign says anything is judged by these.
LONG_WORDS = 8
#: A sign that more of the long sentences have than this is how the text is written.
USUAL = 0.5
#: Where long sentences hold fewer of the words, there is nothing to judge the signs by. Of 205
#: marked articles 203 are above .65; a page of 277 lines, 219 of them junk, has .66, a letter with
#: 150 signatures .50, and a page without any prose 0.
SPOKEN_BY_LONG = 0.15

#: So many long sentences, evenly spread, are enough to judge by.
SAMPLE = 400
#: Capitals at this share of the words make a line a title or a label.
TITLE_SHARE = 0.75
#: A line that has more of the title than this says what the article is about.
TITLE_HELD = 0.5

#: What a lead-in leads to and a summary does not show with it.
_BLOCKS = (Kind.LIST_ITEM, Kind.CODE, Kind.TABLE)
_ENDED = compile_later(rf"[.?!…‽{ALWAYS_END}{EMOJI}][\W_]*(?:\[?[\d\w]{{1,3}}\]\W*)*$")
_COLON = compile_later(r"[:：﹕︰︓][\W_]*$")
#: What a question ends in; in Greek it is a semicolon.
QUESTION_MARKS = "?？؟⁇⸮"
_QUESTION = compile_later(rf"[{QUESTION_MARKS}][\W_]*$")
_EXCLAIMS = compile_later(r"[!！][\W_]*$")
_LEADING = compile_later(r"[\W_]*")
#: Names of people begin with them.
_PARTICLES = frozenset(
    {"de", "van", "von", "da", "di", "ibn", "al", "el", "af", "den", "ter", "ten"}
)
#: The initials of a speaker have so many letters at most.
_INITIALS = 4
_LETTER_RUN = compile_later(r"[^\W\d_]+")
#: Marks that are looked for at the end of a sentence stand in its last characters.
TAIL = 24


class Line:
    """One candidate.

    Attributes:
        row: Its place among the candidates.
        sentence: Its index among the article's sentences.
        text: Its characters.
        words: How many words it has, without that label.
        kind: The kind of its paragraph.
        language: The language of the article.
        before_block: Whether a list, code or a table comes right behind it.
        broken: Whether a layout cut it: print whose other part stands elsewhere on the page.
        lower: Its text in lower case with straight apostrophes.
        bare: The same from its first letter or digit on, without the label of who speaks; a
            copyright sign counts as one.
        tail: Its last characters.
        leads_in: Whether it ends in a colon, of any script, that is not its full stop.
        asks: Whether it ends in a question mark.
        ended: Whether it ends in a mark that ends sentences, or in a colon.
    """

    __slots__ = (
        "asks", "bare", "before_block", "broken", "ended", "kind", "language", "leads_in", "lower",
        "row", "sentence", "tail", "text", "words",
    )  # fmt: skip

    def __init__(
        self,
        row: int,
        sentence: int,
        text: str,
        words: int,
        kind: Kind,
        language: str,
        *,
        before_block: bool = False,
        broken: bool = False,
    ) -> None:
        self.row = row
        self.sentence = sentence
        self.before_block = before_block
        self.broken = broken
        self.text = text
        self.words = words
        self.kind = kind
        self.language = language
        self.lower = plain_lower(text)
        self.bare = self.lower if self.lower[:1].isalnum() else self._bare()
        if ": " in self.bare:
            self._leave_the_speaker_out()
        self.tail = text[-TAIL:]
        self._look_at_the_end()

    def _bare(self) -> str:
        leading = _LEADING.match(self.lower)
        begin = leading.end() if leading else 0
        return self.lower[begin:] if "©" not in self.lower[:begin] else self.lower.lstrip()

    def _leave_the_speaker_out(self) -> None:
        """Judge what is said by itself: behind a name with a time, or behind initials."""
        label = label_of(self.text.lstrip("*_[(>- "))
        if label and (label["time"] or (label["who"].isupper() and len(label["who"]) <= _INITIALS)):
            self.words = max(0, self.words - count_words(label[0]))
            self.bare = self.bare[self.bare.find(": ") + 2 :]

    def _look_at_the_end(self) -> None:
        local = LOCAL_ENDS.get(self.language, "")
        mark = self.tail.rstrip("»”\"' )")[-1:]
        self.asks = self.leads_in = False
        self.ended = mark == "." or (mark != "" and mark in local)
        if self.ended:
            self.asks = mark != "." and self.language == "el"
            return
        self.asks = _QUESTION.search(self.tail) is not None
        self.leads_in = _COLON.search(self.tail) is not None
        self.ended = self.asks or self.leads_in or _ENDED.search(self.tail) is not None

    @property
    def exclaims(self) -> bool:
        """Whether it ends in an exclamation mark."""
        return _EXCLAIMS.search(self.tail) is not None

    @property
    def capitals(self) -> float:
        """The share of its words that begin with a capital letter; 0 in scripts without any."""
        words = _LETTER_RUN.findall(self.text)
        return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


class Signs(NamedTuple):
    """Which signs say anything in an article.

    Attributes:
        end_mark: Whether a missing end mark does.
        capitals: Whether a line in capitals, or with one at each word, is out of the ordinary.
        question: Whether questions are.
        colon: Whether a colon at the end is.
        exclamation: Whether exclamations are.
        titled: The words of the title, in lower case.
    """

    end_mark: bool
    capitals: bool
    question: bool
    colon: bool
    exclamation: bool
    titled: frozenset[str] = frozenset()

    def says_the_title(self, line: Line) -> bool:
        """Whether most of the title is in a line: "Harbour 3.0 is open!"."""
        held = self.titled.intersection(_LETTER_RUN.findall(line.lower))
        return len(held) > TITLE_HELD * len(self.titled)


#: What stands behind a label, between this piece of a sentence and the next.
_BEHIND_LABEL = compile_later(": ")


class Lines(Sequence[Line]):
    """The candidates of an article, in document order; each is made when it is first asked for.

    Args:
        article: The article.
        pieces: The pieces of its candidates.

    Attributes:
        article: The article.
        words: How many words each has, without a label, shape (rows,).
        paragraphs: The paragraph of each, shape (rows,).
        broken_rows: Those that a layout cut.
    """

    def __init__(self, article: Article, pieces: Pieces) -> None:
        self.article = article
        sentences, paragraphs = article.sentences, article.paragraphs
        self._found = [sentences[i] for i in article.candidates]
        self._before_blocks = {
            above.stop - 1
            for above, below in pairwise(paragraphs)
            if below.kind in _BLOCKS and above.kind not in _BLOCKS
        }
        self._broken = _broken(article)
        self.broken_rows = [
            row
            for row, s in enumerate(self._found if self._broken else ())
            if s.index in self._broken
        ]
        self.paragraphs: Ints = np.array([s.paragraph for s in self._found], np.int64)
        self._made: dict[int, Line] = {}
        words = map(article.sentence_words.__getitem__, article.candidates)
        self.words: Ints = np.fromiter(words, np.int64, len(self._found))
        for row in np.flatnonzero(pieces.rows_matching(_BEHIND_LABEL)).tolist():
            self.words[row] = self[row].words

    def __len__(self) -> int:
        return len(self._found)

    def text(self, row: int) -> str:
        """The characters of one, which needs no line."""
        return self._found[row].text

    @overload
    def __getitem__(self, row: int) -> Line: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[Line]: ...

    def __getitem__(self, row: int | slice) -> Line | Sequence[Line]:
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        made = self._made.get(row)
        if made is None:
            s = self._found[row]
            made = self._made[row] = Line(
                row,
                s.index,
                s.text,
                s.words,
                self.article.paragraphs[s.paragraph].kind,
                self.article.language,
                before_block=s.index in self._before_blocks,
                broken=s.index in self._broken,
            )
        return made


def _broken(article: Article) -> frozenset[int]:
    """The sentences of a PDF that its layout has cut: a half begins small, or has no end.

    What stands between two columns or pages, or a program or a formula within a sentence, parts a
    paragraph. A first half has no end mark and the next paragraph of text begins with a small
    letter; a second one begins so behind such a half, or behind what is set apart.
    """
    if article.form != "PDF":
        return frozenset()
    found: set[int] = set()
    half = -1  # the last sentence of the paragraph of text above, where it has no end
    apart = False  # whether something that is no text stands between
    for paragraph in article.paragraphs:
        if paragraph.kind in (Kind.CODE, Kind.TABLE):
            apart = True
        if paragraph.kind is not Kind.TEXT or paragraph.boilerplate is not None:
            continue
        first = article.sentences[paragraph.first].text
        last = article.sentences[paragraph.stop - 1].text
        if _begins_small(first):
            if half >= 0 or apart:
                found.add(paragraph.first)
            if half >= 0:
                found.add(half)
        open_end = not _ENDED.search(last[-TAIL:]) and not _COLON.search(last[-TAIL:])
        half = paragraph.stop - 1 if open_end else -1
        if last.endswith("-"):
            found.add(half)
        apart = False
    return frozenset(found)


def _begins_small(text: str) -> bool:
    """Whether a text begins with a word in small letters: "iOS" and "e.g." open a sentence, too."""
    word = text.partition(" ")[0].rstrip(",;")
    return (
        word[:1].islower()
        and word.islower()
        and word.replace("-", "").isalpha()
        and word not in _PARTICLES
    )


def signs_of(lines: Lines, title: str = "") -> Signs:
    """Judge the signs by the long sentences of an article."""
    long = np.flatnonzero(lines.words >= LONG_WORDS)
    spoken = int(lines.words[long].sum())
    if spoken < SPOKEN_BY_LONG * int(lines.words.sum()) or not len(long):
        return Signs(False, False, False, False, False)
    sample = [lines[row] for row in long[:: -(-len(long) // SAMPLE)].tolist()]
    most = USUAL * len(sample)
    return Signs(
        end_mark=sum(not line.ended for line in sample) < most,
        capitals=sum(line.capitals >= TITLE_SHARE for line in sample) < most,
        question=sum(line.asks for line in sample) < most,
        colon=sum(line.leads_in for line in sample) < most,
        exclamation=sum(line.exclaims for line in sample) < most,
        titled=frozenset(_LETTER_RUN.findall(plain_lower(title))),
    )
