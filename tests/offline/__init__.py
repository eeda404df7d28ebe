"""No test asks anything of a network, and no Python process that a test starts does.

A hook of Python's own auditing sees every connection, every name that is looked up and every
socket that is bound, whichever library wants it. Tests with the marker ``loopback`` may talk to
servers of their own on this computer, and to nothing else.

Processes of tests run this file before anything else: it imports nothing that a test may look for.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

#: The variable that tells a process of a test that it may use the loopback.
VARIABLE = "SUMMARISE_TESTS_LOOPBACK"
#: Where ``sitecustomize.py`` is: on the path of a process, it forbids the network there.
FOLDER = os.path.join(os.path.dirname(__file__), "in_processes")  # noqa: PTH118, PTH120

_OF_SOCKETS = frozenset({"socket.connect", "socket.sendto", "socket.bind"})
_OF_NAMES = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


class NetworkForbiddenError(AssertionError):
    """Something wanted the network in a test; not an OSError, so that nothing gets over it."""


def forbid_network(may_loop: Callable[[], bool]) -> None:
    """Forbid the network to this process from here on.

    Args:
        may_loop: Whether the loopback may be used at the moment.
    """

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _OF_SOCKETS:
            import socket

            sock, address = arguments[:2]
            if sock.family not in (socket.AF_INET, socket.AF_INET6):
                return
            host = address[0] if isinstance(address, tuple) else address
        elif event in _OF_NAMES:
            host = arguments[0]
        else:
            return
        if not (may_loop() and _is_here(host)):
            raise NetworkForbiddenError(f"a test wants the network: {event} {host!r}")

    sys.addaudithook(hook)


def _is_here(host: object) -> bool:
    import ipaddress

    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False
