"""Whether something had happened by a date, where either may be known to a month or a year alone.

Takes       two dates in EDTF.
Gives       `yes`, `no`, or `maybe` where the answer hangs on what the dates leave open.
Leaves out  the clock: what today is, the caller says.
"""

from __future__ import annotations

from typing import Literal

from actum.registry.edtf import days

Sure = Literal["yes", "maybe", "no"]


def by(event: str, as_of: str) -> Sure:
    """Whether what happened on `event` had happened by the end of `as_of`. Raises DataFault where one is no date."""
    first, last = days(event)
    begun, ended = days(as_of)
    if last <= begun:
        return "yes"
    return "no" if first > ended else "maybe"


def both(one: Sure, other: Sure) -> Sure:
    """Whether both hold."""
    if "no" in (one, other):
        return "no"
    return "maybe" if "maybe" in (one, other) else "yes"


def order(date: str) -> tuple[str, str]:
    """What dates are sorted by: the last day that they leave possible, then the first."""
    first, last = days(date)
    return last, first


def past(date: str, as_of: str) -> bool:
    """Whether `date` lies wholly before `as_of`."""
    return days(date)[1] < days(as_of)[0]
