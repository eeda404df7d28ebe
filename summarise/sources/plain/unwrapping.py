"""Hard-wrapped text (RFC, Gutenberg, mail) back to one line a paragraph; all else untouched.

A line break that a program put in is one where the next word would not have fitted: it is
compatible with exactly the widths from ``len(line)`` to ``len(line) + len(next word)``. In
wrapped text nearly all breaks agree on one width; in verse, lists, code and articles with a line
a paragraph they do not. That vote decides whether anything is joined at all, and the width it
finds says of each single break whether it was forced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from summarise.sources.hyphens import Vocabulary
from summarise.text.patterns import compile_later
from summarise.text.sentences.marks import ends_sentence

_NARROWEST, _WIDEST = 28, 120
#: So many breaks must agree before anything is believed.
_FEWEST_PAIRS = 3
#: So many lines without a blank between them, of which half go on in small letters and a sixth have
#: the end of a sentence inside, are captions, whatever their widths. Verse ends with its lines.
_FEWEST_CAPTIONS, _GOING_ON, _ENDING_INSIDE = 8, 0.5, 0.16
#: They are words and hardly anything else, which a program is not.
_WORDY = 0.9
_SPACES = compile_later(r"[ \u00a0]{2,}")
_ENDS_INSIDE = compile_later(r"[.!?]['\"”’)]?\s+[^\W\d_a-z]")
#: Fewer must be this wide, and go on in small letters: no mail or dump is narrower.
_NARROWEST_FEW = 50
#: A first word longer than this says nothing about the width (addresses, CJK without spaces).
_LONGEST_WORD = 22
_ITEM = compile_later(
    r"(?:[-*+•‣▪●○◦·–—]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\[[^\]\s]{1,20}\])\s+\S"
)
_QUOTE = compile_later(r"(?:> ?)+|(?:\| )+(?=\S)")
#: Two such lines, one above the other, belong to a header: "Title: The old canal".
_FIELD = compile_later(r"[^\W\d_][\w-]{0,20}: \S")
#: Spaces that a typesetter put between words; those behind a sentence are somebody's habit.
FILLED = compile_later(r"(?<=[^\s.!?:;]) {2,3}(?=\S)")
_COLUMNS = compile_later(r"\S {3,}\S|\S\s*\|\s*\S.*\|")


@dataclass(slots=True)
class _Line:
    """A line without its quote marks: its words, its indent, and the width it takes."""

    text: str
    indent: int
    width: int
    quote: str
    depth: str
    """Its quote marks without the space behind them: lines with the same belong together."""

    @property
    def first_word(self) -> int:
        end = self.text.find(" ")
        return len(self.text) if end < 0 else end

    @property
    def has_columns(self) -> bool:
        spaced = "   " in self.text or "|" in self.text
        return spaced and _COLUMNS.search(self.text) is not None

    @property
    def is_item(self) -> bool:
        return _ITEM.match(self.text) is not None


_BLANK = _Line("", 0, 0, "", "")


def unwrap(text: str) -> str:
    """Join the lines of wrapped paragraphs, one line each; blank lines stay where they are.

    Args:
        text: Sanitised text.

    Returns:
        The text with a line for each paragraph and list item where it was wrapped; a text (or a
        part of it) that is not wrapped comes back as it was.
    """
    body = text.strip("\n")
    if body.count("\n") == 2 * body.count("\n\n"):
        return text  # each line stands alone
    lines = [_read(line) for line in text.split("\n")]
    pairs: dict[str, list[tuple[_Line, _Line]]] = {}
    for above, below in pairwise(lines):
        if _could_go_on(above, below):
            pairs.setdefault(above.depth, []).append((above, below))
    if not pairs:
        return text
    widths = {quote: _wrap_width(found) for quote, found in pairs.items()}
    widest = max(widths.values(), default=0)
    for quote, found in pairs.items():
        if widest and len(found) < _FEWEST_PAIRS and _fits(found, widest - len(quote) - 1):
            widths[quote] = widest - len(quote) - 1
    words = Vocabulary(text)
    out: list[str] = []
    joined = False
    for (blank, quote), group in groupby(lines, key=lambda line: (not line.text, line.depth)):
        chunk = list(group)
        width = 0 if blank else widths.get(quote, 0) or _few_breaks(chunk)
        if not width and not blank and _runs_on(chunk):
            # Captions of any width: all breaks are forced.
            joined = True
            out.append(_run_together(chunk, words))
            continue
        if not width:
            out.extend(_written(line) for line in chunk)
            continue
        joined = True
        for part in _paragraphs(chunk, width):
            out.extend(_joined(part, width, words))
    return "\n".join(out) if joined else text


def _read(raw: str) -> _Line:
    raw = raw.rstrip()
    if not raw:
        return _BLANK
    marks = _QUOTE.match(raw) if raw[0] in ">|" else None
    quote = marks[0] if marks else ""
    inner = raw[len(quote) :]
    text = inner.lstrip()
    indent = len(inner) - len(text)
    return _Line(text, indent, indent + len(text), quote, quote.strip())


def _written(line: _Line) -> str:
    return line.quote + " " * line.indent + line.text


def _could_go_on(above: _Line, below: _Line) -> bool:
    """Whether a paragraph could go on from one line to the next."""
    if not above.text or not below.text or below.is_item:
        return False
    if above.depth != below.depth:
        return False
    if above.indent < below.indent and not above.is_item:
        return False
    if _FIELD.match(above.text) and _FIELD.match(below.text):
        return False
    return not (above.has_columns or below.has_columns)


def _fits(pairs: Sequence[tuple[_Line, _Line]], width: int) -> bool:
    """Whether a few lines, as of a short quotation, go with the width of the text around them."""
    return all(a.width <= width + 3 and _room(a, b, width) <= 0.15 * width for a, b in pairs)


def _wrap_width(pairs: Sequence[tuple[_Line, _Line]]) -> int:
    """The width that neighbouring lines were wrapped to; 0 if they were not."""
    usual = sorted(above.width for above, _ in pairs)[int(0.9 * (len(pairs) - 1))]
    # Much shorter lines (addresses, salutations, the last lines of paragraphs) say nothing.
    pairs = [(above, below) for above, below in pairs if above.width >= 0.6 * usual]
    if len(pairs) < _FEWEST_PAIRS:
        return 0
    votes = [0] * (_WIDEST + 2)
    running_on = starting_upper = 0
    for above, below in pairs:
        if above.width > _WIDEST or " " not in above.text or below.first_word > _LONGEST_WORD:
            continue
        votes[max(above.width, 0)] += 1
        votes[min(above.width + below.first_word, _WIDEST) + 1] -= 1
        running_on += not _has_ended(above.text)
        starting_upper += below.text[0].isupper() or below.text[0].isdigit()
    tally = list(accumulate(votes))
    width = max(range(_NARROWEST, _WIDEST + 1), key=lambda w: (tally[w], w))
    if running_on < len(pairs) / 2 or starting_upper > 0.6 * len(pairs):
        return 0
    if len(pairs) < 6:
        return width if tally[width] == len(pairs) and width >= 45 else 0
    if tally[width] >= 0.6 * len(pairs):
        return width
    # Wrapped by hand or by a program that balances lines: looser breaks under a common limit.
    width = sorted(above.width for above, _ in pairs)[int(0.97 * (len(pairs) - 1))]
    close = sum(_room(above, below, width) <= 0.15 * width for above, below in pairs)
    return width if 50 <= width <= 100 and close >= 0.75 * len(pairs) else 0


def _few_breaks(chunk: Sequence[_Line]) -> int:
    """The width of a chunk of a few lines, where the text as a whole tells none; 0 if none.

    Each line must be full, and at some break a clause goes on in small letters or behind a comma.
    """
    pairs = [pair for pair in pairwise(chunk) if _could_go_on(*pair)]
    parted = sum(below.is_item or above.indent < below.indent for above, below in pairwise(chunk))
    if not pairs or len(pairs) + parted < len(chunk) - 1:
        return 0
    low = max(above.width for above, _ in pairs)
    high = min(above.width + below.first_word for above, below in pairs)
    if not _NARROWEST_FEW <= low <= min(high, _WIDEST):
        return 0
    if any(below.first_word > _LONGEST_WORD or " " not in above.text for above, below in pairs):
        return 0
    going_on = sum(
        not _has_ended(above.text) and (below.text[0].islower() or above.text[-1] == ",")
        for above, below in pairs
    )
    caseless = all(
        below.text[0].isalpha() and below.text[0].lower() == below.text[0].upper()
        for _, below in pairs
    )
    ended = ends_sentence(chunk[-1].text) and not _has_ended(pairs[0][0].text)
    if going_on >= max(1, len(pairs) / 3) or (caseless and (len(pairs) > 1 or ended)):
        return low
    return 0


def _runs_on(chunk: Sequence[_Line]) -> bool:
    """Whether sentences go over the lines and end inside them, as in captions: of any width."""
    if len(chunk) < _FEWEST_CAPTIONS or any(line.is_item or line.indent for line in chunk):
        return False
    if sum(char.isalpha() or char == " " for line in chunk for char in line.text) < _WORDY * sum(
        len(line.text) for line in chunk
    ):
        return False
    going_on = sum(
        not _has_ended(above.text) and below.text[0].islower() for above, below in pairwise(chunk)
    )
    ending = sum(_ENDS_INSIDE.search(line.text) is not None for line in chunk)
    return going_on >= _GOING_ON * len(chunk) and ending >= _ENDING_INSIDE * len(chunk)


def _run_together(chunk: Sequence[_Line], words: Vocabulary) -> str:
    first, *others = (_SPACES.sub(" ", line.text) for line in chunk)
    pieces = [first]
    for text in others:
        pieces[-1], glue = words.mend(pieces[-1], text)
        pieces += [glue, text]
    return chunk[0].quote + "".join(pieces)


def _has_ended(text: str) -> bool:
    return text.endswith((":", ";")) or ends_sentence(text)


def _room(above: _Line, below: _Line, width: int) -> int:
    """How many columns would have been left, had the next word stayed on the line above."""
    return width - (above.width + 1 + min(below.first_word, _LONGEST_WORD))


def _paragraphs(chunk: Sequence[_Line], width: int) -> Iterator[list[_Line]]:
    """Cut lines without a blank between them at list items and at first-line indents."""
    layout = _Layout.of(chunk, width)
    part = [chunk[0]]
    for line in chunk[1:]:
        if layout.starts_paragraph(part, line):
            yield part
            part = []
        part.append(line)
    yield part


class _Layout(NamedTuple):
    """How the paragraphs of one chunk show where they start."""

    width: int
    """The width it was wrapped to."""
    base: int
    """The smallest indent."""
    items: int
    """Lines that look like the start of a list item."""
    first_line: int
    """The indent of first lines, 0 if the chunk does not indent them."""

    @classmethod
    def of(cls, chunk: Sequence[_Line], width: int) -> _Layout:
        base = min(line.indent for line in chunk)
        indents = Counter(
            above.indent
            for above, below in pairwise(chunk)
            if above.indent > base == below.indent
            and not above.is_item
            and _room(above, below, width) < 0
        )
        first_line = indents.most_common(1)[0][0] if indents else 0
        return cls(width, base, sum(line.is_item for line in chunk), first_line)

    def starts_paragraph(self, part: list[_Line], line: _Line) -> bool:
        above, first = part[-1], part[0]
        forced = _room(above, line, self.width) < 0
        if line.is_item and line.indent <= max(first.indent, self.base):
            # "- he said" and "1. FC" also begin lines inside a paragraph.
            return not forced or self.items > 1 or bool(_has_ended(above.text))
        if self.first_line and line.indent == self.first_line:
            return not first.is_item
        if line.indent > above.indent:
            # The second line of an item or of a hanging paragraph, if not a new paragraph.
            hanging = first.is_item or (first.indent == self.base and forced)
            return not hanging or len(part) > 1
        return line.indent < above.indent and first.is_item and line.indent <= first.indent


def _joined(part: list[_Line], width: int, words: Vocabulary) -> Iterator[str]:
    """The paragraphs of one part: usually one, more where a line was ended early on purpose."""
    rooms = [_room(a, b, width) for a, b in pairwise(part)]
    loose = 0.15 * width
    if len(part) > 2 and sum(room > loose for room in rooms) > len(rooms) / 2:
        yield from (_written(line) for line in part)
        return
    texts = [line.text for line in part]
    if len(part) > 1:
        texts = [FILLED.sub(" ", text) if "  " in text else text for text in texts]
    pieces = texts[:1]
    lead = part[0]
    for above, below, text, room in zip(part, part[1:], texts[1:], rooms, strict=False):
        ended = _has_ended(above.text)
        if below.has_columns or room > (loose if ended else 2 * loose):
            yield lead.quote + " " * lead.indent + "".join(pieces)
            pieces, lead = [text], below
        else:
            pieces[-1], glue = words.mend(pieces[-1], text)
            pieces += [glue, text]
    yield lead.quote + " " * lead.indent + "".join(pieces)
