"""Pages of the web: what is fetched, what is refused, and how soon; all on this computer."""

from __future__ import annotations

import gzip
import os
import socket
import stat
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

import summarise
from summarise import SourceError
from summarise.loading import find_sources, source_of
from summarise.sources.stopping import stopping_when
from summarise.sources.web.addresses import shown_address, shown_host
from summarise.sources.web.answers import fault_of_status
from summarise.sources.web.kept import Kept
from summarise.sources.web.options import Fetching, Limits
from summarise.sources.web.pages import Fetched
from summarise.sources.web.reach import Reach, reach_of
from tests.local_server import LocalServer, Request, serving
from tests.summarise.document_files import paragraph, word

pytestmark = pytest.mark.loopback

TEXT = "The bridge over the sound was opened in rain. Nobody had thought of umbrellas. "
PAGE = (
    "<!doctype html><html><head><title>The bridge opens</title></head><body><article>"
    "<h1>The bridge opens</h1>"
    + "".join(f"<p>{TEXT * 3}It was day {number} of the works.</p>" for number in range(6))
    + "</article></body></html>"
)
#: Limits that a test can wait for.
SHORT = Limits(connect=2, silence=0.4, total=1.0)


@pytest.fixture
def server() -> Iterator[LocalServer]:
    """A server on this computer."""
    with serving() as found:
        yield found


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy stands between."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def reason_of(address: str, fetching: Fetching | None = None, seconds: float = 10) -> str:
    """Why an address cannot be opened, which is said in so many seconds at most."""
    began = time.monotonic()
    with pytest.raises(SourceError) as caught:
        source_of(address).load(fetching=fetching or Fetching(limits=SHORT))
    assert time.monotonic() - began < seconds
    assert str(caught.value).isprintable()
    return caught.value.reason


# -- what is fetched


def test_an_address_becomes_an_article(server: LocalServer):
    article = summarise.load(server.page("/bridge?day=1#top", PAGE))
    assert article.title == "The bridge opens"
    assert len(article.candidates) == 42
    assert article.address == server.address("/bridge?day=1")
    assert article.site == "127.0.0.1"
    assert article.note == ""


def test_the_server_is_told_who_asks_and_what_is_understood(server: LocalServer):
    address = server.page("/", PAGE)
    summarise.load(address)
    source_of(address).load(fetching=Fetching(agent="Reader of Ann/2", keeps=False))
    first, second = (headers for _, headers in server.asked)
    assert first["User-Agent"] == f"summarise/{summarise.__version__}"
    assert first["Accept-Encoding"] == "gzip, deflate"
    assert "Cookie" not in first
    assert second["User-Agent"] == "Reader of Ann/2"


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", lambda data: gzip.compress(data[:100]) + gzip.compress(data[100:])),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data, wbits=-15)),
        ("gzip", lambda data: gzip.compress(data) + b"\0" * 20),
        ("identity", bytes),
    ],
)
def test_packed_pages_are_unpacked(server: LocalServer, coding, pack):
    address = server.page("/", pack(PAGE.encode()), headers={"Content-Encoding": coding})
    assert len(summarise.load(address).candidates) == 42


@pytest.mark.parametrize(
    ("charset", "meta", "written"),
    [
        ("iso-8859-2", "", "iso-8859-2"),
        ("", "<meta charset=iso-8859-2>", "iso-8859-2"),
        ("", "", "cp1250"),
        ("us-ascii", "", "utf-8"),
        ("iso-8859-1", "", "utf-8-sig"),
        ("nonsense", "", "utf-8"),
    ],
)
def test_the_encoding_is_that_of_mark_header_page_or_guess(server, charset, meta, written):
    text = "Zażółć gęślą jaźń, rzekł król. Książę był innego zdania i wyszedł. " * 8
    page = f"<html><head>{meta}<title>Król</title></head><body><p>{text}</p></body></html>"
    kind = f"text/html; charset={charset}" if charset else "text/html"
    address = server.page("/", page.encode(written), kind=kind)
    assert "Zażółć gęślą jaźń, rzekł król." in summarise.load(address).text


@pytest.mark.parametrize(
    ("path", "kind", "body", "form"),
    [
        ("/a", "text/markdown", "# Head\n\nOne sentence is here. *Another* is there.", "Markdown"),
        ("/a.md", "text/plain", "# Head\n\nOne sentence is here. *Another* is there.", "Markdown"),
        ("/a.org", "text/plain", "One sentence is here. Another is there.", "Org"),
        ("/", "text/plain", "One sentence is here. Another is there.", "text"),
        ("/a.png", "text/html", PAGE, "web page"),
        ("/a.txt", "", PAGE, "text"),
        ("/a", "", PAGE, "web page"),
        ("/a", "application/octet-stream", PAGE, "web page"),
    ],
)
def test_the_format_is_known_by_content_kind_and_address(server, path, kind, body, form):
    assert summarise.load(server.page(path, body, kind=kind)).form == form


def test_a_file_of_another_kind_comes_to_the_same_door(server: LocalServer):
    address = server.page("/pdf", b"\x89PNG\r\n\x1a\n....", kind="text/html")
    assert "a PNG image" in reason_of(address)


def test_a_page_that_has_moved_is_found_with_its_new_address(server: LocalServer):
    server.page("/new", PAGE)
    server.page("/older", b"", status=301, headers={"Location": "/old?x=1"})
    server.page("/old", b"", status=308, headers={"Location": server.address("/new#end")})
    article = summarise.load(server.address("/older"))
    assert (article.title, article.address) == ("The bridge opens", server.address("/new"))
    assert article.name == server.address("/older")


def test_a_page_that_only_sends_on_is_followed(server: LocalServer):
    server.page("/new", PAGE)
    sends = '<meta http-equiv="refresh" content="0; url=/new"><p>Moved <a href="/new">here</a>.'
    assert summarise.load(server.page("/old", sends)).title == "The bridge opens"
    stays = PAGE.replace("<head>", '<head><meta http-equiv="refresh" content="300">')
    assert summarise.load(server.page("/live", stays)).address == server.address("/live")


def test_cookies_live_for_one_opening(server: LocalServer):
    def answer(request: Request) -> None:
        if "seen=1" in (request.headers.get("Cookie") or ""):
            request.say(PAGE.encode())
        else:
            headers = {"Location": "/", "Set-Cookie": "seen=1; Path=/"}
            request.say(status=302, headers=headers)

    server.answers["/"] = answer
    source = source_of(server.address())
    for _ in range(2):
        source.load(fetching=Fetching(keeps=False))
    assert ["Cookie" in headers for _, headers in server.asked] == [False, True, False, True]


def test_a_proxy_of_the_environment_is_asked(server: LocalServer, monkeypatch):
    server.answers["http://far.example/page"] = lambda request: request.say(PAGE.encode())
    monkeypatch.setenv("http_proxy", server.address().rstrip("/"))
    assert summarise.load("http://far.example/page").title == "The bridge opens"
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert "404" in reason_of(server.address("/page"))


def test_a_proxy_cannot_be_used_to_get_behind_the_door(server: LocalServer, monkeypatch):
    monkeypatch.setenv("http_proxy", server.address().rstrip("/"))
    headers = {"Location": "http://192.168.0.1/"}
    server.answers["http://far.example/"] = lambda r: r.say(status=302, headers=headers)
    assert "own network" in reason_of("http://far.example/")
    assert "link-local" in reason_of("http://169.254.169.254/latest/")
    assert len(server.asked) == 1


# -- what cannot be fetched, a line each


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://example.org/a", "ftp addresses are not read"),
        ("file://far.example/etc/passwd", "file addresses are not read"),
        ("http://", "names no host"),
        ("https:///a", "names no host"),
        ("http://[::1", "not a usable address"),
        ("http://a:99999/", "not a usable address"),
        ("http://a b/", "spaces"),
        ("http://a/\x1b[2J", "spaces or signs"),
        ("http://" + "ä" * 70 + ".de/", "not a usable address"),
        ("http://example.org/" + "a" * 5000, "longer than"),
    ],
)
def test_bad_addresses_are_told_without_asking_anyone(address, reason):
    found = find_sources([address])[0]
    assert found.failure is not None
    assert reason in found.failure.reason
    assert str(found.failure).isprintable()
    assert reason in reason_of(address)


@pytest.mark.parametrize(
    "name", ["example.org/news", "localhost:8765", "localhost:80/a", "a:8000/"]
)
def test_an_address_without_its_beginning_is_named_as_such(tmp_path, name):
    failure = find_sources([name])[0].failure
    assert failure is not None
    assert "https://" in failure.reason
    assert "https://" not in find_sources([str(tmp_path / "no.txt")])[0].failure.reason


def test_a_name_that_is_not_known(monkeypatch):
    def unknown(*_args: object, **_more: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert reason_of("http://nowhere.example/").startswith("its name is not known")


def test_a_name_that_takes_forever_to_look_up(monkeypatch):
    there = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: there.wait(15))
    assert reason_of("http://nowhere.example/", seconds=2).startswith("took longer than 1 s")
    there.set()


def test_nobody_listens():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert reason_of(f"http://127.0.0.1:{port}/").startswith("refused the connection")


def test_a_server_that_speaks_no_https(server: LocalServer):
    assert "https" in reason_of(server.page("/", PAGE).replace("http:", "https:"))


def test_a_certificate_that_is_not_valid(server: LocalServer):
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).parents[1] / "data/web/untrusted.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    address = server.address().replace("http:", "https:")
    assert reason_of(address).startswith("its certificate is not valid")


def test_a_server_that_is_silent(server: LocalServer):
    server.answers["/"] = lambda _: time.sleep(1.5)
    limits = SHORT._replace(total=5)
    reason = reason_of(server.address(), Fetching(limits=limits), seconds=1.2)
    assert reason == "sent nothing for 0.4 s"


def test_a_body_that_comes_byte_by_byte_ends_in_time(server: LocalServer):
    def answer(request: Request) -> None:
        request.say(headers={"Content-Length": "100000"})
        request.trickle(b"a" * 1000, 0.2)

    server.answers["/"] = answer
    assert reason_of(server.address(), seconds=1.3).startswith("took longer than 1 s")


def test_headers_that_come_byte_by_byte_end_in_time(server: LocalServer):
    head = b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 1000
    server.answers["/"] = lambda request: request.trickle(head, 0.2)
    assert reason_of(server.address(), seconds=1.3).startswith("took longer than 1 s")


def test_the_thread_that_fetches_ends_with_the_wait(server: LocalServer):
    def answer(request: Request) -> None:
        request.say(headers={"Content-Length": "100000"})
        request.trickle(b"a" * 1000, 0.1)

    server.answers["/"] = answer
    reason_of(server.address())
    until = time.monotonic() + 2
    while any(thread.name == "summarise-fetch" for thread in threading.enumerate()):
        assert time.monotonic() < until
        time.sleep(0.01)


def test_what_is_no_longer_wanted_ends_at_once(server: LocalServer):
    server.answers["/"] = lambda _: time.sleep(3)
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    began = time.monotonic()
    with stopping_when(stop.is_set), pytest.raises(SourceError, match="was stopped"):
        source_of(server.address()).load()
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("announced", [True, False])
def test_a_page_that_is_too_large(server: LocalServer, announced):
    def answer(request: Request) -> None:
        request.say(headers={"Content-Length": "20000000" if announced else ""})
        for _ in range(200):
            request.wfile.write(b"a" * 100_000)
        request.close_connection = True

    server.answers["/"] = answer
    assert reason_of(server.address(), Fetching()) == "is larger than 10 MB"


def test_a_page_that_is_too_large_when_unpacked(server: LocalServer):
    bomb = gzip.compress(b"<p>" + b"a" * 60_000_000)
    address = server.page("/", bomb, headers={"Content-Encoding": "gzip"})
    assert reason_of(address, Fetching()) == "is larger than 10 MB"


def test_a_bomb_is_unpacked_no_further_than_the_limit():
    from summarise.sources.web.unpacking import unpacked

    bomb = zlib.compress(b"a" * 100_000_000)
    sizes = [len(piece) for piece, _ in zip(unpacked([bomb], "deflate"), range(20), strict=False)]
    assert max(sizes) <= 64 * 1024


def test_pages_that_send_on_in_a_ring(server: LocalServer):
    server.page("/", b"", status=302, headers={"Location": "/"})
    assert "more than 5 times" in reason_of(server.address())
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("file:///etc/passwd", "file address"),
        ("javascript:alert(1)", "javascript address"),
        ("http://[::1", "not usable"),
        ("http://169.254.169.254/latest/meta-data/", "never read"),
        ("http://[fe80::1]/", "never read"),
        ("http://[::ffff:169.254.1.1]/", "never read"),
    ],
)
def test_pages_that_send_on_to_where_nobody_wants_to_go(server: LocalServer, target, reason):
    address = server.page("/", b"", status=302, headers={"Location": target})
    assert reason in reason_of(address)


def test_a_page_does_not_send_on_to_another_computer_of_the_own_network(server: LocalServer):
    try:
        other = LocalServer("127.0.0.2")
    except OSError:
        pytest.skip("this computer has one address for itself")
    with serving(other):
        secret = other.page("/secret", PAGE).replace("127.0.0.1", "127.0.0.2")
        server.page("/", b"", status=302, headers={"Location": secret})
        assert "own network" in reason_of(server.address())
    assert not other.asked


def test_a_page_of_the_web_does_not_send_on_to_this_computer(server: LocalServer, monkeypatch):
    secret = server.page("/secret", PAGE)
    server.page("/", b"", status=302, headers={"Location": secret})
    reach = iter([Reach.PUBLIC, Reach.PUBLIC])  # the name, and whom it leads to, of the first
    monkeypatch.setattr(
        "summarise.sources.web.client.reach_of", lambda host: next(reach, reach_of(host))
    )
    # The server is the same computer here, so it must not pass for the one that was asked.
    monkeypatch.setattr("summarise.sources.web.client._is_same", lambda *_: False)
    assert "own network" in reason_of(server.address())
    assert [path for path, _ in server.asked] == ["/"]


@pytest.mark.parametrize(
    ("host", "reach"),
    [
        ("127.0.0.1", Reach.PRIVATE),
        ("localhost", Reach.PRIVATE),
        ("10.1.2.3", Reach.PRIVATE),
        ("192.168.1.1", Reach.PRIVATE),
        ("100.64.0.1", Reach.PRIVATE),
        ("0.0.0.0", Reach.PRIVATE),
        ("::1", Reach.PRIVATE),
        ("[fd00::1]", Reach.PRIVATE),
        ("::ffff:10.0.0.1", Reach.PRIVATE),
        ("64:ff9b::a9fe:a9fe", Reach.NEVER),
        ("2002:a9fe:a9fe::1", Reach.NEVER),
        ("fe80::1%eth0", Reach.NEVER),
        ("169.254.169.254", Reach.NEVER),
        ("93.184.215.14", Reach.PUBLIC),
        ("198.18.0.7", Reach.PUBLIC),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", Reach.PUBLIC),
        ("example.org", None),
    ],
)
def test_whom_an_address_leads_to(host, reach):
    assert reach_of(host) is reach


@pytest.mark.parametrize(
    ("kind", "named"),
    [("image/png", "a picture"), ("video/mp4", "a film"), ("text/css", "a style sheet")],
)
def test_kinds_without_a_text_are_named(server: LocalServer, kind, named):
    reason = reason_of(server.page("/", b"abc", kind=kind))
    assert reason == f"is {named} ({kind}), not a text"


def test_a_page_that_is_cut_off(server: LocalServer):
    def answer(request: Request) -> None:
        request.say(PAGE.encode()[:500], headers={"Content-Length": "100000"})
        request.close_connection = True

    server.answers["/"] = answer
    assert "cut off" in reason_of(server.address())
    half = gzip.compress(os.urandom(2000))[:1000]
    packed = server.page("/packed", half, headers={"Content-Encoding": "gzip"})
    assert "cut off" in reason_of(packed)


@pytest.mark.parametrize(
    ("coding", "body", "reason"),
    [
        ("gzip", b"this is not packed", "cannot be unpacked"),
        ("gzip", gzip.compress(b"a" * 5000, mtime=0)[:20] + b"\xff" * 50, "cannot be unpacked"),
        ("br", b"\x0b\x02\x80hello\x03", "packed as br"),
    ],
)
def test_a_page_that_cannot_be_unpacked(server: LocalServer, coding, body, reason):
    address = server.page("/", body, headers={"Content-Encoding": coding})
    assert reason in reason_of(address)


@pytest.mark.parametrize("greeting", [b"SSH-2.0-OpenSSH\r\n", b""])
def test_a_server_of_another_kind(server: LocalServer, greeting):
    def answer(request: Request) -> None:
        request.wfile.write(greeting)
        request.close_connection = True

    server.answers["/"] = answer
    reason = reason_of(server.address())
    assert reason in (
        "does not answer as a web server does",
        "closed the connection without an answer",
    )


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, "it wants a login, or refuses programs: save the page in a browser"),
        (403, "it wants a login, or refuses programs: save the page in a browser"),
        (404, "there is no such page: check the address"),
        (410, "there is no such page: check the address"),
        (418, "(I'm a Teapot)"),
        (500, "(Internal Server Error)"),
        (302, "(Found)"),
    ],
)
def test_answers_that_are_no_page(server: LocalServer, status, reason):
    found = reason_of(server.page("/", PAGE, status=status))
    assert found.startswith(f"answered {status}")
    assert reason in found


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('<div id="root"></div><script src="app.js"></script>', ""),
        ("<noscript>Enable JavaScript to run this app.</noscript>", "Enable JavaScript"),
        ("<h1>Before you go on</h1><p>We and 812 partners use cookies. Agree?</p>", "812 partners"),
        ("<p>Wir brauchen Ihre Einwilligung.</p><p>Zustimmen</p>", "Einwilligung"),
    ],
)
def test_pages_that_need_scripts_or_consent_say_so(server: LocalServer, body, shown):
    address = server.page("/", f"<!doctype html><html><body>{body}</body></html>")
    says = "shows hardly any text without scripts or consent: save the page in a browser"
    if shown:
        article = summarise.load(address)
        assert shown in article.text
        assert article.note.startswith(says)
    else:
        assert reason_of(address).startswith(says)


def test_a_page_with_a_script_and_a_text_says_nothing(server: LocalServer):
    page = PAGE.replace("</body>", "<p>We use cookies.</p><script>track()</script></body>")
    assert summarise.load(server.page("/", page)).note == ""


NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("retry_after", "when"),
    [
        ("", "later"),
        ("soon", "later"),
        ("0", "in a moment"),
        ("90", "in 90 s"),
        ("300", "in 5 min"),
        (format_datetime(NOW + timedelta(seconds=30)), "in 30 s"),
        (format_datetime(NOW - timedelta(days=3)), "in a moment"),
        ("7200", f"after {(NOW + timedelta(hours=2)).astimezone():%Y-%m-%d %H:%M}"),
        ("9" * 30, "later"),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_is_busy_says_until_when(status, retry_after, when):
    found = fault_of_status(status, "", retry_after, NOW)
    assert found == f"answered {status}: it is too busy: try again {when}"


# -- how hosts are shown


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("example.org", "example.org"),
        ("xn--bcher-kva.example", "bücher.example"),
        ("bücher.example", "bücher.example"),
        ("пример.рф", "пример.рф"),
        ("xn--e1afmkfd.xn--p1ai", "пример.рф"),
        ("日本語ひらカタ", "日本語ひらカタ"),
        ("xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),  # a known name in Cyrillic letters
        ("раypal.com", "xn--ypal-43d9g.com"),
        ("a⁄b.example", "xn--ab-c6t.example"),  # a sign that looks like a slash
    ],
)
def test_hosts_are_shown_in_unicode_only_when_of_one_script(host, shown):
    assert shown_host(host) == shown


def test_names_and_passwords_in_addresses_are_not_shown(server: LocalServer):
    assert (
        shown_address("https://ann:secret@example.org:81/a?b#c") == "https://example.org:81/a?b#c"
    )
    address = server.page("/", PAGE).replace("//", "//ann:secret@")
    article = summarise.load(address)
    assert "secret" not in article.name + article.address
    assert server.asked[0][1]["Authorization"].startswith("Basic ")


# -- what is kept


def test_a_page_is_kept_and_read_again_without_its_server():
    with serving() as server:
        address = server.page("/", PAGE)
        first = summarise.load(address)
    again = summarise.load(address)
    assert again.text == first.text
    assert len(server.asked) == 1
    assert again.note.startswith("this is the page as it was fetched on 20")
    reason_of(address, Fetching(anew=True))
    assert summarise.load(address).text == first.text


def test_asked_anew_a_server_sends_a_page_only_if_it_has_changed(server: LocalServer):
    def answer(request: Request) -> None:
        if request.headers.get("If-None-Match") == '"1"':
            request.say(status=304)
        else:
            request.say(PAGE.encode(), headers={"ETag": '"1"', "Last-Modified": "Mon"})

    server.answers["/"] = answer
    source = source_of(server.address())
    first = source.load()
    assert "If-None-Match" not in server.asked[0][1]
    assert source.load(fetching=Fetching(anew=True)).text == first.text
    assert server.asked[1][1]["If-Modified-Since"] == "Mon"
    server.page("/", PAGE.replace("rain", "snow"))
    assert "snow" in source.load(fetching=Fetching(anew=True)).text
    assert "snow" in source.load().text
    assert len(server.asked) == 3


def test_nothing_is_kept_if_that_is_not_wanted(server: LocalServer, hermetic: Path):
    address = server.page("/", PAGE)
    for _ in range(2):
        source_of(address).load(fetching=Fetching(keeps=False))
    assert len(server.asked) == 2
    assert not (hermetic / ".cache").exists()


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_what_is_kept_is_private_and_whole(server: LocalServer, hermetic: Path):
    summarise.load(server.page("/", PAGE))
    folder = hermetic / ".cache/summarise/pages"
    (file,) = folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_bytes(file.read_bytes()[:-10])  # as a full disk would leave it
    summarise.load(server.address())
    assert len(server.asked) == 2


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"[]\nabc", b"\xff\xfe\n", b'{"asked": 1}\n'])
def test_what_is_damaged_is_fetched_again(server: LocalServer, hermetic: Path, damage):
    address = server.page("/", PAGE)
    summarise.load(address)
    (file,) = (hermetic / ".cache/summarise/pages").iterdir()
    file.write_bytes(damage)
    assert summarise.load(address).note == ""


def test_the_oldest_pages_go_when_there_are_too_many(tmp_path: Path):
    pages = Kept(tmp_path / "pages", 10_000)
    for number in range(6):
        page = Fetched(b"x" * 3000, f"http://a/{number}", NOW)
        pages.keep(page.address, page)
        time.sleep(0.01)
    kept = [number for number in range(6) if pages.find(f"http://a/{number}")]
    assert kept == [3, 4, 5]
    pages.keep("http://a/large", Fetched(b"x" * 20_000, "http://a/large", NOW))
    assert pages.find("http://a/large") is None
    assert pages.find("http://a/5") is not None


def test_a_page_is_read_where_nothing_can_be_kept(server: LocalServer, hermetic: Path):
    (hermetic / ".cache").write_text("a file where the folder should be")
    assert summarise.load(server.page("/", PAGE)).title == "The bridge opens"


# -- a command of the user's


def by(tmp_path: Path, program: str) -> Fetching:
    """Fetching by a program in Python, which finds the address behind its name."""
    script = tmp_path / "my fetch.py"
    script.write_text(f"import sys, time, os\n{program}\n")
    return Fetching(command=f"'{sys.executable}' '{script}' -sL", limits=Limits(total=3))


def test_a_command_of_the_settings_fetches(tmp_path: Path):
    fetching = by(
        tmp_path, f"print({PAGE!r}); assert sys.argv[1:] == ['-sL', 'http://a.example/?b']"
    )
    article = source_of("http://a.example/?b").load(fetching=fetching)
    assert (article.title, article.address) == ("The bridge opens", "http://a.example/?b")
    assert source_of("http://a.example/?b").load(fetching=fetching).note
    login = by(tmp_path, f"print({PAGE!r})")
    secret = source_of("http://ann:secret@a.example/?b").load(fetching=login)
    assert secret.address == "http://a.example/?b"


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("sys.exit('no route')", "could not fetch it (exit code 1): no route"),
        ("pass", "fetched nothing"),
        ("sys.stdout.write('a' * 11_000_000)", "is larger than 10 MB"),
    ],
)
def test_a_command_that_fails_says_why(tmp_path: Path, program, reason):
    assert reason in reason_of("http://a.example/", by(tmp_path, program))


def test_a_command_that_hangs_is_ended_in_time(tmp_path: Path):
    fetching = by(tmp_path, "time.sleep(30)")._replace(limits=SHORT)
    assert reason_of("http://a.example/", fetching, seconds=2.5).startswith("took longer than 1 s")


@pytest.mark.parametrize("command", ["no-such-program -x", "'", "  "])
def test_a_command_that_cannot_be_run(command):
    assert "setting fetch" in reason_of("http://a.example/", Fetching(command=command))


@pytest.mark.parametrize(
    ("kind", "data", "form", "says"),
    [
        ("application/pdf", "french.pdf", "PDF", ""),
        ("text/html", "french.pdf", "PDF", ""),
        ("application/octet-stream", "word", "Word document", "The ferry was late."),
    ],
)
def test_documents_at_an_address_are_read_like_files(server: LocalServer, kind, data, form, says):
    if data == "word":
        content = word(paragraph("The ferry was late. Nobody was told the reason."))
    else:
        content = (Path(__file__).parents[1] / "data/pdf" / data).read_bytes()
    article = summarise.load(server.page("/document?id=7", content, kind=kind))
    assert article.form == form
    assert says in article.text
    assert article.candidates
    assert article.address == server.address("/document?id=7")


@pytest.mark.parametrize("says", ["no-store", "private, No-Store, max-age=0"])
def test_what_a_server_wants_forgotten_is_not_kept(server: LocalServer, says: str):
    address = server.page("/", PAGE)
    summarise.load(address)
    server.page(
        "/", PAGE.replace("The bridge opens", "For you alone"), headers={"Cache-Control": says}
    )
    anew = source_of(address).load(fetching=Fetching(anew=True))
    assert anew.title == "For you alone"
    with pytest.raises(SourceError, match="not been fetched yet"):
        source_of(address).load(fetching=Fetching(asks=False))


def test_what_only_has_to_be_asked_for_again_is_kept(server: LocalServer):
    address = server.page("/", PAGE, headers={"Cache-Control": "no-cache, must-revalidate"})
    summarise.load(address)
    assert source_of(address).load(fetching=Fetching(asks=False)).title == "The bridge opens"
