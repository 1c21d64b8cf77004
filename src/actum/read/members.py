"""The door to containers: archives, messages, saved pages, web archives.

Takes       the bytes of a file, and where it was found.
Gives       its members, those of containers within it included, none of them a container.
Method      one line a kind in `CONTAINERS`, found by the bytes; opened one in another within one budget, so that a bomb
            is refused whole. Nothing is written anywhere: the names of members are names.
Leaves out  reading the members: each is a file of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from actum.errors import CopyUnread
from actum.model.copy import Found
from actum.read.member import Beyond, Budget, Limits, Member
from actum.read.member_gzip import gzip_members, is_gzip
from actum.read.member_mail import is_mail, is_mailbox, mail_members, mailbox_members
from actum.read.member_warc import is_warc, warc_members
from actum.read.member_zip import is_zip, zip_members

FILE_LIMIT = 256 * 1024 * 1024
"""Largest container that is opened, in bytes, 2026-11-26."""
SUFFIXES = frozenset({".zip", ".gz", ".warc", ".eml", ".mht", ".mhtml", ".mbox", ".epub"})
"""Endings of files that may be larger than a file that is read; what they are, their bytes say."""
MAIL_LIMIT = 64 * 1024 * 1024
"""Largest message that is taken apart, in bytes; the reader of MIME takes some times as much memory, 2026-11-26."""
_ASIDE = frozenset(
    {".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".ico", ".svg", ".cur", ".download"}
)


@dataclass(frozen=True, slots=True)
class Container:
    """One kind: its name, whether bytes and a lower-case suffix are of it, what opens it, and its largest size."""

    name: str
    holds: Callable[[bytes, str], bool]
    opener: Callable[[bytes, Found, Budget], Iterator[Member]]
    limit: int = FILE_LIMIT


CONTAINERS: tuple[Container, ...] = (
    Container("ZIP", is_zip, zip_members),
    Container("GZIP", is_gzip, gzip_members),
    Container("WARC", is_warc, warc_members),
    Container("mailbox", is_mailbox, mailbox_members),
    Container("EML or MHTML", is_mail, mail_members, MAIL_LIMIT),
)


def container_of(data: bytes, place: str) -> Container | None:
    """What kind of container the bytes are; None where they are none."""
    suffix = PurePosixPath(place).suffix.lower()
    return next((one for one in CONTAINERS if one.holds(data, suffix)), None)


def is_aside(place: str) -> bool:
    """Whether a name is of what belongs to a page and is no text: style sheets, scripts, fonts."""
    return PurePosixPath(place).suffix.lower() in _ASIDE


def members(data: bytes, found: Found, *, limits: Limits | None = None) -> Iterator[Member]:
    """All members of a container, in order, none of them a container; nothing where it is none.

    A member that cannot be had costs a line of its own. Raises CopyUnread, before the first member is given, where the
    whole cannot be opened or is beyond the limits.
    """
    if container_of(data, found.place) is None:
        return
    for _ in _opened(data, found, Budget(found.place, len(data), limits or Limits()), 1):
        pass  # a first round, so that nothing is taken from a bomb
    yield from _named_apart(_opened(data, found, Budget(found.place, len(data), limits or Limits()), 1))


def _opened(data: bytes, found: Found, budget: Budget, depth: int) -> Iterator[Member]:
    kind = container_of(data, found.place)
    if kind is None:
        yield Member(found, data)
        return
    budget.descend(found.place, depth)
    if len(data) > kind.limit:
        raise CopyUnread(
            f"{found.place}: {len(data):,} bytes in one {kind.name} file (limit {kind.limit:,}). Unpack what you mean."
        )
    for member in kind.opener(data, found, budget):
        if member.refusal or member.passed:
            yield member
        elif is_aside(member.found.place) and not member.found.media:
            yield replace(member, data=b"", passed=True)
        else:
            yield from _inside(member, budget, depth)


def _inside(member: Member, budget: Budget, depth: int) -> Iterator[Member]:
    """A member, or what it holds; one that cannot be opened costs its line, one beyond the limits the whole."""
    try:
        yield from _opened(member.data, member.found, budget, depth + 1)
    except Beyond:
        raise
    except CopyUnread as error:
        yield Member(member.found, refusal=str(error))


def _named_apart(found: Iterator[Member]) -> Iterator[Member]:
    """Members of one name told apart by a number: an archive may hold a page many times."""
    seen: Counter[str] = Counter()
    for member in found:
        place = member.found.place
        seen[place] += 1
        if seen[place] > 1:
            member = replace(member, found=replace(member.found, place=f"{place} ({seen[place]})"))  # noqa: PLW2901 -- the same member under its own name
        yield member
