"""A value that a fact may not have is refused, with what is wrong and what to do."""

from __future__ import annotations

import pytest

from actum.errors import JudgementRefused
from actum.registry.load import load
from actum.workflow.judge_values import check_fields, check_slug

OWN = "- {slug: my-centre, kind: centre, sure: B, source: mine, names: [{zh: 我的中心, form: full, source: mine}]}\n"


@pytest.mark.parametrize(
    ("fact", "fields"),
    [
        ("p1", {"act": "condemn", "strength": 2}),
        ("p1", {"holder": ["CHN", "RUS"]}),
        ("p1", {"holder": ["MY-CENTRE"]}),
        ("p1", {"holder": ["CD"]}),
        ("e1", {"sign": "-"}),
        ("m1", {"id": "npt", "kind": "instrument", "veiled": False}),
        ("m1", {"id": "my-centre"}),
    ],
)
def test_what_a_fact_may_have(fact: str, fields: dict[str, object]) -> None:
    check_fields(fact, fields, load([OWN]), held={"CD"})


@pytest.mark.parametrize(
    ("fact", "fields", "says"),
    [
        ("p1", {"act": "fly"}, "act cannot be “fly”; it is one of state, reaffirm"),
        ("p1", {"strength": 3}, "strength cannot be “3”; it is one of 0, 1, 2"),
        ("p1", {"strength": True}, "strength cannot be"),
        ("p1", {"holder": ["CHN", "ZZZ"]}, "holder cannot be “ZZZ”: no row of the registry.*registry find"),
        ("p1", {"holder": ["NPT"]}, "holder cannot be “NPT”: that is a treaty"),
        ("p1", {"holder": []}, "holder cannot be empty"),
        ("p1", {"id": "mine"}, "id cannot be set on p1; what can: act, strength, holder"),
        ("p1", {"matter": "x"}, "matter cannot be set on p1"),
        ("p1", {}, "nothing is set"),
        ("e1", {"sign": "0"}, r"sign cannot be “0”; it is one of \+, -"),
        ("e1", {"act": "condemn"}, "act cannot be set on e1; what can: sign"),
        ("m1", {"id": "no-such-row"}, "id cannot be “no-such-row”: no row"),
        ("m1", {"kind": "thing"}, "kind cannot be “thing”"),
        ("m1", {"veiled": "perhaps"}, "veiled cannot be “perhaps”; it is one of true, false"),
    ],
)
def test_what_it_may_not(fact: str, fields: dict[str, object], says: str) -> None:
    with pytest.raises(JudgementRefused, match=says):
        check_fields(fact, fields, load([OWN]))


@pytest.mark.parametrize("slug", ["", "NPT", "two words", "unknown:x", "-a", "条约"])
def test_a_slug_is_words_joined_by_hyphens(slug: str) -> None:
    with pytest.raises(JudgementRefused, match="is no slug"):
        check_slug(slug)
