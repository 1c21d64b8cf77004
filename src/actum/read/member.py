"""One thing found in a container, and the limits within which containers are opened.

Takes       nothing; the readers of containers make these.
Gives       Member, Limits, Budget.
Leaves out  which container is opened by what: `members` knows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from actum.errors import CopyUnread
from actum.model.copy import Found

MEMBER_LIMIT = 32 * 1024 * 1024
"""Largest member that is unpacked, in bytes: as large as the largest file that is read, 2026-11-26."""


class Beyond(CopyUnread):
    """A container with all that it holds is beyond the limits: nothing of it is taken."""


@dataclass(frozen=True, slots=True)
class Member:
    """What a container holds: bytes and where they were found, or the line that says why there are none.

    `found.place` is the container's place, `!/`, and the member's name, which is a name only and no path of this
    machine. `passed` where it is no text and nothing need be said of it: styles, scripts, fonts, pictures of a page.
    """

    found: Found
    data: bytes = b""
    refusal: str = ""
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """How far containers are opened. Set by hand on made bombs; a crawl of a ministry's site stays within, 2026-11-26.

    `depth` of containers in one another; `members` in all; `size` unpacked in all, in bytes; `ratio` of unpacked to
    packed bytes, looked at from `floor` bytes on. Plain text packs to a tenth, the same page many times to a fiftieth.
    """

    depth: int = 5
    members: int = 20_000
    size: int = 512 * 1024 * 1024
    ratio: int = 100
    floor: int = 16 * 1024 * 1024


@dataclass(slots=True)
class Budget:
    """What is left of the limits while one file is opened with all that it holds; `packed` are the file's bytes."""

    place: str
    packed: int
    limits: Limits = field(default_factory=Limits)
    members: int = 0
    unpacked: int = 0

    def spend(self, size: int) -> None:
        """Count unpacked bytes. Raises Beyond, one line for the whole file, where it is too much."""
        self.unpacked += size
        allowed = max(self.limits.floor, self.packed * self.limits.ratio)
        if self.unpacked > min(allowed, self.limits.size):
            raise Beyond(
                f"{self.place}: unpacks to over {min(allowed, self.limits.size):,} bytes from {self.packed:,} "
                f"(limit {self.limits.ratio} times, {self.limits.size:,} in all); not opened. Unpack what you mean."
            )

    def count(self) -> None:
        """Count a member. Raises Beyond where there are too many."""
        self.members += 1
        if self.members > self.limits.members:
            raise Beyond(f"{self.place}: holds over {self.limits.members:,} files; not opened. Unpack what you mean.")

    def descend(self, place: str, depth: int) -> None:
        """Look at the depth of a container. Raises Beyond where it lies too deep."""
        if depth > self.limits.depth:
            raise Beyond(
                f"{self.place}: containers lie over {self.limits.depth} deep in one another ({place[-120:]}); not "
                "opened. Unpack what you mean."
            )


def is_of_page(name: str, pages: Collection[str]) -> bool:
    """Whether a file lies in the folder that a browser saves beside a page, `NAME_files` or `NAME.files`.

    `pages` are the names of pages without their endings; folders are parted by `/`.
    """
    folders = name.split("/")[:-1]
    paths = ("/".join(folders[:depth]) for depth in range(1, len(folders) + 1))
    return any(path.removesuffix(end) in pages for path in paths for end in ("_files", ".files") if path.endswith(end))


def pages_among(names: Iterable[str]) -> set[str]:
    """The names of web pages, without their endings."""
    return {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm"))}


def printable(name: str) -> str:
    """A name as one printable line of a bearable length."""
    shown = "".join(one if one.isprintable() else one.encode("unicode_escape", "replace").decode() for one in name)
    return shown if len(shown) <= 500 else f"{shown[:400]}…{shown[-90:]}"
