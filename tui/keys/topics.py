"""What the keys of the reader are about: the groups of the guide."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    """A group of keys, in the order in which the guide has them; the value is its heading."""

    MOVE = "Move"
    LENGTH = "Length"
    WHY = "Why"
    SAY = "Your say"
    TAKE = "Take away"
    VIEW = "View"
    PROGRAM = "Open and leave"
