"""A picture of which copy carries what of which work: a bar a copy, its spans drawn to scale.

Takes       a build.
Gives       Bars: for each copy the pieces of works, foreign matter, and where it is cut, in the picture's units.
Method      the longest copy fills the width; a piece is numbered by its place in the work, so that a shuffle is seen as
            numbers out of order. A piece too narrow to see is drawn a unit wide.
Leaves out  colours: the style has them, by the number of the work.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.store.files import Row
from actum.workflow.room import Snapshot

WIDTH = 800
"""Units that the longest copy fills; the picture's own, 2026-11-26."""
BARS = 60
"""Copies that are drawn, 2026-11-26."""
HUES = 6
"""Colours that works take in turn, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a bar: `kind` is `work`, `foreign`, or `cut` (a mark at the place)."""

    kind: str
    x: float
    width: float
    start: int
    end: int
    work: str = ""
    hue: int = 0
    label: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One copy: its path, its length in characters and units, and its stretches in order of place."""

    copy: str
    characters: int
    width: float
    stretches: tuple[Stretch, ...]


def bars(build: Snapshot) -> list[Bar]:
    """A bar for each copy, in order of path; the first `BARS` of them."""
    copies = build.copies[:BARS]
    longest = max((row["characters"] for row in copies), default=0) or 1
    scale = WIDTH / longest
    hues = {row["work"]: number % HUES for number, row in enumerate(build.works)}
    return [_bar(build, copy, scale, hues) for copy in copies]


def _bar(build: Snapshot, copy: Row, scale: float, hues: dict[str, int]) -> Bar:
    stretches = [
        _piece(work, witness, number, scale, hues)
        for work in build.works
        for witness in work["witnesses"]
        if witness["sha256"] == copy["sha256"]
        for number in range(1, len(witness["pieces"]) + 1)
    ]
    stretches += [_doubt(row, scale) for row in build.doubts if _drawn(row, copy)]
    ordered = tuple(sorted(stretches, key=lambda one: (one.start, one.end, one.kind)))
    return Bar(copy["copy"], copy["characters"], round(copy["characters"] * scale, 1), ordered)


def _drawn(row: Row, copy: Row) -> bool:
    return row.get("copy") in copy["places"] and row["kind"] in {"foreign", "truncation"}


def _piece(work: Row, witness: Row, number: int, scale: float, hues: dict[str, int]) -> Stretch:
    start, end = witness["pieces"][number - 1]
    label = witness["siglum"] + (f"·{number}" if len(witness["pieces"]) > 1 else "")
    return Stretch("work", *_drawn_at(start, end, scale), start, end, work["work"], hues[work["work"]], label)


def _doubt(row: Row, scale: float) -> Stretch:
    kind = "foreign" if row["kind"] == "foreign" else "cut"
    return Stretch(kind, *_drawn_at(row["start"], row["end"], scale), row["start"], row["end"], says=row["says"])


def _drawn_at(start: int, end: int, scale: float) -> tuple[float, float]:
    return round(start * scale, 1), max(round((end - start) * scale, 1), 1.0)
