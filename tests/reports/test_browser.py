"""The report in a real browser: hostile text stays text, the filter filters."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from posteditor.reports.html import write_html
from tests.reports.build import bare, content, snapshot
from tests.session.build import Desk

pytestmark = pytest.mark.browser

SECONDS = 60


def rendered(page: str, folder: Path, fragment: str = "") -> str:
    """The page after its scripts have run, as Chromium writes it out."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is missing")
        pytest.skip("chromium is not installed")
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    done = subprocess.run(
        [
            chromium,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            f"--user-data-dir={folder / 'profile'}",
            "--dump-dom",
            f"{path.as_uri()}{fragment}",
        ],
        capture_output=True,
        timeout=SECONDS,
        check=True,
    )
    return done.stdout.decode("utf-8")


def test_a_document_full_of_scripts_stays_text(desk: Desk, tmp_path: Path) -> None:
    attack = "<script>document.title='taken'</script><img src=x onerror=alert(1)>"
    taken = bare(desk, attack, f"{attack}!", "Fine.", revised={1: f"{attack}?"})
    dom = rendered(write_html(content(taken)), tmp_path)
    assert "<title>a.txt: post-editing report</title>" in dom
    assert "<img" not in dom
    assert dom.count("<script>") == 1
    assert "&lt;script&gt;document.title='taken'&lt;/script&gt;" in dom


def test_a_script_that_is_not_ours_does_not_run(desk: Desk, tmp_path: Path) -> None:
    written = write_html(content(snapshot(desk)))
    foreign = "<script>document.title = 'taken'</script></body>"
    dom = rendered(written.replace("</body>", foreign), tmp_path)
    assert "<title>forum.txt: post-editing report</title>" in dom


def test_the_filter_appears_with_its_script_only(desk: Desk, tmp_path: Path) -> None:
    written = write_html(content(snapshot(desk)))
    assert re.search(r'<form id="filter" hidden(="")?>', written)
    dom = rendered(written, tmp_path)
    assert '<form id="filter">' in dom
    assert 'data-show="all"' in dom
    assert re.search(r'role="status">8 of 8 sentences shown<', dom)


@pytest.mark.parametrize(
    ("shown", "hidden"),
    [
        ("changed", {2, 5, 6, 7, 8, 9}),
        ("untouched", {3, 4, 8}),
        ("open", {2, 3, 5, 8}),
        ("all", set()),
    ],
)
def test_the_filter_shows_what_it_names(
    desk: Desk, tmp_path: Path, shown: str, hidden: set[int]
) -> None:
    written = write_html(content(snapshot(desk)))
    written = re.sub('<meta http-equiv="Content-Security-Policy".*?>', "", written)
    probe = f"""<script>addEventListener("load", function () {{
      document.getElementById("show-{shown}").click();
      document.title = Array.from(document.getElementById("list").children)
        .filter(function (one) {{ return getComputedStyle(one).display === "none"; }})
        .map(function (one) {{ return one.id.slice(1); }}).join(" ");
    }});</script></body>"""
    dom = rendered(written.replace("</body>", probe), tmp_path)
    [title] = re.findall("<title>(.*?)</title>", dom)
    assert {int(number) for number in title.split()} == hidden
