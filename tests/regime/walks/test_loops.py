"""Loops: what comes back to where it began, strongly connected parts first."""

from __future__ import annotations

import networkx as nx
import pytest
from tests.regime.making_maps import map_of

from actum.model.influence import Loop
from actum.regime.walks.graph import graph_of
from actum.regime.walks.loops import MOST_LOOPS, loops


def told(loop: Loop) -> tuple[str, str, str]:
    return " ".join(step.cause for step in loop.steps), loop.sign, loop.tie


def test_without_a_connected_part_there_is_no_loop() -> None:
    found = loops(graph_of(map_of("w1: a -> b\nw1: b -> c\nw1: a -> c")))
    assert (found.loops, found.parts) == ((), ())


@pytest.mark.parametrize(
    ("lines", "sign"),
    [("w1: a -> b\nw1: b -> a", "+"), ("w1: a -> -b\nw1: b -> a", "-"), ("w1: a -> b\nw1: b ?> a", "?")],
)
def test_a_loop_reinforces_or_balances(lines: str, sign: str) -> None:
    found = loops(graph_of(map_of(lines)))
    assert [told(loop) for loop in found.loops] == [("a b", sign, "thread")]
    assert found.parts == (("a", "b"),)


def test_a_loop_that_two_works_make_together_is_told_only_when_asked() -> None:
    graph = graph_of(map_of("w1/CHN: b -> a\nw2/USA: a -> b\nw3: c -> d\nw3: d -> c"))
    assert [told(loop) for loop in loops(graph).loops] == [("c d", "+", "thread")]
    assert [told(loop) for loop in loops(graph, stitched=True).loops] == [
        ("c d", "+", "thread"),
        ("a b", "+", "stitched"),
    ]


def test_each_way_an_edge_is_said_is_a_loop_of_its_own() -> None:
    found = loops(graph_of(map_of("w1: a -> b\nw1: a -> -b\nw1: b -> a")))
    assert [told(loop)[1] for loop in found.loops] == ["+", "-"]


def test_a_longer_loop_is_not_told_but_its_part_is() -> None:
    ring = "\n".join(f"w1: c{at} -> c{(at + 1) % 7}" for at in range(7))
    graph = graph_of(map_of(ring))
    assert not loops(graph).loops
    assert loops(graph).parts == (tuple(f"c{at}" for at in range(7)),)
    assert [len(loop.steps) for loop in loops(graph, most_steps=7).loops] == [7]


def test_loops_are_those_that_another_graph_library_finds() -> None:
    pairs = [(a, b) for a in range(14) for b in range(14) if a != b and (a * 5 + b * 11) % 6 == 0]
    graph = graph_of(map_of("\n".join(f"w1: c{a:02d} -> c{b:02d}" for a, b in pairs)))
    theirs = nx.simple_cycles(nx.DiGraph([(f"c{a:02d}", f"c{b:02d}") for a, b in pairs]), length_bound=5)
    rotated = sorted(tuple(one[one.index(min(one)) :] + one[: one.index(min(one))]) for one in theirs)
    ours = [tuple(step.cause for step in loop.steps) for loop in loops(graph, most_steps=5).loops]
    assert 20 < len(rotated) < MOST_LOOPS
    assert ours == rotated


def test_a_map_full_of_loops_is_bounded_and_says_so() -> None:
    lines = "\n".join(f"w1: c{a:02d} -> c{b:02d}" for a in range(20) for b in range(20) if a != b)
    found = loops(graph_of(map_of(lines)))
    assert len(found.loops) == MOST_LOOPS
    assert "500" in found.stopped
