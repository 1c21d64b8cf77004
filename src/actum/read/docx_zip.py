"""The parts of a document that is a ZIP of XML files, opened with care.

Takes       the bytes of a DOCX or ODT.
Gives       the roots of its parts.
Method      a part is read up to a bound whatever the archive says of it; entities, document types and the network stay
            shut.
Leaves out  what the parts mean.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from lxml import etree

from actum.errors import CopyUnread

PART_LIMIT = 48 * 1024 * 1024
"""Bytes of one part, unpacked, at the most: a book of 1,000 pages has under 20 MB of mark-up, 2026-11-26."""

WHOLE_LIMIT = 2 * PART_LIMIT
"""Bytes of all parts that are read of one document."""

Element = etree._Element  # noqa: SLF001 - lxml gives its element type no other name


class Package:
    """An open archive; `place` and `form` stand in messages only."""

    def __init__(self, data: bytes, *, place: str, form: str) -> None:
        self.place, self.form, self.left = place, form, WHOLE_LIMIT
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = tuple(sorted(set(self.archive.namelist())))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
            raise self.broken(f"the archive cannot be opened ({_one_line(error)})") from error

    def broken(self, why: str) -> CopyUnread:
        """The error that says so; to be raised."""
        return CopyUnread(f"{self.place}: {self.form} that cannot be read: {why}. Save it anew and add that.")

    def root(self, name: str) -> Element | None:
        """The root of a part; None where the archive has none of that name. Raises CopyUnread where it is broken."""
        if name not in self.names:
            return None
        data = self.bytes(name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.broken(f"{name} is no sound XML ({_one_line(error)})") from error

    def bytes(self, name: str) -> bytes:
        """The bytes of a part that the archive has. Raises CopyUnread where it is broken, locked or too large."""
        try:
            with self.archive.open(name) as part:
                data = part.read(min(PART_LIMIT, self.left) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, struct.error) as error:
            why = "it is locked with a password" if "password" in str(error) else f"{name} is damaged"
            raise self.broken(why) from error
        if len(data) > min(PART_LIMIT, self.left):
            raise self.broken(f"with {name} it has more bytes, unpacked, than are read ({PART_LIMIT:,} a part)")
        self.left -= len(data)
        return data


def local(element: Element) -> str:
    """The element's name without its namespace; empty for what is no element (an entity left shut)."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
