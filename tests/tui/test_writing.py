"""Writing files that must not be there yet (whole-file replacement: see the command's tests)."""

from __future__ import annotations

import pytest

from tui.writing import OutputError, write_new


def test_a_new_file_is_written(tmp_path):
    path = tmp_path / "summary.md"
    write_new(path, "schön – 東京 \ud83d\n")
    assert path.read_bytes() == "schön – 東京 \\ud83d\n".encode()


def test_a_file_that_is_there_is_kept(tmp_path):
    path = tmp_path / "summary.md"
    path.write_text("keep")
    with pytest.raises(OutputError, match=r"summary\.md: already exists"):
        write_new(path, "new")
    assert path.read_text() == "keep"


@pytest.mark.parametrize("name", ["nowhere/summary.md", "", "a\0b"])
def test_a_file_that_cannot_be_written_is_one_line(tmp_path, name):
    with pytest.raises(OutputError) as caught:
        write_new(tmp_path / name, "new")
    assert "\n" not in str(caught.value)
