"""The readers of formats, fuzzed by what of their code a case reaches.

    pip install atheris
    python -m tests.fuzz.guided html -max_total_time=600

Not part of the tests: atheris is a tool to install beside them (Linux, macOS). Cases begin with the
small files of the tests. What it finds is written to ``crash-…`` in the folder it is run in; make a
test of its kind before mending it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["summarise"]):
    from summarise import SummariseError
    from tests.fuzz.files import FILES
    from tests.fuzz.pipeline import check_article, check_line, found_in


def main() -> None:
    """Fuzz one kind of source until something is found or it is stopped."""
    kind, *options = sys.argv[1:]
    files, (name, *_) = FILES[kind]

    def one_case(data: bytes) -> None:
        for found in found_in(data, name):
            if isinstance(found, SummariseError):
                check_line(str(found))
            else:
                check_article(found)

    with tempfile.TemporaryDirectory() as folder:
        for number, file in enumerate(files):
            (Path(folder) / str(number)).write_bytes(file)
        atheris.Setup([sys.argv[0], folder, "-timeout=20", "-max_len=8192", *options], one_case)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
