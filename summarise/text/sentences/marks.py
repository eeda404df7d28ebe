"""The marks that may end a sentence, and what may stand around them."""

from __future__ import annotations

import re

from summarise.text.patterns import compile_later

#: Marks that end a sentence in their scripts whatever follows: ideographic (the full stop of
#: technical Japanese is that of Latin, but wide), Devanagari, Urdu,
#: Arabic, Armenian, Ethiopic, Burmese, Khmer, Tibetan, Mongolian, Meetei, Ol Chiki.
ALWAYS_END = "。．｡！？؟۔।॥։።፧፨။។៕།༎᠃᠉꯫᱾᱿"

#: What may end a sentence somewhere, for those who only look whether a text ends as one does.
ENDS = f".?!…‽{ALWAYS_END}"
_ENDS = frozenset(ENDS)
_QUESTIONS = "?!‽？！؟፧"
#: Closing quotation marks and brackets.
_CLOSERS = "\"'”’»«›“‘)]」』）】》〉*_"
#: Ends that a title does not have: it may ask or exclaim, but is no statement.
_STATED = _ENDS.union(";:,،、").difference(_QUESTIONS)
#: Thai, Lao: sentences are parted by spaces and end with no mark.
UNMARKED_SCRIPTS = compile_later("[\u0e00-\u0eff]")


def ends_sentence(text: str) -> bool:
    """Whether a text without space around it ends as a sentence does, in any script."""
    return text.rstrip(_CLOSERS)[-1:] in _ENDS


def ends_statement(text: str) -> bool:
    """Whether a text ends as a statement or goes on, which a title does not: questions may."""
    return text.rstrip(_CLOSERS)[-1:] in _STATED


#: Quotation marks and brackets that may open what comes next.
OPENERS = "«»“”„‟‘’‚‛‹›([{¿¡\"'「『（【《〈"
#: Passed over on the way to the first word of a sentence.
SKIPPED = OPENERS + " \t\u00a0\u202f,-–—*•·`"

#: Emoji and dingbats; many close a sentence in short messages.
EMOJI = "\u2600-\u27bf\U0001f300-\U0001faff"
#: They all lie above this character.
BELOW_EMOJI = "\u25ff"

#: What faces made of marks begin with; they close a sentence as emoji do.
_EYES = ":;="

#: Marks that end a sentence in some languages only: the Armenian full stop and the Greek question
#: mark, as most keyboards write them.
LOCAL_ENDS = {"hy": ":", "el": ";\u037e"}


def run_pattern(language: str) -> re.Pattern[str]:
    """Finds runs of marks; dots with spaces between them are one run, and so is a face: ":-)"."""
    local = LOCAL_ENDS.get(language, "")
    marks = rf".?!…‽{ALWAYS_END}{local}{EMOJI}"
    more = rf"[{marks}]*(?:[ \u00a0]\.(?=\s|$))*"
    if local:
        return re.compile(f"[{marks}]{more}")
    # One set of characters comes first: the search for it is what takes the time.
    face = rf"(?<=\s[{_EYES}])['’]?-?[)(DPp](?=\s)"
    return re.compile(rf"[{marks}{_EYES}](?:(?<![{_EYES}]){more}|{face})")


#: The marks at the beginning of a run, without emoji behind them.
PLAIN = compile_later(rf"[.?!…‽{ALWAYS_END}]+")


#: A mark that points to a note or a source: "[12]", "[1–3]", "[2, 5]", "[a]", "[9]_", "¹".
_NOTE = r"""[ ]?\[[ ]?(?:
    \#?\d{1,3}(?:[ ]?[,;–-][ ]?\d{1,3}){0,9} | [a-z]{1,2} | [*†‡]{1,3} | \#[a-z]\w{0,20}
    | (?:note|notes|nb|fn|nota|noot|anm\.?|прим\.?)[ ]\d{1,3}
    | citation[ ]needed | réf\.[ ]nécessaire | cita[ ]requerida | Beleg[ ]fehlt | senza[ ]fonte
    )[ ]?\]_? | [¹²³⁰⁴-⁹]"""
_BEHIND_QUOTE = r"""(?=\s|$|[)\].,;:»”’"'!?…])"""
#: What belongs to the sentence behind its mark: closing brackets and quotes, more marks, notes. A
#: mark that could also open is taken only when white space or another closing one follows.
TAIL = compile_later(
    rf"""(?:
        [)\]}}!?….」』）】》〉。．！？]
        | [»«”’"'“]{_BEHIND_QUOTE}
        | \s[”»](?=\s|$)
        | [”’](?=[\u2e80-\ufaff])
        | \s?[{EMOJI}][{EMOJI}\ufe0f\u200d]* | \ufe0f
        | {_NOTE}
    )+""",
    re.VERBOSE,
)
#: A source in brackets behind a quotation, with the full stop that belongs to both.
CITATION = compile_later(r" ?\([^()]{2,60}\)\.(?=\s|$)")

#: The first word behind an edge, and the token as Punkt would cut it.
WORD = compile_later(r"[^\W_]+(?:['’](?=\w))?")
TOKEN = compile_later(r"""[^\s()"';}\]\[{*:@?!‘’“”«»]+""")
SPACE = compile_later(r"\s*")

#: A straight quote between spaces, which closes when an odd number of them came before.
LONE_QUOTE = compile_later(r"\s(\"|'')(?=\s|$)")
#: Dots that open a sentence behind a full stop: "He left. ... She stayed."
LEADING_DOTS = compile_later(r"\.{2,}|…|\.(?: \.)+")

#: A word with a short ending behind an apostrophe, which Punkt would take for an initial: "don't".
_CONTRACTION = compile_later(r"[^\W\d_]{1,30}['’](?:[^\W\d_]{1,2})$")
_INSIDE_TOKEN = compile_later(r"""[()"';}\]\[{*:@?!‘’“”«»`&#]""")


def last_token(text: str, start: int, end: int) -> str:
    """The token that ends at ``end``, cut as Punkt cuts: behind white space, quotes, brackets."""
    if end <= start or text[end - 1].isspace():
        return ""
    chunk = text[max(start, end - 60) : end].rsplit(None, 1)[-1]
    if chunk.isalnum():
        return chunk
    contraction = _CONTRACTION.search(chunk)
    return contraction[0] if contraction else _INSIDE_TOKEN.split(chunk)[-1]


def first_token(text: str, at: int) -> str:
    """The token that begins at ``at``, cut as Punkt cuts; one character if it is a mark."""
    match = TOKEN.match(text, at, at + 60)
    if match is None:
        return text[at : at + 1]
    token = match[0]
    return token[:-1] if token.endswith(",") and len(token) > 1 else token
