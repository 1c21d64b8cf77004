"""`actum text`."""

from __future__ import annotations

from actum.cli.options import Format, FormatOption, WorkArgument, WorkspaceOption, open_workspace
from actum.cli.rows import show, write
from actum.store.row_keys import ROW_KEYS
from actum.workflow.show import established_text, text_row


def text(work: WorkArgument, workspace: WorkspaceOption = None, form: FormatOption = Format.table) -> None:
    """The established text of a work, plain: one paragraph a line.

    JSON lines and CSV give one row with the text, and with what the work is.

    \b
    Example:
      actum text 2025-05-08 > statement.txt
      actum text 2025-05-08 --format jsonl | jq -r '.text'
    """
    opened = open_workspace(workspace)
    if form is Format.table:
        write(established_text(opened, work) + "\n")
    else:
        show([text_row(opened, work)], form=form, keys=ROW_KEYS["text"], columns=(), empty="")
