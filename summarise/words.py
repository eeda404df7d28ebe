"""Words."""

def count_words(text: str) -> int:
    """Count."""
    return len(text.split())
