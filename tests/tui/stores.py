"""What the tests of the store share: a store in a file, a clock to set, articles to keep."""

from __future__ import annotations

from tui.state.store import Facts, Text


class Clock:
    """A clock that stands still until it is set.

    Args:
        now: What it shows, in seconds since 1970.
    """

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def text_of(*sentences: str) -> Text:
    """A text of some sentences with spaces between them."""
    places, length = [], 0
    for sentence in sentences:
        places.append((length, length + len(sentence)))
        length += len(sentence) + 1
    return Text(" ".join(sentences), tuple(places))


FERRY = Facts(
    "/home/someone/ferry.md",
    title="The ferry stays in port",
    site="Varnholm Courier",
    author="Ida Lund",
    date="2026-01-14",
    language="en",
    words=412,
    group="articles",
)
FERRY_TEXT = text_of(
    "The ferry stayed in port until the ice was gone.",
    "Its hull had been damaged in December.",
    "Naïve visitors walked across the ice to the café on the island.",
)
BEES = Facts(
    "https://bees.example/hives", title="Hives on the roof", address="https://bees.example/hives"
)
BEES_TEXT = text_of(
    "Bees in the city find more to eat than bees in the fields.",
    "Die Straße blüht länger als der Acker.",
)
TOKYO = Facts("/home/someone/tokyo.txt", title="東京の橋", language="ja")
TOKYO_TEXT = text_of(
    "新しい橋が東京湾に開通した。", "市長は式典で挨拶した。", "서울에서도 축하했다."
)
