"""The pages in a web archive (WARC).

Takes       the bytes of an archive, unpacked.
Gives       a member for each page or document that was fetched whole, its address and the time it was fetched.
Method      ISO 28500: a record is a head, a length, a body; of a response, the HTTP head is read, chunks are joined
            and what is packed is unpacked within the limits.
Leaves out  requests, failures and redirections, pictures, style sheets, scripts and fonts.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator

from actum.errors import CopyUnread
from actum.model.copy import Found
from actum.read.member import MEMBER_LIMIT, Budget, Member, printable
from actum.read.member_zip import too_large, unpacked

_HEAD = re.compile(rb"WARC/\d\.\d{1,2}\r?\n")
_FIELD = re.compile(rb"^([A-Za-z0-9-]{1,60}):[ \t]*([^\r\n]*)", re.MULTILINE)
_BLANK = re.compile(rb"\r?\n\r?\n")
RECORD_HEAD = 16_384
"""Longest head of a record, in bytes; the longest seen has under 1,000, 2026-11-26."""
HEAD_LIMIT = 65_536
"""Longest head of an HTTP answer, in bytes, 2026-11-26."""
_PASSED = re.compile(
    r"\s*(?:image/|audio/|video/|font/|text/css|(?:text|application)/(?:x-)?(?:java|ecma)script|application/(?:font|vnd\.ms-font|json|x-font)|text/dns)",
    re.IGNORECASE,
)
_RAW_DEFLATE = -15


def is_warc(data: bytes, _suffix: str) -> bool:
    """Whether the bytes begin as a web archive does."""
    return _HEAD.match(data) is not None


def is_passed(media: str) -> bool:
    """Whether a media type is of what belongs to a page and is no text: pictures, styles, scripts, fonts."""
    return _PASSED.match(media) is not None


def warc_members(data: bytes, found: Found, budget: Budget) -> Iterator[Member]:
    """The members in order. Raises CopyUnread where the first record is damaged, or the archive is a bomb."""
    at = taken = 0
    blank = None
    while (head := _HEAD.search(data, at)) is not None:
        if blank is None or blank.end() <= head.end():
            blank = _BLANK.search(data, head.end() - 1)
        if blank is None:
            break
        if blank.start() - head.end() > RECORD_HEAD:
            at = head.end()
            continue
        fields, body = _fields(data[head.end() : blank.start()]), blank.end()
        length = fields.get("content-length", "")
        if not length.isdecimal() or len(length) > 12:
            at = head.end()
            continue
        end = body + int(length)
        if end > len(data):
            place = f"{found.place}!/{printable(fields.get('warc-target-uri', 'record'))}"
            yield Member(Found(place), refusal=f"{place}: the archive ends within this record. Fetch it again.")
            return
        member = _member(data[body:end], fields, found, budget)
        if member is not None:
            budget.count()
            taken += 1
            yield member
        at = end
    if not taken:
        raise CopyUnread(f"{found.place}: the web archive holds no page that was fetched whole. Check how it was made.")


def _fields(head: bytes) -> dict[str, str]:
    """The fields of a head, names in lower case; the first of a name counts."""
    fields: dict[str, str] = {}
    for one in _FIELD.finditer(head):
        name = one.group(1).decode("ascii").lower()
        fields.setdefault(name, one.group(2).strip().decode("utf8", "replace"))
    return fields


def _member(body: bytes, fields: dict[str, str], around: Found, budget: Budget) -> Member | None:
    kind = fields.get("warc-type", "")
    address = fields.get("warc-target-uri", "").strip("<>")
    if kind not in {"response", "resource", "conversion"} or address.startswith(("dns:", "urn:", "metadata:")):
        return None
    media, packed = fields.get("content-type", ""), ""
    if kind == "response" and body.startswith(b"HTTP/"):
        status = body[:40].split(b" ")[1:2]
        if status != [b"200"]:
            return None
        blank = _BLANK.search(body, 0, HEAD_LIMIT)
        http = _fields(body[: blank.start()] if blank else body[:HEAD_LIMIT])
        media, packed = http.get("content-type", ""), http.get("content-encoding", "")
        body = body[blank.end() :] if blank else b""
        if "chunked" in http.get("transfer-encoding", "").lower():
            body = joined(body)
    place = f"{around.place}!/{printable(address or 'record')}"
    found = Found(place, address, fields.get("warc-date", ""), media)
    if is_passed(media):
        return Member(found, passed=True)
    return _unpacked(found, body, packed.strip().lower(), budget)


def _unpacked(found: Found, body: bytes, packed: str, budget: Budget) -> Member:
    if packed in {"", "identity"}:
        budget.spend(len(body))
        return Member(found, body) if len(body) <= MEMBER_LIMIT else Member(found, refusal=too_large(found.place))
    if packed not in {"gzip", "x-gzip", "deflate"}:
        return Member(
            found, refusal=f"{found.place}: packed as {packed[:20]}, not read here. Save the page and add it."
        )
    # a server that says deflate sends it with a head or without
    bare = packed == "deflate" and not (body[:1] and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0)
    stream = zlib.decompressobj(_RAW_DEFLATE if bare else zlib.MAX_WBITS | 32)
    try:
        data = unpacked(_Inflating(stream, body).read, budget)
    except zlib.error as error:
        return Member(found, refusal=f"{found.place}: what was fetched is damaged ({error}). Fetch it again.")
    return Member(found, data) if data is not None else Member(found, refusal=too_large(found.place))


class _Inflating(io.RawIOBase):
    """Unpacked bytes, as many as are asked for."""

    def __init__(self, stream: object, packed: bytes) -> None:
        super().__init__()
        self.stream, self.packed = stream, packed

    def read(self, size: int = -1) -> bytes:
        """The next bytes; fewer at the end, also where the stream is cut."""
        given: bytes = self.stream.decompress(self.packed, size)  # type: ignore[attr-defined] # zlib names no type
        self.packed = self.stream.unconsumed_tail  # type: ignore[attr-defined]
        return given


def joined(body: bytes) -> bytes:
    """Chunks joined; what breaks their format is kept as it stands."""
    pieces = []
    at = 0
    while (head := re.compile(rb"([0-9A-Fa-f]{1,7})[^\r\n]{0,200}\r\n").match(body, at)) is not None:
        size = int(head.group(1), 16)
        if not size:
            break
        pieces.append(body[head.end() : head.end() + size])
        at = head.end() + size + 2
    return b"".join(pieces) if pieces else body
