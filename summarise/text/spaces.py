"""White space in running text."""

from __future__ import annotations


def single_spaced(text: str) -> str:
    """A text without space around it, and with one space wherever there was white space in it."""
    if "  " not in text and text.isprintable():  # then a plain space is all the white space it has
        return text.strip(" ")
    return " ".join(text.split())
