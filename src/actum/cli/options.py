"""Options that many verbs share, and how a verb finds its workspace."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from actum.errors import NoWorkspace
from actum.store.workspace import Workspace


class Format(StrEnum):
    """How rows come out."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", "-w", metavar="DIR", help="The workspace; without it, the one here or above."),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How rows come out.")]
_WORK = "A work's id, its beginning, words of its title, or a copy's file name."
WorkArgument = Annotated[str, typer.Argument(metavar="WORK", help=_WORK)]
EarlierArgument = Annotated[str, typer.Argument(metavar="EARLIER", help=_WORK)]
LaterArgument = Annotated[str, typer.Argument(metavar="LATER", help=_WORK)]


def open_workspace(folder: Path | None) -> Workspace:
    """The workspace named, else the one found from here upward. Raises NoWorkspace."""
    return Workspace.find(Path.cwd()) if folder is None else Workspace.open_at(folder)


def workspace_if_any(folder: Path | None) -> Workspace | None:
    """The workspace named, else the one found from here upward, else None. Raises NoWorkspace for a wrong name."""
    try:
        return open_workspace(folder)
    except NoWorkspace:
        if folder is not None:
            raise
        return None
