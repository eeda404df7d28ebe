"""PDF → Draft: characters with their boxes, laid out anew as columns, paragraphs and notes."""

from __future__ import annotations

from summarise.sources.pdf.process import read_pdf

__all__ = ["read_pdf"]
