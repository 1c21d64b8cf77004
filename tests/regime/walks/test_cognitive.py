"""Fuzzy-cognitive-map runs: an ordering, limit cycles by name, what is left out."""

from __future__ import annotations

from tests.regime.making_maps import map_of

from actum.model.influence import Clamp, CognitiveRun, Squash
from actum.regime.walks.cognitive import cognitive
from actum.regime.walks.graph import graph_of


def run(lines: str, *clamps: Clamp, squash: Squash = "tanh") -> CognitiveRun:
    return cognitive(graph_of(map_of(lines)), clamps, squash)


def drifts(found: CognitiveRun) -> dict[str, tuple[str, int]]:
    return {one.concept: (one.drift, one.place) for one in found.ranked}


def test_what_is_nearer_moves_more_and_equals_share_a_place() -> None:
    found = run("w1: a -> b\nw1: a -> c\nw1: b -> d\nw1: a -> -e", Clamp("a", "+"))
    assert drifts(found) == {"b": ("up", 1), "c": ("up", 1), "e": ("down", 1), "d": ("up", 3), "a": ("clamped", 0)}
    assert (found.period, found.one_rest) == (1, "no loop runs through concepts that are not held")


def test_without_clamps_nothing_moves() -> None:
    assert {one.drift for one in run("w1: a -> b\nw1: b -> a").ranked} == {"rest"}


def test_claims_are_used_both_ways_round() -> None:
    assert drifts(run("w1: -a -> b", Clamp("a", "+")))["b"] == ("down", 1)


def test_a_limit_cycle_is_named_by_its_states() -> None:
    found = run("w1: a -> b\nw1: b -> c\nw1: c -> -b", Clamp("a", "+"), squash="trivalent")
    assert found.period > 1
    assert drifts(found)["b"] == ("swings", 0)
    assert found.one_rest == ""


def test_edges_without_one_sign_are_left_out_and_listed() -> None:
    found = run("w1: a -> b\nw2: a -> -b\nw1: a ?> c", Clamp("a", "+"))
    assert found.left_out == (("a", "b"), ("a", "c"))
    assert drifts(found)["b"] == ("rest", 0)


def test_a_map_without_edges_rests() -> None:
    assert run("").ranked == ()
