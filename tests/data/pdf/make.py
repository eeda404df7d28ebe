"""Makes the PDFs of this folder and their truth: ``python tests/data/pdf/make.py``.

Needs pdflatex, headless Chromium and a Japanese font; the tests need nothing but the files. The
texts
are the seeds' and some written for this, so that what must come out is known to the letter.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "seeds"

NOTE = "This note stands at the foot of the page and is no part of the running text."
CAPTION = "A caption stands under a picture and tells what is seen on it."
ITEMS = [
    "The first item is short.",
    "The second one is longer than a line of its column, so that it goes on below its first word "
    "and not below its mark.",
    "The last one ends the list.",
]
ARABIC = [
    ("heading", "الميناء القديم"),
    (
        "text",
        "يقع الميناء القديم في شمال المدينة، وكانت السفن تصل إليه من كل البلاد. بناه التجار قبل "
        "ثلاثة قرون من حجر أبيض جاءوا به من الجبل. واليوم يزوره الناس في المساء ليشاهدوا البحر.",
    ),
    (
        "text",
        "في عام 1987 قررت البلدية أن ترمم الرصيف كله. استمر العمل 14 شهرا وكلف مليوني دينار. وقال "
        "المهندس إن الخشب كان أصعب من الحجر.",
    ),
    ("heading", "سوق السمك"),
    (
        "text",
        "خلف الرصيف سوق صغيرة يباع فيها السمك كل صباح. يأتي الصيادون قبل الفجر ويعودون إلى بيوتهم "
        "عند الظهر. ولا يفتح السوق يوم الجمعة.",
    ),
    (
        "text",
        "كتب عنه الرحالة Smith في كتابه الأول. ووصف صوت الأجراس ورائحة الملح والقهوة (وكان يحب "
        "القهوة كثيرا). وما زال أهل المدينة يذكرون اسمه حتى الآن.",
    ),
]
JAPANESE = [
    ("heading", "古い灯台の話"),
    (
        "text",
        "岬の先に白い灯台が立っている。百年以上も前に石で建てられたもので、今でも毎晩海を照らしている。"
        "昔は灯台守の家族がここに住み、油を運び、レンズを磨いていた。夜中に何度も起きて火を確かめるのが彼らの仕事だった。",
    ),
    (
        "text",
        "一九六四年に電気が引かれ、灯台は自動になった。最後の灯台守は荷物をまとめて町へ移ったが、毎年夏になると岬へ戻ってきた。"
        "彼は訪れる人に古い日誌を見せ、嵐の夜の話をした。",
    ),
    ("heading", "霧の日"),
    (
        "text",
        "霧の日には光が届かない。そのため灯台には大きな鐘があり、三十秒ごとに鳴らされた。"
        "漁師たちはその音を聞いて港の入り口を知った。鐘は今では博物館に置かれている。",
    ),
    (
        "text",
        "最近では若い人たちが灯台を宿に変えた。泊まる人は階段を百八段のぼり、海から昇る朝日を見る。"
        "冬は風が強いので、宿は十一月から三月まで閉まる。",
    ),
]

Truth = list[tuple[str, str]]


def seed(name: str) -> Truth:
    """The headings and paragraphs of a seed, without the marks of Markdown."""
    out: Truth = []
    text = (SEEDS / name).read_text("utf-8")
    text = text.replace("« ", "“").replace(" »", "”").replace("Haʻapai", "Haapai")
    text = text.replace("«\u00a0", "“").replace("\u00a0»", "”").replace("\u202f", " ")
    for block in re.split(r"\n\s*\n", re.sub(r"```.*?```", "", text, flags=re.DOTALL))[1:]:
        if block.startswith(">"):
            continue
        line = " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", block).split())
        is_heading = line.startswith("#") or (len(line) < 60 and not re.search(r"[.!?:]$", line))
        line = re.sub(r"[*`]|^#+ |^> ", "", line)
        if is_heading:
            out.append(("heading", line))
        elif len(line.split()) > 15 and not line.startswith(("-", "1.", "|")):
            out.append(("text", line))
    return out


def escaped(text: str) -> str:
    """Text as LaTeX wants it."""
    text = re.sub(r"([#$%&_{}])", r"\\\1", text.replace("\\", ""))
    marks = {"“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---", "…": r"\ldots{}"}
    marks |= {"«": r"\guillemotleft{}", "»": r"\guillemotright{}", "\u00a0": "~", "\u202f": "~"}
    return "".join(marks.get(character, character) for character in text)


def latex(name: str, truth: Truth, *, options: str, preamble: str, title: str) -> None:
    """One PDF by pdflatex, with running heads, notes, a list and a caption."""
    body = []
    for i, (kind, text) in enumerate(truth):
        if kind == "heading":
            body.append(rf"\section{{{escaped(text)}}}")
        elif kind == "text":
            note = rf"\footnote{{{NOTE}}}" if i % 5 == 3 else ""
            body.append(escaped(text) + note)
    if options:
        items = "".join(rf"\item {item}" + "\n" for item in ITEMS)
        picture = rf"\begin{{figure}}[t]\rule{{5cm}}{{2cm}}\caption{{{CAPTION}}}\end{{figure}}"
        body.insert(4, picture)
        body.insert(8, rf"\begin{{itemize}}{items}\end{{itemize}}")
        truth += [("list item", item) for item in ITEMS]
        truth.append(("caption", f"Figure 1: {CAPTION}"))
    source = (
        rf"""\documentclass[{options}]{{article}}
\usepackage[utf8]{{inputenc}}{preamble}
\usepackage{{fancyhdr}}\pagestyle{{fancy}}\fancyhead{{}}
\usepackage[a4paper,margin=2.2cm]{{geometry}}
\fancyhead[L]{{Letters from the Harbour}}\fancyhead[R]{{Anna Holm}}\fancyfoot[C]{{\thepage}}
\title{{{title}}}\author{{Anna Holm}}\date{{}}
\begin{{document}}\maketitle\thispagestyle{{fancy}}
"""
        + "\n\n".join(body)
        + r"\end{document}"
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "it.tex").write_text(source, "utf-8")
        for _ in range(2):
            command = ["pdflatex", "-interaction=nonstopmode", "it.tex"]
            subprocess.run(command, cwd=folder, capture_output=True, check=False)
        (HERE / f"{name}.pdf").write_bytes((Path(folder) / "it.pdf").read_bytes())


def printed(name: str, truth: Truth, css: str, language: str, *, heads: bool = False) -> None:
    """One PDF by Chromium."""
    body = "".join(
        f"<h2>{html.escape(text)}</h2>" if kind == "heading" else f"<p>{html.escape(text)}</p>"
        for kind, text in truth
    )
    page = f"<!doctype html><html lang={language}><meta charset=utf-8><style>{css}</style>{body}"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "letters.html").write_text(page, "utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
        command += [] if heads else ["--no-pdf-header-footer"]
        command += [f"--print-to-pdf={HERE / name}.pdf", f"file://{folder}/letters.html"]
        subprocess.run(command, capture_output=True, check=True, timeout=90)


def main() -> None:
    """Make all of them."""
    english = seed("mending-a-cable-under-the-sea.md") + seed("the-ghost-of-the-teletype.txt")
    french, german = (
        seed("le-levain-une-menagerie.txt"),
        seed("was-das-regenradar-nachts-sieht.md"),
    )
    truths = {
        "two-columns": english,
        "french": french,
        "magazine": german,
        "printed": seed("russia-and-belarus.txt")[3:],
        "arabic": ARABIC,
        "japanese": JAPANESE,
    }
    latex(
        "two-columns",
        english,
        options="twocolumn",
        preamble="",
        title="A title that spans both of the columns and two lines of them at the least",
    )
    latex(
        "french",
        french,
        options="",
        preamble=r"\usepackage[french]{babel}",
        title="Un bocal sur la table",
    )
    columns = "body{columns:3;column-gap:8mm;font:9.5pt/1.3 serif;hyphens:auto;text-align:justify}"
    printed("magazine", german, columns + "h2{font:bold 14pt sans-serif}", "de")
    printed("printed", truths["printed"], "body{font:12pt/1.7 sans-serif}", "en", heads=True)
    printed("arabic", ARABIC, "body{font:13pt/1.6 'DejaVu Sans';direction:rtl}", "ar")
    printed("japanese", JAPANESE, "body{font:11pt/1.7 IPAGothic;columns:2}", "ja")
    text = json.dumps(truths, ensure_ascii=False, indent=1) + "\n"
    (HERE / "truth.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
