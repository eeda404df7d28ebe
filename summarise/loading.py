"""Loading."""
from pathlib import Path
from summarise.article import Article
def load(source: str | Path, *, language: str | None = None) -> Article:
    """Load."""
    from summarise.parsing import parse_text
    return parse_text(Path(source).read_text(), name=str(source), language=language)
