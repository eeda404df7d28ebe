"""The script of languages compares texts of one length, in words as their script has them."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from summarise import parse
from tests.benchmarks.languages import cut, main, words_of
from tests.benchmarks.quality import f1

TEXT = (
    "Havnen stenges i oktober. Rådet vil bygge en park. Havnen har ligget der i hundre år, "
    "og mange er sinte. Parken skal åpne om to år."
)


def test_words_are_counted_as_their_script_has_them():
    assert words_of("It's 2.5 km!", "en") == ["it", "s", "2", "5", "km"]
    assert words_of("हिन्दी में", "hi") == ["हिन्दी", "में"]
    assert words_of("東京は。", "ja") == ["東", "京", "は"]


def test_a_summary_is_cut_in_the_sentence_that_came_last():
    article = parse(TEXT, language="no")
    wanted = ["havnen", "stenges", "i", "parken", "skal", "åpne", "om", "to", "år"]
    assert cut(article, [3, 0], 9) == wanted


def test_rouge_is_the_overlap_of_words():
    assert f1(Counter("abb"), Counter("bc")) == pytest.approx(0.4)
    assert f1(Counter("a"), Counter("b")) == 0.0


def test_the_table_has_a_line_for_each_set(tmp_path, capsys):
    record = {"language": "no", "text": TEXT, "references": ["Parken skal åpne om to år."]}
    file = tmp_path / "articles.jsonl"
    lines = [json.dumps({"set": name, **record}) for name in ("a", "a", "b")]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    assert main([str(file), "--methods", "lead,salience"]) == 0
    table = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [row[:-2] for row in table[1:]] == [["a", "2"], ["b", "1"], ["mean", "of", "sets"]]
    assert {row[-2] for row in table[1:]} == {"+0.0"}, "the lead has nothing over itself"
