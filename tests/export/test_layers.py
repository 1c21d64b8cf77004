"""Layers of a graph."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from actum.export.layers import Pair, layered, parts

PAIRS = st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")), max_size=25).map(
    lambda some: sorted({pair for pair in some if pair[0] != pair[1]})
)


def test_causes_stand_left_and_long_edges_run_through_dummies() -> None:
    found = layered(list("abcd"), [("a", "b"), ("b", "c"), ("a", "c"), ("d", "c")])
    assert [sorted(node for node in layer if "\0" not in node) for layer in found.layers] == [["a"], ["b", "d"], ["c"]]
    assert len(found.routes["a", "c"]) == 3
    assert not found.turned


def test_a_loop_is_turned_at_one_edge() -> None:
    found = layered(list("abc"), [("a", "b"), ("b", "c"), ("c", "a")])
    assert found.turned == {("c", "a")}
    assert [layer[:1] for layer in found.layers] == [("a",), ("b",), ("c",)]


def test_parts_come_largest_first_then_by_name() -> None:
    found = parts("zabcxy", [("a", "b"), ("b", "c"), ("x", "y")])
    assert [nodes for nodes, _ in found] == [["a", "b", "c"], ["x", "y"], ["z"]]
    assert found[1][1] == [("x", "y")]


def test_two_that_cross_are_uncrossed() -> None:
    found = layered(list("abxy"), [("a", "y"), ("b", "x"), ("a", "x")])
    order = found.layers[1]
    assert found.layers[0] == ("a", "b") if order == ("y", "x") else found.layers[0] == ("b", "a")


@given(PAIRS)
def test_every_edge_runs_one_way_and_every_node_stands_once(pairs: list[Pair]) -> None:
    nodes = {node for pair in pairs for node in pair}
    seen: list[str] = []
    for names, edges in parts(nodes, pairs):
        found = layered(names, edges)
        depth = {node: at for at, layer in enumerate(found.layers) for node in layer}
        seen += [node for layer in found.layers for node in layer if "\0" not in node]
        for edge, route in found.routes.items():
            assert [depth[node] for node in route] == list(range(depth[route[0]], depth[route[-1]] + 1))
            assert (route[-1], route[0]) == edge if edge in found.turned else (route[0], route[-1]) == edge
        assert layered(names[::-1], edges[::-1]) == found
    assert sorted(seen) == sorted(nodes)
