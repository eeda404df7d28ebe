"""What mails and paged documents carry around their text: headers, signatures, page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarise.draft import Block
from summarise.parsing.boilerplate.reasons import Reason

#: The lines that tell a header from any other lines with a colon, in a dozen languages.
_SUBJECT = re.compile(
    r"(?:subject|betreff|objet|oggetto|asunto|assunto|onderwerp|temat|тема|konu|ämne|emne|主题|件名)"
    r" ?[:：] ?",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?:from|to|date|sent|cc|von|an|datum|gesendet|de|à|envoyé|da|a|data|inviato|para|fecha"
    r"|enviado|van|aan|verzonden|od|do|от|кому|дата|kimden|kime|tarih|från|till|fra|til|dato"
    r"|发件人|收件人|差出人|宛先) ?[:：] ?\S",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[^\W_][\w-]{0,30} ?[:：] ?\S")
_ANSWERS = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|odp|ynt)\s?[:：]\s*)+", re.IGNORECASE)
_SIGNATURE_MARK = "--"
_LONGEST_SIGNATURE = 8
_MOST_FIELDS = 40

#: The last line of a page and the first of the next, as in the RFCs.
_PAGE_END = re.compile(r"\S.{0,80}\s{2,}\[Page [\divxlc]{1,5}\]")
_PAGE_TOP = re.compile(r"\S.{0,30}\S\s{2,}\S.{0,60}\S\s{2,}\S.{0,30}")


def mark_mail(blocks: Sequence[Block]) -> dict[int, Reason]:
    """The blocks that are the header of a mail, its signature, or a break between pages."""
    marks = _page_breaks(blocks)
    stop = _header_stop(blocks)
    marks.update(dict.fromkeys(range(stop), Reason.MAIL_HEADER))
    if stop:
        marks.update(dict.fromkeys(_signature(blocks), Reason.SIGNATURE))
    return marks


def subject_of(line: str) -> str:
    """What the subject line of a mail says, without "Re:"; "" for any other line."""
    found = _SUBJECT.match(line)
    return _ANSWERS.sub("", line[found.end() :], count=1).strip() if found else ""


def _header_stop(blocks: Sequence[Block]) -> int:
    """Where the header that opens the text ends; 0 if there is none."""
    stop = 0
    for at, block in enumerate(blocks[:_MOST_FIELDS]):
        if (at and not block.tight) or not _FIELD.match(block.text):
            break
        stop = at + 1
    texts = [block.text for block in blocks[:stop]]
    addressed = sum(_ADDRESSED.match(text) is not None for text in texts)
    whole = stop < len(blocks) and not blocks[stop].tight
    return stop if whole and addressed and any(map(subject_of, texts)) else 0


def _signature(blocks: Sequence[Block]) -> range:
    """The last few lines, from the two hyphens on that part them from the mail."""
    first = max(0, len(blocks) - _LONGEST_SIGNATURE)
    for at in range(first, len(blocks)):
        if blocks[at].text == _SIGNATURE_MARK:
            return range(at, len(blocks))
    return range(0)


def _page_breaks(blocks: Sequence[Block]) -> dict[int, Reason]:
    marks: dict[int, Reason] = {}
    for at, block in enumerate(blocks):
        if len(block.text) > 120 or not _PAGE_END.fullmatch(block.text):
            continue
        marks[at] = Reason.PAGE_BREAK
        if at + 1 < len(blocks) and _PAGE_TOP.fullmatch(blocks[at + 1].text[:140]):
            marks[at + 1] = Reason.PAGE_BREAK
    return marks
