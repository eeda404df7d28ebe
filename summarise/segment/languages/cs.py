"""Czech: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
cca doc dr gen ing judr kol kpt mgr mjr mudr např nám p phdr plk por prof pí resp rndr sv tj tzv
ul č čl
"""

BEFORE_NUMBERS = """
odst r s str tel č čl
"""

STARTERS = """
a ale byl byla byli bylo co do i jak je jeho jejich její jsou já kde kdo když my na nad ne nebo
o od on ona oni ono po pod podle pokud proč před při ta tak také ten ti to ty u už v ve však z
za ze
"""
