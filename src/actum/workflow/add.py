"""Take files into a workspace: their bytes, unchanged, and where they were found.

Takes       paths of files and folders.
Gives       a report: what is new, known or changed, and a line for each file of which a person must know more.
Method      folders are walked in order of name; each file is read once to see that it can be, then its bytes stored.
Leaves out  names that begin with a dot, and workspaces that lie inside an added folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from actum.errors import CopyUnread
from actum.read.read import SIZE_LIMIT, read_copy
from actum.store.files import Row
from actum.store.workspace import Workspace

BATCH = 500
"""Files whose places are logged in one write; set so that a kill costs at most some seconds of work, 2026-11-25."""


@dataclass(slots=True)
class AddReport:
    """How many files were what, and what is to be said of some.

    `added`: new paths with new bytes; `known`: paths whose bytes are in use already, under this path or another;
    `changed`: paths that had other bytes before. One line each: `same` for a new path of bytes in use, `changes` for a
    changed path, `unread` for what could not be taken.
    """

    added: int = 0
    known: int = 0
    changed: int = 0
    same: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


class _Places:
    """Where copies are found, both ways, kept up with what is added."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self.rows = dict(rows)
        self.paths: dict[str, set[str]] = {}
        for path, row in rows.items():
            self.paths.setdefault(row.get("sha256", ""), set()).add(path)

    def set(self, path: str, row: Row) -> None:
        """From now on `path` is what `row` says."""
        if path in self.rows:
            self.paths[self.rows[path].get("sha256", "")].discard(path)
        self.rows[path] = row
        self.paths.setdefault(row.get("sha256", ""), set()).add(path)

    def others(self, sha256: str, path: str) -> list[str]:
        """The other paths that lead to these bytes, sorted."""
        return sorted(self.paths.get(sha256, set()) - {path})


def add(workspace: Workspace, paths: Sequence[Path], *, seen: Callable[[int], None] = lambda _done: None) -> AddReport:
    """Take all files under `paths` into the workspace; `seen` is told how many files were looked at.

    A file that cannot be read costs one line and stops nothing; what is stored already stays. Adding the same file
    again changes nothing; a path whose content changed is from now on the place of the new content, and the former
    bytes stay stored but are read only where another path leads to them.
    """
    report = AddReport()
    with workspace.writing():
        places = _Places(workspace.places())
        batch: list[Row] = []
        for done, found in enumerate(_files(paths), 1):
            row = _take(workspace, found, report, places)
            if row is not None:
                batch.append(row)
                places.set(row["path"], row)
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
        if (path / "actum.json").is_file():
            yield path, f"{shown(path)}: is a workspace, and its own files are no copies. Add the files themselves."
        elif path.is_dir():
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


def _take(workspace: Workspace, found: tuple[Path, str], report: AddReport, places: _Places) -> Row | None:
    """Read one file and store its bytes; the row to log for its path, None where there is nothing new to log."""
    path, refusal = found
    place = shown(_from_here(path))
    before = places.rows.get(place, {})
    if not refusal:
        try:
            data = path.read_bytes()
            copy = read_copy(data, place=place)
        except CopyUnread as error:
            refusal = str(error)
        except OSError as error:
            refusal = f"{place}: cannot be read ({error.strerror}). Check its permissions."
    if refusal:
        # what was once read from a path stays when the path can no longer be read
        report.unread.append(f"{refusal} What was read from it before stays in use." if "sha256" in before else refusal)
        row = {"path": place, "unread": refusal}
        return None if "sha256" in before or row == before else row
    workspace.keep_copy(data, sha256=copy.sha256)
    _tell(report, place, before.get("sha256", ""), copy.sha256, places)
    return None if before.get("sha256") == copy.sha256 else {"path": place, "sha256": copy.sha256}


def _tell(report: AddReport, place: str, former: str, sha256: str, places: _Places) -> None:
    """Count a file that was read, and say what a person might not expect of it."""
    others = places.others(sha256, place)
    same = f"the same bytes as {others[0]}" if others else ""
    if former == sha256:
        report.known += 1
    elif former:
        report.changed += 1
        report.changes.append(_changed(place, places.others(former, place), same))
    elif same:
        report.known += 1
        report.same.append(f"{place}: {same}. They are one copy, found at both paths.")
    else:
        report.added += 1


def _changed(place: str, elsewhere: Sequence[str], same: str) -> str:
    now = f" (they are {same})" if same else ""
    former = (
        f"The former ones are still read, from {elsewhere[0]}."
        if elsewhere
        else "The former ones stay stored and are read no more. Is this another file? Then add it by another path."
    )
    return f"{place}: its bytes have changed since it was added; the build now reads the new ones{now}. {former}"
