"""Where a report says it was written: "PARIS, May 3 (AFP) — …" opens its first paragraph.

What follows is the first sentence of a story, which is never to be taken for a byline.
"""

from __future__ import annotations

from summarise.text.patterns import compile_later

#: One of these is behind it, whoever wrote it, and in the first characters of the paragraph.
_SIGNS = ("—", "–", "-", ":")
_LONGEST = 120
#: A place in capitals, perhaps with its state, day and agency, then a dash or a colon.
_PLACE = compile_later(
    r"(?P<place>[^\W\d_a-z][^\W\d_a-z.’' -]{2,30})"
    r"(?:[,/] ?[^,()—–:]{2,30}){0,3}"
    r"(?: ?[(\[][^()\[\]]{2,30}[)\]])?"
    r" ?(?:—|–|--?|:) ?(?=\S)"
)
#: A place in small letters with an agency in brackets: "Berlin (dpa) - …", "(CNN) -- …".
_AGENCY = compile_later(
    r"(?:[^\W\d_][^()—–:]{1,60})? ?[(\[]"
    r"(?:[A-Z][A-Za-z]{1,14}|dpa(?:/\w+)?|afp|apa?|sda|efe|lusa|ansa|pap|tass|ritzau|ntb|tt)"
    r"[)\]]"
    r" ?(?:—|–|--?|:) ?(?=\S)"
)
#: "Paris, 3 mai –", "МОСКВА, 5 июн — РИА Новости."
_DAY = compile_later(
    r"[^\W\d_][^\d()—–:]{2,30}, \d{1,2}\.? [^\W\d_]{3,10}\.?(?: \d{4})? ?(?:—|–|--) ?(?=\S)"
)


def has_dateline(text: str) -> bool:
    """Whether a paragraph opens as a report from somewhere does."""
    head = text[:_LONGEST]
    if not any(map(head.__contains__, _SIGNS)):
        return False
    place = _PLACE.match(head)
    if place is not None and place["place"] == place["place"].upper():
        return True
    if ("(" in head or "[" in head) and _AGENCY.match(head) is not None:
        return True
    return _DAY.match(head) is not None
