"""A box set into a column, with the lines of the text flowing around it on both sides.

Takes       the fragments of one column.
Gives       the fragments of the text, the two halves of each parted line put together without a blank, and those of the
            box; nothing where there is no box.
Method      several lines on end are parted at one place: their left halves end, and their right halves begin, at
            the same height over the page's width, full lines of the text stand above or below, and what stands
            between the halves keeps no line with them. Cells of a table end raggedly.
Leaves out  a box at the edge of the column: there its lines stand beside whole lines of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from actum.read.layout import Line, is_wide
from actum.read.layout_lines import same_height

FLUSH = 1.5
"""How far from one another the halves of parted lines may end or begin, in times the size of the type, 2026-11-26."""

HOLE = 2.0
"""Least width of the hole that a box leaves, in times the size of the type, 2026-11-26."""

FULL = 0.85
"""Width of a full line, as a share of its column's, 2026-11-26."""

ROWS = 2
"""Parted lines that make a hole at the least."""


@dataclass(frozen=True, slots=True)
class Around:
    """The text that flows around a box, and the box; both from the top down."""

    text: tuple[Line, ...]
    box: tuple[Line, ...]


def around(lines: Sequence[Line], size: float) -> Around | None:
    """The text and the box that is set into it; None where there is none."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = [
        line
        for line in lines
        if line.right - line.left >= FULL * (right - left) and abs(line.size - size) <= 0.1 * size
    ]
    if not full or not _is_chinese(full):
        return None
    pairs = [
        (one, other)
        for one in lines
        for other in lines
        if one.left <= left + 3 * size and other.right >= right - FLUSH * size and other.left - one.right >= HOLE * size
        if _on_one_line(one, other)
    ]
    pairs.sort(key=lambda pair: pair[0].top)
    for _, run in groupby(pairs, key=lambda pair: round(pair[1].left / (2 * FLUSH * size))):
        found = list(run)
        flush = [one.right for one, _ in found]
        if sum(max(flush) - one <= FLUSH * size for one in flush) >= ROWS:
            return _parted(lines, found, full)
    return None


def _is_chinese(lines: Sequence[Line]) -> bool:
    return sum(is_wide(line.text[0]) or is_wide(line.text[-1]) for line in lines) > len(lines) / 2


def _on_one_line(one: Line, other: Line) -> bool:
    return abs(one.top - other.top) <= 0.25 * one.size and abs(one.bottom - other.bottom) <= 0.25 * one.size


def _parted(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line]], full: Sequence[Line]) -> Around | None:
    """The text with its halves together, and what stands in the hole; None where nothing does, or not clearly so."""
    top, bottom = min(one.top for one, _ in pairs), max(one.bottom for one, _ in pairs)
    if not any(
        -2 * line.size <= line.top - bottom <= 2 * line.size or 0 <= top - line.bottom <= 2 * line.size for line in full
    ):
        return None
    left, right = max(one.right for one, _ in pairs), min(other.left for _, other in pairs)
    halves = {id(line) for pair in pairs for line in pair}
    within = [
        line
        for line in lines
        if id(line) not in halves and line.left >= left - 1 and line.right <= right + 1
        if line.bottom > top and line.top < bottom
    ]
    if not within or any(same_height(line, one) and _on_one_line(line, one) for line in within for one, _ in pairs):
        return None
    box = {id(line) for line in within}
    firsts = {id(one): other for one, other in pairs}
    seconds = {id(other) for _, other in pairs}
    text = [
        Line(line.glyphs + firsts[id(line)].glyphs, line.matter) if id(line) in firsts else line
        for line in lines
        if id(line) not in box and id(line) not in seconds
    ]
    return Around(tuple(text), tuple(within))
