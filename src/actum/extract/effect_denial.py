"""Tell what a sentence claims from what it denies, forbids or keeps from happening.

Takes       a Reading and the claims that the frames made of it.
Gives       the claims that stand: some with the negation that belongs to their cause (不遵守条约), the others as they
            were.
Method      a negation or a word of forbidding before a cause, inside it, or between it and its cue. A plain negation of
            a verb is part of the deed; one that governs all that follows (决不允许, 没有, 不得) leaves no claim.
Leaves out  claims made in a modifier (破坏和平的行径): what the noun is called stands, whatever is done about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from actum.extract.effect_causes import antecedent
from actum.extract.effect_claim import Claim
from actum.extract.effect_tokens import Clause, Reading, Token
from actum.text.span import Span

_APART = ("modifier", "brought-about", "toward-harm/modifier")
# Frames of a good outcome: keeping something from happening can be what brings it about.
_GOOD = ("helps", "copula", "importance", "provide", "toward-good", "role", "lend", "source", "condition")
_DEED = frozenset({"verbs", "further", "harm", "shed", "creating", "wish", "predicates", "avoid"})
_STANCE = frozenset({"say", "holders", "parties"})
_PREDICATES = frozenset({"harm", "further", "causatives", "passives"})
_SKIPPED = frozenset({"adverbs", "openings", "future", "norm", "conjunctions"})


def asserted(reading: Reading, made: Iterable[Claim]) -> Iterator[Claim]:
    """The claims that the sentence neither denies nor forbids, in their order."""
    for claim in made:
        if _hearsay(reading, claim):
            continue
        if claim.rule.startswith(_APART):
            yield claim
            continue
        whole = _of_reason(reading, claim)
        whole = (
            _with_negation(reading, _whole_phrase(reading, _narrowed(reading, whole))) if whole is not None else None
        )
        if whole is not None and not _denied(reading, whole):
            yield whole


def _hearsay(reading: Reading, claim: Claim) -> bool:
    """Whether a claim is told as what others say (有观点认为…), up to the clause in which a speaker is named."""
    said = reading.lexicon.patterns["hearsay"].search(reading.plain, 0, claim.cue.start)
    if said is None:
        return False
    between = reading.clauses[reading.clause_at(said.end()) + 1 : reading.clause_at(claim.cue.start) + 1]
    return not any(clause.holder and clause.operator == "say" for clause in between)


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
    """The claim without who values its cause (中亚国家高度评价|现代化) or what else its cause is (停试|是有效措施)."""
    for token in _leading(reading, claim.cause):
        if token.text in reading.lexicon.sets["valuing"] and token.end < claim.cause.end:
            return replace(claim, cause=Span(token.end, claim.cause.end))
        if "links" in token.kinds and claim.rule.startswith("copula"):
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
    plain = token.text in reading.lexicon.sets["plain_negations"] and deed and not _allows(reading, token.end)
    kept = "forbids" in token.kinds and claim.rule.startswith(_GOOD) and first == len(run) - 1
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


def _denied(reading: Reading, claim: Claim) -> bool:
    clause = reading.clauses[reading.clause_at(claim.cue.start)]
    if claim.cause.end > claim.cue.start:
        return False
    here = claim.cause.start >= clause.start
    if _no_cause(reading, claim.cause) or (here and _denied_here(reading, clause, claim)):
        return True
    if claim.rule.startswith(_GOOD):
        return False
    words = reading.plain[claim.cause.start : claim.cause.end]
    if clause.mode == "oppose" and words.startswith(reading.lexicon.lists["anyone"]):
        return True
    own = here or claim.rule.endswith("carried")
    return own and (_broken_off(reading, claim.cause) or _forbidden(reading, clause, claim, here=here))


def _denied_here(reading: Reading, clause: Clause, claim: Claim) -> bool:
    """Whether the clause of a cause denies its predicate, or only goes on with the object of the one before."""
    denied = _negated_between(reading, claim.cause.end, claim.cue.start)
    return denied or _goes_on_with_object(reading, clause)


def _no_cause(reading: Reading, cause: Span) -> bool:
    """Whether a cause is a stray character, ends in a negation, or holds a speaker with what he says."""
    stray = len(cause) == 1 and not reading.kinds_at(cause.start) and not _is_actor(reading, cause)
    last = reading.ending.get(cause.end)
    hangs = last is not None and last.start > cause.start and bool(last.kinds & {"negations", "avoid", "norm"})
    tells = any(t.text in reading.lexicon.sets["telling"] for t in _leading(reading, cause))
    return stray or hangs or tells or _stance_told(reading, cause)


def _leading(reading: Reading, cause: Span) -> Iterator[Token]:
    """The words within a cause that no modifier of its noun holds."""
    for token in reading.within(cause.start, cause.end):
        if token.start > cause.start and reading.lexicon.of not in reading.plain[token.end : cause.end]:
            yield token


def _is_actor(reading: Reading, cause: Span) -> bool:
    return reading.plain[cause.start : cause.end] in reading.lexicon.sets["actors"]


def _goes_on_with_object(reading: Reading, clause: Clause) -> bool:
    """Whether a clause goes on with what the one before touches: 对民众,特别是妇女|造成不利影响."""
    n = reading.clause_at(clause.start)
    first = next(iter(reading.within(clause.start, clause.end)), None)
    if n == 0 or first is None or not first.text.startswith(reading.lexicon.lists["examples"]):
        return False
    before = reading.within(reading.clauses[n - 1].start, reading.clauses[n - 1].end)
    opened = next(
        (t for t in reversed(before) if t.text in reading.lexicon.sets["about"] | reading.lexicon.sets["gives"]), None
    )
    return opened is not None and not any(t.kinds & _PREDICATES for t in before if t.start > opened.start)


def _negated_between(reading: Reading, start: int, end: int) -> bool:
    """Whether the predicate right behind a cause is negated or what ought to be, up to the cue that goes on with it."""
    between = reading.within(start, end)
    if any(t.text in reading.lexicon.sets["joining"] for t in between):
        return False
    first = next((t for t in between if not t.kinds & (_SKIPPED - {"norm"})), None)
    return first is not None and bool(first.kinds & {"negations", "norm"})


def _stance_told(reading: Reading, cause: Span) -> bool:
    """Whether a cause begins with a speaker who says or denies something: 双方不同意制裁."""
    token = reading.starting.get(cause.start)
    if token is None or not token.kinds & {"holders", "parties"}:
        return False
    while token is not None and token.kinds & ({"holders", "parties"} | _SKIPPED):
        token = reading.starting.get(token.end)
    return token is not None and bool(token.kinds & {"negations", "say", "oppose", "forbids"})


def _broken_off(reading: Reading, cause: Span) -> bool:
    """Whether a cause holds the beginning of a predicate of its own: 该合作不会对第三方, 各国不得研发."""
    sets = reading.lexicon.sets
    for token in _leading(reading, cause):
        opens = bool(token.kinds & {"negations", "avoid"}) and (
            token.text.endswith(reading.lexicon.lists["reopens"])
            or bool(reading.kinds_at(token.end) & {"prepositions", "determiners"})
        )
        if opens or "links" in token.kinds or token.text in sets["ought"] | sets["rejects"]:
            return True
    return False


def _forbidden(reading: Reading, clause: Clause, claim: Claim, *, here: bool) -> bool:
    """Whether what a cause does is said to be forbidden or kept from happening, before it or within it."""
    first = clause if here else reading.clauses[reading.clause_at(claim.cause.start)]
    of, joining = reading.lexicon.of, reading.lexicon.sets["joining"]
    for token in reading.within(first.start, claim.cue.start if here else claim.cause.end):
        if "forbids" not in token.kinds and not ("negations" in token.kinds and _allows(reading, token.end)):
            continue
        within = token.start >= claim.cause.start
        modifies = within and of in reading.plain[token.end : claim.cause.end]
        apart = within and any(t.text in joining for t in reading.within(token.end, claim.cue.start))
        if not (modifies or apart):
            return True
    return False


def _allows(reading: Reading, place: int) -> bool:
    """Whether a word of allowing stands at a place, adverbs and auxiliaries before it aside: 决不|能容忍."""
    while True:
        if reading.lexicon.patterns["allows"].match(reading.plain, place) is not None:
            return True
        token = reading.starting.get(place)
        if token is None or not token.kinds & _SKIPPED:
            return False
        place = token.end
