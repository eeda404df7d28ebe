"""Title."""
from collections.abc import Sequence
from summarise.draft import Block
def find_title(blocks: Sequence[Block], reasons: Sequence[str | None]) -> str:
    """Find."""
    return blocks[0].text if blocks else ""
