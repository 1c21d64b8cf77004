"""The causal map as arcs with their neighbours, for all that walks on it.

Takes       a CausalMap, and steps that the registry lends (bridges, broader terms).
Gives       a Graph: an arc for each edge and polarity, in order of cause, effect and polarity; what holds a chain
            together (signs, tie, works), as a Path.
Method      adjacency lists; strongly connected parts by Tarjan (1972), without recursion.
Leaves out  claims whose two ends are one concept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from actum.model.claim import CausalMap, Claim, Path, Polarity, Step, Tie

Key = TypeVar("Key", bound=Hashable)
POLARITIES: tuple[Polarity, ...] = ("+", "-", "?")


@dataclass(frozen=True, slots=True, eq=False)
class Arc:
    """A step that can be taken, with the works that make a claim of it; `at` is its place in the graph's order."""

    step: Step
    works: frozenset[str]
    at: int

    @property
    def cause(self) -> str:
        """Where the arc starts."""
        return self.step.cause

    @property
    def effect(self) -> str:
        """Where the arc ends."""
        return self.step.effect


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """All arcs in order; those out of and into each concept; each work's date."""

    arcs: tuple[Arc, ...]
    out_of: Mapping[str, tuple[Arc, ...]]
    into: Mapping[str, tuple[Arc, ...]]
    dates: Mapping[str, str]
    concepts: tuple[str, ...]


def graph_of(causal_map: CausalMap, lent: Sequence[Step] = ()) -> Graph:
    """The graph of a map with the steps that are lent to it."""
    steps = [*lent]
    for edge in causal_map.edges:
        by_polarity: dict[Polarity, tuple[Claim, ...]] = {"+": edge.up, "-": edge.down, "?": edge.unknown}
        steps += [Step(edge.cause, edge.effect, one, claims) for one, claims in by_polarity.items() if claims]
    steps.sort(key=lambda one: (one.cause, one.effect, POLARITIES.index(one.polarity), one.uses))
    arcs = tuple(Arc(step, frozenset(claim.work for claim in step.claims), at) for at, step in enumerate(steps))
    dates = {claim.work: claim.date for step in steps for claim in step.claims}
    named = {node.concept for node in causal_map.nodes}
    concepts = tuple(sorted(named.union(*((step.cause, step.effect) for step in steps))))
    return _graph(arcs, dates, concepts)


def narrowed(graph: Graph, works: set[str]) -> Graph:
    """The graph of what some works say, with what the registry lends; its steps keep the claims of all."""
    if all(arc.works <= works for arc in graph.arcs):
        return graph
    arcs = (Arc(arc.step, arc.works & works, arc.at) for arc in graph.arcs)
    return _graph(tuple(arc for arc in arcs if arc.works or arc.step.uses), graph.dates, graph.concepts)


def _graph(arcs: tuple[Arc, ...], dates: Mapping[str, str], concepts: tuple[str, ...]) -> Graph:
    return Graph(arcs, _by(arcs, lambda arc: arc.cause), _by(arcs, lambda arc: arc.effect), dates, concepts)


def _by(arcs: Iterable[Arc], end: Callable[[Arc], str]) -> dict[str, tuple[Arc, ...]]:
    found: dict[str, list[Arc]] = {}
    for arc in arcs:
        found.setdefault(end(arc), []).append(arc)
    return {concept: tuple(some) for concept, some in found.items()}


def product(polarities: Iterable[Polarity]) -> Polarity:
    """The sign of a chain: unknown where one step is, else minus for an odd number of minuses."""
    found = list(polarities)
    if "?" in found:
        return "?"
    return "-" if found.count("-") % 2 else "+"


def path_of(arcs: Sequence[Arc], dates: Mapping[str, str]) -> Path:
    """The path that these arcs make, end to end.

    A thread's steps have the claims of works that say it whole, a same-holder path's those of holders that do.
    """
    steps = [arc.step for arc in arcs]
    tie, kept = held(steps)
    works = {claim.work for step in kept for claim in step.claims}
    return Path(
        steps=tuple(kept),
        sign=product(step.polarity for step in kept),
        tie=tie,
        works=in_order(works, dates),
        uses=tuple(step.uses for step in kept if step.uses),
    )


def held(steps: Sequence[Step]) -> tuple[Tie, list[Step]]:
    """Who holds these steps together, and the steps with only the claims that count for it."""
    said = [step.claims for step in steps if not step.uses]
    if works := _shared({claim.work for claim in claims} for claims in said):
        return "thread", [_only(step, lambda claim: claim.work in works) for step in steps]
    if holders := _shared({claim.holder for claim in claims if claim.holder} for claims in said):
        return "same-holder", [_only(step, lambda claim: claim.holder in holders) for step in steps]
    return "stitched", list(steps)


def _shared(sets: Iterable[set[Key]]) -> set[Key]:
    found = list(sets)
    return set.intersection(*found) if found else set()


def _only(step: Step, keeps: Callable[[Claim], bool]) -> Step:
    return Step(step.cause, step.effect, step.polarity, tuple(filter(keeps, step.claims)), step.uses)


def in_order(works: Iterable[str], dates: Mapping[str, str]) -> tuple[str, ...]:
    """Works in order of date, then id."""
    return tuple(sorted(works, key=lambda work: (dates[work], work)))


def connected_parts(follows: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Strongly connected parts of two concepts or more, each in order of slug, the part with the first slug first.

    `follows` has what comes after each concept. Tarjan's algorithm with a stack of its own; linear in the edges.
    """
    search = _Search({}, {}, [], set())
    parts = (part for root in sorted(follows) if root not in search.index for part in search.parts_from(root, follows))
    return sorted(tuple(sorted(part)) for part in parts if len(part) > 1)


@dataclass(slots=True)
class _Search:
    """Tarjan's numbers, and the concepts whose part is still open, in order of finding."""

    index: dict[str, int]
    low: dict[str, int]
    waiting: list[str]
    open: set[str]

    def parts_from(self, root: str, follows: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
        walk = [self._entered(root, follows)]
        while walk:
            here, ahead = walk[-1]
            for there in ahead:
                if there not in self.index:
                    walk.append(self._entered(there, follows))
                    break
                if there in self.open:
                    self.low[here] = min(self.low[here], self.index[there])
            else:
                walk.pop()
                if walk:
                    self.low[walk[-1][0]] = min(self.low[walk[-1][0]], self.low[here])
                if self.low[here] == self.index[here]:
                    yield self._closed(here)

    def _entered(self, concept: str, follows: Mapping[str, Sequence[str]]) -> tuple[str, Iterator[str]]:
        self.index[concept] = self.low[concept] = len(self.index)
        self.waiting.append(concept)
        self.open.add(concept)
        return concept, iter(follows.get(concept, ()))

    def _closed(self, root: str) -> list[str]:
        part: list[str] = []
        while not part or part[-1] != root:
            part.append(self.waiting.pop())
        self.open.difference_update(part)
        return part
