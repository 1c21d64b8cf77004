"""Judgements over rows of facts, those that hold: put in place, or refused with what is true of the reason."""

from __future__ import annotations

import json

import pytest

from actum.model.judgement import Judgement, JudgementKind
from actum.store.fact_judgements import judge_facts
from actum.store.files import Row


def fact(one: str, work: str = "work", **more: object) -> Row:
    return {"id": one, "work": work, "sentence": {"text": "双方反对。"}, "act": "oppose", "about": ["unknown:x"],
            "addressee": [], "judged": None, **more}  # fmt: skip


def files() -> dict[str, list[Row]]:
    mention = {"id": "unknown:x", "fact": "m1", "work": "work", "sentence": {"text": "双方反对。"}, "judged": None}
    return {
        "positions.jsonl": [fact("p1"), fact("p2"), fact("p3")],
        "effects.jsonl": [{**fact("e1"), "cause": {"id": "unknown:x"}, "effect": {"id": ""}}],
        "mentions.jsonl": [mention],
        "candidates.jsonl": [{"id": "unknown:x"}, {"id": "unknown:y"}],
    }


def on(number: int, kind: JudgementKind, value: object = "", **subject: str) -> Judgement:
    written = json.dumps(value) if kind == "correct" else str(value)
    return Judgement(number, kind, tuple(subject.items()), written, "an analyst", "2026-11-26", "why")


def test_a_rejected_fact_stands_aside_in_its_order() -> None:
    made, refused = judge_facts(files(), [on(1, "reject", fact="p3"), on(2, "reject", fact="p1")])
    assert [row["id"] for row in made["positions.jsonl"]] == ["p2"]
    assert [row["id"] for row in made["rejected.jsonl"]] == ["p1", "p3"]
    assert refused == []


def test_corrections_add_up_and_the_last_judgement_signs() -> None:
    held = [on(1, "correct", {"act": "condemn"}, fact="p2"), on(2, "correct", {"strength": 2}, fact="p2"),
            on(3, "accept", fact="p2")]  # fmt: skip
    made, _ = judge_facts(files(), held)
    row = made["positions.jsonl"][1]
    assert (row["act"], row["strength"], row["judged"]["judgement"]) == ("condemn", 2, 3)


def test_a_corrected_fact_that_is_rejected_keeps_its_correction_aside() -> None:
    made, _ = judge_facts(files(), [on(1, "correct", {"act": "condemn"}, fact="p2"), on(2, "reject", fact="p2")])
    assert [row["act"] for row in made["rejected.jsonl"]] == ["condemn"]


def test_a_name_reaches_every_fact() -> None:
    made, refused = judge_facts(files(), [on(1, "name", "npt", unknown="unknown:x")])
    assert made["mentions.jsonl"][0]["id"] == "npt"
    assert made["positions.jsonl"][0]["about"] == ["npt"]
    assert made["effects.jsonl"][0]["cause"] == {"id": "npt"}
    assert made["candidates.jsonl"] == [{"id": "unknown:y"}]
    assert refused == []


@pytest.mark.parametrize(
    ("judgement", "says"),
    [
        (on(1, "accept", fact="p9", work="work", sentence="双方反对。"), "no rule reads p9 from its sentence any more"),
        (on(1, "accept", fact="p9", work="old", sentence="双方反对。"), "its sentence now stands in work"),
        (on(1, "accept", fact="p9", work="work", sentence="双方支持。"), "its sentence changed, or nothing is read"),
        (on(1, "name", "npt", unknown="unknown:z"), "nothing is named unknown:z any more"),
        (on(1, "correct", {"id": "npt"}, fact="p1"), "id cannot be set on p1"),
    ],
)
def test_the_reason_of_a_refusal_is_true(judgement: Judgement, says: str) -> None:
    before = files()
    made, refused = judge_facts(before, [judgement])
    assert made == {**before, "rejected.jsonl": []}
    assert len(refused) == 1
    assert says in refused[0]
    assert "judgement 1 is not applied" in refused[0]


def test_a_name_that_the_registry_took_over_has_done_its_work() -> None:
    read = files()
    read["mentions.jsonl"][0]["id"] = "my-centre"
    assert judge_facts(read, [on(1, "name", "my-centre", unknown="unknown:x")])[1] == []
