"""Tell in words which family of copies a choice went against.

Takes       the verdict on the families, and the sigla.
Gives       one sentence for the witnesses that were outvoted together.
Leaves out  drawing the tree.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np

from actum.collate.families import Verdict

SHOWN = 12
"""Sigla named in a sentence before it says how many more."""


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
            self.families.append((everyone - below if one in rooted else below, tree.slips[one]))

    def says(self, outvoted: Set[int]) -> str:
        """Who shares how many slips; empty where no family fits the outvoted better than not."""
        best = max(self.families, key=lambda family: (_overlap(family[0], outvoted), family[1]), default=None)
        if best is None or 2 * _overlap(best[0], outvoted) < 1 or len(best[0]) < 2:
            return ""
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


def _overlap(a: Set[int], b: Set[int]) -> float:
    return len(a & b) / max(1, len(a | b))
