"""`actum compare`: two works side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from actum.cli.options import EarlierArgument, Format, FormatOption, LaterArgument, WorkspaceOption, open_workspace
from actum.cli.rows import Column, say, show
from actum.model.alignment import RELATIONS
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.compare import compare_rows


def compare(
    earlier: EarlierArgument,
    later: LaterArgument,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    relation: Annotated[
        list[str] | None, typer.Option("--relation", "-r", help=f"Only: {', '.join(RELATIONS)}.")
    ] = None,
) -> None:
    """What a later text kept, reworded, moved, split, merged, added and dropped, sentence by sentence.

    `unknown`: the other text is cut, so nothing can be concluded. `related`: the same subject, another provision.
    A sentence that its own text repeats has one row, at its first place.

    \b
    Example:
      actum compare 2019-06-05 2025-05-08
      actum compare 2019-06-05 2025-05-08 --relation dropped --format jsonl
    """
    if unknown := sorted(set(relation or ()) - set(RELATIONS)):
        raise typer.BadParameter(f"no such relation: {', '.join(unknown)}; there are {', '.join(RELATIONS)}")
    rows = compare_rows(open_workspace(workspace), earlier, later)
    found = [row["relation"] for row in rows]
    rows = [row for row in rows if not relation or row["relation"] in relation]
    show(rows, form=form, keys=ROW_KEYS["compare"], columns=_COLUMNS, empty="No such rows.")
    if form is Format.table:
        say(", ".join(f"{found.count(one)} {one}" for one in RELATIONS if one in found))


def _quotes(parts: list[Row]) -> str:
    return "\n".join(part["text"].replace("\n", "") for part in parts)


def _changes(row: Row) -> str:
    return "\n".join(_change(change) for change in row["changes"])


def _change(change: Row) -> str:
    sides = (change[side]["text"].replace("\n", "") if change[side] else "∅" for side in ("earlier", "later"))
    says = f" ({change['earlier_is'] or '∅'} → {change['later_is'] or '∅'})" if "earlier_is" in change else ""
    return f"{change['kind']}: {' → '.join(sides)}{says}"


_COLUMNS = (
    Column("relation", lambda row: row["relation"]),
    Column("score", lambda row: f"{row['score']:.2f}" if row["score"] else "", number=True),
    Column("earlier", lambda row: _quotes(row["earlier"]), folds=True),
    Column("later", lambda row: _quotes(row["later"]), folds=True),
    Column("changes", _changes, folds=True),
)
