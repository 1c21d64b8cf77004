"""Decide whose position a cue is: written before it, carried on from before, or nobody's we know.

Takes       a Scene and the place of a cue.
Gives       a Standing (holder, whether written, where its words begin, the rule), or None where the cue is no act.
Method      the stretch from the head of the clause to the cue must be a Head (see `holders`). Where no holder is
            written it is inherited: from the position before in the sentence, from the subject of the clause
            before, or from the sentence before; never over a clause with another subject. A pronoun stands for those
            who spoke together in the sentence right before, and for nobody else.
Leaves out  what the cue does: `position_frames` and `position_voice`; whose words were said before: `position_said`.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.extract.clauses import Clause
from actum.extract.cues import Cue
from actum.extract.holders import Head, read_head
from actum.extract.position_found import Found, Scene
from actum.extract.position_said import called_by, others_speak, own_content, quoted_voice, task_goes_on, whole_said
from actum.model.fact import Act

# Uses that open a chain of undertakings.
PLANS = ("will", "wish")
# Acts that somebody called on may be asked to perform.
STANCES: frozenset[Act] = frozenset({"support", "oppose", "condemn", "reaffirm", "undertake", "welcome", "advocate"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands behind a cue; `governor` is the position under whose verb the cue stands."""

    holder: tuple[str, ...]
    written: bool
    begins: int
    strong: bool
    rule: str
    governor: Found | None = None


def at_head(scene: Scene, cue: Cue, start: int) -> Standing | None:
    """The standing of a cue at `start` that opens its clause's predicate."""
    clause = scene.sentence.clauses[scene.sentence.clause_at(start)]
    head = read_head(scene.reader, scene.opened, clause.start, start)
    if head is None or (cue.opens == "body" and not scene.voices.body):
        return None
    if head.holder:
        begins = _with_adverbials(scene, clause.start)
        return Standing(head.holder, written=True, begins=begins, strong=head.strong, rule="holder-written")
    if head.pronoun:
        if not scene.they or scene.last() is not None:
            return None
        return Standing(scene.they, written=False, begins=clause.start, strong=head.strong, rule="holder-of-pronoun")
    if not _may_inherit(scene, cue, start):
        return None
    holder, rule = _inherited(scene, head)
    written = rule == "holder-subject" and _in_capacity(scene, clause)
    return Standing(holder, written=written, begins=clause.start, strong=head.strong, rule=rule)


def _in_capacity(scene: Scene, clause: Clause) -> bool:
    """Whether the clause right before is no more than the holder and his capacity: 甲方作为缔约国,|承诺X."""
    number = scene.sentence.clause_at(clause.start)
    if not number:
        return False
    before = scene.sentence.clauses[number - 1]
    start = scene.patterns.phrase_leads.match(scene.opened, before.start, before.end)
    match = scene.reader.holder.match(scene.opened, start.end() if start else before.start, before.end)
    return match is not None and scene.patterns.capacity.fullmatch(scene.opened, match.end(), before.end) is not None


def _inherited(scene: Scene, head: Head) -> tuple[tuple[str, ...], str]:
    if head.together:
        return scene.voices.parties, "holder-together"
    speaker = scene.speaker()
    if speaker is not None:
        return speaker.holder, "holder-carried-on"
    subject = _subject_holder(scene)
    if subject:
        return subject, "holder-subject"
    return scene.inherited, "holder-from-before"


def _subject_holder(scene: Scene) -> tuple[str, ...]:
    """The holder with which the sentence's first clause of its own opens (中俄同为…,强调…); empty where none does."""
    for clause in scene.sentence.clauses:
        start = scene.patterns.phrase_leads.match(scene.opened, clause.start, clause.end)
        place = start.end() if start else clause.start
        match = scene.reader.holder.match(scene.opened, place, clause.end)
        if match and not scene.patterns.no_subject.match(scene.opened, match.end()):
            return tuple(
                sorted({code for name in scene.reader.name.findall(match.group()) for code in scene.reader.names[name]})
            )
        if not scene.patterns.leads_on.match(scene.opened, clause.start, clause.end):
            return ()
    return ()


def _with_adverbials(scene: Scene, start: int) -> int:
    """Where a holder's words begin when clauses that lead on to it stand before (为此,双方…; 如X,双方…)."""
    clauses = scene.sentence.clauses
    number = scene.sentence.clause_at(start)
    last = scene.last()
    while number and _leads_on(scene, clauses[number - 1]):
        if last is not None and number - 1 <= last.clause:
            break
        number -= 1
    return clauses[number].start


def _leads_on(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is no more than what leads on to the one behind it, a condition among them."""
    leads, conditions = scene.patterns.leads_on, scene.patterns.conditions
    return any(one.match(scene.opened, clause.start, clause.end) is not None for one in (leads, conditions))


def _may_inherit(scene: Scene, cue: Cue, start: int) -> bool:
    """Whether a cue without a written holder may take one over."""
    number = scene.sentence.clause_at(start)
    last = scene.last()
    if cue.opens == "body":
        return scene.voices.body and last is None and number == 0
    if last is None:
        return _opens_sentence(scene, number)
    if last.use == "norm" and last.governor is None and cue.takes != "clause" and cue.act != "call-on":
        return False
    if (
        quoted_voice(scene, last, number)
        or others_speak(scene, last)
        or (cue.act == "support" and task_goes_on(scene, last, number))
        or _task_of_body(scene, cue, last, number)
    ):
        return False
    if cue.opens == "anywhere" or (cue.opens == "chain" and whole_said(scene, last, start)):
        return True
    return _goes_on(scene, cue, last, start)


def _task_of_body(scene: Scene, cue: Cue, last: Found, number: int) -> bool:
    """促请各国采取行动,支持执行X: in a body's paragraph what stands behind those called on is what they shall do.

    A joining word may lead back to the body (并决定…), but to no support: that is asked for too.
    """
    if not scene.voices.body or last.act != "call-on" or last.use != "verb" or not called_by(scene, last):
        return False
    if cue.act == "support":
        return True
    joined = scene.patterns.joined.match(scene.opened, scene.sentence.clauses[number].start)
    return joined is None and cue.act in STANCES


def _opens_sentence(scene: Scene, number: int) -> bool:
    """No stance before in the sentence: only adverbial clauses, or a holder's own, may stand before the cue."""
    if number == 0:
        return True
    opened, before = scene.opened, scene.sentence.clauses[:number]
    patterns = scene.patterns
    lead = all(
        patterns.leads_on.match(opened, each.start) or patterns.deeds.match(opened, each.start) for each in before
    )
    return lead or bool(_subject_holder(scene))


def _goes_on(scene: Scene, cue: Cue, last: Found, start: int) -> bool:
    """A cue that needs its holder near goes on behind a stance of the holder's own, not inside somebody's task."""
    if last.use in PLANS:
        return cue.takes == "thing"
    joined = scene.patterns.joined.match(scene.opened, scene.sentence.clauses[scene.sentence.clause_at(start)].start)
    if scene.opened[last.start : last.end] == cue.word or (scene.voices.body and (joined or cue.act == "decide")):
        return True
    if last.act == "call-on" or last.use == "norm":
        return cue.opens == "chain" and last.use == "verb" and not called_by(scene, last)
    if last.act == "undertake":
        return cue.act == "undertake"
    if last.takes == "clause" and scene.patterns.plans.match(scene.opened, last.end):
        return cue.takes == "thing"
    return last.takes != "clause" or last.act == "recall" or own_content(scene, last)
