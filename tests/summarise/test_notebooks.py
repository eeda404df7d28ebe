"""Notebooks: prose as Markdown, code as code, nothing of what it printed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarise.errors import SourceError
from summarise.sources.formats import NOTEBOOK, format_of_text
from tests.summarise.document_files import drafted, shown


def notebook(*cells: dict[str, Any], **metadata: Any) -> str:
    return json.dumps({"nbformat": 4, "metadata": metadata, "cells": cells})


def cell(kind: str, source: str | list[str], **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "source": source, **more}


def test_cells_are_prose_and_code():
    draft = drafted(
        notebook(
            cell(
                "markdown", ["# Tides\n", "\n", "The sea *rises*.\n", "\n", "- twice\n", "  a day"]
            ),
            cell("code", "x = 1\n\nx", outputs=[{"output_type": "stream", "text": "printed"}]),
            cell("raw", "not shown"),
            cell("code", " \n"),
        )
    )
    assert draft.title == "Tides"
    assert draft.form == "notebook"
    assert shown(draft) == [
        "heading 1 Tides",
        "text The sea rises.",
        "list item 1 • twice a day",
        "code x = 1\n\nx",
    ]


def test_code_is_never_picked_and_its_marks_are_harmless():
    draft = drafted(notebook(cell("markdown", "One. \x1b[31mTwo."), cell("code", "a\x1b]0;x\x07b")))
    assert shown(draft) == ["text One. Two.", "code ab"]


def test_the_worksheets_of_the_third_format():
    old = {
        "nbformat": 3,
        "metadata": {"name": ""},
        "worksheets": [
            {
                "cells": [
                    {"cell_type": "heading", "level": 2, "source": "Tides"},
                    {"cell_type": "code", "input": ["x = 1"], "outputs": []},
                    {"cell_type": "markdown", "source": "The sea rises."},
                ]
            }
        ],
    }
    assert shown(drafted(json.dumps(old))) == [
        "heading 2 Tides",
        "code x = 1",
        "text The sea rises.",
    ]


def test_its_metadata_name_title_and_authors():
    draft = drafted(
        notebook(
            cell("markdown", "# Tides"), title="On tides", authors=[{"name": "A"}, {"name": "B"}]
        )
    )
    assert (draft.title, draft.author) == ("On tides", "A, B")


@pytest.mark.parametrize(
    "odd",
    [
        '{"nbformat": 4, "cells": [1, null, {"cell_type": "markdown", "source": [1, {}]}]}',
        '{"nbformat": 4, "cells": {"a": 1}}',
        '{"nbformat": 4, "worksheets": "a", "metadata": []}',
        '["nbformat"]',
        "nothing",
        '{"nbformat": 4, "cells": [{"cell_type": "heading", "level": "x", "source": null}]}',
    ],
)
def test_odd_notebooks_are_one_line(odd):
    with pytest.raises(SourceError) as caught:
        drafted(odd, "a.ipynb")
    assert any(say in str(caught.value) for say in ("no cells", "no text", "damaged notebook"))


def test_json_is_not_a_notebook():
    assert drafted('{"cells": ["A text of a few words."]}').form == "text"


def test_a_notebook_with_links_in_it_is_one_when_it_is_piped_in():
    links = "See [one](https://a.example/) and [two](https://b.example/) of the lock."
    cell = {"cell_type": "markdown", "metadata": {}, "source": [links]}
    text = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    assert format_of_text(text, named=False) is NOTEBOOK
