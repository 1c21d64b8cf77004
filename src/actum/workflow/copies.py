"""Stored copies, read again with all that is known of where they were found.

Takes       a workspace's log of places, and stored bytes.
Gives       Copies, and the rows of the log that say where they were found.
Method      one reader for every caller: what the header of a container declared goes with the bytes it came with.
            What is slow to read is kept in the workspace by the hash of all that goes in.
Leaves out  taking files in (`add`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from actum.model.copy import Copy, Found, Tracked
from actum.read.read import format_of, read_copy
from actum.store.files import Row
from actum.store.kept_copies import kept_copy, kept_row
from actum.store.workspace import Workspace
from actum.workflow.program import libraries, program

_READING = ("read/", "text/", "language/en/layout", "language/ru/layout", "language/zh/layout", "store/kept_copies")
"""The parts of the program on which hangs what is read off pages, and how it is kept."""

_MORE = ("address", "retrieved", "media")


def place_row(found: Found, sha256: str) -> Row:
    """A row of the log of places: the path, the bytes, and what more is known of it."""
    more = {key: getattr(found, key) for key in _MORE if getattr(found, key)}
    asked = {"tracked": found.tracked} if found.tracked != "after" else {}
    return {"path": found.place, "sha256": sha256} | more | asked


def found_of(rows: Iterable[Row]) -> tuple[Found, ...]:
    """Where a copy was found, of those rows that say more than the path, in order of path."""
    every = [
        Found(
            row["path"],
            row.get("address", ""),
            row.get("retrieved", ""),
            row.get("media", ""),
            row.get("tracked", "after"),
        )
        for row in rows
    ]
    return tuple(sorted((one for one in every if one != Found(one.place)), key=lambda one: one.place))


def stored_copy(workspace: Workspace, sha256: str, places: Mapping[str, Row] | None = None) -> Copy:
    """The copy with this SHA-256, all its places named. Raises CopyUnread where its bytes are gone or not readable."""
    rows = [row for row in (places or workspace.places()).values() if row.get("sha256") == sha256]
    return read_again(workspace, sha256, rows)


def read_again(workspace: Workspace, sha256: str, rows: Sequence[Row]) -> Copy:
    """The copy that stored bytes bear, found at the paths of the rows; at least one.

    Where one of its places was asked for before its tracked changes, it is read so.
    """
    paths = sorted(row["path"] for row in rows)
    found = found_of(rows)
    declared = next((one.media for one in found if one.media), "")
    tracked: Tracked = next((one.tracked for one in found if one.tracked != "after"), "after")
    asked = Found(paths[0], media=declared, tracked=tracked)
    copy = read_kept(workspace, workspace.copy_bytes(sha256), asked)
    return replace(copy, places=tuple(paths), found=found)


def read_kept(workspace: Workspace, data: bytes, found: Found) -> Copy:
    """The copy that bytes bear; what is slow to read (a scan) is read once by one program and its libraries, then kept.

    Raises CopyUnread; a failure is not kept, for a missing library may be there the next time.
    """
    if not format_of(data, place=found.place).slow:
        return read_copy(data, place=found.place, found=found)
    digest = hashlib.sha256(data).hexdigest()
    key = hashlib.sha256("\0".join([digest, found.tracked, program(*_READING), *libraries()]).encode()).hexdigest()[:32]
    row = workspace.kept("copy", key)
    if row is not None:
        return kept_copy(row, place=found.place)
    copy = read_copy(data, place=found.place, found=found)
    row = kept_row(copy)
    if row is not None:
        workspace.keep("copy", key, row)
    return copy
