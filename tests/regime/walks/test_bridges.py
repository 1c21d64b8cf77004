"""Steps that the registry lends: from a whole to its part, to what embodies, to what is broader."""

from __future__ import annotations

from tests.regime.making_maps import map_of

from actum.regime.walks.bridges import bridges, broader_terms
from actum.regime.walks.graph import graph_of
from actum.regime.walks.paths import Asked, concepts_of, paths
from actum.registry.load import load


def test_a_treaty_leads_to_its_part_and_not_back() -> None:
    found = {(step.cause, step.effect): step for step in bridges(load(), {"new-start"})}
    step = found["new-start", "mutual-monitoring-and-transparency"]
    assert (step.polarity, step.claims, step.uses) == ("+", (), "new-start has part mutual-monitoring-and-transparency")
    assert ("mutual-monitoring-and-transparency", "new-start") not in found


def test_a_concept_leads_to_what_embodies_it_and_to_what_is_broader() -> None:
    assert ("nuclear-test-ban", "ctbt") in {(one.cause, one.effect) for one in bridges(load(), {"ctbt"})}
    assert ("outer-space-arms-race", "arms-race") in {
        (one.cause, one.effect) for one in broader_terms(load(), {"outer-space-arms-race"})
    }


def test_nothing_between_concepts_that_the_map_lacks() -> None:
    assert not bridges(load(), set())


def test_a_path_says_which_bridge_it_crosses_and_never_crosses_alone() -> None:
    made = map_of("w1: -inf-treaty -> -new-start\nw1: -mutual-monitoring-and-transparency -> -nuclear-disarmament")
    lent = bridges(load(), {node.concept for node in made.nodes})
    found = paths(graph_of(made, lent), Asked("nuclear-disarmament")).paths
    assert [concepts_of(path)[0] for path in found] == ["mutual-monitoring-and-transparency", "new-start", "inf-treaty"]
    assert [len(path.uses) for path in found] == [0, 1, 1]
    for start in ("new-start", "inf-treaty"):
        between = paths(graph_of(made, lent), Asked("nuclear-disarmament", start)).paths
        assert [concepts_of(path)[0] for path in between] == [start]
    assert not paths(graph_of(made), Asked("nuclear-disarmament", "inf-treaty")).paths
    assert not paths(graph_of(made, lent), Asked("mutual-monitoring-and-transparency", "new-start")).paths
