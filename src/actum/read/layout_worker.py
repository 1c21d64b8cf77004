"""A process of its own for libraries that a hostile file can crash, hang or make swallow the memory.

Takes       the name of a module of this room, the bytes of a file, and arguments.
Gives       the rows that the module writes, one JSON line each, and why it ended early if it did.
Method      the child bounds its own memory, and its time anew for each page; what it wrote before it was ended holds.
            Time is processor time: a busy machine changes no result.
Leaves out  systems without POSIX limits: there the child runs unbounded.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from actum.read.layout import Glyph, Sheet

try:
    import resource
except ImportError:  # no POSIX
    resource = None  # type: ignore[assignment]

Row = dict[str, Any]
Ended = Literal["whole", "time", "memory", "crash", "library"]

WALL_SECONDS = 1800
"""What one child may take by the clock at the most, whatever it does: it may wait, which costs no processor time."""

_NO_MEMORY = 77


def run(module: str, data: bytes, arguments: Sequence[str] = ()) -> tuple[list[Row], Ended]:
    """The rows that `actum.read.MODULE` wrote about `data`, and how it ended."""
    command = [sys.executable, "-P", "-m", f"actum.read.{module}", *arguments]
    environment = os.environ | {"OMP_NUM_THREADS": "2", "OMP_THREAD_LIMIT": "2"}
    try:
        done = subprocess.run(  # noqa: S603 -- our own module, arguments of our own making
            command, input=data, capture_output=True, timeout=WALL_SECONDS, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        return _rows(error.stdout or b""), "time"
    return _rows(done.stdout), _ended(done.returncode, done.stderr)


def serve(work: Callable[[bytes, list[str]], Iterable[Row]], *, memory: int) -> None:
    """Be the child: write the rows that `work` makes of standard input; `memory` bounds the data, in bytes."""
    data = sys.stdin.buffer.read()
    out = os.fdopen(os.dup(1), "w", encoding="utf8", errors="surrogatepass")
    os.dup2(2, 1)  # what libraries print is no row
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        for row in work(data, sys.argv[1:]):
            out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
            out.flush()
    except MemoryError:
        os._exit(_NO_MEMORY)


def sheet_of(row: Row) -> Sheet:
    """The sheet that a row of a child describes."""
    number, says = row["number"], row["says"]
    return Sheet(
        number,
        row["width"],
        row["height"],
        tuple(Glyph(*glyph) for glyph in row["glyphs"]),
        tuple(Glyph(*glyph) for glyph in row.get("aslant", ())),
        turned=float(row.get("turned", 0)),
        says=f"page {number} {says}{'' if row['glyphs'] else '; it is not read'}" if says else "",
        by=row.get("by", ""),
    )


def allow(seconds: int) -> None:
    """From now on the child may use so many seconds of processor time, until this is called again."""
    if resource is not None:
        own = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(own.ru_utime + own.ru_stime) + 1 + seconds, most))


def _rows(written: bytes) -> list[Row]:
    whole, _, _torn = written.rpartition(b"\n")
    return [json.loads(line) for line in whole.split(b"\n") if line]


def _ended(code: int, told: bytes) -> Ended:
    if code == 0:
        return "whole"
    last = told.strip().rpartition(b"\n")[2]
    if last.startswith((b"ImportError", b"ModuleNotFoundError")):
        return "library"
    if code == _NO_MEMORY:
        return "memory"
    return "time" if code == -signal.SIGXCPU else "crash"
