"""`actum demo`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actum.cli.apparatus import print_apparatus
from actum.cli.doubts import print_doubts
from actum.cli.options import Format
from actum.cli.progress import steps
from actum.cli.rows import counted, say
from actum.cli.works import print_works
from actum.errors import WorkspaceExists
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.sample import open_or_create, sample_folder
from actum.workflow.show import work_rows


def demo(
    folder: Annotated[
        Path, typer.Option("--workspace", "-w", metavar="DIR", help="Where the demonstration's workspace shall lie.")
    ] = Path("demo-workspace"),
    form: Annotated[Format, typer.Option("--format", "-f", help="How rows come out.")] = Format.table,
) -> None:
    """Build a workspace from the sample that comes with Actum, and show what was found.

    The sample is five real copies of statements on strategic stability: scraped, converted, cut and shuffled.

    \b
    Example:
      actum demo
    """
    workspace = open_or_create(folder)
    sample = {path.name for path in sample_folder().iterdir()}
    if own := [path for path in workspace.places() if Path(path).name not in sample]:
        raise WorkspaceExists(f"{folder} is a workspace with copies of your own ({own[0]}); name another folder.")
    with steps() as progress:
        add(workspace, [sample_folder()], seen=lambda done: progress("reading", done, 0))
        report = build(workspace, tell=progress)
    say(f"{counted(report.copies, 'copy')}, {counted(report.works, 'work')}:")
    print_works(workspace, form)
    say("Places of weight where copies of one text differ:")
    for row in work_rows(workspace):
        if len(row["witnesses"]) > 1:
            print_apparatus(workspace, row["work"], form)
    say("What is wrong with the copies and the texts:")
    print_doubts(workspace, form)
    _next(workspace)


def _next(workspace: Workspace) -> None:
    first = work_rows(workspace)[0]["work"]
    say(f"Read on: actum text {first} --workspace {workspace.root}")
    say(f"In the browser: actum serve --workspace {workspace.root}")
