"""Plain."""
from summarise.draft import Block, Draft
def read_plain(text: str) -> Draft:
    """Read."""
    return Draft([Block(t.strip()) for t in text.split("\n") if t.strip()])
