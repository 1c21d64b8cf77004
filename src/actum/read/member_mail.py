"""The parts of a message (EML), of a page saved with its pictures (MHTML), and of a mailbox.

Takes       the bytes of one message, or of a mailbox in the `mbox` form.
Gives       the body, the attachments and the messages within it; of a saved page, its pages with their addresses.
Method      the standard library's reader of MIME. Of parts that say the same in several forms one is taken
            (`mail_forms`), for the others would count one text twice; one that says something else costs a line.
Leaves out  pictures set into a text, style sheets, fonts, signatures.
"""

from __future__ import annotations

import email
import email.header
import email.message
import email.policy
import email.utils
import re
from collections.abc import Iterator

from actum.errors import CopyUnread
from actum.model.copy import Found
from actum.read.mail_forms import READABLE, chosen, letters_of, unflowed
from actum.read.member import MEMBER_LIMIT, Budget, Member, printable
from actum.read.member_warc import is_passed
from actum.read.member_zip import too_large

Message = email.message.Message
_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,40}):", re.MULTILINE)
_TELLING = frozenset(
    {b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to", b"snapshot-content-location"}
)
_USUAL = frozenset({b"from", b"to", b"date", b"subject", b"content-type", b"cc", b"reply-to"}) | _TELLING
_PARTED = re.compile(rb"(?:\A|\n\r?\n)(?=From [^\n]{3,200}\n[A-Za-z-]{2,40}:)")
_PASSED_PARTS = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "message/rfc822": ".eml"}


def is_mail(data: bytes, suffix: str) -> bool:
    """Whether the bytes begin with the head of a message; a name may say so where the head is poor."""
    head = data[:16_384].split(b"\r\n\r\n", 1)[0].split(b"\n\n", 1)[0]
    if _FIELD.match(head) is None:
        return False
    fields = {one.lower() for one in _FIELD.findall(head)}
    if suffix in {".eml", ".mht", ".mhtml"}:
        return bool(fields & _USUAL)
    return bool(fields & _TELLING) and len(fields & _USUAL) >= 3


def is_mailbox(data: bytes, suffix: str) -> bool:
    """Whether the bytes are messages one behind another, each under a line `From `."""
    return data.startswith(b"From ") and (suffix == ".mbox" or _PARTED.match(data) is not None)


def mailbox_members(data: bytes, found: Found, budget: Budget) -> Iterator[Member]:
    """The messages in order, each to be opened in turn."""
    starts = [one.end() for one in _PARTED.finditer(data)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        budget.count()
        message = data[start:end].partition(b"\n")[2]
        budget.spend(len(message))
        place = f"{found.place}!/{number}.eml"
        text = re.sub(rb"(?m)^>(>*From )", rb"\1", message)
        yield (
            Member(Found(place), text) if len(text) <= MEMBER_LIMIT else Member(Found(place), refusal=too_large(place))
        )


def mail_members(data: bytes, found: Found, budget: Budget) -> Iterator[Member]:
    """The parts in order. Raises CopyUnread where the message cannot be taken apart, or holds nothing to read."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = list(_parts(message))
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError, IndexError, KeyError) as error:
        raise CopyUnread(
            f"{found.place}: the message cannot be taken apart ({type(error).__name__}). Save its text."
        ) from error
    around = Found(
        found.place,
        _field(message, "Snapshot-Content-Location") or _mid(message) or found.address,
        _day(message) or found.retrieved,
    )
    taken = 0
    for number, (part, reads) in enumerate(parts, 1):
        budget.count()
        member = _member(part, number, around, budget) if reads else _passed_over(part, number, around)
        taken += reads and not member.passed
        yield member
    if not taken:
        raise CopyUnread(f"{found.place}: the message holds no text and no file. Check where it came from.")


def _parts(message: Message) -> Iterator[tuple[Message, bool]]:
    """The leaves of a message in order, and whether each is read.

    Of alternatives one is; of the others only those are there that say something else.
    """
    stack = [(message, True)]
    while stack:
        part, reads = stack.pop()
        if not reads or part.get_content_type() == "message/rfc822" or not part.is_multipart():
            yield part, reads
            continue
        inside = [one for one in part.get_payload() if isinstance(one, Message)]
        if part.get_content_type() == "multipart/alternative" and inside:
            readable = [one for one in inside if one.is_multipart() or one.get_content_type() in READABLE]
            form, others = chosen(readable or inside[-1:])
            stack += [*((one, False) for one in reversed(others)), (form, True)]
        else:
            stack += ((one, True) for one in reversed(inside))


def _passed_over(part: Message, number: int, around: Found) -> Member:
    """The line for a form of a message that was not read and says what the other does not."""
    place = f"{around.place}!/{_called(part, number)}{_ENDINGS.get(part.get_content_type(), '')}"
    begins = letters_of(part)[:20]
    return Member(
        Found(place),
        refusal=f"{place}: another form of this message, which says something else ({begins}…); passed over for the "
        "fuller one. Save it and add it if you need it.",
    )


def _member(part: Message, number: int, around: Found, budget: Budget) -> Member:
    kind = part.get_content_type()
    location = _field(part, "Content-Location")
    name = _name(part) or location or f"{_called(part, number)}{_ENDINGS.get(kind, '')}"
    place = f"{around.place}!/{printable(name)}"
    address = location if location.startswith(("http://", "https://")) else around.address
    found = Found(place, address, around.retrieved, " ".join(_field(part, "Content-Type").split()))
    attached = part.get_content_disposition() == "attachment"
    if kind in _PASSED_PARTS or (is_passed(kind) and not attached):
        return Member(found, passed=True)
    data = unflowed(_bytes(part), part)
    budget.spend(len(data))
    if not data.strip():
        return Member(found, passed=True)
    return Member(found, data) if len(data) <= MEMBER_LIMIT else Member(found, refusal=too_large(place))


def _called(part: Message, number: int) -> str:
    """A name for a part that has none: the first part is the body."""
    return "body" if number == 1 and part.get_content_maintype() == "text" else f"part-{number}"


def _bytes(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inside = part.get_payload()
        held = inside[0] if isinstance(inside, list) and inside else None
        return held.as_bytes() if isinstance(held, Message) else b""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return data if isinstance(data, bytes) else b""


def _field(message: Message, name: str) -> str:
    """A field in characters, encoded words read (RFC 2047); empty where there is none."""
    try:
        raw = message.get(name)
        if raw is None:
            return ""
        words = email.header.decode_header(raw)
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""
    return "".join(_word(word, charset) for word, charset in words).strip()


def _word(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    encodings = ["gb18030" if (charset or "").lower() in {"gb2312", "gbk"} else charset or "utf-8", "utf-8", "gb18030"]
    for encoding in encodings:
        try:
            return word.decode(encoding)
        except (LookupError, ValueError):
            continue
    return word.decode("ascii", "replace")


def _name(part: Message) -> str:
    """The file name of a part, as its sender wrote it (RFC 2231, RFC 2047, or bare bytes)."""
    try:
        name = part.get_filename() or ""
        words = email.header.decode_header(name) if "=?" in name else [(name.encode("utf8", "surrogateescape"), None)]
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        return ""
    return "".join(_word(word, charset) for word, charset in words).strip()


def _mid(message: Message) -> str:
    found = _field(message, "Message-ID").strip("<> ")
    return f"mid:{found}" if found else ""


def _day(message: Message) -> str:
    """The day and time of the message in ISO 8601; as written where it is no date."""
    written = _field(message, "Date")
    try:
        return email.utils.parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return written
