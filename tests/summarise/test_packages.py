"""What packages say of themselves: the description is the article, the fields its facts."""

from __future__ import annotations

import pytest

from tests.summarise.document_files import drafted, shown

FIELDS = """\
Metadata-Version: 2.1
Name: gates
Version: 1.2
Summary: Gates that do not leak.
Author-email: Anna Keller <anna@a.example>, Bo <bo@a.example>
Classifier: Topic :: Water
Requires-Dist: ice (>=2)
Project-URL: Homepage, https://gates.example
"""


@pytest.mark.parametrize("name", ["METADATA", "PKG-INFO", "a.txt"])
def test_a_description_in_markdown(name: str):
    body = "Description-Content-Type: text/markdown; charset=UTF-8\n\n# Use\n\nOpen *one*.\n"
    draft = drafted(FIELDS + body, name)
    assert (draft.title, draft.form) == ("gates 1.2", "package")
    assert (draft.author, draft.address) == ("Anna Keller, Bo", "https://gates.example")
    assert shown(draft) == ["heading 1 Use", "text Open one."]


def test_other_markup_and_none():
    rst = "Description-Content-Type: text/x-rst\n\nUse\n===\n\nOpen ``one``.\n"
    assert shown(drafted(FIELDS + rst, "METADATA")) == ["heading 1 Use", "text Open one."]
    plain = "Description-Content-Type: text/plain\n\nOpen *one*.\n"
    assert shown(drafted(FIELDS + plain, "METADATA")) == ["text Open *one*."]


def test_a_description_in_a_field_and_one_that_is_not_there():
    old = "Description: Use\n        ===\n        \n        Open one.\nPlatform: UNKNOWN\n"
    assert shown(drafted(FIELDS + old, "PKG-INFO")) == ["heading 1 Use", "text Open one."]
    assert shown(drafted(FIELDS, "PKG-INFO")) == ["text Gates that do not leak."]
