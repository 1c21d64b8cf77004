"""Tell in words by which rules a position was made.

Takes       a Position.
Gives       its trail: the sentence, the cue, then each rule of `made_by` in order with what it says and the
            characters it speaks of.
Method      a table of the rules' names; each rule is the function of that name's purpose in `norms`, `scope` and the
            `position_` modules.
Leaves out  why other rules did not fit.
"""

from __future__ import annotations

from dataclasses import dataclass

from actum.model.fact import Position
from actum.text.span import Part

# What each rule says; a test holds this table to what the rules write, both ways.
SAYS = {
    "norm": "a modal sets a norm",
    "frame:light": "a light verb carries the stance; what it is about stands before, behind a preposition",
    "frame:felt": "a light verb or an adverb of force carries the stance; what it is about stands behind",
    "frame:mood": "an adverb of stance stands over a verb of saying and shares its matter",
    "frame:lead": "the stance leads, and all behind it is what it is about",
    "frame:evoked": "what is described evokes the stance in whoever speaks",
    "frame:predicate": "the evaluation stands behind what it is about",
    "frame:borne": "whoever speaks announces that somebody else will bear the consequences",
    "frame:unwilling": "the holder says what he will not do; the matter takes in the denial",
    "frame:own": "the document says so in its own voice",
    "holder-written": "the holder stands before the cue in its clause",
    "holder-carried-on": "the holder of the position before in the sentence goes on",
    "holder-of-pronoun": "a pronoun stands for those who spoke together in the sentence before",
    "holder-subject": "the holder is the subject of a clause before in the sentence",
    "holder-from-before": "no holder in the sentence: it is that of the sentence before, or the parties",
    "holder-together": "an adverb of reciprocity makes all parties the holder",
    "holder-shared": "a joining word makes the cue a second predicate of the same holder",
    "holder-of-mood": "the holder is that of the adverb of stance over the verb",
    "holder-told": "under a verb of saying the evaluation has a holder of its own",
    "evaluation-under-saying": "under a verb of saying an evaluation acts beside it",
    "support-for-will": "a word of support takes the place of the will before it",
    "norm-of-doer": "the subject is somebody who must do it",
    "norm-of-earlier-doer": "the subject, in a clause before, is somebody who must do it",
    "norm-of-pronoun": "the subject is a pronoun for somebody named before",
    "norm-of-thing": "the subject is a thing: the whole clause is the matter",
    "norm-of-earlier-thing": "the subject, in a clause before, is a thing: the matter begins with it",
    "norm-of-no-one": "the norm has no subject",
    "norm-of-called": "whoever was called on before must do it, as part of his task",
    "norm-again": "a second norm with the subject of the one before",
    "doer-leads": "the matter opens with somebody who is to do something",
    "matter-before": "nothing stands behind the cue: the matter is what the sentence told before it",
    "to-end": "the matter runs to the end of the sentence",
    "to-next-position": "the matter ends where the next position begins",
    "to-own-predicate": "the matter ends before a clause that does something else",
    "to-refusal": "the matter ends before a clause that says what the holder will not do",
    "to-closed-saying": "a noun of importance or the like closes what is said",
    "to-pointing-back": "the matter ends before a clause that speaks about what was said",
    "to-next-speaker": "the matter ends before a clause with a holder for its subject",
    "to-turn": "the matter ends before a clause that turns against it (但德方…, 否则…)",
    "to-other-holder": "what is said ends before a semicolon with another party behind it",
    "to-new-subject": "the matter ends before a clause with a subject of its own",
    "to-closed-thing": "a noun closes the matter, and the holder's deeds go on",
    "to-chain": "inside a chain of undertakings the matter is its own clause",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a trail: the rule, what it says, and the part of the text it speaks of, if any."""

    rule: str
    says: str
    part: Part | None = None


def trail(position: Position) -> tuple[Step, ...]:
    """The steps that led to a position: the sentence read, its cue, each rule in order, the matter."""
    steps = [Step("sentence", f"read in division {position.division}", position.sentence)]
    for rule in position.made_by.split("/"):
        if rule.startswith("cue:"):
            says = f"this word performs the act {position.act}, strength {position.strength}"
            steps.append(Step(rule, says, position.cue))
        else:
            part = position.cue if rule == "norm" else position.matter if rule.startswith("to-") else None
            steps.append(Step(rule, SAYS[rule], part))
    steps += [Step("addressee", "called on", named.part) for named in position.addressee]
    return tuple(steps)
