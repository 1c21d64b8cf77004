"""Arcs of a map, the parts it falls into, and who holds a chain."""

from __future__ import annotations

import networkx as nx
import pytest
from tests.regime.making_maps import map_of

from actum.model.claim import Polarity, Step
from actum.regime.walks.graph import connected_parts, graph_of, held, path_of, product


def test_each_polarity_of_an_edge_is_an_arc_in_order() -> None:
    graph = graph_of(map_of("w1: b -> c\nw1: a -> b\nw2: a -> -b\nw2: a ?> b"))
    assert [(arc.cause, arc.effect, arc.step.polarity) for arc in graph.arcs] == [
        ("a", "b", "+"), ("a", "b", "-"), ("a", "b", "?"), ("b", "c", "+"),
    ]  # fmt: skip
    assert graph.into["b"] == graph.arcs[:3]
    assert graph.dates == {"w1": "2001-01-01", "w2": "2002-01-01"}


@pytest.mark.parametrize(("signs", "whole"), [("+", "+"), ("--", "+"), ("+-+", "-"), ("-?-", "?")])
def test_signs_multiply_and_the_unknown_stays_unknown(signs: list[Polarity], whole: Polarity) -> None:
    assert product(signs) == whole


def test_a_thread_has_the_claims_of_works_that_say_it_whole() -> None:
    graph = graph_of(map_of("w1: a -> b\nw2: a -> b\nw1: b -> c"))
    path = path_of(graph.arcs, graph.dates)
    assert (path.tie, path.works) == ("thread", ("w1",))
    assert [[claim.work for claim in step.claims] for step in path.steps] == [["w1"], ["w1"]]


def test_one_holder_set_in_two_works_is_no_thread() -> None:
    graph = graph_of(map_of("w1/CHN+RUS: a -> b\nw2/CHN+RUS: b -> c\nw3/USA: b -> c"))
    path = path_of(graph.arcs, graph.dates)
    assert (path.tie, path.works) == ("same-holder", ("w1", "w2"))


def test_a_member_is_another_holder_than_the_two_together() -> None:
    graph = graph_of(map_of("w1/CHN+RUS: a -> b\nw2/CHN: b -> c"))
    assert path_of(graph.arcs, graph.dates).tie == "stitched"


def test_what_the_registry_lends_holds_with_any_work() -> None:
    graph = graph_of(map_of("w1: a -> b"), [Step("b", "c", "+", (), "b has part c")])
    path = path_of(graph.arcs, graph.dates)
    assert (path.tie, path.works, path.uses) == ("thread", ("w1",), ("b has part c",))
    assert held([Step("b", "c", "+", (), "b has part c")])[0] == "stitched"


def test_parts_are_those_that_another_graph_library_finds() -> None:
    pairs = [(a, b) for a in range(40) for b in range(40) if (a * 7 + b * 13) % 31 == 0]
    follows: dict[str, list[str]] = {}
    for a, b in pairs:
        follows.setdefault(f"c{a:02d}", []).append(f"c{b:02d}")
    graph = nx.DiGraph([(f"c{a:02d}", f"c{b:02d}") for a, b in pairs])
    theirs = sorted(tuple(sorted(one)) for one in nx.strongly_connected_components(graph) if len(one) > 1)
    assert theirs
    assert connected_parts(follows) == theirs


def test_a_row_as_long_as_a_map_needs_no_deep_stack() -> None:
    follows = {f"c{at:05d}": [f"c{(at + 1) % 10_000:05d}"] for at in range(10_000)}
    assert [len(part) for part in connected_parts(follows)] == [10_000]
