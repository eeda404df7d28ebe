"""Where a sentence stands: in the article, in its section, in its paragraph, in a list."""

from __future__ import annotations

from summarise.article import Kind
from summarise.index.arrays import Floats, distinct, np
from summarise.methods.salience.frame import Frame

Features = dict[str, Floats]


def place(frame: Frame) -> Features:
    """Where a sentence stands in the article and in its section."""
    row = np.arange(frame.n, dtype=np.float64)
    at = frame.place
    last_block = float(frame.block[-1]) if frame.n else 0.0
    section = frame.section
    sections = distinct(section)
    several = len(sections) > 1
    return {
        "place": at,
        "place squared": at * at,
        "opening tenth": np.maximum(0.0, 1 - at / 0.1),
        "from the start": np.log1p(row),
        "from the end": np.log1p(row[::-1]),
        "first sentence": (row == 0).astype(np.float64),
        "second sentence": (row == 1).astype(np.float64),
        "third sentence": (row == 2).astype(np.float64),
        "first paragraph": (frame.block == 0).astype(np.float64),
        "second paragraph": (frame.block == 1).astype(np.float64),
        "last paragraph": (frame.block == last_block).astype(np.float64),
        "last tenth": np.maximum(0.0, 1 - (1 - at) / 0.1),
        "opens a section": (frame.section_starts & (section > 0)).astype(np.float64),
        "second in section": np.append([0.0], frame.section_starts[:-1] & (section[:-1] > 0))[
            : frame.n
        ],
        "first section of several": (section == sections[0]) * float(several),
        "last section of several": (section == sections[-1]) * float(several),
        "far into its section": _within(frame),
    }


def paragraph(frame: Frame) -> Features:
    """Where a sentence stands in its paragraph, and what kind of paragraph that is."""
    starts, ends = frame.starts.astype(np.float64), frame.ends.astype(np.float64)
    size = frame.block_sizes
    kinds = frame.kinds
    before_list = np.append(frame.listed[1:] > frame.listed[:-1], False)[: frame.n]
    return {
        "first of several": starts * (1 - ends),
        "second of several": ((frame.in_block == 1) & (size > 2)).astype(np.float64),
        "last of several": ends * (1 - starts),
        "alone in its paragraph": starts * ends,
        "size of its paragraph": np.log1p(size),
        "first of a long paragraph": starts * (size >= 4),
        "list item": frame.listed,
        "list item's first sentence": frame.listed * starts,
        "quotation block": np.array([kind is Kind.QUOTATION for kind in kinds], np.float64),
        "caption": np.array([kind is Kind.CAPTION for kind in kinds], np.float64),
        "before a list": before_list.astype(np.float64),
    }


def _within(frame: Frame) -> Floats:
    """The share of its section that stands before each row."""
    sizes = np.bincount(frame.section, minlength=1)
    first = np.flatnonzero(frame.section_starts)
    number = np.cumsum(frame.section_starts) - 1
    inside = np.arange(frame.n) - first[number] if frame.n else np.zeros(0)
    within: Floats = inside / np.maximum(1, sizes[frame.section])
    return within
