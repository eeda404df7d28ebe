"""Slovak: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
cca doc dr gen ing judr mgr mudr napr nám p phdr plk prof resp sv tj tzv ul č čl
"""

BEFORE_NUMBERS = """
ods r s str tel č čl
"""
