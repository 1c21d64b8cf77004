"""Which sentences of two texts carry the same provision.

Takes       the units of two texts with the weights of their features.
Gives       Links in order of the earlier text, then the later: a sentence may have several.
Method      order plays no part but in the last rule, so what moved is found where it went. Rules, each sure enough by
            itself, from the surest on:
              same-words    the same folded words
              best-match    each is the other's best among those not yet linked, and alike enough (repeated until no
                            pair is left: Gale and Shapley's stable pairs by one common order)
              clauses       clauses that are each other's best share enough weight
              two-signs     best match and best clause, both weaker, agree
              same-place    both neighbours are linked to both neighbours, and enough is shared
            Two sentences that name instruments, but none in common, need a strong sign.
Leaves out  what shares a subject alone: see `related`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from actum.align.likeness import Matrix, best_clauses, matrix
from actum.align.units import Unit
from actum.align.weights import Weights


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is enough. Likeness runs from 0 to 1; a weight of 1 is a pair of letters that stands in one sentence alone.

    Set by hand on what the sample's statements of 2019-06-05 and 2025-05-07 share by chance (economy, culture and
    sport share nothing with arms control), 2026-11-26; see docs/accuracy-align.md for how far each may move.
    """

    best_match: float = 0.2
    clause: float = 0.25
    clause_weight: float = 5.0
    weak_match: float = 0.12
    weak_clause: float = 0.3
    weak_clause_weight: float = 3.0
    same_place: float = 0.1
    strong: float = 0.45


@dataclass(frozen=True, slots=True)
class Link:
    """Sentence `earlier` and sentence `later`, by number, carry one provision; `made_by` is the rule."""

    earlier: int
    later: int
    score: float
    made_by: str


def links(earlier: Sequence[Unit], later: Sequence[Unit], *, weights: Weights, bounds: Bounds) -> tuple[Link, ...]:
    """The links between two texts; none where nothing is alike enough."""
    if not earlier or not later:
        return ()
    linker = _Linker(earlier, later, weights, bounds)
    for rule in (linker.same_words, linker.best_match, linker.by_clauses, linker.two_signs, linker.same_place):
        for pair in rule():
            linker.made.setdefault(pair, rule.__name__.replace("_", "-"))
    scores = linker.likeness
    return tuple(Link(i, j, float(scores[i, j]), by) for (i, j), by in sorted(linker.made.items()))


class _Linker:
    """The rules; each gives pairs of numbers of sentences."""

    def __init__(self, earlier: Sequence[Unit], later: Sequence[Unit], weights: Weights, bounds: Bounds) -> None:
        self.earlier, self.later, self.bounds = earlier, later, bounds
        self.made: dict[tuple[int, int], str] = {}
        self.likeness = matrix([one.features for one in earlier], [one.features for one in later], weights)
        heads = np.array([one.heading for one in earlier])[:, None] != np.array([one.heading for one in later])[None, :]
        self.likeness[heads] = 0.0
        self.clauses = best_clauses(
            earlier, later, weights=weights, sentences=self.likeness, floor=min(bounds.weak_match, bounds.same_place)
        )

    def same_words(self) -> Iterator[tuple[int, int]]:
        """The same folded words; of several alike the first with the first."""
        places: dict[str, list[int]] = {}
        for number, unit in enumerate(self.later):
            places.setdefault(unit.bare, []).append(number)
        for number, unit in enumerate(self.earlier):
            if found := places.get(unit.bare):
                pair = number, found.pop(0)
                self.likeness[pair] = 1.0
                yield pair

    def best_match(self) -> Iterator[tuple[int, int]]:
        """Each the other's best among those not linked, and alike enough; again until there is no such pair."""
        free = self._free()
        while True:
            pairs = [pair for pair in _mutual(free) if free[pair] >= self.bounds.best_match]
            if not pairs:
                return
            for i, j in pairs:
                if self._agrees(i, j, free[i, j]):
                    yield i, j
                    free[i, :] = free[:, j] = 0.0
                else:
                    free[i, j] = 0.0

    def by_clauses(self) -> Iterator[tuple[int, int]]:
        """Clauses that are each other's best share enough weight."""
        shared: dict[tuple[int, int], float] = {}
        for pair in self.clauses:
            key = pair.earlier, pair.later
            if pair.likeness >= self.bounds.clause and self._agrees(*key, pair.likeness):
                shared[key] = shared.get(key, 0.0) + pair.shared
        yield from sorted(key for key, weight in shared.items() if weight >= self.bounds.clause_weight)

    def two_signs(self) -> Iterator[tuple[int, int]]:
        """A best match and a best clause, each too weak alone."""
        bounds = self.bounds
        best = set(_mutual(self.likeness))
        for pair in self.clauses:
            key = pair.earlier, pair.later
            strong = pair.likeness >= bounds.weak_clause and pair.shared >= bounds.weak_clause_weight
            if strong and key in best and self.likeness[key] >= bounds.weak_match and self._agrees(*key, pair.likeness):
                yield key

    def same_place(self) -> Iterator[tuple[int, int]]:
        """Both neighbours are linked to both neighbours; the ends of a text are neighbours of each other."""
        ends = {(-1, -1), (len(self.earlier), len(self.later))}
        linked = ends | self.made.keys()
        free = self._free()
        for i, j in np.argwhere(free >= self.bounds.same_place).tolist():
            if (i - 1, j - 1) in linked and (i + 1, j + 1) in linked:
                yield i, j

    def _free(self) -> Matrix:
        free = self.likeness.copy()
        for i, j in self.made:
            free[i, :] = free[:, j] = 0.0
        return free

    def _agrees(self, i: int, j: int, likeness: float) -> bool:
        """Whether the two may be about one instrument, or are so alike that it must have been exchanged."""
        a, b = self.earlier[i].instruments, self.later[j].instruments
        return not a or not b or bool(a & b) or likeness >= self.bounds.strong


def _mutual(likeness: Matrix) -> list[tuple[int, int]]:
    """Cells that are the highest of their row and of their column, in order; of equal ones the first."""
    columns, rows = likeness.argmax(axis=1), likeness.argmax(axis=0)
    return [(i, int(j)) for i, j in enumerate(columns) if rows[j] == i and likeness[i, j] > 0]
