"""A language model that only picks: it orders numbered sentences, and writes not a word.

    server ──▶ questions ──▶ chat ──▶ answers ──▶ judging ──▶ Ranking

It is not a method like the others (an ``Index`` in, scores out): it has to be set up, asks a
server, costs money or time, and may be refused. So it stands above :mod:`summarise.ranking`, whose
default order completes it, and whoever calls it says which server may be asked.
"""
