"""A line of time: where a wording stands, as it was first written, as a variant, denied, silent, or not known.

Takes       places, each with how the wording stands there and its work.
Gives       a Line of Dots, to be drawn as SVG with one lane for the wording and one for its variants.
Method      a year is one step; a work stands at its first day, works without a day behind all others. Dots that would
            cover one another are moved apart, to the right.
Leaves out  drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actum.store.files import Row

WIDTH = 640
"""Units of the drawing from edge to edge, 2026-11-26."""
EDGE = 14
"""Units that stay free at both edges, 2026-11-26."""
APART = 13
"""Units between the middles of two dots in one lane, at least, 2026-11-26."""
YEARS = 12
"""Years that are named on a line, at most, 2026-11-26."""
LANES = {"same": 0, "silent": 0, "unknown": 0, "variant": 1, "negated": 1}
_NO_DAY = 9999.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One place: where it is drawn, how the wording stands there, its work and its row."""

    x: float
    lane: int
    kind: str
    work: str
    date: str
    row: Row


@dataclass(frozen=True, slots=True)
class Line:
    """The dots in order, the years that are named with where they are, and how many lanes are used."""

    dots: tuple[Dot, ...]
    years: tuple[tuple[float, int], ...]
    lanes: int
    width: int = WIDTH


def timeline(places: Iterable[tuple[str, str, Row]], works: Mapping[str, Row]) -> Line:
    """The line of a wording over the span of all works, so that lines stand under one another."""
    first, last = _reach(works)
    step = (WIDTH - 2 * EDGE) / max(last - first, 1.0)
    dots: list[Dot] = []
    taken: dict[int, float] = {}
    known = [one for one in places if one[1] in works]
    for kind, work, row in sorted(known, key=lambda one: (_when(works[one[1]]["date"]), one[1], LANES[one[0]])):
        lane = LANES[kind]
        when = min(_when(works[work]["date"]), last)
        x = max(EDGE + (when - first) * step, taken.get(lane, -APART) + APART)
        taken[lane] = x
        dots.append(Dot(round(min(x, WIDTH - EDGE / 2), 1), lane, kind, work, works[work]["date"], row))
    return Line(tuple(dots), _years(first, last, step), 1 + max((dot.lane for dot in dots), default=0))


def _reach(works: Mapping[str, Row]) -> tuple[float, float]:
    """The first and the last year that a work has, as the line's two ends."""
    dates = [when for row in works.values() if (when := _when(row["date"])) < _NO_DAY]
    return (float(int(min(dates))), float(int(max(dates)) + 1)) if dates else (0.0, 1.0)


def _years(first: float, last: float, step: float) -> tuple[tuple[float, int], ...]:
    every = max(1, -(-int(last - first) // YEARS))
    if last <= 1:
        return ()
    return tuple((round(EDGE + (year - first) * step, 1), year) for year in range(int(first), int(last) + 1, every))


def _when(date: str) -> float:
    """A day as a number of years; unknown digits count as none, no day comes last."""
    day = date.split("/", maxsplit=1)[0]
    if not day[:4].isdecimal():
        return _NO_DAY
    month, days = day[5:7], day[8:10]
    return (
        int(day[:4])
        + (int(month) - 1 if month.isdecimal() else 0) / 12
        + (int(days) - 1 if days.isdecimal() else 0) / 372
    )
