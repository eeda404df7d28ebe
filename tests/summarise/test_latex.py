"""LaTeX: what a document prints, without the marks that it is made with."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from pathlib import Path

import pytest

import summarise
from summarise.draft import Draft
from summarise.sources import beside
from summarise.sources.beside import Beside
from summarise.sources.reading import read_draft
from tests.summarise.document_files import drafted, shown


def blocks(body: str, preamble: str = "") -> list[str]:
    return shown(drafted(document(body, preamble)))


def document(body: str, preamble: str = "") -> str:
    return (
        f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\nx"
    )


def text(body: str) -> str:
    (block,) = blocks(body)
    return block.removeprefix("text ")


def test_sections_by_the_levels_that_are_there():
    body = "\\chapter{Tides}\\label{a}\nIt rises.\n\\subsection*{High \\emph{water}}\nNow."
    assert blocks(body) == [
        "heading 1 Tides",
        "text It rises.",
        "heading 2 High water",
        "text Now.",
    ]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("caf\\'e, na\\\"{\\i}ve, \\c{c}a, \\v{S}koda, \\o re", "café, naïve, ça, Škoda, øre"),
        ("``So'' --- or `so' -- 5~m", "“So” — or ‘so’ – 5 m"),
        ("50\\% of \\$3 \\& more\\ldots{} here", "50% of $3 & more… here"),
        ("\\textbf{bold} and {\\it slanted} \\verb|a_b%|.", "bold and slanted a_b%."),
        ("one % a remark\n  two", "one two"),
        ("see \\ref{fig:a} \\cite[p.~3]{lee}", "see [fig:a] [lee]"),
        ("\\href{http://x.org}{words}, \\url{http://x.org/a_b}", "words, http://x.org/a_b"),
        ("\\vspace{2cm}\\textcolor{red}{red}\\index{x}", "red"),
        ("at $37\\,^\\circ\\mathrm{C}$, or $90^{\\circ}$", "at 37 °C, or 90°"),
        ("$p(y \\mid x) = a\\cdot\\hat{y}$", "p(y | x) = a · ŷ"),
        ("$\\left( \\bar{xy} \\right)$", "(xy)"),
        ("so $x_1 \\le \\frac{a}{b+1}$ holds", "so x_1 ≤ a/(b+1) holds"),
        ("$\\alpha^{2n}$, \\(\\sqrt{2}\\) $x\\to y$", "α^(2n), √(2) x → y"),
        ("\\unknowncommand[opt]{kept} text", "kept text"),
        ("\\parindent=0pt\\vskip 2cm plus 1fil\nText of 2cm.", "Text of 2cm."),
        ("$\\bigl|x\\Biggr| = \\lVert y\\rVert$", "|x| = ‖y‖"),
        ("the \\LaTeX\\ book", "the LaTeX book"),
    ],
)
def test_what_is_printed(written, printed):
    found = blocks(written)
    assert found == [f"text {printed}"]


def test_notes_stand_aside_at_the_end():
    assert blocks("Nine\\footnote{In a \\emph{storm} more.} minutes.\n\nThen.") == [
        "text Nine minutes.",
        "text Then.",
        "text [footnote] In a storm more.",
    ]


def test_own_commands_are_what_they_stand_for():
    preamble = "\\newcommand{\\sea}{the North Sea}\\newcommand{\\by}[2]{#2 by #1}\\def\\x{y}"
    assert blocks("At \\sea{}, \\by{a}{b}, \\x.", preamble) == ["text At the North Sea, b by a, y."]


def test_a_command_may_stand_in_one_whose_name_begins_it():
    preamble = "\\newcommand{\\seaplain}{the North Sea}\\newcommand{\\sea}{\\emph{\\seaplain}}"
    assert blocks("At \\sea, once.", preamble) == ["text At the North Sea, once."]


def test_own_commands_with_arguments_are_read_in_formulas():
    preamble = (
        "\\newcommand{\\pr}[1]{\\ensuremath{p(#1)}}\\newcommand{\\of}[2]{\\pr{#1\\,|\\,#2}}"
        "\\newcommand{\\data}{D}"
    )
    assert blocks("It is $Z = \\pr{\\data}$.", preamble) == ["text It is Z = p(D)."]
    (shown,) = blocks("So $\\of{x}{\\data}$ and $\\of x y$.", preamble)
    assert "p(x" in shown and "D)" in shown and "y)" in shown


def test_a_note_whose_command_is_in_another_file_is_no_part_of_its_sentence():
    shown = blocks("The lock is old.\\note{As we said.} It leaks.")
    assert shown[0] == "text The lock is old. It leaks."


def test_own_commands_that_grow_in_formulas_are_cut():
    preamble = "\\newcommand{\\a}[1]{#1#1#1#1#1#1#1#1}"
    assert len(blocks("$" + "\\a{" * 60 + "x" + "}" * 60 + "$ Words.", preamble)) == 1


def test_own_commands_that_grow_without_end_are_cut():
    names = "abcdefghijklmnop"
    preamble = "\\newcommand{\\a}{lol}" + "".join(
        f"\\newcommand{{\\{name}}}{{" + f"\\{below} " * 20 + "}" for below, name in pairwise(names)
    )
    started = time.monotonic()
    drafted(document("\\p and more.", preamble))
    assert time.monotonic() - started < 20


def test_lists_quotations_and_code():
    body = (
        "\\begin{itemize}\\item bread\\item post\n\\begin{enumerate}\\item one\n\n goes on"
        "\\end{enumerate}\\item[Ann] last\\end{itemize}"
        "\\begin{quote}A bridge would be faster.\\end{quote}"
        "\\begin{verbatim}\nx = 1 % kept\n  \\y\n\\end{verbatim}\n"
        "\\begin{lstlisting}[language=C]\nint a;\n\\end{lstlisting} Then."
    )
    assert blocks(body) == [
        "list item 1 • bread",
        "list item 1 • post",
        "list item 2 1. one",
        "list item 2 goes on",
        "list item 1 • Ann: last",
        "quotation A bridge would be faster.",
        "code x = 1 % kept\n  \\y",
        "code int a;",
        "text Then.",
    ]


def test_figures_tables_and_what_is_displayed():
    body = (
        "\\begin{figure}[h]\\centering\\includegraphics[width=3cm]{a.png}"
        "\\caption[short]{The old ramp.}\\end{figure}"
        "\\begin{tabular}{l|r}\\hline Firm & Price \\\\ Nordbro & 41 \\\\\\end{tabular}\n\n"
        "So\n\\begin{align}a &= b \\\\ c &= d \\label{x}\\end{align}\nholds."
        "\\begin{tikzpicture}\\draw (0,0);\\end{tikzpicture}"
    )
    assert blocks(body) == [
        "caption The old ramp.",
        "table Firm     Price\nNordbro  41",
        "text So",
        "code a = b\nc = d",
        "text holds.",
    ]


def test_theorems_and_references():
    body = (
        "\\begin{satz}[Lee]It rises.\\end{satz}\\begin{proof}Look.\\end{proof}"
        "\\begin{thebibliography}{9}\\bibitem{lee} A. Lee, 2001.\\end{thebibliography}"
    )
    assert blocks(body, "\\newtheorem{satz}{Satz}") == [
        "text Satz (Lee). It rises.",
        "text Proof. Look.",
        "list item 1 [reference list] [lee] A. Lee, 2001.",
    ]


def test_title_author_date_and_language():
    preamble = (
        "\\title{On \\emph{tides}\\thanks{To the sea.}}\\author{A. Lee\\\\ Harbour \\and B. Berg}"
        "\\date{2021-03-04}\\usepackage[ngerman]{babel}"
    )
    draft = drafted(document("\\maketitle Es steigt.", preamble))
    assert (draft.title, draft.author, draft.date) == ("On tides", "A. Lee, B. Berg", "2021-03-04")
    assert draft.language == "german"
    assert shown(draft) == ["heading 1 On tides", "text Es steigt."]


def taken(folder: Path, body: str, **files: str) -> tuple[list[str], str]:
    """What is read of a document beside these files, and the note on it."""
    (folder / "main.tex").write_text(document(body))
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(exist_ok=True)
        path.with_suffix(".tex").write_text(text)
    draft = read_draft(
        (folder / "main.tex").read_bytes(), "main.tex", beside=Beside(str(folder / "main.tex"))
    )
    assert isinstance(draft, Draft)
    return shown(draft), draft.note


@pytest.mark.parametrize(
    ("body", "files", "expected"),
    [
        ("One. \\input{b} Three.", {"b": "Two."}, ["text One. Two. Three."]),
        ("One. \\input b.tex\n\nThree.", {"b": "Two."}, ["text One. Two.", "text Three."]),
        ("One.\\include{b}Three.", {"b": "Two."}, ["text One.", "text Two.", "text Three."]),
        ("\\include{ch/b}", {"ch__b": "\\input{ch/c}", "ch__c": "Deep."}, ["text Deep."]),
        ("\\import{ch/}{b}", {"ch__b": "\\input{c}", "ch__c": "Deep."}, ["text Deep."]),
        ("\\subfile{b}", {"b": document("Alone.", "\\title{No}")}, ["text Alone."]),
        ("One.% \\input{b}\n", {"b": "Two."}, ["text One."]),
        ("\\verb|\\input{b}|", {"b": "Two."}, ["text \\input{b}"]),
        ("\\input{b}", {"b": "Two. % three\n\\verb|%4|"}, ["text Two. %4"]),
        ("\\input{b}\\sea", {"b": "\\newcommand{\\sea}{Water.}"}, ["text Water."]),
    ],
)
def test_what_a_document_takes_in_from_its_folder_is_read(
    tmp_path: Path, body: str, files: dict[str, str], expected: list[str]
):
    assert taken(tmp_path, body, **files) == (expected, "")


def test_files_that_take_in_each_other_end(tmp_path: Path):
    found, _ = taken(tmp_path, "\\input{b}", b="B.\\input{c}", c="C.\\input{b}")
    assert found == ["text B.C."]


def test_a_document_takes_in_no_more_than_a_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(beside, "_MOST_FILES", 3)
    found, note = taken(tmp_path, "\\input{b}\n\n" * 9, b="Again.")
    assert found == ["text Again."] * 3
    assert "6 other files" in note
    monkeypatch.setattr(beside, "_MOST_BYTES", 10)
    found, note = taken(tmp_path, "One.\\input{b}", b="Much too much.")
    assert found == ["text One."]
    assert note == "it takes in another file (b), which is not read"


def test_files_elsewhere_are_named_and_not_opened(tmp_path: Path):
    (tmp_path / "secret.tex").write_text("Secret.")
    folder = tmp_path / "paper"
    folder.mkdir()
    (folder / "link.tex").symlink_to(tmp_path / "secret.tex")
    (folder / "bytes.tex").write_bytes(bytes(range(256)) * 9)
    os.mkfifo(folder / "pipe.tex")
    names = ("../secret", str(tmp_path / "secret.tex"), "link", "pipe", "bytes", "gone", "x\0y", "")
    body = "One." + "".join(f"\\input{{{name}}}" for name in names)
    found, note = taken(folder, body)
    assert found == ["text One."]
    assert "other files" in note


def test_a_document_without_a_folder_names_what_it_takes_in(tmp_path: Path):
    (tmp_path / "b.tex").write_text("Secret.")
    draft = drafted(document(f"One.\\input{{{tmp_path}/b.tex}}\\include{{c}}"))
    assert shown(draft) == ["text One."]
    assert "2 other files" in draft.note


def test_the_program_reads_what_a_file_takes_in(tmp_path: Path):
    (tmp_path / "b.tex").write_text("The tide rises over the sand. Nobody sees it.")
    (tmp_path / "main.tex").write_text(document("\\input{b}"))
    assert "Nobody sees it." in summarise.load(tmp_path / "main.tex").text


def test_a_part_of_a_document_is_known_by_its_name():
    assert shown(drafted("\\section{Tides}\nIt rises.", "a.tex")) == [
        "heading 1 Tides",
        "text It rises.",
    ]


def test_a_text_about_latex_is_not_latex():
    about = (
        "A document begins so:\n\n\\documentclass{article}\n\\begin{document}\n\nThen come words."
    )
    assert drafted(about).form == "text"
    assert drafted("% !TeX x\n\n\\RequirePackage{a}\n" + document("It rises.")).form == "LaTeX"


def test_slides():
    body = (
        "\\section{Sea}\\begin{frame}{Tides}It rises.\\end{frame}\\frame{\\frametitle{Ebb}Falls.}"
    )
    assert blocks(body) == [
        "heading 1 Sea",
        "heading 2 Tides",
        "text It rises.",
        "heading 2 Ebb",
        "text Falls.",
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "{" * 100_000,
        "\\footnote{" * 20_000 + "x",
        "\\begin{itemize}" * 20_000 + "x",
        "\\begin{verbatim}" * 20_000 + "x",
        "$" * 100_001 + "x",
        "\\begin{tabular}{l}" * 3_000 + "x",
        "\\frac{" * 20_000 + "x",
        "$\\frac{" + "{" * 3_000 + "$ x",
        "\\verb" * 50_000,
        "%" * 200_000 + "\nx",
        "\\section[" * 20_000 + "x",
        "\\item[" * 20_000 + "x",
        "\\newcommand{\\a}{\\b}\\newcommand{\\b}{\\a}\\a x",
        "\\iffalse" * 20_000,
    ],
)
def test_marks_without_end_end_soon(hostile):
    started = time.monotonic()
    drafted(document("Some text. " + hostile))
    assert time.monotonic() - started < 10


KOMA = r"""
\subject{A report}\title{Gates}\subtitle{And ice}\author{A. Keller}\date{1 May 2020}
\publishers{The Port}\KOMAoptions{paper=a4,DIV=12}\setkomafont{title}{\normalfont}
"""


def test_what_koma_script_adds_to_a_title_stands_beside_it():
    body = r"\maketitle\addchap{Before} One.\chapter{Then} Two.\minisec{Short} Three."
    draft = drafted(document(body, KOMA))
    assert (draft.title, draft.author, draft.date) == ("Gates", "A. Keller", "1 May 2020")
    assert [b.text for b in draft.blocks if b.aside == "front matter"] == [
        "A report", "And ice", "The Port",
    ]  # fmt: skip
    assert shown(draft)[-6:] == [
        "heading 1 Before", "text One.", "heading 1 Then", "text Two.", "heading 2 Short",
        "text Three.",
    ]  # fmt: skip


def test_a_letter_says_its_subject_and_sender():
    preamble = r"\setkomavar{fromname}{Anna Keller}\setkomavar{subject}[Re]{The \emph{gates}}"
    body = r"\begin{letter}{The Port}\opening{Dear all,} They leak.\closing{Yours}\end{letter}"
    draft = drafted(document(body, preamble))
    assert (draft.title, draft.author) == ("The gates", "Anna Keller")
    assert any("They leak." in block for block in shown(draft))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        # What is not defined in the document is printed by its name among words …
        (
            r"Built with \Coq, \Agda{} and \Lean~4 by hand.",
            "Built with Coq, Agda and Lean 4 by hand.",
        ),
        (r"The tool (called \staccato) is old.", "The tool (called staccato) is old."),
        # … and not where it only says how something looks.
        (r"It is \small so {\bfseries said} \today and \noindent so.", "It is so said and so."),
        (r"Thus A \Rightarrow B, \Big so.", "Thus A ⇒ B, so."),
        (r"It \penalty10000 is \tolerance=200 so.", "It is so."),
        (r"\Clause{title=Gates,number=2}Who pays?", "Who pays?"),
        (r"\begin{clause}{title={All gates}}Who pays?\end{clause}", "Who pays?"),
        (r"Look at \FigureSee{fig:gate:plan} there.", "Look at [fig:gate:plan] there."),
        (r"It is \shout{loud: very} there.", "It is loud: very there."),
    ],
)
def test_commands_that_nobody_defined(written, printed):
    assert text(written) == printed


def test_listings_of_any_name_are_code_and_their_commands_are_none():
    part = (
        "\\section{Titles}\nOne writes\n\\begin{lstcode}\n\\begin{document}\nMe\n\\end{document}\n"
        "\\end{lstcode}\nand waits.\n"
    )
    assert shown(drafted(part, "part.tex")) == [
        "heading 1 Titles",
        "text One writes",
        "code \\begin{document}\nMe\n\\end{document}",
        "text and waits.",
    ]


def test_arguments_in_each_other_end_soon():
    started = time.process_time()
    drafted(document("\\foo{a=" * 30_000 + "}" * 30_000))
    assert time.process_time() - started < 10
