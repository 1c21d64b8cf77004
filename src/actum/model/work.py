"""The statement as such, told from its own words."""

from __future__ import annotations

from dataclasses import dataclass, field

from actum.model.doubt import Doubt
from actum.model.witness import Witness
from actum.text.span import Part


@dataclass(frozen=True, slots=True)
class Party:
    """One who speaks in the text, as the text names it; `defined_as` are the short names it gives (中方)."""

    name: Part
    defined_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """What a text says of itself, each with the characters that say it.

    `date` is EDTF: a day (`2025-05-08`), an interval in which the day lies (`2025-05-07/2025-05-10`), a day of an
    unwritten year (`XXXX-06-05`), or empty where the text does not say; `date_source` is `text`, or the row of the
    registry that told the day, with its source. `together` holds the names by which the
    text calls all its parties at once (双方). `complete` is False where the text is cut, with `incomplete_because`
    saying how that is known.
    """

    language: str
    title: str
    title_part: Part | None
    date: str
    date_part: Part | None
    place: str
    place_part: Part | None
    parties: tuple[Party, ...] = ()
    together: tuple[Part, ...] = ()
    agency: Part | None = None
    complete: bool = True
    incomplete_because: str = ""
    date_source: str = "text"


@dataclass(frozen=True, slots=True)
class Work:
    """One work with its witnesses in order of siglum; `id` is made of date and title and holds between builds.

    `beside` are the lines that stand around the text in its copies and speak of it: agency, source, where it goes on.
    """

    id: str
    description: Description
    witnesses: tuple[Witness, ...]
    doubts: tuple[Doubt, ...] = field(default=())
    beside: tuple[str, ...] = ()
