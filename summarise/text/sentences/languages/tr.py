"""Turkish: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
alb av bkz doç dr hz mad no op ord prof rep sen sn yrd yzb örn
"""

BEFORE_NUMBERS = """
bl böl c fık mad md no op s sf sh tab tbl tel y yy şek
"""

ABBREVIATIONS = """
a.ş apt cad kat m.s m.ö mah sok t.c şti
"""

STARTERS = """
ama ancak ayrıca bazı ben bir birçok biz bu bugün buna bunu bunun burada da daha dün en fakat
gibi herkes iki ile ise için kim nasıl ne neden o ona onlar onu onun orada sen siz sonra ve ya
çok üç şu
"""
