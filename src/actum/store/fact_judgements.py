"""A person's judgements over the rows of facts: accepted, rejected, corrected, named.

Takes       the files of facts as read, and the judgements that hold.
Gives       the files with the judgements in place, and a line for each judgement that no longer applies.
Method      a fact is anchored by its id, which hashes its work, its sentence and the place of its cue in it: a sentence
            that changed has no such fact any more, and the judgement is refused, never moved. What a later judgement
            overrules does not come here (see `judgements`).
Leaves out  adding facts that no rule found.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from actum.model.judgement import Judgement
from actum.store.files import Row

FILES = ("positions.jsonl", "effects.jsonl", "mentions.jsonl")
ON_MAP = "map"
"""What a name is `of` that no mention bears: words at an end of the causal map, which is made anew each time."""
REJECTED = "rejected.jsonl"
"""The file of a build in which rejected facts stand aside, so that a person can take them back in."""
_CORRECTABLE = {
    "p": ("act", "strength", "holder"),
    "e": ("sign",),
    "m": ("kind", "id", "veiled"),
}
"""Fields that a person may set, by the letter of a fact's id; a part is none of them: it is a quote, not a choice."""


def judge_facts(
    files: Mapping[str, Sequence[Row]], judgements: Sequence[Judgement]
) -> tuple[dict[str, list[Row]], list[str]]:
    """The files of facts with `judged` on each row that a person judged; rejected rows stand in `rejected.jsonl`.

    `judgements` are those that hold, in order: of a fact one verdict at most, and any number of corrections.
    """
    made = {name: [dict(row) for row in rows] for name, rows in files.items()}
    refused = [says for one in judgements if (says := _applied(made, one))]
    gone = {dict(one.subject)["fact"] for one in judgements if one.kind == "reject"}
    made[REJECTED] = [row for name in FILES for row in made[name] if fact_id_of(row) in gone]
    for name in FILES:
        made[name] = [row for row in made[name] if fact_id_of(row) not in gone]
    return made, refused


def correctable(fact: str) -> tuple[str, ...]:
    """The fields that a person may set on a fact, by its id: none where the id is no fact's."""
    return _CORRECTABLE.get(fact[:1], ())


def _applied(made: dict[str, list[Row]], one: Judgement) -> str:
    """Put one judgement in its place; why that cannot be, empty where it can."""
    if one.kind == "name":
        return "" if dict(one.subject).get("of") == ON_MAP else _name(made, one)
    return _judge(made, one) if one.kind in {"accept", "reject", "correct"} else ""


def fact_id_of(row: Row) -> str:
    """The id of a fact; a mention's `id` is what it names, its own stands under `fact`."""
    return str(row.get("fact") or row["id"])


def _judge(made: dict[str, list[Row]], one: Judgement) -> str:
    said = dict(one.subject)
    fields = json.loads(one.value) if one.kind == "correct" else {}
    if wrong := sorted(set(fields) - set(correctable(said["fact"]))):
        return f"judgement {one.id} is not applied: {', '.join(wrong)} cannot be set on {said['fact']}."
    rows = [row for name in FILES for row in made[name] if fact_id_of(row) == said["fact"]]
    for row in rows:
        row.update(fields, judged=_signed(one))
    return "" if rows else f"judgement {one.id} is not applied: {_why_gone(made, said)}"


def _why_gone(made: Mapping[str, Sequence[Row]], said: Mapping[str, str]) -> str:
    """Why a fact is no longer there, as far as the facts that are there can tell."""
    fact, sentence = said["fact"], said.get("sentence", "")
    works = {row["work"] for name in FILES for row in made[name] if row["sentence"]["text"] == sentence}
    if said.get("work") in works:
        return (
            f"no rule reads {fact} from its sentence any more, though the sentence stands in {said['work']} as before."
        )
    if works:
        return f"{fact} was read in {said.get('work')}; its sentence now stands in {', '.join(sorted(works))}."
    return f"there is no fact {fact} any more; its sentence changed, or nothing is read from it: “{sentence}”"


def _name(made: dict[str, list[Row]], one: Judgement) -> str:
    """Give every mention of an unknown name the id that a person chose, and every fact that is about it."""
    unknown, known = dict(one.subject)["unknown"], one.value
    named = [row for row in made["mentions.jsonl"] if row["id"] == unknown]
    for row in named:
        row.update(id=known, judged=_signed(one))
    for row in made["positions.jsonl"]:
        row["about"] = list(dict.fromkeys(known if each == unknown else each for each in row["about"]))
        row["addressee"] = _renamed(row["addressee"], unknown, known)
    for row in made["effects.jsonl"]:
        row["cause"], row["effect"] = _renamed([row["cause"], row["effect"]], unknown, known)
    made["candidates.jsonl"] = [row for row in made["candidates.jsonl"] if row["id"] != unknown]
    # a name that was then given a row in the registry has done its work: what it named is read so without it
    done = named or any(row["id"] == known for row in made["mentions.jsonl"])
    return "" if done else f"judgement {one.id} is not applied: nothing is named {unknown} any more."


def _renamed(named: Sequence[Row], unknown: str, known: str) -> list[Row]:
    return [{**each, "id": known} if each["id"] == unknown else each for each in named]


def _signed(one: Judgement) -> Row:
    return {"judgement": one.id, "kind": one.kind, "author": one.author, "when": one.when, "note": one.note}
