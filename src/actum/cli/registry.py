"""`actum registry`: what the authority files know, and what they lack."""

from __future__ import annotations

from typing import Annotated

import typer

from actum.cli.options import Format, FormatOption, WorkspaceOption, open_workspace, workspace_if_any
from actum.cli.rows import Column, show
from actum.errors import NoSuchRow
from actum.store.files import Row
from actum.store.row_keys import ROW_KEYS
from actum.workflow.registers import found_rows
from actum.workflow.show import candidate_rows

registry = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The authority files: states, instruments, bodies, concepts, with their names and sources.",
)


@registry.command()
def candidates(workspace: WorkspaceOption = None, form: FormatOption = Format.table) -> None:
    """Instruments and bodies that the texts name and the registry lacks.

    \b
    Example:
      actum registry candidates
    """
    rows = candidate_rows(open_workspace(workspace))
    empty = "The registry knows every instrument and body that is named."
    show(rows, form=form, keys=ROW_KEYS["registry candidates"], columns=_CANDIDATES, empty=empty)


@registry.command()
def find(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="A slug, or words of a name in any language.")],
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Rows of the registry by slug or name, each with its source and how sure it is.

    The workspace's own rows count too; where there is no workspace, the rows that come with Actum are asked alone.
    A row of sureness B or C is unverified: general knowledge, still to be checked, or doubtful.

    \b
    Example:
      actum registry find npt
      actum registry find 中导条约 --format jsonl
    """
    rows = found_rows(words, workspace_if_any(workspace))
    if not rows:
        raise NoSuchRow(f"no row of the registry is called “{words}”. Try another name, or part of one.")
    show(rows, form=form, keys=ROW_KEYS["registry find"], columns=_ROWS, empty="")


def _names(row: Row) -> str:
    return "\n".join(f"{name['lang']}: {name['text']}" for name in row["names"][:6])


def _sure(row: Row) -> str:
    return {"A": "checked", "B": "unverified (B)", "C": "unverified (C)"}[row["sure"]]


_CANDIDATES = (
    Column("id", lambda row: row["id"], folds=True),
    Column("kind", lambda row: row["kind"]),
    Column("times", lambda row: str(row["count"]), number=True),
    Column("as written", lambda row: row["places"][0]["text"], folds=True),
)
_ROWS = (
    Column("slug", lambda row: row["slug"], folds=True),
    Column("kind", lambda row: row["kind"]),
    Column("names", _names, folds=True),
    Column("sure", _sure),
    Column("source", lambda row: row["source"], folds=True),
)
