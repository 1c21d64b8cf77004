"""The files in a ZIP archive.

Takes       the bytes of an archive.
Gives       members in the archive's own order, each unpacked within the limits.
Method      the standard library's reader; stored, deflated and bzip2 members. A name in no declared encoding is read
            as UTF-8, GB18030 or the code page of Russian DOS where its characters bear that out.
Leaves out  folders, what a browser saved beside a page, names that begin with a dot, and members packed by methods that
            ask for any amount of memory.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from actum.errors import CopyUnread
from actum.model.copy import Found
from actum.read.member import MEMBER_LIMIT, Budget, Member, is_of_page, pages_among, printable
from actum.read.member_epub import is_book, pages_of_book

CHUNK = 1 << 20
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2}
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
)
_SCRIPTS = (
    ("gb18030", re.compile("[\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")),
    ("cp866", re.compile("[\u0400-\u04ff№]+")),
)


def is_zip(data: bytes, _suffix: str) -> bool:
    """Whether the bytes are an archive of files, and no document that is packed as one (DOCX, ODT, spreadsheets)."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:10_000]
    except _FAULTS:
        # torn: a document's first member tells it
        return b"[Content_Types].xml" not in data[:4000] and data[30:38] != b"mimetype"
    return "[Content_Types].xml" not in names and not (names[:1] == ["mimetype"] and "content.xml" in names)


def zip_members(data: bytes, found: Found, budget: Budget) -> Iterator[Member]:
    """The members. Raises CopyUnread where the archive is torn, all of it is locked, or it is a bomb."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _FAULTS as error:
        raise CopyUnread(
            f"{found.place}: the archive is damaged ({_reason(error)}). Fetch it again, or unpack what can be."
        ) from error
    files = [entry for entry in entries if not entry.is_dir()]
    if files and all(entry.flag_bits & 1 for entry in files):
        raise CopyUnread(f"{found.place}: the archive is locked by a password. Unpack it and add the files.")
    pages = pages_among(map(name_of, files))
    with archive:
        if is_book(names := [name_of(entry) for entry in files]):
            yield from _book(archive, dict(zip(names, files, strict=True)), found, budget)
            return
        for entry in files:
            budget.count()
            name = name_of(entry)
            if is_of_page(name, pages):
                yield Member(Found(f"{found.place}!/{printable(name)}"), passed=True)
            elif not _is_aside(name):
                yield _member(archive, entry, f"{found.place}!/{printable(name)}", found, budget)


def _book(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], found: Found, budget: Budget
) -> Iterator[Member]:
    """The pages of an electronic book in the order in which they are read; all else in it is passed over."""

    def data_of(name: str) -> bytes:
        return _member(archive, entries[name], name, found, budget).data

    chosen = pages_of_book(list(entries), data_of)
    for name in [*chosen, *(one for one in entries if one not in set(chosen))]:
        budget.count()
        place = f"{found.place}!/{printable(name)}"
        if name in chosen:
            yield _member(archive, entries[name], place, found, budget)
        else:
            yield Member(Found(place), passed=True)


def _is_aside(name: str) -> bool:
    """Whether a name is hidden, or of what another system keeps beside its files."""
    if name.rpartition("/")[2].lower() in {"thumbs.db", "desktop.ini"}:
        return True
    return "__MACOSX/" in name or any(part.startswith(".") and part.strip(".") for part in name.split("/"))


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str, around: Found, budget: Budget) -> Member:
    found = Found(place, around.address, around.retrieved)
    if entry.flag_bits & 1:
        return Member(found, refusal=f"{place}: is locked by a password. Unpack it and add the file.")
    if entry.compress_type not in _METHODS:
        return Member(found, refusal=f"{place}: is packed by method {entry.compress_type}, not read here. Unpack it.")
    try:
        with archive.open(entry) as stream:
            data = unpacked(stream.read, budget)
    except _FAULTS as error:
        return Member(found, refusal=f"{place}: the archive is damaged here ({_reason(error)}). Fetch it again.")
    if data is None:
        return Member(found, refusal=too_large(place))
    return Member(found, data)


def unpacked(read: object, budget: Budget) -> bytes | None:
    """All that a stream gives, piece by piece against the budget; None where one member is too large."""
    pieces: list[bytes] = []
    size = 0
    while piece := read(CHUNK):  # type: ignore[operator] # a bound method of any stream
        budget.spend(len(piece))
        size += len(piece)
        if size <= MEMBER_LIMIT:
            pieces.append(piece)
        else:
            pieces = []
    return None if size > MEMBER_LIMIT else b"".join(pieces)


def too_large(place: str) -> str:
    """The line for one member that is too large."""
    return f"{place}: over {MEMBER_LIMIT:,} bytes in one file. Cut out the text you mean and add that."


def name_of(entry: zipfile.ZipInfo) -> str:
    """The name of a member in characters; its folders parted by `/`."""
    name = entry.filename
    if not entry.flag_bits & 0x800 and not name.isascii():
        raw = name.encode("cp437", "replace")
        for encoding, script in (("utf-8", None), *_SCRIPTS):
            try:
                read = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            if script is None or script.fullmatch("".join(one for one in read if not one.isascii())):
                return read
    return name


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
