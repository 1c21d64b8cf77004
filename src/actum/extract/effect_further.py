"""Frames of furthering: plain verbs (促进) and verbs that say an influence (有助于).

Takes       a VerbCase: a verb that fits its place, with its setting.
Gives       Claims.
Method      a plain verb is a claim only of a thing or a deed, told as done, foretold or stressed, and outside every
            wish: with a speaker as its subject the same verb is a promise or a report. A verb that says an influence
            is a claim under a wish too, but not where it is itself what ought to be.
Leaves out  plain verbs in the present (贸易促进发展), which mostly report what somebody does.
"""

from __future__ import annotations

from collections.abc import Iterator

from actum.extract.effect_causes import outcome, span_of
from actum.extract.effect_claim import Claim, VerbCase
from actum.extract.effect_heads import within_noun
from actum.extract.effect_lists import divided
from actum.extract.effect_parts import object_span, shed
from actum.extract.effect_tokens import Subject
from actum.text.span import Span

# A verb right behind one of these belongs to its object.
_GOVERNING = frozenset({"verbs", "harm", "predicates", "avoid", "oppose", "say", "further"})


def further(case: VerbCase) -> Iterator[Claim]:
    """The claims of a plain furthering verb; none where it reports or promises what somebody does."""
    if _wanted(case):
        return
    reading, end = case.reading, case.here.clause.end
    subject, rule = _claimed_of(case)
    target = object_span(reading, case.object_start, end)
    if subject is None or target is None or (within_noun(reading, case.object_start, end) and not _done(case)):
        return
    case.made[case.n] = subject
    cause = span_of(reading, case.n, subject)
    for part in divided(reading, shed(reading, target)):
        yield Claim(case.cue, case.verb.sign, cause, part, f"further/{rule}")


def _wanted(case: VerbCase) -> bool:
    """Whether the verb says what is wanted, undertaken or prevented, or stands inside something else."""
    reading, here, clause = case.reading, case.here, case.here.clause
    if here.inside or clause.norm or clause.avoid or here.kinds & {"norm", "negations", "attempt"}:
        return True
    if clause.mode in {"wish", "oppose"} or (clause.purpose and here.own is None):
        return True
    if any("helps" in t.kinds for t in reading.within(case.cue.end, clause.end)):
        return True
    before = reading.within(clause.body, here.left)
    wish = any("norm" in t.kinds or (t.kinds & {"wish", "attempt"} and "shed" not in t.kinds) for t in before)
    return wish or reading.governed(here.left, _GOVERNING)


def _done(case: VerbCase) -> bool:
    """Whether the verb tells of something that has happened or holds."""
    aspects = case.reading.lexicon.sets["aspects_plain"]
    around = {case.reading.plain[case.object_start : case.object_start + 1], case.reading.plain[case.cue.end - 1]}
    return not aspects.isdisjoint(around)


def _claimed_of(case: VerbCase) -> tuple[Subject | None, str]:
    """The thing of which furthering is claimed, and how it was found."""
    here, sets, done = case.here, case.reading.lexicon.sets, _done(case)
    words = set(here.words)
    sure = done or ("future" in here.kinds and not words & sets["ability"])
    stressed = bool(words & (sets["ability"] | sets["strong"]))
    stressed = stressed or case.reading.plain[case.cue.start : case.cue.end] in sets["plain_claims"]
    if here.own is not None:
        # 俄方将恢复部署: what somebody will do is a plan
        claimed = done or (here.own.kind != "actor" and sure) or (stressed and here.own.kind in {"thing", "pronoun"})
        # 双方认为,遵守X促进Y: what is said of a deed is claimed, not reported
        claimed = claimed or (here.own.kind == "deed" and here.clause.mode == "claim" and _said(case))
        return (here.own, "own") if claimed and here.own.kind != "holder" else (None, "")
    if case.n in case.made:
        return case.made[case.n], "joined"
    carried = here.clause.subject
    if here.joined or carried is None or carried.kind == "holder":
        return None, ""
    if carried.kind == "actor":
        return (carried, "carried") if done else (None, "")
    claimed = sure or stressed or any(subject.span == carried.span for subject in case.made.values())
    return (carried, "carried") if claimed else (None, "")


def _said(case: VerbCase) -> bool:
    """Whether the clause, or the one before that ends so, opens with a verb of saying: 双方认为,|X促进Y."""
    clause, clauses = case.here.clause, case.reading.clauses
    before = clauses[case.n - 1] if case.n else clause
    return clause.operator == "say" or (before.operator == "say" and before.body >= before.end)


def helps(case: VerbCase) -> Iterator[Claim]:
    """The claims of a verb that says an influence (有助于); none where it says what ought to be."""
    reading, here, clause = case.reading, case.here, case.here.clause
    ought = clause.norm and here.own is None and (_also(case) or clause.operator is None)
    if here.kinds & {"norm", "negations"} or ought:
        return
    modifies = reading.plain.rfind(reading.lexicon.of, case.object_start, clause.end) > 0
    if here.own is None and modifies and (here.left > clause.body or here.inside):
        return
    own = here.own if here.own is not None and here.own.kind not in {"pronoun", "holder"} else None
    cause = own.span if own is not None else _goes_on(case) or outcome(reading, case.n)
    target = object_span(reading, case.object_start, clause.end)
    if cause is not None and target is not None:
        case.made[case.n] = Subject(cause, "thing")
        for part in divided(reading, shed(reading, target)):
            rule = "helps/own" if here.own else "helps/outcome"
            yield Claim(case.cue, case.verb.sign, cause, shed(reading, part), rule)


def _goes_on(case: VerbCase) -> Span | None:
    """The cause of the clause before, where this one says that it helps something else as well."""
    before = case.made.get(case.n - 1)
    return before.span if before is not None and case.here.left <= case.here.clause.body else None


def _also(case: VerbCase) -> bool:
    return bool(case.reading.lexicon.sets["also"] & set(case.here.words))
