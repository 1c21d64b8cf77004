"""Stored copies, read again with all that is known of where they were found.

Takes       a workspace's log of places, and stored bytes.
Gives       Copies, and the rows of the log that say where they were found.
Method      one reader for every caller: what the header of a container declared goes with the bytes it came with.
Leaves out  taking files in (`add`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from actum.model.copy import Copy, Found
from actum.read.read import read_copy
from actum.store.files import Row
from actum.store.workspace import Workspace

_MORE = ("address", "retrieved", "media")


def place_row(found: Found, sha256: str) -> Row:
    """A row of the log of places: the path, the bytes, and what more is known of it."""
    return {"path": found.place, "sha256": sha256} | {key: getattr(found, key) for key in _MORE if getattr(found, key)}


def found_of(rows: Iterable[Row]) -> tuple[Found, ...]:
    """Where a copy was found, of those rows that say more than the path, in order of path."""
    every = [Found(row["path"], *(row.get(key, "") for key in _MORE)) for row in rows]
    return tuple(sorted((one for one in every if one != Found(one.place)), key=lambda one: one.place))


def stored_copy(workspace: Workspace, sha256: str, places: Mapping[str, Row] | None = None) -> Copy:
    """The copy with this SHA-256, all its places named. Raises CopyUnread where its bytes are gone or not readable."""
    rows = [row for row in (places or workspace.places()).values() if row.get("sha256") == sha256]
    return read_again(workspace.copy_bytes(sha256), rows)


def read_again(data: bytes, rows: Sequence[Row]) -> Copy:
    """The copy that stored bytes bear, found at the paths of the rows; at least one."""
    paths = sorted(row["path"] for row in rows)
    found = found_of(rows)
    declared = next((one.media for one in found if one.media), "")
    copy = read_copy(data, place=paths[0], found=Found(paths[0], media=declared))
    return replace(copy, places=tuple(paths), found=found)
