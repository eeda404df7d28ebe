"""Articles → Digest: several articles as one, their sentences ranked together.

articles ──gist──▶ Gists ──stories, merging──▶ lines ──ordering──▶ Digest

An article is ranked by itself, and only its gist is kept; time and memory grow with the number of
articles, never with pairs of them (``tests/benchmarks/digest.py`` shows it).
"""
