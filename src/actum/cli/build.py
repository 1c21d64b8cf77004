"""`actum build`."""

from __future__ import annotations

import typer

from actum.cli.options import WorkspaceOption, open_workspace
from actum.cli.progress import steps
from actum.cli.rows import counted, say
from actum.workflow.build import build as build_workspace


def build(workspace: WorkspaceOption = None) -> None:
    """Find which copies carry the same text, and establish each text.

    Nothing is done where nothing has changed. The same files give the same result, in whatever order they came.

    \b
    Example:
      actum build --workspace stability
    """
    with steps() as progress:
        report = build_workspace(open_workspace(workspace), tell=progress)
    for line in report.lines:
        say(line)
    what = "Built" if report.fresh else "Nothing has changed:"
    say(f"{what} {counted(report.works, 'work')} from {counted(report.copies, 'copy')}. Next: actum works")
    if report.lines:
        raise typer.Exit(1)
