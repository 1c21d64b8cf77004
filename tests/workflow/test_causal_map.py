"""The map of the sample: against the one made by hand, with names that a person gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from actum.errors import JudgementRefused, NotComparable
from actum.store.workspace import Workspace
from actum.workflow.build import build
from actum.workflow.causal_map import all_claims, causal_map, unnamed
from actum.workflow.judge import Signed, judge_name, judge_undo
from actum.workflow.map_difference import compared_maps
from actum.workflow.show import established_text

BY_HAND = Path(__file__).parents[2] / "bench" / "map_2019.txt"
SIGNED = Signed("test", "2026-11-26T00:00:00+00:00")


def test_2019_is_the_map_made_by_hand(sample: Workspace) -> None:
    lines = (line.split() for line in BY_HAND.read_text(encoding="utf8").splitlines() if line[:1] not in {"#", ""})
    hand = {(cause, effect): (sign, "less" in more) for cause, sign, effect, *more in lines}
    made = causal_map(sample, works=("2019-06-05",))
    found = {
        (edge.cause, edge.effect): (
            "".join(sign for sign, claims in (("+", edge.up), ("-", edge.down), ("?", edge.unknown)) if claims),
            {claim.cause.delta for claim in (*edge.up, *edge.down)} == {"-"},
        )
        for edge in made.edges
    }
    shared = set(hand) & set(found)
    assert {pair: found[pair] for pair in shared} == {pair: hand[pair] for pair in shared}
    assert set(hand) == set(found)
    assert [claim.cause.concept for claim in made.self_claims] == ["ctbt"]


def test_every_claim_is_one_step_from_its_quotes(sample: Workspace) -> None:
    claims = all_claims(sample)
    assert claims
    for claim in claims:
        text = established_text(sample, claim.work)
        for part in (claim.sentence, claim.cue, claim.cause.part, claim.effect.part):
            part.check(text)
        for end in (claim.cause, claim.effect):
            assert end.rules
            for agent in end.agents:
                agent.part.check(text)


def test_what_a_text_repeats_counts_once(sample: Workspace) -> None:
    claims = [one for one in all_claims(sample) if one.cause.concept == "humanitarian-assistance"]
    assert len(claims) == 1


def test_holder_and_year_choose(sample: Workspace) -> None:
    alone = all_claims(sample, holder="chn", year="2025")
    assert alone
    assert all("CHN" in claim.holder and claim.date.startswith("2025") for claim in alone)
    assert any(claim.holder == ("CHN",) for claim in alone)
    assert not all_claims(sample, holder="FRA")


def test_a_work_is_not_compared_with_itself(sample: Workspace) -> None:
    with pytest.raises(NotComparable):
        compared_maps(sample, "2019-06-05", "2019-06-05")
    found = compared_maps(sample, "2019-06-05", "2025-05-08")
    assert {one.fate for one in found.edges} >= {"kept", "new", "silent"}


def test_a_person_names_words_once(sample: Workspace, tmp_path: Path) -> None:
    mine = Workspace.open_at(Path(shutil.copytree(sample.root, tmp_path / "w")))
    words = "unknown:体育运动"
    assert words in unnamed(mine)
    with pytest.raises(JudgementRefused):
        judge_name(mine, "unknown:没有这样的词", "nothing", signed=SIGNED)
    made = judge_name(mine, words, "sports", signed=SIGNED)
    assert words not in unnamed(mine)
    edges = [edge for edge in causal_map(mine).edges if edge.cause == "sports"]
    assert len(edges) > 1
    assert all("named-by-judgement" in claim.cause.rules for edge in edges for claim in edge.up)
    report = build(mine)
    assert not report.lines
    assert words not in unnamed(mine)
    again = judge_name(mine, words, "international-security", signed=SIGNED)
    assert not build(mine).lines
    assert not [edge for edge in causal_map(mine).edges if edge.cause == "sports"]
    judge_undo(mine, again.id, signed=SIGNED)
    judge_undo(mine, made.id, signed=SIGNED)
    assert words in unnamed(mine)
