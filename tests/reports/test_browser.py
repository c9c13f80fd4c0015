"""The report in a real browser: hostile text stays text, the filter filters."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.resources import files
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
        ("heavy", {2, 3, 5, 6, 7, 8, 9}),
        ("untouched", {3, 4, 8}),
        ("open", {2, 3, 5, 8}),
        ("all", set()),
    ],
)
def test_the_filter_shows_what_it_names(
    desk: Desk, tmp_path: Path, shown: str, hidden: set[int]
) -> None:
    told = probed(
        write_html(content(snapshot(desk))),
        tmp_path,
        f"""document.getElementById("show-{shown}").click();
        tell(sentences().filter(function (one) {{ return !seen(one); }}));""",
    )
    assert {int(number) for number in told.split()} == hidden


def probed(written: str, folder: Path, script: str, more: str = "") -> str:
    """What a script in the page tells; the page's policy would not let it run."""
    written = re.sub('<meta http-equiv="Content-Security-Policy".*?>', "", written)
    probe = f"""<script>{more}</script><script>
    function sentences() {{
      return Array.from(document.getElementById("list").children);
    }}
    function seen(one) {{ return getComputedStyle(one).display !== "none"; }}
    function tell(items) {{
      document.title = items.map(function (one) {{
        return one.id.slice(1); }}).join(" ");
    }}
    function type(text) {{
      var field = document.activeElement;
      field.value = text;
      field.dispatchEvent(new Event("input", {{bubbles: true}}));
    }}
    function press(key) {{
      var event = new KeyboardEvent("keydown", {{key: key, bubbles: true}});
      document.activeElement.dispatchEvent(event);
    }}
    addEventListener("load", function () {{ {script} }});</script></body>"""
    dom = rendered(written.replace("</body>", probe), folder)
    [title] = re.findall(r"<title>(.*?)</title>\s*<style>", dom, re.DOTALL)
    return str(title)


def test_a_key_begins_the_search_and_escape_ends_it(desk: Desk, tmp_path: Path) -> None:
    search = """press("/"); type("HARBOUR"); var found = sentences().filter(seen);"""
    report = content(snapshot(desk))
    written = write_html(report)
    found = probed(written, tmp_path, f"{search} tell(found);").split()
    words = [
        one.number
        for one in report.sentences
        if "harbour" in f"{one.mt} {one.target}".lower()
    ]
    assert found
    assert set(map(int, found)) >= set(words) - {1}
    assert len(found) < 8
    every = probed(written, tmp_path, f'{search} press("Escape"); tell(sentences());')
    assert len(every.split()) == 8


def test_the_most_edited_sentence_can_come_first(desk: Desk, tmp_path: Path) -> None:
    told = probed(
        write_html(content(snapshot(desk))),
        tmp_path,
        """var order = document.getElementById("order");
        order.value = "rate";
        order.dispatchEvent(new Event("change", {bubbles: true}));
        document.title = sentences().map(function (one) {
          return one.dataset.rate; }).join(" ");""",
    )
    rates = [float(rate) for rate in told.split()]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] > 0


def test_sentences_can_be_chosen_by_what_was_edited(desk: Desk, tmp_path: Path) -> None:
    report = content(snapshot(desk))
    told = probed(
        write_html(report),
        tmp_path,
        """var kind = document.getElementById("kind");
        kind.value = kind.options[1].value;
        kind.dispatchEvent(new Event("change", {bubbles: true}));
        document.title = kind.value + " " + sentences().filter(seen).map(
          function (one) { return one.id.slice(1); }).join(" ");""",
    )
    kind, *numbers = told.split()
    expected = [
        str(one.number)
        for one in report.sentences
        if kind in map(str, one.edits.categories)
    ]
    assert numbers == expected


def test_axe_finds_nothing_serious(desk: Desk, tmp_path: Path) -> None:
    axe = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
    told = probed(
        write_html(content(snapshot(desk))),
        tmp_path,
        """axe.run().then(function (result) {
          var bad = result.violations.filter(function (one) {
            return one.impact === "serious" || one.impact === "critical"; });
          document.title = result.passes.length + " passed " + bad.map(
            function (one) { return one.id + " " + one.nodes[0].html; }).join("; ");
        });""",
        more=axe,
    )
    passed, _, bad = told.partition(" passed ")
    assert int(passed) > 20
    assert bad == ""


def test_charts_bring_no_style_and_no_script_of_their_own(desk: Desk) -> None:
    written = write_html(content(snapshot(desk)))
    assert written.count('<svg role="img"') == 4
    assert written.count("<style") == written.count("<script") == 1
    assert " style=" not in written
    ids = re.findall(r'\sid="([^"]*)"', written)
    assert len(ids) == len(set(ids))
