"""The tests themselves ask nothing of a network, and would notice if the program did."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

import summarise
from summarise import SourceError
from tests.local_server import serving
from tests.offline import NetworkForbiddenError

_ASK = "import socket; socket.create_connection(('127.0.0.1', {}), timeout=5).close(); print('got')"


def asked_in_a_process(port: int) -> subprocess.CompletedProcess[str]:
    """Try to reach a port of this computer from another process."""
    return subprocess.run(
        [sys.executable, "-c", _ASK.format(port)], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "192.0.2.1", "a.example", "::1"])
def test_no_test_can_reach_anything(host):
    with pytest.raises(NetworkForbiddenError):
        socket.create_connection((host, 9), timeout=0.1)


def test_no_process_of_a_test_can_reach_anything():
    done = asked_in_a_process(9)
    assert done.returncode == 1
    assert "NetworkForbiddenError" in done.stderr


@pytest.mark.loopback
def test_tests_with_a_server_reach_it_and_nothing_else():
    with serving() as server:
        assert asked_in_a_process(server.server_port).stdout == "got\n"
    for host in ("192.0.2.1", "a.example", "0.0.0.0"):
        with pytest.raises(NetworkForbiddenError):
            socket.create_connection((host, 9), timeout=0.1)


def test_reading_a_file_that_names_servers_asks_none(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '<!DOCTYPE html PUBLIC "x" "http://a.example/x.dtd"><html><head>'
        '<base href="http://a.example/"><link rel="stylesheet" href="//a.example/x.css">'
        '<meta http-equiv="refresh" content="0;url=http://a.example/"></head><body><article>'
        + '<p>The ferry <img src="http://a.example/x.png"> was late. Nobody knew.</p>' * 9
        + '<iframe src="http://a.example/"></iframe></article></body></html>'
    )
    summarise.summarise(summarise.load(page), method="sumy:lexrank")
    feed = tmp_path / "feed.rss"
    feed.write_text(
        '<!DOCTYPE rss SYSTEM "http://a.example/x.dtd"><rss><channel><item><title>Ferry</title>'
        "<link>http://a.example/1</link><description>Late …</description></item></channel></rss>"
    )
    assert summarise.load_all(feed)
    book = tmp_path / "list.opml"
    book.write_text('<opml><body><outline xmlUrl="http://a.example/rss"/></body></opml>')
    with pytest.raises(SourceError):
        summarise.load(book)
