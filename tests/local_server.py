"""A web server on this computer that answers as tests want it to, rightly or wrongly."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

#: Seconds after which an answer that never ends is ended all the same.
_LONGEST = 20.0


class Request(BaseHTTPRequestHandler):
    """A request, and the ways to answer it."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer."""
        server = self.server
        assert isinstance(server, LocalServer)
        server.asked.append((self.path, dict(self.headers)))
        answer = server.answers.get(self.path.partition("?")[0])
        try:
            if answer is None:
                self.say(status=404, body=b"nothing here")
            else:
                answer(self)
        except OSError:
            self.close_connection = True

    do_POST = do_GET  # noqa: N815 -- the name that the class above looks for

    def say(
        self,
        body: bytes = b"",
        kind: str = "text/html; charset=utf-8",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Send an answer whole; a header that is given replaces the usual one."""
        sent = {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}
        self.send_response(status)
        for name, value in sent.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def trickle(self, data: bytes, seconds: float) -> None:
        """Send bytes one by one with pauses, as long as somebody listens."""
        until = time.monotonic() + _LONGEST
        for at in range(len(data)):
            if time.monotonic() > until:
                break
            self.wfile.write(data[at : at + 1])
            self.wfile.flush()
            time.sleep(seconds)
        self.close_connection = True


Answer = Callable[[Request], object]


class LocalServer(ThreadingHTTPServer):
    """The server: what it answers by path, and what it was asked."""

    daemon_threads = True

    def __init__(self, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), Request)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what is tried."""

    def address(self, path: str = "/") -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.server_port}{path}"

    def page(self, path: str, body: bytes | str, **how: object) -> str:
        """Answer a path with a page; returns its address."""
        data = body.encode() if isinstance(body, str) else body
        path_alone = path.partition("?")[0].partition("#")[0]
        self.answers[path_alone] = lambda request: request.say(data, **how)  # type: ignore[arg-type]
        return self.address(path)


@contextmanager
def serving(server: LocalServer | None = None) -> Iterator[LocalServer]:
    """The server while it is wanted."""
    server = server or LocalServer()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
