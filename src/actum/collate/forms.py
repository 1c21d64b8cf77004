"""How every letter is written, in numbers: what a table of letters leaves out, column by column.

Takes       lines and their table.
Gives       Forms: for each cell a number for its written form and one for the layout behind it.
Method      a single character is its own code point; all else is numbered as it comes.
Leaves out  choosing among forms (`typography`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from actum.collate.bearers import Line
from actum.collate.columns import Cells, Table
from actum.text.folded import CODE_POINTS, codes_of
from actum.text.script import is_traditional

NOTHING = -1
"""No letter in the cell, so no form and no layout."""


class Names:
    """Numbers for strings; a single character has its code point, the empty string CODE_POINTS."""

    def __init__(self) -> None:
        self.found: dict[str, int] = {"": CODE_POINTS}
        self.several: list[str] = [""]

    def number(self, form: str) -> int:
        """The number of a string, new or known."""
        if len(form) == 1:
            return ord(form)
        if form not in self.found:
            self.found[form] = CODE_POINTS + len(self.several)
            self.several.append(form)
        return self.found[form]

    def text(self, number: int) -> str:
        """The string of a number."""
        return chr(number) if number < CODE_POINTS else self.several[number - CODE_POINTS]


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """Numbers by `names` for each cell of a table, NOTHING where it has no letter.

    `bare` is the letter as written, `whole` the same with residue, `layout` the white space behind it.
    """

    names: Names
    bare: Cells
    whole: Cells
    layout: Cells


def forms(lines: Sequence[Line], table: Table) -> Forms:
    """The forms of all cells."""
    names = Names()
    bare, whole, layout = (np.full(table.cells.shape, NOTHING, dtype=np.int32) for _ in range(3))
    for row, line in enumerate(lines):
        full = table.cells[row] >= 0
        bare[row, full], whole[row, full], layout[row, full] = _numbered(line, names)
    return Forms(names, bare, whole, layout)


def _numbered(line: Line, names: Names) -> tuple[Cells, Cells, Cells]:
    points = codes_of(line.plain).astype(np.int32)
    count = len(line.letters)
    bare = points[np.minimum(line.starts, len(points) - 1)] if count else np.empty(0, dtype=np.int32)
    several = np.flatnonzero(line.ends - line.starts != 1).tolist()
    spaces = [i for i, letter in enumerate(line.letters) if letter == " "]
    for i in several:
        bare[i] = names.number(line.bare(i))
    bare[spaces] = ord(" ")
    whole = bare.copy()
    for i in np.flatnonzero(line.tails > line.ends).tolist():
        whole[i] = names.number(line.form(i))
    layout = np.full(count, names.number(""), dtype=np.int32)
    for i in {*np.flatnonzero(line.nexts > line.tails).tolist(), *spaces}:
        layout[i] = names.number(line.layout(i))
    for i, join in line.joins.items():
        if i >= 0:
            layout[i] = NOTHING if join is None else names.number(join)
    layout[-1:] = NOTHING
    return bare, whole, layout


def usual_forms(lines: Sequence[Line], *, plain: bool) -> dict[int, str]:
    """For each letter that the lines have, its commonest form.

    `plain` prefers a simplified form and a small letter, as dictionaries have them; where no line writes a character
    simplified, the letter itself stands, which is what it folds to.
    """
    best: dict[int, tuple[bool, int, int]] = {}
    for (letter, written), number in _written(lines).items():
        form = chr(written)
        rank = (not plain or not (is_traditional(form) or form.isupper()), number, -written)
        best[letter] = max(best.get(letter, rank), rank)
    return {
        letter: chr(-rank[2]) if rank[0] or chr(letter).isupper() else chr(letter)
        for letter, rank in best.items()
        if letter != ord(" ")
    }


def _written(lines: Sequence[Line]) -> Counter[tuple[int, int]]:
    """How often each letter is written by each single character."""
    count: Counter[tuple[int, int]] = Counter()
    for line in lines:
        single = line.ends - line.starts == 1
        letters = codes_of(line.letters)[single].astype(np.int64)
        written = codes_of(line.plain)[line.starts[single]].astype(np.int64)
        pairs, counts = np.unique(letters * CODE_POINTS + written, return_counts=True)
        for pair, number in zip(pairs.tolist(), counts.tolist(), strict=True):
            count[divmod(pair, CODE_POINTS)] += number
    return count
