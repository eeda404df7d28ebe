"""Turkish: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
alb av bkz doç dr hz mad no op ord prof rep sen sn yrd yzb örn
"""

BEFORE_NUMBERS = """
mad no s sf tel
"""

STARTERS = """
ama ancak ben bir biz bu buna bunu bunun da daha en fakat gibi ile ise için kim nasıl ne neden o
onlar sen siz ve ya çok şu
"""
