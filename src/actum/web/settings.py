"""What the person who starts the reading room decides.

Takes       options of `actum serve`.
Gives       Settings.
Leaves out  what lies in the workspace.
"""

from __future__ import annotations

from dataclasses import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names by which a browser on this machine calls it; a Host header with another name is refused."""
UPLOAD_FILES = 200
"""Files that one upload may hold, 2026-11-26."""
UPLOAD_BYTES = 256 * 1024 * 1024
"""Bytes that one upload may have in all; one file may have `read.SIZE_LIMIT`, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`token` lets its bearer write; with an empty one nobody writes. `hosts` are the names the server answers to.

    `author` signs for who gives no name. `ahead` lets heavy pages of a new build be made before anybody asks.
    """

    token: str = ""
    author: str = "nobody"
    hosts: tuple[str, ...] = LOOPBACK
    upload_files: int = UPLOAD_FILES
    upload_bytes: int = UPLOAD_BYTES
    ahead: bool = True
