"""Files that come in through the browser: checked, named, and put into the workspace.

Takes       uploaded files.
Gives       their paths in the folder `incoming/` of the workspace.
Method      a file lies under the hash of its bytes and its own name, so that no two files take each other's place,
            and the same file twice is one. Its name is cut down to what a name may be; what the browser says of its
            type is not asked: the readers look at the bytes.
Leaves out  reading: `workflow.add` does, and tells what it could not read.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from fastapi import UploadFile

from actum.errors import NotAllowed
from actum.read.read import SIZE_LIMIT
from actum.store.files import write_whole
from actum.web.room import Room

INCOMING = "incoming"
NAME_BYTES = 180
"""Bytes of UTF-8 that a file's name may have, well under the 255 of common file systems, 2026-11-26."""


def kept_files(room: Room, files: Sequence[UploadFile]) -> list[Path]:
    """The paths of the files, written whole. Raises NotAllowed where one may not come in; then none does."""
    if len(files) > room.settings.upload_files:
        raise NotAllowed(f"{len(files)} files at once (limit {room.settings.upload_files}). Add them in several steps.")
    taken = [(clean_file_name(file.filename or ""), file) for file in files]
    for name, file in taken:
        _check(name, file)
    return [_keep(room, name, file) for name, file in taken]


def _check(name: str, file: UploadFile) -> None:
    suffix = Path(name).suffix.removeprefix(".").lower()
    if suffix and suffix not in suffixes():
        raise NotAllowed(f"{name}: files that end in .{suffix} are not taken. Save the text as .txt and add that.")
    if (file.size or 0) > SIZE_LIMIT:
        raise NotAllowed(f"{name}: {file.size:,} bytes in one file (limit {SIZE_LIMIT:,}). Cut out the text you mean.")


def _keep(room: Room, name: str, file: UploadFile) -> Path:
    data = file.file.read(SIZE_LIMIT + 1)
    path = room.workspace.root / INCOMING / hashlib.sha256(data).hexdigest()[:12] / name
    if not path.exists():
        write_whole(path, data)
    return path


@cache
def suffixes() -> frozenset[str]:
    """Endings of the files that are taken, without their dot."""
    file = resources.files("actum.web") / "data" / "uploads.txt"
    return frozenset(line for line in file.read_text(encoding="utf8").split("\n") if line and not line.startswith("#"))


def clean_file_name(name: str) -> str:
    """The last part of a name, of printable characters, without dots before it, not too long; `file` for none."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(char for char in last if char.isprintable() and char not in '<>:"|?*').strip().lstrip(".")
    stem, dot, suffix = kept.rpartition(".")
    stem, suffix = (stem, dot + suffix[:12]) if dot and stem else (kept, "")
    room_left = NAME_BYTES - len(suffix.encode("utf8", "replace"))
    short = stem.encode("utf8", "replace")[:room_left].decode("utf8", "ignore")
    return (short + suffix).strip() or "file"
