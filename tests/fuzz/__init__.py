"""Made cases by the ten thousand: what goes in is hostile, what comes out is known.

Every case has a name (its kind, a seed and a number), of which it is made again. A failure says the
name; `python -m tests.fuzz pipeline html/0/17` runs that case alone and shows it.
"""
