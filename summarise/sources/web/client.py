"""Asking a server for a page: redirects, limits, and what can go wrong, each in one line."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from threading import Lock
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpx

from summarise.sources.progress import Unit, tell
from summarise.sources.web.answers import (
    fault_of_kind,
    fault_of_status,
    forbids_keeping,
    kind_and_charset,
    seconds_to_wait,
)
from summarise.sources.web.options import FetchError, Fetching, Limits
from summarise.sources.web.pages import Asked, Fetched
from summarise.sources.web.reach import Reach, reach_of
from summarise.sources.web.unpacking import CODINGS, unpacked
from summarise.sources.web.waiting import within
from summarise.text.sanitise import sanitise_line
from summarise.version import __version__

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_NOT_MODIFIED = 304
_FOR_GOOD = (301, 308)
_CUT_OFF = "was cut off before its end: try again"
_NOT_USABLE = "is not a usable address"
#: A page that only sends on to another, as static sites make them for articles that have moved.
_SENT_ON = re.compile(
    rb"<meta\b(?=[^>]{0,300}http-equiv\s*=\s*[\"']?refresh)"
    rb"[^>]{0,300}?content\s*=\s*[\"']?\s*[0-5](?:\.\d+)?\s*[;,]\s*url\s*=\s*['\"]?([^\"'>\s]{1,2000})",
    re.IGNORECASE,
)
_TAG = re.compile(rb"<(script|style|title)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
#: A page with more to say than this, in bytes without its tags, is one to read.
_LITTLE = 600
_SMALL = 64 * 1024


class _SentOnError(Exception):
    """A page is somewhere else."""

    def __init__(self, url: httpx.URL, *, for_good: bool = False) -> None:
        super().__init__(str(url))
        self.url = url
        self.for_good = for_good


class _Lines:
    """The connections of one opening, which can be ended from another thread.

    A duplicate of each socket is kept, for TLS takes the socket itself over before it is known
    by another name.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: list[socket.socket] = []
        self._cut = False

    def add(self, connected: socket.socket) -> None:
        """A connection was made."""
        with suppress(OSError), self._lock:
            self._sockets.append(connected.dup())
        if self._cut:
            self.cut()

    def cut(self) -> None:
        """End all connections, and those that are still made."""
        self._cut = True
        with self._lock:
            for line in self._sockets:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
        self.close()

    def close(self) -> None:
        """The opening is over."""
        with self._lock:
            for line in self._sockets:
                line.close()
            self._sockets.clear()


@dataclass
class _Opening:
    """One opening: what stays the same, or is carried on, over its redirects."""

    fetching: Fetching
    lines: _Lines
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)
    """They live as long as this."""
    peer: str = ""
    """The computer that was asked last, if that is known: a proxy does not tell."""
    hops: int = 0
    moved: str = ""
    """Where the page is for good, as far as all redirects so far say so."""


def ask(asked: Asked, fetching: Fetching) -> Fetched | None:
    """Fetch a page.

    Args:
        asked: The page, and what is said besides.
        fetching: How.

    Returns:
        The page, or None if the server says that the version named in the headers is still good.

    Raises:
        FetchError: It cannot be fetched; the message says why.
    """
    lines = _Lines()
    opening = _Opening(fetching, lines)
    try:
        return within(fetching.limits.total, lambda: _follow(asked, opening), lines.cut)
    finally:
        lines.close()


def _follow(asked: Asked, opening: _Opening) -> Fetched | None:
    limits = opening.fetching.limits
    try:
        url = httpx.URL(asked.address)
        context = httpx.create_ssl_context()
        context.load_default_certs()  # those of the system, besides certifi's
        while True:
            try:
                return _one(url, asked, opening, context)
            except _SentOnError as sent_on:
                url = sent_on.url
                is_moved = sent_on.for_good and (opening.moved or not opening.hops)
                opening.moved = str(url) if is_moved else ""
            opening.hops += 1
            if opening.hops > limits.redirects:
                raise FetchError(f"sends on to another page more than {limits.redirects} times")
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as error:
        raise FetchError(_reason_of(error, limits)) from error


def _one(
    url: httpx.URL, asked: Asked, opening: _Opening, context: ssl.SSLContext
) -> Fetched | None:
    """Ask for one page; None if it has not changed."""
    proxy = _proxy_for(url)
    _check_host(url, opening, proxied=proxy is not None)
    limits = opening.fetching.limits
    headers = {
        "User-Agent": opening.fetching.agent or f"summarise/{__version__}",
        "Accept": _ACCEPT,
        "Accept-Encoding": ", ".join(CODINGS),
        **dict(asked.headers if not opening.hops else ()),
    }

    def trace(event: str, info: Mapping[str, Any]) -> None:
        if event == "connection.connect_tcp.complete":
            _connected(info["return_value"], opening, proxied=proxy is not None)

    with httpx.Client(
        proxy=proxy,
        verify=context,
        trust_env=False,  # proxies are looked for above, to know whether one was asked
        headers=headers,
        cookies=opening.cookies,
        timeout=httpx.Timeout(limits.silence, connect=limits.connect),
        event_hooks={"response": [_look_whether_sent_on]},
    ) as client:
        try:
            with client.stream("GET", url, extensions={"trace": trace}) as response:
                if response.status_code == _NOT_MODIFIED and asked.headers and not opening.hops:
                    return None
                return _page_of(response, limits, opening.moved)
        finally:
            opening.cookies = client.cookies


def _page_of(response: httpx.Response, limits: Limits, moved: str) -> Fetched:
    """The page that a server answers with."""
    now = datetime.now(UTC)
    says = response.headers
    kind, charset = kind_and_charset(says.get("content-type", ""))
    retry_after = says.get("retry-after", "")
    fault = fault_of_status(response.status_code, response.reason_phrase, retry_after, now)
    if fault:
        raise FetchError(fault, seconds_to_wait(retry_after, now))
    if fault := fault_of_kind(kind):
        raise FetchError(fault)
    data = _body(response, limits.largest)
    if (sent_on := _sent_on(data)) and (url := _next(response.url, sent_on)) != response.url:
        raise _SentOnError(url)
    address = str(response.url.copy_with(fragment=None, username=None, password=None))
    etag, modified = says.get("etag", ""), says.get("last-modified", "")
    may_be_kept = not forbids_keeping(says.get("cache-control", ""))
    return Fetched(
        data, address, now, kind, charset, etag, modified, may_be_kept=may_be_kept, moved=moved
    )


def _proxy_for(url: httpx.URL) -> httpx.Proxy | None:
    """The proxy of the environment, if one is to be asked."""
    proxies = getproxies()
    found = proxies.get(url.scheme) or proxies.get("all")
    if not found or proxy_bypass(url.host):
        return None
    try:
        return httpx.Proxy(found if "://" in found else f"http://{found}")
    except (ValueError, httpx.InvalidURL):
        raise FetchError("the proxy that the environment names is not a usable address") from None


def _check_host(url: httpx.URL, opening: _Opening, *, proxied: bool) -> None:
    """Refuse a host that its name alone gives away; what a name leads to is looked at below."""
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchError(_NOT_USABLE)
    reach = reach_of(url.host)
    if reach is Reach.NEVER:
        raise FetchError(_refusal(opening, "is an address that is never read (link-local)"))
    if proxied and opening.hops and reach is Reach.PRIVATE:
        raise FetchError(_refusal(opening, "is in your own network"))
    if proxied:
        opening.peer = ""


def _connected(stream: Any, opening: _Opening, *, proxied: bool) -> None:
    """Look at who was reached, before a word is said: names can lead anywhere, at any time."""
    opening.lines.add(stream.get_extra_info("socket"))
    if proxied:
        return
    before, opening.peer = opening.peer, str(stream.get_extra_info("server_addr")[0])
    reach = reach_of(opening.peer)
    fault = ""
    if reach is Reach.NEVER:
        fault = "is an address that is never read (link-local)"
    elif reach is Reach.PRIVATE and opening.hops and not _is_same(opening.peer, before):
        fault = "is in your own network"
    if fault:
        stream.close()
        raise FetchError(_refusal(opening, fault))


def _is_same(computer: str, before: str) -> bool:
    """Whether the computer that sends on is the one that it sends on to."""
    return computer == before


def _refusal(opening: _Opening, fault: str) -> str:
    if not opening.hops:
        return fault
    return f"sends on to a page that {fault}, which is not followed"


def _look_whether_sent_on(response: httpx.Response) -> None:
    """Go where an answer sends on to; httpx would fail at an address of another scheme."""
    if response.has_redirect_location:
        following = _next(response.url, response.headers["location"])
        raise _SentOnError(following, for_good=response.status_code in _FOR_GOOD)


def _next(here: httpx.URL, location: str) -> httpx.URL:
    """Where a page sends on to."""
    try:
        url = here.join(location.strip())
    except (httpx.InvalidURL, ValueError):
        raise FetchError("sends on to an address that is not usable") from None
    if url.scheme not in ("http", "https"):
        scheme = sanitise_line(url.scheme, 20)
        raise FetchError(f"sends on to a {scheme} address, which is not followed")
    return url.copy_with(fragment=None)


def _sent_on(data: bytes) -> str:
    """Where a page without a text of its own sends on to at once, or ""."""
    if len(data) > _SMALL or b"refresh" not in data.lower():
        return ""
    match = _SENT_ON.search(data)
    if match is None or len(b" ".join(_TAG.sub(b" ", data).split())) > _LITTLE:
        return ""
    return unescape(match[1].decode("utf-8", "replace"))


def _body(response: httpx.Response, largest: int) -> bytes:
    too_large = f"is larger than {largest / 1024**2:g} MB"
    said = response.headers.get("content-length", "")
    total = int(said[:20]) if said.isdecimal() else 0
    if total > largest:
        raise FetchError(too_large)

    def sent() -> Iterator[bytes]:
        size = 0
        # Pieces as they arrive: asked for pieces of some size, httpx waits until one is full.
        for piece in response.iter_raw():
            size += len(piece)
            if size > largest:
                raise FetchError(too_large)
            tell(size, Unit.BYTES_FETCHED, total)
            yield piece

    data = bytearray()
    for piece in unpacked(sent(), response.headers.get("content-encoding", "")):
        data += piece
        if len(data) > largest:
            raise FetchError(too_large)
    return bytes(data)


def _reason_of(error: Exception, limits: Limits) -> str:
    """Why something failed, in plain words."""
    match error:
        case httpx.ConnectTimeout():
            return f"did not answer within {limits.connect:g} s"
        case httpx.TimeoutException():
            return f"sent nothing for {limits.silence:g} s"
        case httpx.ProxyError():
            return f"the proxy says: {sanitise_line(str(error), 100)}"
        case httpx.ConnectError():
            return _reason_of_connection(error)
        case httpx.RemoteProtocolError() if "complete" in str(error):
            return _CUT_OFF
        case httpx.RemoteProtocolError() if "disconnected" in str(error):
            return "closed the connection without an answer"
        case httpx.RemoteProtocolError():
            return "does not answer as a web server does"
        case httpx.NetworkError():
            return _CUT_OFF
        case httpx.InvalidURL() | httpx.UnsupportedProtocol() | httpx.LocalProtocolError():
            return _NOT_USABLE
        case _:
            said = sanitise_line(str(error), 100)
            return f"cannot be fetched: {said or type(error).__name__}"


def _reason_of_connection(error: BaseException) -> str:
    """Why no connection was made: httpx keeps it behind its own error."""
    seen: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in seen:
        seen.append(cause)
        match cause:
            case socket.gaierror():
                return "its name is not known: check the address, and the network"
            case ssl.SSLCertVerificationError():
                return f"its certificate is not valid: {sanitise_line(cause.verify_message, 100)}"
            case ssl.SSLError():
                return "does not speak https here: try http, or check the port"
            case ConnectionRefusedError():
                return "refused the connection: check the address and the port"
            case OSError() if cause.strerror:
                return f"cannot be reached: {sanitise_line(cause.strerror.lower(), 100)}"
        cause = cause.__cause__ or cause.__context__
    return "cannot be reached"
