"""HTML → Draft: the reader is in :mod:`summarise.sources.html.reader`, the rest serves it."""
