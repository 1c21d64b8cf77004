"""Rows as a table, JSON lines and CSV: what does not hang on which rows come out."""

from __future__ import annotations

import csv
import io

import pytest

from actum.cli.options import Format
from actum.cli.rows import Column, counted, show

COLUMNS = (Column("a", lambda row: str(row["a"])),)


def printed(rows: list[dict[str, object]], form: Format, capsys: pytest.CaptureFixture[str]) -> str:
    show(rows, form=form, keys=("a", "b", "c"), columns=COLUMNS, empty="Nothing.")
    return capsys.readouterr().out


@pytest.mark.parametrize("rows", [[], [{"a": 1}], [{"c": 1}, {"a": 2, "b": None}]])
def test_csv_has_the_same_columns_whatever_comes_out(
    rows: list[dict[str, object]], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(rows, Format.csv, capsys).splitlines()
    assert lines[0] == "a,b,c"
    assert len(lines) == 1 + len(rows)


def test_csv_cells_read_back(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed([{"a": '一,"二"\n三', "b": [{"text": "甲"}], "c": True}], Format.csv, capsys)
    (row,) = csv.DictReader(io.StringIO(text))
    assert row == {"a": '一,"二"\n三', "b": '[{"text": "甲"}]', "c": "true"}


def test_no_rows_are_no_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed([], Format.jsonl, capsys) == ""


@pytest.mark.parametrize(
    ("number", "what", "words"),
    [(0, "copy", "0 copies"), (1, "copy", "1 copy"), (2, "work", "2 works"), (1234, "work", "1,234 works")],
)
def test_numbers_with_their_nouns(number: int, what: str, words: str) -> None:
    assert counted(number, what) == words
