"""What becomes of an edge between two maps."""

from __future__ import annotations

from tests.regime.making_maps import claim

from actum.model.alignment import Standing
from actum.model.claim import Claim, Overlap
from actum.regime.influence.map import map_of
from actum.regime.influence.map_compare import MapSide, compared, unspoken
from actum.registry.load import load


def side(*lines: str, whole: bool = True, speaks: str = "") -> MapSide:
    claims: list[Claim] = [claim(line, at) for at, line in enumerate(lines)]
    made = map_of(claims, load())
    return MapSide(made, whole, frozenset(speaks.split()) | {node.concept for node in made.nodes})


def silent(earlier: MapSide, later: MapSide) -> dict[str, Standing]:
    """Silence, of all that the later side does not name."""
    return dict.fromkeys(unspoken(earlier, later), "silent")


def fates(earlier: MapSide, later: MapSide) -> dict[str, str]:
    found = compared(earlier, later, silent(earlier, later)).edges
    return {f"{one.cause}→{one.effect}": one.fate for one in found}


def test_kept_turned_new() -> None:
    found = fates(side("w1: a -> b", "w1: c -> d"), side("w2: a -> b", "w2: c -> -d", "w2: a -> c"))
    assert found == {"a→b": "kept", "a→c": "new", "c→d": "sign-changed"}


def test_a_sign_in_common_keeps_an_edge() -> None:
    assert fates(side("w1: a -> b"), side("w2: a -> b", "w3: a -> -b")) == {"a→b": "kept"}


def test_gone_where_both_are_spoken_of() -> None:
    assert fates(side("w1: a -> b"), side("w2: x -> y", speaks="a b"))["a→b"] == "gone"


def test_silent_where_one_is_not_spoken_of() -> None:
    found = compared(side("w1: a -> b"), side("w2: x -> y", speaks="a"), {"b": "silent"}).edges[0]
    assert (found.fate, found.unspoken) == ("silent", ("b",))


def test_silence_is_never_stronger_than_what_the_text_is_known_to_lack() -> None:
    earlier, later = side("w1: a -> b", "w1: c -> b"), side("w2: x -> y")
    assert unspoken(earlier, later) == {"a", "b", "c"}
    told: list[tuple[dict[str, Standing], str, tuple[str, ...]]] = [
        ({}, "unknown", ()),
        ({"a": "unknown", "b": "unknown"}, "unknown", ()),
        ({"a": "silent", "b": "unknown"}, "silent", ("a",)),
        ({"a": "both", "b": "unknown"}, "unknown", ()),
        ({"a": "both", "b": "both"}, "gone", ()),
    ]
    for standings, fate, words in told:
        found = compared(earlier, later, standings).edges[0]
        assert (found.fate, found.unspoken) == (fate, words), standings


def test_nothing_is_said_of_a_cut_text() -> None:
    assert fates(side("w1: a -> b"), side("w2: x -> y", whole=False)) == {"a→b": "unknown", "x→y": "new"}
    assert fates(side("w1: a -> b", whole=False), side("w2: x -> y")) == {"a→b": "silent", "x→y": "unknown"}


def test_a_share_comes_with_its_counts() -> None:
    found = compared(side("w1: a -> b", "w1: b -> c"), side("w2: a -> b"), {})
    assert found.pairs == Overlap(1, 1, 0, 1 / 2)
    assert found.concepts == Overlap(2, 1, 0, 2 / 3)
    assert found.agreeing == 1
    assert compared(side(), side(), {}).pairs.jaccard is None
