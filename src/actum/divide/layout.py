"""How a language lays its texts out, as compiled patterns.

Takes       a language, whose `divide.toml` holds marks, heading and item patterns.
Gives       a Layout, compiled once.
Leaves out  any knowledge of a certain language: all of it stands in the data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from actum.errors import DataFault
from actum.language.data import table


@dataclass(frozen=True, slots=True)
class Layout:
    """The marks and patterns by which lines, sentences and clauses are told; lengths are in characters."""

    sentence_end: re.Pattern[str]
    clause_mark: re.Pattern[str]
    clause_ends: str
    openers: str
    closers: str
    line_ends: str
    soft_line_ends: str
    broken_line_ends: str
    opens_sentence: tuple[str, ...]
    headings: tuple[tuple[int, re.Pattern[str]], ...]
    item: re.Pattern[str]
    alone: re.Pattern[str]
    longest_bare_heading: int
    longest_heading: int
    seam_words: bool


@cache
def layout(language: str) -> Layout:
    """The layout of a language; raises DataFault where its `divide.toml` is missing or lacks a key."""
    data = table(language, "divide")
    try:
        pairs = "".join(data["pairs"])
        return Layout(
            sentence_end=_sentence_end(data["ends"], data["closers"], data["goes_on"]),
            clause_mark=re.compile(f"[{re.escape(data['clause_ends'] + pairs)}]"),
            clause_ends=data["clause_ends"],
            openers=pairs[::2],
            closers=pairs[1::2],
            line_ends=data["line_ends"],
            soft_line_ends=data["soft_line_ends"],
            broken_line_ends=data["broken_line_ends"],
            opens_sentence=tuple(data["opens_sentence"]),
            headings=tuple((row["level"], re.compile(row["pattern"])) for row in data["headings"]),
            item=re.compile(data["items"]["pattern"]),
            alone=re.compile(data["alone"]["pattern"]),
            longest_bare_heading=data["longest_bare_heading"],
            longest_heading=data["longest_heading"],
            seam_words=data.get("seam_words", False),
        )
    except KeyError as missing:
        raise DataFault(f"language/{language}/divide.toml has no {missing}. Add it, as in language/zh.") from missing


def _sentence_end(ends: str, closers: str, goes_on: str) -> re.Pattern[str]:
    marks, after, not_before = (re.escape(each) for each in (ends, closers, goes_on))
    return re.compile(f"[{marks}]+[{after}]*+(?![{not_before}])")
