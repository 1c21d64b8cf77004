"""What if: hold some concepts at less or more, and say what the claims then say of the others.

Takes       a Graph and Clamps.
Gives       a WhatIf: for each other concept up, down, both, unclear or not reached, with the shortest chain to it.
Method      signs spread from what is held, breadth-first. A claim is used on the side on which it was made: one made
            of an exit tells what less of the treaty does, and nothing of more; with `both_sides` each is turned round
            as well. First within each work by itself, which gives threads; then, when asked, through all together.
            A chain passes no concept twice: a state (concept, way) keeps the concepts of its chains that could come
            again, those of its strongly connected part, and a chain counts only if no other to the state has fewer.
Leaves out  numbers: claims are neither weighed nor netted. What is held stays as it is held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from actum.model.claim import Claim, Step
from actum.model.fact import Sign
from actum.model.influence import Clamp, Consequence, Direction, Outcome, Reach, WhatIf
from actum.regime.walks.graph import Arc, Graph, connected_parts, in_order, path_of
from actum.regime.walks.paths import SIGNS, opposite

Way = Literal["+", "-", ""]
MOST_STEPS = 8
"""Steps of a chain unless asked otherwise: twice the longest of a path, 2026-11-26."""
MOST_TRAILS = 4
"""Chains kept for a state inside one strongly connected part; set on `bench/graph.py`, 2026-11-26."""
MOST_LOOKS = 100_000
"""Moves looked at before one chain for a state must do; set on `bench/graph.py` for a second, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How signs spread: also through several works together, also on the side that was not said, how far."""

    stitched: bool = False
    both_sides: bool = False
    most_steps: int = MOST_STEPS


def what_if(graph: Graph, clamps: Sequence[Clamp], manner: Manner | None = None) -> WhatIf:
    """What the claims say of every concept of the graph but those held, in order of slug.

    Without clamps nothing is reached. A clamp of a concept that the graph lacks reaches nothing. One concept is held
    one way: of two clamps of it the later in order counts.
    """
    manner = manner or Manner()
    held = {one.concept: one.direction for one in sorted(clamps)}
    moves = _Moves.of(graph, both_sides=manner.both_sides)
    search = _Search(held, manner.most_steps)
    found = _threads(moves, search)
    reaches = {key: _reach(trails, graph, held) for key, trails in found.items()}
    if manner.stitched:
        for key, trail in search.spread(moves.through_all).items():
            if key not in reaches:
                reaches[key] = _reach([trail], graph, held)
    concepts = [one for one in graph.concepts if one not in held]
    return WhatIf(
        clamps=tuple(Clamp(*one) for one in held.items()),
        consequences=tuple(_consequence(one, reaches) for one in concepts),
        unsaid=tuple(_unsaid(graph, held, both_sides=manner.both_sides)),
        stopped="; ".join(search.stopped),
    )


class State(NamedTuple):
    """A concept and the way it moves, empty where claims leave that open.

    `lent`: the last step was the registry's. `said`: the chain to it has a claim.
    """

    concept: str
    way: Way
    lent: bool = False
    said: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Trail:
    """A chain to a state: the chain before it and the arc that ends it; `part` are concepts that could come again."""

    state: State
    before: _Trail | None
    arc: Arc | None
    part: frozenset[str]

    def arcs(self) -> list[Arc]:
        """The arcs of the chain, from its clamp on."""
        found = []
        trail: _Trail | None = self
        while trail is not None and trail.arc is not None:
            found.append(trail.arc)
            trail = trail.before
        return found[::-1]


Key = tuple[str, Way]
Moving = Callable[[State], Sequence[Arc]]


@dataclass(frozen=True, slots=True)
class _Moves:
    """Arcs by concept and side with the claims made on that side: of each work, and of all; lent ones by concept."""

    of_work: dict[str, dict[Key, list[Arc]]]
    of_all: dict[Key, list[Arc]]
    lent: dict[str, list[Arc]]

    @classmethod
    def of(cls, graph: Graph, *, both_sides: bool) -> _Moves:
        moves = cls({}, {}, {})
        for arc in graph.arcs:
            if arc.step.uses:
                moves.lent.setdefault(arc.cause, []).append(arc)
                continue
            for side in SIGNS:
                if kept := tuple(one for one in arc.step.claims if both_sides or one.cause.delta == side):
                    moves._add((arc.cause, side), _sided(arc, kept))
        return moves

    def _add(self, key: Key, arc: Arc) -> None:
        self.of_all.setdefault(key, []).append(arc)
        for work in sorted(arc.works):
            self.of_work.setdefault(work, {}).setdefault(key, []).append(arc)

    def through_all(self, state: State) -> list[Arc]:
        """Arcs that lead on from a state through any works."""
        return [*self.of_all.get((state.concept, state.way), ()), *self._lent(state)]

    def within(self, work: str) -> Moving:
        """Arcs that lead on from a state within one work."""
        own = self.of_work[work]
        return lambda state: [*own.get((state.concept, state.way), ()), *self._lent(state)]

    def _lent(self, state: State) -> list[Arc]:
        return [] if state.lent or not state.way else self.lent.get(state.concept, [])

    def works_from(self, held: Mapping[str, Sign]) -> list[str]:
        """Works that speak of what is held, or of what the registry leads to from there, by id."""
        keys = {(concept, way) for concept, way in held.items()}
        keys |= {(arc.effect, way) for concept, way in held.items() for arc in self.lent.get(concept, ())}
        return sorted({work for key in sorted(keys) for arc in self.of_all.get(key, ()) for work in arc.works})


def _sided(arc: Arc, claims: tuple[Claim, ...]) -> Arc:
    """An arc with only these of its claims."""
    step = arc.step
    if len(claims) == len(step.claims):
        return arc
    return Arc(Step(step.cause, step.effect, step.polarity, claims), frozenset(claim.work for claim in claims), arc.at)


def _after(state: State, arc: Arc) -> State:
    """The state that an arc leads to from one that moves."""
    polarity = arc.step.polarity
    way: Way = "" if polarity == "?" else state.way if polarity == "+" else opposite("-" if state.way == "-" else "+")
    lent = bool(arc.step.uses)
    return State(arc.effect, way, lent, state.said or not lent)


@dataclass(slots=True)
class _Search:
    """Spreads from the same clamps, and what they have spent; `stopped` as in WhatIf."""

    held: Mapping[str, Sign]
    most_steps: int
    looks: int = 0
    stopped: list[str] = field(default_factory=list)

    def spread(self, moving: Moving) -> dict[Key, _Trail]:
        """The shortest chain that has a claim to each concept and way."""
        reached, follows = self._walked(moving)
        part_of = {one: part for part in connected_parts(follows) for one in part}
        trails = self._trails(moving, reached, part_of)
        found: dict[Key, _Trail] = {}
        for state in sorted(trails):
            trail = trails[state][0]
            key = state.concept, state.way
            if state.said and state.concept not in self.held:
                found[key] = min(found.get(key, trail), trail, key=lambda one: len(one.arcs()))
        return found

    def _walked(self, moving: Moving) -> tuple[set[State], dict[str, list[str]]]:
        """States that walks reach, though a concept came twice: no chain reaches more; what follows what on them."""
        level = [State(concept, way) for concept, way in self.held.items()]
        reached = set(level)
        follows: dict[str, dict[str, None]] = {}
        for steps in range(self.most_steps + 1):
            ahead = []
            for state, arc in ((one, arc) for one in level for arc in moving(one)):
                if arc.effect in self.held:
                    continue
                there = _after(state, arc)
                if steps == self.most_steps:
                    self._say(f"chains of more than {steps} steps were not followed", if_=there not in reached)
                    continue
                follows.setdefault(arc.cause, {})[arc.effect] = None
                if there not in reached:
                    reached.add(there)
                    ahead.append(there)
            level = ahead
        return reached, {one: list(ends) for one, ends in follows.items()}

    def _trails(
        self, moving: Moving, reached: set[State], part_of: Mapping[str, tuple[str, ...]]
    ) -> dict[State, list[_Trail]]:
        level = [_Trail(State(*one), None, None, frozenset(one[:1])) for one in self.held.items()]
        trails = {trail.state: [trail] for trail in level}
        cut = False
        for _ in range(self.most_steps):
            ahead = []
            for trail, arc in self._steps(level, moving):
                state = _after(trail.state, arc)
                some = trails.get(state, [])
                if len(some) >= (MOST_TRAILS if self.looks <= MOST_LOOKS else 1):
                    cut = True
                    continue
                new = _Trail(state, trail, arc, _part(trail, arc, part_of))
                if not any(one.part <= new.part for one in some):
                    trails.setdefault(state, []).append(new)
                    ahead.append(new)
            level = ahead
            if len(trails) == len(reached):
                return trails
        self._say(f"chains of more than {self.most_steps} steps were not followed", if_=bool(level))
        self._say("not every chain inside a part full of loops was followed: there may be more of both", if_=cut)
        return trails

    def _steps(self, level: Iterable[_Trail], moving: Moving) -> Iterator[tuple[_Trail, Arc]]:
        for trail in level:
            for arc in moving(trail.state):
                self.looks += 1
                if arc.effect not in trail.part and arc.effect not in self.held:
                    yield trail, arc

    def _say(self, words: str, *, if_: bool) -> None:
        if if_ and words not in self.stopped:
            self.stopped.append(words)


def _part(trail: _Trail, arc: Arc, part_of: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The concepts of a chain that could come again behind an arc."""
    same = arc.effect in part_of and part_of.get(arc.cause) is part_of[arc.effect]
    return trail.part | {arc.effect} if same else frozenset((arc.effect,))


def _threads(moves: _Moves, search: _Search) -> dict[Key, list[_Trail]]:
    """The shortest thread of each work to each concept and way."""
    found: dict[Key, list[_Trail]] = {}
    for work in moves.works_from(search.held):
        for key, trail in search.spread(moves.within(work)).items():
            found.setdefault(key, []).append(trail)
    return found


_DIRECTIONS: dict[str, Direction] = {"+": "up", "-": "down", "": "unclear"}


def _reach(trails: Sequence[_Trail], graph: Graph, held: Mapping[str, Sign]) -> Reach:
    """A way of a concept by its shortest chain, of more works, then by slug; with every work that has one."""
    chains = sorted((trail.arcs() for trail in trails), key=_chain_order)
    chain = path_of(chains[0], graph.dates)
    start = chain.steps[0].cause
    works = {work for arcs in chains for work in _works(arcs)}
    return Reach(_DIRECTIONS[trails[0].state.way], Clamp(start, held[start]), chain, in_order(works, graph.dates))


def _works(arcs: Sequence[Arc]) -> frozenset[str]:
    said = [arc.works for arc in arcs if not arc.step.uses]
    return said[0].intersection(*said[1:])


def _chain_order(arcs: Sequence[Arc]) -> tuple[int, int, list[int]]:
    return len(arcs), -len(_works(arcs)), [arc.at for arc in arcs]


def _consequence(concept: str, reaches: Mapping[Key, Reach]) -> Consequence:
    some = tuple(reaches[concept, way] for way in ("+", "-", "") if (concept, way) in reaches)
    ways = {one.direction for one in some}
    outcome: Outcome = "not reached" if not ways else "both" if {"up", "down"} <= ways else some[0].direction
    return Consequence(concept, outcome, some)


def _unsaid(graph: Graph, held: Mapping[str, Sign], *, both_sides: bool) -> Iterator[tuple[Clamp, int]]:
    """Clamps of which no claim is made on that side, with the number of claims made on the other."""
    for concept, way in held.items():
        claims = [claim for arc in graph.out_of.get(concept, ()) for claim in arc.step.claims]
        if not both_sides and not any(claim.cause.delta == way for claim in claims):
            yield Clamp(concept, way), len(claims)
