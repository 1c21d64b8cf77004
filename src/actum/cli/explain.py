"""`actum explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, show
from actum.store.row_keys import ROW_KEYS
from actum.workflow.explain import explain as explain_fact


def explain(
    fact: Annotated[str, typer.Argument(metavar="FACT", help="A fact's id, or the beginning of it.")],
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
) -> None:
    """How a fact was made: its text, fold, cue, scope and rule, and what is doubtful about its place.

    \b
    Example:
      actum explain p3f2a
    """
    rows = explain_fact(open_workspace(workspace), fact)
    show(rows, form=form, keys=ROW_KEYS["explain"], columns=_COLUMNS, empty="")


_COLUMNS = (Column("step", lambda row: row["step"]), Column("", lambda row: row["says"], folds=True))
