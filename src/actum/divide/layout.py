"""How a language lays its texts out, as compiled patterns.

Takes       a language, whose `divide.toml` holds marks, heading and item patterns.
Gives       a Layout, compiled once.
Leaves out  any knowledge of a certain language: all of it stands in the data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

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
            sentence_end=_sentence_end(data),
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


def _sentence_end(data: Mapping[str, Any]) -> re.Pattern[str]:
    """Marks that end a sentence, closing marks behind them included.

    `abbreviations` are words whose full stop ends nothing; `next` is a pattern of what must follow a sentence's end,
    both for languages that write a full stop elsewhere too.
    """
    marks, after, not_before = (re.escape(data[key]) for key in ("ends", "closers", "goes_on"))
    words = "".join(rf"(?<!\b{re.escape(word)})" for word in data.get("abbreviations", ()))
    follows = f"(?={data['next']})" if "next" in data else ""
    return re.compile(f"{words}[{marks}]+[{after}]*+(?![{not_before}]){follows}")
