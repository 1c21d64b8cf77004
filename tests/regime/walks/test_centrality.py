"""Where concepts stand."""

from __future__ import annotations

from tests.regime.making_maps import map_of

from actum.model.claim import Step
from actum.regime.walks.centrality import centralities, size
from actum.regime.walks.graph import graph_of

LINES = "w1: a -> b\nw2: a -> -b\nw1: b -> c\nw1: a -> c"


def test_edges_claims_works_and_roles() -> None:
    graph = graph_of(map_of(LINES))
    found = centralities(graph)
    assert [(one.concept, one.role, one.edges_in, one.edges_out, one.claims, one.works) for one in found] == [
        ("a", "sender", 0, 2, 3, 2),
        ("b", "both", 1, 1, 3, 2),
        ("c", "receiver", 2, 0, 2, 1),
    ]
    assert [one.goal for one in found] == [-1.0, 0.0, 1.0]


def test_numbers_stand_beside_the_size_of_the_map() -> None:
    whole = size(graph_of(map_of(LINES)))
    assert (whole.concepts, whole.edges, whole.claims, whole.works) == (3, 3, 4, 2)


def test_what_the_registry_lends_counts_for_nothing() -> None:
    graph = graph_of(map_of(LINES), [Step("c", "d", "+", (), "c has part d")])
    assert {one.concept: one.role for one in centralities(graph)}["d"] == "apart"
    assert size(graph).edges == 3
