"""Mails → what was written: one message, or the messages of a mailbox to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes
from email.header import Header, decode_header
from email.message import Message
from email.utils import getaddresses
from functools import partial
from itertools import groupby

from summarise.article import Kind
from summarise.draft import Aside, Block, Draft, Part, Parts
from summarise.sources.dates import iso_date
from summarise.sources.encoding import NotTextError, decode
from summarise.sources.html.page import make_ready, tree_of
from summarise.sources.html.shown import shown_blocks
from summarise.sources.mail.patches import patches_apart
from summarise.sources.plain import read_plain
from summarise.sources.refused import RefusedError
from summarise.sources.tables import trimmed_lines
from summarise.text.sanitise import sanitise
from summarise.text.subjects import without_answers

_MOST_MESSAGES = 5_000
_MOST_PARTS = 500
#: A text of fewer words beside an HTML of the same mail only says that there is one.
_FEW_WORDS = 20
_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\n(?=[!-9;-~]+:)")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_QUOTED_LINE = re.compile(r"[ ]?[>|]")
_ATTRIBUTION = re.compile(
    r"(?:on|am|le|el|il|op|den|em|w dniu|du)\b.{4,200}"
    r"(?:wrote|schrieb|écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał\w*)\b.{0,80}[:：]"
    r"|.{3,120}\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef)\s?:",
    re.IGNORECASE | re.DOTALL,
)
#: Behind such a line stands the mail that is answered, unmarked.
_ORIGINAL = re.compile(
    r"\s*-{2,}\s*(?:original|ursprüngliche|message d'origine|mensaje original|messaggio originale"
    r"|forwarded|weitergeleitete|oorspronkelijk)[^-]{0,40}-{2,}\s*|_{20,}\s*",
    re.IGNORECASE,
)
_QUOTES_OF_HTML = (
    "//blockquote[@type='cite'] | //*[contains(@class, 'gmail_quote')]"
    " | //*[contains(@class, 'moz-cite-prefix')] | //*[@id='divRplyFwdMsg']"
    " | //*[@id='divRplyFwdMsg']/following-sibling::* | //*[contains(@class, 'yahoo_quoted')]"
)
_SIGNATURE_OF_HTML = (
    "//*[contains(@class, 'moz-signature')] | //*[contains(@class, 'gmail_signature')]"
)
_APART = ((_QUOTES_OF_HTML, Aside.QUOTED_MAIL), (_SIGNATURE_OF_HTML, Aside.SIGNATURE))


def read_mail(data: bytes) -> Draft:
    """Make blocks of one mail: what its writer says; quoted mails and the signature are aside.

    Raises:
        RefusedError: It is nested too deep, or nothing in it is text.
    """
    try:
        message = message_from_bytes(data)
    except (RecursionError, ValueError, LookupError):
        raise RefusedError("is damaged: its parts are nested too deep to be read") from None
    blocks = _unless_all(tuple(_blocks(message)))
    listed = _header(message, "list-id").partition("<")
    return Draft(
        blocks,
        _subject(message),
        form="mail",
        author=_sender(message),
        date=iso_date(_header(message, "date")),
        site=(listed[0].strip(' "') or listed[2].rstrip("> ")),
        address=_archived(message),
        note="" if blocks else _emptiness(message),
    )


def _emptiness(message: Message) -> str:
    attached = any(
        part.get_content_disposition() == "attachment" or part.get_content_maintype() != "text"
        for part in message.walk()
        if not part.is_multipart()
    )
    return f"has no text in it{', only attachments' if attached else ''}"


def read_mailbox(data: bytes) -> Parts:
    """The messages of a mailbox, in their order.

    Raises:
        RefusedError: There are none.
    """
    starts = [match.span() for match in _FROM_LINE.finditer(data)][:_MOST_MESSAGES]
    if not starts:
        raise RefusedError("is a mailbox without messages")
    stops = [start for start, _ in starts[1:]] + [len(data)]
    parts = []
    for number, ((_, first), stop) in enumerate(zip(starts, stops, strict=True), 1):
        message = _QUOTED_FROM.sub(rb"\1", data[first:stop])
        heads = message_from_bytes(re.split(rb"\r?\n\r?\n", message[:65536], maxsplit=1)[0])
        sender, subject = _sender(heads), _subject(heads) or "no subject"
        key = _header(heads, "message-id") or str(number)
        title = f"{subject} · {sender}" if sender else subject
        parts.append(Part(f"{key} {number}", title, partial(read_mail, message)))
    return Parts("", tuple(parts))


# -- the header


def _header(message: Message, name: str) -> str:
    """A field in one line, whatever is wrong with its coding."""
    value = message.get(name)
    if value is None:
        return ""
    pieces = []
    try:
        if isinstance(value, Header):  # bytes beyond ASCII that no coding is named for
            value = _decoded(b"".join(_raw(piece) for piece, _ in decode_header(value)), None)
        for piece, charset in decode_header(str(value)):
            pieces.append(_decoded(piece, charset) if isinstance(piece, bytes) else piece)
    except Exception:  # the module fails at some damaged fields, each time in another way
        pieces = [str(value)]
    return " ".join(sanitise("".join(pieces)).split())


def _raw(piece: bytes | str) -> bytes:
    return piece if isinstance(piece, bytes) else piece.encode()


def _decoded(data: bytes, charset: str | None) -> str:
    try:
        return decode(data, charset)
    except NotTextError:
        return ""


def _subject(message: Message) -> str:
    return without_answers(_header(message, "subject"))


def _sender(message: Message) -> str:
    try:
        people = getaddresses([_header(message, "from") or _header(message, "sender")])
    except (ValueError, IndexError):
        return ""
    return ", ".join(name.strip() or address for name, address in people[:5] if name or address)


def _archived(message: Message) -> str:
    address = _header(message, "archived-at").strip("<> ")
    return address if address.startswith(("http://", "https://")) else ""


# -- the body


def _blocks(message: Message) -> Iterator[Block]:
    text, page = "", ""
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS or (text and page):
            break
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and not text.strip():
            text = _content(part)
        elif kind == "text/html" and not page.strip():
            page = _content(part)
    if page.strip() and len(text.split()) < _FEW_WORDS:
        yield from _blocks_of_html(page)
    else:
        yield from _blocks_of_text(text)


def _content(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        return sanitise(_decoded(data, part.get_content_charset()))
    except (ValueError, LookupError):
        return ""


def _blocks_of_text(text: str) -> Iterator[Block]:
    """The blocks of a plain text, its quoted lines and its signature apart."""
    lines = text.splitlines()
    body, signature = _without_signature(lines)
    answered = next((i for i, line in enumerate(body) if _ORIGINAL.fullmatch(line)), len(body))
    for quoted, run in groupby(body[:answered], lambda line: bool(_QUOTED_LINE.match(line))):
        blocks = list(_blocks_of_run(list(run), quoted))
        if not quoted and blocks and _ATTRIBUTION.fullmatch(blocks[-1].text):
            yield from blocks[:-1]
            yield replace(blocks[-1], aside=Aside.QUOTED_MAIL)
        else:
            yield from _aside(blocks, Aside.QUOTED_MAIL) if quoted else blocks
    yield from _aside(read_plain("\n".join(body[answered:])).blocks, Aside.QUOTED_MAIL)
    yield from _aside(read_plain("\n".join(signature)).blocks, Aside.SIGNATURE)


def _blocks_of_run(lines: Sequence[str], quoted: bool) -> Iterator[Block]:
    """The blocks of lines that follow one another: text, patches as code, who signed them aside."""
    for kind, run in [("text", lines)] if quoted else _joined(patches_apart(lines)):
        if kind == "patch":
            if text := trimmed_lines("\n".join(run)):
                yield Block(text, Kind.CODE)
        else:
            blocks = read_plain("\n".join(run)).blocks
            yield from _aside(blocks, Aside.SIGNATURE) if kind == "signed" else blocks


def _joined(runs: Iterator[tuple[str, list[str]]]) -> Iterator[tuple[str, list[str]]]:
    """Runs of lines with those of one kind together, so that no paragraph is cut between them."""
    for kind, group in groupby(runs, lambda run: run[0]):
        yield kind, [line for _, run in group for line in run]


def _without_signature(lines: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The lines before the mark of a signature, which is two hyphens and a space, and the rest."""
    at = next((i for i in range(len(lines) - 1, -1, -1) if lines[i] in ("-- ", "--")), len(lines))
    return lines[:at], lines[at:]


def _blocks_of_html(page: str) -> Iterator[Block]:
    tree = tree_of(page)
    if tree is None:
        return
    make_ready(tree)
    apart: list[Block] = []
    for path, reason in _APART:
        for node in tree.xpath(path):
            if node.getparent() is not None:
                apart += _aside(list(shown_blocks(node)), reason)
                node.drop_tree()
    yield from shown_blocks(tree)
    yield from apart


def _aside(blocks: Sequence[Block], reason: str) -> Iterator[Block]:
    return (replace(block, aside=reason) for block in blocks)


def _unless_all(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks as they are, unless they are all aside: a mail that was sent on is what there is."""
    if any(block.aside is None for block in blocks):
        return blocks
    return [replace(b, aside=None) if b.aside == Aside.QUOTED_MAIL else b for b in blocks]
