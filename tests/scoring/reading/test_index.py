"""Texts to score come out of any layout as they lie in it, or are refused by line."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.errors import InputError
from posteditor.scoring.reading import Column, Layout, Spool, index, named
from posteditor.scoring.reading.index import LONGEST_LINE


def read(path: Path, role: str = "mt", column: str = "", size: int = 3) -> Column:
    with Spool() as spool:
        return index(named(f"{path}{column}"), role, spool, size)


LINE = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))


@given(lines=st.lists(LINE, min_size=1, max_size=9), end=st.sampled_from(["", "\n"]))
def test_lines_are_cut_at_line_feeds_only(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], end: str
) -> None:
    path = tmp_path_factory.mktemp("lines") / "mt.txt"
    text = "\n".join(lines) + end
    path.write_bytes(text.encode())
    expected = [
        line.decode().removesuffix("\r")
        for line in text.encode().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    ]
    if not expected[-1] and not text.endswith("\r"):
        expected.pop()
    if text.encode().startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    column = read(path)
    assert list(column.texts()) == expected
    assert column.segments == len(expected)
    assert column.empty == sum(not line.strip() for line in expected)
    assert column.sha256 == hashlib.sha256(text.encode()).hexdigest()


@given(st.lists(st.text(), min_size=1, max_size=9))
def test_json_lines_hold_any_text(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("jsonl") / "all.jsonl"
    lines = [json.dumps({"id": 1, "pe": text}) for text in texts]
    path.write_text("\n".join(lines))
    assert list(read(path, "pe").texts()) == texts


def test_a_shard_is_read_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n\r\nfour\r\nfive")
    column = read(path, size=2)
    assert [column.shard(at).read() for at in range(3)] == [
        ["one", "two"],
        ["", "four"],
        ["five"],
    ]


def test_tsv_has_columns_by_name_and_no_quoting(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_bytes(b'id\tMT\tpe\n1\t"a\tb"\n2\tc\td\n')
    assert list(read(path, "mt").texts()) == ['"a', "c"]
    assert list(read(path, "mt", ":pe").texts()) == ['b"', "d"]


def test_the_same_segments_in_two_layouts_say_the_same(tmp_path: Path) -> None:
    lines, table = tmp_path / "a.txt", tmp_path / "a.tsv"
    lines.write_text("one\ntwo\n")
    table.write_text("ref\none\ntwo\n")
    first, second = read(lines, "ref"), read(table, "ref")
    assert first.said == second.said
    assert first.sha256 != second.sha256


def test_packed_files_and_standard_input(tmp_path: Path) -> None:
    packed = tmp_path / "t.tsv.gz"
    packed.write_bytes(gzip.compress(b"mt\tpe\none\ttwo\n"))
    with Spool(io.BytesIO(b"mt\tpe\nthree\tfour\n")) as spool:
        file = index(named(f"{packed}:pe"), "pe", spool)
        mt = index(named("-:mt"), "mt", spool)
        pe = index(named("-:pe"), "pe", spool)
        found = [list(each.texts()) for each in (file, mt, pe)]
        folder = file.data.parent
    assert found == [["two"], ["three"], ["four"]]
    assert file.sha256 == hashlib.sha256(packed.read_bytes()).hexdigest()
    assert not folder.exists()


def test_standard_input_may_be_json_lines() -> None:
    with Spool(io.BytesIO(b'{"pe": "x"}\n')) as spool:
        column = index(named("-:pe"), "pe", spool)
        assert (column.layout, list(column.texts())) == (Layout.JSONL, ["x"])


def test_a_byte_order_mark_hides_no_json_lines() -> None:
    with Spool(io.BytesIO(b'\xef\xbb\xbf{"pe": "x"}\n')) as spool:
        column = index(named("-:pe"), "pe", spool)
        assert (column.layout, list(column.texts())) == (Layout.JSONL, ["x"])


def test_a_pipe_is_read_once_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"one\ntwo\n",))
    writer.start()
    with Spool() as spool:
        column = index(named(str(path)), "mt", spool)
        again = index(named(str(path)), "pe", spool)
        assert list(column.texts()) == list(again.texts()) == ["one", "two"]
    writer.join()


def test_a_file_that_exists_wins_over_a_column(tmp_path: Path) -> None:
    path = tmp_path / "odd.tsv:mt"
    path.write_text("one\n")
    assert list(read(path).texts()) == ["one"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"one\nt\xffo\n", "a.txt:2: byte 2 is not UTF-8"),
        ("a.txt", b"\xff\xfeo\0n\0", "a.txt: is UTF-16"),
        ("a.tsv", b"id\tsrc\n1\tx\n", "a.tsv: has no column 'mt'; columns: id, src"),
        ("a.tsv", b"mt\tpe\tmt\n1\t2\t3\n", "a.tsv: has 2 columns 'mt'"),
        ("a.tsv", b"", "a.tsv: is empty"),
        ("a.tsv", b"id\tmt\n1\n", "a.tsv:2: has 1 columns, not 2"),
        ("a.jsonl", b'{"mt": "x"}\n{"mt": 3}\n', "a.jsonl:2: 'mt' is no text"),
        ("a.jsonl", b'{"mt": "x"}\n[]\n', "a.jsonl:2: is no JSON object"),
        ("a.jsonl", b'{"mt": "x"}\n{\n', "a.jsonl:2: is no JSON: "),
        ("a.jsonl", b"[" * 100_000, "a.jsonl:1: is no JSON: "),
        ("a.txt.gz", b"plain\n", "a.txt.gz: is no whole gzip file"),
        ("a.txt.gz", gzip.compress(b"x" * 99)[:-9], "a.txt.gz: is no whole gzip file"),
        ("a.txt", b"x" * (LONGEST_LINE + 1), "a.txt:1: a line of more than 16 MB"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    assert f"{tmp_path}/{message}" in str(caught.value)


def test_a_bomb_is_not_unpacked_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"\0" * (200 << 20), compresslevel=1))
    with pytest.raises(InputError, match="unpacks to more than 200 times"):
        read(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="Is a directory"):
        read(tmp_path)


def test_a_file_that_shrinks_meanwhile_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"mt": "x"}\n' * 5)
    column = read(path)
    for less in ('{"mt": "x"', '{"mt": "x"}\n', ""):
        path.write_text(less)
        with pytest.raises(InputError, match="changed while it was scored"):
            list(column.texts())
