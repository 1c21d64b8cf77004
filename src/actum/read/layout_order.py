"""Lines to reading order: columns one after another, tables row by row.

Takes       the fragments of one page, without what is no text.
Gives       regions in reading order: a region is a column, or what stands across columns, its lines from the top down.
Method      recursive cuts along white space (XY cut, Nagy and Seth 1984): along a gutter that is as high as the region
            and has prose on both sides, else across the widest blank; a region that cannot be cut is read line by line.
            A box that the text flows around is put behind the column that it is set into (`layout_around`).
Leaves out  columns from right to left and lines from the top down, as old newspapers are set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from actum.read.layout import Glyph, Line, middle
from actum.read.layout_around import around
from actum.read.layout_lines import same_height

GUTTER = 0.9
"""Least width of the blank between two columns, in times the size of the type, 2026-11-26."""

SIDE = 0.2
"""Least width of a column, as a share of its region: labels and numbers of a list are narrower, 2026-11-26."""

PROSE = 9.0
"""Width of the middling line, in times its size, from which a column holds prose and no cells of a table. Cells of the
tables looked at have 2 to 7, columns of newspapers 11 at the least; 2026-11-26."""

DEEP = 40
"""Cuts within cuts at the most."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines from the top down; `left` and `right` are the edges of their column; `apart` says that it is a box."""

    lines: tuple[Line, ...]
    left: float
    right: float
    apart: bool = False


def regions(lines: Sequence[Line]) -> list[Region]:
    """The regions of a page in reading order; none for no lines."""
    return _cut(list(lines), 0)


def _region(lines: Sequence[Line], *, apart: bool = False) -> Region:
    rows = _rows(lines)
    return Region(tuple(rows), min(line.left for line in rows), max(line.right for line in rows), apart)


def _cut(lines: list[Line], depth: int) -> list[Region]:
    if len(lines) < 2 or depth > DEEP:
        return [_region(lines)] if lines else []
    found = around(lines, middle([line.size for line in lines]))
    if found is not None:
        return [*_cut(list(found.text), depth + 1), _region(found.box, apart=True)]
    gutter = _gutter(lines)
    if gutter is not None:
        left = [line for line in lines if line.right <= gutter]
        right = [line for line in lines if line.right > gutter]
        return _cut(left, depth + 1) + _cut(right, depth + 1)
    for level in _levels(lines):
        above = [line for line in lines if line.bottom <= level]
        below = [line for line in lines if line.bottom > level]
        if _gutter(above) is not None or _gutter(below) is not None:
            return _cut(above, depth + 1) + _cut(below, depth + 1)
    return [_region(lines)]


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the widest blank that parts two columns of prose; None where there is none."""
    if len(lines) < 2:
        return None
    size = middle([line.size for line in lines])
    first, last = min(line.left for line in lines), max(line.right for line in lines)
    ends = sorted((line.left, line.right) for line in lines)
    found: list[tuple[float, float]] = []
    reach = ends[0][1]
    for left, right in ends[1:]:
        if left - reach >= GUTTER * size:
            found.append((left - reach, (left + reach) / 2))
        reach = max(reach, right)
    for _, place in sorted(found, key=lambda one: (-one[0], one[1])):
        sides = [[one for one in lines if one.right <= place], [one for one in lines if one.right > place]]
        wide = min(place - first, last - place) >= SIDE * (last - first)
        if wide and _is_prose(sides, size):
            return place
    return None


def _is_prose(sides: Sequence[Sequence[Line]], size: float) -> bool:
    """Whether both sides are columns of running text: long lines, on one side at least several of them."""
    widths = [middle([row.right - row.left for row in _rows(side)]) for side in sides]
    rows = max(len(_rows(side)) for side in sides)
    short = PROSE * size if rows < 3 else PROSE / 3 * size
    return rows >= 2 and max(widths) >= PROSE * size and min(widths) >= short


def _levels(lines: Sequence[Line]) -> list[float]:
    """The levels between lines at which nothing stands, from the widest blank to the narrowest, then from the top."""
    spans = sorted((line.top, line.bottom) for line in lines)
    levels: list[tuple[float, float]] = []
    reach = spans[0][1]
    for top, bottom in spans[1:]:
        if top >= reach - 0.25 * (bottom - top):
            levels.append((reach - top, reach))
        reach = max(reach, bottom)
    return [level for _, level in sorted(levels)[:60]]


def _rows(lines: Sequence[Line]) -> list[Line]:
    """The fragments that stand at one height as one line, a blank between them; from the top down."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.top, one.left)):
        if rows and any(same_height(line, other) for other in rows[-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_row(sorted(row, key=lambda one: one.left)) for row in rows]


def _row(row: Sequence[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    glyphs: list[Glyph] = list(row[0].glyphs)
    for before, line in pairwise(row):
        last = before.glyphs[-1]
        glyphs.append(Glyph(" ", last.right, last.top, max(last.right, line.left), last.bottom, last.size))
        glyphs += line.glyphs
    return Line(tuple(glyphs), row[0].matter, parts=len(row))
