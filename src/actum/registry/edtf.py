"""Dates in EDTF, and the days that they leave possible.

Takes       a date: `2019-02-01`, `2019-02`, `2019`, `XXXX-05-09`, `2019-02-01/2019-02-02`, `../2019-06-05`, `1968/..`.
Gives       its first and last possible day, as `YYYY-MM-DD`, which sort as they are.
Method      EDTF levels 0 and 1 (ISO 8601-2:2019), as far as official texts need them. An interval is one day or more
            somewhere within: the register does not tell a span of time from a day that is not known better.
Leaves out  times of day, seasons, qualifiers (`?`, `~`), years of more than four digits.
"""

from __future__ import annotations

import calendar
import re

from actum.errors import DataFault

FIRST = "0001-01-01"
LAST = "9999-12-31"
_OPEN = ("", "..")
_DAY = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?")
HOW = "Write a day (2019-06-05), a month (2019-06), a year (2019) or two with a stroke between (2019-02-01/2019-02-02)."


def days(written: str) -> tuple[str, str]:
    """The first and the last day that a date can mean; an open end reaches to the first or last day there is.

    Raises DataFault where it is no date, or runs backward.
    """
    before, stroke, after = written.partition("/")
    if not stroke:
        return _days(written)
    if before in _OPEN and after in _OPEN:
        raise DataFault(f"“{written}” is not an EDTF date: it is open at both ends. {HOW}")
    first = FIRST if before in _OPEN else _days(before)[0]
    last = LAST if after in _OPEN else _days(after)[1]
    if last < first:
        raise DataFault(f"“{written}” is not an EDTF date: it ends before it begins. {HOW}")
    return first, last


def _days(written: str) -> tuple[str, str]:
    found = _DAY.fullmatch(written)
    if not found:
        raise DataFault(f"“{written}” is not an EDTF date. {HOW}")
    year, month, day = found["year"], found["month"] or "XX", found["day"] or "XX"
    if year == "XXXX":
        return FIRST, LAST
    if (month != "XX" and not 1 <= int(month) <= 12) or int(year) == 0:
        raise DataFault(f"“{written}” is not an EDTF date: the calendar has no such month. {HOW}")
    first, last = (month, month) if month != "XX" else ("01", "12")
    if day == "XX":
        return f"{year}-{first}-01", f"{year}-{last}-{calendar.monthrange(int(year), int(last))[1]:02d}"
    if month == "XX" or not 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]:
        raise DataFault(f"“{written}” is not an EDTF date: the calendar has no such day. {HOW}")
    return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
