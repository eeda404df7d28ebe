"""What an article is called, when its source does not say."""

from __future__ import annotations

from collections.abc import Sequence

from summarise.article import Kind
from summarise.draft import Block
from summarise.parsing.boilerplate.mail import heads_article, subject_of
from summarise.parsing.boilerplate.reasons import Reason
from summarise.sources.contents import heads_contents
from summarise.text.characters import PAGE_BULLETS
from summarise.text.patterns import compile_later
from summarise.text.sanitise import sanitise_line
from summarise.text.sentences.marks import UNMARKED_SCRIPTS, ends_sentence, ends_statement

_NEAR_THE_TOP = 60
_LONGEST = 160
#: In a script whose sentences end with no mark, a longer line is taken for a sentence.
_LONGEST_UNMARKED = 60
#: A question may be the title if some paragraph below it is so many times as long.
_ANSWERED = 3
#: From this level on a heading is the label of a note or of a turn of speech.
_LABELS = 6
_NO_TITLES = (Kind.TABLE, Kind.CODE)
_WORD = compile_later(r"\w+")
_MARKER = compile_later(rf"^[{PAGE_BULLETS}]+\s+")
_NAMED = compile_later(r"[\w., +-]{1,60} [-–—] \S")
_NUMBER = compile_later(r"\d{1,2}(?:\.\d{0,2})*\s")
_SYMBOLS = compile_later(r"[|»›>@©{}=]|https?:|^[^\w\"'“‘«„(\[¿¡<]")


def find_title(
    blocks: Sequence[Block], reasons: Sequence[str | None], place: int | None = None
) -> str:
    """The title of an article: a line that is repeated near the top, a heading, or a short start.

    Args:
        blocks: The blocks of the article.
        reasons: For each block why it is not part of the article, or None.
        place: The block that says the title, where the page as a whole tells.

    Returns:
        One line, or "" if nothing looks like a title.
    """
    first = next((i for i, reason in enumerate(reasons) if reason is None), 0)
    near = [(block, reasons[i]) for i, block in enumerate(blocks[: first + _NEAR_THE_TOP])]
    found = _subject(near) or _of_a_manual(near)
    if not found and place is not None:
        found = _MARKER.sub("", blocks[place].text)
    found = found or _again(near) or _heading(near[: _prose(near)]) or _opening(near)
    if not found and _NUMBER.match(section := _heading(near)):
        # The first section has a heading above it that is not marked as one, as in an RFC.
        found = _above_prose(near) or section
    found = found or _heading(near)
    if not found and any(reason is not None for _, reason in near):
        found = _above_prose(near)
    return sanitise_line(found)


def _subject(near: Sequence[tuple[Block, str | None]]) -> str:
    """What the header of a mail, or of an article from a feed, says it is about."""
    say = {Reason.MAIL_HEADER: subject_of, Reason.FEED_HEADER: heads_article}
    lines = (say[Reason(reason)](block.text) for block, reason in near if reason in say)
    return next(filter(None, lines), "")[:_LONGEST]


def _of_a_manual(near: Sequence[tuple[Block, str | None]]) -> str:
    """The line of a man page that names it and says what it does: "lamp - light a lamp"."""
    if not near or near[0][1] != Reason.PAGE_BREAK:
        return ""
    names = (block.text for block, reason in near[1:5] if reason is None and block.kind.pickable)
    return next((name for name in names if _NAMED.match(name) and len(name) <= _LONGEST), "")


def _again(near: Sequence[tuple[Block, str | None]]) -> str:
    """The line that was marked as the title standing once more."""
    again = (block.text for block, reason in near if reason == Reason.TITLE_AGAIN)
    return next((text for text in again if len(text) <= _LONGEST), "")


def _above_prose(near: Sequence[tuple[Block, str | None]]) -> str:
    """The nearest line above the first long paragraph of a page, where menus may stand, too."""
    found = ""
    for block, reason in near:
        if reason is not None or block.kind in _NO_TITLES:
            continue
        if _is_prose(block):
            break
        if len(_WORD.findall(block.text)) >= 3 and _could_be(block.text):
            found = block.text
    return found


def _prose(near: Sequence[tuple[Block, str | None]]) -> int:
    """Where the first long paragraph is: a heading below it is that of a section."""
    return next(
        (at for at, (block, reason) in enumerate(near) if reason is None and _is_prose(block)),
        len(near),
    )


def _is_prose(block: Block) -> bool:
    return len(block.text) > _LONGEST and ends_sentence(block.text)


def _heading(near: Sequence[tuple[Block, str | None]]) -> str:
    headings = [
        block
        for block, reason in near
        if block.kind is Kind.HEADING
        and reason is None
        and block.level < _LABELS
        and _WORD.search(block.text)
        and not heads_contents(block.text)
    ]
    top = min((b.level for b in headings), default=0)
    return next((b.text for b in headings if b.level == top), "")


def _opening(near: Sequence[tuple[Block, str | None]]) -> str:
    """The first block of the article, if it stands alone and does not end like a sentence."""
    for at, (block, reason) in enumerate(near):
        if reason is not None or block.kind in _NO_TITLES:
            continue
        alone = at + 1 == len(near) or not near[at + 1][0].tight
        if not (alone and len(near) > 1 and _could_be(block.text)):
            return ""
        # A question above an answer that is no longer is the first paragraph.
        asks = ends_sentence(block.text)
        long = max((len(other.text) for other, _ in near[at + 1 :]), default=0)
        return "" if asks and long < _ANSWERED * len(block.text) else block.text
    return ""


def _could_be(text: str) -> bool:
    longest = _LONGEST_UNMARKED if UNMARKED_SCRIPTS.search(text) else _LONGEST
    return (
        len(text) <= longest
        and _WORD.search(text) is not None
        and not ends_statement(text)
        and not _SYMBOLS.search(text)
    )
