"""How many paragraphs of artificially wrapped articles unwrapping brings back exactly.

    python tests/benchmarks/unwrap.py ARTICLES.jsonl

Each line of the file is an object with ``sentences`` and ``paragraph`` (a number a sentence).
"""

from __future__ import annotations

import json
import random
import sys
import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from summarise.sources.plain.unwrapping import unwrap


def paragraphs_of(record: dict[str, list[str]]) -> list[str]:
    """The paragraphs of an article, each a line."""
    groups: dict[str, list[str]] = {}
    for sentence, number in zip(record["sentences"], record["paragraph"], strict=True):
        groups.setdefault(number, []).append(" ".join(sentence.split()))
    return [" ".join(group) for group in groups.values()]


def blank_lines(paragraphs: list[str], width: int) -> str:
    """Paragraphs with a blank line between them, as in an RFC."""
    return "\n\n".join(textwrap.fill(p, width) for p in paragraphs)


def indented(paragraphs: list[str], width: int) -> str:
    """Paragraphs known only by the indent of their first line."""
    return "\n".join(textwrap.fill(p, width, initial_indent="    ") for p in paragraphs)


def listed(paragraphs: list[str], width: int) -> str:
    """Paragraphs as the items of a list with hanging indents."""
    return "\n".join(
        textwrap.fill(p, width, initial_indent="- ", subsequent_indent="  ") for p in paragraphs
    )


def quoted(paragraphs: list[str], width: int) -> str:
    """Paragraphs as a mail quotes them."""
    return "\n>\n".join(
        textwrap.fill(p, width, initial_indent="> ", subsequent_indent="> ") for p in paragraphs
    )


STYLES: dict[str, tuple[Callable[[list[str], int], str], str]] = {
    "blank lines": (blank_lines, ""),
    "indents only": (indented, ""),
    "list": (listed, "- "),
    "mail": (quoted, "> "),
}


def main(path: Path) -> None:
    """Print the share of paragraphs restored in each style, and the controls left alone."""
    dice = random.Random(1)
    total = 0
    exact: Counter[str] = Counter()
    controls = untouched = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        paragraphs = paragraphs_of(json.loads(line))
        width = dice.randint(60, 80)
        total += len(paragraphs)
        for name, (wrap, mark) in STYLES.items():
            lines = (x.strip() for x in unwrap(wrap(paragraphs, width)).split("\n"))
            found = Counter(x.removeprefix(mark) for x in lines)
            exact[name] += sum((found & Counter(paragraphs)).values())
        for joint in ("\n\n", "\n"):
            text = joint.join(paragraphs)
            controls += 1
            untouched += unwrap(text) == text
    for name in STYLES:
        print(f"{name:14} {100 * exact[name] / total:6.2f} % of {total} paragraphs exact")
    print(f"{'controls':14} {untouched} of {controls} unwrapped texts untouched")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
