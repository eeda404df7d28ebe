"""Scores → Ranking → Summary: the order, its prefixes, links, coverage, steering, reasons."""
