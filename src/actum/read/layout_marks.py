"""Raised characters in lines: which are the marks of notes, and which may be.

Takes       the lines of one page, told; the marks with which its notes begin.
Gives       the raised runs of a line, and of each whether it is a mark, may be one, or is none.
Method      raised is what is set smaller than its line and stands above its foot. A raised number is a mark where a
            note of the page begins with it, or where it stands behind a Chinese character, a mark of punctuation or
            a long word: exponents stand behind digits, units and symbols.
Leaves out  numbers that a machine recognised: their size is not known (`layout_suspect`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from actum.language.data import table
from actum.read.layout import Glyph, Line, is_wide
from actum.text.span import Span

SMALLER = 0.9
"""Size of a raised mark at the most, as a share of its line's: browsers set 0.83, word processors 0.58 to 0.67."""

SMALL = 0.8
"""Size from which down a character is taken for a note's mark, if a note begins with it, though it stands level."""

LIFT = 0.08
"""How far above its line's foot a raised mark ends at the least, in times the line's size, 2026-11-26."""

_MARK = re.compile(r"[(（\[［【]?(\d{1,3}|[*†‡§※]{1,3}|[\u2460-\u24ff]|[¹²³⁰-⁹]{1,3}|注\d{0,3})[)）\]］】]?")
_POWERS = frozenset("23²³")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}$")

Role = Literal["mark", "perhaps", "none"]


@dataclass(frozen=True, slots=True)
class Raised:
    """A raised run: where it stands in its line's text, its characters without brackets, whether it stands above."""

    span: Span
    text: str
    lifted: bool


def raised(line: Line) -> Iterator[Raised]:
    """The runs of raised characters of a line that look like the mark of a note, in order."""
    at, marked = 0, []
    for glyph in line.glyphs:
        marked.append((_is_raised(glyph, line), _is_lifted(glyph, line), Span(at, at + len(glyph.text))))
        at += len(glyph.text)
    for up, run in groupby(marked, key=lambda one: one[0]):
        own = list(run)
        spans = [span for _, _, span in own]
        whole = Span(spans[0].start, spans[-1].end)
        found = _MARK.fullmatch(whole.of(line.text)) if up else None
        if found:
            yield Raised(whole, found[1], all(lifted for _, lifted, _ in own))


def _is_raised(glyph: Glyph, line: Line) -> bool:
    if glyph.text.isspace():
        return False
    return _is_lifted(glyph, line) or glyph.size <= SMALL * line.size


def _is_lifted(glyph: Glyph, line: Line) -> bool:
    if unicodedata.decomposition(glyph.text[:1]).startswith("<super>"):
        return True
    return glyph.size <= SMALLER * line.size and glyph.bottom <= line.bottom - LIFT * line.size


def role(one: Raised, line: Line, notes: frozenset[str]) -> Role:
    """Whether a raised run is the mark of a note."""
    before = line.text[: one.span.start].rstrip()
    if one.text in notes and before:
        return "mark"
    if not one.lifted:
        return "none"
    if not before:
        return "perhaps"
    if one.text in _POWERS and before[-1] in table("zh", "layout")["squared"]:
        return "perhaps"
    punctuation = unicodedata.category(before[-1])[0] == "P"
    if is_wide(before[-1]) or punctuation or _LONG_WORD.search(before):
        return "mark"
    return "perhaps" if before[-1].isalpha() and one.text.isascii() else "none"  # km² says itself that it is square
