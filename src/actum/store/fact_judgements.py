"""A person's judgements over the rows of facts: accepted, rejected, corrected, named.

Takes       the files of facts as read, and the judgements that hold.
Gives       the files with the judgements in place, and a line for each judgement that no longer applies.
Method      a fact is anchored by its id, which hashes its work, its sentence and the place of its cue in it: a sentence
            that changed has no such fact any more, and the judgement is refused, never moved.
Leaves out  adding facts that no rule found.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from actum.model.judgement import Judgement
from actum.store.files import Row

FILES = ("positions.jsonl", "effects.jsonl", "mentions.jsonl")
CORRECTABLE = frozenset({"act", "strength", "holder", "sign", "kind", "id", "veiled"})
"""Fields that a person may set; parts are not among them: a part is a quote, not a choice."""


def judge_facts(
    files: Mapping[str, Sequence[Row]], judgements: Sequence[Judgement]
) -> tuple[dict[str, list[Row]], list[str]]:
    """The files of facts with `judged` on each row that a person judged; rejected rows stand in `rejected.jsonl`."""
    made = {name: [dict(row) for row in rows] for name, rows in files.items()}
    rejected: list[Row] = []
    refused: list[str] = []
    for one in judgements:
        if one.kind == "name":
            _name(made, one)
        elif one.kind in {"accept", "reject", "correct"} and not _judge(made, rejected, one):
            fact = dict(one.subject)["fact"]
            refused.append(
                f"judgement {one.id} is not applied: there is no fact {fact} any more; its sentence changed."
            )
    made["rejected.jsonl"] = rejected
    return made, refused


def fact_id_of(row: Row) -> str:
    """The id of a fact; a mention's `id` is what it names, its own stands under `fact`."""
    return str(row.get("fact") or row["id"])


def _judge(made: dict[str, list[Row]], rejected: list[Row], one: Judgement) -> bool:
    fact = dict(one.subject)["fact"]
    for name in FILES:
        for place, row in enumerate(made[name]):
            if fact_id_of(row) == fact:
                row["judged"] = _signed(one)
                if one.kind == "correct":
                    row.update(json.loads(one.value))
                if one.kind == "reject":
                    rejected.append(made[name].pop(place))
                return True
    return False


def _name(made: dict[str, list[Row]], one: Judgement) -> None:
    """Give every mention of an unknown name the id that a person chose, and every fact that is about it."""
    unknown, known = dict(one.subject)["unknown"], one.value
    for row in made["mentions.jsonl"]:
        if row["id"] == unknown:
            row.update(id=known, judged=_signed(one))
    for row in made["positions.jsonl"]:
        row["about"] = [known if each == unknown else each for each in row["about"]]
        _rename(row["addressee"], unknown, known)
    for row in made["effects.jsonl"]:
        _rename([row["cause"], row["effect"]], unknown, known)
    made["candidates.jsonl"] = [row for row in made["candidates.jsonl"] if row["id"] != unknown]


def _rename(named: Sequence[dict[str, Any]], unknown: str, known: str) -> None:
    for each in named:
        if each["id"] == unknown:
            each["id"] = known


def _signed(one: Judgement) -> Row:
    return {"judgement": one.id, "kind": one.kind, "author": one.author, "when": one.when, "note": one.note}
