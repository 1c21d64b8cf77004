"""The door of the room: which reader takes a file.

Takes       bytes and the path they were found at.
Gives       a Copy.
Method      what the first bytes say comes before what the name says.
Leaves out  containers: a ZIP or a mailbox is refused with one line, not searched.
"""

from __future__ import annotations

from pathlib import PurePath

from actum.errors import CopyUnread
from actum.model.copy import Copy
from actum.read.plain import read_plain

SIZE_LIMIT = 32 * 1024 * 1024
"""Largest file that is read, in bytes. The longest treaties are under 2 MB of text; a file beyond this is a dump or a
mistake, and would hold the whole build up. Set by hand, 2026-11-25."""

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX or ODT"),
    (b"\xd0\xcf\x11\xe0", "old Word (DOC)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"\x1f\x8b", "GZIP"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "program"),
)
_NAMES = {".html": "HTML", ".htm": "HTML", ".xhtml": "HTML", ".mhtml": "MHTML", ".mht": "MHTML", ".xml": "XML"}


def read_copy(data: bytes, *, place: str) -> Copy:
    """The Copy that `data` bears. Raises CopyUnread, its line naming the file, the rule and what to do."""
    if len(data) > SIZE_LIMIT:
        raise CopyUnread(
            f"{place}: {len(data):,} bytes in one file (limit {SIZE_LIMIT:,}). Cut out the text you mean and add that."
        )
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise _unread(place, name)
    if (suffix := PurePath(place).suffix.lower()) in _NAMES:
        raise _unread(place, _NAMES[suffix])
    return read_plain(data, place=place)


def _unread(place: str, name: str) -> CopyUnread:
    return CopyUnread(
        f"{place}: {name} is not read by this version, only plain text and Markdown. Save it as text and add that."
    )
