"""The door of the room: which reader takes a file.

Takes       bytes, and where they were found.
Gives       a Copy.
Method      what the bytes say comes before what the name says: the first line of `FORMATS` whose test holds reads the
            file; plain text takes what no other line does.
Leaves out  containers: `members` opens them when they are added, and each member is a copy of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found
from actum.read.akn_copy import is_akn, read_akn_copy
from actum.read.docx import is_docx, read_docx
from actum.read.html import is_html, read_html
from actum.read.odt import is_odt, read_odt
from actum.read.pdf import read_pdf
from actum.read.plain import read_plain
from actum.read.rtf import read_rtf
from actum.read.scan import read_scan

SIZE_LIMIT = 32 * 1024 * 1024
"""Largest file that is read, in bytes. The longest treaties are under 2 MB of text; a file beyond this is a dump or a
mistake, and would hold the whole build up. Set by hand, 2026-11-25."""

PAGES_LIMIT = 128 * 1024 * 1024
"""The same for what holds pictures of pages, PDF and images: a scan of 300 dots an inch has 1 to 9 MB a page. Set by
hand, 2026-11-26."""

PAGES_SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg"})
"""How the names of such files end."""

HEAD = 1024
"""How far from the edges of a file its marks are looked for, in bytes: as far as readers of PDF do, 2026-11-26."""
_XML = re.compile(rb"<\?xml\b|<[A-Za-z_][\w.:-]*\s[^<>]{0,800}?\bxmlns(?::[\w.-]+)?\s*=")

Reader = Callable[[bytes, Found], Copy]
"""Reads one format; raises CopyUnread, in one line that names the place, where it cannot."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name for people, whether bytes and a lower-case suffix are of it, and what reads it.

    `slow` where reading takes seconds: what was read is worth keeping.
    """

    name: str
    holds: Callable[[bytes, str], bool]
    reader: Reader
    slow: bool = False


def begins(*signatures: bytes) -> Callable[[bytes, str], bool]:
    """Whether the bytes begin with one of these, whatever the name."""
    return lambda data, _suffix: data.startswith(signatures)


def named(*suffixes: str) -> Callable[[bytes, str], bool]:
    """Whether the name ends so, whatever the bytes."""
    return lambda _data, suffix: suffix in suffixes


def is_pdf(data: bytes, _suffix: str) -> bool:
    """Whether the bytes are a PDF: its mark may stand behind others, but for what is a page or a message itself."""
    if data.startswith(b"%PDF-"):
        return True
    return b"%PDF-" in data[:HEAD] and b"startxref" in data[-HEAD:] and data.lstrip()[:1] != b"<"


def is_xml(data: bytes, suffix: str) -> bool:
    """Whether the bytes begin as XML does, or the name says so."""
    return (
        suffix == ".xml"
        or _XML.match(data[:HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")) is not None
    )


def refused(name: str, advice: str = "Save it as text and add that") -> Reader:
    """A reader that refuses a format that is known and not read."""

    def refuse(_data: bytes, found: Found) -> Copy:
        raise CopyUnread(f"{found.place}: {name} is not read by this version. {advice}.")

    return refuse


def _unread(name: str, holds: Callable[[bytes, str], bool]) -> Format:
    return Format(name, holds, refused(name))


def _packed(name: str, holds: Callable[[bytes, str], bool]) -> Format:
    return Format(name, holds, refused(name, "Unpack it and add the files"))


FORMATS: tuple[Format, ...] = (
    Format("PDF", is_pdf, read_pdf, slow=True),
    Format("DOCX", is_docx, read_docx),
    Format("ODT", is_odt, read_odt),
    _packed("ZIP", begins(b"PK\x03\x04")),
    _unread("old Word (DOC)", begins(b"\xd0\xcf\x11\xe0")),
    Format("RTF", begins(b"{\\rtf"), read_rtf),
    Format("PNG image", begins(b"\x89PNG"), read_scan, slow=True),
    Format("JPEG image", begins(b"\xff\xd8\xff"), read_scan, slow=True),
    _unread("GIF image", begins(b"GIF8")),
    Format("TIFF image", begins(b"II*\x00", b"MM\x00*"), read_scan, slow=True),
    _packed("GZIP", begins(b"\x1f\x8b")),
    _packed("RAR", begins(b"Rar!\x1a\x07")),
    _packed("7-Zip", begins(b"7z\xbc\xaf\x27\x1c")),
    _packed("TAR", lambda data, _suffix: data[257:262] == b"ustar"),
    _unread("SQLite", begins(b"SQLite format 3\x00")),
    _unread("program", begins(b"\x7fELF")),
    Format("Akoma Ntoso", is_akn, read_akn_copy),
    Format("HTML", is_html, read_html),
    _unread("XML", is_xml),
    Format("plain text", lambda _data, _suffix: True, read_plain),
)
"""Every format that is known, one line each; the first whose test holds reads the file."""


def read_copy(data: bytes, *, place: str, found: Found | None = None) -> Copy:
    """The Copy that `data` bears; `found` says more of the place, where more is known.

    Raises CopyUnread, its line naming the file, the rule and what to do.
    """
    chosen = format_of(data, place=place)
    limit = PAGES_LIMIT if chosen.slow else SIZE_LIMIT
    if len(data) > limit:
        raise CopyUnread(
            f"{place}: {len(data):,} bytes in one file (limit {limit:,}). Cut out the text you mean and add that."
        )
    return chosen.reader(data, found or Found(place))


def format_of(data: bytes, *, place: str) -> Format:
    """The format that takes these bytes."""
    # a page's address may be its name, with a query behind it
    suffix = PurePath(re.split(r"[?#]", place, maxsplit=1)[0]).suffix.lower()
    return next(one for one in FORMATS if one.holds(data, suffix))
