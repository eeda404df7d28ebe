"""Styles that texts on several screens share."""

from __future__ import annotations

#: How to say something in passing. Inside of a Content, $text-muted would be as bright as the rest.
QUIET = "dim"
