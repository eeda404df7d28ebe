"""How fast keys may come, so that whoever wants to leave is heard."""

from __future__ import annotations

#: Keys that may come at once, and so many more each second. A key that is held down comes thirty
#: times a second. 20,000 at once (a book on the keyboard, a text pasted by a terminal that does not
#: say so) took minutes, and a key to leave had to wait for all of them.
BURST = 500
RATE = 100.0
#: Seconds after which a key that still waits is not meant any more.
PATIENCE = 5.0


class Pace:
    """Says of each key whether it came slowly enough to be followed."""

    def __init__(self) -> None:
        self._room = float(BURST)
        self._last = 0.0

    def allows(self, now: float) -> bool:
        """Whether a key that comes now is let in.

        Args:
            now: Seconds by a clock that never goes back.
        """
        self._room = min(BURST, self._room + RATE * (now - self._last))
        self._last = now
        if self._room < 1:
            return False
        self._room -= 1
        return True
