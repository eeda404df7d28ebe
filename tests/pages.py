"""Write what the program knows of itself into its pages: `python -m tests.pages`."""

from __future__ import annotations

import re
from pathlib import Path

from summarise.methods import methods
from tui.keys.table import markdown_key_table

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
KEYS = ROOT / "tui/KEYS.md"
LIBRARY = ROOT / "summarise/README.md"
#: What a user reads.
PAGES = (README, ROOT / "tui/README.md", KEYS, LIBRARY)


def markdown_method_table() -> str:
    """The methods, what each is good for, and where it comes from."""
    lines = ["| method | what it does | after |", "| --- | --- | --- |"]
    lines += [f"| `{m.name}` | {m.description} | {m.paper} |" for m in methods()]
    return "\n".join(lines) + "\n"


def made_anew(page: str) -> str:
    """A page with its tables made anew."""
    for name, table in (("keys", markdown_key_table()), ("methods", markdown_method_table())):
        place = re.compile(rf"(<!-- {name}:[^\n]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
        page = place.sub(lambda match, table=table: f"{match[1]}\n{table}\n{match[2]}", page)
    return page


if __name__ == "__main__":
    for path in PAGES:
        path.write_text(made_anew(path.read_text(encoding="utf-8")), encoding="utf-8")
