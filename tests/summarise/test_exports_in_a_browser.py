"""Exports opened in a browser show text and run nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import summarise

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not BROWSER, reason="there is no Chromium to open exports in"),
]

RUN = "document.documentElement.dataset.ran=1"
#: Ways to make a page run something, each for another place that text may land in.
HOSTILE = (
    f"<script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</p></body></html><script>{RUN}</script>",
    f'<img src=x onerror="{RUN}">',
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f'"><body onload="{RUN}">',
    f"' onmouseover='{RUN}' autofocus onfocus='{RUN}",
    f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    f'<a href="javascript:{RUN}">here</a>',
    f"[here](javascript:{RUN})",
    f'![x](x"onerror="{RUN})',
    f"<!--><script>{RUN}</script>-->",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"<style>@import 'x'</style><script>{RUN}</script>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"<details open ontoggle={RUN}>",
    f"<math><mtext><table><mglyph><style><img src onerror={RUN}>",
    "<meta http-equiv=refresh content='0;url=data:text/html,x'>",
    f"`<script>{RUN}</script>`",
    f"    <script>{RUN}</script>",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
)


def opened(path: Path, folder: Path) -> str:
    """The page as the browser has it after all that can run has run."""
    done = subprocess.run(
        [
            *(BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}"),
            *("--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=2000", "--dump-dom"),
            path.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return done.stdout.decode("utf-8", "replace")


def test_exports_run_nothing(tmp_path):
    text = "\n\n".join(
        f"Ferry {n} said {piece} and left. It was late." for n, piece in enumerate(HOSTILE)
    )
    for n, title in enumerate((HOSTILE[1], HOSTILE[6])):
        article = summarise.parse(text, title=title)
        summary = summarise.rank(article, "lead").select("100%")
        pages = {
            "html": summarise.export(summary, "html"),
            # As a site would show it that lets HTML through.
            "markdown": MarkdownIt("commonmark", {"html": True}).render(
                summarise.export(summary, "markdown")
            ),
        }
        for form, page in pages.items():
            path = tmp_path / f"{form}-{n}.html"
            path.write_text(page, encoding="utf-8")
            shown = opened(path, tmp_path / "browser")
            assert "Ferry 21 said" in shown
            assert "data-ran" not in shown
            assert not re.search(r"<(?:script|[^>]*(?:javascript:|\son\w+=))", shown)


def test_the_browser_would_have_run_them(tmp_path):
    for n, piece in enumerate((HOSTILE[0], HOSTILE[3], HOSTILE[4])):
        path = tmp_path / f"{n}.html"
        path.write_text(f"<!DOCTYPE html><p>Ferry {piece}</p>", encoding="utf-8")
        assert 'data-ran="1"' in opened(path, tmp_path / "browser")
