"""Writing so that a kill at any moment leaves the old or the new, never half of one.

Takes       a path and what it should hold.
Gives       the path, holding it.
Method      write beside, flush to disk, rename over (POSIX rename is atomic); a log line is one `write` call, and a
            torn last line, left by a kill, is passed over when the log is read and cut off when it is next written.
Leaves out  network file systems that do not keep to POSIX.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from actum.errors import DataFault

Row = dict[str, Any]
_MEND = "Put the line back as it was written; what lies in built/ or kept/ can be removed and built again."


def shown(path: Path | str) -> str:
    """A path as one printable line: control characters and undecodable bytes escaped."""
    text = os.fsencode(path).decode("utf8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def write_whole(path: Path, data: bytes, *, flush: bool = True) -> None:
    """Replace what `path` holds, or make it; other readers see the old bytes or the new ones.

    Without `flush` a power cut may lose or tear the file: only for what is checked when it is read.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    with beside.open("wb") as out:
        out.write(data)
        if flush:
            out.flush()
            os.fsync(out.fileno())
    beside.replace(path)


def line(row: Row) -> str:
    """One JSON line, the same bytes for the same row: keys in the row's order, no escapes but needed ones."""
    return json.dumps(row, ensure_ascii=False, separators=(", ", ": "))


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Replace `path` by JSON lines."""
    write_whole(path, "".join(line(row) + "\n" for row in rows).encode("utf8", "surrogatepass"))


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON lines, in order; none where there is no file; a torn last line is passed over.

    Raises DataFault, naming the line, where one is no JSON object.
    """
    if not path.exists():
        return
    whole, _, _torn = path.read_bytes().rpartition(b"\n")
    for number, row in enumerate(whole.split(b"\n"), 1):
        if row:
            yield _row(path, number, row)


def _row(path: Path, number: int, written: bytes) -> Row:
    try:
        row = json.loads(written.decode("utf8", "surrogatepass"))
    except ValueError as error:
        raise DataFault(f"{path}, line {number}: is no JSON ({error}). {_MEND}") from error
    if not isinstance(row, dict):
        raise DataFault(f"{path}, line {number}: is no JSON object. {_MEND}")
    return row


def append_rows(path: Path, rows: Iterable[Row]) -> None:
    """Add lines at the end of a log, for good: on disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as log:
        _cut_torn_line(log.fileno())
        log.write("".join(line(row) + "\n" for row in rows).encode("utf8", "surrogatepass"))
        log.flush()
        os.fsync(log.fileno())


def _cut_torn_line(file: int) -> None:
    size = os.fstat(file).st_size
    whole = os.pread(file, size, 0).rfind(b"\n") + 1
    if whole != size:
        os.ftruncate(file, whole)
