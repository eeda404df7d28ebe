"""How a row of the tables of keys is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from tui.keys.topics import Topic

#: The two keys for the length, which the foot of a screen shows as one: ``-/+ length``.
LENGTH = Binding.Group("length", compact=True)


@dataclass(frozen=True)
class KeyBinding(Binding):
    """A binding, what it is about, and whether it leads away."""

    topic: Topic | None = None
    leads: bool = False


def key(
    id: str,
    keys: str,
    action: str,
    does: str,
    *,
    foot: str = "",
    group: Binding.Group | None = None,
    first: bool = False,
    leads: bool = False,
    topic: Topic | None = None,
) -> KeyBinding:
    """Bind keys to an action.

    Args:
        id: What the settings file calls it; it never changes.
        keys: One or more keys, separated by commas.
        action: The action of the screen or widget that has the binding.
        does: What it does, for help, page of keys and palette: a line without a full stop.
        foot: What it is called at the foot of the screen; without it or a group, it is not there.
        group: The keys that it shares a name at the foot of the screen with.
        first: Whether it works before the widget in focus gets the key. What decides where the
            next keys go must, so that "/word" can be typed, or sent by a program, at any speed.
        leads: Whether it leads to another screen, pane or line, or out of one, a little later: the
            keys after it wait for that.
        topic: The group of the guide that it stands in.
    """
    return KeyBinding(
        keys,
        action,
        foot or does,
        show=bool(foot or group),
        priority=first,
        tooltip=does,
        id=id,
        group=group,
        topic=topic,
        leads=leads,
    )


def keys_of(
    bindings: Iterable[BindingType], actions: Collection[str], keymap: Mapping[str, str]
) -> frozenset[str]:
    """The keys that some actions are bound to.

    Args:
        bindings: Where they are bound.
        actions: The names of the actions, whatever their parameters.
        keymap: Keys by binding id that replace the program's own.
    """
    rows = [b for b in bindings if isinstance(b, Binding) and b.action.split("(")[0] in actions]
    keys = ",".join(keymap.get(row.id or "", row.key) for row in rows)
    return frozenset(key.strip() for key in keys.split(","))


def scrolling(place: str) -> list[Binding]:
    """The keys that scroll a panel.

    Args:
        place: What their ids begin with.
    """
    return [
        key(f"{place}.down", "j,down", "scroll(1)", "Scroll down a row"),
        key(f"{place}.up", "k,up", "scroll(-1)", "Scroll up a row"),
        key(f"{place}.page-down", "space,f,pagedown,ctrl+d", "page(1)", "Scroll down a page"),
        key(f"{place}.page-up", "b,pageup,ctrl+u", "page(-1)", "Scroll up a page"),
    ]
