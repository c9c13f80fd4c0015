"""Glossary files: what they may hold, and what is said of wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from posteditor.checkers.glossary.reading import Term, read_glossary
from posteditor.errors import ConfigError

UNION = Term(
    source="союз гаваней",
    targets=("Union of Harbours", "Harbour Union"),
    forbidden=("harbour alliance", "alliance of harbours"),
    note="as in its charter",
)


def write(folder: Path, text: str | bytes, name: str = "terms.tsv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "text",
    [
        "союз гаваней\tUnion of Harbours|Harbour Union\t"
        "harbour alliance | alliance of harbours\tas in its charter\n",
        "# ours\r\n\r\nсоюз  гаваней \tUnion of Harbours|Harbour Union|\t"
        "harbour alliance|alliance of harbours\tas in its charter\t\r\n",
        "\ufeffnote\tforbidden\tTarget\tsource\nas in its charter\t"
        "harbour alliance|alliance of harbours\tUnion of Harbours|Harbour Union\t"
        "союз гаваней",
    ],
)
def test_a_table_of_terms(tmp_path: Path, text: str) -> None:
    assert read_glossary(write(tmp_path, text)) == (UNION,)


def test_the_same_as_toml(tmp_path: Path) -> None:
    text = """
    [[term]]
    source = "союз гаваней"
    target = ["Union of Harbours", "Harbour Union"]
    forbidden = ["harbour alliance", "alliance of harbours"]
    note = "as in its charter"

    [[term]]
    target = "strait"
    forbidden = "narrows"
    """
    terms = read_glossary(write(tmp_path, text, "terms.toml"))
    assert terms == (UNION, Term(targets=("strait",), forbidden=("narrows",)))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("t.tsv", "a\tb\nfoo\n", "t.tsv:2: has one column"),
        ("t.tsv", "a\tb\tc\td\te\n", "t.tsv:1: has 5 columns"),
        ("t.tsv", "a\t\tc\n", "t.tsv:1: target is missing"),
        ("t.tsv", "\tb\n", "t.tsv:1: demands nothing"),
        ("t.tsv", "…\tb\n", "t.tsv:1: '…' is no term"),
        ("t.tsv", "a\t" + "b" * 999, "t.tsv:1: "),
        ("t.tsv", "a\tB\tb\n", "t.tsv:1: 'b' is both right and forbidden"),
        ("t.tsv", "*\tB\n", "t.tsv:1: "),
        ("t.tsv", "a* (b\tB\n", "t.tsv:1: source"),
        ("t.tsv", b"a\tb\n\xff\tb\n", "t.tsv:2: glossary is not UTF-8"),
        ("t.toml", "[[term]]\ntarget = 1\n", "t.toml:2: "),
        ("t.toml", "[[term]]\ntarget = 'a'\nx = 1\n", "t.toml:3: "),
        ("t.toml", "\n[[term]]\nsource = 'a'\n", "t.toml:2: target is missing"),
        ("t.toml", "[[term]\n", "t.toml:1: "),
        ("t.toml", "x = 1\n", "t.toml:1: unknown key 'x'"),
        ("t.toml", "", "t.toml: has no terms"),
        ("t.toml", "term = 'a'\n", "t.toml: has no terms"),
        ("t.toml", "term = ['a']\n", "t.toml"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, name: str, text: str | bytes, told: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        read_glossary(write(tmp_path, text, name))
    assert told in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.tsv: glossary cannot be read"):
        read_glossary(tmp_path / "none.tsv")
