"""The events of an instrument on a line of time: places of marks, labels, periods, works.

Takes       events as rows, periods, the dates of works, the day that is asked for, words for events.
Gives       a Timeline, for a template to make SVG of.
Method      a linear scale of days. Labels stand right of their marks in lanes above the axis; from the right to the
            left each takes the lowest lane in which no leader of a later mark runs through it, so that nothing
            overlaps. A date known to a year alone is a bar as long as the year.
Leaves out  colours; the events in words: the table below has them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from actum.export.text_width import em
from actum.registry.edtf import FIRST, LAST, days
from actum.store.files import Row
from actum.workflow.instruments import Period

WIDTH, LEFT, RIGHT = 1184.0, 24.0, 120.0
"""Points of the whole, and kept free at both ends, at the right at least, 2026-11-26."""
LONGEST = 32.0
"""Em of a label; more is cut with …, and whole in its title, 2026-11-26."""
LANE, LETTERS, BAND = 19.0, 12.0, 24.0
"""Points of a lane of labels, of its letters, of the band of periods, 2026-11-26."""
FAR = 30 * 366
"""Days beyond all events to which the line reaches for the day that is asked for; days farther off stand there."""
TICKS = 9
"""Years that are written below the axis, at most, 2026-11-26."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Mark:
    """An event: `x` of its first possible day, `to` of its last; its number, label and lane."""

    number: int
    x: float
    to: float
    label: str
    y: float
    sure: str
    said: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A period; `words` is False where there is no room for them."""

    number: int
    x: float
    width: float
    words: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything in points; `axis` is the height of the axis, `now` the place of the day asked for.

    `first`, `last` and `asked`, that day, are days, the first of the year 1 being 1.
    """

    width: float
    height: float
    axis: float
    first: int
    last: int
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    ticks: tuple[tuple[float, int], ...]
    works: tuple[tuple[float, int], ...]
    now: float
    asked: int
    right: float
    left: float = LEFT


def timeline_of(  # noqa: PLR0913  what is laid on one line comes from as many sides
    events: Sequence[Row],
    periods: Sequence[Period],
    works: Sequence[str],
    *,
    now: str,
    words: Callable[[Row], str],
    state: Callable[[Row], str],
    known: str = "",
) -> Timeline | None:
    """The timeline; `words` labels an event, `state` a status. None where no event has a day at all.

    A period without an end is drawn to the day `known`, behind which nothing can be; to the end of the line without it.
    """
    dated = [(n, row, some) for n, row in enumerate(events, 1) if (some := _ends(row["date"])) is not None]
    if not dated:
        return None
    moments = [day for _, _, some in dated for day in some] + [day for work in works for day in (_ends(work) or ())]
    today = date.fromisoformat(days(now)[1]).toordinal()
    today = min(max(today, min(moments) - FAR), max(moments) + FAR)
    low, high = min(moments), max(*moments, today)
    pad = max((high - low) // 40, 200)
    low, high = max(low - pad, 1), min(high + pad, date.max.toordinal())
    labels = {n: _cut(words(row)) for n, row, _ in dated}
    right = WIDTH - max(RIGHT, *(_breadth(label) + 8.0 for label in labels.values()))
    scale = (right - LEFT) / (high - low)

    def at(day: int) -> float:
        return round(LEFT + (min(max(day, low), high) - low) * scale, 1)

    marks, lanes = _marks([(n, row, at(some[0]), at(some[1])) for n, row, some in dated], labels)
    axis = lanes * LANE + 12.0
    marks = [Mark(m.number, m.x, m.to, m.label, axis - 12.0 - m.y * LANE, m.sure, m.said) for m in marks]
    until = date.fromisoformat(days(known)[1]).toordinal() if known else high
    bands = [_band(n, one, at, until, state) for n, one in enumerate(periods, 1)]
    ticks = [(at(date(year, 1, 1).toordinal()), year) for year in _years(low, high)]
    told = [(at(some[1]), n) for n, work in enumerate(works, 1) if (some := _ends(work)) is not None]
    height = axis + 78.0
    return Timeline(
        width=WIDTH,
        height=height,
        axis=axis,
        first=low,
        last=high,
        marks=tuple(marks),
        bands=tuple(bands),
        ticks=tuple(ticks),
        works=tuple(told),
        now=at(today),
        asked=today,
        right=right,
    )


def _ends(written: str) -> tuple[int, int] | None:
    """The first and last possible day as numbers; of an open end, the other; None where there is none."""
    if not written or "XXXX" in written:
        return None
    first, last = days(written)
    first, last = (last if first == FIRST else first), (first if last == LAST else last)
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


def _marks(placed: Sequence[tuple[int, Row, float, float]], labels: Mapping[int, str]) -> tuple[list[Mark], int]:
    """The marks with their lanes in place of heights, and how many lanes there are."""
    made: list[Mark] = []
    for number, row, x, to in sorted(placed, key=lambda one: (-one[2], -one[0])):
        label = labels[number]
        end = x + _breadth(label)
        lane = max((one.y + 1 for one in made if x <= one.x <= end), default=0.0)
        made.append(Mark(number, x, to, label, lane, row["sure"], bool(row["work"])))
    return sorted(made, key=lambda one: one.number), int(max(one.y for one in made)) + 1


def _breadth(label: str) -> float:
    """Points that a label takes beside its mark, in the widest of the faces that browsers choose."""
    return 10.0 + em(label) * LETTERS * 1.08


def _cut(label: str) -> str:
    if em(label) <= LONGEST:
        return label
    while em(label) > LONGEST - 1:
        label = label[:-1]
    return label + "…"


def _band(number: int, one: Period, at: Callable[[int], float], until: int, state: Callable[[Row], str]) -> Band:
    start = at(date.fromisoformat(one.start).toordinal())
    end = at(date.fromisoformat(one.end).toordinal() + 1) if one.end else at(until)
    width = round(max(end - start, 1.5), 1)
    return Band(number, start, width, em(state(one.status)) * 11.5 * 1.08 + 12 < width)


def _years(low: int, high: int) -> range:
    """Years to be written: so many that they can be read, on round numbers."""
    first, last = date.fromordinal(low).year + 1, date.fromordinal(high).year
    step = next(one for one in _STEPS if (last - first) / one <= TICKS)
    return range(first + -first % step, last + 1, step)
