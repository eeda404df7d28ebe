"""Articles made of the seeds' words by lot: as many and as varied as a test needs, and repeatable.

Words keep the frequencies they have in the seeds. Some sentences are taken whole, some hold nothing
but small words, a title and headings share words with the text, and on request some sentences occur
twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

from summarise.article import Article, Kind, Paragraph, Sentence

_SEEDS = Path(__file__).parents[1] / "seeds"
_FILES = {
    "en": ("russia-and-belarus.txt", "mending-a-cable-under-the-sea.md", "the-ghost-of-*.txt"),
    "de": ("was-das-regenradar-nachts-sieht.md",),
    "fr": ("le-levain-une-menagerie.txt",),
}
_SENTENCE = re.compile(r"\S(?:[^.!?\n]|\.(?=\w))*[.!?]")
_WORD = re.compile(r"[\w'-]+")
_SMALL = {
    "en": "it was not so and they had been there before what is this then",
    "de": "es war nicht so und sie hatten das schon als er noch da war",
    "fr": "il est ce que nous avons et ne pas dans la même on se sont",
}


@cache
def real_sentences(language: str) -> tuple[str, ...]:
    """The sentences of the seeds in a language, split roughly."""
    files = [path for name in _FILES[language] for path in sorted(_SEEDS.glob(name))]
    text = "\n".join(path.read_text("utf-8") for path in files)
    found = (match.group() for match in _SENTENCE.finditer(text))
    return tuple(dict.fromkeys(s for s in found if len(s.split()) > 2))


@cache
def real_words(language: str) -> tuple[str, ...]:
    """The words of the seeds in a language, as often as they occur."""
    return tuple(w for sentence in real_sentences(language) for w in _WORD.findall(sentence))


def make_article(
    seed: int,
    size: int,
    *,
    language: str = "en",
    duplicates: bool = False,
    headings: bool = True,
    hollow: bool = True,
) -> Article:
    """An article of a number of sentences, the same for the same seed.

    Args:
        seed: What tells one article from another.
        size: How many candidates it has.
        language: ``en``, ``de`` or ``fr``.
        duplicates: Whether some sentences occur twice; otherwise none does.
        headings: Whether it has a title and headings.
        hollow: Whether some sentences hold nothing but small words.
    """
    random = Random(seed)
    texts = _make_texts(random, size, language, duplicates, hollow)
    blocks: list[tuple[Kind, list[str]]] = []
    while texts:
        length = random.randint(1, 6)
        if headings and random.random() < 0.15:
            blocks.append((Kind.HEADING, [_make_title(random, language)]))
        kind = Kind.LIST_ITEM if random.random() < 0.1 else Kind.TEXT
        blocks.append((kind, texts[:length]))
        texts = texts[length:]
    return article_of(blocks, _make_title(random, language) if headings else "", language)


def article_of(
    blocks: list[tuple[Kind, list[str]]], title: str = "", language: str = "en"
) -> Article:
    """An article of given paragraphs, each a list of sentences."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    pieces: list[str] = []
    at = 0
    for index, (kind, texts) in enumerate(blocks):
        first, start = len(sentences), at
        for text in texts:
            sentences.append(
                Sentence(len(sentences), index, at, at + len(text), text, len(text.split()))
            )
            at += len(text) + 1
        paragraphs.append(Paragraph(index, kind, start, at - 1, first, len(sentences)))
        pieces.append(" ".join(texts))
        at += 1
    return Article(title, "\n\n".join(pieces), tuple(paragraphs), tuple(sentences), language)


def _make_texts(
    random: Random, size: int, language: str, duplicates: bool, hollow: bool
) -> list[str]:
    real = real_sentences(language)
    words: Sequence[str] = real_words(language)
    # A small vocabulary makes articles whose sentences share much, a large one the opposite.
    words = random.sample(words, random.randint(len(words) // 8, len(words)))
    texts: dict[str, None] = {}
    while len(texts) < size:
        lot = random.random()
        if lot < 0.1:
            text = random.choice(real)
        elif hollow and lot < 0.15:
            text = " ".join(random.choices(_SMALL[language].split(), k=random.randint(1, 9))) + "."
        else:
            text = _make_sentence(random, words)
        texts[text[0].upper() + text[1:]] = None
    made = list(texts)
    if duplicates:
        for _ in range(max(1, size // 6)):
            made[random.randrange(size)] = random.choice(made)
    return made


def _make_sentence(random: Random, words: Sequence[str]) -> str:
    chosen = random.choices(words, k=max(1, round(random.gauss(16, 8))))
    if len(chosen) > 6 and random.random() < 0.4:
        chosen[len(chosen) // 2] += ","
    if random.random() < 0.1:
        chosen.insert(len(chosen) // 2, str(random.randint(1, 3000)))
    return " ".join(chosen) + random.choice(".....?!")


def _make_title(random: Random, language: str) -> str:
    return " ".join(_WORD.findall(random.choice(real_sentences(language)))[: random.randint(2, 8)])
