"""Give a cause the bounds of a phrase of its own.

Takes       a Reading and a claim.
Gives       the claim with its cause mended: with the negation that is part of its deed (不遵守条约) and the relative
            clause that it begins with (日前宣布实施的计划), without a word of reason (因为), a speaker or his stance;
            None where no cause is left, or where a negation before it governs more than one deed (决不允许, 没有).
Method      backwards over the words of the tables that stand without a gap before the cause, forwards over those in it
            that no modifier holds.
Leaves out  what the claim denies: `effect_denial`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actum.extract.effect_bounds import bounded
from actum.extract.effect_causes import antecedent
from actum.extract.effect_claim import Claim
from actum.extract.effect_tokens import Clause, Reading, Token
from actum.text.span import Span

# Frames of a good outcome: keeping something from happening can be what brings it about.
GOOD = ("helps", "copula", "importance", "provide", "toward-good", "role", "lend", "source", "condition")
# What may stand between a negation and the word of allowing that it denies, or before a predicate.
SKIPPED = frozenset({"adverbs", "openings", "future", "norm", "conjunctions"})
_DEED = frozenset({"verbs", "further", "harm", "shed", "creating", "wish", "predicates", "avoid"})
_STANCE = frozenset({"say", "holders", "parties"})


def whole(reading: Reading, claim: Claim) -> Claim | None:
    """The claim with its cause as a phrase of its own; None where none is left."""
    told = _of_reason(reading, claim)
    told = _with_stance(reading, told) if told is not None else None
    if told is None or _averted(reading, told):
        return None
    told = _because(reading, _without_standing(reading, told))
    return _with_negation(reading, bounded(reading, _whole_phrase(reading, _narrowed(reading, told))))


def _with_stance(reading: Reading, claim: Claim) -> Claim | None:
    """The claim with the rejecting or backing that is said to bring something about as its cause: 反对|霸权有利于和平.

    None where a speaker stands before the rejecting, for then it is what he rejects.
    """
    clause = reading.clauses[reading.clause_at(claim.cue.start)]
    begins = _operator_start(reading, clause)
    if begins is None or claim.cause.start != clause.body:
        return claim
    cue, influence = reading.plain[claim.cue.start : claim.cue.end], reading.lexicon.lists["influence"]
    between = reading.within(claim.cause.end, claim.cue.start)
    said = claim.rule.startswith((*GOOD, "further")) or cue.endswith(influence)
    if claim.rule.startswith("modifier") or not (said or any("future" in t.kinds for t in between)):
        return claim
    if clause.holder:
        return None if said and clause.operator != "wish" else claim
    return replace(claim, cause=Span(begins, claim.cause.end))


def _operator_start(reading: Reading, clause: Clause) -> int | None:
    """Where an operator stands that is itself something done (抵制, 呼吁), None where the clause opens with none."""
    last = reading.ending.get(clause.body)
    called = last is not None and last.text in reading.lexicon.sets["called"]
    return last.start if last is not None and called and clause.operator is not None else clause.deed


def _without_standing(reading: Reading, claim: Claim) -> Claim:
    """The claim without how long its cause has stood: 论坛|成立二十多年来."""
    cause, cue = claim.cause, claim.cue
    found = reading.lexicon.patterns["standing"].search(reading.plain, cause.start + 1, max(cause.end, cue.start))
    if found is None or not found.start() <= cause.end <= found.end():
        return claim
    return replace(claim, cause=Span(cause.start, found.start()))


def _because(reading: Reading, claim: Claim) -> Claim:
    """The claim with the reason given right behind its subject as the cause: 邻国过去|由于战争|给人民带来灾难."""
    since = reading.starting.get(claim.cause.end)
    if since is None or since.text not in reading.lexicon.sets["since"] or claim.effect.start < since.end:
        return claim
    opening = reading.lexicon.sets["opens_frame"]
    opens = [t.start for t in reading.within(since.end, claim.cue.start) if t.text in opening]
    end = next(iter(opens), reading.back(claim.cue.start, since.end)[0])
    return replace(claim, cause=Span(since.end, end)) if end > since.end else claim


def _averted(reading: Reading, claim: Claim) -> bool:
    """Whether harm would be said of the averting, not of what is averted: 必须|防止军备竞赛, 因为这会危及和平."""
    first = reading.starting.get(claim.cause.start)
    earlier = reading.clause_at(claim.cause.start) < reading.clause_at(claim.cue.start)
    if first is None or not earlier or claim.rule.startswith((*GOOD, "further")):
        return False
    return first.text in reading.lexicon.sets["averting"] and first.end < claim.cause.end


def leading(reading: Reading, cause: Span) -> Iterator[Token]:
    """The words within a cause that no modifier of its noun holds."""
    for token in reading.within(cause.start, cause.end):
        if token.start > cause.start and reading.lexicon.of not in reading.plain[token.end : cause.end]:
            yield token


def allows(reading: Reading, place: int) -> bool:
    """Whether a word of allowing stands at a place, adverbs and auxiliaries before it aside: 决不|能容忍."""
    while True:
        if reading.lexicon.patterns["allows"].match(reading.plain, place) is not None:
            return True
        token = reading.starting.get(place)
        if token is None or not token.kinds & SKIPPED:
            return False
        place = token.end


def _of_reason(reading: Reading, claim: Claim) -> Claim | None:
    """The claim with what a clause of reason says as its cause (因为这…: what was said before); None without any."""
    token, sets = reading.starting.get(claim.cause.start), reading.lexicon.sets
    if token is None or token.text not in sets["since"] | sets["condition"] or claim.cause.end > claim.cue.start:
        return claim
    words = reading.plain[token.end : claim.cause.end]
    if words and words not in sets["pronouns"]:
        return replace(claim, cause=Span(token.end, claim.cause.end))
    before = antecedent(reading, reading.clause_at(token.start))
    return replace(claim, cause=before) if before is not None else None


def _narrowed(reading: Reading, claim: Claim) -> Claim:
    """The claim without who takes a stance on its cause (中亚国家高度评价|现代化, 成员对|冲突|深表关切).

    Of a cause that is something else too (停试|是有效措施) only what it is.
    """
    for token in leading(reading, claim.cause):
        if token.text in reading.lexicon.sets["valuing"] and token.end < claim.cause.end:
            return replace(claim, cause=Span(token.end, claim.cause.end))
        if token.text.startswith(reading.lexicon.lists["stances"]) and "stops" in token.kinds:
            about = [t for t in leading(reading, claim.cause) if t.text in reading.lexicon.sets["about"]]
            if about and about[0].end < token.start:
                return replace(claim, cause=Span(about[0].end, token.start))
    return _of_its_subject(reading, claim) if claim.rule.startswith("copula") else claim


def _of_its_subject(reading: Reading, claim: Claim) -> Claim:
    """The claim with only what its cause is said of: 停试|是一项有效的措施."""
    of, cause = reading.lexicon.of, claim.cause
    for token in reading.within(cause.start + 1, cause.end):
        bare = token.text in reading.lexicon.sets["is"] or of not in reading.plain[token.end : cause.end]
        if "links" in token.kinds and bare:
            return replace(claim, cause=Span(claim.cause.start, token.start))
    return claim


def _whole_phrase(reading: Reading, claim: Claim) -> Claim:
    """The claim with all of a cause that a relative clause opens: 日前宣布|实施的计划."""
    run, planned = _run_before(reading, claim.cause.start), reading.lexicon.sets["planning"]
    first = reading.starting.get(claim.cause.start)
    relative = first is not None and reading.lexicon.of in reading.plain[first.end : claim.cause.end]
    if first is None or not relative or not first.kinds & {"verbs", "creating", "shed", "prepositions", "further"}:
        return claim
    start = claim.cause.start
    for token in reversed(run):
        told = token.kinds & {"holders", "parties"} and reading.starting[start].text in planned
        if not (told or token.text in planned or token.text in reading.lexicon.sets["timed"]):
            break
        start = token.start
    return replace(claim, cause=Span(start, claim.cause.end))


def _with_negation(reading: Reading, claim: Claim) -> Claim | None:
    """The claim with the negation right before its cause as part of it; None where that governs more than a deed."""
    run = _run_before(reading, claim.cause.start)
    first = next((n for n, t in enumerate(run) if t.kinds & {"negations", "forbids"}), None)
    if first is None:
        return claim
    token, behind = run[first], [*run[first + 1 :], *_head(reading, claim.cause)]
    deed = bool(behind) and bool(behind[0].kinds & _DEED) and not any(t.kinds & _STANCE for t in behind[:-1])
    plain = token.text in reading.lexicon.sets["plain_negations"] and deed and not allows(reading, token.end)
    kept = "forbids" in token.kinds and claim.rule.startswith(GOOD) and first == len(run) - 1
    if not (plain or kept):
        return None
    return replace(claim, cause=Span(token.start, claim.cause.end))


def _head(reading: Reading, cause: Span) -> list[Token]:
    token = reading.starting.get(cause.start)
    return [token] if token is not None else []


def _run_before(reading: Reading, place: int) -> list[Token]:
    """The words of the tables that stand without a gap before a place in its clause, in order."""
    floor = reading.clauses[reading.clause_at(place)].start
    run: list[Token] = []
    while place > floor:
        if reading.plain[place - 1] == " ":
            place -= 1
            continue
        token = reading.ending.get(place)
        if token is None or token.start < floor:
            break
        run.insert(0, token)
        place = token.start
    return run
