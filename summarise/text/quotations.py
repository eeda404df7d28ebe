"""How much of each sentence is quoted speech, with quotations that go on over several sentences."""

from __future__ import annotations

from collections.abc import Sequence

from summarise.article import Sentence
from summarise.text.patterns import compile_later

#: Each mark that opens a quotation, and the marks that can close it ("„…“", "»…«" and "»…»").
_CLOSERS = {
    '"': '"',
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
}
#: Where no sentence of a paragraph has one nothing is quoted.
QUOTATION_MARK = compile_later('["“”„«»「」『』]')


def quoted_shares(sentences: Sequence[Sentence]) -> list[float]:
    """The share of each sentence's characters inside quotation marks, from 0 to 1.

    A quotation is carried from sentence to sentence, but not beyond its paragraph: what was never
    closed was a slip or goes on with a mark of its own.
    """
    shares = []
    closers, paragraph = "", -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            closers, paragraph = "", sentence.paragraph
        quoted, closers = _quoted(sentence.text, closers)
        shares.append(quoted / max(1, len(sentence.text)))
    return shares


def _quoted(text: str, closers: str) -> tuple[int, str]:
    """Count quoted characters; ``closers`` are the marks that end the quotation that is open."""
    if not closers and text.isascii() and '"' not in text:
        return 0, ""
    quoted = since = 0
    for match in QUOTATION_MARK.finditer(text):
        mark, at = match[0], match.start()
        if closers:
            if mark in closers:
                quoted += at - since
                closers = ""
        elif mark in _CLOSERS and not (at and text[at - 1].isalnum()):
            # A mark behind a letter or digit opens nothing: it is a stray one, or inches.
            closers = _CLOSERS[mark]
            since = at + 1
    return quoted + (len(text) - since if closers else 0), closers
