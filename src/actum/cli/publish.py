"""`actum publish`: the reading room as a site of plain files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actum.cli.options import WorkspaceOption, open_workspace
from actum.cli.progress import steps
from actum.cli.rows import counted, say
from actum.web.publish import publish as write_site


def publish(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder for the site.")],
    workspace: WorkspaceOption = None,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DAY", help="The day of statuses and the ledger; today without it.")
    ] = "",
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Write into a folder that holds other files; those of the same names go.")
    ] = False,
) -> None:
    """Write the reading room as a site of plain files, which any web server, or a disk (file://), can show.

    It has every page that reads, in English and Chinese, search included, and the rows of positions, ledger and
    formulations as CSV and JSON lines. What writes (judgements, adding files) is left out, and so is every path of this
    machine. A folder that holds a site of ours is brought up to date; one that holds anything else is refused.

    \b
    Example:
      actum publish site --workspace demo-workspace
    """
    with steps() as progress:
        made = write_site(open_workspace(workspace), folder, force=force, as_of=as_of, tell=progress)
    removed = f"; {counted(made.removed, 'file')} of an earlier site taken away" if made.removed else ""
    say(f"{counted(made.files, 'file')}, {made.size / 1e6:,.1f} MB, in {folder}{removed}.")
    say(f"Statuses and the ledger are as of {made.as_of}.")
    say(f"Open {folder / 'index.html'} in a browser, or put the folder on any web server.")
