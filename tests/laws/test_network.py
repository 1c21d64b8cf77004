"""Laws of networks: order does not matter, subtract is the difference, a split voice says whose it was."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from tests.regime.making_networks import leaning

from actum.model.network import SIDES, Leaning
from actum.regime.network.network import holder_concept, one_mode
from actum.regime.network.stances import split

LEANINGS = st.lists(
    st.builds(
        lambda voice, concept, side, work: leaning(voice, concept, side, work=f"w{work}", date=f"20{work:02}-01-01"),
        st.sampled_from(["CHN", "RUS", "FRA", "CHN+RUS", "FRA+GBR"]),
        st.sampled_from(["npt", "ctbt", "arms-race"]),
        st.sampled_from(SIDES),
        st.integers(1, 6),
    ),
    max_size=25,
)


@given(LEANINGS, st.randoms())
def test_the_order_of_leanings_does_not_matter(found: list[Leaning], chance: random.Random) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    for kind in ("congruence", "conflict", "subtract"):
        one, other = one_mode(kind, found), one_mode(kind, shuffled)
        assert [(tie.source, tie.target, tie.counts) for tie in one.ties] == [
            (tie.source, tie.target, tie.counts) for tie in other.ties
        ]


@given(LEANINGS)
def test_subtract_is_congruence_less_conflict(found: list[Leaning]) -> None:
    networks = {
        kind: {(tie.source, tie.target): tie.weight for tie in one_mode(kind, found).ties}
        for kind in ("congruence", "conflict", "subtract")
    }
    assert networks["subtract"].keys() == networks["congruence"].keys() | networks["conflict"].keys()
    for pair, weight in networks["subtract"].items():
        expected = networks["congruence"].get(pair, 0) - networks["conflict"].get(pair, 0)
        assert abs(weight - expected) < 1e-9


@given(LEANINGS)
def test_no_voice_is_tied_to_one_that_holds_it(found: list[Leaning]) -> None:
    for tie in one_mode("subtract", found).ties:
        ours, theirs = set(tie.source), set(tie.target.split("+"))
        assert not ours <= theirs
        assert not theirs <= ours
        assert set(tie.shares) == ours & theirs


@given(LEANINGS)
def test_a_work_counts_at_most_once_on_each_side(found: list[Leaning]) -> None:
    for tie in holder_concept(found).ties:
        assert all(count <= len(tie.works) for _, count in tie.counts)
        assert tie.weight == len(tie.works)


@given(LEANINGS)
def test_splitting_keeps_what_is_said_and_says_whose_it_was(found: list[Leaning]) -> None:
    for one in found:
        parted = split(one)
        assert {code for each in parted for code in each.voice} == set(one.voice)
        assert all(each.split_from == (one.voice if len(one.voice) > 1 else ()) for each in parted)
        assert {(each.concept, each.side, each.part) for each in parted} == {(one.concept, one.side, one.part)}
