"""Claims and the register as linked data."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.export.making_pictures import said
from tests.regime.making_maps import map_of

from actum.export.jsonld import WorkHead, jsonld
from actum.model.claim import CausalMap
from actum.model.register import RegisterEvent
from actum.registry.load import load
from actum.text.span import Part

EVENT = RegisterEvent("inf/signed", "inf-treaty", "signed", "1987-12-08", "ASIL", "A")
SAID = RegisterEvent(
    "inf/said", "inf-treaty", "terminated", "2019", "w19", "B", according_to=("CHN",), work="w19",
    quote=Part(0, 2, "终止"), made_by="rule",
)  # fmt: skip


def made() -> bytes:
    heads = [WorkHead("w19", "声明", "2019-06-05", "zh", ("CHN", "RUS"), complete=True)]
    heads.append(WorkHead("w25", "", "2025-05-07/2025-05-10", "zh", (), complete=False))
    return jsonld(said(), heads, load(), {"inf-treaty": [EVENT, SAID]})


def things() -> dict[str, Any]:
    return {one["@id"]: one for one in json.loads(made())["@graph"]}


def refs(value: Any) -> list[str]:
    """The ids that are referred to from within a thing."""
    if isinstance(value, dict):
        own = [value["@id"]] if set(value) == {"@id"} else []
        return own + [one for each in value.values() for one in refs(each)]
    return [one for each in value for one in refs(each)] if isinstance(value, list) else []


def test_every_concept_and_voice_that_is_referred_to_is_there() -> None:
    found = things()
    named = {one for thing in found.values() for one in refs(thing) if ":concept:" in one}
    assert named <= found.keys()
    assert all(one in found for thing in found.values() for one in refs(thing.get("prov:wasAttributedTo", {})))


def test_a_claim_is_quoted_from_its_work() -> None:
    claim = next(one for one in things().values() if "actum:Claim" in one["@type"])
    assert claim["prov:wasQuotedFrom"]["@id"].startswith("urn:actum:work:w")
    place = claim["oa:hasSelector"]
    assert len(claim["prov:value"]) == place["oa:end"] - place["oa:start"]


def test_an_instrument_has_its_events_with_source_and_according_to_whom() -> None:
    treaty = things()["urn:actum:concept:inf-treaty"]
    assert treaty["schema:legislationDate"] == "1987-12-08"
    signed, ended = treaty["actum:event"]
    assert (signed["actum:accordingTo"], signed["actum:sure"]) == (["*"], "A")
    assert (ended["actum:accordingTo"], ended["prov:value"]) == (["CHN"], "终止")


def test_a_day_is_a_date_and_an_interval_is_our_own() -> None:
    found = things()
    assert found["urn:actum:work:w19"]["schema:dateCreated"] == "2019-06-05"
    assert "schema:dateCreated" not in found["urn:actum:work:w25"]
    assert found["urn:actum:work:w25"]["actum:date"] == "2025-05-07/2025-05-10"


def test_a_joint_voice_is_one_agent_with_members() -> None:
    assert things()["urn:actum:voice:CHN+RUS"]["schema:member"] == [
        {"@id": "urn:actum:voice:CHN"},
        {"@id": "urn:actum:voice:RUS"},
    ]


def test_the_same_bytes() -> None:
    assert made() == made()


def test_claims_of_one_effect_all_come_through() -> None:
    one = map_of("w1: usa -> arms-race\nw1: gbr -> arms-race")
    same = [replace(edge, up=tuple(replace(claim, id="e1") for claim in edge.up)) for edge in one.edges]
    data = jsonld(CausalMap(one.nodes, tuple(same)), [], load(), {})
    ids = [thing["@id"] for thing in json.loads(data)["@graph"] if "actum:Claim" in thing["@type"]]
    assert ids == ["urn:actum:claim:e1", "urn:actum:claim:e1-2"]
