"""`actum apparatus`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkArgument, WorkspaceOption, open_workspace
from actum.cli.rows import Column, say, show
from actum.model.apparatus import ENTRY_KINDS
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.store.workspace import Workspace
from actum.workflow.show import apparatus_rows

_WEIGHTY = ("substantive", "damage")


def apparatus(
    work: WorkArgument,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", help=f"Only entries of this kind: {', '.join(ENTRY_KINDS)}.")
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="In a table, spelling and typography too.")] = False,
) -> None:
    """Where the witnesses of a work differ, what stands in the text, and why.

    A table shows what bears on the sense (substantive, damage, and every alarm) unless asked for more; JSON lines
    and CSV hold everything.

    \b
    Example:
      actum apparatus 2025-05-08
      actum apparatus 2025-05-08 --kind punctuation
    """
    if unknown := sorted(set(kind or ()) - set(ENTRY_KINDS)):
        raise typer.BadParameter(f"no such kind: {', '.join(unknown)}; the kinds are {', '.join(ENTRY_KINDS)}")
    print_apparatus(open_workspace(workspace), work, form, kinds=kind or (), everything=everything)


def print_apparatus(
    workspace: Workspace, work: str, form: Format, *, kinds: Sequence[str] = (), everything: bool = False
) -> None:
    """Print a work's apparatus; a table leaves spelling and typography out unless asked for them."""
    rows = [row for row in apparatus_rows(workspace, work) if not kinds or row["kind"] in kinds]
    if form is Format.table and not kinds and not everything:
        rows = _weighty(rows)
    show(
        rows,
        form=form,
        keys=ROW_KEYS["apparatus"],
        columns=_COLUMNS,
        empty="No entries: the witnesses agree, or there is only one.",
    )


def _weighty(rows: list[Row]) -> list[Row]:
    kept = [row for row in rows if row["kind"] in _WEIGHTY or row["alarms"]]
    left = [row["kind"] for row in rows if row not in kept]
    if left:
        counts = ", ".join(f"{left.count(kind)} {kind}" for kind in ENTRY_KINDS if kind in left)
        say(f"Not shown: {counts}. Show them with --all or --kind.")
    return kept


def _readings(row: Row) -> str:
    return "\n".join(
        f"{' '.join(reading['sigla']) or 'proposed'}: {reading['text'] or '(nothing)'}" for reading in row["readings"]
    )


_COLUMNS = (
    Column("place", lambda row: f"{row['start']:,}–{row['end']:,}", number=True),
    Column("established", lambda row: row["established"] or "(nothing)", folds=True),
    Column("readings", _readings, folds=True),
    Column("kind", lambda row: row["kind"]),
    Column("basis", lambda row: row["basis"]),
    Column("alarms", lambda row: ", ".join(row["alarms"])),
)
