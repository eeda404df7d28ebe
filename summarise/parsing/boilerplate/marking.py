"""The decision for each block: part of the article, or not and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarise.article import Kind
from summarise.draft import Aside, Block
from summarise.parsing.boilerplate.bulk import find_bulk
from summarise.parsing.boilerplate.extent import chances_inside
from summarise.parsing.boilerplate.features import Surroundings
from summarise.parsing.boilerplate.page import (
    LONG,
    SHORT,
    Measures,
    Page,
    read_page,
    strong_cue,
)
from summarise.parsing.boilerplate.reasons import Reason
from summarise.parsing.boilerplate.runs import mark_runs
from summarise.parsing.boilerplate.title_lines import find_titles
from summarise.text.sentences.marks import ends_sentence

#: So many blocks at either end tell whether a long text is a page.
_ENOUGH = 500
#: Longer texts are not short lines.
_SHORT_TEXT = 150
#: A heading stands above a paragraph of at least so many characters.
_PARAGRAPH = 40
#: What is never the heading of a section.
_NO_HEADINGS = frozenset({Reason.ADVERTISEMENT, Reason.PROMOTION})
#: Below this chance of being inside, a block is flagged: losing the article is the worse error.
_SURELY_OUTSIDE = 0.02
#: Below this one, it is enough that a sentence stands under a heading that was flagged.
_HARDLY_INSIDE = 0.1
#: The same for a line that is no sentence.
_GOES_ON = 0.3
#: Below this one, a cue or a repetition is enough to flag it.
_PERHAPS_OUTSIDE = 0.5
#: What is said of a block that nothing tells of but its place; a deck has at least so many words.
_UNTOLD = (Reason.OUTSIDE, Reason.NAVIGATION)
_DECK = 6
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
#: The same for a block that is a sentence: "Share it with a friend." may be the author's own.
_INTERRUPTING_SENTENCES = _INTERRUPTIONS - {Reason.SHARE_BAR, Reason.RELATED}
#: What sentences of an article say now and then, too.
_ALSO_IN_PROSE = frozenset(
    {Reason.BYLINE, Reason.CREDIT, Reason.BREADCRUMB, Reason.NAVIGATION, Reason.RELATED}
)
#: An interruption that is a sentence shares less of its words with the article than this.
_OFF_TOPIC = 0.5
#: Prose below the article that shares so many of its words goes on with it.
_ON_TOPIC = 0.35
#: What is said of blocks outside the article that follow a heading with one of these cues.
_SECTIONS = {Reason.RELATED: Reason.RELATED, Reason.COMMENT_FORM: Reason.COMMENTS}


class Marked(NamedTuple):
    """What was found out about the blocks of a text."""

    reasons: list[str | None]
    """For each block why it is not part of the article, or None if it is."""
    title: int | None = None
    """The place of the block that says the title, or None if nothing tells."""
    chances: Sequence[float] = ()
    """For each block the probability that it lies between the first and the last of the article;
    empty for a text that is no copied page."""


def mark_blocks(blocks: Sequence[Block], *, title: str, language: str) -> Marked:
    """Find the blocks of a copied page that are not part of its article, and its title."""
    if not is_copied_page(blocks, language):
        return Marked([None] * len(blocks))
    page = read_page(blocks, language)
    around = Surroundings(page)
    chances = chances_inside(around)
    likely = min(_PERHAPS_OUTSIDE, max(chances))
    bulk = find_bulk(around)
    stop = len(chances) - next(i for i, c in enumerate(reversed(chances)) if c >= likely)
    titles = find_titles(page, find_opening(page, chances), title)
    reasons: list[str | None] = []
    section: Reason | None = None
    for i, (block, chance) in enumerate(zip(page.blocks, chances, strict=True)):
        if _may_be_the_article(block, i, stop, i in bulk, section):
            chance = max(chance, _PERHAPS_OUTSIDE)
        reason = _reason(block, chance, titles.keys, section)
        if i == titles.only and (all(reasons) or chance >= _PERHAPS_OUTSIDE):
            # A title that stands once, as the first line of what is kept, is its heading; and
            # what is surely part of the article is not to be lost to a guess at its title.
            reason = None
        elif reason is None and _goes_on(block, chance, section):
            reason = section
        if reason is not None and chance < _PERHAPS_OUTSIDE and block.words <= SHORT:
            if not block.colon:  # a line that names a story itself heads no list of them
                section = next((_SECTIONS[cue] for cue in block.cues if cue in _SECTIONS), section)
        elif reason is None or block.leads_in:
            section = None
        reasons.append(reason)
    mark_runs(page.blocks, chances, reasons, titles.only)
    deck = -1 if titles.place is None else titles.place + 1
    if deck < len(reasons) and reasons[deck] in _UNTOLD and _is_deck(page.blocks[deck]):
        reasons[deck] = None
    # A page without an article, as a list of links, is left as it is: there is nothing else.
    kept = sum(b.words for b, reason in zip(page.blocks, reasons, strict=True) if reason is None)
    if kept <= SHORT:
        return Marked([None] * len(reasons))
    return Marked(reasons, titles.place, chances)


def _is_deck(block: Measures) -> bool:
    """Whether a line below the title is the sentence that sums the article up."""
    return block.ends_sentence and block.words >= _DECK and not block.cues and not block.repeated


def find_opening(page: Page, chances: Sequence[float] | None = None) -> int:
    """The first block that is likely part of the article: what stands above it may be its title."""
    chances = chances_inside(Surroundings(page)) if chances is None else chances
    likely = min(_PERHAPS_OUTSIDE, max(chances))
    start = next(i for i, chance in enumerate(chances) if chance >= likely)
    prose = (i for i, c in enumerate(chances) if c >= _SURELY_OUTSIDE and page.blocks[i].prose)
    return min(start, next(prose, start))


def is_copied_page(blocks: Sequence[Block], language: str) -> bool:
    """Whether this looks like a page copied whole, with short lines that speak of other things.

    A text that is an article and no more (a note, a chapter, a poem) ends here, untouched.
    """
    if len(blocks) > 2 * _ENOUGH:
        blocks = [*blocks[:_ENOUGH], *blocks[-_ENOUGH:]]
    found: list[str] = [
        cue
        for at, block in enumerate(blocks)
        if len(block.text) <= _SHORT_TEXT
        and (cue := _beside(block) or strong_cue(block.text, language))
        and (cue in _NO_HEADINGS or not _heads_prose(blocks, at))
    ]
    several = (len(found) >= 3 and len(set(found)) >= 2) or len(found) >= 6
    return several and 100 * len(found) >= len(blocks)


def _beside(block: Block) -> str | None:
    """What of a page the source says that a block is."""
    return block.aside if block.aside in (Aside.LINKS, Aside.NAVIGATION) else None


def _heads_prose(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line stands alone between paragraphs, as the headings of an article do.

    An essay on newsletters, or the policy of a site itself, speaks of such things in its headings.
    On a page what is not the article comes in groups of short lines.
    """
    block = blocks[at]
    if block.tight or ends_sentence(block.text) or at + 1 == len(blocks):
        return False
    below = blocks[at + 1]
    above = blocks[at - 1].text if at else ""
    return (
        len(below.text) >= _PARAGRAPH
        and ends_sentence(below.text)
        and (not above or ends_sentence(above))
    )


def _may_be_the_article(
    block: Measures, i: int, stop: int, in_bulk: bool, section: Reason | None
) -> bool:
    """Whether sentences that seem to lie outside stay, as nothing says what else they would be.

    Pages put little prose above their article, so it may well be the article itself; below it
    stand comments and teasers, which share few of its words.
    """
    if block.dateline:
        return True
    if block.cues or not block.ends_sentence:
        return False
    if in_bulk:
        return True
    if not block.prose:
        return False
    if block.words >= LONG and section is not Reason.COMMENTS:
        return True
    return i < stop or (section is None and block.likeness >= _ON_TOPIC)


def _goes_on(block: Measures, chance: float, section: Reason | None) -> bool:
    """Whether a block is one more of the links or comments under a heading that was flagged."""
    if section is None or block.prose or block.leads_in or block.words > _CUED_WORDS:
        return False
    return chance < (_HARDLY_INSIDE if block.ends_sentence else _GOES_ON)


def _reason(
    block: Measures, chance: float, titles: frozenset[str], section: Reason | None
) -> Reason | None:
    if chance < _SURELY_OUTSIDE:
        return _reason_outside(block, titles, section)
    if block.kind in (Kind.CODE, Kind.TABLE):
        return None
    if _says_the_title(block, titles):
        return Reason.BREADCRUMB if Reason.BREADCRUMB in block.cues else Reason.TITLE_AGAIN
    if block.words > _CUED_WORDS:
        return None
    telling = [cue for cue in block.cues if not block.ends_sentence or cue not in _ALSO_IN_PROSE]
    if chance < _PERHAPS_OUTSIDE:
        again = block.repeated and not block.ends_sentence
        if telling or again or not block.words:
            return _reason_outside(block, titles, section)
        return None
    return next((cue for cue in telling if _interrupts(block, cue)), None)


def _says_the_title(block: Measures, titles: frozenset[str]) -> bool:
    """Whether a line is the title, or the title with a little more, as a breadcrumb has it."""
    if block.key in titles:
        return True
    if block.words > _CUED_WORDS or block.ends_sentence:
        return False
    return any(title in block.key and block.words <= len(title.split()) + 8 for title in titles)


def _interrupts(block: Measures, cue: Reason) -> bool:
    """Whether a block in the middle of the article, with this cue, is not part of it."""
    if cue is Reason.ADVERTISEMENT:
        return True
    if cue not in _INTERRUPTIONS or block.quote_start:
        return False
    if not block.ends_sentence or block.words < 4:
        return True
    return cue in _INTERRUPTING_SENTENCES and block.likeness < _OFF_TOPIC


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
