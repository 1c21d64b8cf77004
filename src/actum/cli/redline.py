"""`actum redline`: two works as one marked text, to read or to hand on."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from actum.cli.options import EarlierArgument, LaterArgument, WorkspaceOption, open_workspace
from actum.cli.rows import say, write
from actum.export.captions import counted
from actum.export.redline_html import redline_html
from actum.export.redline_terminal import redline_terminal
from actum.workflow.redline import FILE_WIDTH, RedlineForm, check_output, form_of, redline_of, write_redline


def redline(
    earlier: EarlierArgument,
    later: LaterArgument,
    workspace: WorkspaceOption = None,
    form: Annotated[
        RedlineForm | None,
        typer.Option("--as", help="What to make; without it, what the file's ending says, else lines for a terminal."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="The file to write.")] = None,
    *,
    spelling: Annotated[
        bool, typer.Option("--spelling", help="In DOCX, track differences of script, width and spacing too.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """A later text with all that changed since an earlier one marked in it, and each labelled change listed.

    HTML is one page that stands alone. DOCX has tracked changes: accept all and the later text is left, reject all and
    the earlier one is (with --spelling to the letter). On a terminal changes are coloured, unless NO_COLOR is set;
    elsewhere they stand as [-gone-] and {+new+}.

    \b
    Example:
      actum redline 2019-06-05 2025-05-08
      actum redline 2019-06-05 2025-05-08 --out redline.html
      actum redline 2019-06-05 2025-05-08 --as docx --out redline.docx
    """
    form = form_of(out, form)
    check_output(out, form=form, force=force)
    made = redline_of(open_workspace(workspace), earlier, later)
    if out is not None:
        write_redline(made, out, form=form, spelling=spelling, force=force)
        say(f"{out}: {counted(made)}")
    elif form is RedlineForm.html:
        write(redline_html(made))
    else:
        write(redline_terminal(made, width=_width(), colours=_coloured()))


def _width() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else FILE_WIDTH


def _coloured() -> bool:
    """Whether the reader is a terminal that shows colours, and wants them (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
