"""How alike two matters of positions are.

Takes       parts of texts, or None where a cue governs nothing.
Gives       shares of their pairs of letters, 0 to 1; the head of a matter.
Method      pairs of letters of the folded text, each counted once.
Leaves out  what follows from it: see `facts` and `elsewhere`.
"""

from __future__ import annotations

import re

from actum.model.fact import Position
from actum.text.fold import fold
from actum.text.span import Part

ALIKE = 0.5
"""Share of the shorter matter's pairs of letters that the longer one has, from which two positions are one that
changed. By eye, 2026-11-26."""

HEAD = 8
"""Letters from which the first clause of a matter says what is done, in an unspaced script. By eye, 2026-11-26."""

_CLAUSE = re.compile(r"[,;:，；：。、]")
_UNSPACED = frozenset({"zh"})


def letters(part: Part | None) -> frozenset[str]:
    """The pairs of letters of a part; none for None."""
    text = fold(part.text).text if part else ""
    return frozenset(text[start : start + 2] for start in range(len(text) - 1))


def within(a: Part | None, b: Part | None) -> float:
    """Share of the pairs of the one that has fewer which the other has; 0 where one has none."""
    ours, theirs = letters(a), letters(b)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def in_common(a: Part | None, b: Part | None) -> float:
    """Share of the pairs of both, taken together, that they have in common."""
    ours, theirs = letters(a), letters(b)
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


def begins_alike(a: Position, b: Position, language: str) -> bool:
    """Whether two positions are about the same first thing: one first clause, addressees left out.

    Only in an unspaced script: elsewhere a first clause may be a bare verb.
    """
    ours, theirs = _head(a), _head(b)
    return language in _UNSPACED and len(ours) >= HEAD and ours == theirs


def _head(position: Position) -> str:
    if position.matter is None:
        return ""
    start = 0
    for one in position.addressee:
        if one.part.span in position.matter.span and one.part.start - position.matter.start == start:
            start = one.part.end - position.matter.start
    return _CLAUSE.split(fold(position.matter.text[start:]).text.strip(), maxsplit=1)[0]
