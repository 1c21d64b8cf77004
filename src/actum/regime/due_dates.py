"""Dates by which something falls due, read from the words.

Takes       a match of one of the forms of `due.toml`, and the work's own date.
Gives       EDTF: a day, a month, a year, an interval; empty where the words give none. The last day that is in time.
Method      written dates as they are (the whole month or year counts: whatever 2021年2月前 means, it is past when
            February is); the year of the work or the next; so many years or months from the work's own day.
Leaves out  a date that only the work's own would give, where that is not known.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping, Sequence

from actum.errors import DataFault
from actum.regime.days import first_day, last_day
from actum.registry.edtf import days

_TEN = "十"
_TENS = 10
_MONTHS = 12


def number(words: str, digits: str) -> int:
    """The number that words say, up to 99 or digit by digit; 0 for none. `digits` are the words for 0 to 9."""
    if words.isascii() and words.isdigit():
        return int(words)
    words = words.replace("两", "二").replace("零", "〇").replace("○", "〇")
    figures = digits.replace("零", "").replace("○", "")
    if _TEN not in words:
        return int("".join(str(figures.index(char)) for char in words)) if set(words) <= set(figures) and words else 0
    tens, _, ones = words.partition(_TEN)
    if not set(tens + ones) <= set(figures) or max(len(tens), len(ones)) > 1:
        return 0
    return (figures.index(tens) if tens else 1) * _TENS + (figures.index(ones) if ones else 0)


def written_date(match: re.Match[str], digits: str, months: Mapping[str, Sequence[int]]) -> str:
    """The date that the words themselves say; `months` are those a part of a year runs from and to."""
    said = match.groupdict(default="")
    year, month, day = (number(said[key], digits) for key in ("year", "month", "day"))
    if year and not month and said.get("part") in months:
        first, last = months[said["part"]]
        return f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"
    written = "-".join([f"{year:04d}", *(f"{one:02d}" for one in (month, day) if one)]) if year else ""
    return written if is_date(written) else ""


def is_date(edtf: str) -> bool:
    """Whether the calendar has such a date: of 2025-02-30 a copyist made it."""
    try:
        days(edtf)
    except DataFault:
        return False
    return True


def in_time_until(words: str, edtf: str, forms: Mapping[str, str]) -> str:
    """The last day on which it is in time: the day before a year or month that it is to be done before.

    `forms` are patterns: `before_start` of words that name a year or month and mean before it, `before_open` of words
    whose day is open. For all others the last day of the date, empty without one.
    """
    if not edtf or re.search(forms["before_open"], words):
        return ""
    if re.search(forms["before_start"], words):
        first = first_day(edtf)
        return (dt.date.fromisoformat(first) - dt.timedelta(days=1)).isoformat() if first else ""
    return last_day(edtf)


def year_of_work(date: str, years: int) -> str:
    """The year of a work's date, or so many later; empty where the date has no year, or lies in two."""
    found = {part[:4] for part in date.split("/")}
    year = next(iter(found))
    return f"{int(year) + years:04d}" if len(found) == 1 and year.isdigit() else ""


def within(date: str, count: int, unit: Mapping[str, int]) -> str:
    """The day so many years, months, weeks or days after a work's day; for an interval, after its last.

    `unit` says how many `months` or `days` one is. Empty without a day, and past the calendar's end.
    """
    start = last_day(date)
    if not count or not start or len(date.rpartition("/")[2]) < len(start):
        return ""
    try:
        day = dt.date.fromisoformat(start) + dt.timedelta(days=count * unit.get("days", 0))
    except OverflowError:
        return ""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + count * unit.get("months", 0), _MONTHS)
    if year > dt.MAXYEAR:
        return ""
    return f"{year:04d}-{month + 1:02d}-{min(day.day, calendar.monthrange(year, month + 1)[1]):02d}"
