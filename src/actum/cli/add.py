"""`actum add`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from actum.cli.options import WorkspaceOption, open_workspace
from actum.cli.progress import steps
from actum.cli.rows import say
from actum.model.copy import Tracked
from actum.workflow.add import add as add_files

SAME_SHOWN = 10
"""Lines about files with the same bytes that are said one by one, 2026-11-26."""


def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files and folders, as found.")],
    tracked: Annotated[
        str, typer.Option(help="In which state texts with tracked changes are read.", metavar="after|before")
    ] = "after",
    workspace: WorkspaceOption = None,
) -> None:
    """Take copies into the workspace: texts, web pages, documents, scans, UN files, and archives of them.

    Bytes are kept unchanged. An archive, a message or a saved page (ZIP, EML, MHTML, WARC, GZIP) is opened: what it
    holds are copies of their own, found at ARCHIVE!/NAME. docs/formats.md says what each format gives. What cannot be
    read costs one line; the rest goes on, and the exit status is 1. Files with
    the same bytes are one copy with several paths. A path whose bytes have changed stands for the new ones; the former
    stay stored, and are read only where another path leads to them.

    \b
    Example:
      actum add downloads/ statement.txt --workspace stability
    """
    if tracked not in get_args(Tracked):
        raise typer.BadParameter(f"{tracked!r} is no state: say after (with the changes made) or before (with none).")
    state: Tracked = "before" if tracked == "before" else "after"
    with steps() as progress:
        report = add_files(
            open_workspace(workspace), paths, tracked=state, seen=lambda done: progress("reading", done, 0)
        )
    for line in (*report.changes, *report.same[:SAME_SHOWN], *report.unread):
        say(line)
    if (more := len(report.same) - SAME_SHOWN) > 0:
        say(f"{more:,} more have the same bytes as others; actum works shows all paths of a copy.")
    changed = f"{report.changed} changed, " if report.changed else ""
    say(f"{report.added} new, {changed}{report.known} known, {len(report.unread)} not read. Next: actum build")
    if report.passed:
        files = "1 file was" if report.passed == 1 else f"{report.passed:,} files were"
        say(f"{files} passed over: style sheets, scripts, fonts, and pictures that belong to a page.")
    if report.unread:
        raise typer.Exit(1)
