"""Articles of given sentences, for tests that do not want to go through the parser."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from summarise.article import Article, Kind, Paragraph, Sentence
from summarise.loading import Source
from summarise.text.words import count_words

#: The languages with lists of phrases for what is unfit and for what leans on another sentence.
LISTED = ("da", "de", "en", "es", "fr", "it", "ja", "nl", "no", "pl", "pt", "ru", "sv", "tr", "zh")


def article_of(
    *paragraphs: Sequence[str] | str,
    title: str = "",
    language: str = "en",
    kinds: Sequence[Kind] = (),
    boilerplate: Sequence[str | None] = (),
) -> Article:
    """An article whose paragraphs hold exactly these sentences, a space between them."""
    pieces: list[str] = []
    sentences: list[Sentence] = []
    blocks: list[Paragraph] = []
    at = 0
    for index, texts in enumerate(paragraphs):
        kind = kinds[index] if index < len(kinds) else Kind.TEXT
        reason = boilerplate[index] if index < len(boilerplate) else None
        gap = "\n\n" if index else ""
        begin, first = at + len(gap), len(sentences)
        for text in [texts] if isinstance(texts, str) else texts:
            pieces += [gap, text]
            start, at = at + len(gap), at + len(gap) + len(text)
            sentences.append(
                Sentence(len(sentences), index, start, at, text, count_words(text), reason)
            )
            gap = " "
        blocks.append(Paragraph(index, kind, begin, at, first, len(sentences), boilerplate=reason))
    return Article(title, "".join(pieces), tuple(blocks), tuple(sentences), language)


def read_bytes(data: bytes, name: str) -> Article:
    """The article in the bytes of a file of that name."""
    return Source(name, name, "", data=data).load()


#: A short report with names, a quotation, pronouns and a paragraph that says the same again.
REPORT = (
    (
        "The city council of Avonmouth voted on Tuesday to close the old harbour to cargo ships.",
        "It will turn the harbour into a park with two bridges and a museum.",
        "However, the dockers' union fears that 300 jobs will be lost in the city.",
    ),
    (
        "Mayor Ellen Hart said the park would bring visitors and new jobs to Avonmouth.",
        '"We have waited thirty years for this.',
        'Nobody believed in the park," she said.',
    ),
    (
        "The union has called a strike of all dockers for Friday.",
        "They want the council to keep a part of the harbour open to cargo ships.",
    ),
    (
        "Work on the park begins in the spring and will cost 40 million pounds.",
        "The museum will show the history of the dockers and their ships.",
    ),
)

_WORDS = st.sampled_from(
    """the a of harbour park city council union dockers ships jobs museum He However 7 1984
    election elections elected Election voters voted “quoted” 市長は 新しい公園 и не Über straße
    naïve l'homme aujourd'hui ... — \u0301 \u200b 😀""".split()  # noqa: SIM905
)
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=12).map(" ".join)


@st.composite
def articles(draw: st.DrawFn, most: int = 25) -> Article:
    """Articles of odd sentences: repeats, scripts mixed, no content at all."""
    paragraphs = draw(st.lists(st.lists(_SENTENCES, min_size=1, max_size=5), max_size=most // 5))
    language = draw(st.sampled_from(["en", "de", "fr", "ja", "zh", "xx", "und"]))
    kinds = draw(st.lists(st.sampled_from(Kind), max_size=len(paragraphs)))
    marks = draw(st.lists(st.sampled_from([None, "promotion"]), max_size=len(paragraphs)))
    return article_of(
        *paragraphs, title=draw(_SENTENCES), language=language, kinds=kinds, boilerplate=marks
    )
