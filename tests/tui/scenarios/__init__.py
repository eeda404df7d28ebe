"""What every key of the program does, told as scenarios: keys pressed, and what is then seen.

A scenario is found by the id of the binding it exercises and run with each of its keys, one after
another in the same app, so it says itself where it starts from.
"""

from __future__ import annotations

from tests.tui.scenarios import digest, library, reader, screens, text
from tests.tui.scenarios.stage import Scenario, Stage

#: The scenario of each binding, by its id.
SCENARIOS: dict[str, Scenario] = {
    **reader.SCENARIOS,
    **text.SCENARIOS,
    **library.SCENARIOS,
    **digest.SCENARIOS,
    **screens.SCENARIOS,
}

__all__ = ["SCENARIOS", "Scenario", "Stage"]
