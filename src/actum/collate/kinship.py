"""Tell in words which family of copies a choice went against.

Takes       the verdict on the families, and the sigla.
Gives       one sentence for the witnesses that were outvoted together.
Leaves out  drawing the tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from actum.collate.families import Verdict

SHOWN = 12
"""Sigla named in a sentence before it says how many more."""


SHARED = 1.5
"""Slips from which witnesses are called a family: two of them, or one and most of another."""


class Kinship:
    """The families under the likeliest root: the witnesses beyond each branch, and the slips they share."""

    def __init__(self, verdict: Verdict, sigla: Sequence[str]) -> None:
        self.sigla = sigla
        tree = verdict.tree
        everyone = frozenset(range(tree.witnesses))
        node, branch = int(np.argmax(verdict.at_node)), int(np.argmax(verdict.on_branch))
        rooted = _path(verdict, node if verdict.at_node[node] >= verdict.on_branch[branch] else branch)
        self.families: list[tuple[frozenset[int], float]] = []
        for one in range(tree.witnesses, tree.size - 1):
            below = tree.below(one)
            family = everyone - below if one in rooted else below
            if len(family) > 1 and tree.slips[one] >= SHARED:
                self.families.append((family, tree.slips[one]))

    def says(self, outvoted: AbstractSet[int]) -> str:
        """Who shares how many slips, for the family that fits the outvoted best."""
        best = max(self.families, key=lambda family: (_overlap(family[0], outvoted), family[1]), default=None)
        if best is None or 2 * _overlap(best[0], outvoted) < 1:
            return "the readings were weighed by the families of the copies"
        sigla = sorted(self.sigla[one] for one in best[0])
        named = ", ".join(sigla[:SHOWN]) + (f" and {len(sigla) - SHOWN} more" if len(sigla) > SHOWN else "")
        return f"{named} share {max(1, round(best[1]))} slips of one copy and count as one here"


def _path(verdict: Verdict, node: int) -> set[int]:
    """The branches between a node and the hub: what lies beyond them holds the root."""
    found: set[int] = set()
    while verdict.tree.parent[node] != node:
        found.add(node)
        node = verdict.tree.parent[node]
    return found


def _overlap(a: AbstractSet[int], b: AbstractSet[int]) -> float:
    return len(a & b) / max(1, len(a | b))
