"""Greek: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
αγ αρ βλ δηλ δρ κ κα καθ κεφ κκ λ.χ π.χ σελ τηλ
"""

BEFORE_NUMBERS = """
αρ αριθ κεφ σελ τηλ
"""

STARTERS = """
ένα ένας ή ήταν αλλά αν από αυτή αυτό αυτός για δεν είναι η θα και κατά με μετά μια να ο οι που
πριν προς σε στα στη στην στο στον τα την της το τον του των όπως όταν
"""
