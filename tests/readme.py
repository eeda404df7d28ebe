"""Write what the program knows of itself into the README: `python -m tests.readme`."""

from __future__ import annotations

import re
from pathlib import Path

from summarise.methods import methods
from tui.keys.table import markdown_key_table

README = Path(__file__).parents[1] / "README.md"


def markdown_method_table() -> str:
    """The methods, what each is good for, and where it comes from."""
    lines = ["| method | what it does | after |", "| --- | --- | --- |"]
    lines += [f"| `{m.name}` | {m.description} | {m.paper} |" for m in methods()]
    return "\n".join(lines) + "\n"


def made_anew(readme: str) -> str:
    """The README with its tables made anew."""
    for name, table in (("keys", markdown_key_table()), ("methods", markdown_method_table())):
        place = re.compile(rf"(<!-- {name}:[^\n]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
        readme = place.sub(lambda match, table=table: f"{match[1]}\n{table}\n{match[2]}", readme)
    return readme


if __name__ == "__main__":
    README.write_text(made_anew(README.read_text(encoding="utf-8")), encoding="utf-8")
