"""Write the table of keys into the README: `python -m tests.key_table`."""

from __future__ import annotations

import re
from pathlib import Path

from tui.key_table import markdown_key_table

README = Path(__file__).parents[1] / "README.md"
_PLACE = re.compile(r"(<!-- keys:[^\n]*-->\n).*?(<!-- /keys -->)", re.DOTALL)


def with_key_table(readme: str) -> str:
    """The README with the table made anew."""
    return _PLACE.sub(lambda match: f"{match[1]}\n{markdown_key_table()}\n{match[2]}", readme)


if __name__ == "__main__":
    README.write_text(with_key_table(README.read_text(encoding="utf-8")), encoding="utf-8")
