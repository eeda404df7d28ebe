"""The version of the program, which it also gives to servers that it asks for a page."""

from __future__ import annotations

__version__ = "0.1.0"
