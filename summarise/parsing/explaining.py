"""Why each paragraph of an article is in or out: what a user sends who reports a fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from summarise.article import Article, Kind, Paragraph
from summarise.draft import Block
from summarise.text.sanitise import sanitise_line
from summarise.text.words import count_words

#: So much of a paragraph is shown, and of a phrase in it.
_SHOWN, _PHRASE = 70, 30
#: The forms of texts whose paragraphs are judged; others come from a reader that cleans itself.
_JUDGED = frozenset({"text", "copied page"})
_NEVER_PICKED = {
    Kind.HEADING: "heading, shown and never picked",
    Kind.CODE: "code, shown and never picked",
    Kind.TABLE: "table, shown and never picked",
}


@dataclass(frozen=True, slots=True)
class ParagraphExplanation:
    """What decided about one paragraph."""

    index: int
    """Its place among the paragraphs of the article, from 0."""
    kind: Kind
    """What it is."""
    words: int
    """How many words it has."""
    kept: bool
    """Whether its sentences can enter a summary."""
    reason: str
    """Why it is in or out, in a few words."""
    evidence: tuple[str, ...]
    """What spoke for or against it: the phrase of a cue, the chance of being inside the article."""
    opening: str
    """Its first words, fit to be shown."""

    def __str__(self) -> str:
        """One safe line."""
        state = "in " if self.kept else "out"
        told = "; ".join((self.reason, *self.evidence))
        return f"{self.index:4}  {self.kind:9} {self.words:5}  {state}  {told}  |  {self.opening}"


def explain_page(article: Article) -> tuple[ParagraphExplanation, ...]:
    """Say of each paragraph of an article why it is in or out.

    Args:
        article: Any article; what its reader restored or dropped is told as it is now.
    """
    return tuple(
        ParagraphExplanation(
            paragraph.index,
            paragraph.kind,
            count_words(text),
            paragraph.boilerplate is None and paragraph.kind.pickable,
            _reason(paragraph),
            tuple(evidence),
            _first_words(text),
        )
        for paragraph, text, evidence in _judged(article)
    )


def _first_words(text: str) -> str:
    """The beginning of a text as a safe line; no word of it is cut that leaves most of the line."""
    line = sanitise_line(text, _SHOWN)
    whole = line.rpartition(" ")[0] if line.endswith("…") else ""
    return f"{whole} …" if len(whole) > _SHOWN * 2 // 3 else line


def explanation_lines(article: Article) -> Iterator[str]:
    """The explanation as text: a head with title, form and language, then a line a paragraph.

    Of a path only the name of the file is told: the lines are made to be sent to others.
    """
    yield from head_of_explanation(article)
    yield from map(str, explain_page(article))


def head_of_explanation(article: Article) -> Iterator[str]:
    """What the page was taken for, and its title, a line each."""
    name = sanitise_line(PurePath(article.name).name)
    yield f"{name + ': ' if name else ''}{article.form}, {article.language}"
    yield f"title: {sanitise_line(article.title) or 'none found'}"


def _judged(article: Article) -> Iterator[tuple[Paragraph, str, list[str]]]:
    """Each paragraph with its text and the evidence about it."""
    from summarise.parsing.boilerplate import mark_page
    from summarise.parsing.boilerplate.phrases import find_phrases

    texts = [article.text[p.start : p.end] for p in article.paragraphs]
    judged = article.form in _JUDGED
    chances = mark_page(
        [
            Block(text, p.kind, p.level, p.tight)
            for text, p in zip(texts, article.paragraphs, strict=True)
        ]
        if judged
        else (),
        title="",
        language=article.language,
    ).chances
    for paragraph, text in zip(article.paragraphs, texts, strict=True):
        evidence = []
        if judged and (paragraph.boilerplate is not None or count_words(text) <= _SHOWN // 2):
            found = find_phrases(" ".join(text.split()), article.language)
            evidence = [f"{reason} cue “{sanitise_line(said, _PHRASE)}”" for reason, said in found]
        if paragraph.index < len(chances):
            evidence.append(f"chance inside {chances[paragraph.index]:.2f}")
        yield paragraph, text, evidence


def _reason(paragraph: Paragraph) -> str:
    if paragraph.boilerplate is not None:
        return paragraph.boilerplate
    if paragraph.kind in _NEVER_PICKED:
        return _NEVER_PICKED[paragraph.kind]
    return "article"
