"""The server that a language model is asked at, as the user set it up: data only."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

#: Where Ollama listens; llama.cpp's server and others are one number away.
ADDRESS = "http://127.0.0.1:11434/v1"
#: Seconds. Not measured: a model on a computer without a graphics card may need minutes.
TIMEOUT = 120
#: Tokens of a question and its answer together: what small local models are started with.
CONTEXT = 8192
#: The least that leaves room for a few sentences beside the task and the answer.
LEAST_CONTEXT = 2048
#: Requests under way together: servers of one graphics card take turns anyway.
AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Server:
    """Which model is asked where, and what that may cost."""

    name: str
    """What the server calls the model; "" if none is set up."""
    address: str = ADDRESS
    """The beginning of its chat interface, which mostly ends in ``/v1``."""
    key_from: str = ""
    """Where its key is: ``env:NAME`` or ``command:WORDS``; "" if it needs none. Never the key."""
    timeout: float = TIMEOUT
    """Seconds that one request may take."""
    context: int = CONTEXT
    """Tokens that a question and its answer may have together."""
    allow: str = ""
    """The host that articles may be sent to, if it is not this computer."""
    at_once: int = AT_ONCE
    """How many requests may be under way together."""

    @property
    def host(self) -> str:
        """The host of the address, without its port, in lower case."""
        return urlsplit(self.address).hostname or ""

    @property
    def is_loopback(self) -> bool:
        """Whether the address names this computer itself."""
        return is_loopback(self.host)

    @property
    def may_be_asked(self) -> bool:
        """Whether articles may be sent there: to this computer always, elsewhere if allowed."""
        return self.is_loopback or (self.host != "" and self.allow.strip().lower() == self.host)


def is_loopback(host: str) -> bool:
    """Whether a host is this computer itself, by its name or its number."""
    from ipaddress import ip_address  # only where a model is set up

    try:
        found = ip_address(host.strip("[]"))
    except ValueError:
        return host.rstrip(".").lower() == "localhost"
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_loopback)


def fault_of_address(address: str) -> str:
    """Why an address does not do for a server, as the end of a sentence; "" if it does."""
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname
    except ValueError:
        return "is not a usable address"
    if parts.scheme not in ("http", "https") or not host or port == 0:
        return f'must be an address such as "{ADDRESS}"'
    if not (address.isascii() and address.isprintable()) or " " in address:
        return "must be of plain letters and signs (ASCII)"
    if parts.username is not None or parts.password is not None:
        return "must hold no login: say in key_from where the key is"
    if parts.query or parts.fragment:
        return "must end before ? and #: say in key_from where the key is"
    return ""


def fault_of_key_from(key_from: str) -> str:
    """Why this does not say where a key is, as the end of a sentence; "" if it does.

    The text itself is never part of what is said: it may be the key, set by mistake.
    """
    way, _, rest = key_from.partition(":")
    usable = key_from == "" or (
        rest.isidentifier() and rest.isascii()
        if way == "env"
        else way == "command" and rest.strip() != "" and rest.isprintable()
    )
    return "" if usable else 'must be "env:NAME" or "command:WORDS", and never the key itself'
