"""The bytes found somewhere, the text read from them, and what the file itself says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from actum.model.doubt import Doubt
from actum.model.record import Record
from actum.text.offsets import OffsetMap
from actum.text.span import Part, Span

SaidKind = Literal["title", "date", "source", "url", "language"]
SAID_KINDS: tuple[SaidKind, ...] = get_args(SaidKind)
Tracked = Literal["after", "before"]
"""In which state a text with tracked changes is read: with all of them made, or with none."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a copy was found, as far as a container of it or a person says.

    `address` is the URL it was fetched from, `retrieved` when (ISO 8601, as written there), `media` the type that the
    header declares, with its character set (`text/html; charset=gb2312`); each is empty where nothing says it.
    `tracked` is the state in which whoever added it asked for a text with tracked changes.
    """

    place: str
    address: str = ""
    retrieved: str = ""
    media: str = ""
    tracked: Tracked = "after"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a file says of itself beside its running text: in a head, an attribute, a line of credit.

    `value` is it in plain characters: a day as ISO 8601, a language as a two-letter code, an absolute URL. `part` are
    the characters that say it, counted in the copy's decoded characters; an empty part at 0 where they stand in none
    (the properties of a PDF). `made_by` names the rule.
    """

    kind: SaidKind
    value: str
    part: Part
    made_by: str


@dataclass(frozen=True, slots=True)
class Box:
    """Where a stretch of the decoded characters stands on a page, in points from the page's upper left corner."""

    span: Span
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `number` counts from 1, `span` is what it bears of the decoded characters, boxes in their order.

    Width and height are in points (1/72 inch); for an image without a scale, in pixels.
    """

    number: int
    span: Span
    width: float
    height: float
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure a reading by machine is of each character of a stretch: 0 to 1."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Copy:
    """One file's content; files with the same bytes are one copy found in several places.

    `decoded` holds the decoded characters without a byte-order mark, line ends and markup included; all offsets
    of the copy count in it. `text` is what a reader takes from it as running text (for plain text: all of it);
    `offsets` leads from `decoded` to `text`. What a reader left out as foreign to the text has a doubt each.
    `places` are the paths it was added from, sorted; `found` says more of those of which more is known, in the same
    order. `said` stands in order of kind, the surest first; `records` in order of place. `pages` are there for what has
    pages; `confidence` for what was read by machine from a picture, in order, all else is sure.
    """

    sha256: str
    places: tuple[str, ...]
    format: str
    encoding: str
    decoded: str
    text: str
    offsets: OffsetMap
    doubts: tuple[Doubt, ...] = ()
    found: tuple[Found, ...] = ()
    said: tuple[Said, ...] = ()
    records: tuple[Record, ...] = ()
    pages: tuple[Page, ...] = ()
    confidence: tuple[Confidence, ...] = ()
