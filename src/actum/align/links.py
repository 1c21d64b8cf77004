"""Which sentences of two texts carry the same provision.

Takes       the units of two texts with the weights of their features.
Gives       Links in order of the earlier text, then the later: a sentence may have several.
Method      order plays no part but in the last rule, so what moved is found where it went. Signs are: the sentences are
            each other's best match; clauses of theirs are each other's best match; they name a rare thing in common.
            Rules, the surest first, each of which gives links:
              same-words       the same folded words
              best-match       best match among those not yet linked, and alike enough (less so with a common subject);
                               again until no pair is left: stable pairs by one common order (Gale and Shapley 1962)
              two-signs        best match among those left, and best clauses, each too weak alone
              same-clause      a clause that is nearly the same: so a split or merged provision is found
              several-clauses  most clauses of one sentence are best matched in the other
              joins            the best match of a sentence not yet linked, with a best clause and a common subject
              same-place       both neighbours are linked to both neighbours, and something is shared
              common-subject   what is left, about the same rare things: related, not the same provision
            Two sentences that name instruments, but none in common, need a strong sign; so do two that have nothing in
            common but one name and words of any provision.
Leaves out  an order to be kept: a text may be turned upside down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from actum.align.likeness import ClausePair, Matrix, best_clauses, matrix
from actum.align.units import NAMED, Unit
from actum.align.weights import Weights


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is enough. Likeness runs from 0 to 1; a weight of 1 is a pair of letters that stands in one sentence alone.

    Set by hand, 2026-11-26, above what texts without a common subject share by chance; docs/accuracy-align.md has what
    was measured, and how far each may move.
    """

    sure: float = 0.3
    likely: float = 0.2
    weak: float = 0.14
    clause: float = 0.3
    clause_weight: float = 1.5
    same_clause: float = 4.0
    of_several: float = 0.2
    of_several_weight: float = 1.0
    same_place: float = 0.1
    strong: float = 0.5
    rare: float = 0.5
    beside: float = 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """Sentence `earlier` and sentence `later`, by number, carry one provision; `made_by` is the rule.

    Where the rule is `common-subject` they only have their subject in common.
    """

    earlier: int
    later: int
    score: float
    made_by: str

    @property
    def related(self) -> bool:
        """Whether the two have only their subject in common."""
        return self.made_by == "common-subject"


def links(earlier: Sequence[Unit], later: Sequence[Unit], *, weights: Weights, bounds: Bounds) -> tuple[Link, ...]:
    """The links between two texts; none where nothing is alike enough."""
    if not earlier or not later:
        return ()
    linker = _Linker(earlier, later, weights, bounds)
    rules = (
        linker.same_words,
        linker.best_match,
        linker.two_signs,
        linker.same_clause,
        linker.several_clauses,
        linker.joins,
        linker.same_place,
        linker.common_subject,
    )
    for rule in rules:
        for pair in rule():
            linker.made.setdefault(pair, rule.__name__.replace("_", "-"))
    return tuple(Link(i, j, linker.score(i, j), by) for (i, j), by in sorted(linker.made.items()))


class _Linker:
    """The rules; each gives pairs of numbers of sentences."""

    def __init__(self, earlier: Sequence[Unit], later: Sequence[Unit], weights: Weights, bounds: Bounds) -> None:
        self.earlier, self.later, self.bounds = earlier, later, bounds
        self.made: dict[tuple[int, int], str] = {}
        self.likeness = matrix([one.features for one in earlier], [one.features for one in later], weights)
        heads = np.array([one.heading for one in earlier])[:, None] != np.array([one.heading for one in later])[None, :]
        self.likeness[heads] = 0.0
        self.weights = weights
        self.clauses: dict[tuple[int, int], list[ClausePair]] = {}

    def same_words(self) -> Iterator[tuple[int, int]]:
        """The same folded words; of several alike the first with the first. Such a pair is settled: it has no other."""
        places: dict[str, list[int]] = {}
        for number, unit in enumerate(self.later):
            places.setdefault(unit.bare, []).append(number)
        for number, unit in enumerate(self.earlier):
            if found := places.get(unit.bare):
                pair = number, found.pop(0)
                self.likeness[number, :] = self.likeness[:, pair[1]] = 0.0
                yield pair
        self._match_clauses()

    def _match_clauses(self) -> None:
        floor = min(self.bounds.weak, self.bounds.same_place)
        best = best_clauses(self.earlier, self.later, weights=self.weights, sentences=self.likeness, floor=floor)
        for pair in best:
            self.clauses.setdefault((pair.earlier, pair.later), []).append(pair)

    def best_match(self) -> Iterator[tuple[int, int]]:
        """Each the other's best among those not linked, and alike enough; again until there is no such pair."""
        free = self._free()
        while pairs := [pair for pair in _mutual(free) if free[pair] >= self.bounds.likely]:
            for i, j in pairs:
                enough = free[i, j] >= self.bounds.sure or self._common_subject(i, j)
                if self._rests_on_a_name(i, j) and free[i, j] < self.bounds.strong:
                    enough = False
                if enough and self._agree(i, j, free[i, j]):
                    yield i, j
                    free[i, :] = free[:, j] = 0.0
                else:
                    free[i, j] = 0.0

    def two_signs(self) -> Iterator[tuple[int, int]]:
        """A best match among those left, and best clauses, each too weak alone."""
        free = self._free()
        yield from (pair for pair in _mutual(free) if free[pair] >= self.bounds.weak and self._clause_sign(*pair))

    def same_clause(self) -> Iterator[tuple[int, int]]:
        """A clause that is nearly the same, the nearer the less it tells: the weight shared times the likeness."""
        for (i, j), pairs in sorted(self.clauses.items()):
            if any(one.shared * one.likeness >= self.bounds.same_clause for one in pairs) and self._agree(i, j, 0.0):
                yield i, j

    def several_clauses(self) -> Iterator[tuple[int, int]]:
        """Two clauses and more, and most of one sentence's, are best matched in the other."""
        for (i, j), pairs in sorted(self.clauses.items()):
            matched = sum(
                one.likeness >= self.bounds.of_several and one.shared >= self.bounds.of_several_weight for one in pairs
            )
            fewest = min(len(self.earlier[i].clauses), len(self.later[j].clauses))
            if matched > 1 and matched > fewest / 2 and self._agree(i, j, 0.0):
                yield i, j

    def joins(self) -> Iterator[tuple[int, int]]:
        """A sentence not yet linked, and its best match, linked or not, by all three signs."""
        linked_earlier, linked_later = {i for i, _ in self.made}, {j for _, j in self.made}
        rows, columns = self.likeness.argmax(axis=1), self.likeness.argmax(axis=0)
        pairs = [(i, int(j)) for i, j in enumerate(rows) if i not in linked_earlier]
        pairs += [(int(i), j) for j, i in enumerate(columns) if j not in linked_later]
        for pair in sorted(set(pairs)):
            enough = self.likeness[pair] >= self.bounds.likely
            if enough and self._clause_sign(*pair) and self._common_subject(*pair):
                yield pair

    def same_place(self) -> Iterator[tuple[int, int]]:
        """Both neighbours are linked to both neighbours."""
        linked = set(self.made)
        free = self._free()
        for i, j in np.argwhere(free >= self.bounds.same_place).tolist():
            if (i - 1, j - 1) in linked and (i + 1, j + 1) in linked:
                yield i, j

    def common_subject(self) -> Iterator[tuple[int, int]]:
        """What is left, and most of all about the same rare things, both ways: related, no link of one provision."""
        free = np.zeros_like(self.likeness)
        for i, j in np.argwhere(self._free() >= self.bounds.weak).tolist():
            if self._agree(i, j, 0.0) and (common := self._rare_subjects(i, j)):
                free[i, j] = max(common) + self.likeness[i, j]
        yield from _mutual(free)

    def score(self, i: int, j: int) -> float:
        """How alike a linked pair is: 1 for the same words."""
        return float(self.likeness[i, j]) or 1.0

    def _free(self) -> Matrix:
        free = self.likeness.copy()
        for i, j in self.made:
            free[i, :] = free[:, j] = 0.0
        return free

    def _clause_sign(self, i: int, j: int) -> bool:
        """Whether a clause of each is the best match of one of the other's, and tells something."""
        bounds = self.bounds
        return any(
            one.likeness >= bounds.clause and one.shared >= bounds.clause_weight and self._agree(i, j, one.likeness)
            for one in self.clauses.get((i, j), ())
        )

    def _common_subject(self, i: int, j: int) -> bool:
        """Whether both are about one thing that few sentences are about."""
        return bool(self._rare_subjects(i, j))

    def _rare_subjects(self, i: int, j: int) -> list[float]:
        """How rare each thing is that both are about, of those that are rare."""
        common = self.earlier[i].subjects & self.later[j].subjects
        rarities = (self.weights.rarity(NAMED + one) for one in common)
        return sorted(one for one in rarities if one >= self.bounds.rare)

    def _rests_on_a_name(self, i: int, j: int) -> bool:
        """Whether two sentences share one name alone, beside words that are its own or those of any provision."""
        a, b = self.earlier[i], self.later[j]
        names = sum(one.startswith(NAMED) for one in a.features & b.features)
        return names == 1 and self.weights.shared(a.beside, b.beside) < self.bounds.beside

    def _agree(self, i: int, j: int, likeness: float) -> bool:
        """Whether the two may be about one instrument, or are so alike that it must have been exchanged."""
        a, b = self.earlier[i].instruments, self.later[j].instruments
        return not a or not b or bool(a & b) or likeness >= self.bounds.strong


def _mutual(likeness: Matrix) -> list[tuple[int, int]]:
    """Cells that are the highest of their row and of their column, in order; of equal ones the first."""
    columns, rows = likeness.argmax(axis=1), likeness.argmax(axis=0)
    return [(i, int(j)) for i, j in enumerate(columns) if rows[j] == i and likeness[i, j] > 0]
