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


@pytest.mark.parametrize("width", [20, 40, 60, 200])
def test_a_terminal_of_any_width_shows_every_character(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = (
        Column("id", lambda row: row["id"]),
        Column("place", lambda row: row["place"], number=True),
        Column("words: as written", lambda row: row["words"], folds=True),
        Column("", lambda row: row["sign"]),
    )
    rows: list[dict[str, str]] = [
        {"id": "p8f8852e5", "place": "1,788–1,793", "words": "针对第三方也不受制于第三方" * 3, "sign": "!"}
    ]
    rows += [{"id": "p676f662b", "place": "1–2", "words": "反对\n支持", "sign": ""}]
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    show(rows, form=Format.table, keys=(), columns=columns, empty="")
    printed = capsys.readouterr().out
    for row in rows:
        assert row["id"] in printed
        assert row["place"] in printed
        assert all(printed.count(char) >= row["words"].count(char) for char in set(row["words"]))
    assert ("p8f8852e5\nplace" in printed) == (width <= 40)


def test_a_pipe_is_as_wide_as_it_must_be(capsys: pytest.CaptureFixture[str]) -> None:
    long = "x" * 300
    show([{"a": long}], form=Format.table, keys=(), columns=COLUMNS, empty="")
    assert long in capsys.readouterr().out


def test_a_copy_does_not_move_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    show([{"a": "x\x1b[2Jy\tz\r\n\u3000甲"}], form=Format.table, keys=(), columns=COLUMNS, empty="")
    printed = capsys.readouterr().out
    assert r"x\x1b[2Jy z\r" in printed
    assert "\x1b" not in printed
