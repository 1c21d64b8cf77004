"""Lay any number of witnesses side by side, letter under letter.

Takes       the folded letters of each witness, and where in them its pieces begin.
Gives       a Table: a row for each witness, a column for each letter that any of them has.
Method      a star round a base (the witness that shares the most k-grams with others), what several insert at one
            place aligned with one another by the same means; then the plurality of every column is taken for a new
            base and all are aligned with that, twice at most.
Leaves out  which reading is right, and all that folding took away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actum.collate.align import NONE, Places, beside, grams

Cells = NDArray[np.int32]

GAP = -1
"""The witness reaches here and has nothing."""

SILENT = -2
"""The witness does not reach here: a lacuna, which says nothing."""

UNREADABLE = (0xFFFD, 0x25A0, 0x25A1, 0x25AF, 0x3013)
"""Code points that stand for a character which could not be read."""

ROUNDS = 2
"""Times that all are aligned anew with the plurality; a third changed nothing on the bench (2026-11-25)."""

WHOLE = 0.8
"""Share of the letters of the longest line from which a line is a copy of the whole and no excerpt."""

DEEP = 6
"""Insertions within insertions that are still aligned with one another; below, they are laid from the left."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """`cells[witness, column]` is the index of a letter of that witness, GAP or SILENT; indices rise along a row.

    `codes[witness, column]` is the code point of that letter, or the same GAP or SILENT.
    """

    cells: Cells
    codes: Cells

    @property
    def width(self) -> int:
        """Columns."""
        return int(self.cells.shape[1])


def tabulate(
    lines: Sequence[str], heads: Sequence[Sequence[int]], shown: Sequence[tuple[bool, bool]] | None = None
) -> Table:
    """The table of `lines`; `heads[w]` are the letters at which the pieces of line w begin (0 first).

    `shown[w]` says whether line w is known to begin, and to end, where the text does; all are where it is left out.

    The order of the lines decides ties alone, so whoever sorts them by content gets the same columns in any order.
    """
    base = _first_base(lines)
    lacunae = sorted({head for line, starts in zip(lines, heads, strict=True) if line == base for head in starts[1:]})
    for rest in range(ROUNDS, -1, -1):
        keys = [(line, tuple(starts)) for line, starts in zip(lines, heads, strict=True)]
        places = {key: beside(key[0], base, key[1], lacunae) for key in sorted(set(keys))}
        cells = _cells(lines, [places[key] for key in keys], base, depth=0)
        cells = cells[:, (cells >= 0).any(axis=0)]
        _silence(cells, heads, shown or [(True, True)] * len(lines))
        codes = _codes(lines, cells)
        for view in (slice(None, None, -1), slice(None)):
            _end_before_unreadable(cells[:, view], codes[:, view])
        table = Table(cells, codes)
        better = plurality(table.codes)
        if not rest or better == base:
            break
        base, lacunae = better, []
    return table


def _first_base(lines: Sequence[str]) -> str:
    """The line with the most k-grams that some other has too; ties: the fewest others, then by content."""
    own = [np.unique(grams(line)) for line in lines]
    found, counts = np.unique(np.concatenate(own), return_counts=True)
    common = found[counts > 1]
    shared = [int(np.isin(one, common, assume_unique=True).sum()) for one in own]
    best = min(range(len(lines)), key=lambda w: (-shared[w], len(own[w]) - shared[w], -len(lines[w]), lines[w]))
    return lines[best]


def plural_codes(codes: Cells) -> list[int]:
    """The commonest letter of each column among the lines that reach it, GAP where most have none or none reaches.

    As many with a letter as without give the letter: the next round then sees where else the letters may stand.
    """
    top = codes.max(axis=0)
    low = np.where(codes == SILENT, top, codes).min(axis=0)
    most: list[int] = top.clip(min=GAP).tolist()
    for column in np.flatnonzero(top > low).tolist():
        heard = codes[:, column]
        values, counts = np.unique(heard[heard != SILENT], return_counts=True)
        commonest = values[counts == counts.max()].tolist()
        most[column] = next((code for code in commonest if code != GAP), GAP)
    return most


def plurality(codes: Cells) -> str:
    """The text that `plural_codes` spell."""
    return "".join(chr(code) for code in plural_codes(codes) if code != GAP)


def _codes(lines: Sequence[str], cells: Cells) -> Cells:
    codes = cells.copy()
    for line, row in zip(lines, codes, strict=True):
        points = np.frombuffer(line.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int32)
        row[row >= 0] = points
    return codes


def _cells(lines: Sequence[str], places: Sequence[Places], base: str, *, depth: int) -> Cells:
    """Base columns with the insertions of every slot (before column 0 … behind the last) laid between them."""
    inserted: dict[int, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for who, (line, row) in enumerate(zip(lines, places, strict=True)):
        for slot, start, end in _insertions(row):
            inserted[slot][line[start:end]].append((who, start))
    laid = {slot: _slot(found, depth=depth) for slot, found in sorted(inserted.items())}
    widths = np.zeros(len(base) + 1, dtype=np.int64)
    for slot, (width, _) in laid.items():
        widths[slot] = width
    column = np.arange(len(base) + 1) + np.cumsum(widths)
    cells = np.full((len(lines), len(base) + int(widths.sum())), GAP, dtype=np.int32)
    for who, row in enumerate(places):
        own = np.flatnonzero(row != NONE)
        cells[who, column[row[own]]] = own
    for slot, (width, columns) in laid.items():
        first = int(column[slot]) - width
        for text, owners in inserted[slot].items():
            for who, start in owners:
                cells[who, first + columns[text]] = np.arange(start, start + len(text))
    return cells


def _insertions(row: Places) -> list[tuple[int, int, int]]:
    """(slot, start, end) of each run of letters that stands beside no base letter."""
    lone = np.flatnonzero(row == NONE)
    if not len(lone):
        return []
    before = np.maximum.accumulate(row)
    cuts = np.flatnonzero(np.diff(lone) > 1) + 1
    return [(int(before[run[0]]) + 1, int(run[0]), int(run[-1]) + 1) for run in np.split(lone, cuts)]


def _slot(found: Mapping[str, Sequence[object]], *, depth: int) -> tuple[int, dict[str, Places]]:
    """How wide a slot is, and the columns in it of each text inserted there."""
    texts = sorted(found, key=lambda text: (-len(found[text]), -len(text), text))
    if len(texts) == 1 or depth >= DEEP:
        return max(map(len, texts)), {text: np.arange(len(text), dtype=np.int32) for text in texts}
    cells = _cells(texts, [beside(text, texts[0]) for text in texts], texts[0], depth=depth + 1)
    return cells.shape[1], {
        text: np.flatnonzero(row >= 0).astype(np.int32) for text, row in zip(texts, cells, strict=True)
    }


def _silence(cells: Cells, heads: Sequence[Sequence[int]], shown: Sequence[tuple[bool, bool]]) -> None:
    """Turn gaps beyond the pieces of each line into lacunae, then the ends on which most agree back into gaps."""
    width = cells.shape[1]
    reach: list[tuple[int, int]] = []
    for row, starts in zip(cells, heads, strict=True):
        full = np.flatnonzero(row >= 0)
        if not len(full):
            row[:] = SILENT
            reach.append((width, 0))
            continue
        for head in starts:
            before = int(full[head - 1]) + 1 if head else 0
            row[before : int(full[head])] = SILENT
        row[int(full[-1]) + 1 :] = SILENT
        reach.append((int(full[0]), int(full[-1]) + 1))
    _agreed_edge(cells, [width - start for start, _ in reach], [begins for begins, _ in shown], backward=True)
    _agreed_edge(cells, [end for _, end in reach], [ends for _, ends in shown], backward=False)


def _end_before_unreadable(cells: Cells, codes: Cells) -> None:
    """Behind the last letter that can be read, lines that reach it end there: a torn character is no further text."""
    readable = np.flatnonzero(((codes >= 0) & ~np.isin(codes, UNREADABLE)).any(axis=0))
    if not len(readable) or readable[-1] == codes.shape[1] - 1:
        return
    last = int(readable[-1])
    ended = (codes[:, last] >= 0) & ~np.isin(codes[:, last], UNREADABLE)
    for table in (cells, codes):
        rest = table[:, last + 1 :]
        rest[(rest == SILENT) & ended[:, None]] = GAP


def _agreed_edge(cells: Cells, ends: Sequence[int], shown: Sequence[bool], *, backward: bool) -> None:
    """Where at least two whole copies end at one column and outnumber all that go on, the text ends there for them.

    Only copies that show their end count: two that were cut alike say nothing.

    So a tail that one copy alone carries is its addition, while a copy cut anywhere says nothing of what follows,
    and excerpts say nothing however many begin or end at one place.
    """
    view = cells[:, ::-1] if backward else cells
    letters = (cells >= 0).sum(axis=1)
    whole = letters >= WHOLE * letters.max(initial=0)
    for edge in sorted(set(ends)):
        at_edge = [who for who, end in enumerate(ends) if end == edge and whole[who] and shown[who]]
        if len(at_edge) >= 2 and len(at_edge) > sum(end > edge for end in ends):
            for who in at_edge:
                view[who, edge:] = GAP
