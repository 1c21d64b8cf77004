"""Who is called on and blamed, how openly."""

from __future__ import annotations

from dataclasses import replace

from tests.regime.making_maps import map_of
from tests.regime.making_networks import read_work

from actum.model.claim import CausalMap, Claim, Edge
from actum.model.fact import Named
from actum.regime.network.network import target_network
from actum.regime.network.targets import aims
from actum.registry.load import load
from actum.text.span import Part

NOTHING = CausalMap((), ())


def test_those_addressed_with_their_veil() -> None:
    work = read_work(
        [
            ("CHN", "call-on", ">[日本|jpn|state]反省"),
            ("CHN", "call-on", ">[核武器国家|nuclear-weapon-states|group]裁军"),
            ("CHN", "call-on", ">[个别国家|unnamed-states|group!]停止挑衅"),
            ("CHN", "call-on", "停止挑衅"),
        ]
    )
    found = aims([work], NOTHING, load())
    assert [(one.relation, one.target, one.explicit) for one in found] == [
        ("addressed", "jpn", "named"),
        ("addressed", "nuclear-weapon-states", "named"),
        ("addressed", "unnamed-states", "veiled"),
        ("addressed", "", "nobody"),
    ]


def test_whoever_opens_the_matter_of_a_condemnation_is_blamed() -> None:
    work = read_work(
        [
            ("CHN", "oppose", "[美方|usa|state]对[伊朗|irn|state]实施[制裁|unilateral-sanctions|practice]"),
            ("CHN", "state", "[美方|usa|state]对[伊朗|irn|state]实施[制裁|unilateral-sanctions|practice]"),
            ("CHN", "condemn", "对[伊朗|irn|state]的袭击"),
        ]
    )
    assert [(one.relation, one.target) for one in aims([work], NOTHING, load())] == [("blamed", "usa")]


def test_veiled_names_stand_apart_by_their_words_and_are_no_state() -> None:
    work = read_work(
        [
            ("CHN+RUS", "oppose", "[个别国家|unnamed-states|group!]将外空武器化"),
            ("CHN+RUS", "oppose", "[某些核武器国家|unnamed-states|group!]在境外部署导弹"),
        ]
    )
    ties = target_network(aims([work], NOTHING, load())).ties
    assert [(tie.target, tie.explicit, tie.written) for tie in ties] == [
        ("unnamed-states", "veiled", ("个别国家",)),
        ("unnamed-states", "veiled", ("某些核武器国家",)),
    ]
    assert dict(ties[0].counts) == {"addressed": 0, "blamed": 1}


def test_those_who_speak_are_no_target_of_theirs() -> None:
    work = read_work(
        [
            ("CHN+RUS", "call-on", ">[缔约双方||group]加强合作"),
            ("CHN+RUS", "call-on", ">[我们||group]加强合作"),
            ("CHN+RUS", "call-on", ">[中方|chn|state]加强合作"),
            ("CHN+RUS", "call-on", ">[各方||group]加强合作"),
        ]
    )
    assert [one.written for one in aims([work], NOTHING, load())] == ["各方"]


def test_what_nobody_may_do_blames_nobody() -> None:
    work = read_work(
        [
            ("CHN", "oppose", "[任何国家|all-states|group]对[无核国家|non-nuclear-states|group]使用武力"),
            ("CHN", "condemn", "[各国|all-states|group]的做法"),
            ("CHN", "call-on", ">[没有国家||group]退出"),
        ]
    )
    assert aims([work], NOTHING, load()) == ()


def test_what_somebody_would_do_blames_nobody() -> None:
    made = with_agent("w1: destructive-conduct -> arms-race")
    edges = tuple(
        replace(edge, up=tuple(replace(claim, modality="conditional") for claim in edge.up)) for edge in made.edges
    )
    assert aims([read_work([], work="w1")], CausalMap(made.nodes, edges), load()) == ()


def with_agent(lines: str) -> CausalMap:
    """The map with 美国 as the agent of each cause."""
    made = map_of(lines)
    agent = Named(Part(0, 2, "美国"), "usa")
    edges = []
    for edge in made.edges:
        sides = {
            sign: tuple(_with(claim, agent) for claim in getattr(edge, sign)) for sign in ("up", "down", "unknown")
        }
        edges.append(Edge(edge.cause, edge.effect, **sides))
    return CausalMap(made.nodes, tuple(edges))


def _with(claim: Claim, agent: Named) -> Claim:
    return replace(claim, cause=replace(claim.cause, agents=(agent,)))


def test_agents_of_harm_are_blamed_and_of_good_are_not() -> None:
    work = read_work([], work="w1")
    harm = with_agent("w1: destructive-conduct -> -strategic-stability\nw1: destructive-conduct -> arms-race")
    assert [(one.target, one.basis, one.explicit) for one in aims([work], harm, load())] == [
        ("usa", "claim", "named")
    ] * 2
    good = with_agent("w1: destructive-conduct -> strategic-stability\nw1: destructive-conduct -> -arms-race")
    assert aims([work], good, load()) == ()
    elsewhere = with_agent("w2: destructive-conduct -> arms-race")
    assert aims([work], elsewhere, load()) == ()


def test_a_day_before_what_is_done_is_no_hindrance() -> None:
    work = read_work([("FRA", "regret", "[美国|usa|state]2018年5月8日退出[《协议》|jcpoa|instrument]")])
    assert [(one.target, one.relation) for one in aims([work], NOTHING, load())] == [("usa", "blamed")]


def test_who_is_not_of_the_region_is_veiled() -> None:
    work = read_work([("CHN", "call-on", ">[域外国家|unknown:域外国家|group]停止部署")])
    assert [(one.written, one.explicit) for one in aims([work], NOTHING, load())] == [("域外国家", "veiled")]


def test_words_that_nothing_resolves_are_no_id() -> None:
    work = read_work([("CHN", "call-on", ">[秘书长||group]提交报告")])
    assert [(one.target, one.explicit) for one in aims([work], NOTHING, load())] == [("秘书长", "unresolved")]


def test_those_who_speak_are_no_agents_of_harm() -> None:
    made = with_agent("w1: destructive-conduct -> arms-race")
    selves = Named(Part(0, 2, "双方"), "")
    edges = tuple(
        replace(edge, up=tuple(replace(one, cause=replace(one.cause, agents=(selves,))) for one in edge.up))
        for edge in made.edges
    )
    assert aims([read_work([], work="w1")], CausalMap(made.nodes, edges), load()) == ()
