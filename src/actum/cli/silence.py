"""`actum silence`: what one work speaks of and another does not."""

from __future__ import annotations

from typing import Annotated

import typer

from actum.cli.options import EarlierArgument, Format, FormatOption, LaterArgument, WorkspaceOption, open_workspace
from actum.cli.rows import Column, say, show
from actum.model.alignment import STANDINGS
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.compare import silence_rows


def silence(
    earlier: EarlierArgument,
    later: LaterArgument,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    standing: Annotated[
        list[str] | None, typer.Option("--standing", "-s", help=f"Only: {', '.join(STANDINGS)}.")
    ] = None,
) -> None:
    """What fell silent between two works, and what is new: instruments, bodies, events, concepts, acts.

    A thing is silent only where the later text is complete and neither names it nor anything that is about it;
    `unknown` where the text that seems to lack it is cut, or has a wording near it. A table leaves out what stands in
    both unless asked.

    \b
    Example:
      actum silence 2019-06-05 2025-05-08
      actum silence 2019-06-05 2025-05-08 --standing silent --format jsonl
    """
    if wrong := sorted(set(standing or ()) - set(STANDINGS)):
        raise typer.BadParameter(f"no such standing: {', '.join(wrong)}; there are {', '.join(STANDINGS)}")
    rows = silence_rows(open_workspace(workspace), earlier, later)
    found = [row["standing"] for row in rows]
    asked = standing or (["silent", "new", "unknown"] if form is Format.table else STANDINGS)
    rows = [row for row in rows if row["standing"] in asked]
    show(rows, form=form, keys=ROW_KEYS["silence"], columns=_COLUMNS, empty="Nothing fell silent, and nothing is new.")
    if form is Format.table:
        say(", ".join(f"{found.count(one)} {one}" for one in STANDINGS if one in found))


def _quotes(row: Row) -> str:
    """The first sentence that speaks of it, and how many more do."""
    parts = row["earlier"] or row["later"]
    more = f" (+{len(parts) - 1})" if len(parts) > 1 else ""
    return parts[0]["text"].replace("\n", "") + more if parts else ""


_COLUMNS = (
    Column("standing", lambda row: row["standing"]),
    Column("kind", lambda row: row["kind"]),
    Column("what", lambda row: row["id"], folds=True),
    Column("said", _quotes, folds=True),
)
