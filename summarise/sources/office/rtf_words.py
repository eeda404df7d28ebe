"""What words of RTF mean: letters, code pages of fonts, and groups that hold no text."""

from __future__ import annotations

#: Control words that stand for a character.
CHARACTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ",
    "enspace": " ", "qmspace": " ", "~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\",
    "nestcell": " ", "nestrow": "\n",
}  # fmt: skip
#: Python's names of the code pages that fonts have, by their ``\fcharset``.
CODE_PAGES = {
    77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb2312", 81: "big5", 83: "mac_greek",
    85: "mac_turkish", 86: "cp1255", 87: "cp1256", 88: "cp1257", 89: "mac_cyrillic", 128: "cp932",
    129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
#: Groups that are no part of the text, as far as they are not marked so by ``\*``.
_SKIPPED_NAMES = """
    annotation atnauthor atnid atnref atntime author bkmkend bkmkstart colortbl comment company
    creatim datafield doccomm falt field fldtype file filetbl fontemb fontfile footer footerf
    footerl footerr ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc generator header headerf headerl
    headerr hlinkbase keycode keywords linkval listtable listoverridetable manager nextfile
    nonesttables objclass objdata objname object operator passwordhash pict printim private
    propname revtbl revtim rsidtbl rxe shpinst shpgrp sn sp staticval subject sv tc template txe
    userprops vern xe fldinst themedata colorschememapping latentstyles datastore xmlnstbl pgptbl
    background docvar mmathPr
"""
SKIPPED = frozenset(_SKIPPED_NAMES.split()) - {"field"}
#: Groups marked by ``\*`` that are read all the same.
READ = frozenset({"footnote", "pn", "pntext", "shptxt", "shprslt", "cs", "ud"})
#: Words in the names of fonts whose letters are all as wide as each other.
FIXED_WIDTH = ("courier", "mono", "consolas", "menlo", "monaco", "typewriter", "lucida console")
