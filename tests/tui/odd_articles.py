"""Articles of odd shapes, small enough that a test can go through all of them."""

from __future__ import annotations

from pathlib import Path

from tests.generated import make_article

_WORDS = "harbour ice ferry council winter captain pier island silence engine".split()  # noqa: SIM905
_LINE = "The ferry stayed in the harbour. "


def _numbered(count: int, text: str) -> str:
    return "\n\n".join(text.format(n) for n in range(count))


ODD = {
    "one-word.txt": "Harbour",
    "one-mark.txt": "!",
    "headings.md": "\n\n".join(f"# Part {n}" for n in range(40)),
    "code.md": "```\n" + "x = [1, 2]  # [bold]not bold[/bold]\n" * 60 + "```\n",
    "one-sentence-often.txt": _LINE * 300,
    "many-sentences.txt": _numbered(1_500, "Ferry {} came in. It was late."),
    "right-to-left.txt": _numbered(30, "הספינה מספר {} נשארה בנמל. השקט היה גדול. وصلت السفينة."),
    "emoji.txt": _numbered(40, "👩‍👩‍👧‍👦 🏳️‍🌈 saw ferry {} 🚢. Then 🇳🇴 and ☃️ left."),
    "wide.txt": _numbered(40, "渡し船{}号は港に残った。氷は厚かった。"),
    "long-word.txt": "a" * 5_000 + ". And one more sentence.",
    "long-sentence.txt": " ".join(_WORDS * 500) + ".",
    "markup.txt": _numbered(40, "[b]Ferry {}[/b] [@click=app.quit]here[/] <i>left</i> [/foo]."),
    "zero-width.txt": _numbered(40, "Fer\u200bry\u200d {} le\u0301\u0301\u0301\u0301ft\u2060."),
    "deep-list.md": "".join(f"{'  ' * min(n, 25)}- Item {n} of the list.\n" for n in range(60)),
    "page.txt": "Share\n\nSubscribe now!\n\nAdvertisement\n\n" * 20 + _LINE,
    "lines.txt": "\n".join(f"line {n}" for n in range(2_000)),
    "controls.txt": _numbered(
        40, "\x1b[31mFerry {}\x1b[0m \x9b2J\x90q\x9c le\x07ft \u202enow\u202c."
    ),
    "subtitles.srt": "\n".join(
        f"{n}\n00:00:{n % 60:02},000 --> 00:00:{n % 60:02},900\nThe ferry {n} left.\n"
        for n in range(1, 80)
    ),
    "table.md": "| a | b |\n| - | - |\n" + "| ferry | ice |\n" * 80,
    "usual.txt": make_article(3, 80).text,
}


def write_odd_articles(folder: Path) -> list[Path]:
    """Write them into a folder; returns their paths."""
    paths = []
    for name, text in ODD.items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path)
    return paths
