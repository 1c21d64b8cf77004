"""Tell line ends that only wrap a line from those that end a paragraph.

Takes       a text as a copy has it, markup taken out.
Gives       the places of the line ends that were put in because the line was full.
Method      a text is wrapped where most of the lines that end in mid-sentence are nearly as wide as its widest, and
            that is no wider than a page; there a line end is soft where the next word would not have fitted and the
            next line is neither blank nor indented. A full line that ends a sentence is one of these only where blank
            lines or indents show the paragraphs.
Leaves out  wrapped texts of few lines.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

PAGE = 160
"""Columns (a Chinese character takes two) of the widest line that is still a page's. The five sample copies, which
are not wrapped, have lines of 500 and more (2026-11-25)."""

LINES = 5
"""Full lines in mid-sentence that a text must have before its widths say anything."""

FULL = 0.85
"""Share of the widest line from which a line is nearly full."""
MOST = 0.6
"""Share of the lines in mid-sentence that must be nearly full."""

_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[.!?;:…。！？；：][”’」』》\"')）]*$")
_WORD = re.compile(r"[\u2e80-\uffee]|[^\s\u2e80-\uffee]+")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that is not blank: its end, width, indent and first word, whether it ends a sentence."""

    end: int
    width: int
    indent: int
    word: int
    joined: bool
    ended: bool


def soft_ends(text: str) -> frozenset[int]:
    """Places of the line feeds in `text` that only wrap a line; none in a text that is not wrapped."""
    rows = [_row(text, found) for found in _LINE.finditer(text) if found[0].strip()]
    torn = [row for row in rows if row.joined and not row.ended]
    widest = max((row.width for row in rows), default=0)
    full = sum(row.width >= FULL * widest for row in torn)
    if not 0 < widest <= PAGE or full < LINES or full < MOST * len(torn):
        return frozenset()
    usual = min(row.indent for row in rows)
    parted = any(not row.joined for row in rows[:-1]) or any(row.indent > usual for row in rows)
    return frozenset(
        row.end
        for row, later in pairwise(rows)
        if row.joined and (parted or not row.ended) and later.indent <= usual and row.width + later.word > FULL * widest
    )


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or a clause before a list does, closing quotes and brackets aside."""
    return _ENDED.search(text) is not None


def _row(text: str, line: re.Match[str]) -> _Row:
    bare = line[0].strip()
    first = _WORD.match(bare)
    indent = _width(line[0][: len(line[0]) - len(line[0].lstrip())])
    end = line.end()
    follows = text[end + 1 : end + 2]
    joined = bool(follows) and follows != "\n"
    return _Row(end, _width(bare), indent, _width(first[0]) if first else 0, joined, ends_sentence(bare))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
