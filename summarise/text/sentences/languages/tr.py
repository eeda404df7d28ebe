"""Turkish: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
alb av bkz doç dr hz mad no op ord prof rep sen sn yrd yzb örn
"""

BEFORE_NUMBERS = """
mad no s sf tel
"""

ABBREVIATIONS = """
apt cad kat mah sok şti
"""

STARTERS = """
ama ancak ayrıca bazı ben bir birçok biz bu bugün buna bunu bunun burada da daha dün en fakat
gibi herkes iki ile ise için kim nasıl ne neden o ona onlar onu onun orada sen siz sonra ve ya
çok üç şu
"""
