"""Subjects of mails without what programs write before them."""

from __future__ import annotations

import re

from summarise.text.patterns import compile_later

_ANSWERS = compile_later(r"(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|odp|ynt)\s?[:：]\s*)+", re.IGNORECASE)


def without_answers(subject: str) -> str:
    """A subject without "Re:", "Fwd:" and their like in other languages."""
    return _ANSWERS.sub("", subject, count=1).strip()
