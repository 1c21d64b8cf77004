"""`actum loops`: chains of claims that come back to where they began."""

from __future__ import annotations

from typing import Annotated

import typer

from actum.cli.chains import (
    CHAIN,
    QUOTES,
    SAID_BY,
    HolderOption,
    SidesOption,
    SidesOptionOf,
    StitchedOption,
    WorksOption,
    YearOption,
)
from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace
from actum.cli.rows import Column, say, show
from actum.regime.walks.loops import MOST_STEPS
from actum.store.row_keys import ROW_KEYS
from actum.workflow.paths import Chosen, loop_rows

_KINDS = {"+": "+ reinforces", "-": "− balances", "?": "? unclear"}


def loops(
    works: WorksOption = None,
    holder: HolderOption = "",
    year: YearOption = "",
    sides: SidesOptionOf = SidesOption.joined,
    most: Annotated[
        int, typer.Option("--max", min=2, max=12, metavar="STEPS", help="Steps of a loop, at most.")
    ] = MOST_STEPS,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
    *,
    stitched: StitchedOption = False,
) -> None:
    """Loops of the causal map: + reinforces what began, − balances it.

    Of one work (threads) unless asked for others: a loop that only several works make together is nobody's claim. So is
    one whose steps are said of other sides than those on which they meet: --sides any adds these, marked with ¦.

    \b
    Example:
      actum loops
      actum loops --stitched --format jsonl
    """
    told = loop_rows(
        open_workspace(workspace),
        Chosen(works or (), holder, year),
        stitched=stitched,
        most_steps=most,
        any_sides=sides is SidesOption.any,
    )
    columns = (Column("loop", lambda row: _KINDS[row["sign"]]), CHAIN, SAID_BY, QUOTES)
    show(told.rows, form=form, keys=ROW_KEYS["loops"], columns=columns, empty="No loop.")
    for line in told.words:
        say(line)
