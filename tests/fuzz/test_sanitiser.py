"""200,000 cases of escape sequences: none is left, and nothing else is lost."""

from __future__ import annotations

from random import Random

import pytest

from summarise.text.sanitise import sanitise, sanitise_line
from tests.fuzz.sequences import broken_case, whole_case
from tests.summarise.test_sanitise import UNWANTED

SEED = 13
SHARDS = 8
#: Cases of either kind in a shard.
CASES = 13_000


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_sequence_survives_and_all_text_does(shard):
    done = 0
    for number in range(CASES):
        seed = f"{SEED}/{shard}/{number}"
        dice = Random(seed)
        text, plain = whole_case(dice)
        assert sanitise(text) == plain, seed
        broken = broken_case(dice)
        clean = sanitise(broken)
        assert UNWANTED.search(clean) is None, seed
        assert sanitise(clean) == clean, seed
        line = sanitise_line(broken, 20)
        assert len(line) <= 20, seed
        assert line == line.strip(), seed
        assert UNWANTED.search(line) is None, seed
        assert "\n" not in line, seed
        # Whatever is broken ends with its line.
        assert sanitise(f"{broken}\nAbove all, {plain}").endswith(f"\nAbove all, {plain}"), seed
        done += 2
    print(
        f"{done:,} cases of escape sequences, seeds {SEED}/{shard}/0 to {SEED}/{shard}/{CASES - 1}"
    )
    assert done * SHARDS >= 200_000
