"""What somebody did that is named as the cause of harm: 甲国退出X,破坏了Y is said of the exit, not of 甲国.

Takes       an effect whose cause is nobody but actors or a body, and the work's line.
Gives       the part of the text that tells their deed; ends of it.
Method      rule 7 of the map: the clauses from the actor up to the one in which the first harm is told are the deed.
            It is the concept that it names; where it names none, destructive conduct of that actor.
Leaves out  actors of whom no deed is told: they stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actum.model.claim import End
from actum.model.fact import Effect
from actum.regime.influence.concepts import CONDUCT, UNKNOWN
from actum.regime.influence.conduct import actors
from actum.regime.influence.deltas import Hit
from actum.regime.influence.end_words import EndWords
from actum.regime.influence.ends import Read
from actum.regime.influence.work_line import WorkLine
from actum.text.span import Part, Span

RULE = "deed-of-actor"
BODIES = frozenset({"organisation", "organ", "alliance", "forum", "agency", "body", "regime"})
"""Kinds of rows that act as states do, 2026-11-26."""
_COMMA = re.compile("[，,；;]")


def deed(effect: Effect, line: WorkLine, words: EndWords) -> tuple[Part, tuple[Hit, ...]] | None:
    """What the actors that are the cause are told to have done, and they themselves; None where nothing is told."""
    cause, cue = line.place(effect.cause.part), line.place(effect.cue)
    if cause is None or cue is None or cause.end >= cue.start:
        return None
    doers = _doers(line, cause, words)
    if not doers:
        return None
    cues = [line.place(one.cue) for one in line.effects[effect.sentence.start] if one.cause.part == effect.cause.part]
    first = min(one.start for one in (*cues, cue) if one is not None and one.start > cause.end)
    whole = line.line(Span(cause.end, first))
    commas = [at.start() for at in _COMMA.finditer(whole.text, cause.end, first) if not whole.cut(at.start())]
    if not commas or commas[0] == cause.end:
        return None
    return line.quote(Span(cause.start, commas[-1])), doers


def _doers(line: WorkLine, cause: Span, words: EndWords) -> tuple[Hit, ...]:
    within = line.line(cause)
    alone = within.at(cause.start, cause.end)
    if alone is not None and alone.span == cause and alone.kind in BODIES:
        return (alone,)
    return actors(within, cause, words)


def as_deed(reads: Sequence[Read], part: Part, doers: Sequence[Hit], line: WorkLine) -> tuple[Read, ...]:
    """The ends of a deed that name a concept; one of destructive conduct by its doers where none does."""
    named = [one for one in reads if not one.end.concept.startswith(UNKNOWN) and one.end.concept not in _ids(doers)]
    agents = tuple(line.named(hit) for hit in doers)
    if not named:
        end = End(part, CONDUCT, agents=agents, veiled=any(hit.veiled for hit in doers), rules=(RULE,), words=part.text)
        return (Read(end, "+"),)
    return tuple(replace(one, end=replace(one.end, rules=(*one.end.rules, RULE))) for one in named)


def _ids(doers: Sequence[Hit]) -> frozenset[str]:
    return frozenset(hit.id for hit in doers)
