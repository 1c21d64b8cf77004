"""How alike the sentences of two texts are, and their clauses.

Takes       the units of two texts with the weights of their features.
Gives       the likeness of every pair of sentences that shares anything, and the pairs of clauses that are each
            other's best.
Method      features are looked up in an inverted list, so only pairs that share one cost anything.
Leaves out  which pairs are one provision: `links` decides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actum.align.units import Clause, Features, Unit
from actum.align.weights import Weights
from actum.text.span import Part

Matrix = NDArray[np.float64]


def matrix(earlier: Sequence[Features], later: Sequence[Features], weights: Weights) -> Matrix:
    """The likeness of every earlier set (rows) with every later one (columns)."""
    shared = np.zeros((len(earlier), len(later)))
    rows, columns = _holders(earlier), _holders(later)
    for feature in sorted(rows.keys() & columns.keys()):
        weight = weights.by_feature.get(feature, 0.0)
        if weight:
            shared[np.ix_(rows[feature], columns[feature])] += weight
    norm = np.sqrt(np.outer([weights.of(one) for one in earlier], [weights.of(one) for one in later]))
    likeness: Matrix = np.divide(shared, norm, out=np.zeros_like(shared), where=norm > 0)
    return likeness


def _holders(sets: Iterable[Features]) -> dict[str, list[int]]:
    held: dict[str, list[int]] = {}
    for number, features in enumerate(sets):
        for feature in features:
            held.setdefault(feature, []).append(number)
    return held


@dataclass(frozen=True, slots=True)
class ClausePair:
    """Two clauses that are each other's best: of which sentences, how alike, and what weight they share."""

    earlier: int
    later: int
    earlier_clause: Part
    later_clause: Part
    likeness: float
    shared: float


def best_clauses(
    earlier: Sequence[Unit], later: Sequence[Unit], *, weights: Weights, sentences: Matrix, floor: float
) -> list[ClausePair]:
    """Pairs of clauses each of which has no better partner, in order of the texts.

    Only pairs of sentences at least `floor` alike are looked into. Of clauses equally alike the one in the likelier
    sentence is the better: a clause that stands twice in both texts is at home where its sentence is.
    """
    found: list[tuple[tuple[float, float], ClausePair]] = []
    ours, theirs = ([_weighed(unit, weights) for unit in units] for units in (earlier, later))
    for i, j in np.argwhere(sentences >= floor).tolist():
        for a, weight_a in ours[i]:
            for b, weight_b in theirs[j]:
                if shared := weights.shared(a.features, b.features):
                    alike = shared / math.sqrt(weight_a * weight_b)
                    pair = ClausePair(i, j, a.part, b.part, alike, shared)
                    found.append(((alike, float(sentences[i, j])), pair))
    best: dict[tuple[int, Part], tuple[float, float]] = {}
    for rank, pair in found:
        for key in ((0, pair.earlier_clause), (1, pair.later_clause)):
            best[key] = max(best.get(key, (0.0, 0.0)), rank)
    return [pair for rank, pair in found if rank == best[0, pair.earlier_clause] == best[1, pair.later_clause]]


def _weighed(unit: Unit, weights: Weights) -> list[tuple[Clause, float]]:
    return [(clause, weights.of(clause.features)) for clause in unit.clauses]
