"""The day that a date means, in EDTF.

Takes       the words of a date, and the language's pattern of its parts.
Gives       `2025-05-08`, `2021-02`, `2001`, `XXXX-05-09` where no year is written, `2025-05-07/2025-05-10` for a range.
Method      the parts are read by the pattern `[dates]` of `mentions.toml`; a range's second date takes the year and
            month that it leaves out from the first.
Leaves out  dates in words (去年, 下月): they depend on when they were said.
"""

from __future__ import annotations

import re

from actum.language.data import table

_ORDER = ("year", "month", "day")


def edtf(words: str, language: str) -> str:
    """The date in EDTF; empty where the words are none that the pattern reads."""
    rules = table(language, "mentions").get("dates")
    if rules is None:
        return ""
    first, *rest = re.split(rules["range"], words)
    if len(rest) > 1:
        return ""
    begun = _parts(first, rules["parts"])
    if not begun:
        return ""
    if not rest:
        return _written(begun)
    ended = _parts(rest[0], rules["parts"])
    missing = {key: value for key, value in begun.items() if key not in ended and _before(key, ended)}
    return f"{_written(begun)}/{_written({**missing, **ended})}" if ended else ""


def _parts(words: str, pattern: str) -> dict[str, int]:
    found = re.fullmatch(pattern, words.strip())
    return {key: int(value) for key, value in found.groupdict().items() if value} if found else {}


def _before(key: str, ended: dict[str, int]) -> bool:
    """Whether a part is larger than every part that the second date names."""
    return all(_ORDER.index(key) < _ORDER.index(other) for other in ended)


def _written(parts: dict[str, int]) -> str:
    year = f"{parts['year']:04d}" if "year" in parts else "XXXX"
    return "-".join([year, *(f"{parts[key]:02d}" for key in _ORDER[1:] if key in parts)])
