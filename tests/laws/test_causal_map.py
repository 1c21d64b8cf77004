"""Laws of the causal map: signs compose, opposites are involutions, nothing is lost, order is one."""

from __future__ import annotations

from functools import reduce
from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.regime.concept_cases import Case, work_of
from tests.regime.making_maps import claim

from actum.language.data import table
from actum.model.claim import Claim, Edge
from actum.model.fact import Sign
from actum.regime.influence.claims import claims_of
from actum.regime.influence.concept_ends import times
from actum.regime.influence.concepts import concepts_of, turned
from actum.regime.influence.map import claim_order, claims_along, map_of
from actum.regime.influence.map_compare import MapSide, compared
from actum.registry.load import load

SIGNS = st.sampled_from("+-?")
CLEAR = st.sampled_from(get_args(Sign))
VERBS = table("zh", "concept_ends")
LESS = [word for word in (VERBS["less"] + VERBS["flips"]).split() if len(word) > 1]
MORE = [word for word in VERBS["more"].split() if len(word) > 1]
LINES = st.builds(
    "w{0}: {1}{2} {3}> {4}{5}".format,
    st.integers(1, 4),
    st.sampled_from(("", "-")),
    st.sampled_from("abcd"),
    st.sampled_from("-?"),
    st.sampled_from(("", "-")),
    st.sampled_from("abcd"),
)
CLAIMS = st.lists(LINES, max_size=12).map(lambda lines: [claim(line, at) for at, line in enumerate(lines)])


@given(SIGNS, SIGNS, SIGNS)
def test_signs_compose(one: str, two: str, three: str) -> None:
    assert times(one, two) == times(two, one)
    assert times(times(one, two), three) == times(one, times(two, three))
    assert times("+", one) == one
    assert times("?", one) == "?"


@given(st.lists(st.sampled_from(LESS + MORE), min_size=1, max_size=3))
@settings(deadline=None)
def test_each_verb_that_says_less_turns_the_sign(verbs: list[str]) -> None:
    words = "".join(verbs) + "战略稳定"
    text = f"{words}引发军备竞赛。"
    found = claims_of(work_of(Case(text, words, "+", "引发", "军备竞赛", ())), load())
    named = [one for one in found if one.cause.concept == "strategic-stability"]
    wanted = reduce(times, ("-" if verb in LESS else "+" for verb in verbs), "+")
    # verbs in a row may make other words, and then nothing is named: a wrong sign is what must never be
    assert {one.cause.delta for one in named} <= {wanted}
    if len(verbs) == 1:
        assert named


PIECES = " ".join(value for value in VERBS.values() if isinstance(value, str)).split()
NAMES = [
    "战略稳定",
    "军备竞赛",
    "《中导条约》",
    "美国",
    "个别国家",
    "核裁军",
    "不信任",
    "，",
    "的",
    "、",
    "和",
    "等",
    "甲乙",
    "（",
    "）",
]
ENDS = st.lists(st.sampled_from(PIECES + NAMES * 8), min_size=1, max_size=9).map("".join)


@given(ENDS, ENDS, st.sampled_from(("引发", "破坏", "有助于")))
@settings(deadline=None, max_examples=60)
def test_any_end_is_read_with_its_own_quotes(cause: str, effect: str, cue: str) -> None:
    text = f"{cause}{cue}{effect}。"
    work = work_of(Case(text, cause, "+", cue, effect, ()))
    found = claims_of(work, load())
    assert found
    assert found == claims_of(work, load())
    for one in found:
        for end in (one.cause, one.effect):
            end.part.check(text)
            assert all(agent.part.text in text for agent in end.agents)
            assert end.concept not in {"", "unknown:"}


def test_a_long_end_is_a_node_of_its_own_at_once() -> None:
    cause = "不" * 5000
    text = f"{cause}破坏战略稳定。"
    (found,) = claims_of(work_of(Case(text, cause, "-", "破坏", "战略稳定", ())), load())
    assert found.cause.concept == f"unknown:{cause}"


def test_opposites_are_involutions() -> None:
    concepts = concepts_of(load(), "zh")
    pairs = [row for row in load().rows if row.opposite]
    assert pairs
    for row in pairs:
        meant = concepts.of_id(row.slug)
        assert (meant.concept, meant.pole) == (row.opposite[0], "-")
        assert concepts.of_id(meant.concept).concept == meant.concept
        assert concepts.of_id(meant.concept).pole == "+"


@given(CLEAR, CLEAR)
def test_turning_twice_is_nothing(sign: Sign, by: Sign) -> None:
    assert turned(turned(sign, by), by) == sign


@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_same_claims_in_any_order_make_the_same_map(claims: list[Claim], dice: Random) -> None:
    shuffled = list(claims)
    dice.shuffle(shuffled)
    assert map_of(shuffled, load()) == map_of(claims, load())


@given(CLAIMS, LINES)
def test_adding_a_claim_removes_none(claims: list[Claim], line: str) -> None:
    before, after = map_of(claims, load()), map_of([*claims, claim(line, len(claims))], load())
    assert {node.concept for node in before.nodes} <= {node.concept for node in after.nodes}
    kept = {(edge.cause, edge.effect): edge for edge in after.edges}
    for edge in before.edges:
        more = kept[edge.cause, edge.effect]
        assert set(edge.up) <= set(more.up)
        assert set(edge.down) <= set(more.down)
        assert set(edge.unknown) <= set(more.unknown)
    assert set(before.self_claims) <= set(after.self_claims)


@given(CLAIMS)
def test_each_claim_stands_once_and_in_order(claims: list[Claim]) -> None:
    made = map_of(claims, load())
    told = [one for edge in made.edges for one in claims_along(edge)] + list(made.self_claims)
    assert sorted(told, key=claim_order) == sorted(claims, key=claim_order)
    assert [(edge.cause, edge.effect) for edge in made.edges] == sorted((e.cause, e.effect) for e in made.edges)
    assert [node.concept for node in made.nodes] == sorted({end for e in made.edges for end in (e.cause, e.effect)})
    assert all(one.polarity == sign for edge in made.edges for sign, some in _sides(edge) for one in some)


@given(ours=CLAIMS, theirs=CLAIMS, whole=st.booleans(), earlier_whole=st.booleans())
def test_comparing_is_fair(*, ours: list[Claim], theirs: list[Claim], whole: bool, earlier_whole: bool) -> None:
    one = MapSide(map_of(ours, load()), earlier_whole, frozenset("abcd"))
    other = MapSide(map_of(theirs, load()), whole, frozenset("abcd"))
    there, back = compared(one, other, {}), compared(other, one, {})
    assert (there.pairs.both, there.concepts.both) == (back.pairs.both, back.concepts.both)
    assert there.pairs.earlier == back.pairs.later
    assert there.agreeing == back.agreeing
    if not whole:
        assert not {fate.fate for fate in there.edges} & {"gone", "silent"}
    if not earlier_whole:
        assert "new" not in {fate.fate for fate in there.edges}


def _sides(edge: Edge) -> list[tuple[str, tuple[Claim, ...]]]:
    return [("+", edge.up), ("-", edge.down), ("?", edge.unknown)]


@pytest.mark.parametrize("words", ["禁止核试验", "恢复核试验"])
def test_a_pole_folds_into_one_concept(words: str) -> None:
    text = f"{words}引发军备竞赛。"
    (found,) = claims_of(work_of(Case(text, words, "+", "引发", "军备竞赛", ())), load())
    assert found.cause.concept == "nuclear-test-ban"
    assert found.cause.pole == found.cause.delta == ("+" if words.startswith("禁止") else "-")
