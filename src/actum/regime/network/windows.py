"""Windows of years over what is dated.

Takes       dated things, the bounds of time asked for, the years of a window.
Gives       the things within the bounds; groups by window, in order, and the works that fall into none.
Method      a date is EDTF as works have it: a day, or an interval in which it lies. A thing is within bounds, or in a
            window, only where all of its interval is; windows count from the first year that is asked for, or found.
Leaves out  dates without a year: they fall into no window.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from actum.model.network import Aim, Leaning

Dated = TypeVar("Dated", Leaning, Aim)
_YEAR = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LAST = "-99"
"""Behind a year or month, as its last day: later than any day in it, whatever the calendar."""


def bounds(date: str) -> tuple[str, str] | None:
    """The first and the last day of an EDTF date, as strings that compare; None where it has no year."""
    parts = date.split("/")
    if not all(_YEAR.fullmatch(part) for part in parts) or len(parts) > 2:
        return None
    return parts[0], _end(parts[-1])


def within(things: Iterable[Dated], *, start: str = "", end: str = "") -> list[Dated]:
    """The things whose date lies wholly from `start` to `end`, both included; all where neither is asked for."""
    if not start and not end:
        return list(things)
    found = []
    for thing in things:
        dates = bounds(thing.date)
        if dates and (not start or dates[0] >= start) and (not end or dates[1] <= _end(end)):
            found.append(thing)
    return found


def windows(things: Sequence[Dated], years: int, *, start: str = "") -> tuple[dict[str, list[Dated]], tuple[str, ...]]:
    """The things by window of so many years, in order of time, and the works that fall into no window.

    With `years` 0 all stand in one window without a name.
    """
    if not years:
        return {"": list(things)}, ()
    dated = [(dates, thing) for thing in things if (dates := bounds(thing.date))]
    out = {thing.work for thing in things} - {thing.work for _, thing in dated}
    if not dated:
        return {}, tuple(sorted(out))
    first = int((start or min(dates[0] for dates, _ in dated))[:4])
    found: dict[int, list[Dated]] = {}
    for dates, thing in dated:
        low, high = ((int(date[:4]) - first) // years for date in dates)
        if low != high:
            out.add(thing.work)
        else:
            found.setdefault(low, []).append(thing)
    named = {_name(first + number * years, years): found[number] for number in sorted(found)}
    return named, tuple(sorted(out))


def _end(date: str) -> str:
    return date + _LAST * (2 - date.count("-"))


def _name(first: int, years: int) -> str:
    return str(first) if years == 1 else f"{first}–{first + years - 1}"
