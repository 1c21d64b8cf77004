"""Plain text and Markdown to a Copy.

Takes       the bytes of a file and where it was found.
Gives       a Copy whose text is all of its decoded characters: Markdown marks stay, the fold looks past them.
Method      decode; refuse what is no text by its control characters.
Leaves out  every other format: each has a file of its own in this room.
"""

from __future__ import annotations

import hashlib
import re

from actum.errors import CopyUnread
from actum.model.copy import Copy, Found
from actum.model.doubt import Doubt
from actum.read.decode import Decoded, declared_in, decode
from actum.text.offsets import OffsetMap
from actum.text.span import Part, Span

CONTROL_LIMIT = 0.001
"""Share of control characters, 0 to 1, above which a file is no text; the sample has none, the executables and images
tried had over 0.02, 2026-11-25."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]+")


def read_plain(data: bytes, found: Found) -> Copy:
    """The Copy of a plain-text file, its encoding doubts listed in order of place.

    Raises CopyUnread where the file is empty, holds only white space, or is no text.
    """
    place = found.place
    decoded = decode(data, name=place, declared=declared_in(b"", found.media))
    text = decoded.text
    if not text.strip():
        what = "holds nothing but white space" if data else "is empty"
        raise CopyUnread(f"{place}: the file {what}; there is no text to read. Check where it came from.")
    controls = [Span(*found.span()) for found in _CONTROLS.finditer(text)]
    if sum(map(len, controls)) > CONTROL_LIMIT * len(text) and sum(map(len, controls)) > 3:
        raise CopyUnread(
            f"{place}: {sum(map(len, controls)):,} control characters in {len(text):,}: a binary file, not plain text. "
            "Convert it to plain text and add that."
        )
    doubts = [*encoding_doubts(decoded), *(_control(text, span) for span in controls)]
    return Copy(
        sha256=hashlib.sha256(data).hexdigest(),
        places=(place,),
        format="plain",
        encoding=decoded.encoding,
        decoded=text,
        text=text,
        offsets=OffsetMap.identity(len(text)),
        doubts=tuple(sorted(doubts, key=lambda doubt: doubt.part)),
    )


def encoding_doubts(decoded: Decoded) -> tuple[Doubt, ...]:
    """A doubt where another encoding was declared, and one for each place that did not decode, in order."""
    says = "bytes here did not decode; what stood here is lost in this copy"
    lost = [Doubt("encoding", Part.cut(decoded.text, span), says, "undecodable-bytes") for span in decoded.lost]
    if decoded.declared:
        wrong = f"{decoded.declared} is declared, but the bytes are {decoded.encoding}; read as that"
        lost.insert(0, Doubt("encoding", Part(0, 0, ""), wrong, "wrong-declaration"))
    return tuple(lost)


def _control(text: str, span: Span) -> Doubt:
    return Doubt("encoding", Part.cut(text, span), "control characters that no text has", "control-characters")
