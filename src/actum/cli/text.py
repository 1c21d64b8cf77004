"""`actum text`."""

from __future__ import annotations

import sys

from actum.cli.options import WorkArgument, WorkspaceOption, open_workspace
from actum.workflow.show import established_text


def text(work: WorkArgument, workspace: WorkspaceOption = None) -> None:
    """The established text of a work, plain: one paragraph a line.

    \b
    Example:
      actum text 2025-05-08 > statement.txt
    """
    sys.stdout.write(established_text(open_workspace(workspace), work) + "\n")
