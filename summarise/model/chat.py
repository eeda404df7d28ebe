"""One request to an OpenAI-compatible chat interface: limits, and what can go wrong in one line.

Nothing that a server says of a fault is shown: it may repeat the key or the article.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import httpx

from summarise.errors import ModelError
from summarise.model.questions import Question
from summarise.model.server import Server, is_loopback
from summarise.sources.web.answers import when_again
from summarise.sources.web.client import Lines, proxy_for, reason_of
from summarise.sources.web.options import FetchError, Limits
from summarise.sources.web.reach import Reach, reach_of
from summarise.sources.web.unpacking import CODINGS, unpacked
from summarise.sources.web.waiting import within
from summarise.text.sanitise import sanitise_line
from summarise.version import __version__

#: Bytes of an answer: forty numbers with their reasons have 4 kB, a model that thinks aloud 50.
_LARGEST = 1_000_000
_PATH = "/chat/completions"
#: What a server says of itself and not of the question.
_REFUSING = frozenset({301, 302, 303, 307, 308, 401, 402, 403, 404, 429, 503})
#: What a server says when a question does not fit; each is looked for in lower case.
_TOO_LONG = ("context length", "context_length", "context size", "context window", "too long")


class ServerError(ModelError):
    """The server would not answer another question either: nobody is there, or it refuses all."""


class _ShutError(FetchError):
    """The same, while the request is made."""


def ask(question: Question, server: Server, key: str) -> tuple[str, bool]:
    """Ask a model.

    Args:
        question: What is asked.
        server: Where; that it may be asked has been looked at.
        key: Its key, or "".

    Returns:
        What the model wrote, and whether it came to its end.

    Raises:
        ServerError: There is none, and there would be none to another question.
        ModelError: There is no answer; the message says why, without a word of the server's.
    """
    lines = Lines()
    limits = Limits(silence=server.timeout, total=server.timeout, largest=_LARGEST)
    try:
        return within(
            server.timeout, lambda: _asked(question, server, key, lines, limits), lines.cut
        )
    except _ShutError as error:
        raise ServerError(str(error)) from None
    except FetchError as error:
        raise ModelError(str(error)) from None
    finally:
        lines.close()


def _asked(
    question: Question, server: Server, key: str, lines: Lines, limits: Limits
) -> tuple[str, bool]:
    body: dict[str, Any] = {
        "model": server.name,
        "messages": [{"role": role, "content": text} for role, text in question.messages],
    }
    # All that is left is for the answer: a model may think aloud before it gives one.
    left = max(question.answer_tokens, server.context - question.tokens)
    usual = {"stream": False, "temperature": 0, "max_tokens": left}
    try:
        url = httpx.URL(server.address.rstrip("/").removesuffix(_PATH) + _PATH)
        proxy = None if server.is_loopback else proxy_for(url)
        _check(url, key, proxied=proxy is not None)
        # Read once for each request, as for pages; without TLS there is nothing to verify.
        context = httpx.create_ssl_context()
        if url.scheme == "https":
            context.load_default_certs()

        def trace(event: str, info: Mapping[str, Any]) -> None:
            if event == "connection.connect_tcp.complete":
                lines.add(info["return_value"].get_extra_info("socket"))
                if proxy is None:
                    _connected(info["return_value"], server, key)

        with httpx.Client(
            proxy=proxy,
            verify=context,
            trust_env=False,  # a netrc or a proxy must not be used unseen
            follow_redirects=False,
            headers={
                "User-Agent": f"summarise/{__version__}",
                "Accept": "application/json",
                "Accept-Encoding": ", ".join(CODINGS),
                **({"Authorization": f"Bearer {key}"} if key else {}),
            },
            timeout=httpx.Timeout(limits.silence, connect=min(limits.connect, limits.total)),
        ) as client:
            status, data, again = _sent(client, url, {**body, **usual}, trace)
            if status in (400, 422) and not _is_too_long(data):
                # Some models refuse a parameter that others need: once more without any.
                status, data, again = _sent(client, url, body, trace)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
        raise _ShutError(reason_of(error, limits)) from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as error:
        raise FetchError(reason_of(error, limits)) from None
    if fault := _fault_of(status, data, again, server, key):
        raise (_ShutError if status in _REFUSING else FetchError)(fault)
    return _text_of(data)


def _sent(
    client: httpx.Client, url: httpx.URL, body: Mapping[str, Any], trace: object
) -> tuple[int, bytes, str]:
    """Status, bytes and ``Retry-After`` of an answer."""
    with client.stream("POST", url, json=body, extensions={"trace": trace}) as response:
        data = bytearray()
        coding = response.headers.get("content-encoding", "")
        for piece in unpacked(response.iter_raw(), coding):
            data += piece
            if len(data) > _LARGEST or response.num_bytes_downloaded > _LARGEST:
                raise FetchError("answered with more than 1 MB: is it a chat interface?")
        return response.status_code, bytes(data), response.headers.get("retry-after", "")


def _check(url: httpx.URL, key: str, *, proxied: bool) -> None:
    if reach_of(url.host) is Reach.NEVER:
        raise _ShutError("is an address that is never asked (link-local)")
    if key and proxied and url.scheme == "http" and reach_of(url.host) is not Reach.PRIVATE:
        raise _ShutError(_IN_CLEAR)


_IN_CLEAR = "would get the key unencrypted: use https"


def _connected(stream: Any, server: Server, key: str) -> None:
    """Look at who was reached before a word is said: a name can lead anywhere."""
    peer = str(stream.get_extra_info("server_addr")[0]).partition("%")[0]
    reach = reach_of(peer)
    fault = ""
    if reach is Reach.NEVER:
        fault = "is an address that is never asked (link-local)"
    elif server.is_loopback and not is_loopback(peer):
        fault = "leads to another computer: name that one as the address"
    elif key and reach is Reach.PUBLIC and not server.address.lower().startswith("https:"):
        fault = _IN_CLEAR
    if fault:
        stream.close()
        raise _ShutError(fault)


def _is_too_long(data: bytes) -> bool:
    said = data[:20_000].decode("utf-8", "replace").lower()
    return any(words in said for words in _TOO_LONG)


def _fault_of(status: int, data: bytes, again: str, server: Server, key: str) -> str:
    """Why an answer is none, as the end of a sentence; "" if it is one."""
    name = sanitise_line(server.name, 60)
    match status:
        case 200:
            return ""
        case 301 | 302 | 303 | 307 | 308:
            return f"answered {status}: it sends on to another address, which is not followed"
        case 401 | 403 if key:
            return f"answered {status}: it refused the key"
        case 401 | 403:
            return f"answered {status}: it wants a key: say where it is in key_from"
        case 404:
            return f"answered 404: there is no model “{name}”, or no chat interface"
        case 402:
            return "answered 402: it wants to be paid first"
        case 408 | 504:
            return f"answered {status}: the model took too long"
        case 413:
            return "answered 413: the question is too long: set a smaller context"
        case 429 | 503:
            when = when_again(again, datetime.now(UTC))
            return f"answered {status}: too many requests: try again {when}"
        case 400 | 422 if _is_too_long(data):
            return f"answered {status}: the question is too long: set a smaller context"
        case 400 | 422:
            return f"answered {status}: it does not understand: check name and address"
        case _:
            return f"answered {status}: try again later"


def _text_of(data: bytes) -> tuple[str, bool]:
    """What the model wrote, of the answer of the interface."""
    try:
        choice = json.loads(data)["choices"][0]
        text, finish = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise FetchError("answered in a form that is no chat interface's") from None
    if not isinstance(text, str):
        raise FetchError("answered without a text")
    return text, finish != "length"
