"""Indonesian and Malay: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
bpk dr dra drs hj ir jl ny prof sdr st tn
"""

BEFORE_NUMBERS = """
gbr hlm no pasal tab
"""

STARTERS = """
beliau dalam dan dari dengan di dia ia ini itu jika kami karena ke ketika kita menurut mereka
namun pada para saat saya selain sementara seorang tetapi untuk
"""
