"""`actum series`: what became of each provision, from work to work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, say, show
from actum.model.formulation import CELL_STATES
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.formulations import series_rows, undated_rows

_SIGNS = {
    "first": "+", "new": "+", "kept": "=", "changed": "~", "back": "↩", "gone": "−", "absent": "", "unknown": "?",
}  # fmt: skip


def series(
    works: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORK]…",
            help="Works by id, its beginning, words of the title, or a copy's file; without any, all that have a day.",
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Each provision through the works in order of date: kept, changed, new, gone; works of a language together.

    Where a work named has no day, the works of its language stand in the order typed.
    Name the works of one series: whatever the next work lacks is gone, though it be of another kind.
    In a table + is new, = kept, ~ changed, − gone, ↩ back, ? unknown, for a text is cut.

    \b
    Example:
      actum series 2019-06-05 2025-05-08
      actum series --format jsonl
    """
    opened = open_workspace(workspace)
    rows = series_rows(opened, works or ())
    if undated := "; ".join(row["work"] for row in undated_rows(opened, works or ())):
        say(f"{'In the order typed, for these' if works else 'Left out, for they'} have no day: {undated}")
    dates = list(dict.fromkeys((cell["date"], cell["work"]) for row in rows for cell in row["cells"]))
    if not (works and undated):
        dates.sort()
    columns = [Column("provision", lambda row: row["wording"].replace("\n", ""), folds=True)]
    columns += [Column(date or work, _sign_of(work)) for date, work in dates]
    show(rows, form=form, keys=ROW_KEYS["series"], columns=columns, empty="No provisions: these works have no text.")
    if form is Format.table:
        found = [cell["state"] for row in rows for cell in row["cells"]]
        say(", ".join(f"{found.count(one)} {one}" for one in CELL_STATES if one in found))


def _sign_of(work: str) -> Callable[[Row], str]:
    return lambda row: next((_SIGNS[cell["state"]] for cell in row["cells"] if cell["work"] == work), "")
