"""The one file in a GZIP file; for a web archive, the archive itself.

Takes       the bytes of a GZIP file, of one member or several behind one another.
Gives       what they unpack to, within the limits; of a torn web archive, what comes before the tear.
Leaves out  several files in one TAR: unpack it first.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from actum.errors import CopyUnread
from actum.model.copy import Found
from actum.read.member import MEMBER_LIMIT, Budget, Member
from actum.read.member_warc import is_warc
from actum.read.member_zip import too_large, unpacked


def is_gzip(data: bytes, _suffix: str) -> bool:
    """Whether the bytes are packed by GZIP."""
    return data.startswith(b"\x1f\x8b")


def gzip_members(data: bytes, found: Found, budget: Budget) -> Iterator[Member]:
    """The one member. Raises CopyUnread where the file is damaged, or a bomb."""
    budget.count()
    name = PurePosixPath(found.place.rsplit("!/", 1)[-1]).name
    for suffix in (".gz", ".tgz", ".gzip"):
        name = name.removesuffix(suffix)
    place = f"{found.place}!/{name or 'content'}"
    try:
        whole = unpacked(gzip.GzipFile(fileobj=io.BytesIO(data)).read, budget)
    except (OSError, EOFError, zlib.error) as error:
        whole = _before_tear(data, budget)
        if is_warc(whole, ""):
            yield Member(Found(place, found.address, found.retrieved, found.media), whole)
            return
        raise CopyUnread(f"{found.place}: the GZIP file is damaged ({error}). Fetch it again.") from error
    inner = Found(place, found.address, found.retrieved, found.media)
    yield Member(inner, refusal=too_large(place)) if whole is None else Member(inner, whole)


def _before_tear(data: bytes, budget: Budget) -> bytes:
    """What can be unpacked of torn data, member by member: an archive has its good records in front."""
    made = b""
    while data and len(made) < MEMBER_LIMIT:
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            made += stream.decompress(data, MEMBER_LIMIT - len(made))
        except zlib.error:
            break
        data = stream.unused_data if stream.eof else b""
    budget.spend(len(made))
    return made
