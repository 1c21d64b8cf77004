"""What holds of any causal map: signs compose, labels are true, the same input gives the same order."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.regime.making_maps import map_of

from actum.model.claim import CausalMap, Step
from actum.model.influence import Clamp
from actum.regime.walks.graph import Graph, graph_of, product
from actum.regime.walks.loops import loops
from actum.regime.walks.paths import Asked, concepts_of, opposite, paths, sides, summed
from actum.regime.walks.what_if import Manner, what_if

ROOT = Path(__file__).parents[2]
CONCEPTS = "abcdefg"
lines = st.builds(
    lambda work, holder, side, pair, how, way: f"w{work}/{holder}: {side}{pair[0]} {how}> {way}{pair[1]}",
    st.integers(1, 3),
    st.sampled_from(["CHN", "RUS", "CHN+RUS"]),
    st.sampled_from(["", "", "-"]),
    st.lists(st.sampled_from(CONCEPTS), min_size=2, max_size=2),
    st.sampled_from(["-", "-", "-", "?"]),
    st.sampled_from(["", "-"]),
)
maps = st.lists(lines, max_size=16)
lent = st.lists(st.permutations(CONCEPTS).map(lambda ends: Step(ends[0], ends[1], "+", (), "lent")), max_size=3)
clamps = st.lists(st.builds(Clamp, st.sampled_from(CONCEPTS), st.sampled_from(["+", "-"])), min_size=1, max_size=2)
manners = st.builds(Manner, st.booleans(), st.booleans(), st.just(9))
law = settings(max_examples=120, deadline=None)


@law
@given(maps, st.sampled_from(CONCEPTS), st.booleans())
def test_paths_are_the_simple_paths_and_their_labels_are_true(made: list[str], end: str, stitched: bool) -> None:  # noqa: FBT001 - drawn
    graph = graph_of(map_of(made))
    found = paths(graph, Asked(end, stitched=stitched)).paths
    for path in found:
        concepts = concepts_of(path)
        assert len(set(concepts)) == len(concepts)
        assert path.sign == product(step.polarity for step in path.steps)
        works = [{claim.work for claim in step.claims} for step in path.steps]
        holders = [{claim.holder for claim in step.claims} for step in path.steps]
        shared = set.intersection(*works)
        assert (path.tie == "thread") is bool(shared)
        if path.tie == "thread":
            assert set(path.works) == shared == set.union(*works)
        assert (path.tie == "stitched") is (not shared and not set.intersection(*holders))
        assert all(claim.polarity == step.polarity for step in path.steps for claim in step.claims)
    if stitched and end in graph.concepts:
        arcs: nx.MultiDiGraph[str] = nx.MultiDiGraph([(arc.cause, arc.effect) for arc in graph.arcs])
        arcs.add_node(end)
        theirs = [path for one in arcs if one != end for path in nx.all_simple_edge_paths(arcs, one, end, cutoff=4)]
        assert len(found) == len(theirs)


@law
@given(maps, lent, st.permutations(CONCEPTS), st.booleans())
def test_both_ends_give_what_one_end_gives_between_them(
    made: list[str],
    steps: list[Step],
    ends: list[str],
    stitched: bool,  # noqa: FBT001 - drawn
) -> None:
    graph = graph_of(map_of(made), steps)
    between = paths(graph, Asked(ends[0], ends[1], stitched=stitched)).paths
    behind = paths(graph, Asked(ends[0], stitched=stitched)).paths
    assert between == tuple(one for one in behind if one.steps[0].cause == ends[1])
    ahead = paths(graph, Asked(cause=ends[1], stitched=stitched)).paths
    assert between == tuple(one for one in ahead if one.steps[-1].effect == ends[0])
    for path in (*behind, *ahead):
        assert any(step.claims for step in path.steps)
        assert all(one.claims or other.claims for one, other in pairwise(path.steps))


@law
@given(maps, st.randoms(use_true_random=False))
def test_edges_in_any_order_give_the_same_in_the_same_order(made: list[str], rng: random.Random) -> None:
    whole = map_of(made)
    edges, nodes = [*whole.edges], [*whole.nodes]
    rng.shuffle(edges)
    rng.shuffle(nodes)
    first, again = graph_of(whole), graph_of(CausalMap(tuple(nodes), tuple(edges)))
    assert first.concepts == again.concepts
    assert paths(again, Asked("a", stitched=True)) == paths(first, Asked("a", stitched=True))
    assert loops(again, stitched=True) == loops(first, stitched=True)
    assert what_if(again, [Clamp("a", "-")]) == what_if(first, [Clamp("a", "-")])
    assert summed(again, paths(again, Asked("a")).paths) == summed(first, paths(first, Asked("a")).paths)


_ORDER = """
import random
from tests.regime.making_maps import map_of
from actum.model.influence import Clamp
from actum.regime.walks.graph import graph_of
from actum.regime.walks.loops import loops
from actum.regime.walks.paths import Asked, paths, summed
from actum.regime.walks.what_if import Manner, what_if
rng = random.Random(1)
pairs = [(rng.randrange(9), rng.randrange(1, 30), rng.randrange(1, 30)) for _ in range(400)]
graph = graph_of(map_of([f"w{w}: -c{a} -> c{b}" if a % 3 else f"w{w}: c{a} -> -c{b}" for w, a, b in pairs if a != b]))
found = paths(graph, Asked("c1", stitched=True))
print(found, summed(graph, found.paths), loops(graph, stitched=True), paths(graph, Asked("c1", "c2")))
print(what_if(graph, [Clamp("c2", "-")], Manner(stitched=True)))
"""


def test_nothing_hangs_on_the_order_of_sets() -> None:
    """Two runs whose sets are ordered differently print the same, bounds reached and all."""
    told = {
        subprocess.run(
            [sys.executable, "-c", _ORDER],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert "there are more" in told.pop()


@law
@given(maps)
def test_loops_are_the_simple_cycles(made: list[str]) -> None:
    graph = graph_of(map_of(made))
    found = loops(graph, stitched=True)
    theirs = nx.simple_cycles(nx.DiGraph([(arc.cause, arc.effect) for arc in graph.arcs]), length_bound=6)
    ways = {tuple(step.cause for step in one.steps) for one in found.loops}
    assert found.stopped or len(ways) == len(list(theirs))
    assert [one for one in found.loops if one.tie == "thread"] == [*loops(graph).loops] or found.stopped
    for one in found.loops:
        assert one.steps[0].cause == min(step.cause for step in one.steps)
        assert one.steps[-1].effect == one.steps[0].cause
        assert one.sign == product(step.polarity for step in one.steps)


@law
@given(maps, manners)
def test_without_clamps_nothing_is_reached(made: list[str], manner: Manner) -> None:
    assert {one.outcome for one in what_if(graph_of(map_of(made)), [], manner).consequences} <= {"not reached"}


@law
@given(maps, lines, clamps, manners)
def test_more_claims_reach_no_less(made: list[str], one: str, held: list[Clamp], manner: Manner) -> None:
    def reached(some: list[str]) -> set[tuple[str, str]]:
        found = what_if(graph_of(map_of(some)), held, manner)
        assert not found.stopped
        return {(one.concept, reach.direction) for one in found.consequences for reach in one.reaches}

    assert reached(made) <= reached([*made, one])


@law
@given(maps, lent, clamps, manners)
def test_what_if_reaches_what_some_chain_reaches(
    made: list[str], steps: list[Step], held: list[Clamp], manner: Manner
) -> None:
    """The answers are those of trying every simple chain, work by work or through all."""
    graph = graph_of(map_of(made), steps)
    found = what_if(graph, held, manner)
    works = {claim.work for arc in graph.arcs for claim in arc.step.claims}
    scopes = [{work} for work in sorted(works)] + ([works] if manner.stitched else [])
    expected = {one for scope in scopes for one in tried(graph, held, scope, both_sides=manner.both_sides)}
    assert {(one.concept, reach.direction) for one in found.consequences for reach in one.reaches} == expected
    for reach in (reach for one in found.consequences for reach in one.reaches):
        assert manner.both_sides or reach.clamp.direction in sides(reach.chain)
        assert manner.stitched or reach.chain.tie == "thread"


def tried(graph: Graph, held: list[Clamp], works: set[str], *, both_sides: bool) -> Iterator[tuple[str, str]]:
    """Concepts and directions that chains reach, by trying them all."""
    fixed = {one.concept: one.direction for one in sorted(held)}
    trials = [(concept, way, frozenset(fixed), False, False) for concept, way in fixed.items()]
    while trials:
        here, way, passed, lately, said = trials.pop()
        for arc in graph.out_of.get(here, ()):
            claims = [one for one in arc.step.claims if one.work in works and (both_sides or one.cause.delta == way)]
            bridge = bool(arc.step.uses)
            if arc.effect in passed or (lately if bridge else not claims):
                continue
            if arc.step.polarity == "?":
                yield arc.effect, "unclear"
                continue
            onward = way if arc.step.polarity == "+" else opposite(way)
            if said or not bridge:
                yield arc.effect, "up" if onward == "+" else "down"
            trials.append((arc.effect, onward, passed | {arc.effect}, bridge, said or not bridge))
