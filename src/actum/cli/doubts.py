"""`actum doubts`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, name_of, show
from actum.model.doubt import DOUBT_KINDS
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.store.workspace import Workspace
from actum.workflow.show import doubt_rows

QUOTE_SHOWN = 60
"""Characters of a quote that a table shows; the rest is in JSON lines and CSV."""


def doubts(
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", help=f"Only doubts of this kind: {', '.join(DOUBT_KINDS)}.")
    ] = None,
) -> None:
    """What is wrong with the copies and the texts; suspected lost negations first.

    \b
    Example:
      actum doubts
      actum doubts --kind negation --format jsonl
    """
    if unknown := sorted(set(kind or ()) - set(DOUBT_KINDS)):
        raise typer.BadParameter(f"no such kind: {', '.join(unknown)}; the kinds are {', '.join(DOUBT_KINDS)}")
    print_doubts(open_workspace(workspace), form, kinds=kind or ())


def print_doubts(workspace: Workspace, form: Format, *, kinds: Sequence[str] = ()) -> None:
    """Print the doubts of the build that holds, all or those of some kinds."""
    rows = [row for row in doubt_rows(workspace) if not kinds or row["kind"] in kinds]
    show(rows, form=form, keys=ROW_KEYS["doubts"], columns=_COLUMNS, empty="No doubts.")


def _quote(row: Row) -> str:
    quote = row["quote"].replace("\n", " ⏎ ")
    return quote if len(quote) <= QUOTE_SHOWN else f"{quote[: QUOTE_SHOWN // 2]} … {quote[-QUOTE_SHOWN // 2 :]}"


def _says(row: Row) -> str:
    proposal = f"; proposed: {row['proposal']}" if row.get("proposal") is not None else ""
    parallels = "".join(f"\nparallel in {one['work']}: {one['text']}" for one in row.get("parallels", ()))
    return f"{row['says']}{proposal}{parallels}"


_COLUMNS = (
    Column("kind", lambda row: row["kind"]),
    Column("where", lambda row: row.get("work") or name_of(row["copy"]), folds=True),
    Column("place", lambda row: f"{row['start']:,}–{row['end']:,}", number=True),
    Column("quote", _quote, folds=True),
    Column("what", _says, folds=True),
)
