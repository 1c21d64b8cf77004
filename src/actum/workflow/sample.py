"""The sample that comes with Actum: in the installed package, or in the checkout."""

from __future__ import annotations

from pathlib import Path

import actum
from actum.errors import DataFault
from actum.store.workspace import Workspace


def sample_folder() -> Path:
    """The folder of the five sample copies. Raises DataFault where neither the package nor a checkout has it."""
    package = Path(actum.__file__).parent
    for folder in (package / "sample", package.parents[1] / "examples" / "strategic-stability"):
        if folder.is_dir():
            return folder
    raise DataFault(f"the sample is missing beside {package}. Install Actum again.")


def open_or_create(folder: Path) -> Workspace:
    """The workspace at `folder`, made where there is none. Raises WorkspaceExists where other things lie there."""
    return Workspace.open_at(folder) if (folder / "actum.json").exists() else Workspace.create(folder)
