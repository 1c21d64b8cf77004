"""Dates by which something falls due, read from the words.

Takes       a match of one of the forms of `due.toml`, and the work's own date.
Gives       EDTF: a day, a month, a year, an interval; empty where the words give none.
Method      written dates as they are (the whole month or year counts: whatever 2021年2月前 means, it is past when
            February is); the year of the work or the next; so many years or months from the work's own day.
Leaves out  a date that only the work's own would give, where that is not known.
"""

from __future__ import annotations

import calendar
import re

from actum.regime.ledger_dates import last_day

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


def written_date(match: re.Match[str], digits: str) -> str:
    """The date that the words themselves say."""
    year, month, day = (number(match[key] or "", digits) for key in ("year", "month", "day"))
    return "-".join([f"{year:04d}", *(f"{one:02d}" for one in (month, day) if one)]) if year else ""


def year_of_work(date: str, years: int) -> str:
    """The year of a work's date, or so many later; empty where the date has no year, or lies in two."""
    found = {part[:4] for part in date.split("/")}
    year = next(iter(found))
    return f"{int(year) + years:04d}" if len(found) == 1 and year.isdigit() else ""


def within(date: str, count: int, *, months: bool) -> str:
    """The day so many years or months after a work's day; for an interval, after its last; empty without a day."""
    day = last_day(date)
    if not count or not day or len(date.rpartition("/")[2]) < len(day):
        return ""
    at = int(day[:4]) * _MONTHS + int(day[5:7]) - 1 + (count if months else count * _MONTHS)
    year, month = divmod(at, _MONTHS)
    return f"{year:04d}-{month + 1:02d}-{min(int(day[8:]), calendar.monthrange(year, month + 1)[1]):02d}"
