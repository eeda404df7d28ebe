"""What the reader of a format raises when it cannot read a file, for the door to name it."""

from __future__ import annotations


class RefusedError(ValueError):
    """A file cannot be read; ``str(error)`` goes on after its name: what it is and what to do.

    As in "is locked by its seller (DRM): open it in the program it was bought for".
    """
