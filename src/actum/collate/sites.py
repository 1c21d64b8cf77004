"""The places where witnesses differ, each as one event.

Takes       a table of columns.
Gives       sites: neighbouring columns that part the witnesses alike are one site, since one slip made them.
Leaves out  judging: which reading is right, and what kind of difference it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actum.collate.columns import GAP, SILENT, Cells
from actum.collate.families import UNHEARD

BRIDGE = 2
"""Agreed letters that do not part two changes of the same witnesses."""

CJK = 0x2E80
"""Code point from which scripts write without spaces."""

READINGS = 8
"""Readings of one site that are weighed; rarer ones are nobody's but their own and confirm nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """Columns `start` to `end`; `readings` by how many witnesses have them, then by length and letters.

    `states[witness]` is the number of its reading, or UNHEARD. `letters[k]` are the code points of reading k column by
    column, GAP where it has none.
    """

    start: int
    end: int
    readings: tuple[str, ...]
    states: Cells
    letters: tuple[tuple[int, ...], ...]


def sites(codes: Cells, usual: Mapping[int, str]) -> list[Site]:
    """All sites in order; `usual` says how a letter is usually written, for reading it as language."""
    found: list[tuple[int, int, Cells]] = []
    for column in np.flatnonzero(_differs(codes)).tolist():
        parts = _parts(codes[:, column])
        if found and np.array_equal(found[-1][2], parts) and _is_bridged(codes[parts != SILENT, found[-1][1] : column]):
            found[-1] = (found[-1][0], column + 1, parts)
        else:
            found.append((column, column + 1, parts))
    return [_site(codes, start, end, parts, usual) for start, end, parts in found]


def _is_bridged(between: Cells) -> bool:
    """Whether the letters between two changes of the same witnesses are too few to part them, all having them.

    One or two letters, or in a spaced script all within one word.
    """
    letters = between.max(axis=0).tolist()
    within = all(0 <= code < CJK and chr(code).isalpha() for code in letters)
    return (len(letters) <= BRIDGE or within) and bool((between >= 0).all())


def _differs(codes: Cells) -> NDArray[np.bool_]:
    top = codes.max(axis=0)
    low = np.where(codes == SILENT, top, codes).min(axis=0)
    differs: NDArray[np.bool_] = top > low
    return differs


def _parts(column: Cells) -> Cells:
    """The partition of the witnesses: equal numbers for equal letters, numbered by first witness; silence stays."""
    _, first, inverse = np.unique(column, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int32)
    rank[np.argsort(first)] = np.arange(len(first), dtype=np.int32)
    parts = rank[inverse]
    parts[column == SILENT] = SILENT
    return parts


def _site(codes: Cells, start: int, end: int, parts: Cells, usual: Mapping[int, str]) -> Site:
    values, first, counts = np.unique(parts, return_index=True, return_counts=True)
    found = []
    for value, where, count in zip(values.tolist(), first.tolist(), counts.tolist(), strict=True):
        if value != SILENT:
            letters = tuple(codes[where, start:end].tolist())
            reading = "".join(usual.get(code, chr(code)) for code in letters if code != GAP)
            found.append((-count, -len(reading), reading, letters, value))
    kept = sorted(found)[:READINGS]
    states = np.full(len(parts), UNHEARD, dtype=np.int32)
    for number, (*_, value) in enumerate(kept):
        states[parts == value] = number
    return Site(start, end, tuple(one[2] for one in kept), states, tuple(one[3] for one in kept))
