"""`actum init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actum.cli.rows import say
from actum.store.workspace import Workspace


def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; new or empty.")]) -> None:
    """Make an empty workspace.

    \b
    Example:
      actum init stability
    """
    Workspace.create(folder)
    say(f"Made the workspace {folder}. Next: actum add PATH… --workspace {folder}")
