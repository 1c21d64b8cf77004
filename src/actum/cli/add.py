"""`actum add`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actum.cli.options import WorkspaceOption, open_workspace
from actum.cli.progress import steps
from actum.cli.rows import say
from actum.workflow.add import add as add_files


def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files and folders, as found.")],
    workspace: WorkspaceOption = None,
) -> None:
    """Take copies into the workspace: plain text or Markdown, in any common encoding.

    Bytes are kept unchanged. What cannot be read costs one line; the rest goes on, and the exit status is 1.

    \b
    Example:
      actum add downloads/ statement.txt --workspace stability
    """
    with steps() as progress:
        report = add_files(open_workspace(workspace), paths, seen=lambda done: progress("reading", done, 0))
    for line in report.unread:
        say(line)
    say(f"{report.added} new, {report.known} known, {len(report.unread)} not read. Next: actum build")
    if report.unread:
        raise typer.Exit(1)
