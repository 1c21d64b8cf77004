"""The workspace: one folder, readable by other tools.

    DIR/
      actum.json            {"format": 1}
      copies/ab/abcd….bin   the bytes of each copy, never changed, named by their SHA-256
      places.jsonl          where copies were found, one line an `add` of a file; a later line for a path replaces it
      registry/*.yaml       authority files of the user's own; made by hand, read by every build
      judgements.jsonl      what people decided; only grows
      incoming/SHA/NAME     files that were added in the reading room, as they came
      built/NAME/           one finished build: works, texts, apparatus, doubts, as the verbs print them
      built/current         the name of the build that holds
      kept/                 results of single steps by the hash of all that went in; may be deleted at any time

Takes       a folder.
Gives       its paths, its copies and its lock.
Method      every write is whole or not at all (see `files`); a build becomes visible by one rename.
Leaves out  what builds mean: rows come and go as they are.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from actum.errors import CopyUnread, DataFault, NotBuilt, NoWorkspace, WorkspaceBusy, WorkspaceExists, WorkspaceTooNew
from actum.store.files import Row, append_rows, read_rows, write_rows, write_whole

FORMAT = 1
_HEAD = "actum.json"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace folder that exists and is of a format this version knows; made by `create`, `open_at`, `find`."""

    root: Path

    @classmethod
    def create(cls, root: Path) -> Workspace:
        """A new, empty workspace. Raises WorkspaceExists where `root` is one already, or a folder with other things."""
        if (root / _HEAD).exists():
            raise WorkspaceExists(f"{root} is a workspace already; use it with --workspace {root}.")
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise WorkspaceExists(f"{root} exists and is not an empty folder; name a new one.")
        write_whole(root / _HEAD, json.dumps({"format": FORMAT}).encode() + b"\n")
        return cls(root)

    @classmethod
    def open_at(cls, root: Path) -> Workspace:
        """The workspace at `root`. Raises NoWorkspace where there is none, WorkspaceTooNew for a later format."""
        head = root / _HEAD
        if not head.is_file():
            raise NoWorkspace(f"{root} is no workspace (it has no {_HEAD}). Make one with: actum init {root}")
        try:
            found = int(json.loads(head.read_bytes())["format"])
        except (ValueError, KeyError, TypeError) as error:
            raise NoWorkspace(
                f'{head} does not say its format ({error}). Write {{"format": {FORMAT}}} into it if all is there.'
            ) from error
        if found > FORMAT:
            raise WorkspaceTooNew(
                f"{root} has format {found}; this version reads up to {FORMAT}. Install a later Actum."
            )
        return cls(root)

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """The workspace at `start` or in the nearest folder above it. Raises NoWorkspace."""
        for folder in (start, *start.parents):
            if (folder / _HEAD).is_file():
                return cls.open_at(folder)
        raise NoWorkspace(
            f"no workspace in {start} or above. Make one with: actum init DIR, or name one: --workspace DIR"
        )

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the workspace for writing; readers are not hindered. Raises WorkspaceBusy where another writes.

        The lock goes with its process, so a killed one leaves none behind.
        """
        with (self.root / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise WorkspaceBusy(
                    f"{self.root} is being written by another process. Try again when it is done."
                ) from error
            yield

    @contextlib.contextmanager
    def judging(self) -> Iterator[None]:
        """Hold the judgement log for one line; waits for who holds it, never for a build.

        A build reads the log once, at its start, and is named for what it read: a line that comes later is in the
        next build.
        """
        with (self.root / ".judging.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    # copies and where they were found

    def copy_path(self, sha256: str) -> Path:
        """Where the bytes of a copy lie, or would lie."""
        return self.root / "copies" / sha256[:2] / f"{sha256}.bin"

    def keep_copy(self, data: bytes, *, sha256: str) -> None:
        """Store the bytes of a copy unless they are stored already."""
        if not self.copy_path(sha256).exists():
            write_whole(self.copy_path(sha256), data, flush=False)  # checked against its name whenever it is read

    def copy_bytes(self, sha256: str) -> bytes:
        """The stored bytes of a copy. Raises CopyUnread where they are gone or no longer those that were added."""
        path = self.copy_path(sha256)
        data = path.read_bytes() if path.exists() else b""
        if hashlib.sha256(data).hexdigest() != sha256:
            raise CopyUnread(f"{path}: the stored bytes are gone or changed. Remove the file and add the copy again.")
        return data

    def log_places(self, rows: Iterable[Row]) -> None:
        """Note where copies were found (`path`, `sha256`), or why a file was not read (`path`, `unread`)."""
        append_rows(self.root / "places.jsonl", rows)

    def places(self) -> dict[str, Row]:
        """The latest row for each path, by path. Raises DataFault where a line says no path, or nothing of it."""
        log = self.root / "places.jsonl"
        latest: dict[str, Row] = {}
        for number, row in enumerate(read_rows(log), 1):
            if "path" not in row or not row.keys() & {"sha256", "unread"}:
                raise DataFault(f"{log}, line {number}: says no path with its SHA-256. Put the line back as it was.")
            latest[row["path"]] = row
        return dict(sorted(latest.items()))

    def own_registry_files(self) -> tuple[Path, ...]:
        """The user's own authority files, in order of name; none where there are none."""
        return tuple(sorted((self.root / "registry").glob("*.yaml"), key=lambda file: file.name))

    def own_registry(self) -> tuple[str, ...]:
        """The texts of those files, in their order. Raises DataFault where one is not UTF-8."""
        return tuple(_text_of(file) for file in self.own_registry_files())

    # judgements

    @property
    def judgement_log(self) -> Path:
        """The append-only log of what people decided."""
        return self.root / "judgements.jsonl"

    # builds

    def current(self) -> str | None:
        """The name of the build that holds; None where nothing was built."""
        pointer = self.root / "built" / "current"
        name = pointer.read_text().strip() if pointer.exists() else ""
        return name if name and (self.root / "built" / name).is_dir() else None

    def built(self) -> Path:
        """The folder of the build that holds. Raises NotBuilt."""
        name = self.current()
        if name is None:
            raise NotBuilt(f"{self.root} has no build yet. Make one with: actum build --workspace {self.root}")
        return self.root / "built" / name

    def publish(self, name: str, *, rows: Mapping[str, Iterable[Row]], texts: Mapping[str, str]) -> None:
        """Write a build and make it the one that holds; older builds are removed after that, never before."""
        made = self.root / "built" / f".{name}.new"
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        for path, content in rows.items():
            write_rows(made / path, content)
        for path, text in texts.items():
            write_whole(made / path, (text + "\n").encode("utf8", "surrogatepass"))
        final = self.root / "built" / name
        shutil.rmtree(final, ignore_errors=True)  # left by a kill between the two renames: never the current one
        made.rename(final)
        write_whole(self.root / "built" / "current", name.encode() + b"\n")
        self._sweep(name)

    def _sweep(self, name: str) -> None:
        for other in (self.root / "built").iterdir():
            if other.name not in {name, "current"}:
                shutil.rmtree(other, ignore_errors=True) if other.is_dir() else other.unlink(missing_ok=True)

    # results of single steps

    def kept(self, step: str, key: str) -> Row | None:
        """What a step gave for this key before; None where it was not kept (or not wholly)."""
        try:
            return next(read_rows(self.root / "kept" / step / key[:2] / f"{key}.jsonl"), None)
        except DataFault:
            return None

    def keep(self, step: str, key: str, row: Row) -> None:
        """Keep what a step gave; the key is a hash of everything that went in, the program's version included."""
        write_rows(self.root / "kept" / step / key[:2] / f"{key}.jsonl", (row,))


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf8")
    except UnicodeDecodeError as error:
        line = file.read_bytes().count(b"\n", 0, error.start) + 1
        raise DataFault(f"{file}, line {line}: is not UTF-8. Save the file in UTF-8.") from error
