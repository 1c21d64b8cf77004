"""Take files into a workspace: their bytes, unchanged, and where they were found.

Takes       paths of files and folders.
Gives       a report: what is new, known or changed, and a line for each file of which a person must know more.
Method      folders are walked in order of name; each file is read once to see that it can be, then its bytes stored.
            A container (archive, message, saved page, web archive) is opened: each member is a copy of its own, whose
            path is the container's, `!/`, and its name; the container itself is not stored.
Leaves out  names that begin with a dot, workspaces that lie inside an added folder, and what belongs to a saved page
            and is no text (style sheets, scripts, fonts, the folder that a browser saves beside it): it is counted.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from actum.errors import CopyUnread
from actum.model.copy import Found, Tracked
from actum.read.member import Member, pages_among
from actum.read.members import FILE_LIMIT, SUFFIXES, container_of, is_aside, members
from actum.read.read import PAGES_LIMIT, PAGES_SUFFIXES, SIZE_LIMIT
from actum.store.files import Row, shown
from actum.store.workspace import Workspace
from actum.workflow.copies import place_row, read_kept

BATCH = 500
"""Files whose places are logged in one write; set so that a kill costs at most some seconds of work, 2026-11-25."""

_OF_PAGE = "was saved beside a page"


@dataclass(slots=True)
class AddReport:
    """How many files were what, and what is to be said of some.

    `added`: new paths with new bytes; `known`: paths whose bytes are in use already, under this path or another;
    `changed`: paths that had other bytes before. One line each: `same` for a new path of bytes in use, `changes` for a
    changed path, `unread` for what could not be taken. `passed`: files that are no text and belong to a page.
    """

    added: int = 0
    known: int = 0
    changed: int = 0
    passed: int = 0
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


def add(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    tracked: Tracked = "after",
    seen: Callable[[int], None] = lambda _done: None,
) -> AddReport:
    """Take all files under `paths` into the workspace; `seen` is told how many files were looked at.

    Texts with tracked changes are read in the state `tracked`, from now on and at each build.

    A file that cannot be read costs one line and stops nothing; what is stored already stays. Adding the same file
    again changes nothing; a path whose content changed is from now on the place of the new content, and the former
    bytes stay stored but are read only where another path leads to them.
    """
    report = AddReport()
    with workspace.writing():
        places = _Places(workspace.places())
        log = _Log(workspace, places)
        for done, (path, refusal) in enumerate(_files(paths), 1):
            inside = f"{shown(_from_here(path))}!/"
            opened = False
            for item in _items(path, refusal):
                asked = replace(item, found=replace(item.found, tracked=tracked))
                log.add(_take(workspace, asked, report, places))
                opened = opened or item.found.place.startswith(inside)
            if opened:
                _tell_missing(inside, report, places, log)
            seen(done)
        log.flush()
    return report


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
    pages = pages_among(entry.name for entry in entries)
    beside = {f"{page}{end}" for page in pages for end in ("_files", ".files")}
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from ((one, _OF_PAGE) for one, _ in _walk(path)) if entry.name in beside else _walk(path)
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
    suffix = path.suffix.lower()
    limit = FILE_LIMIT if suffix in SUFFIXES else PAGES_LIMIT if suffix in PAGES_SUFFIXES else SIZE_LIMIT
    if status.st_size > limit:
        return (
            f"{shown(path)}: {status.st_size:,} bytes in one file (limit {limit:,}). "
            "Cut out the text you mean and add that."
        )
    return ""


class _Log:
    """Rows of places, written some hundred at a time."""

    def __init__(self, workspace: Workspace, places: _Places) -> None:
        self.workspace, self.places = workspace, places
        self.batch: list[Row] = []
        self.met: set[str] = set()

    def add(self, taken: tuple[str, Row | None]) -> None:
        """Note that a path was met, and its row where there is one to log."""
        path, row = taken
        self.met.add(path)
        if row is not None:
            self.batch.append(row)
            self.places.set(path, row)
        if len(self.batch) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is due."""
        self.workspace.log_places(self.batch)
        self.batch = []


def _items(path: Path, refusal: str) -> Iterator[Member]:
    """A file as one member of itself, or the members that it holds; what cannot be had has its line."""
    place = shown(_from_here(path))
    found = Found(place)
    if refusal == _OF_PAGE:
        yield Member(found, passed=True)
        return
    if refusal:
        yield Member(found, refusal=refusal)
        return
    try:
        data = path.read_bytes()
        if container_of(data, place) is None:
            yield Member(found, data, passed=is_aside(place))
        else:
            yield from members(data, found)
    except CopyUnread as error:
        yield Member(found, refusal=str(error))
    except OSError as error:
        yield Member(found, refusal=f"{place}: cannot be read ({error.strerror}). Check its permissions.")


def _take(workspace: Workspace, item: Member, report: AddReport, places: _Places) -> tuple[str, Row | None]:
    """Read one file and store its bytes; its path, and the row to log, None where there is nothing new to log."""
    place = item.found.place
    before = places.rows.get(place, {})
    if item.passed:
        report.passed += 1
        return place, None
    refusal = item.refusal
    if not refusal:
        try:
            sha256 = read_kept(workspace, item.data, item.found).sha256
        except CopyUnread as error:
            refusal = str(error)
    if refusal:
        # what was once read from a path stays when the path can no longer be read
        report.unread.append(f"{refusal} What was read from it before stays in use." if "sha256" in before else refusal)
        row = {"path": place, "unread": refusal}
        return place, None if "sha256" in before or row == before else row
    workspace.keep_copy(item.data, sha256=sha256)
    _tell(report, place, before.get("sha256", ""), sha256, places)
    row = place_row(item.found, sha256)
    return place, None if row == before else row


def _tell_missing(inside: str, report: AddReport, places: _Places, log: _Log) -> None:
    """Say of members that a container held once and holds no longer that they stay in use."""
    held = (one for one, row in places.rows.items() if one.startswith(inside) and "sha256" in row)
    gone = [one for one in held if one not in log.met]
    if gone:
        files = "a file that was" if len(gone) == 1 else f"{len(gone)} files that were"
        report.changes.append(f"{inside[:-2]}: {files} in it before (first {gone[0]}) still in use, no longer in it.")


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
