"""The report for people: as it was, complete, and deaf to what documents say."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from posteditor.reports.html import write_html
from posteditor.reports.wording import lead, share, visible_spaces
from tests.reports.build import TEXTS, assert_golden, bare, content, snapshot
from tests.session.build import Desk

_ASSETS = re.compile(r"(<style>|<script>).*?(</style>|</script>)", re.DOTALL)
_DIGEST = re.compile(r"sha256-[A-Za-z0-9+/]+=*")
_VOID = {"br", "hr", "img", "input", "link", "meta"}


class Reader(HTMLParser):
    """The elements, their ids and the text of a page. Fails where tags do not nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)
        self.close()
        assert self.stack == []

    @property
    def ids(self) -> list[str]:
        return [
            attributes["id"] or "" for _, attributes in self.tags if "id" in attributes
        ]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.stack):
            self.texts.setdefault(tag, []).append(data)

    def text(self, tag: str = "body") -> str:
        return "".join(self.texts.get(tag, ()))


def page(desk: Desk, *texts: str, revised: dict[int, str] | None = None) -> str:
    return write_html(content(bare(desk, *texts, revised=revised)))


def test_the_report_is_as_it_was(desk: Desk) -> None:
    written = write_html(content(snapshot(desk)))
    kept = _DIGEST.sub("sha256-…", _ASSETS.sub(r"\1…\2", written))
    assert_golden("forum.report.html", kept)


def test_the_page_nests_and_every_sentence_can_be_linked(desk: Desk) -> None:
    reader = Reader(write_html(content(snapshot(desk))))
    wanted = {f"s{number}" for number in range(1, len(TEXTS) + 1)}
    assert wanted <= set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids))
    targets = {
        attributes.get("href", "")[1:]  # type: ignore[index]
        for tag, attributes in reader.tags
        if tag == "a"
    }
    assert targets <= set(reader.ids)


def test_the_page_has_landmarks_one_first_heading_and_labelled_parts(
    desk: Desk,
) -> None:
    reader = Reader(write_html(content(snapshot(desk))))
    tags = [tag for tag, _ in reader.tags]
    assert [tags.count(tag) for tag in ("header", "main", "footer", "h1")] == [1] * 4
    labels = [a["aria-labelledby"] for tag, a in reader.tags if tag == "section"]
    assert labels
    assert set(labels) <= set(reader.ids)


def test_nothing_is_loaded_and_the_policy_names_style_and_script(desk: Desk) -> None:
    written = write_html(content(snapshot(desk)))
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', written)
    policy = policy.replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        [inside] = re.findall(f"<{tag}>(.*?)</{tag}>", written, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"\s(src|style|on\w+)=", written.split("</style>")[1])
    assert "http:" not in written
    assert "https:" not in written


def test_changes_can_be_told_apart_without_colour(desk: Desk) -> None:
    written = page(desk, "We meet on Monday.", revised={0: "We met on Monday."})
    body = re.sub("<[^>]*>", "", written.split('class="sentences"')[1])
    assert "We [-meet-]{+met+} on Monday." in body.replace("&NoBreak;", "")


def test_without_the_insertions_it_is_the_mt_without_deletions_the_revision(
    desk: Desk,
) -> None:
    mt, target = "A  b, c & d <e>.", "A b; c and <e>."
    written = page(desk, mt, revised={0: target})
    [words] = re.findall(r'<p class="words.*?>(.*?)</p>', written, re.DOTALL)
    words = re.sub(r'<span class="m">.*?</span>', "", words)
    for gone, text in (("ins", mt), ("del", target)):
        left = Reader(
            "<body>" + re.sub(f"<{gone}>.*?</{gone}>", "", words) + "</body>"
        ).text()
        assert left.replace("␣", " ") == text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</p></li></ol></main><script src=//x></script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }} {% raw %} {# #}",
        "]]> <!-- --> &lt; &amp; &#0;",
        "x" * 200_000,
    ],
)
def test_markup_in_documents_is_text(desk: Desk, text: str) -> None:
    mt, target = f"{text} one.", f"{text} two."
    written = page(desk, mt, text, revised={0: target})
    reader = Reader(written)
    tags = [tag for tag, _ in reader.tags]
    assert tags.count("script") == 1
    assert "img" not in tags
    assert mt in reader.text("dd")
    assert target in reader.text("dd")
    assert text in reader.text("p")


def test_everything_an_editor_writes_is_text_too(desk: Desk) -> None:
    with desk.open(desk.document("One.", name="<b>name.txt")) as session:
        session.comment(0, "<script>x</script>")
        made = content(session.snapshot())
    bold = replace(made, source_lang="<i>", checkers={"<u>": "<s>"})
    reader = Reader(write_html(bold))
    tags = {tag for tag, _ in reader.tags}
    assert not tags & {"i", "u", "s"}
    assert [tag for tag, _ in reader.tags].count("script") == 1
    assert "<script>x</script>" in reader.text("p")
    assert "<b>name.txt" in reader.text("h1")


def test_control_characters_are_pictured(desk: Desk) -> None:
    written = page(desk, "a\x1b[31mb\x00c\u202ed\ud800e", revised={0: "\x07\ufeff"})
    written.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e\ufeff\ud800-\udfff]", written)
    assert "a␛[31mb␀c\ufffdd\ufffde" in written


def test_text_of_any_direction_chooses_its_own(desk: Desk) -> None:
    written = page(desk, "السلام عليكم.")
    assert re.search(r'dir="auto">السلام عليكم\.</p>', written)


def test_a_document_without_a_sentence_has_a_report(desk: Desk) -> None:
    with desk.open(desk.document("Slug.", furniture=[0])) as session:
        made = content(session.snapshot())
    text = Reader(write_html(replace(made, scores=()))).text()
    assert "There is no sentence to report on." in text
    assert "There is nothing to score." in text


def test_the_summary_says_that_work_is_unfinished(desk: Desk) -> None:
    made = content(snapshot(desk))
    assert lead(made.counts) == (
        "Of 7 sentences, 3 were accepted, 2 of them unchanged; 2 in all are revised. "
        "1 is to be translated again. 4 sentences still wait for the editor’s "
        "decision: all figures are provisional."
    )
    done = content(bare(desk, "One.", revised={0: "Two."}))
    assert lead(done.counts) == (
        "Of 1 sentence, 1 was accepted, 0 of them unchanged; 1 in all is revised."
    )


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(0, 0, "–"), (0, 9, "0%"), (1, 999, "1%"), (998, 999, "99%"), (9, 9, "100%")],
)
def test_a_share_is_none_or_all_only_where_it_is(
    part: int, whole: int, text: str
) -> None:
    assert share(part, whole) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [(" ", "␣"), ("\u00a0", "⍽"), ("a b", "a b"), ("a\r\nb", "a⏎b"), ("\t\n", "⇥⏎")],
)
def test_changed_spaces_can_be_seen(text: str, shown: str) -> None:
    assert visible_spaces(text) == shown
