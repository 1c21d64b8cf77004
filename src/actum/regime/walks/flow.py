"""How many chains lead from one concept to another without sharing an edge.

Takes       the arcs of a Graph.
Gives       a count for two concepts: the more chains share no edge, the more of them may fall and the rest still lead.
Method      maximum flow with every edge worth one (Dinic 1970): each round counts the steps to every concept and
            takes chains of that length until none is left. An edge counts once, whatever its claims and polarities.
Leaves out  which chains; a bound on their length; works: chains may be stitched.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from actum.regime.walks.graph import Arc

MOST_LOOKS = 750_000
"""Edges looked at for all pairs of one summary; set on `bench/graph.py` for half a second, 2026-11-26."""


@dataclass(slots=True)
class Lanes:
    """The edges once each, and how many of them may still be looked at."""

    arcs: Iterable[Arc]
    left: int = MOST_LOOKS
    edges: dict[str, dict[str, None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for arc in self.arcs:
            self.edges.setdefault(arc.cause, {})[arc.effect] = None

    def disjoint(self, cause: str, effect: str) -> int | None:
        """The most chains between two concepts of which no two share an edge; None where the looks are used up.

        0 where nothing leads there. The two concepts must differ.
        """
        # what is left of an edge; a taken one is free the other way round, so that a later chain may give it back
        free: dict[str, dict[str, int]] = {}
        count = 0
        while self.left > 0:
            steps = self._steps(free, cause, effect)
            if effect not in steps:
                return count
            count += self._taken(free, steps, cause, effect)
        return None

    def _free(self, free: dict[str, dict[str, int]], here: str) -> dict[str, int]:
        if here not in free:
            free[here] = dict.fromkeys(self.edges.get(here, ()), 1)
        self.left -= len(free[here])
        return free[here]

    def _steps(self, free: dict[str, dict[str, int]], cause: str, effect: str) -> dict[str, int]:
        """Steps from the cause to each concept over edges that are free, until the effect is reached."""
        found = {cause: 0}
        waiting = deque([cause])
        while waiting and effect not in found:
            here = waiting.popleft()
            for there, room in self._free(free, here).items():
                if room and there not in found:
                    found[there] = found[here] + 1
                    waiting.append(there)
        return found

    def _taken(self, free: dict[str, dict[str, int]], steps: dict[str, int], cause: str, effect: str) -> int:
        """Take chains along growing steps until none is left, and count them."""
        ahead: dict[str, list[str]] = {}
        count = 0
        chain = [cause]
        while chain:
            here = chain[-1]
            if here == effect:
                for one, there in pairwise(chain):
                    free[one][there] -= 1
                    back = self._free(free, there)
                    back[one] = back.get(one, 0) + 1
                    ahead[one].pop()
                count += 1
                chain = [cause]
                continue
            if here not in ahead:
                rooms = self._free(free, here).items()
                ahead[here] = [there for there, room in rooms if room and steps.get(there) == steps[here] + 1]
            if ahead[here]:
                chain.append(ahead[here][-1])
            else:
                chain.pop()
                if chain:
                    ahead[chain[-1]].pop()
        return count
