"""Paths through the causal map: what is said to lead where, through what, and who says it.

Takes       a Graph; where paths end, where they start, or both; how many steps they may have.
Gives       Paths, threads first; for two ends, all paths summed up (Between); on which sides a path was said.
Method      grown from one end, one step at a time, shorter before longer, each concept once; a thread carries the
            works that say all its steps, and takes no step that none of them says. Every search is bounded: by
            length, by the paths kept and by the arcs looked at, and says where it stopped.
Leaves out  two steps in a row that the registry lends; paths that it lends whole; strengths.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from actum.model.claim import Path, PathSign, Step
from actum.model.fact import Sign
from actum.model.influence import Between, Paths
from actum.regime.flow import Lanes
from actum.regime.graph import Arc, Graph, in_order, path_of

MOST_STEPS = 4
"""Steps of a path unless asked otherwise; what an analyst can still read aloud as one claim, 2026-11-26."""
MOST_PATHS = 1000
"""Paths kept of one search, 2026-11-26: what the specification of the map sets."""
MOST_LOOKS = 400_000
"""Arcs that one search looks at; set on the shapes of `bench/graph.py` for half a second, 2026-11-26."""


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
    search = _Search(graph, asked)
    found = [*search.threads()]
    if asked.stitched and not search.stopped:
        found += search.others(MOST_PATHS - len(found))
    made = [path_of(arcs, graph.dates) for arcs in found]
    return Paths(tuple(sorted(made, key=order)), search.stopped)


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
    """A search with what it has spent; `stopped` as in Paths."""

    graph: Graph
    asked: Asked
    stopped: str = ""
    looks: int = 0
    by_work: dict[tuple[str, str], list[Arc]] = field(default_factory=dict)
    far: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Threads look only at the arcs of their works; a path to one end, only where that end can be reached."""
        for arc in self.graph.arcs:
            for work in sorted(arc.works):
                self.by_work.setdefault((self._near(arc), work), []).append(arc)
        if self.goal:
            self.far = distances(self.graph.out_of, self.goal, self.asked.most_steps)

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
        return self._found(MOST_PATHS, threads=True)

    def others(self, room: int) -> Iterator[list[Arc]]:
        """Arcs of each path that no work says whole."""
        return self._found(room, threads=False)

    def _found(self, room: int, *, threads: bool) -> Iterator[list[Arc]]:
        level = [_Partial((), (self.asked.effect or self.asked.cause,), None)]
        for length in range(1, self.asked.most_steps + 1):
            ahead = []
            for partial in self._level(level, length, threads=threads):
                reached = partial.concepts[-1] == self.goal
                if (reached or not self.goal) and partial.works is not None and bool(partial.works) is threads:
                    if not room:
                        self.stopped = f"{MOST_PATHS:,} paths were found, and there are more"
                        return
                    room -= 1
                    yield [*partial.arcs][:: -1 if self.backward else 1]
                if not reached:
                    ahead.append(partial)
            level = ahead
            if self.stopped:
                return

    def _level(self, level: Sequence[_Partial], length: int, *, threads: bool) -> Iterator[_Partial]:
        """What the paths of a level grow to by one step each."""
        left = self.asked.most_steps - length
        for partial in level:
            for arc in self._arcs(partial, threads=threads):
                self.looks += 1
                ahead = self._ahead(arc)
                if partial.takes(arc, ahead) and (not self.goal or self.far.get(ahead, left + 1) <= left):
                    yield partial.grown(arc, ahead)
            if self.looks > MOST_LOOKS:
                self.stopped = f"{MOST_LOOKS:,} steps were looked at, and there are more"
                return

    def _arcs(self, partial: _Partial, *, threads: bool) -> Sequence[Arc]:
        here = partial.concepts[-1]
        sides = self.graph.into if self.backward else self.graph.out_of
        if not threads or partial.works is None:
            return sides.get(here, ())
        said = {arc.at: arc for work in partial.works for arc in self.by_work.get((here, work), ())}
        said.update((arc.at, arc) for arc in sides.get(here, ()) if arc.step.uses)
        return [said[at] for at in sorted(said)]


def distances(out_of: Mapping[str, Sequence[Arc]], start: str, most: int) -> dict[str, int]:
    """The fewest steps from a concept to each that can be reached in `most`, itself in none."""
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if found[here] == most:
            continue
        for arc in out_of.get(here, ()):
            if arc.effect not in found:
                found[arc.effect] = found[here] + 1
                waiting.append(arc.effect)
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
    )


def joined(signs: Sequence[PathSign]) -> PathSign:
    """One sign of several chains: `±` where they disagree, `?` where none is clear."""
    clear = {sign for sign in signs if sign != "?"}
    return "±" if len(clear) > 1 or "±" in clear else next(iter(clear), "?")
