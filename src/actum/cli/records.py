"""`actum records`: what the mark-up of published files says of a work."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, show
from actum.model.record import RECORD_KINDS
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.show_copies import record_rows


def records(
    work: Annotated[str | None, typer.Argument(metavar="[WORK]", help="One work; all, where none is named.")] = None,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    kind: Annotated[list[str] | None, typer.Option("--kind", "-k", help=f"Only: {', '.join(RECORD_KINDS)}.")] = None,
) -> None:
    """What the mark-up of published files says: sponsors, votes, documents cited, subjects, stance words.

    Each record stands on its characters in the copy. A table draws those of one kind and value together, the states by
    their codes; a name that no state has is given as it stands.

    \b
    Example:
      actum records
      actum records 2023-12-04 --kind vote --format jsonl
    """
    if wrong := sorted(set(kind or ()) - set(RECORD_KINDS)):
        raise typer.BadParameter(f"no such kind: {', '.join(wrong)}; there are {', '.join(RECORD_KINDS)}")
    rows = record_rows(open_workspace(workspace), work, kinds=tuple(kind or ()))
    shown = _together(rows) if form is Format.table else rows
    show(shown, form=form, keys=ROW_KEYS["records"], columns=_COLUMNS, empty="No copy has mark-up that says anything.")


def _together(rows: list[Row]) -> list[Row]:
    """One row for all states that voted alike, and one for all words of a kind."""
    order = {kind: number for number, kind in enumerate(RECORD_KINDS)}

    def alike(row: Row) -> tuple[str, int, str]:
        return row["work"], order[row["kind"]], row["value"] if row["kind"] in {"vote", "sponsor"} else ""

    drawn = []
    for (work, _, value), group in groupby(sorted(rows, key=alike), key=alike):
        some = list(group)
        words = [", ".join(one["who"]) or (one["text"] if value else one["value"]) for one in some]
        drawn.append({"work": work, "kind": some[0]["kind"], "value": value, "words": list(dict.fromkeys(words))})
    return drawn


_COLUMNS = (
    Column("work", lambda row: row["work"], folds=True),
    Column("kind", lambda row: row["kind"]),
    Column("what", lambda row: f"{row['value']} ({len(row['words'])})" if row["value"] else str(len(row["words"]))),
    Column("who, or which words", lambda row: "; ".join(row["words"]), folds=True),
)
