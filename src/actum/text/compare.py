"""Edit scripts between two texts.

Takes       two texts.
Gives       the runs where they are equal and where they differ, and how similar they are.
Method      Levenshtein distance, bit-parallel (rapidfuzz); a plain twin by the textbook's table, for tests.
Leaves out  moved text: it reads as a deletion and an insertion.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

from actum.text.span import Span

Tag = Literal["equal", "replace", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Opcode:
    """One run: `a` of the first text became `b` of the second."""

    tag: Tag
    a: Span
    b: Span


def _tag(a: Span, b: Span) -> Tag:
    if not b:
        return "delete"
    return "replace" if a else "insert"


def _joined(steps: Iterable[tuple[bool, int, int]]) -> tuple[Opcode, ...]:
    """Runs from steps (whether equal, where each text's part ends), neighbours of the same sort as one."""
    runs: list[Opcode] = []
    a_at = b_at = 0
    for equal, a_end, b_end in steps:
        if runs and (runs[-1].tag == "equal") == equal:
            last = runs.pop()
            a_at, b_at = last.a.start, last.b.start
        a, b = Span(a_at, a_end), Span(b_at, b_end)
        runs.append(Opcode("equal" if equal else _tag(a, b), a, b))
        a_at, b_at = a_end, b_end
    return tuple(runs)


def opcodes(a: str, b: str) -> tuple[Opcode, ...]:
    """The runs of a cheapest edit script, in order, covering both texts; empty for two empty texts.

    Equal runs and differing ones alternate. The cost is the sum, over differing runs, of the longer side.
    """
    return _joined((code.tag == "equal", code.src_end, code.dest_end) for code in Levenshtein.opcodes(a, b))


def similarity(a: str, b: str) -> float:
    """1 less the distance as a share of the longer text: 1.0 for equal texts, two empty ones included."""
    return Levenshtein.normalized_similarity(a, b)


def opcodes_plain(a: str, b: str) -> tuple[Opcode, ...]:
    """The plain twin of `opcodes`: runs of the same cost, not always the same runs."""
    costs = _costs(a, b)
    steps: list[tuple[bool, int, int]] = []
    i, j = len(a), len(b)
    while i or j:
        equal = bool(i and j) and a[i - 1] == b[j - 1] and costs[i][j] == costs[i - 1][j - 1]
        steps.append((equal, i, j))
        if i and j and costs[i][j] == costs[i - 1][j - 1] + (not equal):
            i, j = i - 1, j - 1
        elif i and costs[i][j] == costs[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
    return _joined(reversed(steps))


def _costs(a: str, b: str) -> list[list[int]]:
    """The table of distances between all beginnings of both texts (Wagner and Fischer 1974)."""
    rows = [list(range(len(b) + 1))]
    for i, left in enumerate(a, start=1):
        row = [i]
        for j, right in enumerate(b, start=1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right)))
        rows.append(row)
    return rows


def cost(runs: Iterable[Opcode]) -> int:
    """How many characters an edit script inserts, deletes or replaces."""
    return sum(max(len(run.a), len(run.b)) for run in runs if run.tag != "equal")


def similarity_plain(a: str, b: str) -> float:
    """The plain twin of `similarity`."""
    return 1 - _costs(a, b)[-1][-1] / max(len(a), len(b)) if a or b else 1.0
