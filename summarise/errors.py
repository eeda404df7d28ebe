"""What can go wrong because of something the user gave: each error reads as one plain line."""

from __future__ import annotations


class SummariseError(Exception):
    """Base of every error that a user can cause; ``str(error)`` is one line, fit to be shown."""


class NamedError(SummariseError):
    """Something that the user named could not be read or written.

    Args:
        name: What the user called it (a path, ``-``, an address).
        reason: Why it could not, and what to do about it.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class SourceError(NamedError):
    """A source could not be read: missing, not text, empty, too large, not permitted."""


def without_name(error: SummariseError) -> str:
    """What went wrong, where the name of what it went wrong with stands beside it anyway."""
    return error.reason if isinstance(error, NamedError) else str(error)


class LengthError(SummariseError, ValueError):
    """A length that does not follow the grammar of :class:`summarise.Length`."""


class MethodError(SummariseError, ValueError):
    """A method that is not known, cannot be loaded, or failed."""


class ModelError(MethodError):
    """A language model could not be asked, or what it answered cannot be used."""


class LanguageError(SummariseError, ValueError):
    """A language name or code that is not known."""


class FormatError(SummariseError, ValueError):
    """A format of :mod:`summarise.exports` that is not known."""


class ResourceError(SummariseError):
    """A part of the installation is missing, without which results would silently be others."""
