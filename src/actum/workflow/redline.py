"""A redline of two works, and the file that holds it.

Takes       a workspace with a build, the names of two works, the form that is asked for.
Gives       a Redline; a page, a file's bytes; a file that is never written over unasked.
Method      both works as the build read them → align → redline → its form; each step one call.
Leaves out  which terminal there is: the verb knows.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from actum.align.align import align
from actum.errors import OutputRefused
from actum.export.marked import Head, Redline
from actum.export.redline import redline
from actum.export.redline_docx import redline_docx
from actum.export.redline_html import redline_html
from actum.export.redline_terminal import redline_terminal
from actum.registry.load import load
from actum.store.files import Row, write_whole
from actum.store.workspace import Workspace
from actum.workflow.compare import sides
from actum.workflow.show import find_work

FILE_WIDTH = 100
"""Columns of a redline in a plain text file, 2026-11-26."""


class RedlineForm(StrEnum):
    """What a redline can be written as."""

    terminal = "terminal"
    html = "html"
    docx = "docx"


ENDINGS = {
    ".html": RedlineForm.html, ".htm": RedlineForm.html, ".docx": RedlineForm.docx, ".txt": RedlineForm.terminal,
}  # fmt: skip
"""What the ending of a file's name says of its form."""


def redline_of(workspace: Workspace, earlier: str, later: str) -> Redline:
    """The redline of two works. Raises NoSuchWork, NotComparable, NotBuilt."""
    ours, theirs = sides(workspace, earlier, later)
    found = align(ours, theirs, registry=load(workspace.own_registry()))
    heads = (_head(find_work(workspace, earlier)), _head(find_work(workspace, later)))
    return redline(found, ours, theirs, heads=heads)


def form_of(path: Path | None, asked: RedlineForm | None) -> RedlineForm:
    """The form asked for, else what the file's ending says, else lines for a terminal.

    Raises OutputRefused for an ending of no form, or of another than was asked for.
    """
    ending = path.suffix if path else ""
    says = ENDINGS.get(ending.lower())
    known = ", ".join(ENDINGS)
    if ending and says is None:
        raise OutputRefused(f"“{ending}” is the ending of no form of a redline. Name a file that ends in {known}.")
    if says and asked and says is not asked:
        raise OutputRefused(f"“{ending}” is the ending of {says}, not of {asked}. Name another, or leave out --as.")
    return asked or says or RedlineForm.terminal


def check_output(path: Path | None, *, form: RedlineForm, force: bool) -> None:
    """Raise OutputRefused where a form needs a file and none is named, its folder is not there, or it is there."""
    if path is None and form is RedlineForm.docx:
        raise OutputRefused("a Word document cannot be shown here. Name a file for it: --out FILE.docx.")
    if path is not None and not path.parent.is_dir():
        raise OutputRefused(f"{path.parent} is no folder. Make it first, or name a file in one that is there.")
    if path is not None and path.exists() and not force:
        raise OutputRefused(f"{path} is there already. Name another file, or write over it with --force.")


def write_redline(made: Redline, path: Path, *, form: RedlineForm, spelling: bool, force: bool) -> None:
    """Write a redline to a file, whole or not at all; `spelling` is for DOCX alone. Raises OutputRefused."""
    check_output(path, form=form, force=force)
    write_whole(path, _bytes(made, form, spelling=spelling))


def _bytes(made: Redline, form: RedlineForm, *, spelling: bool) -> bytes:
    if form is RedlineForm.docx:
        return redline_docx(made, spelling=spelling)
    page = redline_html(made) if form is RedlineForm.html else redline_terminal(made, width=FILE_WIDTH, colours=False)
    return page.encode("utf8")


def _head(work: Row) -> Head:
    return Head(work["work"], work["title"], work["date"], work["language"], work["complete"])
