"""The ways to rank: a registry of methods by name.

The project's own come first, then sumy's originals as ``sumy:NAME``, then those of other packages
(see :mod:`summarise.methods.sumy_adapter` for how a package adds one).
"""

from __future__ import annotations

from functools import cache

from summarise.errors import MethodError
from summarise.methods.catalogue import MODEL, NATIVE, SUMY
from summarise.methods.method import Method

#: The entry point group by which other packages add methods.
PLUGINS = "summarise.methods"

__all__ = [
    "MODEL",
    "PLUGINS",
    "SUMY",
    "Method",
    "all_methods",
    "find_method",
    "methods",
    "plugins",
]

_BUILT_IN = {method.name: method for method in (*NATIVE, *SUMY, MODEL)}


def methods() -> tuple[Method, ...]:
    """The project's own methods, the default first."""
    return NATIVE


def all_methods() -> tuple[Method, ...]:
    """All methods that compute: the project's own, sumy's originals, those of other packages."""
    return (*NATIVE, *SUMY, *plugins())


@cache
def plugins() -> tuple[Method, ...]:
    """The methods of other packages, by name; none of them is loaded by this.

    A plugin with the name of a method that comes with the program is left out.
    """
    from importlib.metadata import entry_points  # slow to import, and seldom needed

    found: dict[str, Method] = {}
    for entry in entry_points(group=PLUGINS):
        name = entry.name.strip().lower()
        if name in _BUILT_IN or name in found:
            continue
        origin = entry.dist.name if entry.dist else "another package"
        place = f"{entry.module}:{entry.attr}"
        found[name] = Method(name, entry.name, f"Added by {origin}.", "", place, sumy_style=True)
    return tuple(found[name] for name in sorted(found))


def find_method(name: str) -> Method:
    """The method of that name, upper or lower case.

    Raises:
        MethodError: There is none; the message names those that are spelt alike, and all there are.
    """
    key = name.strip().lower()
    if key in _BUILT_IN:
        return _BUILT_IN[key]
    from difflib import get_close_matches

    known = {**_BUILT_IN, **{method.name: method for method in all_methods()}}
    if key in known:
        return known[key]
    # A long name is cut: comparing spellings takes time quadratic in the length.
    close = get_close_matches(key[:40], known, n=3)
    if not close:
        close = [known_name for known_name in known if key and known_name.endswith(f":{key}")]
    meant = f"did you mean {' or '.join(close)}? There are" if close else "choose one of"
    raise MethodError(f"method {name[:40]!r} is not known: {meant} {', '.join(known)}")
