"""Rows to standard output, as a table for people, JSON lines or CSV for programs.

Takes       rows, and for the table the columns that a person needs.
Gives       text on standard output; nothing else is ever printed there.
Method      JSON lines are the store's own; CSV has one column for each key that a verb's rows may have, whatever rows
            come out; nested values, true, false and null as JSON.
Leaves out  colours and progress: those go to standard error.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from actum.cli.options import Format
from actum.store.files import Row, line

WIDTH_IN_PIPE = 160
"""Columns of a table that no terminal shows; wide enough for a title and a path, 2026-11-25."""


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its head, what it shows of a row, whether it is of numbers, and whether it may be folded."""

    head: str
    shows: Callable[[Row], str]
    number: bool = False
    folds: bool = False


def show(rows: Iterable[Row], *, form: Format, keys: Sequence[str], columns: Sequence[Column], empty: str) -> None:
    """Print the rows; in a table with none, print the sentence `empty` to standard error instead.

    `keys` are all that rows of this kind may have, in order: CSV has these columns for no rows, one or many.
    """
    if form is Format.jsonl:
        for row in rows:
            sys.stdout.write(line(row) + "\n")
    elif form is Format.csv:
        _csv(rows, keys)
    else:
        _table(list(rows), columns, empty)


def say(words: str) -> None:
    """Words to standard error."""
    sys.stderr.write(words + "\n")


def counted(number: int, what: str) -> str:
    """A number with its noun, in the plural but for one: `1 work`, `2 works`, `0 copies`."""
    many = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{number:,} {what if number == 1 else many}"


def name_of(path: str) -> str:
    """A path's last part, as a table shows it; JSON lines and CSV have the whole path."""
    return path.rpartition("/")[2]


def _csv(rows: Iterable[Row], keys: Sequence[str]) -> None:
    out = csv.DictWriter(sys.stdout, keys, lineterminator="\n", extrasaction="ignore")
    out.writeheader()
    for row in rows:
        out.writerow({key: _cell(value) for key, value in row.items()})


def _cell(value: object) -> object:
    if isinstance(value, list | dict | bool) or value is None:
        return json.dumps(value, ensure_ascii=False)
    return value


def _table(rows: Sequence[Row], columns: Sequence[Column], empty: str) -> None:
    if not rows:
        say(empty)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="")
    for column in columns:
        table.add_column(
            column.head,
            justify="right" if column.number else "left",
            overflow="fold",
            no_wrap=not column.folds,
        )
    for row in rows:
        table.add_row(*(Text(column.shows(row)) for column in columns))
    Console(width=None if sys.stdout.isatty() else WIDTH_IN_PIPE, highlight=False).print(table)
