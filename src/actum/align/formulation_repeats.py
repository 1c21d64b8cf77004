"""What is repeated, as long as it is: the maximal repeats of many rows of numbers.

Takes       rows of numbers 0 and up (each a word), and for each row a set, as bits, of the texts that have it.
Gives       every maximal repeat of at least `shortest` numbers that two texts or more have: it can be made longer to
            neither side without losing a place.
Method      a suffix array of all rows, each closed by a number of its own, by prefix doubling (Manber and Myers 1993);
            the common prefixes of its neighbours (Kasai et al. 2001); its intervals bottom-up, with the texts and the
            numbers before each (Abouelhoda, Kurtz and Ohlebusch 2004). Maximal repeats are the intervals with two
            different numbers before them (Gusfield 1997, 7.12).
Leaves out  what is repeated within one text alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
_SEVERAL = -1


@dataclass(frozen=True, slots=True)
class Repeat:
    """`length` numbers from place `offset` of row `row` on, at the first of its places; `texts` as bits."""

    places: tuple[tuple[int, int], ...]
    length: int
    texts: int

    @property
    def row(self) -> int:
        """The row of its first place."""
        return self.places[0][0]

    @property
    def offset(self) -> int:
        """Where in that row it begins."""
        return self.places[0][1]


class Repeats:
    """The rows with their suffix array, to find repeats and the places of any stretch."""

    def __init__(self, rows: Sequence[Sequence[int]], texts: Sequence[int]) -> None:
        self.rows, self.texts = rows, texts
        top = 1 + max((max(row) for row in rows if row), default=0)
        self.line: list[int] = []
        self.row_of: list[int] = []
        self.offset_of: list[int] = []
        for number, row in enumerate(rows):
            self.line += (*row, top + number)
            self.row_of += [number] * (len(row) + 1)
            self.offset_of += range(len(row) + 1)

    @cached_property
    def suffixes(self) -> list[int]:
        """Places of the line in order of what stands from there on."""
        size = len(self.line)
        rank: Numbers = np.unique(np.array(self.line, dtype=np.int64), return_inverse=True)[1].astype(np.int64)
        order: Numbers = np.argsort(rank, kind="stable")
        step = 1
        while step < size:
            behind = np.full(size, -1, dtype=np.int64)
            behind[:-step] = rank[step:]
            both = rank * (size + 1) + behind + 1
            order = np.argsort(both, kind="stable")
            sorted_keys = both[order]
            rank = np.empty(size, dtype=np.int64)
            rank[order] = np.concatenate(([0], np.cumsum(sorted_keys[1:] != sorted_keys[:-1])))
            if rank[order[-1]] == size - 1:
                break
            step *= 2
        found: list[int] = order.tolist()
        return found

    @cached_property
    def common(self) -> list[int]:
        """How many numbers each suffix has in common with the one before it in order; 0 for the first."""
        line, order = self.line, self.suffixes
        rank = [0] * len(order)
        for number, place in enumerate(order):
            rank[place] = number
        common, held = [0] * len(order), 0
        for place, number in enumerate(rank):
            if not number:
                held = 0
                continue
            other = order[number - 1]
            while line[place + held] == line[other + held]:  # the number that closes a row stops it
                held += 1
            common[number] = held
            held = max(0, held - 1)
        return common

    def maximal(self, shortest: int) -> Iterator[Repeat]:
        """The maximal repeats of two texts or more, in order of the suffix array."""
        order, common = self.suffixes, [*self.common, 0]
        stack: list[list[int]] = []  # length, left end, texts, number before
        for number, place in enumerate(order):
            before = self.line[place - 1] if self.offset_of[place] else _SEVERAL
            held = [0, number, self.texts[self.row_of[place]], before]
            ahead = common[number + 1]
            while stack and stack[-1][0] > ahead:
                held = _joined(stack.pop(), held)
                if held[0] >= shortest and held[3] == _SEVERAL and held[2] & (held[2] - 1):
                    yield Repeat(self._placed(held[1], number + 1), held[0], held[2])
            if stack and stack[-1][0] == ahead:
                stack[-1] = _joined(stack[-1], held)
            else:
                stack.append([ahead, held[1], *held[2:]])

    def places(self, stretch: Sequence[int]) -> list[tuple[int, int]]:
        """Row and offset of every place of a stretch, in order of the rows."""
        size, sought = len(stretch), list(stretch)
        low = bisect_left(self.suffixes, sought, key=lambda place: self.line[place : place + size])
        high = bisect_right(self.suffixes, sought, key=lambda place: self.line[place : place + size])
        return list(self._placed(low, high))

    def _placed(self, low: int, high: int) -> tuple[tuple[int, int], ...]:
        return tuple(sorted((self.row_of[place], self.offset_of[place]) for place in self.suffixes[low:high]))


def _joined(top: list[int], held: list[int]) -> list[int]:
    """An interval with a further part of it."""
    before = top[3] if top[3] == held[3] else _SEVERAL
    return [top[0], top[1], top[2] | held[2], before]
