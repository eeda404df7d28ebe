"""Labelled pages as a user would have them: pasted text, read into blocks, labels mapped back."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarise.draft import Block
from summarise.sources.plain import read_plain
from summarise.text.language import detect_language
from summarise.text.sanitise import sanitise

_SPACE = re.compile(r"\s+")
_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page's blocks with the words that each holds of the article and of the rest.

    Attributes:
        host: The site, to keep its pages on one side of a split.
        title: The title of the page.
        language: The detected language.
        blocks: What reading the text gave.
        article: Words of the article in each block.
        rest: Other words in each block.
    """

    host: str
    title: str
    language: str
    blocks: Sequence[Block]
    article: list[int]
    rest: list[int]

    @property
    def labels(self) -> list[bool]:
        """Whether each block is mostly article."""
        return [a > r for a, r in zip(self.article, self.rest, strict=True)]


def read_records(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file of pages."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def text_of(record: dict[str, Any]) -> str:
    """The text of a page as it was copied, blank lines and all."""
    lines: list[str] = []
    for line in record["lines"]:
        lines += [""] * line["blank_before"]
        lines.append(line["text"])
    return "\n".join(lines)


def labelled(record: dict[str, Any]) -> LabelledPage:
    """Read a page's text as any text is read, and carry the labels of its lines over."""
    blocks = read_plain(text_of(record)).blocks
    article = [0] * len(blocks)
    rest = [0] * len(blocks)
    for at, line, share in _shared(record, blocks):
        words = round(share * len(line["text"].split()))
        (article if line["is_article"] else rest)[at] += words
    language = detect_language(block.text for block in blocks)
    return LabelledPage(record["host"], record["title"], language, blocks, article, rest)


def _shared(
    record: dict[str, Any], blocks: Sequence[Block]
) -> Iterator[tuple[int, dict[str, Any], float]]:
    """Which share of which line went into each block."""
    lines = [line for line in record["lines"] if _squeezed(line["text"])]
    at, used = 0, 0
    for index, block in enumerate(blocks):
        wanted = len(_squeezed(block.text))
        while wanted and at < len(lines):
            length = len(_squeezed(lines[at]["text"]))
            taken = min(wanted, length - used)
            yield index, lines[at], taken / length
            wanted -= taken
            used += taken
            if used == length:
                at, used = at + 1, 0


def _squeezed(text: str) -> str:
    return _SPACE.sub("", sanitise(text))


def shortened(record: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """The same page with only the first few lines of its article."""
    kept = dice.randint(1, 3)
    lines = []
    for line in record["lines"]:
        kept -= line["is_article"]
        if kept >= 0 or not line["is_article"]:
            lines.append(line)
    return {**record, "lines": lines}


def sentence_by_sentence(record: dict[str, Any], _dice: random.Random) -> dict[str, Any]:
    """The same page with a line for each sentence of its article."""
    return _recut(record, lambda text: _SENTENCE_BREAK.split(text))


def as_short_lines(record: dict[str, Any], _dice: random.Random) -> dict[str, Any]:
    """The same page with its article in lines of nine words, as lists and verse are."""

    def cut(text: str) -> list[str]:
        lines = []
        for sentence in _SENTENCE_BREAK.split(text):
            words = sentence.split()
            lines += [" ".join(words[i : i + 9]).rstrip(".") for i in range(0, len(words), 9)]
        return lines

    return _recut(record, cut)


def with_lists(record: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """The same page with some paragraphs of its article as lists, of sentences or of few words."""

    def cut(text: str) -> list[str]:
        if dice.random() < 0.6:
            return [text]
        mark = dice.choice(("- ", "* ", "• ", ""))
        most = dice.choice((4, 8, 40))
        sentences = _SENTENCE_BREAK.split(text)
        return [mark + " ".join(sentence.split()[:most]) for sentence in sentences]

    return _recut(record, cut)


def _recut(record: dict[str, Any], cut: Callable[[str], list[str]]) -> dict[str, Any]:
    lines = []
    for line in record["lines"]:
        pieces = cut(line["text"]) if line["is_article"] else [line["text"]]
        for number, piece in enumerate(pieces):
            new = copy.copy(line)
            new["text"] = piece
            new["blank_before"] = line["blank_before"] if number == 0 else 0
            lines.append(new)
    return {**record, "lines": lines}
