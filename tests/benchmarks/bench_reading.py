"""What it costs to read a document of 100,000 sentences, beside bare sentencex over the
same text, and to write it back, beside encoding it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import sentencex

from posteditor.cleaning import load_patterns
from posteditor.formats.plain import PlainText
from posteditor.formats.reading import read_document
from posteditor.formats.writing import write
from posteditor.segmentation import segment
from tests.benchmarks.timing import pair

Row = tuple[str, float, float, str]
SENTENCES = 100_000
PAGE = """\
Mr. Chairman,

Our meeting comes at a good time for an exchange of views on the state of the harbours \
in the northern straits. As Secretary General S.V. Orel told us, the works planned for \
2021-2025. and the repairs of the oldest quays go on.

We welcome the exercise “Polar Beacon”, in which eighteen ships took part. The Council \
will speak of it again in June (see Art. 7 of its Charter). We thank all who helped.

"""


def page_of(sentences: int) -> str:
    """A text of at least as many sentences."""
    return PAGE * -(-sentences // 6)


def run() -> list[Row]:
    text = page_of(SENTENCES)
    patterns = load_patterns()
    blocks = PlainText().blocks(text)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(text, encoding="utf-8")
        document = read_document(path, patterns=patterns)
        read = pair(
            lambda: read_document(path, patterns=patterns),
            lambda: sentencex.segment("en", text),
        )
    cut = pair(
        lambda: segment(text, blocks, "en"), lambda: sentencex.segment("en", text)
    )
    back = pair(lambda: write(document), text.encode)
    count = f"{len(document.segments):,}"
    return [
        (f"reading: a document of {count} segments", *read, "bare sentencex"),
        (f"segmentation: {count} segments", *cut, "bare sentencex"),
        (f"write-back: {count} segments", *back, "str.encode"),
    ]
