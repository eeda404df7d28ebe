"""Any other language: abbreviations that are much the same everywhere."""

JOINING = """
dr e.g i.e mme mr mrs ms p.ex prof st vs
"""

BEFORE_NUMBERS = """
art cap fig no nr p pp s tel vol
"""
