"""Facts as rows: positions, effects, mentions, as the verbs print them and other programs read them.

Takes       facts, the work they are of, and what stands beside each (witnesses, doubts, places of repetition).
Gives       rows, keys in the promised order.
Method      a fact's id is a short hash of what it says and where its sentence says it, so it holds between builds
            as long as the sentence does.
Leaves out  reading facts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from actum.model.division import Division
from actum.model.fact import Effect, Mention, Named, Position
from actum.store.files import Row
from actum.store.rows import part_row
from actum.text.span import Part


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a fact: its work, the witnesses that have its sentence, where it is repeated, doubts."""

    work: str
    witnesses: tuple[str, ...]
    repeated_in: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def fact_id(letter: str, work: str, sentence: Part, *, key: tuple[Part, str]) -> str:
    """A letter for the kind and eight hexadecimal digits; `key` is the telling part and what is said of it."""
    part, says = key
    text = f"{work}\0{sentence.text}\0{part.start - sentence.start}\0{part.end - sentence.start}\0{says}"
    return letter + hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()[:8]


def position_row(fact: Position, beside: Beside) -> Row:
    """A position as `actum positions` prints it."""
    return {
        "id": fact_id("p", beside.work, fact.sentence, key=(fact.cue, fact.act)),
        "work": beside.work,
        "division": fact.division,
        "sentence": part_row(fact.sentence),
        "cue": part_row(fact.cue),
        "act": fact.act,
        "strength": fact.strength,
        "holder": list(fact.holder),
        "holder_written": fact.holder_written,
        "addressee": [_named_row(one) for one in fact.addressee],
        "matter": part_row(fact.matter),
        "about": list(fact.about),
        "witnesses": list(beside.witnesses),
        "made_by": fact.made_by,
        **_beside(beside),
    }


def effect_row(fact: Effect, beside: Beside) -> Row:
    """An effect as `actum effects` prints it."""
    origin = fact.sentence.start
    says = f"{fact.sign}{fact.cause.part.start - origin}>{fact.effect.part.start - origin}"
    return {
        "id": fact_id("e", beside.work, fact.sentence, key=(fact.cue, says)),
        "work": beside.work,
        "division": fact.division,
        "sentence": part_row(fact.sentence),
        "cue": part_row(fact.cue),
        "sign": fact.sign,
        "cause": _named_row(fact.cause),
        "effect": _named_row(fact.effect),
        "made_by": fact.made_by,
        "witnesses": list(beside.witnesses),
        **_beside(beside),
    }


def mention_row(fact: Mention, beside: Beside) -> Row:
    """A mention as `actum mentions` prints it."""
    return {
        "work": beside.work,
        "division": fact.division,
        "sentence": part_row(fact.sentence),
        "text": fact.part.text,
        "start": fact.part.start,
        "end": fact.part.end,
        "kind": fact.kind,
        "id": fact.id,
        "veiled": fact.veiled,
        "made_by": fact.made_by,
        "fact": fact_id("m", beside.work, fact.sentence, key=(fact.part, fact.kind)),
        "witnesses": list(beside.witnesses),
        **_beside(beside),
    }


def mention_of(row: Row) -> Mention:
    """The mention that `mention_row` was made of."""
    sentence = row["sentence"]
    return Mention(
        division=row["division"],
        sentence=Part(sentence["start"], sentence["end"], sentence["text"]),
        part=Part(row["start"], row["end"], row["text"]),
        kind=row["kind"],
        id=row["id"],
        veiled=row["veiled"],
        made_by=row["made_by"],
    )


def effect_of(row: Row) -> Effect:
    """The effect that `effect_row` was made of."""
    return Effect(
        division=row["division"],
        sentence=_part_of(row["sentence"]),
        cue=_part_of(row["cue"]),
        sign=row["sign"],
        cause=Named(_part_of(row["cause"]), row["cause"]["id"]),
        effect=Named(_part_of(row["effect"]), row["effect"]["id"]),
        made_by=row["made_by"],
    )


def _part_of(row: Row) -> Part:
    return Part(row["start"], row["end"], row["text"])


def division_row(division: Division) -> Row:
    """A division of a work; `text` is left out, the established text has it."""
    part = division.part
    return {
        "division": division.id,
        "kind": division.kind,
        "start": part.start,
        "end": part.end,
        "parent": division.parent,
        "repeats": division.repeats,
        "language": division.language,
    }


def candidate_row(slug: str, kind: str, name: str, places: Sequence[Part]) -> Row:
    """A name that the registry lacks, as `actum registry candidates` prints it."""
    return {"id": slug, "kind": kind, "name": name, "count": len(places), "places": [part_row(one) for one in places]}


def _named_row(named: Named) -> Row:
    return {**(part_row(named.part) or {}), "id": named.id}


def _beside(beside: Beside) -> Row:
    return {"repeated_in": list(beside.repeated_in), "doubts": list(beside.doubts), "judged": None}
