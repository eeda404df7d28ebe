"""The architecture holds: the contracts of pyproject.toml, and not a single import circle."""

from __future__ import annotations

from graphlib import TopologicalSorter

import grimp
import pytest
from importlinter import cli


def test_the_contracts_are_kept(capsys):
    kept = cli.lint_imports(no_logo=True) == cli.EXIT_STATUS_SUCCESS
    assert kept, capsys.readouterr().out


@pytest.mark.parametrize("package", ["summarise", "tui"])
def test_no_modules_import_each_other_in_a_circle(package):
    # Imports inside functions and those for types count, too.
    graph = grimp.build_graph(package, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()  # raises CycleError, which names the circle
