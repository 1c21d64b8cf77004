"""Words in groups of an RTF file that are not read: which of them may be words of the document.

Takes       the characters that were not read, in order, each with the group that they stand in.
Gives       the words of each stretch that may be text; none for settings, names and data.
Method      a group that `data/rtf.toml` knows to hold none is passed over; of others what holds letters beyond ASCII,
            or words in a row, and does not stand in the text already.
Leaves out  what the groups mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from actum.read.tables import table

_WORDS = re.compile(r"(?:[^\W\d_]{2,}[ ,;]+){2}[^\W\d_]{2,}")


def missed(unread: Sequence[tuple[str, str]], written: str) -> Iterator[str]:
    """The words of each group that may be text and stand nowhere in what was written, in order."""
    known = {*table("rtf")["destinations"], *table("rtf")["data"]} - {"shprslt"}
    bare = re.sub(r"\s+", "", written)
    for group, run in groupby(unread, key=lambda one: one[0]):
        text = "".join(part for _, part in run)
        if group not in known and _may_be_text(text) and re.sub(r"\s+", "", text) not in bare:
            yield text


def _may_be_text(text: str) -> bool:
    far = any(character > "\x7f" and character.isalpha() for character in text)
    return far or _WORDS.search(text) is not None
