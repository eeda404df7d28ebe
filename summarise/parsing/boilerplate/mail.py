"""What mails and paged documents carry around their text: headers, signatures, page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarise.draft import Block
from summarise.parsing.boilerplate.reasons import Reason
from summarise.text.patterns import compile_later
from summarise.text.sentences.marks import ends_sentence
from summarise.text.subjects import without_answers

#: The lines that tell a header from any other lines with a colon, in a dozen languages.
_SUBJECT = compile_later(
    r"(?:subject|betreff|objet|oggetto|asunto|assunto|onderwerp|temat|тема|konu|ämne|emne|主题|件名)"
    r" ?[:：] ?",
    re.IGNORECASE,
)
_ADDRESSED = compile_later(
    r"(?:from|to|date|sent|cc|von|an|datum|gesendet|de|à|envoyé|da|a|data|inviato|para|fecha"
    r"|enviado|van|aan|verzonden|od|do|от|кому|дата|kimden|kime|tarih|från|till|fra|til|dato"
    r"|发件人|收件人|差出人|宛先) ?[:：] ?\S",
    re.IGNORECASE,
)
_FIELD = compile_later(r"[^\W_][\w-]{0,30} ?[:：] ?\S")
#: The fields that a feed reader writes above an article, with its title among them.
_TITLE = compile_later(
    r"(?:title|titel|titre|titolo|título|tytuł|заголовок|başlık|tittel|标题|タイトル) ?[:：] ?",
    re.IGNORECASE,
)
_OF_A_FEED = compile_later(
    r"(?:feed|link|url|podcast download url|flux|канал|ссылка) ?[:：] ?\S", re.IGNORECASE
)
#: "Dear all,": up to a few words behind the greeting, ended by a comma, a mark, or nothing.
_GREETING = (
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|greetings|to whom it may concern"
    r"|liebe[rs]?|sehr geehrte[rs]?|hallo|guten (?:tag|morgen|abend)|moin|chère?s?|bonjour|salut"
    r"|madame|estimad[oa]s?|querid[oa]s?|hola|buenos días|buenas tardes|prezad[oa]s?|car[oaie]|olá"
    r"|gentil[ei]|buongiorno|salve|beste|geachte|drogi|droga|szanown[aiy]|witam|cześć|уважаем\w+"
    r"|дорог\w+|здравствуйте|привет|шановн\w+|вітаю|kära|hej|kjære|kære|hyvä|sayın|merhaba|sevgili"
    r"|milí|vážen\w+|ahoj|tisztelt|kedves|stimat[ăei]|bună)\b[^.!?;:]{0,40}[,!:]?"
)
_FAREWELL = (
    r"(?:(?:kind(?:est)?|best|warm(?:est)?|many|with (?:kind|best|warm))? ?regards|best(?: wishes)?"
    r"|sincerely|yours(?: sincerely| truly| faithfully)?|cheers|thanks|many thanks|thank you|love"
    r"|mit freundlichen grüßen|(?:viele|liebe|beste|herzliche|freundliche) grüße|mfg|lg|vg|gruß"
    r"|cordialement|bien (?:cordialement|à vous)|amicalement|saludos(?: cordiales)?|un saludo"
    r"|atentamente|cumprimentos|atenciosamente|abraços?|cordiali saluti|un saluto|a presto"
    r"|met vriendelijke groet(?:en)?|groet(?:en|jes)?|pozdrawiam|z poważaniem|с уважением|з повагою"
    r"|med vänlig hälsning|hälsningar|vennlig hilsen|venlig hilsen|hilsen|ystävällisin terveisin"
    r"|saygılarımla|sevgiler|s pozdravem|üdvözlettel|cu stimă)[,.!]?"
)
_LONGEST_GREETING = 60
#: A farewell is looked for in so many blocks at the end: signature and quoted mails come behind it.
_LONGEST_ENDING = 20
_SIGNATURE_MARK = "--"
_LONGEST_SIGNATURE = 8
_MOST_FIELDS = 40

#: The last line of a page and the first of the next, as in the RFCs.
_PAGE_END = compile_later(r"\S.{0,80}\s{2,}\[Page [\divxlc]{1,5}\]")
#: The first and the last line of a man page: "LAMP(1)   User Commands   LAMP(1)".
_MAN_EDGE = compile_later(
    r"(?:(\S{1,40}\(\d\w{0,3}\)) {2,}.{0,60} {2,}\1|\S.{0,60} {3,}\S{1,40}\(\d\w{0,3}\)"
    r"|(\S.{0,40}?) {3,}\S.{0,40}\S {3,}\2)"
)
_MAN_PAGE = compile_later(r"\(\d\w{0,3}\)$")
_PAGE_TOP = compile_later(r"\S.{0,30}\S\s{2,}\S.{0,60}\S\s{2,}\S.{0,30}")


def mark_mail(blocks: Sequence[Block]) -> dict[int, Reason]:
    """The blocks that are the header of a mail or a feed, greeting, signature, page breaks."""
    marks = _page_breaks(blocks)
    stop = _fields_stop(blocks)
    texts = [block.text for block in blocks[:stop]]
    if _is_mail(texts):
        marks.update(dict.fromkeys(range(stop), Reason.MAIL_HEADER))
    elif _is_feed(texts):
        marks.update(dict.fromkeys(range(stop), Reason.FEED_HEADER))
        return marks
    else:
        stop = 0
    greeted = _greeting(blocks, stop)
    marks.update(dict.fromkeys(greeted, Reason.GREETING))
    if stop or greeted:
        marks.update(dict.fromkeys(_farewell(blocks), Reason.SIGNATURE))
        marks.update(dict.fromkeys(_signature(blocks), Reason.SIGNATURE))
    return marks


def subject_of(line: str) -> str:
    """What the subject line of a mail says, without "Re:"; "" for any other line."""
    found = _SUBJECT.match(line)
    return without_answers(line[found.end() :]) if found else ""


def heads_article(line: str) -> str:
    """What the header of a feed's article says is its title; "" for any other line."""
    found = _TITLE.match(line)
    return line[found.end() :].strip() if found else ""


def _fields_stop(blocks: Sequence[Block]) -> int:
    """Where the lines with a field each, that open the text, end; 0 if they do not stand apart."""
    stop = 0
    for at, block in enumerate(blocks[:_MOST_FIELDS]):
        if (at and not block.tight) or not _FIELD.match(block.text):
            break
        stop = at + 1
    return stop if stop < len(blocks) and not blocks[stop].tight else 0


def _is_mail(texts: Sequence[str]) -> bool:
    return any(_ADDRESSED.match(text) for text in texts) and any(map(subject_of, texts))


def _is_feed(texts: Sequence[str]) -> bool:
    """Whether fields are those a feed reader writes: a title, with a feed or a link."""
    return any(map(heads_article, texts)) and any(_OF_A_FEED.match(text) for text in texts)


def _greeting(blocks: Sequence[Block], start: int) -> range:
    """The line that greets the reader; a text without a header needs a comma behind it."""
    if start >= len(blocks) - 1:
        return range(0)
    text = blocks[start].text
    if len(text) > _LONGEST_GREETING or not (start or text.endswith(",")):
        return range(0)
    greets = _form(_GREETING).fullmatch(text) and len(blocks[start + 1].text) > len(text)
    return range(start, start + 1) if greets else range(0)


@cache
def _form(pattern: str) -> re.Pattern[str]:
    """A long pattern, compiled for the first text that may hold it: two of them take 3 ms."""
    return re.compile(pattern, re.IGNORECASE)


def _farewell(blocks: Sequence[Block]) -> range:
    """The closing words near the end, with the name under them."""
    for at in range(max(1, len(blocks) - _LONGEST_ENDING), len(blocks)):
        text = blocks[at].text
        if len(text) > _LONGEST_GREETING or not _form(_FAREWELL).fullmatch(text):
            continue
        stop = at + 1
        while stop < min(len(blocks), at + 4) and _is_name(blocks[stop].text):
            stop += 1
        return range(at, stop)
    return range(0)


def _is_name(text: str) -> bool:
    words = text.split()
    short = len(words) <= (4 if text[:1].isupper() else 2)
    return short and not ends_sentence(text)


def _signature(blocks: Sequence[Block]) -> range:
    """The last few lines, from the two hyphens on that part them from the mail."""
    first = max(0, len(blocks) - _LONGEST_SIGNATURE)
    for at in range(first, len(blocks)):
        if blocks[at].text == _SIGNATURE_MARK:
            return range(at, len(blocks))
    return range(0)


def is_manual(blocks: Sequence[Block]) -> bool:
    """Whether a text is a man page as a pager shows it: its name and section stand at both ends."""
    head = blocks[0].text if blocks else ""
    return bool(_MAN_PAGE.search(head[:200]) and _MAN_EDGE.fullmatch(head))


def _page_breaks(blocks: Sequence[Block]) -> dict[int, Reason]:
    marks: dict[int, Reason] = {}
    if is_manual(blocks):
        edges = (at for at, b in enumerate(blocks) if _MAN_EDGE.fullmatch(b.text[:200]))
        marks.update(dict.fromkeys(edges, Reason.PAGE_BREAK))
    for at, block in enumerate(blocks):
        if "[Page " not in block.text or len(block.text) > 120:
            continue
        if not _PAGE_END.fullmatch(block.text):
            continue
        marks[at] = Reason.PAGE_BREAK
        if at + 1 < len(blocks) and _PAGE_TOP.fullmatch(blocks[at + 1].text[:140]):
            marks[at + 1] = Reason.PAGE_BREAK
    return marks
