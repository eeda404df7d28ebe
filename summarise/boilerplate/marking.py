"""The decision for each block: part of the article, or not and why."""

from __future__ import annotations

from collections.abc import Sequence

from summarise.article import Kind
from summarise.boilerplate.extent import chances_inside
from summarise.boilerplate.features import has_strong_cue
from summarise.boilerplate.page import SHORT, Measures, Page, key_of, read_page
from summarise.boilerplate.reasons import Reason
from summarise.draft import Block

#: Below this chance of being inside, a block is flagged: losing the article is the worse error.
_SURELY_OUTSIDE = 0.02
#: Below this one, a cue or a repetition is enough to flag it.
_PERHAPS_OUTSIDE = 0.5
#: A cue in a block of at most so many words is about the block, not a word in a sentence.
_CUED_WORDS = 25
#: What may stand in the middle of an article without being part of it.
_INTERRUPTIONS = frozenset(
    {
        Reason.ADVERTISEMENT,
        Reason.COMMENT_FORM,
        Reason.SUBSCRIBE,
        Reason.PROMOTION,
        Reason.SHARE_BAR,
        Reason.RELATED,
        Reason.LEGAL,
    }
)
#: What sentences of an article say now and then, too.
_ALSO_IN_PROSE = frozenset(
    {Reason.BYLINE, Reason.CREDIT, Reason.BREADCRUMB, Reason.NAVIGATION, Reason.RELATED}
)
#: An interruption that is a sentence shares less of its words with the article than this.
_OFF_TOPIC = 0.5
#: What is said of blocks outside the article that follow a heading of these kinds.
_SECTIONS = frozenset({Reason.RELATED, Reason.COMMENT_FORM})


def mark_blocks(blocks: Sequence[Block], *, title: str, language: str) -> list[str | None]:
    """A reason for each block that is not part of the article; see :func:`mark_boilerplate`."""
    page = read_page(blocks, language)
    if not _is_page(page):
        return [None] * len(blocks)
    chances = chances_inside(page)
    start = next((i for i, c in enumerate(chances) if c >= _PERHAPS_OUTSIDE), len(chances))
    titles = _title_keys(page.blocks[: start + 3], title)
    reasons: list[str | None] = []
    section: Reason | None = None
    for i, (block, chance) in enumerate(zip(page.blocks, chances, strict=True)):
        if i < start and block.prose and not block.cues:
            # Pages put little prose above their article: it may well be the article itself.
            chance = max(chance, _PERHAPS_OUTSIDE)
        reason = _reason(block, chance, titles, section)
        if reason is not None and chance < _PERHAPS_OUTSIDE and block.words <= SHORT:
            section = next((cue for cue in block.cues if cue in _SECTIONS), section)
        elif reason is None:
            section = None
        reasons.append(reason)
    return reasons


def _is_page(page: Page) -> bool:
    """Whether this looks like something copied from a page, with more on it than an article."""
    cues = [
        next(cue for cue in block.cues if cue not in (Reason.BYLINE, Reason.CREDIT))
        for block in page.blocks
        if has_strong_cue(block)
    ]
    return (len(cues) >= 3 and len(set(cues)) >= 2) or len(cues) >= 6


def _title_keys(above: Sequence[Measures], title: str) -> frozenset[str]:
    """What repeats the title: the title that is known, and lines above the text found twice."""
    keys = {key_of(title)} if title else set()
    keys |= {
        block.key
        for block in above
        if block.repeated and 4 <= block.words <= 30 and not block.ends_sentence and not block.cues
    }
    return frozenset(keys - {""})


def _reason(
    block: Measures, chance: float, titles: frozenset[str], section: Reason | None
) -> Reason | None:
    if chance < _SURELY_OUTSIDE:
        return _reason_outside(block, titles, section)
    if block.kind in (Kind.CODE, Kind.TABLE):
        return None
    if block.words <= 30 and any(title in block.key for title in titles):
        return Reason.BREADCRUMB if Reason.BREADCRUMB in block.cues else Reason.TITLE_AGAIN
    if block.words > _CUED_WORDS:
        return None
    telling = [cue for cue in block.cues if not block.ends_sentence or cue not in _ALSO_IN_PROSE]
    if chance < _PERHAPS_OUTSIDE:
        again = block.repeated and not block.ends_sentence
        if telling or again or not block.words:
            return _reason_outside(block, titles, section)
        return None
    on_topic = block.likeness >= _OFF_TOPIC and block.ends_sentence
    for cue in telling:
        if cue is Reason.ADVERTISEMENT:
            return cue
        if cue in _INTERRUPTIONS and not on_topic and not block.quote_start:
            return cue
    return None


def _reason_outside(block: Measures, titles: frozenset[str], section: Reason | None) -> Reason:
    if block.key in titles:
        return Reason.TITLE_AGAIN
    if block.cues and block.words <= _CUED_WORDS:
        return block.cues[0]
    if section is not None:
        return section
    if block.words <= 6 and (block.marked or block.tight):
        return Reason.NAVIGATION
    if block.repeated:
        return Reason.REPEATED
    return Reason.OUTSIDE
