"""Language."""
from collections.abc import Iterable
UNKNOWN = "und"
def language_code(name: str) -> str:
    """Code."""
    return name
def detect_language(texts: Iterable[str]) -> str:
    """Detect."""
    return "en"
