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
