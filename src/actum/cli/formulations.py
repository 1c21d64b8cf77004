"""`actum formulations`: the wordings that recur through the works."""

from __future__ import annotations

from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, show
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.formulations import formulation_rows

LIMIT = 100
"""Formulations of a language that are shown unless more are asked for, 2026-11-26."""


def formulations(
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most, of each language; 0: all.")] = LIMIT,
) -> None:
    """The wordings (提法) that recur through the works, the most telling first, with their variants.

    A wording is telling where its words are rare, it went far, and somebody takes a stance on it. JSON lines have
    each place with its quote. A variant marked ! denies what the wording does not, or the other way round; where its
    words are the same, it is the stance right before them that is the opposite (反对, 不反对).

    \b
    Example:
      actum formulations --limit 30
      actum formulations --format jsonl
    """
    rows = formulation_rows(open_workspace(workspace), limit=limit)
    show(rows, form=form, keys=ROW_KEYS["formulations"], columns=_COLUMNS, empty="No wording recurs in two works.")


def _variants(row: Row) -> str:
    return "\n".join(("! " if one["negated"] else "") + one["wording"].replace("\n", "") for one in row["variants"])


_COLUMNS = (
    Column("wording", lambda row: row["wording"].replace("\n", ""), folds=True),
    Column("works", lambda row: str(row["works"]), number=True),
    Column("first", lambda row: row["first"]),
    Column("last", lambda row: row["last"]),
    Column("holder", lambda row: " ".join(row["holder"]), folds=True),
    Column("variants", _variants, folds=True),
)
