"""Take files into a workspace: their bytes, unchanged, and where they were found.

Takes       paths of files and folders.
Gives       a report: what is new, what was known, and a line for each file that could not be read.
Method      folders are walked in order of name; each file is read once to see that it can be, then its bytes stored.
Leaves out  names that begin with a dot, and workspaces that lie inside an added folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from actum.errors import CopyUnread
from actum.read.read import SIZE_LIMIT, read_copy
from actum.store.workspace import Workspace

BATCH = 500
"""Files whose places are logged in one write; set so that a kill costs at most some seconds of work, 2026-11-25."""


@dataclass(slots=True)
class AddReport:
    """`added`: copies stored now; `known`: files whose bytes were stored already; `unread`: one line for each other."""

    added: int = 0
    known: int = 0
    unread: list[str] = field(default_factory=list)


def add(workspace: Workspace, paths: Sequence[Path], *, seen: Callable[[int], None] = lambda _done: None) -> AddReport:
    """Take all files under `paths` into the workspace; `seen` is told how many files were looked at.

    A file that cannot be read costs one line and stops nothing; what is stored already stays. Adding the same file
    again changes nothing; a path whose content changed is from now on the place of the new content.
    """
    report = AddReport()
    with workspace.writing():
        rows = workspace.places()
        batch: list[dict[str, str]] = []
        for done, found in enumerate(_files(paths), 1):
            row = _take(workspace, found, report)
            before = rows.get(row["path"], {})
            # what was once read from a path stays when the path can no longer be read
            if row != before and not ("unread" in row and "sha256" in before):
                batch.append(row)
            if len(batch) >= BATCH:
                workspace.log_places(batch)
                batch = []
            seen(done)
        workspace.log_places(batch)
    return report


def shown(path: Path | str) -> str:
    """A path as one printable line: control characters and undecodable bytes escaped."""
    text = os.fsencode(path).decode("utf8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _from_here(path: Path) -> Path:
    """The path as seen from the working folder where it lies in it; else as it was given."""
    whole = Path(os.path.normpath(Path.cwd() / path))
    return whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else Path(os.path.normpath(path))


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Every file under the paths with an empty line, or with the line that says why it cannot be taken."""
    for path in paths:
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path, _refusal(path)


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    if (folder / "actum.json").is_file():
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield folder, f"{shown(folder)}: the folder cannot be read ({error.strerror}). Check its permissions."
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path)
        elif entry.is_symlink() and path.is_dir():
            yield path, f"{shown(path)}: a link to a folder is not followed (it may lead in a circle). Add that folder."
        else:
            yield path, _refusal(path)


def _refusal(path: Path) -> str:
    """Why a path cannot be opened as a file; empty where it can."""
    try:
        status = path.stat()
    except OSError as error:
        return f"{shown(path)}: cannot be opened ({error.strerror}). Check the name, or where a link leads."
    if not stat.S_ISREG(status.st_mode):
        return f"{shown(path)}: is no file but a device, pipe or socket. Add a file."
    if status.st_size > SIZE_LIMIT:
        return (
            f"{shown(path)}: {status.st_size:,} bytes in one file (limit {SIZE_LIMIT:,}). "
            "Cut out the text you mean and add that."
        )
    return ""


def _take(workspace: Workspace, found: tuple[Path, str], report: AddReport) -> dict[str, str]:
    """Read one file and store its bytes; the row to log for its path."""
    path, refusal = found
    place = shown(_from_here(path))
    if not refusal:
        try:
            data = path.read_bytes()
            copy = read_copy(data, place=place)
        except CopyUnread as error:
            refusal = str(error)
        except OSError as error:
            refusal = f"{place}: cannot be read ({error.strerror}). Check its permissions."
    if refusal:
        report.unread.append(refusal)
        return {"path": place, "unread": refusal}
    if workspace.copy_path(copy.sha256).exists():
        report.known += 1
    else:
        workspace.keep_copy(data, sha256=copy.sha256)
        report.added += 1
    return {"path": place, "sha256": copy.sha256}
