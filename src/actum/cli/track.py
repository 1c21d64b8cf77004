"""`actum track`: how one wording travelled."""

from __future__ import annotations

from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, say, show
from actum.model.formulation import TRAIL_STANDINGS
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.formulations import track_rows


def track(
    wording: Annotated[str, typer.Argument(metavar="WORDING", help="The wording, in either script.")],
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Where a wording stands in all works, by date: the same, a variant of it, or with a denial more or less.

    Works between the first and the last that have none of it are `silent`; `unknown` where their text is cut, or has
    something faintly like it.

    \b
    Example:
      actum track 冷战思维和零和博弈
      actum track 绝对安全 --format jsonl
    """
    if not wording.strip():
        raise typer.BadParameter("give the words to look for")
    rows = track_rows(open_workspace(workspace), wording)
    show(
        rows, form=form, keys=ROW_KEYS["track"], columns=_COLUMNS, empty=f"No work has “{wording}”, or a variant of it."
    )
    if form is Format.table and rows:
        found = [row["standing"] for row in rows]
        say(", ".join(f"{found.count(one)} {one}" for one in TRAIL_STANDINGS if one in found))


def _differences(row: Row) -> str:
    return "\n".join(f"{one['asked'] or '∅'} → {one['found'] or '∅'}" for one in row["differences"])


def _quote(row: Row, key: str) -> str:
    return row[key]["text"].replace("\n", "") if row[key] else ""


_COLUMNS = (
    Column("date", lambda row: row["date"]),
    Column("standing", lambda row: row["standing"]),
    Column("quote", lambda row: _quote(row, "part"), folds=True),
    Column("difference", _differences, folds=True),
    Column("holder", lambda row: " ".join(row["holder"]), folds=True),
    Column("act", lambda row: " ".join(row["act"]), folds=True),
    Column("sentence", lambda row: _quote(row, "sentence"), folds=True),
    Column("work", lambda row: row["title"], folds=True),
)
