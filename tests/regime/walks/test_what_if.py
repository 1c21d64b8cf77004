"""What-if: signs spread along claims, on the side on which each was made."""

from __future__ import annotations

import pytest
from tests.regime.making_maps import map_of

from actum.model.claim import Step
from actum.model.influence import Clamp, WhatIf
from actum.regime.walks.graph import graph_of
from actum.regime.walks.paths import concepts_of
from actum.regime.walks.what_if import Manner, what_if

LESS, MORE = Clamp("treaty", "-"), Clamp("treaty", "+")


def outcomes(lines: str, *clamps: Clamp, manner: Manner | None = None) -> dict[str, str]:
    found = what_if(graph_of(map_of(lines)), clamps, manner)
    return {one.concept: one.outcome for one in found.consequences}


def chains(found: WhatIf, concept: str) -> list[tuple[str, str, str]]:
    one = next(one for one in found.consequences if one.concept == concept)
    return [(reach.direction, " ".join(concepts_of(reach.chain)), reach.chain.tie) for reach in one.reaches]


def test_an_exit_that_harms_is_no_treaty_that_helps() -> None:
    exits = "w1: -treaty -> race"
    assert outcomes(exits, LESS) == {"race": "up"}
    assert outcomes(exits, MORE) == {"race": "not reached"}
    assert outcomes(exits, MORE, manner=Manner(both_sides=True)) == {"race": "down"}


def test_what_no_claim_says_on_that_side_is_told() -> None:
    found = what_if(graph_of(map_of("w1: -treaty -> race\nw1: -treaty -> tension")), [MORE])
    assert found.unsaid == ((MORE, 2),)
    assert not what_if(graph_of(map_of("w1: -treaty -> race")), [LESS]).unsaid


def test_a_chain_runs_on_only_where_the_sides_join() -> None:
    lines = "w1: -treaty -> -trust\nw1: -trust -> tension\nw1: trust -> talks\nw1: tension -> conflict"
    assert outcomes(lines, LESS) == {
        "conflict": "up", "talks": "not reached", "tension": "up", "trust": "down",
    }  # fmt: skip


def test_both_where_chains_disagree_each_with_its_own() -> None:
    lines = "w1: -treaty -> race\nw2: -treaty -> cost\nw2: cost -> -race"
    found = what_if(graph_of(map_of(lines)), [LESS])
    assert next(one for one in found.consequences if one.concept == "race").outcome == "both"
    assert chains(found, "race") == [("up", "treaty race", "thread"), ("down", "treaty cost race", "thread")]


def test_unclear_is_neither_up_nor_down_and_spreads_no_further() -> None:
    assert outcomes("w1: -treaty ?> race\nw1: race -> tension", LESS) == {"race": "unclear", "tension": "not reached"}


def test_only_threads_unless_asked_and_stitched_ones_are_marked() -> None:
    lines = "w1/CHN: -treaty -> race\nw2/USA: race -> tension"
    assert outcomes(lines, LESS)["tension"] == "not reached"
    found = what_if(graph_of(map_of(lines)), [LESS], Manner(stitched=True))
    assert chains(found, "tension") == [("up", "treaty race tension", "stitched")]
    assert chains(found, "race") == [("up", "treaty race", "thread")]


def test_a_thread_needs_one_work_that_says_each_step_on_that_side() -> None:
    lines = "w1: -treaty -> race\nw1: -race -> -tension\nw2: race -> tension"
    assert outcomes(lines, LESS)["tension"] == "not reached"


def test_the_shortest_thread_is_shown_and_every_work_that_has_one_named() -> None:
    lines = "w1: -treaty -> race\nw1: race -> tension\nw2: -treaty -> tension\nw3: -treaty -> tension"
    found = what_if(graph_of(map_of(lines)), [LESS])
    one = next(one for one in found.consequences if one.concept == "tension").reaches[0]
    assert concepts_of(one.chain) == ("treaty", "tension")
    assert (one.chain.works, one.works) == (("w2", "w3"), ("w1", "w2", "w3"))


def test_a_feedback_turns_nothing_round_that_began_it() -> None:
    """More talks would lower the race by the loop, but only through the race itself: no chain passes it twice."""
    assert outcomes("w1: -treaty -> race\nw1: race -> talks\nw1: talks -> -race", LESS) == {"race": "up", "talks": "up"}


def test_a_way_round_is_found_where_the_shortest_one_is_blocked() -> None:
    """The shortest walk to more of d passes c twice; the chain through e does not."""
    lines = """
    w1: -treaty -> c
    w1: c -> b
    w1: b -> -c
    w1: -c -> d
    w1: c -> e
    w1: e -> f
    w1: f -> g
    w1: g -> d
    """
    found = what_if(graph_of(map_of(lines)), [LESS])
    assert chains(found, "d") == [("up", "treaty c e f g d", "thread")]


def test_a_longer_chain_is_kept_where_the_shortest_to_a_state_cannot_go_on() -> None:
    """The shortest chain to more of s passes x, and so cannot turn x down; the one through y and z can."""
    lines = "w1: -treaty -> x\nw1: x -> s\nw1: s -> -x\nw1: -treaty -> y\nw1: y -> z\nw1: z -> s"
    found = what_if(graph_of(map_of(lines)), [LESS])
    assert chains(found, "x") == [("up", "treaty x", "thread"), ("down", "treaty y z s x", "thread")]


def test_what_is_held_stays_as_it_is_held() -> None:
    lines = "w1: -treaty -> race\nw1: race -> -treaty\nw1: race -> tension"
    assert outcomes(lines, LESS, Clamp("race", "-")) == {"tension": "not reached"}


def test_how_far_is_said() -> None:
    row = "w1: -treaty -> c0\n" + "\n".join(f"w1: c{at} -> c{at + 1}" for at in range(5))
    found = what_if(graph_of(map_of(row)), [LESS], Manner(most_steps=3))
    assert [one.outcome for one in found.consequences] == ["up"] * 3 + ["not reached"] * 3
    assert "more than 3 steps" in found.stopped


@pytest.mark.parametrize(("lent", "tension"), [(True, "down"), (False, "not reached")])
def test_a_bridge_leads_on_only_when_lent(lent: bool, tension: str) -> None:  # noqa: FBT001 - a table of cases
    bridge = [Step("treaty", "checks", "+", (), "treaty has part checks")] if lent else []
    found = what_if(graph_of(map_of("w1: -checks -> -tension"), bridge), [LESS])
    assert {one.concept: one.outcome for one in found.consequences}["tension"] == tension
    assert {one.concept: one.outcome for one in found.consequences}["checks"] == "not reached"


def test_two_bridges_in_a_row_are_not_crossed() -> None:
    bridges = [Step("treaty", "checks", "+", (), "lent"), Step("checks", "visits", "+", (), "lent")]
    lines = "w1: -visits -> tension\nw1: -checks -> -trust"
    found = what_if(graph_of(map_of(lines), bridges), [LESS])
    assert {one.concept: one.outcome for one in found.consequences} == {
        "checks": "not reached", "tension": "not reached", "trust": "down", "visits": "not reached",
    }  # fmt: skip
