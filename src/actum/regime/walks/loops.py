"""Loops of the causal map: chains of claims that come back to where they began.

Takes       a Graph.
Gives       Loops: none, or each with its sign and with who holds it; the strongly connected parts they lie in.
Method      threads work by work, then, when asked, the whole map. Strongly connected parts first; where there is none,
            there is no loop. Then simple cycles of at most MOST_STEPS inside each part, from the concept whose slug
            comes first on them, in order of slug: before each step, concepts are found from which there is still a
            way home past those already taken, so that no step leads nowhere (Read and Tarjan 1975). Bounded by the
            loops kept and the arcs looked at; says where it stopped.
Leaves out  longer loops; claims whose two ends are one concept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from actum.model.claim import Polarity
from actum.model.influence import Loop, Loops
from actum.regime.walks.graph import Arc, Graph, connected_parts, path_of

MOST_STEPS = 6
"""Steps of a loop, 2026-11-26: what the specification of the map sets."""
MOST_LOOPS = 500
"""Loops kept of one search, 2026-11-26: what the specification of the map sets."""
MOST_LOOKS = 2_000_000
"""Edges that one search looks at; set on the shapes of `bench/graph.py` for half a second, 2026-11-26."""


def loops(graph: Graph, *, stitched: bool = False, most_steps: int = MOST_STEPS) -> Loops:
    """The loops of at most so many steps, threads first, then by slug and sign; with `stitched` all, else threads.

    Where an edge of a loop is said both ways, each way is a loop of its own. `parts` are those of single works, and
    with `stitched` those of the whole map too.
    """
    search = _Search(most_steps)
    parts: set[tuple[str, ...]] = set()
    by_work = _by_work(graph)
    for arcs in [*by_work, *([graph.arcs] if stitched and len(by_work) > 1 else [])]:
        parts.update(search.take(arcs))
    made = [_loop(search.found[at], graph.dates) for at in sorted(search.found)]
    return Loops(tuple(sorted(made, key=lambda one: one.tie != "thread")), tuple(sorted(parts)), search.stopped)


def _by_work(graph: Graph) -> list[list[Arc]]:
    """The arcs of each work, works in order of id."""
    found: dict[str, list[Arc]] = {}
    for arc in graph.arcs:
        for work in arc.works:
            found.setdefault(work, []).append(arc)
    return [found[work] for work in sorted(found)]


def _loop(arcs: Sequence[Arc], dates: Mapping[str, str]) -> Loop:
    path = path_of(arcs, dates)
    sign: Polarity = "?" if path.sign == "±" else path.sign
    return Loop(path.steps, sign, path.tie, path.works)


@dataclass(slots=True)
class _Search:
    """Loops found so far by the places of their arcs, and what has been spent."""

    most_steps: int
    found: dict[tuple[int, ...], tuple[Arc, ...]] = field(default_factory=dict)
    looks: int = 0
    stopped: str = ""

    def take(self, arcs: Iterable[Arc]) -> list[tuple[str, ...]]:
        """Find the loops of these arcs, as long as there is room; their strongly connected parts."""
        between: dict[tuple[str, str], list[Arc]] = {}
        for arc in arcs:
            if arc.step.claims:
                between.setdefault((arc.cause, arc.effect), []).append(arc)
        follows: dict[str, list[str]] = {}
        for cause, effect in sorted(between):
            follows.setdefault(cause, []).append(effect)
        parts = connected_parts(follows)
        for cycle in (cycle for part in parts for cycle in self._cycles(part, follows)):
            if not self._keep([between[pair] for pair in pairwise((*cycle, cycle[0]))]):
                self.stopped = f"{MOST_LOOPS} loops were found, and there are more"
                break
        return parts

    def _keep(self, choices: Sequence[Sequence[Arc]]) -> bool:
        """Keep a loop for each choice of polarities; False where there is no room for one that is new."""
        for arcs in product(*choices):
            key = tuple(arc.at for arc in arcs)
            if key not in self.found and len(self.found) == MOST_LOOPS:
                return False
            self.found.setdefault(key, arcs)
        return True

    def _cycles(self, part: tuple[str, ...], follows: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
        """Simple cycles inside a part, each from its first slug, in order."""
        inside = _Part(part, follows)
        for root in inside.on_short_walks(self.most_steps):
            yield from self._cycles_from(root, inside)
            if self.stopped:
                return

    def _cycles_from(self, root: str, inside: _Part) -> Iterator[tuple[str, ...]]:
        near = inside.ahead_of(root, self.most_steps - self.most_steps // 2 - 1)
        path = [root]
        open_ends = [iter(self._home(path, near, inside))]
        while open_ends:
            there = next(open_ends[-1], None)
            if there is None:
                open_ends.pop()
                path.pop()
            elif there == root:
                yield tuple(path)
            else:
                path.append(there)
                open_ends.append(iter(self._home(path, near, inside)))
            if self.looks > MOST_LOOKS:
                self.stopped = f"{MOST_LOOKS:,} edges were looked at, and there may be more"
                return

    def _home(self, path: Sequence[str], near: Mapping[str, int], inside: _Part) -> list[str]:
        """What follows the path's end and can still come home to its start in time, without those on the path.

        Found backward from the start; further than half the way only among what is near it ahead, for the two halves
        of a loop cannot both be long.
        """
        root, most = path[0], self.most_steps
        taken = {root: 0, **dict.fromkeys(path[1:], most)}
        after = inside.after[path[-1]]
        sought = {one for one in after if one > root and one not in taken}
        level = [root]
        for back in range(1, most - len(path) + 1):
            ahead = []
            for here in level if sought else ():
                before = inside.before[here]
                self.looks += len(before)
                for one in before:
                    if one not in taken and one > root and (back <= most // 2 or near.get(one, most) + back <= most):
                        taken[one] = back
                        sought.discard(one)
                        ahead.append(one)
            level = ahead
        self.looks += len(after)
        return [one for one in after if taken.get(one, most) < most]


@dataclass(slots=True)
class _Part:
    """A strongly connected part by itself: what follows each concept in it, and what comes before, by slug."""

    concepts: tuple[str, ...]
    follows: Mapping[str, Sequence[str]]
    after: dict[str, list[str]] = field(default_factory=dict)
    before: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        own = frozenset(self.concepts)
        self.before = {one: [] for one in self.concepts}
        for one in self.concepts:
            self.after[one] = [there for there in self.follows[one] if there in own]
            for there in self.after[one]:
                self.before[there].append(one)

    def ahead_of(self, root: str, most: int) -> dict[str, int]:
        """Steps from a concept to those after it in order of slug, as far as `most`."""
        found = {root: 0}
        level = [root]
        for steps in range(1, most + 1):
            level = [there for here in level for there in self.after[here] if there > root and there not in found]
            found.update(dict.fromkeys(level, steps))
            level = list(dict.fromkeys(level))
        return found

    def on_short_walks(self, most: int) -> Iterator[str]:
        """Concepts from which at most so many steps, through any concepts, lead back to them, in order of slug.

        Whoever is on a short loop is among them. A set is a whole number, a bit for each concept.
        """
        bit = {one: 1 << at for at, one in enumerate(self.concepts)}
        reached = dict.fromkeys(self.concepts, 0)
        for _ in range(most):
            within = {one: found | bit[one] for one, found in reached.items()}
            for one in self.concepts:
                found = 0
                for there in self.after[one]:
                    found |= within[there]
                reached[one] = found
        return (one for one in self.concepts if reached[one] & bit[one])
