"""How a fact was made, step by step, so that a person can judge it.

Takes       a workspace and a fact's id.
Gives       steps: what each did, and the words it rests on.
Method      read off the fact and the build: text, fold, cue, scope, rule; nothing is computed anew but the fold.
Leaves out  rules that were tried and did not fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from actum.extract.effect_rules import explain as explain_effect
from actum.extract.position_rules import SAYS
from actum.store.fact_judgements import fact_id_of
from actum.store.files import Row
from actum.store.judgements import listed, read_judgements
from actum.store.workspace import Workspace
from actum.text.fold import fold
from actum.workflow.show import apparatus_rows, doubt_rows, find_fact


def explain(workspace: Workspace, name: str) -> list[Row]:
    """The steps, in order, each `{"step", "says"}`. Raises NoSuchFact, NotBuilt."""
    fact = find_fact(workspace, name)
    return [{"step": step, "says": says} for step, says in _steps(workspace, fact)]


def _steps(workspace: Workspace, fact: Row) -> Iterator[tuple[str, str]]:
    sentence = fact["sentence"]
    yield "fact", fact_id_of(fact)
    yield "text", f"{fact['work']}, {fact['division']}, characters {sentence['start']:,}–{sentence['end']:,}"
    yield "sentence", sentence["text"]
    yield "witnesses", " ".join(fact["witnesses"]) + _repeated(fact)
    yield "fold", fold(sentence["text"]).text
    yield from _own(fact)
    yield "rule", fact["made_by"]
    yield from (("", words) for words in in_words(fact))
    yield from _doubts(workspace, fact)
    yield from _judgements(workspace, fact_id_of(fact))


def _judgements(workspace: Workspace, fact: str) -> Iterator[tuple[str, str]]:
    """Every judgement on the fact in the log, those that no longer hold too."""
    for row in listed(read_judgements(workspace.judgement_log)):
        if row["subject"].get("fact") == fact:
            stands = "" if row["holds"] else " (holds no more)"
            decided = f"{row['kind']} {row['value']}" if row["kind"] == "correct" else row["kind"]
            note = row["note"] or "no note"
            yield "judgement", f"{row['id']}{stands}: {decided} by {row['author']}, {row['when']}: {note}"


def in_words(fact: Row) -> tuple[str, ...]:
    """What the rules that made a fact ask for, in order; none for a mention."""
    if "act" in fact:
        return tuple(SAYS[rule] for rule in fact["made_by"].split("/") if rule in SAYS)
    return explain_effect(fact["made_by"]) if "sign" in fact else ()


def _repeated(fact: Row) -> str:
    return f"; repeated in {', '.join(fact['repeated_in'])}" if fact["repeated_in"] else ""


def _own(fact: Row) -> Iterator[tuple[str, str]]:
    if "act" in fact:
        written = "written" if fact["holder_written"] else "inherited"
        yield "cue", f"{_place(fact['cue'])}: {fact['act']}, strength {fact['strength']}"
        yield "holder", f"{' '.join(fact['holder'])} ({written})"
        for one in fact["addressee"]:
            yield "addressee", f"{_place(one)} [{one['id'] or 'not in the registry'}]"
        yield "scope", _place(fact["matter"]) if fact["matter"] else "the cue governs nothing"
        yield "about", ", ".join(fact["about"]) or "nothing that the registry names"
    elif "sign" in fact:
        yield "cue", f"{_place(fact['cue'])}: {fact['sign']}"
        yield "cause", f"{_place(fact['cause'])} [{fact['cause']['id'] or 'not named'}]"
        yield "effect", f"{_place(fact['effect'])} [{fact['effect']['id'] or 'not named'}]"
    else:
        yield "names", f"{_place(fact)}: {fact['kind']} {fact['id']}{', veiled' if fact['veiled'] else ''}"


def _place(part: Row) -> str:
    return f"“{part['text']}” at {part['start']:,}–{part['end']:,}"


def _doubts(workspace: Workspace, fact: Row) -> Iterator[tuple[str, str]]:
    start, end = fact["sentence"]["start"], fact["sentence"]["end"]
    for row in doubt_rows(workspace):
        if row.get("work") == fact["work"] and row["start"] < end and start < row["end"]:
            yield "doubt", f"{row['kind']}: “{row['quote']}”: {row['says']}"
    for row in apparatus_rows(workspace, fact["work"]):
        if row["alarms"] and row["start"] < end and start < row["end"]:
            readings = " | ".join(f"{' '.join(one['sigla'])}: {one['text']}" for one in row["readings"])
            yield "apparatus", f"{', '.join(row['alarms'])}: {readings}"
