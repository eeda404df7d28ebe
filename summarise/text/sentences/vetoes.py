"""Rules that say why a possible edge is none, each named by its function."""

from __future__ import annotations

from collections.abc import Callable

from summarise.text.characters import BULLETS
from summarise.text.patterns import compile_later
from summarise.text.sentences.edge import Edge
from summarise.text.sentences.languages import DOTTED, ENDING, NAME_ENDS, Language
from summarise.text.sentences.short_forms import after_elision, aside, chain, sign, spaced

_LIST_MARK = compile_later(
    rf"[{BULLETS}]?\s?\(?(?:\d{{1,3}}|[A-Za-z]|[ivxIVX]{{1,4}})[.)．）]{{1,2}}"
)
LONGEST_MARKER = 12
_INITIALS = compile_later(r"(?:^|[\s(“\"‘«-])((?:[^\W\d_]\.-?){1,5})$")
#: A Dutch sentence may open with a word cut to one letter; the next one has the capital.
_CUT_OPENER = compile_later(r"['’‘`][skmnt](?: |-)[A-ZÀ-Ý]")
#: A Chinese speaker behind a quotation.
_SAYS = compile_later(r"[\u4e00-\u9fff]{1,6}?(?:说|說|道|问|問|表示|指出|称|稱|认为|認為)")
#: Words whose number is no ordinal: times, paragraphs.
_COUNTED = ("kl", "klo", "godz", "ok", "um", "§", "%", "ca", "cca")
_ROMAN = compile_later(r"[IVXLC]{2,6}|[VX]|[ІХVX]{1,6}")
#: A number with a letter before it: "art. L. 121-1".
_LETTERED_NUMBER = compile_later(r"[A-Z]\.?[ \u00a0]?[*]?\d")
_ORDINAL = compile_later(r"\d{1,2}|[IVX]{1,5}")
#: A date in figures, with its year: "3. 4. 1920".
_DATE = compile_later(r"\b(?:[12]?\d|3[01])\. ?(?:1[0-2]|0?[1-9])\. ?(?:1\d|20)\d\d\b")
_NOTHING_WITHIN = 200
#: Words of one letter in some language, which may be the last of a sentence.
_LETTER_WORDS = frozenset("aeiouyàéèêòóôùúаеиоуюявкс")
_NUMBER_SIGNS = ("n°", "nº", "№")
_ZONES = compile_later(r"[ECMP][SD]?T|GMT|UTC|BST|CES?T")
#: Words that a letter belongs to, which then is no initial: "vitamin C", "plan B".
_LETTERED = compile_later(
    r"\b(?:vitamin|hepatit|plan|typ|tip|class|klass|gr[uo]u?p|grup|grade|not|section|part|option"
    r"|article|artikel|point|punkt|liter|letter|buchstab|team|appendix|exhibit)\w{0,6}$"
)

#: Rules that propose an end behind a number with its unit.
_MEASURES = ("unit", "time")

#: How far an open bracket may lie back, and how far ahead it may close.
_BRACKET_BEHIND = 160
_BRACKET_AHEAD = 120
_NARROW = ("([", ")]")
_WIDE = ("（【《「『", "）】》」』")
_WIDE_POINT = "．"
_LATIN = compile_later(r"[A-Za-z0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_BELOW_WIDE = "\u2fff"

Veto = Callable[[str, int, Edge, Language], bool]


def marker(text: str, start: int, edge: Edge, language: Language) -> bool:
    """The sentence would be nothing but the mark of a list item: "1." "(a)"."""
    del language
    return edge.end - start < LONGEST_MARKER and bool(
        _LIST_MARK.fullmatch(text[start : edge.end].strip())
    )


def short(text: str, start: int, edge: Edge, language: Language) -> bool:
    """An abbreviation would end a sentence of hardly any words: "At 5 a.m. Mr. Smith …"."""
    del language
    if edge.token.lower() in ENDING:
        return False
    return (
        edge.rule in ("starter", "time")
        and edge.end - start < 20
        and text.count(" ", start, edge.end) < 3
    )


def nothing(text: str, start: int, edge: Edge, language: Language) -> bool:
    """Nothing but marks follows."""
    del start, language
    if edge.word or len(text) - edge.next > _NOTHING_WITHIN:
        return False
    return not any(map(str.isalnum, text[edge.next :]))


def comma(text: str, start: int, edge: Edge, language: Language) -> bool:
    """What follows is a mark that cannot open a sentence."""
    del start, language
    return text[edge.next] in ",;:)]}%?!" and not text.startswith(",,", edge.next)


def wide_point(text: str, start: int, edge: Edge, language: Language) -> bool:
    """The wide full stop is a point between figures or letters: "３．１４", "Ｎｏ．５"."""
    del start, language
    if text[edge.mark] != _WIDE_POINT:
        return False
    return bool(_LATIN.match(text, edge.mark - 1) and _LATIN.match(text, edge.next))


def company(text: str, start: int, edge: Edge, language: Language) -> bool:
    """What follows only ever ends a name: "Yahoo! Inc."."""
    del text, start, language
    return edge.word in NAME_ENDS


def elision(text: str, start: int, edge: Edge, language: Language) -> bool:
    """The dots say that something was left out: "(...)" "[…]"."""
    del start, language
    return edge.closed and text[edge.mark - 1 : edge.mark] in ("(", "[") and text[edge.mark] in ".…"


def lower(text: str, start: int, edge: Edge, language: Language) -> bool:
    """The next word is in lower case, and nothing else speaks for an end."""
    word = edge.word
    if not word[:1].islower() or not word.islower():
        return False
    if text.startswith(("http://", "https://", "www."), edge.word_at):
        return False
    if language.code == "nl" and _CUT_OPENER.match(text, edge.next):
        return False
    if text[edge.next] == "(":
        return len(edge.token) == 1
    if edge.closed or text[edge.next] in "-–—" or not _is_ordinary(edge.token, language):
        return True
    # In a dialogue with dashes the words of the narrator follow: "– Shoot! cries the boy."
    return text[edge.mark] != "." and text[start] in "-–—"


def _is_ordinary(token: str, language: Language) -> bool:
    """Whether a token is a word Punkt was trained on and no abbreviation."""
    word = token.lower()
    return len(word) > 3 and word.isalpha() and word == token and language.is_common(word)


def number(text: str, start: int, edge: Edge, language: Language) -> bool:
    """An abbreviation that joins a number, before a number: "no. 5", "sec. XX", "et al. (2010)"."""
    del start
    token = after_elision(edge.token)
    if not text[edge.word_at : edge.word_at + 1].isdigit():
        lettered = len(edge.word) == 1 and _LETTERED_NUMBER.match(text, edge.word_at)
        return token in language.before_numbers and bool(lettered or _ROMAN.fullmatch(edge.word))
    return (
        token in language.before_numbers
        or token in _NUMBER_SIGNS
        or _is_cut_to_letter(text, edge)
        or (token == "al" and text[edge.next] in "([")
        or bool(DOTTED.fullmatch(token))
        or (language.code == "de" and token.endswith("str"))
    )


def _is_cut_to_letter(text: str, edge: Edge) -> bool:
    """Whether a word is cut to its first letter, as "l. 30" for a line; "5 l." counts litres."""
    if edge.closed or len(edge.token) != 1 or not edge.token.islower():
        return False
    before = text[max(0, edge.mark - 3) : edge.mark - 1].rstrip()
    return edge.token not in _LETTER_WORDS and not before[-1:].isdigit()


def zone(text: str, start: int, edge: Edge, language: Language) -> bool:
    """A time before its zone: "9 a.m. ET"."""
    del text, start, language
    return edge.token.lower() in ("a.m", "p.m") and bool(_ZONES.fullmatch(edge.word))


def name(text: str, start: int, edge: Edge, language: Language) -> bool:
    """An abbreviation that is often the first part of a name: "the U.S. Marshals Service"."""
    del text, start
    return (
        edge.token.lower() in language.before_names
        and not edge.closed
        and edge.word[:1].isupper()
        and not language.opens(edge.word)
    )


def title(text: str, start: int, edge: Edge, language: Language) -> bool:
    """An abbreviation that more of the same sentence always follows: "Dr. Smith"."""
    del text, start
    if edge.rule in _MEASURES:
        return False
    return bool(edge.word) and not edge.closed and after_elision(edge.token) in language.joining


def initial(text: str, start: int, edge: Edge, language: Language) -> bool:
    """Initials of a name before its last part: "J. R. Smith", "د. ديفيد"."""
    token, word = edge.token, edge.word
    if edge.rule in (*_MEASURES, "glued") or edge.closed:
        return False
    if not token or not token[-1].isalpha() or (len(token) > 1 and "." not in token):
        return False
    if len(token) == 1 and not token.isupper() and not token.islower():
        return True
    after = edge.word_at + len(word)
    chain = len(word) == 1 and word.isupper() and text.startswith(".", after)
    if not word[:1].isupper() or (not chain and language.opens(word)):
        return False
    before = text[max(start, edge.end - 80) : edge.end]
    found = _INITIALS.search(before)
    if found is None:
        return False
    letters = found[1]
    if letters.count(".") > 1:
        return edge.rule != "punkt" or not language.punkt.is_abbreviation(token.lower())
    return letters[0].isupper() and (
        chain or not _LETTERED.search(before[: found.start(1)].rstrip().lower())
    )


def ordinal(text: str, start: int, edge: Edge, language: Language) -> bool:
    """An ordinal number before what it counts: "am 3. Oktober"; but not "kl. 10. Peter …"."""
    if language.ordinals and len(edge.token) < 3 and edge.token.isdigit():
        date = _DATE.search(text, max(0, edge.mark - 6), edge.next + 9)
        if date is not None and date.start() < edge.mark < date.end():
            return True
    if (
        not language.ordinals
        or edge.closed
        or not edge.word[:1].isupper()
        or not _ORDINAL.fullmatch(edge.token)
        or language.opens(edge.word)
    ):
        return False
    before = text[max(start, edge.mark - 20) : edge.mark - len(edge.token)].split()
    counted = before[-1].rstrip(".").lower() if before else ""
    return counted not in language.before_numbers and counted not in _COUNTED


def bracket(text: str, start: int, edge: Edge, language: Language) -> bool:
    """A bracket, or an East Asian quotation, that opened a little before closes a little behind."""
    del language
    back, end = max(start, edge.end - _BRACKET_BEHIND), edge.end
    if text[edge.mark] > _BELOW_WIDE:
        opening, closing = _WIDE
        opened = max(text.rfind(mark, back, end) for mark in opening)
    else:  # it is asked at nearly every full stop
        opening, closing = _NARROW
        opened = max(text.rfind("(", back, end), text.rfind("[", back, end))
    if opened < 0:
        return False
    inner = text[opened : edge.end]
    if any(mark in inner for mark in closing):
        return False
    ahead = text[edge.next : edge.next + _BRACKET_AHEAD]
    closes = [at for mark in closing if (at := ahead.find(mark)) >= 0]
    return bool(closes) and not any(mark in ahead[: min(closes)] for mark in opening)


def quotation(text: str, start: int, edge: Edge, language: Language) -> bool:
    """A quotation that its sentence goes on behind: 「…。」と言った, “…。”他说, “….”라고 말했다."""
    del start
    if language.code == "ko" and edge.end == edge.next:
        return "가" <= text[edge.next] <= "힣" and text[edge.end - 1] in "”’\"'」』"
    if text[edge.end - 1] in "」』”）)!?！？" and text[edge.next] in "とっのなにはがを、，":
        return True
    return text[edge.end - 1] in "”」』" and bool(_SAYS.match(text, edge.next, edge.next + 12))


VETOES: tuple[Veto, ...] = (
    marker,
    short,
    nothing,
    comma,
    wide_point,
    company,
    elision,
    lower,
    number,
    sign,
    aside,
    spaced,
    chain,
    zone,
    name,
    title,
    initial,
    ordinal,
    bracket,
    quotation,
)


def plain_vetoes(text: str) -> tuple[Veto, ...]:
    """The rules that can speak against a plain edge of a line, unless it is near the beginning.

    That is, unless the sentence would be shorter than :data:`LONGEST_MARKER`. All others ask for
    what such an edge has not.
    """
    return (bracket,) if "(" in text or "[" in text else ()


def find_veto(
    text: str, start: int, edge: Edge, language: Language, vetoes: tuple[Veto, ...]
) -> Veto | None:
    """The first rule against an edge of the sentence that begins at ``start``.

    Args:
        text: The line.
        start: Where the sentence begins.
        edge: The edge.
        language: What is known of its language.
        vetoes: The rules that are asked: all, or the :func:`plain_vetoes` of the line.
    """
    for veto in vetoes:
        if veto(text, start, edge, language):
            return veto
    return None
