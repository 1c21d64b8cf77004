"""What becomes of an edge between two maps."""

from __future__ import annotations

from tests.regime.making_maps import claim

from actum.model.claim import Claim, Overlap
from actum.regime.map import map_of
from actum.regime.map_compare import MapSide, compared
from actum.registry.load import load


def side(*lines: str, whole: bool = True, speaks: str = "") -> MapSide:
    claims: list[Claim] = [claim(line, at) for at, line in enumerate(lines)]
    made = map_of(claims, load())
    return MapSide(made, whole, frozenset(speaks.split()) | {node.concept for node in made.nodes})


def fates(earlier: MapSide, later: MapSide) -> dict[str, str]:
    return {f"{one.cause}→{one.effect}": one.fate for one in compared(earlier, later).edges}


def test_kept_turned_new() -> None:
    found = fates(side("w1: a -> b", "w1: c -> d"), side("w2: a -> b", "w2: c -> -d", "w2: a -> c"))
    assert found == {"a→b": "kept", "a→c": "new", "c→d": "sign-changed"}


def test_a_sign_in_common_keeps_an_edge() -> None:
    assert fates(side("w1: a -> b"), side("w2: a -> b", "w3: a -> -b")) == {"a→b": "kept"}


def test_gone_where_both_are_spoken_of() -> None:
    assert fates(side("w1: a -> b"), side("w2: x -> y", speaks="a b"))["a→b"] == "gone"


def test_silent_where_one_is_not_spoken_of() -> None:
    found = compared(side("w1: a -> b"), side("w2: x -> y", speaks="a")).edges[0]
    assert (found.fate, found.unspoken) == ("silent", ("b",))


def test_nothing_is_said_of_a_cut_text() -> None:
    assert fates(side("w1: a -> b"), side("w2: x -> y", whole=False)) == {"a→b": "unknown", "x→y": "new"}
    assert fates(side("w1: a -> b", whole=False), side("w2: x -> y")) == {"a→b": "silent", "x→y": "unknown"}


def test_a_share_comes_with_its_counts() -> None:
    found = compared(side("w1: a -> b", "w1: b -> c"), side("w2: a -> b"))
    assert found.pairs == Overlap(1, 1, 0, 1 / 2)
    assert found.concepts == Overlap(2, 1, 0, 2 / 3)
    assert found.agreeing == 1
    assert compared(side(), side()).pairs.jaccard is None
