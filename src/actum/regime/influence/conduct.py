"""Ends that name no concept but somebody, or what somebody does: actors, 行为, 政策, 图谋.

Takes       folded words with the named things in them, and whether the claim harms.
Gives       readings: a state as itself, a veiled actor's harm and unnamed conduct as destructive conduct.
Method      rule 7 of the map: conduct with a relative clause is the concept that the clause names, where it names one
            wholly; else, where the claim harms or the noun itself blames, destructive conduct.
Leaves out  who a veil hides.
"""

from __future__ import annotations

from dataclasses import replace

from actum.regime.influence.concept_ends import Head, Reading, readings
from actum.regime.influence.concepts import CONDUCT, Concepts
from actum.regime.influence.deltas import VERBS, Hit, Line, Step, steps_before, steps_first
from actum.regime.influence.end_words import EndWords
from actum.text.span import Span

GENERIC = "generic-head"
"""The rule of an end that is conduct without a name."""


def actors(line: Line, span: Span, words: EndWords) -> tuple[Hit, ...]:
    """The actors that make up all of the words (个别国家及其盟友); none where anything else stands there."""
    found: list[Hit] = []
    at = span.start
    while at < span.end:
        hit = line.at(at, span.end)
        if hit is None or not hit.acts:
            return ()
        found.append(hit)
        at = hit.span.end
        if at < span.end:
            join = next((one for one in words.joins if line.text.startswith(one, at)), None)
            if join is None:
                return ()
            at += len(join)
    return tuple(found)


def by_actor(line: Line, span: Span, concepts: Concepts, words: EndWords, *, harms: bool) -> tuple[Reading, ...]:
    """Readings of an end that is nothing but actors."""
    found = actors(line, span, words)
    if found and harms and all(hit.veiled for hit in found):
        agents = tuple(Step("agent", hit.span, hit=hit) for hit in found)
        return (Reading(Head(span, CONDUCT, "+", "actor-as-conduct"), agents),)
    return tuple(Reading(Head(hit.span, concepts.of_id(hit.id).concept, "+", "actor")) for hit in found)


def by_conduct(line: Line, span: Span, concepts: Concepts, words: EndWords, *, harms: bool) -> tuple[Reading, ...]:
    """Readings of an end whose head is a noun of conduct; none where its head is none, or it blames nobody."""
    noun = words.conduct.search(line.text, span.start, span.end)
    if noun is None or line.cut(noun.start()) or _has_commas(line, span):
        return ()
    clause = _clause(line, Span(span.start, noun.start()), words)
    if clause and (found := readings(line, clause, concepts, words)):
        return tuple(replace(one, rules=(*one.rules, "clause-name")) for one in found)
    blamed = words.blamed.search(line.text, span.start, span.end) is not None
    before = _against(line, clause, words, blamed=blamed) if clause else ()
    if before is None or not (harms or blamed):
        return ()
    return (Reading(Head(Span(noun.start(), span.end), CONDUCT, "+", GENERIC), before),)


def _has_commas(line: Line, span: Span) -> bool:
    """Whether a comma parts the words: what stands before it may be about anything."""
    found = (at for at in range(span.start, span.end) if line.text[at] in "，,；;")
    return any(not line.cut(at) for at in found)


def _against(line: Line, clause: Span, words: EndWords, *, blamed: bool) -> tuple[Step, ...] | None:
    """What is done about the conduct before its own clause begins: 抵制任何(破坏X的)图谋; None where that is unclear.

    A verb that may as well belong to the clause (破坏X的图谋) says nothing about the conduct.
    """
    whole = steps_before(line, clause.start, clause.end, words)
    if whole is not None and all(step.sign == "+" for step in whole):
        return whole
    harming = False
    for at in range(clause.start, clause.end):
        before = steps_before(line, clause.start, at, words)
        if before is None or any(step.rule in VERBS for step in before):
            continue
        if found := words.resists.match(line.text, at, clause.end):
            return (*before, Step("resists", Span(*found.span()), "-"))
        harming = harming or any(step.rule == "less" for step in steps_first(line, at, clause.end, words))
    # somebody may do to the conduct what no list has: where it blames, or its clause harms, the clause is its own
    first = next(iter(steps_first(line, clause.start, clause.end, words)), None)
    own = harming or (blamed and (first is None or first.rule in {"agent", "scope", "adverb", "intents"}))
    return () if own else None


def _clause(line: Line, span: Span, words: EndWords) -> Span | None:
    """What stands before the noun, less the words that only colour it; None for nothing."""
    end = span.end
    while end > span.start:
        colour = next(
            (at for at in range(span.start, end) if words.colours.fullmatch(line.text, at, end) and not line.cut(at)),
            None,
        )
        if colour is None:
            break
        end = colour
    return Span(span.start, end) if end > span.start else None
