"""The document for Word and LibreOffice, every edit a tracked change, every reason a
comment.

Rule: rejecting all changes gives the MT output, accepting all the cleaned version; what
XML cannot hold (control characters, lone surrogates) is pictured.
"""

from __future__ import annotations

import io
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from posteditor.diff import OpKind
from posteditor.model import Decision, SegmentKind
from posteditor.reports.content import ReportContent
from posteditor.reports.redline import Paragraph, Run, paragraphs
from posteditor.reports.sentences import Fate, Sentence
from posteditor.reports.wording import date_and_time, language_name, number
from posteditor.reports.xmltext import fit
from posteditor.sanitise import sanitise

if TYPE_CHECKING:
    from docx.document import Document

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LINE_END = re.compile(r"\r\n|\r|\n")
# An XML parser takes texts of some size only in pieces.
_PIECE = re.compile(r"\t|\n|[^\t\n]{1,100000}")
_LONGEST_NAME = 100
_NOBODY = "posteditor"
_TAGS = {OpKind.DELETE: "del", OpKind.INSERT: "ins"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """Paragraphs with what a file says of itself. `heading` stands in the page header,
    which no text is part of; `author` made the changes at `date`."""

    paragraphs: Sequence[Paragraph]
    title: str
    heading: str
    author: str
    date: datetime
    language: str = "en"


def write_docx(content: ReportContent) -> bytes:
    """The report on one document."""
    return write_redline(
        Redline(
            paragraphs=paragraphs(content),
            title=f"{content.name}: revision",
            heading=_heading(content),
            author=content.editor or _NOBODY,
            date=content.used or content.date,
            language=content.target_lang,
        )
    )


def write_redline(redline: Redline) -> bytes:
    """The bytes of a .docx file."""
    import docx

    document = docx.Document()
    _describe(document, redline)
    writer = _Writer(redline)
    _append(document.element.body, map(writer.paragraph, redline.paragraphs))
    if writer.comments:
        _append(_comments(document), writer.comments)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _heading(content: ReportContent) -> str:
    who = f" by {content.editor}" if content.editor else ""
    parts = [
        f"{content.name}: machine translation into "
        f"{language_name(content.target_lang)}, revised{who}",
        date_and_time(content.used or content.date),
    ]
    if content.hter is not None:
        parts.append(f"HTER {number(content.hter.value)}")
    return " · ".join([*parts, f"posteditor {content.version}"])


def _describe(document: Document, redline: Redline) -> None:
    from docx.shared import Mm

    date = redline.date.astimezone(UTC).replace(tzinfo=None)
    core = document.core_properties
    core.title = _name(redline.title)
    core.author = core.last_modified_by = _name(redline.author)
    core.comments = ""
    core.created = core.modified = date
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = fit(redline.heading)
    if redline.language != "en":
        from docx.oxml.ns import qn

        for lang in document.styles.element.iter(qn("w:lang")):
            for name in ("w:val", "w:eastAsia", "w:bidi"):
                lang.set(qn(name), redline.language)


def _name(text: str) -> str:
    return fit(sanitise(text))[:_LONGEST_NAME]


def _append(parent: Any, children: Iterable[str]) -> None:
    """Before the properties of the section, which are last in a body."""
    from docx.oxml import parse_xml

    last = parent.sectPr if hasattr(parent, "sectPr") else None
    for child in children:
        element = parse_xml(child)
        if last is None:
            parent.append(element)
        else:
            last.addprevious(element)


def _comments(document: Document) -> Any:
    from docx.opc.constants import RELATIONSHIP_TYPE

    _ = document.comments  # makes the part
    part: Any = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
    return part.element


class _Writer:
    """Paragraphs as XML; comments gather on the way."""

    def __init__(self, redline: Redline) -> None:
        date = redline.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        author = _name(redline.author)
        self._made = f"w:author={quoteattr(author)} w:date={quoteattr(date)}"
        self._initials = "".join(word[0] for word in author.split())[:3]
        self._ids = itertools.count(1)
        self.comments: list[str] = []

    def paragraph(self, paragraph: Paragraph) -> str:
        rtl = _is_rtl(run.text for run in paragraph.runs)
        changed = ""
        if paragraph.mark is not OpKind.EQUAL:
            changed = f"<w:rPr><w:{self._change(paragraph.mark)}/></w:rPr>"
        style = f'<w:pStyle w:val="{_style(paragraph)}"/>'
        direction = "<w:bidi/>" if rtl else ""
        inside = "".join(self._parts(paragraph, rtl))
        return f"<w:p {_W}><w:pPr>{style}{direction}{changed}</w:pPr>{inside}</w:p>"

    def _parts(self, paragraph: Paragraph, rtl: bool) -> Iterator[str]:
        noted: dict[int, int] = {}
        for part in paragraph.parts:
            if isinstance(part, Run):
                yield self._run(part, rtl)
                continue
            sentence = part.sentence
            if part.is_start and (lines := list(_reasons(sentence))):
                noted[sentence.number] = len(self.comments)
                yield f'<w:commentRangeStart w:id="{len(self.comments)}"/>'
                self.comments.append(self._comment(lines))
            elif not part.is_start and sentence.number in noted:
                at = noted[sentence.number]
                yield (
                    f'<w:commentRangeEnd w:id="{at}"/>'
                    f'<w:r><w:commentReference w:id="{at}"/></w:r>'
                )

    def _run(self, run: Run, rtl: bool) -> str:
        tag = "w:delText" if run.kind is OpKind.DELETE else "w:t"
        properties = "<w:rPr><w:rtl/></w:rPr>" if rtl else ""
        inside = f"<w:r>{properties}{_text(run.text, tag)}</w:r>"
        if run.kind is OpKind.EQUAL:
            return inside
        return f"<w:{self._change(run.kind)}>{inside}</w:{_TAGS[run.kind]}>"

    def _change(self, kind: OpKind) -> str:
        return f'{_TAGS[kind]} w:id="{next(self._ids)}" {self._made}'

    def _comment(self, lines: Sequence[str]) -> str:
        inside = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
            f"<w:r>{_text(line, 'w:t')}</w:r></w:p>"
            for line in lines
        )
        initials = quoteattr(self._initials)
        return (
            f'<w:comment {_W} w:id="{len(self.comments)}" {self._made} '
            f"w:initials={initials}>{inside}</w:comment>"
        )


def _text(text: str, tag: str) -> str:
    """The inside of a run: tabs and line ends have elements of their own."""
    clean = fit(_LINE_END.sub("\n", text))
    own = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    return "".join(
        own.get(piece) or f'<{tag} xml:space="preserve">{escape(piece)}</{tag}>'
        for piece in _PIECE.findall(clean)
    )


def _style(paragraph: Paragraph) -> str:
    if paragraph.kind is SegmentKind.HEADING:
        return f"Heading{paragraph.level}"
    if paragraph.kind is SegmentKind.LIST_ITEM:
        return "ListBullet" if paragraph.is_bullet else "List"
    return "Normal"


def _is_rtl(texts: Iterable[str]) -> bool:
    """Is the first letter that has a direction one of a script from right to left?"""
    for character in itertools.chain.from_iterable(texts):
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _reasons(sentence: Sentence) -> Iterator[str]:
    """Why the sentence is as it is, a line each."""
    for record in sentence.decisions:
        if record.decision is Decision.ACCEPTED:
            come = f" → “{record.replacement}”" if record.replacement else ""
            yield f"“{record.text}”{come}: {record.message} ({record.rule})"
    if sentence.fate is Fate.RETRANSLATE:
        yield "To be translated again."
    if sentence.furniture and sentence.is_omitted:
        yield f"Left out: furniture of the web page ({sentence.furniture})."
    if sentence.comment:
        yield from sentence.comment.splitlines()
