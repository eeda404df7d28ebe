"""Sentences."""
def split_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Split."""
    import re
    return [m.span() for m in re.finditer(r"\S(?:.*?(?:[.!?](?=\s)|(?=\n)|$))", text)]
