"""`actum copies`: where each copy was found, and what it says of itself."""

from __future__ import annotations

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, show
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.show_copies import copy_rows

SHOWN = 3
"""Paths, addresses and sayings of one copy that a table shows; JSON lines and CSV have all, 2026-11-26."""


def copies(workspace: WorkspaceOption = None, form: FormatOption = Format.table) -> None:
    """The copies, in order of path: format, encoding, address and day of fetching, title, day and source that they say.

    What a copy says of itself is not what its text says: a page tells when it was put up.

    \b
    Example:
      actum copies
      actum copies --format jsonl | jq -r '.found[].address'
    """
    rows = copy_rows(open_workspace(workspace))
    show(rows, form=form, keys=ROW_KEYS["copies"], columns=_COLUMNS, empty="No copies: add some with actum add PATH…")


def _lines(lines: list[str]) -> str:
    more = [f"{len(lines) - SHOWN:,} more"] if len(lines) > SHOWN else []
    return "\n".join([*lines[:SHOWN], *more])


def _found(row: Row) -> str:
    found = (" ".join(filter(None, (one["address"], one["retrieved"]))) for one in row.get("found", ()))
    return _lines(list(dict.fromkeys(filter(None, found))))


def _said(row: Row) -> str:
    first: dict[str, str] = {}
    for one in row.get("said", ()):
        first.setdefault(one["kind"], one["value"])
    return "\n".join(f"{kind}: {value}" for kind, value in first.items())


_COLUMNS = (
    Column("copy", lambda row: _lines(row["places"]), folds=True),
    Column("format", lambda row: f"{row['format']}, {row['encoding']}" if row["encoding"] else row["format"]),
    Column("characters", lambda row: f"{row['characters']:,}"),
    Column("fetched from, when", _found, folds=True),
    Column("says", _said, folds=True),
)
