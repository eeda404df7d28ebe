"""The library knows no terminal, and importing it loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import summarise

HEAVY = {"textual", "rich", "nltk", "numpy", "httpx", "lxml", "sumy", "requests", "trafilatura"}
FILES = sorted(Path(summarise.__file__).parent.rglob("*.py"))


def test_importing_the_library_loads_nothing_heavy():
    code = "import sys, summarise; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(done.stdout.split())
    assert "summarise" in loaded
    assert not loaded & HEAVY


def test_the_default_method_needs_neither_sumy_nor_nltk_nor_requests():
    seed = Path(summarise.__file__).parents[1] / "seeds/russia-and-belarus.txt"
    code = (
        "import sys, summarise\n"
        f"summary = summarise.summarise(summarise.load({str(seed)!r}), '2')\n"
        "print(len(summary.sentences), *{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    sentences, *loaded = done.stdout.split()
    assert sentences == "2"
    assert not {"sumy", "nltk", "requests"} & set(loaded)


def test_a_text_is_read_without_the_readers_of_documents():
    code = (
        "import sys, summarise\n"
        "summarise.parse('# A text\\n\\nOf two sentences. That is all of it.')\n"
        "print(*[name for name in sys.modules if name.startswith('summarise.sources.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = {name.split(".")[2] for name in done.stdout.split()}
    assert "plain" in loaded
    assert not loaded & {
        "archives",
        "xml",
        "epub",
        "word",
        "opendocument",
        "rtf",
        "latex",
        "notebooks",
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_of_the_library_imports_the_terminal(path):
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            names.add((node.module or "").partition(".")[0])
    assert not names & {"tui", "textual", "rich", "seeds", "click"}
