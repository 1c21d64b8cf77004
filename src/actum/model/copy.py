"""The bytes found somewhere, and the text read from them."""

from __future__ import annotations

from dataclasses import dataclass

from actum.model.doubt import Doubt
from actum.text.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class Copy:
    """One file's content; files with the same bytes are one copy found in several places.

    `decoded` holds the decoded characters without a byte-order mark, line ends and markup included; all offsets
    of the copy count in it. `text` is what a reader takes from it as running text (for plain text: all of it);
    `offsets` leads from `decoded` to `text`. `places` are the paths it was added from, sorted.
    """

    sha256: str
    places: tuple[str, ...]
    format: str
    encoding: str
    decoded: str
    text: str
    offsets: OffsetMap
    doubts: tuple[Doubt, ...] = ()
