"""Paths through the causal map: what is said to lead where, through what, and who says it.

Takes       a Graph; where paths end, where they start, or both; how many steps they may have.
Gives       Paths, threads first; for two ends, all paths summed up (Between); on which sides a path was said.
Method      depth first with a stack of its own, all paths of one step, then of two, and so on, each concept once; a
            thread carries the works that say all its steps, and takes no step that none of them says. Every search is
            bounded: by length, by the paths kept and by the arcs looked at, and says where it stopped.
Leaves out  two steps in a row that the registry lends; paths that it lends whole; strengths.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from actum.model.claim import Path, PathSign, Step
from actum.model.fact import Sign
from actum.model.influence import Between, Paths
from actum.regime.walks.flow import Lanes
from actum.regime.walks.graph import Arc, Graph, in_order, narrowed, path_of

MOST_STEPS = 4
"""Steps of a path unless asked otherwise; what an analyst can still read aloud as one claim, 2026-11-26."""
MOST_PATHS = 1000
"""Paths kept of one search, 2026-11-26: what the specification of the map sets."""
MOST_LOOKS = 100_000
"""Arcs that one search tries; set on the shapes of `bench/graph.py` for half a second, 2026-11-26."""
LOOKS_IN_ONE = 10
"""Arcs that are only passed over in the time in which one is tried; measured on `bench/graph.py`, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where paths end (`effect`) or start (`cause`), one of them at least; `stitched`: threads and all others."""

    effect: str = ""
    cause: str = ""
    most_steps: int = MOST_STEPS
    stitched: bool = False


def paths(graph: Graph, asked: Asked) -> Paths:
    """The paths asked for, in order: threads, then shorter, then of more works, then by slug and sign.

    None for a concept that the graph lacks. Where `stopped` tells of the most paths, shorter ones were kept.
    """
    search = _Search(_said_at_both_ends(graph, asked), asked)
    found = [*search.threads()]
    stopped = search.stopped
    if asked.stitched and not stopped:
        search = _Search(graph, asked)
        found += search.others(MOST_PATHS - len(found))
        stopped = search.stopped
    made = [path_of(arcs, graph.dates) for arcs in found]
    return Paths(tuple(sorted(made, key=order)), stopped)


def _said_at_both_ends(graph: Graph, asked: Asked) -> Graph:
    """What those works say that speak of both ends, or of what the registry joins to them: no other has a thread."""
    if not asked.cause or not asked.effect:
        return graph
    first = {arc.effect for arc in graph.out_of.get(asked.cause, ()) if arc.step.uses} | {asked.cause}
    last = {arc.cause for arc in graph.into.get(asked.effect, ()) if arc.step.uses} | {asked.effect}
    begin = {work for one in first for arc in graph.out_of.get(one, ()) for work in arc.works}
    end = {work for one in last for arc in graph.into.get(one, ()) for work in arc.works}
    return narrowed(graph, begin & end)


def order(path: Path) -> tuple[bool, int, int, tuple[str, ...], tuple[str, ...]]:
    """The key that sorts paths."""
    signs = tuple(step.polarity + step.uses for step in path.steps)
    return path.tie != "thread", len(path.steps), -len(path.works), concepts_of(path), signs


def concepts_of(path: Path) -> tuple[str, ...]:
    """The concepts that a path passes, from its first to its last."""
    return path.steps[0].cause, *(step.effect for step in path.steps)


@dataclass(frozen=True, slots=True)
class _Partial:
    """A path being grown: arcs from the end where it began, its concepts, the works that say all of it.

    `works` is None as long as it has no claim.
    """

    arcs: tuple[Arc, ...]
    concepts: tuple[str, ...]
    works: frozenset[str] | None

    def grown(self, arc: Arc, ahead: str) -> _Partial:
        works = self.works if arc.step.uses else arc.works if self.works is None else self.works & arc.works
        return _Partial((*self.arcs, arc), (*self.concepts, ahead), works)

    def takes(self, arc: Arc, ahead: str) -> bool:
        """No concept twice, no two steps in a row that the registry lends."""
        return ahead not in self.concepts and not (arc.step.uses and self.arcs and self.arcs[-1].step.uses)


@dataclass(slots=True)
class _Search:
    """A search with what it has spent; `stopped` as in Paths.

    `ways_in` has, where both ends are asked for, from which concepts the other end is so many steps off, exactly: a
    step that could not still arrive is not taken.
    """

    graph: Graph
    asked: Asked
    stopped: str = ""
    looks: int = 0
    by_work: dict[tuple[str, str], list[Arc]] = field(default_factory=dict)
    ahead_of: dict[str, dict[str, list[Arc]]] = field(default_factory=dict)
    lent: dict[str, list[Arc]] = field(default_factory=dict)
    ways_in: list[dict[str, None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for arc in self.graph.arcs:
            if arc.step.uses:
                self.lent.setdefault(self._near(arc), []).append(arc)
        if self.goal:
            self.ways_in = walks(self.graph.out_of, self.goal, self.asked.most_steps)

    @property
    def backward(self) -> bool:
        return bool(self.asked.effect)

    @property
    def goal(self) -> str:
        """The other end, where both are asked for: paths are grown from their effect."""
        return self.asked.cause if self.backward else ""

    def _near(self, arc: Arc) -> str:
        return arc.effect if self.backward else arc.cause

    def _ahead(self, arc: Arc) -> str:
        return arc.cause if self.backward else arc.effect

    def threads(self) -> Iterator[list[Arc]]:
        """Arcs of each thread, from cause to effect; shorter ones first."""
        for arc in self.graph.arcs:
            for work in arc.works:
                self.by_work.setdefault((self._near(arc), work), []).append(arc)
        return self._found(MOST_PATHS, threads=True)

    def others(self, room: int) -> Iterator[list[Arc]]:
        """Arcs of each path that no work says whole."""
        return self._found(room, threads=False)

    def _found(self, room: int, *, threads: bool) -> Iterator[list[Arc]]:
        for length in range(1, self.asked.most_steps + 1):
            for partial in self._of_length(length, threads=threads):
                if partial.works is None or bool(partial.works) is not threads:
                    continue
                if not room:
                    self.stopped = f"{MOST_PATHS:,} paths were found, and there are more"
                    return
                room -= 1
                yield [*partial.arcs][:: -1 if self.backward else 1]
            if self.stopped:
                return

    def _of_length(self, length: int, *, threads: bool) -> Iterator[_Partial]:
        """Paths of just so many steps, depth first, with a stack of its own."""
        start = _Partial((), (self.asked.effect or self.asked.cause,), None)
        stack = [(start, iter(self._arcs(start, length - 1, threads=threads)))]
        while stack:
            partial, arcs = stack[-1]
            arc = next(arcs, None)
            if self.looks > MOST_LOOKS:
                self.stopped = f"{MOST_LOOKS:,} steps were looked at, and there may be more"
                return
            if arc is None:
                stack.pop()
            elif partial.takes(arc, ahead := self._ahead(arc)):
                grown = partial.grown(arc, ahead)
                left = length - len(grown.arcs)
                if left:
                    stack.append((grown, iter(self._arcs(grown, left - 1, threads=threads))))
                else:
                    yield grown

    def _arcs(self, partial: _Partial, left: int, *, threads: bool) -> list[Arc]:
        """Arcs that lead on from a path's end with so many more to come: a thread's are those of its works."""
        here, works = partial.concepts[-1], partial.works
        if threads and works is not None:
            said = {arc.at: arc for work in works for arc in self.by_work.get((here, work), ())}
            said.update((arc.at, arc) for arc in self.lent.get(here, ()))
            arcs = [said[at] for at in sorted(said)]
        else:
            arcs = [*(self.graph.into if self.backward else self.graph.out_of).get(here, ())]
        if self.goal:
            arcs = self._arriving(here, arcs, self.ways_in[left], threads=threads)
        self.looks += len(arcs)
        return arcs

    def _arriving(self, here: str, arcs: list[Arc], ways: Collection[str], *, threads: bool) -> list[Arc]:
        """Those arcs from which the goal can still be reached; of all, found from the side with less to look at."""
        self.looks += (len(arcs) if threads else min(len(arcs), len(ways))) // LOOKS_IN_ONE
        if threads or len(arcs) <= len(ways):
            return [arc for arc in arcs if self._ahead(arc) in ways]
        if here not in self.ahead_of:
            self.ahead_of[here] = {}
            for arc in (self.graph.into if self.backward else self.graph.out_of)[here]:
                self.ahead_of[here].setdefault(self._ahead(arc), []).append(arc)
        found = (arc for ahead in ways for arc in self.ahead_of[here].get(ahead, ()))
        return sorted(found, key=lambda arc: arc.at)


def walks(out_of: Mapping[str, Sequence[Arc]], start: str, most: int) -> list[dict[str, None]]:
    """For 0 to `most` steps, the concepts to which some walk of just so many steps leads."""
    found = [{start: None}]
    for _ in range(most):
        found.append({arc.effect: None for here in found[-1] for arc in out_of.get(here, ())})
    return found


def sides(path: Path) -> tuple[Sign, ...]:
    """The sides on which a path was said: `-` where each step was said of the way in which the one before it moves.

    `+` starts from more of its first concept, `-` from less; both where both hold, none where the sides do not join.
    A thread is asked work by work. Steps that the registry lends go with either side.
    """
    works: Sequence[str | None] = path.works if path.tie == "thread" else [None]
    return tuple(one for one in SIGNS if any(_runs(path.steps, one, work) for work in works))


SIGNS: tuple[Sign, ...] = ("+", "-")


def _runs(steps: Sequence[Step], start: Sign, work: str | None) -> bool:
    way: Sign = start
    for step in steps:
        if not step.uses and not any(
            claim.cause.delta == way for claim in step.claims if work is None or claim.work == work
        ):
            return False
        if step.polarity == "?":
            return step is steps[-1]
        way = way if step.polarity == "+" else opposite(way)
    return True


def opposite(way: Sign) -> Sign:
    """Less for more, more for less."""
    return "-" if way == "+" else "+"


def summed(graph: Graph, found: Sequence[Path]) -> list[Between]:
    """Paths with the same two ends as one, in order of cause and effect; disagreement shown, never netted."""
    by_ends: dict[tuple[str, str], list[Path]] = {}
    for path in found:
        by_ends.setdefault((path.steps[0].cause, path.steps[-1].effect), []).append(path)
    lanes = Lanes(graph.arcs)
    return [_between(ends, by_ends[ends], lanes, graph) for ends in sorted(by_ends)]


def _between(ends: tuple[str, str], some: Sequence[Path], lanes: Lanes, graph: Graph) -> Between:
    signs = [path.sign for path in some]
    threads = [path for path in some if path.tie == "thread"]
    return Between(
        cause=ends[0],
        effect=ends[1],
        sign=joined(signs),
        up=signs.count("+"),
        down=signs.count("-"),
        unknown=signs.count("?"),
        threads=len(threads),
        fewest_steps=min(len(path.steps) for path in some),
        disjoint=lanes.disjoint(*ends),
        works=in_order({work for path in threads for work in path.works}, graph.dates),
        uses=tuple(sorted({one for path in some for one in path.uses})),
    )


def joined(signs: Sequence[PathSign]) -> PathSign:
    """One sign of several chains: `±` where they disagree, `?` where none is clear."""
    clear = {sign for sign in signs if sign != "?"}
    return "±" if len(clear) > 1 or "±" in clear else next(iter(clear), "?")
