"""Cases of one's own choice.

python -m tests.fuzz show html/0/17                # one case: its bytes, and what comes of it
python -m tests.fuzz run --seed 5 --cases 100000   # other cases than those of the tests
python -m tests.fuzz digest --cases 200            # one line that is the same on every run
"""

from __future__ import annotations

import argparse
import hashlib
import traceback
from collections import Counter
from random import Random

from tests.fuzz.files import made_case
from tests.fuzz.pipeline import METHODS, OURS, run_case
from tests.fuzz.shares import case_of


def main() -> None:
    """Do what is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True)
    show = tasks.add_parser("show")
    show.add_argument("case", help="as a failure names it: kind/seed/number")
    for name, cases in (("run", 50_000), ("digest", 200)):
        task = tasks.add_parser(name)
        task.add_argument("--seed", type=int, default=0)
        task.add_argument("--cases", type=int, default=cases)
    asked = parser.parse_args()
    if asked.task == "show":
        kind, seed, number = asked.case.split("/")
        print(made_case(kind, Random(asked.case)))
        print(run_case(kind, int(seed), int(number)))
        return
    said, tried = hashlib.sha256(), Counter[str]()
    for number in range(asked.cases):
        kind = case_of(number)
        try:
            known = OURS if asked.task == "digest" else METHODS
            digest, found = run_case(kind, asked.seed, number, known)
        except Exception:
            if asked.task == "digest":
                raise
            print(f"{kind}/{asked.seed}/{number}")
            traceback.print_exc(limit=-3)
            tried["faults"] += 1
        else:
            said.update(digest.encode())
            tried += found
    print(said.hexdigest() if asked.task == "digest" else dict(tried))


if __name__ == "__main__":
    main()
