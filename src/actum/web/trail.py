"""A line of time: where a wording stands, as it was first written, as a variant, denied, silent, or not known.

Takes       places, each with how the wording stands there and its work.
Gives       a Line of Dots, to be drawn as SVG with one lane for the wording and one for its variants.
Method      a year is one step; a work stands at its first day and nowhere else, works without a day behind the line's
            end. Each work has one dot for each way in which the wording stands there, with how often it does so; dots
            that would cover one another are stacked upwards.
Leaves out  drawing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from actum.store.files import Row

WIDTH = 640
"""Units of the drawing from edge to edge, 2026-11-26."""
EDGE = 14
"""Units that stay free at both edges, 2026-11-26."""
APART = 13
"""Units between the middles of two dots beside or above one another, at least, 2026-11-26."""
COUNT = 14
"""Units that a count beside a dot takes, 2026-11-26."""
LANE = 18
"""Units from one lane to the next, where no dots are stacked, 2026-11-26."""
STACKED = 8
"""Dots above one another, at most; further ones cover the highest, 2026-11-26."""
UNDATED = 26
"""Units behind the end of the line for works without a day, where there are any, 2026-11-26."""
YEARS = 12
"""Years that are named on a line, at most, 2026-11-26."""
LANES = {"same": 0, "silent": 0, "unknown": 0, "variant": 1, "negated": 1}
_NO_DAY = 9999.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One work: where it is drawn, how the wording stands there and how often, its day as written."""

    x: float
    y: int
    lane: int
    kind: str
    work: str
    date: str
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """The dots in order, the years that are named with where they are, and the lanes, each with how low it lies.

    `end` is where the time ends; `undated` is where works without a day stand, or None.
    """

    dots: tuple[Dot, ...]
    years: tuple[tuple[float, int], ...]
    lanes: tuple[int, ...]
    end: float
    undated: float | None
    width: int = WIDTH


def timeline(places: Iterable[tuple[str, str, Row]], works: Mapping[str, Row]) -> Line:
    """The line of a wording over the span of all works, so that lines stand under one another."""
    first, last = _reach(works)
    end = WIDTH - EDGE - (UNDATED if any(_when(row["date"]) == _NO_DAY for row in works.values()) else 0)
    step = (end - EDGE) / max(last - first, 1.0)
    counts = Counter((work, kind) for kind, work, _ in places if work in works)
    undated = WIDTH - EDGE if end < WIDTH - EDGE else None
    there = []
    for (work, kind), count in counts.items():
        when = _when(works[work]["date"])
        x = WIDTH - EDGE if when == _NO_DAY else EDGE + (when - first) * step
        there.append(Dot(round(x, 1), 0, LANES[kind], kind, work, works[work]["date"], count))
    there.sort(key=lambda dot: (dot.x, dot.work, dot.lane, dot.kind))
    dots, lanes = _stacked(there)
    return Line(dots, _years(first, last, step), lanes, float(end), undated)


def _stacked(dots: Sequence[Dot]) -> tuple[tuple[Dot, ...], tuple[int, ...]]:
    """The dots, each as low in its lane as it covers none before it, and how low each lane lies."""
    free: dict[int, list[float]] = {}
    levels = []
    for dot in dots:
        rows = free.setdefault(dot.lane, [])
        level = next((n for n, to in enumerate(rows) if dot.x >= to), min(len(rows), STACKED - 1))
        rows += [0.0] * (level + 1 - len(rows))
        rows[level] = dot.x + APART + (COUNT if dot.count > 1 else 0)
        levels.append(level)
    lanes: list[int] = []
    for lane in range(1 + max(free, default=0)):
        above = max(len(free.get(lane, ())) - 1, 0) * APART
        lanes.append((lanes[-1] + LANE if lanes else 11) + above)
    made = (replace(dot, y=lanes[dot.lane] - level * APART) for dot, level in zip(dots, levels, strict=True))
    return tuple(made), tuple(lanes)


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
