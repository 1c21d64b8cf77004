"""Which of two dates lies surely before the other, where a text may have no date at all.

Takes       dates in EDTF, empty or without a year where they are not known.
Gives       first and last days, empty where there are none; whether something surely was later, is past, has come.
Method      the days that `registry.edtf` leaves possible; what is only possible is never taken for so.
Leaves out  a middle answer: where `maybe` matters, `dates` has it.
"""

from __future__ import annotations

from functools import cache

from actum.registry.edtf import FIRST, LAST, days


@cache
def first_day(edtf: str) -> str:
    """The first day that the date can mean; empty where it has none."""
    first = days(edtf)[0] if edtf else FIRST
    return "" if first == FIRST else first


@cache
def last_day(edtf: str) -> str:
    """The last day that the date can mean; empty where it has none."""
    last = days(edtf)[1] if edtf else LAST
    return "" if last == LAST else last


def is_after(later: str, earlier: str) -> bool:
    """Whether one date surely lies after another: its first day behind the other's last; never for an unknown one."""
    first, last = first_day(later), last_day(earlier)
    return bool(first and last) and first > last


def is_past(edtf: str, as_of: str) -> bool:
    """Whether all days that the date can mean are past by the end of `as_of`; never for an unknown one."""
    last, day = last_day(edtf), last_day(as_of)
    return bool(last and day) and last < day


def has_come(edtf: str, as_of: str) -> bool:
    """Whether what has this date has surely happened by the end of `as_of`; never for an unknown one."""
    last, day = last_day(edtf), last_day(as_of)
    return bool(last and day) and last <= day
