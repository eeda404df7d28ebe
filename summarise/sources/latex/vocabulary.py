"""What commands of LaTeX do: which divide a text, which print nothing, which are references."""

from __future__ import annotations

import re

#: Commands that head a part of the text, from the highest; those of KOMA-Script without numbers
#: are as high as the ones with.
SECTIONS = (
    "part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph",
)  # fmt: skip
SECTION_LIKE = {"addpart": "part", "addchap": "chapter", "addsec": "section"}
#: What stands on the title page beside title, author and date.
_TITLE_PAGE_NAMES = """
    titlehead subject subtitle publishers extratitle frontispiece uppertitleback lowertitleback
    dedication
"""
TITLE_PAGE = frozenset(_TITLE_PAGE_NAMES.split())
#: How many arguments in braces of a command are no text; the rest of them are.
_NOT_TEXT = {
    1: """
    label vspace hspace pagestyle thispagestyle bibliographystyle bibliography usepackage
    documentclass hypersetup color index nocite pagenumbering hyphenation tikzset lstset textcolor
    colorbox raisebox parbox scalebox cline cmidrule phantom vphantom hphantom addbibresource
    graphicspath theoremstyle selectlanguage fontsize RequirePackage PassOptionsToPackage
    bookmarksetup includegraphics cref@label linespread sisetup captionsetup geometry hypertarget
    texorpdfstring hyperlink foreignlanguage citestyle pgfplotsset usetikzlibrary makeatletter
    titleformat fancyhead fancyfoot markboth glsresetall stepcounter refstepcounter arabic roman
    Roman alph Alph fnsymbol thechapter value usekomafont KOMAoptions newkomavar removereffromfield
    LoadLetterOption RedeclareSectionCommand automark usetheme setmainfont setsansfont setmonofont
    ihead chead ohead ifoot cfoot ofoot lehead cehead rehead lohead rohead lefoot cefoot refoot
    lofoot rofoot ModifyLayer setbeamertemplate usecolortheme usefonttheme microtypesetup
    """,
    2: """
    setcounter addtocounter setlength addtolength rule resizebox newtheorem fcolorbox multirow
    DeclareMathOperator newcommand renewcommand providecommand indexsee setkomafont addtokomafont
    KOMAoption setkomavar addtokomavar setuptoc unsettoc addtoeachtocfile newunicodechar
    DeclareTOCStyleEntry newcommandx settowidth setbeamercolor setbeamerfont DeclareNewTOC
    """,
    3: "definecolor addcontentsline newenvironment renewenvironment deffootnote addtocentrydefault",
}
DROPPED = {word: count for count, words in _NOT_TEXT.items() for word in words.split()}
#: Commands without arguments that print nothing of their own name. What is not known is printed by
#: its name where it stands among words: a name that a file beside the document gives to it.
_SWITCHES_NAMES = """
    allowbreak appendix backmatter baselineskip bf bfseries Big big Bigg bigg bigl Bigl bigr Bigr
    boldmath break bullet centering centerline cleardoubleevenpage cleardoubleoddpage
    cleardoublestandardpage columnbreak columnwidth csname discretionary displaystyle dotfill
    doublespacing em endcsname endgraf fi filbreak flushbottom footnotesize foreignlanguage
    frenchspacing frontmatter goodbreak hfil hfill hfilneg hfuzz hline hrulefill hskip hss huge
    Huge ignorespaces ignorespacesafterend indent it itshape justifying kern large Large LARGE
    leavevmode left leftskip limits lineskip linewidth listoffigures listoftables lowercase
    mainmatter makeatletter makeatother maketitle marginnote mbox mdseries medbreak negthinspace
    nobreak nobreakdash nobreakspace noexpand noindent nolinebreak nonfrenchspacing nopagebreak
    normalcolor normalfont normalsize null obeylines obeyspaces onecolumn onehalfspacing pagebreak
    parindent parskip printbibliography printglossaries printindex protect qed qedhere qedsymbol
    raggedbottom raggedleft raggedright relax restriction right rightskip rm rmfamily sc
    scriptsize scshape selectfont sf sffamily singlespacing sl sloppy slshape small smallbreak
    smallskip strut tableofcontents textheight textstyle textwidth tiny today tt ttfamily
    twocolumn unboldmath unskip uppercase upshape vfil vfill vskip xspace
"""
SWITCHES = frozenset(_SWITCHES_NAMES.split())
_REFERENCES_NAMES = """
    ref eqref autoref cref Cref pageref nameref vref Vref cpageref labelcref autopageref fullref
    subref hyperref
"""
REFERENCES = frozenset(_REFERENCES_NAMES.split())
#: What the keys of labels look like, which programs of the author's own take: "fig:gate:plan".
KEY = re.compile(
    r"[A-Za-z]{1,12}(?::[\w.+-]{1,60}){1,4}(?:,[A-Za-z]{1,12}(?::[\w.+-]{1,60}){1,4})*"
)
CITED = re.compile(r"(?:no)?[a-zA-Z]*cite[a-zA-Z]*")
TAKEN_IN = frozenset({"input", "include", "subfile", "import"})
ENDS_PARAGRAPH = frozenset({"par", "newpage", "clearpage", "cleardoublepage", "bigskip", "medskip"})
#: An argument that only sets something: "title=Gates,number=2".
_SETTING = r"\s*[\w@ /.-]{1,60}=(?:[^{}=,$]|\{[^{}]*\}){0,300}"
SETTINGS = re.compile(rf"{_SETTING}(?:,{_SETTING}|,[\w ]{{0,60}})*,?\s*")
