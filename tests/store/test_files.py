"""Files that are whole or not there."""

from __future__ import annotations

from pathlib import Path

from actum.store.files import append_rows, line, read_rows, write_rows, write_whole


def test_rows_come_back(tmp_path: Path) -> None:
    rows = [{"quote": "第一行\n第二行", "n": 1}, {"quote": "“”", "n": 2}]
    write_rows(tmp_path / "deep" / "rows.jsonl", rows)
    assert list(read_rows(tmp_path / "deep" / "rows.jsonl")) == rows


def test_no_file_has_no_rows(tmp_path: Path) -> None:
    assert list(read_rows(tmp_path / "none.jsonl")) == []


def test_a_torn_line_is_passed_over_and_then_cut_off(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    append_rows(log, [{"n": 1}])
    with log.open("ab") as out:
        out.write(b'{"n": 2, "quo')
    assert list(read_rows(log)) == [{"n": 1}]
    append_rows(log, [{"n": 3}])
    assert list(read_rows(log)) == [{"n": 1}, {"n": 3}]


def test_writing_whole_leaves_nothing_beside(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"old")
    write_whole(tmp_path / "a", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_line_has_no_needless_escapes() -> None:
    assert line({"text": "声明"}) == '{"text": "声明"}'
