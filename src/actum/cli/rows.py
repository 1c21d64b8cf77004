"""Rows to standard output, as a table for people, JSON lines or CSV for programs.

Takes       rows, and for the table the columns that a person needs.
Gives       text on standard output; nothing else is ever printed there. No character of a table is ever cut: where a
            terminal is too narrow, each row comes as lines of its own.
Method      JSON lines are the store's own; CSV has one column for each key that a verb's rows may have, whatever rows
            come out; nested values, true, false and null as JSON.
Leaves out  colours; progress, which goes to standard error.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from actum.cli.options import Format
from actum.store.csv_rows import csv_text
from actum.store.files import Row, line

WIDTH_IN_PIPE = 160
"""Columns of a table that no terminal shows, at least; wide enough for a title and a path, 2026-11-25."""
FOLDED = 12
"""Columns that a foldable column needs at least to be read; set by looking at all tables of the sample, 2026-11-26."""
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
BETWEEN = 3
"""Columns between two columns of a table (the box's)."""


class ReaderGone(Exception):
    """Whoever read our output has closed it (head, less): no fault, and nothing more to say."""


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
            write(line(row) + "\n")
    elif form is Format.csv:
        write(csv_text(rows, keys))
    else:
        _table(list(rows), columns, empty)


def write(text: str) -> None:
    """Text to standard output. Raises ReaderGone where nobody reads it any more."""
    try:
        sys.stdout.write(text)
    except BrokenPipeError as error:
        raise ReaderGone from error


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


def _table(rows: Sequence[Row], columns: Sequence[Column], empty: str) -> None:
    if not rows:
        say(empty)
        return
    cells = [[_CONTROL.sub(_visible, column.shows(row)) for column in columns] for row in rows]
    least = _least(columns, cells)
    if not sys.stdout.isatty():
        write(_laid_out(columns, cells, max(WIDTH_IN_PIPE, least)))
    elif (width := Console().width) >= least:
        write(_laid_out(columns, cells, width))
    else:
        write("\n".join(_card(columns, texts) for texts in cells))


def _visible(found: re.Match[str]) -> str:
    """A control character as its escape: a copy must not move the cursor of whoever looks at it."""
    return " " if found[0] == "\t" else found[0].encode("unicode_escape").decode()


def _least(columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> int:
    """The width in which no column loses a character: those that may be folded need room for some words."""
    width = 0
    for column, texts in zip(columns, zip(*cells, strict=True), strict=True):
        widest = max(cell_len(line) for text in (column.head, *texts) for line in text.split("\n"))
        width += BETWEEN + (min(widest, FOLDED) if column.folds else widest)
    return width


def _laid_out(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int) -> str:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="")
    for column in columns:
        table.add_column(
            column.head,
            justify="right" if column.number else "left",
            overflow="fold",
            no_wrap=not column.folds,
        )
    for texts in cells:
        table.add_row(*map(Text, texts))
    page = io.StringIO()
    Console(file=page, width=width, highlight=False).print(table)
    return page.getvalue()


def _card(columns: Sequence[Column], texts: Sequence[str]) -> str:
    """One row, a line for each column that says something: for a terminal too narrow for a table."""
    heads = [column.head.partition(":")[0] for column in columns]
    indent = max(map(cell_len, heads)) + 2
    lines = []
    for head, text in zip(heads, texts, strict=True):
        first, *more = text.split("\n")
        if text:
            lines += [head.ljust(indent) + first, *(" " * indent + one for one in more)]
    return "".join(f"{one}\n" for one in lines)
