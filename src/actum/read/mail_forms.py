"""Of a message that says the same in several forms, which form is read; and a text set in flowing lines.

Takes       the parts of a message that stand for one another; bytes of a text with its type.
Gives       the form to read, and those passed over that say something else; the bytes with their lines joined.
Method      the last form is the richest, as the standard of MIME has it, unless another holds a tenth more letters:
            a form that only asks for another program is no text. RFC 3676: a line that ends with a space goes on in the
            next of the same depth of quotation; with `delsp` that space is none of the text.
Leaves out  comparing forms word by word: a tenth of strings that one lacks is another text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.message import Message

from actum.read.decode import codec_of
from actum.read.html_blocks import PROSE
from actum.read.markup import plain
from actum.text.span import Span

READABLE = ("text/html", "text/plain", "application/xhtml+xml")
RICHER = 0.9
"""Share of the letters of the fullest form, 0 to 1, from which the last form is as full; a footer more or less, set by
hand, 2026-11-26."""
STRINGS = 6
"""Letters of a string by which two forms are compared; set by hand, 2026-11-26."""
OTHER = 0.1
"""Share of such strings, 0 to 1, that another form lacks where it is another text; set by hand, 2026-11-26."""
_UNSHOWN = re.compile(r"<(script|style|head|title)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<[^<>]*>")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\u3000-\u9fff]+")
_QUOTED = re.compile(rb">*")


def chosen(forms: Sequence[Message]) -> tuple[Message, tuple[Message, ...]]:
    """The form to read, and those that are passed over and say what it does not; at least one form."""
    written = [letters_of(one) for one in forms]
    most = max(map(len, written))
    place = max(at for at, letters in enumerate(written) if len(letters) >= RICHER * most)
    others = (at for at in range(len(forms)) if at != place)
    return forms[place], tuple(forms[at] for at in others if _is_other(written[at], written[place]))


def letters_of(part: Message) -> str:
    """The letters and digits of all that can be read in a part."""
    return "".join(filter(str.isalnum, "".join(map(_text, _leaves(part)))))


def _leaves(part: Message) -> Iterator[Message]:
    return (one for one in part.walk() if one.get_content_type() in READABLE)


def _text(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    written = data.decode(codec_of(str(part.get_content_charset() or "")) or "utf-8", "replace")
    if part.get_content_type() == "text/plain":
        return _ADDRESS.sub("", written)  # a form without tags writes out where its links lead
    bare = _TAGS.sub("", _UNSHOWN.sub("", written))
    return plain(bare, Span(0, len(bare)))


def _is_other(letters: str, read: str) -> bool:
    """Whether letters hold much that what is read lacks."""
    known = {read[at : at + STRINGS] for at in range(len(read) - STRINGS + 1)}
    own = [letters[at : at + STRINGS] for at in range(len(letters) - STRINGS + 1)]
    return len(letters) >= PROSE and sum(one not in known for one in own) > OTHER * len(own)


def unflowed(data: bytes, part: Message) -> bytes:
    """The bytes of a text with its flowing lines joined; as they are where it is not set so."""
    if part.get_content_type() != "text/plain" or str(part.get_param("format", "")).lower() != "flowed":
        return data
    deletes = str(part.get_param("delsp", "no")).lower() == "yes"
    lines: list[bytes] = []
    depth, goes_on = -1, False
    for line in data.replace(b"\r\n", b"\n").split(b"\n"):
        quoted = _QUOTED.match(line)
        own = len(quoted.group()) if quoted else 0
        inner = line[own:].removeprefix(b" ")  # a space at the head only guards the line
        if goes_on and own == depth:
            lines[-1] += inner
        else:
            lines.append(line[:own] + (b" " if own and inner else b"") + inner)
        goes_on = inner.endswith(b" ") and inner != b"-- "
        if goes_on and deletes:
            lines[-1] = lines[-1][:-1]
        depth = own
    return b"\r\n".join(lines)
