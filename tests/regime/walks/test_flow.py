"""Chains that share no edge."""

from __future__ import annotations

import random

import networkx as nx
from tests.regime.making_maps import map_of

from actum.regime.walks.flow import Lanes
from actum.regime.walks.graph import graph_of


def lanes(lines: str) -> Lanes:
    return Lanes(graph_of(map_of(lines)).arcs)


def test_two_ways_that_share_a_step_are_one() -> None:
    assert lanes("w1: a -> b\nw1: a -> c\nw1: b -> d\nw1: c -> d\nw1: d -> e").disjoint("a", "e") == 1
    assert lanes("w1: a -> b\nw1: a -> c\nw1: b -> e\nw1: c -> e\nw1: a -> -e").disjoint("a", "e") == 3
    assert lanes("w1: a -> b").disjoint("b", "a") == 0


def test_a_wrong_first_choice_is_taken_back() -> None:
    """The chain through z is found first and takes the step to t that b needs; z has another way, and gives it back."""
    edges = ("s z", "s b", "z d", "b d", "d t", "z c", "c e", "e t")
    lines = "\n".join("w1: {} -> {}".format(*edge.split()) for edge in edges)
    assert lanes(lines).disjoint("s", "t") == 2


def test_too_much_is_not_counted_rather_than_guessed() -> None:
    some = lanes("w1: a -> b\nw1: b -> c")
    some.left = 1
    assert some.disjoint("a", "c") is None


def test_counts_are_those_of_another_graph_library() -> None:
    rng = random.Random("lanes")
    for _ in range(250):
        count = rng.randrange(4, 12)
        drawn = {(rng.randrange(count), rng.randrange(count)) for _ in range(rng.randrange(5, 40))}
        pairs = sorted(pair for pair in drawn if pair[0] != pair[1])
        graph: nx.DiGraph[int] = nx.DiGraph()
        graph.add_nodes_from(range(count))
        graph.add_edges_from(pairs, capacity=1)
        lines = "\n".join(f"w1: c{a} -> c{b}" for a, b in pairs)
        assert lanes(lines).disjoint("c0", f"c{count - 1}") == nx.maximum_flow_value(graph, 0, count - 1)
