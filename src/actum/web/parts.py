"""A long list in parts, each of which one page can hold.

Takes       for each row of the list about how many bytes it takes on the page; which row is asked for.
Gives       the Part that has this row.
Method      rows are taken in order until the page is full, so that every row is in one part, the same part for all who
            ask the same.
Leaves out  drawing; how large a row is: its page knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ROOM = 250_000
"""Bytes, estimated, of the rows of one page; with what stands around them it has less than 300,000, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows from `first` to before `last`, counted from 0; `number` of `of` parts, from 1.

    `before` and `after` are the first rows of the parts beside it, None where there is none.
    """

    first: int
    last: int
    number: int
    of: int
    before: int | None
    after: int | None


def part_at(sizes: Sequence[int], row: int, *, most: int, room: int = ROOM) -> Part:
    """The part that has the row, the first where there is no such row; a part has at most `most` rows."""
    return _part(_starts(sizes, most, room), len(sizes), row)


def part_number(sizes: Sequence[int], number: int, *, most: int, room: int = ROOM) -> Part:
    """The part of that number, from 1; the first where there is no such part."""
    starts = _starts(sizes, most, room)
    return _part(starts, len(sizes), starts[number - 1] if 0 < number <= len(starts) else 0)


def _part(starts: Sequence[int], rows: int, row: int) -> Part:
    ends = [*starts[1:], rows]
    at = next((n for n, end in enumerate(ends) if row < end), 0)
    return Part(
        first=starts[at],
        last=ends[at],
        number=at + 1,
        of=len(starts),
        before=starts[at - 1] if at else None,
        after=starts[at + 1] if at + 1 < len(starts) else None,
    )


def _starts(sizes: Sequence[int], most: int, room: int) -> list[int]:
    """The first row of each part; one empty part of an empty list."""
    starts, filled = [0], 0
    for row, size in enumerate(sizes):
        if row > starts[-1] and (filled + size > room or row - starts[-1] >= most):
            starts.append(row)
            filled = 0
        filled += size
    return starts
