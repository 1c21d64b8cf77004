"""A chain in signs and in words."""

from __future__ import annotations

import pytest
from tests.regime.making_maps import map_of

from actum.model.claim import Step
from actum.regime.walks.aloud import Naming, aloud, from_side, signed
from actum.regime.walks.graph import graph_of
from actum.regime.walks.paths import Asked, paths


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("w1: -a -> b\nw1: b -> c", "less a → more b → more c"),
        ("w1: a -> b\nw1: -a -> -b\nw1: b -> -c\nw1: -b -> c", "more a → more b → less c; less a → less b → more c"),
        ("w1: -a -> b\nw1: -b -> c", "less a → more b ¦ less b → more c (sides do not join)"),
        ("w1: a -> b\nw1: b ?> c", "more a → more b → c (which way is not said)"),
    ],
)
def test_a_chain_is_told_on_the_side_on_which_it_was_said(lines: str, words: str) -> None:
    path = paths(graph_of(map_of(lines)), Asked("c", "a")).paths[0]
    assert aloud(path) == words


def test_signs_bridges_actors_and_what_is_turned_round() -> None:
    made = graph_of(map_of("w1: -usa -> b"), [Step("b", "c", "+", (), "b has part c")])
    path = paths(made, Asked("c", "usa")).paths[0]
    assert signed(path.steps) == "usa −→ b ⇒ c"
    assert aloud(path, Naming({"usa"})) == "less usa → more b ⇒ more c"
    assert from_side(path.steps, "+", Naming({"usa"})) == "usa ⤳ less b ⇒ less c"


def test_what_nobody_has_named_is_told_in_the_words_of_the_text() -> None:
    path = paths(graph_of(map_of("w1: unknown:供应炼 -> b")), Asked("b", "unknown:供应炼")).paths[0]
    naming = Naming(labels={"unknown:供应炼": "供应链"})
    assert signed(path.steps, naming) == "‹供应链› +→ b"
    assert aloud(path, naming) == "more ‹供应链› → more b"
