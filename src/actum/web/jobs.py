"""Work in the background: files are taken in, then the build is brought up to date, and everyone may see how far it is.

Takes       files that were uploaded, or nothing, when a judgement asks for a build.
Gives       Progress at any moment.
Method      one thread a room takes one job after another; the build itself runs in a process of its own, so that
            readers do not wait for it, and a fault in it ends that process alone. Jobs that are asked for while a
            build runs are joined into one build behind it.
Leaves out  jobs of other programs on the same workspace: where one holds it, we try again for a while.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from actum.errors import ActumError, WorkspaceBusy
from actum.store.workspace import Workspace
from actum.workflow.add import add
from actum.workflow.build import build
from actum.workflow.room import snapshot
from actum.workflow.search import index_of

PATIENCE = 60.0
"""Seconds for which a workspace that another program holds is tried again, 2026-11-26."""
_PAUSE = 0.25


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: `what` is being done, `done` of `of` (0 where the end is not known).

    `lines` are to be told to a person: what could not be read, or is in the workspace already. `error` is why the last
    job failed. `finished` counts jobs that ended, well or not.
    """

    running: bool = False
    what: str = ""
    done: int = 0
    of: int = 0
    lines: tuple[str, ...] = ()
    error: str = ""
    finished: int = 0
    build: str = ""


@dataclass(slots=True)
class Jobs:
    """The jobs of one room; `ahead` is called with each new build, to compute what readers will ask for first."""

    workspace: Workspace
    ahead: Callable[[Workspace], None] | None = None
    progress: Progress = field(default_factory=Progress)
    _files: list[Path] = field(default_factory=list)
    _asked: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, files: Sequence[Path] = ()) -> Progress:
        """Take these files in, if any, and bring the build up to date; returns at once."""
        with self._lock:
            self._files += files
            self._asked = True
            if not self.progress.running:
                self.progress = replace(self.progress, running=True, what="waiting", done=0, of=0, lines=(), error="")
                threading.Thread(target=self._work, daemon=True).start()
            return self.progress

    def warm(self) -> None:
        """Make what the first readers of the build that holds would wait for, in the background."""
        threading.Thread(target=self._warm, daemon=True).start()

    def _warm(self) -> None:
        build_now = snapshot(self.workspace)
        if build_now.name:
            index_of(build_now)
            if self.ahead is not None:
                self.ahead(self.workspace)

    def seen(self) -> Progress:
        """How far the work is now."""
        return replace(self.progress, build=self.workspace.current() or "")

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._asked:
                    self._tell(running=False, what="", finished=self.progress.finished + 1)
                    if self.ahead is not None:
                        self.warm()
                    return
                files, self._files, self._asked = self._files, [], False
            try:
                self._take_in(files)
                self._build()
            except ActumError as error:
                self._tell(error=str(error))
            except Exception as error:  # noqa: BLE001  whatever goes wrong in the background is told, or nobody learns of it
                self._tell(error=f"the job failed ({type(error).__name__}: {error}). See where the server was started.")

    def _take_in(self, files: Sequence[Path]) -> None:
        if not files:
            return
        self._tell(what="reading", done=0, of=len(files))
        until = time.monotonic() + PATIENCE
        while True:
            try:
                report = add(self.workspace, files, seen=lambda done: self._tell(done=done))
                break
            except WorkspaceBusy:
                if time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)
        self._tell(lines=(*self.progress.lines, *report.unread, *report.changes, *report.same))

    def _build(self) -> None:
        self._tell(what="starting", done=0, of=0)
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=build_apart, args=(self.workspace.root, theirs), daemon=True)
        process.start()
        theirs.close()
        try:
            while True:
                kind, *told = ours.recv()
                if kind == "step":
                    self._tell(what=told[0], done=told[1], of=told[2])
                else:
                    self._tell(**({"error": told[0]} if kind == "error" else {"lines": self._with(told[0])}))
                    break
        except EOFError:
            self._tell(error="the build ended without a word; its memory may have run out. Start it with: actum build")
        finally:
            ours.close()
            process.join()

    def _with(self, lines: Sequence[str]) -> tuple[str, ...]:
        return (*self.progress.lines, *lines)

    def _tell(self, **what: Any) -> None:
        self.progress = replace(self.progress, **what)


def build_apart(root: Path, told: Connection) -> None:
    """Build a workspace and send each step, then the report's lines, or the error, down the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C closes the room, and the room ends this process
    until = time.monotonic() + PATIENCE
    while True:
        try:
            workspace = Workspace.open_at(root)
            report = build(workspace, tell=lambda *step: told.send(("step", *step)))
            told.send(("step", "indexing", 0, 0))
            index_of(snapshot(workspace))
            told.send(("done", report.lines))
        except WorkspaceBusy as error:
            if time.monotonic() < until:
                time.sleep(_PAUSE)
                continue
            told.send(("error", str(error)))
        except ActumError as error:
            told.send(("error", str(error)))
        return
